//! Lists and objects.

use super::{At, Evaluator, Verdict, bounds, equal};
use crate::lint::follow;
use serde_json::{Map, Value};

impl Evaluator<'_> {
    /// `items` and `prefixItems`, `uniqueItems`, and how many there are.
    pub(super) fn list(&mut self, map: &Map<String, Value>, value: &Value, at: At<'_>) -> Verdict {
        let Value::Array(list) = value else {
            return Verdict::Fits;
        };
        let mut verdict = bounds::length(map, list.len(), "Items", "elements", at);
        if map.get("uniqueItems") == Some(&Value::Bool(true)) {
            verdict = verdict.and(|| self.unique(list, at));
        }
        let first = map.get("prefixItems").and_then(Value::as_array);
        let first = first.map_or(&[][..], Vec::as_slice);
        let path = at.schema;
        for (index, value) in list.iter().enumerate() {
            let prefix = path.key("prefixItems");
            let (schema, here) = match (first.get(index), map.get("items")) {
                (Some(schema), _) => (schema, prefix.index(index)),
                (None, Some(schema)) => (schema, path.key("items")),
                (None, None) => break,
            };
            let at = At {
                schema: &here,
                value: &at.value.index(index),
                depth: at.depth + 1,
                joined: false,
            };
            verdict = verdict.and(|| self.schema(schema, value, at));
            if matches!(verdict, Verdict::Fails(_)) {
                break;
            }
        }
        verdict
    }

    fn unique(&mut self, list: &[Value], at: At<'_>) -> Verdict {
        for (index, value) in list.iter().enumerate() {
            if !self.spend(index) {
                return Verdict::Unknown;
            }
            if list[..index].iter().any(|other| equal(other, value)) {
                return at.fails("an element stands twice");
            }
        }
        Verdict::Fits
    }

    /// `properties`, `additionalProperties`, `required`, and how many there are.
    pub(super) fn object(
        &mut self,
        map: &Map<String, Value>,
        value: &Value,
        at: At<'_>,
    ) -> Verdict {
        let Value::Object(members) = value else {
            return Verdict::Fits;
        };
        let mut verdict = bounds::length(map, members.len(), "Properties", "members", at);
        let properties = map.get("properties").and_then(Value::as_object);
        verdict = verdict.and(|| self.required(map, properties, members, at));
        let (inner, others) = (
            at.schema.key("properties"),
            at.schema.key("additionalProperties"),
        );
        let additional = map.get("additionalProperties");
        let by_pattern = map.contains_key("patternProperties");
        for (name, value) in members {
            let place = at.value.key(name);
            let own = properties.and_then(|properties| properties.get(name));
            let (schema, home) = match (own, additional) {
                (Some(schema), _) => (schema, inner.key(name)),
                // What the patterns match is not additional.
                (None, Some(_)) if by_pattern => {
                    verdict = verdict.and(|| Verdict::Unknown);
                    continue;
                }
                (None, Some(Value::Bool(false))) => {
                    let at = At {
                        value: &place,
                        ..at
                    };
                    verdict = verdict.and(|| at.fails(format!("`{name}` is not defined")));
                    continue;
                }
                (None, Some(schema)) => (schema, others),
                (None, None) => continue,
            };
            let at = At {
                schema: &home,
                value: &place,
                depth: at.depth + 1,
                joined: false,
            };
            verdict = verdict.and(|| self.schema(schema, value, at));
        }
        verdict
    }

    fn required(
        &self,
        map: &Map<String, Value>,
        properties: Option<&Map<String, Value>>,
        members: &Map<String, Value>,
        at: At<'_>,
    ) -> Verdict {
        let names = map.get("required").and_then(Value::as_array);
        let names = names.into_iter().flatten().filter_map(Value::as_str);
        let joined_by = |key: &&str| map.contains_key(*key);
        let is_whole = !at.joined && !["$ref", "allOf", "anyOf", "oneOf"].iter().any(joined_by);
        let mut verdict = Verdict::Fits;
        for name in names.filter(|name| !members.contains_key(*name)) {
            // In schemas beside this one it may be said that only requests or only replies have it.
            let Some(property) = properties.and_then(|properties| properties.get(name)) else {
                if is_whole {
                    return at.fails(format!("`{name}` is missing"));
                }
                verdict = Verdict::Unknown;
                continue;
            };
            let is_set = |value: &Value, key: &str| value.get(key) == Some(&Value::Bool(true));
            let one_way = |value: &Value| is_set(value, "readOnly") || is_set(value, "writeOnly");
            if !one_way(property) && !follow(self.root, property).is_some_and(one_way) {
                return at.fails(format!("`{name}` is missing"));
            }
        }
        verdict
    }
}
