//! The checker: one recursive walk by the tables.

use super::counted::Counted;
use super::repair::{self, Repair};
use super::tables::TABLES;
use super::types::{Field, Holds, Kind, Status, Table, Version};
use super::{formats, idle, versions};
use crate::diag::{Code, Diagnostic, Report};
use crate::pointer::Path;
use serde_json::{Map, Value};

pub(super) struct Checker {
    pub(super) version: Version,
    report: Report,
    formats: Counted,
    idle: Counted,
    pub(super) versions: Counted,
}

impl Checker {
    pub(super) fn new(version: Version) -> Self {
        Self {
            version,
            report: Report::default(),
            formats: Counted::default(),
            idle: Counted::default(),
            versions: Counted::default(),
        }
    }

    /// Adds what another found in a later part of the same description.
    pub(super) fn append(&mut self, other: Self) {
        self.report.append(other.report);
        self.formats.append(other.formats);
        self.idle.append(other.idle);
        self.versions.append(other.versions);
    }

    /// Reports what was found and gathered on the way.
    pub(super) fn finish(self, report: &mut Report) {
        report.append(self.report);
        self.formats.report("schemas", report);
        self.idle.report("schemas", report);
        self.versions.report("places", report);
    }

    /// Checks an object of this kind. Anything else than an object is left alone.
    pub(super) fn object(&mut self, value: &mut Value, kind: Kind, at: &Path<'_>) {
        let Some(map) = value.as_object_mut() else {
            return;
        };
        let table = kind.table();
        if kind == Kind::Schema {
            repair::schema(map, at, self);
            formats::note(map, at, &mut self.formats);
            idle::note(map, at, &mut self.idle);
        }
        map.retain(|key, value| self.member(key, value, table, at));
        for field in table.fields {
            // The model wants what either version requires.
            if !field.required.is_empty() && !map.contains_key(field.name) {
                self.missing(map, field, table, at);
            }
        }
    }

    /// Checks the member `key`; `false` means that nothing can be made of it, and it has to go.
    fn member(&mut self, key: &str, value: &mut Value, table: &Table, at: &Path<'_>) -> bool {
        let field = table.field(key);
        let Some(holds) = field.map(|field| field.holds).or_else(|| table.holds(key)) else {
            if key.starts_with("x-") {
                return self.extension(key, value, table.kind, &at.key(key));
            }
            self.unknown(key, table, at);
            return true;
        };
        let here = at.key(key);
        if value.is_null() && field.is_some() && !matches!(holds, Holds::Any) {
            self.push(
                Code::NULL_VALUE,
                &here,
                format!("`{key}` has no value and counts as absent"),
            );
            return false;
        }
        if let Some(only) = field.and_then(|field| field.only) {
            if only != self.version {
                versions::keyword(key, (only, self.version), &here, &mut self.versions);
            }
        }
        if let Some(Status::Reported(code)) = field.map(|field| field.status) {
            let finding =
                Diagnostic::new(code, here.to_pointer(), format!("`{key}` is not supported"));
            self.report.push(finding.on_key());
        }
        self.value(value, &holds, &here, table, key)
    }

    /// Checks what stands in `components.schemas`; `false` means that it has to go.
    pub(super) fn named_schema(&mut self, value: &mut Value, at: &Path<'_>) -> bool {
        let table = Kind::Components.table();
        self.value(value, &Holds::Ref(Kind::Schema), at, table, "")
    }

    /// Checks a value against what it should hold; `false` means that it has to go.
    fn value(
        &mut self,
        value: &mut Value,
        holds: &Holds,
        at: &Path<'_>,
        table: &Table,
        key: &str,
    ) -> bool {
        match repair::repair(value, holds, self.version) {
            Repair::Fits => {}
            Repair::Empty => {
                self.push(
                    Code::NULL_VALUE,
                    at,
                    "there is no value here: it is taken as empty",
                );
            }
            Repair::Converted(message) => self.push(Code::WRONG_TYPE, at, message),
            Repair::OtherVersion(message) => versions::value(&message, at, &mut self.versions),
            Repair::Useless(code, message) => {
                let mut finding = Diagnostic::new(code, at.to_pointer(), message);
                if (table.kind, key) == (Kind::Schema, "required") {
                    finding = finding.help(
                        "`required` lists properties: name this one in the `required` of the object around it",
                    );
                }
                self.report.push(finding);
                return false;
            }
        }
        match (holds, value) {
            (Holds::Object(kind) | Holds::Ref(kind), value) => {
                self.reference_or(value, *kind, holds, at);
            }
            (Holds::FlagOrSchema, value @ Value::Object(_)) => {
                self.object(value, Kind::Schema, at);
            }
            (Holds::List(inner), Value::Array(list)) => {
                let mut index = 0;
                list.retain_mut(|value| {
                    index += 1;
                    self.value(value, inner, &at.index(index - 1), table, key)
                });
            }
            (Holds::Map(inner), Value::Object(map)) => {
                map.retain(|key, value| self.value(value, inner, &at.key(key), table, ""));
            }
            _ => {}
        }
        true
    }

