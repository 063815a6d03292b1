//! Text without quotation marks that YAML takes for a number or a boolean: `1.10` among the
//! strings of an `enum` is not `1.1`.

use super::locate::locate;
use crate::diag::{Code, Diagnostic, Document, Report, Span};
use crate::pointer::{Path, Pointer};
use serde_json::Value;

/// Puts what is written in the place of numbers and booleans where a text is meant, if that is
/// spelled in another way than they would be.
pub(super) fn restore(text: &str, value: &mut Value, document: Document, report: &mut Report) {
    let mut places = Vec::new();
    let version = Pointer::root().keys(["info", "version"]);
    let given = value.pointer(version.as_str());
    if given.is_some_and(|it| it.is_number() || it.is_boolean()) {
        places.push(version);
    }
    collect(value, &Path::root(), &mut places);
    if places.is_empty() {
        return;
    }
    let wanted: Vec<(Pointer, bool)> = places.into_iter().map(|at| (at, false)).collect();
    let spans = locate(text, &wanted);
    // Columns are counted behind a byte order mark.
    let lines = text.strip_prefix('\u{feff}').unwrap_or(text).lines();
    let lines: Vec<&str> = lines.collect();
    for ((at, _), span) in wanted.into_iter().zip(spans) {
        let Some(scalar) = value.pointer_mut(at.as_str()) else {
            continue;
        };
        let Some(written) = span.and_then(|span| written(&lines, span)) else {
            continue;
        };
        // Of an alias another place has the text.
        let is_it = serde_yaml::from_str::<Value>(&written).is_ok_and(|read| read == *scalar);
        let spelled = scalar.to_string();
        if is_it && spelled != written {
            let message = format!("`{spelled}` is written `{written}`, which is taken as a text");
            let finding = Diagnostic::new(Code::UNQUOTED_TEXT, at, message);
            report.push(finding.in_document(document));
            *scalar = Value::String(written);
        }
    }
}

/// The places of numbers and booleans where a text is meant. Values are looked into as well, since a
/// property may be called `example`.
fn collect(value: &Value, at: &Path<'_>, places: &mut Vec<Pointer>) {
    match value {
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                collect(value, &at.index(index), places);
            }
        }
        Value::Object(map) => {
            let is_text = |ty: Option<&Value>| match ty {
                Some(Value::String(name)) => name == "string",
                Some(Value::Array(names)) => {
                    names.iter().all(|name| name == "string" || name == "null")
                }
                _ => false,
            };
            let schema = map.get("schema").and_then(|schema| schema.get("type"));
            for (key, value) in map {
                let here = at.key(key);
                let is_scalar = value.is_number() || value.is_boolean();
                match key.as_str() {
                    "const" | "default" | "example" if is_scalar => {
                        if is_text(map.get("type")) || is_text(schema) {
                            places.push(here.to_pointer());
                        }
                    }
                    "enum" | "examples" if value.is_array() && is_text(map.get("type")) => {
                        let values = value.as_array().into_iter().flatten().enumerate();
                        let values = values.filter(|(_, it)| it.is_number() || it.is_boolean());
                        places.extend(values.map(|(index, _)| here.index(index).to_pointer()));
                    }
                    _ => collect(value, &here, places),
                }
            }
        }
        _ => {}
    }
}

/// What stands at a place.
fn written(lines: &[&str], span: Span) -> Option<String> {
    let line = lines.get(span.line.checked_sub(1)?)?;
    let text = line.chars().skip(span.column.checked_sub(1)?);
    let text: String = text.take(span.length).collect();
    // An anchor may stand before it.
    text.split_whitespace().last().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::diag::{Document, Report};
    use serde_json::json;

    #[test]
    fn text_without_quotation_marks_is_as_it_is_written() {
        let text = "info: {title: t, version: 1.10}\n\
                    a: {type: string, enum: [1.10, 'x', 2.5, True, 0x1F, 1, &it 3.00, *it], default: 1.10}\n\
                    b: {type: number, enum: [1.10], example: 2.50}\n\
                    c: {schema: {type: [string, 'null']}, example: 3.50}\n\
                    example: {title: t, version: 1.10}\n";
        let mut report = Report::default();
        let value = read(text, Document::Description, &mut report).unwrap();
        let read = json!({
            "info": {"title": "t", "version": "1.10"},
            "a": {
                "type": "string",
                "enum": ["1.10", "x", 2.5, "True", "0x1F", 1, "3.00", 3.0],
                "default": "1.10",
            },
            "b": {"type": "number", "enum": [1.1], "example": 2.5},
            "c": {"schema": {"type": ["string", "null"]}, "example": "3.50"},
            "example": {"title": "t", "version": 1.1},
        });
        assert_eq!(value, read);
        let codes: Vec<&str> = report.diagnostics().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, ["N0111"; 7]);
    }

    #[test]
    fn a_byte_order_mark_moves_nothing() {
        let text = "\u{feff}info: {title: t, version: 1.10}\r\n";
        let value = read(text, Document::Description, &mut Report::default());
        assert_eq!(value.unwrap()["info"]["version"], "1.10");
    }

    #[test]
    fn json_has_quotation_marks() {
        let mut report = Report::default();
        let text = r#"{"type": "string", "enum": [1.10]}"#;
        let value = read(text, Document::Description, &mut report).unwrap();
        assert_eq!(value["enum"], json!([1.1]));
        assert!(report.diagnostics().next().is_none());
    }
}
