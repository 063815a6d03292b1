//! The large parts of a description, which are worked on at the same time.

use super::types::Kind;
use crate::pointer::Pointer;
use crate::threads::{grouped, join, on_all_cores, with_stack};
use serde_json::{Map, Value};
use std::thread;

/// An object of a description, and what and where it is.
#[derive(Debug)]
pub struct Part<'v> {
    /// The object.
    pub value: &'v mut Value,
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub at: Pointer,
}

/// Does the work on a description part by part: on the paths and what stands beside them, and on
/// the schemas on all cores. The results come in this order. Nobody sees the parts of others: to
/// them the paths and the schemas are empty.
pub fn in_parts<T: Send>(value: &mut Value, work: impl Fn(Vec<Part<'_>>) -> T + Sync) -> Vec<T> {
    let home = Pointer::root().keys(["components", "schemas"]);
    let mut paths = taken_object(value.get_mut("paths")).map(Value::Object);
    let mut schemas = taken_object(value.pointer_mut(home.as_str()));
    let results = thread::scope(|scope| {
        let beside = with_stack(scope, || {
            let paths = paths.as_mut().map(|value| Part {
                value,
                kind: Kind::Paths,
                at: Pointer::root().key("paths"),
            });
            let document = Part {
                value: &mut *value,
                kind: Kind::Document,
                at: Pointer::root(),
            };
            work(paths.into_iter().chain([document]).collect())
        });
        let groups = on_all_cores(grouped(schemas.iter_mut().flatten()), |group| {
            let parts = group.into_iter().map(|(name, value)| Part {
                value,
                kind: Kind::Schema,
                at: home.key(name),
            });
            work(parts.collect())
        });
        let mut results = vec![join(beside)];
        results.extend(groups);
        results
    });
    if let (Some(paths), Some(slot)) = (paths, value.get_mut("paths")) {
        *slot = paths;
    }
    if let (Some(schemas), Some(slot)) = (schemas, value.pointer_mut(home.as_str())) {
        *slot = Value::Object(schemas);
    }
    results
}

/// An object; an empty one stays there.
fn taken_object(slot: Option<&mut Value>) -> Option<Map<String, Value>> {
    slot?.as_object_mut().map(std::mem::take)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_part_is_seen_once_and_comes_back_changed() {
        let mut value = json!({
            "paths": {"/a": 1}, "components": {"schemas": {"A": {}, "B": true}, "headers": {}},
        });
        let seen = in_parts(&mut value, |parts| {
            let mut seen = Vec::new();
            for part in parts {
                seen.push((part.kind, part.at.to_string(), part.value.to_string()));
                if let Some(map) = part.value.as_object_mut() {
                    map.insert("x-seen".to_owned(), json!(true));
                }
            }
            seen
        });
        let document = r#"{"paths":{},"components":{"schemas":{},"headers":{}}}"#;
        let expected = [
            (Kind::Paths, "/paths", r#"{"/a":1}"#),
            (Kind::Document, "", document),
            (Kind::Schema, "/components/schemas/A", "{}"),
            (Kind::Schema, "/components/schemas/B", "true"),
        ];
        let expected = expected.map(|(kind, at, text)| (kind, at.to_owned(), text.to_owned()));
        assert_eq!(seen.concat(), expected);
        let changed = json!({
            "paths": {"/a": 1, "x-seen": true},
            "components": {"schemas": {"A": {"x-seen": true}, "B": true}, "headers": {}},
            "x-seen": true,
        });
        assert_eq!(value, changed);
    }

    #[test]
    fn what_is_no_description_is_one_part() {
        for mut value in [json!(null), json!([]), json!({"paths": []})] {
            let count = in_parts(&mut value, |parts| parts.len());
            assert_eq!(count, [1]);
        }
    }
}
