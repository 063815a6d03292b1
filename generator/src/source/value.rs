//! Text to values: YAML and JSON through one visitor that reports what a tree cannot hold.
//!
//! JSON is read by `serde_json`, which is many times faster; everything else by `serde_yaml`.
//! Memory is bounded by the length of the text: YAML aliases may repeat parts, but only so far.

use super::key::KeySeed;
use super::{spelling, syntax};
use crate::diag::{Code, Diagnostic, Document, Report};
use crate::pointer::{Path, Pointer};
use serde::Deserialize;
use serde::de::{self, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

/// How deeply lists and mappings may nest in JSON. For YAML its reader has a limit of 128.
pub const MAX_DEPTH: usize = 256;

/// How much larger than the text a tree may be: four bytes for one, and this much in any case.
const FREE_BYTES: usize = 16 << 20;

/// Reads YAML or JSON.
///
/// Of a key that stands twice the last value is taken, as JSON readers do. `None` means that the
/// text could not be read; the report then has an error.
pub fn read(text: &str, document: Document, report: &mut Report) -> Option<Value> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if is_blank(text) {
        let finding = Diagnostic::new(
            Code::EMPTY_TEXT,
            Pointer::root(),
            "there is nothing to read",
        );
        report.push(finding.in_document(document).at(1, 1));
        return None;
    }
    let mut reader = Reader::new(text, document);
    let error = match reader.json(text) {
        Ok(value) => return reader.finish(value, report),
        Err(error) => error,
    };
    // In YAML a comment of JavaScript would be a part of the next key.
    if let Some(finding) = syntax::comment(text) {
        report.push(finding.in_document(document));
        return None;
    }
    // A YAML text may begin like JSON, so only a failure of both is one; but then it is JSON
    // that was meant.
    if reader.broken.is_none() {
        let mut yaml = Reader::new(text, document);
        match yaml.yaml(text) {
            Ok(mut value) => {
                spelling::restore(text, &mut value, document, report);
                return yaml.finish(value, report);
            }
            Err(finding) if !looks_like_json(text) || yaml.broken.is_some() => {
                report.push(finding.in_document(document));
                return None;
            }
            Err(_) => {}
        }
    }
    report.push(reader.explain(&error).in_document(document));
    None
}

fn is_blank(text: &str) -> bool {
    text.lines()
        .map(str::trim)
        .all(|line| line.is_empty() || line.starts_with('#') || line == "---")
}

fn looks_like_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// What goes on while one text is read.
pub(super) struct Reader {
    document: Document,
    /// What was found on the way; kept only when the text can be read.
    findings: Vec<Diagnostic>,
    /// Why reading was given up, when not for the syntax.
    broken: Option<Diagnostic>,
    depth: usize,
    /// How many more bytes the tree may take.
    budget: usize,
    /// Whether `<<` merges.
    is_yaml: bool,
}

impl Reader {
    fn new(text: &str, document: Document) -> Self {
        let budget = text.len().saturating_mul(4).saturating_add(FREE_BYTES);
        Self {
            document,
            findings: Vec::new(),
            broken: None,
            depth: 0,
            budget,
            is_yaml: false,
        }
    }

    fn json(&mut self, text: &str) -> Result<Value, serde_json::Error> {
        if !looks_like_json(text) {
            return Err(de::Error::custom("not JSON"));
        }
        let mut json = serde_json::Deserializer::from_str(text);
        // The depth is counted by the visitor.
        json.disable_recursion_limit();
        let value = Seed {
            reader: self,
            at: &Path::root(),
        }
        .deserialize(&mut json)?;
        json.end()?;
        Ok(value)
    }

