//! What types cannot express: `not`, further `oneOf` and `anyOf`, further patterns, formats and steps.

use super::Builder;
use super::keywords::Keywords;
use super::refs::Node;
use crate::diag::{Code, Diagnostic};
use crate::format::Format;
use crate::ir::{Assertion, Bound, Number, Schema, Text};
use crate::pointer::Pointer;
use openapiv3::AdditionalProperties;
use serde_json::Value;

/// How deep the schemas of an assertion may nest, references followed.
const DEEPEST: usize = 12;

/// How many schemas one assertion may consist of.
const LARGEST: usize = 200;

/// Longest schema shown in a violation, in characters.
const LONGEST: usize = 120;

/// Something that a schema says beside its type.
#[derive(Clone, Debug)]
pub(super) enum Extra<'a> {
    Not(Pointer, Node<'a>),
    /// `oneOf` or `anyOf`.
    Choice(Pointer, bool, Vec<(Pointer, Node<'a>)>),
    Pattern(&'a str),
    /// Beside another, or without a type.
    Format(String),
    MultipleOf(serde_json::Number),
    /// What a constraint says, and its words.
    Schema(String, Box<Schema>),
}

impl<'a> Builder<'a> {
    /// The assertions of a type.
    pub(super) fn assertions(&mut self, extras: Vec<Extra<'a>>) -> Vec<Assertion> {
        let mut assertions: Vec<Assertion> = Vec::new();
        for extra in extras {
            let assertion = self.assertion(extra);
            assertions.extend(assertion.filter(|assertion| !assertions.contains(assertion)));
        }
        assertions
    }

    fn assertion(&mut self, extra: Extra<'a>) -> Option<Assertion> {
        let mut left = LARGEST;
        let (shown, schema, at) = match extra {
            Extra::Not(at, node) => {
                let shown = format!("not: {}", shown(node));
                let inner = self.check_of(&at, node, 0, &mut left).map(Box::new);
                let schema = inner.map(|not| Schema {
                    not: Some(not),
                    ..Schema::default()
                });
                (shown, schema, at)
            }
            Extra::Choice(at, exclusive, members) => {
                let keyword = if exclusive { "oneOf" } else { "anyOf" };
                let texts: Vec<String> = members.iter().map(|(_, node)| shown(*node)).collect();
                let shown = shortened(format!("{keyword}: [{}]", texts.join(", ")));
                let members = members.into_iter();
                let members: Option<Vec<Schema>> = members
                    .map(|(at, node)| self.check_of(&at, node, 0, &mut left))
                    .collect();
                let schema = members.map(|members| {
                    let mut schema = Schema::default();
                    if exclusive {
                        schema.one_of = members;
                    } else {
                        schema.any_of = members;
                    }
                    schema
                });
                (shown, schema, at)
            }
            Extra::Pattern(pattern) => {
                let mut schema = Schema::default();
                schema.text.pattern = Some(pattern.to_owned());
                let shown = format!("pattern: {pattern}");
                return Some(Assertion { shown, schema });
            }
            Extra::Format(name) => {
                Format::named(&name)?;
                let shown = format!("format: {name}");
                let mut schema = Schema::default();
                schema.text.format = Some(name);
                return Some(Assertion { shown, schema });
            }
            Extra::Schema(shown, schema) => {
                let schema = *schema;
                return Some(Assertion { shown, schema });
            }
            Extra::MultipleOf(step) => {
                let mut schema = Schema::default();
                schema.number.multiple_of = step.as_f64();
                let shown = format!("multipleOf: {step}");
                return Some(Assertion { shown, schema });
            }
        };
        if schema.is_none() {
            let message = "schemas that nest too deeply or are not there cannot be checked";
            self.report
                .push(Diagnostic::new(Code::NOT_CHECKED, at, message));
        }
        schema.map(|schema| Assertion { shown, schema })
    }

    /// A schema as a condition; `None` when it is too large or without end.
    fn check_of(
        &mut self,
        at: &Pointer,
        node: Node<'a>,
        depth: usize,
        left: &mut usize,
    ) -> Option<Schema> {
        *left = left.checked_sub(1)?;
        if depth > DEEPEST {
            return None;
        }
        let (at, schema) = match node {
            Node::Item(schema) => (at.clone(), schema),
            Node::Ref(reference) => self.schema_at(reference, at).ok()?,
        };
        let keywords = Keywords::of(schema);
        let mut inner = |builder: &mut Self, at: Pointer, node: Node<'a>| {
            builder.check_of(&at, node, depth + 1, left)
        };
        let mut list = |builder: &mut Self, keyword: &str, members: &'a [_]| {
            let members = members.iter().enumerate();
            members
                .map(|(index, node)| inner(builder, at.key(keyword).index(index), Node::from(node)))
                .collect::<Option<Vec<Schema>>>()
        };
        let all_of = list(self, "allOf", keywords.all_of)?;
        let any_of = list(self, "anyOf", keywords.any_of)?;
        let one_of = list(self, "oneOf", keywords.one_of)?;
        let mut properties = Vec::new();
        for (name, node) in keywords.properties() {
            let at = at.key("properties").key(name);
            properties.push((name.to_owned(), inner(self, at, node)?));
        }
        let additional = match keywords.additional {
            None | Some(AdditionalProperties::Any(true)) => None,
            Some(AdditionalProperties::Any(false)) => Some(Box::new(Schema {
                never: true,
                ..Schema::default()
            })),
            Some(AdditionalProperties::Schema(node)) => {
                let at = at.key("additionalProperties");
                Some(Box::new(inner(self, at, Node::from(node.as_ref()))?))
            }
        };
        let each = match keywords.items {
            Some(node) => Some(Box::new(inner(self, at.key("items"), node)?)),
            None => None,
        };
        let not = match keywords.not {
            Some(node) => Some(Box::new(inner(self, at.key("not"), node)?)),
            None => None,
        };
        let nullable = schema.schema_data.nullable;
        Some(Schema {
            types: types(keywords.ty, nullable),
            values: keywords.enumeration.values(),
            number: Number {
                format: None,
                minimum: keywords.minimum.as_ref().and_then(float),
                maximum: keywords.maximum.as_ref().and_then(float),
                multiple_of: keywords.multiple_of.and_then(|step| step.as_f64()),
            },
            text: Text {
                format: keywords.format.map(str::to_owned),
                min_length: keywords.min_length,
                max_length: keywords.max_length,
                pattern: keywords.pattern.map(str::to_owned),
            },
            items: (keywords.min_items, keywords.max_items),
            unique: keywords.unique_items,
            each,
            members: (keywords.min_properties, keywords.max_properties),
            required: keywords.required.to_vec(),
            properties,
            additional,
            all_of,
            any_of,
            one_of,
            not,
            never: keywords.never,
        })
    }
}

fn types(name: Option<&str>, nullable: bool) -> Vec<String> {
    let mut types: Vec<String> = name.into_iter().map(str::to_owned).collect();
    if nullable && !types.is_empty() {
        types.push("null".to_owned());
    }
    types
}

fn float(bound: &Bound<serde_json::Number>) -> Option<Bound<f64>> {
    Some(Bound {
        value: bound.value.as_f64()?,
        exclusive: bound.exclusive,
    })
}

/// A schema in few words: its JSON, without what only describes.
fn shown(node: Node<'_>) -> String {
    let text = match node {
        Node::Ref(reference) => {
            let name = reference.rsplit('/').next().unwrap_or(reference);
            name.to_owned()
        }
        Node::Item(schema) => {
            let mut value = serde_json::to_value(schema).unwrap_or_default();
            if let Value::Object(map) = &mut value {
                map.retain(|key, _| {
                    !matches!(key.as_str(), "title" | "description" | "example")
                        && !key.starts_with("x-")
                });
            }
            value.to_string()
        }
    };
    shortened(text)
}

fn shortened(text: String) -> String {
    if text.chars().count() <= LONGEST {
        return text;
    }
    let start: String = text.chars().take(LONGEST).collect();
    format!("{start}…")
}
