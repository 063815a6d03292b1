//! Tokens that come from elsewhere.

use super::scheme::Scheme;
use super::secret::Secret;
use std::pin::Pin;

/// Why there is no token.
pub type ProviderError = Box<dyn std::error::Error + Send + Sync>;

/// A token that is on its way.
pub type TokenFuture<'a> = Pin<Box<dyn Future<Output = Result<Secret, ProviderError>> + Send + 'a>>;

/// Gives the asynchronous client its tokens. It is asked before each request, so it should keep
/// what it has as long as that is good.
///
/// Functions that return a future are providers.
pub trait TokenProvider: Send + Sync {
    /// The token for a security scheme with the scopes that an operation needs
    /// ([`Scheme::scopes`]); for other schemes of HTTP than bearer, what follows the scheme in
    /// `Authorization`.
    fn token(&self, scheme: Scheme) -> TokenFuture<'_>;
}

/// Gives the blocking client its tokens. It is asked before each request, so it should keep what
/// it has as long as that is good.
///
/// Functions are providers.
pub trait BlockingTokenProvider: Send + Sync {
    /// As [`TokenProvider::token`].
    ///
    /// # Errors
    ///
    /// When there is no token.
    fn token(&self, scheme: Scheme) -> Result<Secret, ProviderError>;
}

impl<F, G> TokenProvider for F
where
    F: Fn(Scheme) -> G + Send + Sync,
    G: Future<Output = Result<Secret, ProviderError>> + Send + 'static,
{
    fn token(&self, scheme: Scheme) -> TokenFuture<'_> {
        Box::pin(self(scheme))
    }
}

impl<F> BlockingTokenProvider for F
where
    F: Fn(Scheme) -> Result<Secret, ProviderError> + Send + Sync,
{
    fn token(&self, scheme: Scheme) -> Result<Secret, ProviderError> {
        self(scheme)
    }
}
