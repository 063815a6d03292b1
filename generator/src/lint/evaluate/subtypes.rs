//! Schemas with a `discriminator` that others build on by `allOf`: a value must fit the one that its
//! tag names.

use super::{At, Evaluator, Verdict};
use crate::lint::target;
use crate::pointer::{Path, Pointer};
use serde_json::{Map, Value};

/// How many schemas are looked at for one that another builds on.
const SCHEMAS: usize = 1000;

impl Evaluator<'_> {
    /// The schema that the value's tag names. As a part of that one, the base says no more.
    pub(super) fn subtype(
        &mut self,
        map: &Map<String, Value>,
        value: &Value,
        at: At<'_>,
    ) -> Verdict {
        let root = self.root;
        let has_choice = ["oneOf", "anyOf"].iter().any(|key| map.contains_key(*key));
        let tagged = map.get("discriminator").filter(|_| !has_choice);
        let Some((home, child)) = tagged.and_then(|by| named(root, by, value)) else {
            return Verdict::Fits;
        };
        let base = at.schema.to_pointer();
        if at.is_tagged || home == base || !builds_on(root, child, &base, &mut SCHEMAS.clone()) {
            return Verdict::Fits;
        }
        let at = At {
            schema: &Path::from(&home),
            depth: at.depth + 1,
            whole: None,
            is_tagged: true,
            ..at
        };
        self.schema(child, value, at)
    }
}

/// The schema that a value's tag names, by `mapping` or by its own name.
fn named<'v>(root: &'v Value, by: &Value, value: &Value) -> Option<(Pointer, &'v Value)> {
    let tag = value.get(by.get("propertyName")?.as_str()?)?.as_str()?;
    let mapped = by.get("mapping").and_then(|all| all.get(tag)?.as_str());
    if let Some(found) = mapped.and_then(|to| target(root, to)) {
        return Some(found);
    }
    let home = Pointer::root().keys(["components", "schemas", mapped.unwrap_or(tag)]);
    let schema = root.pointer(home.as_str())?;
    Some((home, schema))
}

/// Whether a schema builds on another by `allOf`, directly or not.
fn builds_on(root: &Value, schema: &Value, base: &Pointer, left: &mut usize) -> bool {
    let members = schema.get("allOf").and_then(Value::as_array);
    members.into_iter().flatten().any(|member| {
        let Some(less) = left.checked_sub(1) else {
            return false;
        };
        *left = less;
        let reference = member.get("$ref").and_then(Value::as_str);
        reference
            .and_then(|reference| target(root, reference))
            .is_some_and(|(home, parent)| home == *base || builds_on(root, parent, base, left))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_tag_names_the_schema_that_builds_on_the_base() {
        let mapping =
            json!({"l": "#/components/schemas/Leaf", "b": "Base", "m": "Mid", "o": "Other"});
        let base = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
        let root = json!({"openapi": "3.0.4", "components": {"schemas": {
            "Base": {"type": "object", "discriminator": {"propertyName": "t", "mapping": mapping}},
            "Mid": {"allOf": [base("Base")]},
            "Leaf": {"allOf": [base("Mid"), {"properties": {"b": {"type": "string"}}}]},
            "Other": {"required": ["c"]},
            "Wrapped": {"allOf": [base("Base")], "description": "In a property, say."},
        }}});
        for (tag, b, expected) in [
            ("Leaf", json!(1), Some("/b")),
            ("l", json!(1), Some("/b")),
            ("Leaf", json!("x"), None),
            ("m", json!(1), None),
            ("b", json!(1), None),
            // Not one that builds on it.
            ("o", json!(1), None),
            ("nobody", json!(1), None),
        ] {
            for name in ["Base", "Wrapped"] {
                let home = Pointer::root().keys(["components", "schemas", name]);
                let value = json!({"t": tag, "b": b});
                let verdict = Evaluator::new(&root).check(&base(name), &home, &value);
                let found = match &verdict {
                    Verdict::Fails(problems) => Some(problems.all[0].place.as_str()),
                    _ => None,
                };
                assert_eq!(found, expected, "{name} {value}");
            }
        }
    }
}
