//! Formats that nothing is known of: documentation, and reported once each.

use crate::diag::{Code, Diagnostic, Report};
use crate::format::Format;
use crate::pointer::{Path, Pointer};
use indexmap::IndexMap;
use serde_json::{Map, Value};

/// Longest name that findings show, in characters.
const LONGEST: usize = 60;

/// Formats that become types, beside those that are rules.
const TYPES: [&str; 3] = ["binary", "int-or-string", "password"];

/// The formats that have no effect: where each stands first, and how often.
#[derive(Debug, Default)]
pub(super) struct Formats {
    unknown: IndexMap<String, (Pointer, usize)>,
}

impl Formats {
    /// Takes note of the format of a schema.
    pub(super) fn note(&mut self, schema: &Map<String, Value>, at: &Path<'_>) {
        let Some(name) = schema.get("format").and_then(Value::as_str) else {
            return;
        };
        if has_effect(name, schema.get("type")) {
            return;
        }
        let first = || (at.key("format").to_pointer(), 0);
        self.unknown.entry(name.to_owned()).or_insert_with(first).1 += 1;
    }

    /// Adds those of a later part.
    pub(super) fn append(&mut self, other: Self) {
        for (name, (at, count)) in other.unknown {
            self.unknown.entry(name).or_insert((at, 0)).1 += count;
        }
    }

    /// Reports them, in the order in which they were met.
    pub(super) fn report(self, report: &mut Report) {
        for (name, (at, count)) in self.unknown {
            let mut shown: String = name.chars().take(LONGEST).collect();
            if shown.len() < name.len() {
                shown.push('…');
            }
            let message = format!("`format: {shown}` is taken as documentation");
            let finding = Diagnostic::new(Code::UNKNOWN_FORMAT, at, message);
            report.push(finding.first_of(count, "schemas"));
        }
    }
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
