//! What to make of a value that has the wrong type.

use super::check::Checker;
use super::types::{Holds, Kind, Version};
use super::versions;
use crate::diag::Code;
use crate::pointer::Path;
use serde_json::{Map, Number, Value, json};

/// What came of it.
pub(super) enum Repair {
    /// Nothing had to be done.
    Fits,
    /// There was no value; a neutral one was taken.
    Empty,
    /// It was converted, as the message says.
    Converted(String),
    /// It has the form of the other version, as the message says, and is kept.
    OtherVersion(String),
    /// Nothing can be made of it.
    Useless(Code, String),
}

/// Makes `value` what it should be, at this level; what is inside is not looked at.
pub(super) fn repair(value: &mut Value, holds: &Holds, version: Version) -> Repair {
    if value.is_null() && !matches!(holds, Holds::Any) {
        *value = neutral(holds);
        return Repair::Empty;
    }
    match holds {
        Holds::Any => Repair::Fits,
        Holds::Text => text(value),
        Holds::Flag => flag(value),
        Holds::Number => number(value),
        Holds::Count => count(value),
        Holds::FlagOrNumber => flag_or_number(value, version),
        Holds::TypeName => type_name(value, version),
        Holds::Ref(Kind::Schema) => schema_value(value, version),
        Holds::Object(kind) | Holds::Ref(kind) => object(value, *kind),
        Holds::FlagOrSchema => match value {
            Value::Bool(_) | Value::Object(_) => Repair::Fits,
            _ => match flag(value) {
                Repair::Useless(..) => useless(value, "a boolean or a schema"),
                done => done,
            },
        },
        Holds::List(inner) => list(value, inner),
        Holds::Map(inner) => map(value, inner),
    }
}

/// What stands in for something that has to be there.
pub(super) fn neutral(holds: &Holds) -> Value {
    match holds {
        Holds::Text | Holds::TypeName => json!(""),
        Holds::Flag | Holds::FlagOrNumber => json!(false),
        Holds::Number | Holds::Count => json!(0),
        Holds::List(_) => json!([]),
        Holds::Any => Value::Null,
        Holds::Object(kind) | Holds::Ref(kind) => {
            let required = kind
                .table()
                .fields
                .iter()
                .filter(|field| !field.required.is_empty());
            required
                .map(|field| (field.name.to_owned(), neutral(&field.holds)))
                .collect()
        }
        Holds::FlagOrSchema | Holds::Map(_) => json!({}),
    }
}

fn useless(value: &Value, wanted: &str) -> Repair {
    Repair::Useless(
        Code::WRONG_TYPE,
        format!("{} where {wanted} belongs: it is left out", name(value)),
    )
}

