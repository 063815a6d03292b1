//! Operations: what is sent, what comes back, and who may call.

use super::{Docs, Server, Shared, TypeId};
use crate::pointer::Pointer;
use serde_json::Value;
use std::fmt;

/// One operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// The place of the operation object.
    pub at: Pointer,
    /// `operationId`, or one made from method and path where it has none.
    pub id: String,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
    /// In upper case.
    pub method: String,
    /// The path template, as written.
    pub path: String,
    /// What of it is sent.
    pub target: String,
    /// The first tag.
    pub tag: Option<String>,
    /// Its other tags.
    pub more_tags: Vec<String>,
    /// Its text.
    pub docs: Docs,
    /// The parameters: those of the path item, unless overridden, and then its own.
    pub parameters: Vec<Parameter>,
    /// What is sent.
    pub body: Option<Body>,
    /// What comes back, in document order; `default` last.
    pub replies: Vec<Reply>,
    /// Alternatives, each a set of scheme names with scopes; none for a public operation.
    pub security: Vec<Vec<(String, Vec<String>)>>,
    /// Base URLs that stand in for those of the API; none where they are the same.
    pub servers: Vec<Server>,
}

impl Operation {
    /// The types of parameters and body.
    pub fn sent(&self) -> impl Iterator<Item = TypeId> {
        let parameters = self.parameters.iter().map(|parameter| parameter.ty);
        let contents = self.body.iter().flat_map(|body| &body.contents);
        let own = contents.clone().filter_map(|media| media.content.ty());
        let encodings = contents.flat_map(|media| &media.encodings);
        let headers = encodings.flat_map(|encoding| &encoding.headers);
        parameters.chain(own).chain(headers.map(|header| header.ty))
    }

    /// The types of replies and their headers.
    pub fn received(&self) -> impl Iterator<Item = TypeId> {
        self.replies.iter().flat_map(|reply| {
            let headers = reply.headers.iter().map(|header| header.ty);
            let contents = reply.contents.iter();
            headers.chain(contents.filter_map(|media| media.content.ty()))
        })
    }

    /// Whether a reply of this status is what a successful call gives: 2xx, or `default` where no
    /// 2xx is documented.
    #[must_use]
    pub fn is_success(&self, status: Status) -> bool {
        match status {
            Status::Code(200..=299) | Status::Range(2) => true,
            Status::Code(_) | Status::Range(_) => false,
            Status::Default => {
                let mut all = self.replies.iter();
                !all.any(|reply| matches!(reply.status, Status::Code(200..=299) | Status::Range(2)))
            }
        }
    }

    /// Puts other types in the place of those that the operation names.
    pub fn replace_types(&mut self, with: impl Fn(TypeId) -> TypeId) {
        let with_content = |media: &mut Media| {
            if let Some(ty) = media.content.ty() {
                media.content = media.content.with_ty(with(ty));
            }
            for header in media.encodings.iter_mut().flat_map(|it| &mut it.headers) {
                header.ty = with(header.ty);
            }
        };
        for parameter in &mut self.parameters {
            parameter.ty = with(parameter.ty);
        }
        let body = self.body.iter_mut().flat_map(|body| &mut body.contents);
        body.for_each(with_content);
        for reply in &mut self.replies {
            reply.contents.iter_mut().for_each(with_content);
            for header in &mut reply.headers {
                header.ty = with(header.ty);
            }
        }
    }
}

/// A request that the server makes: a callback or a webhook.
#[derive(Clone, Debug, PartialEq)]
pub struct Callback {
    /// The operations that lead to it, by id; none for a webhook.
    pub owners: Vec<String>,
    /// Its key in `callbacks` or `webhooks`.
    pub name: String,
    /// The runtime expression of the URL; empty for a webhook.
    pub expression: String,
    /// What is sent, and what is answered.
    pub operation: Operation,
}

/// Whether a value may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmptyValue {
    /// It may not.
    Refused,
    /// It may (`allowEmptyValue`).
    Allowed,
}

