//! `callbacks.rs`: the requests that the server makes.

use super::{Context, File, Part, docs, markdown, operations};
use crate::ir::Content;
use crate::names::Name;
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
    text.described(&operation.docs);
    text.extend(operations::carried(context, operation));
    text.extend(operations::replies(context, operation, "Expected answers"));
    let text = text.attributes();
    let preferred = operation
        .body
        .as_ref()
        .and_then(|body| body.contents.first());
    // What replies cannot hold is not taken apart here either.
    let held = preferred.map(|media| media.content);
    let held = held.filter(|held| !matches!(held, Content::Form(_) | Content::Multipart(_)));
    let (ty, read) = operations::read(context, held);
    let read = matches!(held, Some(Content::Text(_) | Content::Xml(_))).then(|| {
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
}
