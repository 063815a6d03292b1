// === operations.rs

//! The operations of the API, by path and method.

mod mod_module;
mod types_module;
mod untagged;

pub use mod_module::*;
pub use types_module::*;
pub use untagged::*;

// === operations/mod_module.rs

//! mod

use crate::runtime::prelude::*;

operation! {
    /// `GET /a      panic!("run");  b`
    ///
    /// see types :: x
    ///
    /// Replies:
    ///
    /// - `200`: \*/ "# fine
    pub struct BytesOperation {}
    send fn bytes() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for BytesOperation {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("bytes", "/a\n\n    panic!(\"run\");\n\nb").accept("*/*");
}

operation! {
    /// `POST /b`
    ///
    /// Replies:
    ///
    /// - `200`: Fine
    pub struct SendBytes {
        /// The request body.
        pub body: Option<File>,
    }
    send fn send_bytes(body: impl Into<Option<File>>) -> Result<Reply, Error<Value>> = SendBytes { body: body.into() };
    fn new();
    fn with_body(body: impl Into<File>);
}

impl Operation for SendBytes {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("send_bytes", "/b\r\u{202e}").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::file(self.body.as_ref()?))
    }
}

// === operations/types_module.rs

//! types

use crate::runtime::prelude::*;

operation! {
    /// `GET /types`
    ///
    /// Replies:
    ///
    /// - `200`: Fine
    pub struct Types {
        /// The server's default: `"x"`.
        pub types: Option<String> = query("types"),
    }
    send fn types() -> Result<Reply, Error<Value>>;
    fn new();
    fn with_types(types: impl Into<String>);
}

impl Operation for Types {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("types", "/types").accept("*/*");
}

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /many/{one}/{two}/{three}/{four}/{five}/{six}`
    ///
    /// Replies:
    ///
    /// - `200`: Fine
    pub struct Many {
        pub one: String = path("one"),
        pub two: String = path("two"),
        pub three: String = path("three"),
        pub four: String = path("four"),
        pub five: String = path("five"),
        pub six: String = path("six"),
        /// The request body.
        pub body: Option<types::Foo>,
    }
    send fn many(operation: Many) -> Result<Reply, Error<Value>> = operation;
    fn new(
        one: impl Into<String>,
        two: impl Into<String>,
        three: impl Into<String>,
        four: impl Into<String>,
        five: impl Into<String>,
        six: impl Into<String>,
    );
    fn with_body(body: types::Foo);
}

impl Operation for Many {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("many", "/many/{one}/{two}/{three}/{four}/{five}/{six}").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(self.body.as_ref()?))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Bytes`.
    pub struct BytesSchema {
        pub self_: Option<String> = optional("self"),
        pub self_2: Option<String> = optional("Self"),
        pub b: Option<String> = optional("\u{60}<b>"),
    }
    rules = object_rules()
        .min_properties(1)
        .conditions(&[any_of(&[branch().requires(&["self"]), branch().requires(&["\u{60}<b>"])])]);
    fn new();
    fn with_self(self_: impl Into<String>);
    fn with_self_2(self_2: impl Into<String>);
    fn with_b(b: impl Into<String>);
}

object! {
    /// The schema `Foo`.
    pub struct Foo {
        pub one: String = required("one"),
        pub two: String = required("two"),
        pub three: String = required("three"),
        pub four: String = required("four"),
        pub five: String = required("five"),
        pub six: String = required("six"),
        pub seven: String = required("seven"),
        pub eight: String = required("eight"),
    }
    fn new(required: FooRequired2 {
        one: String,
        two: String,
        three: String,
        four: String,
        five: String,
        six: String,
        seven: String,
        eight: String,
    });
}

/// The schema `FooRequired`.
pub type FooRequired = String;

/// The schema `ObjectRules`.
pub type ObjectRulesSchema = String;

one_of! {
    /// The schema `Titled`.
    pub enum Titled {
        /// self
        TitledSelf(Box<TitledSelf>) = choice(),
        /// unknown
        TitledUnknown(Box<TitledUnknown>) = choice(),
    }
    from = [TitledSelf(TitledSelf), TitledUnknown(TitledUnknown)];
}

object! {
    /// Variant 1 of `Titled`.
    ///
    /// self
    pub struct TitledSelf {
        pub a: String = required("a"),
    }
    fn new(a: impl Into<String>);
}

object! {
    /// Variant 2 of `Titled`.
    ///
    /// unknown
    pub struct TitledUnknown {
        /// ````text
        /// a
        ///
        /// b
        /// ````
        pub b: String = required("b"),
    }
    fn new(b: impl Into<String>);
}

object! {
    /// The schema `١`.
    pub struct Type1 {
        pub value_12: Option<Type1_12> = optional("١٢"),
    }
    fn new();
    fn with_value_12(value_12: Type1_12);
}

text_enum! {
    /// `١٢` of `١`.
    pub enum Type1_12 {
        Type11 = "١",
        AB = "a\nb",
        QuoteHash = "\"#",
    }
}

// === findings
//
// warning[W0716]: `variables` does not say what `a` is
//  --> spec.yaml:3:17
//   |
// 3 | servers: [{url: 'https://x.example/{a}', variables: {a: {default: '{a}{a}'}}}]
//   |                 ^^^^^^^^^^^^^^^^^^^^^^^
//
// warning[W0612]: nothing declares the path parameter `one`
//   --> spec.yaml:24:5
//    |
// 24 |     post:
//    |     ^^^^
//    = help: it is taken as a required string
//
// warning[W0612]: nothing declares the path parameter `two`
//   --> spec.yaml:24:5
//    |
// 24 |     post:
//    |     ^^^^
//    = help: it is taken as a required string
//
// warning[W0612]: nothing declares the path parameter `three`
//   --> spec.yaml:24:5
//    |
// 24 |     post:
//    |     ^^^^
//    = help: it is taken as a required string
//   ... and 3 more of this kind: spec.yaml:24, spec.yaml:24, spec.yaml:24
//
// warning[W0801]: the Rust name `FooRequired` is taken: `FooRequired2` is used here
//   --> spec.yaml:34:5
//    |
// 34 |     Foo:
//    |     ^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `self_` is taken: `self_2` is used for `Self`
//   --> spec.yaml:32:80
//    |
// 32 | …: 1, properties: {self: {type: string}, Self: {type: string}, "`<b>": {type: string}}, anyOf: [{required: [self]}, {requ…
//    |                                          ^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
