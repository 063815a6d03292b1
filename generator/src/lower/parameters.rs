//! Parameters and headers: place, style, and what their value is.

use super::Lowering;
use crate::diag::{Code, Diagnostic};
use crate::pointer::Path;
use crate::shape::{self, Kind, Version};
use serde_json::{Map, Value, json};

/// The places of a parameter with their styles; the first is the default.
const PLACES: &[(&str, &[&str])] = &[
    (
        "query",
        &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
    ),
    ("path", &["simple", "label", "matrix"]),
    ("header", &["simple"]),
    ("cookie", &["form"]),
];

impl Lowering {
    /// Leaves out parameters that have no name or no place.
    pub(super) fn parameter_list(&mut self, value: &mut Value, at: &Path<'_>) {
        let here = at.key("parameters");
        match value.get_mut("parameters") {
            Some(Value::Array(list)) => {
                let mut index = 0;
                list.retain_mut(|parameter| {
                    index += 1;
                    self.can_be_sent(parameter, &here.index(index - 1))
                });
            }
            Some(Value::Object(map)) => {
                map.retain(|key, parameter| self.can_be_sent(parameter, &here.key(key)));
            }
            _ => {}
        }
    }

    fn can_be_sent(&mut self, parameter: &mut Value, at: &Path<'_>) -> bool {
        let Some(map) = parameter.as_object_mut() else {
            return false;
        };
        if map.contains_key("$ref") {
            return true;
        }
        if let Some(Value::String(place)) = map.get_mut("in") {
            place.make_ascii_lowercase();
        }
        let text = |key: &str| map.get(key).and_then(Value::as_str).unwrap_or_default();
        let (name, place) = (text("name"), text("in"));
        let known = PLACES.iter().any(|(known, _)| *known == place);
        if name.is_empty() || !known {
            let message = match (name, place) {
                ("", _) => "the parameter has no `name`: it is left out".to_owned(),
                (_, "") => format!("the parameter `{name}` has no `in`: it is left out"),
                _ => format!("there are no parameters in `{place}`: `{name}` is left out"),
            };
            self.push(Code::BAD_PARAMETER, at, message);
            return false;
        }
        true
    }

    pub(super) fn parameter(&mut self, value: &mut Value, at: &Path<'_>) {
        let Some(map) = value.as_object_mut() else {
            return;
        };
        let place = map.get("in").and_then(Value::as_str).unwrap_or_default();
        let Some((place, styles)) = PLACES.iter().find(|(known, _)| *known == place) else {
            return;
        };
        self.style(map, styles, place, at);
        self.query_keywords(map, place, at);
        if *place == "path" && map.get("required") != Some(&json!(true)) {
            self.push(
                Code::MISSING,
                at,
                "a path parameter says `required: true`: it is taken as said",
            );
            map.insert("required".to_owned(), json!(true));
        }
        self.value_of(map, at);
    }

    /// Reports what is for query parameters alone (OpenAPI 3.0.4, section 4.7.12).
    fn query_keywords(&mut self, map: &Map<String, Value>, place: &str, at: &Path<'_>) {
        for key in ["allowReserved", "allowEmptyValue"] {
            if place != "query" && map.get(key) == Some(&json!(true)) {
                let message = format!("`{key}` has no effect on a parameter in `{place}`");
                let at = at.key(key).to_pointer();
                let finding = Diagnostic::new(Code::NO_EFFECT, at, message);
                self.report.push(finding.on_key());
            }
        }
    }

    pub(super) fn header(&mut self, value: &mut Value, at: &Path<'_>) {
        let Some(map) = value.as_object_mut() else {
            return;
        };
        self.style(map, &["simple"], "header", at);
        self.value_of(map, at);
    }

    pub(super) fn encoding(&mut self, value: &mut Value, at: &Path<'_>) {
        if let Some(map) = value.as_object_mut() {
            self.style(map, PLACES[0].1, "query", at);
            carry_explode(map);
            if self.version == Version::V31 {
                map.insert("x-specwright-styled-parts".to_owned(), Value::Bool(true));
            }
        }
    }

