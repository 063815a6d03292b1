//! Inheritance: a schema with a `discriminator` that others build on by `allOf` stands for all of
//! them (OpenAPI 3.0.4, section 4.7.25).

use super::Builder;
use super::keywords::{Keywords, all_of};
use super::origin::SCHEMAS;
use super::refs::{Node, target};
use super::schema::{Leaf, Part};
use crate::diag::{Code, Diagnostic};
use crate::ir::{Origin, Role, Shape, Shared, Union, Variant};
use crate::pointer::Pointer;
use openapiv3::{Components, Discriminator, ReferenceOr, Schema};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// In how many members of `allOf`, and theirs, a discriminator is looked for.
const MOST_PARENTS: usize = 100;

/// Which schemas build directly on which.
pub(super) type Children<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// Reads the relation off all named schemas; children stand by name, whatever the document's order.
pub(super) fn children(components: Option<&Components>) -> Children<'_> {
    let mut children = Children::new();
    let Some(components) = components else {
        return children;
    };
    for (name, node) in &components.schemas {
        let ReferenceOr::Item(schema) = node else {
            continue;
        };
        for member in all_of(schema) {
            let ReferenceOr::Reference { reference } = member else {
                continue;
            };
            let parent = reference.strip_prefix("#/components/schemas/");
            if let Some((parent, _)) = parent.and_then(|key| components.schemas.get_key_value(key))
            {
                children.entry(parent).or_default().push(name);
            }
        }
    }
    for names in children.values_mut() {
        names.sort_unstable();
    }
    children
}

impl<'a> Builder<'a> {
    /// The union of a schema and those that build on it; `None` when it is not of that kind.
    pub(super) fn subtypes(&mut self, leaves: &[Leaf<'a>], origin: &Origin) -> Option<Shape> {
        let (name, by) = self.polymorphic(leaves.first()?, origin)?;
        let mut variants = Vec::new();
        let base = leaves.first()?;
        let (base_tags, by_name) = Self::subtype_tags(name, base.schema, by);
        let is_itself = may_be_itself(base, by, &base_tags);
        // The absence of an optional tag names no child.
        let is_required = |leaf: &Leaf<'_>| leaf.keywords.required.contains(&by.property_name);
        let untagged = !leaves.iter().any(is_required);
        if is_itself || untagged {
            let mut origin = origin.clone();
            origin.role.push(Role::Base);
            variants.push(Variant {
                ty: self.base_type(base, origin),
                tags: if is_itself { base_tags } else { Vec::new() },
                by_name,
                may_lack_tag: false,
                untagged,
                schema: None,
                docs: Shared::default(),
            });
        }
        for child in self.descendants(name) {
            let Some(ReferenceOr::Item(schema)) = self
                .doc
                .components
                .as_ref()
                .and_then(|all| all.schemas.get(child))
            else {
                continue;
            };
            let at = Pointer::root().keys(["components", "schemas", child]);
            let key = vec![(at.clone(), true)];
            let Some(&named) = self.ids.get(&key) else {
                continue;
            };
            let leaf = Leaf {
                at,
                schema,
                keywords: Keywords::of(schema),
                whole: true,
                is_cut: false,
            };
            let child_origin = self.api.ty(named).origin.clone();
            let ty = if self.polymorphic(&leaf, &child_origin).is_some() {
                let mut origin = child_origin;
                origin.role.push(Role::Base);
                self.base_type(&leaf, origin)
            } else {
                named
            };
            let (tags, by_name) = Self::subtype_tags(child, schema, by);
            variants.push(Variant {
                ty,
                tags,
                by_name,
                may_lack_tag: false,
                untagged: false,
                schema: None,
                docs: Shared::default(),
            });
        }
        Some(Shape::Union(Union {
            exclusive: true,
            variants,
            discriminator: Some(by.property_name.clone()),
            implied: false,
        }))
    }

    /// The tags of a schema by the `mapping` of one that it builds on; none where that would be its
    /// name.
    pub(super) fn inherited_tags(&mut self, name: &str, property: &str) -> Vec<Value> {
        let key = (name.to_owned(), property.to_owned());
        if let Some(known) = self.inherited_tags.get(&key) {
            return known.clone();
        }
        let tags = self.mapped_by_parents(name, property);
        let tags = tags.unwrap_or_default();
        self.inherited_tags.insert(key, tags.clone());
        tags
    }

    fn mapped_by_parents(&self, name: &str, property: &str) -> Option<Vec<Value>> {
        let schemas = &self.doc.components.as_ref()?.schemas;
        let own = schemas.get(name)?.as_item()?;
        let mut open = vec![own];
        let mut seen = BTreeSet::new();
        let mut left = MOST_PARENTS;
        while let Some(schema) = open.pop() {
            for member in all_of(schema) {
                left = left.checked_sub(1)?;
                let ReferenceOr::Reference { reference } = member else {
                    continue;
                };
                let parent = reference.strip_prefix("#/components/schemas/");
                let Some(ReferenceOr::Item(parent)) = parent.and_then(|name| schemas.get(name))
                else {
                    continue;
                };
                if !seen.insert(reference) {
                    continue;
                }
                let by = parent.schema_data.discriminator.as_ref();
                if let Some(by) = by.filter(|by| by.property_name == property) {
                    let (tags, by_name) = Self::subtype_tags(name, own, by);
                    if !by_name && !tags.is_empty() {
                        return Some(tags);
                    }
                }
                open.push(parent);
            }
        }
        None
    }

    /// Whether a reference names a schema that stands for all that build on it.
    pub(super) fn stands_for_others(&self, reference: &str) -> bool {
        let Some(at) = target(reference) else {
            return false;
        };
        let Some(Node::Item(schema)) = super::refs::find(self.doc, &at) else {
            return false;
        };
        let key = vec![(at.clone(), true)];
        let Some(&id) = self.ids.get(&key) else {
            return false;
        };
        let leaf = Leaf {
            at,
            schema,
            keywords: Keywords::of(schema),
            whole: true,
            is_cut: false,
        };
        self.polymorphic(&leaf, &self.api.ty(id).origin).is_some()
    }

    /// Notes a discriminator that chooses among nothing.
    pub(super) fn note_discriminator(&mut self, at: &Pointer, schema: &Schema) {
        if schema.schema_data.discriminator.is_none() || Keywords::of(schema).has_unions() {
            return;
        }
        if !self.is_parent(at) {
            self.idle_discriminators.insert(at.clone());
        }
    }

    /// Whether named schemas build on the one at a place.
    pub(super) fn is_parent(&self, at: &Pointer) -> bool {
        at.split_last().is_some_and(|(place, name)| {
            place == *SCHEMAS && self.children.contains_key(name.as_ref())
        })
    }

    /// Reports discriminators that choose among nothing: where there is one, there often are many.
    pub(super) fn idle_discriminators(&mut self) {
        let Some(first) = self.idle_discriminators.first() else {
            return;
        };
        let message = "this discriminator has no effect: no schema builds on this one, and it has no `oneOf` or `anyOf`";
        let at = first.key("discriminator");
        let finding = Diagnostic::new(Code::IDLE_DISCRIMINATOR, at, message).on_key();
        let count = self.idle_discriminators.len();
        self.report.push(finding.first_of(count, "schemas"));
    }

    /// Name and discriminator of a schema that stands for others.
    fn polymorphic(
        &self,
        leaf: &Leaf<'a>,
        origin: &Origin,
    ) -> Option<(&'a str, &'a Discriminator)> {
        let by = leaf.schema.schema_data.discriminator.as_ref()?;
        if !origin.role.is_empty() || leaf.keywords.has_unions() {
            return None;
        }
        let tokens: Vec<_> = leaf.at.tokens().collect();
        let [_, _, name] = tokens.as_slice() else {
            return None;
        };
        let components = self.doc.components.as_ref()?;
        let (name, _) = components.schemas.get_key_value(name.as_ref())?;
        self.children
            .get(name.as_str())
            .map(|_| (name.as_str(), by))
    }

    /// The schema by itself.
    fn base_type(&mut self, leaf: &Leaf<'a>, origin: Origin) -> crate::ir::TypeId {
        let key = vec![(leaf.at.key("\0base"), true)];
        if let Some(&id) = self.ids.get(&key) {
            return id;
        }
        let part = Part::new(leaf.at.clone(), Node::Item(leaf.schema));
        let docs = super::docs::data(&leaf.schema.schema_data);
        let id = self.allocate(key, origin, docs.into());
        self.fill(id, &[part]);
        id
    }

    /// All schemas that build on this one, directly or not.
    fn descendants(&self, name: &str) -> Vec<&'a str> {
        let mut seen = BTreeSet::from([name]);
        let mut found = Vec::new();
        let mut open: Vec<&str> = self
            .children
            .get(name)
            .into_iter()
            .flatten()
            .rev()
            .copied()
            .collect();
        while let Some(child) = open.pop() {
            if seen.insert(child) {
                found.push(child);
                open.extend(self.children.get(child).into_iter().flatten().rev());
            }
        }
        found
    }