    fn yaml(&mut self, text: &str) -> Result<Value, Box<Diagnostic>> {
        self.is_yaml = true;
        let mut documents = serde_yaml::Deserializer::from_str(text);
        let Some(first) = documents.next() else {
            let message = "there is nothing to read";
            let finding = Diagnostic::new(Code::EMPTY_TEXT, Pointer::root(), message);
            return Err(Box::new(finding.at(1, 1)));
        };
        let value = Seed {
            reader: self,
            at: &Path::root(),
        }
        .deserialize(first)
        .map_err(|error| {
            let finding = self.broken.take();
            self.broken.clone_from(&finding);
            Box::new(finding.unwrap_or_else(|| syntax::yaml(&error, text)))
        })?;
        match documents.next().map(serde_yaml::Value::deserialize) {
            None | Some(Ok(serde_yaml::Value::Null)) => Ok(value),
            Some(_) => {
                let message = "a second document begins in this text";
                let mut finding =
                    Diagnostic::new(Code::SEVERAL_DOCUMENTS, Pointer::root(), message);
                let marker = text
                    .lines()
                    .enumerate()
                    .skip(1)
                    .filter(|(_, line)| line.starts_with("---"))
                    .last();
                if let Some((line, _)) = marker {
                    finding = finding.at(line + 1, 1);
                }
                self.broken = Some(finding.clone());
                Err(Box::new(finding))
            }
        }
    }

    fn explain(self, error: &serde_json::Error) -> Diagnostic {
        match self.broken {
            // Where there is a line: deep places cannot be found again.
            Some(finding) if error.line() > 0 => finding.at(error.line(), error.column().max(1)),
            Some(finding) => finding,
            None => syntax::json(error),
        }
    }

    #[expect(clippy::unnecessary_wraps, reason = "the form that `read` returns")]
    fn finish(self, value: Value, report: &mut Report) -> Option<Value> {
        for finding in self.findings {
            report.push(finding);
        }
        Some(value)
    }

    fn note(&mut self, code: Code, at: &Path<'_>, message: impl Into<String>) {
        let finding = Diagnostic::new(code, at.to_pointer(), message);
        self.findings.push(finding.in_document(self.document));
    }

    /// Gives reading up.
    pub(super) fn stop<E: de::Error>(&mut self, code: Code, at: &Path<'_>, message: &str) -> E {
        self.broken =
            Some(Diagnostic::new(code, at.to_pointer(), message).in_document(self.document));
        E::custom(message)
    }

    fn spend<E: de::Error>(&mut self, bytes: usize, at: &Path<'_>) -> Result<(), E> {
        // What a value takes beside its text.
        match self.budget.checked_sub(bytes.saturating_add(4)) {
            Some(left) => self.budget = left,
            None => {
                return Err(self.stop(Code::TOO_LARGE, at, "aliases repeat too much of the text"));
            }
        }
        Ok(())
    }

    fn enter<E: de::Error>(&mut self, at: &Path<'_>) -> Result<(), E> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.stop(
                Code::TOO_DEEP,
                at,
                "lists and mappings nest too deeply here",
            ));
        }
        Ok(())
    }
}

