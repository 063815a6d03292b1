// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `GET /default`
    ///
    /// Replies:
    ///
    /// - `default`: The thing.
    pub struct DefaultOnly {}
    send fn default_only() -> Result<types::Thing, Error<types::Thing>>;
    fn new();
}

impl Operation for DefaultOnly {
    type Output = types::Thing;
    type Failure = types::Thing;
    const ENDPOINT: Endpoint = Endpoint::get("defaultOnly", "/default");
}

operation! {
    /// `GET /either`
    ///
    /// Replies:
    ///
    /// - `200`: The thing or a file.
    pub struct Either {}
    send fn either() -> Result<EitherReply, Error<Value>>;
    fn new();
}

impl Operation for Either {
    type Output = EitherReply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("either", "/either").accept("application/json, application/pdf");
}

/// What the call gives back, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum EitherReply {
    /// `200`, `application/json`
    Status200Json(Box<types::Thing>),
    /// `200`, `application/pdf`
    Status200Pdf(Box<Reply>),
}

impl ReadReply for EitherReply {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            200 if reply.has_type("application/pdf") => {
                Ok(Self::Status200Pdf(Box::new(reply.clone())))
            }
            _ => Ok(Self::Status200Json(Box::new(reply.json()?))),
        }
    }
}

operation! {
    /// `DELETE /empty`
    ///
    /// Replies:
    ///
    /// - `204`: Gone.
    pub struct Empty {}
    send fn empty() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Empty {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::delete("empty", "/empty").accept("*/*");
}

operation! {
    /// `GET /file`
    ///
    /// Replies:
    ///
    /// - `200`: The file.
    pub struct FileOperation {}
    open fn file() -> Result<Download, Error<Value>>;
    fn new();
}

impl Operation for FileOperation {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("file", "/file").accept("application/pdf");
}

operation! {
    /// `GET /list`
    ///
    /// Replies:
    ///
    /// - `200`: All.
    pub struct List {}
    send fn list() -> Result<Vec<types::Thing>, Error<Value>>;
    fn new();
}

impl Operation for List {
    type Output = Vec<types::Thing>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("list", "/list");
}

operation! {
    /// `GET /notations`
    ///
    /// Replies:
    ///
    /// - `200`: The thing.
    pub struct Notations {}
    send fn notations() -> Result<types::Thing, Error<Value>>;
    fn new();
}

impl Operation for Notations {
    type Output = types::Thing;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("notations", "/notations");
}

operation! {
    /// `GET /range`
    ///
    /// Replies:
    ///
    /// - `2XX`: The thing.
    /// - `4XX`: Wrong.
    pub struct Range {}
    send fn range() -> Result<types::Thing, Error<types::Problem>>;
    fn new();
}

impl Operation for Range {
    type Output = types::Thing;
    type Failure = types::Problem;
    const ENDPOINT: Endpoint = Endpoint::get("range", "/range").accept("application/json, application/problem+json");
}

operation! {
    /// `GET /same`
    ///
    /// Replies:
    ///
    /// - `200`: Old.
    /// - `201`: New.
    pub struct Same {}
    send fn same() -> Result<types::Thing, Error<Value>>;
    fn new();
}

impl Operation for Same {
    type Output = types::Thing;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("same", "/same");
}

operation! {
    /// `GET /several`
    ///
    /// Replies:
    ///
    /// - `200`: There it is.
    /// - `202`: Wait.
    /// - `204`: Nothing.
    /// - `404`: Not there.
    /// - `409`: Taken.
    /// - `5XX`: Broken, for one of these:
    ///
    ///   - it is late
    ///   - it is raining
    ///
    ///   Try again.
    pub struct Several {}
    send fn several() -> Result<SeveralReply, Error<SeveralFailure>>;
    fn new();
}

impl Operation for Several {
    type Output = SeveralReply;
    type Failure = SeveralFailure;
    const ENDPOINT: Endpoint = Endpoint::get("several", "/several").accept("application/json, text/plain");
}

/// What the call gives back, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SeveralReply {
    /// `200`
    Status200(Box<types::Thing>),
    /// `202`
    Status202(Box<types::SeveralResponse202>),
    /// `204`
    Status204(Box<Reply>),
}

impl ReadReply for SeveralReply {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            202 => Ok(Self::Status202(Box::new(reply.json()?))),
            204 => Ok(Self::Status204(Box::new(reply.clone()))),
            _ => Ok(Self::Status200(Box::new(reply.json()?))),
        }
    }
}

/// What a failed call says, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SeveralFailure {
    /// `404`
    Status404(Box<types::Problem>),
    /// `409`
    Status409(String),
    /// `5XX`
    Status5xx(Box<Reply>),
}

impl ReadReply for SeveralFailure {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            404 => Ok(Self::Status404(Box::new(reply.json()?))),
            409 => Ok(Self::Status409(reply.plain()?)),
            500..=599 => Ok(Self::Status5xx(Box::new(reply.clone()))),
            _ => Err(DecodeError::new("a documented status", reply.status.as_str())),
        }
    }
}

operation! {
    /// `GET /text`
    ///
    /// Replies:
    ///
    /// - `200`: The text.
    pub struct Text {}
    send fn text() -> Result<String, Error<Value>>;
    fn new();
}

impl Operation for Text {
    type Output = String;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("text", "/text").accept("text/plain");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.plain()
    }
}

operation! {
    /// `GET /undescribed`
    ///
    /// Replies:
    ///
    /// - `200`: Something.
    pub struct Undescribed {}
    send fn undescribed() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Undescribed {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("undescribed", "/undescribed").accept("*/*");
}

operation! {
    /// `GET /within`
    ///
    /// Replies:
    ///
    /// - `200`: The thing.
    /// - `201`: A text.
    /// - `2XX`: A list.
    pub struct Within {}
    send fn within() -> Result<WithinReply, Error<Value>>;
    fn new();
}

impl Operation for Within {
    type Output = WithinReply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("within", "/within").accept("application/json, text/plain");
}

/// What the call gives back, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum WithinReply {
    /// `200`
    Status200(Box<types::Thing>),
    /// `201`
    Status201(String),
    /// `2XX`
    Status2xx(Vec<String>),
}

impl ReadReply for WithinReply {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            201 => Ok(Self::Status201(reply.plain()?)),
            202..=299 => Ok(Self::Status2xx(reply.json()?)),
            _ => Ok(Self::Status200(Box::new(reply.json()?))),
        }
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Problem`.
    pub struct Problem {
        pub detail: Option<String> = optional("detail"),
    }
}

object! {
    /// The reply `202` of `several`.
    pub struct SeveralResponse202 {
        pub retry: i64 = required("retry"),
    }
}

object! {
    /// The schema `Thing`.
    pub struct Thing {
        pub id: String = required("id"),
    }
}

// === findings
//
// note[N0634]: `application/vnd.example.protobuf` is not asked for: `application/json` has the same schema
//   --> spec.yaml:29:233
//    |
// 29 | … {$ref: '#/components/schemas/Thing'}}, application/vnd.example.protobuf: {schema: {$ref: '#/components/schemas/Thing'}}…
//    |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//
// note[N0634]: `application/yaml` is not asked for: `application/json` has the same schema
//   --> spec.yaml:29:167
//    |
// 29 | … {$ref: '#/components/schemas/Thing'}}, application/yaml: {schema: {$ref: '#/components/schemas/Thing'}}, application/vn…
//    |                                          ^^^^^^^^^^^^^^^^
