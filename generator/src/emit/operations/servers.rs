//! The servers of an operation, as a constant to choose from.

use crate::emit::{Context, docs};
use crate::ir::{Operation, Server};
use crate::names::OperationNames;
use proc_macro2::TokenStream;
use quote::quote;

/// The constant, where an operation has servers of its own that leave a choice.
pub(super) fn constant(context: Context<'_>, index: usize) -> Option<TokenStream> {
    let first = context.facts.first_with_servers(index)?;
    let servers = &context.api.operations[index].servers;
    let (names, first_names) = (
        context.names.operation(index),
        context.names.operation(first),
    );
    let owner = &first_names.ty;
    let mut text = docs::Text::default();
    let value = if first == index {
        text.push(match servers.len() {
            1 => "Its server.".to_owned(),
            _ => "Its servers; the first is the usual one.".to_owned(),
        });
        text.extend(docs::own_servers(servers));
        let (owner, servers) = (owner.as_str(), list(servers, &quote!()));
        quote!(&own_servers(#owner, [#servers]))
    } else {
        text.push(format!(
            "Its servers, the same as those of [`{owner}`](super::{owner})."
        ));
        let constant = &first_names.servers;
        quote!(super::#owner::#constant)
    };
    let text = text.attributes();
    let (ty, name) = (&names.ty, &names.servers);
    Some(quote! {
        impl #ty {
            #text
            pub const #name: &'static [crate::Server] = #value;
        }
    })
}

/// What an endpoint says of servers.
pub(super) fn call(operation: &Operation, names: &OperationNames) -> Option<TokenStream> {
    if Server::are_a_choice(&operation.servers) {
        let name = &names.servers;
        return Some(quote!(.servers(Self::#name)));
    }
    let url = &operation.servers.first()?.url;
    Some(quote!(.server(#url)))
}

/// What the documentation of an operation says of servers of its own.
pub(super) fn described(operation: &Operation, names: &OperationNames) -> Option<String> {
    if Server::are_a_choice(&operation.servers) {
        // The words stand at the function of the client as well.
        let (ty, name) = (&names.ty, &names.servers);
        return Some(format!(
            "It has servers of its own: [`{ty}::{name}`], from which \
             [`ClientBuilder::server`](crate::ClientBuilder::server) chooses."
        ));
    }
    let all = docs::servers(&operation.servers)?;
    Some(format!("Its server:\n\n{all}"))
}

/// Servers with their variables, a line each, by functions of this module.
pub(in crate::emit) fn list(servers: &[Server], module: &TokenStream) -> TokenStream {
    let lines = servers.iter().map(|server| {
        let template = &server.template;
        let variables = server.variables.iter().map(|variable| {
            let (name, default, values) = (&variable.name, &variable.default, &variable.values);
            let values = (!values.is_empty()).then(|| quote!(.values(&[#(#values),*])));
            quote!(#module variable(#name, #default) #values)
        });
        let variables: Vec<TokenStream> = variables.collect();
        let variables = (!variables.is_empty()).then(|| quote!(.variables(&[#(#variables),*])));
        quote!(#module server(#template) #variables)
    });
    quote!(#(#lines),*)
}
