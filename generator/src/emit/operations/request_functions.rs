//! The functions of the two clients that make a call.

use super::outcome::Outcome;
use super::title;
use crate::emit::constructor::{self, Argument};
use crate::emit::docs;
use crate::ir::Operation;
use crate::names::OperationNames;
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn items(
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
    text.push("# Errors".to_owned());
    text.push(
        "When the request is invalid, cannot be sent, or is answered with an error.".to_owned(),
    );
    let text = text.attributes();
    // An optional body is what such a call is mostly about, so it can be given here.
    let body = operation
        .body
        .as_ref()
        .filter(|body| !body.required)
        .and(arguments.last());
    let mut prepare = TokenStream::new();
    let (parameters, call) = match (
        constructor::parameters(arguments, usize::from(body.is_some())),
        body,
    ) {
        (None, _) => (vec![quote!(operation: &#ty)], quote!(operation)),
        (Some((parameters, values)), None) => (parameters, quote!(&#ty::new(#(#values),*))),
        (Some((mut parameters, values)), Some(Argument { name, ty: held, .. })) => {
            parameters.push(quote!(#name: impl Into<Option<#held>>));
            prepare = quote! {
                let mut operation = #ty::new(#(#values),*);
                operation.#name = #name.into();
            };
            (parameters, quote!(&operation))
        }
    };
    let parameters = quote!(#(#parameters),*);
    let streams = success.streams;
    let (verb, output) = if streams {
        (quote!(open), quote!(Download))
    } else {
        (quote!(send), success.ty.clone())
    };
    let asynchronous = if streams {
        quote!(crate::Download)
    } else {
        output.clone()
    };
    let blocking = if streams {
        quote!(crate::blocking::Download)
    } else {
        output
    };
    vec![
        quote! {
            #[cfg(feature = "reqwest")]
            impl crate::Client {
                #text
                pub async fn #method(&self, #parameters) -> Result<#asynchronous, Error<#failed>> {
                    #prepare
                    self.#verb(#call).await
                }
            }
        },
        quote! {
            #[cfg(feature = "ureq")]
            impl crate::blocking::Client {
                #text
                pub fn #method(&self, #parameters) -> Result<#blocking, Error<#failed>> {
                    #prepare
                    self.#verb(#call)
                }
            }
        },
    ]
}
