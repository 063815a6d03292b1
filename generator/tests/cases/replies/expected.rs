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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for DefaultOnly {
    type Output = types::Thing;
    type Failure = types::Thing;
    const ENDPOINT: Endpoint = Endpoint::new("defaultOnly", "GET", "/default")
        .accept("application/json");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /default`
    ///
    /// See [`DefaultOnly`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn default_only(&self) -> Result<types::Thing, Error<types::Thing>> {
        self.send(&DefaultOnly::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /default`
    ///
    /// See [`DefaultOnly`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn default_only(&self) -> Result<types::Thing, Error<types::Thing>> {
        self.send(&DefaultOnly::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Either {
    type Output = types::Thing;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("either", "GET", "/either")
        .accept("application/json");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /either`
    ///
    /// See [`Either`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn either(&self) -> Result<types::Thing, Error<Value>> {
        self.send(&Either::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /either`
    ///
    /// See [`Either`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn either(&self) -> Result<types::Thing, Error<Value>> {
        self.send(&Either::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Empty {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("empty", "DELETE", "/empty");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `DELETE /empty`
    ///
    /// See [`Empty`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn empty(&self) -> Result<Reply, Error<Value>> {
        self.send(&Empty::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `DELETE /empty`
    ///
    /// See [`Empty`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn empty(&self) -> Result<Reply, Error<Value>> {
        self.send(&Empty::new())
    }
}

/// `GET /file`
///
/// Replies:
///
/// - `200`: The file.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct File {}

impl File {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for File {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("file", "GET", "/file")
        .accept("application/pdf");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /file`
    ///
    /// See [`File`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn file(&self) -> Result<crate::Download, Error<Value>> {
        self.open(&File::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /file`
    ///
    /// See [`File`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn file(&self) -> Result<crate::blocking::Download, Error<Value>> {
        self.open(&File::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for List {
    type Output = Vec<types::Thing>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("list", "GET", "/list")
        .accept("application/json");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /list`
    ///
    /// See [`List`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn list(&self) -> Result<Vec<types::Thing>, Error<Value>> {
        self.send(&List::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /list`
    ///
    /// See [`List`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn list(&self) -> Result<Vec<types::Thing>, Error<Value>> {
        self.send(&List::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Range {
    type Output = types::Thing;
    type Failure = types::Problem;
    const ENDPOINT: Endpoint = Endpoint::new("range", "GET", "/range")
        .accept("application/json, application/problem+json");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /range`
    ///
    /// See [`Range`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn range(&self) -> Result<types::Thing, Error<types::Problem>> {
        self.send(&Range::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /range`
    ///
    /// See [`Range`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn range(&self) -> Result<types::Thing, Error<types::Problem>> {
        self.send(&Range::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Same {
    type Output = types::Thing;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("same", "GET", "/same")
        .accept("application/json");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /same`
    ///
    /// See [`Same`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn same(&self) -> Result<types::Thing, Error<Value>> {
        self.send(&Same::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /same`
    ///
    /// See [`Same`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn same(&self) -> Result<types::Thing, Error<Value>> {
        self.send(&Same::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Several {
    type Output = SeveralReply;
    type Failure = SeveralFailure;
    const ENDPOINT: Endpoint = Endpoint::new("several", "GET", "/several")
        .accept("application/json, text/plain");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        match reply.status.as_u16() {
            202 => Ok(SeveralReply::Status202(Box::new(reply.json()?))),
            204 => Ok(SeveralReply::Status204(Box::new(reply.clone()))),
            _ => Ok(SeveralReply::Status200(Box::new(reply.json()?))),
        }
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        match reply.status.as_u16() {
            404 => Ok(SeveralFailure::Status404(Box::new(reply.json()?))),
            409 => Ok(SeveralFailure::Status409(reply.text())),
            500..=599 => Ok(SeveralFailure::Status5xx(Box::new(reply.clone()))),
            _ => Err(DecodeError::new("a documented status", reply.status.as_str())),
        }
    }
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

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /several`
    ///
    /// See [`Several`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn several(&self) -> Result<SeveralReply, Error<SeveralFailure>> {
        self.send(&Several::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /several`
    ///
    /// See [`Several`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn several(&self) -> Result<SeveralReply, Error<SeveralFailure>> {
        self.send(&Several::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Text {
    type Output = String;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("text", "GET", "/text")
        .accept("text/plain");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.text())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /text`
    ///
    /// See [`Text`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn text(&self) -> Result<String, Error<Value>> {
        self.send(&Text::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /text`
    ///
    /// See [`Text`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn text(&self) -> Result<String, Error<Value>> {
        self.send(&Text::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Undescribed {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("undescribed", "GET", "/undescribed");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /undescribed`
    ///
    /// See [`Undescribed`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn undescribed(&self) -> Result<Reply, Error<Value>> {
        self.send(&Undescribed::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /undescribed`
    ///
    /// See [`Undescribed`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn undescribed(&self) -> Result<Reply, Error<Value>> {
        self.send(&Undescribed::new())
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

impl Object for Problem {
    const MEMBERS: &'static [Member] = &[optional("detail")];
}
object!(Problem: detail);

/// The reply `202` of `several`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SeveralResponse202 {
    /// The property `retry`.
    pub retry: i64,
}

impl Object for SeveralResponse202 {
    const MEMBERS: &'static [Member] = &[required("retry")];
}
object!(SeveralResponse202: retry);

/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// The property `id`.
    pub id: String,
}

impl Object for Thing {
    const MEMBERS: &'static [Member] = &[required("id")];
}
object!(Thing: id);

// === findings
//
// warning[W0613]: media type `application/pdf` is left out: `application/json` is used
//   --> spec.yaml:27:171
//    |
// 27 | … {$ref: '#/components/schemas/Thing'}}, application/pdf: {schema: {type: string, format: binary}}}}}}}
//    |                                          ^^^^^^^^^^^^^^^
