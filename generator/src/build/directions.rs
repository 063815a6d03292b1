//! `readOnly` and `writeOnly`: what requests carry and what replies carry are different types where
//! they differ (OpenAPI 3.0.4, section 4.7.24.2).
//!
//! What a callback or webhook carries is in the form of replies, although it is a request: the server
//! sends it, and `readOnly` is about who owns a value (JSON Schema Validation, section 9.4). What is
//! answered is in the form of requests.

use super::Builder;
use super::keywords::all_of;
use super::refs::Node;
use crate::ir::{Additional, Api, Media, Shape, Type, TypeId};
use std::collections::{BTreeMap, BTreeSet};

impl<'a> Builder<'a> {
    /// Whether a schema is `readOnly`, and whether it is `writeOnly`: by itself, or by one that it
    /// refers to or builds on.
    pub(super) fn directions(&mut self, node: Node<'a>) -> (bool, bool) {
        let reference = match node {
            Node::Item(schema) => {
                let own = (schema.schema_data.read_only, schema.schema_data.write_only);
                let members = all_of(schema).iter();
                let members = members.map(|member| self.directions(member.into()));
                return members.fold(own, either);
            }
            Node::Ref(reference) => reference,
        };
        let Some((at, schema)) = self.behind(reference) else {
            return (false, false);
        };
        if let Some(known) = self.directions.get(&at) {
            return *known;
        }
        // What leads back here adds nothing.
        self.directions.insert(at.clone(), (false, false));
        let directions = if self.directions_depth < DEEPEST {
            self.directions_depth += 1;
            let directions = self.directions(Node::Item(schema));
            self.directions_depth -= 1;
            directions
        } else {
            (false, false)
        };
        self.directions.insert(at, directions);
        directions
    }
}

/// What either of two schemas says.
pub(super) const fn either(a: (bool, bool), b: (bool, bool)) -> (bool, bool) {
    (a.0 || b.0, a.1 || b.1)
}

/// How many references may lead to a schema that says `readOnly`.
const DEEPEST: usize = 64;

/// Which way a value goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Request,
    Reply,
}

/// Leaves out of each type what its direction does not have. A type of both directions is made
/// twice where they differ; the form of replies keeps the name.
pub(super) fn split(api: &mut Api) {
    let changed = [Direction::Request, Direction::Reply].map(|way| differing(api, way));
    if changed.iter().all(BTreeSet::is_empty) {
        return;
    }
    let (sent, received) = (api.sent(), api.received());
    let [in_requests, in_replies] = changed;
    let mut copies: BTreeMap<TypeId, TypeId> = BTreeMap::new();
    for id in sent.intersection(&received) {
        if in_requests.contains(id) || in_replies.contains(id) {
            let copy = TypeId(u32::try_from(api.types.len()).unwrap_or(u32::MAX));
            let ty = Type {
                request_form: true,
                ..api.ty(*id).clone()
            };
            api.types.push(ty);
            copies.insert(*id, copy);
        }
    }
    let replaced = |id: TypeId| copies.get(&id).copied().unwrap_or(id);
    for id in sent {
        let ty = &mut api.types[replaced(id).0 as usize];
        narrow(&mut ty.shape, Direction::Request);
        ty.shape.replace_parts(replaced);
    }
    for id in received {
        narrow(&mut api.types[id.0 as usize].shape, Direction::Reply);
    }
    for operation in &mut api.operations {
        for parameter in &mut operation.parameters {
            parameter.ty = replaced(parameter.ty);
        }
        if let Some(body) = &mut operation.body {
            replace(&mut body.contents, &replaced);
        }
    }
    for callback in &mut api.callbacks {
        for reply in &mut callback.operation.replies {
            replace(&mut reply.contents, &replaced);
        }
    }
}

fn replace(contents: &mut [Media], with: &impl Fn(TypeId) -> TypeId) {
    for media in contents {
        if let Some(ty) = media.content.ty() {
            media.content = media.content.with_ty(with(ty));
        }
        for header in media.encodings.iter_mut().flat_map(|it| &mut it.headers) {
            header.ty = with(header.ty);
        }
    }
}

/// The types that lack something in this direction, themselves or in a part.
fn differing(api: &Api, way: Direction) -> BTreeSet<TypeId> {
    let lacks = |id: &TypeId| match &api.ty(*id).shape {
        Shape::Struct(object) => object.fields.iter().any(|field| !goes(field, way)),
        _ => false,
    };
    api.with_users(api.type_ids().filter(lacks).collect())
}

/// Whether a property is there in this direction. One that is said to be in neither is in both.
fn goes(field: &crate::ir::Field, way: Direction) -> bool {
    match way {
        Direction::Request => !field.read_only || field.write_only,
        Direction::Reply => !field.write_only || field.read_only,
    }
}

fn narrow(shape: &mut Shape, way: Direction) {
    let Shape::Struct(object) = shape else {
        return;
    };
    let gone: BTreeSet<String> = object
        .fields
        .iter()
        .filter(|field| !goes(field, way))
        .map(|field| field.wire.clone())
        .collect();
    if gone.is_empty() {
        return;
    }
    object.fields.retain(|field| !gone.contains(&field.wire));
    if way == Direction::Request {
        object.read_only = gone.iter().cloned().collect();
    }
    // What replies have beside the properties is read anyway.
    if way == Direction::Reply && object.additional == Additional::Forbidden {
        object.additional = Additional::Ignored;
    }
    // A condition on what is not there says nothing.
    object.conditions.retain(|condition| {
        !condition.branches.iter().any(|branch| {
            branch.required.iter().any(|name| gone.contains(name))
                || branch.values.iter().any(|(name, _)| gone.contains(name))
        })
    });
}
