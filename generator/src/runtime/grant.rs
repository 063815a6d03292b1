//! How a client gets tokens itself (RFC 6749): what it is given, and the request that it makes.

use super::base_url::resolve;
use super::base64;
use super::scheme::{Flow, FlowKind, Scheme};
use super::secret::Secret;
use super::secrets::Secrets;
use super::settings::Settings;
use super::style::strict;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderValue, Method, Request, Uri};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// How a client gets tokens itself.
///
/// The token endpoint is that of the description, and the scopes are those that an operation
/// needs, unless they are set here.
#[derive(Clone)]
pub struct Grant {
    kind: GrantKind,
    client_id: String,
    client_secret: Option<Secret>,
    in_body: bool,
    scopes: Option<BTreeSet<String>>,
    token_url: Option<String>,
    parameters: Vec<(String, String)>,
    new_refresh_token: Option<Arc<Store>>,
}

/// Stores a new refresh token.
type Store = dyn Fn(&Secret) + Send + Sync;

#[derive(Clone)]
enum GrantKind {
    ClientCredentials,
    Password(String, Secret),
    RefreshToken(Secret),
}

impl Grant {
    /// With id and secret of the client (RFC 6749, section 4.4).
    #[must_use]
    pub fn client_credentials(
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
    ) -> Self {
        let secret = client_secret.into();
        Self::new(GrantKind::ClientCredentials, client_id.into()).client_secret(secret)
    }

    /// With a refresh token (RFC 6749, section 6) of a login that took place elsewhere. Its scopes
    /// are those of the login.
    #[must_use]
    pub fn refresh_token(client_id: impl Into<String>, refresh_token: impl Into<Secret>) -> Self {
        let kind = GrantKind::RefreshToken(refresh_token.into());
        Self::new(kind, client_id.into())
    }

    /// With user and password (RFC 6749, section 4.3).
    #[must_use]
    pub fn password(
        client_id: impl Into<String>,
        user: impl Into<String>,
        password: impl Into<Secret>,
    ) -> Self {
        let kind = GrantKind::Password(user.into(), password.into());
        Self::new(kind, client_id.into())
    }

    /// The secret of the client, for clients that have one.
    #[must_use]
    pub fn client_secret(mut self, client_secret: impl Into<Secret>) -> Self {
        self.client_secret = Some(client_secret.into());
        self
    }

    /// Sends id and secret of the client in the body, for servers that do not know basic
    /// authentication (RFC 6749, section 2.3.1).
    #[must_use]
    pub fn secret_in_body(mut self) -> Self {
        self.in_body = true;
        self
    }

    /// The scopes to ask for, whatever an operation needs; none leaves the choice to the server.
    #[must_use]
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// The token endpoint: a URL, or a path on the server of the API.
    #[must_use]
    pub fn token_url(mut self, url: impl Into<String>) -> Self {
        self.token_url = Some(url.into());
        self
    }

    /// A further parameter of the token request that the server asks for, such as `audience`. Its
    /// value is not treated as a secret.
    #[must_use]
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    /// What to do when the server replaces the refresh token: the old one may be worthless from
    /// then on, so the new one should be stored. Calls wait until it returns.
    #[must_use]
    pub fn on_new_refresh_token(mut self, store: impl Fn(&Secret) + Send + Sync + 'static) -> Self {
        self.new_refresh_token = Some(Arc::new(store));
        self
    }

    /// The scopes that a token must have for an operation.
    pub(super) fn scopes_for(&self, scheme: &Scheme) -> BTreeSet<String> {
        match (&self.scopes, &self.kind) {
            (Some(scopes), _) => scopes.clone(),
            (None, GrantKind::RefreshToken(_)) => BTreeSet::new(),
            (None, _) => scheme
                .scopes()
                .iter()
                .map(|&scope| scope.to_owned())
                .collect(),
        }
    }

    /// Takes the refresh token that the server gave with a token.
    pub(super) fn take_refresh_token(&mut self, text: &str) {
        if let GrantKind::RefreshToken(own) = &mut self.kind {
            if !text.is_empty() && own.expose() != text {
                *own = Secret::new(text);
                if let Some(store) = &self.new_refresh_token {
                    store(own);
                }
            }
        }
    }

    /// Everything of it that must not be shown.
    pub(super) fn secrets(&self) -> Secrets {
        let mut secrets = Secrets::default();
        match &self.kind {
            GrantKind::Password(_, secret) | GrantKind::RefreshToken(secret) => {
                secrets.add(secret.clone());
            }
            GrantKind::ClientCredentials => {}
        }
        if let Some(secret) = &self.client_secret {
            secrets.add(secret.clone());
            secrets.add(Secret::new(self.basic(secret)));
        }
        secrets
    }

