// === lib.rs

//! Client for By tag.
//!
//! ```no_run
//! # #[cfg(feature = "reqwest")]
//! # mod example {
//! use golden::{Client, types};
//!
//! # pub(super) async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::from_env()?;
//! let reply = client.payments().create(types::Payment::new(5)).await?;
//! println!("{reply:?}");
//! # Ok(())
//! # }
//! # }
//! ```
//!
//! Each operation is a value in [`operations`] and a function on the client of its tag, such as `client.comments()`; what they send and receive is in [`types`]. The client of feature `reqwest` (the default) is asynchronous, that of feature `ureq` blocks. Requests are validated before they are sent.

pub mod operations;
pub mod runtime;
pub mod types;

#[cfg(feature = "ureq")]
pub use runtime::blocking;
pub use runtime::{
    Answer, Base64, BaseUrl, Bytes, ClientBuilder, ConfigError, DecodeError, Error,
    Event, File, Grant, ItemError, Json, Nullable, Number, Operation, Reply, ReplyHeader,
    Secret, Server, TokenError, Undeclared, Value, Violation, Violations,
};
#[cfg(feature = "reqwest")]
pub use runtime::{Client, Download, Items};

/// What the clients know about the API.
///
/// - `https://example.com`: What all use.
pub const API: runtime::Api = runtime::Api {
    title: "By tag",
    server: "https://example.com",
    token_env: "GOLDEN_TOKEN",
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
};

// === operations.rs

//! The operations of the API, by path and method.

mod comments;
mod open;
mod payments;
mod r#type;
mod untagged;

pub use comments::*;
pub use open::*;
pub use payments::*;
pub use r#type::*;
pub use untagged::*;

// === operations/comments.rs

//! Comments

use crate::runtime::prelude::*;

tag_client! {
    /// The operations of `Comments`.
    pub struct CommentsClient {}
    fn comments();
}

operation! {
    /// `GET /comments/{id}`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct CommentsIndex {
        pub id: i64 = path("id"),
    }
    client = CommentsClient;
    send fn index(id: i64) -> Result<Reply, Error<Value>>;
    fn new(id: i64);
}

impl Operation for CommentsIndex {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("comments_index", "/comments/{id}").accept("*/*");
}

// === operations/open.rs

//! open

use crate::runtime::prelude::*;

tag_client! {
    /// The operations of `open`.
    pub struct OpenClient {}
    fn open_operation();
}

operation! {
    /// `GET /open`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Open {}
    client = OpenClient;
    send fn open() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Open {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("open", "/open").accept("*/*");
}

operation! {
    /// `PUT /open`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendOperation {}
    client = OpenClient;
    send fn send() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for SendOperation {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("send", "/open").accept("*/*");
}

// === operations/payments.rs

//! Payments
//!
//! What is paid.

use crate::runtime::prelude::*;
use crate::types;

tag_client! {
    /// The operations of `Payments`.
    pub struct PaymentsClient {}
    fn payments();
}

operation! {
    /// `GET /payments`
    ///
    /// Replies:
    ///
    /// - `200`: All.
    pub struct ListPayments {}
    client = PaymentsClient;
    send fn list() -> Result<Vec<types::Payment>, Error<Value>>;
    fn new();
}

impl Operation for ListPayments {
    type Output = Vec<types::Payment>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("listPayments", "/payments");
}

operation! {
    /// `POST /payments`
    ///
    /// Also tagged `Money`.
    ///
    /// Replies:
    ///
    /// - `200`: It.
    pub struct CreatePayment {
        /// The request body.
        ///
        /// Example: `{"amount":5}`.
        pub body: types::Payment,
    }
    client = PaymentsClient;
    send fn create(body: types::Payment) -> Result<types::Payment, Error<Value>>;
    fn new(body: types::Payment);
}

impl Operation for CreatePayment {
    type Output = types::Payment;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("createPayment", "/payments");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

operation! {
    /// `GET /payments/events`
    ///
    /// Replies:
    ///
    /// - `200`: They.
    pub struct WatchPayment {
        pub since: Option<String> = query("since"),
    }
    client = PaymentsClient;
    send fn watch() -> Result<types::Payment, Error<Value>>;
    stream fn watch_stream() -> Result<Items<Event<String>>, Error<Value>>;
    fn new();
    fn with_since(since: impl Into<String>);
}

impl Operation for WatchPayment {
    type Output = types::Payment;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("watchPayment", "/payments/events");
}

impl Streams for WatchPayment {
    type Item = Event<String>;
    const MEDIA_TYPE: &'static str = "text/event-stream";
}

operation! {
    /// `DELETE /payments/{id}`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct ForgetPayment {
        pub id: String = path("id"),
    }
    client = PaymentsClient;
    send fn forget_payment(id: impl Into<String>) -> Result<Reply, Error<Value>>;
    fn new(id: impl Into<String>);
}

impl Operation for ForgetPayment {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::delete("deletePayment", "/payments/{id}").accept("*/*");
}

operation! {
    /// `GET /payments/{id}`
    ///
    /// Replies:
    ///
    /// - `200`: It.
    pub struct GetPayment {
        pub id: String = path("id"),
    }
    client = PaymentsClient;
    send fn get(id: impl Into<String>) -> Result<types::Payment, Error<Value>>;
    fn new(id: impl Into<String>);
}

impl Operation for GetPayment {
    type Output = types::Payment;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("getPayment", "/payments/{id}");
}

operation! {
    /// `POST /payments/{id}`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct GetPayments {
        pub id: String = path("id"),
    }
    client = PaymentsClient;
    send fn get_payments(id: impl Into<String>) -> Result<Reply, Error<Value>>;
    fn new(id: impl Into<String>);
}

impl Operation for GetPayments {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("getPayments", "/payments/{id}").accept("*/*");
}

operation! {
    /// `GET /payments/{id}/receipt`
    ///
    /// Replies:
    ///
    /// - `200`: It.
    pub struct GetPaymentReceipt {
        pub id: String = path("id"),
    }
    client = PaymentsClient;
    open fn get_receipt(id: impl Into<String>) -> Result<Download, Error<Value>>;
    fn new(id: impl Into<String>);
}

impl Operation for GetPaymentReceipt {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("getPaymentReceipt", "/payments/{id}/receipt").accept("application/pdf");
}

// === operations/type.rs

//! Type

use crate::runtime::prelude::*;

tag_client! {
    /// The operations of `Type`.
    pub struct TypeClient {}
    fn r#type();
}

operation! {
    /// `GET /types`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct MoveType {}
    client = TypeClient;
    send fn r#move() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for MoveType {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("moveType", "/types").accept("*/*");
}

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;

operation! {
    /// `GET /ping`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct PingPayment {}
    send fn ping_payment() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for PingPayment {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("pingPayment", "/ping").accept("*/*");
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Payment`.
    pub struct Payment {
        pub amount: i64 = required("amount"),
        pub note: Option<String> = optional("note"),
    }
    fn new(amount: i64);
    fn with_note(note: impl Into<String>);
}
