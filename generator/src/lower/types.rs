//! `type` in all its forms: lists of types, `null`, constants, and types that go without saying.

use super::Lowering;
use crate::diag::{Code, Diagnostic};
use crate::pointer::Path;
use crate::shape::idle_keywords;
use serde_json::{Map, Value, json};

const STRING: &[&str] = &[
    "minLength",
    "maxLength",
    "pattern",
    "contentMediaType",
    "contentEncoding",
    "contentSchema",
];
const NUMBER: &[&str] = &[
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
];
const ARRAY: &[&str] = &[
    "items",
    "prefixItems",
    "minItems",
    "maxItems",
    "uniqueItems",
    "contains",
    "minContains",
    "maxContains",
    "unevaluatedItems",
];
const OBJECT: &[&str] = &[
    "properties",
    "required",
    "additionalProperties",
    "minProperties",
    "maxProperties",
    "patternProperties",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedProperties",
];
const NUMBER_FORMATS: &[&str] = &[
    "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double",
    "decimal",
];

impl Lowering {
    /// `const: a` is `enum: [a]`.
    pub(super) fn constant(map: &mut Map<String, Value>) {
        if let Some(value) = map.shift_remove("const") {
            map.insert("enum".to_owned(), json!([value]));
        }
    }

    /// A list of types is a choice between them; `null` in it becomes `nullable`.
    pub(super) fn type_list(&mut self, map: &mut Map<String, Value>, at: &Path<'_>) {
        let Some(Value::Array(list)) = map.get("type") else {
            return;
        };
        let mut types: Vec<String> = Vec::new();
        for name in list.iter().filter_map(Value::as_str) {
            if !types.iter().any(|known| known == name) {
                types.push(name.to_owned());
            }
        }
        let null = types.iter().any(|name| name == "null");
        // A number may be whole anyway.
        let number = types.iter().any(|name| name == "number");
        types.retain(|name| name != "null" && !(number && name == "integer"));
        match types.as_slice() {
            [] => {
                map.insert("type".to_owned(), json!("null"));
                return;
            }
            [one] => {
                map.insert("type".to_owned(), json!(one));
            }
            _ => {
                map.shift_remove("type");
                self.values_of_no_type(map, &types, null, at);
                let branches: Vec<Value> = types.iter().map(|name| branch(map, name)).collect();
                map.shift_remove("enum");
                any_of(map, branches);
            }
        }
        let excluded = map
            .get("enum")
            .and_then(Value::as_array)
            .is_some_and(|e| !e.contains(&Value::Null));
        if null && !excluded {
            map.insert("nullable".to_owned(), json!(true));
        }
    }

    /// Reports values of `enum` that are of none of several types: the first, and how many.
    fn values_of_no_type(
        &mut self,
        map: &Map<String, Value>,
        types: &[String],
        null: bool,
        at: &Path<'_>,
    ) {
        let values = map.get("enum").and_then(Value::as_array);
        let values = values.into_iter().flatten().enumerate();
        let mut others = values.filter(|(_, value)| {
            let is_null = null && value.is_null();
            !is_null && !types.iter().any(|ty| has_type(value, ty))
        });
        if let Some((index, value)) = others.next() {
            let message = format!("`{value}` is of none of the types: it is left out");
            let at = at.key("enum").index(index).to_pointer();
            let finding = Diagnostic::new(Code::ENUM_CONTRADICTS_TYPE, at, message);
            self.report
                .push(finding.first_of(1 + others.count(), "values"));
        }
    }

    /// `type: 'null'` allows one value. In a union, it makes the union nullable instead.
    pub(super) fn null(map: &mut Map<String, Value>) {
        for keyword in ["anyOf", "oneOf"] {
            let Some(Value::Array(branches)) = map.get_mut(keyword) else {
                continue;
            };
            let before = branches.len();
            if branches.iter().all(is_null) {
                continue;
            }
            branches.retain(|branch| !is_null(branch));
            if branches.len() < before {
                map.insert("nullable".to_owned(), json!(true));
            }
        }
        if map.get("type").is_some_and(|ty| ty == "null") {
            map.shift_remove("type");
            map.insert("enum".to_owned(), json!([null]));
            map.insert("nullable".to_owned(), json!(true));
        }
    }

