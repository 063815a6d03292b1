//! `callbacks.rs`: the requests that the server makes.

use super::{Context, File, Part, docs, forms, markdown, operations};
use crate::ir::{Body, Content, Header, Location, Operation};
use crate::names::{Name, header_constant};
use proc_macro2::TokenStream;
use quote::quote;

/// The file, where there are callbacks.
pub(super) fn file(context: Context<'_>) -> Option<File> {
    let mut named: Vec<(&Name, usize)> = (0..context.api.callbacks.len())
        .map(|index| (context.names.callback(index), index))
        .collect();
    named.sort_unstable();
    (!named.is_empty()).then(|| File {
        path: "callbacks.rs".to_owned(),
        docs: vec!["The requests that the server makes: callbacks and webhooks.".to_owned()],
        imports: true,
        parts: named
            .into_iter()
            .map(|(_, index)| Part::Callback(index))
            .collect(),
    })
}

pub(super) fn items(context: Context<'_>, index: usize) -> Vec<TokenStream> {
    let (name, callback) = (context.names.callback(index), &context.api.callbacks[index]);
    let operation = &callback.operation;
    let (method, expression) = (&operation.method, &callback.expression);
    let own_name = markdown::code(&callback.name);
    let what = match &callback.owner {
        Some(owner) => format!(
            "The callback {own_name} of {}: {}.",
            markdown::code(owner),
            markdown::code(&format!("{method} {expression}"))
        ),
        None => format!("The webhook {own_name}, a {}.", markdown::code(method)),
    };
    let mut text = docs::Text::of(what);
    text.described_as(&operation.docs, &[&callback.name]);
    text.extend(operations::carried(context, operation));
    text.extend(credentials(operation));
    text.extend(operations::replies(context, operation, "Expected answers"));
    text.extend(answers(context, operation));
    let text = text.attributes();
    let held = operation.body.as_ref().and_then(Body::taken_apart);
    let holds = held.map(|media| media.content);
    let headers = headers(context, operation);
    let headers = (!headers.is_empty()).then(|| quote!(impl #name { #(#headers)* }));
    let (ty, read) = operations::read(context, holds);
    let form = held.and_then(|media| context.api.form_of(media));
    let form = form.as_ref().map(forms::read);
    let read = match (form, holds) {
        (Some(form), Some(Content::Form(_))) => Some(form),
        (Some(form), _) => Some(quote! {
            if reply.has_type("application/x-www-form-urlencoded") {
                #form
            } else {
                #read
            }
        }),
        (None, Some(Content::Text(_) | Content::Xml(_))) => Some(read),
        _ => None,
    };
    let read = read.map(|read| {
        quote! {
            fn read(reply: &Reply) -> Result<Self::Body, DecodeError> {
                #read
            }
        }
    });
    vec![
        quote! {
            #text
            #[derive(Clone, Copy, Debug)]
            pub struct #name;
        },
        quote! {
            impl Callback for #name {
                type Body = #ty;
                const METHOD: &'static str = #method;
                const EXPRESSION: &'static str = #expression;
                #read
            }
        },
    ]
    .into_iter()
    .chain(headers)
    .collect()
}

/// Its headers, as constants that read them.
fn headers(context: Context<'_>, operation: &Operation) -> Vec<TokenStream> {
    let headers = operation.parameters.iter();
    let headers = headers.filter(|it| it.location == Location::Header && it.part.is_none());
    let constants = headers.map(|parameter| {
        let header = Header {
            wire: parameter.wire.clone(),
            shared: None,
            ty: parameter.ty,
            required: parameter.required,
            json: parameter.media_type.is_some(),
            explode: parameter.explode,
            default: parameter.default.clone(),
            docs: parameter.docs.clone(),
        };
        let presence = operations::presence(&header);
        let text = format!("The header {}{presence}.", markdown::code(&header.wire));
        let name = header_constant(&header.wire);
        operations::header(context, &name, &header, docs::Text::of(text))
    });
    constants.collect()
}

/// What it proves itself with, which is for the receiver to check.
fn credentials(operation: &Operation) -> Option<String> {
    let alternatives = operation.security.iter().map(|all| {
        let names: Vec<String> = all.iter().map(|(name, _)| markdown::code(name)).collect();
        names.join(" and ")
    });
    let alternatives: Vec<String> = alternatives.filter(|names| !names.is_empty()).collect();
    let listed = alternatives.join(" or ");
    (!listed.is_empty()).then(|| format!("It comes with credentials for {listed}."))
}

/// The types of what may be answered.
fn answers(context: Context<'_>, operation: &Operation) -> Option<String> {
    let typed = operation.replies.iter().filter_map(|reply| {
        let types = reply.contents.iter().filter_map(|media| {
            let name = context.names.ty(context.same.item(media.content.ty()?))?;
            Some(format!("[`{name}`](crate::types::{name})"))
        });
        let types: Vec<String> = types.collect();
        let status = markdown::code(&reply.status.to_string());
        (!types.is_empty()).then(|| format!("{status} is a {}", types.join(" or ")))
    });
    let typed: Vec<String> = typed.collect();
    (!typed.is_empty()).then(|| format!("The body of {}.", typed.join(", that of ")))
}
