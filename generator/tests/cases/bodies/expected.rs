// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /any`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendAny {
        /// The request body.
        pub body: Value,
    }
    send fn send_any(body: Value) -> Result<Reply, Error<Value>>;
    fn new(body: Value);
}

impl Operation for SendAny {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendAny", "/any").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

operation! {
    /// `POST /both`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendBoth {
        /// The request body.
        pub body: SendBothBody,
    }
    send fn send_both(body: impl Into<SendBothBody>) -> Result<Reply, Error<Value>>;
    fn new(body: impl Into<SendBothBody>);
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
                SendBothBody::Xml(body) => Body::file(body).media_type("application/xml"),
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
    Xml(File),
}

impl From<types::Item> for SendBothBody {
    fn from(value: types::Item) -> Self {
        Self::VndItemJson(Box::new(value))
    }
}

impl From<File> for SendBothBody {
    fn from(value: File) -> Self {
        Self::Xml(value)
    }
}

operation! {
    /// `POST /bytes`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendBytes {
        /// The request body.
        pub body: File,
    }
    send fn send_bytes(body: impl Into<File>) -> Result<Reply, Error<Value>>;
    fn new(body: impl Into<File>);
}

impl Operation for SendBytes {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendBytes", "/bytes").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::file(&self.body))
    }
}

operation! {
    /// `POST /form`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendForm {
        /// The request body.
        pub body: types::Item,
    }
    send fn send_form(body: types::Item) -> Result<Reply, Error<Value>>;
    fn new(body: types::Item);
}

impl Operation for SendForm {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendForm", "/form").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::form(&self.body))
    }
}

operation! {
    /// `PUT /image`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendImage {
        /// The request body.
        ///
        /// The caller says what it is ([`File::media_type`]): `image/*`.
        pub body: Option<File>,
    }
    send fn send_image(body: impl Into<Option<File>>) -> Result<Reply, Error<Value>> = SendImage { body: body.into() };
    fn new();
    fn with_body(body: impl Into<File>);
}

impl Operation for SendImage {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("sendImage", "/image").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::file(self.body.as_ref()?))
    }
}

operation! {
    /// `POST /json`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendJson {
        /// The request body.
        pub body: types::Item,
    }
    send fn send_json(body: types::Item) -> Result<Reply, Error<Value>>;
    fn new(body: types::Item);
}

impl Operation for SendJson {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendJson", "/json").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

operation! {
    /// `POST /list`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendList {
        /// The request body.
        pub body: Vec<i64>,
    }
    send fn send_list(body: Vec<i64>) -> Result<Reply, Error<Value>>;
    fn new(body: Vec<i64>);
}

impl Operation for SendList {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendList", "/list").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body).rule(rule().min_items(1)))
    }
}

operation! {
    /// `POST /maybe`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendMaybe {
        /// The request body.
        pub body: Option<types::Item>,
    }
    send fn send_maybe(
        body: impl Into<Option<types::Item>>,
    ) -> Result<Reply, Error<Value>> = SendMaybe { body: body.into() };
    fn new();
    fn with_body(body: types::Item);
}

impl Operation for SendMaybe {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendMaybe", "/maybe").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(self.body.as_ref()?))
    }
}

operation! {
    /// `POST /notes`
    ///
    /// Replies:
    ///
    /// - `201`: Added.
    pub struct AddNote {
        /// The request body.
        pub body: Option<AddNoteBody>,
    }
    send fn add_note(
        body: impl Into<Option<AddNoteBody>>,
    ) -> Result<Reply, Error<Value>> = AddNote { body: body.into() };
    fn new();
    fn with_body(body: impl Into<AddNoteBody>);
}

impl Operation for AddNote {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addNote", "/notes").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(
            match self.body.as_ref()? {
                AddNoteBody::Json(body) => Body::json(body),
                AddNoteBody::Multipart(body) => Body::multipart(body),
            },
        )
    }
}

/// What a [`AddNote`] can carry.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AddNoteBody {
    /// `application/json`
    Json(Box<types::AddNoteBody>),
    /// `multipart/form-data`
    Multipart(Box<types::AddNoteBodyMultipart>),
}

impl From<types::AddNoteBody> for AddNoteBody {
    fn from(value: types::AddNoteBody) -> Self {
        Self::Json(Box::new(value))
    }
}

impl From<types::AddNoteBodyMultipart> for AddNoteBody {
    fn from(value: types::AddNoteBodyMultipart) -> Self {
        Self::Multipart(Box::new(value))
    }
}

operation! {
    /// `PUT /picture`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendPicture {
        /// The request body.
        ///
        /// The caller says what it is ([`File::media_type`]): `image/*`, `application/*`.
        pub body: Option<SendPictureBody>,
    }
    send fn send_picture(
        body: impl Into<Option<SendPictureBody>>,
    ) -> Result<Reply, Error<Value>> = SendPicture { body: body.into() };
    fn new();
    fn with_body(body: impl Into<SendPictureBody>);
}

impl Operation for SendPicture {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("sendPicture", "/picture").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(
            match self.body.as_ref()? {
                SendPictureBody::Json(body) => Body::json(body),
                SendPictureBody::Image(body) | SendPictureBody::Application(body) => {
                    Body::file(body)
                }
            },
        )
    }
}

/// What a [`SendPicture`] can carry.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SendPictureBody {
    /// `application/json`
    Json(Value),
    /// `image/*`
    Image(File),
    /// `application/*`
    Application(File),
}

impl From<Value> for SendPictureBody {
    fn from(value: Value) -> Self {
        Self::Json(value)
    }
}

operation! {
    /// `POST /text`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendText {
        /// The request body.
        pub body: String,
    }
    send fn send_text(body: impl Into<String>) -> Result<Reply, Error<Value>>;
    fn new(body: impl Into<String>);
}

impl Operation for SendText {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendText", "/text").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::text(&self.body).rule(rule().max_length(10)))
    }
}

operation! {
    /// `POST /upload`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Upload {
        /// The request body.
        pub body: types::UploadBody,
    }
    send fn upload(body: types::UploadBody) -> Result<Reply, Error<Value>>;
    fn new(body: types::UploadBody);
}

impl Operation for Upload {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("upload", "/upload").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::multipart(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The body of `addNote`.
    pub struct AddNoteBody {
        pub note: Option<String> = optional("note"),
    }
    fn new();
    fn with_note(note: impl Into<String>);
}

object! {
    /// The content `multipart/form-data` of the body of `addNote`.
    pub struct AddNoteBodyMultipart {
        pub note: Option<String> = optional("note"),
        /// Format: `binary`.
        pub file: Option<File> = optional("file"),
    }
    fn new();
    fn with_note(note: impl Into<String>);
    fn with_file(file: impl Into<File>);
}

object! {
    /// The schema `Item`.
    pub struct Item {
        pub name: String = required("name"),
        pub tags: Option<Vec<String>> = optional("tags"),
    }
    fn new(name: impl Into<String>);
    fn with_tags(tags: Vec<String>);
}

object! {
    /// The body of `upload`.
    pub struct UploadBody {
        /// Format: `binary`.
        pub file: File = required("file"),
        pub note: Option<String> = optional("note"),
        pub item: Option<Item> = optional("item"),
    }
    fn new(file: impl Into<File>);
    fn with_note(note: impl Into<String>);
    fn with_item(item: Item);
}
