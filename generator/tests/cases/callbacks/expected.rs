// === callbacks.rs

//! The requests that the server makes: callbacks and webhooks.

use crate::runtime::prelude::*;
use crate::types;

/// The callback `onCall` of `createStream`: `POST {$request.body#/url}/call?id={$response.body#/id}`.
///
/// It carries:
///
/// - `sequence` (query, required): Counts the calls.
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

/// The callback `onEnd` of `createStream`: `DELETE {$request.body#/url}/end`.
///
/// Expected answers:
///
/// - `default`: Whatever.
#[derive(Clone, Copy, Debug)]
pub struct CreateStreamOnEndDelete;

impl Callback for CreateStreamOnEndDelete {
    type Body = Reply;
    const METHOD: &'static str = "DELETE";
    const EXPRESSION: &'static str = "{$request.body#/url}/end";
}

/// The callback `onEnd` of `createStream`: `PUT {$request.body#/url}/end`.
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
    /// The schema `Event`.
    pub struct Event {
        pub id: String = required("id"),
        pub values: Option<Vec<f64>> = optional("values"),
    }
}

// === findings
//
// warning[W0614]: `application/x-www-form-urlencoded` is not taken apart in callbacks: the body is read as `application/json`
//   --> spec.yaml:14:121
//    |
// 14 | … {$ref: '#/components/schemas/Event'}}, application/x-www-form-urlencoded: {schema: {type: object, properties: {payload:…
//    |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
