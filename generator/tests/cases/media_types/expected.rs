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

operation! {
    /// `PUT /answers`
    ///
    /// Replies:
    ///
    /// - `200`: The answer, whichever way it is labelled.
    pub struct PutAnswer {
        /// The request body.
        ///
        /// It is sent as `application/json`; `application/json-patch+json`, `application/*+json`, `text/html` would mean the same.
        pub body: types::Answer,
    }
    send fn put_answer(body: types::Answer) -> Result<types::Answer, Error<Value>>;
    fn new(body: types::Answer);
}

impl Operation for PutAnswer {
    type Output = types::Answer;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putAnswer", "/answers");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

operation! {
    /// `GET /anything`
    ///
    /// Replies:
    ///
    /// - `200`: Text.
    pub struct Anything {}
    send fn anything() -> Result<String, Error<Value>>;
    fn new();
}

impl Operation for Anything {
    type Output = String;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("anything", "/anything").accept("*/*");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.plain()
    }
}

operation! {
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
    /// - `#/paths/~1photos/post` at `https://eu.example.com` with the body = `{"a":1}`: The server: In Europe.
    pub struct Chat {
        /// The request body.
        pub body: types::Question,
    }
    send fn chat(body: types::Question) -> Result<types::Answer, Error<ChatFailure>>;
    stream fn chat_stream(body: types::Question) -> Result<Items<Event<types::Piece>>, Error<ChatFailure>>;
    fn new(body: types::Question);
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

impl Chat {
    /// The header `Retry-After` of `429`.
    pub const RETRY_AFTER: ReplyHeader<i64> = ReplyHeader::new("retry-after");

    /// The header `X-Left` of `200`.
    pub const X_LEFT: ReplyHeader<types::ChatXLeft> = ReplyHeader::new("x-left").object(true);

    /// The header `X-Request-Id`:
    ///
    /// - `200`, where it is always there: Names the request.
    /// - `429`: Of the request, or of the batch.
    pub const X_REQUEST_ID: ReplyHeader<String> = ReplyHeader::new("x-request-id");
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

operation! {
    /// `GET /export`
    ///
    /// Replies:
    ///
    /// - `200`: All pieces.
    pub struct Export {
        pub id: String = query("id").required(),
    }
    stream fn export(id: impl Into<String>) -> Result<Items<types::Piece>, Error<Value>>;
    fn new(id: impl Into<String>);
}

impl Operation for Export {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("export", "/export").accept("application/x-ndjson");
}

impl Streams for Export {
    type Item = types::Piece;
    const MEDIA_TYPE: &'static str = "application/x-ndjson";
}

operation! {
    /// `POST /form`
    ///
    /// Replies:
    ///
    /// - `default`: Done.
    pub struct SendForm {
        /// The request body.
        pub body: types::SendFormBody,
    }
    send fn send_form(body: types::SendFormBody) -> Result<Reply, Error<Value>>;
    fn new(body: types::SendFormBody);
}

impl Operation for SendForm {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendForm", "/form").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        const ENCODINGS: &[FieldEncoding] = &[
            field("ids").style(Style::PipeDelimited).explode(false),
            field("where").style(Style::DeepObject).explode(true),
            field("piece").content_type("application/json"),
        ];
        Some(Body::form(&self.body).encodings(ENCODINGS))
    }
}

operation! {
    /// `GET /number`
    ///
    /// Replies:
    ///
    /// - `200`: How many.
    pub struct NumberOperation {}
    send fn number() -> Result<i64, Error<Value>>;
    fn new();
}

impl Operation for NumberOperation {
    type Output = i64;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("number", "/number").accept("text/plain");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.plain()
    }
}

operation! {
    /// `POST /photos`
    ///
    /// Replies:
    ///
    /// - `201`: Added.
    pub struct AddPhoto {
        /// The request body.
        ///
        /// Media types of its files ([`File::media_type`]):
        ///
        /// - `photos`: `image/png`, `image/jpeg`
        pub body: AddPhotoBody,
    }
    send fn add_photo(body: impl Into<AddPhotoBody>) -> Result<Reply, Error<Value>>;
    fn new(body: impl Into<AddPhotoBody>);
}

impl Operation for AddPhoto {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addPhoto", "/photos").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(
            match &self.body {
                AddPhotoBody::Multipart(body) => {
                    const ENCODINGS: &[FieldEncoding] = &[
                        field("photos").content_type("image/png, image/jpeg"),
                        field("label").content_type("text/markdown"),
                    ];
                    Body::multipart(body).encodings(ENCODINGS)
                }
                AddPhotoBody::Png(body) => Body::file(body).media_type("image/png"),
                AddPhotoBody::Jpeg(body) => Body::file(body).media_type("image/jpeg"),
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
    Png(File),
    /// `image/jpeg`
    Jpeg(File),
}

impl From<types::AddPhotoBody> for AddPhotoBody {
    fn from(value: types::AddPhotoBody) -> Self {
        Self::Multipart(Box::new(value))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The body of `addPhoto`.
    pub struct AddPhotoBody {
        pub photos: Vec<File> = required("photos").max_items(3),
        pub meta: Option<Piece> = optional("meta"),
        pub label: Option<String> = optional("label"),
    }
    fn new(photos: Vec<File>);
    fn with_meta(meta: Piece);
    fn with_label(label: impl Into<String>);
}

object! {
    /// The schema `Answer`.
    pub struct Answer {
        pub id: Option<String> = optional("id"),
    }
    fn new();
    fn with_id(id: impl Into<String>);
}

object! {
    /// The header `X-Left` of `chat`.
    pub struct ChatXLeft {
        pub a: Option<i64> = optional("a"),
    }
}

object! {
    /// The schema `Piece`.
    pub struct Piece {
        pub text: Option<String> = optional("text"),
    }
    fn new();
    fn with_text(text: impl Into<String>);
}

object! {
    /// The schema `Problem`.
    pub struct Problem {
        pub detail: Option<String> = optional("detail"),
    }
}

object! {
    /// The schema `Question`.
    pub struct Question {
        pub text: String = required("text"),
        /// Format: `password`.
        pub key: Option<Secret> = optional("key").min_length(8),
        /// Format: `byte`.
        pub image: Option<Base64> = optional("image"),
    }
    fn new(text: impl Into<String>);
    fn with_key(key: impl Into<Secret>);
    fn with_image(image: impl Into<Base64>);
}

object! {
    /// The body of `sendForm`.
    pub struct SendFormBody {
        pub ids: Option<Vec<i64>> = optional("ids"),
        pub r#where: Option<Piece> = optional("where"),
        pub piece: Option<Piece> = optional("piece"),
    }
    fn new();
    fn with_ids(ids: Vec<i64>);
    fn with_where(r#where: Piece);
    fn with_piece(piece: Piece);
}

// === findings
//
// note[N0634]: `text/html` is not sent: `application/json` has the same schema
//   --> spec.yaml:55:19
//    |
// 55 |         content: {text/html: {schema: {$ref: '#/components/schemas/Answer'}}, application/json-patch+json: {schema: {$re…
//    |                   ^^^^^^^^^
//
// note[N0634]: `text/plain` is not asked for: `application/json` has the same schema
//   --> spec.yaml:59:21
//    |
// 59 |           content: {text/plain: {schema: {$ref: '#/components/schemas/Answer'}}, text/json: {schema: {$ref: '#/component…
//    |                     ^^^^^^^^^^
