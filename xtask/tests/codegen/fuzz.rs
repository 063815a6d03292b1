//! `cargo xtask fuzz`: descriptions with random changes are refused or give Rust.

use crate::support::{self, Workspace};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A bounded run over the golden cases; `cargo xtask fuzz --runs 100000` is the long one.
#[test]
fn golden_cases_survive_changes() {
    let cases = support::repository().join("generator/tests/cases");
    let folders = fs::read_dir(cases)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut descriptions: Vec<PathBuf> = folders.map(|folder| folder.join("spec.yaml")).collect();
    descriptions.sort();
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["fuzz", "--runs", "400", "--seed", "1"])
        .args(&descriptions)
        .output()
        .unwrap();
    let (said, progress) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{said}{progress}");
    let count = descriptions.len();
    assert_eq!(
        said,
        format!("400 runs over {count} descriptions with `--seed 1`: 0 failures\n")
    );
}

#[test]
fn what_cannot_be_read_is_an_error() {
    let workspace = Workspace::new();
    let run = workspace.run(&["fuzz", "--runs", "1", "gone.yaml"]).ends(1);
    assert!(
        run.stderr.contains("cannot read") && run.stderr.contains("gone.yaml"),
        "{}",
        run.stderr
    );
}
