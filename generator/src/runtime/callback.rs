//! Requests that the server makes: callbacks and webhooks.

use super::decode_error::DecodeError;
use super::reply::{ReadReply, Reply};
use bytes::Bytes;
use http::{Request, StatusCode};

/// A request that the server makes, for a program that receives it.
///
/// ```text
/// let body = SomethingHappened::parse(&request)?;
/// ```
pub trait Callback {
    /// What the request carries.
    type Body: ReadReply;

    /// The method of the request.
    const METHOD: &'static str;
    /// The runtime expression of the URL that is called (`OpenAPI` 3.0.4, section 4.7.18); empty
    /// for a webhook, whose URL is agreed upon elsewhere.
    const EXPRESSION: &'static str;

    /// Reads the body of a request. Whether it comes from the server is for the caller to find
    /// out.
    ///
    /// # Errors
    ///
    /// When the body does not have the documented form.
    fn parse(request: &Request<Bytes>) -> Result<Self::Body, DecodeError> {
        let headers = request.headers().clone();
        let reply = Reply::new(StatusCode::OK, headers, request.body().clone());
        Self::read(&reply)
    }

    /// Reads the body.
    ///
    /// # Errors
    ///
    /// When the body does not have the documented form.
    fn read(body: &Reply) -> Result<Self::Body, DecodeError> {
        Self::Body::read_reply(body)
    }
}
