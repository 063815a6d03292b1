//! Operations as values, and the request functions of the two clients.

mod body;
mod headers;
mod lists;
mod outcome;
mod request_functions;
mod security;
mod servers;

use super::constructor::{self, Argument, passing};
use super::rust_type::{Place, rust_type};
use super::{Context, File, Part, checks, docs, imports, markdown, names_types};
use crate::facts;
use crate::ir::{
    Content, EmptyValue, Location, Operation, Parameter, Shape, Style, TypeId, Unwritable,
};
use crate::names::{Name, OperationNames};
pub(super) use headers::{answers as answer_headers, constant as header, presence, words};
use lists::links;
pub(super) use lists::{carried, replies};
pub(super) use outcome::read_whole;
use outcome::{Outcome, Side};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
pub(super) use servers::list as servers;
use std::collections::BTreeMap;

/// `operations.rs` and one file for each tag.
pub(super) fn files(context: Context<'_>) -> Vec<File> {
    let root = File {
        path: "operations.rs".to_owned(),
        docs: vec!["The operations of the API, by path and method.".to_owned()],
        imports: false,
        parts: vec![Part::OperationsRoot],
    };
    let own = modules(context).into_iter().map(|(module, indices)| {
        let first = indices.first();
        let tag = first.and_then(|index| context.api.operations[*index].tag.as_deref());
        File {
            path: format!("operations/{}.rs", module.plain()),
            docs: module_docs(context, tag),
            imports: true,
            parts: parts(context, &indices),
        }
    });
    std::iter::once(root).chain(own).collect()
}

/// The client of the tag, where there is one, and the operations.
fn parts(context: Context<'_>, indices: &[usize]) -> Vec<Part> {
    let mut indices_of_tag = indices.iter();
    let tagged = indices_of_tag.find(|index| context.names.tag(context.api, **index).is_some());
    let client = tagged.map(|index| Part::TagClient(*index));
    let operations = indices.iter().map(|index| Part::Operation(*index));
    client.into_iter().chain(operations).collect()
}

/// The client of the tag of an operation.
pub(super) fn tag_client(context: Context<'_>, index: usize) -> Vec<TokenStream> {
    let tag = context.api.operations[index].tag.as_deref();
    let Some(names) = context.names.tag(context.api, index) else {
        return Vec::new();
    };
    let (ty, accessor) = (&names.ty, &names.accessor);
    let tag = markdown::code(tag.unwrap_or_default());
    let text = docs::Text::of(format!("The operations of {tag}.")).attributes();
    vec![quote! {
        tag_client! {
            #text
            pub struct #ty {}
            fn #accessor();
        }
    }]
}

/// The operations of each module.
fn modules(context: Context<'_>) -> BTreeMap<&Name, Vec<usize>> {
    let mut modules: BTreeMap<&Name, Vec<usize>> = BTreeMap::new();
    for index in 0..context.api.operations.len() {
        let module = &context.names.operation(index).module;
        modules.entry(module).or_default().push(index);
    }
    modules
}

