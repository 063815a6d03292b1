//! How properties of forms are written (OpenAPI 3.0.4, Encoding Object).

use super::contents::{Family, carried, family};
use super::operation::query_style;
use super::{Builder, missing};
use crate::diag::{Code, Diagnostic, Report};
use crate::ir::{Api, Content, Encoding, Media, Origin, Role, Shape, TypeId};
use crate::pointer::Pointer;
use openapiv3::MediaType;

impl<'a> Builder<'a> {
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
                // The types of properties are not known yet.
                xml: false,
                at,
            });
        }
        encodings
    }
}

/// Settles what depends on the types of properties: which parts are XML, and which have headers.
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
        if let Content::Form(form) | Content::Multipart(form) = media.content {
            encoding.xml = is_xml(api, form, encoding);
            let object = &api.ty(api.behind(form)).shape;
            if matches!(object, Shape::Struct(_))
                && api.property(form, &encoding.property).is_none()
            {
                let message = format!("the schema has no property `{}`", encoding.property);
                let at = encoding.at.clone();
                report.push(Diagnostic::new(Code::UNKNOWN_PROPERTY, at, message).on_key());
            }
        }
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

fn unsupported(at: &Pointer, reason: &str, report: &mut Report) {
    let message = format!("`headers` is not supported here: {reason}");
    let finding = Diagnostic::new(Code::UNSUPPORTED_ENCODING, at.key("headers"), message);
    report.push(finding.on_key());
}

/// Whether the property of a form is a file, or a list of files.
fn is_file(api: &Api, form: TypeId, property: &str) -> bool {
    let part = api.part(form, property);
    part.is_some_and(|id| {
        let shape = &api.ty(api.behind(id)).shape;
        matches!(shape, Shape::Text(text) if text.format.as_deref() == Some("binary"))
    })
}

/// Whether the property of a form is written as XML: its media type says so, and it is no text,
/// which would be a document by itself.
fn is_xml(api: &Api, form: TypeId, encoding: &Encoding) -> bool {
    let mut types = encoding.content_type.iter().flat_map(|all| all.split(','));
    let stated = types.find(|media_type| !media_type.contains('*'));
    let has_style =
        encoding.style.is_some() || encoding.explode.is_some() || encoding.allow_reserved;
    let part = api.part(form, &encoding.property);
    stated.is_some_and(|stated| family(stated) == Family::Xml)
        && !has_style
        && part.is_some_and(|id| {
            let shape = &api.ty(api.behind(id)).shape;
            !matches!(
                shape,
                Shape::Any | Shape::Never | Shape::Text(_) | Shape::Tuple(_)
            )
        })
}
