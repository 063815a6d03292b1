// === operations.rs

//! The operations of the API, by path and method.

mod gruf6udfe_co;
mod r#type;
mod untagged;

pub use gruf6udfe_co::*;
pub use r#type::*;
pub use untagged::*;

// === operations/gruf6udfe_co.rs

//! Größe & Co

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /send`
    ///
    /// Replies:
    ///
    /// - `200`: A.
    pub struct SendOperation {
        /// The request body.
        pub body: types::Error,
    }
    send fn send_operation(body: types::Error) -> Result<types::ValueSchema, Error<Value>>;
    fn new(body: types::Error);
}

impl Operation for SendOperation {
    type Output = types::ValueSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("send", "/send");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === operations/type.rs

//! type

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `GET /type`
    ///
    /// Replies:
    ///
    /// - `200`: A.
    pub struct Type {
        pub self_: Option<String> = query("self"),
        pub r#type: Option<String> = query("type"),
        pub send: Option<String> = query("send"),
        pub foo_: Option<types::Event> = query("foo"),
        pub 状态: Option<types::Type状态> = query("状态"),
    }
    send fn r#type() -> Result<types::OptionSchema, Error<Value>>;
    fn new();
    fn with_self(self_: impl Into<String>);
    fn with_type(r#type: impl Into<String>);
    fn with_send(send: impl Into<String>);
    fn with_foo(foo_: types::Event);
    fn with_状态(状态: impl Into<types::Type状态>);
}

impl Operation for Type {
    type Output = types::OptionSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("type", "/type");
}

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `GET /a-b`
    ///
    /// Replies:
    ///
    /// - `200`: A.
    pub struct GetAB {}
    send fn get_a_b() -> Result<types::VecSchema, Error<Value>>;
    fn new();
}

impl Operation for GetAB {
    type Output = types::VecSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("get /a-b", "/a-b");
}

operation! {
    /// `GET /a_b`
    ///
    /// Replies:
    ///
    /// - `200`: A.
    pub struct GetAB2 {}
    send fn get_a_b_2() -> Result<types::StringSchema, Error<Value>>;
    fn new();
}

impl Operation for GetAB2 {
    type Output = types::StringSchema;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("get /a_b", "/a_b");
}

operation! {
    /// `GET /new`
    ///
    /// Replies:
    ///
    /// - `200`: A.
    pub struct NewOperation {}
    send fn new_operation() -> Result<types::Crate, Error<Value>>;
    fn new();
}

impl Operation for NewOperation {
    type Output = types::Crate;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("new", "/new");
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Box`.
    pub struct BoxSchema {
        pub r#box: Option<OptionSchema> = optional("Box"),
    }
    fn new();
    fn with_box(r#box: OptionSchema);
}

object! {
    /// The schema `Client`.
    pub struct Client {
        pub a: Option<String> = optional("a"),
    }
}

object! {
    /// The schema `crate`.
    pub struct Crate {
        pub reply: Option<Reply> = optional("reply"),
        pub object: Option<ObjectSchema> = optional("object"),
        pub client: Option<Client> = optional("client"),
    }
}

object! {
    /// The schema `Error`.
    pub struct Error {
        pub self_: String = required("self"),
        pub crate_: String = required("crate"),
        pub r#type: Option<String> = optional("type"),
        pub underscore: Option<String> = optional("_"),
        pub unnamed: Option<String> = optional(""),
        pub value_1st: Option<String> = optional("1st"),
        pub r#ref: Option<String> = optional("$ref"),
        pub id: Option<String> = optional("@id"),
        pub new: Option<String> = optional("new"),
        pub validate: Option<String> = optional("validate"),
        pub default: Option<String> = optional("default"),
        pub x_y: Option<String> = optional("x-y"),
        pub x_y_2: Option<String> = optional("x_y"),
        pub x_y_3: Option<String> = optional("xY"),
        pub 種別: Option<Error種別> = optional("種別"),
    }
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
    fn with_種別(種別: impl Into<Error種別>);
}

text_enum! {
    /// `種別` of `Error`.
    pub enum Error種別 {
        種別 = "種別",
    }
}

text_enum! {
    /// The schema `Event`.
    pub enum Event {
        In = "in",
        File = "file",
    }
}

