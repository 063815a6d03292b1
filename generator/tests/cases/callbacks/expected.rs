// === callbacks.rs

//! The requests that the server makes: callbacks and webhooks.

use crate::runtime::prelude::*;
use crate::types;

/// The callback `onCall` of `createStream`: `POST {$request.body#/url}/call?id={$response.body#/id}`.
///
/// It comes with credentials for `signed`.
///
/// Expected answers:
///
/// - `200`: What to do.
///
/// The body of `200` is a [`Answer`](crate::types::Answer).
#[derive(Clone, Copy, Debug)]
pub struct CreateStreamOnCall;

impl Callback for CreateStreamOnCall {
    type Body = types::Event;
    const METHOD: &'static str = "POST";
    const EXPRESSION: &'static str = "{$request.body#/url}/call?id={$response.body#/id}";

    fn read(reply: &Reply) -> Result<Self::Body, DecodeError> {
        reply.form(&[("values", FormValue::Items(&FormValue::Text))], &FormValue::Text)
    }
}

impl CreateStreamOnCall {
    /// The header `X-Signature`, which is always there.
    ///
    /// Proves who calls.
    pub const X_SIGNATURE: ReplyHeader<String> = ReplyHeader::new("x-signature");

    /// The header `X-Attempts`.
    pub const X_ATTEMPTS: ReplyHeader<Vec<i64>> = ReplyHeader::new("x-attempts").list();

    /// The query parameter `sequence`, which is always there.
    ///
    /// Counts the calls.
    pub const SEQUENCE: CallbackParameter<i64> = CallbackParameter::query("sequence", FormValue::Text);
}

/// The callback `onData` of `createStream`: `POST {$request.body#/url}/data`.
///
/// Data has come.
///
/// Expected answers:
///
/// - `202`: Taken.
/// - `410`: Send no more.
#[derive(Clone, Copy, Debug)]
pub struct CreateStreamOnData;

impl Callback for CreateStreamOnData {
    type Body = types::Event;
    const METHOD: &'static str = "POST";
    const EXPRESSION: &'static str = "{$request.body#/url}/data";
}

/// The callback `onPoll` of `createStream`: `GET {$request.body#/url}`.
///
/// Expected answers:
///
/// - `200`: A page.
#[derive(Clone, Copy, Debug)]
pub struct CreateStreamOnPoll;

impl Callback for CreateStreamOnPoll {
    type Body = Reply;
    const METHOD: &'static str = "GET";
    const EXPRESSION: &'static str = "{$request.body#/url}";
}

impl CreateStreamOnPoll {
    /// The query parameter `page`, which is always there.
    ///
    /// Counts from 1.
    pub const PAGE_QUERY: CallbackParameter<i64> = CallbackParameter::query("page", FormValue::Text);

    /// The query parameter `limit`.
    pub const LIMIT: CallbackParameter<i64> = CallbackParameter::query("limit", FormValue::TextOrNothing);

    /// The query parameter `ids`.
    pub const IDS: CallbackParameter<Vec<i64>> = CallbackParameter::query("ids", FormValue::Items(&FormValue::Text));

    /// The query parameter `words`.
    pub const WORDS: CallbackParameter<Vec<String>> = CallbackParameter::query("words", FormValue::Separated(','));

    /// The query parameter `between`.
    pub const BETWEEN: CallbackParameter<types::Range> = CallbackParameter::query("between", FormValue::Deep);

    /// The query parameter `span`.
    pub const SPAN: CallbackParameter<types::CreateStreamOnPollSpan> = CallbackParameter::query(
        "span",
        FormValue::Members(&["low", "high"]),
    );

    /// The query parameter `filter`.
    pub const FILTER: CallbackParameter<types::Range> = CallbackParameter::query("filter", FormValue::Json);

    /// The cookie `session`.
    pub const SESSION: CallbackParameter<String> = CallbackParameter::cookie("session", FormValue::Text);