/// The modules, and what their operations share.
pub(super) fn root(context: Context<'_>) -> Vec<TokenStream> {
    let modules = modules(context);
    let declared = modules.keys().map(|module| quote!(mod #module;));
    let exported = modules.keys().map(|module| quote!(pub use #module::*;));
    let mut items = vec![quote!(#(#declared)*), quote!(#(#exported)*)];
    let schemes = &context.api.security_schemes;
    let headers = headers::shared(context);
    if !schemes.is_empty() || !headers.is_empty() {
        let types = headers.iter().any(|item| names_types(item.clone()));
        items.push(imports(types));
    }
    items.extend(headers);
    for (index, scheme) in schemes.iter().enumerate() {
        items.push(security::scheme(context.names.scheme(index), scheme));
    }
    items.extend(security::default(context));
    items
}

fn module_docs(context: Context<'_>, tag: Option<&str>) -> Vec<String> {
    let Some(tag) = tag else {
        return vec!["Operations without a tag.".to_owned()];
    };
    let mut text = docs::Text::of(markdown::safe(tag));
    if let Some(declared) = context
        .api
        .tags
        .iter()
        .find(|declared| declared.name == tag)
    {
        text.described(&declared.docs);
    }
    text.lines()
}

pub(super) fn items(context: Context<'_>, index: usize) -> Vec<TokenStream> {
    let operation = &context.api.operations[index];
    let names = context.names.operation(index);
    let success = Outcome::of(context, operation, names, Side::Success);
    let failure = Outcome::of(context, operation, names, Side::Failure);
    let arguments = arguments(context, operation, names);
    let functions =
        request_functions::rows(context, operation, names, &arguments, &success, &failure);
    let client = context.names.tag(context.api, index);
    let client = client.map(|names| &names.ty);
    let mut items = vec![definition(
        context, operation, names, client, &arguments, &functions,
    )];
    items.push(implementation(
        context, operation, names, &success, &failure,
    ));
    items.extend(servers::constant(context, index));
    items.extend(headers::own(context, operation, &names.ty));
    items.extend(streams(context, operation, names));
    if let Some(body) = &operation.body {
        items.extend(body::choice(context, body, names));
    }
    items.extend(success.definition);
    items.extend(failure.definition);
    items
}

fn arguments<'a>(
    context: Context<'_>,
    operation: &Operation,
    names: &'a OperationNames,
) -> Vec<Argument<'a>> {
    let mut arguments: Vec<Argument<'_>> = operation
        .parameters
        .iter()
        .zip(&names.parameters)
        .map(|(parameter, name)| Argument {
            name,
            ty: rust_type(context, parameter.ty, Place::Elsewhere),
            passing: passing(context, name, parameter.ty),
            optional: !parameter.required,
        })
        .collect();
    if let Some(body) = &operation.body {
        let (ty, passing) = body::argument(context, body, names);
        arguments.push(Argument {
            name: &names.body,
            ty,
            passing,
            optional: !body.required,
        });
    }
    arguments
}

/// The call and the summary; what the summary has behind its first paragraph comes after.
fn title(operation: &Operation) -> (String, Option<String>) {
    let call = markdown::code(&format!("{} {}", operation.method, operation.path));
    let summary = operation.docs.summary.as_deref().unwrap_or_default();
    let summary = markdown::safe(summary);
    let (first, rest) = summary.split_once("\n\n").unwrap_or((&summary, ""));
    let title = match first {
        "" => call,
        first if first.contains("```") => return (call, Some(summary)),
        first => format!("{call}: {}", first.replace('\n', " ")),
    };
    (title, Some(rest.to_owned()).filter(|rest| !rest.is_empty()))
}

fn definition(
    context: Context<'_>,
    operation: &Operation,
    names: &OperationNames,
    client: Option<&Name>,
    arguments: &[Argument<'_>],
    functions: &[TokenStream],
) -> TokenStream {
    let (title, rest) = title(operation);
    let mut text = docs::Text::of(title);
    text.extend(rest);
    let bare = |text: &str| text.trim().trim_end_matches('.').to_owned();
    let summary = operation.docs.summary.as_deref().map(bare);
    let mut words = operation.docs.clone();
    words.summary = None;
    words.description = (words.description).filter(|text| summary != Some(bare(text)));
    text.described(&words);
    if operation.path.contains('#') && operation.path != operation.target {
        let target = Some(operation.target.as_str()).filter(|target| !target.is_empty());
        let target = markdown::code(target.unwrap_or("/"));
        text.push(format!(
            "The request goes to {target}: a fragment is never sent."
        ));
    }
    if !operation.more_tags.is_empty() {
        let tags = operation.more_tags.iter().map(|tag| markdown::code(tag));
        let tags: Vec<String> = tags.collect();
        text.push(format!("Also tagged {}.", tags.join(", ")));
    }
    let needs = security::needs(context, operation);
    text.extend(servers::described(operation, names));
    for list in [
        needs,
        replies(context, operation, "Replies"),
        links(operation),
    ]
    .into_iter()
    .flatten()
    {
        text.push(list);
    }
    let text = text.attributes();
    let mut fields = Vec::new();
    for (parameter, argument) in operation.parameters.iter().zip(arguments) {
        let mut text = docs::member_docs(context, &parameter.wire, &parameter.docs, parameter.ty);
        text.extend(parameter.part.as_ref().map(|part| {
            let (part, name) = (markdown::code(part), markdown::code(&parameter.wire));
            format!("The header {name} of the part {part}.")
        }));
        text.extend(parameter.unwritable.as_ref().map(refused));
        text.extend((parameter.empty == EmptyValue::Allowed).then(|| empty(context, parameter.ty)));
        text.server_default(parameter.default.as_ref());
        text.inner_defaults(context, parameter.ty);
        text.examples_of(&parameter.docs.examples, context, parameter.ty);
        let field = field(&text, argument);
        let parameter = self::parameter(context, parameter);
        fields.push(quote!(#field = #parameter));
    }
    if let (Some(body), Some(argument)) =
        (&operation.body, arguments.get(operation.parameters.len()))
    {
        let mut text = docs::Text::default();
        text.described(&body.docs);
        let alone = match body.contents.as_slice() {
            [media] => Some(media),
            _ => None,
        };
        if let Some(media) = alone {
            body::described(context, media, &mut text);
        }
        if text.is_empty() {
            text.push("The request body.".to_owned());
        }
        text.extend(alone.and_then(body::other_types));
        text.extend(body::open_type(body));
        text.extend(body::part_types(context, body));
        text.extend(body::part_headers(context, body));
        if let Some(media) = alone {
            body::examples(context, media, &mut text);
        }
        fields.push(field(&text, argument));
    }
    let name = &names.ty;
    let client = client.map(|client| quote!(client = #client;));
    let constructor = constructor::functions(names.required.as_ref(), arguments, None);
    quote! {
        operation! {
            #text
            pub struct #name {
                #(#fields,)*
            }
            #client
            #(#functions)*
            #constructor
        }
    }
}

/// What happens to values that cannot be written.
fn refused(unwritable: &Unwritable) -> String {
    let Unwritable {
        members,
        partly,
        reason,
    } = unwritable;
    if *partly {
        return format!("Some values are refused: {reason}.");
    }
    let members: Vec<String> = members.iter().map(|name| markdown::code(name)).collect();
    let what = match members.join(" or ") {
        names if names.is_empty() => "it".to_owned(),
        names => format!("{names} of it"),
    };
    format!("Requests that set {what} are refused: {reason}.")
}

/// That the value may be empty, and how that is said.
fn empty(context: Context<'_>, id: TypeId) -> String {
    let shape = &context.api.ty(context.api.resolved(id)).shape;
    let how = if matches!(shape, Shape::Nullable(_)) {
        ": `Nullable::Null`"
    } else {
        ""
    };
    format!("The value may be empty{how}.")
}

fn field(text: &docs::Text, argument: &Argument<'_>) -> TokenStream {
    let (text, name, ty) = (text.attributes(), argument.name, &argument.ty);
    let ty = if argument.optional {
        quote!(Option<#ty>)
    } else {
        quote!(#ty)
    };
    quote!(#text pub #name: #ty)
}

fn implementation(
    context: Context<'_>,
    operation: &Operation,
    names: &OperationNames,
    success: &Outcome,
    failure: &Outcome,
) -> TokenStream {
    let endpoint = endpoint(context, operation, names);
    let body = operation
        .body
        .as_ref()
        .map(|body| body::function(context, body, names));
    let name = &names.ty;
    let (output, output_body) = (&success.ty, &success.body);
    let (failed, failed_body) = (&failure.ty, &failure.body);
    let output_body = output_body.as_ref().map(|body| {
        quote! {
            fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
                #body
            }
        }
    });
    let failed_body = failed_body.as_ref().map(|body| {
        quote! {
            fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
                #body
            }
        }
    });
    quote! {
        impl Operation for #name {
            type Output = #output;
            type Failure = #failed;
            const ENDPOINT: Endpoint = #endpoint;
            #body
            #output_body
            #failed_body
        }
    }
}

/// What is needed for replies that come item by item.
fn streams(
    context: Context<'_>,
    operation: &Operation,
    names: &OperationNames,
) -> Option<TokenStream> {
    let stream = facts::stream(operation)?;
    let (name, media_type) = (&names.ty, &stream.media_type);
    let item = item(context, stream.content);
    Some(quote! {
        impl Streams for #name {
            type Item = #item;
            const MEDIA_TYPE: &'static str = #media_type;
        }
    })
}

/// The type of one item of a stream.
fn item(context: Context<'_>, held: Content) -> TokenStream {
    let ty = held.ty().map_or_else(
        || quote!(Value),
        |id| rust_type(context, id, Place::Elsewhere),
    );
    match held {
        Content::Events(_) => quote!(Event<#ty>),
        _ => ty,
    }
}

fn endpoint(context: Context<'_>, operation: &Operation, names: &OperationNames) -> TokenStream {
    let Operation {
        id,
        method,
        target: path,
        ..
    } = operation;
    let mut calls = TokenStream::new();
    let accept = accepted(operation);
    if accept != "application/json" {
        calls.extend(quote!(.accept(#accept)));
    }
    calls.extend(servers::call(operation, names));
    calls.extend(security::call(context, operation));
    let short = match method.as_str() {
        "GET" | "PUT" | "POST" | "DELETE" | "PATCH" => {
            Some(format_ident!("{}", method.to_lowercase()))
        }
        _ => None,
    };
    if let Some(function) = short {
        quote!(Endpoint::#function(#id, #path) #calls)
    } else {
        quote!(Endpoint::new(#id, #method, #path) #calls)
    }
}

/// The media types of all documented replies, without those that come item by item beside others
/// and those that only say the same in another way.
fn accepted(operation: &Operation) -> String {
    let stream = facts::stream(operation).filter(|stream| !stream.alone);
    let mut types: Vec<&str> = Vec::new();
    for media in operation.replies.iter().flat_map(|reply| &reply.contents) {
        let hidden = stream.is_some() && media.content.is_stream();
        let other_bytes = media
            .same
            .iter()
            .filter(|_| media.content == Content::Bytes);
        for name in std::iter::once(&media.media_type).chain(other_bytes) {
            if !hidden && !types.contains(&name.as_str()) {
                types.push(name);
            }
        }
    }
    if types.is_empty() {
        "*/*".to_owned()
    } else {
        types.join(", ")
    }
}

fn parameter(context: Context<'_>, parameter: &Parameter) -> TokenStream {
    let wire = &parameter.wire;
    let (function, style, optional) = match parameter.location {
        Location::Path => (quote!(path), Style::Simple, false),
        Location::Query => (quote!(query), Style::Form, true),
        Location::Header => (quote!(header), Style::Simple, true),
        Location::Cookie => (quote!(cookie), Style::Form, true),
    };
    let part = parameter.part.iter();
    let required = (optional && parameter.required).then(|| quote!(.required()));
    let explode = (parameter.explode != (parameter.style == Style::Form)).then(|| {
        let explode = parameter.explode;
        quote!(.explode(#explode))
    });
    let style = (parameter.style != style).then(|| {
        let style = format_ident!("{}", format!("{:?}", parameter.style));
        quote!(.style(Style::#style))
    });
    let reserved = parameter.allow_reserved.then(|| quote!(.allow_reserved()));
    let json = parameter.media_type.is_some().then(|| quote!(.json()));
    let checks = checks::calls(context, parameter.ty);
    quote!(#function(#wire) #(.of_part(#part))* #required #style #explode #reserved #json #checks)
}
