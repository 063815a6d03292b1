// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `POST /pets`
///
/// Replies:
///
/// - `200`: The dog.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddPet {
    /// The request body.
    pub body: types::Dog,
}

impl AddPet {
    arguments! {
        fn new(body: types::Dog);
    }
}

impl Operation for AddPet {
    type Output = types::AddPetResponse;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addPet", "/pets");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `POST /pets`
    ///
    /// See [`AddPet`].
    fn add_pet(body: types::Dog) -> Result<types::AddPetResponse, Error<Value>> {
        AddPet::new(body)
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The reply `200` of `addPet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddPetResponse {
    /// The property `name`.
    ///
    /// Constraints: `minLength: 2`, `maxLength: 40`.
    pub name: String,
    /// The property `weight`.
    ///
    /// Constraints: `minimum: 0`, `maximum: 90`.
    pub weight: f64,
    /// The property `owner`.
    pub owner: Option<Owner>,
    /// The property `bark`.
    pub bark: Option<String>,
    /// The property `id`.
    pub id: i64,
}

object! {
    AddPetResponse {
        name = required("name").min_length(2).max_length(40),
        weight = required("weight").number_minimum(0.0).number_maximum(90.0),
        owner = optional("owner"),
        bark = optional("bark"),
        id = required("id"),
    }
}

/// A pet that barks.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// The property `name`.
    ///
    /// Constraints: `minLength: 2`, `maxLength: 40`.
    pub name: String,
    /// The property `weight`.
    ///
    /// Constraints: `minimum: 0`, `maximum: 90`.
    pub weight: f64,
    /// The property `owner`.
    pub owner: Option<Owner>,
    /// The property `bark`.
    pub bark: Option<String>,
}

impl Dog {
    fields! {
        fn new(name: impl Into<String>, weight: f64);
        fn with_owner(owner: Owner);
        fn with_bark(bark: impl Into<String>);
    }
}

object! {
    Dog {
        name = required("name").min_length(2).max_length(40),
        weight = required("weight").number_minimum(0.0).number_maximum(90.0),
        owner = optional("owner"),
        bark = optional("bark"),
    }
}

/// The schema `Nothing`.
///
/// No value satisfies this schema.
pub type Nothing = Value;

/// The schema `Owner`.
pub type Owner = Person;

/// The schema `Person`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Person {
    /// The property `name`.
    pub name: Option<String>,
}

impl Person {
    fields! {
        fn new();
        fn with_name(name: impl Into<String>);
    }
}

object! {
    Person {
        name = optional("name"),
    }
}

/// The schema `Pet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// The property `name`.
    ///
    /// Constraints: `maxLength: 40`.
    pub name: String,
    /// The property `weight`.
    ///
    /// Constraints: `minimum: 0`.
    pub weight: Option<f64>,
    /// The property `owner`.
    pub owner: Option<Owner>,
}

impl Pet {
    fields! {
        fn new(name: impl Into<String>);
        fn with_weight(weight: f64);
        fn with_owner(owner: Owner);
    }
}

object! {
    Pet {
        name = required("name").max_length(40),
        weight = optional("weight").number_minimum(0.0),
        owner = optional("owner"),
    }
}

// === findings
//
// warning[W0512]: no value can satisfy these schemas: they ask for different types
//   --> spec.yaml:44:7
//    |
// 44 |       allOf: [{type: string}, {type: integer}]
//    |       ^
