//! Security schemes (`OpenAPI` 3.0.4, section 4.7.27) and the flows of OAuth 2 (RFC 6749).

use super::parameters::In;

/// A security scheme, with the scopes that an operation needs.
#[derive(Clone, Copy, Debug)]
pub struct Scheme {
    pub(super) name: &'static str,
    pub(super) kind: SchemeKind,
    scopes: &'static [&'static str],
}

/// What a security scheme asks for.
#[derive(Clone, Copy, Debug)]
pub(super) enum SchemeKind {
    Bearer,
    Basic,
    Http(&'static str),
    ApiKey(In, &'static str),
    OAuth2(&'static [Flow]),
    OpenIdConnect(&'static str),
    /// Something that the HTTP client underneath does.
    Other,
}

/// One way of OAuth 2 to a token, with its URLs as the description has them: one without a scheme
/// and host is relative to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    kind: FlowKind,
    authorization_url: Option<&'static str>,
    token_url: Option<&'static str>,
    refresh_url: Option<&'static str>,
}

/// The flows that a description can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FlowKind {
    /// RFC 6749, section 4.1.
    AuthorizationCode,
    /// RFC 6749, section 4.2.
    Implicit,
    /// RFC 6749, section 4.3.
    Password,
    /// RFC 6749, section 4.4.
    ClientCredentials,
}

impl Scheme {
    /// `Authorization: Bearer …` (RFC 6750).
    #[must_use]
    pub const fn bearer(name: &'static str) -> Self {
        Self::new(name, SchemeKind::Bearer)
    }

    /// `Authorization: Basic …` (RFC 7617).
    #[must_use]
    pub const fn basic(name: &'static str) -> Self {
        Self::new(name, SchemeKind::Basic)
    }

    /// `Authorization: …` with another scheme of HTTP, such as `Digest`.
    #[must_use]
    pub const fn http(name: &'static str, scheme: &'static str) -> Self {
        Self::new(name, SchemeKind::Http(scheme))
    }

    /// A key in a header, query parameter or cookie.
    #[must_use]
    pub const fn api_key(name: &'static str, place: In, key: &'static str) -> Self {
        Self::new(name, SchemeKind::ApiKey(place, key))
    }

    /// A bearer token of OAuth 2 (RFC 6749).
    #[must_use]
    pub const fn oauth2(name: &'static str, flows: &'static [Flow]) -> Self {
        Self::new(name, SchemeKind::OAuth2(flows))
    }

    /// A bearer token of `OpenID` Connect, which is described at a URL.
    #[must_use]
    pub const fn open_id_connect(name: &'static str, url: &'static str) -> Self {
        Self::new(name, SchemeKind::OpenIdConnect(url))
    }

    /// Something that the HTTP client underneath does, such as mutual TLS.
    #[must_use]
    pub const fn other(name: &'static str) -> Self {
        Self::new(name, SchemeKind::Other)
    }

    /// The same scheme with the scopes that an operation needs.
    #[must_use]
    pub const fn with_scopes(mut self, scopes: &'static [&'static str]) -> Self {
        self.scopes = scopes;
        self
    }

    /// Its name in the description.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The scopes that the operation needs.
    #[must_use]
    pub const fn scopes(&self) -> &'static [&'static str] {
        self.scopes
    }

    /// The flows of OAuth 2; none for other schemes.
    #[must_use]
    pub const fn flows(&self) -> &'static [Flow] {
        match self.kind {
            SchemeKind::OAuth2(flows) => flows,
            _ => &[],
        }
    }

    /// The URL of the configuration, for `OpenID` Connect.
    #[must_use]
    pub const fn open_id_connect_url(&self) -> Option<&'static str> {
        match self.kind {
            SchemeKind::OpenIdConnect(url) => Some(url),
            _ => None,
        }
    }

    const fn new(name: &'static str, kind: SchemeKind) -> Self {
        Self {
            name,
            kind,
            scopes: &[],
        }
    }
}

impl SchemeKind {
    /// Whether a bearer token is what it asks for.
    pub(super) fn is_bearer(self) -> bool {
        matches!(
            self,
            Self::Bearer | Self::OAuth2(_) | Self::OpenIdConnect(_)
        )
    }

    /// The place of the credential in a request, by which two credentials may clash: a header in
    /// lower case, or a query parameter or cookie.
    pub(super) fn place(self) -> Option<(In, String)> {
        match self {
            Self::Other => None,
            Self::ApiKey(In::Header, name) => Some((In::Header, name.to_ascii_lowercase())),
            Self::ApiKey(place, name) => Some((place, name.to_owned())),
            _ => Some((In::Header, "authorization".to_owned())),
        }
    }
}

impl Flow {
    /// A login in a browser that ends in a code, which is exchanged for a token.
    #[must_use]
    pub const fn authorization_code(
        authorization_url: &'static str,
        token_url: &'static str,
    ) -> Self {
        Self {
            authorization_url: Some(authorization_url),
            token_url: Some(token_url),
            ..Self::new(FlowKind::AuthorizationCode)
        }
    }

    /// A login in a browser that ends in a token.
    #[must_use]
    pub const fn implicit(authorization_url: &'static str) -> Self {
        Self {
            authorization_url: Some(authorization_url),
            ..Self::new(FlowKind::Implicit)
        }
    }

    /// User and password for a token.
    #[must_use]
    pub const fn password(token_url: &'static str) -> Self {
        Self {
            token_url: Some(token_url),
            ..Self::new(FlowKind::Password)
        }
    }

    /// Id and secret of the client for a token.
    #[must_use]
    pub const fn client_credentials(token_url: &'static str) -> Self {
        Self {
            token_url: Some(token_url),
            ..Self::new(FlowKind::ClientCredentials)
        }
    }

    /// With an own URL for refresh tokens.
    #[must_use]
    pub const fn with_refresh_url(mut self, url: &'static str) -> Self {
        self.refresh_url = Some(url);
        self
    }

    /// Which of the flows it is.
    #[must_use]
    pub const fn kind(&self) -> FlowKind {
        self.kind
    }

    /// Where the login begins.
    #[must_use]
    pub const fn authorization_url(&self) -> Option<&'static str> {
        self.authorization_url
    }

    /// Where tokens are issued.
    #[must_use]
    pub const fn token_url(&self) -> Option<&'static str> {
        self.token_url
    }

    /// Where tokens are refreshed, when that is elsewhere.
    #[must_use]
    pub const fn refresh_url(&self) -> Option<&'static str> {
        self.refresh_url
    }

    const fn new(kind: FlowKind) -> Self {
        Self {
            kind,
            authorization_url: None,
            token_url: None,
            refresh_url: None,
        }
    }
}
