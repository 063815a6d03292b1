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
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: types::Dog) -> Self {
        Self { body }
    }
}

impl Operation for AddPet {
    type Output = types::AddPetResponse;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("addPet", "POST", "/pets")
        .accept("application/json");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /pets`
    ///
    /// See [`AddPet`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn add_pet(
        &self,
        body: types::Dog,
    ) -> Result<types::AddPetResponse, Error<Value>> {
        self.send(&AddPet::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /pets`
    ///
    /// See [`AddPet`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn add_pet(
        &self,
        body: types::Dog,
    ) -> Result<types::AddPetResponse, Error<Value>> {
        self.send(&AddPet::new(body))
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

impl Object for AddPetResponse {
    const MEMBERS: &'static [Member] = &[
        required("name").min_length(2).max_length(40),
        required("weight").number_minimum(0.0).number_maximum(90.0),
        optional("owner"),
        optional("bark"),
        required("id"),
    ];
}
object!(AddPetResponse: name, weight, owner, bark, id);

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
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(name: impl Into<String>, weight: f64) -> Self {
        Self {
            name: name.into(),
            weight,
            ..Self::blank()
        }
    }

    /// Sets `owner`.
    #[must_use]
    pub fn with_owner(mut self, owner: Owner) -> Self {
        self.owner = Some(owner);
        self
    }

    /// Sets `bark`.
    #[must_use]
    pub fn with_bark(mut self, bark: impl Into<String>) -> Self {
        self.bark = Some(bark.into());
        self
    }
}

impl Object for Dog {
    const MEMBERS: &'static [Member] = &[
        required("name").min_length(2).max_length(40),
        required("weight").number_minimum(0.0).number_maximum(90.0),
        optional("owner"),
        optional("bark"),
    ];
}
object!(Dog: name, weight, owner, bark);

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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `name`.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl Object for Person {
    const MEMBERS: &'static [Member] = &[optional("name")];
}
object!(Person: name);

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
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::blank()
        }
    }

    /// Sets `weight`.
    #[must_use]
    pub fn with_weight(mut self, weight: f64) -> Self {
        self.weight = Some(weight);
        self
    }

    /// Sets `owner`.
    #[must_use]
    pub fn with_owner(mut self, owner: Owner) -> Self {
        self.owner = Some(owner);
        self
    }
}

impl Object for Pet {
    const MEMBERS: &'static [Member] = &[
        required("name").max_length(40),
        optional("weight").number_minimum(0.0),
        optional("owner"),
    ];
}
object!(Pet: name, weight, owner);

// === findings
//
// warning[W0512]: no value can satisfy these schemas: they ask for different types
//   --> spec.yaml:44:7
//    |
// 44 |       allOf: [{type: string}, {type: integer}]
//    |       ^
