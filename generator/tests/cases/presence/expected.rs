// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `PATCH /notes/{id}`
///
/// Replies:
///
/// - `200`: The note.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChangeNote {
    /// The path parameter `id`.
    pub id: String,
    /// The request body.
    pub body: types::NoteChange,
}

impl ChangeNote {
    arguments! {
        fn new(id: impl Into<String>, body: types::NoteChange);
    }
}

impl Operation for ChangeNote {
    type Output = types::Note;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::patch("changeNote", "/notes/{id}");
    parameters! {
        id = path("id"),
    }

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `PATCH /notes/{id}`
    ///
    /// See [`ChangeNote`].
    fn change_note(
        id: impl Into<String>,
        body: types::NoteChange,
    ) -> Result<types::Note, Error<Value>> {
        ChangeNote::new(id, body)
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

/// The schema `Note`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Note {
    /// The property `id`.
    ///
    /// Only replies have it.
    pub id: String,
    /// The property `revision`.
    ///
    /// Only replies have it.
    pub revision: i64,
    /// **Deprecated** by the description.
    pub title: Option<String>,
    /// The property `color`.
    pub color: Option<Nullable<Color>>,
}

object! {
    Note {
        id = required("id"),
        revision = required("revision"),
        title = optional("title"),
        color = optional("color"),
    }
}

/// The schema `NoteChange`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NoteChange {
    /// The property `revision`.
    pub revision: i64,
    /// The property `owner`.
    pub owner: Nullable<String>,
    /// The property `title`.
    pub title: Option<String>,
    /// The property `due`.
    pub due: Option<Nullable<String>>,
    /// The property `labels`.
    pub labels: Option<Nullable<Vec<Nullable<String>>>>,
    /// The property `color`.
    pub color: Option<Color>,
    /// The property `secret`.
    ///
    /// Only requests have it.
    pub secret: Option<String>,
}

impl NoteChange {
    fields! {
        fn new(revision: i64, owner: impl Into<Nullable<String>>);
        fn with_title(title: impl Into<String>);
        fn with_due(due: impl Into<Nullable<String>>);
        fn with_labels(labels: impl Into<Nullable<Vec<Nullable<String>>>>);
        fn with_color(color: Color);
        fn with_secret(secret: impl Into<String>);
    }
}

object! {
    NoteChange {
        revision = required("revision"),
        owner = required("owner"),
        title = optional("title"),
        due = optional("due"),
        labels = optional("labels"),
        color = optional("color"),
        secret = optional("secret"),
    }
}
