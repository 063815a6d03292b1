//! From a schema to the id of its type.
//!
//! A type is identified by the places of the schemas it must satisfy. One schema is the usual
//! case; `allOf`, and variants that share keywords with their parent, make it several.

use super::docs;
use super::facets::Facets;
use super::keywords::{Keywords, all_of, has_type};
use super::origin::{inherited, inside};
use super::refs::{Node, target};
use super::union::{drop_repeated_type, only_choice, repeats_type};
use super::{Builder, Key};
use crate::diag::{Code, Diagnostic};
use crate::ir::{Docs, Origin, Role, Shape, Shared, TypeId};
use crate::pointer::Pointer;
use openapiv3::{OpenAPI, Schema};
use std::collections::BTreeSet;

/// How deep schemas may nest, counting what intersections add.
const DEEPEST: usize = 256;

/// How many types may be made of several schemas.
const MOST_INTERSECTIONS: usize = 20_000;

/// How many references may lead to a schema that allows `null`.
const DEEPEST_NULL: usize = 2_000;

/// How many members of `allOf` may be followed: in chains of them that is the square of their length.
const MOST_FOLLOWED: usize = 200_000;

/// One of the schemas that a value must satisfy.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    pub(super) at: Pointer,
    pub(super) node: Node<'a>,
    /// Whether its `allOf`, `oneOf` and `anyOf` count, or only its own keywords.
    pub(super) whole: bool,
}

impl<'a> Part<'a> {
    pub(super) fn new(at: Pointer, node: Node<'a>) -> Self {
        Self {
            at,
            node,
            whole: true,
        }
    }
}

/// A schema object without its `allOf`, which has been followed.
#[derive(Clone, Debug)]
pub(super) struct Leaf<'a> {
    pub(super) at: Pointer,
    pub(super) schema: &'a Schema,
    pub(super) keywords: Keywords<'a>,
    pub(super) whole: bool,
    /// Whether its `allOf` was not followed, since there is too much of that.
    pub(super) is_cut: bool,
}

impl<'a> Builder<'a> {
    /// The type of one schema.
    pub(super) fn type_of(&mut self, at: Pointer, node: Node<'a>, origin: Origin) -> TypeId {
        self.intersection(&[Part::new(at, node)], origin)
    }

