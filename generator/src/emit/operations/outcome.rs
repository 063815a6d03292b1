//! What a call gives back: one type, or an enum where it depends on status and media type.

use crate::emit::rust_type::{Place, rust_type};
use crate::emit::{Context, docs, forms, markdown, xml};
use crate::facts::{self, Case};
use crate::ir::{Content, Operation, Status, is_within};
use crate::names::{Name, OperationNames, media_type_variant};
use proc_macro2::{Ident, Literal, TokenStream};
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
    pub(super) downloads: bool,
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
        let single = |ty, body, downloads| Self {
            ty,
            body,
            definition: Vec::new(),
            downloads,
        };
        match outcome {
            facts::Outcome::One(held) if side == Side::Success || held.is_some() => {
                let (ty, read) = read(context, held);
                let has_own = matches!(
                    held,
                    Some(Content::Text(_) | Content::Xml(_) | Content::Form(_))
                );
                let own = has_own.then_some(read);
                single(ty, own, held == Some(Content::Bytes))
            }
            facts::Outcome::Cases(cases) => by_case(context, name, &cases, side),
            _ if side == Side::Success => single(quote!(Reply), None, false),
            _ => single(quote!(Value), None, false),
        }
    }
}

/// The type of a content, and the expression that reads it.
pub(super) fn read(context: Context<'_>, held: Option<Content>) -> (TokenStream, TokenStream) {
    match held {
        Some(Content::Json(id) | Content::Multipart(id)) => (
            rust_type(context, id, Place::Elsewhere),
            quote!(reply.json()),
        ),
        Some(Content::Form(id)) => {
            let ty = rust_type(context, id, Place::Elsewhere);
            let form = context.api.form_fields(id, &[]);
            (
                ty,
                form.as_ref()
                    .map_or_else(|| quote!(reply.json()), forms::read),
            )
        }
        Some(Content::Xml(id)) => (
            rust_type(context, id, Place::Elsewhere),
            xml::read(context, id),
        ),
        Some(Content::Text(id)) => (
            rust_type(context, id, Place::Elsewhere),
            quote!(reply.plain()),
        ),
        Some(Content::Bytes | Content::Events(_) | Content::Lines(_)) | None => {
            (quote!(Reply), quote!(Ok(reply.clone())))
        }
    }
}

