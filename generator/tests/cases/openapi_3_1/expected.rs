// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `POST /values`
///
/// Replies:
///
/// - `200`: It.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendValue {
    /// The request body.
    pub body: types::Thing,
}

impl SendValue {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: types::Thing) -> Self {
        Self { body }
    }
}

impl Operation for SendValue {
    type Output = types::Thing;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("sendValue", "POST", "/values")
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
    /// `POST /values`
    ///
    /// See [`SendValue`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn send_value(
        &self,
        body: types::Thing,
    ) -> Result<types::Thing, Error<Value>> {
        self.send(&SendValue::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /values`
    ///
    /// See [`SendValue`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn send_value(&self, body: types::Thing) -> Result<types::Thing, Error<Value>> {
        self.send(&SendValue::new(body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Other`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Other {
    /// The property `a`.
    pub a: Option<String>,
}

impl Other {
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

impl Object for Other {
    const MEMBERS: &'static [Member] = &[optional("a")];
}
object!(Other: a);

/// The schema `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// The property `kind`.
    pub kind: ThingKind,
    /// The property `version`.
    pub version: Option<ThingVersion>,
    /// The property `maybe`.
    pub maybe: Option<Nullable<String>>,
    /// The property `several`.
    pub several: Option<ThingSeveral>,
    /// The property `bound`.
    ///
    /// Constraints: `exclusiveMinimum: 0`, `exclusiveMaximum: 10`.
    pub bound: Option<i64>,
    /// The property `pair`.
    pub pair: Option<Vec<Value>>,
    /// The property `either`.
    pub either: Option<Nullable<Other>>,
    /// Says more than the schema.
    ///
    /// **Deprecated** by the description.
    pub other: Option<Other>,
    /// The property `never`.
    pub never: Option<Value>,
    /// The property `any`.
    pub any: Option<Value>,
    /// The property `examples`.
    ///
    /// Example: `"one"`.
    pub examples: Option<String>,
    /// The property `file`.
    ///
    /// Format: `byte`.
    pub file: Option<String>,
    /// The property `patterned`.
    pub patterned: Option<BTreeMap<String, Value>>,
    /// The property `nothing`.
    pub nothing: Option<Nullable<Value>>,
    /// The property `state`.
    pub state: Option<ThingState>,
}

impl Thing {
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(kind: ThingKind) -> Self {
        Self { kind, ..Self::blank() }
    }

    /// Sets `version`.
    #[must_use]
    pub fn with_version(mut self, version: ThingVersion) -> Self {
        self.version = Some(version);
        self
    }

    /// Sets `maybe`.
    #[must_use]
    pub fn with_maybe(mut self, maybe: impl Into<Nullable<String>>) -> Self {
        self.maybe = Some(maybe.into());
        self
    }

    /// Sets `several`.
    #[must_use]
    pub fn with_several(mut self, several: ThingSeveral) -> Self {
        self.several = Some(several);
        self
    }

    /// Sets `bound`.
    #[must_use]
    pub fn with_bound(mut self, bound: i64) -> Self {
        self.bound = Some(bound);
        self
    }

    /// Sets `pair`.
    #[must_use]
    pub fn with_pair(mut self, pair: Vec<Value>) -> Self {
        self.pair = Some(pair);
        self
    }

    /// Sets `either`.
    #[must_use]
    pub fn with_either(mut self, either: impl Into<Nullable<Other>>) -> Self {
        self.either = Some(either.into());
        self
    }

    /// Sets `other`.
    #[must_use]
    pub fn with_other(mut self, other: Other) -> Self {
        self.other = Some(other);
        self
    }

    /// Sets `never`.
    #[must_use]
    pub fn with_never(mut self, never: Value) -> Self {
        self.never = Some(never);
        self
    }

    /// Sets `any`.
    #[must_use]
    pub fn with_any(mut self, any: Value) -> Self {
        self.any = Some(any);
        self
    }

    /// Sets `examples`.
    #[must_use]
    pub fn with_examples(mut self, examples: impl Into<String>) -> Self {
        self.examples = Some(examples.into());
        self
    }

    /// Sets `file`.
    #[must_use]
    pub fn with_file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// Sets `patterned`.
    #[must_use]
    pub fn with_patterned(mut self, patterned: BTreeMap<String, Value>) -> Self {
        self.patterned = Some(patterned);
        self
    }

    /// Sets `nothing`.
    #[must_use]
    pub fn with_nothing(mut self, nothing: impl Into<Nullable<Value>>) -> Self {
        self.nothing = Some(nothing.into());
        self
    }

    /// Sets `state`.
    #[must_use]
    pub fn with_state(mut self, state: ThingState) -> Self {
        self.state = Some(state);
        self
    }
}

impl Object for Thing {
    const MEMBERS: &'static [Member] = &[
        required("kind"),
        optional("version"),
        optional("maybe").max_length(4),
        optional("several"),
        optional("bound").exclusive_minimum(0).exclusive_maximum(10),
        optional("pair"),
        optional("either"),
        optional("other"),
        optional("never"),
        optional("any"),
        optional("examples"),
        optional("file"),
        optional("patterned"),
        optional("nothing"),
        optional("state"),
    ];
}
object!(
    Thing: kind, version, maybe, several, bound, pair, either, other, never, any,
    examples, file, patterned, nothing, state
);

/// `kind` of `Thing`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ThingKind {
    /// `thing`
    Thing,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl ThingKind {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::Thing];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Thing => "thing",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(ThingKind);

/// `several` of `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingSeveral {
    /// A string.
    String(String),
    /// A whole number.
    Integer(i64),
    /// A value that fits no variant, kept as read.
    Unknown(Value),
}

