//! Open enums: a list of known values, and whatever else comes.

use super::reader::Reader;
use super::value::Value;
use super::violations::Checker;
use super::writer::Writer;

/// Checks that a value is one of the known ones; all are JSON texts.
pub fn check(value: &str, known: &mut dyn Iterator<Item = String>, checker: &mut Checker) {
    let known: Vec<String> = known.collect();
    if !known.iter().any(|known| known == value) {
        checker.reject(format!("enum: [{}]", known.join(", ")), value);
    }
}

/// Checks that a text is one of the known ones, unless all others are allowed too.
pub fn check_text(
    value: &str,
    open: bool,
    known: &mut dyn Iterator<Item = String>,
    checker: &mut Checker,
) {
    if !open {
        check(&Writer::text(&value.to_owned()), known, checker);
    }
}

/// Whether a JSON text is this value.
#[must_use]
pub fn same(text: Option<&str>, value: &Value) -> bool {
    text.is_some_and(|text| text.parse().is_ok_and(|known: Value| known == *value))
}

/// What a string spells, where strings stand for that.
#[must_use]
pub fn spelt(value: &Value, reader: &Reader<'_>) -> Option<Value> {
    let text = value.as_str().filter(|_| reader.spelt)?;
    text.trim().parse().ok()
}

/// The documentation of a variant: its value, unless that cannot be shown as code.
#[doc(hidden)]
#[macro_export]
macro_rules! __wire_value {
    ($wire:literal) => {
        concat!("`", $wire, "`")
    };
    (($wire:literal)) => {
        ""
    };
}
#[doc(hidden)]
pub use __wire_value as wire_value;

/// The value itself.
#[doc(hidden)]
#[macro_export]
macro_rules! __wire_text {
    ($wire:literal) => {
        $wire
    };
    (($wire:literal)) => {
        $wire
    };
}
#[doc(hidden)]
pub use __wire_text as wire_text;

/// An open enum of strings: `text_enum! { pub enum Type { Variant = "value", … } }`.
///
/// A value in parentheses is not shown in the documentation of its variant.
#[doc(hidden)]
#[macro_export]
macro_rules! __text_enum {
    ($($parts:tt)*) => {
        $crate::runtime::strings! {
            "A value that the description does not list, kept as read.", false; $($parts)*
        }
    };
}
#[doc(hidden)]
pub use __text_enum as text_enum;

/// An enum of strings for which the description allows all others as well; otherwise as `text_enum!`.
#[doc(hidden)]
#[macro_export]
macro_rules! __open_enum {
    ($($parts:tt)*) => {
        $crate::runtime::strings! {
            "Another value: the description allows every string.", true; $($parts)*
        }
    };
}
#[doc(hidden)]
pub use __open_enum as open_enum;

/// An enum of strings, what its documentation says of other values, and whether they are allowed.
#[doc(hidden)]
#[macro_export]
macro_rules! __strings {
    ($others:literal, $open:literal; $(#[$attribute:meta])* $visibility:vis enum $type:ident {
        $($(#[$described:meta])* $variant:ident = $wire:tt),* $(,)?
    }) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        $visibility enum $type {
            $(#[doc = $crate::runtime::enums::wire_value!($wire)] $(#[$described])* $variant,)*
            #[doc = $others]
            Unknown(String),
        }

        impl $type {
            /// The values that the description lists, in its order.
            $visibility const KNOWN: &'static [Self] = {
                // As an item it is not taken for an array on the stack, however long.
                const ALL: &[$type] = &[$($type::$variant),*];
                ALL
            };

            /// The value on the wire.
            #[must_use]
            $visibility fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $crate::runtime::enums::wire_text!($wire),)*
                    Self::Unknown(value) => value,
                }
            }
        }

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
                    $crate::runtime::enums::check_text(value, $open, &mut known, checker);
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
pub use __strings as strings;

/// An open enum of integers: `int_enum! { pub enum Type { Variant = 1, … } }`.
#[doc(hidden)]
#[macro_export]
macro_rules! __int_enum {
    ($(#[$attribute:meta])* $visibility:vis enum $type:ident {
        $($(#[$described:meta])* $variant:ident = $wire:literal),* $(,)?
    }) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        $visibility enum $type {
            $(#[doc = concat!("`", $wire, "`")] $(#[$described])* $variant,)*
            /// A value that the description does not list, kept as read.
            Unknown(i64),
        }

        impl $type {
            /// The values that the description lists, in its order.
            $visibility const KNOWN: &'static [Self] = {
                // As an item it is not taken for an array on the stack, however long.
                const ALL: &[$type] = &[$($type::$variant),*];
                ALL
            };

            /// The value on the wire.
            #[must_use]
            $visibility fn as_i64(&self) -> i64 {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Unknown(value) => *value,
                }
            }
        }

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

/// An open enum of JSON values: `json_enum! { pub enum Type { Variant = "1.5", … } }`; the values
/// are JSON texts.
#[doc(hidden)]
#[macro_export]
macro_rules! __json_enum {
    ($(#[$attribute:meta])* $visibility:vis enum $type:ident {
        $($(#[$described:meta])* $variant:ident = $wire:tt),* $(,)?
    }) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        $visibility enum $type {
            $(#[doc = $crate::runtime::enums::wire_value!($wire)] $(#[$described])* $variant,)*
            /// A value that the description does not list, kept as read.
            Unknown($crate::runtime::Value),
        }

        impl $type {
            /// The values that the description lists, in its order.
            $visibility const KNOWN: &'static [Self] = {
                // As an item it is not taken for an array on the stack, however long.
                const ALL: &[$type] = &[$($type::$variant),*];
                ALL
            };

            /// The value on the wire as JSON text; `None` for an unlisted one.
            #[must_use]
            $visibility fn as_json(&self) -> Option<&'static str> {
                match self {
                    $(Self::$variant => Some($crate::runtime::enums::wire_text!($wire)),)*
                    Self::Unknown(_) => None,
                }
            }
        }

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
                let spelt = $crate::runtime::enums::spelt(&value, reader).map(Self::from);
                let known = spelt.filter(|known| known.as_json().is_some());
                *self = known.unwrap_or_else(|| Self::from(value));
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
