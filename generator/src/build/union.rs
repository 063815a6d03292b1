//! `oneOf` and `anyOf`: conditions on an object's properties, or a choice between types.

use super::Builder;
use super::assertions::Extra;
use super::facets::Facets;
use super::keywords::{Keywords, unions};
use super::refs::{Node, find, target};
use super::schema::{Leaf, Part};
use crate::diag::{Code, Diagnostic};
use crate::ir::{Branch, Condition, Origin, Role, Shape, Union, Variant};
use crate::pointer::Pointer;
use openapiv3::{Discriminator, OpenAPI, ReferenceOr, Schema};
use serde_json::Value;

/// How many references are followed to find a schema that allows `null` alone.
const MOST_STEPS: usize = 8;

/// How many schemas are looked at to find out whether all values are objects.
const MOST_LOOKED_AT: usize = 100;

/// One `oneOf` or `anyOf`.
struct Choice<'a> {
    at: Pointer,
    exclusive: bool,
    members: Vec<(Pointer, Node<'a>)>,
    discriminator: Option<&'a Discriminator>,
}

impl<'a> Builder<'a> {
    /// The union shape, unless every `oneOf` and `anyOf` only states conditions, which are added
    /// to `conditions`.
    pub(super) fn unions(
        &mut self,
        facets: &Facets<'a>,
        leaves: &[Leaf<'a>],
        parts: &[Part<'a>],
        origin: &Origin,
        conditions: &mut Vec<Condition>,
        extras: &mut Vec<Extra<'a>>,
    ) -> Option<Shape> {
        let mut choices = Vec::new();
        let mut beside = Vec::new();
        for choice in leaves
            .iter()
            .filter(|leaf| leaf.whole)
            .flat_map(|leaf| choices_of(self.doc, leaf))
        {
            match condition(&choice, facets) {
                Some(condition) => {
                    conditions.push(condition);
                    beside.push(choice);
                }
                None => choices.push(choice),
            }
        }
        let mut choices = choices.into_iter();
        let choice = choices.next()?;
        // The first choice is the type, whatever else is said about a value is checked.
        for other in choices.chain(beside) {
            extras.push(Extra::Choice(other.at, other.exclusive, other.members));
        }
        // What stands beside the choice holds for each variant. Where nothing does, a variant
        // is just the schema that is written there, under its own name.
        let mut base: Vec<Part<'a>> = leaves
            .iter()
            .filter(|leaf| {
                !leaf.keywords.is_plain() && leaf.keywords.ty != Some("object")
                    || leaf.keywords.is_object_like()
            })
            .map(|leaf| Part {
                at: leaf.at.clone(),
                node: Node::Item(leaf.schema),
                whole: false,
            })
            .collect();
        base.retain(|part| {
            !parts.iter().any(|own| !own.whole && own.at == part.at) || parts.len() > 1
        });
        // `null` is then a value of the union as a whole, and of no variant.
        let may_be_null = parts.iter().all(|part| self.is_nullable(part.node));
        let mut variants: Vec<Variant> = Vec::new();
        for (index, (at, node)) in choice.members.iter().enumerate() {
            let origin = origin.child(at.clone(), Role::Variant(index), *node);
            let mut all = base.clone();
            all.push(Part::new(at.clone(), *node));
            let ty = self.intersection(&all, origin);
            let ty = match self.api.ty(ty).shape {
                Shape::Nullable(inner) if may_be_null => inner,
                _ => ty,
            };
            let meant = only_reference(self.doc, at, *node);
            let (tags, by_name) = match choice.discriminator {
                Some(by) => self.tags(by, meant),
                None => Default::default(),
            };
            match variants.iter_mut().find(|known| known.ty == ty) {
                Some(known) => known.tags.extend(tags),
                None => variants.push(Variant {
                    ty,
                    tags,
                    by_name,
                    may_lack_tag: false,
                    untagged: false,
                    schema: named(meant),
                    docs: self.beside(*node, ty).into(),
                }),
            }
        }
        if let Some(by) = choice.discriminator {
            for tag in by.mapping.keys().filter(|tag| {
                let has = |known: &Variant| known.tags.iter().any(|one| one == tag.as_str());
                !variants.iter().any(has)
            }) {
                let message = format!(
                    "the discriminator maps `{tag}` to a schema that is not one of the variants"
                );
                self.report.push(Diagnostic::new(
                    Code::NOT_CHECKED,
                    choice.at.clone(),
                    message,
                ));
            }
        }
        // No value is of an inline variant that has none, which has been reported. Others may not be
        // known yet.
        let is_possible = |variant: &Variant| {
            variant.schema.is_some() || self.api.ty(variant.ty).shape != Shape::Never
        };
        if variants.iter().any(is_possible) {
            variants.retain(is_possible);
        }
        if let ([variant], None) = (variants.as_slice(), choice.discriminator) {
            return Some(Shape::Alias(variant.ty));
        }
        let discriminator = choice.discriminator.map(|by| by.property_name.clone());
        Some(Shape::Union(Union {
            exclusive: choice.exclusive,
            variants,
            discriminator,
            implied: false,
        }))
    }

    /// The discriminator values that select a variant: those that `mapping` gives it, or else the name
    /// of its schema (OpenAPI 3.0.4, Discriminator Object); and whether it is the name. A schema that is
    /// told by another value in the hierarchy that it stands in is told by that here as well. What the
    /// schema itself says about the property comes later.
    fn tags(&mut self, discriminator: &Discriminator, node: Node<'_>) -> (Vec<Value>, bool) {
        let Node::Ref(reference) = node else {
            return (Vec::new(), false);
        };
        let name = named(node);
        let mapped: Vec<Value> = discriminator
            .mapping
            .iter()
            .filter(|(_, to)| to.as_str() == reference || Some(to.as_str()) == name.as_deref())
            .map(|(tag, _)| Value::from(tag.as_str()))
            .collect();
        if !mapped.is_empty() {
            return (mapped, false);
        }
        let Some(name) = name else {
            return (Vec::new(), false);
        };
        // What `mapping` gives to another schema is not free.
        let is_free = |tag: &str| !discriminator.mapping.contains_key(tag);
        let mut tags = self.inherited_tags(&name, &discriminator.property_name);
        tags.retain(|tag| tag.as_str().is_none_or(is_free));
        if !tags.is_empty() {
            (tags, false)
        } else if is_free(&name) {
            (vec![Value::String(name)], true)
        } else {
            (Vec::new(), false)
        }
    }
}

fn choices_of<'a>(doc: &'a OpenAPI, leaf: &Leaf<'a>) -> Vec<Choice<'a>> {
    let discriminator = leaf.schema.schema_data.discriminator.as_ref();
    let choice = |keyword: &str, exclusive: bool, members: &'a [ReferenceOr<Schema>]| {
        if members.is_empty() {
            return None;
        }
        let at = leaf.at.key(keyword);
        let members: Vec<_> = members
            .iter()
            .enumerate()
            .map(|(index, member)| (at.index(index), Node::from(member)))
            .filter(|(_, node)| !is_null(doc, *node))
            .collect();
        (!members.is_empty()).then_some(Choice {
            at,
            exclusive,
            members,
            discriminator,
        })
    };
    [
        choice("oneOf", true, leaf.keywords.one_of),
        choice("anyOf", false, leaf.keywords.any_of),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The one schema of a union that has no other but `null`, with the steps that lead there. Such a
/// union says no more than that schema, and that `null` is allowed.
pub(super) fn only_choice<'a>(
    doc: &'a OpenAPI,
    schema: &'a Schema,
) -> Option<(&'static str, usize, Node<'a>)> {
    let (keyword, members) = match unions(schema) {
        ([], []) => return None,
        (members, []) => ("oneOf", members),
        ([], members) => ("anyOf", members),
        _ => return None,
    };
    let nodes = members.iter().map(Node::from).enumerate();
    let mut others = nodes.filter(|(_, node)| !is_null(doc, *node));
    match (others.next(), others.next()) {
        (Some((index, node)), None) if schema.schema_data.discriminator.is_none() => {
            Some((keyword, index, node))
        }
        _ => None,
    }
}

/// Whether a schema allows `null` and nothing else.
fn is_null(doc: &OpenAPI, node: Node<'_>) -> bool {
    let mut node = node;
    for _ in 0..MOST_STEPS {
        match node {
            Node::Item(schema) => {
                return Keywords::of(schema).enumeration.is_null();
            }
            Node::Ref(reference) => {
                let Some(next) = target(reference).and_then(|at| find(doc, &at)) else {
                    return false;
                };
                node = next;
            }
        }
    }
    false
}

/// Whether `type: object` says no more than the one schema that `allOf` refers to. What has a name and
/// builds on an object is a type of its own: in hierarchies each has its tag.
pub(super) fn repeats_type(doc: &OpenAPI, at: &Pointer, keywords: &Keywords<'_>) -> bool {
    let ([member @ ReferenceOr::Reference { reference }], Some("object")) =
        (keywords.all_of, keywords.ty)
    else {
        return false;
    };
    let to = target(reference).and_then(|at| find(doc, &at));
    let is_union = matches!(to, Some(Node::Item(schema)) if Keywords::of(schema).has_unions());
    let is_named = at.tokens().count() == 3;
    (is_union || !is_named) && has_objects_alone(doc, member.into(), &mut { MOST_LOOKED_AT })
}

/// The reference that a schema consists of, when all else in it describes.
fn only_reference<'a>(doc: &OpenAPI, at: &Pointer, node: Node<'a>) -> Node<'a> {
    let Some(schema) = node.schema() else {
        return node;
    };
    let mut keywords = Keywords::of(schema);
    if repeats_type(doc, at, &keywords) {
        keywords.ty = None;
    }
    let describes = keywords.is_plain() && !keywords.has_unions() && keywords.not.is_none();
    match keywords.all_of {
        [only @ ReferenceOr::Reference { .. }] if describes => only.into(),
        _ => node,
    }
}