/// Reads the value at a place.
struct Seed<'a, 'p> {
    reader: &'a mut Reader,
    at: &'p Path<'p>,
}

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = Value;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_, '_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        self.reader.spend(0, self.at)?;
        Ok(Value::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Value, E> {
        self.visit_unit()
    }

    fn visit_some<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        self.reader.spend(0, self.at)?;
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        self.reader.spend(0, self.at)?;
        Ok(value.into())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        self.reader.spend(0, self.at)?;
        Ok(value.into())
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value.to_string().parse().unwrap_or(f64::NAN))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value.to_string().parse().unwrap_or(f64::NAN))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        self.reader.spend(0, self.at)?;
        let Some(number) = Number::from_f64(value) else {
            self.reader.note(
                Code::NOT_A_NUMBER,
                self.at,
                format!("`{value}` has no JSON form: `null` is taken"),
            );
            return Ok(Value::Null);
        };
        if value.abs() >= 18_446_744_073_709_551_616.0 && value.abs() < 1e39 {
            self.reader.note(
                Code::NUMBER_OUT_OF_RANGE,
                self.at,
                "the number does not fit into 64 bits: its last digits may be lost",
            );
        }
        Ok(Value::Number(number))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        self.reader.spend(value.len(), self.at)?;
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Value, E> {
        self.reader.spend(value.len(), self.at)?;
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let Seed { reader, at } = self;
        reader.enter(at)?;
        reader.spend(0, at)?;
        let mut list = Vec::new();
        while let Some(value) = access.next_element_seed(Seed {
            reader: &mut *reader,
            at: &at.index(list.len()),
        })? {
            list.push(value);
        }
        reader.depth -= 1;
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let Seed { reader, at } = self;
        reader.enter(at)?;
        reader.spend(0, at)?;
        let mut map = Map::new();
        while let Some(key) = access.next_key_seed(KeySeed {
            reader: &mut *reader,
            at,
        })? {
            let here = at.key(&key);
            reader.spend(key.len(), &here)?;
            let value = access.next_value_seed(Seed {
                reader: &mut *reader,
                at: &here,
            })?;
            if map.contains_key(&key) {
                let message = format!("`{key}` stands twice here: the last one is taken");
                let finding = Diagnostic::new(Code::DUPLICATE_KEY, here.to_pointer(), message);
                reader
                    .findings
                    .push(finding.on_key().in_document(reader.document));
            }
            map.insert(key, value);
        }
        reader.depth -= 1;
        if reader.is_yaml && map.contains_key("<<") {
            merge(&mut map, reader, at)?;
        }
        Ok(Value::Object(map))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Value, A::Error> {
        let Seed { reader, at } = self;
        let (tag, variant): (String, _) = access.variant()?;
        reader.note(Code::YAML_TAG, at, format!("the tag `{tag}` is ignored"));
        variant.newtype_variant_seed(Seed { reader, at })
    }
}

/// Carries the merge key `<<` of YAML 1.1 out: members of the mappings behind it are added
/// where the mapping itself has none.
fn merge<E: de::Error>(
    map: &mut Map<String, Value>,
    reader: &mut Reader,
    at: &Path<'_>,
) -> Result<(), E> {
    let others = match map.get("<<") {
        Some(Value::Object(_)) => map.shift_remove("<<").into_iter().collect(),
        Some(Value::Array(list)) if list.iter().all(Value::is_object) => {
            let list = map.shift_remove("<<");
            list.and_then(|list| list.as_array().cloned())
                .unwrap_or_default()
        }
        _ => return Ok(()),
    };
    for (key, value) in others.into_iter().filter_map(into_object).flatten() {
        reader.spend(key.len(), at)?;
        map.entry(key).or_insert(value);
    }
    Ok(())
}

