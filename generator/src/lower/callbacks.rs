//! Callbacks and webhooks: requests that the server makes. The document model has no good place
//! for them, so they become path items of their own, marked by an extension.

use crate::pointer::Pointer;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, VecDeque};

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Moves all callbacks and webhooks to `paths`.
pub(super) fn to_paths(value: &mut Value) {
    let mut found = callbacks(value);
    found.extend(webhooks(value));
    if found.is_empty() {
        return;
    }
    let paths = value
        .as_object_mut()
        .map(|map| map.entry("paths").or_insert_with(|| json!({})));
    if let Some(Value::Object(paths)) = paths {
        for (index, (item, mark)) in found.into_iter().enumerate() {
            let Value::Object(mut item) = item else {
                continue;
            };
            item.insert("x-specwright-callback".to_owned(), mark);
            paths.insert(format!("/\0callback/{index}"), Value::Object(item));
        }
    }
}

/// Path items of callbacks with what is known about each. One whose operations have names stands
/// there once, and so do callbacks of callbacks, however many ways lead to them.
fn callbacks(value: &Value) -> Vec<(Value, Value)> {
    let mut found: Vec<(Value, Value)> = Vec::new();
    let mut open = VecDeque::new();
    for home in ["paths", "x-specwright-webhooks"] {
        let items = value.get(home).and_then(Value::as_object);
        for (key, item) in items.into_iter().flatten() {
            let at = Pointer::root().keys([home.trim_start_matches("x-specwright-"), key]);
            let is_webhook = home != "paths";
            let named = |method: &str| match (is_webhook, has_several(item)) {
                (false, _) => format!("{method} {key}"),
                (true, true) => format!("{key} {method}"),
                (true, false) => key.clone(),
            };
            open.extend(calling(item, &at, named));
        }
    }
    let shared = value.pointer("/components/x-specwright-callbacks");
    let mut nested = VecDeque::new();
    let mut seen: BTreeMap<Pointer, usize> = BTreeMap::new();
    while let Some(owner) = open.pop_front().or_else(|| nested.pop_front()) {
        for (name, callback) in owner.callbacks {
            let (at, callback) = behind(callback, owner.at.key(name), shared);
            let items = callback.as_object().into_iter().flatten();
            let items = items.filter(|(key, _)| !key.starts_with("x-") && *key != "$ref");
            for (expression, item) in items {
                let at = at.key(expression);
                let before = seen.get(&at).and_then(|index| found.get_mut(*index));
                if let Some((_, mark)) = before.filter(|_| is_named(item)) {
                    if let Some(owners) = mark["owners"].as_array_mut() {
                        owners.push(json!(owner.id));
                    }
                    continue;
                }
                let mark = json!({
                    "owners": [owner.id],
                    "name": name,
                    "expression": expression,
                    "at": at.to_string(),
                });
                if seen.insert(at.clone(), found.len()).is_none() {
                    let plain = format!("{} {name}", owner.id);
                    let several = has_several(item);
                    let id = |method: &str| {
                        if several {
                            format!("{plain} {method}")
                        } else {
                            plain.clone()
                        }
                    };
                    nested.extend(calling(item, &at, id));
                }
                found.push((item.clone(), mark));
            }
        }
    }
    found
}

/// An operation with callbacks.
struct Owner<'v> {
    id: String,
    /// The place of its callbacks.
    at: Pointer,
    callbacks: &'v Map<String, Value>,
}

/// The operations of a path item that have callbacks; `fallback` is their id when they have none.
fn calling<'v>(item: &'v Value, at: &Pointer, fallback: impl Fn(&str) -> String) -> Vec<Owner<'v>> {
    let operations = METHODS.iter().filter_map(|method| {
        let operation = item.get(method)?;
        let callbacks = operation.get("x-specwright-callbacks")?.as_object()?;
        let id = operation.get("operationId").and_then(Value::as_str);
        Some(Owner {
            id: id.map_or_else(|| fallback(method), str::to_owned),
            at: at.keys([method, "callbacks"]),
            callbacks,
        })
    });
    operations.collect()
}

fn has_several(item: &Value) -> bool {
    operations(item).count() > 1
}

/// Whether all its operations have names that do not depend on who leads to them.
fn is_named(item: &Value) -> bool {
    operations(item).all(|operation| operation.get("operationId").is_some())
}

fn operations(item: &Value) -> impl Iterator<Item = &Value> {
    METHODS.iter().filter_map(|method| item.get(method))
}

/// The callback that references lead to, and its place.
fn behind<'v>(callback: &'v Value, at: Pointer, shared: Option<&'v Value>) -> (Pointer, &'v Value) {
    let (mut callback, mut at) = (callback, at);
    // Longer chains are circles, and reported.
    for _ in 0..16 {
        let reference = callback.get("$ref").and_then(Value::as_str);
        let Some(reference) = reference else { break };
        let key = reference.rsplit('/').next().unwrap_or_default();
        callback = shared.and_then(|all| all.get(key)).unwrap_or(&Value::Null);
        at = Pointer::root().keys(["components", "callbacks", key]);
    }
    (at, callback)
}

fn webhooks(value: &Value) -> Vec<(Value, Value)> {
    let named = value
        .get("x-specwright-webhooks")
        .and_then(Value::as_object);
    let empty = Map::new();
    let named = named.unwrap_or(&empty).iter();
    named
        .map(|(name, item)| {
            let at = Pointer::root().keys(["webhooks", name]).to_string();
            (item.clone(), json!({"name": name, "at": at}))
        })
        .collect()
}
