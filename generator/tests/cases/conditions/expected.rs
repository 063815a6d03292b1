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
    arguments! {
        fn new(body: types::Contact);
    }
}

impl Operation for AddContact {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addContact", "/contacts").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `POST /contacts`
    ///
    /// See [`AddContact`].
    fn add_contact(body: types::Contact) -> Result<Reply, Error<Value>> {
        AddContact::new(body)
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
    fields! {
        fn new();
        fn with_email(email: impl Into<String>);
        fn with_phone(phone: impl Into<String>);
        fn with_kind(kind: ContactKind);
        fn with_vat(vat: impl Into<String>);
    }
}

object! {
    Contact {
        email = optional("email"),
        phone = optional("phone"),
        kind = optional("kind"),
        vat = optional("vat"),
    }
    rules = object_rules()
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
        )
        .assertions(
            &[
                assertion(
                    "not: {\"required\":[\"email\",\"phone\"]}",
                    schema().not(&schema().required(&["email", "phone"])),
                ),
            ],
        );
}

text_enum! {
    /// `kind` of `Contact`.
    pub enum ContactKind {
        Person = "person",
        Company = "company",
    }
}
