//! Each reference of the golden cases is broken in turn: what needs it goes and is reported, and
//! nothing else does.

use crate::support;
use serde_json::Value;
use specwright::diag::{Code, Document, Report, Source};
use specwright::settings::{Layout, Methods};
use specwright::{Input, Output, generate, source};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn a_broken_reference_costs_what_needs_it_and_no_more() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let (mut tried, mut cost, mut free) = (0, 0, 0);
    for case in fs::read_dir(cases).unwrap() {
        let case = case.unwrap().path();
        let text = fs::read_to_string(case.join("spec.yaml")).unwrap();
        let whole = source::read(&text, Document::Description, &mut Report::default()).unwrap();
        let before = made(&whole, &case);
        let mut places = Vec::new();
        references(&whole, "", &mut places);
        for place in places {
            let mut broken = whole.clone();
            *broken.pointer_mut(&place).unwrap() = "#/components/schemas/No such thing".into();
            let output = made(&broken, &case);
            let shown = format!("{} {place}", case.display());
            let gone = check(&before, &output, &shown);
            tried += 1;
            cost += usize::from(gone > 0);
            free += usize::from(gone == 0);
        }
    }
    assert!(
        tried > 100 && cost > 20 && free > 20,
        "{tried} {cost} {free}"
    );
}

/// Compares with what was made before; says how many operations are gone.
fn check(before: &Output, output: &Output, shown: &str) -> usize {
    let report = &output.report;
    assert_eq!(report.count_of(Code::INTERNAL), 0, "{shown}");
    let old = operations(before);
    if report.count_of(Code::NO_OPERATION) > 0 {
        assert!(output.files.is_empty(), "{shown}");
        return old.len();
    }
    assert!(!report.has_errors(), "{shown}");
    let new = operations(output);
    // How many operations a path item would have had is not known.
    let gone = match left_out(output, "the path") - left_out(before, "the path") {
        0 => left_out(output, "`") - left_out(before, "`"),
        _ => old.len() - new.len(),
    };
    assert_eq!(old.len() - gone, new.len(), "{shown}");
    // Of those that are left, only what is reported is another; where names clash, numbers move.
    let parts = report.count_of(Code::PART_LEFT_OUT) + before.report.count_of(Code::NAME_CLASH);
    let changed: Vec<&String> = new.difference(&old).collect();
    assert!(changed.is_empty() || parts > 0, "{shown}: {changed:?}");
    gone
}

/// How many operations, or paths, are reported to be left out.
fn left_out(output: &Output, what: &str) -> usize {
    let all = output.report.diagnostics();
    all.filter(|d| d.code == Code::OPERATION_LEFT_OUT && d.message.starts_with(what))
        .count()
}

fn made(value: &Value, case: &Path) -> Output {
    let text = value.to_string();
    generate(&Input {
        description: Source {
            name: "spec.yaml",
            text: &text,
        },
        overlay: None,
        files: &support::files(case),
        package: "client",
        token_env: "TOKEN",
        layout: Layout::Single,
        methods: Methods::Flat,
    })
}

/// The implementations of all operations.
fn operations(output: &Output) -> BTreeSet<String> {
    let texts = output
        .files
        .iter()
        .filter(|(path, _)| !path.starts_with("runtime/"));
    let parts = texts.flat_map(|(_, text)| text.split("\nimpl Operation for ").skip(1));
    let ends = parts.map(|part| part.split("\n}\n").next().unwrap_or_default());
    ends.map(str::to_owned).collect()
}

/// The places of all references.
fn references(value: &Value, at: &str, places: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
                if key == "$ref" && value.is_string() {
                    places.push(at);
                } else {
                    references(value, &at, places);
                }
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                references(value, &format!("{at}/{index}"), places);
            }
        }
        _ => {}
    }
}
