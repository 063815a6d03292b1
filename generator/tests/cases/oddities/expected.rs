// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `GET /a#b?c=d`
    ///
    /// The request goes to `/a`: a fragment is never sent.
    ///
    /// Replies:
    ///
    /// - `204`: D
    pub struct GetABCD {}
    send fn get_a_b_c_d() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for GetABCD {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("get /a#b?c=d", "/a").accept("*/*");
}

operation! {
    /// `GET /a?c=d&q={q}#e`
    ///
    /// The request goes to `/a?c=d`: a fragment is never sent.
    ///
    /// Replies:
    ///
    /// - `204`: D
    pub struct FixedQuery {
        pub q: Option<String> = query("q"),
        pub c: Option<types::FixedQueryC> = query("c"),
    }
    send fn fixed_query() -> Result<Reply, Error<Value>>;
    fn new();
    fn with_q(q: impl Into<String>);
    fn with_c(c: types::FixedQueryC);
}

impl Operation for FixedQuery {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("fixedQuery", "/a?c=d").accept("*/*");
}

operation! {
    /// `DELETE /things`
    ///
    /// Replies:
    ///
    /// - `204`: D
    pub struct DeleteThings {
        /// The request body.
        pub body: Option<Vec<String>>,
    }
    send fn delete_things(
        body: impl Into<Option<Vec<String>>>,
    ) -> Result<Reply, Error<Value>> = DeleteThings { body: body.into() };
    fn new();
    fn with_body(body: Vec<String>);
}

impl Operation for DeleteThings {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::delete("deleteThings", "/things").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(self.body.as_ref()?))
    }
}

operation! {
    /// `GET /things`
    ///
    /// Replies:
    ///
    /// - `200`: D
    pub struct FindThings {
        /// The request body.
        pub body: types::SelfSchema,
    }
    send fn find_things(body: types::SelfSchema) -> Result<types::ResultSchema, Error<Value>>;
    fn new(body: types::SelfSchema);
}

impl Operation for FindThings {
    type Output = types::ResultSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("findThings", "/things").accept("application/*+json");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body).media_type("application/json; charset=utf-8"))
    }
}

