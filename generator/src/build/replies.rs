//! Replies: by status, with what they hold and the headers and links beside it.

use super::Builder;
use super::contents::shared;
use crate::diag::{Code, Diagnostic};
use crate::ir::{Content, Docs, Origin, Reply, Role, Shared, Status};
use crate::pointer::Pointer;
use openapiv3::{ReferenceOr, Response, Responses, StatusCode};

/// Why a reply never has a body (RFC 9110, sections 9.3.2 and 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum NoBody {
    Status,
    /// It answers a request with this method.
    Head,
}

/// Whether replies with this status never have a body, whatever is described (RFC 9110, sections
/// 15.2, 15.3.5, 15.3.6 and 15.4.5).
const fn has_no_body(status: Status) -> bool {
    matches!(
        status,
        Status::Code(100..=199 | 204 | 205 | 304) | Status::Range(1)
    )
}

impl<'a> Builder<'a> {
    pub(super) fn all_replies(
        &mut self,
        responses: &'a Responses,
        at: &Pointer,
        origin: &Origin,
        method: &str,
    ) -> Vec<Reply> {
        let mut replies = Vec::new();
        let numbered = responses.responses.iter().map(|(status, node)| {
            let status = match status {
                StatusCode::Code(code) => Status::Code(*code),
                StatusCode::Range(hundred) => {
                    Status::Range(u8::try_from(*hundred).unwrap_or_default())
                }
            };
            (status, node)
        });
        let default = responses.default.iter().map(|node| (Status::Default, node));
        for (status, node) in numbered.chain(default) {
            let no_body = if method == "head" {
                Some(NoBody::Head)
            } else {
                has_no_body(status).then_some(NoBody::Status)
            };
            replies.push(self.reply((status, no_body), node, at, origin));
        }
        self.one_stream(&mut replies, at);
        replies
    }

    /// Leaves out all streams but the first: a call reads items of one type, in one form.
    fn one_stream(&mut self, replies: &mut [Reply], at: &Pointer) {
        let mut first: Option<Content> = None;
        let is_success = |reply: &&mut Reply| {
            matches!(
                reply.status,
                Status::Code(200..=299) | Status::Range(2) | Status::Default
            )
        };
        for reply in replies.iter_mut().filter(is_success) {
            let at = at.keys([&*reply.status.to_string(), "content"]);
            reply.contents.retain(|media| {
                if !media.content.is_stream() {
                    return true;
                }
                let is_kept = *first.get_or_insert(media.content) == media.content;
                if !is_kept {
                    let name = &media.media_type;
                    let message = format!("`{name}` is left out: another reply comes item by item");
                    let finding = Diagnostic::new(Code::MEDIA_TYPE_IGNORED, at.key(name), message);
                    self.report.push(finding.on_key());
                }
                is_kept
            });
        }
    }

    /// A reply; one of `components.responses` is the same for all that refer to it, but for whether
    /// there is a body.
    fn reply(
        &mut self,
        (status, no_body): (Status, Option<NoBody>),
        node: &'a ReferenceOr<Response>,
        at: &Pointer,
        origin: &Origin,
    ) -> Reply {
        let ReferenceOr::Reference { reference } = node else {
            return self.new_reply((status, no_body), node, at, origin);
        };
        let key = (reference.as_str(), no_body);
        if let Some(known) = self.replies.get(&key) {
            return Reply {
                status,
                ..known.clone()
            };
        }
        let reply = self.new_reply((status, no_body), node, at, origin);
        // Of what is missing it matters who needs it.
        if !self
            .missing
            .replies
            .contains_key(&(origin.at.clone(), status))
        {
            self.replies.insert(key, reply.clone());
        }
        reply
    }

    fn new_reply(
        &mut self,
        (status, no_body): (Status, Option<NoBody>),
        node: &'a ReferenceOr<Response>,
        at: &Pointer,
        origin: &Origin,
    ) -> Reply {
        let text = status.to_string();
        let found = self.component(node, "responses", |all| &all.responses, &at.key(&text));
        let (place, response) = match found {
            Ok(found) => found,
            Err(reference) => {
                let reply = (origin.at.clone(), status);
                self.missing.replies.insert(reply, reference);
                return Reply {
                    status,
                    docs: Shared::default(),
                    contents: Vec::new(),
                    headers: Vec::new(),
                    links: Vec::new(),
                };
            }
        };
        let (origin, role) = match shared(&place) {
            Some(origin) => (origin, Role::RequestBody),
            None => (origin.clone(), Role::Response(text.as_str().into())),
        };
        let at = place.key("content");
        let contents = match no_body {
            None => self.contents(&response.content, &at, &origin, &role, false),
            Some(why) => {
                // What is shared may have an effect elsewhere.
                let is_idle = why == NoBody::Status || matches!(node, ReferenceOr::Item(_));
                if is_idle && !response.content.is_empty() {
                    self.bodiless.entry(why).or_default().insert(at);
                }
                Vec::new()
            }
        };
        let docs = Docs {
            description: Some(response.description.clone()),
            ..Docs::default()
        };
        Reply {
            status,
            docs: docs.into(),
            contents,
            headers: self.reply_headers(response, &place, &origin),
            links: self.links(response, &place),
        }
    }
}
