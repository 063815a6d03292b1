//! Formats of integers that the description's own values go beyond.

use super::Lowering;
use crate::diag::{Code, Diagnostic, Report};
use crate::format::Format;
use crate::pointer::{Path, Pointer};
use serde_json::{Map, Number, Value};
use std::ops::RangeInclusive;

impl Lowering {
    /// Takes a wider format where an example or default shows a number that the format does not
    /// have: the server evidently sends such numbers.
    pub(super) fn integer_formats(&mut self, map: &mut Map<String, Value>, at: &Path<'_>) {
        // The first of the list has become the example as well.
        for key in ["examples", "example", "default"] {
            let Some(value) = map.get_mut(key).map(Value::take) else {
                continue;
            };
            let here = at.key(key);
            let values: Vec<(Pointer, &Value)> = match &value {
                Value::Array(list) if key == "examples" => (list.iter().enumerate())
                    .map(|(index, value)| (here.index(index).to_pointer(), value))
                    .collect(),
                _ if key == "examples" => Vec::new(),
                value => vec![(here.to_pointer(), value)],
            };
            for (place, value) in values {
                let shown = Shown { place, value };
                widen(map, &shown, &at.to_pointer(), &mut self.report);
            }
            map.insert(key.to_owned(), value);
        }
    }
}

/// A value that the description shows, and where.
struct Shown<'a> {
    place: Pointer,
    value: &'a Value,
}

/// Does so for a schema at a place and all that stand in it.
fn widen(schema: &mut Map<String, Value>, shown: &Shown<'_>, at: &Pointer, report: &mut Report) {
    match shown.value {
        Value::Number(number) => {
            if let Some(number) = whole(number) {
                widen_integer(schema, number, (at, &shown.place), report);
            }
        }
        Value::Array(list) => {
            if let Some(Value::Object(items)) = schema.get_mut("items") {
                let at = at.key("items");
                for (index, value) in list.iter().enumerate() {
                    let place = shown.place.index(index);
                    widen(items, &Shown { place, value }, &at, report);
                }
            }
        }
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = schema.get_mut("properties") {
                let at = at.key("properties");
                for (name, value) in members {
                    if let Some(Value::Object(property)) = properties.get_mut(name) {
                        let place = shown.place.key(name);
                        widen(property, &Shown { place, value }, &at.key(name), report);
                    }
                }
            }
        }
        _ => return,
    }
    if let Some(Value::Array(all)) = schema.get_mut("allOf") {
        let at = at.key("allOf");
        for (index, member) in all.iter_mut().enumerate() {
            if let Value::Object(member) = member {
                widen(member, shown, &at.index(index), report);
            }
        }
    }
}

/// The whole number that is shown; of one beyond 64 bits the last digits are lost.
fn whole(number: &Number) -> Option<i128> {
    let small = number.as_i64().map(i128::from);
    small
        .or_else(|| number.as_u64().map(i128::from))
        .or_else(|| {
            let number = number.as_f64().filter(|it| it.fract() == 0.0);
            // What has no fraction is printed with all its digits.
            format!("{:.0}", number?).parse().ok()
        })
}

fn widen_integer(
    schema: &mut Map<String, Value>,
    number: i128,
    (at, place): (&Pointer, &Pointer),
    report: &mut Report,
) {
    let is_integer = match schema.get("type") {
        Some(Value::String(name)) => name == "integer",
        Some(Value::Array(names)) => names.iter().any(|name| name == "integer"),
        _ => false,
    };
    let format = schema.get("format").and_then(Value::as_str);
    if !is_integer || range(format).contains(&number) {
        return;
    }
    let wider = ["int64", "uint64", "int128"];
    let mut wider = wider.into_iter();
    let Some(wider) = wider.find(|it| range(Some(it)).contains(&number)) else {
        return;
    };
    let old = format.unwrap_or("int64");
    let message = format!("{number} is shown, which is beyond `{old}`: `{wider}` is taken");
    let finding = Diagnostic::new(Code::BEYOND_FORMAT, place.clone(), message);
    report.push(finding.because("the schema", at.clone()));
    schema.insert("format".to_owned(), Value::String(wider.to_owned()));
}

/// The numbers that a format has.
fn range(format: Option<&str>) -> RangeInclusive<i128> {
    match format.and_then(Format::named) {
        Some(Format::Integer(low, high)) => low..=high,
        _ => i64::MIN.into()..=i64::MAX.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::schema;
    use serde_json::json;

    #[test]
    fn numbers_that_are_shown_fit_into_their_type() {
        let integer = |format: &str| json!({"type": "integer", "format": format});
        let shown = schema(
            "3.1.0",
            json!({
                "type": "object",
                "properties": {
                    "a": integer("int32"),
                    "b": {"type": "array", "items": {"allOf": [integer("uint32")]}},
                    "c": integer("int32"),
                    "d": {"type": "integer", "default": u64::MAX},
                    "e": {"type": "integer", "example": 1e20},
                    "f": {"type": "integer", "example": 1e300},
                },
                "example": {"a": 4_294_967_295_u32, "b": [1, -1], "c": i32::MIN},
            }),
        );
        let format = |place: &str| shown["properties"].pointer(place).cloned();
        assert_eq!(format("/a/format"), Some(json!("int64")));
        assert_eq!(format("/b/items/allOf/0/format"), Some(json!("int64")));
        assert_eq!(format("/c/format"), Some(json!("int32")));
        assert_eq!(format("/d/format"), Some(json!("uint64")));
        assert_eq!(format("/e/format"), Some(json!("int128")));
        assert_eq!(format("/f/format"), None);
    }
}