object! {
    /// The schema `File`.
    pub struct File {
        /// Format: `byte`.
        pub content: Option<Base64> = optional("content"),
        /// Format: `password`.
        pub key: Option<crate::runtime::Secret> = optional("key"),
    }
    fn new();
    fn with_content(content: impl Into<Base64>);
    fn with_key(key: impl Into<crate::runtime::Secret>);
}

object! {
    /// The schema `Foo`.
    pub struct Foo {
        pub bar: Option<FooBar3> = optional("bar"),
    }
    fn new();
    fn with_bar(bar: FooBar3);
}

object! {
    /// The schema `FooBar`.
    pub struct FooBar {
        pub b: Option<String> = optional("b"),
    }
    fn new();
    fn with_b(b: impl Into<String>);
}

object! {
    /// The schema `foo_bar`.
    pub struct FooBar2 {
        pub c: Option<String> = optional("c"),
        pub fault: Option<Type400> = optional("fault"),
    }
    fn new();
    fn with_c(c: impl Into<String>);
    fn with_fault(fault: Type400);
}

object! {
    /// `bar` of `Foo`.
    pub struct FooBar3 {
        pub a: Option<String> = optional("a"),
    }
    fn new();
    fn with_a(a: impl Into<String>);
}

object! {
    /// The schema `Object`.
    pub struct ObjectSchema {
        pub a: Option<String> = optional("a"),
    }
}

object! {
    /// The schema `Option`.
    pub struct OptionSchema {
        pub some: String = required("Some"),
        pub some_2: String = required("some"),
        pub some_3: String = required("SOME"),
    }
}

object! {
    /// The schema `Reply`.
    pub struct Reply {
        pub a: Option<String> = optional("a"),
    }
}

object! {
    /// The schema `Secret`.
    pub struct Secret {
        /// Format: `password`.
        pub key: Option<crate::runtime::Secret> = optional("key"),
        pub file: Option<File> = optional("file"),
    }
    fn new();
    fn with_key(key: impl Into<crate::runtime::Secret>);
    fn with_file(file: File);
}

text_enum! {
    /// The schema `String`.
    pub enum StringSchema {
        String = "String",
        SchemaSelf = "Self",
        SchemaSelf2 = "self",
    }
}

object! {
    /// The schema `thing.v1`.
    pub struct ThingV1 {
        pub a: Option<String> = optional("a"),
    }
    fn new();
    fn with_a(a: impl Into<String>);
}

object! {
    /// The schema `thing_v1`.
    pub struct ThingV1_2 {
        pub b: Option<String> = optional("b"),
    }
    fn new();
    fn with_b(b: impl Into<String>);
}

object! {
    /// The schema `400`.
    pub struct Type400 {
        pub code: Option<Type400Code> = optional("code"),
        pub message: Option<String> = optional("message"),
    }
    fn new();
    fn with_code(code: Type400Code);
    fn with_message(message: impl Into<String>);
}

text_enum! {
    /// `code` of `400`.
    pub enum Type400Code {
        Limit = "limit",
    }
}

text_enum! {
    /// The parameter `状态` of `type`.
    pub enum Type状态 {
        状态 = "状态",
        完成 = "完成",
    }
}

object! {
    /// The schema `Value`.
    pub struct ValueSchema {
        pub value: Option<String> = optional("value"),
    }
}

/// The schema `Vec`.
pub type VecSchema = Vec<ValueSchema>;

// === findings
//
// warning[W0801]: the Rust name `FooBar` is taken: `FooBar2` is used here
//   --> spec.yaml:26:5
//    |
// 26 |     foo_bar: {type: object, properties: {c: {type: string}, fault: {$ref: '#/components/schemas/400'}}}
//    |     ^^^^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `ThingV1` is taken: `ThingV1_2` is used here
//   --> spec.yaml:23:5
//    |
// 23 |     thing_v1: {type: object, properties: {b: {type: string}}}
//    |     ^^^^^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `FooBar` is taken: `FooBar3` is used here
//   --> spec.yaml:24:38
//    |
// 24 |     Foo: {type: object, properties: {bar: {type: object, properties: {a: {type: string}}}}}
//    |                                      ^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//   ... and 7 more of this kind: spec.yaml:12, spec.yaml:12, spec.yaml:14, spec.yaml:14, spec.yaml:16, spec.yaml:8, spec.yaml:8
