//! The IR becomes tokens: pure functions from IR, facts and names to the items of each file.

mod aliases;
mod callbacks;
mod checks;
mod constructor;
mod crate_root;
mod docs;
mod enums;
mod example;
mod forms;
mod manifest;
mod markdown;
mod operations;
mod patterns;
mod runtime;
mod rust_type;
mod sample;
mod structs;
mod types;
mod unions;
mod xml;

use crate::facts::Facts;
use crate::ir::{Api, TypeId};
use crate::names::{Name, Names};
use crate::same::Same;
use proc_macro2::{Ident, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

pub use manifest::{manifest, missing_dependencies};
pub use runtime::{Needs, files as runtime_files};
pub use sample::program;

/// What every emitter reads.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The API.
    pub api: &'a Api,
    /// Facts about its types.
    pub facts: &'a Facts,
    /// Its Rust names.
    pub names: &'a Names,
    /// Which of its types are one.
    pub same: &'a Same,
    /// The name of the generated package.
    pub package: &'a str,
    /// Whether each type has a file of its own.
    pub file_per_type: bool,
    /// The environment variable that `Client::from_env` reads.
    pub token_env: &'a str,
}

/// One file of Rust, before its items are made.
#[derive(Clone, Debug)]
pub struct File {
    /// Its path under `src`.
    pub path: String,
    /// Its `//!` documentation, as Markdown lines.
    pub docs: Vec<String>,
    /// What its items say it uses stands before them.
    pub imports: bool,
    /// Its items, in groups that can be made each by itself.
    pub parts: Vec<Part>,
}

/// Some items of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `lib.rs`.
    CrateRoot,
    /// The modules of `types.rs`, where each type has a file of its own.
    TypeModules,
    /// A type.
    Type(TypeId),
    /// A type and what it uses, in a file of its own.
    TypeFile(TypeId),
    /// The names of types that are spelled out again.
    Repeated,
    /// `operations.rs`.
    OperationsRoot,
    /// The client of the tag of this operation.
    TagClient(usize),
    /// An operation.
    Operation(usize),
    /// A callback or webhook.
    Callback(usize),
    /// `patterns.rs`.
    Patterns,
}

/// All files that depend on the API, by path.
#[must_use]
pub fn files(context: Context<'_>) -> Vec<File> {
    let mut files = vec![crate_root::file(context)];
    files.extend(types::files(context));
    files.extend(operations::files(context));
    files.extend(callbacks::file(context));
    files.extend(patterns::file(context));
    files
}

/// The items of a part; a blank line stands between them.
#[must_use]
pub fn items(context: Context<'_>, part: Part) -> Vec<TokenStream> {
    match part {
        Part::CrateRoot => crate_root::items(context),
        Part::TypeModules => types::modules(context),
        Part::Type(id) => types::items(context, id),
        Part::TypeFile(id) => types::file_items(context, id),
        Part::Repeated => types::repeated(context),
        Part::OperationsRoot => operations::root(context),
        Part::TagClient(index) => operations::tag_client(context, index),
        Part::Operation(index) => operations::items(context, index),
        Part::Callback(index) => callbacks::items(context, index),
        Part::Patterns => patterns::items(context),
    }
}

/// What a file brings into scope before its items, which name `types::…` or do not.
#[must_use]
pub fn imports(types: bool) -> TokenStream {
    let types = types.then(|| {
        quote!(
            use crate::types;
        )
    });
    quote!(use crate::runtime::prelude::*; #types)
}

/// Whether `types::…` stands in some tokens.
#[must_use]
pub fn names_types(tokens: TokenStream) -> bool {
    let mut before = false;
    for token in tokens {
        let found = match &token {
            TokenTree::Group(group) => names_types(group.stream()),
            TokenTree::Punct(punct) => {
                before && punct.as_char() == ':' && punct.spacing() == Spacing::Joint
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => false,
        };
        if found {
            return true;
        }
        before = matches!(&token, TokenTree::Ident(name) if *name == "types");
    }
    false
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
