//! Formats that nothing is known of: documentation, and reported once each.

use super::counted::Counted;
use crate::diag::{Code, Diagnostic};
use crate::format::Format;
use crate::pointer::Path;
use serde_json::{Map, Value};

/// Longest name that findings show, in characters.
const LONGEST: usize = 60;

/// Formats that become types, beside those that are rules.
const TYPES: [&str; 3] = ["binary", "int-or-string", "password"];

/// Takes note of the format of a schema.
pub(super) fn note(schema: &Map<String, Value>, at: &Path<'_>, formats: &mut Counted) {
    let Some(name) = schema.get("format").and_then(Value::as_str) else {
        return;
    };
    if has_effect(name, schema.get("type")) {
        return;
    }
    formats.count(name, || {
        let mut shown: String = name.chars().take(LONGEST).collect();
        if shown.len() < name.len() {
            shown.push('…');
        }
        let message = format!("`format: {shown}` is taken as documentation");
        Diagnostic::new(Code::UNKNOWN_FORMAT, at.key("format").to_pointer(), message)
    });
}

/// Whether a format says something about values of these types, or no more than the type.
fn has_effect(name: &str, types: Option<&Value>) -> bool {
    let format = Format::named(name);
    let says = |ty: &str| match ty {
        "string" => format.is_some() || TYPES.contains(&name),
        "number" | "integer" => format.is_some_and(Format::is_numeric),
        _ => false,
    };
    match types {
        Some(Value::String(ty)) => name.eq_ignore_ascii_case(ty) || says(ty),
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).any(says),
        _ => says("string"),
    }
}
