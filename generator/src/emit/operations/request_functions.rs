//! The functions of the two clients that make a call.

use super::item;
use super::outcome::Outcome;
use crate::emit::Context;
use crate::emit::constructor::{self, Argument};
use crate::facts;
use crate::ir::Operation;
use crate::names::{Name, OperationNames};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// The rows of the functions, as `operation!` takes them.
pub(super) fn rows(
    context: Context<'_>,
    operation: &Operation,
    names: &OperationNames,
    arguments: &[Argument<'_>],
    success: &Outcome,
    failure: &Outcome,
) -> Vec<TokenStream> {
    let (ty, method, failed) = (&names.ty, &names.method, &failure.ty);
    // An optional body is what such a call is mostly about, so it can be given here.
    let body = operation
        .body
        .as_ref()
        .filter(|body| !body.required)
        .and(arguments.last());
    let more = usize::from(body.is_some());
    let (parameters, call) = match (constructor::parameters(arguments, more), body) {
        (None, _) => (vec![quote!(operation: #ty)], Some(quote!(= operation))),
        (Some((parameters, _)), None) => (parameters, None),
        (Some((mut parameters, values)), Some(Argument { name, ty: held, .. })) => {
            parameters.push(quote!(#name: impl Into<Option<#held>>));
            let others = (arguments.len() > 1).then(|| quote!(, ..#ty::new(#(#values),*)));
            let call = quote!(= #ty { #name: #name.into() #others });
            (parameters, Some(call))
        }
    };
    let parameters = quote!(#(#parameters),*);
    let row = |form: &str, method: &Name, output: &TokenStream| {
        let form = format_ident!("{form}");
        quote!(#form fn #method(#parameters) -> Result<#output, Error<#failed>> #call;)
    };
    let whole = if success.downloads {
        row("open", method, &quote!(Download))
    } else {
        row("send", method, &success.ty)
    };
    let Some(stream) = facts::stream(operation) else {
        return vec![whole];
    };
    let item = item(context, stream.content);
    let items = quote!(Items<#item>);
    if stream.alone {
        vec![row("stream", method, &items)]
    } else {
        vec![whole, row("stream", &names.stream, &items)]
    }
}
