//! The error of getting a token.

use super::error::{TransportError, TransportKind};
use super::scheme::Scheme;
use super::token_provider::ProviderError;
use std::fmt;
use std::sync::Arc;

/// No token could be got for a security scheme; the request of the operation was not sent.
#[derive(Clone)]
pub struct TokenError {
    operation: &'static str,
    scheme: &'static str,
    kind: TokenErrorKind,
    reason: String,
    code: Option<String>,
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

/// Why there is no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenErrorKind {
    /// No token request can be made, or it must not be sent.
    Request,
    /// The token endpoint refused.
    Refused,
    /// The token endpoint replied with something that is no token.
    Unreadable,
    /// The network failed on the way to the token endpoint.
    Transport(TransportKind),
    /// The token provider failed.
    Provider,
}

impl TokenError {
    /// Why there is no token.
    #[must_use]
    pub fn kind(&self) -> TokenErrorKind {
        self.kind
    }

    /// The name of the security scheme.
    #[must_use]
    pub fn scheme(&self) -> &str {
        self.scheme
    }

    /// The code of the token endpoint, such as `invalid_client` (RFC 6749, section 5.2).
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The id of the operation that needs the token.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The network failed on the way to the token endpoint.
    #[must_use]
    pub fn transport(scheme: &Scheme, error: TransportError) -> Self {
        let kind = error.kind();
        let reason = format!("the token endpoint gave no reply: {}", kind.words());
        let mut own = Self::new(scheme, TokenErrorKind::Transport(kind), reason);
        own.source = error.details.source.map(Arc::from);
        own
    }

    /// The token provider failed.
    #[must_use]
    pub fn provider(scheme: &Scheme, error: ProviderError) -> Self {
        let reason = "the token provider failed".to_owned();
        let mut own = Self::new(scheme, TokenErrorKind::Provider, reason);
        own.source = Some(Arc::from(error));
        own
    }

    pub(super) fn new(scheme: &Scheme, kind: TokenErrorKind, reason: String) -> Self {
        Self {
            operation: "",
            scheme: scheme.name,
            kind,
            reason,
            code: None,
            source: None,
        }
    }

    pub(super) fn with_code(mut self, code: Option<String>) -> Self {
        self.code = code;
        self
    }

    /// The same for the operation that needs the token.
    #[must_use]
    pub fn of(mut self, operation: &'static str) -> Self {
        self.operation = operation;
        self
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.operation.is_empty() {
            write!(f, "{}: ", self.operation)?;
        }
        write!(f, "no token for {}: {}", self.scheme, self.reason)
    }
}

impl fmt::Debug for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenError")
            .field("operation", &self.operation)
            .field("scheme", &self.scheme)
            .field("kind", &self.kind)
            .field("reason", &self.reason)
            .field("source", &self.source)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for TokenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let source = self.source.as_deref()?;
        Some(source)
    }
}
