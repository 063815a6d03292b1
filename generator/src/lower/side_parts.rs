//! References to links, examples and callbacks. The document model knows little of these, so
//! whether such references lead anywhere is found out here.

use super::refs::{SideParts, target};
use crate::diag::{Code, Diagnostic, Report};
use crate::pointer::{NOWHERE, Pointer};
use crate::shape::Kind;
use serde_json::Value;

/// How many references may follow each other.
const LONGEST_CHAIN: usize = 16;

/// Reports the links, examples and callbacks that are left out, since they are references that lead
/// nowhere.
pub(super) fn check(references: &SideParts, value: &Value, report: &mut Report) {
    for (at, kind) in references {
        let found = value.pointer(at.as_str());
        let reference = found.and_then(|found| found.get("$ref")?.as_str());
        let Some(reference) = reference.filter(|to| !leads_to(to, *kind, value)) else {
            continue;
        };
        let what = match kind {
            Kind::Link => "link",
            Kind::Example => "example",
            _ => "callback",
        };
        left_out(what, reference, at, report);
    }
}

/// Whether a reference leads to a component of this kind.
fn leads_to(reference: &str, kind: Kind, root: &Value) -> bool {
    let home = kind
        .section()
        .map(|section| Pointer::root().keys(["components", section]));
    let mut reference = reference;
    for _ in 0..LONGEST_CHAIN {
        let Some(at) = target(reference, root) else {
            return false;
        };
        let is_component = at.split_last().map(|(parent, _)| parent) == home;
        let Some(found) = root.pointer(at.as_str()).filter(|_| is_component) else {
            return false;
        };
        match found.get("$ref").and_then(Value::as_str) {
            Some(next) => reference = next,
            None => return true,
        }
    }
    false
}

fn left_out(what: &str, reference: &str, at: &Pointer, report: &mut Report) {
    let place = at.key("$ref");
    if reference != NOWHERE {
        let message = format!("`$ref` points at no {what} in `components`: {reference}");
        report.push(Diagnostic::new(Code::DANGLING_REF, place.clone(), message));
    }
    let name = at
        .split_last()
        .map_or_else(String::new, |(_, name)| name.into_owned());
    report.push(
        Diagnostic::new(
            Code::PART_LEFT_OUT,
            at.clone(),
            format!("the {what} `{name}` is left out"),
        )
        .on_key()
        .because("the reference that leads nowhere", place),
    );
}
