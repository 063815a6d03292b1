// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /contacts`
    ///
    /// Replies:
    ///
    /// - `204`: Added.
    pub struct AddContact {
        /// The request body.
        pub body: types::Contact,
    }
    send fn add_contact(body: types::Contact) -> Result<Reply, Error<Value>>;
    fn new(body: types::Contact);
}

impl Operation for AddContact {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addContact", "/contacts").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Contact`.
    pub struct Contact {
        pub email: Option<String> = optional("email"),
        pub phone: Option<String> = optional("phone"),
        pub kind: Option<ContactKind> = optional("kind"),
        pub vat: Option<String> = optional("vat"),
    }
    rules = object_rules()
        .min_properties(1)
        .conditions(&[
            one_of(&[
                branch().when(&[is("kind", &["person"])]),
                branch().when(&[is("kind", &["company"])]).requires(&["vat"]),
            ]),
            any_of(&[branch().requires(&["email"]), branch().requires(&["phone"])]),
        ])
        .assertions(&[
            assertion(
                "not: {\"required\":[\"email\",\"phone\"]}",
                schema().not(&schema().required(&["email", "phone"])),
            ),
        ]);
    fn new();
    fn with_email(email: impl Into<String>);
    fn with_phone(phone: impl Into<String>);
    fn with_kind(kind: ContactKind);
    fn with_vat(vat: impl Into<String>);
}

text_enum! {
    /// `kind` of `Contact`.
    pub enum ContactKind {
        Person = "person",
        Company = "company",
    }
}
