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
    arguments! {
        fn new(body: types::Error);
    }
}

impl Operation for SendOperation {
    type Output = types::ValueSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("send", "/send");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `POST /send`
    ///
    /// See [`SendOperation`].
    fn send_operation(body: types::Error) -> Result<types::ValueSchema, Error<Value>> {
        SendOperation::new(body)
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
    arguments! {
        fn new();
        fn with_self_(self_: impl Into<String>);
        fn with_type(r#type: impl Into<String>);
        fn with_send(send: impl Into<String>);
    }
}

impl Operation for Type {
    type Output = types::OptionSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("type", "/type");
    parameters! {
        self_ = query("self"),
        r#type = query("type"),
        send = query("send"),
    }
}

requests! {
    /// `GET /type`
    ///
    /// What is optional is set on [`Type`], which is then passed to `send`.
    fn r#type() -> Result<types::OptionSchema, Error<Value>> {
        Type::new()
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
    arguments! {
        fn new();
    }
}

impl Operation for GetAB {
    type Output = types::VecSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("get /a-b", "/a-b");
}

requests! {
    /// `GET /a-b`
    ///
    /// See [`GetAB`].
    fn get_a_b() -> Result<types::VecSchema, Error<Value>> {
        GetAB::new()
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
    arguments! {
        fn new();
    }
}

impl Operation for GetAB2 {
    type Output = types::StringSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("get /a_b", "/a_b");
}

requests! {
    /// `GET /a_b`
    ///
    /// See [`GetAB2`].
    fn get_a_b_2() -> Result<types::StringSchema, Error<Value>> {
        GetAB2::new()
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
    arguments! {
        fn new();
    }
}

impl Operation for NewOperation {
    type Output = types::Crate;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("new", "/new");
}

requests! {
    /// `GET /new`
    ///
    /// See [`NewOperation`].
    fn new_operation() -> Result<types::Crate, Error<Value>> {
        NewOperation::new()
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
    fields! {
        fn new();
        fn with_box(r#box: OptionSchema);
    }
}

object! {
    BoxSchema {
        r#box = optional("Box"),
    }
}

/// The schema `Client`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Client {
    /// The property `a`.
    pub a: Option<String>,
}

object! {
    Client {
        a = optional("a"),
    }
}

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

object! {
    Crate {
        reply = optional("reply"),
        object = optional("object"),
        client = optional("client"),
    }
}

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
    fields! {
        fn new(self_: impl Into<String>, crate_: impl Into<String>);
        fn with_type(r#type: impl Into<String>);
        fn with_underscore(underscore: impl Into<String>);
        fn with_unnamed(unnamed: impl Into<String>);
        fn with_value_1st(value_1st: impl Into<String>);
        fn with_ref(r#ref: impl Into<String>);
        fn with_id(id: impl Into<String>);
        fn with_new(new: impl Into<String>);
        fn with_validate(validate: impl Into<String>);
        fn with_default(default: impl Into<String>);
        fn with_x_y(x_y: impl Into<String>);
        fn with_x_y_2(x_y_2: impl Into<String>);
        fn with_x_y_3(x_y_3: impl Into<String>);
    }
}

object! {
    Error {
        self_ = required("self"),
        crate_ = required("crate"),
        r#type = optional("type"),
        underscore = optional("_"),
        unnamed = optional(""),
        value_1st = optional("1st"),
        r#ref = optional("$ref"),
        id = optional("@id"),
        new = optional("new"),
        validate = optional("validate"),
        default = optional("default"),
        x_y = optional("x-y"),
        x_y_2 = optional("x_y"),
        x_y_3 = optional("xY"),
    }
}

text_enum! {
    /// The schema `Event`.
    pub enum Event {
        In = "in",
        File = "file",
    }
}

/// The schema `File`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct File {
    /// The property `content`.
    ///
    /// Format: `byte`.
    pub content: Option<Base64>,
    /// The property `key`.
    ///
    /// Format: `password`.
    pub key: Option<crate::runtime::Secret>,
}

impl File {
    fields! {
        fn new();
        fn with_content(content: impl Into<Base64>);
        fn with_key(key: impl Into<crate::runtime::Secret>);
    }
}

object! {
    File {
        content = optional("content"),
        key = optional("key"),
    }
}

/// The schema `Foo`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Foo {
    /// The property `bar`.
    pub bar: Option<FooBar3>,
}

impl Foo {
    fields! {
        fn new();
        fn with_bar(bar: FooBar3);
    }
}

object! {
    Foo {
        bar = optional("bar"),
    }
}

/// The schema `FooBar`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FooBar {
    /// The property `b`.
    pub b: Option<String>,
}

impl FooBar {
    fields! {
        fn new();
        fn with_b(b: impl Into<String>);
    }
}

object! {
    FooBar {
        b = optional("b"),
    }
}

/// The schema `foo_bar`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FooBar2 {
    /// The property `c`.
    pub c: Option<String>,
}

impl FooBar2 {
    fields! {
        fn new();
        fn with_c(c: impl Into<String>);
    }
}

object! {
    FooBar2 {
        c = optional("c"),
    }
}

/// `bar` of `Foo`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FooBar3 {
    /// The property `a`.
    pub a: Option<String>,
}

impl FooBar3 {
    fields! {
        fn new();
        fn with_a(a: impl Into<String>);
    }
}

object! {
    FooBar3 {
        a = optional("a"),
    }
}

/// The schema `Object`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ObjectSchema {
    /// The property `a`.
    pub a: Option<String>,
}

object! {
    ObjectSchema {
        a = optional("a"),
    }
}

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

object! {
    OptionSchema {
        some = required("Some"),
        some_2 = required("some"),
        some_3 = required("SOME"),
    }
}

/// The schema `Reply`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reply {
    /// The property `a`.
    pub a: Option<String>,
}

object! {
    Reply {
        a = optional("a"),
    }
}

/// The schema `Secret`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Secret {
    /// The property `key`.
    ///
    /// Format: `password`.
    pub key: Option<crate::runtime::Secret>,
    /// The property `file`.
    pub file: Option<File>,
}

impl Secret {
    fields! {
        fn new();
        fn with_key(key: impl Into<crate::runtime::Secret>);
        fn with_file(file: File);
    }
}

object! {
    Secret {
        key = optional("key"),
        file = optional("file"),
    }
}

text_enum! {
    /// The schema `String`.
    pub enum StringSchema {
        String = "String",
        SchemaSelf = "Self",
        SchemaSelf2 = "self",
    }
}

/// The schema `Value`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ValueSchema {
    /// The property `value`.
    pub value: Option<String>,
}

object! {
    ValueSchema {
        value = optional("value"),
    }
}

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
