//! References: from a `$ref` text to what it names, by walking the typed document.

use super::Builder;
use crate::diag::{Code, Diagnostic};
use crate::pointer::{NOWHERE, Pointer};
use indexmap::IndexMap;
use openapiv3::{
    AdditionalProperties, MediaType, OpenAPI, Operation, Parameter, ParameterSchemaOrContent,
    PathItem, ReferenceOr, RequestBody, Response, Schema, SchemaKind, StatusCode, Type,
};
use percent_encoding::percent_decode_str;
use serde_json::Value;

/// How many references may follow each other before a cycle is assumed.
const LONGEST_CHAIN: usize = 4096;

/// A schema, or a reference to one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Node<'a> {
    Ref(&'a str),
    Item(&'a Schema),
}

impl<'a> Node<'a> {
    pub(super) fn extensions(self) -> Option<&'a IndexMap<String, Value>> {
        match self {
            Self::Ref(_) => None,
            Self::Item(schema) => Some(&schema.schema_data.extensions),
        }
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
    /// Follows a schema reference to the schema object and its place; reports and returns `None`
    /// when there is none.
    pub(super) fn schema_at(
        &mut self,
        reference: &str,
        from: &Pointer,
    ) -> Option<(Pointer, &'a Schema)> {
        let mut reference = reference;
        for _ in 0..LONGEST_CHAIN {
            let found = target(reference).and_then(|at| Some((find(self.doc, &at)?, at)));
            match found {
                Some((Node::Item(schema), at)) => return Some((at, schema)),
                Some((Node::Ref(next), _)) => reference = next,
                None => {
                    self.dangling(reference, from);
                    return None;
                }
            }
        }
        let message = format!("`$ref` leads back to itself: {reference}");
        self.report
            .push(Diagnostic::new(Code::REF_CYCLE, from.clone(), message));
        None
    }

    /// Follows a reference into `components/<section>`.
    pub(super) fn component<T>(
        &mut self,
        node: &'a ReferenceOr<T>,
        section: &str,
        all: impl Fn(&'a openapiv3::Components) -> &'a IndexMap<String, ReferenceOr<T>>,
        at: &Pointer,
    ) -> Option<(Pointer, &'a T)> {
        let home = Pointer::root().key("components").key(section);
        let mut node = node;
        let mut place = at.clone();
        for _ in 0..LONGEST_CHAIN {
            let reference = match node {
                ReferenceOr::Item(item) => return Some((place, item)),
                ReferenceOr::Reference { reference } => reference,
            };
            let found = target(reference).and_then(|target| {
                let key = target.strip_prefix(&home)?;
                let name = key.tokens().next()?.into_owned();
                let next = all(self.doc.components.as_ref()?).get(&name)?;
                Some((target, next))
            });
            let Some((target, next)) = found else {
                self.dangling(reference, at);
                return None;
            };
            (place, node) = (target, next);
        }
        self.report.push(Diagnostic::new(
            Code::REF_CYCLE,
            at.clone(),
            "`$ref` leads back to itself",
        ));
        None
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
        let message = match self.other_kind(reference) {
            Some(kind) => format!("`$ref` points at {kind}, which cannot stand here: {reference}"),
            None => format!("`$ref` points at nothing: {reference}"),
        };
        let mut finding = Diagnostic::new(Code::DANGLING_REF, at, message);
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

    fn nearest_schema(&self, reference: &str) -> Option<&'a str> {
        let name = reference.strip_prefix("#/components/schemas/")?;
        let schemas = &self.doc.components.as_ref()?.schemas;
        let score =
            |other: &&String| strsim::jaro_winkler(&name.to_lowercase(), &other.to_lowercase());
        let best = schemas
            .keys()
            .max_by(|a, b| score(a).total_cmp(&score(b)))?;
        (score(&best) > 0.85).then_some(best.as_str())
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
