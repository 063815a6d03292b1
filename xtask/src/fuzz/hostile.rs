//! Texts, numbers and parts that a friendly author would not write.

use fastrand::Rng;
use serde_json::{Value, json};

/// Texts that mean something in Rust, Markdown, JSON, URIs, paths or to a terminal.
const TEXTS: &[&str] = &[
    "",
    " ",
    "\"",
    "'",
    "`",
    "```\nfn main() { loop {} }\n```",
    "*/",
    "/*",
    "*/ pub fn x() {} /*",
    "//",
    "///",
    "#![allow(warnings)]",
    "]]",
    "{",
    "}",
    "{{}}",
    "{a}{b}",
    "{a",
    "\\",
    "\\u{0}",
    "\"#",
    "r#\"",
    "\r\n",
    "\n",
    "\t",
    "\u{0}",
    "\u{7f}",
    "\u{85}",
    "\u{200b}",
    "\u{202e}desrever",
    "\u{2066}a\u{2069}",
    "\u{2028}",
    "\u{feff}",
    "\u{e000}",
    "\u{301}",
    "é",
    "ß",
    "ǅ",
    "名前",
    "🦀",
    "..",
    "../../etc/passwd",
    "/",
    "//host/x",
    "%",
    "%2f",
    "%2e%2e",
    "%zz",
    "?",
    "#",
    "a b",
    "a-b",
    "a_b",
    "aB",
    "AB",
    "__",
    "_",
    "1",
    "-1",
    "+1",
    "self",
    "Self",
    "super",
    "crate",
    "type",
    "async",
    "gen",
    "try",
    "box",
    "Option",
    "Vec",
    "String",
    "Box",
    "Result",
    "Error",
    "Client",
    "Request",
    "Value",
    "Unknown",
    "Object",
    "new",
    "with_a",
    "body",
    "client",
    "types",
    "operations",
    "runtime",
    "lib",
    "mod",
    "main",
    "std",
    "core",
    "prelude",
    "additional_properties",
    "null",
    "true",
    "object",
    "string",
    "integer",
    "array",
    "binary",
    "date-time",
    "uuid",
    "application/json",
    "text/plain; charset=\"",
    "multipart/form-data",
    "*/*",
    "default",
    "2XX",
    "999",
    "200",
    "https://x/{v}",
    "http://[::1",
    "(?<a>",
    "(a+)+$",
    "\\p{L}",
    "[",
    "$ref",
    "#/",
    "#/components/schemas/",
    "#/paths/~1",
    "https://example.com/a.yaml#/a",
    "x-rust-name",
    "@generated",
    "3.1.0",
    "<script>",
    "[a](b)",
    "![](http://x/y.png)",
    "&amp;",
    "$(id)",
];

/// Numbers at the borders of what types hold. The last two are too large for any; [`text`] writes
/// them.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "-0.0",
    "1",
    "-1",
    "0.1",
    "255",
    "256",
    "2147483647",
    "2147483648",
    "-2147483649",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "1e300",
    "-1e300",
    "5e-324",
    "1e999",
    "123456789012345678901234567890123456789.5",
];

/// Around a number that the tree cannot hold.
const MARK: &str = "\u{1}number\u{1}";

/// A hostile text: one of the list, some of them, or a very long one.
pub(super) fn string(random: &mut Rng) -> String {
    let one = |random: &mut Rng| TEXTS[random.usize(..TEXTS.len())];
    match random.u8(..12) {
        0 => one(random).repeat(1 + random.usize(..200)),
        1 => "a".repeat(1 << random.u8(6..17)),
        2 | 3 => format!("{}{}", one(random), one(random)),
        4 => format!("a{}b", one(random)),
        _ => one(random).to_owned(),
    }
}

/// A number as text stands in for it until [`text`].
pub(super) fn number(random: &mut Rng) -> Value {
    let digits = NUMBERS[random.usize(..NUMBERS.len())];
    Value::String(format!("{MARK}{digits}{MARK}"))
}

/// A part that stands nowhere in this form.
pub(super) fn nonsense(random: &mut Rng) -> Value {
    let all = [
        json!(null),
        json!(true),
        json!(false),
        json!([]),
        json!({}),
        json!([null]),
        json!([[], {}]),
        json!([{"type": "string"}, {"type": "integer"}]),
        json!({"$ref": 1}),
        json!({"$ref": "#"}),
        json!({"type": "null"}),
        json!({"type": ["string", "integer", "null"]}),
        json!({"type": "object", "required": ["a", "a", ""], "additionalProperties": false}),
        json!({"enum": [1, "a", null, 1.0, [], {}], "type": "string"}),
        json!({"enum": []}),
        json!({"const": {"a": [1]}}),
        json!({"allOf": []}),
        json!({"oneOf": [{"type": "object"}, {"type": "object"}], "discriminator": {"propertyName": ""}}),
        json!({"anyOf": [true, false, {}]}),
        json!({"not": {}}),
        json!({"type": "array", "items": {"type": "array", "items": false}}),
        json!({"properties": {"a": {"properties": {"b": {"oneOf": [{}, {"type": "null"}]}}}}}),
        json!({"default": {"description": 1}, "example": {"x": [1]}}),
        deep(40),
        deep(200),
    ];
    match random.u8(..4) {
        0 => Value::String(string(random)),
        1 => number(random),
        _ => all[random.usize(..all.len())].clone(),
    }
}

fn deep(levels: usize) -> Value {
    (0..levels).fold(json!({"type": "string"}), |inner, level| match level % 3 {
        0 => json!({"type": "array", "items": inner}),
        1 => json!({"type": "object", "properties": {"a": inner}}),
        _ => json!({"allOf": [inner]}),
    })
}

/// The text of a description, with the numbers that a tree cannot hold.
pub(super) fn text(value: &Value) -> String {
    let text = value.to_string();
    let quoted = serde_json::to_string(MARK).unwrap_or_default();
    let mark = quoted.trim_matches('"');
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, number, after)) = marked(rest, mark) {
        out.push_str(before);
        out.push_str(number);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What stands before the first marked number with its quotes, the number, and what follows.
fn marked<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, rest) = text.split_once(&format!("\"{mark}"))?;
    let (number, after) = rest.split_once(&format!("{mark}\""))?;
    Some((before, number, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_no_tree_holds_reach_the_text() {
        let number = |digits: &str| json!(format!("{MARK}{digits}{MARK}"));
        let value = json!({"a": number("1e999"), "b": [number("-0.0"), "c"]});
        assert_eq!(text(&value), r#"{"a":1e999,"b":[-0.0,"c"]}"#);
    }
}
