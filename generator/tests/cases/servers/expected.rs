// === lib.rs

//! Client for Servers.
//!
//! ```no_run
//! # #[cfg(feature = "reqwest")]
//! # mod example {
//! use golden::Client;
//!
//! # pub(super) async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::from_env()?;
//! let reply = client.here().await?;
//! println!("{reply:?}");
//! # Ok(())
//! # }
//! # }
//! ```
//!
//! Each operation is a value in [`operations`] and a function on the client; what they send and receive is in [`types`]. The client of feature `reqwest` (the default) is asynchronous, that of feature `ureq` blocks. Requests are validated before they are sent.

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
pub const API: runtime::Api = runtime::Api {
    title: "Servers",
    server: "https://eu.example.com:443/v1",
    token_env: "GOLDEN_TOKEN",
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
};

/// The servers of the description; the first is the usual one.
///
/// - `https://{region}.example.com:{port}/v1`: What customers use.
/// - `region`: Where the data lies.
/// - `https://test.example.com/v1`: For tests.
pub const SERVERS: &[Server] = &[
    runtime::server("https://{region}.example.com:{port}/v1")
        .variables(&[runtime::variable("region", "eu").values(&["eu", "us"]), runtime::variable("port", "443")]),
    runtime::server("https://test.example.com/v1"),
];

// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;

operation! {
    /// `GET /here`: Is here.
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Here {}
    send fn here() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Here {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("here", "/here").accept("*/*");
}

operation! {
    /// `GET /relative`
    ///
    /// Its servers, the first of which gets the request:
    ///
    /// - `/v2`
    /// - `https://other.example.com`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Relative {}
    send fn relative() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Relative {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("relative", "/relative").accept("*/*").server("/v2");
}

operation! {
    /// `GET /there`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct There {}
    send fn there() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for There {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("there", "/there").accept("*/*").server("https://there.example.com");
}

// === types.rs

//! The types of requests and replies, by name.

// === findings
//
// note[N0714]: the URL of a server is relative
//   --> spec.yaml:14:31
//    |
// 14 |   /relative: {servers: [{url: /v2}, {url: //other.example.com}], get: {operationId: relative, responses: {'204': {descri…
//    |                               ^^^
//    = help: the client has to be given a `base_url`; or an overlay says the whole URL
//
// note[N0714]: the URL of a server is relative
//   --> spec.yaml:14:43
//    |
// 14 | …/relative: {servers: [{url: /v2}, {url: //other.example.com}], get: {operationId: relative, responses: {'204': {descript…
//    |                                          ^^^^^^^^^^^^^^^^^^^
//    = help: `https://other.example.com` is taken
