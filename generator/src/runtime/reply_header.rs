//! Headers of replies, with their types.

use super::decode_error::DecodeError;
use super::parameters::header;
use super::reader::Reader;
use super::style::encode;
use super::text_value::{read_text, read_words};
use super::wire::Wire;
use super::writer::Writer;
use http::{HeaderMap, HeaderValue};
use std::fmt;
use std::marker::PhantomData;

/// A documented header of replies, whose value is a `T`.
pub struct ReplyHeader<T> {
    name: &'static str,
    form: Form,
    value: PhantomData<fn() -> T>,
}

/// How the value is written (style `simple`).
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    Scalar,
    List,
    /// `key,value`, or `key=value`.
    Object {
        explode: bool,
    },
    Json,
}

impl<T: Wire> ReplyHeader<T> {
    /// A header with a string, number or boolean.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            form: Form::Scalar,
            value: PhantomData,
        }
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

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Its value among these headers; `None` when it is not there. The constraints in the documentation of
    /// the header are not checked.
    ///
    /// # Errors
    ///
    /// When the text does not have the form of the type.
    pub fn read(&self, headers: &HeaderMap) -> Result<Option<T>, DecodeError> {
        let mut lines = Vec::new();
        for line in headers.get_all(self.name) {
            // RFC 9110, section 5.5: what is not ASCII is not forbidden. Requests write UTF-8 as well.
            let line = std::str::from_utf8(line.as_bytes());
            lines.push(line.map_err(|_| DecodeError::new("a header of text", self.name))?);
        }
        if lines.is_empty() {
            return Ok(None);
        }
        let mut value = T::blank();
        // RFC 9110, section 5.3: lines of the same name are one list, but for this, whose values have
        // commas.
        let is_cookie = self.name.eq_ignore_ascii_case("set-cookie");
        let between = if is_cookie { "\n" } else { "," };
        read_between(&mut value, self.form, &lines.join(between), between)?;
        Ok(Some(value))
    }

    /// What stands in the header for a value: for those who write replies, to a callback or in a
    /// test. `None` for what has no place there, such as line breaks and lists within lists.
    #[must_use]
    pub fn value(&self, value: &T) -> Option<HeaderValue> {
        let parameter = header(self.name);
        let parameter = match self.form {
            Form::Json => parameter.json(),
            Form::Object { explode } => parameter.explode(explode),
            Form::Scalar | Form::List => parameter,
        };
        let text = encode(&parameter, value).ok()?;
        HeaderValue::try_from(text).ok()
    }
}

impl<T> Clone for ReplyHeader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ReplyHeader<T> {}

impl<T> fmt::Debug for ReplyHeader<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReplyHeader")
            .field("name", &self.name)
            .field("form", &self.form)
            .finish()
    }
}

/// Reads the text of a header.
pub(super) fn read(value: &mut dyn Wire, form: Form, text: &str) -> Result<(), DecodeError> {
    read_between(value, form, text, ",")
}

fn read_between(
    value: &mut dyn Wire,
    form: Form,
    text: &str,
    between: &str,
) -> Result<(), DecodeError> {
    let words: Vec<&str> = text.split(between).map(str::trim).collect();
    match form {
        Form::Scalar => read_text(value, text.trim()),
        Form::Json => {
            let mut reader = Reader::new(text.as_bytes());
            value.read(&mut reader)?;
            reader.finish()
        }
        Form::List => {
            let words = words.into_iter().filter(|word| !word.is_empty());
            let items: Vec<String> = words.map(json).collect();
            read_words(value, &format!("[{}]", items.join(",")))
        }
        Form::Object { explode } => {
            let pairs: Vec<(&str, &str)> = if explode {
                let pairs = words.iter().filter_map(|word| word.split_once('='));
                pairs.collect()
            } else {
                let pairs = words.chunks_exact(2);
                pairs.map(|pair| (pair[0], pair[1])).collect()
            };
            let members = pairs
                .into_iter()
                .map(|(key, word)| format!("{}:{}", json(key), json(word)));
            let members: Vec<String> = members.collect();
            read_words(value, &format!("{{{}}}", members.join(",")))
        }
    }
}

/// A word as a string of JSON.
fn json(word: &str) -> String {
    Writer::text(&word.to_owned())
}
