//! Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use specwright::diag::{CODES, Code, Severity};

/// What a path in a URI writes as `%` and two digits (RFC 3986, section 3.3).
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The log of one run, from findings as `diag::to_json` gives them.
pub(super) fn log(findings: &Value) -> Value {
    let findings = findings.as_array().map(Vec::as_slice).unwrap_or_default();
    let results: Vec<Value> = findings.iter().map(result).collect();
    run(&json!(results), &json!([{ "executionSuccessful": true }]))
}

/// The log of a run that found nothing out.
pub(super) fn failure(message: &str) -> Value {
    let notification = json!({ "level": "error", "message": { "text": message } });
    let invocation = json!({
        "executionSuccessful": false,
        "toolExecutionNotifications": [notification],
    });
    run(&json!([]), &json!([invocation]))
}

fn run(results: &Value, invocations: &Value) -> Value {
    let rules: Vec<Value> = CODES.iter().copied().map(rule).collect();
    let driver = json!({
        "name": "Specwright",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "columnKind": "unicodeCodePoints",
            "invocations": invocations,
            "results": results,
        }],
    })
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.as_str(),
        "shortDescription": { "text": code.title() },
        "fullDescription": { "text": code.explanation() },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn result(finding: &Value) -> Value {
    let id = finding["code"].as_str().unwrap_or_default();
    let mut text = finding["message"].as_str().unwrap_or_default().to_owned();
    let help = finding["help"].as_array().into_iter().flatten();
    for help in help.filter_map(Value::as_str) {
        text.push('\n');
        text.push_str(help);
    }
    json!({
        "ruleId": id,
        "ruleIndex": CODES.iter().position(|code| code.as_str() == id),
        "level": finding["severity"],
        "message": { "text": text },
        "locations": [location(finding)],
    })
}

fn location(finding: &Value) -> Value {
    let file = finding["file"].as_str().unwrap_or_default();
    let mut place = json!({
        "artifactLocation": { "uri": utf8_percent_encode(file, PATH).to_string() },
    });
    if finding["line"].is_u64() {
        place["region"] = json!({
            "startLine": finding["line"],
            "startColumn": finding["column"],
        });
    }
    json!({
        "physicalLocation": place,
        "logicalLocations": [{ "fullyQualifiedName": finding["pointer"] }],
    })
}
