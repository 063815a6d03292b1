//! Where the API lives, and where a redirect leads.

use http::Uri;
use http::uri::{Authority, PathAndQuery, Scheme};
use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

/// The URL that paths of operations are added to: `http` or `https`, a host, perhaps a port and a
/// path; no user, query or fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    scheme: Scheme,
    authority: Authority,
    /// Without a slash at the end.
    path: String,
}

/// A text that is not a [`BaseUrl`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrlError {
    reason: &'static str,
}

impl BaseUrl {
    /// The URI of a path that is encoded already and begins with a slash.
    pub(super) fn join(&self, path_and_query: &str) -> Option<Uri> {
        let path: PathAndQuery = format!("{}{path_and_query}", self.path).parse().ok()?;
        let mut parts = http::uri::Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(path);
        Uri::from_parts(parts).ok()
    }

    /// The base URL that a relative one stands for, seen from this one.
    pub(super) fn resolve(&self, relative: &str) -> Option<Self> {
        let uri = resolve(&self.to_string().parse().ok()?, relative)?;
        uri.to_string().parse().ok()
    }
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, BaseUrlError> {
        let error = |reason| BaseUrlError { reason };
        if text.contains(['#', '?']) {
            return Err(error("it must not have a query or a fragment"));
        }
        let uri: Uri = text.parse().map_err(|_| error("it is not a URL"))?;
        let scheme = match uri.scheme_str() {
            Some("http") => Scheme::HTTP,
            Some("https") => Scheme::HTTPS,
            _ => return Err(error("it must begin with `http://` or `https://`")),
        };
        let authority = uri.authority().cloned().ok_or(error("it has no host"))?;
        if authority.as_str().contains('@') {
            return Err(error("it must not have a user"));
        }
        if authority.host().is_empty() {
            return Err(error("it has no host"));
        }
        Ok(Self {
            scheme,
            authority,
            path: uri.path().trim_end_matches('/').to_owned(),
        })
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.authority, self.path)
    }
}

impl fmt::Display for BaseUrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this cannot be a base URL: {}", self.reason)
    }
}

impl std::error::Error for BaseUrlError {}

/// Whether a request goes in clear text over a network: not TLS, and not to this machine.
pub(super) fn is_exposed(uri: &Uri) -> bool {
    let host = uri
        .host()
        .unwrap_or_default()
        .trim_start_matches('[')
        .trim_end_matches(']');
    let local = host.eq_ignore_ascii_case("localhost")
        || host
            .parse()
            .is_ok_and(|address: IpAddr| address.is_loopback());
    uri.scheme() != Some(&Scheme::HTTPS) && !local
}

/// Whether two URIs have the same origin (RFC 6454): scheme, host and port.
pub(super) fn same_origin(one: &Uri, two: &Uri) -> bool {
    let origin = |uri: &Uri| {
        let secure = uri.scheme() == Some(&Scheme::HTTPS);
        let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
        (
            secure,
            uri.host().unwrap_or_default().to_ascii_lowercase(),
            port,
        )
    };
    origin(one) == origin(two)
}

/// Resolves the target of a redirect (RFC 3986, section 5.2); `None` for what is not HTTP.
pub(super) fn resolve(base: &Uri, location: &str) -> Option<Uri> {
    let location = location.split('#').next().unwrap_or_default();
    let scheme = base.scheme_str()?;
    let authority = base.authority()?;
    let text = if location.is_empty() {
        base.to_string()
    } else if location.starts_with("//") {
        format!("{scheme}:{location}")
    } else if let Some(path) = location.strip_prefix('/') {
        format!(
            "{scheme}://{authority}{}",
            without_dots(&format!("/{path}"))
        )
    } else if location.starts_with('?') {
        format!("{scheme}://{authority}{}{location}", base.path())
    } else if has_scheme(location) {
        location.to_owned()
    } else {
        let folder = base
            .path()
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        format!(
            "{scheme}://{authority}{}",
            without_dots(&format!("{folder}/{location}"))
        )
    };
    let uri: Uri = text.parse().ok()?;
    let clean = matches!(uri.scheme_str(), Some("http" | "https"))
        && uri
            .authority()
            .is_some_and(|authority| !authority.as_str().contains('@'));
    clean.then_some(uri)
}

fn has_scheme(location: &str) -> bool {
    let end = location.find([':', '/', '?']);
    end.is_some_and(|end| end > 0 && location.as_bytes()[end] == b':')
}

/// Removes the segments `.` and `..` (RFC 3986, section 5.2.4).
fn without_dots(path_and_query: &str) -> String {
    let (path, query) = match path_and_query.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (path_and_query, None),
    };
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.split('/').skip(1).peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." | ".." => {
                if segment == ".." {
                    kept.pop();
                }
                if last {
                    kept.push("");
                }
            }
            other => kept.push(other),
        }
    }
    let path = format!("/{}", kept.join("/"));
    query.map_or(path.clone(), |query| format!("{path}?{query}"))
}
