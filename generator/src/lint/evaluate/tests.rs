//! What fits and what does not.

use super::*;
use serde_json::json;

/// `fits`, `?`, or place and message.
fn verdict(schema: &Value, value: &Value) -> String {
    let root = json!({"openapi": "3.1.0", "components": {"schemas": {
        "S": schema, "Text": {"type": "string"}, "Loop": {"$ref": "#/components/schemas/Loop"},
    }}});
    let home = Pointer::root().keys(["components", "schemas", "S"]);
    let schema = root.pointer(home.as_str()).unwrap().clone();
    match Evaluator::new(&root).check(&schema, &home, value) {
        Verdict::Fits => "fits".to_owned(),
        Verdict::Unknown => "?".to_owned(),
        Verdict::Fails(problems) => {
            let all = problems.all.iter();
            let all = all.map(|problem| format!("{}: {}", problem.place, problem.message));
            all.collect::<Vec<_>>().join("; ")
        }
    }
}

/// Schema, a value that fits, one that does not, and the place and reason.
const CASES: &[[&str; 4]] = &[
    [
        r#"{"type": "string", "format": "date"}"#,
        r#""2024-02-29""#,
        r#""2023-02-29""#,
        ": `\"2023-02-29\"` does not have `format: date`",
    ],
    [
        r#"{"type": "number", "format": "int32"}"#,
        "2147483647",
        "2147483648",
        ": `2147483648` does not have `format: int32`",
    ],
    [
        r#"{"type": "integer"}"#,
        "1.0",
        "1.5",
        ": `1.5` is no integer",
    ],
    [
        r#"{"type": ["string", "null"]}"#,
        "null",
        "1",
        ": `1` is no string or null",
    ],
    [
        r#"{"type": "string", "nullable": true, "enum": ["a"]}"#,
        "null",
        r#""b""#,
        ": `\"b\"` is not in `enum`",
    ],
    [
        r#"{"enum": [1]}"#,
        "1.0",
        r#""1""#,
        ": `\"1\"` is not in `enum`",
    ],
    [
        r#"{"const": {"a": 1}}"#,
        r#"{"a": 1.0}"#,
        "{}",
        ": the object is not `const: the object`",
    ],
    [
        r#"{"multipleOf": 0.1}"#,
        "0.3",
        "0.35",
        ": `0.35` is no multiple of `multipleOf: 0.1`",
    ],
    [r#"{"minimum": 1}"#, "1", "0", ": `0` is below `minimum: 1`"],
    [
        r#"{"minimum": 1, "exclusiveMinimum": true}"#,
        "2",
        "1",
        ": `1` is not above `minimum: 1`",
    ],
    [
        r#"{"exclusiveMaximum": 1}"#,
        "0",
        "1",
        ": `1` is not below `exclusiveMaximum: 1`",
    ],
    [
        r#"{"maximum": 1}"#,
        r#""x""#,
        "2",
        ": `2` is above `maximum: 1`",
    ],
    [
        r#"{"maxLength": 2}"#,
        r#""äö""#,
        r#""abc""#,
        ": there are 3 characters, more than `maxLength: 2`",
    ],
    [
        r#"{"pattern": "^a"}"#,
        r#""ab""#,
        r#""ba""#,
        ": `\"ba\"` does not match `pattern: ^a`",
    ],
    [
        r#"{"minItems": 1}"#,
        "[1]",
        "[]",
        ": there are 0 elements, fewer than `minItems: 1`",
    ],
    [
        r#"{"uniqueItems": true}"#,
        "[1, 2]",
        "[1, 1.0]",
        ": an element stands twice",
    ],
    [
        r#"{"items": {"type": "string"}}"#,
        r#"["a"]"#,
        r#"["a", 1]"#,
        "/1: `1` is no string",
    ],
    [
        r#"{"prefixItems": [{}], "items": false}"#,
        r#"["a"]"#,
        r#"["a", 1]"#,
        "/1: nothing is allowed here",
    ],
    [
        r#"{"required": ["a"], "properties": {"a": {}}}"#,
        r#"{"a": 1}"#,
        "{}",
        ": `a` is missing",
    ],
    [
        r#"{"required": ["b"], "properties": {"a": {}}}"#,
        r#"{"b": 1}"#,
        r#"{"a": 1}"#,
        ": `b` is missing",
    ],
    [
        r##"{"properties": {"a": {"$ref": "#/components/schemas/Text"}}}"##,
        r#"{"a": "x"}"#,
        r#"{"a": 1}"#,
        "/a: `1` is no string",
    ],
    [
        r#"{"properties": {"a": {}}, "additionalProperties": false}"#,
        r#"{"a": 1}"#,
        r#"{"b": 1}"#,
        "/b: `b` is not defined",
    ],
    [
        r#"{"additionalProperties": {"type": "string"}}"#,
        r#"{"a": "x"}"#,
        r#"{"b": 1}"#,
        "/b: `1` is no string",
    ],
    [
        r#"{"maxProperties": 1}"#,
        r#"{"a": 1}"#,
        r#"{"a": 1, "b": 2}"#,
        ": there are 2 members, more than `maxProperties: 1`",
    ],
    [
        r#"{"allOf": [{"minimum": 1}, {"maximum": 2}]}"#,
        "2",
        "3",
        ": `3` is above `maximum: 2`",
    ],
    [
        r#"{"anyOf": [{"minimum": 3}, {"type": "string"}]}"#,
        r#""x""#,
        "2",
        ": `2` fits nothing in `anyOf`",
    ],
    [
        r#"{"oneOf": [{"minimum": 1}, {"maximum": 2}]}"#,
        "3",
        "2",
        ": `2` fits 2 schemas of `oneOf`, and may fit only one",
    ],
    [
        r#"{"not": {"type": "string"}}"#,
        "1",
        r#""x""#,
        ": `\"x\"` is what `not` forbids",
    ],
    [
        r#"{"allOf": [{"properties": {"a": {"type": "string"}}}], "required": ["b"]}"#,
        r#"{"b": 1}"#,
        r#"{"a": "x"}"#,
        ": `b` is missing",
    ],
    [
        r#"{"allOf": [{"required": ["a"]}, {"anyOf": [{"properties": {"a": {"type": "string"}}}]}]}"#,
        r#"{"a": "x"}"#,
        "{}",
        ": `a` is missing",
    ],
];

#[test]
fn every_keyword_counts() {
    for case in CASES {
        let json = |index: usize| serde_json::from_str::<Value>(case[index]).unwrap();
        assert_eq!(verdict(&json(0), &json(1)), "fits", "{}", case[0]);
        assert_eq!(verdict(&json(0), &json(2)), case[3]);
    }
}

/// Code is generated for objects, which read nothing else and do not keep `null` apart.
#[test]
fn keywords_of_objects_mean_objects() {
    let object = json!({"properties": {"a": {}}});
    for (schema, value, expected) in [
        (
            object.clone(),
            json!("x"),
            ": `\"x\"` is no object, which `properties` without `type` means",
        ),
        (
            object.clone(),
            json!(null),
            ": `null` is no object, which `properties` without `type` means",
        ),
        (
            json!({"additionalProperties": {"type": "string"}}),
            json!(null),
            ": `null` is no object, which `additionalProperties` without `type` means",
        ),
        (
            json!({"allOf": [{"allOf": [object]}], "properties": {"b": {}}}),
            json!("Accepted"),
            ": `\"Accepted\"` is no object, which `properties` without `type` means",
        ),
        (
            json!({"allOf": [object]}),
            json!([]),
            ": the list is no object, which `properties` without `type` means",
        ),
        (
            json!({"nullable": true, "allOf": [object]}),
            json!(null),
            "fits",
        ),
        (
            json!({"type": ["object", "null"], "allOf": [object]}),
            json!(null),
            "fits",
        ),
        (
            json!({"oneOf": [{"type": "null"}, object], "properties": {"a": {}}}),
            json!(null),
            "fits",
        ),
    ] {
        assert_eq!(verdict(&schema, &value), expected, "{schema}");
    }
}

#[test]
fn what_is_not_known_is_not_reported() {
    for (schema, value) in [
        (json!({"type": "string", "format": "slug"}), json!("soon")),
        (
            json!({"oneOf": [{"type": "string", "format": "slug"}, {"type": "string"}]}),
            json!("x"),
        ),
        (json!({"pattern": "(?=a)b"}), json!("x")),
        (json!({"$ref": "#/components/schemas/Loop"}), json!(1)),
        (json!({"$ref": "#/nowhere"}), json!(1)),
        (json!({"type": "int"}), json!("x")),
        (json!({"if": {}, "then": false}), json!(1)),
        (json!(3), json!(1)),
    ] {
        assert_eq!(verdict(&schema, &value), "?", "{schema}");
    }
    // A reply has what a request must not have, and the other way round.
    let schema = json!({"required": ["id"], "properties": {"id": {"readOnly": true}}});
    assert_eq!(verdict(&schema, &json!({})), "fits");
    // Another schema of `allOf` may say so.
    let schema = json!({"allOf": [{"required": ["id"]}, schema]});
    assert_eq!(verdict(&schema, &json!({})), "?");
}

#[test]
fn hostile_schemas_end() {
    let itself = json!({"$ref": "#/components/schemas/S"});
    for keyword in ["oneOf", "anyOf", "allOf"] {
        let schema = json!({keyword: [itself, itself, {"not": itself}]});
        assert_eq!(verdict(&schema, &json!(1)), "?", "{keyword}");
    }
    assert_eq!(
        verdict(&json!({"pattern": "(a{1000}){1000}"}), &json!("a")),
        "?"
    );
    let list = json!(vec![0; 300_000]);
    assert_eq!(verdict(&json!({"items": {"type": "integer"}}), &list), "?");
}

#[test]
fn all_problems_are_found_up_to_a_number() {
    let schema = json!({
        "type": "object", "required": ["a", "b"],
        "properties": {"c": {"type": "integer", "maximum": 1}, "d": {"type": "array", "items": {"type": "string"}}},
        "allOf": [{"required": ["a"]}, {"oneOf": [{"required": ["x", "y"]}, {"required": ["z"]}]}],
    });
    // What two schemas say is said once, and of schemas that are tried only that none fits.
    assert_eq!(
        verdict(&schema, &json!({"c": "x", "d": ["a", 1, 2]})),
        ": `a` is missing; : `b` is missing; /c: `\"x\"` is no integer; /d/1: `1` is no string; \
         /d/2: `2` is no string; : the object fits nothing in `oneOf`"
    );
    let numbers: Vec<u32> = (0..1000).collect();
    let found = verdict(&schema, &json!({"a": 1, "b": 1, "z": 1, "d": numbers}));
    assert_eq!(found.matches("is no string").count(), MOST);
}
