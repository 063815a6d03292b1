//! Promises about the output as a whole.

mod support;

use serde_json::{Map, Value, json};
use specwright::diag::{Document, Report, Source};
use specwright::pointer::Pointer;
use specwright::{Input, emit, generate, source};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The descriptions of all golden cases and the bundled one.
fn descriptions() -> Vec<String> {
    let cases = root().join("generator/tests/cases");
    let mut paths: Vec<PathBuf> = fs::read_dir(cases)
        .unwrap()
        .map(|entry| entry.unwrap().path().join("spec.yaml"))
        .collect();
    paths.sort();
    paths.push(root().join("spec/seedance-2.0-mini-text-to-video.yaml"));
    paths.iter().map(read).collect()
}

fn files(text: &str) -> BTreeMap<String, String> {
    // Only one case has other files.
    files_with(
        text,
        &support::files(&root().join("generator/tests/cases/several_files")),
    )
}

fn files_with(text: &str, files: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let description = Source {
        name: "spec.yaml",
        text,
    };
    generate(&Input {
        description,
        overlay: None,
        files,
        package: "it",
        token_env: "TOKEN",
        layout: specwright::settings::Layout::Single,
        methods: specwright::settings::Methods::Flat,
    })
    .files
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    for text in descriptions() {
        let first = files(&text);
        assert!(!first.is_empty());
        assert_eq!(first, files(&text));
    }
}

/// Schemas stand in the order of their names, operations in that of their paths, whatever the order
/// of the description.
#[test]
fn the_order_of_schemas_and_paths_does_not_matter() {
    for text in descriptions() {
        let mut value = source::read(&text, Document::Description, &mut Report::default()).unwrap();
        let plain = files(&value.to_string());
        for shuffle in [reverse, rotate] {
            for pointer in ["/components/schemas", "/paths"] {
                if let Some(Value::Object(map)) = value.pointer_mut(pointer) {
                    shuffle(map);
                }
            }
            let shuffled = files(&value.to_string());
            assert!(plain.keys().eq(shuffled.keys()));
            for (path, text) in &plain {
                let title = value.pointer("/info/title");
                assert!(
                    *text == shuffled[path],
                    "{title:?}: {path}: {:?}",
                    first_difference(text, &shuffled[path])
                );
            }
        }
    }
}

fn first_difference<'a>(a: &'a str, b: &'a str) -> Option<(&'a str, &'a str)> {
    a.lines().zip(b.lines()).find(|(a, b)| a != b)
}

fn reverse(map: &mut Map<String, Value>) {
    *map = std::mem::take(map).into_iter().rev().collect();
}

fn rotate(map: &mut Map<String, Value>) {
    let mut members: Vec<(String, Value)> = std::mem::take(map).into_iter().collect();
    let middle = members.len() / 2;
    members.rotate_left(middle);
    *map = members.into_iter().collect();
}

#[test]
fn the_form_of_the_text_does_not_matter() {
    for text in descriptions() {
        let value = source::read(&text, Document::Description, &mut Report::default()).unwrap();
        assert_eq!(files(&text), files(&value.to_string()));
        assert_eq!(files(&text), files(&text.replace('\n', "\r\n")));
    }
}

/// All components move to another file, and those of the description refer to it.
#[test]
fn a_description_in_two_files_gives_the_same_bytes() {
    let mut moved = 0;
    for text in descriptions()
        .into_iter()
        .filter(|text| !text.contains("title: Several files"))
    {
        let whole = source::read(&text, Document::Description, &mut Report::default()).unwrap();
        let mut root = whole.clone();
        let sections = root
            .pointer_mut("/components")
            .and_then(Value::as_object_mut);
        for (section, map) in sections.into_iter().flatten() {
            for (name, value) in map.as_object_mut().into_iter().flatten() {
                let at = Pointer::root().keys(["components", section, name]);
                *value = json!({"$ref": format!("parts/common.json#{at}")});
                moved += 1;
            }
        }
        let other = json!({"components": whole["components"]}).to_string();
        let other = BTreeMap::from([("parts/common.json".to_owned(), other)]);
        let split = files_with(&root.to_string(), &other);
        let plain = files(&text);
        assert!(plain.keys().eq(split.keys()), "{}", whole["info"]["title"]);
        for (path, text) in &plain {
            assert!(
                *text == split[path],
                "{}: {path}: {:?}",
                whole["info"]["title"],
                first_difference(text, &split[path])
            );
        }
    }
    assert!(moved > 50, "only {moved} components");
}

#[test]
fn every_file_says_that_it_is_generated() {
    for text in descriptions() {
        for (path, text) in files(&text)
            .into_iter()
            .filter(|(path, _)| path != "rustfmt.toml")
        {
            let first = text.lines().next().unwrap();
            assert!(
                first.starts_with("// @generated by Specwright") && first.ends_with("Do not edit."),
                "{path}: {first}"
            );
            assert!(
                text.ends_with("}\n") || text.ends_with(";\n") || path == "types.rs",
                "{path} has no end"
            );
            assert!(!text.contains("\n\n\n"), "{path} has two blank lines");
            assert!(
                text.lines().all(|line| line.trim_end() == line),
                "{path} has blanks at the end of a line"
            );
            assert!(
                !text.contains("#[allow") && !text.contains("#![allow"),
                "{path}"
            );
        }
    }
}

