//! Operations: what is sent, what comes back, and who may call.

use super::{Docs, Server, TypeId};
use crate::pointer::Pointer;
use serde_json::Value;

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
    /// The first tag.
    pub tag: Option<String>,
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
    /// Base URLs that stand in for those of the API.
    pub servers: Vec<Server>,
}

/// One parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name on the wire.
    pub wire: String,
    /// Where it stands in the request.
    pub location: Location,
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
    /// The media type of a parameter declared by `content`.
    pub media_type: Option<String>,
    /// `default`: what the server takes when it is absent. Never sent.
    pub default: Option<Value>,
    /// Its text.
    pub docs: Docs,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
    /// The place of the parameter object.
    pub at: Pointer,
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

/// A request body.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Whether it must be sent.
    pub required: bool,
    /// Its text.
    pub docs: Docs,
    /// The media type chosen, as written.
    pub media_type: String,
    /// What it holds.
    pub content: Content,
}

/// What a body holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Content {
    /// JSON of this type.
    Json(TypeId),
    /// `application/x-www-form-urlencoded`, of this type.
    Form(TypeId),
    /// Text as it stands.
    Text,
    /// Bytes as they stand.
    Bytes,
}

/// A documented reply.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// For which statuses.
    pub status: Status,
    /// Its text.
    pub docs: Docs,
    /// Its body; `None` when nothing is said about one.
    pub content: Option<(String, Content)>,
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

/// A security scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme {
    /// Its key in `components.securitySchemes`.
    pub name: String,
    /// What it asks for.
    pub kind: SecurityKind,
    /// Its text.
    pub docs: Docs,
}

/// What a security scheme asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum SecurityKind {
    /// `Authorization: Bearer …`; OAuth 2 and OpenID Connect end in one as well.
    Bearer,
    /// `Authorization: Basic …`.
    Basic,
    /// A key in a header, query parameter or cookie with this name.
    ApiKey(Location, String),
    /// Something the client cannot do by itself.
    Other(String),
}
