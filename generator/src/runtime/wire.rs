//! How values stand in JSON: [`Wire`] for the runtime, [`Json`] for users.

use super::decode_error::DecodeError;
use super::file::File;
use super::reader::Reader;
use super::rules::Rule;
use super::value::Value;
use super::violations::{Checker, Violations};
use super::writer::Writer;

/// A type that has a form in JSON.
///
/// Object-safe, so that one loop in the runtime serves the fields of all objects.
pub trait Wire {
    /// A value to read into; finite, also for recursive types.
    fn blank() -> Self
    where
        Self: Sized;

    /// Whether `null` is a value of this type.
    #[must_use]
    fn takes_null() -> bool
    where
        Self: Sized,
    {
        false
    }

    /// Reads into a blank value.
    ///
    /// # Errors
    ///
    /// When the JSON does not have the form of the type.
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError>;

    /// Writes the value.
    fn write(&self, writer: &mut Writer);

    /// Checks the value against the rules of its type and those of its place.
    fn check(&self, rule: &Rule, checker: &mut Checker);

    /// Whether nothing is to be written: an optional field that is not set.
    fn is_absent(&self) -> bool {
        false
    }

    /// The member of this name, of an object.
    fn member(&self, name: &str) -> Option<Value> {
        let _ = name;
        None
    }

    /// What it consists of: fields of forms and parts of requests are made of that.
    fn parts(&self) -> Parts<'_> {
        Parts::None
    }

    /// How many members a map has.
    fn entries(&self) -> usize {
        0
    }

    /// Reads one member into a map.
    ///
    /// # Errors
    ///
    /// When the JSON does not have the form of the map's values.
    fn read_entry(&mut self, name: String, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let _ = name;
        reader.skip()
    }

    /// Writes the members of a map.
    fn write_entries(&self, writer: &mut Writer) {
        let _ = writer;
    }

    /// Checks the members of a map.
    fn check_entries(&self, rule: &Rule, checker: &mut Checker) {
        let _ = (rule, checker);
    }
}

/// What a value consists of.
#[derive(Clone)]
pub enum Parts<'a> {
    /// Nothing that could be told apart.
    None,
    /// The members of an object, absent ones included.
    Members(Vec<(&'a str, &'a dyn Wire)>),
    /// The elements of a list.
    Items(Vec<&'a dyn Wire>),
    /// A file.
    File(&'a File),
}

/// Reading, writing and validating: for every type that has a form in JSON.
pub trait Json: Wire {
    /// The value as JSON text.
    fn to_json(&self) -> String;

    /// Reads JSON text.
    ///
    /// Replies are read liberally: undeclared members and unlisted enum values are kept, and `null`
    /// for an optional member counts as absent. [`validate`](Json::validate) says more.
    ///
    /// # Errors
    ///
    /// When the text is not JSON, or does not have the form of the type; the error says where.
    fn from_json(text: impl AsRef<[u8]>) -> Result<Self, DecodeError>
    where
        Self: Sized;

    /// Checks all rules that the description states.
    ///
    /// # Errors
    ///
    /// All rules that are broken, each with its place.
    fn validate(&self) -> Result<(), Violations>;
}

impl<T: Wire> Json for T {
    fn to_json(&self) -> String {
        Writer::text(self)
    }

    fn from_json(text: impl AsRef<[u8]>) -> Result<Self, DecodeError> {
        let mut value = Self::blank();
        decode(&mut value, text.as_ref())?;
        Ok(value)
    }

    fn validate(&self) -> Result<(), Violations> {
        check(self, &Rule::NONE)
    }
}

/// Reads a whole JSON text into a blank value.
pub(super) fn decode(value: &mut dyn Wire, text: &[u8]) -> Result<(), DecodeError> {
    let mut reader = Reader::new(text);
    value.read(&mut reader)?;
    reader.finish()
}

/// Checks a value by itself.
pub(super) fn check(value: &dyn Wire, rule: &Rule) -> Result<(), Violations> {
    let mut checker = Checker::default();
    rule.apply(value, &mut checker);
    checker.finish()
}
