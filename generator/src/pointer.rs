//! JSON pointers (RFC 6901): how every place in a description is named inside the generator.
//!
//! [`Pointer`] owns its text and is what diagnostics and the IR keep. [`Path`] borrows from the
//! stack while a tree is walked, so walking costs no allocation until a place must be kept.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::sync::Arc;

/// A JSON pointer in its text form; the root is the empty text.
///
/// The text is shared, since a place is kept by all that came from it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(Arc<str>);

impl Pointer {
    /// The whole document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// Reads the text form, with or without the `#` of a URI fragment in front.
    ///
    /// Percent-encoding, which only fragments have, is not undone here. Returns `None` when the
    /// text is neither empty nor starts with `/`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('#').unwrap_or(text);
        (text.is_empty() || text.starts_with('/')).then(|| Self(text.into()))
    }

    /// The member `key` of the object here.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.keys([key])
    }

    /// The element `index` (from zero) of the array here.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.key(&index.to_string())
    }

    /// This place, then each of `keys` in turn.
    #[must_use]
    pub fn keys<'a>(&self, keys: impl IntoIterator<Item = &'a str>) -> Self {
        Self::written(|text| {
            text.push_str(&self.0);
            for key in keys {
                push_escaped(text, key);
            }
        })
    }

    /// What `write` writes, into a text that is used again and again: pointers are made all the time.
    fn written(write: impl FnOnce(&mut String)) -> Self {
        thread_local! {
            static TEXT: Cell<String> = const { Cell::new(String::new()) };
        }
        let mut text = TEXT.take();
        text.clear();
        write(&mut text);
        let pointer = Self(text.as_str().into());
        TEXT.set(text);
        pointer
    }

    /// The enclosing place and the last token, unless this is the root.
    #[must_use]
    pub fn split_last(&self) -> Option<(Self, Cow<'_, str>)> {
        let slash = self.0.rfind('/')?;
        Some((Self(self.0[..slash].into()), unescape(&self.0[slash + 1..])))
    }

    /// The places around this one, the root first.
    #[must_use]
    pub fn ancestors(&self) -> Vec<Self> {
        let slashes = self.0.match_indices('/');
        slashes
            .map(|(slash, _)| Self(self.0[..slash].into()))
            .collect()
    }

    /// The reference tokens, unescaped.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = Cow<'_, str>> {
        let mut tokens = self.0.split('/');
        // What stands before the first slash is empty.
        tokens.next();
        tokens.map(unescape)
    }

    /// What remains of this pointer behind `prefix`, when it lies at or under it.
    #[must_use]
    pub fn strip_prefix(&self, prefix: &Self) -> Option<Self> {
        let rest = self.0.strip_prefix(prefix.as_str())?;
        (rest.is_empty() || rest.starts_with('/')).then(|| Self(rest.into()))
    }

    /// This place, then the whole of `rest`.
    #[must_use]
    pub fn join(&self, rest: &Self) -> Self {
        Self::written(|text| {
            text.push_str(&self.0);
            text.push_str(&rest.0);
        })
    }

    /// The text form; the root is empty.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Stands in place of a reference that was reported and leads nowhere, so that it is reported once.
pub const NOWHERE: &str = "#/x-specwright-nowhere";

/// A place while walking: one step and the place it was taken from.
#[derive(Clone, Copy, Debug)]
pub struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Start(&'a str),
    Key(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    /// The whole document.
    #[must_use]
    pub const fn root() -> Path<'static> {
        Path {
            parent: None,
            step: Step::Start(""),
        }
    }

    /// Continues from a place that is already kept.
    #[must_use]
    pub fn from(pointer: &'a Pointer) -> Self {
        Self {
            parent: None,
            step: Step::Start(pointer.as_str()),
        }
    }

    /// The member `key` of the object here.
    #[must_use]
    pub const fn key<'b>(&'b self, key: &'b str) -> Path<'b> {
        Path {
            parent: Some(self),
            step: Step::Key(key),
        }
    }

    /// The element `index` (from zero) of the array here.
    #[must_use]
    pub const fn index(&self, index: usize) -> Path<'_> {
        Path {
            parent: Some(self),
            step: Step::Index(index),
        }
    }

    /// Keeps the place.
    #[must_use]
    pub fn to_pointer(&self) -> Pointer {
        Pointer::written(|text| self.write(text))
    }

    fn write(&self, text: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(text);
        }
        match self.step {
            Step::Start(start) => text.push_str(start),
            Step::Key(key) => push_escaped(text, key),
            Step::Index(index) => {
                text.push('/');
                text.push_str(&index.to_string());
            }
        }
    }
}

fn push_escaped(text: &mut String, key: &str) {
    text.push('/');
    if !key.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        return text.push_str(key);
    }
    for c in key.chars() {
        match c {
            '~' => text.push_str("~0"),
            '/' => text.push_str("~1"),
            c => text.push(c),
        }
    }
}

fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_and_a_pointer_write_the_same_text() {
        let root = Path::root();
        let (paths, videos) = (root.key("paths"), "/v1/vi~deos");
        let at = paths.key(videos);
        let kept = at.index(3).to_pointer();
        assert_eq!(kept.as_str(), "/paths/~1v1~1vi~0deos/3");
        assert_eq!(kept, Pointer::root().key("paths").key(videos).index(3));
        assert_eq!(kept.tokens().collect::<Vec<_>>(), ["paths", videos, "3"]);
        assert_eq!(Path::from(&kept).key("x").to_pointer(), kept.key("x"));
        let around = kept.ancestors();
        assert_eq!(around[0], Pointer::root());
        assert_eq!(around[2].as_str(), "/paths/~1v1~1vi~0deos");
        assert_eq!(around.len(), 3);
    }

    #[test]
    fn prefixes_end_at_token_boundaries() {
        let at = Pointer::parse("#/a/bc/d").unwrap();
        assert_eq!(at.strip_prefix(&Pointer::parse("/a/b").unwrap()), None);
        let rest = at.strip_prefix(&Pointer::parse("/a/bc").unwrap()).unwrap();
        assert_eq!(rest.as_str(), "/d");
        assert_eq!(Pointer::parse("/a/bc").unwrap().join(&rest), at);
        assert_eq!(Pointer::parse("a"), None);
    }
}
