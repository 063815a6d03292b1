// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `GET /a#b?c=d`
///
/// Replies:
///
/// - `204`: D
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetABCD {}

impl GetABCD {
    arguments! {
        fn new();
    }
}

impl Operation for GetABCD {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("get /a#b?c=d", "/a#b?c=d").accept("*/*");
}

requests! {
    /// `GET /a#b?c=d`
    ///
    /// See [`GetABCD`].
    fn get_a_b_c_d() -> Result<Reply, Error<Value>> {
        GetABCD::new()
    }
}

/// `DELETE /things`
///
/// Replies:
///
/// - `204`: D
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DeleteThings {
    /// The request body.
    pub body: Option<Vec<String>>,
}

impl DeleteThings {
    arguments! {
        fn new();
        fn with_body(body: Vec<String>);
    }
}

impl Operation for DeleteThings {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::delete("deleteThings", "/things").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(|body| Body::json(body))
    }
}

requests! {
    /// `DELETE /things`
    ///
    /// See [`DeleteThings`].
    fn delete_things(body: impl Into<Option<Vec<String>>>) -> Result<Reply, Error<Value>> {
        let mut operation = DeleteThings::new();
        operation.body = body.into();
        operation
    }
}

/// `GET /things`
///
/// Replies:
///
/// - `200`: D
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FindThings {
    /// The request body.
    pub body: types::SelfSchema,
}

impl FindThings {
    arguments! {
        fn new(body: types::SelfSchema);
    }
}

impl Operation for FindThings {
    type Output = types::ResultSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("findThings", "/things")
        .accept("application/*+json");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body).media_type("application/json; charset=utf-8"))
    }
}

requests! {
    /// `GET /things`
    ///
    /// See [`FindThings`].
    fn find_things(body: types::SelfSchema) -> Result<types::ResultSchema, Error<Value>> {
        FindThings::new(body)
    }
}

/// `HEAD /things`
///
/// Replies:
///
/// - `204`: D
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Probe {}

impl Probe {
    arguments! {
        fn new();
    }
}

impl Operation for Probe {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("probe", "HEAD", "/things").accept("*/*");
}

requests! {
    /// `HEAD /things`
    ///
    /// See [`Probe`].
    fn probe() -> Result<Reply, Error<Value>> {
        Probe::new()
    }
}

/// `OPTIONS /things`
///
/// Replies:
///
/// - `204`: D
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Choices {}

impl Choices {
    arguments! {
        fn new();
    }
}

impl Operation for Choices {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("choices", "OPTIONS", "/things")
        .accept("*/*");
}

requests! {
    /// `OPTIONS /things`
    ///
    /// See [`Choices`].
    fn choices() -> Result<Reply, Error<Value>> {
        Choices::new()
    }
}

/// `TRACE /things`
///
/// Replies:
///
/// - `204`: D
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Echo {}

impl Echo {
    arguments! {
        fn new();
    }
}

impl Operation for Echo {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("echo", "TRACE", "/things").accept("*/*");
}

requests! {
    /// `TRACE /things`
    ///
    /// See [`Echo`].
    fn echo() -> Result<Reply, Error<Value>> {
        Echo::new()
    }
}

/// `GET /things/{id}`
///
/// Replies:
///
/// - `200`: D
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ThingById {
    /// The path parameter `id`.
    pub id: String,
    /// The query parameter `fooBar`.
    pub foo_bar: Option<String>,
    /// The query parameter `foo_bar`.
    pub foo_bar_query: Option<String>,
    /// The header parameter `foo-bar`.
    pub foo_bar_header: Option<String>,
}

impl ThingById {
    arguments! {
        fn new(id: impl Into<String>);
        fn with_foo_bar(foo_bar: impl Into<String>);
        fn with_foo_bar_query(foo_bar_query: impl Into<String>);
        fn with_foo_bar_header(foo_bar_header: impl Into<String>);
    }
}

impl Operation for ThingById {
    type Output = types::ResultSchema2;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("thingById", "/things/{id}")
        .accept("application/json; v=1");
    parameters! {
        id = path("id"),
        foo_bar = query("fooBar"),
        foo_bar_query = query("foo_bar"),
        foo_bar_header = header("foo-bar"),
    }
}

requests! {
    /// `GET /things/{id}`
    ///
    /// What is optional is set on [`ThingById`], which is then passed to `send`.
    fn thing_by_id(id: impl Into<String>) -> Result<types::ResultSchema2, Error<Value>> {
        ThingById::new(id)
    }
}

