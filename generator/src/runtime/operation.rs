//! Operations as values: a request can be made and a reply can be read without any network.

use super::base_url::BaseUrl;
use super::body::Body;
use super::decode_error::DecodeError;
use super::endpoint::Endpoint;
use super::error::{Error, RequestError, StatusError, UnreadableReply};
use super::parameters::Parameter;
use super::payload::Payload;
use super::reply::{Answer, ReadReply, Reply};
use super::request::{self, Refusal};
use super::violations::Violations;
use super::wire::Wire;
use bytes::Bytes;
use http::Request;

/// The parameters of an operation; the macro `operation!` lists them.
pub trait Parameters {
    /// Where each stands and how it is written, in the order of [`parameters`](Self::parameters).
    const PARAMETERS: &'static [Parameter] = &[];

    /// The values of the parameters.
    fn parameters(&self) -> Vec<&dyn Wire> {
        Vec::new()
    }
}

/// One operation with its parameters and body.
///
/// ```text
/// let request = operation.request(&base)?;     // http::Request<Bytes>
/// // … move it over any transport …
/// let output = GetThing::response(reply)?;
/// ```
pub trait Operation: Parameters {
    /// What a successful reply is read as.
    type Output: ReadReply;
    /// What an error reply is read as.
    type Failure: ReadReply;

    /// What is fixed about it.
    const ENDPOINT: Endpoint;

    /// The body.
    fn body(&self) -> Option<Body<'_>> {
        None
    }

    /// Reads a successful reply.
    ///
    /// # Errors
    ///
    /// When the body does not have the documented form.
    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Self::Output::read_reply(reply)
    }

    /// Reads an error reply.
    ///
    /// # Errors
    ///
    /// When the body does not have the documented form.
    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        Self::Failure::read_reply(reply)
    }

    /// Checks the rules that the description states for parameters and body.
    ///
    /// # Errors
    ///
    /// All rules that are broken, each with its place; `/body` is the body.
    fn validate(&self) -> Result<(), Violations> {
        request::check(Self::PARAMETERS, &self.parameters(), self.body())
    }

    /// Makes the request, without credentials.
    ///
    /// # Errors
    ///
    /// When rules of the description are broken, no request can be made of the values, or its body
    /// is not held in memory ([`streamed_request`](Self::streamed_request)).
    fn request(&self, base: &BaseUrl) -> Result<Request<Bytes>, Error<Self::Failure>> {
        self.validate()?;
        self.request_unchecked(base)
    }

    /// Makes the request although rules of the description may be broken.
    ///
    /// # Errors
    ///
    /// When no request can be made of the values, or its body is not held in memory.
    fn request_unchecked(&self, base: &BaseUrl) -> Result<Request<Bytes>, Error<Self::Failure>> {
        let (head, body) = self.streamed_request_unchecked(base)?.into_parts();
        let held = body.held().ok_or_else(|| RequestError {
            operation: Self::ENDPOINT.operation,
            reason: "the body is read while it is sent (see `Operation::streamed_request`)".to_owned(),
        })?;
        Ok(Request::from_parts(head, held))
    }

    /// Makes the request as [`request`](Self::request) does, with files and readers as they are:
    /// nothing is opened.
    ///
    /// # Errors
    ///
    /// When rules of the description are broken, or no request can be made of the values.
    fn streamed_request(&self, base: &BaseUrl) -> Result<Request<Payload>, Error<Self::Failure>> {
        self.validate()?;
        self.streamed_request_unchecked(base)
    }

    /// The same although rules of the description may be broken.
    ///
    /// # Errors
    ///
    /// When no request can be made of the values.
    fn streamed_request_unchecked(&self, base: &BaseUrl) -> Result<Request<Payload>, Error<Self::Failure>> {
        let built = request::build(
            &Self::ENDPOINT,
            Self::PARAMETERS,
            &self.parameters(),
            self.body(),
            base,
        );
        built.map_err(|refusal| match refusal {
            Refusal::Invalid(violations) => Error::Invalid(violations),
            Refusal::Request(error) => Error::Request(error),
        })
    }

    /// Reads a reply: any 2xx is a success.
    ///
    /// # Errors
    ///
    /// Error replies, and replies that cannot be read; both keep status, headers and body.
    fn response(reply: Reply) -> Result<Self::Output, Error<Self::Failure>> {
        Ok(Self::answer(reply)?.output)
    }

    /// Reads a reply, and keeps its status and headers.
    ///
    /// # Errors
    ///
    /// As [`response`](Self::response).
    fn answer(reply: Reply) -> Result<Answer<Self::Output>, Error<Self::Failure>> {
        if !reply.status.is_success() {
            return Err(Self::refusal(reply));
        }
        match Self::output(&reply) {
            Ok(output) => Ok(Answer {
                status: reply.status,
                headers: reply.headers,
                output,
            }),
            Err(error) => Err(Error::Decode(Box::new(UnreadableReply {
                operation: Self::ENDPOINT.operation,
                error: error.redacted(&reply.secrets),
                reply,
            }))),
        }
    }

    /// The error that an error reply is.
    #[must_use]
    fn refusal(reply: Reply) -> Error<Self::Failure> {
        let operation = Self::ENDPOINT.operation;
        let failure = Self::failure(&reply).ok();
        Error::Status(Box::new(StatusError {
            operation,
            reply,
            failure,
        }))
    }
}
