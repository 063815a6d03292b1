//! Headers of parts of forms (`encoding.headers`, `OpenAPI` 3.0.4, section 4.7.15).

use super::file::File;
use super::reply_header::{Form, read};
use super::rule_methods::rule_methods;
use super::rules::Rule;
use super::violations::Checker;
use super::wire::Wire;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use http::{HeaderName, HeaderValue};
use std::borrow::Cow;
use std::fmt::Write;

/// A header that the part of a file may or must have.
#[derive(Clone, Copy, Debug)]
pub struct PartHeader {
    name: &'static str,
    required: bool,
    form: Form,
    rule: Rule,
    check: fn(&Self, &str, &mut Checker),
}

/// A header of a part, with a value of this type; optional.
#[must_use]
pub const fn part_header<T: Wire>(name: &'static str) -> PartHeader {
    PartHeader {
        name,
        required: false,
        form: Form::Scalar,
        rule: Rule::NONE,
        check: check_as::<T>,
    }
}

impl PartHeader {
    /// It must be given.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The value is a list, with commas between.
    #[must_use]
    pub const fn list(mut self) -> Self {
        self.form = Form::List;
        self
    }

    /// The value is an object: `key,value`, or `key=value` when exploded.
    #[must_use]
    pub const fn object(mut self, explode: bool) -> Self {
        self.form = Form::Object { explode };
        self
    }

    /// The value is JSON.
    #[must_use]
    pub const fn json(mut self) -> Self {
        self.form = Form::Json;
        self
    }

    rule_methods!(self, self.rule);
}

/// Checks the headers of a file against those that are declared.
pub(super) fn check(declared: &[PartHeader], file: &File, checker: &mut Checker) {
    for header in declared {
        let mut given = file.headers().iter();
        let given = given.find(|(name, _)| name.eq_ignore_ascii_case(header.name));
        checker.at(header.name, |checker| match given {
            Some((_, text)) => (header.check)(header, text, checker),
            None if header.required => checker.reject("required".to_owned(), "nothing"),
            None => {}
        });
    }
}

fn check_as<T: Wire>(header: &PartHeader, text: &str, checker: &mut Checker) {
    let mut value = T::blank();
    match read(&mut value, header.form, text) {
        Ok(()) => header.rule.apply(&value, checker),
        Err(error) => checker.reject(format!("schema ({})", error.expected()), text),
    }
}

/// A header of a part that is no file, as text.
pub(super) struct PartValue {
    pub(super) part: &'static str,
    pub(super) name: &'static str,
    pub(super) text: String,
}

impl PartValue {
    /// Why it cannot be sent, when there is no such part.
    pub(super) fn without_part(&self) -> String {
        let Self { part, name, .. } = self;
        format!("there is no part `{part}` to have the header `{name}`")
    }
}

/// Writes the headers of a file.
pub(super) fn write(file: &File, head: &mut String) -> Result<(), Cow<'static, str>> {
    for (name, value) in file.headers() {
        let parsed = HeaderName::from_bytes(name.as_bytes());
        let parsed = parsed.map_err(|_| "a part has a header whose name is none")?;
        if parsed == CONTENT_TYPE || parsed == CONTENT_DISPOSITION {
            return Err(Cow::Owned(format!(
                "the header `{parsed}` of a part comes from the name and media type of its file"
            )));
        }
        if HeaderValue::from_bytes(value.as_bytes()).is_err() {
            return Err(Cow::Owned(format!(
                "the header `{parsed}` of a part must not have line breaks"
            )));
        }
        let _ = write!(head, "{name}: {value}\r\n");
    }
    Ok(())
}
