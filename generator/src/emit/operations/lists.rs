//! Lists in the documentation of operations: replies, what follows them, and what calls carry.

use super::body;
use crate::emit::{Context, docs, markdown};
use crate::ir::{Location, Operation};

/// A list of the documented replies; statuses with the same words share a line.
pub(in crate::emit) fn replies(
    context: Context<'_>,
    operation: &Operation,
    title: &str,
) -> Option<String> {
    let mut lines: Vec<(docs::Text, Vec<String>)> = Vec::new();
    for reply in &operation.replies {
        let status = markdown::code(&reply.status.to_string());
        let mut words = docs::Text::default();
        words.described(&reply.docs);
        for media in &reply.contents {
            body::described(context, media, &mut words);
        }
        for media in &reply.contents {
            body::examples(context, media, &mut words);
        }
        match lines.iter_mut().find(|(known, _)| *known == words) {
            Some((_, statuses)) => statuses.push(status),
            None => lines.push((words, vec![status])),
        }
    }
    let lines = lines
        .iter()
        .map(|(words, statuses)| words.element(&statuses.join(", ")));
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| format!("{title}:\n\n{}", lines.join("\n")))
}

/// What a request of the server carries beside its headers, which have constants: parameters, which
/// nothing reads, and words about the body.
pub(in crate::emit) fn carried(context: Context<'_>, operation: &Operation) -> Option<String> {
    let others = operation.parameters.iter();
    let others = others.filter(|parameter| {
        parameter.location != Location::Header && context.api.parameter_form(parameter).is_none()
    });
    let parameters = others.map(|parameter| {
        let wire = &parameter.wire;
        let mut words = docs::member_docs(context, wire, &parameter.docs, parameter.ty);
        words.examples_of(&parameter.docs.examples, context, parameter.ty);
        let place = parameter.location.as_str();
        let presence = if parameter.required { ", required" } else { "" };
        words.element(&format!("{} ({place}{presence})", markdown::code(wire)))
    });
    let body = operation.body.iter().filter_map(|body| {
        let mut words = docs::Text::default();
        words.described(&body.docs);
        for media in &body.contents {
            body::described(context, media, &mut words);
            body::examples(context, media, &mut words);
        }
        (!words.is_empty()).then(|| words.element("the body"))
    });
    let lines: Vec<String> = parameters.chain(body).collect();
    (!lines.is_empty()).then(|| format!("It carries:\n\n{}", lines.join("\n")))
}

/// What can be done next with the values of a reply.
pub(super) fn links(operation: &Operation) -> Option<String> {
    let links = operation.replies.iter().flat_map(|reply| &reply.links);
    let words = links.map(|link| {
        let parameters = link.parameters.iter();
        let body = link.body.as_ref();
        let with = parameters.map(|(name, value)| (markdown::code(name), value));
        let with = with.chain(body.map(|body| ("the body".to_owned(), body)));
        let with: Vec<String> = with
            .map(|(name, value)| format!("{name} = {}", markdown::code(value)))
            .collect();
        let mut line = markdown::code(&link.target);
        if let Some(server) = &link.server {
            line = format!("{line} at {}", markdown::code(server));
        }
        if !with.is_empty() {
            line = format!("{line} with {}", with.join(", "));
        }
        let of_server = link.server_description.as_ref();
        let of_server = of_server.map(|text| format!("The server: {text}"));
        let words = link.description.iter().chain(&of_server);
        let words: Vec<String> = words.map(|text| markdown::safe(text)).collect();
        markdown::element(&line, &words)
    });
    let mut seen: Vec<String> = Vec::new();
    for line in words {
        if !seen.contains(&line) {
            seen.push(line);
        }
    }
    (!seen.is_empty()).then(|| format!("Then:\n\n{}", seen.join("\n")))
}
