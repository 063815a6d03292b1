//! `serde::{Serialize, Deserialize}` for all types, behind the feature `serde`.
//!
//! They go through JSON: right for every format that has JSON's data model, but slower than
//! [`Json`](super::Json), which the client itself uses.

#[cfg(feature = "serde")]
#[doc(hidden)]
pub use serde;

#[cfg(feature = "serde")]
mod shims {
    use super::super::value::Value;
    use super::super::wire::{Json, Wire, decode};
    use super::super::writer::Writer;
    use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
    use serde::ser::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::collections::BTreeMap;
    use std::fmt;

    /// Serializes a value by its JSON form.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(value: &dyn Wire, serializer: S) -> Result<S::Ok, S::Error> {
        let value = Value::from_json(Writer::text(value)).map_err(S::Error::custom)?;
        value.serialize(serializer)
    }

    /// Deserializes into a blank value by its JSON form.
    ///
    /// # Errors
    ///
    /// Those of the deserializer, and values that do not have the form of the type.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        value: &mut dyn Wire,
        deserializer: D,
    ) -> Result<(), D::Error> {
        let text = Value::deserialize(deserializer)?.to_json();
        decode(value, text.as_bytes()).map_err(D::Error::custom)
    }

    impl Serialize for Value {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self {
                Self::Null => serializer.serialize_unit(),
                Self::Bool(value) => serializer.serialize_bool(*value),
                Self::Number(number) => {
                    if let Some(value) = number.as_i64() {
                        serializer.serialize_i64(value)
                    } else if let Ok(value) = number.as_str().parse() {
                        serializer.serialize_u64(value)
                    } else {
                        let value = number.as_f64();
                        let value = value.ok_or_else(|| S::Error::custom("number out of range"))?;
                        serializer.serialize_f64(value)
                    }
                }
                Self::String(text) => serializer.serialize_str(text),
                Self::Array(items) => items.serialize(serializer),
                Self::Object(members) => members.serialize(serializer),
            }
        }
    }

    impl<'de> Deserialize<'de> for Value {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(AnyValue)
        }
    }

    struct AnyValue;

    impl<'de> Visitor<'de> for AnyValue {
        type Value = Value;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a JSON value")
        }

        fn visit_unit<E>(self) -> Result<Value, E> {
            Ok(Value::Null)
        }

        fn visit_none<E>(self) -> Result<Value, E> {
            Ok(Value::Null)
        }

        fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
            Value::deserialize(deserializer)
        }

        fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
            Ok(Value::from(value))
        }

        fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
            Ok(Value::from(value))
        }

        fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
            Ok(Value::from(value))
        }

        fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
            Ok(Value::from(value))
        }

        fn visit_str<E>(self, value: &str) -> Result<Value, E> {
            Ok(Value::from(value))
        }

        fn visit_string<E>(self, value: String) -> Result<Value, E> {
            Ok(Value::from(value))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
            let mut list: Vec<Value> = Vec::new();
            while let Some(item) = items.next_element()? {
                list.push(item);
            }
            Ok(Value::Array(list))
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some((name, value)) = members.next_entry()? {
                map.insert(name, value);
            }
            Ok(Value::Object(map))
        }
    }
}
#[cfg(feature = "serde")]
pub use shims::{deserialize, serialize};

/// Implements the traits for a type on the wire; nothing without the feature `serde`.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_shim {
    ($type:ident) => {
        impl $crate::runtime::serde_impls::serde::Serialize for $type {
            fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
            where
                S: $crate::runtime::serde_impls::serde::Serializer,
            {
                $crate::runtime::serde_impls::serialize(self, serializer)
            }
        }

        impl<'de> $crate::runtime::serde_impls::serde::Deserialize<'de> for $type {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: $crate::runtime::serde_impls::serde::Deserializer<'de>,
            {
                let mut value = <Self as $crate::runtime::Wire>::blank();
                $crate::runtime::serde_impls::deserialize(&mut value, deserializer)?;
                Ok(value)
            }
        }
    };
}

/// Nothing: the feature `serde` is off.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_shim {
    ($type:ident) => {};
}
#[doc(hidden)]
pub use __serde_shim as serde_shim;
