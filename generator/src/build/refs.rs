//! References: from a `$ref` text to what it names, by walking the typed document.

use super::Builder;
use crate::diag::{Code, Diagnostic};
use crate::pointer::{NOWHERE, Pointer};
use indexmap::{IndexMap, IndexSet};
use openapiv3::{
    AdditionalProperties, MediaType, OpenAPI, Operation, Parameter, ParameterSchemaOrContent,
    PathItem, ReferenceOr, RequestBody, Response, Schema, SchemaKind, StatusCode, Type,
};
use percent_encoding::percent_decode_str;
use serde_json::Value;
use std::collections::BTreeSet;

/// Where a reference leads in the end, or the place of the one that leads nowhere.
pub(super) type End = Result<Pointer, Pointer>;

/// A schema, or a reference to one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Node<'a> {
    Ref(&'a str),
    Item(&'a Schema),
}

impl<'a> Node<'a> {
    /// The schema, where it is no reference.
    pub(super) fn schema(self) -> Option<&'a Schema> {
        match self {
            Self::Ref(_) => None,
            Self::Item(schema) => Some(schema),
        }
    }

    pub(super) fn extensions(self) -> Option<&'a IndexMap<String, Value>> {
        Some(&self.schema()?.schema_data.extensions)
    }
}

impl<'a> From<&'a ReferenceOr<Schema>> for Node<'a> {
    fn from(node: &'a ReferenceOr<Schema>) -> Self {
        match node {
            ReferenceOr::Reference { reference } => Self::Ref(reference),
            ReferenceOr::Item(schema) => Self::Item(schema),
        }
    }
}

impl<'a> From<&'a ReferenceOr<Box<Schema>>> for Node<'a> {
    fn from(node: &'a ReferenceOr<Box<Schema>>) -> Self {
        match node {
            ReferenceOr::Reference { reference } => Self::Ref(reference),
            ReferenceOr::Item(schema) => Self::Item(schema),
        }
    }
}

/// The pointer of a reference into this document: what follows `#`, percent-decoded.
pub(super) fn target(reference: &str) -> Option<Pointer> {
    let fragment = reference.strip_prefix('#')?;
    Pointer::parse(&percent_decode_str(fragment).decode_utf8().ok()?)
}

impl<'a> Builder<'a> {
    /// Follows a schema reference to the schema object and its place. Where there is none, that is
    /// reported, and the error is the place of the reference that leads nowhere.
    pub(super) fn schema_at(
        &mut self,
        reference: &str,
        from: &Pointer,
    ) -> Result<(Pointer, &'a Schema), Pointer> {
        let doc = self.doc;
        let end = self.end(reference, from, |at| match find(doc, at)? {
            Node::Item(_) => Some(None),
            Node::Ref(next) => Some(Some(next)),
        })?;
        match find(doc, &end) {
            Some(Node::Item(schema)) => Ok((end, schema)),
            _ => Err(from.key("$ref")),
        }
    }

    /// The same without a report.
    pub(super) fn behind(&mut self, reference: &str) -> Option<(Pointer, &'a Schema)> {
        let mut at = target(reference)?;
        let mut passed = BTreeSet::new();
        loop {
            match (find(self.doc, &at)?, self.chains.get(&at)) {
                (Node::Item(schema), _) => {
                    let passed = passed.into_iter().map(|from| (from, Ok(at.clone())));
                    self.chains.extend(passed);
                    return Some((at, schema));
                }
                (Node::Ref(_), Some(end)) => at = end.clone().ok()?,
                (Node::Ref(next), None) => {
                    if !passed.insert(at) {
                        return None;
                    }
                    at = target(next)?;
                }
            }
        }
    }