/// The bundled client's manifest is kept by hand; what it needs is what a generated crate with the same
/// parts of the runtime needs.
#[test]
fn the_bundled_manifest_has_the_needs_of_generated_ones() {
    let needs = |manifest: &str| {
        let (_, rest) = manifest.split_once("\n[features]\n").unwrap();
        rest.split("\n[dev-dependencies]")
            .next()
            .unwrap()
            .trim()
            .to_owned()
    };
    let runtime = root().join("generated-client/src/runtime");
    let parts = emit::Needs {
        xml: runtime.join("xml.rs").exists(),
        forms: runtime.join("form_read.rs").exists(),
        linear_patterns: runtime.join("linear_pattern.rs").exists(),
    };
    assert_eq!(
        needs(&read("generated-client/Cargo.toml")),
        needs(&emit::manifest("it", "it", parts))
    );
}

#[test]
fn the_whole_runtime_is_pasted() {
    let folder = root().join("generator/src/runtime");
    let mut present = BTreeMap::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        present.insert(name, read(path));
    }
    let all = emit::Needs {
        xml: true,
        forms: true,
        linear_patterns: true,
    };
    let pasted: BTreeMap<String, String> = emit::runtime_files(all)
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.clone().into_owned()))
        .collect();
    let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        names(&present),
        names(&pasted),
        "the list in generator/src/emit/runtime.rs"
    );
    assert_eq!(present, pasted);
}

/// Each of these doubles the work with every step unless something stops it.
#[test]
fn no_description_takes_exponential_time() {
    let head = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";
    let schema = |name: &str| format!("{{$ref: '#/components/schemas/{name}'}}");
    let mut clique = format!("{head}paths: {{}}\ncomponents:\n  schemas:\n");
    let mut lattice = clique.clone();
    for i in 0..12 {
        let others: Vec<String> = (0..12)
            .filter(|j| *j != i)
            .map(|j| schema(&format!("C{j}")))
            .collect();
        writeln!(
            clique,
            "    C{i}: {{oneOf: [{}, {{type: string}}]}}",
            others.join(", ")
        )
        .unwrap();
    }
    for i in 0..40 {
        let (this, next) = (schema("S0"), schema(&format!("S{}", (i + 1) % 40)));
        let a = if i == 0 {
            format!("{{allOf: [{this}, {next}]}}")
        } else {
            next.clone()
        };
        writeln!(
            lattice,
            "    S{i}: {{type: object, properties: {{a: {a}, b: {next}}}}}"
        )
        .unwrap();
    }
    let mut server = format!("{head}servers:\n  - url: 'https://x/{{v0}}'\n    variables:\n");
    for i in 0..60 {
        writeln!(
            server,
            "      v{i}: {{default: '{{v{n}}}{{v{n}}}'}}",
            n = i + 1
        )
        .unwrap();
    }
    server += "paths: {}\n";
    for text in [clique, lattice, server] {
        let lines: usize = files(&text).values().map(|file| file.lines().count()).sum();
        assert!(lines > 0);
    }
}

#[test]
fn the_example_of_the_documentation_is_one_that_callers_begin_with() {
    let list = json!({"get": {"operationId": "list", "responses": {"200": {"description": "ok", "content":
        {"application/json": {"schema": {"type": "array", "items": {"type": "string"}}}}}}}});
    let read =
        json!({"get": {"operationId": "status", "responses": {"204": {"description": "ok"}}}});
    let with_body = |method: &str, required: bool, example: &Value| {
        let text = json!({"type": "string"});
        let bytes = json!({"type": "string", "format": "byte"});
        let secret = json!({"type": "string", "format": "password"});
        let list = json!({"type": "array", "items": secret});
        let properties = json!({"text": text, "bytes": bytes, "secret": secret, "list": list});
        let schema = json!({"type": "object", "properties": properties});
        let content = json!({"application/json": {"schema": schema, "example": example}});
        json!({method: {"operationId": "say", "requestBody": {"required": required, "content": content},
            "responses": {"204": {"description": "ok"}}}})
    };
    let short = json!({"text": "Hi"});
    let long = json!({"text": "Hi".repeat(300)});
    let send = ".say(types::SayBody::new().with_text(\"Hi\"))";
    for (paths, call) in [
        (
            json!({"/a": read, "/b": with_body("post", true, &short)}),
            send,
        ),
        (json!({"/b": with_body("post", false, &short)}), send),
        (
            json!({"/a": read, "/b": with_body("post", true, &long)}),
            ".status()",
        ),
        (
            json!({"/a": read, "/b": with_body("post", true, &json!({}))}),
            ".status()",
        ),
        (
            json!({"/a": read, "/b": with_body("put", true, &short)}),
            ".status()",
        ),
        (
            json!({"/b": with_body("post", true, &json!({"secret": "Hi"}))}),
            ".say(types::SayBody::new().with_secret(\"Hi\"))",
        ),
        (
            json!({"/a": read, "/b": with_body("post", true, &json!({"bytes": "Hi"}))}),
            ".status()",
        ),
        (
            json!({"/a": read, "/b": with_body("post", true, &json!({"list": ["Hi"]}))}),
            ".status()",
        ),
        (json!({"/a": read, "/b": list}), ".list()"),
        (json!({"/a/b": read, "/c": read}), ".status_2()"),
        (json!({"/a": with_body("get", false, &short)}), ".say(None)"),
    ] {
        let text =
            json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": paths});
        let found = emit::program(&files(&text.to_string())["lib.rs"]).unwrap_or_default();
        let line: String = found.split_whitespace().collect();
        let line = line.replace(",)", ")");
        assert!(line.contains(call), "{call} for {paths}\n{found}");
    }
}
