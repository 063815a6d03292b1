// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `GET /search/{a}{b}`
///
/// Replies:
///
/// - `200`: Found.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetSearchAB {
    /// The path parameter `a`.
    pub a: types::GetSearchABA,
    /// The path parameter `b`.
    pub b: bool,
}

impl GetSearchAB {
    arguments! {
        fn new(a: types::GetSearchABA, b: bool);
    }
}

impl Operation for GetSearchAB {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("get /search/{a}{b}", "/search/{a}{b}")
        .accept("*/*");
    parameters! {
        a = path("a").style(Style::Matrix).explode(true),
        b = path("b"),
    }
}

requests! {
    /// `GET /search/{a}{b}`
    ///
    /// See [`GetSearchAB`].
    fn get_search_a_b(a: types::GetSearchABA, b: bool) -> Result<Reply, Error<Value>> {
        GetSearchAB::new(a, b)
    }
}

/// `GET /shops/{shop}/items/{item}.{format}`
///
/// Replies:
///
/// - `200`: The item.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetItem {
    /// The shop.
    ///
    /// Constraints: `minimum: 1`.
    pub shop: i64,
    /// The path parameter `item`.
    pub item: Vec<String>,
    /// The path parameter `format`.
    pub format: types::GetItemFormat,
    /// The query parameter `q`.
    ///
    /// Constraints: `maxLength: 80`.
    pub q: Option<String>,
    /// The query parameter `filter[name]`.
    pub filter_name: Option<String>,
    /// The query parameter `ids`.
    pub ids: Option<Vec<i64>>,
    /// The query parameter `pipes`.
    pub pipes: Option<Vec<String>>,
    /// The query parameter `spaces`.
    pub spaces: Option<Vec<String>>,
    /// The query parameter `where`.
    pub r#where: Option<types::GetItemWhere>,
    /// The query parameter `raw`.
    pub raw: Option<String>,
    /// The query parameter `blob`.
    pub blob: Option<types::GetItemBlob>,
    /// The query parameter `limit`.
    ///
    /// Constraints: `maximum: 100`.
    ///
    /// The server's default: `20`.
    pub limit: i64,
    /// The header parameter `X-Request-Id`.
    ///
    /// Format: `uuid`.
    pub x_request_id: Option<String>,
    /// The cookie parameter `session`.
    pub session: Option<String>,
    /// The header parameter `limit`.
    pub limit_header: Option<i64>,
    /// **Deprecated** by the description.
    pub old: Option<bool>,
}

impl GetItem {
    arguments! {
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
        fn with_old(old: bool);
    }
}

impl Operation for GetItem {
    type Output = String;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get(
        "getItem",
        "/shops/{shop}/items/{item}.{format}",
    );
    parameters! {
        shop = path("shop").minimum(1),
        item = path("item").style(Style::Label),
        format = path("format"),
        q = query("q").max_length(80),
        filter_name = query("filter[name]"),
        ids = query("ids").explode(false),
        pipes = query("pipes").style(Style::PipeDelimited),
        spaces = query("spaces").style(Style::SpaceDelimited),
        r#where = query("where").style(Style::DeepObject).explode(true),
        raw = query("raw").allow_reserved(),
        blob = query("blob").json(),
        limit = query("limit").required().maximum(100),
        x_request_id = header("X-Request-Id"),
        session = cookie("session"),
        limit_header = header("limit"),
        old = query("old"),
    }
}

requests! {
    /// `GET /shops/{shop}/items/{item}.{format}`
    ///
    /// What is optional is set on [`GetItem`], which is then passed to `send`.
    fn get_item(
        shop: i64,
        item: Vec<String>,
        format: types::GetItemFormat,
        limit: i64,
    ) -> Result<String, Error<Value>> {
        GetItem::new(shop, item, format, limit)
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The parameter `blob` of `getItem`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetItemBlob {
    /// The property `a`.
    pub a: Option<i64>,
}

impl GetItemBlob {
    fields! {
        fn new();
        fn with_a(a: i64);
    }
}

object! {
    GetItemBlob {
        a = optional("a"),
    }
}

text_enum! {
    /// The parameter `format` of `getItem`.
    pub enum GetItemFormat {
        Json = "json",
        Xml = "xml",
    }
}

/// The parameter `where` of `getItem`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetItemWhere {
    /// The property `color`.
    pub color: Option<String>,
    /// The property `size`.
    pub size: Option<i64>,
}

impl GetItemWhere {
    fields! {
        fn new();
        fn with_color(color: impl Into<String>);
        fn with_size(size: i64);
    }
}

object! {
    GetItemWhere {
        color = optional("color"),
        size = optional("size"),
    }
}

/// The parameter `a` of `get /search/{a}{b}`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetSearchABA {
    /// The property `x`.
    pub x: Option<i64>,
}

impl GetSearchABA {
    fields! {
        fn new();
        fn with_x(x: i64);
    }
}

object! {
    GetSearchABA {
        x = optional("x"),
    }
}

// === findings
//
// warning[W0611]: parameter `Accept` is left out
//   --> spec.yaml:22:11
//    |
// 22 |         - {name: Accept, in: header, schema: {type: string}}
//    |           ^
//    = help: OpenAPI ignores header parameters with this name: the client sets it by itself
