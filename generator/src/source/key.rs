//! Keys of mappings: in OpenAPI all scalars are text, as they are written (OpenAPI 3.0.4, section
//! 4.1: the failsafe schema of YAML), so that `1.10` is not `1.1`.

use super::value::Reader;
use crate::diag::Code;
use crate::pointer::Path;
use serde::de::{self, DeserializeSeed, Visitor};
use std::fmt;

/// Reads a key as it is written.
pub(super) struct KeySeed<'a, 'p> {
    pub(super) reader: &'a mut Reader,
    pub(super) at: &'p Path<'p>,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_, '_> {
    type Value = String;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(Key).map_err(|error| {
            // All that is no scalar; other errors are of the syntax.
            if error.to_string().starts_with("invalid type") {
                let message = "a key here is a list or a mapping";
                self.reader.stop(Code::KEY_NOT_TEXT, self.at, message)
            } else {
                error
            }
        })
    }
}

struct Key;

impl Visitor<'_> for Key {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<String, E> {
        Ok(value.to_owned())
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<String, E> {
        Ok(value)
    }
}
