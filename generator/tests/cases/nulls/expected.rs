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
    /// - `200`: It.
    pub struct AddThing {
        /// The server's default: `10`.
        pub limit: Option<i64> = query("limit").maximum(100),
        /// The request body.
        pub body: types::Thing,
    }
    send fn add_thing(body: types::Thing) -> Result<Nullable<types::AddThingResponse>, Error<Value>>;
    fn new(body: types::Thing);
    fn with_limit(limit: i64);
}

impl Operation for AddThing {
    type Output = Nullable<types::AddThingResponse>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addThing", "/things");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The reply `200` of `addThing`.
    pub struct AddThingResponse {
        pub id: Option<String> = optional("id"),
    }
}

object! {
    /// The schema `Child`.
    pub struct Child {
        /// Said inside.
        ///
        /// **Deprecated** by the description.
        ///
        /// The server's default: `"a"`.
        ///
        /// Example: `"b"`.
        pub inside: Option<Nullable<String>> = optional("inside").max_length(5),
        /// Said outside.
        ///
        /// The server's default: `5`.
        ///
        /// Example: `6`.
        pub outside: Option<Nullable<i64>> = optional("outside").minimum(1),
        /// This, and the default.
        ///
        /// This as well.
        ///
        /// The server's default: `"c"`.
        pub both: Option<Nullable<String>> = optional("both"),
        /// An object.
        pub object: Option<Nullable<ThingObject>> = optional("object"),
        pub list: Option<Nullable<Vec<Nullable<ThingListItem>>>> = optional("list"),
        /// A part.
        pub named: Option<Nullable<Part>> = optional("named"),
        pub by_name: Option<Nullable<Part>> = optional("by_name"),
        pub several: Option<Nullable<ThingSeveral>> = optional("several"),
        pub variant: Option<Nullable<ThingVariant>> = optional("variant"),
        /// One of two.
        pub wrapped: Option<Nullable<ThingWrapped>> = optional("wrapped"),
        pub nothing: Option<Nullable<Nothing>> = optional("nothing")
            .assertions(&[assertion("type: null", schema().types(&["null"]))]),
        /// The server's default: `null`.
        pub usually: Option<Nullable<String>> = optional("usually"),
        /// Always absent.
        pub never: Option<Nullable<Value>> = optional("never")
            .assertions(&[assertion("type: null", schema().types(&["null"]))]),
        pub more: Option<bool> = optional("more"),
    }
    fn new();
    fn with_inside(inside: impl Into<Nullable<String>>);
    fn with_outside(outside: impl Into<Nullable<i64>>);
    fn with_both(both: impl Into<Nullable<String>>);
    fn with_object(object: impl Into<Nullable<ThingObject>>);
    fn with_list(list: impl Into<Nullable<Vec<Nullable<ThingListItem>>>>);
    fn with_named(named: impl Into<Nullable<Part>>);
    fn with_by_name(by_name: impl Into<Nullable<Part>>);
    fn with_several(several: impl Into<Nullable<ThingSeveral>>);
    fn with_variant(variant: impl Into<Nullable<ThingVariant>>);
    fn with_wrapped(wrapped: impl Into<Nullable<ThingWrapped>>);
    fn with_nothing(nothing: impl Into<Nullable<Nothing>>);
    fn with_usually(usually: impl Into<Nullable<String>>);
    fn with_never(never: impl Into<Nullable<Value>>);
    fn with_more(more: bool);
}

object! {
    /// Perhaps a part.
    pub struct MaybePart {
        pub id: Option<String> = optional("id"),
    }
    fn new();
    fn with_id(id: impl Into<String>);
}

/// Nothing at all.
///
/// Only `null` satisfies this schema.
pub type Nothing = Value;

/// The schema `NullValue`.
///
/// Only `null` satisfies this schema.
pub type NullValue = Value;

object! {
    /// The schema `Part`.
    pub struct Part {
        pub id: String = required("id"),
    }
    fn new(id: impl Into<String>);
}

