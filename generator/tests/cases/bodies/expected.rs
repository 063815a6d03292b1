// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `POST /any`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendAny {
    /// The request body.
    pub body: Value,
}

impl SendAny {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: Value) -> Self {
        Self { body }
    }
}

impl Operation for SendAny {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("sendAny", "POST", "/any");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /any`
    ///
    /// See [`SendAny`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn send_any(&self, body: Value) -> Result<Reply, Error<Value>> {
        self.send(&SendAny::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /any`
    ///
    /// See [`SendAny`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn send_any(&self, body: Value) -> Result<Reply, Error<Value>> {
        self.send(&SendAny::new(body))
    }
}

/// `POST /both`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendBoth {
    /// The request body.
    pub body: types::Item,
}

impl SendBoth {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: types::Item) -> Self {
        Self { body }
    }
}

impl Operation for SendBoth {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("sendBoth", "POST", "/both");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body).media_type("application/vnd.item+json"))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /both`
    ///
    /// See [`SendBoth`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn send_both(&self, body: types::Item) -> Result<Reply, Error<Value>> {
        self.send(&SendBoth::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /both`
    ///
    /// See [`SendBoth`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn send_both(&self, body: types::Item) -> Result<Reply, Error<Value>> {
        self.send(&SendBoth::new(body))
    }
}

/// `POST /bytes`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendBytes {
    /// The request body.
    pub body: Bytes,
}

impl SendBytes {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: impl Into<Bytes>) -> Self {
        Self { body: body.into() }
    }
}

impl Operation for SendBytes {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("sendBytes", "POST", "/bytes");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::bytes(&self.body))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /bytes`
    ///
    /// See [`SendBytes`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn send_bytes(
        &self,
        body: impl Into<Bytes>,
    ) -> Result<Reply, Error<Value>> {
        self.send(&SendBytes::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /bytes`
    ///
    /// See [`SendBytes`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn send_bytes(&self, body: impl Into<Bytes>) -> Result<Reply, Error<Value>> {
        self.send(&SendBytes::new(body))
    }
}

/// `POST /form`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendForm {
    /// The request body.
    pub body: types::Item,
}

impl SendForm {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: types::Item) -> Self {
        Self { body }
    }
}

impl Operation for SendForm {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("sendForm", "POST", "/form");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::form(&self.body))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /form`
    ///
    /// See [`SendForm`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn send_form(&self, body: types::Item) -> Result<Reply, Error<Value>> {
        self.send(&SendForm::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /form`
    ///
    /// See [`SendForm`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn send_form(&self, body: types::Item) -> Result<Reply, Error<Value>> {
        self.send(&SendForm::new(body))
    }
}

/// `PUT /image`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SendImage {
    /// The request body.
    pub body: Option<Bytes>,
}

impl SendImage {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `body`.
    #[must_use]
    pub fn with_body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = Some(body.into());
        self
    }
}

impl Operation for SendImage {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("sendImage", "PUT", "/image");

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(Body::bytes)
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `PUT /image`
    ///
    /// See [`SendImage`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn send_image(
        &self,
        body: impl Into<Option<Bytes>>,
    ) -> Result<Reply, Error<Value>> {
        let mut operation = SendImage::new();
        operation.body = body.into();
        self.send(&operation).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `PUT /image`
    ///
    /// See [`SendImage`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn send_image(
        &self,
        body: impl Into<Option<Bytes>>,
    ) -> Result<Reply, Error<Value>> {
        let mut operation = SendImage::new();
        operation.body = body.into();
        self.send(&operation)
    }
}

/// `POST /json`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendJson {
    /// The request body.
    pub body: types::Item,
}

impl SendJson {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: types::Item) -> Self {
        Self { body }
    }
}

impl Operation for SendJson {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("sendJson", "POST", "/json");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /json`
    ///
    /// See [`SendJson`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn send_json(&self, body: types::Item) -> Result<Reply, Error<Value>> {
        self.send(&SendJson::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /json`
    ///
    /// See [`SendJson`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn send_json(&self, body: types::Item) -> Result<Reply, Error<Value>> {
        self.send(&SendJson::new(body))
    }
}

