// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

use crate::runtime::prelude::*;

/// The header `X-Limits`.
///
/// What is left.
pub const LIMITS: ReplyHeader<Vec<i64>> = ReplyHeader::new("x-limits").list();

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `GET /anything`
///
/// Replies:
///
/// - `200`: Text.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Anything {}

impl Anything {
    arguments! {
        fn new();
    }
}

impl Operation for Anything {
    type Output = String;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("anything", "/anything").accept("*/*");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.plain()
    }
}

requests! {
    /// `GET /anything`
    ///
    /// See [`Anything`].
    fn anything() -> Result<String, Error<Value>> {
        Anything::new()
    }
}

/// `POST /chat`
///
/// Replies:
///
/// - `200`: The answer, whole or bit by bit.
/// - `429`: Later.
///
/// Then:
///
/// - `export` with `id` = `$response.body#/id`: Export the answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Chat {
    /// The request body.
    pub body: types::Question,
}

impl Chat {
    arguments! {
        fn new(body: types::Question);
    }
}

impl Chat {
    /// The header `Retry-After` of `429`.
    pub const RETRY_AFTER: ReplyHeader<i64> = ReplyHeader::new("retry-after");

    /// The header `X-Left` of `200`.
    pub const X_LEFT: ReplyHeader<types::ChatXLeft> = ReplyHeader::new("x-left")
        .object(true);

    /// The header `X-Request-Id` of `200`.
    ///
    /// Names the request.
    pub const X_REQUEST_ID: ReplyHeader<String> = ReplyHeader::new("x-request-id");
}

impl Operation for Chat {
    type Output = types::Answer;
    type Failure = ChatFailure;
    const ENDPOINT: Endpoint = Endpoint::post("chat", "/chat")
        .accept("application/json, application/problem+json, text/plain");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

impl Streams for Chat {
    type Item = Event<types::Piece>;
    const MEDIA_TYPE: &'static str = "text/event-stream";
}

/// What a failed call says, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChatFailure {
    /// `429`, `application/problem+json`
    Status429ProblemJson(Box<types::Problem>),
    /// `429`, `text/plain`
    Status429Text(String),
}

impl ReadReply for ChatFailure {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            429 if reply.has_type("text/plain") => {
                Ok(Self::Status429Text(reply.plain()?))
            }
            429 => Ok(Self::Status429ProblemJson(Box::new(reply.json()?))),
            _ => Err(DecodeError::new("a documented status", reply.status.as_str())),
        }
    }
}

requests! {
    /// `POST /chat`
    ///
    /// See [`Chat`].
    fn chat(body: types::Question) -> Result<types::Answer, Error<ChatFailure>> {
        Chat::new(body)
    }
}

streams! {
    /// `POST /chat`
    ///
    /// See [`Chat`].
    fn chat_stream(
        body: types::Question,
    ) -> Result<Items<Event<types::Piece>>, Error<ChatFailure>> {
        Chat::new(body)
    }
}

/// `GET /export`
///
/// Replies:
///
/// - `200`: All pieces.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Export {
    /// The query parameter `id`.
    pub id: String,
}

impl Export {
    arguments! {
        fn new(id: impl Into<String>);
    }
}

impl Operation for Export {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("export", "/export")
        .accept("application/x-ndjson");
    parameters! {
        id = query("id").required(),
    }
}

impl Streams for Export {
    type Item = types::Piece;
    const MEDIA_TYPE: &'static str = "application/x-ndjson";
}

streams! {
    /// `GET /export`
    ///
    /// See [`Export`].
    fn export(id: impl Into<String>) -> Result<Items<types::Piece>, Error<Value>> {
        Export::new(id)
    }
}

/// `POST /form`
///
/// Replies:
///
/// - `default`: Done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendForm {
    /// The request body.
    pub body: types::SendFormBody,
}

impl SendForm {
    arguments! {
        fn new(body: types::SendFormBody);
    }
}

impl Operation for SendForm {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendForm", "/form").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(
            Body::form(&self.body)
                .encodings(const {
                    &[
                        field("ids").style(Style::PipeDelimited).explode(false),
                        field("where").style(Style::DeepObject).explode(true),
                        field("piece").content_type("application/json"),
                    ]
                }),
        )
    }
}

requests! {
    /// `POST /form`
    ///
    /// See [`SendForm`].
    fn send_form(body: types::SendFormBody) -> Result<Reply, Error<Value>> {
        SendForm::new(body)
    }
}

