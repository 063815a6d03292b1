//! The call that the documentation of the crate shows: short, and made from what the description
//! gives as examples.

use super::rust_type::is_string;
use super::{Context, example};
use crate::facts;
use crate::ir::{Content, Docs, Operation, Parameter, Shape, TypeId};
use crate::names::MOST_ARGUMENTS;
use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

/// Longest arguments, in characters of tokens.
const LONGEST: usize = 500;

/// The first line of the example.
pub(super) const FENCE: &str = "```no_run";

/// What of an operation is worth showing, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// It sends an example.
    Sends,
    /// It reads a list: what many callers begin with.
    Lists,
    /// It reads something else.
    Reads,
}

/// The example in the documentation of a generated `lib.rs`, if it has one, as a program that can be
/// compiled beside the crate.
#[must_use]
pub fn program(root: &str) -> Option<String> {
    let lines = root.lines().filter_map(|line| line.strip_prefix("//!"));
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    let example = lines.skip_while(|line| *line != FENCE).skip(1);
    let example: Vec<&str> = example.take_while(|line| *line != "```").collect();
    let code = example
        .iter()
        .map(|line| line.strip_prefix("# ").unwrap_or(line));
    let code: Vec<&str> = code.collect();
    let run = "#[cfg(feature = \"reqwest\")]\n    let _ = example::run;";
    (!code.is_empty()).then(|| {
        format!(
            "//! The example.\n\n{}\n\nfn main() {{\n    {run}\n}}\n",
            code.join("\n")
        )
    })
}

/// The operation with the fewest parameters to give and the shortest path, and its arguments.
pub(super) fn call(context: Context<'_>) -> Option<(usize, TokenStream)> {
    let operations = context.api.operations.iter().enumerate();
    let calls = operations.filter_map(|(index, operation)| {
        let (kind, body) = body(context, operation)?;
        let mut arguments = parameters(context, operation)?;
        arguments.extend(body);
        let count = arguments.len();
        let arguments = quote!(#(#arguments),*);
        let is_short = arguments.to_string().chars().count() <= LONGEST;
        let others = count - usize::from(kind == Kind::Sends);
        let depth = operation.path.matches('/').count();
        let rank = (operation.docs.deprecated, others, kind, depth);
        (count < MOST_ARGUMENTS && is_short).then_some((rank, index, arguments))
    });
    let (_, index, arguments) = calls.min_by_key(|(rank, ..)| *rank)?;
    Some((index, arguments))
}

/// What an operation is an example of, and the argument of its body, where it takes one.
fn body(context: Context<'_>, operation: &Operation) -> Option<(Kind, Option<TokenStream>)> {
    let success = facts::success(operation);
    if facts::stream(operation).is_some() || success == facts::Outcome::One(Some(Content::Bytes)) {
        return None;
    }
    match (operation.method.as_str(), &operation.body) {
        ("GET", body) if body.as_ref().is_none_or(|body| !body.required) => {
            let kind = match success {
                facts::Outcome::One(Some(Content::Json(id))) if has_list(context, id) => {
                    Kind::Lists
                }
                _ => Kind::Reads,
            };
            Some((kind, body.as_ref().map(|_| quote!(None))))
        }
        ("POST", Some(body)) => {
            let [media] = body.contents.as_slice() else {
                return None;
            };
            let (Content::Json(id) | Content::Form(id)) = media.content else {
                return None;
            };
            // An optional body is taken as it is, and an example of other types is what converts.
            let shape = &context.api.ty(context.api.resolved(id)).shape;
            if !body.required && !matches!(shape, Shape::Struct(_)) {
                return None;
            }
            Some((Kind::Sends, Some(shown(context, id, &body.docs)?)))
        }
        _ => None,
    }
}

/// Whether a reply is a list, or has one.
fn has_list(context: Context<'_>, id: TypeId) -> bool {
    let shape = |id| &context.api.ty(context.api.behind(id)).shape;
    match shape(id) {
        Shape::List(_) => true,
        Shape::Struct(object) => {
            let mut fields = object.fields.iter();
            fields.any(|field| matches!(shape(field.ty), Shape::List(_)))
        }
        _ => false,
    }
}

/// The required parameters.
fn parameters(context: Context<'_>, operation: &Operation) -> Option<Vec<TokenStream>> {
    let required = operation.parameters.iter().filter(|it| it.required);
    let values = required.map(|parameter| {
        let shown = shown(context, parameter.ty, &parameter.docs);
        shown.or_else(|| simple(context, parameter))
    });
    values.collect()
}

/// A word, a number or one of few values.
fn simple(context: Context<'_>, parameter: &Parameter) -> Option<TokenStream> {
    let id = parameter.ty;
    let value = match &context.api.ty(context.api.resolved(id)).shape {
        Shape::Text(_) if is_string(context, id) => Value::from(parameter.wire.as_str()),
        Shape::Integer(_) => Value::from(1),
        Shape::Bool => Value::from(true),
        Shape::Enum(shape) => shape.values.first()?.value.clone(),
        _ => return None,
    };
    example::expression(context, id, &value)
}

/// The example that stands beside a type, or that of the type or of what it is another name for.
fn shown(context: Context<'_>, id: TypeId, beside: &Docs) -> Option<TokenStream> {
    let of_type = &context.api.ty(id).docs;
    let behind = &context.api.ty(context.api.behind(id)).docs;
    let examples = [beside, of_type, behind].map(|docs| docs.example.as_ref());
    examples.into_iter().flatten().find_map(|example| {
        let value = Some(&example.value).filter(|value| !is_empty(value))?;
        example::expression(context, id, value)
    })
}

/// Whether a value shows nothing.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.values().all(is_empty),
        Value::Array(items) => items.iter().all(is_empty),
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}
