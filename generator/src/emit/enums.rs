//! Lists of values as open enums.

use super::checks::whole;
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
    let variants = shape
        .values
        .iter()
        .zip(context.names.members(id))
        .map(|(value, name)| {
            let (wire, shown) = match shape.base {
                EnumBase::Text => text(value.value.as_str().unwrap_or_default()),
                EnumBase::Integer => {
                    let value = value.value.as_i64().unwrap_or_default();
                    (whole(value.into()), None)
                }
                EnumBase::Json => text(&value.value.to_string()),
            };
            let mut text = docs::Text::default();
            if let Some(shown) = shown {
                text.push(shown);
            } else if value.description.is_some() {
                text.push(String::new());
            }
            if let Some(description) = &value.description {
                text.push(markdown::safe(description));
            }
            let text = text.attributes();
            quote!(#text #name = #wire)
        });
    let mut text = docs::type_docs(context, id);
    if shape.open {
        let words = "Other values are allowed as well";
        text.push(match &shape.others {
            Some(others) => markdown::headed(words, &markdown::safe(others)),
            None => format!("{words}."),
        });
    }
    text.type_examples(context, id);
    let text = text.attributes();
    let form = match shape.base {
        EnumBase::Text if shape.open => quote!(open_enum),
        EnumBase::Text => quote!(text_enum),
        EnumBase::Integer => quote!(int_enum),
        EnumBase::Json => quote!(json_enum),
    };
    vec![quote! {
        #form! {
            #text
            pub enum #name {
                #(#variants,)*
            }
        }
    }]
}

/// A value as it stands in the table, and its documentation where the table cannot show it.
fn text(value: &str) -> (TokenStream, Option<String>) {
    if value.is_empty() || value.contains('`') || markdown::visible(value) != value {
        (quote!((#value)), Some(markdown::code(value)))
    } else {
        (quote!(#value), None)
    }
}
