//! The call that the documentation of the crate shows: short, and made from what the description
//! gives as examples.

use super::rust_type::is_string;
use super::{Context, example};
use crate::facts;
use crate::ir::{Body, Content, Docs, Operation, Parameter, Shape, TypeId};
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
    let mut ranked: Vec<_> = operations
        .filter_map(|(index, operation)| Some((rank(context, operation)?, index)))
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().find_map(|(_, index)| {
        let operation = &context.api.operations[index];
        let mut arguments = parameters(context, operation)?;
        if let Some(body) = &operation.body {
            arguments.push(argument(context, operation, body)?);
        }
        let arguments = quote!(#(#arguments),*);
        let is_short = arguments.to_string().chars().count() <= LONGEST;
        is_short.then_some((index, arguments))
    })
}

/// How much an operation is worth showing, the least first: deprecated or not, how much there is to
/// give beside a body, what it shows, and how deep its path is.
fn rank(context: Context<'_>, operation: &Operation) -> Option<(bool, usize, Kind, usize)> {
    let kind = kind(context, operation)?;
    let required = operation.parameters.iter().filter(|it| it.required).count();
    let body = usize::from(operation.body.is_some());
    let others = required + body - usize::from(kind == Kind::Sends);
    let depth = operation.path.matches('/').count();
    (required + body < MOST_ARGUMENTS).then_some((operation.docs.deprecated, others, kind, depth))
}

/// What an operation is an example of.
fn kind(context: Context<'_>, operation: &Operation) -> Option<Kind> {
    let success = facts::success(operation);
    if facts::stream(operation).is_some() || success == facts::Outcome::One(Some(Content::Bytes)) {
        return None;
    }
    match (operation.method.as_str(), &operation.body) {
        ("POST", Some(body)) => {
            let (id, beside) = sent(body)?;
            let example = examples(context, id, beside).next()?;
            // Rust is no shorter than the JSON.
            let is_short = example.to_string().len() <= LONGEST;
            // An optional body is taken as it is, and an example of other types is what converts.
            let shape = &context.api.ty(context.api.resolved(id)).shape;
            let is_taken = body.required || matches!(shape, Shape::Struct(_));
            (is_short && is_taken).then_some(Kind::Sends)
        }
        ("GET", body) if body.as_ref().is_none_or(|body| !body.required) => match success {
            facts::Outcome::One(Some(Content::Json(id))) if has_list(context, id) => {
                Some(Kind::Lists)
            }
            _ => Some(Kind::Reads),
        },
        _ => None,
    }
}

/// The argument of a body: what is sent, or nothing with what reads.
fn argument(context: Context<'_>, operation: &Operation, body: &Body) -> Option<TokenStream> {
    if operation.method == "GET" {
        return Some(quote!(None));
    }
    let (id, beside) = sent(body)?;
    shown(context, id, beside)
}

/// The type of a body that has one form, in JSON or as a form, and what is said of that.
fn sent(body: &Body) -> Option<(TypeId, &Docs)> {
    match body.contents.as_slice() {
        [media] => match media.content {
            Content::Json(id) | Content::Form(id) => Some((id, &*media.docs)),
            _ => None,
        },
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

/// What can be written of the examples of a type.
fn shown(context: Context<'_>, id: TypeId, beside: &Docs) -> Option<TokenStream> {
    examples(context, id, beside).find_map(|value| example::expression(context, id, value))
}

/// The example that stands beside a type, and those of the type and of what it is another name for.
fn examples<'a>(
    context: Context<'a>,
    id: TypeId,
    beside: &'a Docs,
) -> impl Iterator<Item = &'a Value> {
    let of_type: &Docs = &context.api.ty(id).docs;
    let behind: &Docs = &context.api.ty(context.api.behind(id)).docs;
    let examples = [beside, of_type, behind].map(|docs| &docs.examples);
    let values = examples.into_iter().flatten();
    let values = values.filter_map(|example| example.value.as_ref());
    values.filter(|value| !is_empty(value))
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
