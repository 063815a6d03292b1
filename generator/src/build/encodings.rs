//! How properties of forms are written (OpenAPI 3.0.4, Encoding Object).

use super::Builder;
use super::contents::carried;
use super::media_types::{Family, family};
use super::operation::query_style;
use crate::diag::{Code, Diagnostic, Report};
use crate::ir::{
    Api, Content, Encoding, Header, Location, Operation, Origin, Parameter, Role, Shape, Style,
    TypeId, essence,
};
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
            let roles = [Role::RequestBody, Role::Property(property.as_str().into())];
            origin.role.extend(roles);
            // OpenAPI 3.0.4, Encoding Object; RFC 7578, section 4.2.
            let own = [
                ("content-type", "`contentType` says it"),
                ("content-disposition", "it says which property the part is"),
            ];
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
                styled_parts: carried(&encoding.extensions, "x-specwright-styled-parts")
                    .unwrap_or_default(),
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

/// Settles what depends on the types of properties: which parts are XML, and who gives the headers
/// of parts.
pub(super) fn settle(api: &mut Api, report: &mut Report) {
    let mut operations = std::mem::take(&mut api.operations);
    let mut idle = Report::default();
    for operation in &mut operations {
        settle_operation(api, operation, &mut idle, report);
    }
    report.append_once(idle);
    api.operations = operations;
    let mut callbacks = std::mem::take(&mut api.callbacks);
    for callback in &mut callbacks {
        let body = callback.operation.body.iter_mut();
        for media in body.flat_map(|body| &mut body.contents) {
            for encoding in &mut media.encodings {
                if let Content::Form(form) = media.content {
                    settle_encoding(api, form, encoding, report);
                }
                if !std::mem::take(&mut encoding.headers).is_empty() {
                    unsupported(
                        &encoding.at,
                        "parts of callbacks are not taken apart",
                        report,
                    );
                }
            }
        }
    }
    api.callbacks = callbacks;
}

fn settle_operation(api: &Api, operation: &mut Operation, idle: &mut Report, report: &mut Report) {
    let Some(body) = &mut operation.body else {
        return;
    };
    let is_alone = body.required && body.contents.len() == 1;
    for media in &mut body.contents {
        for encoding in &mut media.encodings {
            if !has_styled_part(api, media.content, &media.media_type, encoding) {
                report_idle(media.content, encoding, idle);
                if let Content::Multipart(_) = media.content {
                    encoding.style = None;
                    encoding.explode = None;
                    encoding.allow_reserved = false;
                }
            }
            match media.content {
                Content::Form(form) | Content::Multipart(form) => {
                    settle_encoding(api, form, encoding, report);
                }
                _ => {}
            }
            if encoding.headers.is_empty() {
                continue;
            }
            let headers = match media.content {
                Content::Multipart(form) => match api.part(form, &encoding.property) {
                    Some(part) if is_file(api, part) => continue,
                    Some(_) => std::mem::take(&mut encoding.headers),
                    None => Vec::new(),
                },
                _ => Vec::new(),
            };
            for header in headers {
                let is_required = is_alone && is_required(api, media.content, &encoding.property);
                let parameter = part_parameter(header, encoding, is_required);
                let mut known = operation.parameters.iter();
                if !known.any(|it| it.part == parameter.part && it.wire == parameter.wire) {
                    operation.parameters.push(parameter);
                }
            }
            if !std::mem::take(&mut encoding.headers).is_empty() {
                let reason = "only the parts of multipart bodies have headers";
                unsupported(&encoding.at, reason, report);
            }
        }
        media.encodings.retain(says_something);
    }
}

fn settle_encoding(api: &Api, form: TypeId, encoding: &mut Encoding, report: &mut Report) {
    encoding.xml = is_xml(api, form, encoding);
    let object = &api.ty(api.behind(form)).shape;
    if matches!(object, Shape::Struct(_)) && api.property(form, &encoding.property).is_none() {
        let message = format!("the schema has no property `{}`", encoding.property);
        let at = encoding.at.clone();
        report.push(Diagnostic::new(Code::UNKNOWN_PROPERTY, at, message).on_key());
    }
}

/// Whether a property of a form is always there.
fn is_required(api: &Api, content: Content, property: &str) -> bool {
    let Some(Shape::Struct(object)) = content.ty().map(|id| &api.ty(api.behind(id)).shape) else {
        return false;
    };
    let mut fields = object.fields.iter();
    fields.any(|field| field.wire == property && field.required)
}

/// The header of a part that is no file, which can bring none, as a parameter of the operation.
fn part_parameter(header: Header, encoding: &Encoding, is_required: bool) -> Parameter {
    Parameter {
        at: encoding.at.keys(["headers", &header.wire]),
        wire: header.wire,
        location: Location::Header,
        part: Some(encoding.property.clone()),
        ty: header.ty,
        required: header.required && is_required,
        style: Style::Simple,
        explode: header.explode,
        allow_reserved: false,
        empty: crate::ir::EmptyValue::Refused,
        media_type: header.json.then(|| "application/json".to_owned()),
        unwritable: None,
        default: header.default,
        docs: header.docs,
        rust_name: None,
    }
}

fn says_something(encoding: &Encoding) -> bool {
    encoding.content_type.is_some()
        || encoding.style.is_some()
        || encoding.explode.is_some()
        || encoding.allow_reserved
        || !encoding.headers.is_empty()
}

/// Whether the parts of this property are written by its style. That files have styles is not defined.
fn has_styled_part(api: &Api, content: Content, media_type: &str, encoding: &Encoding) -> bool {
    let Content::Multipart(form) = content else {
        return false;
    };
    encoding.styled_parts
        && essence(media_type) == "multipart/form-data"
        && !(api.part(form, &encoding.property)).is_some_and(|part| is_file(api, part))
}

/// Reports what has no effect with this content.
fn report_idle(content: Content, encoding: &Encoding, report: &mut Report) {
    let styled = [
        ("style", encoding.style.is_some()),
        ("explode", encoding.explode.is_some()),
        ("allowReserved", encoding.allow_reserved),
    ];
    let styled = styled.iter().find(|(_, is_there)| *is_there);
    let (at, message) = match (content, styled) {
        (Content::Form(_), _) | (Content::Multipart(_), None) => return,
        (Content::Multipart(_), Some((keyword, _))) => {
            let message = format!("`{keyword}` has no effect on a part");
            (encoding.at.key(keyword), message)
        }
        _ => {
            let message = "the body is no form: `encoding` has no effect".to_owned();
            (encoding.at.clone(), message)
        }
    };
    report.push(Diagnostic::new(Code::IDLE_ENCODING, at, message).on_key());
}

fn unsupported(at: &Pointer, reason: &str, report: &mut Report) {
    let message = format!("`headers` is not supported here: {reason}");
    let finding = Diagnostic::new(Code::UNSUPPORTED_ENCODING, at.key("headers"), message);
    report.push(finding.on_key());
}

/// Whether a part is a file.
fn is_file(api: &Api, part: TypeId) -> bool {
    let shape = &api.ty(api.behind(part)).shape;
    matches!(shape, Shape::Text(text) if text.format.as_deref() == Some("binary"))
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
