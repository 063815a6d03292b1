// === callbacks.rs

//! The requests that the server makes: callbacks and webhooks.

use crate::runtime::prelude::*;
use crate::types;

/// The callback `onEither` of `sendNote`: `POST {$request.body#/url}`.
///
/// Expected answers:
///
/// - `204`: Done.
#[derive(Clone, Copy, Debug)]
pub struct OnEither;

impl Callback for OnEither {
    type Body = types::Token;
    const METHOD: &'static str = "POST";
    const EXPRESSION: &'static str = "{$request.body#/url}";

    fn read(reply: &Reply) -> Result<Self::Body, DecodeError> {
        if reply.has_type("application/x-www-form-urlencoded") {
            reply
                .form(
                    &[
                        ("expires_in", FormValue::TextOrNothing),
                        ("scope", FormValue::Items(&FormValue::Text)),
                    ],
                    &FormValue::Text,
                )
        } else {
            reply.json()
        }
    }
}

/// The callback `onNobody` of `sendNote`: `POST {$request.body#/url}`.
///
/// Expected answers:
///
/// - `204`: Done.
#[derive(Clone, Copy, Debug)]
pub struct OnNobody;

impl Callback for OnNobody {
    type Body = Reply;
    const METHOD: &'static str = "POST";
    const EXPRESSION: &'static str = "{$request.body#/url}";
}

/// The callback `onNote` of `sendNote`: `POST {$request.body#/url}`.
///
/// Expected answers:
///
/// - `204`: Done.
#[derive(Clone, Copy, Debug)]
pub struct OnNote;

impl Callback for OnNote {
    type Body = types::Note;
    const METHOD: &'static str = "POST";
    const EXPRESSION: &'static str = "{$request.body#/url}";

    fn read(reply: &Reply) -> Result<Self::Body, DecodeError> {
        reply
            .form(
                &[
                    ("after", FormValue::Json),
                    ("author", FormValue::Compound),
                    ("codes", FormValue::Separated(',')),
                    ("colour", FormValue::Members(&["red", "green"])),
                    ("count", FormValue::TextOrNothing),
                    ("either", FormValue::Compound),
                    ("others", FormValue::Items(&FormValue::Compound)),
                    ("place", FormValue::Deep),
                    ("size", FormValue::Pairs(',')),
                    ("spaced", FormValue::Separated(' ')),
                    ("tags", FormValue::Items(&FormValue::Text)),
                    ("urgent", FormValue::TextOrNothing),
                    ("words", FormValue::Separated('|')),
                ],
                &FormValue::Text,
            )
    }
}

/// The callback `onNumbers` of `sendNote`: `POST {$request.body#/url}`.
///
/// Expected answers:
///
/// - `204`: Done.
#[derive(Clone, Copy, Debug)]
pub struct OnNumbers;

impl Callback for OnNumbers {
    type Body = BTreeMap<String, Vec<i64>>;
    const METHOD: &'static str = "POST";
    const EXPRESSION: &'static str = "{$request.body#/url}";

    fn read(reply: &Reply) -> Result<Self::Body, DecodeError> {
        reply.form(&[], &FormValue::Items(&FormValue::Text))
    }
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
    /// `POST /notes`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendNote {
        /// The request body.
        pub body: types::Note,
    }
    send fn send_note(body: types::Note) -> Result<Reply, Error<Value>>;
    fn new(body: types::Note);
}

impl Operation for SendNote {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendNote", "/notes").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        const ENCODINGS: &[FieldEncoding] = &[
            field("after").content_type("application/json"),
            field("codes").explode(false),
            field("colour").style(Style::Form).explode(true),
            field("place").style(Style::DeepObject),
            field("size").style(Style::Form).explode(false),
            field("words").style(Style::PipeDelimited),
            field("spaced").style(Style::SpaceDelimited),
        ];
        Some(Body::form(&self.body).encodings(ENCODINGS))
    }
}

operation! {
    /// `POST /token`
    ///
    /// Replies:
    ///
    /// - `200`: A token.
    /// - `400`: None.
    pub struct Token {}
    send fn token() -> Result<types::Token, Error<TokenFailure>>;
    fn new();
}

impl Operation for Token {
    type Output = types::Token;
    type Failure = TokenFailure;
    const ENDPOINT: Endpoint = Endpoint::post("token", "/token")
        .accept("application/x-www-form-urlencoded, application/json");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply
            .form(
                &[
                    ("expires_in", FormValue::TextOrNothing),
                    ("scope", FormValue::Items(&FormValue::Text)),
                ],
                &FormValue::Text,
            )
    }
}

/// What a failed call says, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum TokenFailure {
    /// `400`, `application/json`
    Status400Json(Box<types::Fault>),
    /// `400`, `application/x-www-form-urlencoded`
    Status400Form(Box<types::Fault>),
}

