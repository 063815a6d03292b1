//! The texts that findings are shown in, and places in them.

use super::Origins;
use crate::pointer::Pointer;

/// A named text.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The name to show, usually a path.
    pub name: &'a str,
    /// The text.
    pub text: &'a str,
}

/// A text with its name, both owned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedText {
    /// The name to show, usually a path.
    pub name: String,
    /// The text.
    pub text: String,
}

/// A place in a text, counted in characters from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// How many characters of the line are meant; at least one.
    pub length: usize,
}

/// Finds the places of many pointers in one text: each pointer comes with whether the member's
/// name is meant. `source::locate` is one; this module comes before that one.
pub type Locate = fn(&str, &[(Pointer, bool)]) -> Vec<Option<Span>>;

/// The texts that places lie in.
#[derive(Clone, Debug)]
pub struct Sources<'a> {
    /// The description.
    pub description: Source<'a>,
    /// The overlay, when there is one.
    pub overlay: Option<Source<'a>>,
    /// The settings, when there are any.
    pub settings: Option<Source<'a>>,
    /// The other files that the description refers to.
    pub files: &'a [NamedText],
    /// What of the description came from the overlay and from other files.
    pub origins: &'a Origins,
    /// Usually `source::locate`.
    pub locate: Locate,
}
