//! One request on its way: credentials and redirects, the same for every transport and without I/O.

use super::base64;
use super::base_url::{is_exposed, resolve, same_origin};
use super::endpoint::{Endpoint, Scheme, SchemeKind};
use super::error::RequestError;
use super::parameters::In;
use super::secret::Secret;
use super::settings::Settings;
use super::style::strict;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, COOKIE, HeaderName, LOCATION, PROXY_AUTHORIZATION, USER_AGENT};
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode, Uri};

/// How many redirects are followed.
const MAX_REDIRECTS: usize = 10;

/// One request on its way.
///
/// A transport sends [`request`](Self::request), and again as long as
/// [`follow`](Self::follow) says so; the last reply is the one that counts.
#[derive(Debug)]
pub struct Exchange {
    request: Request<Bytes>,
    secret_headers: Vec<HeaderName>,
    has_secrets: bool,
    insecure: bool,
    redirects: usize,
}

impl Exchange {
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
        mut request: Request<Bytes>,
    ) -> Result<Self, RequestError> {
        let refuse = |reason: String| RequestError {
            operation: endpoint.operation,
            reason,
        };
        request
            .headers_mut()
            .entry(USER_AGENT)
            .or_insert_with(|| settings.user_agent.clone());
        let mut exchange = Self {
            request,
            secret_headers: Vec::new(),
            has_secrets: false,
            insecure: settings.insecure,
            redirects: 0,
        };
        if endpoint.security.is_empty() {
            return Ok(exchange);
        }
        let mut sets = endpoint.security.iter();
        let Some(set) = sets.find(|set| set.iter().all(|scheme| settings.knows(scheme))) else {
            let names: Vec<String> = (endpoint.security.iter())
                .map(|set| {
                    set.iter()
                        .map(|scheme| scheme.name)
                        .collect::<Vec<_>>()
                        .join(" + ")
                })
                .collect();
            return Err(refuse(format!(
                "no credentials are set for {}",
                names.join(" or ")
            )));
        };
        for scheme in *set {
            let added = exchange.authenticate(settings, scheme);
            added.ok_or_else(|| {
                refuse(format!("the credential for {} is malformed", scheme.name))
            })?;
        }
        if exchange.has_secrets && !exchange.insecure && is_exposed(exchange.request.uri()) {
            let reason = "credentials are not sent over plain http (see `allow_insecure_http`)";
            return Err(refuse(reason.to_owned()));
        }
        Ok(exchange)
    }

    /// Asks for another media type than the usual one.
    pub fn accept(&mut self, media_type: &'static str) {
        let value = HeaderValue::from_static(media_type);
        self.request.headers_mut().insert(ACCEPT, value);
    }

    /// The request to send.
    #[must_use]
    pub fn request(&self) -> &Request<Bytes> {
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
            for name in self.secret_headers.drain(..) {
                self.request.headers_mut().remove(name);
            }
            for name in [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION] {
                self.request.headers_mut().remove(name);
            }
            self.has_secrets = false;
        }
        *self.request.uri_mut() = target;
        self.redirects += 1;
        true
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

    /// Adds a credential; `None` when it cannot be written.
    fn authenticate(&mut self, settings: &Settings, scheme: &Scheme) -> Option<()> {
        match scheme.kind {
            SchemeKind::Bearer => {
                let token = settings.bearer.as_ref()?.expose();
                self.add_header(AUTHORIZATION, &format!("Bearer {token}"))
            }
            SchemeKind::Basic => {
                let (user, password) = settings.basic.as_ref()?;
                let text = base64::encode(format!("{user}:{}", password.expose()).as_bytes());
                self.add_header(AUTHORIZATION, &format!("Basic {text}"))
            }
            SchemeKind::ApiKey(place, name) => {
                let key = settings.api_keys.get(scheme.name)?;
                self.add_key(place, name, key)
            }
            SchemeKind::Other => Some(()),
        }
    }

    fn add_key(&mut self, place: In, name: &str, key: &Secret) -> Option<()> {
        match place {
            In::Header => {
                self.add_header(HeaderName::from_bytes(name.as_bytes()).ok()?, key.expose())
            }
            In::Cookie => {
                let mut cookies = format!("{}={}", strict(name), strict(key.expose()));
                if let Some(present) = self.request.headers().get(COOKIE) {
                    cookies = format!("{}; {cookies}", present.to_str().ok()?);
                }
                self.add_header(COOKIE, &cookies)
            }
            In::Query => {
                let mut parts = self.request.uri().clone().into_parts();
                let path = parts.path_and_query.as_ref()?.as_str();
                let separator = if path.contains('?') { '&' } else { '?' };
                let pair = format!("{}={}", strict(name), strict(key.expose()));
                parts.path_and_query = Some(format!("{path}{separator}{pair}").parse().ok()?);
                *self.request.uri_mut() = Uri::from_parts(parts).ok()?;
                self.has_secrets = true;
                Some(())
            }
            In::Path => None,
        }
    }

    fn add_header(&mut self, name: HeaderName, text: &str) -> Option<()> {
        let mut value = HeaderValue::from_str(text).ok()?;
        value.set_sensitive(true);
        self.request.headers_mut().insert(name.clone(), value);
        self.secret_headers.push(name);
        self.has_secrets = true;
        Some(())
    }
}

impl Settings {
    /// Whether there is a credential for a scheme.
    fn knows(&self, scheme: &Scheme) -> bool {
        match scheme.kind {
            SchemeKind::Bearer => self.bearer.is_some(),
            SchemeKind::Basic => self.basic.is_some(),
            SchemeKind::ApiKey(..) => self.api_keys.contains_key(scheme.name),
            SchemeKind::Other => true,
        }
    }
}
