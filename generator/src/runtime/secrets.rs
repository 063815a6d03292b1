//! What must not be shown when a server sends it back.

use super::secret::Secret;
use super::style::strict;
use super::writer::Writer;
use bytes::Bytes;
use std::fmt;

/// What stands in place of a secret.
const HIDDEN: &str = "[secret]";

/// Shorter secrets are not looked for: nothing could be read any more, and they protect nothing.
const SHORTEST: usize = 4;

/// The secrets that went out with a request.
#[derive(Clone, Default)]
pub(super) struct Secrets {
    list: Vec<Secret>,
}

impl Secrets {
    /// Remembers a secret.
    pub(super) fn add(&mut self, secret: Secret) {
        if secret.expose().len() >= SHORTEST && !self.list.contains(&secret) {
            self.list.push(secret);
        }
    }

    /// A text without the secrets, in any form in which they usually come back.
    pub(super) fn redact(&self, text: &str) -> String {
        let mut text = text.to_owned();
        if self.list.is_empty() {
            return text;
        }
        let mut forms: Vec<String> = self.list.iter().flat_map(forms).collect();
        // A secret may be part of another.
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        for form in &forms {
            text = text.replace(form, HIDDEN);
        }
        without_beginnings(text, &forms)
    }
}

/// What `Debug` says about a value, without the secrets.
pub(super) struct Redacted<'a>(pub(super) &'a Secrets, pub(super) &'a dyn fmt::Debug);

impl fmt::Debug for Redacted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(secrets, value) = self;
        if secrets.list.is_empty() {
            return value.fmt(f);
        }
        let text = if f.alternate() {
            format!("{value:#?}")
        } else {
            format!("{value:?}")
        };
        f.write_str(&secrets.redact(&text))
    }
}

/// How many there are is no secret.
impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secrets({})", self.list.len())
    }
}

/// A secret as it stands, in a URL and in JSON, and what `Debug` makes of these.
fn forms(secret: &Secret) -> Vec<String> {
    let plain = secret.expose();
    let json = Writer::text(&plain.to_owned());
    let json = unquoted(&json);
    let encoded = strict(plain);
    let mut forms = vec![
        plain.to_owned(),
        encoded.replace("%20", "+"),
        encoded,
        json.to_owned(),
        json.replace('/', "\\/"),
    ];
    for form in forms.clone() {
        forms.push(unquoted(&format!("{form:?}")).to_owned());
        let bytes = format!("{:?}", Bytes::from(form));
        forms.push(unquoted(bytes.trim_start_matches('b')).to_owned());
    }
    forms.sort();
    forms.dedup();
    forms
}

fn unquoted(text: &str) -> &str {
    let inner = text.strip_prefix('"').unwrap_or(text);
    inner.strip_suffix('"').unwrap_or(inner)
}

/// An excerpt may have been cut within a secret: `…` ends it then.
fn without_beginnings(text: String, forms: &[String]) -> String {
    let Some(shown) = text.strip_suffix('…') else {
        return text;
    };
    let beginning = |form: &String| {
        let lengths = (SHORTEST..form.len()).rev();
        lengths
            .filter(|&length| form.is_char_boundary(length))
            .find(|&length| shown.ends_with(&form[..length]))
    };
    match forms.iter().filter_map(beginning).max() {
        Some(length) => format!("{}{HIDDEN}…", &shown[..shown.len() - length]),
        None => text,
    }
}