    /// The token request; `Err` says why there can be none.
    pub(super) fn request(
        &self,
        settings: &Settings,
        scheme: &Scheme,
    ) -> Result<Request<Bytes>, String> {
        let mut request = Request::new(Bytes::from(self.form(scheme)));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = self.endpoint(settings, scheme)?;
        let headers = request.headers_mut();
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        headers.insert(CONTENT_TYPE, form);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, settings.user_agent.clone());
        if let (Some(secret), false) = (&self.client_secret, self.in_body) {
            let mut basic = HeaderValue::from_str(&format!("Basic {}", self.basic(secret)))
                .map_err(|_| "id and secret of the client cannot be sent".to_owned())?;
            basic.set_sensitive(true);
            headers.insert(AUTHORIZATION, basic);
        }
        Ok(request)
    }

    fn form(&self, scheme: &Scheme) -> String {
        let scopes: Vec<String> = self.scopes_for(scheme).into_iter().collect();
        let scopes = scopes.join(" ");
        let mut pairs = match &self.kind {
            GrantKind::ClientCredentials => vec![("grant_type", "client_credentials")],
            GrantKind::Password(user, password) => vec![
                ("grant_type", "password"),
                ("username", user),
                ("password", password.expose()),
            ],
            GrantKind::RefreshToken(token) => vec![
                ("grant_type", "refresh_token"),
                ("refresh_token", token.expose()),
            ],
        };
        if !scopes.is_empty() {
            pairs.push(("scope", &scopes));
        }
        let by_header = self.client_secret.is_some() && !self.in_body;
        if !by_header && !self.client_id.is_empty() {
            pairs.push(("client_id", &self.client_id));
        }
        if let (Some(secret), true) = (&self.client_secret, self.in_body) {
            pairs.push(("client_secret", secret.expose()));
        }
        let own = self.parameters.iter();
        pairs.extend(own.map(|(name, value)| (name.as_str(), value.as_str())));
        let pairs = pairs
            .into_iter()
            .map(|(name, value)| format!("{}={}", strict(name), strict(value)));
        pairs.collect::<Vec<_>>().join("&")
    }

    /// Id and secret as RFC 6749, section 2.3.1 has them: encoded before they are joined.
    fn basic(&self, secret: &Secret) -> String {
        let pair = format!("{}:{}", strict(&self.client_id), strict(secret.expose()));
        base64::encode(pair.as_bytes())
    }

    fn endpoint(&self, settings: &Settings, scheme: &Scheme) -> Result<Uri, String> {
        let described = || self.described_endpoint(scheme);
        let url = (self.token_url.as_deref())
            .or_else(described)
            .ok_or("the description names no token endpoint for this: set `Grant::token_url`")?;
        if url.contains(['{', '}']) {
            return Err(format!("the token endpoint is a template, {url}: set `Grant::token_url`"));
        }
        let server = settings.root_server().map_err(|error| error.to_string())?;
        let base = server.join("/").ok_or("the server is no URL")?;
        resolve(&base, url).ok_or_else(|| "the token endpoint is no URL".to_owned())
    }

    fn described_endpoint(&self, scheme: &Scheme) -> Option<&'static str> {
        let flows = scheme.flows();
        let of = |kind| flows.iter().find(move |flow| flow.kind() == kind);
        let url = match &self.kind {
            GrantKind::ClientCredentials => of(FlowKind::ClientCredentials)?.token_url(),
            GrantKind::Password(..) => of(FlowKind::Password)?.token_url(),
            GrantKind::RefreshToken(_) => {
                let refresh = |flow: &Flow| flow.refresh_url().or(flow.token_url());
                let own = of(FlowKind::AuthorizationCode).and_then(refresh);
                own.or_else(|| flows.iter().find_map(refresh))
            }
        };
        url.filter(|url| !url.is_empty())
    }

    fn new(kind: GrantKind, client_id: String) -> Self {
        Self {
            kind,
            client_id,
            client_secret: None,
            in_body: false,
            scopes: None,
            token_url: None,
            parameters: Vec::new(),
            new_refresh_token: None,
        }
    }
}

/// Nothing that could be secret.
impl fmt::Debug for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            GrantKind::ClientCredentials => "client_credentials",
            GrantKind::Password(..) => "password",
            GrantKind::RefreshToken(_) => "refresh_token",
        };
        f.debug_struct("Grant")
            .field("kind", &kind)
            .field("scopes", &self.scopes)
            .field("token_url", &self.token_url)
            .finish_non_exhaustive()
    }
}
