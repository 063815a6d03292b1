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

/// `GET /a      panic!("run");  b`
///
/// see types :: x
///
/// Replies:
///
/// - `200`: \*/ "# fine
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BytesOperation {}

impl BytesOperation {
    arguments! {
        fn new();
    }
}

impl Operation for BytesOperation {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("bytes", "/a\n\n    panic!(\"run\");\n\nb")
        .accept("*/*");
}

requests! {
    /// `GET /a      panic!("run");  b`
    ///
    /// See [`BytesOperation`].
    fn bytes() -> Result<Reply, Error<Value>> {
        BytesOperation::new()
    }
}

/// `POST /b`
///
/// Replies:
///
/// - `200`: Fine
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SendBytes {
    /// The request body.
    pub body: Option<Bytes>,
}

impl SendBytes {
    arguments! {
        fn new();
        fn with_body(body: impl Into<Bytes>);
    }
}

impl Operation for SendBytes {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("send_bytes", "/b\r\u{202e}")
        .accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(Body::bytes)
    }
}

requests! {
    /// `POST /b`
    ///
    /// See [`SendBytes`].
    fn send_bytes(body: impl Into<Option<Bytes>>) -> Result<Reply, Error<Value>> {
        let mut operation = SendBytes::new();
        operation.body = body.into();
        operation
    }
}

// === operations/types_module.rs

//! types

use crate::runtime::prelude::*;

/// `GET /types`
///
/// Replies:
///
/// - `200`: Fine
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Types {
    /// The query parameter `types`.
    ///
    /// The server's default: `"x"`.
    pub types: Option<String>,
}

impl Types {
    arguments! {
        fn new();
        fn with_types(types: impl Into<String>);
    }
}

impl Operation for Types {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("types", "/types").accept("*/*");
    parameters! {
        types = query("types"),
    }
}

requests! {
    /// `GET /types`
    ///
    /// What is optional is set on [`Types`], which is then passed to `send`.
    fn types() -> Result<Reply, Error<Value>> {
        Types::new()
    }
}

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `POST /many/{one}/{two}/{three}/{four}/{five}/{six}`
///
/// Replies:
///
/// - `200`: Fine
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Many {
    /// The path parameter `one`.
    pub one: String,
    /// The path parameter `two`.
    pub two: String,
    /// The path parameter `three`.
    pub three: String,
    /// The path parameter `four`.
    pub four: String,
    /// The path parameter `five`.
    pub five: String,
    /// The path parameter `six`.
    pub six: String,
    /// The request body.
    pub body: Option<types::Foo>,
}

impl Many {
    arguments! {
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
}

impl Operation for Many {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post(
            "many",
            "/many/{one}/{two}/{three}/{four}/{five}/{six}",
        )
        .accept("*/*");
    parameters! {
        one = path("one"),
        two = path("two"),
        three = path("three"),
        four = path("four"),
        five = path("five"),
        six = path("six"),
    }

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(|body| Body::json(body))
    }
}

requests! {
    /// `POST /many/{one}/{two}/{three}/{four}/{five}/{six}`
    ///
    /// See [`Many`].
    fn many(operation: Many) -> Result<Reply, Error<Value>> {
        operation
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Bytes`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BytesSchema {
    /// The property `self`.
    pub self_: Option<String>,
    /// The property `Self`.
    pub self_2: Option<String>,
}

impl BytesSchema {
    fields! {
        fn new();
        fn with_self_(self_: impl Into<String>);
        fn with_self_2(self_2: impl Into<String>);
    }
}

object! {
    BytesSchema {
        self_ = optional("self"),
        self_2 = optional("Self"),
    }
    rules = object_rules().min_properties(1);
}

/// The schema `Foo`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Foo {
    /// The property `one`.
    pub one: String,
    /// The property `two`.
    pub two: String,
    /// The property `three`.
    pub three: String,
    /// The property `four`.
    pub four: String,
    /// The property `five`.
    pub five: String,
    /// The property `six`.
    pub six: String,
    /// The property `seven`.
    pub seven: String,
    /// The property `eight`.
    pub eight: String,
}

/// What a [`Foo`] cannot do without.
#[derive(Clone, Debug, PartialEq)]
pub struct FooRequired2 {
    /// See [`Foo::one`].
    pub one: String,
    /// See [`Foo::two`].
    pub two: String,
    /// See [`Foo::three`].
    pub three: String,
    /// See [`Foo::four`].
    pub four: String,
    /// See [`Foo::five`].
    pub five: String,
    /// See [`Foo::six`].
    pub six: String,
    /// See [`Foo::seven`].
    pub seven: String,
    /// See [`Foo::eight`].
    pub eight: String,
}

impl Foo {}

impl Foo {
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(required: FooRequired2) -> Self {
        let mut value: Self = Wire::blank();
        value.one = required.one;
        value.two = required.two;
        value.three = required.three;
        value.four = required.four;
        value.five = required.five;
        value.six = required.six;
        value.seven = required.seven;
        value.eight = required.eight;
        value
    }
}

object! {
    Foo {
        one = required("one"),
        two = required("two"),
        three = required("three"),
        four = required("four"),
        five = required("five"),
        six = required("six"),
        seven = required("seven"),
        eight = required("eight"),
    }
}

/// The schema `FooRequired`.
pub type FooRequired = String;

/// The schema `ObjectRules`.
pub type ObjectRulesSchema = String;

variants! {
    /// The schema `Titled`.
    pub enum Titled {
        /// self
        VariantSelf(Box<TitledVariant1>) = choice(),
        /// unknown
        VariantUnknown(Box<TitledVariant2>) = choice(),
    }
    from = [VariantSelf(TitledVariant1), VariantUnknown(TitledVariant2)];
}

/// Variant 1 of `Titled`.
///
/// self
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TitledVariant1 {
    /// The property `a`.
    pub a: String,
}

impl TitledVariant1 {
    fields! {
        fn new(a: impl Into<String>);
    }
}

object! {
    TitledVariant1 {
        a = required("a"),
    }
}

/// Variant 2 of `Titled`.
///
/// unknown
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TitledVariant2 {
    /// ````text
    /// a
    ///
    /// b
    /// ````
    pub b: String,
}

impl TitledVariant2 {
    fields! {
        fn new(b: impl Into<String>);
    }
}

object! {
    TitledVariant2 {
        b = required("b"),
    }
}

/// The schema `١`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Type١ {
    /// The property `١٢`.
    pub value_١٢: Option<Type١١٢>,
}

impl Type١ {
    fields! {
        fn new();
        fn with_value_١٢(value_١٢: Type١١٢);
    }
}

object! {
    Type١ {
        value_١٢ = optional("١٢"),
    }
}

text_enum! {
    /// `١٢` of `١`.
    pub enum Type١١٢ {
        Type١١٢١ = "١",
        AB = "a\nb",
        QuoteHash = "\"#",
    }
}

// === findings
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
// warning[W0801]: the Rust name `self_` is taken: `self_2` is used here
//   --> spec.yaml:32:80
//    |
// 32 |     Bytes: {type: object, minProperties: 1, properties: {self: {type: string}, Self: {type: string}}}
//    |                                                                                ^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
