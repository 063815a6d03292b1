//! `enum`: values that contradict `type`, and those that stand twice.

use super::Lowering;
use super::types::has_type;
use crate::diag::{Code, Diagnostic};
use crate::pointer::Path;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

impl Lowering {
    /// Brings the values of `enum` in line with `type`, as far as it is plain what is meant.
    pub(super) fn enum_values(&mut self, map: &mut Map<String, Value>, at: &Path<'_>) {
        let place = at.key("enum");
        let Some(Value::Array(mut values)) = map.get("enum").cloned() else {
            return;
        };
        if values.is_empty() {
            self.push(Code::EMPTY_UNION, &place, "`enum` is empty: it is left out");
            map.shift_remove("enum");
            return;
        }
        let ty = map.get("type").and_then(Value::as_str).map(str::to_owned);
        if let Some(ty) = ty {
            let contradicts = |value: &Value| !value.is_null() && !has_type(value, &ty);
            let is_compound = ty == "array" || ty == "object";
            if is_compound && values.iter().all(|v| v.is_null() || contradicts(v)) {
                if values.iter().any(contradicts) {
                    self.enum_of_elements(map, &ty, &place);
                }
                return;
            }
            // Of those that are taken as others, and of those that are kept, the first and how many.
            let mut found: BTreeMap<bool, (Diagnostic, usize)> = BTreeMap::new();
            for (index, value) in values.iter_mut().enumerate() {
                if contradicts(value) {
                    let message = format!("`{value}` is not of type `{ty}`");
                    let taken = take(value, &ty, map);
                    let first = || {
                        let at = place.index(index).to_pointer();
                        let message = match &taken {
                            Some(taken) => format!("{message}: it is taken as `{taken}`"),
                            None => message,
                        };
                        (Diagnostic::new(Code::ENUM_CONTRADICTS_TYPE, at, message), 0)
                    };
                    found.entry(taken.is_some()).or_insert_with(first).1 += 1;
                }
            }
            for (finding, count) in found.into_values() {
                self.report.push(finding.first_of(count, "values"));
            }
        }
        self.null_in_enum(map, &values, &place);
        let mut seen = BTreeSet::new();
        for (index, value) in values.iter().enumerate() {
            if !seen.insert(value.to_string()) {
                let message = format!("`{value}` stands twice in this list");
                self.push(Code::DUPLICATE_ENUM_VALUE, &place.index(index), message);
            }
        }
        map.insert("enum".to_owned(), Value::Array(values));
    }

    /// Names and descriptions of values count by their position, so lists of another length have
    /// slipped somewhere.
    pub(super) fn enum_texts(&mut self, map: &Map<String, Value>, at: &Path<'_>) {
        let length = |key: &str| map.get(key).and_then(Value::as_array).map(Vec::len);
        for keyword in ["x-enum-varnames", "x-enum-descriptions"] {
            let Some(texts) = length(keyword) else {
                continue;
            };
            let values = length("enum");
            if values != Some(texts) {
                let at = at.key(keyword).to_pointer();
                let Some(values) = values else {
                    let message = format!("`{keyword}` has no effect without `enum`");
                    let finding = Diagnostic::new(Code::ENUM_TEXTS, at, message);
                    self.report.push(finding.on_key());
                    continue;
                };
                let message = format!("`{keyword}` is of length {texts}, and `enum` of {values}");
                let finding = Diagnostic::new(Code::ENUM_TEXTS, at, message).on_key();
                let help = "they are taken in order; values without one are named by themselves";
                self.report.push(finding.help(help));
            }
        }
    }

    /// Where `nullable: true` stands without `null` among the values, or that without the other, it
    /// has been forgotten.
    fn null_in_enum(&mut self, map: &mut Map<String, Value>, values: &[Value], at: &Path<'_>) {
        let nullable = map.get("nullable") == Some(&json!(true));
        let has_null = values.iter().any(Value::is_null);
        if nullable && !has_null {
            let message = "`null` is not one of the values: `nullable` is taken to add it";
            self.push(Code::NULL_NOT_IN_ENUM, at, message);
        } else if let (Some(ty), true, false) = (map.get("type"), has_null, nullable) {
            let message = format!("`null` is not of type {ty}: the schema is taken as `nullable`");
            self.push(Code::ENUM_CONTRADICTS_TYPE, at, message);
            map.insert("nullable".to_owned(), json!(true));
        }
    }

