//! `callbacks.rs`: the requests that the server makes.

use super::rust_type::{Place, rust_type};
use super::{Context, File, docs, markdown, operations, xml};
use crate::ir::{Callback, Content};
use crate::names::Name;
use proc_macro2::TokenStream;
use quote::quote;

/// The file, where there are callbacks.
pub(super) fn file(context: Context<'_>) -> Option<File> {
    let callbacks = &context.api.callbacks;
    let mut named: Vec<(&Name, &Callback)> = callbacks
        .iter()
        .enumerate()
        .map(|(index, callback)| (context.names.callback(index), callback))
        .collect();
    named.sort_by_key(|(name, _)| *name);
    let mut items: Vec<TokenStream> = Vec::new();
    for (name, callback) in named {
        items.extend(callback_items(context, name, callback));
    }
    if items.is_empty() {
        return None;
    }
    let types = operations::names_types(items.iter().cloned().collect());
    let types = types.then(|| {
        quote!(
            use crate::types;
        )
    });
    items.insert(0, quote!(use crate::runtime::prelude::*; #types));
    Some(File {
        docs: vec!["The requests that the server makes: callbacks and webhooks.".to_owned()],
        items,
    })
}

fn callback_items(context: Context<'_>, name: &Name, callback: &Callback) -> Vec<TokenStream> {
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
    text.extend(operations::replies(operation, "Expected answers"));
    let text = text.attributes();
    let preferred = operation
        .body
        .as_ref()
        .and_then(|body| body.contents.first());
    let (ty, read) = match preferred.map(|media| media.content) {
        Some(Content::Text(id)) => (
            rust_type(context, id, Place::Elsewhere),
            Some(quote! {
                fn read(body: &Reply) -> Result<Self::Body, DecodeError> {
                    body.plain()
                }
            }),
        ),
        Some(Content::Xml(id)) => {
            let read = xml::read(context, id);
            (
                rust_type(context, id, Place::Elsewhere),
                Some(quote! {
                    fn read(reply: &Reply) -> Result<Self::Body, DecodeError> {
                        #read
                    }
                }),
            )
        }
        Some(Content::Json(id)) => (rust_type(context, id, Place::Elsewhere), None),
        _ => (quote!(Reply), None),
    };
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
