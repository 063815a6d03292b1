//! What can go wrong with a request.

use super::decode_error::DecodeError;
use super::reply::Reply;
use super::secrets::Redacted;
use super::text::{shortened, shortened_reply};
use super::token_error::{TokenError, TokenErrorKind};
use super::value::Value;
use super::violations::Violations;
use http::{HeaderMap, StatusCode};
use std::fmt;
use std::time::Duration;

/// What can go wrong with a request. `F` is the body of the documented error replies.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<F = Value> {
    /// The request breaks rules of the description. Nothing was sent.
    Invalid(Violations),
    /// The request cannot be made, or must not be sent. Nothing was sent.
    Request(RequestError),
    /// There is no token for a security scheme. The request was not sent.
    Token(Box<TokenError>),
    /// The network failed.
    Transport(TransportError),
    /// The server replied with an error, or with a redirect that is not followed.
    Status(Box<StatusError<F>>),
    /// The server replied with something that cannot be read.
    Decode(Box<UnreadableReply>),
}

/// A request that cannot be made, or must not be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestError {
    pub(super) operation: &'static str,
    pub(super) reason: String,
}

/// A failure of the network.
pub struct TransportError {
    pub(super) details: Box<TransportDetails>,
}

/// Kept apart so that errors stay small.
pub(super) struct TransportDetails {
    pub(super) operation: &'static str,
    pub(super) kind: TransportKind,
    pub(super) source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportKind {
    /// No connection was made: name, network or TLS. Nothing was sent.
    Connect,
    /// It took too long.
    Timeout,
    /// The body ended before it was complete.
    Truncated,
    /// The body is larger than the client was told to accept.
    TooLarge,
    /// A local file or writer failed while a download was saved.
    Local,
    /// A file or reader failed while it was sent.
    Upload,
    /// Anything else.
    Other,
}

/// An error reply. What is shown of it does not show the credentials of the request.
#[derive(Clone)]
#[non_exhaustive]
pub struct StatusError<F = Value> {
    /// The id of the operation.
    pub operation: &'static str,
    /// The reply: status, headers and body.
    pub reply: Reply,
    /// The documented form of the body, when it has that form.
    pub failure: Option<F>,
}

/// A reply that cannot be read. What is shown of it does not show the credentials of the request.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct UnreadableReply {
    /// The id of the operation.
    pub operation: &'static str,
    /// The reply: status, headers and body.
    pub reply: Reply,
    /// What is wrong with it.
    pub error: DecodeError,
}

impl<F> Error<F> {
    /// Whether the request breaks rules of the description.
    #[must_use]
    pub fn is_invalid(&self) -> bool {
        matches!(self, Self::Invalid(_))
    }

    /// Whether it took too long.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.transport_kind() == Some(TransportKind::Timeout)
    }

    /// Whether no connection could be made.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.transport_kind() == Some(TransportKind::Connect)
    }

    /// Whether the server may have received the request. Repeating a request that is not
    /// idempotent is safe only when this is `false`.
    #[must_use]
    pub fn may_have_been_sent(&self) -> bool {
        match self {
            Self::Invalid(_) | Self::Request(_) | Self::Token(_) => false,
            Self::Transport(error) => error.kind() != TransportKind::Connect,
            Self::Status(_) | Self::Decode(_) => true,
        }
    }

    /// The id of the operation; `None` for an invalid request.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        match self {
            Self::Invalid(_) => None,
            Self::Request(error) => Some(error.operation),
            Self::Token(error) => Some(error.operation()),
            Self::Transport(error) => Some(error.details.operation),
            Self::Status(error) => Some(error.operation),
            Self::Decode(error) => Some(error.operation),
        }
    }

    /// The reply, if there is one.
    #[must_use]
    pub fn reply(&self) -> Option<&Reply> {
        match self {
            Self::Status(error) => Some(&error.reply),
            Self::Decode(error) => Some(&error.reply),
            _ => None,
        }
    }

    /// The status of the reply.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.reply().map(|reply| reply.status)
    }

    /// The headers of the reply.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.reply().map(|reply| &reply.headers)
    }

    /// The body of the reply; that of an error reply is cut after 1 MiB.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.reply().map(|reply| &reply.body[..])
    }

    /// The documented form of an error reply's body, when it has that form.
    #[must_use]
    pub fn failure(&self) -> Option<&F> {
        match self {
            Self::Status(error) => error.failure.as_ref(),
            _ => None,
        }
    }

    /// The id that the server gave the request: the header `x-request-id`, `request-id`, or any
    /// other that ends in `-request-id`.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers()?)
    }

    /// How long the server asks to wait: the header `Retry-After` in seconds (RFC 9110, section
    /// 10.2.3). A date is not understood.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        let value = self
            .headers()?
            .get(http::header::RETRY_AFTER)?
            .to_str()
            .ok()?;
        value.trim().parse().ok().map(Duration::from_secs)
    }

    /// How the network failed, on the way to the server or to the token endpoint.
    fn transport_kind(&self) -> Option<TransportKind> {
        match self {
            Self::Transport(error) => Some(error.kind()),
            Self::Token(error) => match error.kind() {
                TokenErrorKind::Transport(kind) => Some(kind),
                _ => None,
            },
            _ => None,
        }
    }
}

