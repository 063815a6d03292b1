//! What types are called: the declared name, or the nearest one above and the way from there.

use super::variants::Labels;
use super::{media_type_variant, words};
use crate::ir::{Api, Declared, Origin, Role, Shape, Type, TypeId};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// How complex clippy lets a type be: `Result<_, Error<Named>>` counts 60 of it, and
/// `Option<Nullable<_>>` 30.
const MOST_COMPLEX: usize = 250;

/// How many lists and maps within each other are looked at.
const MOST_LAYERS: usize = 64;

/// The name that a type should have.
pub(super) fn wanted(ty: &Type, labels: &Labels) -> String {
    let name = match &ty.origin.rust_name {
        Some(name) if ty.request_form => words::type_name(&format!("{name} Request")),
        Some(name) => words::type_name(name),
        None => words::type_name(&type_words(ty, labels)),
    };
    words::unreserved_type(name)
}

/// The types that become items of their own.
pub(super) fn have_names(api: &Api) -> Vec<TypeId> {
    let inner = |id| match api.ty(id).shape {
        Shape::Nullable(of) => Some(of),
        _ => None,
    };
    let nullable: BTreeSet<TypeId> = api.type_ids().filter_map(inner).collect();
    api.type_ids()
        .filter(|&id| has_name(api, id) || is_complex(api, id, &nullable))
        .collect()
}

/// Whether a list or map is one that clippy finds too complex to be spelled out (`type_complexity`).
fn is_complex(api: &Api, id: TypeId, nullable: &BTreeSet<TypeId>) -> bool {
    // What is spelled out within each other, from the outside.
    let mut layers = Vec::new();
    let mut inner = id;
    while layers.len() < MOST_LAYERS && (inner == id || !has_name(api, inner)) {
        let (layer, next) = match &api.ty(inner).shape {
            Shape::Nullable(of) => (Layer::Nullable, *of),
            Shape::List(list) => (Layer::List, list.items),
            Shape::Map(map) => (Layer::Map, map.values),
            _ => break,
        };
        layers.push((inner, layer));
        inner = next;
    }
    // Within what has a name itself, counting begins anew.
    let mut spelled = 0;
    let mut named = false;
    for from in (0..layers.len()).rev() {
        spelled += 1;
        // Clippy counts 10 for each type, times how deep it stands.
        let score = |depth: usize| -> usize {
            let all = layers[from..from + spelled].iter().zip(depth..);
            let all = all.map(|((_, layer), depth)| match layer {
                Layer::Nullable | Layer::List => 10 * depth,
                Layer::Map => 10 * depth + 10 * (depth + 1),
            });
            all.sum::<usize>() + 10 * (depth + spelled)
        };
        let (id, layer) = layers[from];
        let is_nullable = nullable.contains(&id);
        named = layer != Layer::Nullable
            && (60 + score(2) > MOST_COMPLEX || is_nullable && 30 + score(3) > MOST_COMPLEX);
        if named {
            spelled = 0;
        }
    }
    named
}

/// A type that is spelled out around another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layer {
    Nullable,
    List,
    Map,
}

/// Whether a type becomes an item of its own, however simple it is.
pub(super) fn has_name(api: &Api, id: TypeId) -> bool {
    let ty = api.ty(id);
    let item = matches!(
        ty.shape,
        Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_)
    );
    item || (is_declared(&ty.origin) && !ty.origin.declared.name().is_empty())
}

pub(super) fn is_declared(origin: &Origin) -> bool {
    origin.role.is_empty() && matches!(origin.declared, Declared::Schema(_))
}

/// The words of a type's name: the declared name above it, then the way from there.
fn type_words(ty: &Type, labels: &Labels) -> String {
    let origin = &ty.origin;
    let parameter =
        matches!(&origin.declared, Declared::Component(section, _) if **section == *"parameters");
    let mut text = origin.declared.name().to_owned();
    if parameter {
        text.truncate(text.trim_end_matches("Parameter").len());
    }
    if ty.request_form {
        text.push_str(" Request");
    }
    for (index, role) in origin.role.iter().enumerate() {
        let step = match role {
            Role::Parameter(_) if parameter => Cow::Borrowed("Parameter"),
            Role::Property(name) | Role::Parameter(name) | Role::Header(name) => {
                Cow::Borrowed(&**name)
            }
            Role::AdditionalProperties => Cow::Borrowed("Value"),
            Role::Items => Cow::Borrowed("Item"),
            Role::Position(index) => Cow::Owned(format!("Item{}", index + 1)),
            Role::Variant(number) => labels
                .step(&origin.declared, &origin.role[..=index])
                .map_or_else(
                    || Cow::Owned(format!("Variant{}", number + 1)),
                    |label| Cow::Borrowed(label.as_str()),
                ),
            Role::Content(name) => Cow::Owned(media_type_variant(name).to_string()),
            Role::NonNull => Cow::Borrowed(""),
            Role::Base => Cow::Borrowed("Base"),
            Role::RequestBody => Cow::Borrowed("Body"),
            Role::Response(status) if **status == *"200" => Cow::Borrowed("Response"),
            Role::Response(status) => Cow::Owned(format!("Response {status}")),
        };
        text.push(' ');
        text.push_str(&step);
    }
    text
}
