//! What is fixed about an operation: method, path, what it accepts, and who may call it.

use super::parameters::In;

/// What is fixed about an operation.
#[derive(Clone, Copy, Debug)]
pub struct Endpoint {
    pub(super) operation: &'static str,
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) accept: &'static str,
    pub(super) security: &'static [&'static [Scheme]],
    pub(super) server: Option<&'static str>,
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

    /// The id of the operation.
    #[must_use]
    pub const fn operation(&self) -> &'static str {
        self.operation
    }
}

/// A security scheme.
#[derive(Clone, Copy, Debug)]
pub struct Scheme {
    pub(super) name: &'static str,
    pub(super) kind: SchemeKind,
}

/// What a security scheme asks for.
#[derive(Clone, Copy, Debug)]
pub(super) enum SchemeKind {
    Bearer,
    Basic,
    ApiKey(In, &'static str),
    Other,
}

impl Scheme {
    /// `Authorization: Bearer …` (RFC 6750).
    #[must_use]
    pub const fn bearer(name: &'static str) -> Self {
        Self {
            name,
            kind: SchemeKind::Bearer,
        }
    }

    /// `Authorization: Basic …` (RFC 7617).
    #[must_use]
    pub const fn basic(name: &'static str) -> Self {
        Self {
            name,
            kind: SchemeKind::Basic,
        }
    }

    /// A key in a header, query parameter or cookie.
    #[must_use]
    pub const fn api_key(name: &'static str, place: In, key: &'static str) -> Self {
        Self {
            name,
            kind: SchemeKind::ApiKey(place, key),
        }
    }

    /// Something that the transport does, such as mutual TLS.
    #[must_use]
    pub const fn other(name: &'static str) -> Self {
        Self {
            name,
            kind: SchemeKind::Other,
        }
    }
}