    /// The values of the discriminator that select a schema: those that `mapping` gives it, a
    /// single value that it allows, or its name; and whether it is the name.
    fn subtype_tags(name: &str, schema: &Schema, by: &Discriminator) -> (Vec<Value>, bool) {
        let mapped: Vec<Value> = by
            .mapping
            .iter()
            .filter(|(_, to)| to.as_str() == name || is_reference(to, name))
            .map(|(tag, _)| Value::from(tag.as_str()))
            .collect();
        if !mapped.is_empty() {
            return (mapped, false);
        }
        let vendor = schema
            .schema_data
            .extensions
            .get("x-ms-discriminator-value");
        if let Some(tag) = vendor.and_then(Value::as_str) {
            return (vec![Value::from(tag)], false);
        }
        let own = Keywords::of(schema);
        let members = own.all_of.iter().filter_map(ReferenceOr::as_item);
        let all = members.map(Keywords::of).chain([own]);
        for keywords in all {
            if let Some(Node::Item(property)) = keywords.property(&by.property_name) {
                let listed = Keywords::of(property).enumeration.values();
                if let [Value::String(_)] = listed.as_slice() {
                    return (listed, false);
                }
            }
        }
        if by.mapping.contains_key(name) {
            (Vec::new(), false)
        } else {
            (vec![Value::from(name)], true)
        }
    }
}

fn is_reference(to: &str, name: &str) -> bool {
    target(to).is_some_and(|at| at == Pointer::root().keys(["components", "schemas", name]))
}

/// Whether a value can be of the base itself: its tag is not ruled out by the property's `enum`.
fn may_be_itself(base: &Leaf<'_>, by: &Discriminator, tags: &[Value]) -> bool {
    let Some(Node::Item(property)) = base.keywords.property(&by.property_name) else {
        return !tags.is_empty();
    };
    let listed = Keywords::of(property).enumeration.values();
    !tags.is_empty() && (listed.is_empty() || tags.iter().any(|tag| listed.contains(tag)))
}
