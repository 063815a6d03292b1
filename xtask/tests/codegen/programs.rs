//! `--format json` and exit codes: what programs rely on.

use crate::support::{Run, Workspace};
use serde_json::{Value, json};
use std::fs;

const SPEC: &str = "spec/seedance-2.0-mini-text-to-video.yaml";

/// Exactly one document on standard output.
fn document(run: &Run) -> Value {
    serde_json::from_str(&run.stdout)
        .unwrap_or_else(|error| panic!("{error}:\n{}\n{}", run.stdout, run.stderr))
}

#[test]
fn results_are_one_document() {
    let workspace = Workspace::new();
    let first = document(&workspace.run(&["codegen", "--format", "json"]).ends(0));
    assert_eq!(first["result"], "up-to-date");
    assert_eq!(first["files"], json!([]));
    workspace.replace(
        SPEC,
        "Whether to add a watermark.",
        "Whether to put a watermark on it.",
    );
    for (options, result, code) in [
        (&["--check"][..], "stale", 1),
        (&["--dry-run"], "would-change", 0),
        (&[], "written", 0),
    ] {
        let run = workspace
            .run(&[&["codegen", "--format", "json"], options].concat())
            .ends(code);
        let found = document(&run);
        assert_eq!(found["result"], result);
        let path = "generated-client/src/types.rs";
        assert_eq!(
            found["files"],
            json!([{"path": path, "kind": "changed", "added": 1, "removed": 1}])
        );
        assert!(!run.stdout.contains('\u{1b}'));
    }
}

#[test]
fn findings_have_places() {
    let workspace = Workspace::new();
    let text = workspace.read(SPEC);
    workspace.replace(
        SPEC,
        "$ref: '#/components/schemas/VideoMediaInput'",
        "$ref: '#/components/schemas/VideoMedia'",
    );
    let line = 1 + text
        .lines()
        .position(|line| line.contains("schemas/VideoMediaInput'"))
        .unwrap();
    let found = document(&workspace.run(&["codegen", "--format", "json"]).ends(1));
    assert_eq!(found["result"], "refused");
    assert_eq!(found["errors"], 0);
    assert_eq!(found["denied"], json!(["W0302", "W0607"]));
    assert_eq!(found["left_out"], 1);
    let finding = found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["code"] == "W0302")
        .unwrap();
    assert_eq!(finding["file"], SPEC);
    assert_eq!(finding["line"], line);
    assert_eq!(finding["column"], 19);
    assert_eq!(
        finding["pointer"],
        "/components/schemas/TextToVideoRequest/properties/media/items/$ref"
    );
    assert_eq!(finding["severity"], "warning");
    let lost = found["findings"].as_array().unwrap();
    let lost = lost.iter().find(|f| f["code"] == "W0607").unwrap();
    assert_eq!(lost["message"], "`POST /v1/videos` is left out");
    assert_eq!(lost["reason"]["pointer"], finding["pointer"]);
    assert_eq!(lost["reason"]["line"], line);
}

#[test]
fn findings_in_the_overlay_have_places_there() {
    let workspace = Workspace::new();
    workspace.replace(
        "spec/overlay.yaml",
        "target: $.paths['/v1/videos'].post\n",
        "target: $.paths['/v2/videos'].post\n",
    );
    let found = document(
        &workspace
            .run(&["codegen", "--dry-run", "--format", "json"])
            .ends(0),
    );
    let finding = found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["code"] == "W0205")
        .unwrap();
    let line = 1 + workspace
        .read("spec/overlay.yaml")
        .lines()
        .position(|line| line.contains("/v2/videos"))
        .unwrap();
    assert_eq!(finding["file"], "spec/overlay.yaml");
    assert_eq!(
        (&finding["line"], &finding["column"]),
        (&json!(line), &json!(13))
    );
}

