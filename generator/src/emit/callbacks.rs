//! `callbacks.rs`: the requests that the server makes.

use super::rust_type::{Place, rust_type};
use super::{Context, File, Part, docs, forms, markdown, operations};
use crate::ir::{Body, Content, Header, Location, Operation};
use crate::names::{Name, parameter_constants};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

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
    let owners: Vec<String> = callback
        .owners
        .iter()
        .map(|it| markdown::code(it))
        .collect();
    let what = if owners.is_empty() {
        format!("The webhook {own_name}, a {}.", markdown::code(method))
    } else {
        let request = markdown::code(&format!("{method} {expression}"));
        format!(
            "The callback {own_name} of {}: {request}.",
            owners.join(", ")
        )
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
    let mut constants = parameters(context, operation);
    constants.extend(operations::answer_headers(context, operation));
    let constants = (!constants.is_empty()).then(|| quote!(impl #name { #(#constants)* }));
    let (ty, read) = operations::read_whole(context, holds);
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
        (None, Some(Content::Text(_) | Content::Xml(_) | Content::Lines(_))) => Some(read),
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
    .chain(constants)
    .collect()
}

/// Its parameters, as constants that read them.
fn parameters(context: Context<'_>, operation: &Operation) -> Vec<TokenStream> {
    let names = parameter_constants(&operation.parameters);
    let parameters = operation.parameters.iter().zip(&names);
    let constants = parameters.filter_map(|(parameter, name)| {
        let said = Header::from(parameter);
        let place = parameter.location.as_str();
        let what = match parameter.location {
            Location::Header | Location::Cookie => place.to_owned(),
            Location::Query | Location::Path => format!("{place} parameter"),
        };
        let (wire, presence) = (markdown::code(&said.wire), operations::presence(&said));
        let mut text = docs::Text::of(format!("The {what} {wire}{presence}."));
        if parameter.location == Location::Header {
            return Some(operations::header(context, name, &said, text));
        }
        let form = forms::value(&context.api.parameter_form(parameter)?);
        text.append(operations::words(context, &said));
        let text = text.attributes();
        let (wire, place) = (&parameter.wire, format_ident!("{place}"));
        let ty = rust_type(context, parameter.ty, Place::Elsewhere);
        Some(quote! {
            #text
            pub const #name: CallbackParameter<#ty> = CallbackParameter::#place(#wire, #form);
        })
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
