//! `format`.

use super::{At, Evaluator, Verdict, shown};
use crate::format::Format;
use serde_json::{Map, Value};

/// Formats that say no more than the type.
const PLAIN: [&str; 2] = ["binary", "password"];

impl Evaluator<'_> {
    pub(super) fn format(
        &mut self,
        map: &Map<String, Value>,
        value: &Value,
        at: At<'_>,
    ) -> Verdict {
        let Some(name) = map.get("format").and_then(Value::as_str) else {
            return Verdict::Fits;
        };
        let holds = match (Format::named(name), value) {
            (Some(format), Value::String(text)) if self.spend(text.len() / 8) => {
                format.holds_for_text(text)
            }
            (Some(format), Value::Number(number)) => {
                !format.is_numeric() || format.holds_for_number(&number.to_string())
            }
            (None, Value::String(_)) if PLAIN.contains(&name) => true,
            (_, Value::String(_) | Value::Number(_)) => return Verdict::Unknown,
            _ => true,
        };
        if holds {
            Verdict::Fits
        } else {
            at.fails(format!("{} does not have `format: {name}`", shown(value)))
        }
    }
}
