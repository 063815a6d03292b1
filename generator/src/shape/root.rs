//! The top of a description: which specification it follows.

use super::check::Checker;
use super::parts::{Part, in_parts};
use super::types::{Kind, Version};
use crate::diag::{Code, Diagnostic, Report};
use crate::pointer::{Path, Pointer};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Checks a description against the tables and repairs what can be repaired.
///
/// Afterwards each field of the tables that is there has the type that its table says, and each
/// required one is there. Keys that no table knows are left where they are. `None`, with an
/// error in the report, means that this is no OpenAPI 3 description; `value` is then an empty one.
pub fn check(value: &mut Value, report: &mut Report) -> Option<Version> {
    let Some(version) = version(value, report) else {
        *value = json!({"openapi": "3.0.4", "info": {"title": "", "version": ""}, "paths": {}});
        return None;
    };
    check_all(value, version, report);
    Some(version)
}

/// Checks all parts and takes out the schemas that nothing can be made of.
fn check_all(value: &mut Value, version: Version, report: &mut Report) {
    let checked = in_parts(value, |parts| {
        let mut checker = Checker::new(version);
        let mut useless = Vec::new();
        for Part { value, kind, at } in parts {
            if kind != Kind::Schema {
                checker.object(value, kind, &Path::from(&at));
            } else if !checker.named_schema(value, &Path::from(&at)) {
                useless.extend(at.tokens().next_back().map(Cow::into_owned));
            }
        }
        (checker, useless)
    });
    let mut all = Checker::new(version);
    let mut useless = BTreeSet::new();
    for (checker, names) in checked {
        all.append(checker);
        useless.extend(names);
    }
    all.finish(report);
    let schemas = value.pointer_mut("/components/schemas");
    if let Some(schemas) = schemas.and_then(Value::as_object_mut) {
        schemas.retain(|name, _| !useless.contains(name));
    }
}

/// Checks a part that the walk from the top does not reach, as an object of this kind.
pub fn check_part(
    value: &mut Value,
    kind: Kind,
    version: Version,
    at: &Path<'_>,
    report: &mut Report,
) {
    let mut checker = Checker::new(version);
    checker.object(value, kind, at);
    checker.finish(report);
}

fn version(value: &Value, report: &mut Report) -> Option<Version> {
    let refuse = |message: &str, help: &str| {
        let finding = Diagnostic::new(Code::NOT_OPENAPI, Pointer::root(), message);
        Some(if help.is_empty() {
            finding
        } else {
            finding.help(help)
        })
    };
    let Some(map) = value.as_object() else {
        let what = match value {
            Value::Array(_) => "a list",
            Value::String(_) => "plain text",
            _ => "a single value",
        };
        let help = "a description begins with `openapi: 3.0.4` or the like";
        report.push(refuse(&format!("the text is {what}, not a mapping"), help)?);
        return None;
    };
    let finding = match map.get("openapi") {
        Some(Value::String(text)) => return known(text, report),
        Some(Value::Number(number)) => return known(&number.to_string(), report),
        Some(_) => refuse(
            "`openapi` is not a version",
            "write `openapi: 3.0.4` or `openapi: 3.1.1`",
        ),
        None if map.contains_key("swagger") => refuse(
            "this is a Swagger 2.0 description",
            "convert it to OpenAPI 3 first, for example with `swagger2openapi`",
        ),
        None if map.contains_key("asyncapi") => {
            refuse("this is an AsyncAPI description", "only OpenAPI 3 is read")
        }
        None if map.contains_key("overlay") => {
            refuse("this is an overlay", "name it as `overlay` in the settings")
        }
        None if map.contains_key("paths") => {
            let message = "`openapi` is missing: the description is read as OpenAPI 3.0";
            report.push(Diagnostic::new(
                Code::OPENAPI_VERSION,
                Pointer::root(),
                message,
            ));
            return Some(Version::V30);
        }
        None => refuse(
            "`openapi` is missing",
            "a description begins with `openapi: 3.0.4` or the like",
        ),
    };
    report.push(finding?);
    None
}

fn known(text: &str, report: &mut Report) -> Option<Version> {
    let at = Pointer::root().key("openapi");
    let mut parts = text.trim().split('.');
    match (parts.next(), parts.next()) {
        (Some("3"), Some("0")) => Some(Version::V30),
        (Some("3"), Some("1")) => Some(Version::V31),
        (Some("3"), _) => {
            let message = format!("OpenAPI `{text}` is not known: the description is read as 3.1");
            report.push(Diagnostic::new(Code::OPENAPI_VERSION, at, message));
            Some(Version::V31)
        }
        _ => {
            let message = format!("OpenAPI `{text}` is not known");
            report.push(
                Diagnostic::new(Code::NOT_OPENAPI, at, message)
                    .help("versions 3.0 and 3.1 are read"),
            );
            None
        }
    }
}
