//! What cannot be had, since a reference leads nowhere, and what that costs.
//!
//! A type with such a reference in it is no type: nothing true could be said of its values. It is
//! left out with all that need it, up to the operations. Parts that an operation can do without
//! cost only themselves.

use super::origin::SCHEMAS;
use crate::diag::{Code, Diagnostic, Report};
use crate::ir::{Api, Callback, Declared, Media, Operation, Status, Type, TypeId};
use crate::pointer::Pointer;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// What was found missing while building, each with the place of the reference that leads nowhere.
#[derive(Debug, Default)]
pub(super) struct Missing {
    /// By the type that needs it.
    pub(super) types: BTreeMap<TypeId, Pointer>,
    /// By the place of the operation that needs it.
    pub(super) operations: BTreeMap<Pointer, Pointer>,
    /// Replies, by the place of the operation and the status.
    pub(super) replies: BTreeMap<(Pointer, Status), Pointer>,
    /// Whether what a path item refers to is missing.
    pub(super) path: bool,
}

/// Leaves out what needs something that is missing, and reports it.
pub(super) fn settle(api: &mut Api, missing: &Missing, report: &mut Report) {
    let lacking = lacking(api, &missing.types);
    let settling = Settling { missing, lacking };
    if settling.is_idle() {
        return;
    }
    let before = api.operations.len();
    let mut operations = std::mem::take(&mut api.operations);
    operations.retain_mut(|operation| {
        let label = format!("`{} {}`", operation.method, operation.path);
        settling.operation(operation, &label, report)
    });
    let mut callbacks = std::mem::take(&mut api.callbacks);
    callbacks.retain_mut(|callback| {
        let label = callback_label(!callback.owners.is_empty(), &callback.name);
        settling.operation(&mut callback.operation, &label, report)
    });
    let is_webhook = |callback: &Callback| callback.owners.is_empty();
    let lost_some = operations.len() < before || missing.path;
    if lost_some && operations.is_empty() && !callbacks.iter().any(is_webhook) {
        let message =
            "no operation is left: each needs something that a reference does not lead to";
        let at = Pointer::root().key("paths");
        report.push(Diagnostic::new(Code::NO_OPERATION, at, message).on_key());
    }
    (api.operations, api.callbacks) = (operations, callbacks);
    settling.schemas(api, report);
    settling.prune(api);
}

/// What a callback or webhook is called in findings.
pub(super) fn callback_label(has_owner: bool, name: &str) -> String {
    let kind = if has_owner { "callback" } else { "webhook" };
    format!("the {kind} `{name}`")
}

/// The types that need something that is missing, themselves or in a part.
fn lacking(api: &Api, missing: &BTreeMap<TypeId, Pointer>) -> BTreeMap<TypeId, Pointer> {
    let mut lacking = BTreeMap::new();
    if missing.is_empty() {
        return lacking;
    }
    let mut users: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    for id in api.type_ids() {
        for part in api.ty(id).shape.parts() {
            users.entry(part).or_default().push(id);
        }
    }
    for (&id, at) in missing {
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if let Entry::Vacant(entry) = lacking.entry(id) {
                entry.insert(at.clone());
                open.extend(users.get(&id).into_iter().flatten());
            }
        }
    }
    lacking
}

struct Settling<'a> {
    missing: &'a Missing,
    lacking: BTreeMap<TypeId, Pointer>,
}