/// Leaves out of several schemas for one value those that only say `type: object`, where another
/// says so too. What is left keeps its name then.
pub(super) fn drop_repeated_type(doc: &OpenAPI, parts: &mut Vec<Part<'_>>) {
    let mut says_more = parts.iter().filter(|part| !only_says_object(part.node));
    if says_more.any(|part| has_objects_alone(doc, part.node, &mut { MOST_LOOKED_AT })) {
        parts.retain(|part| !only_says_object(part.node));
    }
}

fn only_says_object(node: Node<'_>) -> bool {
    let Node::Item(schema) = node else {
        return false;
    };
    let mut keywords = Keywords::of(schema);
    let is_object = keywords.ty.take() == Some("object") && !schema.schema_data.nullable;
    is_object
        && keywords.is_plain()
        && !keywords.has_unions()
        && keywords.all_of.is_empty()
        && keywords.not.is_none()
}

/// Whether a schema says that all its values are objects; `left` is how many more are looked at.
fn has_objects_alone(doc: &OpenAPI, node: Node<'_>, left: &mut usize) -> bool {
    if *left == 0 {
        return false;
    }
    *left -= 1;
    let schema = match node {
        Node::Item(schema) => schema,
        Node::Ref(reference) => {
            let found = target(reference).and_then(|at| find(doc, &at));
            return found.is_some_and(|node| has_objects_alone(doc, node, left));
        }
    };
    let keywords = Keywords::of(schema);
    let mut has_objects = |node: &ReferenceOr<Schema>| has_objects_alone(doc, node.into(), left);
    match keywords.ty {
        _ if schema.schema_data.nullable => false,
        Some(ty) => ty == "object",
        None => {
            keywords.all_of.iter().any(&mut has_objects)
                || [keywords.one_of, keywords.any_of]
                    .into_iter()
                    .any(|members| !members.is_empty() && members.iter().all(&mut has_objects))
        }
    }
}

