//! Headers of replies and of parts.

use super::contents::{carried, declared, shared};
use super::media_types::{Family, family};
use super::operation::NO_HEADER;
use super::{Builder, docs};
use crate::diag::{Code, Diagnostic};
use crate::ir::{Docs, Header, Origin, Role};
use crate::pointer::Pointer;
use crate::shape::is_token;
use indexmap::IndexMap;
use openapiv3::{HeaderStyle, ReferenceOr, Response};
use std::borrow::Cow;
use std::collections::BTreeSet;

impl<'a> Builder<'a> {
    pub(super) fn reply_headers(
        &mut self,
        response: &'a Response,
        at: &Pointer,
        origin: &Origin,
    ) -> Vec<Header> {
        // `Content-Type` tells contents apart (OpenAPI 3.0.4, Response Object).
        let said = [("content-type", "the keys of `content` say it")];
        self.all_headers(&response.headers, &said, at, origin)
    }

    /// All headers that can be there but those that are `said` elsewhere, by their names in small letters
    /// and how.
    pub(super) fn all_headers(
        &mut self,
        headers: &'a IndexMap<String, ReferenceOr<openapiv3::Header>>,
        said: &[(&str, &str)],
        at: &Pointer,
        origin: &Origin,
    ) -> Vec<Header> {
        let mut known = BTreeSet::new();
        let mut kept = Vec::new();
        for (name, node) in headers {
            let at = at.key("headers").key(name);
            let lower = name.to_ascii_lowercase();
            if let Some((_, how)) = said.iter().find(|(own, _)| *own == lower) {
                let message = format!("`{name}` has no effect: {how}");
                let finding = Diagnostic::new(Code::NO_EFFECT, at, message);
                self.count(finding.on_key());
                continue;
            }
            let why = if name.is_empty() || !name.bytes().all(is_token) {
                NO_HEADER
            } else if !known.insert(lower) {
                "another differs in capitals alone, which do not count (RFC 9110, section 5.1)"
            } else {
                kept.extend(self.header(name, node, &at, origin));
                continue;
            };
            let message = format!("the header `{name}` is left out");
            let finding = Diagnostic::new(Code::HEADER_IGNORED, at, message);
            self.count(finding.on_key().help(why));
        }
        kept
    }

    /// A header; what one of `components.headers` is does not depend on who refers to it.
    fn header(
        &mut self,
        name: &str,
        node: &'a ReferenceOr<openapiv3::Header>,
        at: &Pointer,
        origin: &Origin,
    ) -> Option<Header> {
        let ReferenceOr::Reference { reference } = node else {
            return self.new_header(name, node, at, origin);
        };
        if let Some(known) = self.headers.get(reference.as_str()) {
            return Some(Header {
                wire: name.to_owned(),
                ..known.clone()
            });
        }
        let header = self.new_header(name, node, at, origin)?;
        self.headers.insert(reference, header.clone());
        Some(header)
    }

    fn new_header(
        &mut self,
        name: &str,
        node: &'a ReferenceOr<openapiv3::Header>,
        at: &Pointer,
        origin: &Origin,
    ) -> Option<Header> {
        let found = self.component(node, "headers", |all| &all.headers, at);
        let (place, header) = match found {
            Ok(found) => found,
            Err(reference) => {
                let message = format!("the header `{name}` is left out");
                self.report.push(
                    Diagnostic::new(Code::PART_LEFT_OUT, at.clone(), message)
                        .on_key()
                        .because("the reference that leads nowhere", reference),
                );
                return None;
            }
        };
        let HeaderStyle::Simple = header.style;
        let (origin, role, component) = match shared(&place) {
            Some(origin) => (
                origin,
                Role::RequestBody,
                place.tokens().next_back().map(Cow::into_owned),
            ),
            None => (origin.clone(), Role::Header(name.into()), None),
        };
        let (schema, media) = declared(&header.format);
        let at = match media {
            Some((name, _)) => place.keys(["content", name, "schema"]),
            None => place.key("schema"),
        };
        let json = media.is_some_and(|(name, _)| family(name) == Family::Json);
        let ty = match schema {
            Some(schema) => {
                let origin = origin.child(at.clone(), role, schema.into());
                self.type_of(at, schema.into(), origin)
            }
            None => self.text(&at, &origin),
        };
        let own = Docs {
            description: header.description.clone(),
            deprecated: header.deprecated.unwrap_or_default(),
            examples: self.examples((header.example.as_ref(), &header.examples), media),
            ..Docs::default()
        };
        let beside = schema.map(|schema| self.beside(schema.into(), ty));
        let beside = beside.unwrap_or_default();
        Some(Header {
            wire: name.to_owned(),
            shared: component,
            ty,
            required: header.required,
            json,
            explode: carried(&header.extensions, "x-specwright-explode").unwrap_or_default(),
            default: docs::default(self.doc, schema),
            docs: docs::completed(own, beside).into(),
        })
    }
}
