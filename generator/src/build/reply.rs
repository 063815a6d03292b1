//! Replies, and which of several media types is read or sent.

use super::{Builder, docs};
use crate::diag::{Code, Diagnostic};
use crate::ir::{Content, Declared, Docs, Example, Origin, Reply, Role, Status};
use crate::pointer::Pointer;
use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, Response, Responses, StatusCode};

impl<'a> Builder<'a> {
    pub(super) fn replies(
        &mut self,
        responses: &'a Responses,
        at: &Pointer,
        origin: &Origin,
    ) -> Vec<Reply> {
        let mut replies = Vec::new();
        for (status, node) in &responses.responses {
            let (kind, text) = match status {
                StatusCode::Code(code) => (Status::Code(*code), code.to_string()),
                StatusCode::Range(hundred) => (
                    Status::Range(u8::try_from(*hundred).unwrap_or_default()),
                    format!("{hundred}XX"),
                ),
            };
            replies.extend(self.reply(kind, &text, node, at, origin));
        }
        if let Some(node) = &responses.default {
            replies.extend(self.reply(Status::Default, "default", node, at, origin));
        }
        replies
    }

    fn reply(
        &mut self,
        status: Status,
        text: &str,
        node: &'a ReferenceOr<Response>,
        at: &Pointer,
        origin: &Origin,
    ) -> Option<Reply> {
        let (place, response) =
            self.component(node, "responses", |all| &all.responses, &at.key(text))?;
        let (origin, role) = match shared(&place) {
            Some(origin) => (origin, Role::RequestBody),
            None => (origin.clone(), Role::Response(text.to_owned())),
        };
        let content = self.content(
            &response.content,
            &place.key("content"),
            &origin,
            &role,
            false,
        );
        let (content, example) = match content {
            Some((media_type, content, example)) => (Some((media_type, content)), example),
            None => (None, None),
        };
        let docs = Docs {
            description: Some(response.description.clone()),
            example,
            ..Docs::default()
        };
        Some(Reply {
            status,
            docs,
            content,
        })
    }

    /// The media type to use, what it holds, and an example of it.
    pub(super) fn content(
        &mut self,
        content: &'a IndexMap<String, MediaType>,
        at: &Pointer,
        origin: &Origin,
        role: &Role,
        request: bool,
    ) -> Option<(String, Content, Option<Example>)> {
        let rank = |name: &str| match family(name) {
            Family::Json => 0,
            Family::Form if request => 1,
            Family::Text => 2,
            Family::Form | Family::Bytes => 3,
        };
        let (name, media) = content.iter().min_by_key(|(name, _)| rank(name))?;
        let (family_of, at_media) = (family(name), at.key(name));
        for other in content.keys().filter(|other| *other != name) {
            let same = family(other) == family_of
                && content.get(other).map(|m| &m.schema) == Some(&media.schema);
            if !same {
                let message = format!("media type `{other}` is left out: `{name}` is used");
                self.report.push(
                    Diagnostic::new(Code::MEDIA_TYPE_IGNORED, at.key(other), message).on_key(),
                );
            }
        }
        let typed = |builder: &mut Self| {
            let at = at_media.key("schema");
            match &media.schema {
                Some(schema) => {
                    let origin = origin.child(at.clone(), role.clone(), schema.into());
                    builder.type_of(at, schema.into(), origin)
                }
                None => builder.any(at),
            }
        };
        let held = match family_of {
            Family::Json => Content::Json(typed(self)),
            Family::Form if request => Content::Form(typed(self)),
            Family::Text => Content::Text,
            Family::Form | Family::Bytes => {
                if name.starts_with("multipart/") {
                    let message =
                        format!("`{name}` is not taken apart: it is handed over as bytes");
                    self.report.push(
                        Diagnostic::new(Code::MEDIA_TYPE_RAW, at_media.clone(), message).on_key(),
                    );
                }
                Content::Bytes
            }
        };
        let example = docs::example(media.example.as_ref(), &media.examples);
        Some((name.clone(), held, example))
    }
}

/// What the inline schemas of a component are named after: several operations may have them, and no
/// new one may rename them.
pub(super) fn shared(place: &Pointer) -> Option<Origin> {
    let tokens: Vec<_> = place.tokens().collect();
    let [first, section, name] = tokens.as_slice() else {
        return None;
    };
    (first == "components").then(|| Origin {
        at: place.clone(),
        declared: Declared::Component(section.to_string(), name.to_string()),
        role: Vec::new(),
        rust_name: None,
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Json,
    Form,
    Text,
    Bytes,
}

/// What kind of content a media type names; parameters and case do not matter.
pub(super) fn family(media_type: &str) -> Family {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    match essence.as_str() {
        "application/json" | "*/*" | "application/*" | "text/json" => Family::Json,
        "application/x-www-form-urlencoded" => Family::Form,
        name if name.ends_with("+json") => Family::Json,
        "text/event-stream" => Family::Bytes,
        name if name.starts_with("text/") => Family::Text,
        _ => Family::Bytes,
    }
}