/// The type of the body of a callback and the expression that reads it: items have come as a whole.
pub(in crate::emit) fn read_whole(
    context: Context<'_>,
    held: Option<Content>,
) -> (TokenStream, TokenStream) {
    match held {
        Some(Content::Lines(id)) => {
            let item = rust_type(context, id, Place::Elsewhere);
            (quote!(Vec<#item>), quote!(reply.items()))
        }
        _ => read(context, held),
    }
}

fn by_case(context: Context<'_>, name: &Name, cases: &[Case], side: Side) -> Outcome {
    let what = match side {
        Side::Success => "What the call gives back, by status.",
        Side::Failure => "What a failed call says, by status.",
    };
    let text = docs::Text::of(what).attributes();
    let names = variants(cases);
    let lines = cases.iter().zip(&names).map(|(case, variant)| {
        let mut words = vec![markdown::code(&case.status.to_string())];
        words.extend(case.media_types.iter().map(|name| markdown::code(name)));
        let text = docs::Text::of(words.join(", ")).attributes();
        let (ty, _) = read(context, case.content);
        let ty = if boxed(context, case.content) {
            quote!(Box<#ty>)
        } else {
            ty
        };
        quote!(#text #variant(#ty))
    });
    let (arms, fallback) = arms(context, cases, &names, side);
    Outcome {
        ty: quote!(#name),
        body: None,
        definition: vec![
            quote! {
                #text
                #[derive(Clone, Debug, PartialEq)]
                #[non_exhaustive]
                pub enum #name {
                    #(#lines,)*
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
        downloads: false,
    }
}

/// How a status leads to a variant, and what all other statuses give.
fn arms(
    context: Context<'_>,
    cases: &[Case],
    names: &[Ident],
    side: Side,
) -> (Vec<TokenStream>, TokenStream) {
    let value = |case: &Case, variant: &Ident| {
        let (_, read) = read(context, case.content);
        let value = match case.content {
            Some(Content::Bytes | Content::Events(_) | Content::Lines(_)) | None => {
                quote!(Box::new(reply.clone()))
            }
            Some(_) if boxed(context, case.content) => quote!(Box::new(#read?)),
            Some(_) => quote!(#read?),
        };
        quote!(Ok(Self::#variant(#value)))
    };
    // Exact statuses come first, then ranges, then `default`; within a status those that a media
    // type must tell apart, and then one for all others.
    let mut sorted: Vec<(usize, &Case)> = cases.iter().enumerate().collect();
    sorted.sort_by_key(|(index, case)| (case.status, precedence(cases, *index)));
    let statuses: Vec<Status> = sorted.iter().map(|(_, case)| case.status).collect();
    let mut arms: Vec<(Status, bool, TokenStream)> = Vec::new();
    let mut fallback = None;
    for (place, (index, case)) in sorted.into_iter().enumerate() {
        let value = value(case, &names[index]);
        let is_last = statuses.get(place + 1) != Some(&case.status);
        let guard = (!is_last).then(|| {
            let types = case.media_types.iter();
            let tests = types.map(|name| quote!(reply.has_type(#name)));
            quote!(if #(#tests)||*)
        });
        let arm = match case.status {
            Status::Code(code) => {
                let code = Literal::u16_unsuffixed(code);
                quote!(#code #guard => #value,)
            }
            Status::Range(hundred) => {
                let hundred = u16::from(hundred) * 100;
                // Clippy takes a number and a range that begins with it for a mistake.
                let is_alone = |code: &u16| statuses.contains(&Status::Code(*code));
                let alone = (hundred..hundred + 99).take_while(is_alone).count();
                let first = Literal::u16_unsuffixed(hundred + u16::try_from(alone).unwrap_or(0));
                let last = Literal::u16_unsuffixed(hundred + 99);
                quote!(#first..=#last #guard => #value,)
            }
            Status::Default if guard.is_some() => quote!(_ #guard => #value,),
            Status::Default => {
                fallback = Some(value);
                continue;
            }
        };
        arms.push((case.status, guard.is_some(), arm));
    }
    // An undocumented success is read as the first documented one that has a body.
    let with_body = cases.iter().position(|case| case.content.is_some());
    let first = with_body.filter(|_| side == Side::Success);
    let fallback = fallback.or_else(|| first.map(|index| value(&cases[index], &names[index])));
    let fallback = fallback.unwrap_or_else(|| {
        quote!(Err(DecodeError::new(
            "a documented status",
            reply.status.as_str()
        )))
    });
    // What `_` covers needs no arm of its own, unless something that stands between would match.
    let covered = format!("=> {fallback} ,");
    let between = |status: Status, other: Status| match (status, other) {
        (Status::Code(code), Status::Range(hundred)) => {
            code / 100 == u16::from(hundred) && code % 100 != 0
        }
        _ => false,
    };
    let statuses: Vec<Status> = arms.iter().map(|(status, ..)| *status).collect();
    let has_default = statuses.contains(&Status::Default);
    arms.retain(|(status, is_guarded, arm)| {
        let matched = statuses.iter().any(|other| between(*status, *other));
        has_default || matched || *is_guarded || !arm.to_string().ends_with(&covered)
    });
    let arms = arms.into_iter().map(|(.., arm)| arm).collect();
    (arms, fallback)
}

/// Where a case stands among those of its status: media types with parameters before others, ranges
/// behind what they cover, and the preferred one, which is written first, behind all that do not
/// cover it.
fn precedence(cases: &[Case], index: usize) -> (u8, usize, usize) {
    let own = &cases[index];
    let mut of_status = cases.iter().filter(|case| case.status == own.status);
    let covers = |other: &Case| {
        let mut ranges = own.media_types.iter().filter(|name| name.contains('*'));
        ranges.any(|range| other.media_types.iter().any(|name| is_within(name, range)))
    };
    let place = match of_status.next() {
        Some(first) if std::ptr::eq(first, own) => 1,
        Some(first) if covers(first) => 2,
        _ => 0,
    };
    let parameters = own.media_types.iter().map(|name| name.matches(';').count());
    let parameters = parameters.min().unwrap_or_default();
    (
        place,
        of_status.filter(|other| covers(other)).count(),
        usize::MAX - parameters,
    )
}

fn boxed(context: Context<'_>, held: Option<Content>) -> bool {
    match held {
        Some(Content::Json(id) | Content::Form(id) | Content::Multipart(id) | Content::Xml(id)) => {
            facts::holds_object(context.api, id)
        }
        Some(Content::Bytes | Content::Events(_) | Content::Lines(_)) | None => true,
        Some(Content::Text(_)) => false,
    }
}

/// A variant for each case: the status, and the media type where the status has several.
fn variants(cases: &[Case]) -> Vec<Ident> {
    let mut names: Vec<Ident> = Vec::new();
    for case in cases {
        let status = match case.status {
            Status::Code(code) => format_ident!("Status{code}"),
            Status::Range(hundred) => format_ident!("Status{hundred}xx"),
            Status::Default => format_ident!("Default"),
        };
        let wanted = match case.media_types.first() {
            Some(media_type) => {
                format_ident!("{status}{}", media_type_variant(media_type).plain())
            }
            None => status,
        };
        let mut name = wanted.clone();
        let mut number = 2;
        while names.contains(&name) {
            name = format_ident!("{wanted}{number}");
            number += 1;
        }
        names.push(name);
    }
    names
}
