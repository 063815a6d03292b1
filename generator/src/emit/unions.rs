//! Choices between types.

use super::rust_type::{Place, rust_type};
use super::{Context, docs, markdown};
use crate::facts::{is_object, resolved};
use crate::ir::{Shape, TypeId, Union};
use crate::names::Name;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn items(
    context: Context<'_>,
    id: TypeId,
    name: &Name,
    union: &Union,
) -> Vec<TokenStream> {
    let text = docs::type_docs(context, id).attributes();
    let names = context.names.members(id);
    let mut contents: Vec<(TokenStream, bool)> = Vec::new();
    for variant in &union.variants {
        let ty = rust_type(context, variant.ty, Place::Types);
        // A union may contain itself.
        let boxed = is_object(context.api, variant.ty) || context.facts.is_boxed(id, variant.ty);
        contents.push((ty, boxed));
    }
    let variants =
        union
            .variants
            .iter()
            .zip(names)
            .zip(&contents)
            .map(|((variant, name), (ty, boxed))| {
                let text = variant_docs(context, variant.ty, &variant.tags).attributes();
                let held = if *boxed {
                    quote!(Box<#ty>)
                } else {
                    quote!(#ty)
                };
                quote! {
                    #text
                    #name(#held)
                }
            });
    let choices = union.variants.iter().zip(names).map(|(variant, name)| {
        let label = name.plain();
        let tags = &variant.tags;
        let tags = (union.discriminator.is_some() && !tags.is_empty())
            .then(|| quote!(.tags(&[#(#tags),*])));
        quote!(choice(#label) #tags)
    });
    let tag = union
        .discriminator
        .as_ref()
        .map(|tag| quote!(const TAG: Option<&'static str> = Some(#tag);));
    let exclusive = (!union.exclusive).then(|| {
        quote!(
            const EXCLUSIVE: bool = false;
        )
    });
    let mut items = vec![
        quote! {
            #text
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants,)*
                #[doc = " A value that fits no variant, kept as read."]
                Unknown(Value),
            }
        },
        quote! {
            impl Union for #name {
                const VARIANTS: &'static [Choice] = &[#(#choices),*];
                #tag
                #exclusive
            }
        },
        quote!(variants!(#name: #(#names),*);),
    ];
    for (index, (variant, name_of_variant)) in union.variants.iter().zip(names).enumerate() {
        let ty = &contents[index].0;
        let text = ty.to_string();
        let unique = contents
            .iter()
            .enumerate()
            .all(|(other, (ty, _))| other == index || ty.to_string() != text);
        // A named object is boxed, so that the conversion saves the caller a `Box::new`.
        if unique && context.names.ty(variant.ty).is_some() && is_object(context.api, variant.ty) {
            items.push(quote! {
                impl From<#ty> for #name {
                    fn from(value: #ty) -> Self {
                        Self::#name_of_variant(Box::new(value))
                    }
                }
            });
        }
    }
    items
}

/// What a variant holds, in words.
fn plain(context: Context<'_>, id: TypeId) -> String {
    let id = resolved(context.api, id);
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

fn variant_docs(context: Context<'_>, id: TypeId, tags: &[String]) -> docs::Text {
    let ty = &context.api.ty(resolved(context.api, id)).docs;
    let first = ty.summary.as_ref().or(ty.description.as_ref());
    let first = first
        .map(|text| markdown::first_paragraph(text))
        .filter(|text| !text.is_empty());
    let mut text = docs::Text::of(first.unwrap_or_else(|| plain(context, id)));
    if !tags.is_empty() {
        let tags: Vec<String> = tags.iter().map(|tag| markdown::code(tag)).collect();
        text.push(format!("Tagged {}.", tags.join(" or ")));
    }
    text
}
