//! How forms that come in are read.

use crate::ir::{FormFields, FormValue};
use proc_macro2::TokenStream;
use quote::quote;

/// The call that reads a form.
pub(super) fn read(form: &FormFields) -> TokenStream {
    let fields = form.fields.iter().map(|(name, form)| {
        let value = value(form);
        quote!((#name, #value))
    });
    let others = value(&form.others);
    quote!(reply.form(&[#(#fields),*], &#others))
}

/// How a value is read.
pub(super) fn value(form: &FormValue) -> TokenStream {
    match form {
        FormValue::Text => quote!(FormValue::Text),
        FormValue::TextOrNothing => quote!(FormValue::TextOrNothing),
        FormValue::Json => quote!(FormValue::Json),
        FormValue::Compound => quote!(FormValue::Compound),
        FormValue::Items(item) => {
            let item = value(item);
            quote!(FormValue::Items(&#item))
        }
        FormValue::Separated(separator) => quote!(FormValue::Separated(#separator)),
        FormValue::Pairs(separator) => quote!(FormValue::Pairs(#separator)),
        FormValue::Members(names) => quote!(FormValue::Members(&[#(#names),*])),
        FormValue::Deep => quote!(FormValue::Deep),
    }
}
