//! Keywords that say nothing, since they are about values of another type.

use crate::diag::{Code, Diagnostic, Report};
use crate::pointer::{Path, Pointer};
use indexmap::IndexMap;
use serde_json::{Map, Value};

/// The keywords that have no effect, each with the type beside it: where it stands first, and how
/// often.
#[derive(Debug, Default)]
pub(super) struct Idle {
    found: IndexMap<(String, String), (Pointer, usize)>,
}

impl Idle {
    /// Takes note of those of a schema.
    pub(super) fn note(&mut self, schema: &Map<String, Value>, at: &Path<'_>) {
        let Some(Value::String(ty)) = schema.get("type") else {
            return;
        };
        for key in schema.keys() {
            if speaks_of(key).is_some_and(|types| !types.contains(&ty.as_str())) {
                let first = || (at.key(key).to_pointer(), 0);
                let entry = self.found.entry((key.clone(), ty.clone()));
                entry.or_insert_with(first).1 += 1;
            }
        }
    }

    /// Adds those of a later part.
    pub(super) fn append(&mut self, other: Self) {
        for (key, (at, count)) in other.found {
            self.found.entry(key).or_insert((at, 0)).1 += count;
        }
    }

    /// Reports them, in the order in which they were met.
    pub(super) fn report(self, report: &mut Report) {
        for ((key, ty), (at, count)) in self.found {
            let message = format!("`{key}` says nothing about values of `type: {ty}`");
            let finding = Diagnostic::new(Code::IDLE_KEYWORD, at, message).on_key();
            report.push(finding.first_of(count, "schemas"));
        }
    }
}

/// The types of the values that a keyword is about (JSON Schema Validation, section 6); `None` for
/// those that are about all.
fn speaks_of(keyword: &str) -> Option<&'static [&'static str]> {
    Some(match keyword {
        "minLength" | "maxLength" | "pattern" => &["string"],
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
            &["integer", "number"]
        }
        "items" | "prefixItems" | "minItems" | "maxItems" | "uniqueItems" => &["array"],
        "properties"
        | "required"
        | "additionalProperties"
        | "patternProperties"
        | "minProperties"
        | "maxProperties" => &["object"],
        _ => return None,
    })
}
