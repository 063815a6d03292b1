// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /numbers`
    ///
    /// Replies:
    ///
    /// - `200`: The same.
    pub struct Numbers {
        /// The request body.
        pub body: Vec<i64>,
    }
    stream fn numbers(body: Vec<i64>) -> Result<Items<i64>, Error<Value>>;
    fn new(body: Vec<i64>);
}

impl Operation for Numbers {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("numbers", "/numbers").accept("application/x-ndjson");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::lines(&self.body))
    }
}

impl Streams for Numbers {
    type Item = i64;
    const MEDIA_TYPE: &'static str = "application/x-ndjson";
}

operation! {
    /// `GET /range`
    ///
    /// Replies:
    ///
    /// - `200`: The thing, or words.
    pub struct Range {}
    send fn range() -> Result<RangeReply, Error<Value>>;
    fn new();
}

impl Operation for Range {
    type Output = RangeReply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("range", "/range").accept("application/json, */*");
}

/// What the call gives back, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RangeReply {
    /// `200`, `application/json`
    Status200Json(Box<types::Thing>),
    /// `200`, `*/*`
    Status200Any(String),
}

impl ReadReply for RangeReply {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            200 if reply.has_type("application/json") => {
                Ok(Self::Status200Json(Box::new(reply.json()?)))
            }
            200 => Ok(Self::Status200Any(reply.plain()?)),
            _ => Ok(Self::Status200Json(Box::new(reply.json()?))),
        }
    }
}

operation! {
    /// `GET /session`
    ///
    /// Replies:
    ///
    /// - `204`: Who it is.
    pub struct Session {}
    send fn session() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Session {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("session", "/session").accept("*/*");
}

impl Session {
    /// The header `Set-Cookie` of `204`.
    pub const SET_COOKIE: ReplyHeader<Vec<String>> = ReplyHeader::new("set-cookie").list();

    /// The header `X-Roles` of `204`.
    pub const X_ROLES: ReplyHeader<Vec<String>> = ReplyHeader::new("x-roles").list();
}

operation! {
    /// `GET /statuses`
    ///
    /// Replies:
    ///
    /// - `200`: The thing.
    /// - `2XX`: Words.
    /// - `400`: What is wrong.
    /// - `4XX`: Why not.
    pub struct Statuses {}
    send fn statuses() -> Result<StatusesReply, Error<StatusesFailure>>;
    fn new();
}

impl Operation for Statuses {
    type Output = StatusesReply;
    type Failure = StatusesFailure;
    const ENDPOINT: Endpoint = Endpoint::get("statuses", "/statuses").accept("application/json, text/plain");
}

/// What the call gives back, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum StatusesReply {
    /// `200`
    Status200(Box<types::Thing>),
    /// `2XX`
    Status2xx(String),
}

impl ReadReply for StatusesReply {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            201..=299 => Ok(Self::Status2xx(reply.plain()?)),
            _ => Ok(Self::Status200(Box::new(reply.json()?))),
        }
    }
}

/// What a failed call says, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum StatusesFailure {
    /// `400`
    Status400(Box<types::Thing>),
    /// `4XX`
    Status4xx(String),
}

impl ReadReply for StatusesFailure {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            400 => Ok(Self::Status400(Box::new(reply.json()?))),
            401..=499 => Ok(Self::Status4xx(reply.plain()?)),
            _ => Err(DecodeError::new("a documented status", reply.status.as_str())),
        }
    }
}

operation! {
    /// `GET /suffix`
    ///
    /// Replies:
    ///
    /// - `200`: One thing, or all of them.
    pub struct Suffix {}
    send fn suffix() -> Result<SuffixReply, Error<Value>>;
    fn new();
}

impl Operation for Suffix {
    type Output = SuffixReply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("suffix", "/suffix").accept("application/json, application/*+json");
}