/// `GET /number`
///
/// Replies:
///
/// - `200`: How many.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Number {}

impl Number {
    arguments! {
        fn new();
    }
}

impl Operation for Number {
    type Output = i64;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("number", "/number").accept("text/plain");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.plain()
    }
}

requests! {
    /// `GET /number`
    ///
    /// See [`Number`].
    fn number() -> Result<i64, Error<Value>> {
        Number::new()
    }
}

/// `POST /photos`
///
/// Replies:
///
/// - `201`: Added.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddPhoto {
    /// The request body.
    pub body: AddPhotoBody,
}

impl AddPhoto {
    arguments! {
        fn new(body: impl Into<AddPhotoBody>);
    }
}

impl Operation for AddPhoto {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addPhoto", "/photos").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(
            match &self.body {
                AddPhotoBody::Multipart(body) => {
                    Body::multipart(body)
                        .encodings(const {
                            &[
                                field("photos").content_type("image/png, image/jpeg"),
                                field("label").content_type("text/markdown"),
                            ]
                        })
                }
                AddPhotoBody::Png(body) => Body::bytes(body).media_type("image/png"),
                AddPhotoBody::Jpeg(body) => Body::bytes(body).media_type("image/jpeg"),
            },
        )
    }
}

/// What a [`AddPhoto`] can carry.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AddPhotoBody {
    /// `multipart/form-data`
    Multipart(Box<types::AddPhotoBody>),
    /// `image/png`
    Png(Bytes),
    /// `image/jpeg`
    Jpeg(Bytes),
}

impl From<types::AddPhotoBody> for AddPhotoBody {
    fn from(value: types::AddPhotoBody) -> Self {
        Self::Multipart(Box::new(value))
    }
}

requests! {
    /// `POST /photos`
    ///
    /// See [`AddPhoto`].
    fn add_photo(body: impl Into<AddPhotoBody>) -> Result<Reply, Error<Value>> {
        AddPhoto::new(body)
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The body of `addPhoto`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddPhotoBody {
    /// The property `photos`.
    ///
    /// Constraints: `maxItems: 3`.
    pub photos: Vec<File>,
    /// The property `meta`.
    pub meta: Option<Piece>,
    /// The property `label`.
    pub label: Option<String>,
}

impl AddPhotoBody {
    fields! {
        fn new(photos: Vec<File>);
        fn with_meta(meta: Piece);
        fn with_label(label: impl Into<String>);
    }
}

object! {
    AddPhotoBody {
        photos = required("photos").max_items(3),
        meta = optional("meta"),
        label = optional("label"),
    }
}

/// The schema `Answer`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Answer {
    /// The property `id`.
    pub id: Option<String>,
}

object! {
    Answer {
        id = optional("id"),
    }
}

/// The header `X-Left` of `chat`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatXLeft {
    /// The property `a`.
    pub a: Option<i64>,
}

object! {
    ChatXLeft {
        a = optional("a"),
    }
}

/// The schema `Piece`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Piece {
    /// The property `text`.
    pub text: Option<String>,
}

impl Piece {
    fields! {
        fn new();
        fn with_text(text: impl Into<String>);
    }
}

object! {
    Piece {
        text = optional("text"),
    }
}

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

/// The schema `Question`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Question {
    /// The property `text`.
    pub text: String,
    /// The property `key`.
    ///
    /// Format: `password`.
    ///
    /// Constraints: `minLength: 8`.
    pub key: Option<Secret>,
    /// The property `image`.
    ///
    /// Format: `byte`.
    pub image: Option<Base64>,
}

impl Question {
    fields! {
        fn new(text: impl Into<String>);
        fn with_key(key: impl Into<Secret>);
        fn with_image(image: impl Into<Base64>);
    }
}

object! {
    Question {
        text = required("text"),
        key = optional("key").min_length(8),
        image = optional("image"),
    }
}

/// The body of `sendForm`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SendFormBody {
    /// The property `ids`.
    pub ids: Option<Vec<i64>>,
    /// The property `where`.
    pub r#where: Option<Piece>,
    /// The property `piece`.
    pub piece: Option<Piece>,
}

impl SendFormBody {
    fields! {
        fn new();
        fn with_ids(ids: Vec<i64>);
        fn with_where(r#where: Piece);
        fn with_piece(piece: Piece);
    }
}

object! {
    SendFormBody {
        ids = optional("ids"),
        r#where = optional("where"),
        piece = optional("piece"),
    }
}
