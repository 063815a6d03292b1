//! API keys in the query of a URL.

use super::secret::Secret;
use super::style::strict;
use http::Uri;
use percent_encoding::percent_decode_str;

/// The API keys that a request has in its query: they follow a redirect on the same server, and do
/// not follow one that leads elsewhere.
#[derive(Default)]
pub(super) struct QueryKeys {
    keys: Vec<(&'static str, Secret)>,
}

impl QueryKeys {
    pub(super) fn add(&mut self, name: &'static str, key: &Secret) {
        self.keys.push((name, key.clone()));
    }

    /// The URI with all keys; those that are there already are not added twice.
    pub(super) fn kept(&self, uri: Uri) -> Option<Uri> {
        if self.keys.is_empty() {
            return Some(uri);
        }
        let mut pairs: Vec<String> = pairs(&uri).map(str::to_owned).collect();
        for (name, key) in &self.keys {
            if !pairs.iter().any(|pair| is(pair, name, key)) {
                pairs.push(format!("{}={}", strict(name), strict(key.expose())));
            }
        }
        with_pairs(uri, &pairs)
    }

    /// The URI without the keys, if a server has put them there.
    pub(super) fn removed(&self, uri: Uri) -> Option<Uri> {
        if self.keys.is_empty() {
            return Some(uri);
        }
        let known = |pair: &&str| self.keys.iter().any(|(name, key)| is(pair, name, key));
        let all = pairs(&uri).count();
        let left: Vec<String> = (pairs(&uri).filter(|pair| !known(pair)))
            .map(str::to_owned)
            .collect();
        if left.len() == all {
            return Some(uri);
        }
        with_pairs(uri, &left)
    }
}

fn pairs(uri: &Uri) -> impl Iterator<Item = &str> {
    let query = uri.query().unwrap_or_default();
    query.split('&').filter(|pair| !pair.is_empty())
}

/// Whether a pair says this, however it is encoded.
fn is(pair: &str, name: &str, key: &Secret) -> bool {
    let (own, value) = pair.split_once('=').unwrap_or((pair, ""));
    let says = |encoded: &str, text: &str| {
        percent_decode_str(encoded).eq(text.bytes())
            || percent_decode_str(&encoded.replace('+', " ")).eq(text.bytes())
    };
    says(own, name) && says(value, key.expose())
}

fn with_pairs(uri: Uri, pairs: &[String]) -> Option<Uri> {
    let path = uri.path().to_owned();
    let mut parts = uri.into_parts();
    let text = if pairs.is_empty() {
        path
    } else {
        format!("{path}?{}", pairs.join("&"))
    };
    parts.path_and_query = Some(text.parse().ok()?);
    Uri::from_parts(parts).ok()
}