    /// Adds the type that the other keywords speak of. Strictly, `properties` alone says nothing
    /// about values that are not objects; nobody means that. Beside a choice it is the variants that
    /// name their types, and what speaks of objects counts for those that are objects.
    pub(super) fn implied_type(&mut self, map: &mut Map<String, Value>, at: &Path<'_>) {
        if map.contains_key("type") {
            return;
        }
        let Some(implied) = implied(map) else {
            return;
        };
        for key in idle_keywords(map, implied) {
            let message = format!(
                "`{key}` says nothing about values of `type: {implied}`, which is taken where `type` is missing"
            );
            let at = at.key(key).to_pointer();
            let finding = Diagnostic::new(Code::IDLE_KEYWORD, at, message).on_key();
            self.report.push(finding);
        }
        map.insert("type".to_owned(), json!(implied));
        // Without a type, `null` is a value like the others.
        let values = map.get("enum").and_then(Value::as_array);
        if values.is_some_and(|values| values.contains(&Value::Null)) {
            map.insert("nullable".to_owned(), json!(true));
        }
    }
}

/// The type that the keywords of a schema without `type` speak of. The values of an `enum` have their
/// own, whatever bounds stand beside them.
fn implied(map: &Map<String, Value>) -> Option<&'static str> {
    let has = |names: &[&str]| names.iter().any(|name| map.contains_key(*name));
    if has(&["anyOf", "oneOf"]) {
        None
    } else if has(&["properties", "additionalProperties", "patternProperties"]) {
        Some("object")
    } else if has(&["allOf"]) {
        None
    } else if has(&["minProperties", "maxProperties", "propertyNames"]) {
        Some("object")
    } else if has(&["items", "prefixItems", "minItems", "maxItems"])
        || map.get("uniqueItems") == Some(&Value::Bool(true))
    {
        Some("array")
    } else if let Some(ty) = map
        .get("enum")
        .and_then(|values| type_of_all(values.as_array()?))
    {
        Some(ty)
    } else if has(STRING) {
        Some("string")
    } else {
        has(NUMBER).then_some("number")
    }
}

/// The part of a schema that speaks of one type.
fn branch(map: &mut Map<String, Value>, ty: &str) -> Value {
    let keywords = match ty {
        "string" => STRING,
        "number" | "integer" => NUMBER,
        "array" => ARRAY,
        "object" => OBJECT,
        _ => &[],
    };
    let mut branch = Map::new();
    branch.insert("type".to_owned(), json!(ty));
    for keyword in keywords {
        if let Some(value) = map.shift_remove(*keyword) {
            branch.insert((*keyword).to_owned(), value);
        }
    }
    let numeric = map
        .get("format")
        .and_then(Value::as_str)
        .is_some_and(|f| NUMBER_FORMATS.contains(&f));
    if matches!(
        (ty, numeric),
        ("string", false) | ("number" | "integer", true)
    ) {
        if let Some(format) = map.shift_remove("format") {
            branch.insert("format".to_owned(), format);
        }
    }
    if let Some(Value::Array(values)) = map.get("enum") {
        let values: Vec<&Value> = values.iter().filter(|value| has_type(value, ty)).collect();
        if values.is_empty() {
            return json!(false);
        }
        branch.insert("enum".to_owned(), json!(values));
    }
    Value::Object(branch)
}

