//! Request bodies: one content, or an enum of several.

use crate::emit::constructor::{Passing, passing};
use crate::emit::rust_type::{self, Place, rust_type};
use crate::emit::{Context, checks, docs, markdown, xml};
use crate::facts;
use crate::ir::{Body, Content, Encoding, Header, Media, TypeId, essence};
use crate::names::{OperationNames, media_type_variant};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::collections::BTreeMap;

/// The type of the body as an argument, and how it is passed.
pub(super) fn argument(
    context: Context<'_>,
    body: &Body,
    names: &OperationNames,
) -> (TokenStream, Passing) {
    let [media] = body.contents.as_slice() else {
        let name = &names.body_choice;
        return (quote!(#name), Passing::Into);
    };
    let passing = match media.content {
        Content::Lines(_) => Passing::Plain,
        other => (other.ty()).map_or(Passing::Into, |id| passing(context, &names.body, id)),
    };
    (held(context, media), passing)
}

/// The type of one content.
fn held(context: Context<'_>, media: &Media) -> TokenStream {
    let Some(id) = media.content.ty() else {
        return quote!(File);
    };
    let ty = rust_type(context, id, Place::Elsewhere);
    match media.content {
        Content::Lines(_) => quote!(Vec<#ty>),
        _ => ty,
    }
}

/// Adds what is said of a content, where that is no type of its own.
pub(super) fn described(context: Context<'_>, media: &Media, text: &mut docs::Text) {
    text.described(&media.docs);
    if let Some(id) = media.content.ty() {
        text.value(context, id, &[], &media.docs);
        text.defaults_of(context, id);
    }
}

/// Adds the examples of a content.
pub(super) fn examples(context: Context<'_>, media: &Media, text: &mut docs::Text) {
    match media.content.ty() {
        Some(id) => text.examples_of(&media.docs.examples, context, id),
        None => text.examples(&media.docs.examples),
    }
}

/// The media types that files in a form may have, where there is a choice.
pub(super) fn part_types(context: Context<'_>, body: &Body) -> Option<String> {
    let mut lines = Vec::new();
    for media in &body.contents {
        let Content::Multipart(form) = media.content else {
            continue;
        };
        for encoding in &media.encodings {
            let stated = encoding.content_type.as_deref().unwrap_or_default();
            let is_file = || {
                let part = context.api.part(form, &encoding.property);
                part.is_some_and(|part| context.facts.is_file(part))
            };
            if stated.contains([',', '*']) && is_file() {
                let types = stated.split(',').map(|name| markdown::code(name.trim()));
                let types: Vec<String> = types.collect();
                let part = markdown::code(&encoding.property);
                lines.push(format!("- {part}: {}", types.join(", ")));
            }
        }
    }
    let text = "Media types of its files ([`File::media_type`]):";
    (!lines.is_empty()).then(|| format!("{text}\n\n{}", lines.join("\n")))
}

/// The headers that files in a form may or must have.
pub(super) fn part_headers(context: Context<'_>, body: &Body) -> Option<String> {
    let encodings = body.contents.iter().flat_map(|media| &media.encodings);
    let lines = encodings.flat_map(|encoding| {
        encoding.headers.iter().map(|header| {
            let (part, name) = (&encoding.property, &header.wire);
            let mut head = format!("{} of {}", markdown::code(name), markdown::code(part));
            if header.required {
                head.push_str(" (required)");
            }
            let mut words = docs::Text::default();
            words.described(&header.docs);
            words.value(context, header.ty, &[name], &header.docs);
            words.examples_of(&header.docs.examples, context, header.ty);
            words.element(&head)
        })
    });
    let lines: Vec<String> = lines.collect();
    let text = "Headers of its files ([`File::header`]):";
    (!lines.is_empty()).then(|| format!("{text}\n\n{}", lines.join("\n")))
}

/// What else the server takes, in words, where the client sends one of several media types that mean
/// the same.
pub(super) fn other_types(media: &Media) -> Option<String> {
    if matches!(media.content, Content::Bytes | Content::Text(_)) || media.same.is_empty() {
        return None;
    }
    let sent = markdown::code(&media.media_type);
    let others: Vec<String> = media.same.iter().map(|name| markdown::code(name)).collect();
    let others = others.join(", ");
    Some(format!(
        "It is sent as {sent}; {others} would mean the same."
    ))
}

/// How the media type of a body is given, where the description leaves it open.
pub(super) fn open_type(body: &Body) -> Option<String> {
    let bytes = body
        .contents
        .iter()
        .filter(|media| media.content == Content::Bytes);
    let types = bytes.flat_map(|media| std::iter::once(&media.media_type).chain(&media.same));
    let ranges = types.filter(|name| name.contains('*'));
    let ranges: Vec<String> = ranges.map(|range| markdown::code(range)).collect();
    let text = "The caller says what it is ([`File::media_type`])";
    (!ranges.is_empty()).then(|| format!("{text}: {}.", ranges.join(", ")))
}

/// A text that contents of the same Rust type have in common.
fn identity(context: Context<'_>, media: &Media) -> String {
    match media.content {
        Content::Bytes | Content::Lines(_) => held(context, media).to_string(),
        other => (other.ty()).map_or_else(String::new, |id| rust_type::identity(context, id)),
    }
}

/// The enum of several contents, and what converts into it.
pub(super) fn choice(
    context: Context<'_>,
    body: &Body,
    names: &OperationNames,
) -> Vec<TokenStream> {
    if body.contents.len() < 2 {
        return Vec::new();
    }
    let (name, ty) = (&names.body_choice, &names.ty);
    let text = docs::Text::of(format!("What a [`{ty}`] can carry.")).attributes();
    let variants: Vec<Ident> = variants(body);
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for media in &body.contents {
        *count.entry(identity(context, media)).or_default() += 1;
    }
    let lines = body.contents.iter().zip(&variants).map(|(media, variant)| {
        let others = other_types(media);
        let more = media.same.iter().filter(|_| others.is_none());
        let types = std::iter::once(&media.media_type).chain(more);
        let types: Vec<String> = types.map(|name| markdown::code(name)).collect();
        let mut text = docs::Text::of(types.join(", "));
        described(context, media, &mut text);
        text.extend(others);
        examples(context, media, &mut text);
        let text = text.attributes();
        let held = held(context, media);
        let held = if is_boxed(context, media) {
            quote!(Box<#held>)
        } else {
            held
        };
        quote!(#text #variant(#held))
    });
    let mut items = vec![quote! {
        #text
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#lines,)*
        }
    }];
    for (media, variant) in body.contents.iter().zip(&variants) {
        let held = held(context, media);
        if count.get(&identity(context, media)) != Some(&1) {
            continue;
        }
        let value = if is_boxed(context, media) {
            quote!(Box::new(value))
        } else {
            quote!(value)
        };
        items.push(quote! {
            impl From<#held> for #name {
                fn from(value: #held) -> Self {
                    Self::#variant(#value)
                }
            }
        });
    }
    items
}

/// A variant for each content.
fn variants(body: &Body) -> Vec<Ident> {
    let mut names: Vec<Ident> = Vec::new();
    for media in &body.contents {
        let wanted = media_type_variant(&media.media_type).ident();
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

fn is_boxed(context: Context<'_>, media: &Media) -> bool {
    match media.content {
        Content::Lines(_) => false,
        other => (other.ty()).is_some_and(|id| facts::holds_object(context.api, id)),
    }
}

/// The function that hands the body out.
pub(super) fn function(context: Context<'_>, body: &Body, names: &OperationNames) -> TokenStream {
    let field = &names.body;
    let (constant, expression) = if let [media] = body.contents.as_slice() {
        let value = if body.required {
            quote!(&self.#field)
        } else {
            quote!(self.#field.as_ref()?)
        };
        expression(context, media, &value)
    } else {
        let name = &names.body_choice;
        let value = if body.required {
            quote!(&self.#field)
        } else {
            quote!(self.#field.as_ref()?)
        };
        let variants = variants(body);
        // Ranges of media types can mean the same.
        let mut arms: Vec<(String, Vec<TokenStream>, TokenStream)> = Vec::new();
        for (media, variant) in body.contents.iter().zip(variants) {
            let pattern = quote!(#name::#variant(body));
            let (constant, expression) = expression(context, media, &quote!(body));
            let arm = if constant.is_empty() {
                quote!(#expression,)
            } else {
                quote!({ #constant #expression })
            };
            let meaning = format!("{} {arm}", identity(context, media));
            match arms.iter_mut().find(|(known, ..)| *known == meaning) {
                Some((_, patterns, _)) => patterns.push(pattern),
                None => arms.push((meaning, vec![pattern], arm)),
            }
        }
        let arms = arms
            .iter()
            .map(|(_, patterns, arm)| quote!(#(#patterns)|* => #arm));
        (TokenStream::new(), quote!(match #value { #(#arms)* }))
    };
    quote! {
        fn body(&self) -> Option<Body<'_>> {
            #constant
            Some(#expression)
        }
    }
}

/// What is made of one content, and the constants that this needs.
fn expression(
    context: Context<'_>,
    media: &Media,
    value: &TokenStream,
) -> (TokenStream, TokenStream) {
    let range = media.media_type.contains('*');
    let (function, usual) = match media.content {
        Content::Json(_) => (quote!(json), "application/json"),
        Content::Form(_) => (quote!(form), "application/x-www-form-urlencoded"),
        Content::Multipart(_) => (quote!(multipart), "multipart/form-data"),
        Content::Xml(_) => (quote!(xml), "application/xml"),
        Content::Text(_) => (quote!(text), "text/plain"),
        Content::Lines(_) => (quote!(lines), "application/x-ndjson"),
        Content::Bytes | Content::Events(_) => (quote!(file), "application/octet-stream"),
    };
    let mut expression = if let Content::Xml(id) = media.content {
        let root = xml::root(context, id);
        quote!(Body::xml(#value, const { &#root }))
    } else {
        quote!(Body::#function(#value))
    };
    // What a range stands for is up to the caller.
    let media_type = match (range, essence(&media.media_type).as_str()) {
        (false, _) => media.media_type.as_str(),
        (true, "text/*") if media.content == Content::Bytes => "text/plain",
        (true, _) => usual,
    };
    if media_type != usual {
        expression.extend(quote!(.media_type(#media_type)));
    }
    let mut constants = TokenStream::new();
    if !media.encodings.is_empty() {
        let encodings = media.encodings.iter();
        let form = media.content.ty();
        let encodings = encodings.map(|it| encoding(context, form, it));
        let encodings = quote!(&[#(#encodings),*]);
        constants.extend(quote!(const ENCODINGS: &[FieldEncoding] = #encodings;));
        expression.extend(quote!(.encodings(ENCODINGS)));
    }
    if let Some(id) = media.content.ty() {
        let calls = match media.content {
            Content::Lines(_) => checks::each(context, id).unwrap_or_default(),
            _ => checks::calls(context, id),
        };
        if calls.to_string().contains('&') {
            constants.extend(quote!(const RULE: Rule = rule() #calls;));
            expression.extend(quote!(.rule(RULE)));
        } else if !calls.is_empty() {
            expression.extend(quote!(.rule(rule() #calls)));
        }
    }
    (constants, expression)
}

fn encoding(context: Context<'_>, form: Option<TypeId>, encoding: &Encoding) -> TokenStream {
    let property = &encoding.property;
    let part = form.filter(|_| encoding.xml);
    let part = part.and_then(|form| context.api.part(form, property));
    let xml = part.map(|id| {
        let form = xml::part(context, id, property);
        quote!(.form(&#form))
    });
    let content_type = (encoding.content_type.as_ref()).map(|name| quote!(.content_type(#name)));
    let style = encoding.style.map(|style| {
        let style = format_ident!("{}", format!("{style:?}"));
        quote!(.style(Style::#style))
    });
    let explode = encoding.explode.map(|explode| quote!(.explode(#explode)));
    let reserved = encoding.allow_reserved.then(|| quote!(.allow_reserved()));
    let headers = encoding.headers.iter();
    let headers: Vec<TokenStream> = headers.map(|header| part_header(context, header)).collect();
    let headers = (!headers.is_empty()).then(|| quote!(.headers(&[#(#headers),*])));
    quote!(field(#property) #content_type #style #explode #reserved #xml #headers)
}

fn part_header(context: Context<'_>, header: &Header) -> TokenStream {
    let ty = rust_type(context, header.ty, Place::Elsewhere);
    let wire = &header.wire;
    let required = header.required.then(|| quote!(.required()));
    let form = super::headers::form(context, header);
    let checks = checks::calls(context, header.ty);
    quote!(part_header::<#ty>(#wire) #required #form #checks)
}
