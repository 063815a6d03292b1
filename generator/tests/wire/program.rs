//! A description with one operation per row, and the program that calls them.

use crate::rows::Row;
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// The description: the operation `row7` has the path `/7` and the seventh row's parameter.
pub(crate) fn description(rows: &[Row]) -> Value {
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    for (index, row) in rows.iter().enumerate() {
        let mut value = schema(&row.value);
        if row.value.is_object() {
            schemas.insert(format!("Value{index}"), value);
            value = json!({"$ref": format!("#/components/schemas/Value{index}")});
        }
        let mut parameter = json!({
            "name": row.name, "in": row.place, "required": true, "style": row.style, "schema": value,
        });
        let mut reply = json!({"description": "Recorded."});
        if let Some(explode) = row.explode {
            parameter["explode"] = json!(explode);
        }
        if row.place == "header" {
            let header = json!({"style": row.style, "explode": row.explode, "schema": value});
            reply["headers"] = json!({"X-Value": header});
        }
        let path = match &*row.place {
            // What surrounds it keeps the text `.` from being a step of the path.
            "path" => format!("/{index}/-{{{}}}", row.name),
            _ => format!("/{index}"),
        };
        let operation = json!({
            "operationId": format!("row{index}"), "parameters": [parameter],
            "responses": {"204": reply},
        });
        paths.insert(path, json!({"get": operation}));
    }
    json!({
        "openapi": "3.0.3", "info": {"title": "Rows", "version": "1.0.0"},
        "paths": paths, "components": {"schemas": schemas},
    })
}

/// The schema that a value is an instance of.
fn schema(value: &Value) -> Value {
    match value {
        Value::Null => json!({"type": "string", "nullable": true}),
        Value::Bool(_) => json!({"type": "boolean"}),
        Value::Number(number) if number.is_f64() => json!({"type": "number"}),
        Value::Number(_) => json!({"type": "integer"}),
        Value::String(_) => json!({"type": "string"}),
        Value::Array(items) => {
            let item = items
                .first()
                .map_or_else(|| json!({"type": "string"}), schema);
            json!({"type": "array", "items": item})
        }
        Value::Object(members) if members.is_empty() => {
            json!({"type": "object", "additionalProperties": {"type": "string"}})
        }
        Value::Object(members) => {
            let properties = members
                .iter()
                .map(|(name, value)| (name.clone(), schema(value)));
            let properties: Map<String, Value> = properties.collect();
            let required: Vec<&String> = members.keys().collect();
            json!({"type": "object", "required": required, "properties": properties})
        }
    }
}

/// The program: one function per row, and one that calls them all.
pub(crate) fn table(rows: &[Row]) -> String {
    let mut table = String::from(
        "//! One function per row of the suite.\n\nuse crate::Wire;\nuse wire_rows::operations::*;\n\
         use wire_rows::runtime::Nullable;\nuse wire_rows::types;\n",
    );
    let mut calls = String::new();
    for (index, row) in rows.iter().enumerate() {
        let value = expression(&row.value, index, true);
        let (place, name) = (&row.place, &row.name);
        let expected = &row.expected;
        let mut check = match &**place {
            "header" => format!("let replies = wire.check_header(row, {name:?}, &operation);"),
            // Without its text the path would be another.
            "path" if expected[0].is_empty() => "wire.check_refused(row, &operation);".to_owned(),
            _ => format!("wire.check_{place}(row, &operation);"),
        };
        if place == "header" && is_told_by_its_text(&row.value) {
            let typed = expression(&row.value, index, false);
            let _ = write!(
                check,
                "\n    wire.check_replies(row, &replies, Row{index}::X_VALUE, {typed});"
            );
        } else if place == "header" {
            check = check.replace("let replies = ", "");
        }
        let id = &row.id;
        let _ = write!(
            table,
            "\nfn row{index}(wire: &mut Wire) {{\n    let operation = Row{index}::new({value});\n    \
             let row = ({index}, {id:?}, &{expected:?}[..]);\n    {check}\n}}\n",
        );
        let _ = writeln!(calls, "    row{index}(wire);");
    }
    let _ = write!(
        table,
        "\npub(crate) fn all(wire: &mut Wire) {{\n{calls}}}\n"
    );
    table
}

/// The value in Rust; `argument` where the signature converts text.
fn expression(value: &Value, index: usize, argument: bool) -> String {
    let inner = |value: &Value| expression(value, index, false);
    match value {
        Value::Null => "Nullable::<String>::Null".to_owned(),
        Value::String(text) if argument => format!("{text:?}"),
        Value::String(text) => format!("{text:?}.to_owned()"),
        Value::Number(number) if number.is_f64() => format!("{:?}_f64", number.as_f64().unwrap()),
        Value::Array(items) if items.is_empty() => "Vec::<String>::new()".to_owned(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(inner).collect();
            format!("vec![{}]", items.join(", "))
        }
        Value::Object(members) if members.is_empty() => format!("types::Value{index}::default()"),
        Value::Object(members) => {
            let members: Vec<String> = members.values().map(inner).collect();
            format!("types::Value{index}::new({})", members.join(", "))
        }
        other => other.to_string(),
    }
}

/// Whether the text of a header leads back to the value: headers have no escapes, the space around
/// words is not theirs, and `null` is written as the empty string is.
fn is_told_by_its_text(value: &Value) -> bool {
    let is_plain = |value: &Value| match value {
        Value::String(text) => text.trim() == text && !text.is_empty() && !text.contains(','),
        _ => true,
    };
    match value {
        Value::Null => false,
        Value::Array(items) => items.iter().all(is_plain),
        Value::Object(members) => members.values().all(is_plain),
        Value::String(text) => text.trim() == text,
        _ => true,
    }
}
