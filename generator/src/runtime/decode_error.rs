//! The error of reading.

use super::secrets::{HIDDEN, Secrets};
use super::text::shortened;
use super::violations::push_escaped;
use std::borrow::Cow;
use std::fmt;

/// What is expected where there is no JSON at all.
pub(super) const NOT_JSON: &str = "JSON";

/// JSON that does not have the form that a type asks for.
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError {
    details: Box<Details>,
}

#[derive(Clone, PartialEq, Eq)]
struct Details {
    /// The way to the place, innermost step first.
    path: Vec<String>,
    expected: Cow<'static, str>,
    found: String,
}

impl DecodeError {
    /// An error at the present place; `found` is an excerpt of what stands there.
    pub fn new(expected: impl Into<Cow<'static, str>>, found: &str) -> Self {
        let details = Details {
            path: Vec::new(),
            expected: expected.into(),
            found: shortened(found),
        };
        Self {
            details: Box::new(details),
        }
    }

    /// Where: a JSON pointer (RFC 6901); empty for the whole value.
    #[must_use]
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in self.details.path.iter().rev() {
            pointer.push('/');
            push_escaped(&mut pointer, step);
        }
        pointer
    }

    /// What should stand there.
    #[must_use]
    pub fn expected(&self) -> &str {
        &self.details.expected
    }

    /// What stands there, shortened.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.details.found
    }

    /// The same error without what was found, unless that only says why it is no JSON.
    pub(super) fn hidden(mut self) -> Self {
        if self.details.expected != NOT_JSON {
            HIDDEN.clone_into(&mut self.details.found);
        }
        self
    }

    /// The same error without secrets.
    pub(super) fn redacted(mut self, secrets: &Secrets) -> Self {
        self.details.found = secrets.redact(&self.details.found);
        for step in &mut self.details.path {
            *step = secrets.redact(step);
        }
        self
    }

    /// The same error, seen from one level further out.
    #[must_use]
    pub fn below(mut self, step: &str) -> Self {
        self.details.path.push(step.to_owned());
        self
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.details.path.is_empty() {
            write!(f, "{}: ", both_ends(&self.pointer()))?;
        }
        write!(f, "expected {}, found {}", self.expected(), self.found())
    }
}

/// A pointer that can be read: of a very long one only both ends.
fn both_ends(pointer: &str) -> String {
    const END: usize = 60;
    if pointer.chars().count() <= 3 * END {
        return pointer.to_owned();
    }
    let first: String = pointer.chars().take(END).collect();
    let mut last: Vec<char> = pointer.chars().rev().take(END).collect();
    last.reverse();
    format!("{first}…{}", last.into_iter().collect::<String>())
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("pointer", &self.pointer())
            .field("expected", &self.expected())
            .field("found", &self.found())
            .finish()
    }
}

impl std::error::Error for DecodeError {}
