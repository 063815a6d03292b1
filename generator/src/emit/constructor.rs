//! `new` for what is required, and a chaining setter for everything else.

use super::{Context, rust_type};
use crate::ir::{Shape, TypeId};
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

/// How the value of a type is passed in an argument of this name.
pub(super) fn passing(context: Context<'_>, name: &Name, id: TypeId) -> Passing {
    let id = context.api.resolved(id);
    let mut variants = match &context.api.ty(id).shape {
        Shape::Enum(_) | Shape::Union(_) => context.names.members(id).iter(),
        _ => [].iter(),
    };
    if rust_type::is_string(context, id) {
        Passing::IntoString
    } else if rust_type::is_converted(context, id) || variants.any(|variant| variant == name) {
        // An argument must not be called like a variant of its type (E0170), as it may be in scripts
        // without capital letters.
        Passing::Into
    } else {
        Passing::Plain
    }
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
        let method = format_ident!("with_{}", self.name.unescaped());
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

/// The constructor and the setters; `rest` is the map of all other members and the type of its
/// values. `given` names the struct of what is required, where that is too much for arguments.
pub(super) fn functions(
    given: Option<&Name>,
    arguments: &[Argument<'_>],
    rest: Option<(&Name, TokenStream)>,
) -> TokenStream {
    let given = given.filter(|_| required(arguments).count() > MOST_ARGUMENTS);
    let new = if let Some(given) = given {
        let fields = required(arguments).map(|Argument { name, ty, .. }| quote!(#name: #ty));
        quote!(fn new(required: #given { #(#fields),* });)
    } else {
        let parameters = required(arguments).map(Argument::parameter);
        quote!(fn new(#(#parameters),*);)
    };
    let setters = arguments
        .iter()
        .filter(|argument| argument.optional)
        .map(Argument::setter);
    let rest = rest.map(|(field, ty)| {
        let method = format_ident!("with_{}", field.unescaped());
        quote!(map fn #method(#field: BTreeMap<String, #ty>);)
    });
    quote!(#new #(#setters)* #rest)
}
