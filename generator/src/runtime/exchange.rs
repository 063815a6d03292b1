//! One request on its way: credentials and redirects, the same for every transport and without I/O.

use super::base_url::{is_exposed, resolve, same_origin};
use super::base64;
use super::credentials::Credential;
use super::endpoint::Endpoint;
use super::error::RequestError;
use super::parameters::In;
use super::query_keys::QueryKeys;
use super::scheme::{Scheme, SchemeKind};
use super::secret::Secret;
use super::secrets::{Redacted, Secrets};
use super::settings::Settings;
use super::style::strict;
use bytes::Bytes;
use http::header::{
    ACCEPT, AUTHORIZATION, COOKIE, HeaderName, LOCATION, PROXY_AUTHORIZATION, USER_AGENT,
};
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode, Uri};
use std::fmt;

/// How many redirects are followed.
const MAX_REDIRECTS: usize = 10;

/// One request on its way.
///
/// A transport gets the tokens that are [wanted](Self::wanted), sends [`request`](Self::request),
/// and again as long as [`follow`](Self::follow) says so; the last reply is the one that counts.
pub struct Exchange<B = Bytes> {
    operation: &'static str,
    request: Request<B>,
    /// Schemes whose token is not there yet.
    wanted: Vec<Scheme>,
    /// Tokens that were got for this request.
    given: Vec<(Scheme, Secret)>,
    secret_headers: Vec<HeaderName>,
    query_keys: QueryKeys,
    secrets: Secrets,
    /// Whether it has credentials, or will have them.
    has_secrets: bool,
    /// Whether a redirect has led to another origin, where there are no credentials any more.
    has_left: bool,
    redirects: usize,
}

impl<B> Exchange<B> {
    /// Adds what the client knows to a request: credentials and `User-Agent`.
    ///
    /// Credentials are added only as far as the operation asks for them: those of the first
    /// alternative that the client has all credentials for.
    ///
    /// # Errors
    ///
    /// When there are no credentials for any alternative, or they would go over the network in
    /// clear text.
    pub fn new(
        settings: &Settings,
        endpoint: &Endpoint,
        request: Request<B>,
    ) -> Result<Self, RequestError> {
        let mut exchange = Self {
            operation: endpoint.operation,
            request,
            wanted: Vec::new(),
            given: Vec::new(),
            secret_headers: Vec::new(),
            query_keys: QueryKeys::default(),
            secrets: Secrets::default(),
            has_secrets: false,
            has_left: false,
            redirects: 0,
        };
        let headers = exchange.request.headers_mut();
        headers
            .entry(USER_AGENT)
            .or_insert_with(|| settings.user_agent.clone());
        let schemes = settings.alternative(endpoint);
        for scheme in schemes.map_err(|reason| exchange.refusal(reason))? {
            exchange.authenticate(settings, scheme)?;
        }
        if exchange.has_secrets && !settings.insecure && is_exposed(exchange.request.uri()) {
            let reason = "credentials are not sent over plain http (see `allow_insecure_http`)";
            return Err(exchange.refusal(reason.to_owned()));
        }
        Ok(exchange)
    }

    /// A security scheme whose token must be got before the request can be sent.
    #[must_use]
    pub fn wanted(&self) -> Option<Scheme> {
        self.wanted.first().copied()
    }

    /// Adds the token that is [wanted](Self::wanted).
    ///
    /// # Errors
    ///
    /// When the token cannot stand in a header.
    pub fn give(&mut self, token: Secret) -> Result<(), RequestError> {
        if self.wanted.is_empty() {
            return Ok(());
        }
        let scheme = self.wanted.remove(0);
        let added = self.add_value(&scheme, &token);
        added.ok_or_else(|| self.malformed(&scheme))?;
        self.given.push((scheme, token));
        Ok(())
    }

    /// The tokens that a reply with this status says are not good (RFC 6750, section 3.1).
    pub fn rejected(&self, status: StatusCode) -> impl Iterator<Item = &(Scheme, Secret)> {
        let rejected = status == StatusCode::UNAUTHORIZED && !self.has_left;
        self.given.iter().filter(move |_| rejected)
    }

    /// Asks for another media type than the usual one.
    pub fn accept(&mut self, media_type: &'static str) {
        let value = HeaderValue::from_static(media_type);
        self.request.headers_mut().insert(ACCEPT, value);
    }

    /// The request to send.
    #[must_use]
    pub fn request(&self) -> &Request<B> {
        &self.request
    }

    /// Whether the reply is a redirect that is followed; if so, [`request`](Self::request) is the
    /// next one.
    ///
    /// Only `GET` and `HEAD` are repeated, at most ten times, never from `https` to `http`. Once a
    /// redirect leaves the origin, no credentials are sent any more.
    pub fn follow(&mut self, status: StatusCode, headers: &HeaderMap) -> bool {
        let Some(target) = self.target(status, headers) else {
            return false;
        };
        if !same_origin(self.request.uri(), &target) {
            self.leave();
        }
        let target = if self.has_left {
            self.query_keys.removed(target)
        } else {
            self.query_keys.kept(target)
        };
        let Some(target) = target else {
            return false;
        };
        *self.request.uri_mut() = target;
        self.redirects += 1;
        true
    }

