//! `lib.rs`: what the crate is, an example that compiles, and what it exports.

use super::{Context, File, Part, docs, markdown, operations, sample};
use crate::ir::{Api, Server};
use crate::print;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

pub(super) fn file(context: Context<'_>) -> File {
    File {
        path: "lib.rs".to_owned(),
        docs: crate_docs(context),
        imports: false,
        parts: vec![Part::CrateRoot],
    }
}

pub(super) fn items(context: Context<'_>) -> Vec<TokenStream> {
    let title = &context.api.info.title;
    let server = default_server(context.api);
    let token_env = context.token_env;
    let api = quote! {
        pub const API: runtime::Api = runtime::Api {
            title: #title,
            server: #server,
            token_env: #token_env,
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
        };
    };
    let callbacks = (!context.api.callbacks.is_empty()).then(|| {
        quote!(
            pub mod callbacks;
        )
    });
    let patterns = (!context.facts.linear_patterns().is_empty()).then(|| {
        quote!(
            mod patterns;
        )
    });
    let mut text = docs::Text::of("What the clients know about the API.");
    if !Server::are_a_choice(&context.api.servers) {
        text.extend(docs::servers(&context.api.servers));
    }
    let text = text.attributes();
    let api = quote!(#text #api);
    let mut items = vec![
        quote! {
            #callbacks
            pub mod operations;
            #patterns
            pub mod runtime;
            pub mod types;
        },
        quote! {
            #[cfg(feature = "ureq")]
            pub use runtime::blocking;
            pub use runtime::{
                Answer, Base64, BaseUrl, Bytes, ClientBuilder, ConfigError, DecodeError, Error, Event, File, Grant, ItemError, Json, Nullable, Number, Operation, Reply, ReplyHeader, Secret,
                Server, TokenError, Undeclared, Value, Violation, Violations,
            };
            #[cfg(feature = "reqwest")]
            pub use runtime::{Client, Download, Items};
        },
        api,
    ];
    items.extend(servers(context));
    items
}

/// The server of requests unless the caller says otherwise; empty when there is none.
fn default_server(api: &Api) -> &str {
    fn first(servers: &[Server]) -> Option<&str> {
        Some(servers.first()?.url.as_str())
    }
    let is_whole = |url: &&str| url.contains("://");
    let root = first(&api.servers);
    if root.as_ref().is_some_and(is_whole) {
        return root.unwrap_or_default();
    }
    // Where all operations say where they are, nobody has to say so for the API.
    let own = api.operations.iter().map(|it| first(&it.servers));
    let own: Option<Vec<&str>> = own.map(|url| url.filter(is_whole)).collect();
    let own = own.and_then(|own| own.first().copied());
    own.or(root).unwrap_or_default()
}

/// The servers to choose from, where there is a choice.
fn servers(context: Context<'_>) -> Option<TokenStream> {
    let servers = &context.api.servers;
    if !Server::are_a_choice(servers) {
        return None;
    }
    let lines = operations::servers(servers, &quote!(runtime::));
    let mut text = docs::Text::of("The servers of the description; the first is the usual one.");
    text.extend(docs::servers(servers));
    let text = text.attributes();
    Some(quote! {
        #text
        pub const SERVERS: &[Server] = &[#lines];
    })
}

fn crate_docs(context: Context<'_>) -> Vec<String> {
    let info = &context.api.info;
    let title = markdown::safe(&info.title);
    // Some titles are sentences already.
    let title = title.trim_end_matches('.');
    let mut text = docs::Text::of(format!("Client for {title}."));
    text.described(&info.docs);
    // Tags of operations stand in the documentation of modules; the others are chapters about the API
    // as a whole.
    let operations = context.api.operations.iter();
    let used: BTreeSet<&str> = operations.filter_map(|it| it.tag.as_deref()).collect();
    for tag in &context.api.tags {
        if tag.docs.description.is_some() && !used.contains(tag.name.as_str()) {
            text.push(format!("**{}**", markdown::safe(&tag.name)));
            text.described(&tag.docs);
        }
    }
    if let Some(lines) = sample_lines(context) {
        let mut code = vec![sample::FENCE.to_owned()];
        code.extend(lines);
        code.push("```".to_owned());
        text.push(code.join("\n"));
    }
    let mut indices = 0..context.api.operations.len();
    let tag = indices.find_map(|index| context.names.tag(context.api, index));
    let by_tag = tag.map_or_else(String::new, |tag| {
        let call = markdown::code(&format!("client.{}()", tag.accessor));
        format!(" of its tag, such as {call}")
    });
    text.push(format!(
        "Each operation is a value in [`operations`] and a function on the client{by_tag}; what they send and receive \
         is in [`types`]. The client of feature `reqwest` (the default) is asynchronous, that of feature `ureq` \
         blocks. Requests are validated before they are sent."
    ));
    text.lines()
}

/// A call that compiles.
fn sample_lines(context: Context<'_>) -> Option<Vec<String>> {
    let (index, call) = sample::call(context)?;
    let names = context.names.operation(index);
    let method = &names.method;
    let tag = context.names.tag(context.api, index);
    let tag = tag
        .map(|tag| &tag.accessor)
        .map(|accessor| quote!(.#accessor()));
    let tokens = quote! {
        let client = Client::from_env()?;
        let reply = client #tag.#method(#call).await?;
        println!("{reply:?}");
    };
    let package = context.package.replace('-', "_");
    let uses_types = call.to_string().contains("types ::");
    let import = if uses_types {
        format!("use {package}::{{Client, types}};")
    } else {
        format!("use {package}::Client;")
    };
    let mut lines = vec![
        "# #[cfg(feature = \"reqwest\")]".to_owned(),
        "# mod example {".to_owned(),
        import,
        String::new(),
        "# pub(super) async fn run() -> Result<(), Box<dyn std::error::Error>> {".to_owned(),
    ];
    lines.extend(print::statements(&tokens).ok()?);
    lines.extend(["# Ok(())".to_owned(), "# }".to_owned(), "# }".to_owned()]);
    Some(lines)
}
