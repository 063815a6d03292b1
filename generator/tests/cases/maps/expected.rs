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
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: types::Settings) -> Self {
        Self { body }
    }
}

impl Operation for PutSettings {
    type Output = BTreeMap<String, types::Settings>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("putSettings", "PUT", "/settings")
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
    /// `PUT /settings`
    ///
    /// See [`PutSettings`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn put_settings(
        &self,
        body: types::Settings,
    ) -> Result<BTreeMap<String, types::Settings>, Error<Value>> {
        self.send(&PutSettings::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `PUT /settings`
    ///
    /// See [`PutSettings`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn put_settings(
        &self,
        body: types::Settings,
    ) -> Result<BTreeMap<String, types::Settings>, Error<Value>> {
        self.send(&PutSettings::new(body))
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn with_a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

impl Object for Closed {
    const MEMBERS: &'static [Member] = &[optional("a")];
    const RULES: ObjectRules = object_rules().closed();
}
object!(Closed: a);

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

    /// Sets `rest`.
    #[must_use]
    pub fn with_rest(mut self, rest: impl Into<String>) -> Self {
        self.rest = Some(rest.into());
        self
    }
}

impl Object for Extended {
    const MEMBERS: &'static [Member] = &[optional("name"), optional("rest")];
}
object!(Extended: name, rest; additional_properties);

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
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(labels: Labels) -> Self {
        Self { labels, ..Self::blank() }
    }

    /// Sets `limits`.
    #[must_use]
    pub fn with_limits(mut self, limits: BTreeMap<String, i64>) -> Self {
        self.limits = Some(limits);
        self
    }

    /// Sets `nested`.
    #[must_use]
    pub fn with_nested(mut self, nested: BTreeMap<String, SettingsNestedValue>) -> Self {
        self.nested = Some(nested);
        self
    }

    /// Sets `free`.
    #[must_use]
    pub fn with_free(mut self, free: BTreeMap<String, Value>) -> Self {
        self.free = Some(free);
        self
    }

    /// Sets `open`.
    #[must_use]
    pub fn with_open(mut self, open: BTreeMap<String, Value>) -> Self {
        self.open = Some(open);
        self
    }

    /// Sets `nothing`.
    #[must_use]
    pub fn with_nothing(mut self, nothing: SettingsNothing) -> Self {
        self.nothing = Some(nothing);
        self
    }

    /// Sets `closed`.
    #[must_use]
    pub fn with_closed(mut self, closed: Closed) -> Self {
        self.closed = Some(closed);
        self
    }

    /// Sets `extended`.
    #[must_use]
    pub fn with_extended(mut self, extended: Extended) -> Self {
        self.extended = Some(extended);
        self
    }
}

impl Object for Settings {
    const MEMBERS: &'static [Member] = &[
        required("labels"),
        optional("limits").max_properties(8).each(&rule().minimum(0)),
        optional("nested"),
        optional("free"),
        optional("open"),
        optional("nothing"),
        optional("closed"),
        optional("extended"),
    ];
}
object!(Settings: labels, limits, nested, free, open, nothing, closed, extended);

/// The values of `nested` of `Settings`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SettingsNestedValue {
    /// The property `on`.
    pub on: Option<bool>,
}

impl SettingsNestedValue {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `on`.
    #[must_use]
    pub fn with_on(mut self, on: bool) -> Self {
        self.on = Some(on);
        self
    }
}

impl Object for SettingsNestedValue {
    const MEMBERS: &'static [Member] = &[optional("on")];
}
object!(SettingsNestedValue: on);

/// `nothing` of `Settings`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SettingsNothing {}

impl SettingsNothing {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Object for SettingsNothing {
    const MEMBERS: &'static [Member] = &[];
    const RULES: ObjectRules = object_rules().closed();
}
object!(SettingsNothing:);
