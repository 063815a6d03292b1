//! What fits and what does not.

use super::*;
use serde_json::json;

/// `fits`, `?`, or place and message.
fn verdict(schema: Value, value: &Value) -> String {
    let root = json!({"openapi": "3.1.0", "components": {"schemas": {
        "S": schema, "Text": {"type": "string"}, "Loop": {"$ref": "#/components/schemas/Loop"},
    }}});
    let home = Pointer::root().keys(["components", "schemas", "S"]);
    let schema = root.pointer(home.as_str()).unwrap().clone();
    match Evaluator::new(&root).check(&schema, home, value) {
        Verdict::Fits => "fits".to_owned(),
        Verdict::Unknown => "?".to_owned(),
        Verdict::Fails(problem) => format!("{}: {}", problem.place, problem.message),
    }
}

#[test]
fn every_keyword_counts() {
    for (schema, good, bad, why) in [
        (
            json!({"type": "integer"}),
            json!(1.0),
            json!(1.5),
            ": `1.5` is no integer",
        ),
        (
            json!({"type": ["string", "null"]}),
            json!(null),
            json!(1),
            ": `1` is no string or null",
        ),
        (
            json!({"type": "string", "nullable": true, "enum": ["a"]}),
            json!(null),
            json!("b"),
            ": `\"b\"` is not in `enum`",
        ),
        (
            json!({"enum": [1]}),
            json!(1.0),
            json!("1"),
            ": `\"1\"` is not in `enum`",
        ),
        (
            json!({"const": {"a": 1}}),
            json!({"a": 1.0}),
            json!({}),
            ": the object is not `const: the object`",
        ),
        (
            json!({"multipleOf": 0.1}),
            json!(0.3),
            json!(0.35),
            ": `0.35` is no multiple of `multipleOf: 0.1`",
        ),
        (
            json!({"minimum": 1}),
            json!(1),
            json!(0),
            ": `0` is below `minimum: 1`",
        ),
        (
            json!({"minimum": 1, "exclusiveMinimum": true}),
            json!(2),
            json!(1),
            ": `1` is not above `minimum: 1`",
        ),
        (
            json!({"exclusiveMaximum": 1}),
            json!(0),
            json!(1),
            ": `1` is not below `exclusiveMaximum: 1`",
        ),
        (
            json!({"maximum": 1}),
            json!("x"),
            json!(2),
            ": `2` is above `maximum: 1`",
        ),
        (
            json!({"maxLength": 2}),
            json!("äö"),
            json!("abc"),
            ": there are 3 characters, more than `maxLength: 2`",
        ),
        (
            json!({"pattern": "^a"}),
            json!("ab"),
            json!("ba"),
            ": `\"ba\"` does not match `pattern: ^a`",
        ),
        (
            json!({"minItems": 1}),
            json!([1]),
            json!([]),
            ": there are 0 elements, fewer than `minItems: 1`",
        ),
        (
            json!({"uniqueItems": true}),
            json!([1, 2]),
            json!([1, 1.0]),
            ": an element stands twice",
        ),
        (
            json!({"items": {"type": "string"}}),
            json!(["a"]),
            json!(["a", 1]),
            "/1: `1` is no string",
        ),
        (
            json!({"prefixItems": [{"type": "string"}], "items": false}),
            json!(["a"]),
            json!(["a", 1]),
            "/1: nothing is allowed here",
        ),
        (
            json!({"required": ["a"], "properties": {"a": {}}}),
            json!({"a": 1}),
            json!({}),
            ": `a` is missing",
        ),
        (
            json!({"properties": {"a": {"$ref": "#/components/schemas/Text"}}}),
            json!({"a": "x"}),
            json!({"a": 1}),
            "/a: `1` is no string",
        ),
        (
            json!({"properties": {"a": {}}, "additionalProperties": false}),
            json!({"a": 1}),
            json!({"b": 1}),
            "/b: `b` is not defined",
        ),
        (
            json!({"additionalProperties": {"type": "string"}}),
            json!({"a": "x"}),
            json!({"b": 1}),
            "/b: `1` is no string",
        ),
        (
            json!({"maxProperties": 1}),
            json!({"a": 1}),
            json!({"a": 1, "b": 2}),
            ": there are 2 members, more than `maxProperties: 1`",
        ),
        (
            json!({"allOf": [{"minimum": 1}, {"maximum": 2}]}),
            json!(2),
            json!(3),
            ": `3` is above `maximum: 2`",
        ),
        (
            json!({"anyOf": [{"minimum": 3}, {"type": "string"}]}),
            json!("x"),
            json!(2),
            ": `2` fits nothing in `anyOf`",
        ),
        (
            json!({"oneOf": [{"minimum": 1}, {"maximum": 2}]}),
            json!(3),
            json!(2),
            ": `2` fits 2 schemas of `oneOf`, and may fit only one",
        ),
        (
            json!({"not": {"type": "string"}}),
            json!(1),
            json!("x"),
            ": `\"x\"` is what `not` forbids",
        ),
    ] {
        assert_eq!(verdict(schema.clone(), &good), "fits", "{schema}");
        assert_eq!(verdict(schema, &bad), why);
    }
}

#[test]
fn what_is_not_known_is_not_reported() {
    for (schema, value) in [
        (json!({"type": "string", "format": "date"}), json!("soon")),
        (
            json!({"oneOf": [{"type": "string", "format": "date"}, {"type": "string"}]}),
            json!("x"),
        ),
        (json!({"pattern": "(?=a)b"}), json!("x")),
        (json!({"$ref": "#/components/schemas/Loop"}), json!(1)),
        (json!({"$ref": "#/nowhere"}), json!(1)),
        (json!({"type": "int"}), json!("x")),
        (json!({"if": {}, "then": false}), json!(1)),
        (json!(3), json!(1)),
    ] {
        assert_eq!(verdict(schema.clone(), &value), "?", "{schema}");
    }
    // A reply has what a request must not have, and the other way round.
    let schema = json!({"required": ["id"], "properties": {"id": {"readOnly": true}}});
    assert_eq!(verdict(schema, &json!({})), "fits");
}

#[test]
fn hostile_schemas_end() {
    let itself = json!({"$ref": "#/components/schemas/S"});
    for keyword in ["oneOf", "anyOf", "allOf"] {
        let schema = json!({keyword: [itself, itself, {"not": itself}]});
        assert_eq!(verdict(schema, &json!(1)), "?", "{keyword}");
    }
    assert_eq!(
        verdict(json!({"pattern": "(a{1000}){1000}"}), &json!("a")),
        "?"
    );
    let list = json!(vec![0; 300_000]);
    assert_eq!(verdict(json!({"items": {"type": "integer"}}), &list), "?");
}
