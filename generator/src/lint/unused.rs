//! Components that no operation needs.

use super::target;
use crate::diag::{Code, Diagnostic, Report};
use crate::pointer::Pointer;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A section of `components` and a name in it.
pub(super) type Component = (String, String);

/// Reports components that are not reached from the operations.
///
/// A description without operations is a collection for others, and everything in it may be used.
pub(super) fn check(value: &Value, report: &mut Report) {
    let Some(components) = value.get("components").and_then(Value::as_object) else {
        return;
    };
    let has_members = |key: &str| {
        let map = value.get(key).and_then(Value::as_object);
        map.is_some_and(|map| !map.is_empty())
    };
    if !has_members("paths") && !has_members("webhooks") {
        return;
    }
    let used = used(value, components);
    for (section, map) in components {
        for name in map.as_object().into_iter().flat_map(Map::keys) {
            let is_ours = !section.starts_with("x-") && !name.starts_with("x-");
            if is_ours && !used.contains(&(section.clone(), name.clone())) {
                let at = Pointer::root().keys(["components", section, name]);
                let message = format!("nothing uses the component `{name}`");
                report.push(Diagnostic::new(Code::UNUSED_COMPONENT, at, message).on_key());
            }
        }
    }
}

fn used(root: &Value, components: &Map<String, Value>) -> BTreeSet<Component> {
    let mut found: BTreeSet<Component> = BTreeSet::new();
    for (key, value) in root.as_object().into_iter().flatten() {
        if key != "components" {
            member(root, key, value, &mut found);
        }
    }
    reached(root, components, found)
}

/// These components and all that they need.
pub(super) fn reached(
    root: &Value,
    components: &Map<String, Value>,
    from: BTreeSet<Component>,
) -> BTreeSet<Component> {
    // A schema that takes over another by `allOf` is a variant of it.
    let children = children(root, components);
    let mut used = BTreeSet::new();
    let mut open: Vec<Component> = from.into_iter().collect();
    while let Some(component) = open.pop() {
        if used.contains(&component) {
            continue;
        }
        let (section, name) = &component;
        let value = components.get(section).and_then(|map| map.get(name));
        let mut found = BTreeSet::new();
        if let Some(value) = value {
            collect(root, value, &mut found);
            if section == "schemas" && value.get("discriminator").is_some() {
                found.extend(children.get(name).into_iter().flatten().cloned());
            }
        }
        used.insert(component);
        open.extend(found.into_iter().filter(|found| !used.contains(found)));
    }
    used
}

/// The schemas that refer to each schema in their `allOf`.
fn children(root: &Value, components: &Map<String, Value>) -> BTreeMap<String, Vec<Component>> {
    let mut children: BTreeMap<String, Vec<Component>> = BTreeMap::new();
    let schemas = components.get("schemas").and_then(Value::as_object);
    for (name, schema) in schemas.into_iter().flatten() {
        let members = schema.get("allOf").and_then(Value::as_array);
        for member in members.into_iter().flatten() {
            let reference = member.get("$ref").and_then(Value::as_str);
            if let Some((_, parent)) = reference.and_then(|reference| component(root, reference)) {
                let child = ("schemas".to_owned(), name.clone());
                children.entry(parent).or_default().push(child);
            }
        }
    }
    children
}

/// Everything that a part names, wherever it stands: rather too much than too little.
fn collect(root: &Value, value: &Value, found: &mut BTreeSet<Component>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                member(root, key, value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| collect(root, value, found)),
        _ => {}
    }
}

/// What a member of a part names.
pub(super) fn member(root: &Value, key: &str, value: &Value, found: &mut BTreeSet<Component>) {
    match (key, value) {
        ("$ref", Value::String(text)) => found.extend(component(root, text)),
        ("mapping", Value::Object(mapping)) => {
            for text in mapping.values().filter_map(Value::as_str) {
                found.extend(component(root, text));
                found.insert(("schemas".to_owned(), text.to_owned()));
            }
        }
        ("security", Value::Array(list)) => {
            let names = list.iter().filter_map(Value::as_object).flat_map(Map::keys);
            found.extend(names.map(|name| ("securitySchemes".to_owned(), name.clone())));
        }
        _ => {}
    }
    collect(root, value, found);
}

/// The component that a reference leads into.
fn component(root: &Value, reference: &str) -> Option<Component> {
    let (at, _) = target(root, reference)?;
    let mut tokens = at.tokens();
    let first = tokens.next()?;
    let (section, name) = (tokens.next()?, tokens.next()?);
    (first == "components").then(|| (section.into_owned(), name.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn unused(value: &Value) -> Vec<String> {
        let mut report = Report::default();
        check(value, &mut report);
        report
            .diagnostics()
            .map(|d| d.place.pointer.to_string())
            .collect()
    }

    #[test]
    fn what_only_unused_components_use_is_unused() {
        let mut value = json!({
            "paths": {"/a": {"get": {"security": [{"Key": []}], "responses": {"200": {"$ref": "#/components/responses/R"}}}}},
            "components": {
                "responses": {"R": {"content": {"a": {"schema": {"$ref": "#/components/schemas/Pet/properties/x"}}}}},
                "schemas": {
                    "Pet": {"discriminator": {"propertyName": "k"}, "properties": {"x": {}}},
                    "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}]},
                    "Lost": {"properties": {"self": {"$ref": "#/components/schemas/Lost"}, "b": {"$ref": "#/components/schemas/Gone"}}},
                    "Gone": {},
                },
                "securitySchemes": {"Key": {}, "Other": {}},
            }
        });
        assert_eq!(
            unused(&value),
            [
                "/components/schemas/Lost",
                "/components/schemas/Gone",
                "/components/securitySchemes/Other"
            ]
        );
        value["paths"] = json!({});
        assert!(unused(&value).is_empty());
    }
}
