//! Where the type of a schema came from: the name that the description gives, and the steps from there.

use super::docs;
use super::refs::{Node, find};
use super::schema::Part;
use super::union::only_choice;
use crate::ir::{Declared, Origin, Role};
use crate::pointer::Pointer;
use openapiv3::OpenAPI;
use std::borrow::Cow;
use std::sync::LazyLock;

impl Origin {
    /// A schema inside this one. Whether others build on this one as well says nothing about it.
    pub(super) fn child(&self, at: Pointer, role: Role, node: Node<'_>) -> Self {
        let says_nothing = |role: &&Role| matches!(role, Role::NonNull | Role::Base);
        let own = self.role.iter().filter(|role| !says_nothing(role));
        let mut roles = Vec::with_capacity(self.role.len() + 1);
        roles.extend(own.cloned());
        roles.push(role);
        Self {
            at,
            declared: self.declared.clone(),
            role: roles,
            rust_name: docs::rust_name(node.extensions()),
        }
    }
}

/// Where the named schemas stand.
pub(super) static SCHEMAS: LazyLock<Pointer> =
    LazyLock::new(|| Pointer::root().keys(["components", "schemas"]));

/// The origin of a schema that stands in another named schema and is reached by `allOf`: there, and
/// not in the schema that happens to come first.
pub(super) fn inherited(doc: &OpenAPI, parts: &[Part<'_>], origin: Origin) -> Origin {
    let (
        [
            Part {
                at,
                node: Node::Item(_),
                ..
            },
        ],
        Declared::Schema(name),
    ) = (parts, &origin.declared)
    else {
        return origin;
    };
    match at.strip_prefix(&SCHEMAS) {
        // It stands in the schema itself, as most do, or in none.
        Some(rest) if rest.tokens().next().is_some_and(|owner| *owner != **name) => {}
        _ => return origin,
    }
    // A member of `allOf` is the schema that it stands in, and so is one beside `null` alone.
    let mut steps = Pointer::root();
    let mut here = Pointer::root();
    let mut tokens = at.tokens().peekable();
    while let Some(token) = tokens.next() {
        let index = |next: &Cow<'_, str>| next.parse::<usize>().is_ok();
        let is_same = match &*token {
            "allOf" => true,
            "oneOf" | "anyOf" => {
                matches!(find(doc, &here), Some(Node::Item(schema)) if only_choice(doc, schema).is_some())
            }
            _ => false,
        };
        here = here.key(&token);
        // Schemas may be called like indices.
        let index = if is_same { tokens.next_if(index) } else { None };
        match index {
            Some(index) => here = here.key(&index),
            None => steps = steps.key(&token),
        }
    }
    match inside(&steps) {
        (Declared::Schema(owner), role) if owner != *name => Origin {
            at: at.clone(),
            declared: Declared::Schema(owner),
            role,
            ..origin
        },
        _ => origin,
    }
}

/// The nearest declared name above a place, and the steps from there.
pub(super) fn inside(at: &Pointer) -> (Declared, Vec<Role>) {
    let tokens: Vec<String> = at.tokens().map(Cow::into_owned).collect();
    let (declared, rest) = match tokens.as_slice() {
        [first, section, name, rest @ ..] if first == "components" => match section.as_str() {
            "schemas" => (Declared::Schema(name.as_str().into()), rest),
            _ => (
                Declared::Component(section.as_str().into(), name.as_str().into()),
                rest,
            ),
        },
        [first, path, method, rest @ ..] if first == "paths" => {
            (Declared::Operation(format!("{method} {path}").into()), rest)
        }
        all => (Declared::Operation(all.join(" ").into()), [].as_slice()),
    };
    let mut role = Vec::new();
    let mut rest = rest.iter();
    while let Some(token) = rest.next() {
        match (token.as_str(), rest.as_slice().first()) {
            ("properties", Some(name)) => role.push(Role::Property(name.as_str().into())),
            ("oneOf" | "anyOf" | "allOf", Some(index)) => {
                role.push(Role::Variant(index.parse().unwrap_or_default()));
            }
            ("responses", Some(status)) => role.push(Role::Response(status.as_str().into())),
            ("parameters", Some(index)) => role.push(Role::Parameter(index.as_str().into())),
            ("headers", Some(name)) => role.push(Role::Header(name.as_str().into())),
            ("items", _) => {
                role.push(Role::Items);
                continue;
            }
            ("additionalProperties", _) => {
                role.push(Role::AdditionalProperties);
                continue;
            }
            ("requestBody", _) => {
                role.push(Role::RequestBody);
                continue;
            }
            _ => continue,
        }
        rest.next();
    }
    (declared, role)
}
