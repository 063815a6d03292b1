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

operation! {
    /// `POST /parts`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendParts {
        /// The request body.
        pub body: types::Parts,
    }
    send fn send_parts(body: types::Parts) -> Result<Reply, Error<Value>>;
    fn new(body: types::Parts);
}

impl Operation for SendParts {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendParts", "/parts").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        const ENCODINGS: &[FieldEncoding] = &[
            field("deep").style(Style::DeepObject).explode(true),
            field("codes").content_type("application/json").style(Style::PipeDelimited),
            field("exploded").explode(true),
            field("reserved").allow_reserved(),
        ];
        Some(Body::multipart(&self.body).encodings(ENCODINGS))
    }
}

operation! {
    /// `POST /values`
    ///
    /// Replies:
    ///
    /// - `200`: It. A thing.
    pub struct SendValue {
        /// The request body.
        pub body: types::Thing,
    }
    send fn send_value(body: types::Thing) -> Result<types::Thing, Error<Value>>;
    fn new(body: types::Thing);
}

impl Operation for SendValue {
    type Output = types::Thing;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendValue", "/values");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Other`.
    pub struct Other {
        pub a: Option<String> = optional("a"),
    }
    fn new();
    fn with_a(a: impl Into<String>);
}

object! {
    /// The schema `Parts`.
    pub struct Parts {
        pub plain: Option<Other> = optional("plain"),
        pub deep: Option<Other> = optional("deep"),
        pub codes: Option<Vec<i64>> = optional("codes"),
        pub exploded: Option<Other> = optional("exploded"),
        pub reserved: Option<String> = optional("reserved"),
        pub files: Option<Vec<File>> = optional("files"),
    }
    fn new();
    fn with_plain(plain: Other);
    fn with_deep(deep: Other);
    fn with_codes(codes: Vec<i64>);
    fn with_exploded(exploded: Other);
    fn with_reserved(reserved: impl Into<String>);
    fn with_files(files: Vec<File>);
}

object! {
    /// The schema `Thing`.
    pub struct Thing {
        pub kind: ThingKind = required("kind"),
        pub version: Option<ThingVersion> = optional("version"),
        pub maybe: Option<Nullable<String>> = optional("maybe").max_length(4),
        pub several: Option<ThingSeveral> = optional("several"),
        pub bound: Option<i64> = optional("bound").exclusive_minimum(0).exclusive_maximum(10),
        pub pair: Option<Vec<Value>> = optional("pair"),
        pub either: Option<Nullable<Other>> = optional("either"),
        /// Says more than the schema.
        ///
        /// **Deprecated** by the description.
        pub other: Option<Other> = optional("other"),
        pub never: Option<Never> = optional("never")
            .assertions(&[assertion("a schema that no value fits", schema().never())]),
        pub any: Option<Value> = optional("any"),
        /// Examples: `"one"`, `"two"`.
        pub examples: Option<String> = optional("examples"),
        /// Format: `byte`.
        pub file: Option<Base64> = optional("file"),
        pub patterned: Option<BTreeMap<String, Value>> = optional("patterned"),
        pub nothing: Option<Nullable<Value>> = optional("nothing")
            .assertions(&[assertion("type: null", schema().types(&["null"]))]),
        pub state: Option<ThingState> = optional("state"),
        pub mixed: Option<ThingMixed> = optional("mixed"),
        pub told: Option<ThingTold> = optional("told"),
    }
    fn new(kind: ThingKind);
    fn with_version(version: ThingVersion);
    fn with_maybe(maybe: impl Into<Nullable<String>>);
    fn with_several(several: impl Into<ThingSeveral>);
    fn with_bound(bound: i64);
    fn with_pair(pair: Vec<Value>);
    fn with_either(either: impl Into<Nullable<Other>>);
    fn with_other(other: Other);
    fn with_never(never: Never);
    fn with_any(any: Value);
    fn with_examples(examples: impl Into<String>);
    fn with_file(file: impl Into<Base64>);
    fn with_patterned(patterned: BTreeMap<String, Value>);
    fn with_nothing(nothing: impl Into<Nullable<Value>>);
    fn with_state(state: impl Into<ThingState>);
    fn with_mixed(mixed: impl Into<ThingMixed>);
    fn with_told(told: impl Into<ThingTold>);
}

