// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `GET /default`
///
/// Replies:
///
/// - `default`: The thing.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DefaultOnly {}

impl DefaultOnly {
    arguments! {
        fn new();
    }
}

impl Operation for DefaultOnly {
    type Output = types::Thing;
    type Failure = types::Thing;
    const ENDPOINT: Endpoint = Endpoint::get("defaultOnly", "/default");
}

requests! {
    /// `GET /default`
    ///
    /// See [`DefaultOnly`].
    fn default_only() -> Result<types::Thing, Error<types::Thing>> {
        DefaultOnly::new()
    }
}

/// `GET /either`
///
/// Replies:
///
/// - `200`: The thing or a file.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Either {}

impl Either {
    arguments! {
        fn new();
    }
}

impl Operation for Either {
    type Output = EitherReply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("either", "/either")
        .accept("application/json, application/pdf");
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

requests! {
    /// `GET /either`
    ///
    /// See [`Either`].
    fn either() -> Result<EitherReply, Error<Value>> {
        Either::new()
    }
}

/// `DELETE /empty`
///
/// Replies:
///
/// - `204`: Gone.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Empty {}

impl Empty {
    arguments! {
        fn new();
    }
}

impl Operation for Empty {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::delete("empty", "/empty").accept("*/*");
}

requests! {
    /// `DELETE /empty`
    ///
    /// See [`Empty`].
    fn empty() -> Result<Reply, Error<Value>> {
        Empty::new()
    }
}

/// `GET /file`
///
/// Replies:
///
/// - `200`: The file.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FileOperation {}

impl FileOperation {
    arguments! {
        fn new();
    }
}

impl Operation for FileOperation {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("file", "/file").accept("application/pdf");
}

downloads! {
    /// `GET /file`
    ///
    /// See [`FileOperation`].
    fn file() -> Result<Download, Error<Value>> {
        FileOperation::new()
    }
}

/// `GET /list`
///
/// Replies:
///
/// - `200`: All.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct List {}

impl List {
    arguments! {
        fn new();
    }
}

impl Operation for List {
    type Output = Vec<types::Thing>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("list", "/list");
}

requests! {
    /// `GET /list`
    ///
    /// See [`List`].
    fn list() -> Result<Vec<types::Thing>, Error<Value>> {
        List::new()
    }
}

/// `GET /range`
///
/// Replies:
///
/// - `2XX`: The thing.
/// - `4XX`: Wrong.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Range {}

impl Range {
    arguments! {
        fn new();
    }
}

impl Operation for Range {
    type Output = types::Thing;
    type Failure = types::Problem;
    const ENDPOINT: Endpoint = Endpoint::get("range", "/range")
        .accept("application/json, application/problem+json");
}

requests! {
    /// `GET /range`
    ///
    /// See [`Range`].
    fn range() -> Result<types::Thing, Error<types::Problem>> {
        Range::new()
    }
}

/// `GET /same`
///
/// Replies:
///
/// - `200`: Old.
/// - `201`: New.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Same {}

impl Same {
    arguments! {
        fn new();
    }
}

impl Operation for Same {
    type Output = types::Thing;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("same", "/same");
}

requests! {
    /// `GET /same`
    ///
    /// See [`Same`].
    fn same() -> Result<types::Thing, Error<Value>> {
        Same::new()
    }
}

/// `GET /several`
///
/// Replies:
///
/// - `200`: There it is.
/// - `202`: Wait.
/// - `204`: Nothing.
/// - `404`: Not there.
/// - `409`: Taken.
/// - `5XX`: Broken.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Several {}

impl Several {
    arguments! {
        fn new();
    }
}

impl Operation for Several {
    type Output = SeveralReply;
    type Failure = SeveralFailure;
    const ENDPOINT: Endpoint = Endpoint::get("several", "/several")
        .accept("application/json, text/plain");
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

requests! {
    /// `GET /several`
    ///
    /// See [`Several`].
    fn several() -> Result<SeveralReply, Error<SeveralFailure>> {
        Several::new()
    }
}

/// `GET /text`
///
/// Replies:
///
/// - `200`: The text.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Text {}

impl Text {
    arguments! {
        fn new();
    }
}

impl Operation for Text {
    type Output = String;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("text", "/text").accept("text/plain");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.plain()
    }
}

requests! {
    /// `GET /text`
    ///
    /// See [`Text`].
    fn text() -> Result<String, Error<Value>> {
        Text::new()
    }
}

/// `GET /undescribed`
///
/// Replies:
///
/// - `200`: Something.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Undescribed {}

impl Undescribed {
    arguments! {
        fn new();
    }
}

impl Operation for Undescribed {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("undescribed", "/undescribed")
        .accept("*/*");
}

requests! {
    /// `GET /undescribed`
    ///
    /// See [`Undescribed`].
    fn undescribed() -> Result<Reply, Error<Value>> {
        Undescribed::new()
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Problem`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// The property `detail`.
    pub detail: Option<String>,
}

object! {
    Problem {
        detail = optional("detail"),
    }
}

/// The reply `202` of `several`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SeveralResponse202 {
    /// The property `retry`.
    pub retry: i64,
}

object! {
    SeveralResponse202 {
        retry = required("retry"),
    }
}

/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// The property `id`.
    pub id: String,
}

object! {
    Thing {
        id = required("id"),
    }
}