#[test]
fn failures_are_a_document_too() {
    let workspace = Workspace::new();
    fs::remove_file(workspace.path(SPEC)).unwrap();
    let found = document(&workspace.run(&["codegen", "--format", "json"]).ends(1));
    assert_eq!(found["result"], "failed");
    assert_eq!(found["message"], format!("{SPEC} cannot be read"));
    assert_eq!(found["findings"][0]["code"], "E0112");
    assert_eq!(
        found["findings"][0]["message"],
        format!("there is no file {SPEC}")
    );

    fs::write(workspace.path(SPEC), [0xff, 0xfe]).unwrap();
    let found = document(&workspace.run(&["codegen", "--format", "json"]).ends(1));
    assert_eq!(
        found["findings"][0]["message"],
        format!("{SPEC} is not UTF-8 text")
    );

    workspace.replace(
        "spec/codegen.toml",
        "layout = \"single\"",
        "layuot = \"single\"",
    );
    let found = document(&workspace.run(&["codegen", "--format", "json"]).ends(1));
    assert_eq!(found["result"], "failed");
    assert_eq!(found["findings"][0]["code"], "E0902");
    assert_eq!(found["findings"][0]["file"], "spec/codegen.toml");
    assert_eq!(found["findings"][0]["column"], 1);
    let line = 1 + workspace
        .read("spec/codegen.toml")
        .lines()
        .position(|line| line.starts_with("layuot"))
        .unwrap();
    assert_eq!(found["findings"][0]["line"], line);
}

#[test]
fn warnings_do_not_fail() {
    let workspace = Workspace::new();
    workspace.replace(SPEC, "info:\n", "info:\n  colour: green\n");
    let run = workspace.run(&["codegen"]).ends(0);
    assert!(run.stderr.contains("warning[W0403]"), "{}", run.stderr);
    assert!(run.stderr.contains("`cargo xtask explain CODE` says more"));
}

#[test]
fn misuse_is_told_apart_from_errors() {
    let workspace = Workspace::new();
    for wrong in [
        &["codegen", "--chekc"][..],
        &["codegen", "--check", "--dry-run"],
        &["codegen", "--spec", "a.yaml"],
        &["codegen", "--out", "a"],
        &["codegen", "--format", "xml"],
        &["import"],
        &["merge", "--overlay", "a.yaml"],
        &["frobnicate"],
        &[],
    ] {
        let run = workspace.run(wrong).ends(2);
        assert!(
            run.stdout.is_empty() && run.stderr.contains("--help") | run.stderr.contains("Usage:"),
            "{wrong:?}: {}",
            run.stderr
        );
    }
}

/// A description whose second operation needs a schema that is not there.
const HALF: &str = "\
openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a:
    get: {operationId: good, responses: {'204': {description: D}}}
    put: {operationId: bad, responses: {'200': {$ref: '#/components/responses/Gone'}}}
";

#[test]
fn an_operation_that_cannot_be_had_is_left_out_unless_that_is_denied() {
    let workspace = Workspace::new();
    workspace.write("half.yaml", HALF);
    let arguments = ["codegen", "--spec", "half.yaml", "--out", "half"];
    let denied = [&arguments[..], &["--deny", "W0607"]].concat();
    let run = workspace.run(&denied).ends(1);
    assert!(
        run.stderr
            .ends_with("nothing was written\nerror: denied findings: W0607\n"),
        "{}",
        run.stderr
    );
    assert!(!workspace.path("half").exists());

    let run = workspace.run(&arguments).ends(0);
    assert!(
        run.stderr
            .ends_with("1 operation is left out: see W0607 above\n"),
        "{}",
        run.stderr
    );
    let text = workspace.read("half/src/operations/untagged.rs");
    assert!(text.contains("impl Operation for Good") && !text.contains("Bad"));
    let json = [&arguments[..], &["--check", "--format", "json"]].concat();
    let found = document(&workspace.run(&json).ends(0));
    assert_eq!(found["result"], "up-to-date");
    assert_eq!(
        (&found["left_out"], &found["denied"]),
        (&json!(1), &json!([]))
    );

    // What is no success for one's own description stays none.
    workspace.run(&["lint", "half.yaml"]).ends(1);
    workspace.run(&["merge", "--spec", "half.yaml"]).ends(0);
    workspace.replace("half.yaml", "#/components/responses/Gone", "gone.yaml");
    let run = workspace.run(&["merge", "--spec", "half.yaml"]).ends(1);
    assert!(run.stdout.is_empty());
}

#[test]
fn codes_to_deny_are_codes() {
    let workspace = Workspace::new();
    workspace.replace("spec/codegen.toml", "\"W0607\"]", "\"W9999\"]");
    let found = document(&workspace.run(&["codegen", "--format", "json"]).ends(1));
    assert_eq!(found["findings"][0]["code"], "E0903");
    workspace.run(&["codegen", "--deny", "W9999"]).ends(2);
}
