// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `GET /events`
    ///
    /// Replies:
    ///
    /// - `200`: The last.
    pub struct Events {}
    send fn events() -> Result<types::Event, Error<Value>>;
    fn new();
}

impl Operation for Events {
    type Output = types::Event;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("events", "/events");
}

operation! {
    /// `POST /pets`
    ///
    /// Replies:
    ///
    /// - `200`: All.
    pub struct AddPet {
        /// The request body.
        pub body: types::Cat,
    }
    send fn add_pet(body: types::Cat) -> Result<Vec<types::Pet>, Error<Value>>;
    fn new(body: types::Cat);
}

impl Operation for AddPet {
    type Output = Vec<types::Pet>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addPet", "/pets");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

operation! {
    /// `GET /shapes`
    ///
    /// Replies:
    ///
    /// - `200`: All.
    pub struct Shapes {}
    send fn shapes() -> Result<Vec<types::Shape>, Error<Value>>;
    fn new();
}

impl Operation for Shapes {
    type Output = Vec<types::Shape>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("shapes", "/shapes");
}

operation! {
    /// `GET /some`
    ///
    /// Replies:
    ///
    /// - `200`: Some.
    pub struct SomeOperation {}
    send fn some() -> Result<types::SomePets, Error<Value>>;
    fn new();
}

impl Operation for SomeOperation {
    type Output = types::SomePets;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("some", "/some");
}

operation! {
    /// `GET /users`
    ///
    /// Replies:
    ///
    /// - `200`: All.
    pub struct Users {}
    send fn users() -> Result<Vec<types::User>, Error<Value>>;
    fn new();
}

impl Operation for Users {
    type Output = Vec<types::User>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("users", "/users");
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Cat`.
    pub struct Cat {
        pub pet_type: String = required("petType"),
        pub name: String = required("name"),
        /// Any pet.
        pub friend: Option<Box<Pet>> = optional("friend"),
        pub lives: Option<i64> = optional("lives"),
    }
    fn new(pet_type: impl Into<String>, name: impl Into<String>);
    fn with_friend(friend: impl Into<Box<Pet>>);
    fn with_lives(lives: i64);
}

object! {
    /// The schema `Circle`.
    pub struct Circle {
        pub kind: Option<String> = optional("kind"),
        pub colour: Option<String> = optional("colour"),
        pub radius: Option<f64> = optional("radius"),
    }
}

object! {
    /// The schema `Dog`.
    pub struct Dog {
        pub pet_type: String = required("petType"),
        pub name: String = required("name"),
        /// Any pet.
        pub friend: Option<Box<Pet>> = optional("friend"),
        pub bark: String = required("bark"),
    }
    fn new(pet_type: impl Into<String>, name: impl Into<String>, bark: impl Into<String>);
    fn with_friend(friend: impl Into<Box<Pet>>);
}

one_of! {
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

object! {
    /// The schema `Flower`.
    pub struct Flower {
        pub id: String = required("id"),
        pub petals: Option<i64> = optional("petals"),
    }
    fn new(id: impl Into<String>);
    fn with_petals(petals: i64);
}

object! {
    /// The schema `Gone`.
    pub struct Gone {
        pub kind: EventKind = required("kind"),
    }
}

one_of! {
    /// The schema `Leaf`.
    pub enum Leaf {
        /// A [`LeafBase`].
        ///
        /// Tagged `Leaf`.
        LeafBase(Box<LeafBase>) = choice().tags(&["Leaf"]),
        /// A [`Flower`].
        ///
        /// Tagged `Flower`.
        Flower(Box<Flower>) = choice().tags(&["Flower"]),
    }
    tag = "id";
    from = [LeafBase(LeafBase), Flower(Flower)];
}

object! {
    /// The common part of `Leaf`.
    pub struct LeafBase {
        pub id: String = required("id"),
    }
    fn new(id: impl Into<String>);
}

object! {
    /// The schema `Lion`.
    pub struct Lion {
        pub pet_type: String = required("petType"),
        pub name: String = required("name"),
        /// Any pet.
        pub friend: Option<Box<Pet>> = optional("friend"),
        pub lives: Option<i64> = optional("lives"),
        pub mane: Option<bool> = optional("mane"),
    }
    fn new(pet_type: impl Into<String>, name: impl Into<String>);
    fn with_friend(friend: impl Into<Box<Pet>>);
    fn with_lives(lives: i64);
    fn with_mane(mane: bool);
}

object! {
    /// The schema `Made`.
    pub struct Made {
        pub kind: MadeKind = required("kind"),
        pub by: Option<String> = optional("by"),
    }
}

text_enum! {
    /// `kind` of `Made`.
    pub enum MadeKind {
        Made = "made",
    }
}

object! {
    /// The schema `Node`.
    pub struct Node {
        pub id: String = required("id"),
    }
    fn new(id: impl Into<String>);
}

one_of! {
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

object! {
    /// The common part of `Pet`.
    ///
    /// Any pet.
    pub struct PetBase {
        pub pet_type: String = required("petType"),
        pub name: String = required("name"),
        /// Any pet.
        pub friend: Option<Box<Pet>> = optional("friend"),
    }
    fn new(pet_type: impl Into<String>, name: impl Into<String>);
    fn with_friend(friend: impl Into<Box<Pet>>);
}

one_of! {
    /// The schema `Shape`.
    pub enum Shape {
        /// A [`ShapeBase`].
        ///
        /// Tagged `Shape`, or not at all.
        ShapeBase(Box<ShapeBase>) = choice().tags(&["Shape"]).untagged(),
        /// A [`Circle`].
        ///
        /// Tagged `Circle`.
        Circle(Box<Circle>) = choice().tags(&["Circle"]),
    }
    tag = "kind";
    from = [ShapeBase(ShapeBase), Circle(Circle)];
}

object! {
    /// The common part of `Shape`.
    pub struct ShapeBase {
        pub kind: Option<String> = optional("kind"),
        pub colour: Option<String> = optional("colour"),
    }
}

one_of! {
    /// The schema `SomePets`.
    pub enum SomePets {
        /// A [`Dog`].
        ///
        /// Tagged `dog` or `puppy`.
        Dog(Box<Dog>) = choice().tags(&["dog", "puppy"]),
        /// A [`Cat`].
        ///
        /// Tagged `Cat`.
        Cat(Box<Cat>) = choice().tags(&["Cat"]),
    }
    tag = "petType";
    from = [Dog(Dog), Cat(Cat)];
}

one_of! {
    /// The schema `User`.
    pub enum User {
        /// A [`UserBase`].
        ///
        /// Not tagged.
        UserBase(Box<UserBase>) = choice().untagged(),
        /// A [`UserSummary`].
        ///
        /// Tagged `user` or `guest`.
        UserSummary(Box<UserSummary>) = choice().tags(&["user", "guest"]),
    }
    tag = "type";
    from = [UserBase(UserBase), UserSummary(UserSummary)];
}

object! {
    /// The common part of `User`.
    pub struct UserBase {
        pub r#type: Option<UserType> = optional("type"),
        pub name: Option<String> = optional("name"),
    }
}

object! {
    /// The schema `UserSummary`.
    pub struct UserSummary {
        pub r#type: Option<UserType> = optional("type"),
        pub name: Option<String> = optional("name"),
        pub role: Option<String> = optional("role"),
    }
}

text_enum! {
    /// `type` of `User`.
    pub enum UserType {
        User = "user",
        Guest = "guest",
    }
}

// === findings
//
// note[N0517]: `type` has other values than the names of the variants: `UserSummary` is told by `user` or `guest`
//   --> spec.yaml:37:7
//    |
// 37 |       discriminator: {propertyName: type}
//    |       ^^^^^^^^^^^^^
//    = help: `mapping` says which value stands for which schema: it can be added in an overlay