    /// The header `Page`.
    pub const PAGE: ReplyHeader<String> = ReplyHeader::new("page");

    /// The query parameter `method`.
    pub const METHOD_QUERY: CallbackParameter<String> = CallbackParameter::query("method", FormValue::Text);

    /// The header `X-More` of `200`, which is always there.
    ///
    /// Whether more follows.
    pub const ANSWER_X_MORE: ReplyHeader<bool> = ReplyHeader::new("x-more");

    /// The header `X-Seen` of `200`.
    pub const ANSWER_X_SEEN: ReplyHeader<Vec<String>> = ReplyHeader::new("x-seen").list();
}

/// The callback `onRead` of `createStream onPoll`: `POST {$request.query.url}`.
///
/// Expected answers:
///
/// - `default`: Whatever.
#[derive(Clone, Copy, Debug)]
pub struct CreateStreamOnPollOnRead;

impl Callback for CreateStreamOnPollOnRead {
    type Body = Vec<types::Range>;
    const METHOD: &'static str = "POST";
    const EXPRESSION: &'static str = "{$request.query.url}";

    fn read(reply: &Reply) -> Result<Self::Body, DecodeError> {
        reply.items()
    }
}

/// The callback `onEnd` of `createStream`, `createStream onPoll`: `PUT {$request.body#/url}/end`.
///
/// Expected answers:
///
/// - `default`: Whatever.
#[derive(Clone, Copy, Debug)]
pub struct StreamEnded;

impl Callback for StreamEnded {
    type Body = i64;
    const METHOD: &'static str = "PUT";
    const EXPRESSION: &'static str = "{$request.body#/url}/end";

    fn read(reply: &Reply) -> Result<Self::Body, DecodeError> {
        reply.plain()
    }
}

/// The callback `onEnd` of `createStream`, `createStream onPoll`: `DELETE {$request.body#/url}/end`.
///
/// Expected answers:
///
/// - `default`: Whatever.
#[derive(Clone, Copy, Debug)]
pub struct StreamGone;

impl Callback for StreamGone {
    type Body = Reply;
    const METHOD: &'static str = "DELETE";
    const EXPRESSION: &'static str = "{$request.body#/url}/end";
}

// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

use crate::runtime::prelude::*;

/// The security scheme `signed`.
pub const SIGNED: Scheme = Scheme::api_key("signed", In::Header, "X-Signature");

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /streams`
    ///
    /// Replies:
    ///
    /// - `201`: Made.
    pub struct CreateStream {
        /// The request body.
        pub body: types::CreateStreamBody,
    }
    send fn create_stream(body: types::CreateStreamBody) -> Result<Reply, Error<Value>>;
    fn new(body: types::CreateStreamBody);
}

impl Operation for CreateStream {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("createStream", "/streams").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Answer`.
    pub struct Answer {
        pub say: Option<String> = optional("say"),
    }
    fn new();
    fn with_say(say: impl Into<String>);
}

object! {
    /// The body of `createStream`.
    pub struct CreateStreamBody {
        pub url: String = required("url"),
    }
    fn new(url: impl Into<String>);
}

object! {
    /// The parameter `span` of `createStream onPoll`.
    pub struct CreateStreamOnPollSpan {
        pub low: Option<i64> = optional("low"),
        pub high: Option<i64> = optional("high"),
    }
}

object! {
    /// The schema `Event`.
    pub struct Event {
        pub id: String = required("id"),
        pub values: Option<Vec<f64>> = optional("values"),
    }
}

object! {
    /// The schema `Range`.
    pub struct Range {
        pub from: i64 = required("from"),
        pub to: Option<i64> = optional("to"),
    }
}

// === findings
//
// warning[W0614]: `application/x-www-form-urlencoded` is not taken apart in callbacks: the body is read as `application/json`
//   --> spec.yaml:35:121
//    |
// 35 | … {$ref: '#/components/schemas/Event'}}, application/x-www-form-urlencoded: {schema: {type: object, properties: {payload:…
//    |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
