// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `GET /events`
///
/// Replies:
///
/// - `200`: The last.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Events {}

impl Events {
    arguments! {
        fn new();
    }
}

impl Operation for Events {
    type Output = types::Event;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("events", "/events");
}

requests! {
    /// `GET /events`
    ///
    /// See [`Events`].
    fn events() -> Result<types::Event, Error<Value>> {
        Events::new()
    }
}

/// `POST /pets`
///
/// Replies:
///
/// - `200`: All.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddPet {
    /// The request body.
    pub body: types::Cat,
}

impl AddPet {
    arguments! {
        fn new(body: types::Cat);
    }
}

impl Operation for AddPet {
    type Output = Vec<types::Pet>;
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
    fn add_pet(body: types::Cat) -> Result<Vec<types::Pet>, Error<Value>> {
        AddPet::new(body)
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Cat`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// The property `petType`.
    pub pet_type: String,
    /// The property `name`.
    pub name: String,
    /// Any pet.
    pub friend: Option<Box<Pet>>,
    /// The property `lives`.
    pub lives: Option<i64>,
}

impl Cat {
    fields! {
        fn new(pet_type: impl Into<String>, name: impl Into<String>);
        fn with_friend(friend: impl Into<Box<Pet>>);
        fn with_lives(lives: i64);
    }
}

object! {
    Cat {
        pet_type = required("petType"),
        name = required("name"),
        friend = optional("friend"),
        lives = optional("lives"),
    }
}

/// The schema `Dog`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// The property `petType`.
    pub pet_type: String,
    /// The property `name`.
    pub name: String,
    /// Any pet.
    pub friend: Option<Box<Pet>>,
    /// The property `bark`.
    pub bark: String,
}

impl Dog {
    fields! {
        fn new(
            pet_type: impl Into<String>,
            name: impl Into<String>,
            bark: impl Into<String>,
        );
        fn with_friend(friend: impl Into<Box<Pet>>);
    }
}

object! {
    Dog {
        pet_type = required("petType"),
        name = required("name"),
        friend = optional("friend"),
        bark = required("bark"),
    }
}

variants! {
    /// The schema `Event`.
    pub enum Event {
        /// A [`Gone`].
        ///
        /// Tagged `gone`.
        Gone(Box<Gone>) = choice().tags(&["gone"]),
        /// A [`Made`].
        ///
        /// Tagged `made`.
        Made(Box<Made>) = choice().tags(&["made"]),
    }
    tag = "kind";
    from = [Gone(Gone), Made(Made)];
}

text_enum! {
    /// `kind` of `Event`.
    pub enum EventKind {
        Made = "made",
        Gone = "gone",
    }
}

/// The schema `Gone`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Gone {
    /// The property `kind`.
    pub kind: EventKind,
}

object! {
    Gone {
        kind = required("kind"),
    }
}

/// The schema `Lion`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Lion {
    /// The property `petType`.
    pub pet_type: String,
    /// The property `name`.
    pub name: String,
    /// Any pet.
    pub friend: Option<Box<Pet>>,
    /// The property `lives`.
    pub lives: Option<i64>,
    /// The property `mane`.
    pub mane: Option<bool>,
}

impl Lion {
    fields! {
        fn new(pet_type: impl Into<String>, name: impl Into<String>);
        fn with_friend(friend: impl Into<Box<Pet>>);
        fn with_lives(lives: i64);
        fn with_mane(mane: bool);
    }
}

object! {
    Lion {
        pet_type = required("petType"),
        name = required("name"),
        friend = optional("friend"),
        lives = optional("lives"),
        mane = optional("mane"),
    }
}

/// The schema `Made`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Made {
    /// The property `kind`.
    pub kind: MadeKind,
    /// The property `by`.
    pub by: Option<String>,
}

object! {
    Made {
        kind = required("kind"),
        by = optional("by"),
    }
}

text_enum! {
    /// `kind` of `Made`.
    pub enum MadeKind {
        Made = "made",
    }
}

variants! {
    /// Any pet.
    pub enum Pet {
        /// Any pet.
        ///
        /// Tagged `Pet`.
        PetBase(Box<PetBase>) = choice().tags(&["Pet"]),
        /// A [`Cat`].
        ///
        /// Tagged `Cat`.
        Cat(Box<Cat>) = choice().tags(&["Cat"]),
        /// A [`Lion`].
        ///
        /// Tagged `Lion`.
        Lion(Box<Lion>) = choice().tags(&["Lion"]),
        /// A [`Dog`].
        ///
        /// Tagged `dog` or `puppy`.
        Dog(Box<Dog>) = choice().tags(&["dog", "puppy"]),
    }
    tag = "petType";
    from = [PetBase(PetBase), Cat(Cat), Lion(Lion), Dog(Dog)];
}

/// The common part of `Pet`.
///
/// Any pet.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PetBase {
    /// The property `petType`.
    pub pet_type: String,
    /// The property `name`.
    pub name: String,
    /// Any pet.
    pub friend: Option<Box<Pet>>,
}

impl PetBase {
    fields! {
        fn new(pet_type: impl Into<String>, name: impl Into<String>);
        fn with_friend(friend: impl Into<Box<Pet>>);
    }
}

object! {
    PetBase {
        pet_type = required("petType"),
        name = required("name"),
        friend = optional("friend"),
    }
}
