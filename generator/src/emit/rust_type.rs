//! The Rust type of a schema.

use super::Context;
use crate::format::Format;
use crate::ir::{Bound, Integer, Number, Shape, Text, TypeId};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// Where a type is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In `types.rs`.
    Types,
    /// Elsewhere: types are named through their module.
    Elsewhere,
}

/// The type by its name, or spelt out where it has none.
pub(super) fn rust_type(context: Context<'_>, id: TypeId, place: Place) -> TokenStream {
    match context.names.ty(id) {
        Some(name) if place == Place::Types => quote!(#name),
        Some(name) => quote!(types::#name),
        None => spelt(context, id, place),
    }
}

/// What a named schema that needs no type of its own stands for.
pub(super) fn unnamed(context: Context<'_>, id: TypeId) -> TokenStream {
    spelt(context, id, Place::Types)
}

fn spelt(context: Context<'_>, id: TypeId, place: Place) -> TokenStream {
    // Rust has no alias that contains itself.
    if context.facts.is_endless(id) {
        return quote!(Value);
    }
    match &context.api.ty(id).shape {
        Shape::Bool => quote!(bool),
        Shape::Integer(integer) => whole_number(integer),
        Shape::Number(number) if !is_exact(number) => quote!(f64),
        Shape::Number(_) => of_runtime(context, "Number", place),
        Shape::Text(text) => of_runtime(
            context,
            special(context, id, text).unwrap_or("String"),
            place,
        ),
        Shape::Alias(to) => rust_type(context, *to, place),
        Shape::Nullable(inner) => {
            let inner = rust_type(context, *inner, place);
            quote!(Nullable<#inner>)
        }
        Shape::List(list) => {
            let items = rust_type(context, list.items, place);
            quote!(Vec<#items>)
        }
        Shape::Map(map) => {
            let values = rust_type(context, map.values, place);
            quote!(BTreeMap<String, #values>)
        }
        Shape::Never => of_runtime(context, "Never", place),
        Shape::Any | Shape::Null | Shape::Tuple(_) => quote!(Value),
        Shape::Enum(_) | Shape::Struct(_) | Shape::Union(_) => {
            unreachable!("objects, enums and unions have names")
        }
    }
}

/// A type that is not made of a schema.
fn of_runtime(context: Context<'_>, name: &str, place: Place) -> TokenStream {
    let ident = format_ident!("{name}");
    // A schema may have the name of a type of the runtime.
    if place == Place::Types && context.names.type_named(name).is_some() {
        quote!(crate::runtime::#ident)
    } else {
        quote!(#ident)
    }
}

/// The type of strings that are more than text: files, bytes in base64, secrets.
fn special(context: Context<'_>, id: TypeId, text: &Text) -> Option<&'static str> {
    match text.format.as_deref() {
        Some("binary") if context.facts.is_file(id) => Some("File"),
        Some("byte") => Some("Base64"),
        Some("password") => Some("Secret"),
        _ => None,
    }
}

/// The type of a part of `whole`, boxed where the two contain each other.
pub(super) fn part(context: Context<'_>, whole: TypeId, id: TypeId) -> TokenStream {
    if !context.facts.is_boxed(whole, id) {
        return rust_type(context, id, Place::Types);
    }
    if let Shape::Nullable(inner) = context.api.ty(id).shape {
        let inner = rust_type(context, inner, Place::Types);
        return quote!(Nullable<Box<#inner>>);
    }
    let inner = rust_type(context, id, Place::Types);
    quote!(Box<#inner>)
}

/// A text that types have in common which Rust takes for the same, whatever alias names them.
pub(super) fn identity(context: Context<'_>, id: TypeId) -> String {
    let id = context.api.resolved(id);
    if context.facts.is_endless(id) {
        return "Value".to_owned();
    }
    match &context.api.ty(id).shape {
        Shape::Nullable(inner) => format!("Nullable<{}>", identity(context, *inner)),
        Shape::List(list) => format!("Vec<{}>", identity(context, list.items)),
        Shape::Map(map) => format!("BTreeMap<{}>", identity(context, map.values)),
        Shape::Enum(_) | Shape::Struct(_) | Shape::Union(_) => {
            rust_type(context, context.same.item(id), Place::Types).to_string()
        }
        _ => spelt(context, id, Place::Types).to_string(),
    }
}

/// The narrowest of the usual types that holds the format's and the bounds' range.
fn whole_number(integer: &Integer) -> TokenStream {
    let (low, high) = match format_range(integer) {
        Some((0, high)) if high <= i128::from(u32::MAX) => (0, i128::from(u32::MAX)),
        Some((0, _)) => (0, i128::from(u64::MAX)),
        Some((_, high)) if high <= i128::from(i32::MAX) => (i32::MIN.into(), i32::MAX.into()),
        Some((low, high)) if high > i128::from(u64::MAX) => (low, high),
        _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
    };
    let minimum = integer.minimum.map(|bound| bound.value);
    let maximum = integer.maximum.map(|bound| bound.value);
    // A bound beyond the format's range widens it; one within leaves the type as it is, so that a
    // changed bound does not change the type.
    let above = |bound: i128| match bound {
        bound if bound <= high => high,
        bound if bound <= i128::from(i64::MAX) => i64::MAX.into(),
        bound if bound <= i128::from(u64::MAX) => u64::MAX.into(),
        _ => i128::MAX,
    };
    let high = maximum.or(minimum).map_or(high, above);
    let low = minimum.or(maximum).map_or(low, |bound| bound.min(low));
    let low = if high > i128::from(i64::MAX) {
        minimum.unwrap_or(low)
    } else {
        low
    };
    let holds = |min: i128, max: i128| low >= min && high <= max;
    if holds(i32::MIN.into(), i32::MAX.into()) {
        quote!(i32)
    } else if holds(0, u32::MAX.into()) {
        quote!(u32)
    } else if holds(i64::MIN.into(), i64::MAX.into()) {
        quote!(i64)
    } else if holds(0, u64::MAX.into()) {
        quote!(u64)
    } else {
        quote!(i128)
    }
}

fn format_range(integer: &Integer) -> Option<(i128, i128)> {
    match Format::named(integer.format.as_deref()?)? {
        Format::Integer(low, high) => Some((low, high)),
        _ => None,
    }
}

/// Whether the format of whole numbers allows less than their type, and no bound contradicts it.
pub(super) fn is_within_format(integer: &Integer) -> bool {
    let Some((low, high)) = format_range(integer) else {
        return false;
    };
    let is_narrow = low > i128::from(i32::MIN) && high < i128::from(u32::MAX);
    let is_inside =
        |bound: Option<Bound<i128>>| bound.is_none_or(|bound| (low..=high).contains(&bound.value));
    is_narrow && is_inside(integer.minimum) && is_inside(integer.maximum)
}

/// Whether values are strings without a name of their own, for which callers may pass `&str`.
pub(super) fn is_string(context: Context<'_>, id: TypeId) -> bool {
    let id = context.api.resolved(id);
    match &context.api.ty(id).shape {
        Shape::Text(text) => special(context, id, text).is_none(),
        _ => false,
    }
}

/// Whether every digit counts.
pub(super) fn is_exact(number: &Number) -> bool {
    let format = number.format.as_deref().and_then(Format::named);
    format == Some(Format::Decimal)
}

/// Whether values are of a type that simpler ones convert into.
pub(super) fn is_converted(context: Context<'_>, id: TypeId) -> bool {
    let id = context.api.resolved(id);
    match &context.api.ty(id).shape {
        Shape::Text(text) => special(context, id, text).is_some(),
        Shape::Nullable(_) | Shape::Union(_) => true,
        Shape::Enum(shape) => shape.open,
        Shape::Number(number) => is_exact(number),
        _ => false,
    }
}
