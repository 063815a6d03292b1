//! What must not be shown when a server sends it back.

use super::secret::Secret;
use super::style::strict;
use std::fmt;

/// What stands in place of a secret.
pub(super) const HIDDEN: &str = "[secret]";

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

    /// A text without the secrets, in any form in which they usually come back. An excerpt that
    /// ends in `…` may have been cut within one.
    pub(super) fn redact(&self, text: &str) -> String {
        let mut text = text.to_owned();
        let mut forms: Vec<String> = self.list.iter().flat_map(forms).collect();
        // A secret may be part of another.
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        forms.dedup();
        for form in &forms {
            text = without(&text, form);
        }
        text
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

/// A secret as it stands, in a URL, and as escaped bytes; all without backslashes, which come and
/// go with each layer of JSON or `Debug`.
fn forms(secret: &Secret) -> [String; 4] {
    let plain = secret.expose();
    let encoded = strict(plain);
    let bytes = plain.as_bytes().escape_ascii().to_string();
    [
        plain.to_owned(),
        encoded.replace("%20", "+"),
        encoded,
        bytes,
    ]
    .map(|form| form.replace('\\', ""))
}

/// A text without a form of a secret.
fn without(text: &str, form: &str) -> String {
    let (mut rest, end) = match text.strip_suffix('…') {
        Some(rest) => (rest, "…"),
        None => (text, ""),
    };
    let mut out = String::with_capacity(text.len());
    while let Some(first) = rest.chars().next() {
        let length = if form.starts_with(first) {
            found(rest, form, !end.is_empty())
        } else {
            None
        };
        out.push_str(if length.is_some() {
            HIDDEN
        } else {
            &rest[..first.len_utf8()]
        });
        rest = &rest[length.unwrap_or(first.len_utf8())..];
    }
    out + end
}

/// How much of the beginning of a text is a form of a secret; of one that was cut, at the end of
/// the text, some characters are enough.
fn found(text: &str, form: &str, cut: bool) -> Option<usize> {
    let mut expected = form.chars();
    let mut next = expected.next();
    let mut count = 0;
    for (index, character) in text.char_indices() {
        match next {
            None => return Some(index),
            Some(wanted) if wanted == character => {
                count += 1;
                next = expected.next();
            }
            Some(_) if character == '\\' => {}
            Some(_) => return None,
        }
    }
    (next.is_none() || cut && count >= SHORTEST).then_some(text.len())
}
