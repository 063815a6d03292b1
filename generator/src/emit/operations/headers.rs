//! The documented headers of replies, as constants that read them.

use crate::emit::rust_type::{Place, rust_type};
use crate::emit::{Context, docs, markdown};
use crate::ir::{Header, Operation, Shape};
use crate::names::{Name, header_constant};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};

/// Those of `components.headers`, each once.
pub(super) fn shared(context: Context<'_>) -> Vec<TokenStream> {
    let mut found: BTreeMap<Name, &Header> = BTreeMap::new();
    // Most are shared by many replies.
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let replies = context
        .api
        .operations
        .iter()
        .flat_map(|operation| &operation.replies);
    for header in replies.flat_map(|reply| &reply.headers) {
        if let Some(key) = header.shared.as_ref().filter(|key| seen.insert(key)) {
            found.entry(header_constant(key)).or_insert(header);
        }
    }
    let constants = found.iter().map(|(name, header)| {
        let (wire, presence) = (markdown::code(&header.wire), presence(header));
        let text = docs::Text::of(format!("The header {wire}{presence}."));
        constant(context, name, header, text)
    });
    constants.collect()
}

/// What `required` says.
pub(in crate::emit) const fn presence(header: &Header) -> &'static str {
    if header.required {
        ", which is always there"
    } else {
        ""
    }
}

/// Those that only this operation has.
pub(super) fn own(context: Context<'_>, operation: &Operation, ty: &Name) -> Option<TokenStream> {
    let mut found: BTreeMap<Name, (&Header, Vec<String>)> = BTreeMap::new();
    for reply in &operation.replies {
        for header in reply
            .headers
            .iter()
            .filter(|header| header.shared.is_none())
        {
            let status = markdown::code(&reply.status.to_string());
            let entry = found.entry(header_constant(&header.wire));
            entry.or_insert((header, Vec::new())).1.push(status);
        }
    }
    let constants = found.iter().map(|(name, (header, statuses))| {
        let name_on_wire = markdown::code(&header.wire);
        let presence = presence(header);
        let text = format!(
            "The header {name_on_wire} of {}{presence}.",
            statuses.join(", ")
        );
        constant(context, name, header, docs::Text::of(text))
    });
    let constants: Vec<TokenStream> = constants.collect();
    (!constants.is_empty()).then(|| quote!(impl #ty { #(#constants)* }))
}

pub(in crate::emit) fn constant(
    context: Context<'_>,
    name: &Name,
    header: &Header,
    mut text: docs::Text,
) -> TokenStream {
    text.described(&header.docs);
    text.value(context, header.ty, &[&header.wire], &header.docs);
    text.server_default(header.default.as_ref());
    text.inner_defaults(context, header.ty);
    text.examples_of(&header.docs.examples, context, header.ty);
    let text = text.attributes();
    let ty = rust_type(context, header.ty, Place::Elsewhere);
    let wire = header.wire.to_ascii_lowercase();
    let form = form(context, header);
    quote! {
        #text
        pub const #name: ReplyHeader<#ty> = ReplyHeader::new(#wire) #form;
    }
}

/// How the value of a header is written, where that is not a scalar.
pub(super) fn form(context: Context<'_>, header: &Header) -> Option<TokenStream> {
    let mut shape = &context.api.ty(context.api.resolved(header.ty)).shape;
    if let Shape::Nullable(inner) = shape {
        shape = &context.api.ty(context.api.resolved(*inner)).shape;
    }
    match shape {
        _ if header.json => Some(quote!(.json())),
        Shape::List(_) | Shape::Tuple(_) => Some(quote!(.list())),
        Shape::Struct(_) | Shape::Map(_) => {
            let explode = header.explode;
            Some(quote!(.object(#explode)))
        }
        _ => None,
    }
}
