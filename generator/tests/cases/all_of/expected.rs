// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /pets`
    ///
    /// Replies:
    ///
    /// - `200`: The dog.
    pub struct AddPet {
        /// The request body.
        pub body: types::Dog,
    }
    send fn add_pet(body: types::Dog) -> Result<types::AddPetResponse, Error<Value>>;
    fn new(body: types::Dog);
}

impl Operation for AddPet {
    type Output = types::AddPetResponse;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addPet", "/pets");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The reply `200` of `addPet`.
    pub struct AddPetResponse {
        pub name: String = required("name").min_length(2).max_length(40),
        pub weight: f64 = required("weight").number_minimum(0.0).number_maximum(90.0),
        pub owner: Option<Owner> = optional("owner"),
        pub bark: Option<String> = optional("bark"),
        pub id: i64 = required("id"),
        pub log: Option<Log> = optional("log"),
    }
}

object! {
    /// A pet that purrs.
    pub struct Cat {
        pub name: String = required("name").max_length(40),
        pub weight: Option<f64> = optional("weight").number_minimum(0.0),
        pub owner: Option<Owner> = optional("owner"),
        pub purr: Option<bool> = optional("purr"),
    }
}

object! {
    /// A pet that barks.
    pub struct Dog {
        pub name: String = required("name").min_length(2).max_length(40),
        pub weight: f64 = required("weight").number_minimum(0.0).number_maximum(90.0),
        pub owner: Option<Owner> = optional("owner"),
        pub bark: Option<String> = optional("bark"),
    }
    fn new(name: impl Into<String>, weight: f64);
    fn with_owner(owner: Owner);
    fn with_bark(bark: impl Into<String>);
}

object! {
    /// The schema `Kitten`.
    pub struct Kitten {
        pub name: String = required("name").max_length(40),
        pub weight: Option<f64> = optional("weight").number_minimum(0.0),
        pub owner: Option<Owner> = optional("owner"),
        pub purr: Option<bool> = optional("purr"),
    }
    fn new(name: impl Into<String>);
    fn with_weight(weight: f64);
    fn with_owner(owner: Owner);
    fn with_purr(purr: bool);
}

/// The schema `Label`.
///
/// Constraints: `maxLength: 9`.
pub type Label = String;

object! {
    /// The schema `Log`.
    pub struct Log {
        pub nothing: Option<Nothing> = optional("nothing")
            .assertions(&[assertion("a schema that no value fits", schema().never())]),
        /// A pet that purrs.
        pub cat: Option<Cat> = optional("cat"),
        /// The same cat.
        pub same: Option<Cat> = optional("same"),
        pub page: Option<LogPage> = optional("page"),
        /// What it is called.
        ///
        /// **Deprecated** by the description.
        pub label: Option<Label> = optional("label").max_length(9),
        pub two: Option<BTreeMap<String, String>> = optional("two").each(&rule().max_length(3)),
        pub narrowed: Option<LogNarrowed> = optional("narrowed"),
        pub closed: Option<LogClosed> = optional("closed"),
        pub dated: Option<String> = optional("dated").format("date-time"),
    }
}

exact_object! {
    /// `closed` of `Log`.
    pub struct LogClosed {
        pub level: Option<i64> = optional("level"),
        pub note: Option<String> = optional("note"),
    }
}

exact_object! {
    /// `narrowed` of `Log`.
    pub struct LogNarrowed {
        pub level: Option<i64> = optional("level").maximum(5),
        pub note: Option<String> = optional("note"),
        /// All other properties.
        pub additional_properties: BTreeMap<String, i64> = additional_properties().maximum(5),
    }
}

object! {
    /// `page` of `Log`.
    pub struct LogPage {
        pub data: Option<Vec<Cat>> = optional("data"),
    }
}

/// The schema `Nothing`.
///
/// No value satisfies this schema.
pub type Nothing = Never;

/// The schema `Owner`.
pub type Owner = Person;

object! {
    /// The schema `Page`.
    pub struct Page {
        pub data: Option<Vec<BTreeMap<String, Value>>> = optional("data"),
    }
    fn new();
    fn with_data(data: Vec<BTreeMap<String, Value>>);
}

object! {
    /// The schema `Person`.
    pub struct Person {
        pub name: Option<String> = optional("name"),
    }
    fn new();
    fn with_name(name: impl Into<String>);
}

object! {
    /// The schema `Pet`.
    pub struct Pet {
        pub name: String = required("name").max_length(40),
        pub weight: Option<f64> = optional("weight").number_minimum(0.0),
        pub owner: Option<Owner> = optional("owner"),
    }
    fn new(name: impl Into<String>);
    fn with_weight(weight: f64);
    fn with_owner(owner: Owner);
}

// === findings
//
// warning[W0511]: `additionalProperties` does not hold for properties of the other schemas: `note`
//   --> spec.yaml:69:52
//    |
// 69 |             - {type: object, additionalProperties: {type: integer, maximum: 5}}
//    |                                                    ^
//    = help: taken literally, an object that has them satisfies not all of `allOf`
//
// warning[W0511]: `additionalProperties` does not hold for properties of the other schemas: `note`
//   --> spec.yaml:73:90
//    |
// 73 |             - {type: object, properties: {level: {type: integer}}, additionalProperties: false}
//    |                                                                                          ^^^^^
//    = help: taken literally, an object that has them satisfies not all of `allOf`
//
// warning[W0512]: no value can satisfy these schemas: they ask for different types
//   --> spec.yaml:77:24
//    |
// 77 |             - {oneOf: [{type: integer}, {type: string, format: date-time}]}
//    |                        ^
//
// warning[W0512]: no value can satisfy these schemas: they ask for different types
//   --> spec.yaml:53:7
//    |
// 53 |       allOf: [{type: string}, {type: integer}]
//    |       ^