operation! {
    /// `HEAD /things`
    ///
    /// Replies:
    ///
    /// - `204`: D
    pub struct Probe {}
    send fn probe() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Probe {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("probe", "HEAD", "/things").accept("*/*");
}

operation! {
    /// `OPTIONS /things`
    ///
    /// Replies:
    ///
    /// - `204`: D
    pub struct Choices {}
    send fn choices() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Choices {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("choices", "OPTIONS", "/things").accept("*/*");
}

operation! {
    /// `TRACE /things`
    ///
    /// Replies:
    ///
    /// - `204`: D
    pub struct Echo {}
    send fn echo() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for Echo {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("echo", "TRACE", "/things").accept("*/*");
}

operation! {
    /// `GET /things/{id}`
    ///
    /// Replies:
    ///
    /// - `200`: D
    pub struct ThingById {
        pub id: String = path("id"),
        pub foo_bar: Option<String> = query("fooBar"),
        pub foo_bar_2: Option<String> = query("foo_bar"),
        pub foo_bar_header: Option<String> = header("foo-bar"),
    }
    send fn thing_by_id(id: impl Into<String>) -> Result<types::ResultSchema2, Error<Value>>;
    fn new(id: impl Into<String>);
    fn with_foo_bar(foo_bar: impl Into<String>);
    fn with_foo_bar_2(foo_bar_2: impl Into<String>);
    fn with_foo_bar_header(foo_bar_header: impl Into<String>);
}

impl Operation for ThingById {
    type Output = types::ResultSchema2;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("thingById", "/things/{id}").accept("application/json; v=1");
}

operation! {
    /// `PUT /things/{name}`
    ///
    /// Replies:
    ///
    /// - `204`: D
    pub struct ThingByName {
        pub name: String = path("name"),
    }
    send fn thing_by_name(name: impl Into<String>) -> Result<Reply, Error<Value>>;
    fn new(name: impl Into<String>);
}

impl Operation for ThingByName {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("thingByName", "/things/{name}").accept("*/*");
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

text_enum! {
    /// The parameter `c` of `fixedQuery`.
    pub enum FixedQueryC {
        D = "d",
        E = "e",
    }
}

text_enum! {
    /// `a b` of `Result`.
    pub enum ResultAB {
        AB = "a b",
        AB2 = "a-b",
        AB3 = "A_B",
    }
}

object! {
    /// The schema `Result`.
    pub struct ResultSchema {
        pub a_b: Option<ResultAB> = optional("a b"),
        pub next: Option<Box<ResultSchema2>> = optional("next"),
    }
}

object! {
    /// The schema `result`.
    pub struct ResultSchema2 {
        pub back: Option<Box<ResultSchema>> = optional("back"),
    }
}

object! {
    /// The schema `Self`.
    pub struct SelfSchema {
        pub foo_bar: Option<String> = optional("fooBar"),
        pub foo_bar_2: Option<String> = optional("foo_bar"),
        pub foo_bar_3: Option<String> = optional("foo-bar"),
        pub large: Option<i128> = optional("large").range(-9_223_372_036_854_775_808, 18_446_744_073_709_551_615),
    }
    fn new();
    fn with_foo_bar(foo_bar: impl Into<String>);
    fn with_foo_bar_2(foo_bar_2: impl Into<String>);
    fn with_foo_bar_3(foo_bar_3: impl Into<String>);
    fn with_large(large: i128);
}

// === findings
//
// note[N0108]: the number does not fit into 64 bits: its last digits may be lost
//   --> spec.yaml:40:176
//    |
// 40 | …minimum: -9223372036854775809, maximum: 18446744073709551616}}}
//    |                                          ^^^^^^^^^^^^^^^^^^^^
//
// note[N0518]: `-9.223372036854776e+18` is taken as `-9223372036854775808`
//   --> spec.yaml:40:145
//    |
// 40 | …tring}, large: {type: integer, minimum: -9223372036854775809, maximum: 18446744073709551616}}}
//    |                                          ^^^^^^^^^^^^^^^^^^^^
//
// note[N0518]: `1.8446744073709552e+19` is taken as `18446744073709551615`
//   --> spec.yaml:40:176
//    |
// 40 | …minimum: -9223372036854775809, maximum: 18446744073709551616}}}
//    |                                          ^^^^^^^^^^^^^^^^^^^^
//
// note[N0616]: requests go to `/a`: the fragment of a path is never sent
//   --> spec.yaml:32:3
//    |
// 32 |   /a#b?c=d: {get: {responses: {'204': {description: D}}}}
//    |   ^^^^^^^^
//    = help: so it is in 2 paths; this is the first
//
// warning[W0611]: parameter `Authorization` is left out
//   --> spec.yaml:25:11
//    |
// 25 |         - {name: Authorization, in: header, schema: {type: string}}
//    |           ^
//    = help: OpenAPI ignores header parameters with this name: the client sets it by itself
//
// warning[W0611]: parameter `Content-Type` is left out
//   --> spec.yaml:24:11
//    |
// 24 |         - {name: Content-Type, in: header, schema: {type: string}}
//    |           ^
//    = help: OpenAPI ignores header parameters with this name: the client sets it by itself
//
// warning[W0801]: the Rust name `ResultSchema` is taken: `ResultSchema2` is used here
//   --> spec.yaml:42:5
//    |
// 42 |     result: {type: object, properties: {back: {$ref: '#/components/schemas/Result'}}}
//    |     ^^^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `foo_bar` is taken: `foo_bar_2` is used for `foo_bar`
//   --> spec.yaml:40:63
//    |
// 40 | …t, properties: {fooBar: {type: string}, foo_bar: {type: string}, foo-bar: {type: string}, large: {type: integer, minimum…
//    |                                          ^^^^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `foo_bar` is taken: `foo_bar_3` is used for `foo-bar`
//   --> spec.yaml:40:88
//    |
// 40 | …type: string}, foo_bar: {type: string}, foo-bar: {type: string}, large: {type: integer, minimum: -9223372036854775809, m…
//    |                                          ^^^^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//   ... and 3 more of this kind: spec.yaml:41, spec.yaml:41, spec.yaml:22
