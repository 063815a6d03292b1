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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for BytesOperation {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new(
        "bytes",
        "GET",
        "/a\n\n    panic!(\"run\");\n\nb",
    );

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /a      panic!("run");  b`
    ///
    /// See [`BytesOperation`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn bytes(&self) -> Result<Reply, Error<Value>> {
        self.send(&BytesOperation::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /a      panic!("run");  b`
    ///
    /// See [`BytesOperation`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn bytes(&self) -> Result<Reply, Error<Value>> {
        self.send(&BytesOperation::new())
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `body`.
    #[must_use]
    pub fn with_body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = Some(body.into());
        self
    }
}

impl Operation for SendBytes {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("send_bytes", "POST", "/b\r\u{202e}");

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(Body::bytes)
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /b`
    ///
    /// See [`SendBytes`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn send_bytes(
        &self,
        body: impl Into<Option<Bytes>>,
    ) -> Result<Reply, Error<Value>> {
        let mut operation = SendBytes::new();
        operation.body = body.into();
        self.send(&operation).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /b`
    ///
    /// See [`SendBytes`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn send_bytes(
        &self,
        body: impl Into<Option<Bytes>>,
    ) -> Result<Reply, Error<Value>> {
        let mut operation = SendBytes::new();
        operation.body = body.into();
        self.send(&operation)
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `types`.
    #[must_use]
    pub fn with_types(mut self, types: impl Into<String>) -> Self {
        self.types = Some(types.into());
        self
    }
}

impl Operation for Types {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("types", "GET", "/types");
    const PARAMETERS: &'static [Parameter] = &[query("types")];
    parameters!(types);

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /types`
    ///
    /// What is optional is set on [`Types`], which is then passed to `send`.
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn types(&self) -> Result<Reply, Error<Value>> {
        self.send(&Types::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /types`
    ///
    /// What is optional is set on [`Types`], which is then passed to `send`.
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn types(&self) -> Result<Reply, Error<Value>> {
        self.send(&Types::new())
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
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(
        one: impl Into<String>,
        two: impl Into<String>,
        three: impl Into<String>,
        four: impl Into<String>,
        five: impl Into<String>,
        six: impl Into<String>,
    ) -> Self {
        Self {
            one: one.into(),
            two: two.into(),
            three: three.into(),
            four: four.into(),
            five: five.into(),
            six: six.into(),
            body: None,
        }
    }

    /// Sets `body`.
    #[must_use]
    pub fn with_body(mut self, body: types::Foo) -> Self {
        self.body = Some(body);
        self
    }
}

impl Operation for Many {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new(
        "many",
        "POST",
        "/many/{one}/{two}/{three}/{four}/{five}/{six}",
    );
    const PARAMETERS: &'static [Parameter] = &[
        path("one"),
        path("two"),
        path("three"),
        path("four"),
        path("five"),
        path("six"),
    ];
    parameters!(one, two, three, four, five, six);

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(|body| Body::json(body))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /many/{one}/{two}/{three}/{four}/{five}/{six}`
    ///
    /// See [`Many`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn many(&self, operation: &Many) -> Result<Reply, Error<Value>> {
        self.send(operation).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /many/{one}/{two}/{three}/{four}/{five}/{six}`
    ///
    /// See [`Many`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn many(&self, operation: &Many) -> Result<Reply, Error<Value>> {
        self.send(operation)
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `self_`.
    #[must_use]
    pub fn with_self_(mut self, self_: impl Into<String>) -> Self {
        self.self_ = Some(self_.into());
        self
    }

    /// Sets `self_2`.
    #[must_use]
    pub fn with_self_2(mut self, self_2: impl Into<String>) -> Self {
        self.self_2 = Some(self_2.into());
        self
    }
}

impl Object for BytesSchema {
    const MEMBERS: &'static [Member] = &[optional("self"), optional("Self")];
    const RULES: ObjectRules = object_rules().min_properties(1);
}
object!(BytesSchema: self_, self_2);

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

impl Foo {
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(required: FooRequired2) -> Self {
        Self {
            one: required.one,
            two: required.two,
            three: required.three,
            four: required.four,
            five: required.five,
            six: required.six,
            seven: required.seven,
            eight: required.eight,
        }
    }
}

impl Object for Foo {
    const MEMBERS: &'static [Member] = &[
        required("one"),
        required("two"),
        required("three"),
        required("four"),
        required("five"),
        required("six"),
        required("seven"),
        required("eight"),
    ];
}
object!(Foo: one, two, three, four, five, six, seven, eight);

/// The schema `FooRequired`.
pub type FooRequired = String;

/// The schema `ObjectRules`.
pub type ObjectRulesSchema = String;

/// The schema `Titled`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Titled {
    /// self
    VariantSelf(Box<TitledVariant1>),
    /// unknown
    VariantUnknown(Box<TitledVariant2>),
    /// A value that fits no variant, kept as read.
    Unknown(Value),
}

impl Union for Titled {
    const VARIANTS: &'static [Choice] = &[
        choice("VariantSelf"),
        choice("VariantUnknown"),
    ];
}
variants!(Titled: VariantSelf, VariantUnknown);

impl From<TitledVariant1> for Titled {
    fn from(value: TitledVariant1) -> Self {
        Self::VariantSelf(Box::new(value))
    }
}

impl From<TitledVariant2> for Titled {
    fn from(value: TitledVariant2) -> Self {
        Self::VariantUnknown(Box::new(value))
    }
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
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(a: impl Into<String>) -> Self {
        Self { a: a.into() }
    }
}

impl Object for TitledVariant1 {
    const MEMBERS: &'static [Member] = &[required("a")];
}
object!(TitledVariant1: a);

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
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(b: impl Into<String>) -> Self {
        Self { b: b.into() }
    }
}

impl Object for TitledVariant2 {
    const MEMBERS: &'static [Member] = &[required("b")];
}
object!(TitledVariant2: b);

/// The schema `١`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Type١ {
    /// The property `١٢`.
    pub value_١٢: Option<Type١١٢>,
}

impl Type١ {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `value_١٢`.
    #[must_use]
    pub fn with_value_١٢(mut self, value_١٢: Type١١٢) -> Self {
        self.value_١٢ = Some(value_١٢);
        self
    }
}

impl Object for Type١ {
    const MEMBERS: &'static [Member] = &[optional("١٢")];
}
object!(Type١: value_١٢);

/// `١٢` of `١`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Type١١٢ {
    /// `١`
    Type١١٢١,
    /// `a b`
    AB,
    /// `"#`
    QuoteHash,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl Type١١٢ {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::Type١١٢١, Self::AB, Self::QuoteHash];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Type١١٢١ => "١",
            Self::AB => "a\nb",
            Self::QuoteHash => "\"#",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(Type١١٢);

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
