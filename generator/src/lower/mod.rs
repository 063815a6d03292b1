//! Brings a description to the one dialect that the document model can carry: OpenAPI 3.0.
//!
//! After [`lower`], deserialisation as `openapiv3::OpenAPI` never fails and loses nothing that
//! counts. What 3.0 cannot say travels in extensions named `x-specwright-` and the keyword in
//! kebab case without its `$`: `prefixItems` becomes `x-specwright-prefix-items`. Further
//! extensions are
//!
//! * `x-specwright-minimum`, `-maximum`, `-multiple-of`: the exact number in place of a bound that
//!   the model could not hold (fractions on integers, more than 53 bits);
//! * `x-specwright-any-enum: true`: beside an `enum` whose values contradict the type that was given;
//! * `x-specwright-default-null: true`: `default: null`;
//! * `x-specwright-never: true`: the schema `false`;
//! * `x-specwright-from`: on a component that was made from an inline part because something refers
//!   to it: the pointer of that part;
//! * `x-specwright-callback`: on a path item that stands for a request that the server makes: the
//!   names and the place of the callback or webhook;
//! * `x-specwright-styled-parts: true`: on an encoding: of 3.1, where styles are for the parts of
//!   `multipart/form-data` too;
//! * `x-specwright-missing: true`: on a path item whose `$ref` leads nowhere;
//! * `x-specwright-security-scheme`: a security scheme as written, on a placeholder, when the model
//!   has no such scheme.
//!
//! Each rule is a small function; the order of calls is the order in which rules build on each
//! other.

mod anchors;
mod callbacks;
mod carry;
mod enums;
mod formats;
mod numbers;
mod parameters;
mod path_items;
mod patterns;
mod places;
mod refs;
mod schema;
mod security;
mod side_parts;
mod tags;
mod types;

pub use anchors::follow_anchors;

use crate::diag::{Code, Diagnostic, Origins, Report};
use crate::pointer::Path;
use crate::shape::{self, Kind, Part, Version, for_each_child, in_parts};
use indexmap::IndexMap;
use serde_json::Value;

/// Checks a description, repairs it and brings it to 3.0 form. What is no OpenAPI description
/// becomes an empty one, with an error in the report. What moves is recorded in `origins`.
pub fn lower(value: &mut Value, origins: &mut Origins, report: &mut Report) {
    let Some(version) = shape::check(value, report) else {
        return;
    };
    path_items::copy(value, version, origins, report);
    let side_parts = refs::hoist(value, version, origins, report);
    side_parts::check(&side_parts, value, report);
    places::check_paths(value, report);
    apply_rules(value, version, report);
    callbacks::to_paths(value);
}

/// Applies the rules to all parts.
fn apply_rules(value: &mut Value, version: Version, report: &mut Report) {
    let applied = in_parts(value, |parts| {
        let mut lowering = Lowering::new(version);
        for Part { value, kind, at } in parts {
            lowering.visit(value, kind, &Path::from(&at), false);
        }
        lowering
    });
    let mut all = Lowering::new(version);
    for lowering in applied {
        all.append(lowering);
    }
    all.finish(report);
}

/// How many bytes of a text are taken. The longest in 2,639 published descriptions has 35,734, but for
/// one of a type.
const LONGEST_TEXT: usize = 64 << 10;

/// What the rules share.
struct Lowering {
    version: Version,
    report: Report,
    /// What is often so in many places, by the words that say so: the first finding, and how many of
    /// which things there are.
    counted: IndexMap<String, (Diagnostic, usize, &'static str)>,
}

impl Lowering {
    fn new(version: Version) -> Self {
        Self {
            version,
            report: Report::default(),
            counted: IndexMap::new(),
        }
    }

    /// Applies the rules to an object of this kind and to everything in it. `refines` says that
    /// a schema only adds to one whose type is known.
    fn visit(&mut self, value: &mut Value, kind: Kind, at: &Path<'_>, refines: bool) {
        if kind == Kind::Schema {
            self.schema(value, at, refines);
        }
        // Elsewhere `$ref` is a key like any other, and was reported.
        if kind.can_be_referred_to() && value.get("$ref").is_some_and(Value::is_string) {
            return;
        }
        if kind == Kind::Schema || kind.can_be_referred_to() {
            self.texts(value, at);
        }
        if kind == Kind::Operation {
            self.tags_of_operation(value, at);
        }
        match kind {
            Kind::PathItem | Kind::Operation | Kind::Components => self.parameter_list(value, at),
            Kind::Document => self.tags_of_document(value, at),
            Kind::Parameter => {
                self.parameter(value, at);
                self.media_types(value, at);
            }
            Kind::Header => {
                self.header(value, at);
                self.media_types(value, at);
            }
            Kind::Encoding => {
                self.encoding(value, at);
                self.content_type(value, at);
            }
            Kind::RequestBody | Kind::Response => {
                self.empty_content(value, kind, at);
                self.media_types(value, at);
            }
            Kind::Responses => self.responses(value, at),
            Kind::SecurityScheme => self.security_scheme(value, at),
            _ => {}
        }
        let typed = kind == Kind::Schema && value.get("type").is_some();
        for_each_child(value, kind, at, &mut |child, kind, at, field| {
            let refines = typed
                && matches!(
                    field,
                    "allOf" | "anyOf" | "oneOf" | "not" | "if" | "then" | "else"
                );
            self.visit(child, kind, at, refines);
        });
        carry::carry(value, kind);
    }