impl ReadReply for TokenFailure {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            400 if reply.has_type("application/x-www-form-urlencoded") => {
                Ok(Self::Status400Form(Box::new(reply.form(&[], &FormValue::Text)?)))
            }
            400 => Ok(Self::Status400Json(Box::new(reply.json()?))),
            _ => Err(DecodeError::new("a documented status", reply.status.as_str())),
        }
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Fault`.
    pub struct Fault {
        pub error: String = required("error"),
    }
}

object! {
    /// The schema `Note`.
    pub struct Note {
        pub text: String = required("text"),
        pub tags: Vec<String> = required("tags"),
        pub count: Option<i64> = optional("count"),
        pub urgent: Option<Nullable<bool>> = optional("urgent"),
        pub kind: Option<NoteKind> = optional("kind"),
        pub author: Option<NoteAuthor> = optional("author"),
        pub others: Option<Vec<NoteOthersItem>> = optional("others"),
        pub after: Option<Vec<i64>> = optional("after"),
        pub codes: Option<Vec<String>> = optional("codes"),
        pub colour: NoteColour = required("colour"),
        pub place: Option<NotePlace> = optional("place"),
        pub size: Option<BTreeMap<String, i64>> = optional("size"),
        pub words: Option<Vec<String>> = optional("words"),
        pub spaced: Option<Vec<i64>> = optional("spaced"),
        pub either: Option<NoteEither> = optional("either"),
    }
    fn new(text: impl Into<String>, tags: Vec<String>, colour: NoteColour);
    fn with_count(count: i64);
    fn with_urgent(urgent: impl Into<Nullable<bool>>);
    fn with_kind(kind: NoteKind);
    fn with_author(author: NoteAuthor);
    fn with_others(others: Vec<NoteOthersItem>);
    fn with_after(after: Vec<i64>);
    fn with_codes(codes: Vec<String>);
    fn with_place(place: NotePlace);
    fn with_size(size: BTreeMap<String, i64>);
    fn with_words(words: Vec<String>);
    fn with_spaced(spaced: Vec<i64>);
    fn with_either(either: impl Into<NoteEither>);
}

object! {
    /// `author` of `Note`.
    pub struct NoteAuthor {
        pub name: Option<String> = optional("name"),
        pub age: Option<i64> = optional("age"),
    }
    fn new();
    fn with_name(name: impl Into<String>);
    fn with_age(age: i64);
}

object! {
    /// `colour` of `Note`.
    pub struct NoteColour {
        pub red: Option<i64> = optional("red"),
        pub green: Option<i64> = optional("green"),
    }
    fn new();
    fn with_red(red: i64);
    fn with_green(green: i64);
}

one_of! {
    /// `either` of `Note`.
    pub enum NoteEither {
        /// A whole number.
        Integer(i64) = choice(),
        /// A [`NoteEitherVariant2`].
        Variant2(Box<NoteEitherVariant2>) = choice(),
    }
    from = [Integer(i64), Variant2(NoteEitherVariant2)];
}

object! {
    /// Variant 2 of `either` of `Note`.
    pub struct NoteEitherVariant2 {
        pub id: String = required("id"),
    }
    fn new(id: impl Into<String>);
}

text_enum! {
    /// `kind` of `Note`.
    pub enum NoteKind {
        Plain = "plain",
        /// (empty)
        Empty = (""),
    }
}

object! {
    /// The elements of `others` of `Note`.
    pub struct NoteOthersItem {
        pub name: Option<String> = optional("name"),
    }
    fn new();
    fn with_name(name: impl Into<String>);
}

object! {
    /// `place` of `Note`.
    pub struct NotePlace {
        pub city: Option<String> = optional("city"),
        pub lines: Option<Vec<String>> = optional("lines"),
        pub at: Option<NotePlaceAt> = optional("at"),
    }
    fn new();
    fn with_city(city: impl Into<String>);
    fn with_lines(lines: Vec<String>);
    fn with_at(at: NotePlaceAt);
}

object! {
    /// `at` of `place` of `Note`.
    pub struct NotePlaceAt {
        pub x: Option<f64> = optional("x"),
    }
    fn new();
    fn with_x(x: f64);
}

object! {
    /// The schema `Token`.
    pub struct Token {
        /// Format: `password`.
        pub access_token: Secret = required("access_token"),
        pub expires_in: Option<i64> = optional("expires_in"),
        pub scope: Option<Vec<String>> = optional("scope"),
    }
}

// === findings
//
// warning[W0614]: `application/x-www-form-urlencoded` is not taken apart in callbacks
//   --> spec.yaml:41:19
//    |
// 41 |                   application/x-www-form-urlencoded:
//    |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
