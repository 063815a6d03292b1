//! Constraints: as calls in the tables, and as words in the docs.

use super::{Context, rust_type};
use crate::format::Format;
use crate::ir::{Bound, Condition, Number, Schema, Shape, Struct, Text, TypeId};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

/// The calls that add a type's constraints to a member or a rule; empty when it has none, or
/// checks them itself.
pub(super) fn calls(context: Context<'_>, id: TypeId) -> TokenStream {
    if context.facts.is_endless(id) {
        return TokenStream::new();
    }
    let mut calls = shape_calls(context, id);
    let assertions = inherited(context, id);
    if !assertions.is_empty() {
        calls.extend(quote!(.assertions(&[#(#assertions),*])));
    }
    calls
}

/// The assertions of a type that does not check them itself, and of those that it is an alias of.
fn inherited(context: Context<'_>, id: TypeId) -> Vec<TokenStream> {
    let ty = context.api.ty(id);
    if matches!(ty.shape, Shape::Struct(_) | Shape::Union(_)) {
        return Vec::new();
    }
    let mut assertions = self::assertions(context, id);
    match ty.shape {
        Shape::Alias(to) | Shape::Nullable(to) => assertions.extend(inherited(context, to)),
        Shape::Never => {
            assertions.push(quote!(assertion(
                "a schema that no value fits",
                schema().never()
            )));
        }
        _ => {}
    }
    assertions
}

/// The assertions of a type itself.
pub(super) fn assertions(context: Context<'_>, id: TypeId) -> Vec<TokenStream> {
    let assertions = context.api.ty(id).assertions.iter();
    assertions
        .map(|assertion| {
            let (shown, schema) = (&assertion.shown, schema(&assertion.schema));
            quote!(assertion(#shown, #schema))
        })
        .collect()
}

/// A schema for checking alone.
fn schema(it: &Schema) -> TokenStream {
    let mut calls = TokenStream::new();
    if !it.types.is_empty() {
        let types = &it.types;
        calls.extend(quote!(.types(&[#(#types),*])));
    }
    if !it.values.is_empty() {
        let values = it.values.iter().map(ToString::to_string);
        calls.extend(quote!(.values(&[#(#values),*])));
    }
    let (number, text) = (number_calls(&it.number), text_calls(&it.text));
    let format = format_call(it.text.format.as_deref());
    if !number.is_empty() || !text.is_empty() || format.is_some() {
        calls.extend(quote!(.scalar(rule() #number #text #format)));
    }
    for (name, (min, max)) in [("items", it.items), ("members", it.members)] {
        if min.is_some() || max.is_some() {
            let name = format_ident!("{name}");
            let min = whole(min.unwrap_or(0).into());
            let max = max.map_or_else(|| quote!(u64::MAX), |max| whole(max.into()));
            calls.extend(quote!(.#name(#min, #max)));
        }
    }
    if it.unique {
        calls.extend(quote!(.unique_items()));
    }
    if !it.required.is_empty() {
        let names = &it.required;
        calls.extend(quote!(.required(&[#(#names),*])));
    }
    if !it.properties.is_empty() {
        let properties = it.properties.iter().map(|(name, it)| {
            let schema = schema(it);
            quote!((#name, #schema))
        });
        calls.extend(quote!(.properties(&[#(#properties),*])));
    }
    for (name, inner) in [
        ("each", &it.each),
        ("additional", &it.additional),
        ("not", &it.not),
    ] {
        if let Some(inner) = inner {
            let (name, inner) = (format_ident!("{name}"), schema(inner));
            calls.extend(quote!(.#name(&#inner)));
        }
    }
    for (name, members) in [
        ("all_of", &it.all_of),
        ("any_of", &it.any_of),
        ("one_of", &it.one_of),
    ] {
        if !members.is_empty() {
            let name = format_ident!("{name}");
            let members = members.iter().map(schema);
            calls.extend(quote!(.#name(&[#(#members),*])));
        }
    }
    if it.never {
        calls.extend(quote!(.never()));
    }
    quote!(schema() #calls)
}

fn shape_calls(context: Context<'_>, id: TypeId) -> TokenStream {
    let shape = &context.api.ty(id).shape;
    match shape {
        Shape::Alias(to) | Shape::Nullable(to) if !context.facts.is_endless(*to) => {
            shape_calls(context, *to)
        }
        Shape::Integer(integer) => {
            let mut calls = match (&integer.minimum, &integer.maximum) {
                (
                    Some(Bound {
                        value: low,
                        exclusive: false,
                    }),
                    Some(Bound {
                        value: high,
                        exclusive: false,
                    }),
                ) => {
                    let (low, high) = (whole(*low), whole(*high));
                    quote!(.range(#low, #high))
                }
                (low, high) => {
                    let low = low.map(|bound| {
                        let value = whole(bound.value);
                        if bound.exclusive {
                            quote!(.exclusive_minimum(#value))
                        } else {
                            quote!(.minimum(#value))
                        }
                    });
                    let high = high.map(|bound| {
                        let value = whole(bound.value);
                        if bound.exclusive {
                            quote!(.exclusive_maximum(#value))
                        } else {
                            quote!(.maximum(#value))
                        }
                    });
                    quote!(#low #high)
                }
            };
            if let Some(step) = integer.multiple_of {
                let step = whole(step);
                calls.extend(quote!(.multiple_of(#step)));
            }
            calls.extend(format_call(checked_format(shape)));
            calls
        }
        Shape::Number(number) => {
            let mut calls = number_calls(number);
            calls.extend(format_call(checked_format(shape)));
            calls
        }
        Shape::Text(text) => {
            let mut calls = text_calls(text);
            calls.extend(format_call(checked_format(shape)));
            calls
        }
        Shape::List(list) => {
            let min = list.min_items.map(|size| call("min_items", size));
            let max = list.max_items.map(|size| call("max_items", size));
            let unique = list.unique.then(|| quote!(.unique_items()));
            let each = each(context, list.items);
            quote!(#min #max #unique #each)
        }
        Shape::Map(map) => {
            let min = map.min_properties.map(|size| call("min_properties", size));
            let max = map.max_properties.map(|size| call("max_properties", size));
            let each = each(context, map.values);
            quote!(#min #max #each)
        }
        Shape::Null => quote!(.assertions(&[assertion("type: null", schema().types(&["null"]))])),
        Shape::Alias(_)
        | Shape::Nullable(_)
        | Shape::Any
        | Shape::Never
        | Shape::Bool
        | Shape::Enum(_)
        | Shape::Struct(_)
        | Shape::Union(_)
        | Shape::Tuple(_) => TokenStream::new(),
    }
}

fn number_calls(number: &Number) -> TokenStream {
    let mut calls = TokenStream::new();
    if let Some(bound) = number.minimum {
        let value = float(bound.value);
        calls.extend(if bound.exclusive {
            quote!(.number_exclusive_minimum(#value))
        } else {
            quote!(.number_minimum(#value))
        });
    }
    if let Some(bound) = number.maximum {
        let value = float(bound.value);
        calls.extend(if bound.exclusive {
            quote!(.number_exclusive_maximum(#value))
        } else {
            quote!(.number_maximum(#value))
        });
    }
    if let Some(step) = number.multiple_of {
        let step = float(step);
        calls.extend(quote!(.number_multiple_of(#step)));
    }
    calls
}

fn text_calls(text: &Text) -> TokenStream {
    let min = text.min_length.map(|size| call("min_length", size));
    let max = text.max_length.map(|size| call("max_length", size));
    let pattern = text
        .pattern
        .as_ref()
        .map(|pattern| quote!(.pattern(#pattern)));
    quote!(#min #max #pattern)
}

pub(super) fn each(context: Context<'_>, id: TypeId) -> Option<TokenStream> {
    let calls = calls(context, id);
    (!calls.is_empty()).then(|| quote!(.each(&rule() #calls)))
}

/// The rules of an object as a whole, when it has any.
pub(super) fn object_rules(
    context: Context<'_>,
    id: TypeId,
    object: &Struct,
) -> Option<TokenStream> {
    let mut calls = TokenStream::new();
    calls.extend(
        object
            .min_properties
            .map(|size| call("min_properties", size)),
    );
    calls.extend(
        object
            .max_properties
            .map(|size| call("max_properties", size)),
    );
    if !object.conditions.is_empty() {
        let conditions = object.conditions.iter().map(condition);
        calls.extend(quote!(.conditions(&[#(#conditions),*])));
    }
    if !object.read_only.is_empty() {
        let names = &object.read_only;
        calls.extend(quote!(.read_only(&[#(#names),*])));
    }
    let assertions = assertions(context, id);
    if !assertions.is_empty() {
        calls.extend(quote!(.assertions(&[#(#assertions),*])));
    }
    (!calls.is_empty()).then(|| quote!(object_rules() #calls))
}

fn condition(condition: &Condition) -> TokenStream {
    let branches = condition.branches.iter().map(|branch| {
        let when = (!branch.values.is_empty()).then(|| {
            let members = branch
                .values
                .iter()
                .map(|(name, values)| member_is(name, values));
            quote!(.when(&[#(#members),*]))
        });
        let requires = (!branch.required.is_empty()).then(|| {
            let names = &branch.required;
            quote!(.requires(&[#(#names),*]))
        });
        quote!(branch() #when #requires)
    });
    if condition.exclusive {
        quote!(one_of(&[#(#branches),*]))
    } else {
        quote!(any_of(&[#(#branches),*]))
    }
}

fn member_is(name: &str, values: &[Value]) -> TokenStream {
    let texts: Option<Vec<&str>> = values.iter().map(Value::as_str).collect();
    if let Some(texts) = texts {
        return quote!(is(#name, &[#(#texts),*]));
    }
    let texts = values.iter().map(ToString::to_string);
    quote!(is_json(#name, &[#(#texts),*]))
}

fn call(name: &str, size: u64) -> TokenStream {
    let name = proc_macro2::Ident::new(name, proc_macro2::Span::call_site());
    let size = whole(size.into());
    quote!(.#name(#size))
}

/// The format that is stated as a rule: one that says more than the type does.
fn checked_format(shape: &Shape) -> Option<&str> {
    let name = written_format(shape)?;
    let is_checked = match (shape, Format::named(name)?) {
        (Shape::Integer(integer), Format::Integer(..)) => rust_type::is_within_format(integer),
        (Shape::Number(_), format) => matches!(format, Format::Integer(..) | Format::Float),
        // That is checked by its type.
        (Shape::Text(_), _) => name != "byte",
        _ => false,
    };
    is_checked.then_some(name)
}

fn format_call(name: Option<&str>) -> Option<TokenStream> {
    let name = name.filter(|name| Format::named(name).is_some())?;
    Some(quote!(.format(#name)))
}

fn written_format(shape: &Shape) -> Option<&str> {
    match shape {
        Shape::Text(text) => text.format.as_deref(),
        Shape::Integer(integer) => integer.format.as_deref(),
        Shape::Number(number) => number.format.as_deref(),
        _ => None,
    }
}

/// The format, where it is not all in the type.
pub(super) fn format(shape: &Shape) -> Option<&str> {
    let name = written_format(shape)?;
    let is_number = matches!(shape, Shape::Integer(_) | Shape::Number(_));
    let is_type = is_number && Format::named(name).is_some_and(Format::is_numeric);
    let repeats = match shape {
        Shape::Integer(_) => name.eq_ignore_ascii_case("integer"),
        Shape::Number(_) => name.eq_ignore_ascii_case("number"),
        _ => name.eq_ignore_ascii_case("string"),
    };
    Some(name).filter(|_| !repeats && (!is_type || checked_format(shape).is_some()))
}

/// The format, where neither the type nor a rule says it.
pub(super) fn unchecked_format(shape: &Shape) -> Option<&str> {
    format(shape).filter(|_| checked_format(shape).is_none())
}

/// The constraints in the words of the description.
pub(super) fn words(shape: &Shape) -> Vec<String> {
    let mut words = Vec::new();
    let mut say = |keyword: &str, value: Option<String>| {
        words.extend(value.map(|value| format!("`{keyword}: {value}`")));
    };
    match shape {
        Shape::Integer(it) => {
            say("minimum", bound(it.minimum, false));
            say("exclusiveMinimum", bound(it.minimum, true));
            say("maximum", bound(it.maximum, false));
            say("exclusiveMaximum", bound(it.maximum, true));
            say("multipleOf", it.multiple_of.map(|step| step.to_string()));
        }
        Shape::Number(it) => {
            say("minimum", bound(it.minimum, false));
            say("exclusiveMinimum", bound(it.minimum, true));
            say("maximum", bound(it.maximum, false));
            say("exclusiveMaximum", bound(it.maximum, true));
            say("multipleOf", it.multiple_of.map(|step| step.to_string()));
        }
        Shape::Text(it) => {
            say("minLength", it.min_length.map(|size| size.to_string()));
            say("maxLength", it.max_length.map(|size| size.to_string()));
            let pattern = it
                .pattern
                .clone()
                .filter(|pattern| !pattern.contains(['`', '\n', '\r']));
            say("pattern", pattern);
        }
        Shape::List(it) => {
            say("minItems", it.min_items.map(|size| size.to_string()));
            say("maxItems", it.max_items.map(|size| size.to_string()));
            say("uniqueItems", it.unique.then(|| "true".to_owned()));
        }
        Shape::Map(it) => {
            say(
                "minProperties",
                it.min_properties.map(|size| size.to_string()),
            );
            say(
                "maxProperties",
                it.max_properties.map(|size| size.to_string()),
            );
        }
        _ => {}
    }
    words
}

fn bound<N: ToString + Copy>(bound: Option<Bound<N>>, exclusive: bool) -> Option<String> {
    bound
        .filter(|bound| bound.exclusive == exclusive)
        .map(|bound| bound.value.to_string())
}

/// A whole number with `_` between thousands.
pub(super) fn whole(value: i128) -> TokenStream {
    let digits = grouped(&value.unsigned_abs().to_string());
    let literal: Literal = digits
        .parse()
        .unwrap_or_else(|_| Literal::i128_unsuffixed(0));
    if value < 0 {
        quote!(-#literal)
    } else {
        quote!(#literal)
    }
}

/// A number with `_` between thousands.
pub(super) fn float(value: f64) -> TokenStream {
    let text = format!("{:?}", value.abs());
    let text = match text.split_once('.') {
        Some((whole, fraction)) if !fraction.contains('e') => {
            format!("{}.{}", grouped(whole), grouped_left(fraction))
        }
        _ => text,
    };
    let literal: Literal = text
        .parse()
        .unwrap_or_else(|_| Literal::f64_unsuffixed(0.0));
    if value.is_sign_negative() {
        quote!(-#literal)
    } else {
        quote!(#literal)
    }
}

fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 && digits.len() > 4 {
            out.push('_');
        }
        out.push(digit);
    }
    out
}

fn grouped_left(digits: &str) -> String {
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && index % 3 == 0 && digits.len() > 4 {
            out.push('_');
        }
        out.push(digit);
    }
    out
}
