// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `POST /contacts`
///
/// Replies:
///
/// - `204`: Added.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddContact {
    /// The request body.
    pub body: types::Contact,
}

impl AddContact {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: types::Contact) -> Self {
        Self { body }
    }
}

impl Operation for AddContact {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("addContact", "POST", "/contacts");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /contacts`
    ///
    /// See [`AddContact`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn add_contact(
        &self,
        body: types::Contact,
    ) -> Result<Reply, Error<Value>> {
        self.send(&AddContact::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /contacts`
    ///
    /// See [`AddContact`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn add_contact(&self, body: types::Contact) -> Result<Reply, Error<Value>> {
        self.send(&AddContact::new(body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Contact`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Contact {
    /// The property `email`.
    pub email: Option<String>,
    /// The property `phone`.
    pub phone: Option<String>,
    /// The property `kind`.
    pub kind: Option<ContactKind>,
    /// The property `vat`.
    pub vat: Option<String>,
}

impl Contact {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `email`.
    #[must_use]
    pub fn with_email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `phone`.
    #[must_use]
    pub fn with_phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets `kind`.
    #[must_use]
    pub fn with_kind(mut self, kind: ContactKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Sets `vat`.
    #[must_use]
    pub fn with_vat(mut self, vat: impl Into<String>) -> Self {
        self.vat = Some(vat.into());
        self
    }
}

impl Object for Contact {
    const MEMBERS: &'static [Member] = &[
        optional("email"),
        optional("phone"),
        optional("kind"),
        optional("vat"),
    ];
    const RULES: ObjectRules = object_rules()
        .min_properties(1)
        .conditions(
            &[
                one_of(
                    &[
                        branch().when(&[is("kind", &["person"])]),
                        branch().when(&[is("kind", &["company"])]).requires(&["vat"]),
                    ],
                ),
                any_of(&[branch().requires(&["email"]), branch().requires(&["phone"])]),
            ],
        );
}
object!(Contact: email, phone, kind, vat);

/// `kind` of `Contact`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ContactKind {
    /// `person`
    Person,
    /// `company`
    Company,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl ContactKind {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::Person, Self::Company];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Person => "person",
            Self::Company => "company",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(ContactKind);

// === findings
//
// warning[W0410]: `not` is not supported
//   --> spec.yaml:28:7
//    |
// 28 |       not: {required: [email, phone]}
//    |       ^^^
//
// warning[W0511]: `not` is not checked
//   --> spec.yaml:28:12
//    |
// 28 |       not: {required: [email, phone]}
//    |            ^
