//! Enums that allow all other strings as well: unions of strings with listed values and plain ones.
//!
//! Descriptions say so to name the values that are known without ruling out later ones.

use super::missing::prune;
use crate::ir::{Api, Docs, Enum, EnumBase, EnumValue, Role, Shape, Text, TypeId};
use std::collections::BTreeSet;

/// Makes one enum of each union that consists of strings with listed values and plain strings.
pub(super) fn settle(api: &mut Api) {
    let unions = api
        .type_ids()
        .filter_map(|id| Some((id, open_enum(api, id)?)));
    let found: Vec<(TypeId, (Enum, Docs))> = unions.collect();
    if found.is_empty() {
        return;
    }
    for (id, (shape, docs)) in found {
        let ty = &mut api.types[id.0 as usize];
        ty.shape = Shape::Enum(shape);
        ty.docs = docs.into();
    }
    // Inline variants are no types any more.
    prune(api, |_| true);
}

/// The enum that stands for a union, and its documentation.
fn open_enum(api: &Api, union: TypeId) -> Option<(Enum, Docs)> {
    let mut values: Vec<EnumValue> = Vec::new();
    let mut listed = BTreeSet::new();
    let mut is_open = false;
    let mut texts = Vec::new();
    let mut others = Vec::new();
    let mut open = match &api.ty(union).shape {
        Shape::Union(_) => vec![union],
        _ => return None,
    };
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let ty = api.ty(id);
        if id != union && !ty.assertions.is_empty() {
            return None;
        }
        let is_inline = matches!(ty.origin.role.last(), Some(Role::Variant(_)));
        let said = ty.docs.description.clone().filter(|_| is_inline);
        match &ty.shape {
            Shape::Alias(to) => open.push(*to),
            Shape::Text(text) if *text == Text::default() => {
                is_open = true;
                others.extend(said);
                continue;
            }
            Shape::Enum(shape) if shape.base == EnumBase::Text => {
                let new = shape.values.iter();
                let new = new.filter(|one| listed.insert(one.value.to_string()));
                values.extend(new.cloned());
            }
            Shape::Union(union) if union.discriminator.is_none() => {
                open.extend(union.variants.iter().rev().map(|variant| variant.ty));
            }
            _ => return None,
        }
        texts.extend(said);
    }
    if !is_open || values.is_empty() {
        return None;
    }
    let mut docs = Docs::clone(&api.ty(union).docs);
    if docs.description.is_some() {
        docs.further.extend(texts);
    } else if !texts.is_empty() {
        docs.description = Some(texts.join("\n\n"));
    }
    let shape = Enum {
        base: EnumBase::Text,
        values,
        open: true,
        others: (!others.is_empty()).then(|| others.join("\n\n")),
    };
    Some((shape, docs))
}