/// Adds a choice beside whatever the schema says already.
fn any_of(map: &mut Map<String, Value>, branches: Vec<Value>) {
    let branches = Value::Array(
        branches
            .into_iter()
            .filter(|branch| *branch != json!(false))
            .collect(),
    );
    if branches == json!([]) {
        map.insert("x-specwright-never".to_owned(), json!(true));
    } else if map.contains_key("anyOf") {
        let all_of = map.entry("allOf").or_insert_with(|| json!([]));
        if let Some(all_of) = all_of.as_array_mut() {
            all_of.push(json!({"anyOf": branches}));
        }
    } else {
        map.insert("anyOf".to_owned(), branches);
    }
}

/// Whether a schema allows `null` and nothing else.
fn is_null(schema: &Value) -> bool {
    let only_null = |value: Option<&Value>| value.is_some_and(|v| *v == json!([null]));
    let ty = schema.get("type");
    ty.is_some_and(|ty| ty == "null")
        || only_null(schema.get("enum"))
        || ty == Some(&json!(["null"]))
        || schema.get("const").is_some_and(Value::is_null)
}

fn type_of_all(values: &[Value]) -> Option<&'static str> {
    let mut values = values.iter().filter(|value| !value.is_null()).peekable();
    values.peek()?;
    let values: Vec<&Value> = values.collect();
    ["string", "boolean", "integer", "number"]
        .into_iter()
        .find(|ty| values.iter().all(|value| has_type(value, ty)))
}

pub(super) fn has_type(value: &Value, ty: &str) -> bool {
    match ty {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.as_f64().is_some_and(|n| n.fract() == 0.0),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::schema;
    use serde_json::json;

    #[test]
    fn null_in_a_list_of_types_becomes_nullable() {
        assert_eq!(
            schema("3.1.0", json!({"type": ["string", "null"], "minLength": 1})),
            json!({"type": "string", "minLength": 1, "nullable": true})
        );
        assert_eq!(
            schema("3.1.0", json!({"type": ["string", "null"], "enum": ["a"]})),
            json!({"type": "string", "enum": ["a"]}),
            "null is not among the values"
        );
        assert_eq!(
            schema("3.1.0", json!({"type": "null"})),
            json!({"enum": [null], "nullable": true})
        );
    }

    #[test]
    fn a_list_of_types_becomes_a_choice() {
        assert_eq!(
            schema(
                "3.1.0",
                json!({"type": ["string", "integer", "array", "null"], "maxLength": 3, "minimum": 1, "items": {}, "title": "T"})
            ),
            json!({"title": "T", "anyOf": [
                {"type": "string", "maxLength": 3}, {"type": "integer", "minimum": 1}, {"type": "array", "items": {}}
            ], "nullable": true})
        );
        assert_eq!(
            schema("3.1.0", json!({"type": ["number", "integer"]})),
            json!({"type": "number"})
        );
    }

    #[test]
    fn null_in_a_union_makes_it_nullable() {
        assert_eq!(
            schema(
                "3.1.0",
                json!({"anyOf": [{"type": "string"}, {"type": "null"}]})
            ),
            json!({"anyOf": [{"type": "string"}], "nullable": true})
        );
    }

    #[test]
    fn types_that_go_without_saying_are_added() {
        for (given, ty) in [
            (json!({"properties": {}}), "object"),
            (json!({"items": {}}), "array"),
            (json!({"enum": ["a", null]}), "string"),
            (json!({"enum": [1, 2]}), "integer"),
            (json!({"pattern": "a"}), "string"),
            (json!({"minimum": 1}), "number"),
            (json!({"const": "a"}), "string"),
            (json!({"minLength": 1, "minimum": 0}), "string"),
            (json!({"enum": ["a"], "minimum": 0}), "string"),
            (json!({"uniqueItems": true}), "array"),
            (json!({"minLength": 1, "uniqueItems": false}), "string"),
        ] {
            assert_eq!(schema("3.1.0", given)["type"], ty);
        }
        let conditions = json!({"type": "object", "anyOf": [{"properties": {"a": {}}}]});
        assert_eq!(schema("3.0.0", conditions.clone()), conditions);
    }
}
