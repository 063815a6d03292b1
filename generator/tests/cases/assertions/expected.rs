// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `POST /things`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddThings {
    /// The request body.
    pub body: Vec<String>,
}

impl AddThings {
    arguments! {
        fn new(body: Vec<String>);
    }
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

requests! {
    /// `POST /things`
    ///
    /// See [`AddThings`].
    fn add_things(body: Vec<String>) -> Result<Reply, Error<Value>> {
        AddThings::new(body)
    }
}

/// `PUT /things`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PutThing {
    /// The query parameter `id`.
    pub id: Option<String>,
    /// The request body.
    pub body: types::Thing,
}

impl PutThing {
    arguments! {
        fn new(body: types::Thing);
        fn with_id(id: impl Into<String>);
    }
}

impl Operation for PutThing {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putThing", "/things").accept("*/*");
    parameters! {
        id = query("id")
            .assertions(
                &[
                    assertion(
                        "not: {\"enum\":[\"none\",\"all\"]}",
                        schema().not(&schema().values(&["\"none\"", "\"all\""])),
                    ),
                ],
            ),
    }

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `PUT /things`
    ///
    /// What is optional is set on [`PutThing`], which is then passed to `send`.
    fn put_thing(body: types::Thing) -> Result<Reply, Error<Value>> {
        PutThing::new(body)
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Day`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Day {
    /// The property `day`.
    pub day: i64,
    /// The property `zone`.
    pub zone: Option<String>,
    /// The property `place`.
    pub place: Option<String>,
}

impl Day {
    fields! {
        fn new(day: i64);
        fn with_zone(zone: impl Into<String>);
        fn with_place(place: impl Into<String>);
    }
}

object! {
    Day {
        day = required("day"),
        zone = optional("zone"),
        place = optional("place"),
    }
}

/// The schema `Thing`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// The property `code`.
    ///
    /// Constraints: `pattern: ^[a-z]+$`.
    pub code: Option<String>,
    /// The property `step`.
    ///
    /// Constraints: `multipleOf: 2`.
    pub step: Option<i64>,
    /// The property `a`.
    pub a: Option<String>,
    /// The property `b`.
    pub b: Option<String>,
    /// The property `when`.
    pub when: Option<When>,
}

impl Thing {
    fields! {
        fn new();
        fn with_code(code: impl Into<String>);
        fn with_step(step: i64);
        fn with_a(a: impl Into<String>);
        fn with_b(b: impl Into<String>);
        fn with_when(when: When);
    }
}

object! {
    Thing {
        code = optional("code")
            .pattern("^[a-z]+$")
            .assertions(&[assertion("pattern: x", schema().scalar(rule().pattern("x")))]),
        step = optional("step")
            .multiple_of(2)
            .assertions(
                &[
                    assertion(
                        "multipleOf: 3",
                        schema().scalar(rule().number_multiple_of(3.0)),
                    ),
                ],
            ),
        a = optional("a"),
        b = optional("b"),
        when = optional("when"),
    }
    rules = object_rules()
        .assertions(
            &[
                assertion(
                    "not: {\"required\":[\"a\",\"b\"]}",
                    schema().not(&schema().required(&["a", "b"])),
                ),
            ],
        );
}

/// The schema `Week`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Week {
    /// The property `week`.
    pub week: i64,
    /// The property `zone`.
    pub zone: Option<String>,
}

impl Week {
    fields! {
        fn new(week: i64);
        fn with_zone(zone: impl Into<String>);
    }
}

object! {
    Week {
        week = required("week"),
        zone = optional("zone"),
    }
}

variants! {
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
            schema()
                .any_of(&[schema().required(&["zone"]), schema().required(&["place"])]),
        ),
    ];
    from = [Day(Day), Week(Week)];
}

/// The schema `Word`.
pub type Word = String;