    fn style(&mut self, map: &mut Map<String, Value>, styles: &[&str], place: &str, at: &Path<'_>) {
        let Some(style) = map.get("style").and_then(Value::as_str) else {
            return;
        };
        if !styles.contains(&style) {
            let message = format!(
                "`style: {style}` is not for a {place}: `{}` is taken",
                styles[0]
            );
            self.push(Code::PARAMETER_STYLE, &at.key("style"), message);
            map.shift_remove("style");
        }
    }

    /// A parameter has either a schema or content of one media type.
    fn value_of(&mut self, map: &mut Map<String, Value>, at: &Path<'_>) {
        let content = map
            .get("content")
            .and_then(Value::as_object)
            .map_or(0, Map::len);
        if map.contains_key("schema") {
            if map.shift_remove("content").is_some() {
                self.push(
                    Code::PARAMETER_CONTENT,
                    &at.key("content"),
                    "`content` beside `schema` is left out",
                );
            }
            return;
        }
        if content == 0 {
            map.shift_remove("content");
            let schema = stray_schema(map);
            let message = if schema.is_empty() {
                "neither `schema` nor `content` says what the value is: any value is taken"
            } else {
                "keywords of a schema stand here: they are taken as its `schema`"
            };
            self.push(Code::PARAMETER_SCHEMA, at, message);
            // Nothing of this was looked at where it stood.
            let mut schema = Value::Object(schema);
            shape::check_part(
                &mut schema,
                Kind::Schema,
                self.version,
                at,
                &mut self.report,
            );
            map.insert("schema".to_owned(), schema);
        } else if content > 1 {
            let here = at.key("content");
            self.push(
                Code::PARAMETER_CONTENT,
                &here,
                "several media types: the first is taken",
            );
            if let Some(Value::Object(content)) = map.get_mut("content") {
                let mut first = true;
                content.retain(|_, _| std::mem::take(&mut first));
            }
        }
    }
}

/// Whether `explode` is written, which the model forgets.
fn carry_explode(map: &mut Map<String, Value>) {
    if let Some(explode) = map.get("explode").filter(|value| value.is_boolean()) {
        map.insert("x-specwright-explode".to_owned(), explode.clone());
    }
}

/// Swagger 2.0 wrote the keywords of the schema into the parameter.
fn stray_schema(map: &mut Map<String, Value>) -> Map<String, Value> {
    let mut schema = Map::new();
    if map.get("type").is_none_or(|ty| !ty.is_string()) {
        return schema;
    }
    for key in ["type", "format", "enum", "default", "pattern"] {
        if let Some(value) = map.shift_remove(key) {
            schema.insert(key.to_owned(), value);
        }
    }
    if let Some(items) = map.shift_remove("items").filter(Value::is_object) {
        schema.insert("items".to_owned(), items);
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::super::tests::lowered;
    use serde_json::json;

    fn parameters(parameters: &serde_json::Value) -> (serde_json::Value, Vec<&'static str>) {
        let document = json!({"openapi": "3.0.3", "info": {"title": "T", "version": "1"},
            "paths": {"/a": {"parameters": parameters}}});
        let (value, codes) = lowered(document);
        (value["paths"]["/a"]["parameters"].clone(), codes)
    }

    #[test]
    fn what_cannot_be_sent_is_left_out() {
        let (kept, codes) =
            parameters(&json!([{"name": "b", "in": "body", "schema": {}}, {"in": "query"}]));
        assert_eq!(kept, json!([]));
        assert_eq!(codes, ["W0603", "W0603"]);
    }

    #[test]
    fn wrong_styles_and_missing_schemas_are_mended() {
        let (kept, codes) =
            parameters(&json!([{"name": "a", "in": "header", "style": "form", "type": "string"}]));
        assert_eq!(
            kept,
            json!([{"name": "a", "in": "header", "schema": {"type": "string"}}])
        );
        assert_eq!(codes, ["W0403", "W0604", "W0606"]);
    }
    #[test]
    fn keywords_of_a_schema_are_checked_where_they_are_put() {
        let (kept, codes) = parameters(
            &json!([{"name": "a", "in": "query", "type": "array", "enum": "x",
            "items": {"type": 0.1, "format": ["x"]}}]),
        );
        let items = json!({"enum": ["x"], "type": "string"});
        assert_eq!(kept[0]["schema"], json!({"type": "array", "items": items}));
        assert!(codes.contains(&"W0606"), "{codes:?}");
    }
}
