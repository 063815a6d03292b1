// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;

operation! {
    /// `GET /a`
    ///
    /// Replies:
    ///
    /// - `204`: Done
    pub struct A {}
    send fn a() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for A {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("a", "/a").accept("*/*").server("https://a.example.com");
}

operation! {
    /// `GET /b`
    ///
    /// Replies:
    ///
    /// - `204`: Done
    pub struct B {}
    send fn b() -> Result<Reply, Error<Value>>;
    fn new();
}

impl Operation for B {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("b", "/b").accept("*/*").server("https://b.example.com");
}

// === types.rs

//! The types of requests and replies, by name.
