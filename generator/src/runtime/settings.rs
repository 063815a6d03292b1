//! How a client is set up: the same for both transports, and for one of your own.

use super::base_url::{BaseUrl, BaseUrlError};
use super::credentials::Credentials;
use super::endpoint::Endpoint;
use super::secret::Secret;
use super::server::Server;
use http::HeaderValue;
use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// What is known about the API as a whole; the generated crate has one of these.
#[derive(Clone, Copy, Debug)]
pub struct Api {
    /// The title of the description.
    pub title: &'static str,
    /// The default server; empty when the description has none.
    pub server: &'static str,
    /// The environment variable that holds the token.
    pub token_env: &'static str,
    /// The value of the header `User-Agent`.
    pub user_agent: &'static str,
}

/// How a client behaves.
#[derive(Clone, Debug)]
pub struct Settings {
    pub(super) base_url: Option<BaseUrl>,
    pub(super) server_url: Option<BaseUrl>,
    /// URLs of servers of the description, by whose servers they are.
    pub(super) chosen_servers: BTreeMap<&'static str, String>,
    pub(super) default_server: &'static str,
    pub(super) credentials: Credentials,
    pub(super) user_agent: HeaderValue,
    pub(super) connect_timeout: Duration,
    pub(super) read_timeout: Duration,
    pub(super) timeout: Option<Duration>,
    pub(super) max_reply: u64,
    pub(super) insecure: bool,
}

/// Sets a client up. `T` is the HTTP client underneath: `reqwest::Client` or `ureq::Agent`.
#[derive(Debug)]
pub struct ClientBuilder<T> {
    pub(super) settings: Settings,
    pub(super) transport: Option<T>,
    problem: Option<ConfigError>,
}

/// A client that cannot be set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    reason: String,
}

impl<T> ClientBuilder<T> {
    /// The usual settings for an API.
    #[must_use]
    pub fn new(api: &Api) -> Self {
        let settings = Settings {
            base_url: None,
            server_url: None,
            chosen_servers: BTreeMap::new(),
            default_server: api.server,
            credentials: Credentials::default(),
            user_agent: HeaderValue::from_static(api.user_agent),
            connect_timeout: Duration::from_secs(10),
            read_timeout: Duration::from_secs(60),
            timeout: None,
            max_reply: 64 * 1024 * 1024,
            insecure: false,
        };
        Self {
            settings,
            transport: None,
            problem: None,
        }
    }

    /// The server of all requests, for tests and proxies: also those go there whose operations
    /// have servers of their own in the description.
    #[must_use]
    pub fn base_url(mut self, url: &str) -> Self {
        self.settings.base_url = self.parsed(url);
        self
    }

    /// The server of all operations that have none of their own in the description; by default
    /// the first one that the description names. Where the description has relative URLs of
    /// servers, they are relative to this one.
    #[must_use]
    pub fn server_url(mut self, url: &str) -> Self {
        self.settings.server_url = self.parsed(url);
        self
    }

    /// One of the servers of the description, with values for the variables of its URL.
    ///
    /// One of the crate's `SERVERS` is that of all operations that have none of their own. One of
    /// the `SERVERS` of an operation is that of this operation, and of all others that have the
    /// same servers.
    #[must_use]
    pub fn server(mut self, server: Server, variables: &[(&str, &str)]) -> Self {
        match server.url(variables) {
            Ok(url) => {
                self.settings.chosen_servers.insert(server.owner, url);
            }
            Err(problem) => self.problem = Some(problem),
        }
        self
    }

    /// The value of the header `User-Agent`; by default name and version of this crate.
    #[must_use]
    pub fn user_agent(mut self, user_agent: &str) -> Self {
        match HeaderValue::from_str(user_agent) {
            Ok(value) if !user_agent.trim().is_empty() => self.settings.user_agent = value,
            _ => self.problem = Some(ConfigError::new("the user agent cannot be a header")),
        }
        self
    }

    /// How long making a connection may take; 10 seconds by default.
    #[must_use]
    pub fn connect_timeout(mut self, time: Duration) -> Self {
        self.settings.connect_timeout = time;
        self
    }

