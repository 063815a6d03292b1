//! Headers of replies and of parts, and how properties of forms are written.

use super::contents::{Family, carried, family, shared};
use super::operation::query_style;
use super::{Builder, docs, missing};
use crate::diag::{Code, Diagnostic, Report};
use crate::ir::{
    Additional, Api, Content, Docs, Encoding, Header, Media, Origin, Role, Shape, TypeId,
};
use crate::pointer::Pointer;
use indexmap::IndexMap;
use openapiv3::{HeaderStyle, MediaType, ParameterSchemaOrContent, ReferenceOr, Response};
use std::borrow::Cow;

impl<'a> Builder<'a> {
    pub(super) fn headers(
        &mut self,
        response: &'a Response,
        at: &Pointer,
        origin: &Origin,
    ) -> Vec<Header> {
        // `Content-Type` tells contents apart (OpenAPI 3.0.4, Response Object).
        self.all_headers(&response.headers, &["content-type"], at, origin)
    }

    /// How the properties of a form are written. The headers of their parts are there wherever they
    /// stand; [`settle`] keeps those that can be sent.
    pub(super) fn encodings(
        &mut self,
        media: &'a MediaType,
        at: &Pointer,
        origin: &Origin,
        request: bool,
    ) -> Vec<Encoding> {
        let mut encodings = Vec::new();
        for (property, encoding) in &media.encoding {
            let at = at.key("encoding").key(property);
            let mut origin = origin.clone();
            let roles = [Role::RequestBody, Role::Property(property.clone())];
            origin.role.extend(roles);
            // What these two say comes from the file and from its part's media type (OpenAPI 3.0.4,
            // Encoding Object).
            let own = ["content-type", "content-disposition"];
            let headers = if request {
                self.all_headers(&encoding.headers, &own, &at, &origin)
            } else {
                Vec::new()
            };
            if !encoding.headers.is_empty() && !request {
                unsupported(&at, "replies are not taken apart", self.report);
            }
            encodings.push(Encoding {
                property: property.clone(),
                content_type: encoding.content_type.clone(),
                style: encoding.style.as_ref().map(query_style),
                explode: carried(&encoding.extensions, "x-specwright-explode"),
                allow_reserved: encoding.allow_reserved,
                headers,
                at,
            });
        }
        encodings
    }

    /// All headers but those of these names, in small letters.
    fn all_headers(
        &mut self,
        headers: &'a IndexMap<String, ReferenceOr<openapiv3::Header>>,
        without: &[&str],
        at: &Pointer,
        origin: &Origin,
    ) -> Vec<Header> {
        let at = at.key("headers");
        let kept = headers
            .iter()
            .filter(|(name, _)| !without.contains(&name.to_ascii_lowercase().as_str()));
        kept.filter_map(|(name, node)| self.header(name, node, &at.key(name), origin))
            .collect()
    }

    fn header(
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
            None => (origin.clone(), Role::Header(name.to_owned()), None),
        };
        let (schema, at, json) = match &header.format {
            ParameterSchemaOrContent::Schema(schema) => (Some(schema), place.key("schema"), false),
            ParameterSchemaOrContent::Content(content) => match content.first() {
                Some((media_type, media)) => (
                    media.schema.as_ref(),
                    place.keys(["content", media_type, "schema"]),
                    family(media_type) == Family::Json,
                ),
                None => (None, place.key("content"), false),
            },
        };
        let ty = match schema {
            Some(schema) => {
                let origin = origin.child(at.clone(), role, schema.into());
                self.type_of(at, schema.into(), origin)
            }
            None => self.text(&at, &origin),
        };
        Some(Header {
            wire: name.to_owned(),
            shared: component,
            ty,
            required: header.required,
            json,
            explode: carried(&header.extensions, "x-specwright-explode").unwrap_or_default(),
            docs: Docs {
                description: header.description.clone(),
                deprecated: header.deprecated.unwrap_or_default(),
                example: docs::example(header.example.as_ref(), &header.examples),
                ..Docs::default()
            },
        })
    }
}

/// Leaves out the headers of what is no file in a multipart form: only files can be given headers.
pub(super) fn settle(api: &mut Api, report: &mut Report) {
    let mut operations = std::mem::take(&mut api.operations);
    let mut dropped = false;
    let bodies = operations
        .iter_mut()
        .filter_map(|operation| operation.body.as_mut());
    for media in bodies.flat_map(|body| &mut body.contents) {
        dropped |= settle_media(api, media, report);
    }
    api.operations = operations;
    for callback in &mut api.callbacks {
        let body = callback.operation.body.iter_mut();
        for media in body.flat_map(|body| &mut body.contents) {
            for encoding in &mut media.encodings {
                if !std::mem::take(&mut encoding.headers).is_empty() {
                    unsupported(&encoding.at, "callbacks are not taken apart", report);
                    dropped = true;
                }
            }
        }
    }
    // Their types have no use then.
    if dropped {
        missing::prune(api, |_| true);
    }
}

/// Whether headers were left out.
fn settle_media(api: &Api, media: &mut Media, report: &mut Report) -> bool {
    let mut dropped = false;
    for encoding in &mut media.encodings {
        if encoding.headers.is_empty() {
            continue;
        }
        let reason = match media.content {
            Content::Multipart(form) if is_file(api, form, &encoding.property) => continue,
            Content::Multipart(_) => "only parts that are files (`format: binary`) have headers",
            _ => "only the parts of multipart bodies have headers",
        };
        encoding.headers.clear();
        dropped = true;
        unsupported(&encoding.at, reason, report);
    }
    media.encodings.retain(says_something);
    dropped
}

fn says_something(encoding: &Encoding) -> bool {
    encoding.content_type.is_some()
        || encoding.style.is_some()
        || encoding.explode.is_some()
        || encoding.allow_reserved
        || !encoding.headers.is_empty()
}

/// Whether the property of a form is a file, or a list of files.
fn is_file(api: &Api, form: TypeId, property: &str) -> bool {
    let Shape::Struct(object) = &api.ty(api.behind(form)).shape else {
        return false;
    };
    let field = object.fields.iter().find(|field| field.wire == property);
    let mut id = match (field, &object.additional) {
        (Some(field), _) => api.behind(field.ty),
        (None, Additional::Typed(id)) => api.behind(*id),
        (None, _) => return false,
    };
    if let Shape::List(list) = &api.ty(id).shape {
        id = api.behind(list.items);
    }
    matches!(&api.ty(id).shape, Shape::Text(text) if text.format.as_deref() == Some("binary"))
}

fn unsupported(at: &Pointer, reason: &str, report: &mut Report) {
    let message = format!("`headers` is not supported here: {reason}");
    let finding = Diagnostic::new(Code::UNSUPPORTED_ENCODING, at.key("headers"), message);
    report.push(finding.on_key());
}
