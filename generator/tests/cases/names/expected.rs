// === operations.rs

//! The operations of the API, by path and method.

mod gruf6udfe_co;
mod r#type;
mod untagged;

pub use gruf6udfe_co::*;
pub use r#type::*;
pub use untagged::*;

// === operations/gruf6udfe_co.rs

//! Größe &amp; Co

use crate::runtime::prelude::*;
use crate::types;

/// `POST /send`
///
/// Replies:
///
/// - `200`: A.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendOperation {
    /// The request body.
    pub body: types::Error,
}

impl SendOperation {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: types::Error) -> Self {
        Self { body }
    }
}

impl Operation for SendOperation {
    type Output = types::ValueSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("send", "POST", "/send")
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
    /// `POST /send`
    ///
    /// See [`SendOperation`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn send_operation(
        &self,
        body: types::Error,
    ) -> Result<types::ValueSchema, Error<Value>> {
        self.send(&SendOperation::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /send`
    ///
    /// See [`SendOperation`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn send_operation(
        &self,
        body: types::Error,
    ) -> Result<types::ValueSchema, Error<Value>> {
        self.send(&SendOperation::new(body))
    }
}

// === operations/type.rs

//! type

use crate::runtime::prelude::*;
use crate::types;

/// `GET /type`
///
/// Replies:
///
/// - `200`: A.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Type {
    /// The query parameter `self`.
    pub self_: Option<String>,
    /// The query parameter `type`.
    pub r#type: Option<String>,
    /// The query parameter `send`.
    pub send: Option<String>,
}

impl Type {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `self_`.
    #[must_use]
    pub fn with_self_(mut self, self_: impl Into<String>) -> Self {
        self.self_ = Some(self_.into());
        self
    }

    /// Sets `type`.
    #[must_use]
    pub fn with_type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }

    /// Sets `send`.
    #[must_use]
    pub fn with_send(mut self, send: impl Into<String>) -> Self {
        self.send = Some(send.into());
        self
    }
}

impl Operation for Type {
    type Output = types::OptionSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("type", "GET", "/type")
        .accept("application/json");
    const PARAMETERS: &'static [Parameter] = &[
        query("self"),
        query("type"),
        query("send"),
    ];
    parameters!(self_, r#type, send);

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /type`
    ///
    /// What is optional is set on [`Type`], which is then passed to `send`.
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn r#type(&self) -> Result<types::OptionSchema, Error<Value>> {
        self.send(&Type::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /type`
    ///
    /// What is optional is set on [`Type`], which is then passed to `send`.
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn r#type(&self) -> Result<types::OptionSchema, Error<Value>> {
        self.send(&Type::new())
    }
}

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `GET /a-b`
///
/// Replies:
///
/// - `200`: A.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetAB {}

impl GetAB {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for GetAB {
    type Output = types::VecSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("get /a-b", "GET", "/a-b")
        .accept("application/json");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /a-b`
    ///
    /// See [`GetAB`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn get_a_b(&self) -> Result<types::VecSchema, Error<Value>> {
        self.send(&GetAB::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /a-b`
    ///
    /// See [`GetAB`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn get_a_b(&self) -> Result<types::VecSchema, Error<Value>> {
        self.send(&GetAB::new())
    }
}

/// `GET /a_b`
///
/// Replies:
///
/// - `200`: A.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetAB2 {}

impl GetAB2 {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for GetAB2 {
    type Output = types::StringSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("get /a_b", "GET", "/a_b")
        .accept("application/json");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /a_b`
    ///
    /// See [`GetAB2`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn get_a_b_2(&self) -> Result<types::StringSchema, Error<Value>> {
        self.send(&GetAB2::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /a_b`
    ///
    /// See [`GetAB2`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn get_a_b_2(&self) -> Result<types::StringSchema, Error<Value>> {
        self.send(&GetAB2::new())
    }
}

/// `GET /new`
///
/// Replies:
///
/// - `200`: A.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct NewOperation {}

impl NewOperation {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Operation for NewOperation {
    type Output = types::Crate;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("new", "GET", "/new")
        .accept("application/json");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /new`
    ///
    /// See [`NewOperation`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn new_operation(&self) -> Result<types::Crate, Error<Value>> {
        self.send(&NewOperation::new()).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /new`
    ///
    /// See [`NewOperation`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn new_operation(&self) -> Result<types::Crate, Error<Value>> {
        self.send(&NewOperation::new())
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Box`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BoxSchema {
    /// The property `Box`.
    pub r#box: Option<OptionSchema>,
}

impl BoxSchema {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `box`.
    #[must_use]
    pub fn with_box(mut self, r#box: OptionSchema) -> Self {
        self.r#box = Some(r#box);
        self
    }
}

impl Object for BoxSchema {
    const MEMBERS: &'static [Member] = &[optional("Box")];
}
object!(BoxSchema: r#box);

/// The schema `Client`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Client {
    /// The property `a`.
    pub a: Option<String>,
}

impl Object for Client {
    const MEMBERS: &'static [Member] = &[optional("a")];
}
object!(Client: a);

/// The schema `crate`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Crate {
    /// The property `reply`.
    pub reply: Option<Reply>,
    /// The property `object`.
    pub object: Option<ObjectSchema>,
    /// The property `client`.
    pub client: Option<Client>,
}

impl Object for Crate {
    const MEMBERS: &'static [Member] = &[
        optional("reply"),
        optional("object"),
        optional("client"),
    ];
}
object!(Crate: reply, object, client);

/// The schema `Error`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Error {
    /// The property `self`.
    pub self_: String,
    /// The property `crate`.
    pub crate_: String,
    /// The property `type`.
    pub r#type: Option<String>,
    /// The property `_`.
    pub underscore: Option<String>,
    /// The property (empty).
    pub unnamed: Option<String>,
    /// The property `1st`.
    pub value_1st: Option<String>,
    /// The property `$ref`.
    pub r#ref: Option<String>,
    /// The property `@id`.
    pub id: Option<String>,
    /// The property `new`.
    pub new: Option<String>,
    /// The property `validate`.
    pub validate: Option<String>,
    /// The property `default`.
    pub default: Option<String>,
    /// The property `x-y`.
    pub x_y: Option<String>,
    /// The property `x_y`.
    pub x_y_2: Option<String>,
    /// The property `xY`.
    pub x_y_3: Option<String>,
}

impl Error {
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(self_: impl Into<String>, crate_: impl Into<String>) -> Self {
        Self {
            self_: self_.into(),
            crate_: crate_.into(),
            ..Self::blank()
        }
    }

    /// Sets `type`.
    #[must_use]
    pub fn with_type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }

    /// Sets `underscore`.
    #[must_use]
    pub fn with_underscore(mut self, underscore: impl Into<String>) -> Self {
        self.underscore = Some(underscore.into());
        self
    }

    /// Sets `unnamed`.
    #[must_use]
    pub fn with_unnamed(mut self, unnamed: impl Into<String>) -> Self {
        self.unnamed = Some(unnamed.into());
        self
    }

    /// Sets `value_1st`.
    #[must_use]
    pub fn with_value_1st(mut self, value_1st: impl Into<String>) -> Self {
        self.value_1st = Some(value_1st.into());
        self
    }

    /// Sets `ref`.
    #[must_use]
    pub fn with_ref(mut self, r#ref: impl Into<String>) -> Self {
        self.r#ref = Some(r#ref.into());
        self
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `new`.
    #[must_use]
    pub fn with_new(mut self, new: impl Into<String>) -> Self {
        self.new = Some(new.into());
        self
    }

    /// Sets `validate`.
    #[must_use]
    pub fn with_validate(mut self, validate: impl Into<String>) -> Self {
        self.validate = Some(validate.into());
        self
    }

    /// Sets `default`.
    #[must_use]
    pub fn with_default(mut self, default: impl Into<String>) -> Self {
        self.default = Some(default.into());
        self
    }

    /// Sets `x_y`.
    #[must_use]
    pub fn with_x_y(mut self, x_y: impl Into<String>) -> Self {
        self.x_y = Some(x_y.into());
        self
    }

    /// Sets `x_y_2`.
    #[must_use]
    pub fn with_x_y_2(mut self, x_y_2: impl Into<String>) -> Self {
        self.x_y_2 = Some(x_y_2.into());
        self
    }

    /// Sets `x_y_3`.
    #[must_use]
    pub fn with_x_y_3(mut self, x_y_3: impl Into<String>) -> Self {
        self.x_y_3 = Some(x_y_3.into());
        self
    }
}

impl Object for Error {
    const MEMBERS: &'static [Member] = &[
        required("self"),
        required("crate"),
        optional("type"),
        optional("_"),
        optional(""),
        optional("1st"),
        optional("$ref"),
        optional("@id"),
        optional("new"),
        optional("validate"),
        optional("default"),
        optional("x-y"),
        optional("x_y"),
        optional("xY"),
    ];
}
object!(
    Error: self_, crate_, r#type, underscore, unnamed, value_1st, r#ref, id, new,
    validate, default, x_y, x_y_2, x_y_3
);

/// The schema `Foo`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Foo {
    /// The property `bar`.
    pub bar: Option<FooBar3>,
}

