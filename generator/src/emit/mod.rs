//! The IR becomes tokens: pure functions from IR, facts and names to the items of each file.

mod aliases;
mod callbacks;
mod checks;
mod constructor;
mod crate_root;
mod docs;
mod enums;
mod example;
mod manifest;
mod markdown;
mod operations;
mod runtime;
mod rust_type;
mod structs;
mod unions;
mod xml;

use crate::facts::Facts;
use crate::ir::{Api, Shape, TypeId};
use crate::names::{Name, Names};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::collections::{BTreeMap, BTreeSet};

pub use manifest::manifest;
pub use runtime::files as runtime_files;

/// What every emitter reads.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The API.
    pub api: &'a Api,
    /// Facts about its types.
    pub facts: &'a Facts,
    /// Its Rust names.
    pub names: &'a Names,
    /// The name of the generated package.
    pub package: &'a str,
    /// Whether each type has a file of its own.
    pub file_per_type: bool,
    /// The environment variable that `Client::from_env` reads.
    pub token_env: &'a str,
}

/// One file of Rust, before printing.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// Its `//!` documentation, as Markdown lines.
    pub docs: Vec<String>,
    /// Its items in groups; a blank line stands between items.
    pub items: Vec<TokenStream>,
}

/// All files that depend on the API, by their path under `src`.
#[must_use]
pub fn files(context: Context<'_>) -> BTreeMap<String, File> {
    let mut files = BTreeMap::new();
    files.insert("lib.rs".to_owned(), crate_root::file(context));
    files.extend(types(context));
    files.extend(operations::files(context));
    files.extend(callbacks::file(context).map(|file| ("callbacks.rs".to_owned(), file)));
    files
}

/// `types.rs`: all types by Rust name, or one file for each of them.
fn types(context: Context<'_>) -> BTreeMap<String, File> {
    let mut ids: Vec<(&Name, TypeId)> = context
        .api
        .type_ids()
        .filter_map(|id| Some((context.names.ty(id)?, id)))
        .collect();
    ids.sort();
    let prelude = quote!(
        use crate::runtime::prelude::*;
    );
    let docs = vec!["The types of requests and replies, by name.".to_owned()];
    let mut files = BTreeMap::new();
    let mut root = File {
        docs,
        items: Vec::new(),
    };
    if context.file_per_type {
        let modules = || ids.iter().filter_map(|(_, id)| context.names.file(*id));
        let (declared, exported) = (
            modules().map(|name| quote!(mod #name;)),
            modules().map(|name| quote!(pub use #name::*;)),
        );
        root.items = vec![quote!(#(#declared)*), quote!(#(#exported)*)];
    } else if !ids.is_empty() {
        root.items.push(prelude.clone());
    }
    for (name, id) in &ids {
        let items = items(context, *id, name);
        let Some(file) = context.names.file(*id).filter(|_| context.file_per_type) else {
            root.items.extend(items);
            continue;
        };
        let mut used = BTreeSet::new();
        for item in &items {
            identifiers(item.clone(), &mut used);
        }
        let others: Vec<&Name> = ids
            .iter()
            .map(|(other, _)| *other)
            .filter(|other| other != name && used.contains(other.as_str()))
            .collect();
        let import = (!others.is_empty()).then(|| quote!(use super::{#(#others),*};));
        let docs = vec![format!("The type [`{name}`].")];
        let items = std::iter::once(quote!(#import #prelude))
            .chain(items)
            .collect();
        files.insert(format!("types/{}.rs", file.plain()), File { docs, items });
    }
    files.insert("types.rs".to_owned(), root);
    files
}

fn items(context: Context<'_>, id: TypeId, name: &Name) -> Vec<TokenStream> {
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

impl Name {
    /// The identifier as a token.
    fn ident(&self) -> Ident {
        match self.as_str().strip_prefix("r#") {
            Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
            None => Ident::new(self.as_str(), Span::call_site()),
        }
    }
}

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.ident().to_tokens(tokens);
    }
}
