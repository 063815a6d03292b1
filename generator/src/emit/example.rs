//! A JSON value as the Rust expression that makes it.

use super::Context;
use super::checks::{float, whole};
use super::rust_type::{is_exact, is_string};
use crate::ir::{Shape, TypeId};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

/// The expression, or `None` when the value does not fit the type or would take many steps.
pub(super) fn expression(context: Context<'_>, id: TypeId, value: &Value) -> Option<TokenStream> {
    let id = context.api.resolved(id);
    let name = context.names.ty(id);
    Some(match (&context.api.ty(id).shape, value) {
        (Shape::Bool, Value::Bool(value)) => quote!(#value),
        // `Secret` converts from text, `Base64` from bytes.
        (Shape::Text(it), Value::String(text))
            if is_string(context, id) || it.format.as_deref() == Some("password") =>
        {
            quote!(#text)
        }
        (Shape::Integer(_), Value::Number(number)) => whole(number.as_i64()?.into()),
        // Exact numbers come from text, which may not be one.
        (Shape::Number(it), Value::Number(_)) if is_exact(it) => return None,
        (Shape::Number(_), Value::Number(number)) => float(number.as_f64()?),
        (Shape::Enum(shape), value) => {
            let name = name?;
            let mut values = shape.values.iter();
            let Some(index) = values.position(|known| known.value == *value) else {
                let text = value.as_str().filter(|_| shape.open)?;
                return Some(quote!(types::#name::from(#text)));
            };
            let variant = context.names.members(id).get(index)?;
            quote!(types::#name::#variant)
        }
        (Shape::List(list), Value::Array(values)) => {
            let strings = is_string(context, list.items);
            let items = &context.api.ty(context.api.resolved(list.items)).shape;
            if matches!(items, Shape::Text(_)) && !strings {
                return None;
            }
            let items: Option<Vec<TokenStream>> = values
                .iter()
                .map(|value| expression(context, list.items, value))
                .collect();
            let items = items?;
            if strings {
                quote!(vec![#(#items.to_owned()),*])
            } else {
                quote!(vec![#(#items),*])
            }
        }
        (Shape::Nullable(inner), value) if !value.is_null() => expression(context, *inner, value)?,
        (Shape::Struct(object), Value::Object(values)) => {
            let name = name?;
            let mut arguments = Vec::new();
            let mut setters = Vec::new();
            if values
                .keys()
                .any(|key| !object.fields.iter().any(|field| field.wire == *key))
            {
                return None;
            }
            for (field, rust) in object.fields.iter().zip(context.names.members(id)) {
                if field.read_only || context.facts.is_boxed(id, field.ty) {
                    return None;
                }
                match (values.get(&field.wire), field.required) {
                    (Some(value), true) => arguments.push(expression(context, field.ty, value)?),
                    (Some(value), false) => {
                        let method = format_ident!("with_{}", rust.plain());
                        let value = expression(context, field.ty, value)?;
                        setters.push(quote!(.#method(#value)));
                    }
                    (None, true) => return None,
                    (None, false) => {}
                }
            }
            if arguments.len() > 7 {
                return None;
            }
            quote!(types::#name::new(#(#arguments),*) #(#setters)*)
        }
        _ => return None,
    })
}
