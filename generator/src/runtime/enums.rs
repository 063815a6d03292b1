//! Open enums: a list of known values, and whatever else comes.

use super::value::Value;
use super::violations::Checker;

/// Checks that a value is one of the known ones; all are JSON texts.
pub fn check(value: &str, known: &mut dyn Iterator<Item = String>, checker: &mut Checker) {
    let known: Vec<String> = known.collect();
    if !known.iter().any(|known| known == value) {
        checker.reject(format!("enum: [{}]", known.join(", ")), value);
    }
}

/// Whether a JSON text is this value.
#[must_use]
pub fn same(text: Option<&str>, value: &Value) -> bool {
    text.is_some_and(|text| text.parse().is_ok_and(|known: Value| known == *value))
}

/// Makes an enum of strings with `KNOWN`, `as_str` and `Unknown(String)` a type on the wire.
#[doc(hidden)]
#[macro_export]
macro_rules! __text_enum {
    ($type:ident) => {
        impl $crate::runtime::Wire for $type {
            fn blank() -> Self {
                Self::Unknown(String::new())
            }

            fn read(
                &mut self,
                reader: &mut $crate::runtime::Reader<'_>,
            ) -> Result<(), $crate::runtime::DecodeError> {
                *self = Self::from(reader.string()?);
                Ok(())
            }

            fn write(&self, writer: &mut $crate::runtime::Writer) {
                writer.string(self.as_str());
            }

            fn check(&self, _: &$crate::runtime::Rule, checker: &mut $crate::runtime::Checker) {
                if let Self::Unknown(value) = self {
                    let mut known = Self::KNOWN.iter().map($crate::runtime::Json::to_json);
                    let value = $crate::runtime::Json::to_json(value);
                    $crate::runtime::enums::check(&value, &mut known, checker);
                }
            }
        }

        impl From<&str> for $type {
            fn from(value: &str) -> Self {
                let known = Self::KNOWN.iter().find(|known| known.as_str() == value);
                known
                    .cloned()
                    .unwrap_or_else(|| Self::Unknown(value.to_owned()))
            }
        }

        impl From<String> for $type {
            fn from(value: String) -> Self {
                Self::from(value.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = std::convert::Infallible;

            fn from_str(value: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(value))
            }
        }

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
        $crate::runtime::serde_shim!($type);
    };
}
#[doc(hidden)]
pub use __text_enum as text_enum;

/// Makes an enum of integers with `KNOWN`, `as_i64` and `Unknown(i64)` a type on the wire.
#[doc(hidden)]
#[macro_export]
macro_rules! __int_enum {
    ($type:ident) => {
        impl $crate::runtime::Wire for $type {
            fn blank() -> Self {
                Self::Unknown(0)
            }

            fn read(
                &mut self,
                reader: &mut $crate::runtime::Reader<'_>,
            ) -> Result<(), $crate::runtime::DecodeError> {
                let mut value = 0_i64;
                $crate::runtime::Wire::read(&mut value, reader)?;
                *self = Self::from(value);
                Ok(())
            }

            fn write(&self, writer: &mut $crate::runtime::Writer) {
                writer.integer(i128::from(self.as_i64()));
            }

            fn check(&self, _: &$crate::runtime::Rule, checker: &mut $crate::runtime::Checker) {
                if let Self::Unknown(value) = self {
                    let mut known = Self::KNOWN.iter().map(ToString::to_string);
                    $crate::runtime::enums::check(&value.to_string(), &mut known, checker);
                }
            }
        }

        impl From<i64> for $type {
            fn from(value: i64) -> Self {
                let known = Self::KNOWN.iter().find(|known| known.as_i64() == value);
                known.cloned().unwrap_or(Self::Unknown(value))
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.as_i64().fmt(f)
            }
        }
        $crate::runtime::serde_shim!($type);
    };
}
#[doc(hidden)]
pub use __int_enum as int_enum;

/// Makes an enum of JSON values with `KNOWN`, `as_json` and `Unknown(Value)` a type on the wire.
#[doc(hidden)]
#[macro_export]
macro_rules! __json_enum {
    ($type:ident) => {
        impl $crate::runtime::Wire for $type {
            fn blank() -> Self {
                Self::Unknown($crate::runtime::Value::Null)
            }

            fn takes_null() -> bool {
                true
            }

            fn read(
                &mut self,
                reader: &mut $crate::runtime::Reader<'_>,
            ) -> Result<(), $crate::runtime::DecodeError> {
                let mut value = $crate::runtime::Value::Null;
                $crate::runtime::Wire::read(&mut value, reader)?;
                *self = Self::from(value);
                Ok(())
            }

            fn write(&self, writer: &mut $crate::runtime::Writer) {
                match (self, self.as_json()) {
                    (Self::Unknown(value), _) => $crate::runtime::Wire::write(value, writer),
                    (_, text) => writer.literal(text.unwrap_or("null")),
                }
            }

            fn check(&self, _: &$crate::runtime::Rule, checker: &mut $crate::runtime::Checker) {
                if let Self::Unknown(value) = self {
                    let mut known = Self::KNOWN.iter().map(ToString::to_string);
                    $crate::runtime::enums::check(&value.to_string(), &mut known, checker);
                }
            }
        }

        impl From<$crate::runtime::Value> for $type {
            fn from(value: $crate::runtime::Value) -> Self {
                let mut known = Self::KNOWN.iter();
                let known =
                    known.find(|known| $crate::runtime::enums::same(known.as_json(), &value));
                known.cloned().unwrap_or(Self::Unknown(value))
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&$crate::runtime::Json::to_json(self))
            }
        }
        $crate::runtime::serde_shim!($type);
    };
}
#[doc(hidden)]
pub use __json_enum as json_enum;
