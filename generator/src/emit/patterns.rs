//! `patterns.rs`: patterns that are not matched by backtracking.

use super::{Context, File, Part};
use proc_macro2::TokenStream;
use quote::quote;

/// The file, where there are such patterns.
pub(super) fn file(context: Context<'_>) -> Option<File> {
    (!context.facts.linear_patterns().is_empty()).then(|| File {
        path: "patterns.rs".to_owned(),
        docs: vec!["Patterns that backtracking could take very long to match.".to_owned()],
        imports: false,
        parts: vec![Part::Patterns],
    })
}

pub(super) fn items(context: Context<'_>) -> Vec<TokenStream> {
    let pairs = context.facts.linear_patterns().iter();
    let pairs = pairs.map(|(pattern, linear)| quote!((#pattern, #linear)));
    vec![quote! {
        /// Each pattern, and the same in the syntax of `regex-lite`, which takes linear time.
        pub(crate) const LINEAR: &[(&str, &str)] = &[#(#pairs),*];
    }]
}
