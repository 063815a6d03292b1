//! The functions of the two clients that make a call.

use super::outcome::Outcome;
use super::{item, title};
use crate::emit::constructor::{self, Argument};
use crate::emit::{Context, docs};
use crate::facts;
use crate::ir::Operation;
use crate::names::{Name, OperationNames};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

pub(super) fn items(
    context: Context<'_>,
    operation: &Operation,
    names: &OperationNames,
    arguments: &[Argument<'_>],
    success: &Outcome,
    failure: &Outcome,
) -> Vec<TokenStream> {
    let (ty, method, failed) = (&names.ty, &names.method, &failure.ty);
    let mut text = docs::Text::of(title(operation));
    if operation.docs.deprecated {
        text.push("**Deprecated** by the description.".to_owned());
    }
    let optional = operation
        .parameters
        .iter()
        .any(|parameter| !parameter.required);
    text.push(if optional {
        format!("What is optional is set on [`{ty}`], which is then passed to `send`.")
    } else {
        format!("See [`{ty}`].")
    });
    let text = text.attributes();
    // An optional body is what such a call is mostly about, so it can be given here.
    let body = operation
        .body
        .as_ref()
        .filter(|body| !body.required)
        .and(arguments.last());
    let (parameters, call) = match (
        constructor::parameters(arguments, usize::from(body.is_some())),
        body,
    ) {
        (None, _) => (vec![quote!(operation: #ty)], quote!(operation)),
        (Some((parameters, values)), None) => (parameters, quote!(#ty::new(#(#values),*))),
        (Some((mut parameters, values)), Some(Argument { name, ty: held, .. })) => {
            parameters.push(quote!(#name: impl Into<Option<#held>>));
            let call = quote! {
                let mut operation = #ty::new(#(#values),*);
                operation.#name = #name.into();
                operation
            };
            (parameters, call)
        }
    };
    let parameters = quote!(#(#parameters),*);
    let function = |form: &str, method: &Name, output: &TokenStream| {
        let form = format_ident!("{form}");
        quote! {
            #form! {
                #text
                fn #method(#parameters) -> Result<#output, Error<#failed>> {
                    #call
                }
            }
        }
    };
    let stream = facts::stream(operation).map(|stream| {
        let method = if stream.alone { method } else { &names.stream };
        let item = item(context, stream.content);
        (
            stream.alone,
            function("streams", method, &quote!(Items<#item>)),
        )
    });
    let whole = if success.downloads {
        function("downloads", method, &quote!(Download))
    } else {
        function("requests", method, &success.ty)
    };
    match stream {
        Some((true, stream)) => vec![stream],
        Some((false, stream)) => vec![whole, stream],
        None => vec![whole],
    }
}
