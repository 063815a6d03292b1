//! The large parts of a description, which are worked on at the same time.

use super::types::Kind;
use crate::pointer::Pointer;
use crate::threads::{grouped, on_all_cores};
use serde_json::{Map, Value};

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

/// Does the work on a description part by part, on all cores: on some of the paths at a time, on
/// what stands beside them, and on some of the schemas at a time. The results come in this order.
/// Nobody sees the parts of others: to them the paths and the schemas are empty.
pub fn in_parts<T: Send>(value: &mut Value, work: impl Fn(Vec<Part<'_>>) -> T + Sync) -> Vec<T> {
    let home = Pointer::root().keys(["components", "schemas"]);
    let paths = taken_object(value.get_mut("paths"));
    let mut schemas = taken_object(value.pointer_mut(home.as_str()));
    // Rules look at the paths as a whole as well, so some of them are an object of all of them.
    let mut groups: Option<Vec<Value>> = paths.map(|all| {
        let groups = grouped(all).into_iter();
        groups.map(|some| Map::from_iter(some).into()).collect()
    });
    let mut tasks = Vec::new();
    tasks.extend(groups.iter_mut().flatten().map(|value| {
        let (kind, at) = (Kind::Paths, Pointer::root().key("paths"));
        vec![Part { value, kind, at }]
    }));
    tasks.push(vec![Part {
        value: &mut *value,
        kind: Kind::Document,
        at: Pointer::root(),
    }]);
    let named = schemas.iter_mut().flatten().map(|(name, value)| Part {
        value,
        kind: Kind::Schema,
        at: home.key(name),
    });
    tasks.extend(grouped(named));
    let results = on_all_cores(tasks, work);
    if let (Some(groups), Some(Value::Object(all))) = (groups, value.get_mut("paths")) {
        for group in groups {
            all.extend(into_object(group));
        }
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

fn into_object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
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
