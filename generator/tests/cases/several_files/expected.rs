// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `GET /parcels`
///
/// Replies:
///
/// - `200`: All of them.
/// - `default`: It failed.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListParcels {
    /// The query parameter `limit`.
    ///
    /// Constraints: `maximum: 100`.
    pub limit: Option<i64>,
}

impl ListParcels {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `limit`.
    #[must_use]
    pub fn with_limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }
}

impl Operation for ListParcels {
    type Output = Vec<types::Parcel>;
    type Failure = types::Problem;
    const ENDPOINT: Endpoint = Endpoint::new("listParcels", "GET", "/parcels")
        .accept("application/json, application/problem+json");
    const PARAMETERS: &'static [Parameter] = &[query("limit").maximum(100)];
    parameters!(limit);

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /parcels`
    ///
    /// What is optional is set on [`ListParcels`], which is then passed to `send`.
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn list_parcels(
        &self,
    ) -> Result<Vec<types::Parcel>, Error<types::Problem>> {
        self.send(&ListParcels::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /parcels`
    ///
    /// What is optional is set on [`ListParcels`], which is then passed to `send`.
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn list_parcels(&self) -> Result<Vec<types::Parcel>, Error<types::Problem>> {
        self.send(&ListParcels::new())
    }
}

/// `GET /parcels/{id}`
///
/// Replies:
///
/// - `200`: The parcel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetParcel {
    /// The path parameter `id`.
    ///
    /// Constraints: `minLength: 4`.
    pub id: types::Id,
}

impl GetParcel {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for GetParcel {
    type Output = types::Parcel;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("getParcel", "GET", "/parcels/{id}")
        .accept("application/json");
    const PARAMETERS: &'static [Parameter] = &[path("id").min_length(4)];
    parameters!(id);

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /parcels/{id}`
    ///
    /// See [`GetParcel`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn get_parcel(
        &self,
        id: impl Into<String>,
    ) -> Result<types::Parcel, Error<Value>> {
        self.send(&GetParcel::new(id)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /parcels/{id}`
    ///
    /// See [`GetParcel`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn get_parcel(
        &self,
        id: impl Into<String>,
    ) -> Result<types::Parcel, Error<Value>> {
        self.send(&GetParcel::new(id))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Event`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A [`Sent`].
    ///
    /// Tagged `Sent`.
    Sent(Box<Sent>),
    /// A [`LostParcel`].
    ///
    /// Tagged `lost`.
    LostParcel(Box<LostParcel>),
    /// A value that fits no variant, kept as read.
    Unknown(Value),
}

impl Union for Event {
    const VARIANTS: &'static [Choice] = &[
        choice("Sent").tags(&["Sent"]),
        choice("LostParcel").tags(&["lost"]),
    ];
    const TAG: Option<&'static str> = Some("kind");
}
variants!(Event: Sent, LostParcel);

impl From<Sent> for Event {
    fn from(value: Sent) -> Self {
        Self::Sent(Box::new(value))
    }
}

impl From<LostParcel> for Event {
    fn from(value: LostParcel) -> Self {
        Self::LostParcel(Box::new(value))
    }
}

/// The schema `events_Size`.
pub type EventsSize = i64;

/// The schema `Id`.
///
/// Constraints: `minLength: 4`.
pub type Id = String;

/// The schema `lost_parcel`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LostParcel {
    /// The property `kind`.
    pub kind: String,
}

impl Object for LostParcel {
    const MEMBERS: &'static [Member] = &[required("kind")];
}
object!(LostParcel: kind);

/// The schema `Parcel`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parcel {
    /// The property `id`.
    ///
    /// Constraints: `minLength: 4`.
    pub id: Id,
    /// The property `size`.
    pub size: Option<Size>,
    /// The property `parts`.
    pub parts: Option<Vec<Parcel>>,
    /// The property `last_event`.
    pub last_event: Option<Event>,
}

impl Object for Parcel {
    const MEMBERS: &'static [Member] = &[
        required("id").min_length(4),
        optional("size"),
        optional("parts"),
        optional("last_event"),
    ];
}
object!(Parcel: id, size, parts, last_event);

/// The schema `Problem`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// The property `title`.
    pub title: Option<String>,
}

impl Object for Problem {
    const MEMBERS: &'static [Member] = &[optional("title")];
}
object!(Problem: title);

/// The schema `Sent`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sent {
    /// The property `kind`.
    pub kind: String,
    /// The property `at`.
    pub at: Option<String>,
    /// The property `size`.
    pub size: Option<EventsSize>,
}

impl Object for Sent {
    const MEMBERS: &'static [Member] = &[
        required("kind"),
        optional("at"),
        optional("size"),
    ];
}
object!(Sent: kind, at, size);

/// The schema `Size`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Size {
    /// `S`
    S,
    /// `M`
    M,
    /// `L`
    L,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl Size {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::S, Self::M, Self::L];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::S => "S",
            Self::M => "M",
            Self::L => "L",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(Size);

// === findings
//
// warning[W0310]: another file has a different `Size`: this one is named `events_Size`
//   --> schemas/events.yaml:13:1
//    |
// 13 | Size: {type: integer}
//    | ^^^^
//    = help: rename one of them, or choose the name of the type by `x-rust-name`
