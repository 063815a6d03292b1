//! The texts of a description, gathered for the reader of the generated docs.

use super::Builder;
use super::keywords::{Keywords, all_of, has_type};
use super::refs::{Node, target};
use super::union::only_choice;
use crate::ir::{Docs, Example, Shape, TypeId};
use indexmap::IndexMap;
use openapiv3::{
    ExternalDocumentation, MediaType, OpenAPI, Operation, PathItem, ReferenceOr, Schema, SchemaData,
};
use serde_json::Value;

/// The Example Objects of a part.
type Examples = IndexMap<String, ReferenceOr<openapiv3::Example>>;

/// Texts of a schema; none for a reference. What it does not say, the schema says that stands in it
/// alone or beside `null`, and else the first part of its `allOf` that has a description.
pub(super) fn schema(doc: &OpenAPI, node: Node<'_>) -> Docs {
    annotated(node, &annotations(doc, node))
}

/// The same with the annotations of the schema.
pub(super) fn annotated(node: Node<'_>, annotations: &[&SchemaData]) -> Docs {
    let all = annotations.iter().map(|one| data(one));
    let mut docs = all.reduce(completed).unwrap_or_default();
    if let Node::Item(schema) = node {
        let parts = all_of(schema).iter();
        let parts = parts.filter_map(|part| Some(&part.as_item()?.schema_data));
        let others = parts.filter(|part| !annotations.iter().any(|one| std::ptr::eq(*one, *part)));
        for part in others {
            let part = Docs {
                deprecated: false,
                ..data(part)
            };
            docs = completed(docs, part);
        }
    }
    docs
}

/// The annotations of a schema, of parts of its `allOf` that have nothing else, and of that which
/// stands in it alone, or beside these or `null`, from the outside inwards; none for a reference.
pub(super) fn annotations<'a>(doc: &'a OpenAPI, node: Node<'a>) -> Vec<&'a SchemaData> {
    let mut all = Vec::new();
    let mut next = Some(node);
    while let Some(Node::Item(schema)) = next {
        all.push(&schema.schema_data);
        if has_type(schema) {
            break;
        }
        let keywords = Keywords::of(schema);
        next = match keywords.all_of {
            _ if !keywords.is_plain() => None,
            [] => only_choice(doc, schema).map(|(_, _, node)| node),
            _ if keywords.has_unions() => None,
            parts => {
                let mut others = Vec::new();
                for part in parts {
                    match part.as_item().filter(|part| only_annotates(part)) {
                        Some(part) => all.push(&part.schema_data),
                        None => others.push(part),
                    }
                }
                match others.as_slice() {
                    [one] => Some((*one).into()),
                    _ => None,
                }
            }
        };
    }
    all
}

/// Whether a schema says nothing about values.
fn only_annotates(schema: &Schema) -> bool {
    let keywords = Keywords::of(schema);
    let combines = keywords.has_unions() || !keywords.all_of.is_empty() || keywords.not.is_some();
    keywords.is_plain() && !combines
}

/// What is said of the same by two schemas, the outer one first.
pub(super) fn completed(outer: Docs, inner: Docs) -> Docs {
    let is_silent = outer.summary.is_none() && outer.description.is_none();
    let mut docs = outer;
    if is_silent {
        (docs.summary, docs.description) = (inner.summary, inner.description);
    } else {
        docs.further.extend(inner.summary);
        docs.further.extend(inner.description);
    }
    docs.further.extend(inner.further);
    docs.external = docs.external.or(inner.external);
    docs.deprecated |= inner.deprecated;
    docs.default = docs.default.or(inner.default);
    if docs.examples.is_empty() {
        docs.examples = inner.examples;
    }
    docs
}

/// Texts of a schema object.
pub(super) fn data(data: &SchemaData) -> Docs {
    // 3.1 has a list, the first of which became the example.
    let list = data.extensions.get("x-specwright-examples");
    let others = list.and_then(Value::as_array).into_iter().flatten();
    let examples = match &data.example {
        Some(first) => {
            let others = others.filter(|other| *other != first);
            std::iter::once(first).chain(others).map(plain).collect()
        }
        None => Vec::new(),
    };
    Docs {
        summary: data.title.clone(),
        description: data.description.clone(),
        external: data.external_docs.as_ref().map(external),
        deprecated: data.deprecated,
        examples,
        default: default_of(data),
        ..Docs::default()
    }
}

/// `default` of a schema object; `null`, which the model takes for none, is one where it is a value.
pub(super) fn default_of(data: &SchemaData) -> Option<Value> {
    let is_null = data.nullable && data.extensions.contains_key("x-specwright-default-null");
    data.default.clone().or(is_null.then_some(Value::Null))
}

