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
    arguments! {
        fn new(body: Value);
    }
}

impl Operation for SendAny {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendAny", "/any").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `POST /any`
    ///
    /// See [`SendAny`].
    fn send_any(body: Value) -> Result<Reply, Error<Value>> {
        SendAny::new(body)
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
    arguments! {
        fn new(body: types::Item);
    }
}

impl Operation for SendBoth {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendBoth", "/both").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body).media_type("application/vnd.item+json"))
    }
}

requests! {
    /// `POST /both`
    ///
    /// See [`SendBoth`].
    fn send_both(body: types::Item) -> Result<Reply, Error<Value>> {
        SendBoth::new(body)
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
    arguments! {
        fn new(body: impl Into<Bytes>);
    }
}

impl Operation for SendBytes {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendBytes", "/bytes").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::bytes(&self.body))
    }
}

requests! {
    /// `POST /bytes`
    ///
    /// See [`SendBytes`].
    fn send_bytes(body: impl Into<Bytes>) -> Result<Reply, Error<Value>> {
        SendBytes::new(body)
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
    arguments! {
        fn new(body: types::Item);
    }
}

impl Operation for SendForm {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendForm", "/form").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::form(&self.body))
    }
}

requests! {
    /// `POST /form`
    ///
    /// See [`SendForm`].
    fn send_form(body: types::Item) -> Result<Reply, Error<Value>> {
        SendForm::new(body)
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
    arguments! {
        fn new();
        fn with_body(body: impl Into<Bytes>);
    }
}

impl Operation for SendImage {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("sendImage", "/image").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(Body::bytes)
    }
}

requests! {
    /// `PUT /image`
    ///
    /// See [`SendImage`].
    fn send_image(body: impl Into<Option<Bytes>>) -> Result<Reply, Error<Value>> {
        let mut operation = SendImage::new();
        operation.body = body.into();
        operation
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
    arguments! {
        fn new(body: types::Item);
    }
}

impl Operation for SendJson {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendJson", "/json").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `POST /json`
    ///
    /// See [`SendJson`].
    fn send_json(body: types::Item) -> Result<Reply, Error<Value>> {
        SendJson::new(body)
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
    arguments! {
        fn new(body: Vec<i64>);
    }
}

impl Operation for SendList {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendList", "/list").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body).rule(rule().min_items(1)))
    }
}

requests! {
    /// `POST /list`
    ///
    /// See [`SendList`].
    fn send_list(body: Vec<i64>) -> Result<Reply, Error<Value>> {
        SendList::new(body)
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
    arguments! {
        fn new();
        fn with_body(body: types::Item);
    }
}

impl Operation for SendMaybe {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendMaybe", "/maybe").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(|body| Body::json(body))
    }
}

requests! {
    /// `POST /maybe`
    ///
    /// See [`SendMaybe`].
    fn send_maybe(body: impl Into<Option<types::Item>>) -> Result<Reply, Error<Value>> {
        let mut operation = SendMaybe::new();
        operation.body = body.into();
        operation
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
    arguments! {
        fn new(body: impl Into<String>);
    }
}

impl Operation for SendText {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendText", "/text").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::text(&self.body))
    }
}

requests! {
    /// `POST /text`
    ///
    /// See [`SendText`].
    fn send_text(body: impl Into<String>) -> Result<Reply, Error<Value>> {
        SendText::new(body)
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
    arguments! {
        fn new(body: impl Into<Bytes>);
    }
}

impl Operation for Upload {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("upload", "/upload").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::bytes(&self.body).media_type("multipart/form-data"))
    }
}

requests! {
    /// `POST /upload`
    ///
    /// See [`Upload`].
    fn upload(body: impl Into<Bytes>) -> Result<Reply, Error<Value>> {
        Upload::new(body)
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
    fields! {
        fn new(name: impl Into<String>);
        fn with_tags(tags: Vec<String>);
    }
}

object! {
    Item {
        name = required("name"),
        tags = optional("tags"),
    }
}

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