/// `POST /list`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendList {
    /// The request body.
    pub body: Vec<i64>,
}

impl SendList {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: Vec<i64>) -> Self {
        Self { body }
    }
}

impl Operation for SendList {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("sendList", "POST", "/list");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body).rule(rule().min_items(1)))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /list`
    ///
    /// See [`SendList`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn send_list(&self, body: Vec<i64>) -> Result<Reply, Error<Value>> {
        self.send(&SendList::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /list`
    ///
    /// See [`SendList`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn send_list(&self, body: Vec<i64>) -> Result<Reply, Error<Value>> {
        self.send(&SendList::new(body))
    }
}

/// `POST /maybe`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SendMaybe {
    /// The request body.
    pub body: Option<types::Item>,
}

impl SendMaybe {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `body`.
    #[must_use]
    pub fn with_body(mut self, body: types::Item) -> Self {
        self.body = Some(body);
        self
    }
}

impl Operation for SendMaybe {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("sendMaybe", "POST", "/maybe");

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(|body| Body::json(body))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /maybe`
    ///
    /// See [`SendMaybe`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn send_maybe(
        &self,
        body: impl Into<Option<types::Item>>,
    ) -> Result<Reply, Error<Value>> {
        let mut operation = SendMaybe::new();
        operation.body = body.into();
        self.send(&operation).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /maybe`
    ///
    /// See [`SendMaybe`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn send_maybe(
        &self,
        body: impl Into<Option<types::Item>>,
    ) -> Result<Reply, Error<Value>> {
        let mut operation = SendMaybe::new();
        operation.body = body.into();
        self.send(&operation)
    }
}

/// `POST /text`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendText {
    /// The request body.
    pub body: String,
}

impl SendText {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: impl Into<String>) -> Self {
        Self { body: body.into() }
    }
}

impl Operation for SendText {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("sendText", "POST", "/text");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::text(&self.body))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /text`
    ///
    /// See [`SendText`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn send_text(
        &self,
        body: impl Into<String>,
    ) -> Result<Reply, Error<Value>> {
        self.send(&SendText::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /text`
    ///
    /// See [`SendText`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn send_text(&self, body: impl Into<String>) -> Result<Reply, Error<Value>> {
        self.send(&SendText::new(body))
    }
}

/// `POST /upload`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Upload {
    /// The request body.
    pub body: Bytes,
}

impl Upload {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: impl Into<Bytes>) -> Self {
        Self { body: body.into() }
    }
}

impl Operation for Upload {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("upload", "POST", "/upload");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::bytes(&self.body).media_type("multipart/form-data"))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /upload`
    ///
    /// See [`Upload`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn upload(&self, body: impl Into<Bytes>) -> Result<Reply, Error<Value>> {
        self.send(&Upload::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /upload`
    ///
    /// See [`Upload`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn upload(&self, body: impl Into<Bytes>) -> Result<Reply, Error<Value>> {
        self.send(&Upload::new(body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Item`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Item {
    /// The property `name`.
    pub name: String,
    /// The property `tags`.
    pub tags: Option<Vec<String>>,
}

impl Item {
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::blank()
        }
    }

    /// Sets `tags`.
    #[must_use]
    pub fn with_tags(mut self, tags: Vec<String>) -> Self {
        self.tags = Some(tags);
        self
    }
}

impl Object for Item {
    const MEMBERS: &'static [Member] = &[required("name"), optional("tags")];
}
object!(Item: name, tags);

// === findings
//
// warning[W0614]: `multipart/form-data` is not taken apart: it is handed over as bytes
//   --> spec.yaml:16:11
//    |
// 16 |           multipart/form-data:
//    |           ^^^^^^^^^^^^^^^^^^^
//
// warning[W0613]: media type `application/xml` is left out: `application/vnd.item+json` is used
//   --> spec.yaml:22:81
//    |
// 22 | …requestBody: {required: true, content: {application/xml: {schema: {type: string}}, application/vnd.item+json: {schema: {…
//    |                                          ^^^^^^^^^^^^^^^
