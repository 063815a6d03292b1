//! Bounds that cross.

use crate::diag::{Code, Diagnostic, Report};
use crate::pointer::Path;
use serde_json::Value;

const PAIRS: &[(&str, &str)] = &[
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
];

/// Reports bounds of a schema that no value satisfies together.
pub(super) fn check(schema: &Value, at: &Path<'_>, report: &mut Report) {
    let mut push = |low: &str, high: &str, reaches: bool| {
        let relation = if reaches { "excludes" } else { "is above" };
        let message = format!("`{low}` {relation} `{high}`: no value satisfies both");
        let at = at.key(low.split(':').next().unwrap_or(low)).to_pointer();
        report.push(Diagnostic::new(Code::BOUNDS_CROSS, at, message).on_key());
    };
    let number = |key: &str| schema.get(key).and_then(Value::as_f64);
    let shown = |key: &str| format!("{key}: {}", schema.get(key).unwrap_or(&Value::Null));
    for (low, high) in PAIRS {
        // What is no count has been reported.
        if number(low) > number(high) && number(high).is_some_and(|high| high >= 0.0) {
            push(&shown(low), &shown(high), false);
        }
    }
    // In 3.0 the exclusive bounds are flags, in 3.1 numbers.
    let flag = |key: &str| schema.get(key) == Some(&Value::Bool(true));
    let lows = [
        ("minimum", flag("exclusiveMinimum")),
        ("exclusiveMinimum", true),
    ];
    let highs = [
        ("maximum", flag("exclusiveMaximum")),
        ("exclusiveMaximum", true),
    ];
    for (low, no_low) in lows {
        for (high, no_high) in highs {
            let (Some(least), Some(most)) = (number(low), number(high)) else {
                continue;
            };
            if least > most || ((no_low || no_high) && least >= most) {
                push(&shown(low), &shown(high), least <= most);
            }
        }
    }
    let required = schema.get("required").and_then(Value::as_array);
    if let (Some(required), Some(most)) = (required, number("maxProperties")) {
        // Far below the numbers that a floating-point number cannot hold.
        let least = u32::try_from(required.len()).map_or(f64::MAX, f64::from);
        if least > most {
            push("required", &shown("maxProperties"), false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn found(schema: &Value) -> Vec<String> {
        let mut report = Report::default();
        check(schema, &Path::root(), &mut report);
        report.diagnostics().map(|d| d.message.clone()).collect()
    }

    #[test]
    fn bounds_that_cross_are_found() {
        for (schema, low) in [
            (
                json!({"minimum": 3, "maximum": 2.5}),
                "`minimum: 3` is above",
            ),
            (
                json!({"minimum": 3, "maximum": 3, "exclusiveMinimum": true}),
                "`minimum: 3` excludes",
            ),
            (
                json!({"exclusiveMinimum": 3, "maximum": 3}),
                "`exclusiveMinimum: 3` excludes",
            ),
            (
                json!({"minLength": 2, "maxLength": 1}),
                "`minLength: 2` is above",
            ),
            (
                json!({"minItems": 2, "maxItems": 1}),
                "`minItems: 2` is above",
            ),
            (
                json!({"minProperties": 2, "maxProperties": 1}),
                "`minProperties: 2` is above",
            ),
            (
                json!({"required": ["a", "b"], "maxProperties": 1}),
                "`required` is above",
            ),
        ] {
            let found = found(&schema);
            assert_eq!(found.len(), 1, "{low}");
            assert!(found[0].starts_with(low), "{found:?}");
        }
        for schema in [
            json!({"minimum": 3, "maximum": 3}),
            json!({"minLength": 2}),
            json!({"minimum": "x", "maximum": null}),
            json!({"minItems": 1, "maxItems": 1, "exclusiveMaximum": false}),
        ] {
            assert!(found(&schema).is_empty(), "{schema}");
        }
    }
}
