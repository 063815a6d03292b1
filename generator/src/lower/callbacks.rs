//! Callbacks and webhooks: requests that the server makes. The document model has no good place
//! for them, so they become path items of their own, marked by an extension.

use crate::pointer::Pointer;
use serde_json::{Map, Value, json};

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

/// Path items of callbacks with what is known about each.
fn callbacks(value: &Value) -> Vec<(Value, Value)> {
    let mut found = Vec::new();
    let shared = value.pointer("/components/x-specwright-callbacks");
    let paths = value.get("paths").and_then(Value::as_object);
    for (path, item) in paths.into_iter().flatten() {
        for method in METHODS {
            let Some(operation) = item.get(method) else {
                continue;
            };
            let named = operation.get("x-specwright-callbacks");
            let id = operation.get("operationId").and_then(Value::as_str);
            let owner = id.map_or_else(|| format!("{method} {path}"), str::to_owned);
            let at = Pointer::root().keys(["paths", path, method, "callbacks"]);
            for (name, callback) in named.and_then(Value::as_object).into_iter().flatten() {
                let mut callback = callback;
                let mut at = at.key(name);
                // Longer chains are circles, and reported.
                for _ in 0..16 {
                    let reference = callback.get("$ref").and_then(Value::as_str);
                    let Some(reference) = reference else { break };
                    let key = reference.rsplit('/').next().unwrap_or_default();
                    callback = shared.and_then(|all| all.get(key)).unwrap_or(&Value::Null);
                    at = Pointer::root().keys(["components", "callbacks", key]);
                }
                found.extend(expressions(callback, &owner, name, &at));
            }
        }
    }
    found
}

fn expressions(callback: &Value, owner: &str, name: &str, at: &Pointer) -> Vec<(Value, Value)> {
    let items = callback.as_object().into_iter().flatten();
    let items = items.filter(|(key, _)| !key.starts_with("x-") && *key != "$ref");
    items
        .map(|(expression, item)| {
            let mark = json!({
                "owner": owner,
                "name": name,
                "expression": expression,
                "at": at.key(expression).to_string(),
            });
            (item.clone(), mark)
        })
        .collect()
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
