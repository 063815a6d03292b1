//! What a call gives back: one type, or an enum where it depends on the status.

use crate::emit::rust_type::{Place, rust_type};
use crate::emit::{Context, docs};
use crate::facts;
use crate::ir::{Content, Operation, Status};
use crate::names::{Name, OperationNames};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// Which replies are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Success,
    Failure,
}

/// The type of a result, and how a reply becomes it.
pub(super) struct Outcome {
    pub(super) ty: TokenStream,
    /// The body of a function from `reply` to the type, where that is not the type's own.
    pub(super) body: Option<TokenStream>,
    /// The enum, where there is one.
    pub(super) definition: Vec<TokenStream>,
    /// Whether the body is bytes that need not fit into memory.
    pub(super) streams: bool,
}

impl Outcome {
    pub(super) fn of(
        context: Context<'_>,
        operation: &Operation,
        names: &OperationNames,
        side: Side,
    ) -> Self {
        let (outcome, name) = match side {
            Side::Success => (facts::success(operation), &names.reply),
            Side::Failure => (facts::failure(operation), &names.failure),
        };
        let single = |ty, body, streams| Self {
            ty,
            body,
            definition: Vec::new(),
            streams,
        };
        match outcome {
            facts::Outcome::One(held) if side == Side::Success || held.is_some() => {
                let (ty, body) = read(context, held);
                let body = (held == Some(Content::Text)).then_some(body);
                single(ty, body, held == Some(Content::Bytes))
            }
            facts::Outcome::ByStatus(replies) => by_status(context, name, &replies, side),
            _ if side == Side::Success => single(quote!(Reply), None, false),
            _ => single(quote!(Value), None, false),
        }
    }
}

/// The type of a content, and the expression that reads it.
fn read(context: Context<'_>, held: Option<Content>) -> (TokenStream, TokenStream) {
    match held {
        Some(Content::Json(id) | Content::Form(id)) => (
            rust_type(context, id, Place::Elsewhere),
            quote!(reply.json()),
        ),
        Some(Content::Text) => (quote!(String), quote!(Ok(reply.text()))),
        Some(Content::Bytes) | None => (quote!(Reply), quote!(Ok(reply.clone()))),
    }
}

fn by_status(
    context: Context<'_>,
    name: &Name,
    replies: &[(Status, Option<Content>)],
    side: Side,
) -> Outcome {
    let what = match side {
        Side::Success => "What the call gives back, by status.",
        Side::Failure => "What a failed call says, by status.",
    };
    let text = docs::Text::of(what).attributes();
    let variants = replies.iter().map(|(status, content)| {
        let variant = variant(*status);
        let text = docs::Text::of(format!("`{}`", status_text(*status))).attributes();
        let (ty, _) = read(context, *content);
        let ty = if boxed(context, *content) {
            quote!(Box<#ty>)
        } else {
            ty
        };
        quote!(#text #variant(#ty))
    });
    let value = |(status, content): &(Status, Option<Content>)| {
        let variant = variant(*status);
        let (_, read) = read(context, *content);
        let value = match content {
            Some(Content::Text) => quote!(reply.text()),
            Some(Content::Bytes) | None => quote!(Box::new(reply.clone())),
            Some(_) if boxed(context, *content) => quote!(Box::new(#read?)),
            Some(_) => quote!(#read?),
        };
        quote!(Ok(Self::#variant(#value)))
    };
    // Exact statuses come first, then ranges, then `default`.
    let mut sorted: Vec<&(Status, Option<Content>)> = replies.iter().collect();
    sorted.sort_by_key(|(status, _)| *status);
    let mut arms: Vec<TokenStream> = Vec::new();
    let mut fallback = None;
    for reply in sorted {
        let value = value(reply);
        match reply.0 {
            Status::Code(code) => {
                let code = proc_macro2::Literal::u16_unsuffixed(code);
                arms.push(quote!(#code => #value,));
            }
            Status::Range(hundred) => {
                let first = proc_macro2::Literal::u16_unsuffixed(u16::from(hundred) * 100);
                let last = proc_macro2::Literal::u16_unsuffixed(u16::from(hundred) * 100 + 99);
                arms.push(quote!(#first..=#last => #value,));
            }
            Status::Default => fallback = Some(value),
        }
    }
    // An undocumented success is read as the first documented one that has a body.
    let first = replies
        .iter()
        .find(|(_, content)| content.is_some())
        .or(replies.first());
    let fallback = fallback.or_else(|| first.filter(|_| side == Side::Success).map(value));
    let fallback = fallback.unwrap_or_else(|| {
        quote!(Err(DecodeError::new(
            "a documented status",
            reply.status.as_str()
        )))
    });
    // What `_` covers needs no arm of its own.
    let covered = format!("=> {fallback} ,");
    arms.retain(|arm| !arm.to_string().ends_with(&covered));
    Outcome {
        ty: quote!(#name),
        body: None,
        definition: vec![
            quote! {
                #text
                #[derive(Clone, Debug, PartialEq)]
                #[non_exhaustive]
                pub enum #name {
                    #(#variants,)*
                }
            },
            quote! {
                impl ReadReply for #name {
                    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
                        match reply.status.as_u16() {
                            #(#arms)*
                            _ => #fallback,
                        }
                    }
                }
            },
        ],
        streams: false,
    }
}

fn boxed(context: Context<'_>, held: Option<Content>) -> bool {
    match held {
        Some(Content::Json(id) | Content::Form(id)) => facts::is_object(context.api, id),
        Some(Content::Bytes) | None => true,
        Some(Content::Text) => false,
    }
}

fn variant(status: Status) -> proc_macro2::Ident {
    match status {
        Status::Code(code) => format_ident!("Status{code}"),
        Status::Range(hundred) => format_ident!("Status{hundred}xx"),
        Status::Default => format_ident!("Default"),
    }
}

/// A status as it stands in a description.
pub(super) fn status_text(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Range(hundred) => format!("{hundred}XX"),
        Status::Default => "default".to_owned(),
    }
}
