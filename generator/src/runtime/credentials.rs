//! What a client has to show for itself, and which alternative of an operation it takes.

use super::endpoint::Endpoint;
use super::grant::Grant;
use super::scheme::{Scheme, SchemeKind};
use super::secret::Secret;
use super::settings::{ClientBuilder, Settings};
#[cfg(feature = "ureq")]
use super::token_provider::BlockingTokenProvider;
#[cfg(feature = "reqwest")]
use super::token_provider::TokenProvider;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// All credentials of a client.
#[derive(Clone, Debug, Default)]
pub(super) struct Credentials {
    /// For every scheme that asks for a bearer token.
    bearer: Option<Credential>,
    /// For every scheme that asks for user and password.
    basic: Option<Credential>,
    /// For one scheme, by its name.
    schemes: BTreeMap<String, Credential>,
}

/// One credential.
#[derive(Clone)]
pub(super) enum Credential {
    /// A token, a key, or what follows the scheme in `Authorization`.
    Value(Secret),
    /// User and password.
    Basic(String, Secret),
    /// The client gets tokens itself.
    Grant(Arc<Grant>),
    /// Somebody else gets tokens for the asynchronous client.
    #[cfg(feature = "reqwest")]
    Provider(Arc<dyn TokenProvider>),
    /// Somebody else gets tokens for the blocking client.
    #[cfg(feature = "ureq")]
    BlockingProvider(Arc<dyn BlockingTokenProvider>),
}

impl<T> ClientBuilder<T> {
    /// The token for all operations that ask for a bearer token, OAuth 2 or `OpenID` Connect.
    #[must_use]
    pub fn bearer_token(mut self, token: impl Into<Secret>) -> Self {
        self.settings.credentials.bearer = Some(Credential::Value(token.into()));
        self
    }

    /// User and password for all operations that ask for basic authentication.
    #[must_use]
    pub fn basic(mut self, user: impl Into<String>, password: impl Into<Secret>) -> Self {
        self.settings.credentials.basic = Some(Credential::Basic(user.into(), password.into()));
        self
    }

    /// User and password for one security scheme, by the scheme's name in the description.
    #[must_use]
    pub fn basic_for(
        self,
        scheme: impl Into<String>,
        user: impl Into<String>,
        password: impl Into<Secret>,
    ) -> Self {
        self.with(scheme, Credential::Basic(user.into(), password.into()))
    }

    /// The key for a security scheme, by the scheme's name in the description.
    #[must_use]
    pub fn api_key(self, scheme: impl Into<String>, key: impl Into<Secret>) -> Self {
        self.credential(scheme, key)
    }

    /// The credential for one security scheme, by the scheme's name in the description: a bearer
    /// token, an API key, or for other schemes of HTTP what follows the scheme in `Authorization`.
    #[must_use]
    pub fn credential(self, scheme: impl Into<String>, credential: impl Into<Secret>) -> Self {
        self.with(scheme, Credential::Value(credential.into()))
    }

    /// The client gets tokens itself, with its id and secret (RFC 6749, section 4.4); by the
    /// scheme's name in the description. [`grant`](Self::grant) can do more.
    #[must_use]
    pub fn client_credentials(
        self,
        scheme: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
    ) -> Self {
        self.grant(scheme, Grant::client_credentials(client_id, client_secret))
    }

    /// The client gets tokens itself, with a refresh token (RFC 6749, section 6) of a login that
    /// took place elsewhere; by the scheme's name in the description. [`grant`](Self::grant) can
    /// do more: see [`Grant::on_new_refresh_token`] for servers that replace the refresh token.
    #[must_use]
    pub fn refresh_token(
        self,
        scheme: impl Into<String>,
        client_id: impl Into<String>,
        refresh_token: impl Into<Secret>,
    ) -> Self {
        self.grant(scheme, Grant::refresh_token(client_id, refresh_token))
    }

    /// The client gets tokens for a security scheme itself; by the scheme's name in the
    /// description.
    ///
    /// A token is kept until shortly before it expires, or until the server replies 401.
    #[must_use]
    pub fn grant(self, scheme: impl Into<String>, grant: Grant) -> Self {
        self.with(scheme, Credential::Grant(Arc::new(grant)))
    }

    pub(super) fn with(mut self, scheme: impl Into<String>, credential: Credential) -> Self {
        let credentials = &mut self.settings.credentials;
        credentials.schemes.insert(scheme.into(), credential);
        self
    }
}

impl Settings {
    /// The credential for a scheme, when there is one of the right kind.
    pub(super) fn credential(&self, scheme: &Scheme) -> Option<&Credential> {
        let own = self.credentials.schemes.get(scheme.name);
        let all = match scheme.kind {
            SchemeKind::Basic => self.credentials.basic.as_ref(),
            kind if kind.is_bearer() => self.credentials.bearer.as_ref(),
            _ => None,
        };
        own.or(all).filter(|credential| credential.fits(scheme))
    }