    /// A reference stands alone, save in schemas and path items, where `$ref` is a field.
    fn reference_or(&mut self, value: &mut Value, kind: Kind, holds: &Holds, at: &Path<'_>) {
        let reference = match (holds, value.get("$ref")) {
            (Holds::Ref(_), Some(Value::String(_))) => {
                !matches!(kind, Kind::Schema | Kind::PathItem)
            }
            (Holds::Ref(_), Some(_)) if !matches!(kind, Kind::Schema | Kind::PathItem) => {
                let here = at.key("$ref");
                self.push(
                    Code::WRONG_TYPE,
                    &here,
                    "`$ref` is not text: it is left out",
                );
                if let Some(map) = value.as_object_mut() {
                    map.shift_remove("$ref");
                }
                false
            }
            _ => false,
        };
        if !reference {
            self.object(value, kind, at);
            return;
        }
        for key in value.as_object().into_iter().flat_map(Map::keys) {
            if key != "$ref" && !key.starts_with("x-") {
                let message = format!("`{key}` beside `$ref` does not count");
                let finding =
                    Diagnostic::new(Code::REF_SIBLINGS, at.key(key).to_pointer(), message);
                self.report.push(finding.on_key());
            }
        }
    }

    fn missing(
        &mut self,
        map: &mut Map<String, Value>,
        field: &Field,
        table: &Table,
        at: &Path<'_>,
    ) {
        if field.required.contains(&self.version) {
            let message = format!("`{}` is missing from the {} object", field.name, table.name);
            self.push(Code::MISSING, at, message);
        }
        map.insert(field.name.to_owned(), repair::neutral(&field.holds));
    }

    fn unknown(&mut self, key: &str, table: &Table, at: &Path<'_>) {
        let here = at.key(key);
        let message = format!("`{key}` does not belong to the {} object", table.name);
        let mut finding =
            Diagnostic::new(Code::UNKNOWN_KEYWORD, here.to_pointer(), message).on_key();
        if let Some(similar) = similar(key, table) {
            finding = finding.help(format!("did you mean `{similar}`?"));
        } else if let Some(help) = elsewhere(key) {
            finding = finding.help(help);
        }
        self.report.push(finding);
    }

    pub(super) fn push(&mut self, code: Code, at: &Path<'_>, message: impl Into<String>) {
        self.report
            .push(Diagnostic::new(code, at.to_pointer(), message));
    }

    pub(super) fn push_on_key(&mut self, code: Code, at: &Path<'_>, message: impl Into<String>) {
        let finding = Diagnostic::new(code, at.to_pointer(), message);
        self.report.push(finding.on_key());
    }
}

/// The field whose name is nearest to `key`, when it is near.
fn similar(key: &str, table: &Table) -> Option<&'static str> {
    // Distances take time that grows with the square of the length.
    if key.len() > 40 {
        return None;
    }
    let lower = key.to_lowercase();
    let near = |name: &str| strsim::damerau_levenshtein(&lower, &name.to_lowercase());
    let fields = table
        .fields
        .iter()
        .map(|field| (near(field.name), field.name));
    let (distance, name) = fields.min_by_key(|(distance, _)| *distance)?;
    (distance <= key.chars().count() / 3).then_some(name)
}

/// Where a misplaced keyword belongs.
fn elsewhere(key: &str) -> Option<String> {
    match key {
        "definitions" => return Some("schemas stand in `components.schemas`".to_owned()),
        "collectionFormat" => {
            return Some("OpenAPI 3 has `style` and `explode` instead".to_owned());
        }
        "consumes" | "produces" => {
            return Some("OpenAPI 3 has media types as the keys of `content` instead".to_owned());
        }
        "host" | "basePath" | "schemes" => {
            return Some("OpenAPI 3 has `servers` instead".to_owned());
        }
        "id" => return None,
        _ => {}
    }
    let tables = TABLES.iter().filter(|table| table.field(key).is_some());
    let names: Vec<&str> = tables.map(|table| table.name).collect();
    match names.as_slice() {
        [one] => Some(format!("it belongs to the {one} object")),
        [one, two] => Some(format!("it belongs to the {one} or {two} object")),
        // A word that means something in many places says nothing here, like one that is unknown.
        _ => None,
    }
}