/// `PUT /things/{name}`
///
/// Replies:
///
/// - `204`: D
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ThingByName {
    /// The path parameter `name`.
    pub name: String,
}

impl ThingByName {
    arguments! {
        fn new(name: impl Into<String>);
    }
}

impl Operation for ThingByName {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("thingByName", "/things/{name}")
        .accept("*/*");
    parameters! {
        name = path("name"),
    }
}

requests! {
    /// `PUT /things/{name}`
    ///
    /// See [`ThingByName`].
    fn thing_by_name(name: impl Into<String>) -> Result<Reply, Error<Value>> {
        ThingByName::new(name)
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

text_enum! {
    /// `a b` of `Result`.
    pub enum ResultAB {
        AB = "a b",
        AB2 = "a-b",
        AB3 = "A_B",
    }
}

/// The schema `Result`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResultSchema {
    /// The property `a b`.
    pub a_b: Option<ResultAB>,
    /// The property `next`.
    pub next: Option<Box<ResultSchema2>>,
}

object! {
    ResultSchema {
        a_b = optional("a b"),
        next = optional("next"),
    }
}

/// The schema `result`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResultSchema2 {
    /// The property `back`.
    pub back: Option<Box<ResultSchema>>,
}

object! {
    ResultSchema2 {
        back = optional("back"),
    }
}

/// The schema `Self`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SelfSchema {
    /// The property `fooBar`.
    pub foo_bar: Option<String>,
    /// The property `foo_bar`.
    pub foo_bar_2: Option<String>,
    /// The property `foo-bar`.
    pub foo_bar_3: Option<String>,
    /// The property `large`.
    ///
    /// Constraints: `minimum: -9223372036854776000`, `maximum: 18446744073709552000`.
    pub large: Option<i128>,
}

impl SelfSchema {
    fields! {
        fn new();
        fn with_foo_bar(foo_bar: impl Into<String>);
        fn with_foo_bar_2(foo_bar_2: impl Into<String>);
        fn with_foo_bar_3(foo_bar_3: impl Into<String>);
        fn with_large(large: i128);
    }
}

object! {
    SelfSchema {
        foo_bar = optional("fooBar"),
        foo_bar_2 = optional("foo_bar"),
        foo_bar_3 = optional("foo-bar"),
        large = optional("large")
            .range(-9_223_372_036_854_776_000, 18_446_744_073_709_552_000),
    }
}

// === findings
//
// note[N0108]: the number does not fit into 64 bits: its last digits may be lost
//   --> spec.yaml:35:176
//    |
// 35 | …minimum: -9223372036854775809, maximum: 18446744073709551616}}}
//    |                                          ^^^^^^^^^^^^^^^^^^^^
//
// warning[W0611]: parameter `Content-Type` is left out
//   --> spec.yaml:24:11
//    |
// 24 |         - {name: Content-Type, in: header, schema: {type: string}}
//    |           ^
//    = help: OpenAPI ignores header parameters with this name: the client sets it by itself
//
// warning[W0611]: parameter `Authorization` is left out
//   --> spec.yaml:25:11
//    |
// 25 |         - {name: Authorization, in: header, schema: {type: string}}
//    |           ^
//    = help: OpenAPI ignores header parameters with this name: the client sets it by itself
//
// warning[W0801]: the Rust name `ResultSchema` is taken: `ResultSchema2` is used here
//   --> spec.yaml:37:5
//    |
// 37 |     result: {type: object, properties: {back: {$ref: '#/components/schemas/Result'}}}
//    |     ^^^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `foo_bar` is taken: `foo_bar_2` is used here
//   --> spec.yaml:35:63
//    |
// 35 | …t, properties: {fooBar: {type: string}, foo_bar: {type: string}, foo-bar: {type: string}, large: {type: integer, minimum…
//    |                                          ^^^^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `foo_bar` is taken: `foo_bar_3` is used here
//   --> spec.yaml:35:88
//    |
// 35 | …type: string}, foo_bar: {type: string}, foo-bar: {type: string}, large: {type: integer, minimum: -9223372036854775809, m…
//    |                                          ^^^^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `AB` is taken: `AB2` is used here
//   --> spec.yaml:36:63
//    |
// 36 | …ect, properties: {'a b': {type: string, enum: [a b, a-b, A_B]}, next: {$ref: '#/components/schemas/result'}}}
//    |                                          ^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `AB` is taken: `AB3` is used here
//   --> spec.yaml:36:63
//    |
// 36 | …ect, properties: {'a b': {type: string, enum: [a b, a-b, A_B]}, next: {$ref: '#/components/schemas/result'}}}
//    |                                          ^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
