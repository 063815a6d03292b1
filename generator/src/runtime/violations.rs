//! What validation finds: every broken rule, with its place.

use super::text::shortened;
use std::fmt;

/// The rules that a value breaks; never empty as an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violations {
    list: Vec<Violation>,
}

/// One broken rule.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Where: a JSON pointer (RFC 6901) into the value; empty for the value itself.
    pub pointer: String,
    /// The rule in the words of the description: `maximum: 4294967295`.
    pub rule: String,
    /// The offending value as JSON, shortened.
    pub value: String,
}

impl Violations {
    /// All broken rules, in the order of the value.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.list.iter()
    }

    /// One violation.
    pub(super) fn one(pointer: String, rule: String, value: &str) -> Self {
        Self {
            list: vec![Violation {
                pointer,
                rule,
                value: shortened(value),
            }],
        }
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(first) = self.list.first() else {
            return f.write_str("no rule is broken");
        };
        first.fmt(f)?;
        match self.list.len() {
            1 => Ok(()),
            count => write!(f, " (and {} more)", count - 1),
        }
    }
}

impl std::error::Error for Violations {}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.pointer.is_empty() {
            "the value"
        } else {
            &self.pointer
        };
        write!(f, "{place} breaks `{}`: {}", self.rule, self.value)
    }
}

/// Collects violations while a value is walked.
#[derive(Debug, Default)]
pub struct Checker {
    pointer: String,
    found: Vec<Violation>,
    /// Whether this check only helps to find the variant of a union.
    pub(super) probing: bool,
}

impl Checker {
    /// A checker that only helps to find the variant of a union.
    pub(super) fn probe() -> Self {
        Self {
            probing: true,
            ..Self::default()
        }
    }

    /// Notes that the value at the present place breaks `rule`; `value` is its JSON text.
    pub fn reject(&mut self, rule: String, value: &str) {
        self.found.push(Violation {
            pointer: self.pointer.clone(),
            rule,
            value: shortened(value),
        });
    }

    /// Does something at the member `name` of the present place.
    pub fn at(&mut self, name: &str, check: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        self.pointer.push('/');
        push_escaped(&mut self.pointer, name);
        check(self);
        self.pointer.truncate(length);
    }

    /// Whether the value at the present place is among the violations behind the first `known`.
    pub(super) fn has_rejected(&self, known: usize) -> bool {
        let mut found = self.found.iter().skip(known);
        found.any(|violation| violation.pointer == self.pointer)
    }

    /// How many violations there are so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// The result.
    ///
    /// # Errors
    ///
    /// The violations, when there are some.
    pub fn finish(self) -> Result<(), Violations> {
        if self.found.is_empty() {
            Ok(())
        } else {
            Err(Violations { list: self.found })
        }
    }
}

/// Adds a reference token of a JSON pointer (RFC 6901, section 3).
pub(super) fn push_escaped(pointer: &mut String, token: &str) {
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}