/// One parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name on the wire.
    pub wire: String,
    /// Where it stands in the request.
    pub location: Location,
    /// The property of a form of whose part it is a header, and not of the request.
    pub part: Option<String>,
    /// The type of its value.
    pub ty: TypeId,
    /// Whether it must be given.
    pub required: bool,
    /// How arrays and objects are written.
    pub style: Style,
    /// Whether each element is written for itself.
    pub explode: bool,
    /// `allowReserved`.
    pub allow_reserved: bool,
    /// What `allowEmptyValue` says.
    pub empty: EmptyValue,
    /// The media type of a parameter declared by `content`.
    pub media_type: Option<String>,
    /// What of it cannot be sent.
    pub unwritable: Option<Unwritable>,
    /// `default`: what the server takes when it is absent. Never sent.
    pub default: Option<Value>,
    /// Its text.
    pub docs: Shared<Docs>,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
    /// The place of the parameter object.
    pub at: Pointer,
}

/// Values of a parameter for which its style has no form.
#[derive(Clone, Debug, PartialEq)]
pub struct Unwritable {
    /// The members that cannot be set; all values when empty.
    pub members: Vec<String>,
    /// Whether it is some values, and others can be written.
    pub partly: bool,
    /// What the style is not for.
    pub reason: String,
}

/// Where a parameter stands (`in`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// In the path.
    Path,
    /// In the query string.
    Query,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
}

impl Location {
    /// As it stands in a description.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }
}

/// How arrays and objects are written in a parameter (`style`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `a,b` in paths and headers.
    Simple,
    /// `.a,b` in paths.
    Label,
    /// `;name=a,b` in paths.
    Matrix,
    /// `name=a&name=b` in queries and cookies.
    Form,
    /// `name=a%20b` in queries.
    SpaceDelimited,
    /// `name=a%7Cb` in queries.
    PipeDelimited,
    /// `name[key]=a` in queries.
    DeepObject,
}

impl Style {
    /// As it stands in a description.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Simple => "simple",
            Self::Label => "label",
            Self::Matrix => "matrix",
            Self::Form => "form",
            Self::SpaceDelimited => "spaceDelimited",
            Self::PipeDelimited => "pipeDelimited",
            Self::DeepObject => "deepObject",
        }
    }
}

/// A request body.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Whether it must be sent.
    pub required: bool,
    /// Its text.
    pub docs: Docs,
    /// What it may hold, the preferred content first; never empty.
    pub contents: Vec<Media>,
}

impl Body {
    /// The content that a receiver takes apart: one in parts is handed over as it is.
    #[must_use]
    pub fn taken_apart(&self) -> Option<&Media> {
        let is_whole = |media: &&Media| !matches!(media.content, Content::Multipart(_));
        self.contents.iter().find(is_whole)
    }
}

/// A body in one media type.
#[derive(Clone, Debug, PartialEq)]
pub struct Media {
    /// The media type, as written.
    pub media_type: String,
    /// Further media types with the same content, which need no case of their own.
    pub same: Vec<String>,
    /// What it holds.
    pub content: Content,
    /// What the schema says of bytes, which have no type to say it, and the examples.
    pub docs: Shared<Docs>,
    /// How the properties of a form are written, where that is not the usual way.
    pub encodings: Vec<Encoding>,
}

/// What a body holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Content {
    /// JSON of this type.
    Json(TypeId),
    /// `application/x-www-form-urlencoded`, of this type.
    Form(TypeId),
    /// `multipart/form-data` and its like: a part per property of this type.
    Multipart(TypeId),
    /// XML of this type.
    Xml(TypeId),
    /// A scalar of this type as text.
    Text(TypeId),
    /// Bytes as they stand.
    Bytes,
    /// Server-sent events whose data is of this type.
    Events(TypeId),
    /// JSON texts of this type, one on each line; in requests a list of them.
    Lines(TypeId),
}

impl Content {
    /// The type of what it holds.
    #[must_use]
    pub fn ty(self) -> Option<TypeId> {
        match self {
            Self::Json(id)
            | Self::Form(id)
            | Self::Multipart(id)
            | Self::Xml(id)
            | Self::Text(id)
            | Self::Events(id)
            | Self::Lines(id) => Some(id),
            Self::Bytes => None,
        }
    }

