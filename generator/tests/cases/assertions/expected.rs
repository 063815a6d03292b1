// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /things`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct AddThings {
        /// The request body.
        pub body: Vec<String>,
    }
    send fn add_things(body: Vec<String>) -> Result<Reply, Error<Value>>;
    fn new(body: Vec<String>);
}

impl Operation for AddThings {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addThings", "/things").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        const RULE: Rule = rule()
            .each(
                &rule()
                    .assertions(
                        &[
                            assertion(
                                "not: {\"pattern\":\"^_\"}",
                                schema().not(&schema().scalar(rule().pattern("^_"))),
                            ),
                        ],
                    ),
            );
        Some(Body::json(&self.body).rule(RULE))
    }
}

operation! {
    /// `PUT /things`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct PutThing {
        pub id: Option<String> = query("id")
            .assertions(&[
                assertion(
                    "not: {\"enum\":[\"none\",\"all\"]}",
                    schema().not(&schema().values(&["\"none\"", "\"all\""])),
                ),
            ]),
        /// The request body.
        pub body: types::Thing,
    }
    send fn put_thing(body: types::Thing) -> Result<Reply, Error<Value>>;
    fn new(body: types::Thing);
    fn with_id(id: impl Into<String>);
}

impl Operation for PutThing {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putThing", "/things").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Day`.
    pub struct Day {
        pub day: i64 = required("day"),
        pub zone: Option<String> = optional("zone"),
        pub place: Option<String> = optional("place"),
    }
    fn new(day: i64);
    fn with_zone(zone: impl Into<String>);
    fn with_place(place: impl Into<String>);
}

object! {
    /// The schema `Thing`.
    pub struct Thing {
        pub code: Option<String> = optional("code")
            .pattern("^[a-z]+$")
            .assertions(&[assertion("pattern: x", schema().scalar(rule().pattern("x")))]),
        pub step: Option<i64> = optional("step")
            .multiple_of(2)
            .assertions(&[assertion("multipleOf: 3", schema().scalar(rule().number_multiple_of(3.0)))]),
        pub a: Option<String> = optional("a"),
        pub b: Option<String> = optional("b"),
        pub when: Option<When> = optional("when"),
    }
    rules = object_rules()
        .assertions(&[assertion("not: {\"required\":[\"a\",\"b\"]}", schema().not(&schema().required(&["a", "b"])))]);
    fn new();
    fn with_code(code: impl Into<String>);
    fn with_step(step: i64);
    fn with_a(a: impl Into<String>);
    fn with_b(b: impl Into<String>);
    fn with_when(when: impl Into<When>);
}

object! {
    /// The schema `Week`.
    pub struct Week {
        pub week: i64 = required("week"),
        pub zone: Option<String> = optional("zone"),
    }
    fn new(week: i64);
    fn with_zone(zone: impl Into<String>);
}

one_of! {
    /// The schema `When`.
    pub enum When {
        /// A [`Day`].
        Day(Box<Day>) = choice(),
        /// A [`Week`].
        Week(Box<Week>) = choice(),
    }
    assertions = &[
        assertion(
            "anyOf: [{\"required\":[\"zone\"]}, {\"required\":[\"place\"]}]",
            schema().any_of(&[schema().required(&["zone"]), schema().required(&["place"])]),
        ),
    ];
    from = [Day(Day), Week(Week)];
}

/// The schema `Word`.
///
/// Constraints: `not: {"maxLength":2}`.
pub type Word = String;
