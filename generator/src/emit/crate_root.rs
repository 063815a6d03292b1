//! `lib.rs`: what the crate is, an example that compiles, and what it exports.

use super::rust_type::is_string;
use super::{Context, File, Part, docs, example, markdown};
use crate::facts;
use crate::ir::{Content, Operation, Parameter, Shape};
use crate::names::MOST_ARGUMENTS;
use crate::print;
use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

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
    let server = context
        .api
        .servers
        .first()
        .map_or("", |server| server.url.as_str());
    let token_env = context.token_env;
    // A relative URL says nothing without the place of the description.
    let server = if server.starts_with("http://") || server.starts_with("https://") {
        server
    } else {
        ""
    };
    let api = quote! {
        #[doc = " What the clients know about the API."]
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
    let mut items = vec![
        quote! {
            #callbacks
            pub mod operations;
            pub mod runtime;
            pub mod types;
        },
        quote! {
            #[cfg(feature = "ureq")]
            pub use runtime::blocking;
            pub use runtime::{
                Answer, Base64, BaseUrl, Bytes, ClientBuilder, ConfigError, DecodeError, Error, Event, File, Grant, ItemError, Json, Nullable, Number, Operation, Reply, ReplyHeader, Server,
                Secret, TokenError, Undeclared, Value, Violation, Violations,
            };
            #[cfg(feature = "reqwest")]
            pub use runtime::{Client, Download, Items};
        },
        api,
    ];
    items.extend(servers(context));
    items
}

/// The servers to choose from, where there is a choice.
fn servers(context: Context<'_>) -> Vec<TokenStream> {
    let servers = &context.api.servers;
    if servers.len() < 2 && servers.iter().all(|server| server.variables.is_empty()) {
        return Vec::new();
    }
    let lines = servers.iter().map(|server| {
        let template = &server.template;
        let variables = server.variables.iter().map(|variable| {
            let (name, default, values) = (&variable.name, &variable.default, &variable.values);
            let values = (!values.is_empty()).then(|| quote!(.values(&[#(#values),*])));
            quote!(runtime::variable(#name, #default) #values)
        });
        let variables: Vec<TokenStream> = variables.collect();
        let variables = (!variables.is_empty()).then(|| quote!(.variables(&[#(#variables),*])));
        quote!(runtime::server(#template) #variables)
    });
    let mut text = docs::Text::of("The servers of the description; the first is the usual one.");
    let described = servers.iter().flat_map(|server| {
        let own = server.description.as_deref().map(markdown::first_paragraph);
        let own = own.map(|words| format!("- {}: {words}", markdown::code(&server.template)));
        let variables = server.variables.iter().filter_map(|variable| {
            let words = markdown::first_paragraph(variable.description.as_deref()?);
            Some(format!("- {}: {words}", markdown::code(&variable.name)))
        });
        own.into_iter().chain(variables).collect::<Vec<String>>()
    });
    let described: Vec<String> = described.map(|line| line.replace('\n', " ")).collect();
    if !described.is_empty() {
        text.push(described.join("\n"));
    }
    let text = text.attributes();
    vec![quote! {
        #text
        pub const SERVERS: &[Server] = &[#(#lines),*];
    }]
}

fn crate_docs(context: Context<'_>) -> Vec<String> {
    let info = &context.api.info;
    let title = markdown::safe(&info.title);
    let mut text = docs::Text::of(format!("Client for {title}."));
    text.described(&info.docs);
    if let Some(lines) = sample(context) {
        let mut code = vec!["```no_run".to_owned()];
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

/// A call made from an example of the description, or else the simplest one that reads.
fn sample(context: Context<'_>) -> Option<Vec<String>> {
    let operations = || context.api.operations.iter().enumerate();
    let with_example =
        operations().find_map(|(index, operation)| Some((index, arguments(context, operation)?)));
    let (index, call) = with_example.or_else(|| {
        let reading = operations()
            .filter_map(|(index, operation)| Some((index, values(context, operation)?)));
        let (index, values) = reading.min_by_key(|(_, values)| values.len())?;
        Some((index, quote!(#(#values),*)))
    })?;
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
        "# pub async fn run() -> Result<(), Box<dyn std::error::Error>> {".to_owned(),
    ];
    lines.extend(print::statements(&tokens).ok()?);
    lines.extend(["# Ok(())".to_owned(), "# }".to_owned(), "# }".to_owned()]);
    Some(lines)
}

/// The arguments of an operation that reads, where each is a word, a number or one of few values.
fn values(context: Context<'_>, operation: &Operation) -> Option<Vec<TokenStream>> {
    if operation.method != "GET" || operation.body.is_some() {
        return None;
    }
    let bytes = |outcome| matches!(outcome, facts::Outcome::One(Some(Content::Bytes)));
    if facts::stream(operation).is_some() || bytes(facts::success(operation)) {
        return None;
    }
    let required = operation.parameters.iter().filter(|it| it.required);
    let values = required.map(|parameter| {
        let of_type = &context
            .api
            .ty(context.api.resolved(parameter.ty))
            .docs
            .example;
        let example = parameter.docs.example.as_ref().or(of_type.as_ref());
        let example =
            example.and_then(|example| example::expression(context, parameter.ty, &example.value));
        example.or_else(|| value(context, parameter))
    });
    let values: Vec<TokenStream> = values.collect::<Option<_>>()?;
    (values.len() < MOST_ARGUMENTS).then_some(values)
}

/// A value of a simple type.
fn value(context: Context<'_>, parameter: &Parameter) -> Option<TokenStream> {
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

/// The arguments of an operation that has a body with an example and nothing else to give.
fn arguments(context: Context<'_>, operation: &Operation) -> Option<TokenStream> {
    let body = operation.body.as_ref().filter(|body| body.required)?;
    if operation
        .parameters
        .iter()
        .any(|parameter| parameter.required)
    {
        return None;
    }
    let [media] = body.contents.as_slice() else {
        return None;
    };
    let (Content::Json(id) | Content::Form(id)) = media.content else {
        return None;
    };
    let shown = body
        .docs
        .example
        .as_ref()
        .or(context.api.ty(id).docs.example.as_ref())?;
    example::expression(context, id, &shown.value)
}