fn name(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

fn text(value: &mut Value) -> Repair {
    let text = match value {
        Value::String(_) => return Repair::Fits,
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        _ => return useless(value, "a text"),
    };
    let message = format!("{} where a text belongs: `'{text}'` is taken", name(value));
    *value = Value::String(text);
    Repair::Converted(message)
}

fn flag(value: &mut Value) -> Repair {
    let flag = match value {
        Value::Bool(_) => return Repair::Fits,
        Value::String(text) if text.eq_ignore_ascii_case("true") => true,
        Value::String(text) if text.eq_ignore_ascii_case("false") => false,
        _ => return useless(value, "a boolean"),
    };
    *value = Value::Bool(flag);
    Repair::Converted(format!("a text where a boolean belongs: `{flag}` is taken"))
}

fn number(value: &mut Value) -> Repair {
    let number = match value {
        Value::Number(_) => return Repair::Fits,
        Value::String(text) => match serde_json::from_str::<Number>(text.trim()) {
            Ok(number) => number,
            Err(_) => return useless(value, "a number"),
        },
        _ => return useless(value, "a number"),
    };
    let message = format!("a text where a number belongs: `{number}` is taken");
    *value = Value::Number(number);
    Repair::Converted(message)
}

fn count(value: &mut Value) -> Repair {
    let converted = match number(value) {
        Repair::Fits => None,
        Repair::Converted(message) => Some(message),
        other => return other,
    };
    if !value.is_u64() {
        let text = value.to_string();
        // `5.0` is a whole number to JSON Schema.
        let whole = value.as_f64().filter(|n| n.fract() == 0.0 && *n >= 0.0);
        let Some(whole) = whole.and_then(|n| format!("{n:.0}").parse::<u64>().ok()) else {
            let message = format!("`{text}` cannot be a length or a count: it is left out");
            return Repair::Useless(Code::IMPOSSIBLE_BOUND, message);
        };
        *value = whole.into();
    }
    converted.map_or(Repair::Fits, Repair::Converted)
}

fn flag_or_number(value: &mut Value, version: Version) -> Repair {
    match (&*value, version) {
        (Value::Bool(_), Version::V30) | (Value::Number(_), Version::V31) => Repair::Fits,
        (Value::Bool(_), Version::V31) => Repair::OtherVersion(
            "a boolean is the form of OpenAPI 3.0: it is taken as 3.0 means it".to_owned(),
        ),
        (Value::Number(_), Version::V30) => Repair::OtherVersion(
            "a number is the form of OpenAPI 3.1: it is taken as 3.1 means it".to_owned(),
        ),
        _ => match flag(value) {
            Repair::Useless(..) => number(value),
            done => done,
        },
    }
}

const TYPES: &[&str] = &[
    "string", "number", "integer", "boolean", "object", "array", "null",
];

fn type_name(value: &mut Value, version: Version) -> Repair {
    match value {
        Value::String(name) if TYPES.contains(&name.as_str()) => {
            if name == "null" && version == Version::V30 {
                return Repair::OtherVersion("the type `null` is of OpenAPI 3.1".to_owned());
            }
            Repair::Fits
        }
        Value::String(name) => Repair::Useless(
            Code::WRONG_VALUE,
            format!("there is no type `{name}`: any value is taken"),
        ),
        Value::Array(list) => {
            let before = list.len();
            list.retain(|name| name.as_str().is_some_and(|name| TYPES.contains(&name)));
            if list.is_empty() || list.len() < before {
                *value = Value::Null;
                return Repair::Useless(
                    Code::WRONG_VALUE,
                    "not all of these are types: any value is taken".to_owned(),
                );
            }
            if version == Version::V30 {
                return Repair::OtherVersion(
                    "a list of types is of OpenAPI 3.1: it is taken as 3.1 means it".to_owned(),
                );
            }
            Repair::Fits
        }
        _ => useless(value, "the name of a type"),
    }
}

fn object(value: &mut Value, kind: Kind) -> Repair {
    let table = kind.table();
    if kind == Kind::Example && value.as_object().is_none_or(is_raw_example) {
        let raw = value.take();
        *value = json!({"value": raw});
        return Repair::Converted(
            "an example object has the example as its `value`: one was put around".to_owned(),
        );
    }
    match value {
        Value::Object(_) => Repair::Fits,
        Value::String(text) => match (table.shorthand, kind) {
            (Some(field), _) => {
                let message = format!(
                    "a text where the {} object belongs: it is taken as its `{field}`",
                    table.name
                );
                *value = json!({field: text});
                Repair::Converted(message)
            }
            (None, Kind::SecurityRequirement) => {
                *value = json!({text.as_str(): []});
                Repair::Converted(
                    "a security requirement is an object: one was put around the name".to_owned(),
                )
            }
            (None, _) => useless(value, &format!("the {} object", table.name)),
        },
        _ => useless(value, &format!("the {} object", table.name)),
    }
}

/// Whether an object is the example itself and not an Example Object.
fn is_raw_example(map: &Map<String, Value>) -> bool {
    let known = |key: &String| {
        key == "$ref" || key.starts_with("x-") || Kind::Example.table().field(key).is_some()
    };
    !map.is_empty() && !map.keys().any(known)
}

fn schema_value(value: &mut Value, version: Version) -> Repair {
    match value {
        Value::Object(_) => Repair::Fits,
        Value::Bool(_) if version == Version::V31 => Repair::Fits,
        Value::Bool(_) => Repair::OtherVersion(
            "a boolean as a schema is of OpenAPI 3.1: it is taken as 3.1 means it".to_owned(),
        ),
        Value::String(name) if TYPES.contains(&name.as_str()) => {
            let message = format!("a text where a schema belongs: `type: {name}` is taken");
            *value = json!({"type": name});
            Repair::Converted(message)
        }
        _ => {
            let message = format!("{} where a schema belongs: any value is taken", name(value));
            *value = json!({});
            Repair::Converted(message)
        }
    }
}

fn list(value: &mut Value, inner: &Holds) -> Repair {
    let fits = match (&*value, inner) {
        (Value::Array(_), _) => return Repair::Fits,
        (Value::String(_), Holds::Text) | (Value::Object(_), Holds::Object(_) | Holds::Ref(_)) => {
            true
        }
        (value, Holds::Any) => !value.is_object(),
        _ => false,
    };
    if !fits {
        return useless(value, "a list");
    }
    let message = format!(
        "{} where a list belongs: a list of one is taken",
        name(value)
    );
    let one = value.take();
    *value = json!([one]);
    Repair::Converted(message)
}

fn map(value: &mut Value, inner: &Holds) -> Repair {
    match (&mut *value, inner) {
        (Value::Object(_), _) => Repair::Fits,
        (Value::Array(list), Holds::Ref(Kind::Example)) => {
            let named = list.drain(..).enumerate();
            let map: Map<String, Value> = named
                .map(|(index, one)| (format!("example{}", index + 1), one))
                .collect();
            *value = Value::Object(map);
            Repair::Converted("`examples` is an object here: names were made up".to_owned())
        }
        (Value::Array(list), _) if list.is_empty() => {
            *value = json!({});
            Repair::Converted(
                "an empty list where an object belongs: an empty object is taken".to_owned(),
            )
        }
        (value, _) => useless(value, "an object"),
    }
}

/// Names that are used for types, and what they mean: type and format.
const ALIASES: &[(&[&str], &str, &str)] = &[
    (&["int", "int32", "short"], "integer", ""),
    (&["int64", "long", "bigint"], "integer", "int64"),
    (&["str", "text", "char", "varchar", "enum"], "string", ""),
    (&["bool"], "boolean", ""),
    (&["float"], "number", "float"),
    (&["double"], "number", "double"),
    (&["decimal", "numeric"], "number", ""),
    (&["dict", "map", "hash", "json"], "object", ""),
    (&["list"], "array", ""),
    (&["date"], "string", "date"),
    (
        &["datetime", "date-time", "timestamp"],
        "string",
        "date-time",
    ),
    (&["uuid", "guid"], "string", "uuid"),
    (&["uri", "url"], "string", "uri"),
    (&["email"], "string", "email"),
    (&["file", "binary"], "string", "binary"),
];

/// Sets well-known mistakes in a schema right that concern more than one keyword.
pub(super) fn schema(map: &mut Map<String, Value>, at: &Path<'_>, checker: &mut Checker) {
    if let Some(Value::String(name)) = map.get("type") {
        let lower = name.to_lowercase();
        let known = TYPES
            .iter()
            .find(|known| **known == lower)
            .map(|known| (*known, ""));
        let alias = ALIASES
            .iter()
            .find(|(names, ..)| names.contains(&lower.as_str()));
        let meant = known.or(alias.map(|(_, ty, format)| (*ty, *format)));
        if let Some((ty, format)) = meant.filter(|(ty, _)| ty != name) {
            let with = if format.is_empty() {
                String::new()
            } else {
                format!(" with format `{format}`")
            };
            let message = format!("there is no type `{name}`: `{ty}`{with} is taken");
            checker.push(Code::WRONG_VALUE, &at.key("type"), message);
            map.insert("type".to_owned(), json!(ty));
            if !format.is_empty() && !map.contains_key("format") {
                map.insert("format".to_owned(), json!(format));
            }
        }
    }
    if map.get("items").is_some_and(Value::is_array) && !map.contains_key("prefixItems") {
        let message = "a list under `items` is of older JSON Schema: it is taken as `prefixItems`";
        versions::value(message, &at.key("items"), &mut checker.versions);
        if let Some(list) = map.shift_remove("items") {
            map.insert("prefixItems".to_owned(), list);
        }
    }
}
