// === lib.rs

//! Client for Markdown `<traps>` & "quotes".
//!
//! **A heading**
//!
//! See <https://example.com> and <https://example.com/a_b?c=[d]> or \[Pet\] and \[Pet\]\[\] and a.
//!
//! |column|other|
//! |------|-----|
//! |\`a|b\`|
//!
//! **Paging**
//!
//! Lists come in pages.
//!
//! **Next page**
//!
//! See `next`.
//!
//! ```no_run
//! # #[cfg(feature = "reqwest")]
//! # mod example {
//! use golden::Client;
//!
//! # pub(super) async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::from_env()?;
//! let reply = client.get_a().await?;
//! println!("{reply:?}");
//! # Ok(())
//! # }
//! # }
//! ```
//!
//! Each operation is a value in [`operations`] and a function on the client; what they send and receive is in [`types`]. The client of feature `reqwest` (the default) is asynchronous, that of feature `ureq` blocks. Requests are validated before they are sent.

pub mod operations;
pub mod runtime;
pub mod types;

#[cfg(feature = "ureq")]
pub use runtime::blocking;
pub use runtime::{
    Answer, Base64, BaseUrl, Bytes, ClientBuilder, ConfigError, DecodeError, Error,
    Event, File, Grant, ItemError, Json, Nullable, Number, Operation, Reply, ReplyHeader,
    Secret, Server, TokenError, Undeclared, Value, Violation, Violations,
};
#[cfg(feature = "reqwest")]
pub use runtime::{Client, Download, Items};

/// What the clients know about the API.
pub const API: runtime::Api = runtime::Api {
    title: "Markdown <traps> & \"quotes\"",
    server: "",
    token_env: "GOLDEN_TOKEN",
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
};

// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `GET /a`: Returns `Vec<T>` of \[things\] for `x` & *y*; \*/ ends comments second line
    ///
    /// ````text
    /// let x = not_rust();
    /// ````
    ///
    /// ````text
    /// {"a": 1}
    /// ````
    ///
    /// ````text
    /// indented code
    /// fn main() { panic!() }
    /// ````
    ///
    /// ````text
    /// compile_error!("must not run");
    /// ````
    ///
    /// An unclosed
    ///
    /// and `<script>alert(1)</script>`, an \`unclosed backtick, and `MyType`, `snake_case` and `OpenAPI` words.
    /// A line that ends in two blanks\
    /// next. Bidi: evil and zerowidth. A link and image.
    ///
    /// - one
    /// - two
    ///   1. nested
    ///
    /// See '[things](https://example.com/things)'.
    ///
    /// > **Note**:
    /// >
    /// > Read [the `MyGuide`](https://example.com/a_b), or see\](<https://example.com/c>).
    ///
    /// ````text
    /// never closed
    /// ````
    ///
    /// Replies:
    ///
    /// - `200`: The *result* `<T>`
    ///
    ///   in two paragraphs.
    pub struct GetA {}
    send fn get_a() -> Result<types::Thing, Error<Value>>;
    fn new();
}

impl Operation for GetA {
    type Output = types::Thing;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("getA", "/a");
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// \#\[derive(Debug)\] looks like an attribute; "quoted" \ backslash \n and `` ` ``.
    pub struct Thing {
        /// \[`Vec`\] \[`crate::x`\] \[ \] \[x\] a task
        ///
        /// Example: `` "back`tick" ``.
        pub a: Option<String> = optional("a"),
        /// leading blanks
        ///
        /// The server's default: ```` "multi\nline `code` ```" ````.
        pub b: Option<String> = optional("b"),
        /// <http://example.com/x>.
        pub c: Option<String> = optional("c").pattern("^\u{60}[a]\u{60}\"#$"),
        pub d: Option<ThingD> = optional("d"),
        /// A title that is the name.
        pub e: Option<String> = optional("e"),
        /// The first name of a thing.
        pub first_name: Option<String> = optional("first_name"),
        /// A title
        ///
        /// This & that, R&D, \< and &amp;lt; but `&amp;`.
        pub other: Option<String> = optional("other"),
        pub part: Option<ThingPart> = optional("part"),
    }
}

text_enum! {
    /// `d` of `Thing`.
    pub enum ThingD {
        /// `a'b`
        AB = ("a\u{60}b"),
        CD = "c\nd",
        StarSlash = "*/",
        /// `x`
        X = ("\u{202e}x"),
        LessBGreater = "<b>",
    }
}

object! {
    /// The schema `thing_part`.
    pub struct ThingPart {
        /// Letter
        pub a: Option<String> = optional("a"),
    }
}