impl Settling<'_> {
    fn is_idle(&self) -> bool {
        let Missing {
            types,
            operations,
            replies,
            path,
        } = self.missing;
        types.is_empty() && operations.is_empty() && replies.is_empty() && !path
    }

    /// Leaves out parts of an operation; `false` when it cannot do without one of them.
    fn operation(&self, operation: &mut Operation, label: &str, report: &mut Report) -> bool {
        let mut left_out = Vec::new();
        let needed = self.needed(operation, &mut left_out);
        let at = &operation.at;
        if let Some(reference) = needed {
            let message = format!("{label} is left out");
            report.push(
                Diagnostic::new(Code::OPERATION_LEFT_OUT, at.clone(), message)
                    .on_key()
                    .because("the reference that it needs", reference),
            );
            return false;
        }
        for (what, reference) in left_out {
            let message = format!("{label} is generated without {what}");
            report.push(
                Diagnostic::new(Code::PART_LEFT_OUT, at.clone(), message)
                    .on_key()
                    .because("the reference that leads nowhere", reference),
            );
        }
        true
    }

    /// The first reference that the operation cannot do without; what else goes is put into
    /// `left_out`.
    fn needed(
        &self,
        operation: &mut Operation,
        left_out: &mut Vec<(String, Pointer)>,
    ) -> Option<Pointer> {
        if let Some(reference) = self.missing.operations.get(&operation.at) {
            return Some(reference.clone());
        }
        let mut needed = None;
        operation.parameters.retain(|parameter| {
            let Some(reference) = self.lacking.get(&parameter.ty) else {
                return true;
            };
            if parameter.required {
                needed.get_or_insert_with(|| reference.clone());
            } else {
                let what = format!("the parameter `{}`", parameter.wire);
                left_out.push((what, reference.clone()));
            }
            false
        });
        if let Some(body) = &mut operation.body {
            if let Some(reference) = self.contents(&mut body.contents, "its body", left_out) {
                needed.get_or_insert(reference);
            }
        }
        needed.or_else(|| self.replies(operation, left_out))
    }

    fn replies(
        &self,
        operation: &mut Operation,
        left_out: &mut Vec<(String, Pointer)>,
    ) -> Option<Pointer> {
        let statuses: Vec<Status> = operation.replies.iter().map(|reply| reply.status).collect();
        for (index, status) in statuses.into_iter().enumerate() {
            let is_success = operation.is_success(status);
            let reply = &mut operation.replies[index];
            let which = format!("the reply `{status}`");
            let place = (operation.at.clone(), status);
            let gone = self.missing.replies.get(&place).cloned();
            let gone = gone.or_else(|| self.contents(&mut reply.contents, &which, left_out));
            if let Some(reference) = gone {
                if is_success {
                    return Some(reference);
                }
                // The body of a failure is handed over as it came.
                reply.contents.clear();
                left_out.push((format!("a type for {which}"), reference));
            }
            reply.headers.retain(|header| {
                let reference = self.lacking.get(&header.ty);
                let what = format!("the header `{}` of {which}", header.wire);
                left_out.extend(reference.map(|reference| (what, reference.clone())));
                reference.is_none()
            });
        }
        None
    }

    /// Takes contents away; gives a reference when all that there were are gone.
    fn contents(
        &self,
        contents: &mut Vec<Media>,
        of: &str,
        left_out: &mut Vec<(String, Pointer)>,
    ) -> Option<Pointer> {
        let mut gone = Vec::new();
        contents.retain(|media| {
            let reference = media.content.ty().and_then(|ty| self.lacking.get(&ty));
            let what = format!("the media type `{}` of {of}", media.media_type);
            gone.extend(reference.map(|reference| (what, reference.clone())));
            reference.is_none()
        });
        if contents.is_empty() {
            return gone.into_iter().next().map(|(_, reference)| reference);
        }
        left_out.extend(gone);
        for encoding in contents.iter_mut().flat_map(|media| &mut media.encodings) {
            encoding.headers.retain(|header| {
                let reference = self.lacking.get(&header.ty);
                let what = format!("the header `{}` of `{}`", header.wire, encoding.property);
                left_out.extend(reference.map(|reference| (what, reference.clone())));
                reference.is_none()
            });
        }
        None
    }

    /// Reports the named schemas that are left out.
    fn schemas(&self, api: &Api, report: &mut Report) {
        for (&id, reference) in &self.lacking {
            let ty = api.ty(id);
            let (true, Declared::Schema(name)) = (is_named(ty), &ty.origin.declared) else {
                continue;
            };
            let message = format!("the schema `{name}` is left out");
            let at = ty.origin.at.clone();
            report.push(
                Diagnostic::new(Code::SCHEMA_LEFT_OUT, at, message)
                    .on_key()
                    .because("the reference that it needs", reference.clone()),
            );
        }
    }

    /// Keeps the types of named schemas and of operations that are left.
    fn prune(&self, api: &mut Api) {
        prune(api, |id| !self.lacking.contains_key(&id));
    }
}

/// Keeps the types of those named schemas, and of operations.
pub(super) fn prune(api: &mut Api, keeps: impl Fn(TypeId) -> bool) {
    let named = api.type_ids().filter(|&id| is_named(api.ty(id)));
    let mut roots: Vec<TypeId> = named.filter(|&id| keeps(id)).collect();
    let kept = [api.sent(), api.received()];
    roots.extend(kept.into_iter().flatten());
    let kept = api.reachable(roots);
    if kept.len() < api.types.len() {
        renumber(api, &kept);
    }
}

/// Whether a type is that of a named schema, and not only its form in requests.
fn is_named(ty: &Type) -> bool {
    if ty.request_form {
        return false;
    }
    match &ty.origin.declared {
        Declared::Schema(name) => ty.origin.role.is_empty() && ty.origin.at == SCHEMAS.key(name),
        _ => false,
    }
}

/// Takes all types away but those in `kept`, which mention each other only.
fn renumber(api: &mut Api, kept: &BTreeSet<TypeId>) {
    let new: BTreeMap<TypeId, TypeId> = kept.iter().copied().zip((0..).map(TypeId)).collect();
    let with = |id: TypeId| new.get(&id).copied().unwrap_or(id);
    let types = std::mem::take(&mut api.types);
    let types = (0..).map(TypeId).zip(types);
    api.types = types
        .filter(|(id, _)| kept.contains(id))
        .map(|(_, mut ty)| {
            ty.shape.replace_parts(with);
            ty
        })
        .collect();
    let callbacks = api.callbacks.iter_mut().map(|it| &mut it.operation);
    for operation in api.operations.iter_mut().chain(callbacks) {
        operation.replace_types(with);
    }
}
