// === callbacks.rs

//! The requests that the server makes: callbacks and webhooks.

use crate::runtime::prelude::*;

/// The webhook `ping`, a `POST`.
///
/// Expected answers:
///
/// - `200`: Pong.
#[derive(Clone, Copy, Debug)]
pub struct Ping;

impl Callback for Ping {
    type Body = Reply;
    const METHOD: &'static str = "POST";
    const EXPRESSION: &'static str = "";
}

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
    arguments! {
        fn new(body: types::Thing);
    }
}

impl Operation for SendValue {
    type Output = types::Thing;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendValue", "/values");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `POST /values`
    ///
    /// See [`SendValue`].
    fn send_value(body: types::Thing) -> Result<types::Thing, Error<Value>> {
        SendValue::new(body)
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
    fields! {
        fn new();
        fn with_a(a: impl Into<String>);
    }
}

object! {
    Other {
        a = optional("a"),
    }
}

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
    pub file: Option<Base64>,
    /// The property `patterned`.
    pub patterned: Option<BTreeMap<String, Value>>,
    /// The property `nothing`.
    pub nothing: Option<Nullable<Value>>,
    /// The property `state`.
    pub state: Option<ThingState>,
}

impl Thing {
    fields! {
        fn new(kind: ThingKind);
        fn with_version(version: ThingVersion);
        fn with_maybe(maybe: impl Into<Nullable<String>>);
        fn with_several(several: ThingSeveral);
        fn with_bound(bound: i64);
        fn with_pair(pair: Vec<Value>);
        fn with_either(either: impl Into<Nullable<Other>>);
        fn with_other(other: Other);
        fn with_never(never: Value);
        fn with_any(any: Value);
        fn with_examples(examples: impl Into<String>);
        fn with_file(file: impl Into<Base64>);
        fn with_patterned(patterned: BTreeMap<String, Value>);
        fn with_nothing(nothing: impl Into<Nullable<Value>>);
        fn with_state(state: ThingState);
    }
}

object! {
    Thing {
        kind = required("kind"),
        version = optional("version"),
        maybe = optional("maybe").max_length(4),
        several = optional("several"),
        bound = optional("bound").exclusive_minimum(0).exclusive_maximum(10),
        pair = optional("pair"),
        either = optional("either"),
        other = optional("other"),
        never = optional("never"),
        any = optional("any"),
        examples = optional("examples"),
        file = optional("file"),
        patterned = optional("patterned"),
        nothing = optional("nothing"),
        state = optional("state"),
    }
}

text_enum! {
    /// `kind` of `Thing`.
    pub enum ThingKind {
        Thing = "thing",
    }
}

variants! {
    /// `several` of `Thing`.
    pub enum ThingSeveral {
        /// A string.
        String(String) = choice(),
        /// A whole number.
        Integer(i64) = choice(),
    }
    exclusive = false;
}

variants! {
    /// `state` of `Thing`.
    pub enum ThingState {
        /// On
        On(ThingStateVariant1) = choice(),
        /// Off
        Off(ThingStateVariant2) = choice(),
    }
}

text_enum! {
    /// Variant 1 of `state` of `Thing`.
    ///
    /// On
    ///
    /// It runs.
    pub enum ThingStateVariant1 {
        On = "on",
    }
}

text_enum! {
    /// Variant 2 of `state` of `Thing`.
    ///
    /// Off
    pub enum ThingStateVariant2 {
        Off = "off",
    }
}

int_enum! {
    /// `version` of `Thing`.
    pub enum ThingVersion {
        Version2 = 2,
    }
}

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
// warning[W0511]: the types of the first elements are not told apart: they are read as any JSON
//   --> spec.yaml:23:42
//    |
// 23 |         pair: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}
//    |                                          ^
