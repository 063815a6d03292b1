//! Choices between types.

use super::rust_type::{self, Place, rust_type};
use super::{Context, checks, docs, markdown};
use crate::facts::holds_object;
use crate::ir::{Docs, Nothing, Shape, TypeId, Union, Variant};
use crate::names::Name;
use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;
use std::collections::BTreeMap;

/// How many tags the documentation of a variant shows: a union in a union may have very many.
const MOST_TAGS: usize = 8;

pub(super) fn items(
    context: Context<'_>,
    id: TypeId,
    name: &Name,
    union: &Union,
) -> Vec<TokenStream> {
    let mut text = docs::type_docs(context, id);
    text.type_examples(context, id);
    let text = text.attributes();
    let names = context.names.members(id);
    let mut contents: Vec<(TokenStream, bool)> = Vec::new();
    for variant in &union.variants {
        let ty = rust_type(context, variant.ty, Place::Types);
        // A union may contain itself.
        let boxed = holds_object(context.api, variant.ty) || context.facts.is_boxed(id, variant.ty);
        contents.push((ty, boxed));
    }
    let variants =
        union
            .variants
            .iter()
            .zip(names)
            .zip(&contents)
            .map(|((variant, name), (ty, boxed))| {
                let text = variant_docs(context, variant).attributes();
                let held = if *boxed {
                    quote!(Box<#ty>)
                } else {
                    quote!(#ty)
                };
                let tags = union.discriminator.is_some().then(|| tags(&variant.tags));
                let optional = (variant.may_lack_tag && !variant.tags.is_empty())
                    .then(|| quote!(.optional_tag()));
                let untagged = variant.untagged.then(|| quote!(.untagged()));
                let checks = checks::calls(context, variant.ty);
                quote! {
                    #text
                    #name(#held) = choice() #tags #optional #untagged #checks
                }
            });
    let tag = union.discriminator.as_ref().map(|tag| quote!(tag = #tag;));
    let form = if union.exclusive {
        quote!(one_of)
    } else {
        quote!(any_of)
    };
    let from = conversions(context, id, union, names, &contents);
    let assertions = checks::assertions(context, id);
    let assertions = (!assertions.is_empty()).then(|| quote!(assertions = &[#(#assertions),*];));
    vec![quote! {
        #form! {
            #text
            pub enum #name {
                #(#variants,)*
            }
            #tag #assertions #from
        }
    }]
}

/// The values of the tag that select a variant.
fn tags(tags: &[Value]) -> TokenStream {
    if tags.is_empty() {
        return TokenStream::new();
    }
    let texts: Option<Vec<&str>> = tags.iter().map(Value::as_str).collect();
    if let Some(texts) = texts {
        return quote!(.tags(&[#(#texts),*]));
    }
    let texts = tags.iter().map(ToString::to_string);
    quote!(.json_tags(&[#(#texts),*]))
}

/// The variants that their content converts into: those that alone hold a value of its type. An object
/// is boxed on the way.
fn conversions(
    context: Context<'_>,
    id: TypeId,
    union: &Union,
    names: &[Name],
    contents: &[(TokenStream, bool)],
) -> TokenStream {
    let identity = |id: TypeId| rust_type::identity(context, id);
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    // Every type converts into itself, and `Unknown` may hold whatever JSON says.
    for taken in [identity(id), "Value".to_owned()] {
        count.insert(taken, 1);
    }
    for variant in &union.variants {
        *count.entry(identity(variant.ty)).or_default() += 1;
    }
    let variants = union.variants.iter().zip(names).zip(contents);
    let (mut conversions, mut text) = (Vec::new(), None);
    for ((variant, name), (ty, _)) in variants {
        if count.get(&identity(variant.ty)) == Some(&1) {
            conversions.push(quote!(#name(#ty)));
            if rust_type::is_string(context, variant.ty) {
                text = Some(quote!(text = #name;));
            }
        }
    }
    let from = (!conversions.is_empty()).then(|| quote!(from = [#(#conversions),*];));
    quote!(#from #text)
}

/// What a variant holds, in words.
fn plain(context: Context<'_>, id: TypeId) -> String {
    let id = context.api.resolved(id);
    match (&context.api.ty(id).shape, context.names.ty(id)) {
        (_, Some(name)) => format!("A [`{name}`]."),
        (Shape::Text(_), _) => "A string.".to_owned(),
        (Shape::Integer(_), _) => "A whole number.".to_owned(),
        (Shape::Number(_), _) => "A number.".to_owned(),
        (Shape::Bool, _) => "A boolean.".to_owned(),
        (Shape::List(_) | Shape::Tuple(_), _) => "An array.".to_owned(),
        (Shape::Map(_), _) => "An object.".to_owned(),
        (Shape::Nullable(inner), _) => plain(context, *inner),
        _ => "Any value.".to_owned(),
    }
}

fn variant_docs(context: Context<'_>, variant: &Variant) -> docs::Text {
    let Variant { ty: id, tags, .. } = variant;
    let resolved = context.api.resolved(*id);
    let mut text = docs::Text::default();
    text.described(&variant.docs);
    text.server_default(variant.docs.default.as_ref());
    text.examples(&variant.docs.examples);
    if context.names.ty(*id).is_none() {
        text.value(context, *id, &[], Docs::NOTHING);
        text.examples_of(&[], context, *id);
    }
    if text.is_empty() {
        let ty = &context.api.ty(resolved).docs;
        let first = ty.summary.as_ref().or(ty.description.as_ref());
        let first = first.map(|text| markdown::first_paragraph(text));
        let first = first.filter(|text| !text.is_empty());
        text.push(first.unwrap_or_else(|| plain(context, *id)));
    }
    if !tags.is_empty() {
        let mut list: Vec<String> = tags.iter().take(MOST_TAGS).map(shown).collect();
        if tags.len() > MOST_TAGS {
            list.push(format!("one of {} others", tags.len() - MOST_TAGS));
        }
        let or_not = if variant.may_lack_tag || variant.untagged {
            ", or not at all"
        } else {
            ""
        };
        text.push(format!("Tagged {}{or_not}.", list.join(" or ")));
    } else if variant.untagged {
        text.push("Not tagged.".to_owned());
    }
    text
}

/// A value of the tag as code.
fn shown(tag: &Value) -> String {
    match tag.as_str() {
        Some(text) => markdown::code(text),
        None => markdown::code(&tag.to_string()),
    }
}
