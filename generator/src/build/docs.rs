//! The texts of a description, gathered for the reader of the generated docs.

use super::refs::Node;
use crate::ir::{Docs, Example};
use indexmap::IndexMap;
use openapiv3::{ExternalDocumentation, ReferenceOr, SchemaData};
use serde_json::Value;

/// Texts of a schema; none for a reference.
pub(super) fn schema(node: Node<'_>) -> Docs {
    match node {
        Node::Ref(_) => Docs::default(),
        Node::Item(schema) => data(&schema.schema_data),
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
