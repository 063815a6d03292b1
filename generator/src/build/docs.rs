//! The texts of a description, gathered for the reader of the generated docs.

use super::keywords::Keywords;
use super::refs::Node;
use super::union::only_choice;
use crate::ir::{Docs, Example};
use indexmap::IndexMap;
use openapiv3::{ExternalDocumentation, OpenAPI, ReferenceOr, Schema, SchemaData};
use serde_json::Value;

/// Texts of a schema; none for a reference. What it does not say, the schema says that stands in it
/// alone or beside `null`, and else the first part of its `allOf` that has a description.
pub(super) fn schema(doc: &OpenAPI, node: Node<'_>) -> Docs {
    annotated(node, &annotations(doc, node))
}

/// The same with the annotations of the schema.
pub(super) fn annotated(node: Node<'_>, annotations: &[&SchemaData]) -> Docs {
    let all = annotations.iter().map(|one| data(one));
    let mut docs = all.reduce(completed).unwrap_or_default();
    if let (Node::Item(schema), None, None) = (node, &docs.summary, &docs.description) {
        let parts = Keywords::of(schema).all_of.iter();
        let mut texts = parts.filter_map(|part| part.as_item()?.schema_data.description.as_ref());
        docs.description = texts.next().cloned();
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

fn completed(docs: Docs, inner: Docs) -> Docs {
    let is_silent = docs.summary.is_none() && docs.description.is_none();
    let (summary, description) = if is_silent {
        (inner.summary, inner.description)
    } else {
        (docs.summary, docs.description)
    };
    Docs {
        summary,
        description,
        external: docs.external.or(inner.external),
        deprecated: docs.deprecated || inner.deprecated,
        example: docs.example.or(inner.example),
    }
}

/// Texts of a schema object.
pub(super) fn data(data: &SchemaData) -> Docs {
    Docs {
        summary: data.title.clone(),
        description: data.description.clone(),
        external: data.external_docs.as_ref().map(external),
        deprecated: data.deprecated,
        example: data.example.clone().map(|value| Example {
            summary: None,
            value,
        }),
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

/// `example`, or else the first of `examples` that stands in the description itself.
pub(super) fn example(
    example: Option<&Value>,
    examples: &IndexMap<String, ReferenceOr<openapiv3::Example>>,
) -> Option<Example> {
    let single = example.map(|value| Example {
        summary: None,
        value: value.clone(),
    });
    single.or_else(|| {
        examples
            .values()
            .filter_map(ReferenceOr::as_item)
            .find_map(|example| {
                let value = example.value.clone()?;
                Some(Example {
                    summary: example.summary.clone(),
                    value,
                })
            })
    })
}

/// `x-rust-name`.
pub(super) fn rust_name(extensions: Option<&IndexMap<String, Value>>) -> Option<String> {
    extensions?.get("x-rust-name")?.as_str().map(str::to_owned)
}