/// What the call gives back, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SuffixReply {
    /// `200`, `application/json`
    Status200Json(Vec<types::Thing>),
    /// `200`, `application/*+json`
    Status200StarJson(Box<types::Thing>),
}

impl ReadReply for SuffixReply {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            200 if reply.has_type("application/*+json") => {
                Ok(Self::Status200StarJson(Box::new(reply.json()?)))
            }
            _ => Ok(Self::Status200Json(reply.json()?)),
        }
    }
}

operation! {
    /// `DELETE /table`
    ///
    /// Replies:
    ///
    /// - `204`: Gone.
    /// - `302`: Elsewhere.
    /// - `default`: Why not.
    pub struct DeleteTable {}
    send fn delete_table() -> Result<Reply, Error<DeleteTableFailure>>;
    fn new();
}

impl Operation for DeleteTable {
    type Output = Reply;
    type Failure = DeleteTableFailure;
    const ENDPOINT: Endpoint = Endpoint::delete("deleteTable", "/table");
}

/// What a failed call says, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DeleteTableFailure {
    /// `302`
    Status302(Box<Reply>),
    /// `default`
    Default(Box<types::Thing>),
}

impl ReadReply for DeleteTableFailure {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            302 => Ok(Self::Status302(Box::new(reply.clone()))),
            _ => Ok(Self::Default(Box::new(reply.json()?))),
        }
    }
}

operation! {
    /// `PUT /table`
    ///
    /// Replies:
    ///
    /// - `200`: The same.
    pub struct PutTable {
        /// The request body.
        pub body: File,
    }
    open fn put_table(body: impl Into<File>) -> Result<Download, Error<Value>>;
    fn new(body: impl Into<File>);
}

impl Operation for PutTable {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putTable", "/table").accept("text/csv");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::file(&self.body).media_type("text/csv"))
    }
}

operation! {
    /// `GET /versions`
    ///
    /// Replies:
    ///
    /// - `200`: The thing, old or new.
    pub struct Versions {}
    send fn versions() -> Result<VersionsReply, Error<Value>>;
    fn new();
}

impl Operation for Versions {
    type Output = VersionsReply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("versions", "/versions")
        .accept("application/json; version=1, application/json; version=2");
}

/// What the call gives back, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum VersionsReply {
    /// `200`, `application/json; version=1`
    Status200Json(Box<types::Thing>),
    /// `200`, `application/json; version=2`
    Status200Json2(Box<types::VersionsResponse>),
}

impl ReadReply for VersionsReply {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            200 if reply.has_type("application/json; version=2") => {
                Ok(Self::Status200Json2(Box::new(reply.json()?)))
            }
            _ => Ok(Self::Status200Json(Box::new(reply.json()?))),
        }
    }
}

operation! {
    /// `GET /words`
    ///
    /// Replies:
    ///
    /// - `200`: Words.
    pub struct Words {}
    send fn words() -> Result<String, Error<Value>>;
    fn new();
}

impl Operation for Words {
    type Output = String;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("words", "/words");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.plain()
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Thing`.
    pub struct Thing {
        pub id: String = required("id"),
    }
}

object! {
    /// The reply `200` of `versions`.
    pub struct VersionsResponse {
        pub key: i64 = required("key"),
    }
}

// === findings
//
// warning[W0614]: `text/csv` is not taken apart: it is handed over as bytes
//   --> spec.yaml:61:47
//    |
// 61 | …requestBody: {required: true, content: {text/csv: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}}
//    |                                          ^^^^^^^^
//
// warning[W0614]: `text/csv` is not taken apart: it is handed over as bytes
//   --> spec.yaml:62:61
//    |
// 62 | …00': {description: The same., content: {text/csv: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}}…
//    |                                          ^^^^^^^^
//
// warning[W0623]: a reply with this status never has a body: `content` has no effect
//   --> spec.yaml:66:37
//    |
// 66 |         '204': {description: Gone., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
//    |                                     ^^^^^^^
