//! Bounds of numbers, in the form and precision that the document model has.

use super::Lowering;
use super::carry::extension;
use crate::diag::Code;
use crate::pointer::Path;
use serde_json::{Map, Number, Value, json};

/// Whole numbers up to here are exact as 64-bit floating-point numbers.
const EXACT: u64 = 1 << 53;

impl Lowering {
    /// 3.1 has `exclusiveMinimum: 5`, 3.0 `minimum: 5` and `exclusiveMinimum: true`. Of two
    /// bounds the tighter one counts.
    pub(super) fn exclusive_bounds(map: &mut Map<String, Value>) {
        for (exclusive, inclusive, sign) in [
            ("exclusiveMinimum", "minimum", 1.0),
            ("exclusiveMaximum", "maximum", -1.0),
        ] {
            let Some(Value::Number(bound)) = map.get(exclusive).cloned() else {
                continue;
            };
            let at = |number: &Number| number.as_f64().unwrap_or_default() * sign;
            let looser = map
                .get(inclusive)
                .and_then(Value::as_number)
                .is_some_and(|n| at(n) > at(&bound));
            if looser {
                map.shift_remove(exclusive);
            } else {
                map.insert(inclusive.to_owned(), Value::Number(bound));
                map.insert(exclusive.to_owned(), json!(true));
            }
        }
    }

    /// Bounds that the model would round move to extensions, as exact JSON numbers.
    pub(super) fn exact_bounds(&mut self, map: &mut Map<String, Value>, at: &Path<'_>) {
        for (exclusive, bound) in [
            ("exclusiveMinimum", "minimum"),
            ("exclusiveMaximum", "maximum"),
        ] {
            if map.get(exclusive) == Some(&Value::Bool(true)) && !map.contains_key(bound) {
                let message = format!("there is no `{bound}` that could be excluded");
                self.push(Code::IMPOSSIBLE_BOUND, &at.key(exclusive), message);
            }
        }
        let integer = map.get("type").is_some_and(|ty| ty == "integer");
        for keyword in ["minimum", "maximum", "multipleOf"] {
            let Some(Value::Number(number)) = map.get(keyword) else {
                continue;
            };
            if keyword == "multipleOf" && number.as_f64().is_none_or(|n| n <= 0.0) {
                let message =
                    format!("nothing is a multiple of `{number}`: `multipleOf` is left out");
                self.push(Code::IMPOSSIBLE_BOUND, &at.key(keyword), message);
                map.shift_remove(keyword);
                continue;
            }
            if let Some(limit) = rounded(number).filter(|_| integer && keyword != "multipleOf") {
                let message = format!("`{number}` is taken as `{limit}`");
                self.push(Code::BOUND_ROUNDED, &at.key(keyword), message);
                map.shift_remove(keyword);
                map.insert(extension(keyword), Value::Number(limit));
            } else if let Some(whole) = whole(number) {
                map.insert(keyword.to_owned(), whole);
            } else if integer || number.is_i64() || number.is_u64() {
                let number = Value::Number(number.clone());
                map.shift_remove(keyword);
                map.insert(extension(keyword), number);
            }
        }
    }
}

/// The limit of 64 bits that a number is, when it was rounded by JavaScript.
fn rounded(number: &Number) -> Option<Number> {
    let float = number.as_f64()?;
    let is = |limit: &Number| limit != number && limit.as_f64() == Some(float);
    // Of the numbers that a float of this size can stand for, JavaScript prints this one.
    let spelled = format!("{number}");
    let rounded = spelled.ends_with("000") || spelled.contains('e');
    let limits = [i64::MAX.into(), i64::MIN.into(), u64::MAX.into()];
    limits.into_iter().find(|limit| rounded && is(limit))
}

/// A number as an integer, when it is a whole one that the model keeps exactly.
fn whole(number: &Number) -> Option<Value> {
    let integer = match (number.as_i64(), number.as_f64()) {
        (Some(integer), _) => integer,
        (None, Some(float)) if float.fract() == 0.0 => format!("{float:.0}").parse().ok()?,
        _ => return None,
    };
    (integer.unsigned_abs() <= EXACT).then(|| json!(integer))
}

#[cfg(test)]
mod tests {
    use super::super::tests::schema;
    use serde_json::json;

    #[test]
    fn numeric_exclusive_bounds_become_flags() {
        assert_eq!(
            schema(
                "3.1.0",
                json!({"type": "number", "exclusiveMinimum": 0.5, "exclusiveMaximum": 9, "maximum": 5})
            ),
            json!({"type": "number", "maximum": 5, "minimum": 0.5, "exclusiveMinimum": true})
        );
        assert_eq!(
            schema(
                "3.0.0",
                json!({"type": "number", "exclusiveMaximum": true, "maximum": 5})
            ),
            json!({"type": "number", "exclusiveMaximum": true, "maximum": 5})
        );
    }

    #[test]
    fn what_the_model_would_round_is_kept_exactly() {
        assert_eq!(
            schema(
                "3.0.0",
                json!({"type": "integer", "minimum": 0.5, "maximum": 18_446_744_073_709_551_615_u64, "multipleOf": 5.0})
            ),
            json!({"type": "integer", "multipleOf": 5, "x-specwright-minimum": 0.5, "x-specwright-maximum": 18_446_744_073_709_551_615_u64})
        );
        assert_eq!(
            schema("3.0.0", json!({"type": "number", "minimum": 0.5})),
            json!({"type": "number", "minimum": 0.5})
        );
    }
}
