// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `GET /parcels`
    ///
    /// Replies:
    ///
    /// - `200`: All of them.
    /// - `default`: It failed.
    pub struct ListParcels {
        pub limit: Option<i64> = query("limit").maximum(100),
    }
    send fn list_parcels() -> Result<Vec<types::Parcel>, Error<types::Problem>>;
    fn new();
    fn with_limit(limit: i64);
}

impl Operation for ListParcels {
    type Output = Vec<types::Parcel>;
    type Failure = types::Problem;
    const ENDPOINT: Endpoint = Endpoint::get("listParcels", "/parcels")
        .accept("application/json, application/problem+json");
}

operation! {
    /// `GET /parcels/{id}`
    ///
    /// Replies:
    ///
    /// - `200`: The parcel.
    pub struct GetParcel {
        pub id: types::Id = path("id").min_length(4),
    }
    send fn get_parcel(id: impl Into<String>) -> Result<types::Parcel, Error<Value>>;
    fn new(id: impl Into<String>);
}

impl Operation for GetParcel {
    type Output = types::Parcel;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("getParcel", "/parcels/{id}");
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

one_of! {
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

object! {
    /// The schema `lost_parcel`.
    pub struct LostParcel {
        pub kind: String = required("kind"),
    }
}

object! {
    /// The schema `Parcel`.
    pub struct Parcel {
        pub id: Id = required("id").min_length(4),
        pub size: Option<Size> = optional("size"),
        pub parts: Option<Vec<Parcel>> = optional("parts"),
        pub last_event: Option<Event> = optional("last_event"),
    }
}

object! {
    /// The schema `Problem`.
    pub struct Problem {
        pub title: Option<String> = optional("title"),
    }
}

object! {
    /// The schema `Sent`.
    pub struct Sent {
        pub kind: String = required("kind"),
        pub at: Option<String> = optional("at"),
        pub size: Option<EventsSize> = optional("size"),
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