/// An example about which nothing is said.
fn plain(value: &Value) -> Example {
    Example {
        summary: None,
        description: None,
        value: Some(value.clone()),
        url: None,
    }
}

/// `example`, and `examples` with references followed. Those that lead nowhere are reported before.
pub(super) fn examples(
    doc: &OpenAPI,
    example: Option<&Value>,
    examples: &Examples,
) -> Vec<Example> {
    let all = doc.components.as_ref().map(|all| &all.examples);
    let found = examples.values().filter_map(|node| {
        let mut node = node;
        // Longer chains are circles.
        for _ in 0..16 {
            let ReferenceOr::Reference { reference } = node else {
                break;
            };
            let name = target(reference)?.tokens().next_back()?.into_owned();
            node = all?.get(&name)?;
        }
        let found = node.as_item()?;
        Some(Example {
            summary: found.summary.clone(),
            description: found.description.clone(),
            value: found.value.clone(),
            url: found.external_value.clone(),
        })
    });
    let others = found.filter(|other| other.value.is_none() || other.value.as_ref() != example);
    example.map(plain).into_iter().chain(others).collect()
}

impl Builder<'_> {
    /// What a schema says beside a reference to a named one, whose type says only what is said there.
    pub(super) fn beside(&self, node: Node<'_>, ty: TypeId) -> Docs {
        let ty = match self.api.ty(ty).shape {
            Shape::Nullable(inner) => inner,
            _ => ty,
        };
        if self.api.ty(ty).origin.role.is_empty() {
            schema(self.doc, node)
        } else {
            Docs::default()
        }
    }

    /// The examples of a parameter or header, or else of its content.
    pub(super) fn examples(
        &self,
        own: (Option<&Value>, &Examples),
        media: Option<(&String, &MediaType)>,
    ) -> Vec<Example> {
        let own = examples(self.doc, own.0, own.1);
        match media {
            Some((_, media)) if own.is_empty() => {
                examples(self.doc, media.example.as_ref(), &media.examples)
            }
            _ => own,
        }
    }
}

/// `default` of a schema.
pub(super) fn default(doc: &OpenAPI, schema: Option<&ReferenceOr<Schema>>) -> Option<Value> {
    let annotations = annotations(doc, schema?.into());
    annotations.iter().find_map(|data| default_of(data))
}

/// Texts of an operation, and of the path item that it stands in.
pub(super) fn operation(operation: &Operation, item: &PathItem) -> Docs {
    let own = Docs {
        summary: operation.summary.clone(),
        description: operation.description.clone(),
        external: operation.external_docs.as_ref().map(external),
        deprecated: operation.deprecated,
        ..Docs::default()
    };
    let (mut summary, mut description) = (item.summary.clone(), item.description.clone());
    Docs {
        summary: own.summary.or_else(|| summary.take()),
        description: own.description.or_else(|| description.take()),
        further: summary.into_iter().chain(description).collect(),
        ..own
    }
}

/// Texts of `info`.
pub(super) fn info(info: &openapiv3::Info, docs: Option<&ExternalDocumentation>) -> Docs {
    let mut paragraphs: Vec<String> = info.description.iter().cloned().collect();
    if let Some(url) = &info.terms_of_service {
        paragraphs.push(format!("Terms of service: <{url}>"));
    }
    if let Some(license) = &info.license {
        paragraphs.push(match &license.url {
            Some(url) => format!("License of the API: [{}]({url})", license.name),
            None => format!("License of the API: {}", license.name),
        });
    }
    if let Some(contact) = &info.contact {
        let parts: Vec<&str> = [&contact.name, &contact.email, &contact.url]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        if !parts.is_empty() {
            paragraphs.push(format!("Contact: {}", parts.join(", ")));
        }
    }
    Docs {
        description: (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n")),
        external: docs.map(external),
        ..Docs::default()
    }
}

/// Texts of a tag.
pub(super) fn tag(tag: &openapiv3::Tag) -> Docs {
    Docs {
        description: tag.description.clone(),
        external: tag.external_docs.as_ref().map(external),
        ..Docs::default()
    }
}

/// Description and URL of `externalDocs`.
pub(super) fn external(docs: &ExternalDocumentation) -> (Option<String>, String) {
    (docs.description.clone(), docs.url.clone())
}

/// `x-rust-name`.
pub(super) fn rust_name(extensions: Option<&IndexMap<String, Value>>) -> Option<String> {
    extensions?.get("x-rust-name")?.as_str().map(str::to_owned)
}
