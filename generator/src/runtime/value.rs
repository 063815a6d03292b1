//! Any JSON value.

use super::containers::read_map;
use super::decode_error::DecodeError;
use super::number::Number;
use super::reader::Reader;
use super::rules::Rule;
use super::violations::Checker;
use super::wire::{Json, Parts, Wire};
use super::writer::Writer;
use jiter::Peek;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// What a schema describes that no value satisfies, since its parts contradict each other. Requests
/// with such a value are refused; what comes in a reply all the same can be read.
pub type Never = Value;

/// Any JSON value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object.
    Object(BTreeMap<String, Value>),
}

impl Value {
    /// The member of this name, of an object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }

    /// The part that a JSON pointer (RFC 6901) names; the empty pointer names the whole.
    #[must_use]
    pub fn pointer(&self, pointer: &str) -> Option<&Self> {
        if pointer.is_empty() {
            return Some(self);
        }
        pointer
            .strip_prefix('/')?
            .split('/')
            .try_fold(self, |value, token| match value {
                Self::Object(members) => members.get(&token.replace("~1", "/").replace("~0", "~")),
                Self::Array(items) if token == "0" || !token.starts_with(['0', '+']) => {
                    items.get(token.parse::<usize>().ok()?)
                }
                _ => None,
            })
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The boolean, if it is one.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self {
            Some(*value)
        } else {
            None
        }
    }

    /// The whole number, if it is one within the range of `i64`.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        if let Self::Number(number) = self {
            number.as_i64()
        } else {
            None
        }
    }

    /// The number, rounded to the nearest `f64`.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        if let Self::Number(number) = self {
            number.as_f64()
        } else {
            None
        }
    }

    /// The string, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self {
            Some(text)
        } else {
            None
        }
    }

    /// The elements, if it is an array.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        if let Self::Array(items) = self {
            Some(items)
        } else {
            None
        }
    }

    /// The members, if it is an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&BTreeMap<String, Self>> {
        if let Self::Object(members) = self {
            Some(members)
        } else {
            None
        }
    }

    /// A text that equal values have in common.
    pub(super) fn canonical(&self) -> String {
        match self {
            Self::Number(number) => number.canonical(),
            Self::Array(items) => {
                format!(
                    "[{}]",
                    items
                        .iter()
                        .map(Self::canonical)
                        .collect::<Vec<_>>()
                        .join(",")
                )
            }
            Self::Object(members) => {
                let members = members
                    .iter()
                    .map(|(name, value)| format!("{}:{}", Writer::text(name), value.canonical()));
                format!("{{{}}}", members.collect::<Vec<_>>().join(","))
            }
            other => other.to_string(),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Writer::text(self))
    }
}

impl FromStr for Value {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        Self::from_json(text)
    }
}

impl Wire for Value {
    fn blank() -> Self {
        Self::Null
    }

    fn takes_null() -> bool {
        true
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match reader.peek()? {
            Peek::Null => {
                reader.null()?;
                *self = Self::Null;
            }
            Peek::True | Peek::False => *self = Self::Bool(reader.boolean()?),
            Peek::String => *self = Self::String(reader.string()?.to_owned()),
            Peek::Array => {
                let mut items: Vec<Self> = Vec::new();
                items.read(reader)?;
                *self = Self::Array(items);
            }
            Peek::Object => {
                let mut members: BTreeMap<String, Self> = BTreeMap::new();
                read_map(&mut members, true, reader)?;
                *self = Self::Object(members);
            }
            _ => {
                let mut number = Number::blank();
                number.read(reader)?;
                *self = Self::Number(number);
            }
        }
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Self::Null => writer.null(),
            Self::Bool(value) => writer.boolean(*value),
            Self::Number(number) => number.write(writer),
            Self::String(text) => writer.string(text),
            Self::Array(items) => items.write(writer),
            Self::Object(members) => members.write(writer),
        }
    }

    fn check(&self, rule: &Rule, checker: &mut Checker) {
        match self {
            Self::Null | Self::Bool(_) => {}
            Self::Number(number) => number.check(rule, checker),
            Self::String(text) => rule.check_text(text, checker),
            Self::Array(items) => items.check(rule, checker),
            Self::Object(members) => members.check(rule, checker),
        }
    }

    fn member(&self, name: &str) -> Option<Value> {
        self.get(name).cloned()
    }

    fn parts(&self) -> Parts<'_> {
        match self {
            Self::Array(items) => items.parts(),
            Self::Object(members) => members.parts(),
            _ => Parts::None,
        }
    }
}

/// Makes a [`Value`] from a type, by what it writes.
macro_rules! value_from {
    ($($type:ty),*) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::Number(Number::from(value))
            }
        }
    )*};
}
value_from!(i32, u32, i64, u64);

/// A number that is not finite becomes `null`.
impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Number::try_from(value).map_or(Self::Null, Self::Number)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(items: Vec<T>) -> Self {
        Self::Array(items.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Value>> From<BTreeMap<String, T>> for Value {
    fn from(members: BTreeMap<String, T>) -> Self {
        Self::Object(
            members
                .into_iter()
                .map(|(name, value)| (name, value.into()))
                .collect(),
        )
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
