//! The IR becomes tokens: pure functions from IR, facts and names to the items of each file.

mod aliases;
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

use crate::facts::Facts;
use crate::ir::{Api, Shape, TypeId};
use crate::names::{Name, Names};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use std::collections::BTreeMap;

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
    files.insert("types.rs".to_owned(), types(context));
    files.extend(operations::files(context));
    files
}

/// All types, by Rust name.
fn types(context: Context<'_>) -> File {
    let mut ids: Vec<(&Name, TypeId)> = context
        .api
        .type_ids()
        .filter_map(|id| Some((context.names.ty(id)?, id)))
        .collect();
    ids.sort();
    let mut items = Vec::new();
    if !ids.is_empty() {
        items.push(quote!(
            use crate::runtime::prelude::*;
        ));
    }
    for (name, id) in ids {
        items.extend(match &context.api.ty(id).shape {
            Shape::Struct(shape) => structs::items(context, id, name, shape),
            Shape::Enum(shape) => enums::items(context, id, name, shape),
            Shape::Union(shape) => unions::items(context, id, name, shape),
            _ => aliases::items(context, id, name),
        });
    }
    File {
        docs: vec!["The types of requests and replies, by name.".to_owned()],
        items,
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
