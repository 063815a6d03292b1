// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `PATCH /notes/{id}`
    ///
    /// Replies:
    ///
    /// - `200`: The note.
    pub struct ChangeNote {
        pub id: String = path("id"),
        /// The request body.
        pub body: types::NoteChange,
    }
    send fn change_note(id: impl Into<String>, body: types::NoteChange) -> Result<types::Note, Error<Value>>;
    fn new(id: impl Into<String>, body: types::NoteChange);
}

impl Operation for ChangeNote {
    type Output = types::Note;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::patch("changeNote", "/notes/{id}");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

text_enum! {
    /// The schema `Color`.
    pub enum Color {
        Red = "red",
        Green = "green",
    }
}

object! {
    /// The schema `Full`.
    pub struct Full {
        pub r#type: String = required("type"),
        pub a: String = required("a"),
        pub b: String = required("b"),
        pub c: String = required("c"),
        pub d: String = required("d"),
        pub e: String = required("e"),
        pub f: String = required("f"),
        pub g: String = required("g"),
    }
    fn new(required: FullRequired {
        r#type: String,
        a: String,
        b: String,
        c: String,
        d: String,
        e: String,
        f: String,
        g: String,
    });
}

object! {
    /// The schema `Note`.
    pub struct Note {
        pub id: String = required("id"),
        pub revision: i64 = required("revision"),
        /// **Deprecated** by the description.
        pub title: Option<String> = optional("title"),
        pub color: Option<Nullable<Color>> = optional("color"),
    }
}

object! {
    /// The schema `NoteChange`.
    pub struct NoteChange {
        pub revision: i64 = required("revision"),
        pub owner: Nullable<String> = required("owner"),
        pub title: Option<String> = optional("title"),
        pub due: Option<Nullable<String>> = optional("due").format("date"),
        pub labels: Option<Nullable<Vec<Nullable<String>>>> = optional("labels"),
        pub color: Option<Color> = optional("color"),
        pub secret: Option<String> = optional("secret"),
    }
    fn new(revision: i64, owner: impl Into<Nullable<String>>);
    fn with_title(title: impl Into<String>);
    fn with_due(due: impl Into<Nullable<String>>);
    fn with_labels(labels: impl Into<Nullable<Vec<Nullable<String>>>>);
    fn with_color(color: Color);
    fn with_secret(secret: impl Into<String>);
}