    /// Values of `enum` none of which is an array, or an object, as all should be: those of an
    /// array's elements, when they can be.
    fn enum_of_elements(&mut self, map: &mut Map<String, Value>, ty: &str, at: &Path<'_>) {
        let values = map.shift_remove("enum").unwrap_or_default();
        let items = map.get_mut("items").and_then(Value::as_object_mut);
        let items = items.filter(|items| !items.contains_key("$ref"));
        let items = items.filter(|items| !items.contains_key("enum") && ty == "array");
        let fit = |items: &Map<String, Value>| {
            let ty = items.get("type").and_then(Value::as_str);
            let mut values = values.as_array().into_iter().flatten();
            values.all(|value| ty.is_none_or(|ty| value.is_null() || has_type(value, ty)))
        };
        let message = if let Some(items) = items.filter(|items| fit(items)) {
            items.insert("enum".to_owned(), values);
            format!("none of the values is of type `{ty}`: they are taken as those of its elements")
        } else {
            format!("none of the values is of type `{ty}`: `enum` is left out")
        };
        self.push(Code::ENUM_CONTRADICTS_TYPE, at, message);
    }
}

/// A value that is spelled as one of the other type is taken as that; any other is kept beside those
/// that fit, and what holds them takes every JSON value.
fn take(value: &mut Value, ty: &str, map: &mut Map<String, Value>) -> Option<Value> {
    let spelled = spelled(value, ty);
    if let Some(spelled) = &spelled {
        value.clone_from(spelled);
    } else {
        map.insert("x-specwright-any-enum".to_owned(), json!(true));
        map.shift_remove("type");
    }
    spelled
}

/// The value of a type that a value of another one spells, as when quotation marks are missing in
/// YAML.
fn spelled(value: &Value, ty: &str) -> Option<Value> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        _ => return None,
    };
    if ty == "string" {
        return Some(Value::String(text));
    }
    let value: Value = serde_json::from_str(&text).ok()?;
    let is_exact = value.to_string().as_str() == text;
    (is_exact && has_type(&value, ty)).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::super::tests::schema;
    use serde_json::{Value, json};

    fn enumeration(given: Value) -> Value {
        schema("3.0.3", given)["enum"].clone()
    }

    #[test]
    fn values_are_taken_as_what_they_spell() {
        for (ty, given, taken) in [
            ("string", json!(["a", 1, true]), json!(["a", "1", "true"])),
            ("integer", json!(["0", 1]), json!([0, 1])),
            ("number", json!(["0.5"]), json!([0.5])),
            ("boolean", json!(["true", false]), json!([true, false])),
        ] {
            assert_eq!(enumeration(json!({"type": ty, "enum": given})), taken);
        }
    }

    #[test]
    fn other_values_are_kept() {
        assert_eq!(
            schema("3.0.3", json!({"type": "integer", "enum": [1, "all"]})),
            json!({"enum": [1, "all"], "x-specwright-any-enum": true})
        );
    }

    #[test]
    fn values_of_lists_are_those_of_the_elements() {
        assert_eq!(
            schema(
                "3.0.3",
                json!({"type": "array", "enum": ["a"], "items": {"type": "string"}})
            ),
            json!({"type": "array", "items": {"type": "string", "enum": ["a"]}})
        );
        let of_numbers = json!({"type": "array", "enum": ["a"], "items": {"type": "number"}});
        assert_eq!(enumeration(of_numbers), Value::Null);
        let lists = json!({"type": "array", "enum": [["a"]], "items": {"type": "string"}});
        assert_eq!(enumeration(lists), json!([["a"]]));
    }
}