    /// The schemes of the alternative that a request uses; `Err` says why there is none.
    ///
    /// Schemes that all ask for a bearer token stand in the same header, so one token serves them.
    ///
    /// That is the first alternative for which there are all credentials. One that rests on the
    /// HTTP client underneath comes after those, and a call without credentials is the last resort.
    pub(super) fn alternative(&self, endpoint: &Endpoint) -> Result<Vec<&'static Scheme>, String> {
        let mut clash = None;
        let mut found: Option<(u8, Vec<&'static Scheme>)> = None;
        for &schemes in endpoint.security {
            let schemes = self.used(schemes);
            if !schemes.iter().all(|scheme| self.has(scheme)) {
                continue;
            }
            if let Some(reason) = self::clash(&schemes) {
                clash.get_or_insert(reason);
                continue;
            }
            let rank = rank(&schemes);
            if found.as_ref().is_none_or(|(best, _)| rank < *best) {
                found = Some((rank, schemes));
            }
        }
        match (found, endpoint.security) {
            (Some((_, schemes)), _) => Ok(schemes),
            (None, []) => Ok(Vec::new()),
            (None, all) => Err(clash.unwrap_or_else(|| self.missing(all))),
        }
    }

    /// The schemes whose credentials are sent: of several that ask for a bearer token the first for
    /// which there is one, unless each has a token of its own.
    fn used(&self, schemes: &'static [Scheme]) -> Vec<&'static Scheme> {
        let is_bearer = |scheme: &&Scheme| scheme.kind.is_bearer();
        let mut bearers = schemes.iter().filter(is_bearer);
        let own = |scheme: &&Scheme| self.credentials.schemes.contains_key(scheme.name);
        if bearers.clone().filter(own).count() > 1 {
            return schemes.iter().collect();
        }
        let first = bearers
            .clone()
            .find(|scheme| self.has(scheme))
            .or(bearers.next());
        let name = first.map(|scheme| scheme.name);
        let all = schemes.iter();
        all.filter(|scheme| !is_bearer(scheme) || Some(scheme.name) == name)
            .collect()
    }

    /// The grants by the names of their schemes: a transport keeps [`Tokens`](super::Tokens) for
    /// each.
    pub fn grants(&self) -> impl Iterator<Item = (&str, &Grant)> {
        let all = self.credentials.schemes.iter();
        all.filter_map(|(name, credential)| match credential {
            Credential::Grant(grant) => Some((name.as_str(), grant.as_ref())),
            _ => None,
        })
    }

    fn has(&self, scheme: &Scheme) -> bool {
        matches!(scheme.kind, SchemeKind::Other) || self.credential(scheme).is_some()
    }

    fn missing(&self, alternatives: &[&[Scheme]]) -> String {
        let names = alternatives.iter().map(|schemes| {
            let names: Vec<&str> = schemes.iter().map(Scheme::name).collect();
            names.join(" + ")
        });
        let names: Vec<String> = names.collect();
        let mut text = format!("no credentials are set for {}", names.join(" or "));
        let given: Vec<&str> = (self.credentials.schemes.keys())
            .map(String::as_str)
            .collect();
        if !given.is_empty() {
            text = format!("{text}, but for {}", given.join(", "));
        }
        text
    }
}

impl Credential {
    /// Whether it is what a scheme asks for.
    fn fits(&self, scheme: &Scheme) -> bool {
        match self {
            Self::Value(_) => !matches!(scheme.kind, SchemeKind::Basic | SchemeKind::Other),
            Self::Basic(..) => matches!(scheme.kind, SchemeKind::Basic),
            Self::Grant(_) => scheme.kind.is_bearer(),
            #[cfg(feature = "reqwest")]
            Self::Provider(_) => gives_text(scheme.kind),
            #[cfg(feature = "ureq")]
            Self::BlockingProvider(_) => gives_text(scheme.kind),
        }
    }
}

/// The kind alone.
impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Value(_) => "Value(…)",
            Self::Basic(..) => "Basic(…)",
            Self::Grant(_) => "Grant(…)",
            #[cfg(feature = "reqwest")]
            Self::Provider(_) => "Provider(…)",
            #[cfg(feature = "ureq")]
            Self::BlockingProvider(_) => "BlockingProvider(…)",
        })
    }
}

/// Whether a provider can give what a scheme asks for.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
fn gives_text(kind: SchemeKind) -> bool {
    kind.is_bearer() || matches!(kind, SchemeKind::Http(_))
}

/// Lower is better.
fn rank(schemes: &[&Scheme]) -> u8 {
    let other = |scheme: &&Scheme| matches!(scheme.kind, SchemeKind::Other);
    match schemes {
        [] => 2,
        schemes if schemes.iter().any(other) => 1,
        _ => 0,
    }
}

/// Why schemes cannot be sent together: two stand in the same place.
fn clash(schemes: &[&Scheme]) -> Option<String> {
    schemes.iter().enumerate().find_map(|(index, scheme)| {
        let place = scheme.kind.place()?;
        let mut others = schemes[..index].iter();
        let other = others.find(|other| other.kind.place().as_ref() == Some(&place))?;
        let what = match place.0 {
            super::parameters::In::Header => "header",
            super::parameters::In::Cookie => "cookie",
            _ => "query parameter",
        };
        Some(format!(
            "the credentials for {} and {} cannot be sent together: both need the {what} `{}`",
            other.name, scheme.name, place.1
        ))
    })
}
