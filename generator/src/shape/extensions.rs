//! Extensions that are honoured: what they hold.

use super::check::Checker;
use super::repair::{Repair, repair};
use super::types::{Holds, Kind};
use crate::diag::Code;
use crate::pointer::Path;
use serde_json::Value;

const TEXTS: Holds = Holds::List(&Holds::Text);

/// What the extension `key` of such an object holds, when it is one that is honoured.
fn holds(kind: Kind, key: &str) -> Option<Holds> {
    Some(match (kind, key) {
        (Kind::Schema | Kind::Operation | Kind::Parameter, "x-rust-name")
        | (Kind::Schema, "x-ms-discriminator-value") => Holds::Text,
        (Kind::Schema, "x-nullable") => Holds::Flag,
        (Kind::Schema, "x-enum-varnames" | "x-enum-descriptions") => TEXTS,
        _ => return None,
    })
}

impl Checker {
    /// Checks an extension as keywords are checked; `false` means that it has to go.
    pub(super) fn extension(
        &mut self,
        key: &str,
        value: &mut Value,
        kind: Kind,
        at: &Path<'_>,
    ) -> bool {
        let Some(holds) = holds(kind, key).filter(|_| !value.is_null()) else {
            if key == "x-rust-name" && !value.is_null() {
                let message = format!("nothing is named after the {} object", kind.table().name);
                self.push_on_key(Code::NO_EFFECT, at, message);
            }
            return true;
        };
        if !self.repaired(value, &holds, at) {
            return false;
        }
        // Texts about the values of `enum` count by their position; `null` leaves one out.
        for (index, text) in value.as_array_mut().into_iter().flatten().enumerate() {
            if !text.is_null() && !self.repaired(text, &Holds::Text, &at.index(index)) {
                *text = Value::Null;
            }
        }
        true
    }

    fn repaired(&mut self, value: &mut Value, holds: &Holds, at: &Path<'_>) -> bool {
        match repair(value, holds, self.version) {
            Repair::Converted(message) => self.push(Code::WRONG_TYPE, at, message),
            Repair::Useless(code, message) => {
                self.push(code, at, message);
                return false;
            }
            Repair::Fits | Repair::Empty | Repair::OtherVersion(_) => {}
        }
        true
    }
}
