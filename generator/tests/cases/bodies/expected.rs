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
    pub body: SendBothBody,
}

impl SendBoth {
    arguments! {
        fn new(body: impl Into<SendBothBody>);
    }
}

impl Operation for SendBoth {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendBoth", "/both").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(
            match &self.body {
                SendBothBody::VndItemJson(body) => {
                    Body::json(body).media_type("application/vnd.item+json")
                }
                SendBothBody::Xml(body) => {
                    Body::bytes(body).media_type("application/xml")
                }
            },
        )
    }
}

/// What a [`SendBoth`] can carry.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SendBothBody {
    /// `application/vnd.item+json`
    VndItemJson(Box<types::Item>),
    /// `application/xml`
    Xml(Bytes),
}

impl From<types::Item> for SendBothBody {
    fn from(value: types::Item) -> Self {
        Self::VndItemJson(Box::new(value))
    }
}

impl From<Bytes> for SendBothBody {
    fn from(value: Bytes) -> Self {
        Self::Xml(value)
    }
}

requests! {
    /// `POST /both`
    ///
    /// See [`SendBoth`].
    fn send_both(body: impl Into<SendBothBody>) -> Result<Reply, Error<Value>> {
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
    pub body: Option<File>,
}

impl SendImage {
    arguments! {
        fn new();
        fn with_body(body: impl Into<File>);
    }
}

impl Operation for SendImage {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("sendImage", "/image").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(Body::file)
    }
}

requests! {
    /// `PUT /image`
    ///
    /// See [`SendImage`].
    fn send_image(body: impl Into<Option<File>>) -> Result<Reply, Error<Value>> {
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
        Some(Body::text(&self.body).rule(rule().max_length(10)))
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
    pub body: types::UploadBody,
}

impl Upload {
    arguments! {
        fn new(body: types::UploadBody);
    }
}

impl Operation for Upload {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("upload", "/upload").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::multipart(&self.body))
    }
}

requests! {
    /// `POST /upload`
    ///
    /// See [`Upload`].
    fn upload(body: types::UploadBody) -> Result<Reply, Error<Value>> {
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

/// The body of `upload`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UploadBody {
    /// The property `file`.
    ///
    /// Format: `binary`.
    pub file: File,
    /// The property `note`.
    pub note: Option<String>,
    /// The property `item`.
    pub item: Option<Item>,
}

impl UploadBody {
    fields! {
        fn new(file: impl Into<File>);
        fn with_note(note: impl Into<String>);
        fn with_item(item: Item);
    }
}

object! {
    UploadBody {
        file = required("file"),
        note = optional("note"),
        item = optional("item"),
    }
}

// === findings
//
// warning[W0614]: `application/xml` is not taken apart: it is handed over as bytes
//   --> spec.yaml:22:81
//    |
// 22 | …requestBody: {required: true, content: {application/xml: {schema: {type: string}}, application/vnd.item+json: {schema: {…
//    |                                          ^^^^^^^^^^^^^^^