    /// How long the server may be silent, or take in nothing of what is sent to it; 60 seconds by
    /// default.
    #[must_use]
    pub fn read_timeout(mut self, time: Duration) -> Self {
        self.settings.read_timeout = time;
        self
    }

    /// How long a request may take in all, its reply included; without a limit by default.
    #[must_use]
    pub fn timeout(mut self, time: Duration) -> Self {
        self.settings.timeout = Some(time);
        self
    }

    /// How many bytes a reply may have that is read as a whole; 64 MiB by default. Downloads have
    /// no limit.
    #[must_use]
    pub fn max_reply_size(mut self, bytes: u64) -> Self {
        self.settings.max_reply = bytes;
        self
    }

    /// Allows sending credentials in clear text to another machine (`http://`).
    #[must_use]
    pub fn allow_insecure_http(mut self) -> Self {
        self.settings.insecure = true;
        self
    }

    /// The settings, checked, and the HTTP client that was given.
    ///
    /// # Errors
    ///
    /// When a value given before cannot be used, or there is no server.
    pub fn finish(self) -> Result<(Settings, Option<T>), ConfigError> {
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        self.settings.root_server()?;
        if self.settings.base_url.is_none() {
            for url in self.settings.chosen_servers.values() {
                self.settings.absolute(url)?;
            }
        }
        Ok((self.settings, self.transport))
    }

    fn parsed(&mut self, url: &str) -> Option<BaseUrl> {
        let parsed = url.parse();
        parsed
            .map_err(|error: BaseUrlError| self.problem = Some(ConfigError::new(error.to_string())))
            .ok()
    }
}

impl Settings {
    /// The base URL for an operation.
    ///
    /// # Errors
    ///
    /// When the description's server is not a base URL.
    pub fn server(&self, endpoint: &Endpoint) -> Result<BaseUrl, ConfigError> {
        let own = match (endpoint.servers.first(), endpoint.server) {
            (Some(usual), _) => match self.chosen_servers.get(usual.owner) {
                Some(chosen) => Some(chosen.clone()),
                None => Some(usual.url(&[])?),
            },
            (None, own) => own.map(str::to_owned),
        };
        match own {
            Some(own) if self.base_url.is_none() => self.absolute(&own),
            _ => self.root_server(),
        }
    }

    /// The base URL for operations that have no server of their own.
    pub(super) fn root_server(&self) -> Result<BaseUrl, ConfigError> {
        let chosen = self.chosen_servers.get("");
        match (&self.base_url, chosen, &self.server_url) {
            (Some(url), _, _) | (None, None, Some(url)) => Ok(url.clone()),
            (None, Some(chosen), _) => self.absolute(chosen),
            (None, None, None) => self.absolute(self.default_server),
        }
    }

    /// The base URL that the URL of a server of the description stands for.
    fn absolute(&self, url: &str) -> Result<BaseUrl, ConfigError> {
        let reason = match (url.contains("://"), &self.server_url) {
            (true, _) => match url.parse() {
                Ok(url) => return Ok(url),
                Err(error) => BaseUrlError::to_string(&error),
            },
            (false, Some(base)) => match base.resolve(url) {
                Some(url) => return Ok(url),
                None => format!("the server of the description is no base URL: `{url}`"),
            },
            (false, None) if url.is_empty() => {
                "the description names no server: set `server_url`".to_owned()
            }
            (false, None) => {
                format!("the server of the description is relative, `{url}`: set `server_url`")
            }
        };
        Err(ConfigError::new(reason))
    }
}

impl ConfigError {
    pub(super) fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
        }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the client cannot be set up: {}", self.reason)
    }
}

impl std::error::Error for ConfigError {}

/// The token in the API's environment variable.
///
/// # Errors
///
/// When it is not set, or empty.
pub fn token_from_env(api: &Api) -> Result<Secret, ConfigError> {
    let name = api.token_env;
    match std::env::var(name) {
        Ok(token) if !token.trim().is_empty() => Ok(Secret::new(token.trim())),
        _ => Err(ConfigError::new(format!(
            "the environment variable `{name}` is not set"
        ))),
    }
}
