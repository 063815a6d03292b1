//! Schemas that need no type of their own: named ones, and those that are spelled out again.

use super::{Context, checks, docs, rust_type};
use crate::ir::{Shape, TypeId};
use crate::names::Name;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn items(context: Context<'_>, id: TypeId, name: &Name) -> Vec<TokenStream> {
    let ty = context.api.ty(id);
    let mut text = docs::type_docs(context, id);
    match ty.shape {
        Shape::Never => text.push("No value satisfies this schema.".to_owned()),
        Shape::Null => text.push("Only `null` satisfies this schema.".to_owned()),
        _ => {}
    }
    text.elements(context, id);
    text.format(checks::format(&ty.shape));
    text.constraints(ty);
    text.inner_defaults_of_type(context, id);
    text.type_examples(context, id);
    let target = rust_type::unnamed(context, id);
    let text = text.attributes();
    vec![quote! {
        #text
        pub type #name = #target;
    }]
}

/// The names of types, each with the type that it stands for.
pub(super) fn repeated(context: Context<'_>, ids: &[(TypeId, TypeId)]) -> Vec<TokenStream> {
    let names = context.names;
    let aliases = ids.iter().map(|&(id, of)| {
        let text = docs::repeated(context, id, of).attributes();
        let (name, target) = (names.ty(id), names.ty(of));
        let required = names.required(id).zip(names.required(of));
        let required = required
            .filter(|_| context.same.is_made(id))
            .map(|(name, target)| quote!(pub type #name = #target;));
        quote!(#text pub type #name = #target; #required)
    });
    vec![quote!(repeated! { #(#aliases)* })]
}
