//! Lists and objects.

use super::{At, Evaluator, Verdict, Way, bounds, equal, shown};
use crate::lint::{follow, target};
use serde_json::{Map, Value};

/// How many schemas are looked at for the declaration of one property.
const SCHEMAS: usize = 1000;

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
                whole: None,
                is_tagged: false,
                is_tried: at.is_tried,
            };
            verdict = verdict.and(|| self.schema(schema, value, at));
            if matches!(&verdict, Verdict::Fails(problems) if problems.is_enough) {
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
            // To JSON Schema anything else than an object is valid; but who writes `properties`
            // means objects, and code is generated for these, unless it adds to one with a type.
            let is_typed = at.whole.is_some_and(|whole| whole.contains_key("type"));
            return match means_object(map).filter(|_| !is_typed) {
                Some(keyword) => at.fails(format!(
                    "{} is no object, which `{keyword}` without `type` means",
                    shown(value)
                )),
                None => Verdict::Fits,
            };
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
                (Some(schema), _) => {
                    let at = At {
                        value: &place,
                        ..at
                    };
                    verdict = verdict.and(|| self.direction(schema, name, at));
                    (schema, inner.key(name))
                }
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
                whole: None,
                is_tagged: false,
                is_tried: at.is_tried,
            };
            verdict = verdict.and(|| self.schema(schema, value, at));
        }
        verdict
    }

    /// Whether a property goes the way that the value goes.
    fn direction(&self, property: &Value, name: &str, at: At<'_>) -> Verdict {
        let (keyword, other) = match self.way {
            Some(Way::Request) => ("readOnly", "requests"),
            Some(Way::Reply) => ("writeOnly", "replies"),
            None => return Verdict::Fits,
        };
        let says = |schema: &Value| schema.get(keyword) == Some(&Value::Bool(true));
        if says(property) || follow(self.root, property).is_some_and(says) {
            return at.fails(format!(
                "`{name}` is `{keyword}`, and {other} do not have it"
            ));
        }
        Verdict::Fits
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
        let mut verdict = Verdict::Fits;
        let is_set = |value: &Value, key: &str| value.get(key) == Some(&Value::Bool(true));
        let one_way = |value: &Value| is_set(value, "readOnly") || is_set(value, "writeOnly");
        for name in names.filter(|name| !members.contains_key(*name)) {
            // It may be said, also beside this schema, that only requests or only replies have it.
            let by = |property: &Value| {
                one_way(property) || follow(self.root, property).is_some_and(one_way)
            };
            let whole = at.whole.unwrap_or(map);
            match properties.and_then(|properties| properties.get(name)) {
                Some(property) if by(property) => {}
                None if self.any_property(whole, name, &by, &mut SCHEMAS.clone()) => {
                    verdict = verdict.and(|| Verdict::Unknown);
                }
                _ => verdict = verdict.and(|| at.fails(format!("`{name}` is missing"))),
            }
        }
        verdict
    }

    /// Whether a property of this name, anywhere in a schema and in those that it is made of, is such
    /// that `by` holds; also when there are too many schemas to tell.
    fn any_property(
        &self,
        map: &Map<String, Value>,
        name: &str,
        by: &dyn Fn(&Value) -> bool,
        left: &mut usize,
    ) -> bool {
        let Some(less) = left.checked_sub(1) else {
            return true;
        };
        *left = less;
        let own = map.get("properties").and_then(|all| all.get(name));
        if own.is_some_and(by) {
            return true;
        }
        let reference = map.get("$ref").and_then(Value::as_str);
        let referred = reference.and_then(|reference| target(self.root, reference));
        if reference.is_some() && referred.is_none() {
            return true;
        }
        let lists = ["allOf", "anyOf", "oneOf"]
            .iter()
            .filter_map(|key| map.get(*key));
        let members = lists.filter_map(Value::as_array).flatten();
        let mut all = members.chain(referred.map(|(_, schema)| schema));
        all.any(|schema| {
            let map = schema.as_object();
            map.is_some_and(|map| self.any_property(map, name, by, left))
        })
    }
}

/// The keyword by which a schema speaks of objects alone, where nothing says more about the type.
fn means_object(map: &Map<String, Value>) -> Option<&'static str> {
    let others = ["type", "oneOf", "anyOf", "enum", "const", "items"];
    if others.iter().any(|key| map.contains_key(*key)) {
        return None;
    }
    let properties = map.get("properties").and_then(Value::as_object);
    if properties.is_some_and(|all| !all.is_empty()) {
        return Some("properties");
    }
    let additional = map.get("additionalProperties");
    additional.map(|_| "additionalProperties")
}