    /// The type of the values that satisfy all `parts`.
    pub(super) fn intersection(&mut self, parts: &[Part<'a>], origin: Origin) -> TypeId {
        self.documented(parts, origin, None)
    }

    /// The same with `docs`, where they are known.
    pub(super) fn documented(
        &mut self,
        parts: &[Part<'a>],
        origin: Origin,
        docs: Option<Shared<Docs>>,
    ) -> TypeId {
        let mut nullable = false;
        let mut simple = Vec::new();
        for part in parts {
            if let Node::Item(schema) = part.node {
                self.note_discriminator(&part.at, schema);
            }
            simplify(self.doc, part, parts.len() == 1, &mut simple, &mut nullable);
        }
        nullable |= !simple.is_empty() && simple.iter().all(|part| self.is_nullable(part.node));
        drop_repeated_type(self.doc, &mut simple);
        let id = match simple.as_slice() {
            [] => {
                let key = parts
                    .iter()
                    .map(|part| (part.at.clone(), part.whole))
                    .collect();
                self.known_or(key, parts, origin, docs, |_, _| {})
            }
            [
                Part {
                    at,
                    node: Node::Ref(reference),
                    ..
                },
            ] => self.referenced(reference, at),
            _ => {
                let key: Key = simple
                    .iter()
                    .map(|part| (place(part), part.whole))
                    .collect();
                if simple.len() > 1
                    && !self.ids.contains_key(&key)
                    && !self.may_intersect(&origin.at)
                {
                    return self.any(origin.at);
                }
                let origin = inherited(self.doc, &simple, origin);
                self.known_or(key, parts, origin, docs, |builder, id| {
                    builder.fill(id, &simple);
                })
            }
        };
        if nullable { self.nullable(id) } else { id }
    }

    /// Gives a named schema its shape.
    pub(super) fn fill_named(&mut self, id: TypeId, named: &Pointer, node: Node<'a>) {
        if let Node::Item(schema) = node {
            self.note_discriminator(named, schema);
        }
        let mut simple = Vec::new();
        let whole = Part::new(named.clone(), node);
        simplify(self.doc, &whole, true, &mut simple, &mut false);
        match simple.as_slice() {
            [] => {}
            [
                Part {
                    at,
                    node: Node::Ref(reference),
                    ..
                },
            ] => {
                // One of several that build on the same is a type of its own, also when it adds
                // nothing.
                let builds_on = |schema| !all_of(schema).is_empty();
                let is_child = matches!(node, Node::Item(schema) if builds_on(schema));
                let stands_for_others = self.is_parent(named)
                    && matches!(node, Node::Item(schema) if schema.schema_data.discriminator.is_some());
                if is_child && (stands_for_others || self.stands_for_others(reference)) {
                    return self.fill(id, &[whole]);
                }
                let to = self.referenced(reference, at);
                self.api.types[id.0 as usize].shape = Shape::Alias(to);
            }
            _ => self.fill(id, &simple),
        }
    }

    /// Whether one more type may be made of several schemas. Their number can grow exponentially
    /// with the length of the description.
    fn may_intersect(&mut self, at: &Pointer) -> bool {
        self.intersections += 1;
        if self.intersections == MOST_INTERSECTIONS {
            let message = "too many combinations of schemas";
            self.report.push(
                Diagnostic::new(Code::SCHEMA_TOO_DEEP, at.clone(), message)
                    .help("from here on every JSON value is accepted where schemas are combined"),
            );
        }
        self.intersections < MOST_INTERSECTIONS
    }

    fn known_or(
        &mut self,
        key: Key,
        parts: &[Part<'a>],
        origin: Origin,
        docs: Option<Shared<Docs>>,
        fill: impl FnOnce(&mut Self, TypeId),
    ) -> TypeId {
        if let Some(&id) = self.ids.get(&key) {
            return id;
        }
        let docs = docs.unwrap_or_else(|| match parts {
            [part] => docs::schema(self.doc, part.node).into(),
            _ => Shared::default(),
        });
        let id = self.allocate(key, origin, docs);
        self.set_xml(id, parts);
        fill(self, id);
        id
    }

    pub(super) fn fill(&mut self, id: TypeId, parts: &[Part<'a>]) {
        let origin = self.api.ty(id).origin.clone();
        if self.depth >= DEEPEST {
            let message = "schemas nest too deeply, or without end";
            self.report.push(
                Diagnostic::new(Code::SCHEMA_TOO_DEEP, origin.at, message)
                    .help("from here on every JSON value is accepted"),
            );
            return;
        }
        self.depth += 1;
        let mut leaves = Vec::new();
        let mut seen = BTreeSet::new();
        for part in parts {
            if let Err(reference) = self.leaves(part, &mut leaves, &mut seen) {
                self.missing.types.entry(id).or_insert(reference);
            }
        }
        if leaves.iter().any(|leaf| leaf.is_cut) {
            self.depth -= 1;
            return;
        }
        let mut facets = Facets::gather(&leaves, self.report);
        let mut extras = std::mem::take(&mut facets.extras);
        let shape = self.shape(facets, &leaves, parts, &origin, &mut extras);
        let assertions = self.assertions(extras);
        let ty = &mut self.api.types[id.0 as usize];
        ty.shape = shape;
        ty.assertions = assertions;
        self.depth -= 1;
    }

    /// All schema objects of a part, `allOf` followed, each before its members. The error is the
    /// place of a reference that leads nowhere.
    fn leaves(
        &mut self,
        part: &Part<'a>,
        leaves: &mut Vec<Leaf<'a>>,
        seen: &mut BTreeSet<Pointer>,
    ) -> Result<(), Pointer> {
        let mut result = Ok(());
        // Chains of `allOf` can be longer than the stack is deep.
        let mut open = vec![part.clone()];
        while let Some(part) = open.pop() {
            let (at, schema) = match part.node {
                Node::Item(schema) => (part.at, schema),
                Node::Ref(reference) => match self.schema_at(reference, &part.at) {
                    Ok(found) => found,
                    Err(reference) => {
                        result = result.and(Err(reference));
                        continue;
                    }
                },
            };
            if !seen.insert(at.clone()) {
                continue;
            }
            self.note_discriminator(&at, schema);
            let keywords = Keywords::of(schema);
            let members = if part.whole { keywords.all_of } else { &[] };
            let is_cut = !self.may_follow(members.len(), &at);
            if !is_cut {
                let members = members.iter().enumerate().rev();
                open.extend(
                    members.map(|(index, member)| {
                        Part::new(at.key("allOf").index(index), member.into())
                    }),
                );
            }
            leaves.push(Leaf {
                at,
                schema,
                keywords,
                whole: part.whole,
                is_cut,
            });
        }
        result
    }

    /// Whether so many more members of `allOf` may be followed.
    fn may_follow(&mut self, members: usize, at: &Pointer) -> bool {
        let before = self.followed;
        self.followed += members;
        if before <= MOST_FOLLOWED && self.followed > MOST_FOLLOWED {
            let message = "`allOf` builds on too many schemas";
            self.report.push(
                Diagnostic::new(Code::SCHEMA_TOO_DEEP, at.clone(), message)
                    .help("from here on every JSON value is accepted where `allOf` stands"),
            );
        }
        self.followed <= MOST_FOLLOWED || members == 0
    }

    /// The type that a reference names; `null` included where the schema there allows it.
    fn referenced(&mut self, reference: &str, from: &Pointer) -> TypeId {
        let (end, schema) = match self.schema_at(reference, from) {
            Ok(found) => found,
            Err(place) => {
                let id = self.any(from.key("$ref"));
                self.missing.types.insert(id, place);
                return id;
            }
        };
        // The first step keeps the name that the author chose; further steps are aliases of it.
        let at = target(reference).unwrap_or(end);
        let key = vec![(at.clone(), true)];
        let Some(&id) = self.ids.get(&key) else {
            let (declared, role) = inside(&at);
            let rust_name = docs::rust_name(Some(&schema.schema_data.extensions));
            let origin = Origin {
                at: at.clone(),
                declared,
                role,
                rust_name,
            };
            return self.type_of(at, Node::Item(schema), origin);
        };
        if self.is_nullable(Node::Item(schema)) {
            self.nullable(id)
        } else {
            id
        }
    }

    /// `null`, or the type `id`.
    pub(super) fn nullable(&mut self, id: TypeId) -> TypeId {
        if matches!(self.api.ty(id).shape, Shape::Nullable(_)) {
            return id;
        }
        if let Some(&known) = self.nullables.get(&id) {
            return known;
        }
        let mut origin = self.api.ty(id).origin.clone();
        origin.role.push(Role::NonNull);
        let wrapper = self.push(origin, Shared::default());
        self.api.types[wrapper.0 as usize].shape = Shape::Nullable(id);
        self.nullables.insert(id, wrapper);
        wrapper
    }

    /// Whether `null` is a value of the schema.
    pub(super) fn is_nullable(&mut self, node: Node<'a>) -> bool {
        let reference = match node {
            Node::Item(schema) => return self.allows_null(schema),
            Node::Ref(reference) => reference,
        };
        // What leads nowhere is reported where the type is made.
        let Some((at, schema)) = self.behind(reference) else {
            return false;
        };
        if let Some(known) = self.nullable.get(&at) {
            return known.unwrap_or_default();
        }
        if self.nullable_depth >= DEEPEST_NULL {
            return false;
        }
        self.nullable_depth += 1;
        self.nullable.insert(at.clone(), None);
        let nullable = self.allows_null(schema);
        self.nullable.insert(at, Some(nullable));
        self.nullable_depth -= 1;
        nullable
    }

    fn allows_null(&mut self, schema: &'a Schema) -> bool {
        if schema.schema_data.nullable {
            return true;
        }
        if has_type(schema) {
            return false;
        }
        let keywords = Keywords::of(schema);
        if keywords.ty.is_some() {
            return false;
        }
        if keywords.is_plain() && keywords.has_unions() {
            let mut members = keywords.one_of.iter().chain(keywords.any_of);
            return members.any(|node| self.is_nullable(node.into()));
        }
        if keywords.enumeration.has_null() {
            return true;
        }
        keywords.is_plain()
            && !keywords.all_of.is_empty()
            && keywords
                .all_of
                .iter()
                .all(|node| self.is_nullable(node.into()))
    }
}

/// Leaves out what says nothing about values and opens what only consists of `allOf`, or of one
/// schema and `null`. `alone` says whether no other schema holds for the value.
fn simplify<'a>(
    doc: &'a OpenAPI,
    part: &Part<'a>,
    alone: bool,
    simple: &mut Vec<Part<'a>>,
    nullable: &mut bool,
) {
    if let Some(schema) = part.node.schema().filter(|schema| !has_type(schema)) {
        let mut keywords = Keywords::of(schema);
        if alone && part.whole && repeats_type(doc, &part.at, &keywords) {
            keywords.ty = None;
        }
        let has_unions = part.whole && keywords.has_unions();
        let only = only_choice(doc, schema).filter(|_| has_unions && alone);
        let is_opened = only.is_some() && keywords.all_of.is_empty();
        if keywords.is_plain() && keywords.not.is_none() && (!has_unions || is_opened) {
            *nullable |= schema.schema_data.nullable;
            if let Some((keyword, index, node)) = only {
                *nullable |= keywords.one_of.len() + keywords.any_of.len() > 1;
                let at = part.at.key(keyword).index(index);
                return simplify(doc, &Part::new(at, node), alone, simple, nullable);
            }
            let members = if part.whole { keywords.all_of } else { &[] };
            let alone = alone && members.len() == 1;
            for (index, member) in members.iter().enumerate() {
                let at = part.at.key("allOf").index(index);
                simplify(doc, &Part::new(at, member.into()), alone, simple, nullable);
            }
            return;
        }
    }
    if !simple.iter().any(|other| place(other) == place(part)) {
        simple.push(part.clone());
    }
}

/// Where the schema of a part stands, references followed for one step.
fn place(part: &Part<'_>) -> Pointer {
    match part.node {
        Node::Item(_) => part.at.clone(),
        Node::Ref(reference) => target(reference).unwrap_or_else(|| part.at.clone()),
    }
}
