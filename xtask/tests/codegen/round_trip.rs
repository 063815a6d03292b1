//! `cargo xtask corpus --round-trip`: a crate is built and tries the examples of its description.

use crate::support::{Workspace, repository};
use serde_json::{Value, json};

fn description() -> Value {
    let json_of = |schema: Value, example: Value| json!({"application/json": {"schema": schema, "example": example}});
    let parcel = json!({"$ref": "#/components/schemas/Parcel"});
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Parcels", "version": "1"},
        "paths": {"/parcels": {
            "post": {
                "requestBody": {"content": json_of(parcel.clone(), json!({"name": "a", "secret": "s"}))},
                "responses": {"200": {"description": "D", "content": json_of(
                    json!({"type": "array", "items": parcel}),
                    json!([{"id": 1, "name": "a"}, {"id": 2, "name": "b"}])
                )}}
            },
            "get": {"responses": {"200": {"description": "D", "content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/Open"},
                "examples": {
                    "other": {"$ref": "#/components/examples/Other"},
                    "kept": {"value": {"known": "k", "more": [1.50, {"b": null}]}}
                }
            }}}}}
        }},
        "components": {
            "examples": {"Other": {"value": {"known": 5}}},
            "schemas": {
                "Parcel": {"type": "object", "required": ["name"], "properties": {
                    "id": {"type": "integer", "readOnly": true},
                    "name": {"type": "string"},
                    "secret": {"type": "string", "writeOnly": true},
                    "note": {"type": "string", "nullable": true}
                }, "example": {"id": 3, "name": "a", "note": null}},
                "Open": {"type": "object", "properties": {"known": {"type": "string"}}, "additionalProperties": true},
                "Silent": {"type": "object", "properties": {"known": {"type": "string"}}, "example": {"known": "k", "other": 1}},
                "Count": {"type": "integer", "format": "int64", "example": 9_007_199_254_740_993_i64},
                "Share": {"type": "number", "example": "NUMBER"}
            }
        }
    })
}

#[test]
fn examples_are_read_written_and_compared() {
    let workspace = Workspace::new();
    let lock = std::fs::read_to_string(repository().join("Cargo.lock")).unwrap();
    workspace.write("Cargo.lock", &lock);
    // More digits than a `Value` holds.
    let text = description()
        .to_string()
        .replace("\"NUMBER\"", "0.12345678901234567890");
    workspace.write("apis/round-trip-test.json", &text);
    workspace.write(
        "apis/without.json",
        r#"{"openapi": "3.0.0", "info": {"title": "T", "version": "1"}, "paths": {}}"#,
    );
    // What it compiles is kept for the next time.
    let work = concat!(env!("CARGO_TARGET_TMPDIR"), "/round-trip-test");
    let arguments = [
        "corpus",
        "--folder",
        "apis",
        "--round-trip",
        "--format",
        "json",
        "--work",
        work,
    ];
    let run = workspace.run(&arguments).ends(1);
    let document: Value = serde_json::from_str(&run.stdout).unwrap();
    let all = document["round_trip"].as_array().unwrap();
    assert_eq!(all.len(), 1, "{document:#}");
    assert_eq!(all[0]["problem"], Value::Null, "{document:#}");
    let examples = all[0]["examples"].as_array().unwrap();
    let outcome = |place: &str, ty: &str| -> (bool, Vec<(&str, &str)>) {
        let one = examples
            .iter()
            .find(|one| one["place"].as_str().unwrap().ends_with(place))
            .unwrap_or_else(|| panic!("{place} in {document:#}"));
        assert_eq!(one["type"], ty, "{place}");
        let found = one["differences"].as_array().unwrap().iter();
        let text = |value: &'_ Value| -> &'static str { value.as_str().unwrap().to_owned().leak() };
        let found = found.map(|one| (text(&one["class"]), text(&one["at"])));
        (one["valid"].as_bool().unwrap(), found.collect())
    };
    let same = (true, Vec::new());
    assert_eq!(
        outcome(
            "/requestBody/content/application~1json/example",
            "types::ParcelRequest"
        ),
        same
    );
    assert_eq!(
        outcome(
            "/200/content/application~1json/example",
            "Vec<types::Parcel>"
        ),
        same
    );
    assert_eq!(outcome("/examples/kept/value", "types::Open"), same);
    assert_eq!(
        outcome("/Other/value", "types::Open"),
        (false, vec![("unreadable", "")])
    );
    assert_eq!(outcome("/Parcel/example", "types::Parcel"), same);
    assert_eq!(outcome("/Silent/example", "types::Silent"), same);
    assert_eq!(outcome("/Count/example", "types::Count"), same);
    assert_eq!(
        outcome("/Share/example", "types::Share"),
        (true, vec![("number", "")])
    );
    assert_eq!(examples.len(), 8);
}
