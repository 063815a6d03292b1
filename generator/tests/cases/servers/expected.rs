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
    title: "Servers.",
    server: "https://eu.example.com:443/v1",
    token_env: "GOLDEN_TOKEN",
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
};

/// The servers of the description; the first is the usual one.
///
/// - `https://{region}.example.com:{port}/v1`: What customers use.
/// - variable `region`: Where the data lies.
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
    /// `GET /files/{id}`
    ///
    /// It has servers of its own: [`ReadFile::SERVERS`], from which [`ClientBuilder::server`](crate::ClientBuilder::server) chooses.
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct ReadFile {
        pub id: i64 = path("id"),
    }
    send fn read_file(id: i64) -> Result<Reply, Error<Value>>;
    fn new(id: i64);
}

impl Operation for ReadFile {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("readFile", "/files/{id}").accept("*/*").servers(Self::SERVERS);
}

impl ReadFile {
    /// Its servers; the first is the usual one.
    ///
    /// - `https://files.{region}.example.com`
    /// - variable `region`: Where the files lie.
    /// - `https://files.example.org`: A mirror.
    pub const SERVERS: &'static [crate::Server] = &own_servers(
        "ReadFile",
        [
            server("https://files.{region}.example.com")
                .variables(&[variable("region", "eu")]),
            server("https://files.example.org"),
        ],
    );
}

operation! {
    /// `PUT /files/{id}`
    ///
    /// It has servers of its own: [`WriteFile::SERVERS`], from which [`ClientBuilder::server`](crate::ClientBuilder::server) chooses.
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct WriteFile {
        pub id: i64 = path("id"),
    }
    send fn write_file(id: i64) -> Result<Reply, Error<Value>>;
    fn new(id: i64);
}

impl Operation for WriteFile {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("writeFile", "/files/{id}").accept("*/*").servers(Self::SERVERS);
}

impl WriteFile {
    /// Its servers, the same as those of [`ReadFile`](super::ReadFile).
    pub const SERVERS: &'static [crate::Server] = super::ReadFile::SERVERS;
}

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
    /// `GET /local`
    ///
    /// It has servers of its own: [`Local::SERVERS`], from which [`ClientBuilder::server`](crate::ClientBuilder::server) chooses.
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Local {}
    send fn local() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Local {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("local", "/local").accept("*/*").servers(Self::SERVERS);
}

impl Local {
    /// Its server.
    ///
    /// - `http://127.0.0.1:{port}`
    pub const SERVERS: &'static [crate::Server] = &own_servers(
        "Local",
        [server("http://127.0.0.1:{port}").variables(&[variable("port", "80")])],
    );
}

operation! {
    /// `GET /mirrors`
    ///
    /// It has servers of its own: [`Mirrors::OWN_SERVERS`], from which [`ClientBuilder::server`](crate::ClientBuilder::server) chooses.
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Mirrors {}
    send fn mirrors() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Mirrors {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("mirrors", "/mirrors").accept("*/*").servers(Self::OWN_SERVERS);
}

impl Mirrors {
    /// Its server.
    ///
    /// - `https://mirror{number}.example.com`
    pub const OWN_SERVERS: &'static [crate::Server] = &own_servers(
        "Mirrors",
        [
            server("https://mirror{number}.example.com")
                .variables(&[variable("number", "1").values(&["1", "2"])]),
        ],
    );
}

impl Mirrors {
    /// The header `Servers` of `204`.
    pub const SERVERS: ReplyHeader<i64> = ReplyHeader::new("servers");
}

operation! {
    /// `GET /relative`
    ///
    /// It has servers of its own: [`Relative::SERVERS`], from which [`ClientBuilder::server`](crate::ClientBuilder::server) chooses.
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
    const ENDPOINT: Endpoint = Endpoint::get("relative", "/relative").accept("*/*").servers(Self::SERVERS);
}

impl Relative {
    /// Its servers; the first is the usual one.
    ///
    /// - `/v2`
    /// - `https://other.example.com`
    pub const SERVERS: &'static [crate::Server] = &own_servers(
        "Relative",
        [server("/v2"), server("https://other.example.com")],
    );
}

operation! {
    /// `GET /same`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Same {}
    send fn same() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Same {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("same", "/same").accept("*/*");
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
//   --> spec.yaml:28:31
//    |
// 28 |   /relative: {servers: [{url: /v2}, {url: //other.example.com}], get: {operationId: relative, responses: {'204': {descri…
//    |                               ^^^
//    = help: the client has to be given a `server_url`; or an overlay says the whole URL
//
// note[N0714]: the URL of a server is relative
//   --> spec.yaml:28:43
//    |
// 28 | …/relative: {servers: [{url: /v2}, {url: //other.example.com}], get: {operationId: relative, responses: {'204': {descript…
//    |                                          ^^^^^^^^^^^^^^^^^^^
//    = help: `https://other.example.com` is taken
