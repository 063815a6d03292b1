//! Replies, as they come.

use super::charset::decoded;
use super::decode_error::DecodeError;
use super::reply_header::ReplyHeader;
use super::secrets::{Redacted, Secrets};
use super::text_value::read_text;
use super::wire::{Json, Wire};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use std::fmt;

/// A reply: what operations without a described reply give, and what all others are read from.
///
/// What `Debug` shows of it does not show the credentials of the request.
#[derive(Clone)]
#[non_exhaustive]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
    /// What the request brought and nobody must see.
    pub(super) secrets: Secrets,
}

impl Reply {
    /// A reply of these parts.
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            headers,
            body: body.into(),
            secrets: Secrets::default(),
        }
    }

    /// With the secrets of the request.
    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    pub(super) fn with_secrets(mut self, secrets: Secrets) -> Self {
        self.secrets = secrets;
        self
    }

    /// The value of a documented header; `None` when it is not there.
    ///
    /// # Errors
    ///
    /// When the text does not have the form of the type.
    pub fn header<H: Wire>(&self, header: ReplyHeader<H>) -> Result<Option<H>, DecodeError> {
        header.read(&self.headers)
    }

    /// The body as bytes.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.body
    }

    /// The body as text, by the `charset` of its media type: ISO 8859-1, windows-1252, or UTF-8, of
    /// which bytes that make no character become `U+FFFD`.
    #[must_use]
    pub fn text(&self) -> String {
        let media_type = self.headers.get(CONTENT_TYPE);
        let media_type = media_type.and_then(|value| value.to_str().ok());
        decoded(media_type.unwrap_or_default(), &self.body)
    }

    /// The body as a string, number or boolean of this type: JSON where the reply says so, plain
    /// text otherwise.
    ///
    /// # Errors
    ///
    /// When the text does not have the form of the type.
    pub fn plain<T: Wire>(&self) -> Result<T, DecodeError> {
        if self.has_type("application/json") || self.has_type("application/*+json") {
            return self.json();
        }
        let mut value = T::blank();
        read_text(&mut value, &self.text())?;
        Ok(value)
    }

    /// Whether `Content-Type` is this media type, or within this range (`image/*`,
    /// `application/*+json`), and has the parameters that stand there. Case does not count, nor does
    /// `charset`.
    #[must_use]
    pub fn has_type(&self, range: &str) -> bool {
        let header = self.headers.get(CONTENT_TYPE);
        let Some(own) = header.and_then(|value| value.to_str().ok()) else {
            return false;
        };
        let (own, range) = (own.to_ascii_lowercase(), range.to_ascii_lowercase());
        let mut own = own.split(';').map(str::trim);
        let mut range = range.split(';').map(str::trim);
        let (essence, wanted) = (own.next().unwrap_or(""), range.next().unwrap_or(""));
        let is_within = is_within(essence, wanted);
        let own: Vec<String> = own.map(|it| it.replace('"', "")).collect();
        let mut wanted = range.filter(|it| !it.is_empty() && !it.starts_with("charset="));
        is_within && wanted.all(|it| own.contains(&it.replace('"', "")))
    }

    /// The body as JSON.
    ///
    /// # Errors
    ///
    /// When it is empty, not JSON, or does not have the form of the type.
    pub fn json<T: Wire>(&self) -> Result<T, DecodeError> {
        let body = self
            .body
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(&self.body);
        if body.is_empty() {
            return Err(DecodeError::new("JSON", "an empty body"));
        }
        T::from_json(body)
    }
}

/// Whether a media type is within a range (`image/*`, `application/*+json`); both are without
/// parameters and in small letters.
pub(super) fn is_within(media_type: &str, range: &str) -> bool {
    match range.split_once('*') {
        Some(("", _)) => true,
        Some((before, behind)) => media_type.starts_with(before) && media_type.ends_with(behind),
        None => media_type == range,
    }
}

impl PartialEq for Reply {
    fn eq(&self, other: &Self) -> bool {
        (self.status, &self.headers, &self.body) == (other.status, &other.headers, &other.body)
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("status", &self.status)
            .field("headers", &Redacted(&self.secrets, &self.headers))
            .field("body", &Redacted(&self.secrets, &self.body))
            .finish()
    }
}

/// What a successful reply was read as, with its status and headers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Answer<T> {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// What the body says.
    pub output: T,
}

impl<T> Answer<T> {
    /// The value of a documented header; `None` when it is not there.
    ///
    /// # Errors
    ///
    /// When the text does not have the form of the type.
    pub fn header<H: Wire>(&self, header: ReplyHeader<H>) -> Result<Option<H>, DecodeError> {
        header.read(&self.headers)
    }
}

/// What a reply can be read as: JSON for every type that has a form in JSON.
pub trait ReadReply: Sized {
    /// Reads a reply.
    ///
    /// # Errors
    ///
    /// When the body does not have the form of the type.
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError>;
}

impl<T: Wire> ReadReply for T {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        reply.json()
    }
}

impl ReadReply for Reply {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        Ok(reply.clone())
    }
}
