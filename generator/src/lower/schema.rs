//! The rules for schemas, in order.

use super::Lowering;
use crate::diag::{Code, Diagnostic};
use crate::pointer::Path;
use crate::shape::Version;
use serde_json::{Map, Value, json};

/// What may stand beside `$ref` in 3.0 and still tells something about the place it stands at.
const ANNOTATIONS: &[&str] = &[
    "title",
    "description",
    "nullable",
    "readOnly",
    "writeOnly",
    "deprecated",
    "default",
    "example",
    "examples",
    "externalDocs",
    "summary",
];

impl Lowering {
    pub(super) fn schema(&mut self, value: &mut Value, at: &Path<'_>, refines: bool) {
        boolean(value);
        let Some(map) = value.as_object_mut() else {
            return;
        };
        match concern(map) {
            Concern::Nothing => return,
            Concern::Values => {}
            Concern::All => {
                self.ref_siblings(map, at);
                if map.contains_key("$ref") {
                    return;
                }
                x_nullable(map);
                int_or_string(map);
                Self::constant(map);
                self.type_list(map, at);
                Self::null(map);
                content(map);
                examples(map);
                discriminator(map);
                self.empty_unions(map, at);
                if !refines {
                    self.implied_type(map, at);
                }
                Self::exclusive_bounds(map);
                self.enum_texts(map, at);
            }
        }
        default_null(map);
        self.integer_formats(map, at);
        self.exact_bounds(map, at);
        self.enum_values(map, at);
        self.pattern(map, at);
    }

    /// `$ref` with something beside it becomes `allOf` with the reference in it. In 3.0 only
    /// annotations count there; they are kept because everybody writes them.
    fn ref_siblings(&mut self, map: &mut Map<String, Value>, at: &Path<'_>) {
        if map.len() < 2 || !map.contains_key("$ref") {
            return;
        }
        if self.version == Version::V30 {
            map.retain(|key, _| {
                let kept =
                    key == "$ref" || key.starts_with("x-") || ANNOTATIONS.contains(&key.as_str());
                if !kept {
                    let message = format!("`{key}` beside `$ref` does not count");
                    let finding =
                        Diagnostic::new(Code::REF_SIBLINGS, at.key(key).to_pointer(), message);
                    self.report.push(finding.on_key());
                }
                kept
            });
        }
        if map.len() == 1 {
            return;
        }
        let Some(reference) = map.shift_remove("$ref") else {
            return;
        };
        let all_of = map.entry("allOf").or_insert_with(|| json!([]));
        if let Some(all_of) = all_of.as_array_mut() {
            all_of.push(json!({"$ref": reference}));
        }
    }

    fn empty_unions(&mut self, map: &mut Map<String, Value>, at: &Path<'_>) {
        for keyword in ["allOf", "anyOf", "oneOf"] {
            if map.get(keyword).is_some_and(|list| *list == json!([])) {
                self.push(
                    Code::EMPTY_UNION,
                    &at.key(keyword),
                    format!("`{keyword}` is empty: it is left out"),
                );
                map.shift_remove(keyword);
            }
        }
    }
}

/// Which of the rules concern a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Concern {
    Nothing,
    /// Those about what its values may be.
    Values,
    All,
}

/// Most schemas are a reference, or a type and words about it or what its parts are, which no rule
/// concerns, and most others are a type and what its values may be. Looking at the keys that are
/// there is quicker than asking for all that could be.
fn concern(map: &Map<String, Value>) -> Concern {
    let (mut is_typed, mut has_parts, mut is_shown) = (false, false, false);
    let mut concern = Concern::Nothing;
    for (key, value) in map {
        match (key.as_str(), value) {
            ("type", Value::String(ty)) => {
                match ty.as_str() {
                    "string" | "boolean" | "object" | "array" => {}
                    "integer" | "number" => concern = Concern::Values,
                    _ => return Concern::All,
                }
                is_typed = true;
            }
            ("$ref", _) if map.len() == 1 => return Concern::Nothing,
            ("title" | "description" | "deprecated" | "readOnly" | "writeOnly" | "nullable", _) => {
            }
            ("properties" | "required" | "items", _) => has_parts = true,
            ("format", name) if name != "int-or-string" => concern = Concern::Values,
            ("default", Value::Null)
            | (
                "enum"
                | "pattern"
                | "minimum"
                | "maximum"
                | "multipleOf"
                | "minLength"
                | "maxLength"
                | "minItems"
                | "maxItems"
                | "uniqueItems"
                | "additionalProperties",
                _,
            ) => concern = Concern::Values,
            ("example" | "default", _) => is_shown = true,
            _ => return Concern::All,
        }
    }
    // What an example shows of a number in it can widen that one's format.
    match is_typed {
        true if is_shown && has_parts => Concern::Values,
        true => concern,
        false => Concern::All,
    }
}

