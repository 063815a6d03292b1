//! Lists of values as open enums.

use super::{Context, docs, markdown};
use crate::ir::{Enum, EnumBase, TypeId};
use crate::names::Name;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn items(
    context: Context<'_>,
    id: TypeId,
    name: &Name,
    shape: &Enum,
) -> Vec<TokenStream> {
    let text = docs::type_docs(context, id).attributes();
    let names = context.names.members(id);
    let variants = shape.values.iter().zip(names).map(|(value, name)| {
        let wire = match value.value.as_str() {
            Some(text) if shape.base == EnumBase::Text => markdown::code(text),
            _ => markdown::code(&value.value.to_string()),
        };
        let mut text = docs::Text::of(wire);
        if let Some(description) = &value.description {
            text.push(markdown::safe(description));
        }
        let text = text.attributes();
        quote! {
            #text
            #name
        }
    });
    let variants: Vec<TokenStream> = variants.collect();
    let (derive, unknown, accessor, macro_call) = match shape.base {
        EnumBase::Text => {
            let arms = shape.values.iter().zip(names).map(|(value, name)| {
                let wire = value.value.as_str().unwrap_or_default();
                quote!(Self::#name => #wire,)
            });
            let accessor = quote! {
                #[doc = " The value on the wire."]
                #[must_use]
                pub fn as_str(&self) -> &str {
                    match self {
                        #(#arms)*
                        Self::Unknown(value) => value,
                    }
                }
            };
            (
                quote!(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash),
                quote!(String),
                accessor,
                quote!(text_enum),
            )
        }
        EnumBase::Integer => {
            let arms = shape.values.iter().zip(names).map(|(value, name)| {
                let number = super::checks::whole(value.value.as_i64().unwrap_or_default().into());
                quote!(Self::#name => #number,)
            });
            let accessor = quote! {
                #[doc = " The value on the wire."]
                #[must_use]
                pub fn as_i64(&self) -> i64 {
                    match self {
                        #(#arms)*
                        Self::Unknown(value) => *value,
                    }
                }
            };
            (
                quote!(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash),
                quote!(i64),
                accessor,
                quote!(int_enum),
            )
        }
        EnumBase::Json => {
            let arms = shape.values.iter().zip(names).map(|(value, name)| {
                let text = value.value.to_string();
                quote!(Self::#name => Some(#text),)
            });
            let accessor = quote! {
                #[doc = " The value on the wire as JSON text; `None` for an unlisted one."]
                #[must_use]
                pub fn as_json(&self) -> Option<&'static str> {
                    match self {
                        #(#arms)*
                        Self::Unknown(_) => None,
                    }
                }
            };
            (
                quote!(Clone, Debug, PartialEq),
                quote!(Value),
                accessor,
                quote!(json_enum),
            )
        }
    };
    vec![
        quote! {
            #text
            #[derive(#derive)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants,)*
                #[doc = " A value that the description does not list, kept as read."]
                Unknown(#unknown),
            }
        },
        quote! {
            impl #name {
                #[doc = " The values that the description lists, in its order."]
                pub const KNOWN: &'static [Self] = &[#(Self::#names),*];

                #accessor
            }
        },
        quote!(#macro_call!(#name);),
    ]
}
