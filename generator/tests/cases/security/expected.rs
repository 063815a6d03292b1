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
pub const DIGEST: Scheme = Scheme::other("digest");

/// The security scheme `headerKey`.
pub const HEADER_KEY: Scheme = Scheme::api_key("headerKey", In::Header, "X-Api-Key");

/// The security scheme `queryKey`.
pub const QUERY_KEY: Scheme = Scheme::api_key("queryKey", In::Query, "api_key");

/// The security scheme `cookieKey`.
pub const COOKIE_KEY: Scheme = Scheme::api_key("cookieKey", In::Cookie, "sid");

/// The security scheme `openId`.
pub const OPEN_ID: Scheme = Scheme::bearer("openId");

/// The security scheme `oauth`.
pub const OAUTH: Scheme = Scheme::bearer("oauth");

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;

/// `GET /and`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Both {}

impl Both {
    arguments! {
        fn new();
    }
}

impl Operation for Both {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("both", "/and")
        .accept("*/*")
        .security(&[&[super::TOKEN, super::QUERY_KEY]]);
}

requests! {
    /// `GET /and`
    ///
    /// See [`Both`].
    fn both() -> Result<Reply, Error<Value>> {
        Both::new()
    }
}

/// `GET /cookie`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Cookie {}

impl Cookie {
    arguments! {
        fn new();
    }
}

impl Operation for Cookie {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("cookie", "/cookie")
        .accept("*/*")
        .security(&[&[super::COOKIE_KEY]]);
}

requests! {
    /// `GET /cookie`
    ///
    /// See [`Cookie`].
    fn cookie() -> Result<Reply, Error<Value>> {
        Cookie::new()
    }
}

/// `GET /default`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ByDefault {}

impl ByDefault {
    arguments! {
        fn new();
    }
}

impl Operation for ByDefault {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("byDefault", "/default")
        .accept("*/*")
        .security(&[&[super::TOKEN]]);
}

requests! {
    /// `GET /default`
    ///
    /// See [`ByDefault`].
    fn by_default() -> Result<Reply, Error<Value>> {
        ByDefault::new()
    }
}

/// `GET /digest`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Digest {}

impl Digest {
    arguments! {
        fn new();
    }
}

impl Operation for Digest {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("digest", "/digest")
        .accept("*/*")
        .security(&[&[super::DIGEST]]);
}

requests! {
    /// `GET /digest`
    ///
    /// See [`Digest`].
    fn digest() -> Result<Reply, Error<Value>> {
        Digest::new()
    }
}

/// `GET /maybe`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Maybe {}

impl Maybe {
    arguments! {
        fn new();
    }
}

impl Operation for Maybe {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("maybe", "/maybe")
        .accept("*/*")
        .security(&[&[], &[super::BASIC]]);
}

requests! {
    /// `GET /maybe`
    ///
    /// See [`Maybe`].
    fn maybe() -> Result<Reply, Error<Value>> {
        Maybe::new()
    }
}

/// `GET /none`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct NoneOperation {}

impl NoneOperation {
    arguments! {
        fn new();
    }
}

impl Operation for NoneOperation {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("none", "/none").accept("*/*");
}

requests! {
    /// `GET /none`
    ///
    /// See [`NoneOperation`].
    fn none() -> Result<Reply, Error<Value>> {
        NoneOperation::new()
    }
}

/// `GET /oauth`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Oauth {}

impl Oauth {
    arguments! {
        fn new();
    }
}

impl Operation for Oauth {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("oauth", "/oauth")
        .accept("*/*")
        .security(&[&[super::OAUTH]]);
}

requests! {
    /// `GET /oauth`
    ///
    /// See [`Oauth`].
    fn oauth() -> Result<Reply, Error<Value>> {
        Oauth::new()
    }
}

/// `GET /openid`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Openid {}

impl Openid {
    arguments! {
        fn new();
    }
}

impl Operation for Openid {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("openid", "/openid")
        .accept("*/*")
        .security(&[&[super::OPEN_ID]]);
}

requests! {
    /// `GET /openid`
    ///
    /// See [`Openid`].
    fn openid() -> Result<Reply, Error<Value>> {
        Openid::new()
    }
}

/// `GET /or`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Either {}

impl Either {
    arguments! {
        fn new();
    }
}

impl Operation for Either {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("either", "/or")
        .accept("*/*")
        .security(&[&[super::TOKEN], &[super::HEADER_KEY]]);
}

requests! {
    /// `GET /or`
    ///
    /// See [`Either`].
    fn either() -> Result<Reply, Error<Value>> {
        Either::new()
    }
}

// === types.rs

//! The types of requests and replies, by name.

// === findings
//
// warning[W0710]: the client cannot do HTTP authentication `digest` by itself
//   --> spec.yaml:18:5
//    |
// 18 |     digest: {type: http, scheme: digest}
//    |     ^^^^^^
//    = help: requests of its operations are sent without credentials