    /// The schema of a node, without a report.
    pub(super) fn schema_behind(&mut self, node: Node<'a>) -> Option<&'a Schema> {
        match node {
            Node::Item(schema) => Some(schema),
            Node::Ref(reference) => Some(self.behind(reference)?.1),
        }
    }

    /// Follows a reference into `components/<section>`; errors as those of [`Self::schema_at`].
    pub(super) fn component<T>(
        &mut self,
        node: &'a ReferenceOr<T>,
        section: &str,
        all: impl Fn(&'a openapiv3::Components) -> &'a IndexMap<String, ReferenceOr<T>>,
        at: &Pointer,
    ) -> Result<(Pointer, &'a T), Pointer> {
        let reference = match node {
            ReferenceOr::Item(item) => return Ok((at.clone(), item)),
            ReferenceOr::Reference { reference } => reference,
        };
        let home = Pointer::root().keys(["components", section]);
        let all = self.doc.components.as_ref().map(all);
        let found = |at: &Pointer| {
            let (place, name) = at.split_last()?;
            all.filter(|_| place == home)?.get(name.as_ref())
        };
        let end = self.end(reference, at, |at| match found(at)? {
            ReferenceOr::Item(_) => Some(None),
            ReferenceOr::Reference { reference } => Some(Some(reference)),
        })?;
        match found(&end) {
            Some(ReferenceOr::Item(item)) => Ok((end, item)),
            _ => Err(at.key("$ref")),
        }
    }

    /// The place that a chain of references leads to. `step` says what stands at a place: nothing,
    /// an object, or a further reference.
    fn end(
        &mut self,
        reference: &str,
        from: &Pointer,
        step: impl Fn(&Pointer) -> Option<Option<&'a str>>,
    ) -> End {
        let mut passed = IndexSet::new();
        let (mut reference, mut place) = (reference, from.clone());
        let end = loop {
            let found = target(reference).and_then(|at| Some((step(&at)?, at)));
            let Some((next, at)) = found else {
                self.dangling(reference, &place);
                break Err(place.key("$ref"));
            };
            let Some(next) = next else { break Ok(at) };
            if let Some(known) = self.chains.get(&at) {
                break known.clone();
            }
            if !passed.insert(at.clone()) {
                let message = format!("`$ref` leads back to itself: {reference}");
                let at = place.key("$ref");
                self.report
                    .push(Diagnostic::new(Code::REF_CYCLE, at.clone(), message));
                break Err(at);
            }
            (reference, place) = (next, at);
        };
        let passed = passed.into_iter().map(|at| (at, end.clone()));
        self.chains.extend(passed);
        end
    }

    /// Reports a reference that cannot be followed.
    pub(super) fn dangling(&mut self, reference: &str, from: &Pointer) {
        if reference == NOWHERE {
            return;
        }
        let at = from.key("$ref");
        if !reference.starts_with('#') {
            let message = format!("`$ref` leaves the document: {reference}");
            self.report
                .push(Diagnostic::new(Code::EXTERNAL_REF, at, message).help(
                    "put what it names into `components` of this document and refer to it there",
                ));
            return;
        }
        let finding = |message| Diagnostic::new(Code::DANGLING_REF, at, message);
        if let Some(kind) = self.other_kind(reference) {
            let message = format!("`$ref` points at {kind}, which cannot stand here: {reference}");
            self.report.push(finding(message));
            return;
        }
        let mut finding = finding(format!("`$ref` points at nothing: {reference}"));
        if let Some(name) = self.nearest_schema(reference) {
            finding = finding.help(format!("there is a schema named `{name}`"));
        }
        self.report.push(finding);
    }

    /// What kind of component a reference names, if it names one.
    fn other_kind(&self, reference: &str) -> Option<&'static str> {
        let at = target(reference)?;
        let tokens: Vec<_> = at.tokens().collect();
        let [first, section, name] = tokens.as_slice() else {
            return None;
        };
        let all = self
            .doc
            .components
            .as_ref()
            .filter(|_| first == "components")?;
        let (is_there, kind) = match section.as_ref() {
            "schemas" => (all.schemas.contains_key(name.as_ref()), "a schema"),
            "responses" => (all.responses.contains_key(name.as_ref()), "a response"),
            "parameters" => (all.parameters.contains_key(name.as_ref()), "a parameter"),
            "requestBodies" => (
                all.request_bodies.contains_key(name.as_ref()),
                "a request body",
            ),
            "headers" => (all.headers.contains_key(name.as_ref()), "a header"),
            _ => return None,
        };
        is_there.then_some(kind)
    }

    fn nearest_schema(&mut self, reference: &str) -> Option<&'a str> {
        let name = reference.strip_prefix("#/components/schemas/")?;
        let schemas = &self.doc.components.as_ref()?.schemas;
        if !self.may_guess(schemas.len()) {
            return None;
        }
        let name = name.to_lowercase();
        let score = |other: &'a String| strsim::jaro_winkler(&name, &other.to_lowercase());
        let scored = schemas.keys().map(|other| (score(other), other));
        let (score, best) = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
        (score > 0.85).then_some(best)
    }
}

/// The schema at a place of the document.
pub(super) fn find<'a>(doc: &'a OpenAPI, at: &Pointer) -> Option<Node<'a>> {
    let tokens: Vec<_> = at.tokens().collect();
    let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    match tokens.as_slice() {
        ["components", section, name, rest @ ..] => {
            let components = doc.components.as_ref()?;
            match *section {
                "schemas" => in_schema(components.schemas.get(*name)?.into(), rest),
                "parameters" => in_parameter(components.parameters.get(*name)?.as_item()?, rest),
                "responses" => in_response(components.responses.get(*name)?.as_item()?, rest),
                "requestBodies" => in_body(components.request_bodies.get(*name)?.as_item()?, rest),
                "headers" => in_format(&components.headers.get(*name)?.as_item()?.format, rest),
                _ => None,
            }
        }
        ["paths", path, rest @ ..] => in_path_item(doc.paths.paths.get(*path)?.as_item()?, rest),
        _ => None,
    }
}