impl Foo {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `bar`.
    #[must_use]
    pub fn with_bar(mut self, bar: FooBar3) -> Self {
        self.bar = Some(bar);
        self
    }
}

impl Object for Foo {
    const MEMBERS: &'static [Member] = &[optional("bar")];
}
object!(Foo: bar);

/// The schema `FooBar`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FooBar {
    /// The property `b`.
    pub b: Option<String>,
}

impl FooBar {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `b`.
    #[must_use]
    pub fn with_b(mut self, b: impl Into<String>) -> Self {
        self.b = Some(b.into());
        self
    }
}

impl Object for FooBar {
    const MEMBERS: &'static [Member] = &[optional("b")];
}
object!(FooBar: b);

/// The schema `foo_bar`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FooBar2 {
    /// The property `c`.
    pub c: Option<String>,
}

impl FooBar2 {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `c`.
    #[must_use]
    pub fn with_c(mut self, c: impl Into<String>) -> Self {
        self.c = Some(c.into());
        self
    }
}

impl Object for FooBar2 {
    const MEMBERS: &'static [Member] = &[optional("c")];
}
object!(FooBar2: c);

/// `bar` of `Foo`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FooBar3 {
    /// The property `a`.
    pub a: Option<String>,
}

impl FooBar3 {
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

impl Object for FooBar3 {
    const MEMBERS: &'static [Member] = &[optional("a")];
}
object!(FooBar3: a);

/// The schema `Object`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ObjectSchema {
    /// The property `a`.
    pub a: Option<String>,
}

