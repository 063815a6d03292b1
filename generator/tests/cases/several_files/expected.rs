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
    arguments! {
        fn new();
        fn with_limit(limit: i64);
    }
}

impl Operation for ListParcels {
    type Output = Vec<types::Parcel>;
    type Failure = types::Problem;
    const ENDPOINT: Endpoint = Endpoint::get("listParcels", "/parcels")
        .accept("application/json, application/problem+json");
    parameters! {
        limit = query("limit").maximum(100),
    }
}

requests! {
    /// `GET /parcels`
    ///
    /// What is optional is set on [`ListParcels`], which is then passed to `send`.
    fn list_parcels() -> Result<Vec<types::Parcel>, Error<types::Problem>> {
        ListParcels::new()
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
    arguments! {
        fn new(id: impl Into<String>);
    }
}

impl Operation for GetParcel {
    type Output = types::Parcel;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("getParcel", "/parcels/{id}");
    parameters! {
        id = path("id").min_length(4),
    }
}

requests! {
    /// `GET /parcels/{id}`
    ///
    /// See [`GetParcel`].
    fn get_parcel(id: impl Into<String>) -> Result<types::Parcel, Error<Value>> {
        GetParcel::new(id)
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

variants! {
    /// The schema `Event`.
    pub enum Event {
        /// A [`Sent`].
        ///
        /// Tagged `Sent`.
        Sent(Box<Sent>) = choice().tags(&["Sent"]),
        /// A [`LostParcel`].
        ///
        /// Tagged `lost`.
        LostParcel(Box<LostParcel>) = choice().tags(&["lost"]),
    }
    tag = "kind";
    from = [Sent(Sent), LostParcel(LostParcel)];
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

object! {
    LostParcel {
        kind = required("kind"),
    }
}

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

object! {
    Parcel {
        id = required("id").min_length(4),
        size = optional("size"),
        parts = optional("parts"),
        last_event = optional("last_event"),
    }
}

/// The schema `Problem`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// The property `title`.
    pub title: Option<String>,
}

object! {
    Problem {
        title = optional("title"),
    }
}

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

object! {
    Sent {
        kind = required("kind"),
        at = optional("at"),
        size = optional("size"),
    }
}

text_enum! {
    /// The schema `Size`.
    pub enum Size {
        S = "S",
        M = "M",
        L = "L",
    }
}

// === findings
//
// warning[W0310]: another file has a different `Size`: this one is named `events_Size`
//   --> schemas/events.yaml:13:1
//    |
// 13 | Size: {type: integer}
//    | ^^^^
//    = help: rename one of them, or choose the name of the type by `x-rust-name`
