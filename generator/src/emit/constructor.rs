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

/// Which macro makes the functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Builder {
    /// That of types on the wire.
    Fields,
    /// That of operations.
    Arguments,
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

    fn setter(&self) -> TokenStream {
        let method = format_ident!("with_{}", self.name.plain());
        let parameter = self.parameter();
        quote!(fn #method(#parameter);)
    }
}

/// The parameters of a method that takes what is required and `more` besides, and the arguments to hand them on;
/// `None` when there are so many that they are better given by name.
pub(super) fn parameters(
    arguments: &[Argument<'_>],
    more: usize,
) -> Option<(Vec<TokenStream>, Vec<TokenStream>)> {
    let required: Vec<&Argument<'_>> = required(arguments).collect();
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

fn required<'a>(arguments: &'a [Argument<'a>]) -> impl Iterator<Item = &'a Argument<'a>> {
    arguments.iter().filter(|argument| !argument.optional)
}

/// What a struct derives: `Default` where nothing is required.
pub(super) fn derives(arguments: &[Argument<'_>]) -> TokenStream {
    let default = required(arguments)
        .next()
        .is_none()
        .then(|| quote!(Default,));
    quote!(#[derive(Clone, Debug, #default PartialEq)])
}

/// The constructor and the setters; `rest` is the map of all other members and the type of its
/// values.
pub(super) fn items(
    name: &Name,
    given: Option<&Name>,
    arguments: &[Argument<'_>],
    rest: Option<(&Name, TokenStream)>,
    builder: Builder,
) -> Vec<TokenStream> {
    let rest = rest.map(|(field, ty)| {
        let method = format_ident!("with_{}", field.plain());
        let text = format!(" Sets `{}`.", field.plain());
        quote! {
            #[doc = #text]
            #[must_use]
            pub fn #method(mut self, #field: BTreeMap<String, #ty>) -> Self {
                self.#field = #field;
                self
            }
        }
    });
    let setters = arguments
        .iter()
        .filter(|argument| argument.optional)
        .map(Argument::setter);
    let given = given.filter(|_| required(arguments).count() > MOST_ARGUMENTS);
    let Some(given) = given else {
        let parameters = required(arguments).map(Argument::parameter);
        let functions = quote!(fn new(#(#parameters),*); #(#setters)*);
        let functions = match builder {
            Builder::Fields => quote!(fields! { #functions }),
            Builder::Arguments => quote!(arguments! { #functions }),
        };
        return vec![quote!(impl #name { #functions #rest })];
    };
    let setters: Vec<TokenStream> = setters.collect();
    let setters = (!setters.is_empty()).then(|| quote!(setters! { #(#setters)* }));
    vec![
        required_struct(name, given, arguments),
        quote!(impl #name { #setters #rest }),
        from_required(name, given, arguments, builder),
    ]
}

/// What a value cannot do without, by name.
fn required_struct(name: &Name, given: &Name, arguments: &[Argument<'_>]) -> TokenStream {
    let fields = required(arguments).map(
        |Argument {
             name: field, ty, ..
         }| {
            let text = format!(" See [`{name}::{}`].", field.plain());
            quote!(#[doc = #text] pub #field: #ty)
        },
    );
    let text = format!(" What a [`{name}`] cannot do without.");
    quote! {
        #[doc = #text]
        #[derive(Clone, Debug, PartialEq)]
        pub struct #given {
            #(#fields,)*
        }
    }
}

fn from_required(
    name: &Name,
    given: &Name,
    arguments: &[Argument<'_>],
    builder: Builder,
) -> TokenStream {
    let body = match builder {
        Builder::Fields => {
            let fields = required(arguments).map(|argument| argument.name);
            quote! {
                let mut value: Self = Wire::blank();
                #(value.#fields = required.#fields;)*
                value
            }
        }
        Builder::Arguments => {
            let fields = arguments.iter().map(|Argument { name, optional, .. }| {
                if *optional {
                    quote!(#name: None)
                } else {
                    quote!(#name: required.#name)
                }
            });
            quote!(Self { #(#fields),* })
        }
    };
    quote! {
        impl #name {
            #[doc = " Makes a value from what is required; everything else is unset."]
            #[must_use]
            pub fn new(required: #given) -> Self {
                #body
            }
        }
    }
}
