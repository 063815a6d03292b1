//! Keywords that say nothing, since they are about values of another type.

use super::counted::Counted;
use crate::diag::{Code, Diagnostic};
use crate::pointer::Path;
use serde_json::{Map, Value};

/// Takes note of those of a schema.
pub(super) fn note(schema: &Map<String, Value>, at: &Path<'_>, idle: &mut Counted) {
    let Some(Value::String(ty)) = schema.get("type") else {
        return;
    };
    for key in idle_keywords(schema, ty) {
        let message = format!("`{key}` says nothing about values of `type: {ty}`");
        idle.count(&message, || {
            Diagnostic::new(Code::IDLE_KEYWORD, at.key(key).to_pointer(), &*message).on_key()
        });
    }
}

/// The keywords of a schema that say nothing about values of a type, but those that never say anything.
pub fn idle_keywords<'s>(
    schema: &'s Map<String, Value>,
    ty: &str,
) -> impl Iterator<Item = &'s String> {
    let others = schema.iter().filter(move |(key, value)| {
        let is_default = *key == "uniqueItems" && **value == Value::Bool(false);
        !is_default && speaks_of(key).is_some_and(|types| !types.contains(&ty))
    });
    others.map(|(key, _)| key)
}

/// The types of the values that a keyword is about (JSON Schema Validation, section 6); `None` for
/// those that are about all.
#[must_use]
pub fn speaks_of(keyword: &str) -> Option<&'static [&'static str]> {
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
