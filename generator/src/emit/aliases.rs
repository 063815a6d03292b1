//! Named schemas that need no type of their own.

use super::{Context, checks, docs, rust_type};
use crate::ir::{Shape, TypeId};
use crate::names::Name;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn items(context: Context<'_>, id: TypeId, name: &Name) -> Vec<TokenStream> {
    let ty = context.api.ty(id);
    let mut text = docs::type_docs(context, id);
    if let Shape::Never = ty.shape {
        text.push("No value satisfies this schema.".to_owned());
    }
    text.format(checks::format(&ty.shape));
    text.constraints(&ty.shape);
    let target = rust_type::unnamed(context, id);
    let text = text.attributes();
    vec![quote! {
        #text
        pub type #name = #target;
    }]
}
