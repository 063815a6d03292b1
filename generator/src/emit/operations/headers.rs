//! The documented headers of replies, as constants that read them.

use crate::emit::rust_type::{Place, rust_type};
use crate::emit::{Context, checks, docs, markdown};
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
    let name = |it: &Header| it.shared.is_none().then(|| header_constant(&it.wire));
    let constants = of_replies(context, operation, name);
    (!constants.is_empty()).then(|| quote!(impl #ty { #(#constants)* }))
}

/// Those of the answers to a callback.
pub(in crate::emit) fn answers(context: Context<'_>, operation: &Operation) -> Vec<TokenStream> {
    let name = |it: &Header| Some(header_constant(&format!("answer-{}", it.wire)));
    of_replies(context, operation, name)
}

/// Those that have a name here.
fn of_replies(
    context: Context<'_>,
    operation: &Operation,
    name: impl Fn(&Header) -> Option<Name>,
) -> Vec<TokenStream> {
    let mut found: BTreeMap<Name, Vec<Said<'_>>> = BTreeMap::new();
    for reply in &operation.replies {
        for header in &reply.headers {
            let Some(name) = name(header) else { continue };
            let status = markdown::code(&reply.status.to_string());
            let words = words(context, header);
            let all = found.entry(name).or_default();
            let is_same =
                |it: &Said<'_>| it.header.required == header.required && it.words == words;
            match all.iter().position(is_same) {
                Some(index) => all[index].statuses.push(status),
                None => all.push(Said {
                    header,
                    words,
                    statuses: vec![status],
                }),
            }
        }
    }
    let constants = found
        .iter()
        .filter_map(|(name, all)| Some(item(context, name, all.first()?.header, &text(all)?)));
    constants.collect()
}

/// What is said of a header of some replies.
struct Said<'a> {
    header: &'a Header,
    words: docs::Text,
    statuses: Vec<String>,
}

/// What is said of a header, in a list where that is not the same for all replies.
fn text(all: &[Said<'_>]) -> Option<docs::Text> {
    let (first, others) = all.split_first()?;
    let wire = markdown::code(&first.header.wire);
    if others.is_empty() {
        let (statuses, presence) = (first.statuses.join(", "), presence(first.header));
        let mut text = docs::Text::of(format!("The header {wire} of {statuses}{presence}."));
        text.append(first.words.clone());
        return Some(text);
    }
    let is_mixed = all
        .iter()
        .any(|said| said.header.required != first.header.required);
    let lines = all.iter().map(|said| {
        let presence = if is_mixed && said.header.required {
            ", where it is always there"
        } else {
            ""
        };
        let head = format!("{}{presence}", said.statuses.join(", "));
        said.words.element(&head)
    });
    let presence = if is_mixed { "" } else { presence(first.header) };
    let lines: Vec<String> = lines.collect();
    let mut text = docs::Text::of(format!("The header {wire}{presence}:"));
    text.push(lines.join("\n"));
    Some(text)
}

/// The constant of a header, with what is said of it.
pub(in crate::emit) fn constant(
    context: Context<'_>,
    name: &Name,
    header: &Header,
    mut text: docs::Text,
) -> TokenStream {
    text.append(words(context, header));
    item(context, name, header, &text)
}

/// What the description says of a header or parameter.
pub(in crate::emit) fn words(context: Context<'_>, header: &Header) -> docs::Text {
    let mut text = docs::Text::default();
    text.described(&header.docs);
    text.value(context, header.ty, &[&header.wire], &header.docs);
    let ty = match context.api.ty(header.ty).shape {
        Shape::Nullable(inner) => context.api.ty(inner),
        _ => context.api.ty(header.ty),
    };
    text.format(checks::format(&ty.shape));
    text.constraints(ty);
    if let Shape::List(list) = &ty.shape {
        text.constraints_of(" of elements", context.api.ty(list.items));
    }
    text.server_default(header.default.as_ref());
    text.inner_defaults(context, header.ty);
    text.examples_of(&header.docs.examples, context, header.ty);
    text
}

fn item(context: Context<'_>, name: &Name, header: &Header, text: &docs::Text) -> TokenStream {
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
