// === operations.rs

//! The operations of the API, by path and method.

mod words;

pub use words::*;

// === operations/words.rs

//! words

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /words`
    ///
    /// Replies:
    ///
    /// - `204`: Done
    pub struct Add {
        /// The request body.
        pub body: types::AddBody,
    }
    send fn add(body: types::AddBody) -> Result<Reply, Error<Value>>;
    fn new(body: types::AddBody);
}

impl Operation for Add {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("add", "/words").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === patterns.rs

//! Patterns that backtracking could take very long to match.

/// Each pattern, and the same in the syntax of `regex-lite`, which takes linear time.
pub(crate) const LINEAR: &[(&str, &str)] = &[
    (
        "^(.*[\\s]?)*$",
        "^(?:[^\\u{A}\\u{D}\\u{2028}-\\u{2029}]*[\\u{9}-\\u{D} \\u{A0}\\u{1680}\\u{2000}-\\u{200A}\\u{2028}-\\u{2029}\\u{202F}\\u{205F}\\u{3000}\\u{FEFF}]?)*$",
    ),
    ("^([\\/\\w \\.-]*)*\\/?$", "^(?:[ \\--9A-Z_a-z]*)*/?$"),
    ("^(a+)+$", "^(?:a+)+$"),
];

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The body of `add`.
    pub struct AddBody {
        pub word: Option<String> = optional("word").pattern("^(a+)+$"),
        pub path: Option<String> = optional("path").pattern("^([\\/\\w \\.-]*)*\\/?$"),
        pub slug: Option<String> = optional("slug").pattern("^[a-z]+(-[a-z]+)*$"),
        pub other: Option<String> = optional("other")
            .assertions(&[
                assertion(
                    "not: {\"pattern\":\"^(.*[\\\\s]?)*$\"}",
                    schema().not(&schema().scalar(rule().pattern("^(.*[\\s]?)*$"))),
                ),
            ]),
    }
    fn new();
    fn with_word(word: impl Into<String>);
    fn with_path(path: impl Into<String>);
    fn with_slug(slug: impl Into<String>);
    fn with_other(other: impl Into<String>);
}
