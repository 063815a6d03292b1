//! Bounds of numbers and lengths.

use super::{At, Verdict, shown};
use serde_json::{Map, Value};

/// `minimum`, `maximum`, their exclusive forms, and `multipleOf`.
pub(super) fn number(map: &Map<String, Value>, value: &Value, at: At<'_>) -> Verdict {
    let Some(number) = value.as_f64() else {
        return Verdict::Fits;
    };
    let bound = |key: &str| map.get(key).and_then(Value::as_f64);
    let flag = |key: &str| map.get(key) == Some(&Value::Bool(true));
    let fails = |what: &str, key: &str| {
        let bound = map.get(key).unwrap_or(&Value::Null);
        at.fails(format!("{} is {what} `{key}: {bound}`", shown(value)))
    };
    if let Some(least) = bound("minimum") {
        match flag("exclusiveMinimum") {
            true if number <= least => return fails("not above", "minimum"),
            false if number < least => return fails("below", "minimum"),
            _ => {}
        }
    }
    if let Some(most) = bound("maximum") {
        match flag("exclusiveMaximum") {
            true if number >= most => return fails("not below", "maximum"),
            false if number > most => return fails("above", "maximum"),
            _ => {}
        }
    }
    if bound("exclusiveMinimum").is_some_and(|least| number <= least) {
        return fails("not above", "exclusiveMinimum");
    }
    if bound("exclusiveMaximum").is_some_and(|most| number >= most) {
        return fails("not below", "exclusiveMaximum");
    }
    match bound("multipleOf") {
        Some(of) if of > 0.0 && !is_multiple(number, of) => fails("no multiple of", "multipleOf"),
        _ => Verdict::Fits,
    }
}

/// Whether a number is a multiple, but for what binary fractions lose.
fn is_multiple(number: f64, of: f64) -> bool {
    let ratio = number / of;
    (ratio - ratio.round()).abs() <= ratio.abs().max(1.0) * 1e-9
}

/// `min…` and `max…` of a length.
pub(super) fn length(
    map: &Map<String, Value>,
    length: usize,
    of: &str,
    what: &str,
    at: At<'_>,
) -> Verdict {
    let bound = |key: &str| {
        let bound = map.get(key).and_then(Value::as_u64)?;
        usize::try_from(bound).ok()
    };
    let (low, high) = (format!("min{of}"), format!("max{of}"));
    match (bound(&low), bound(&high)) {
        (Some(least), _) if length < least => at.fails(format!(
            "there are {length} {what}, fewer than `{low}: {least}`"
        )),
        (_, Some(most)) if length > most => at.fails(format!(
            "there are {length} {what}, more than `{high}: {most}`"
        )),
        _ => Verdict::Fits,
    }
}