fn in_path_item<'a>(item: &'a PathItem, tokens: &[&str]) -> Option<Node<'a>> {
    match tokens {
        ["parameters", index, rest @ ..] => in_parameter(
            item.parameters
                .get(index.parse::<usize>().ok()?)?
                .as_item()?,
            rest,
        ),
        [method, rest @ ..] => {
            let (_, operation) = item.iter().find(|(name, _)| name == method)?;
            in_operation(operation, rest)
        }
        [] => None,
    }
}

fn in_operation<'a>(operation: &'a Operation, tokens: &[&str]) -> Option<Node<'a>> {
    match tokens {
        ["parameters", index, rest @ ..] => in_parameter(
            operation
                .parameters
                .get(index.parse::<usize>().ok()?)?
                .as_item()?,
            rest,
        ),
        ["requestBody", rest @ ..] => in_body(operation.request_body.as_ref()?.as_item()?, rest),
        ["responses", "default", rest @ ..] => {
            in_response(operation.responses.default.as_ref()?.as_item()?, rest)
        }
        ["responses", status, rest @ ..] => {
            let status: StatusCode = serde_json::from_value(Value::from(*status)).ok()?;
            in_response(operation.responses.responses.get(&status)?.as_item()?, rest)
        }
        _ => None,
    }
}

fn in_parameter<'a>(parameter: &'a Parameter, tokens: &[&str]) -> Option<Node<'a>> {
    in_format(&parameter.parameter_data_ref().format, tokens)
}

fn in_format<'a>(format: &'a ParameterSchemaOrContent, tokens: &[&str]) -> Option<Node<'a>> {
    match (format, tokens) {
        (ParameterSchemaOrContent::Schema(node), ["schema", rest @ ..]) => {
            in_schema(node.into(), rest)
        }
        (ParameterSchemaOrContent::Content(content), ["content", rest @ ..]) => {
            in_content(content, rest)
        }
        _ => None,
    }
}

fn in_body<'a>(body: &'a RequestBody, tokens: &[&str]) -> Option<Node<'a>> {
    match tokens {
        ["content", rest @ ..] => in_content(&body.content, rest),
        _ => None,
    }
}

fn in_response<'a>(response: &'a Response, tokens: &[&str]) -> Option<Node<'a>> {
    match tokens {
        ["content", rest @ ..] => in_content(&response.content, rest),
        ["headers", name, rest @ ..] => {
            in_format(&response.headers.get(*name)?.as_item()?.format, rest)
        }
        _ => None,
    }
}

fn in_content<'a>(content: &'a IndexMap<String, MediaType>, tokens: &[&str]) -> Option<Node<'a>> {
    match tokens {
        [media_type, "schema", rest @ ..] => {
            in_schema(content.get(*media_type)?.schema.as_ref()?.into(), rest)
        }
        _ => None,
    }
}

fn in_schema<'a>(node: Node<'a>, tokens: &[&str]) -> Option<Node<'a>> {
    if tokens.is_empty() {
        return Some(node);
    }
    let Node::Item(schema) = node else {
        return None;
    };
    let kind = &schema.schema_kind;
    match tokens {
        ["properties", name, rest @ ..] => {
            let properties = match kind {
                SchemaKind::Type(Type::Object(object)) => &object.properties,
                SchemaKind::Any(any) => &any.properties,
                _ => return None,
            };
            in_schema(properties.get(*name)?.into(), rest)
        }
        ["additionalProperties", rest @ ..] => {
            let additional = match kind {
                SchemaKind::Type(Type::Object(object)) => &object.additional_properties,
                SchemaKind::Any(any) => &any.additional_properties,
                _ => return None,
            };
            match additional {
                Some(AdditionalProperties::Schema(node)) => in_schema(node.as_ref().into(), rest),
                _ => None,
            }
        }
        ["items", rest @ ..] => {
            let items = match kind {
                SchemaKind::Type(Type::Array(array)) => &array.items,
                SchemaKind::Any(any) => &any.items,
                _ => return None,
            };
            in_schema(items.as_ref()?.into(), rest)
        }
        ["not", rest @ ..] => match kind {
            SchemaKind::Not { not } => in_schema(not.as_ref().into(), rest),
            SchemaKind::Any(any) => in_schema(any.not.as_deref()?.into(), rest),
            _ => None,
        },
        [keyword, index, rest @ ..] => {
            let members = match (kind, *keyword) {
                (SchemaKind::OneOf { one_of: members }, "oneOf")
                | (SchemaKind::AllOf { all_of: members }, "allOf")
                | (SchemaKind::AnyOf { any_of: members }, "anyOf") => members,
                (SchemaKind::Any(any), "oneOf") => &any.one_of,
                (SchemaKind::Any(any), "allOf") => &any.all_of,
                (SchemaKind::Any(any), "anyOf") => &any.any_of,
                _ => return None,
            };
            in_schema(members.get(index.parse::<usize>().ok()?)?.into(), rest)
        }
        _ => None,
    }
}
