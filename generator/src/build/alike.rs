//! Schemas that allow the same values, whatever they say about them.

use openapiv3::{ReferenceOr, Schema};
use serde_json::Value;

/// What only describes.
const ANNOTATIONS: &[&str] = &[
    "title",
    "description",
    "example",
    "x-specwright-examples",
    "externalDocs",
];

/// Whether two schemas differ in their documentation at most.
pub(super) fn alike(a: Option<&ReferenceOr<Schema>>, b: Option<&ReferenceOr<Schema>>) -> bool {
    match (a, b) {
        (Some(ReferenceOr::Item(a)), Some(ReferenceOr::Item(b))) => a == b || bare(a) == bare(b),
        _ => a == b,
    }
}

/// A schema without its documentation.
fn bare(schema: &Schema) -> Option<Value> {
    let mut value = serde_json::to_value(schema).ok()?;
    strip(&mut value);
    Some(value)
}

fn strip(schema: &mut Value) {
    let Value::Object(map) = schema else {
        return;
    };
    map.retain(|key, _| !ANNOTATIONS.contains(&key.as_str()));
    for (key, value) in map {
        match (key.as_str(), value) {
            ("properties", Value::Object(properties)) => properties.values_mut().for_each(strip),
            ("allOf" | "anyOf" | "oneOf", Value::Array(members)) => {
                members.iter_mut().for_each(strip);
            }
            ("items" | "not" | "additionalProperties", value) => strip(value),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn documentation_makes_no_difference() {
        let of =
            |value: Value| -> Option<ReferenceOr<Schema>> { serde_json::from_value(value).ok() };
        let schema = |text: &str, ty: &str| {
            of(json!({"type": "object", "title": text, "properties": {
                "title": {"type": ty, "description": text},
                "list": {"type": "array", "items": {"type": "string", "example": text}},
            }}))
        };
        let (one, two, other) = (
            schema("a", "string"),
            schema("b", "string"),
            schema("a", "number"),
        );
        assert!(one.is_some() && other.is_some());
        assert!(alike(one.as_ref(), two.as_ref()));
        assert!(!alike(one.as_ref(), other.as_ref()) && !alike(one.as_ref(), None));
    }
}
