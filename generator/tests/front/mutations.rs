//! Each part of a description is replaced by each kind of nonsense in turn.

use serde_json::{Value, json};
use specwright::bundle::bundle;
use specwright::diag::{Document, Origins, Report};
use specwright::{lint, lower, source};
use std::collections::BTreeMap;

const EVERYTHING: &str = include_str!("everything.yaml");
const BUNDLED: &str = include_str!("../../../spec/seedance-2.0-mini-text-to-video.yaml");

/// What some of the nonsense refers to.
const OTHER: &str = "A: {$ref: '#/B'}\nB: {type: object, get: {responses: {$ref: '#/A'}}, allOf: [{$ref: 'spec.yaml#/components/schemas/Pet'}]}\nList: [{$ref: '#/List'}]\n";

#[test]
fn the_model_takes_whatever_was_lowered() {
    for text in [EVERYTHING, BUNDLED] {
        let whole = source::read(text, Document::Description, &mut Report::default()).unwrap();
        let mut places = Vec::new();
        collect(&whole, String::new(), &mut places);
        for place in &places {
            for nonsense in nonsense() {
                let mut mutant = whole.clone();
                *mutant.pointer_mut(place).unwrap() = nonsense.clone();
                must_be_taken(mutant, &format!("{place} = {nonsense}"));
            }
        }
    }
}

#[test]
fn the_model_takes_what_lacks_any_member_or_has_others() {
    for text in [EVERYTHING, BUNDLED] {
        let whole = source::read(text, Document::Description, &mut Report::default()).unwrap();
        let mut places = Vec::new();
        collect(&whole, String::new(), &mut places);
        for place in &places {
            let mut lacking = whole.clone();
            let (parent, key) = place.rsplit_once('/').unwrap_or_default();
            if let Some(Value::Object(map)) = lacking.pointer_mut(parent) {
                map.remove(&key.replace("~1", "/").replace("~0", "~"));
            }
            must_be_taken(lacking, &format!("without {place}"));
            let mut more = whole.clone();
            if let Some(Value::Object(map)) = more.pointer_mut(place) {
                for (key, value) in [
                    ("$ref", json!("#/components/schemas/Pet")),
                    ("x-more", json!(1)),
                    ("type", json!("boolean")),
                    ("nullable", json!(true)),
                ] {
                    map.insert(key.to_owned(), value);
                }
                must_be_taken(more, &format!("more at {place}"));
            }
        }
    }
}

fn nonsense() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(1e300),
        json!(u64::MAX),
        json!("x"),
        json!(""),
        json!("true"),
        json!("3"),
        json!([]),
        json!([null]),
        json!([[]]),
        json!(["x", 1, {}]),
        json!([{}, true]),
        json!({}),
        json!({"$ref": 1}),
        json!({"$ref": "#/components/schemas"}),
        json!({"$ref": "#/a"}),
        json!({"$ref": "other.yaml#/A"}),
        json!({"$ref": "other.yaml#/List"}),
        json!({"$ref": "nowhere.yaml"}),
        json!({"x-y": null}),
        json!({"a": {"b": null}}),
        json!({"type": "null"}),
        json!({"type": ["string", "integer", "null"]}),
        json!({"enum": [1, "a", null], "type": "string"}),
        json!({"default": {"description": 1}}),
    ]
}

fn collect(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                collect(
                    value,
                    format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")),
                    places,
                );
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                collect(value, format!("{at}/{index}"), places);
            }
        }
        _ => {}
    }
    places.push(at);
}

fn must_be_taken(mut value: Value, what: &str) {
    let mut report = Report::default();
    let mut origins = Origins::default();
    // The stages before look at whatever comes as well.
    let files = BTreeMap::from([("other.yaml".to_owned(), OTHER.to_owned())]);
    bundle(&mut value, "spec.yaml", &files, &mut origins, &mut report);
    lint::lint(&value, &mut report);
    lower::lower(&mut value, &mut origins, &mut report);
    let model: Result<openapiv3::OpenAPI, _> = serde_json::from_value(value);
    assert!(
        model.is_ok(),
        "{what}: {}",
        model
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default()
    );
}
