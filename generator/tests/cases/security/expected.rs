// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

use crate::runtime::{In, Scheme};

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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Both {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("both", "GET", "/and")
        .security(&[&[super::TOKEN, super::QUERY_KEY]]);

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /and`
    ///
    /// See [`Both`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn both(&self) -> Result<Reply, Error<Value>> {
        self.send(&Both::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /and`
    ///
    /// See [`Both`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn both(&self) -> Result<Reply, Error<Value>> {
        self.send(&Both::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Cookie {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("cookie", "GET", "/cookie")
        .security(&[&[super::COOKIE_KEY]]);

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /cookie`
    ///
    /// See [`Cookie`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn cookie(&self) -> Result<Reply, Error<Value>> {
        self.send(&Cookie::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /cookie`
    ///
    /// See [`Cookie`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn cookie(&self) -> Result<Reply, Error<Value>> {
        self.send(&Cookie::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for ByDefault {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("byDefault", "GET", "/default")
        .security(&[&[super::TOKEN]]);

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /default`
    ///
    /// See [`ByDefault`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn by_default(&self) -> Result<Reply, Error<Value>> {
        self.send(&ByDefault::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /default`
    ///
    /// See [`ByDefault`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn by_default(&self) -> Result<Reply, Error<Value>> {
        self.send(&ByDefault::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Digest {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("digest", "GET", "/digest")
        .security(&[&[super::DIGEST]]);

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /digest`
    ///
    /// See [`Digest`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn digest(&self) -> Result<Reply, Error<Value>> {
        self.send(&Digest::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /digest`
    ///
    /// See [`Digest`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn digest(&self) -> Result<Reply, Error<Value>> {
        self.send(&Digest::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Maybe {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("maybe", "GET", "/maybe")
        .security(&[&[], &[super::BASIC]]);

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /maybe`
    ///
    /// See [`Maybe`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn maybe(&self) -> Result<Reply, Error<Value>> {
        self.send(&Maybe::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /maybe`
    ///
    /// See [`Maybe`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn maybe(&self) -> Result<Reply, Error<Value>> {
        self.send(&Maybe::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for NoneOperation {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("none", "GET", "/none");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /none`
    ///
    /// See [`NoneOperation`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn none(&self) -> Result<Reply, Error<Value>> {
        self.send(&NoneOperation::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /none`
    ///
    /// See [`NoneOperation`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn none(&self) -> Result<Reply, Error<Value>> {
        self.send(&NoneOperation::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Oauth {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("oauth", "GET", "/oauth")
        .security(&[&[super::OAUTH]]);

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /oauth`
    ///
    /// See [`Oauth`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn oauth(&self) -> Result<Reply, Error<Value>> {
        self.send(&Oauth::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /oauth`
    ///
    /// See [`Oauth`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn oauth(&self) -> Result<Reply, Error<Value>> {
        self.send(&Oauth::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Openid {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("openid", "GET", "/openid")
        .security(&[&[super::OPEN_ID]]);

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /openid`
    ///
    /// See [`Openid`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn openid(&self) -> Result<Reply, Error<Value>> {
        self.send(&Openid::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /openid`
    ///
    /// See [`Openid`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn openid(&self) -> Result<Reply, Error<Value>> {
        self.send(&Openid::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for Either {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("either", "GET", "/or")
        .security(&[&[super::TOKEN], &[super::HEADER_KEY]]);

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /or`
    ///
    /// See [`Either`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn either(&self) -> Result<Reply, Error<Value>> {
        self.send(&Either::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /or`
    ///
    /// See [`Either`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn either(&self) -> Result<Reply, Error<Value>> {
        self.send(&Either::new())
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
