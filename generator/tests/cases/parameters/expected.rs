// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `GET /search/{a}{b}`
    ///
    /// Replies:
    ///
    /// - `200`: Found.
    pub struct GetSearchAB {
        pub a: types::GetSearchABA = path("a").style(Style::Matrix).explode(true),
        pub b: bool = path("b"),
    }
    send fn get_search_a_b(a: types::GetSearchABA, b: bool) -> Result<Reply, Error<Value>>;
    fn new(a: types::GetSearchABA, b: bool);
}

impl Operation for GetSearchAB {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("get /search/{a}{b}", "/search/{a}{b}").accept("*/*");
}

operation! {
    /// `GET /shops/{shop}/items/{item}.{format}`
    ///
    /// Replies:
    ///
    /// - `200`: The item.
    pub struct GetItem {
        /// The shop.
        pub shop: i64 = path("shop").minimum(1),
        pub item: Vec<String> = path("item").style(Style::Label),
        pub format: types::GetItemFormat = path("format"),
        pub q: Option<String> = query("q").max_length(80),
        pub filter_name: Option<String> = query("filter[name]"),
        pub ids: Option<Vec<i64>> = query("ids").explode(false),
        pub pipes: Option<Vec<String>> = query("pipes").style(Style::PipeDelimited),
        pub spaces: Option<Vec<String>> = query("spaces").style(Style::SpaceDelimited),
        pub r#where: Option<types::GetItemWhere> = query("where").style(Style::DeepObject).explode(true),
        pub raw: Option<String> = query("raw").allow_reserved(),
        pub blob: Option<types::GetItemBlob> = query("blob").json(),
        /// The server's default: `20`.
        pub limit: i64 = query("limit").required().maximum(100),
        pub x_request_id: Option<String> = header("X-Request-Id").format("uuid"),
        pub session: Option<String> = cookie("session"),
        pub limit_header: Option<i64> = header("limit"),
        /// The value may be empty: `Nullable::Null`.
        pub verbose: Option<Nullable<bool>> = query("verbose"),
        /// The value may be empty.
        pub note: Option<String> = query("note"),
        /// **Deprecated** by the description.
        pub old: Option<bool> = query("old"),
    }
    send fn get_item(
        shop: i64,
        item: Vec<String>,
        format: types::GetItemFormat,
        limit: i64,
    ) -> Result<String, Error<Value>>;
    fn new(shop: i64, item: Vec<String>, format: types::GetItemFormat, limit: i64);
    fn with_q(q: impl Into<String>);
    fn with_filter_name(filter_name: impl Into<String>);
    fn with_ids(ids: Vec<i64>);
    fn with_pipes(pipes: Vec<String>);
    fn with_spaces(spaces: Vec<String>);
    fn with_where(r#where: types::GetItemWhere);
    fn with_raw(raw: impl Into<String>);
    fn with_blob(blob: types::GetItemBlob);
    fn with_x_request_id(x_request_id: impl Into<String>);
    fn with_session(session: impl Into<String>);
    fn with_limit_header(limit_header: i64);
    fn with_verbose(verbose: impl Into<Nullable<bool>>);
    fn with_note(note: impl Into<String>);
    fn with_old(old: bool);
}

impl Operation for GetItem {
    type Output = String;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("getItem", "/shops/{shop}/items/{item}.{format}");
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The parameter `blob` of `getItem`.
    pub struct GetItemBlob {
        pub a: Option<i64> = optional("a"),
    }
    fn new();
    fn with_a(a: i64);
}

text_enum! {
    /// The parameter `format` of `getItem`.
    pub enum GetItemFormat {
        Json = "json",
        Xml = "xml",
    }
}

object! {
    /// The parameter `where` of `getItem`.
    pub struct GetItemWhere {
        pub color: Option<String> = optional("color"),
        pub size: Option<i64> = optional("size"),
    }
    fn new();
    fn with_color(color: impl Into<String>);
    fn with_size(size: i64);
}

object! {
    /// The parameter `a` of `get /search/{a}{b}`.
    pub struct GetSearchABA {
        pub x: Option<i64> = optional("x"),
    }
    fn new();
    fn with_x(x: i64);
}

// === findings
//
// warning[W0611]: parameter `q` is left out
//   --> spec.yaml:27:11
//    |
// 27 |         - {name: q, in: query, schema: {type: integer}}
//    |           ^
//    = help: another with this name stands before it
//
// warning[W0611]: parameter `Accept` is left out
//   --> spec.yaml:22:11
//    |
// 22 |         - {name: Accept, in: header, schema: {type: string}}
//    |           ^
//    = help: OpenAPI ignores header parameters with this name: the client sets it by itself