impl Union for ThingSeveral {
    const VARIANTS: &'static [Choice] = &[choice("String"), choice("Integer")];
    const EXCLUSIVE: bool = false;
}
variants!(ThingSeveral: String, Integer);

/// `state` of `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingState {
    /// On
    On(ThingStateVariant1),
    /// Off
    Off(ThingStateVariant2),
    /// A value that fits no variant, kept as read.
    Unknown(Value),
}

impl Union for ThingState {
    const VARIANTS: &'static [Choice] = &[choice("On"), choice("Off")];
}
variants!(ThingState: On, Off);

/// Variant 1 of `state` of `Thing`.
///
/// On
///
/// It runs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ThingStateVariant1 {
    /// `on`
    On,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl ThingStateVariant1 {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::On];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::On => "on",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(ThingStateVariant1);

/// Variant 2 of `state` of `Thing`.
///
/// Off
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ThingStateVariant2 {
    /// `off`
    Off,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl ThingStateVariant2 {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::Off];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Off => "off",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(ThingStateVariant2);

/// `version` of `Thing`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ThingVersion {
    /// `2`
    Version2,
    /// A value that the description does not list, kept as read.
    Unknown(i64),
}

impl ThingVersion {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::Version2];

    /// The value on the wire.
    #[must_use]
    pub fn as_i64(&self) -> i64 {
        match self {
            Self::Version2 => 2,
            Self::Unknown(value) => *value,
        }
    }
}
int_enum!(ThingVersion);

// === findings
//
// warning[W0410]: `patternProperties` is not supported
//   --> spec.yaml:30:35
//    |
// 30 |         patterned: {type: object, patternProperties: {'^x-': {type: string}}, additionalProperties: false}
//    |                                   ^^^^^^^^^^^^^^^^^
//
// warning[W0410]: `dependentRequired` is not supported
//   --> spec.yaml:34:7
//    |
// 34 |       dependentRequired: {other: [either]}
//    |       ^^^^^^^^^^^^^^^^^
//
// warning[W0411]: `webhooks` is not supported
//   --> spec.yaml:36:1
//    |
// 36 | webhooks:
//    | ^^^^^^^^
//
// warning[W0511]: the types of the first elements are not told apart: they are read as any JSON
//   --> spec.yaml:23:42
//    |
// 23 |         pair: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}
//    |                                          ^
