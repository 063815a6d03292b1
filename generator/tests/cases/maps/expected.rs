// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `PUT /settings`
///
/// Replies:
///
/// - `200`: All of them.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PutSettings {
    /// The request body.
    pub body: types::Settings,
}

impl PutSettings {
    arguments! {
        fn new(body: types::Settings);
    }
}

impl Operation for PutSettings {
    type Output = BTreeMap<String, types::Settings>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putSettings", "/settings");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `PUT /settings`
    ///
    /// See [`PutSettings`].
    fn put_settings(
        body: types::Settings,
    ) -> Result<BTreeMap<String, types::Settings>, Error<Value>> {
        PutSettings::new(body)
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Closed`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Closed {
    /// The property `a`.
    pub a: Option<String>,
}

impl Closed {
    fields! {
        fn new();
        fn with_a(a: impl Into<String>);
    }
}

object! {
    Closed {
        a = optional("a"),
    }
    rules = object_rules().closed();
}

/// The schema `Extended`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Extended {
    /// The property `name`.
    pub name: Option<String>,
    /// The property `rest`.
    pub rest: Option<String>,
    /// All other properties.
    pub additional_properties: BTreeMap<String, f64>,
}

impl Extended {
    fields! {
        fn new();
        fn with_name(name: impl Into<String>);
        fn with_rest(rest: impl Into<String>);
    }

    /// Sets `additional_properties`.
    #[must_use]
    pub fn with_additional_properties(
        mut self,
        additional_properties: BTreeMap<String, f64>,
    ) -> Self {
        self.additional_properties = additional_properties;
        self
    }
}

object! {
    Extended {
        name = optional("name"),
        rest = optional("rest"),
    }
    rest = additional_properties;
}

/// Free text by key.
pub type Labels = BTreeMap<String, Nullable<String>>;

/// The schema `Settings`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Settings {
    /// Free text by key.
    pub labels: Labels,
    /// The property `limits`.
    ///
    /// Constraints: `maxProperties: 8`.
    pub limits: Option<BTreeMap<String, i64>>,
    /// The property `nested`.
    pub nested: Option<BTreeMap<String, SettingsNestedValue>>,
    /// The property `free`.
    pub free: Option<BTreeMap<String, Value>>,
    /// The property `open`.
    pub open: Option<BTreeMap<String, Value>>,
    /// The property `nothing`.
    pub nothing: Option<SettingsNothing>,
    /// The property `closed`.
    pub closed: Option<Closed>,
    /// The property `extended`.
    pub extended: Option<Extended>,
}

impl Settings {
    fields! {
        fn new(labels: Labels);
        fn with_limits(limits: BTreeMap<String, i64>);
        fn with_nested(nested: BTreeMap<String, SettingsNestedValue>);
        fn with_free(free: BTreeMap<String, Value>);
        fn with_open(open: BTreeMap<String, Value>);
        fn with_nothing(nothing: SettingsNothing);
        fn with_closed(closed: Closed);
        fn with_extended(extended: Extended);
    }
}

object! {
    Settings {
        labels = required("labels"),
        limits = optional("limits").max_properties(8).each(&rule().minimum(0)),
        nested = optional("nested"),
        free = optional("free"),
        open = optional("open"),
        nothing = optional("nothing"),
        closed = optional("closed"),
        extended = optional("extended"),
    }
}

/// The values of `nested` of `Settings`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SettingsNestedValue {
    /// The property `on`.
    pub on: Option<bool>,
}

impl SettingsNestedValue {
    fields! {
        fn new();
        fn with_on(on: bool);
    }
}

object! {
    SettingsNestedValue {
        on = optional("on"),
    }
}

/// `nothing` of `Settings`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SettingsNothing {}

impl SettingsNothing {
    fields! {
        fn new();
    }
}

object! {
    SettingsNothing {}
    rules = object_rules().closed();
}
