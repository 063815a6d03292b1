//! Constraints: as calls in the tables, and as words in the docs.

use super::Context;
use crate::ir::{Bound, Condition, Shape, Struct, TypeId};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

/// The calls that add a type's constraints to a member or a rule; empty when it has none, or
/// checks them itself.
pub(super) fn calls(context: Context<'_>, id: TypeId) -> TokenStream {
    if context.facts.is_endless(id) {
        return TokenStream::new();
    }
    match &context.api.ty(id).shape {
        Shape::Alias(to) | Shape::Nullable(to) => calls(context, *to),
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
            calls
        }
        Shape::Number(number) => {
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
        Shape::Text(text) => {
            let min = text.min_length.map(|size| call("min_length", size));
            let max = text.max_length.map(|size| call("max_length", size));
            let pattern = text
                .pattern
                .as_ref()
                .map(|pattern| quote!(.pattern(#pattern)));
            quote!(#min #max #pattern)
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
        Shape::Any
        | Shape::Never
        | Shape::Bool
        | Shape::Enum(_)
        | Shape::Struct(_)
        | Shape::Union(_)
        | Shape::Tuple(_) => TokenStream::new(),
    }
}

fn each(context: Context<'_>, id: TypeId) -> Option<TokenStream> {
    let calls = calls(context, id);
    (!calls.is_empty()).then(|| quote!(.each(&rule() #calls)))
}

/// The rules of an object as a whole, when it has any.
pub(super) fn object_rules(context: Context<'_>, object: &Struct) -> Option<TokenStream> {
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
    match object.additional {
        crate::ir::Additional::Ignored => {}
        crate::ir::Additional::Forbidden => calls.extend(quote!(.closed())),
        crate::ir::Additional::Typed(id) => {
            let rules = self::calls(context, id);
            if !rules.is_empty() {
                calls.extend(quote!(.additional(rule() #rules)));
            }
        }
    }
    if !object.conditions.is_empty() {
        let conditions = object.conditions.iter().map(condition);
        calls.extend(quote!(.conditions(&[#(#conditions),*])));
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

/// The format of a text, which is documentation: it is not checked.
pub(super) fn format(shape: &Shape) -> Option<&str> {
    match shape {
        Shape::Text(text) => text.format.as_deref(),
        _ => None,
    }
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