impl Object for ObjectSchema {
    const MEMBERS: &'static [Member] = &[optional("a")];
}
object!(ObjectSchema: a);

/// The schema `Option`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OptionSchema {
    /// The property `Some`.
    pub some: String,
    /// The property `some`.
    pub some_2: String,
    /// The property `SOME`.
    pub some_3: String,
}

impl Object for OptionSchema {
    const MEMBERS: &'static [Member] = &[
        required("Some"),
        required("some"),
        required("SOME"),
    ];
}
object!(OptionSchema: some, some_2, some_3);

/// The schema `Reply`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reply {
    /// The property `a`.
    pub a: Option<String>,
}

impl Object for Reply {
    const MEMBERS: &'static [Member] = &[optional("a")];
}
object!(Reply: a);

/// The schema `String`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum StringSchema {
    /// `String`
    String,
    /// `Self`
    SchemaSelf,
    /// `self`
    SchemaSelf2,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl StringSchema {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[
        Self::String,
        Self::SchemaSelf,
        Self::SchemaSelf2,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::String => "String",
            Self::SchemaSelf => "Self",
            Self::SchemaSelf2 => "self",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(StringSchema);

/// The schema `Value`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ValueSchema {
    /// The property `value`.
    pub value: Option<String>,
}

impl Object for ValueSchema {
    const MEMBERS: &'static [Member] = &[optional("value")];
}
object!(ValueSchema: value);

/// The schema `Vec`.
pub type VecSchema = Vec<ValueSchema>;

// === findings
//
// warning[W0801]: the Rust name `FooBar` is taken: `FooBar2` is used here
//   --> spec.yaml:24:5
//    |
// 24 |     foo_bar: {type: object, properties: {c: {type: string}}}
//    |     ^^^^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `FooBar` is taken: `FooBar3` is used here
//   --> spec.yaml:22:38
//    |
// 22 |     Foo: {type: object, properties: {bar: {type: object, properties: {a: {type: string}}}}}
//    |                                      ^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `some` is taken: `some_2` is used here
//   --> spec.yaml:12:93
//    |
// 12 | …ME], properties: {Some: {type: string}, some: {type: string}, SOME: {type: string}}}
//    |                                          ^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//   ... and 6 more of this kind: spec.yaml:12, spec.yaml:14, spec.yaml:14, spec.yaml:16, spec.yaml:8, spec.yaml:8
