//! What is fixed about an operation: method, path, what it accepts, and who may call it.

use super::scheme::Scheme;
use super::server::Server;

/// What is fixed about an operation.
#[derive(Clone, Copy, Debug)]
pub struct Endpoint {
    pub(super) operation: &'static str,
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) accept: &'static str,
    pub(super) security: &'static [&'static [Scheme]],
    pub(super) server: Option<&'static str>,
    pub(super) servers: &'static [Server],
}

impl Endpoint {
    /// An operation by its id, its method in upper case, and its path template.
    #[must_use]
    pub const fn new(operation: &'static str, method: &'static str, path: &'static str) -> Self {
        Self {
            operation,
            method,
            path,
            accept: "application/json",
            security: &[],
            server: None,
            servers: &[],
        }
    }

    /// A `GET`, by its operation id and path template.
    #[must_use]
    pub const fn get(operation: &'static str, path: &'static str) -> Self {
        Self::new(operation, "GET", path)
    }

    /// A `PUT`, by its operation id and path template.
    #[must_use]
    pub const fn put(operation: &'static str, path: &'static str) -> Self {
        Self::new(operation, "PUT", path)
    }

    /// A `POST`, by its operation id and path template.
    #[must_use]
    pub const fn post(operation: &'static str, path: &'static str) -> Self {
        Self::new(operation, "POST", path)
    }

    /// A `DELETE`, by its operation id and path template.
    #[must_use]
    pub const fn delete(operation: &'static str, path: &'static str) -> Self {
        Self::new(operation, "DELETE", path)
    }

    /// A `PATCH`, by its operation id and path template.
    #[must_use]
    pub const fn patch(operation: &'static str, path: &'static str) -> Self {
        Self::new(operation, "PATCH", path)
    }

    /// The media types of its replies, as a value of the header `Accept`; JSON by default.
    #[must_use]
    pub const fn accept(mut self, media_types: &'static str) -> Self {
        self.accept = media_types;
        self
    }

    /// Who may call it: alternatives, each a set of schemes that are needed together. An empty
    /// set is a call without credentials.
    #[must_use]
    pub const fn security(mut self, alternatives: &'static [&'static [Scheme]]) -> Self {
        self.security = alternatives;
        self
    }

    /// A server of its own, used unless the client was given a base URL.
    #[must_use]
    pub const fn server(mut self, url: &'static str) -> Self {
        self.server = Some(url);
        self
    }

    /// Servers of its own to choose from, the usual one first.
    #[must_use]
    pub const fn servers(mut self, servers: &'static [Server]) -> Self {
        self.servers = servers;
        self
    }

    /// The id of the operation.
    #[must_use]
    pub const fn operation(&self) -> &'static str {
        self.operation
    }
}