    /// What went out with the request and must not be shown.
    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    pub(super) fn secrets(&self) -> Secrets {
        self.secrets.clone()
    }

    /// Takes all credentials away.
    fn leave(&mut self) {
        for name in self.secret_headers.drain(..) {
            self.request.headers_mut().remove(name);
        }
        for name in [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION] {
            self.request.headers_mut().remove(name);
        }
        self.has_left = true;
    }

    fn target(&self, status: StatusCode, headers: &HeaderMap) -> Option<Uri> {
        let redirects = matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308);
        let repeatable = matches!(*self.request.method(), Method::GET | Method::HEAD);
        if !redirects || !repeatable || self.redirects == MAX_REDIRECTS {
            return None;
        }
        let here = self.request.uri();
        let target = resolve(here, headers.get(LOCATION)?.to_str().ok()?)?;
        let downgrade = here.scheme_str() == Some("https") && target.scheme_str() != Some("https");
        (!downgrade).then_some(target)
    }

    /// Adds the credential for a scheme, or notes that it is wanted.
    fn authenticate(&mut self, settings: &Settings, scheme: &Scheme) -> Result<(), RequestError> {
        let added = match settings.credential(scheme) {
            Some(Credential::Value(value)) => self.add_value(scheme, value),
            Some(Credential::Basic(user, password)) => self.add_basic(user, password),
            // The HTTP client underneath does it.
            None => Some(()),
            Some(_) => {
                self.wanted.push(*scheme);
                self.has_secrets = true;
                Some(())
            }
        };
        added.ok_or_else(|| self.malformed(scheme))
    }

    fn add_basic(&mut self, user: &str, password: &Secret) -> Option<()> {
        let pair = format!("{user}:{}", password.expose());
        self.secrets.add(password.clone());
        self.add_authorization("Basic", Secret::new(base64::encode(pair.as_bytes())))
    }

    /// Adds a token, a key, or what follows the scheme in `Authorization`; `None` when it cannot
    /// be written.
    fn add_value(&mut self, scheme: &Scheme, value: &Secret) -> Option<()> {
        match scheme.kind {
            SchemeKind::Bearer | SchemeKind::OAuth2(_) | SchemeKind::OpenIdConnect(_) => {
                self.add_authorization("Bearer", value.clone())
            }
            SchemeKind::Http(name) => self.add_authorization(name, value.clone()),
            SchemeKind::ApiKey(place, name) => self.add_key(place, name, value),
            SchemeKind::Basic | SchemeKind::Other => None,
        }
    }

    fn add_authorization(&mut self, scheme: &str, value: Secret) -> Option<()> {
        let text = format!("{scheme} {}", value.expose());
        self.secrets.add(value);
        self.add_header(AUTHORIZATION, HeaderValue::from_str(&text).ok()?);
        Some(())
    }

    fn add_key(&mut self, place: In, name: &'static str, key: &Secret) -> Option<()> {
        self.secrets.add(key.clone());
        match place {
            In::Header => {
                let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
                self.add_header(name, HeaderValue::from_str(key.expose()).ok()?);
                Some(())
            }
            In::Cookie => {
                let mut cookies = format!("{}={}", strict(name), strict(key.expose())).into_bytes();
                if let Some(present) = self.request.headers().get(COOKIE) {
                    cookies = [present.as_bytes(), &cookies].join(&b"; "[..]);
                }
                self.add_header(COOKIE, HeaderValue::from_bytes(&cookies).ok()?);
                Some(())
            }
            In::Query => {
                self.query_keys.add(name, key);
                *self.request.uri_mut() = self.query_keys.kept(self.request.uri().clone())?;
                self.has_secrets = true;
                Some(())
            }
            In::Path => None,
        }
    }

    fn add_header(&mut self, name: HeaderName, mut value: HeaderValue) {
        value.set_sensitive(true);
        self.request.headers_mut().insert(name.clone(), value);
        self.secret_headers.push(name);
        self.has_secrets = true;
    }

    fn malformed(&self, scheme: &Scheme) -> RequestError {
        self.refusal(format!("the credential for {} is malformed", scheme.name))
    }

    fn refusal(&self, reason: String) -> RequestError {
        RequestError {
            operation: self.operation,
            reason,
        }
    }
}

/// Without the credentials, wherever they stand.
impl<B: fmt::Debug> fmt::Debug for Exchange<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchange")
            .field("operation", &self.operation)
            .field("request", &Redacted(&self.secrets, &self.request))
            .field("redirects", &self.redirects)
            .finish_non_exhaustive()
    }
}
