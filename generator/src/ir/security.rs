//! Security schemes: what credentials there are, and where they stand.

use super::{Docs, Location};

/// A security scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme {
    /// Its key in `components.securitySchemes`.
    pub name: String,
    /// What it asks for.
    pub kind: SecurityKind,
    /// Its text.
    pub docs: Docs,
}

/// What a security scheme asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum SecurityKind {
    /// `Authorization: Bearer …`.
    Bearer,
    /// `Authorization: Basic …`.
    Basic,
    /// `Authorization: …` with another scheme of HTTP.
    Http(String),
    /// A key in a header, query parameter or cookie with this name.
    ApiKey(Location, String),
    /// A bearer token that one of these flows leads to.
    OAuth2(Vec<OAuthFlow>),
    /// A bearer token, and the URL that says where it comes from.
    OpenIdConnect(String),
    /// A client certificate.
    MutualTls,
    /// Something that is unknown.
    Other,
}

/// A flow of OAuth 2. URLs are as written; one that is missing is empty.
#[derive(Clone, Debug, PartialEq)]
pub struct OAuthFlow {
    /// Which flow, with the URLs that it needs.
    pub kind: OAuthFlowKind,
    /// `refreshUrl`.
    pub refresh_url: Option<String>,
    /// Scopes with their descriptions.
    pub scopes: Vec<(String, String)>,
}

/// The flows of OAuth 2 with their URLs.
#[derive(Clone, Debug, PartialEq)]
pub enum OAuthFlowKind {
    /// `clientCredentials`
    ClientCredentials {
        /// `tokenUrl`.
        token_url: String,
    },
    /// `authorizationCode`
    AuthorizationCode {
        /// `authorizationUrl`.
        authorization_url: String,
        /// `tokenUrl`.
        token_url: String,
    },
    /// `password`
    Password {
        /// `tokenUrl`.
        token_url: String,
    },
    /// `implicit`
    Implicit {
        /// `authorizationUrl`.
        authorization_url: String,
    },
}

impl SecurityKind {
    /// Whether it asks for a bearer token.
    #[must_use]
    pub fn is_bearer(&self) -> bool {
        matches!(
            self,
            Self::Bearer | Self::OAuth2(_) | Self::OpenIdConnect(_)
        )
    }

    /// Where credentials stand in a request: the location, and the name in the form that is
    /// compared.
    #[must_use]
    pub fn place(&self) -> Option<(Location, String)> {
        match self {
            Self::MutualTls | Self::Other => None,
            Self::ApiKey(Location::Header, name) => {
                Some((Location::Header, name.to_ascii_lowercase()))
            }
            Self::ApiKey(location, name) => Some((*location, name.clone())),
            _ => Some((Location::Header, "authorization".to_owned())),
        }
    }
}
