//! `new` for what is required, and a chaining setter for everything else.

use crate::names::{MOST_ARGUMENTS, Name};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// One field of a struct that callers fill in.
pub(super) struct Argument<'a> {
    pub(super) name: &'a Name,
    /// The type of its value, without the `Option` of an optional one.
    pub(super) ty: TokenStream,
    pub(super) passing: Passing,
    pub(super) optional: bool,
    pub(super) settable: bool,
}

/// How a value is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Passing {
    /// As it is.
    Plain,
    /// A `String`, for which `&str` will do.
    IntoString,
    /// A wrapper that its content converts into.
    Into,
}

impl Argument<'_> {
    fn parameter(&self) -> TokenStream {
        let Self { name, ty, .. } = self;
        match self.passing {
            Passing::Plain => quote!(#name: #ty),
            Passing::IntoString => quote!(#name: impl Into<String>),
            Passing::Into => quote!(#name: impl Into<#ty>),
        }
    }

    fn value(&self) -> TokenStream {
        let name = self.name;
        if self.passing == Passing::Plain {
            quote!(#name)
        } else {
            quote!(#name.into())
        }
    }

    fn init(&self) -> TokenStream {
        let name = self.name;
        if self.passing == Passing::Plain {
            quote!(#name)
        } else {
            quote!(#name: #name.into())
        }
    }

    fn setter(&self) -> TokenStream {
        let name = self.name;
        let text = format!(" Sets `{}`.", name.plain());
        let method = format_ident!("with_{}", name.plain());
        let (parameter, value) = (self.parameter(), self.value());
        quote! {
            #[doc = #text]
            #[must_use]
            pub fn #method(mut self, #parameter) -> Self {
                self.#name = Some(#value);
                self
            }
        }
    }
}

/// The parameters of a method that takes what is required and `more` besides, and the arguments to hand them on;
/// `None` when there are so many that they are better given by name.
pub(super) fn parameters(
    arguments: &[Argument<'_>],
    more: usize,
) -> Option<(Vec<TokenStream>, Vec<TokenStream>)> {
    let required: Vec<&Argument<'_>> = arguments
        .iter()
        .filter(|argument| !argument.optional)
        .collect();
    if required.len() + more >= MOST_ARGUMENTS {
        return None;
    }
    let names = required.iter().map(|argument| {
        let name = argument.name;
        quote!(#name)
    });
    Some((
        required
            .iter()
            .map(|argument| argument.parameter())
            .collect(),
        names.collect(),
    ))
}

/// What a struct derives: `Default` where nothing is required, which `new` then uses.
pub(super) fn derives(arguments: &[Argument<'_>]) -> TokenStream {
    let default = arguments
        .iter()
        .all(|argument| argument.optional)
        .then(|| quote!(Default,));
    quote!(#[derive(Clone, Debug, #default PartialEq)])
}

/// The constructor and the setters; `blank` fills the fields that are not named.
pub(super) fn items(
    name: &Name,
    given: Option<&Name>,
    arguments: &[Argument<'_>],
    blank: Option<&TokenStream>,
) -> Vec<TokenStream> {
    let required: Vec<&Argument<'_>> = arguments
        .iter()
        .filter(|argument| !argument.optional)
        .collect();
    let unset = arguments
        .iter()
        .filter(|argument| argument.optional && blank.is_none())
        .map(|argument| {
            let name = argument.name;
            quote!(#name: None)
        });
    let mut items = Vec::new();
    let new = if let Some(given) = given.filter(|_| required.len() > MOST_ARGUMENTS) {
        let fields = required.iter().map(
            |Argument {
                 name: field, ty, ..
             }| {
                let text = format!(" See [`{name}::{}`].", field.plain());
                quote!(#[doc = #text] pub #field: #ty)
            },
        );
        let text = format!(" What a [`{name}`] cannot do without.");
        items.push(quote! {
            #[doc = #text]
            #[derive(Clone, Debug, PartialEq)]
            pub struct #given {
                #(#fields,)*
            }
        });
        let inits = required
            .iter()
            .map(|Argument { name, .. }| quote!(#name: required.#name))
            .chain(unset);
        quote! {
            #[doc = " Makes a value from what is required; everything else is unset."]
            #[must_use]
            pub fn new(required: #given) -> Self {
                Self { #(#inits,)* #blank }
            }
        }
    } else {
        let parameters = required.iter().map(|argument| argument.parameter());
        let inits: Vec<TokenStream> = required
            .iter()
            .map(|argument| argument.init())
            .chain(unset)
            .collect();
        let (text, body) = match (required.is_empty(), blank) {
            (true, _) => (
                " Makes a value in which everything is unset.",
                quote!(Self::default()),
            ),
            (false, None) => (
                " Makes a value from what is required.",
                quote!(Self { #(#inits),* }),
            ),
            (false, Some(blank)) => {
                let text = " Makes a value from what is required; everything else is unset.";
                (text, quote!(Self { #(#inits,)* #blank }))
            }
        };
        quote! {
            #[doc = #text]
            #[must_use]
            pub fn new(#(#parameters),*) -> Self {
                #body
            }
        }
    };
    let setters = arguments
        .iter()
        .filter(|argument| argument.optional && argument.settable)
        .map(Argument::setter);
    items.push(quote! {
        impl #name {
            #new
            #(#setters)*
        }
    });
    items
}