object! {
    /// The schema `Thing`.
    pub struct Thing {
        /// Said inside.
        ///
        /// **Deprecated** by the description.
        ///
        /// The server's default: `"a"`.
        ///
        /// Example: `"b"`.
        pub inside: Option<Nullable<String>> = optional("inside").max_length(5),
        /// Said outside.
        ///
        /// The server's default: `5`.
        ///
        /// Example: `6`.
        pub outside: Option<Nullable<i64>> = optional("outside").minimum(1),
        /// This, and the default.
        ///
        /// This as well.
        ///
        /// The server's default: `"c"`.
        pub both: Option<Nullable<String>> = optional("both"),
        /// An object.
        pub object: Option<Nullable<ThingObject>> = optional("object"),
        pub list: Option<Nullable<Vec<Nullable<ThingListItem>>>> = optional("list"),
        /// A part.
        pub named: Option<Nullable<Part>> = optional("named"),
        pub by_name: Option<Nullable<Part>> = optional("by_name"),
        pub several: Option<Nullable<ThingSeveral>> = optional("several"),
        pub variant: Option<Nullable<ThingVariant>> = optional("variant"),
        /// One of two.
        pub wrapped: Option<Nullable<ThingWrapped>> = optional("wrapped"),
        pub nothing: Option<Nullable<Nothing>> = optional("nothing")
            .assertions(&[assertion("type: null", schema().types(&["null"]))]),
        /// The server's default: `null`.
        pub usually: Option<Nullable<String>> = optional("usually"),
        /// Always absent.
        pub never: Option<Nullable<Value>> = optional("never")
            .assertions(&[assertion("type: null", schema().types(&["null"]))]),
    }
    fn new();
    fn with_inside(inside: impl Into<Nullable<String>>);
    fn with_outside(outside: impl Into<Nullable<i64>>);
    fn with_both(both: impl Into<Nullable<String>>);
    fn with_object(object: impl Into<Nullable<ThingObject>>);
    fn with_list(list: impl Into<Nullable<Vec<Nullable<ThingListItem>>>>);
    fn with_named(named: impl Into<Nullable<Part>>);
    fn with_by_name(by_name: impl Into<Nullable<Part>>);
    fn with_several(several: impl Into<Nullable<ThingSeveral>>);
    fn with_variant(variant: impl Into<Nullable<ThingVariant>>);
    fn with_wrapped(wrapped: impl Into<Nullable<ThingWrapped>>);
    fn with_nothing(nothing: impl Into<Nullable<Nothing>>);
    fn with_usually(usually: impl Into<Nullable<String>>);
    fn with_never(never: impl Into<Nullable<Value>>);
}

object! {
    /// The elements of `list` of `Thing`.
    pub struct ThingListItem {
        pub a: Option<String> = optional("a"),
    }
    fn new();
    fn with_a(a: impl Into<String>);
}

object! {
    /// `object` of `Thing`.
    pub struct ThingObject {
        pub name: Option<String> = optional("name"),
    }
    fn new();
    fn with_name(name: impl Into<String>);
}

one_of! {
    /// `several` of `Thing`.
    pub enum ThingSeveral {
        /// A [`Part`].
        Part(Box<Part>) = choice(),
        /// A string.
        String(String) = choice(),
    }
    from = [Part(Part), String(String)];
    text = String;
}

one_of! {
    /// `variant` of `Thing`.
    pub enum ThingVariant {
        /// A string.
        String(String) = choice(),
        /// An array.
        Strings(Vec<String>) = choice(),
    }
    from = [String(String), Strings(Vec<String>)];
    text = String;
}

text_enum! {
    /// `wrapped` of `Thing`.
    pub enum ThingWrapped {
        X = "x",
        Y = "y",
    }
}

object! {
    /// The schema `UsesPart`.
    pub struct UsesPart {
        pub part: Nullable<MaybePart> = required("part"),
    }
    fn new(part: impl Into<Nullable<MaybePart>>);
}
