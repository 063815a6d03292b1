//! `types.rs`: all types by Rust name, or one file for each of them.

use super::{Context, File, Part, aliases, enums, imports, structs, unions};
use crate::ir::{Shape, TypeId};
use crate::names::Name;
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use std::collections::BTreeSet;

/// What aliases consist of besides names of types and of the prelude.
const PLAIN: &[&str] = &[
    "pub", "type", "doc", "crate", "runtime", "bool", "i32", "u32", "i64", "u64", "i128", "u128",
    "f64", "String", "Vec",
];

pub(super) fn files(context: Context<'_>) -> Vec<File> {
    let ids = by_name(context);
    let docs = vec!["The types of requests and replies, by name.".to_owned()];
    let path = "types.rs".to_owned();
    if !context.file_per_type {
        let (repeated, own): (Vec<TypeId>, Vec<TypeId>) = ids
            .iter()
            .map(|(_, id)| *id)
            .partition(|&id| context.same.alias_of(id).is_some());
        let mut parts: Vec<Part> = own.into_iter().map(Part::Type).collect();
        if !repeated.is_empty() {
            parts.push(Part::Repeated);
        }
        return vec![File {
            path,
            docs,
            imports: ids
                .iter()
                .any(|(_, id)| need_prelude(context, &items(context, *id))),
            parts,
        }];
    }
    let own = ids.iter().filter_map(|(name, id)| {
        Some(File {
            path: format!("types/{}.rs", context.names.file(*id)?.plain()),
            docs: vec![format!("The type [`{name}`].")],
            imports: false,
            parts: vec![Part::TypeFile(*id)],
        })
    });
    let root = File {
        path,
        docs,
        imports: false,
        parts: vec![Part::TypeModules],
    };
    std::iter::once(root).chain(own).collect()
}

fn by_name(context: Context<'_>) -> Vec<(&Name, TypeId)> {
    let mut ids: Vec<(&Name, TypeId)> = context
        .api
        .type_ids()
        .filter_map(|id| Some((context.names.ty(id)?, id)))
        .collect();
    ids.sort();
    ids
}

pub(super) fn modules(context: Context<'_>) -> Vec<TokenStream> {
    let ids = by_name(context);
    let modules = || ids.iter().filter_map(|(_, id)| context.names.file(*id));
    let (declared, exported) = (
        modules().map(|name| quote!(mod #name;)),
        modules().map(|name| quote!(pub use #name::*;)),
    );
    vec![quote!(#(#declared)*), quote!(#(#exported)*)]
}

/// The names of all types that are spelled out again.
pub(super) fn repeated(context: Context<'_>) -> Vec<TokenStream> {
    let ids = by_name(context).into_iter();
    let repeated: Vec<(TypeId, TypeId)> = ids
        .filter_map(|(_, id)| Some((id, context.same.alias_of(id)?)))
        .collect();
    aliases::repeated(context, &repeated)
}

pub(super) fn file_items(context: Context<'_>, id: TypeId) -> Vec<TokenStream> {
    let items = items(context, id);
    let mut used = BTreeSet::new();
    for item in &items {
        identifiers(item.clone(), &mut used);
    }
    let own = context.names.ty(id);
    let others: Vec<&Name> = used
        .iter()
        .filter_map(|name| context.names.type_named(name))
        .filter(|other| Some(*other) != own)
        .collect();
    let others = (!others.is_empty()).then(|| quote!(use super::{#(#others),*};));
    let prelude = need_prelude(context, &items).then(|| imports(false));
    std::iter::once(quote!(#others #prelude))
        .chain(items)
        .collect()
}

/// Whether items need the prelude. Aliases of texts, for example, do not.
fn need_prelude(context: Context<'_>, items: &[TokenStream]) -> bool {
    let mut used = BTreeSet::new();
    for item in items {
        identifiers(item.clone(), &mut used);
    }
    let is_known =
        |name: &String| PLAIN.contains(&name.as_str()) || context.names.type_named(name).is_some();
    !used.iter().all(is_known)
}

pub(super) fn items(context: Context<'_>, id: TypeId) -> Vec<TokenStream> {
    let Some(name) = context.names.ty(id) else {
        return Vec::new();
    };
    if let Some(of) = context.same.alias_of(id) {
        return aliases::repeated(context, &[(id, of)]);
    }
    match &context.api.ty(id).shape {
        Shape::Struct(shape) => structs::items(context, id, name, shape),
        Shape::Enum(shape) => enums::items(context, id, name, shape),
        Shape::Union(shape) => unions::items(context, id, name, shape),
        _ => aliases::items(context, id, name),
    }
}

/// All identifiers in some tokens, but those of the runtime that are written with their path.
fn identifiers(tokens: TokenStream, found: &mut BTreeSet<String>) {
    let mut behind_runtime = false;
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                let is_runtime = name == "runtime";
                if !behind_runtime {
                    found.insert(name.to_string());
                }
                behind_runtime = is_runtime;
            }
            TokenTree::Group(group) => {
                identifiers(group.stream(), found);
                behind_runtime = false;
            }
            TokenTree::Punct(punct) => behind_runtime &= punct.as_char() == ':',
            TokenTree::Literal(_) => behind_runtime = false,
        }
    }
}
