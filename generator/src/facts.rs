//! What several emitters need to know about the IR, each computed once.

use crate::ir::{Additional, Api, Content, Shape, Status, TypeId};
use std::collections::BTreeSet;

/// Facts about the types of an API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    requests: BTreeSet<TypeId>,
    replies: BTreeSet<TypeId>,
    component: Vec<u32>,
    required: Vec<u32>,
    endless: BTreeSet<TypeId>,
}

impl Facts {
    /// Computes all facts.
    #[must_use]
    pub fn of(api: &Api) -> Self {
        let (sent, received) = roots(api);
        let must_hold: Vec<Vec<TypeId>> = api.type_ids().map(|id| must_hold(api, id)).collect();
        let by_value: Vec<Vec<TypeId>> = api.type_ids().map(|id| held_by_value(api, id)).collect();
        Self {
            requests: reachable(api, sent),
            replies: reachable(api, received),
            component: components(&by_value),
            required: components(&must_hold),
            endless: api.type_ids().filter(|&id| is_endless(api, id)).collect(),
        }
    }

    /// Whether a request can carry the type.
    #[must_use]
    pub fn in_requests(&self, id: TypeId) -> bool {
        self.requests.contains(&id)
    }

    /// Whether a reply can carry the type.
    #[must_use]
    pub fn in_replies(&self, id: TypeId) -> bool {
        self.replies.contains(&id)
    }

    /// Whether `part`, held directly in `whole`, must be boxed because it holds `whole` in turn.
    #[must_use]
    pub fn is_boxed(&self, whole: TypeId, part: TypeId) -> bool {
        let of = |id: TypeId| self.component.get(id.0 as usize);
        matches!((of(whole), of(part)), (Some(a), Some(b)) if a == b && *a != 0)
    }

    /// Whether every `part` of a `whole` would need another `whole` in turn, without end.
    #[must_use]
    pub fn must_contain_itself(&self, whole: TypeId, part: TypeId) -> bool {
        let of = |id: TypeId| self.required.get(id.0 as usize);
        matches!((of(whole), of(part)), (Some(a), Some(b)) if a == b && *a != 0)
    }

    /// Whether the type is a list, map or alias that only contains itself, for which Rust has no
    /// alias.
    #[must_use]
    pub fn is_endless(&self, id: TypeId) -> bool {
        self.endless.contains(&id)
    }
}

/// The types that operations send, and those that they receive.
fn roots(api: &Api) -> (Vec<TypeId>, Vec<TypeId>) {
    let mut sent = Vec::new();
    let mut received = Vec::new();
    let held = |content: Content| match content {
        Content::Json(id) | Content::Form(id) => Some(id),
        Content::Text | Content::Bytes => None,
    };
    for operation in &api.operations {
        sent.extend(operation.parameters.iter().map(|parameter| parameter.ty));
        sent.extend(operation.body.as_ref().and_then(|body| held(body.content)));
        received.extend(
            operation
                .replies
                .iter()
                .filter_map(|reply| held(reply.content.as_ref()?.1)),
        );
    }
    (sent, received)
}

fn reachable(api: &Api, from: Vec<TypeId>) -> BTreeSet<TypeId> {
    let mut seen = BTreeSet::new();
    let mut open = from;
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(parts(&api.ty(id).shape));
        }
    }
    seen
}

/// All types that a shape mentions.
#[must_use]
pub fn parts(shape: &Shape) -> Vec<TypeId> {
    match shape {
        Shape::Alias(id) | Shape::Nullable(id) => vec![*id],
        Shape::Struct(object) => {
            let mut ids: Vec<TypeId> = object.fields.iter().map(|field| field.ty).collect();
            if let Additional::Typed(id) = object.additional {
                ids.push(id);
            }
            ids
        }
        Shape::Union(union) => union.variants.iter().map(|variant| variant.ty).collect(),
        Shape::List(list) => vec![list.items],
        Shape::Map(map) => vec![map.values],
        Shape::Tuple(ids) => ids.clone(),
        Shape::Any
        | Shape::Never
        | Shape::Bool
        | Shape::Integer(_)
        | Shape::Number(_)
        | Shape::Text(_)
        | Shape::Enum(_) => Vec::new(),
    }
}

/// The types that lie inside a value of this one without a list, a map or a union's box between.
fn held_by_value(api: &Api, id: TypeId) -> Vec<TypeId> {
    match &api.ty(id).shape {
        Shape::Struct(object) => object.fields.iter().map(|field| field.ty).collect(),
        Shape::Union(union) => union.variants.iter().map(|variant| variant.ty).collect(),
        Shape::Alias(id) | Shape::Nullable(id) => vec![*id],
        _ => Vec::new(),
    }
}