text_enum! {
    /// `kind` of `Thing`.
    pub enum ThingKind {
        Thing = "thing",
    }
}

any_of! {
    /// `mixed` of `Thing`.
    pub enum ThingMixed {
        /// A [`ThingMixedA`].
        A(ThingMixedA) = choice(),
        /// A [`ThingMixed1`].
        Mixed1(ThingMixed1) = choice(),
    }
    from = [A(ThingMixedA), Mixed1(ThingMixed1)];
}

int_enum! {
    /// Variant 2 of `mixed` of `Thing`.
    pub enum ThingMixed1 {
        Mixed11 = 1,
    }
}

text_enum! {
    /// Variant 1 of `mixed` of `Thing`.
    pub enum ThingMixedA {
        A = "a",
    }
}

any_of! {
    /// `several` of `Thing`.
    pub enum ThingSeveral {
        /// A string.
        String(String) = choice(),
        /// A whole number.
        Integer(i64) = choice(),
    }
    from = [String(String), Integer(i64)];
    text = String;
}

one_of! {
    /// `state` of `Thing`.
    pub enum ThingState {
        /// On
        On(ThingStateOn) = choice(),
        /// Off
        Off(ThingStateOff) = choice(),
    }
    from = [On(ThingStateOn), Off(ThingStateOff)];
}

text_enum! {
    /// Variant 2 of `state` of `Thing`.
    ///
    /// Off
    pub enum ThingStateOff {
        Off = "off",
    }
}

text_enum! {
    /// Variant 1 of `state` of `Thing`.
    ///
    /// On
    ///
    /// It runs.
    pub enum ThingStateOn {
        On = "on",
    }
}

one_of! {
    /// `told` of `Thing`.
    pub enum ThingTold {
        /// The other.
        ///
        /// **Deprecated** by the description.
        ///
        /// Tagged `other`.
        Other(Box<Other>) = choice().tags(&["other"]),
        /// A [`Third`].
        ///
        /// Tagged `third`.
        Third(Box<Third>) = choice().tags(&["third"]),
    }
    tag = "kind";
    from = [Other(Other), Third(Third)];
}

int_enum! {
    /// `version` of `Thing`.
    pub enum ThingVersion {
        Version2 = 2,
    }
}

object! {
    /// The schema `Third`.
    pub struct Third {
        pub kind: Option<String> = optional("kind"),
    }
    fn new();
    fn with_kind(kind: impl Into<String>);
}

// === findings
//
// warning[W0410]: `patternProperties` is not supported
//   --> spec.yaml:55:35
//    |
// 55 |         patterned: {type: object, patternProperties: {'^x-': {type: string}}, additionalProperties: false}
//    |                                   ^^^^^^^^^^^^^^^^^
//
// warning[W0410]: `dependentRequired` is not supported
//   --> spec.yaml:64:7
//    |
// 64 |       dependentRequired: {other: [either]}
//    |       ^^^^^^^^^^^^^^^^^
//
// warning[W0501]: `true` is of none of the types: it is left out
//   --> spec.yaml:59:55
//    |
// 59 |         mixed: {type: [string, integer], enum: [a, 1, true, 1.5]}
//    |                                                       ^^^^
//    = help: so it is in 2 values; this is the first
//
// warning[W0511]: the types of the first elements are not told apart: they are read as any JSON
//   --> spec.yaml:48:42
//    |
// 48 |         pair: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}
//    |                                          ^
//
// note[N0415]: `style` has no effect on a part
//   --> spec.yaml:26:23
//    |
// 26 |               files: {style: form}
//    |                       ^^^^^
