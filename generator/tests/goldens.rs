//! Golden cases: a small description per topic, and the code that is made of it.
//!
//! `tests/cases/<topic>/spec.yaml`, with the files beside it, becomes `expected.rs`: the operations and types, one file behind
//! the other, and below them what was reported. `SPECWRIGHT_BLESS=1 cargo test` writes the expected
//! files anew; `xtask/tests/cases.rs` compiles all of them.

#[path = "support/methods.rs"]
mod methods;
mod support;

use specwright::bundle::Files;
use specwright::diag::{Source, Style, render};
use specwright::settings::Methods;
use specwright::{Input, Output, generate};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn generated_code_looks_as_expected() {
    let bless = std::env::var_os("SPECWRIGHT_BLESS").is_some();
    let mut wrong = String::new();
    for case in cases() {
        let topic = case.file_name().unwrap().to_string_lossy().into_owned();
        let found = golden(&case);
        let path = case.join("expected.rs");
        if bless {
            fs::write(&path, &found).unwrap();
        }
        let wanted = fs::read_to_string(&path).unwrap_or_default();
        if let Some((number, (found, wanted))) = first_difference(&found, &wanted) {
            let _ = writeln!(
                wrong,
                "{topic}/expected.rs:{number}\n  expected: {wanted}\n  found:    {found}"
            );
        }
    }
    assert!(
        wrong.is_empty(),
        "the generated code has changed (`cargo xtask bless` accepts it):\n{wrong}"
    );
}

#[test]
fn every_case_is_small_enough_to_review() {
    for case in cases() {
        let lines = fs::read_to_string(case.join("spec.yaml"))
            .unwrap()
            .lines()
            .count();
        assert!(lines <= 80, "{}: {lines} lines", case.display());
    }
}

/// The code and the findings of one case.
fn golden(case: &Path) -> String {
    let text = fs::read_to_string(case.join("spec.yaml")).unwrap();
    let topic = case.file_name().unwrap().to_string_lossy().into_owned();
    let files = support::files(case);
    let input = input(&text, &files, methods::methods(case));
    let output = generate(&input);
    let mut golden = String::new();
    for (path, text) in shown(&output, &topic) {
        let separator = if golden.is_empty() { "" } else { "\n" };
        let body = text
            .split_once("\n\n")
            .map_or(text.as_str(), |(_, body)| body);
        let _ = write!(golden, "{separator}// === {path}\n\n{body}");
    }
    let findings = render(&output.report, &output.sources(&input), Style::Plain);
    if !findings.is_empty() {
        golden.push_str("\n// === findings\n//\n");
        for line in findings.trim_end().lines() {
            golden.push_str(format!("// {line}").trim_end());
            golden.push('\n');
        }
    }
    golden
}

/// What a reviewer wants to see: the runtime is the same everywhere, and so is the crate's root,
/// but for three cases.
fn shown<'a>(output: &'a Output, topic: &str) -> impl Iterator<Item = (&'a String, &'a String)> {
    let with_root = matches!(topic, "by_tag" | "markdown" | "servers");
    output.files.iter().filter(move |(path, _)| {
        !path.starts_with("runtime/") && *path != "rustfmt.toml" && (with_root || *path != "lib.rs")
    })
}

fn input<'a>(text: &'a str, files: &'a dyn Files, methods: Methods) -> Input<'a> {
    Input {
        description: Source {
            name: "spec.yaml",
            text,
        },
        overlay: None,
        files,
        package: "golden",
        token_env: "GOLDEN_TOKEN",
        layout: specwright::settings::Layout::Single,
        methods,
    }
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 14, "only {} cases", cases.len());
    cases
}

/// The first line that differs, with its number.
fn first_difference<'a>(found: &'a str, wanted: &'a str) -> Option<(usize, (&'a str, &'a str))> {
    if found == wanted {
        return None;
    }
    let longest = found.lines().count().max(wanted.lines().count());
    let padded = |text: &'a str| {
        text.lines()
            .chain(std::iter::repeat("(end)"))
            .take(longest + 1)
    };
    let mut both = (1..).zip(padded(found).zip(padded(wanted)));
    both.find(|(number, (found, wanted))| found != wanted || *number > longest)
}