fn request_id(headers: &HeaderMap) -> Option<&str> {
    let value = headers
        .get("x-request-id")
        .or_else(|| headers.get("request-id"));
    let other = || {
        let mut found = headers
            .iter()
            .filter(|(name, _)| name.as_str().ends_with("-request-id"));
        found.next().map(|(_, value)| value)
    };
    value.or_else(other)?.to_str().ok()
}

impl<F> fmt::Display for Error<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(error) => write!(f, "invalid request: {error}"),
            Self::Request(error) => error.fmt(f),
            Self::Token(error) => error.fmt(f),
            Self::Transport(error) => error.fmt(f),
            Self::Status(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
        }
    }
}

impl<F: fmt::Debug> std::error::Error for Error<F> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Token(error) => error.source(),
            Self::Transport(error) => error.source(),
            Self::Decode(error) => Some(&error.error),
            Self::Request(_) | Self::Status(_) => None,
        }
    }
}

impl<F> From<Violations> for Error<F> {
    fn from(error: Violations) -> Self {
        Self::Invalid(error)
    }
}

impl<F> From<RequestError> for Error<F> {
    fn from(error: RequestError) -> Self {
        Self::Request(error)
    }
}

impl<F> From<TokenError> for Error<F> {
    fn from(error: TokenError) -> Self {
        Self::Token(Box::new(error))
    }
}

impl<F> From<TransportError> for Error<F> {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.operation, self.reason)
    }
}

impl std::error::Error for RequestError {}

impl TransportError {
    /// A failure with its cause.
    #[must_use]
    pub fn new(
        operation: &'static str,
        kind: TransportKind,
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self {
            details: Box::new(TransportDetails {
                operation,
                kind,
                source,
            }),
        }
    }

    /// What failed.
    #[must_use]
    pub fn kind(&self) -> TransportKind {
        self.details.kind
    }
}

impl TransportKind {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Connect => "no connection could be made",
            Self::Timeout => "it took too long",
            Self::Truncated => "the reply ended before it was complete",
            Self::TooLarge => "the reply is larger than the client accepts",
            Self::Local => "the reply could not be saved",
            Self::Upload => "what is sent could not be read",
            Self::Other => "the request failed",
        }
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError")
            .field("operation", &self.details.operation)
            .field("kind", &self.details.kind)
            .field("source", &self.details.source)
            .finish()
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = self.details.kind.words();
        write!(f, "{}: {what}", self.details.operation)
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let source = self.details.source.as_deref()?;
        Some(source)
    }
}

impl<F: fmt::Debug> fmt::Debug for StatusError<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let failure = Redacted(&self.reply.secrets, &self.failure);
        f.debug_struct("StatusError")
            .field("operation", &self.operation)
            .field("reply", &self.reply)
            .field("failure", &failure)
            .finish()
    }
}

impl<F> fmt::Display for StatusError<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: the server replied {}",
            self.operation,
            status_text(self.reply.status)
        )?;
        let secrets = &self.reply.secrets;
        if let Some(id) = request_id(&self.reply.headers) {
            write!(f, " (request id {})", shortened(&secrets.redact(id)))?;
        }
        if self.reply.body.is_empty() {
            return f.write_str(" with an empty body");
        }
        let body = secrets.redact(&self.reply.text());
        write!(f, ": {}", shortened_reply(&body))
    }
}

/// `404 Not Found`, or the number alone when the status has no name.
fn status_text(status: StatusCode) -> String {
    match status.canonical_reason() {
        Some(reason) => format!("{} {reason}", status.as_u16()),
        None => status.as_u16().to_string(),
    }
}

impl fmt::Display for UnreadableReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = status_text(self.reply.status);
        write!(
            f,
            "{}: the reply ({status}) cannot be read: {}",
            self.operation, self.error
        )
    }
}