    /// Cuts off texts that would be too long for memory where everything that refers to the object
    /// repeats them.
    fn texts(&mut self, value: &mut Value, at: &Path<'_>) {
        for key in ["title", "description"] {
            let Some(Value::String(text)) = value.get_mut(key) else {
                continue;
            };
            // That of a schema with a name stands at its type, and is short elsewhere.
            let is_of_type = || {
                at.to_pointer()
                    .split_last()
                    .is_some_and(|(home, _)| home.as_str() == "/components/schemas")
            };
            if text.len() > LONGEST_TEXT && !is_of_type() {
                let message = format!("the text has {} bytes: its end is left out", text.len());
                let end = (0..=LONGEST_TEXT)
                    .rev()
                    .find(|at| text.is_char_boundary(*at));
                text.truncate(end.unwrap_or_default());
                text.push('…');
                self.push(Code::LONG_TEXT, &at.key(key), message);
            }
        }
    }

    /// Reports bodies without a media type: in replies, where this is common, once for all.
    fn empty_content(&mut self, value: &Value, kind: Kind, at: &Path<'_>) {
        let content = value.get("content").and_then(Value::as_object);
        if content.is_none_or(|content| !content.is_empty()) {
            return;
        }
        let here = at.key("content");
        if kind == Kind::Response {
            let message = "`content` has no media type: nothing is said about a body";
            let finding = Diagnostic::new(Code::EMPTY_CONTENT, here.to_pointer(), message);
            self.count(finding.on_key(), "replies");
        } else {
            let message = "`content` has no media type: the request has no body";
            self.push(Code::EMPTY_CONTENT, &here, message);
        }
    }

    /// Adds what another found in a later part of the same description.
    fn append(&mut self, other: Self) {
        self.report.append(other.report);
        for (message, (first, count, things)) in other.counted {
            let known = self.counted.entry(message);
            known.or_insert((first, 0, things)).1 += count;
        }
    }

    fn finish(mut self, report: &mut Report) {
        for (finding, count, things) in self.counted.into_values() {
            self.report.push(finding.first_of(count, things));
        }
        report.append(self.report);
    }

    /// Reports what is often so in many of these things, once for all.
    fn count(&mut self, finding: Diagnostic, things: &'static str) {
        let known = self.counted.entry(finding.message.clone());
        known.or_insert((finding, 0, things)).1 += 1;
    }

    fn push(&mut self, code: Code, at: &Path<'_>, message: impl Into<String>) {
        self.report
            .push(Diagnostic::new(code, at.to_pointer(), message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A whole description, brought to 3.0 form, with the codes of what was found.
    pub(super) fn lowered(mut document: Value) -> (Value, Vec<&'static str>) {
        let mut report = Report::default();
        lower(&mut document, &mut Origins::default(), &mut report);
        let model: Result<openapiv3::OpenAPI, _> = serde_json::from_value(document.clone());
        assert!(model.is_ok(), "{model:?}");
        (
            document,
            report.diagnostics().map(|d| d.code.as_str()).collect(),
        )
    }

    /// A schema, brought to 3.0 form.
    pub(super) fn schema(version: &str, schema: impl Into<Value>) -> Value {
        let schema: Value = schema.into();
        let (value, _) = lowered(json!({
            "openapi": version, "info": {"title": "T", "version": "1"}, "paths": {},
            "components": {"schemas": {"A": schema, "B": {}}}
        }));
        value["components"]["schemas"]["A"].clone()
    }

    #[test]
    fn nonsense_becomes_an_empty_description() {
        for nonsense in [
            json!([]),
            json!("x"),
            json!(null),
            json!({"swagger": "2.0"}),
            json!({"openapi": "9"}),
        ] {
            assert_eq!(lowered(nonsense).1, ["E0401"]);
        }
    }
}