/// The objects that every value of this type has in it.
fn must_hold(api: &Api, id: TypeId) -> Vec<TypeId> {
    match &api.ty(id).shape {
        Shape::Struct(object) => object
            .fields
            .iter()
            .filter(|field| field.required)
            .map(|field| field.ty)
            .collect(),
        Shape::Alias(id) => vec![*id],
        _ => Vec::new(),
    }
}

/// Numbers the cycles of a graph: nodes with the same number reach each other; 0 is in no cycle.
///
/// Tarjan's algorithm with an explicit stack, since chains of schemas can be long.
fn components(edges: &[Vec<TypeId>]) -> Vec<u32> {
    const UNSEEN: u32 = u32::MAX;
    let mut index = vec![UNSEEN; edges.len()];
    let mut low = vec![UNSEEN; edges.len()];
    let mut on_stack = vec![false; edges.len()];
    let mut component = vec![0; edges.len()];
    let mut stack: Vec<usize> = Vec::new();
    let (mut next_index, mut next_component) = (0, 0);
    for start in 0..edges.len() {
        if index[start] != UNSEEN {
            continue;
        }
        let mut work = vec![(start, 0)];
        while let Some((node, edge)) = work.pop() {
            if edge == 0 {
                index[node] = next_index;
                low[node] = next_index;
                next_index += 1;
                stack.push(node);
                on_stack[node] = true;
            }
            if let Some(to) = edges[node].get(edge).map(|id| id.0 as usize) {
                work.push((node, edge + 1));
                if index[to] == UNSEEN {
                    work.push((to, 0));
                } else if on_stack[to] {
                    low[node] = low[node].min(index[to]);
                }
                continue;
            }
            if low[node] == index[node] {
                let itself = edges[node].iter().any(|id| id.0 as usize == node);
                let cyclic = itself || stack.last() != Some(&node);
                next_component += u32::from(cyclic);
                while let Some(member) = stack.pop() {
                    on_stack[member] = false;
                    component[member] = if cyclic { next_component } else { 0 };
                    if member == node {
                        break;
                    }
                }
            }
            if let Some(&(parent, _)) = work.last() {
                low[parent] = low[parent].min(low[node]);
            }
        }
    }
    component
}

/// Whether following lists, maps and aliases alone leads back to the type.
fn is_endless(api: &Api, start: TypeId) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![start];
    while let Some(id) = open.pop() {
        let next = match &api.ty(id).shape {
            shape @ (Shape::Alias(_)
            | Shape::Nullable(_)
            | Shape::List(_)
            | Shape::Map(_)
            | Shape::Tuple(_)) => parts(shape),
            _ => Vec::new(),
        };
        for id in next {
            if id == start {
                return true;
            }
            if seen.insert(id) {
                open.push(id);
            }
        }
    }
    false
}

/// The type behind aliases.
#[must_use]
pub fn resolved(api: &Api, id: TypeId) -> TypeId {
    let mut id = id;
    for _ in 0..api.types.len() {
        match api.ty(id).shape {
            Shape::Alias(to) => id = to,
            _ => break,
        }
    }
    id
}

/// Whether values are objects with known properties, seen through aliases. Their sizes differ much,
/// so enums hold them in a box.
#[must_use]
pub fn is_object(api: &Api, id: TypeId) -> bool {
    matches!(api.ty(resolved(api, id)).shape, Shape::Struct(_))
}

/// What a call gives back when it succeeds, or what its failures say.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Nothing is documented.
    Undocumented,
    /// One content for all statuses.
    One(Option<Content>),
    /// Different contents by status, in document order.
    ByStatus(Vec<(Status, Option<Content>)>),
}

/// What a successful call gives back: the documented 2xx replies; `default` where there are none.
#[must_use]
pub fn success(operation: &crate::ir::Operation) -> Outcome {
    let is_success = |status: Status| matches!(status, Status::Code(200..=299) | Status::Range(2));
    let documented = operation
        .replies
        .iter()
        .any(|reply| is_success(reply.status));
    outcome(operation, |status| {
        is_success(status) || (!documented && status == Status::Default)
    })
}

/// What failed calls say: the documented 4xx and 5xx replies and `default`.
#[must_use]
pub fn failure(operation: &crate::ir::Operation) -> Outcome {
    outcome(operation, |status| {
        matches!(
            status,
            Status::Code(400..=599) | Status::Range(4 | 5) | Status::Default
        )
    })
}

fn outcome(operation: &crate::ir::Operation, counts: impl Fn(Status) -> bool) -> Outcome {
    let replies: Vec<(Status, Option<Content>)> = operation
        .replies
        .iter()
        .filter(|reply| counts(reply.status))
        .map(|reply| {
            (
                reply.status,
                reply.content.as_ref().map(|(_, content)| *content),
            )
        })
        .collect();
    match replies.first() {
        None => Outcome::Undocumented,
        Some((_, first)) if replies.iter().all(|(_, content)| content == first) => {
            Outcome::One(*first)
        }
        Some(_) => Outcome::ByStatus(replies),
    }
}
