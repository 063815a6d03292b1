//! The small commands: `explain`, `merge`, `bless`, `tidy`, `--help`.

use crate::support::{Workspace, repository};
use serde_json::Value;
use specwright::diag::CODES;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

#[test]
fn codes_are_explained() {
    let workspace = Workspace::new();
    let run = workspace.run(&["explain", "w0302"]).ends(0);
    assert!(
        run.stdout
            .starts_with("warning[W0302]: `$ref` points at nothing\n\n"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80));
    let all = workspace.run(&["explain"]).ends(0);
    assert_eq!(all.stdout.lines().count(), CODES.len());
    let none = workspace.run(&["explain", "E9999"]).ends(1);
    assert_eq!(
        none.stderr,
        "error: there is no code `E9999`; `cargo xtask explain` lists all of them\n"
    );
}

#[test]
fn the_merged_description_has_what_the_overlay_adds() {
    let workspace = Workspace::new();
    let merged: Value = serde_json::from_str(&workspace.run(&["merge"]).ends(0).stdout).unwrap();
    assert_eq!(
        merged["paths"]["/v1/videos"]["post"]["operationId"],
        "createVideo"
    );
    assert_eq!(merged["paths"].as_object().unwrap().len(), 3);
    let spec = "spec/seedance-2.0-mini-text-to-video.yaml";
    let published: Value =
        serde_json::from_str(&workspace.run(&["merge", "--spec", spec]).ends(0).stdout).unwrap();
    assert_eq!(published["paths"].as_object().unwrap().len(), 1);
    workspace.write("wrong.yaml", "a: [");
    assert!(
        workspace
            .run(&["merge", "--spec", "wrong.yaml"])
            .ends(1)
            .stdout
            .is_empty()
    );
}

#[test]
fn bless_runs_the_tests_that_have_expectations() {
    let workspace = Workspace::new();
    workspace.write(
        "cargo.sh",
        "#!/bin/sh\necho \"$SPECWRIGHT_BLESS: $*\" >log\nexit \"${FAKE_STATUS:-0}\"\n",
    );
    let cargo = workspace.path("cargo.sh");
    std::fs::set_permissions(&cargo, std::fs::Permissions::from_mode(0o755)).unwrap();
    for (status, code) in [("0", 0), ("101", 1)] {
        let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .arg("bless")
            .env("SPECWRIGHT_ROOT", workspace.path(""))
            .env("CARGO", &cargo)
            .env("FAKE_STATUS", status)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(code));
        assert_eq!(
            workspace.read("log"),
            "1: test --quiet --package specwright --package xtask --test goldens --test front --test readme\n"
        );
    }
}

#[test]
fn tidy_sees_what_is_wrong() {
    let workspace = Workspace::new();
    workspace.write(
        "generator/src/ir.rs",
        "use crate::{diag::Report, emit};\nfn f() { std::fs::read(); heck::x() }\n",
    );
    workspace.write("generator/src/other.rs", "");
    workspace.write("generator/tests/long.rs", &"\n".repeat(600));
    workspace.write("notes.md", &["see /ho", "me/me/notes\n"].concat());
    workspace.write(
        "README.md",
        "Run `cargo xtask codegen` or `cargo xtask magic`.\n",
    );
    let run = workspace.run(&["tidy"]).ends(1);
    for wanted in [
        "generator/src/ir.rs:1: `ir` must not use `diag`",
        "generator/src/ir.rs:1: `ir` must not use `emit`",
        "generator/src/ir.rs:2: only `names` may use `heck`",
        "generator/src/ir.rs:2: the library does no I/O (`std::fs`)",
        "generator/src/other.rs: `other` is in no layer",
        "generator/tests/long.rs: 600 lines",
        "no case for W0302",
        "notes.md:1: a path of one machine",
        "README.md:1: `cargo xtask magic` is no command",
    ] {
        assert!(
            run.stderr.contains(wanted),
            "no {wanted:?} in\n{}",
            run.stderr
        );
    }
    assert!(!run.stderr.contains("codegen` is no command"));
}

#[test]
fn this_repository_is_tidy() {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("tidy")
        .env("SPECWRIGHT_ROOT", repository())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn help_says_what_to_do() {
    let workspace = Workspace::new();
    for (command, wanted) in [
        ("import", "byte for byte"),
        ("codegen", "--check"),
        ("merge", "as JSON"),
        ("explain", "W0302"),
        ("bless", "read the diff"),
        ("tidy", "file lengths"),
    ] {
        let run = workspace.run(&[command, "--help"]).ends(0);
        assert!(run.stdout.contains(wanted), "{command}: {}", run.stdout);
        assert!(
            run.stdout.lines().all(|line| line.chars().count() <= 100),
            "{}",
            run.stdout
        );
    }
    let run = workspace.run(&["--help"]).ends(0);
    assert!(
        run.stdout.contains("The usual round") && run.stdout.contains("Exit status"),
        "{}",
        run.stdout
    );
}