/// `true` allows everything, `false` nothing.
fn boolean(value: &mut Value) {
    match value {
        Value::Bool(true) => *value = json!({}),
        Value::Bool(false) => *value = json!({"x-specwright-never": true}),
        _ => {}
    }
}

/// The way to say `nullable` before there was one.
fn x_nullable(map: &mut Map<String, Value>) {
    if map.get("x-nullable") == Some(&json!(true)) && !map.contains_key("nullable") {
        map.insert("nullable".to_owned(), json!(true));
    }
}

/// To the model `default: null` is no default.
fn default_null(map: &mut Map<String, Value>) {
    if map.get("default").is_some_and(Value::is_null) {
        map.insert("x-specwright-default-null".to_owned(), json!(true));
    }
}

/// Kubernetes says so of what may be a number or a name, and writes `type: string` beside it.
fn int_or_string(map: &mut Map<String, Value>) {
    if map
        .get("format")
        .is_some_and(|name| name == "int-or-string")
    {
        map.shift_remove("format");
        map.insert("type".to_owned(), json!(["integer", "string"]));
    }
}

/// 3.1 describes bytes by encoding and media type, 3.0 by formats.
fn content(map: &mut Map<String, Value>) {
    if map.contains_key("format") {
        return;
    }
    let text = |key: &str| {
        map.get(key)
            .and_then(Value::as_str)
            .map(str::to_ascii_lowercase)
    };
    let format = match (
        text("contentEncoding").as_deref(),
        text("contentMediaType").as_deref(),
    ) {
        (Some("base64"), _) => "byte",
        (None, Some("application/octet-stream")) => "binary",
        _ => return,
    };
    map.insert("format".to_owned(), json!(format));
}

/// 3.0 has one example. The list stays in an extension.
fn examples(map: &mut Map<String, Value>) {
    if map.contains_key("example") {
        return;
    }
    if let Some(first) = map.get("examples").and_then(|list| list.get(0)).cloned() {
        map.insert("example".to_owned(), first);
    }
}

/// A discriminator without a property tells nothing apart; its absence was reported before.
fn discriminator(map: &mut Map<String, Value>) {
    if map
        .get("discriminator")
        .and_then(|d| d.get("propertyName"))
        .is_some_and(|name| *name == json!(""))
    {
        map.shift_remove("discriminator");
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_number_or_a_name_is_a_choice() {
        assert_eq!(
            schema(
                "3.0.3",
                json!({"type": "string", "format": "int-or-string", "description": "A port."})
            ),
            json!({"description": "A port.", "anyOf": [{"type": "integer"}, {"type": "string"}]})
        );
    }

    use super::super::tests::schema;
    use serde_json::json;

    #[test]
    fn references_with_company_become_all_of() {
        let reference =
            json!({"$ref": "#/components/schemas/B", "description": "d", "maxLength": 3});
        assert_eq!(
            schema("3.1.0", reference.clone()),
            json!({"description": "d", "maxLength": 3, "allOf": [{"$ref": "#/components/schemas/B"}]})
        );
        assert_eq!(
            schema("3.0.3", reference),
            json!({"description": "d", "allOf": [{"$ref": "#/components/schemas/B"}]})
        );
        let alone = json!({"$ref": "#/components/schemas/B", "type": "object"});
        assert_eq!(
            schema("3.0.3", alone),
            json!({"$ref": "#/components/schemas/B"})
        );
    }

    #[test]
    fn boolean_schemas_become_objects() {
        let given = json!({"type": "object", "properties": {"a": true, "b": false}});
        assert_eq!(
            schema("3.1.0", given)["properties"],
            json!({"a": {}, "b": {"x-specwright-never": true}})
        );
    }

    #[test]
    fn keywords_of_3_1_travel_in_extensions() {
        assert_eq!(
            schema(
                "3.1.0",
                json!({"prefixItems": [{"const": 1}], "examples": [[1]]})
            ),
            json!({"type": "array", "example": [1], "x-specwright-examples": [[1]],
                "x-specwright-prefix-items": [{"enum": [1], "type": "integer"}]})
        );
        assert_eq!(
            schema("3.1.0", json!({"contentEncoding": "base64"})),
            json!({"format": "byte", "type": "string", "x-specwright-content-encoding": "base64"})
        );
    }
}