fn into_object(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(map) => Some(map),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read_text(text: &str) -> (Option<Value>, Vec<String>) {
        let mut report = Report::default();
        let value = read(text, Document::Description, &mut report);
        let place = |d: &Diagnostic| match d.place.position {
            Some((line, column)) => format!("{line}:{column}"),
            None => d.place.pointer.to_string(),
        };
        let findings = report
            .diagnostics()
            .map(|d| format!("{} {}", d.code.as_str(), place(d)));
        (value, findings.collect())
    }

    fn codes(text: &str) -> Vec<String> {
        read_text(text).1
    }

    #[test]
    fn keys_are_as_they_are_written() {
        let text = "200: a\nTrue: b\n1.10: c\n~: d\n0x10: e\n\"q\": f\n";
        let (value, findings) = read_text(text);
        assert_eq!(
            value,
            Some(json!({"200": "a", "True": "b", "1.10": "c", "~": "d", "0x10": "e", "q": "f"}))
        );
        assert!(findings.is_empty());
    }

    #[test]
    fn of_a_repeated_key_the_last_is_taken() {
        for text in ["a: {b: 1, b: 2}", r#"{"a": {"b": 1, "b": 2}}"#] {
            let (value, findings) = read_text(text);
            assert_eq!(value, Some(json!({"a": {"b": 2}})));
            assert_eq!(findings, ["W0106 /a/b"]);
        }
    }

    #[test]
    fn numbers_are_kept_as_well_as_json_can() {
        let (value, findings) = read_text(
            "[9223372036854775808, 340282366920938463463374607431768211456, .inf, 1e400]",
        );
        let list = value.unwrap();
        assert_eq!(list[0], json!(9_223_372_036_854_775_808_u64));
        assert_eq!(list[2], Value::Null);
        assert_eq!(findings[0], "N0108 /1");
        let (value, findings) = read_text("{\"a\": 18446744073709551616}");
        assert!(value.unwrap()["a"].is_f64());
        assert_eq!(findings, ["N0108 /a"]);
        let (value, findings) = read_text("a: 18446744073709551616");
        assert!(value.unwrap()["a"].is_f64());
        assert_eq!(findings, ["N0108 /a"]);
    }

    #[test]
    fn merge_keys_are_carried_out() {
        let (value, _) = read_text("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\n");
        assert_eq!(value.unwrap()["b"], json!({"y": 3, "x": 1}));
    }

    #[test]
    fn bombs_are_refused() {
        let mut text = String::from("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for i in 1..30 {
            let aliases = vec![format!("*a{}", i - 1); 10].join(",");
            text = format!("{text}a{i}: &a{i} [{aliases}]\n");
        }
        let findings = codes(&text);
        assert_eq!(findings.len(), 1);
        assert!(findings[0].starts_with("E0105"), "{findings:?}");
        let long = format!(
            "a: &a {}\nb: [{}]\n",
            "x".repeat(1 << 20),
            "*a,".repeat(10_000)
        );
        assert!(codes(&long)[0].starts_with("E0105"));
    }

    #[test]
    fn deep_nesting_is_an_error_and_never_an_overflow() {
        let json = |n| format!("{}{}", "[".repeat(n), "]".repeat(n));
        assert!(codes(&json(MAX_DEPTH)).is_empty());
        assert!(codes(&json(MAX_DEPTH + 1))[0].starts_with("E0104"));
        assert!(codes(&json(100_000))[0].starts_with("E0104"));
        assert!(codes(&format!("- {}", json(100_000)))[0].starts_with("E0104"));
        assert!(codes(&"- ".repeat(10_000))[0].starts_with("E0104"));
        assert!(codes(&format!("a: {}x", json(100)))[0].starts_with("E0101"));
    }

    #[test]
    fn empty_and_several() {
        assert_eq!(codes(""), ["E0102 1:1"]);
        assert_eq!(codes("# nothing\n---\n"), ["E0102 1:1"]);
        assert_eq!(codes("a: 1\n---\nb: 2\n"), ["E0103 2:1"]);
        assert!(codes("--- \na: 1\n...\n").is_empty());
        assert!(codes("\u{feff}a: 1\n").is_empty());
    }

    #[test]
    fn tags_are_noted() {
        let (value, findings) = read_text("a: !secret x\nb: !!str 1\n");
        assert_eq!(value, Some(json!({"a": "x", "b": "1"})));
        assert_eq!(findings, ["N0110 /a"]);
    }

    #[test]
    fn syntax_errors_have_a_place() {
        assert_eq!(codes("{\"a\": 1,}"), Vec::<String>::new(), "valid YAML");
        assert_eq!(codes("{\"a\": 1\n \"b\": 2}")[0], "E0101 2:2");
        assert_eq!(codes("a: b: c\n"), ["E0101 1:5"]);
        assert!(codes("a:\n\tb: 1\n")[0].starts_with("E0101 2:"));
        assert!(codes("? [a]\n: 1\n")[0].starts_with("E0107"));
        assert!(codes("a: *nope\n")[0].starts_with("E0101"));
    }
}
