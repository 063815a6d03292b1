//! References by name: to the `$anchor` of a schema, or to its `$id` (JSON Schema Core 2020-12,
//! sections 8.2.1 and 8.2.2).
//!
//! In the file of the description they become pointers, before anything else reads references. An
//! `$id` counts where it is an absolute URI and a reference names it in full: that it is the base of
//! relative references is reported as not supported.

use crate::pointer::{Path, Pointer};
use crate::shape::{Kind, for_each_child};
use serde_json::Value;
use std::collections::BTreeMap;

/// What references may say, and the schema that it names; `None` where several schemas have it.
type Named = BTreeMap<String, Option<Pointer>>;

/// Makes references to `$anchor` and `$id` pointers.
pub fn follow_anchors(value: &mut Value) {
    let version = value.get("openapi").and_then(Value::as_str);
    if version.is_none_or(|version| version.starts_with("3.0")) {
        return;
    }
    let mut named = Named::new();
    collect(value, Kind::Document, &Path::root(), "", &mut named);
    if !named.is_empty() {
        rewrite(value, Kind::Document, &Path::root(), "", &named);
    }
}

/// The `$id` of a schema.
fn own_id(value: &Value, kind: Kind) -> Option<String> {
    let own = value.get("$id").filter(|_| kind == Kind::Schema)?;
    Some(own.as_str()?.trim_end_matches('#').to_owned())
}

fn collect(value: &mut Value, kind: Kind, at: &Path<'_>, around: &str, named: &mut Named) {
    let own = own_id(value, kind);
    let base = own.as_deref().unwrap_or(around);
    if kind == Kind::Schema {
        let mut add = |text: String| {
            let place = named.entry(text);
            place
                .and_modify(|known| *known = None)
                .or_insert_with(|| Some(at.to_pointer()));
        };
        if let Some(id) = own.as_ref().filter(|id| id.contains(':')) {
            add(id.clone());
        }
        if let Some(anchor) = value.get("$anchor").and_then(Value::as_str) {
            add(format!("{base}#{anchor}"));
        }
    }
    for_each_child(value, kind, at, &mut |child, kind, at, _| {
        collect(child, kind, at, base, named);
    });
}

fn rewrite(value: &mut Value, kind: Kind, at: &Path<'_>, around: &str, named: &Named) {
    let own = own_id(value, kind);
    let base = own.as_deref().unwrap_or(around);
    if let Some(Value::String(text)) = value.get_mut("$ref") {
        let full = match text.strip_prefix('#') {
            Some(anchor) => format!("{base}#{anchor}"),
            None => text.trim_end_matches('#').to_owned(),
        };
        if let Some(Some(to)) = named.get(&full) {
            *text = format!("#{to}").replace('%', "%25");
        }
    }
    for_each_child(value, kind, at, &mut |child, kind, at, _| {
        rewrite(child, kind, at, base, named);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn followed(reference: &str) -> String {
        let mut document = json!({
            "openapi": "3.1.0",
            "components": {"schemas": {
                "A": {"$anchor": "a", "properties": {"b": {"$anchor": "b c"}, "twice": {"$anchor": "twice"}}},
                "B": {"$id": "https://example.com/b", "properties": {"a": {"$anchor": "a"}, "own": {"$ref": "#a"}}},
                "C": {"$anchor": "twice"},
                "D": {"$ref": reference},
                "E": {"$id": "relative"}
            }}
        });
        follow_anchors(&mut document);
        let schemas = &document["components"]["schemas"];
        assert_eq!(
            schemas["B"]["properties"]["own"]["$ref"],
            "#/components/schemas/B/properties/a"
        );
        schemas["D"]["$ref"].as_str().unwrap_or_default().to_owned()
    }

    #[test]
    fn names_become_pointers() {
        for (reference, expected) in [
            ("#a", "#/components/schemas/A"),
            ("#b c", "#/components/schemas/A/properties/b"),
            ("https://example.com/b", "#/components/schemas/B"),
            (
                "https://example.com/b#a",
                "#/components/schemas/B/properties/a",
            ),
            // What no schema has, or two.
            ("#twice", "#twice"),
            ("relative", "relative"),
            ("#/components/schemas/A", "#/components/schemas/A"),
        ] {
            assert_eq!(followed(reference), expected, "{reference}");
        }
    }
}
