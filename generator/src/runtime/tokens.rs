//! The tokens that a client got itself: which it has, and how it comes to the next, without I/O
//! and without a clock.

use super::base_url::is_exposed;
use super::grant::Grant;
use super::reply::Reply;
use super::scheme::Scheme;
use super::secret::Secret;
use super::settings::Settings;
use super::text::shortened;
use super::token_error::{TokenError, TokenErrorKind};
use super::value::Value;
use bytes::Bytes;
use http::Request;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// How long before it expires a token is replaced, at most.
const MARGIN: Duration = Duration::from_secs(30);

/// The tokens for one security scheme.
///
/// A transport asks [`find`](Self::find) first; when there is nothing it sends the
/// [`request`](Self::request) and hands the reply to [`finish`](Self::finish). Whoever waits
/// meanwhile asks `find` again.
#[derive(Debug)]
pub struct Tokens {
    grant: Grant,
    kept: Vec<Kept>,
    failure: Option<Failure>,
}

#[derive(Debug)]
struct Kept {
    scopes: BTreeSet<String>,
    token: Secret,
    until: Option<Instant>,
}

/// What the last request came to, for those that were waiting for it.
#[derive(Debug)]
struct Failure {
    scopes: BTreeSet<String>,
    error: TokenError,
    at: Instant,
}

impl Tokens {
    /// No tokens yet.
    #[must_use]
    pub fn new(grant: Grant) -> Self {
        Self {
            grant,
            kept: Vec::new(),
            failure: None,
        }
    }

    /// The token that is good for an operation now. For a call that began to wait before the last
    /// token request failed, that failure.
    #[must_use]
    pub fn find(
        &self,
        scheme: &Scheme,
        asked: Instant,
        now: Instant,
    ) -> Option<Result<Secret, TokenError>> {
        let scopes = self.grant.scopes_for(scheme);
        let good = |kept: &&Kept| kept.is_good(now) && kept.scopes.is_superset(&scopes);
        if let Some(kept) = self.kept.iter().find(good) {
            return Some(Ok(kept.token.clone()));
        }
        let failure = self.failure.as_ref()?;
        let shared = failure.at > asked && failure.scopes == scopes;
        shared.then(|| Err(failure.error.clone()))
    }

    /// The request for a new token.
    ///
    /// # Errors
    ///
    /// When there is no token endpoint, or secrets would go over the network in clear text.
    pub fn request(
        &self,
        settings: &Settings,
        scheme: &Scheme,
    ) -> Result<Request<Bytes>, TokenError> {
        let refuse = |reason| TokenError::new(scheme, TokenErrorKind::Request, reason);
        let request = self.grant.request(settings, scheme).map_err(refuse)?;
        if !settings.insecure && is_exposed(request.uri()) {
            let reason = "secrets are not sent over plain http (see `allow_insecure_http`)";
            return Err(refuse(reason.to_owned()));
        }
        Ok(request)
    }

    /// Takes what a request came to; `sent` is when it was sent.
    ///
    /// # Errors
    ///
    /// When the server refuses, or its reply has no token (RFC 6749, section 5).
    pub fn finish(
        &mut self,
        scheme: &Scheme,
        outcome: Result<Reply, TokenError>,
        sent: Instant,
        now: Instant,
    ) -> Result<Secret, TokenError> {
        let read = outcome.and_then(|reply| self.read(scheme, &reply, sent));
        self.kept.retain(|kept| kept.is_good(now));
        match read {
            Ok(kept) => {
                let token = kept.token.clone();
                self.failure = None;
                self.kept.retain(|old| !old.scopes.is_subset(&kept.scopes));
                self.kept.push(kept);
                Ok(token)
            }
            Err(error) => {
                self.failure = Some(Failure {
                    scopes: self.grant.scopes_for(scheme),
                    error: error.clone(),
                    at: now,
                });
                Err(error)
            }
        }
    }

    /// Drops a token that the server does not take.
    pub fn forget(&mut self, token: &Secret) {
        self.kept.retain(|kept| kept.token != *token);
    }

    fn read(&mut self, scheme: &Scheme, reply: &Reply, sent: Instant) -> Result<Kept, TokenError> {
        let body: Option<Value> = reply.json().ok();
        let text = |name: &str| body.as_ref()?.get(name)?.as_str();
        if !reply.status.is_success() || text("error").is_some() {
            return Err(self.refused(scheme, reply, text("error"), text("error_description")));
        }
        let unreadable = |what: String| {
            let reason = format!("the reply of the token endpoint {what}");
            Err(TokenError::new(scheme, TokenErrorKind::Unreadable, reason))
        };
        if body.is_none() {
            return unreadable("is not JSON".to_owned());
        }
        let Some(token) = text("access_token").filter(|token| !token.is_empty()) else {
            return unreadable("has no `access_token`".to_owned());
        };
        let kind = text("token_type").unwrap_or("Bearer");
        if !kind.eq_ignore_ascii_case("bearer") {
            let kind = self.grant.secrets().redact(kind);
            let kind = shortened(&kind);
            return unreadable(format!("has a token of the unknown type `{kind}`"));
        }
        let lifetime = body
            .as_ref()
            .and_then(|body| lifetime(body.get("expires_in")?));
        let kept = Kept {
            scopes: self.grant.scopes_for(scheme),
            token: Secret::new(token),
            until: lifetime.and_then(|lifetime| {
                sent.checked_add(lifetime.saturating_sub(MARGIN.min(lifetime / 10)))
            }),
        };
        if let Some(token) = text("refresh_token") {
            self.grant.take_refresh_token(token);
        }
        Ok(kept)
    }

    /// What an error reply says (RFC 6749, section 5.2). Of other bodies nothing is shown.
    fn refused(
        &self,
        scheme: &Scheme,
        reply: &Reply,
        code: Option<&str>,
        description: Option<&str>,
    ) -> TokenError {
        let secrets = self.grant.secrets();
        let shown = |text: &str| shortened(&secrets.redact(text));
        let mut reason = format!("the token endpoint replied {}", reply.status);
        if let Some(code) = code {
            reason = format!("{reason}: {}", shown(code));
        }
        if let Some(description) = description {
            reason = format!("{reason} ({})", shown(description));
        }
        TokenError::new(scheme, TokenErrorKind::Refused, reason).with_code(code.map(shown))
    }
}

impl Kept {
    fn is_good(&self, now: Instant) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

/// Seconds, which some servers write as text.
fn lifetime(value: &Value) -> Option<Duration> {
    let seconds = value
        .as_f64()
        .or_else(|| value.as_str()?.trim().parse().ok())?;
    Duration::try_from_secs_f64(seconds.max(0.0)).ok()
}
