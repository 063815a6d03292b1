//! Lists of values as open enums.

use super::checks::whole;
use super::{Context, docs, markdown};
use crate::ir::{Enum, EnumBase, TypeId};
use crate::names::Name;
use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

/// More values than this are looked up in a table: a `match` would be a very long function.
const MOST_ARMS: usize = 90;

/// What differs between enums of strings, of integers and of anything.
struct Form {
    derives: TokenStream,
    /// What an unlisted value holds.
    held: TokenStream,
    docs: &'static str,
    accessor: TokenStream,
    /// What the accessor returns, as part of a function and of a constant.
    returned: (TokenStream, TokenStream),
    /// The pattern of an unlisted value and what is returned for it.
    unknown: (TokenStream, TokenStream),
    /// What is returned for a value that cannot occur.
    never: TokenStream,
    macro_name: TokenStream,
}

pub(super) fn items(
    context: Context<'_>,
    id: TypeId,
    name: &Name,
    shape: &Enum,
) -> Vec<TokenStream> {
    let form = form(shape.base);
    let names = context.names.members(id);
    let variants = shape.values.iter().zip(names).map(|(value, name)| {
        let text = match value.value.as_str() {
            Some(text) if shape.base == EnumBase::Text => markdown::code(text),
            _ => markdown::code(&value.value.to_string()),
        };
        let mut text = docs::Text::of(text);
        if let Some(description) = &value.description {
            text.push(markdown::safe(description));
        }
        let text = text.attributes();
        quote!(#text #name)
    });
    let variants: Vec<TokenStream> = variants.collect();
    let accessor = accessor(&form, shape, names);
    let text = docs::type_docs(context, id).attributes();
    let Form {
        derives,
        held,
        macro_name,
        ..
    } = form;
    vec![
        quote! {
            #text
            #[derive(#derives)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants,)*
                #[doc = " A value that the description does not list, kept as read."]
                Unknown(#held),
            }
        },
        quote! {
            impl #name {
                #[doc = " The values that the description lists, in its order."]
                pub const KNOWN: &'static [Self] = &[#(Self::#names),*];
                #accessor
            }
        },
        quote!(#macro_name!(#name);),
    ]
}

fn form(base: EnumBase) -> Form {
    let wire = " The value on the wire.";
    match base {
        EnumBase::Text => Form {
            derives: quote!(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash),
            held: quote!(String),
            docs: wire,
            accessor: quote!(as_str),
            returned: (quote!(&str), quote!(&'static str)),
            unknown: (quote!(value), quote!(value)),
            never: quote!(""),
            macro_name: quote!(text_enum),
        },
        EnumBase::Integer => Form {
            derives: quote!(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash),
            held: quote!(i64),
            docs: wire,
            accessor: quote!(as_i64),
            returned: (quote!(i64), quote!(i64)),
            unknown: (quote!(value), quote!(*value)),
            never: quote!(0),
            macro_name: quote!(int_enum),
        },
        EnumBase::Json => Form {
            derives: quote!(Clone, Debug, PartialEq),
            held: quote!(Value),
            docs: " The value on the wire as JSON text; `None` for an unlisted one.",
            accessor: quote!(as_json),
            returned: (quote!(Option<&'static str>), quote!(Option<&'static str>)),
            unknown: (quote!(_), quote!(None)),
            never: quote!(None),
            macro_name: quote!(json_enum),
        },
    }
}

fn accessor(form: &Form, shape: &Enum, names: &[Name]) -> TokenStream {
    let listed = |value: &Value| match shape.base {
        EnumBase::Text => {
            let text = value.as_str().unwrap_or_default();
            quote!(#text)
        }
        EnumBase::Integer => whole(value.as_i64().unwrap_or_default().into()),
        EnumBase::Json => {
            let text = value.to_string();
            quote!(Some(#text))
        }
    };
    let Form {
        docs,
        accessor,
        unknown: (pattern, unknown),
        never,
        ..
    } = form;
    let (returned, constant) = &form.returned;
    if shape.values.len() > MOST_ARMS {
        let values = shape.values.iter().map(|value| listed(&value.value));
        return quote! {
            #[doc = " The values on the wire, in the order of `KNOWN`."]
            const WIRE: &'static [#constant] = &[#(#values),*];

            #[doc = #docs]
            #[must_use]
            pub fn #accessor(&self) -> #returned {
                if let Self::Unknown(#pattern) = self {
                    return #unknown;
                }
                let index = Self::KNOWN.iter().position(|known| known == self);
                index.map_or(#never, |index| Self::WIRE[index])
            }
        };
    }
    let arms = shape.values.iter().zip(names).map(|(value, name)| {
        let value = listed(&value.value);
        quote!(Self::#name => #value,)
    });
    quote! {
        #[doc = #docs]
        #[must_use]
        pub fn #accessor(&self) -> #returned {
            match self {
                #(#arms)*
                Self::Unknown(#pattern) => #unknown,
            }
        }
    }
}
