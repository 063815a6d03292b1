// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

use crate::runtime::prelude::*;

/// The security scheme `token`.
///
/// A token of the account page.
pub const TOKEN: Scheme = Scheme::bearer("token");

/// The security scheme `basic`.
pub const BASIC: Scheme = Scheme::basic("basic");

/// The security scheme `digest`.
///
/// `ClientBuilder::credential` sets what follows the scheme in `Authorization: digest …`.
pub const DIGEST: Scheme = Scheme::http("digest", "digest");

/// The security scheme `headerKey`.
pub const HEADER_KEY: Scheme = Scheme::api_key("headerKey", In::Header, "X-Api-Key");

/// The security scheme `queryKey`.
pub const QUERY_KEY: Scheme = Scheme::api_key("queryKey", In::Query, "api_key");

/// The security scheme `cookieKey`.
pub const COOKIE_KEY: Scheme = Scheme::api_key("cookieKey", In::Cookie, "sid");

/// The security scheme `openId`.
pub const OPEN_ID: Scheme = Scheme::open_id_connect("openId", "https://example.com/.well-known/openid-configuration");

/// The security scheme `certificate`.
///
/// The certificate belongs to the HTTP client underneath: give the client one that has an identity, by `ClientBuilder::http_client` (asynchronous) or `ClientBuilder::http_agent` (blocking).
pub const CERTIFICATE: Scheme = Scheme::other("certificate");

/// The security scheme `oauth`.
///
/// The accounts of the company.
///
/// Scopes:
///
/// - `read:all`: Reads everything.
/// - `write:all`
pub const OAUTH: Scheme = Scheme::oauth2(
    "oauth",
    &[
        Flow::client_credentials("https://example.com/token"),
        Flow::authorization_code("https://example.com/login", "https://example.com/token")
            .with_refresh_url("/refresh"),
        Flow::password("token"),
        Flow::implicit("https://example.com/login"),
    ],
);

/// What operations need that do not say otherwise.
pub const DEFAULT_SECURITY: &[&[Scheme]] = &[&[TOKEN]];

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;

operation! {
    /// `GET /and`
    ///
    /// Needs: `token` and `queryKey`.
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Both {}
    send fn both() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Both {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("both", "/and")
        .accept("*/*")
        .security(&[&[super::TOKEN, super::QUERY_KEY]]);
}

operation! {
    /// `GET /certificate`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Certificate {}
    send fn certificate() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Certificate {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("certificate", "/certificate")
        .accept("*/*")
        .security(&[&[super::CERTIFICATE]]);
}

operation! {
    /// `GET /clash`
    ///
    /// Needs one of:
    ///
    /// - `token` and `basic`
    /// - `token`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Clash {}
    send fn clash() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Clash {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("clash", "/clash")
        .accept("*/*")
        .security(&[&[super::TOKEN, super::BASIC], &[super::TOKEN]]);
}

operation! {
    /// `GET /cookie`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Cookie {}
    send fn cookie() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Cookie {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("cookie", "/cookie").accept("*/*").security(&[&[super::COOKIE_KEY]]);
}

operation! {
    /// `GET /default`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct ByDefault {}
    send fn by_default() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for ByDefault {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("byDefault", "/default").accept("*/*").security(super::DEFAULT_SECURITY);
}

operation! {
    /// `GET /digest`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Digest {}
    send fn digest() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Digest {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("digest", "/digest").accept("*/*").security(&[&[super::DIGEST]]);
}

operation! {
    /// `GET /maybe`
    ///
    /// Needs one of:
    ///
    /// - nothing
    /// - `basic`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Maybe {}
    send fn maybe() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Maybe {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("maybe", "/maybe").accept("*/*").security(&[&[], &[super::BASIC]]);
}

operation! {
    /// `GET /none`
    ///
    /// Needs no credentials.
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct NoneOperation {}
    send fn none() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for NoneOperation {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("none", "/none").accept("*/*");
}

operation! {
    /// `GET /oauth`
    ///
    /// Needs: `oauth` with scope `read:all`.
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Oauth {}
    send fn oauth() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Oauth {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("oauth", "/oauth")
        .accept("*/*")
        .security(&[&[super::OAUTH.with_scopes(&["read:all"])]]);
}

operation! {
    /// `GET /openid`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Openid {}
    send fn openid() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Openid {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("openid", "/openid").accept("*/*").security(&[&[super::OPEN_ID]]);
}

operation! {
    /// `GET /or`
    ///
    /// Needs one of:
    ///
    /// - `token`
    /// - `headerKey`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Either {}
    send fn either() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Either {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("either", "/or")
        .accept("*/*")
        .security(&[&[super::TOKEN], &[super::HEADER_KEY]]);
}

operation! {
    /// `GET /same`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct AsDefault {}
    send fn as_default() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for AsDefault {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("asDefault", "/same").accept("*/*").security(super::DEFAULT_SECURITY);
}

operation! {
    /// `GET /scopes`
    ///
    /// Needs one of:
    ///
    /// - `oauth` with scopes `read:all`, `write:all`
    /// - `openId` with scope `profile` and `headerKey`
    /// - nothing
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Scopes {}
    send fn scopes() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Scopes {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("scopes", "/scopes")
        .accept("*/*")
        .security(&[
            &[super::OAUTH.with_scopes(&["read:all", "write:all"])],
            &[super::OPEN_ID.with_scopes(&["profile"]), super::HEADER_KEY],
            &[],
        ]);
}

// === types.rs

//! The types of requests and replies, by name.

// === findings
//
// note[N0710]: client certificates belong to the HTTP client underneath
//   --> spec.yaml:27:5
//    |
// 27 |     certificate: {type: mutualTLS}
//    |     ^^^^^^^^^^^
//    = help: give `ClientBuilder` an `http_client` or `http_agent` that has one
//
// warning[W0712]: `token` and `basic` cannot be sent together
//   --> spec.yaml:15:61
//    |
// 15 | …rationId: clash, security: [{token: [], basic: []}, {token: []}], responses: {'204': {description: Done.}}}}
//    |                                          ^^^^^
//    = help: both need the same header, query parameter or cookie
