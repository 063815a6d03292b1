// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `PUT /settings`
    ///
    /// Replies:
    ///
    /// - `200`: All of them.
    pub struct PutSettings {
        /// The request body.
        pub body: types::Settings,
    }
    send fn put_settings(body: types::Settings) -> Result<BTreeMap<String, types::Settings>, Error<Value>>;
    fn new(body: types::Settings);
}

impl Operation for PutSettings {
    type Output = BTreeMap<String, types::Settings>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putSettings", "/settings");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

exact_object! {
    /// The schema `Closed`.
    pub struct Closed {
        pub a: Option<String> = optional("a"),
    }
    fn new();
    fn with_a(a: impl Into<String>);
}

exact_object! {
    /// The schema `Extended`.
    pub struct Extended {
        pub name: Option<String> = optional("name"),
        pub rest: Option<String> = optional("rest"),
        /// All other properties.
        pub additional_properties: BTreeMap<String, f64> = additional_properties(),
    }
    fn new();
    fn with_name(name: impl Into<String>);
    fn with_rest(rest: impl Into<String>);
    map fn with_additional_properties(additional_properties: BTreeMap<String, f64>);
}

/// Free text by key.
pub type Labels = BTreeMap<String, Nullable<String>>;

object! {
    /// The schema `Settings`.
    pub struct Settings {
        /// Free text by key.
        pub labels: Labels = required("labels"),
        pub limits: Option<BTreeMap<String, i64>> = optional("limits").max_properties(8).each(&rule().minimum(0)),
        pub nested: Option<BTreeMap<String, SettingsNestedValue>> = optional("nested"),
        pub free: Option<BTreeMap<String, Value>> = optional("free"),
        pub open: Option<BTreeMap<String, Value>> = optional("open"),
        pub nothing: Option<SettingsNothing> = optional("nothing"),
        pub closed: Option<Closed> = optional("closed"),
        pub extended: Option<Extended> = optional("extended"),
    }
    fn new(labels: Labels);
    fn with_limits(limits: BTreeMap<String, i64>);
    fn with_nested(nested: BTreeMap<String, SettingsNestedValue>);
    fn with_free(free: BTreeMap<String, Value>);
    fn with_open(open: BTreeMap<String, Value>);
    fn with_nothing(nothing: SettingsNothing);
    fn with_closed(closed: Closed);
    fn with_extended(extended: Extended);
}

object! {
    /// The values of `nested` of `Settings`.
    pub struct SettingsNestedValue {
        pub on: Option<bool> = optional("on"),
    }
    fn new();
    fn with_on(on: bool);
}

exact_object! {
    /// `nothing` of `Settings`.
    pub struct SettingsNothing {}
    fn new();
}