    /// The same with another type.
    #[must_use]
    pub fn with_ty(self, ty: TypeId) -> Self {
        match self {
            Self::Json(_) => Self::Json(ty),
            Self::Form(_) => Self::Form(ty),
            Self::Multipart(_) => Self::Multipart(ty),
            Self::Xml(_) => Self::Xml(ty),
            Self::Text(_) => Self::Text(ty),
            Self::Events(_) => Self::Events(ty),
            Self::Lines(_) => Self::Lines(ty),
            Self::Bytes => Self::Bytes,
        }
    }

    /// Whether it comes item by item.
    #[must_use]
    pub fn is_stream(self) -> bool {
        matches!(self, Self::Events(_) | Self::Lines(_))
    }
}

/// A media type without parameters, in lower case.
#[must_use]
pub fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Whether a media type is within a range (`image/*`, `application/*+json`); parameters do not
/// count.
#[must_use]
pub fn is_within(media_type: &str, range: &str) -> bool {
    let (media_type, range) = (essence(media_type), essence(range));
    match range.split_once('*') {
        Some(("", _)) => true,
        Some((before, behind)) => media_type.starts_with(before) && media_type.ends_with(behind),
        None => false,
    }
}

/// How one property of a form is written (`encoding`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Encoding {
    /// The wire name of the property.
    pub property: String,
    /// The media type of its part, or of its text in a form.
    pub content_type: Option<String>,
    /// The style of a property of a form.
    pub style: Option<Style>,
    /// Whether styles are for the parts of `multipart/form-data` as well, as OpenAPI 3.1 says.
    pub styled_parts: bool,
    /// Whether each element is written for itself.
    pub explode: Option<bool>,
    /// `allowReserved`.
    pub allow_reserved: bool,
    /// The headers of its part.
    pub headers: Vec<Header>,
    /// Whether it is written as XML; a list item by item.
    pub xml: bool,
    /// The place of the encoding object.
    pub at: Pointer,
}

/// A documented reply.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// For which statuses.
    pub status: Status,
    /// Its text.
    pub docs: Shared<Docs>,
    /// What its body may hold, the preferred content first; empty when nothing is said about one.
    pub contents: Vec<Media>,
    /// Its headers.
    pub headers: Vec<Header>,
    /// What can be done next with its values.
    pub links: Vec<Link>,
}

/// A header of a reply or of a part.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Its name.
    pub wire: String,
    /// Its key in `components.headers`, where it stands there.
    pub shared: Option<String>,
    /// The type of its value.
    pub ty: TypeId,
    /// Whether it is always there.
    pub required: bool,
    /// Whether its value is JSON.
    pub json: bool,
    /// Whether the members of an object are written as `key=value`.
    pub explode: bool,
    /// `default`: what it is when it is absent.
    pub default: Option<Value>,
    /// Its text.
    pub docs: Shared<Docs>,
}

impl From<&Parameter> for Header {
    /// What both have.
    fn from(parameter: &Parameter) -> Self {
        Self {
            wire: parameter.wire.clone(),
            shared: None,
            ty: parameter.ty,
            required: parameter.required,
            json: parameter.media_type.is_some(),
            explode: parameter.explode,
            default: parameter.default.clone(),
            docs: parameter.docs.clone(),
        }
    }
}

/// A link: an operation that takes values of a reply.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Its key in `links`.
    pub name: String,
    /// The operation, by id or by reference.
    pub target: String,
    /// Parameter and the runtime expression of its value.
    pub parameters: Vec<(String, String)>,
    /// The body: a runtime expression, or its JSON.
    pub body: Option<String>,
    /// The URL of the server, where it is another.
    pub server: Option<String>,
    /// The text of that.
    pub server_description: Option<String>,
    /// Its text.
    pub description: Option<String>,
}

/// For which statuses a reply is documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// One status.
    Code(u16),
    /// A hundred: `4` for `4XX`.
    Range(u8),
    /// `default`: all that are not documented otherwise.
    Default,
}

impl fmt::Display for Status {
    /// As it stands in a description.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(hundred) => write!(f, "{hundred}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}