/// The choice as a condition, when its members only require or narrow properties that the object
/// has anyway.
fn condition<'a>(choice: &Choice<'a>, facets: &Facets<'a>) -> Option<Condition> {
    if facets.properties.is_empty() || choice.discriminator.is_some() {
        return None;
    }
    let branches: Option<Vec<Branch>> = choice
        .members
        .iter()
        .map(|(_, node)| match node {
            Node::Ref(_) => None,
            Node::Item(schema) => branch(&Keywords::of(schema), facets),
        })
        .collect();
    Some(Condition {
        exclusive: choice.exclusive,
        branches: branches?,
    })
}

fn branch(keywords: &Keywords<'_>, facets: &Facets<'_>) -> Option<Branch> {
    let only_objects = matches!(keywords.ty, None | Some("object"))
        && keywords.additional.is_none()
        && keywords.min_properties.is_none()
        && keywords.max_properties.is_none()
        && keywords.enumeration.is_empty()
        && keywords.items.is_none()
        && keywords.all_of.is_empty()
        && !keywords.has_unions()
        && keywords.not.is_none();
    if !only_objects || !keywords.is_object_like() {
        return None;
    }
    let known = |name: &str| facets.properties.contains_key(name);
    if !keywords.required.iter().all(|name| known(name)) {
        return None;
    }
    let mut values = Vec::new();
    for (name, node) in keywords.properties() {
        let Node::Item(schema) = node else {
            return None;
        };
        let narrowed = Keywords::of(schema);
        let only_enum = matches!(narrowed.ty, None | Some("string" | "integer" | "boolean"))
            && !narrowed.enumeration.is_empty()
            && narrowed.pattern.is_none()
            && !narrowed.has_unions();
        if !known(name) || !only_enum {
            return None;
        }
        values.push((name.to_owned(), narrowed.enumeration.values()));
    }
    Some(Branch {
        values,
        required: keywords.required.to_vec(),
    })
}

/// The name of the schema that a reference leads to.
fn named(node: Node<'_>) -> Option<String> {
    let Node::Ref(reference) = node else {
        return None;
    };
    let at = target(reference)?;
    at.tokens().next_back().map(std::borrow::Cow::into_owned)
}
