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
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(id: impl Into<String>, body: types::NoteChange) -> Self {
        Self { id: id.into(), body }
    }
}

impl Operation for ChangeNote {
    type Output = types::Note;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("changeNote", "PATCH", "/notes/{id}")
        .accept("application/json");
    const PARAMETERS: &'static [Parameter] = &[path("id")];
    parameters!(id);

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
    /// `PATCH /notes/{id}`
    ///
    /// See [`ChangeNote`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn change_note(
        &self,
        id: impl Into<String>,
        body: types::NoteChange,
    ) -> Result<types::Note, Error<Value>> {
        self.send(&ChangeNote::new(id, body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `PATCH /notes/{id}`
    ///
    /// See [`ChangeNote`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn change_note(
        &self,
        id: impl Into<String>,
        body: types::NoteChange,
    ) -> Result<types::Note, Error<Value>> {
        self.send(&ChangeNote::new(id, body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Color`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Color {
    /// `red`
    Red,
    /// `green`
    Green,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl Color {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::Red, Self::Green];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Red => "red",
            Self::Green => "green",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(Color);

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

impl Object for Note {
    const MEMBERS: &'static [Member] = &[
        required("id"),
        required("revision"),
        optional("title"),
        optional("color"),
    ];
}
object!(Note: id, revision, title, color);

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
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(revision: i64, owner: impl Into<Nullable<String>>) -> Self {
        Self {
            revision,
            owner: owner.into(),
            ..Self::blank()
        }
    }

    /// Sets `title`.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets `due`.
    #[must_use]
    pub fn with_due(mut self, due: impl Into<Nullable<String>>) -> Self {
        self.due = Some(due.into());
        self
    }

    /// Sets `labels`.
    #[must_use]
    pub fn with_labels(
        mut self,
        labels: impl Into<Nullable<Vec<Nullable<String>>>>,
    ) -> Self {
        self.labels = Some(labels.into());
        self
    }

    /// Sets `color`.
    #[must_use]
    pub fn with_color(mut self, color: Color) -> Self {
        self.color = Some(color);
        self
    }

    /// Sets `secret`.
    #[must_use]
    pub fn with_secret(mut self, secret: impl Into<String>) -> Self {
        self.secret = Some(secret.into());
        self
    }
}

impl Object for NoteChange {
    const MEMBERS: &'static [Member] = &[
        required("revision"),
        required("owner"),
        optional("title"),
        optional("due"),
        optional("labels"),
        optional("color"),
        optional("secret"),
    ];
}
object!(NoteChange: revision, owner, title, due, labels, color, secret);
