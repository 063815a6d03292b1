//! Replies, as they come.

use super::decode_error::DecodeError;
use super::wire::{Json, Wire};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};

/// A reply: what operations without a described reply give, and what all others are read from.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
}

impl Reply {
    /// A reply of these parts.
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            headers,
            body: body.into(),
        }
    }

    /// The body as bytes.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.body
    }

    /// The body as text; bytes that are not UTF-8 become `U+FFFD`.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
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
