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
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(a: types::GetSearchABA, b: bool) -> Self {
        Self { a, b }
    }
}

impl Operation for GetSearchAB {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new(
        "get /search/{a}{b}",
        "GET",
        "/search/{a}{b}",
    );
    const PARAMETERS: &'static [Parameter] = &[
        path("a").style(Style::Matrix).explode(true),
        path("b"),
    ];
    parameters!(a, b);

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /search/{a}{b}`
    ///
    /// See [`GetSearchAB`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn get_search_a_b(
        &self,
        a: types::GetSearchABA,
        b: bool,
    ) -> Result<Reply, Error<Value>> {
        self.send(&GetSearchAB::new(a, b)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /search/{a}{b}`
    ///
    /// See [`GetSearchAB`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn get_search_a_b(
        &self,
        a: types::GetSearchABA,
        b: bool,
    ) -> Result<Reply, Error<Value>> {
        self.send(&GetSearchAB::new(a, b))
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
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(
        shop: i64,
        item: Vec<String>,
        format: types::GetItemFormat,
        limit: i64,
    ) -> Self {
        Self {
            shop,
            item,
            format,
            limit,
            q: None,
            filter_name: None,
            ids: None,
            pipes: None,
            spaces: None,
            r#where: None,
            raw: None,
            blob: None,
            x_request_id: None,
            session: None,
            limit_header: None,
            old: None,
        }
    }

    /// Sets `q`.
    #[must_use]
    pub fn with_q(mut self, q: impl Into<String>) -> Self {
        self.q = Some(q.into());
        self
    }

    /// Sets `filter_name`.
    #[must_use]
    pub fn with_filter_name(mut self, filter_name: impl Into<String>) -> Self {
        self.filter_name = Some(filter_name.into());
        self
    }

    /// Sets `ids`.
    #[must_use]
    pub fn with_ids(mut self, ids: Vec<i64>) -> Self {
        self.ids = Some(ids);
        self
    }

    /// Sets `pipes`.
    #[must_use]
    pub fn with_pipes(mut self, pipes: Vec<String>) -> Self {
        self.pipes = Some(pipes);
        self
    }

    /// Sets `spaces`.
    #[must_use]
    pub fn with_spaces(mut self, spaces: Vec<String>) -> Self {
        self.spaces = Some(spaces);
        self
    }

    /// Sets `where`.
    #[must_use]
    pub fn with_where(mut self, r#where: types::GetItemWhere) -> Self {
        self.r#where = Some(r#where);
        self
    }

    /// Sets `raw`.
    #[must_use]
    pub fn with_raw(mut self, raw: impl Into<String>) -> Self {
        self.raw = Some(raw.into());
        self
    }

    /// Sets `blob`.
    #[must_use]
    pub fn with_blob(mut self, blob: types::GetItemBlob) -> Self {
        self.blob = Some(blob);
        self
    }

    /// Sets `x_request_id`.
    #[must_use]
    pub fn with_x_request_id(mut self, x_request_id: impl Into<String>) -> Self {
        self.x_request_id = Some(x_request_id.into());
        self
    }

    /// Sets `session`.
    #[must_use]
    pub fn with_session(mut self, session: impl Into<String>) -> Self {
        self.session = Some(session.into());
        self
    }

    /// Sets `limit_header`.
    #[must_use]
    pub fn with_limit_header(mut self, limit_header: i64) -> Self {
        self.limit_header = Some(limit_header);
        self
    }

    /// Sets `old`.
    #[must_use]
    pub fn with_old(mut self, old: bool) -> Self {
        self.old = Some(old);
        self
    }
}

impl Operation for GetItem {
    type Output = String;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new(
            "getItem",
            "GET",
            "/shops/{shop}/items/{item}.{format}",
        )
        .accept("application/json");
    const PARAMETERS: &'static [Parameter] = &[
        path("shop").minimum(1),
        path("item").style(Style::Label),
        path("format"),
        query("q").max_length(80),
        query("filter[name]"),
        query("ids").explode(false),
        query("pipes").style(Style::PipeDelimited),
        query("spaces").style(Style::SpaceDelimited),
        query("where").style(Style::DeepObject).explode(true),
        query("raw").allow_reserved(),
        query("blob").json(),
        query("limit").required().maximum(100),
        header("X-Request-Id"),
        cookie("session"),
        header("limit"),
        query("old"),
    ];
    parameters!(
        shop, item, format, q, filter_name, ids, pipes, spaces, r#where, raw, blob,
        limit, x_request_id, session, limit_header, old
    );

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `GET /shops/{shop}/items/{item}.{format}`
    ///
    /// What is optional is set on [`GetItem`], which is then passed to `send`.
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn get_item(
        &self,
        shop: i64,
        item: Vec<String>,
        format: types::GetItemFormat,
        limit: i64,
    ) -> Result<String, Error<Value>> {
        self.send(&GetItem::new(shop, item, format, limit)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `GET /shops/{shop}/items/{item}.{format}`
    ///
    /// What is optional is set on [`GetItem`], which is then passed to `send`.
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn get_item(
        &self,
        shop: i64,
        item: Vec<String>,
        format: types::GetItemFormat,
        limit: i64,
    ) -> Result<String, Error<Value>> {
        self.send(&GetItem::new(shop, item, format, limit))
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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn with_a(mut self, a: i64) -> Self {
        self.a = Some(a);
        self
    }
}

impl Object for GetItemBlob {
    const MEMBERS: &'static [Member] = &[optional("a")];
}
object!(GetItemBlob: a);

/// The parameter `format` of `getItem`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum GetItemFormat {
    /// `json`
    Json,
    /// `xml`
    Xml,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl GetItemFormat {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::Json, Self::Xml];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Json => "json",
            Self::Xml => "xml",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(GetItemFormat);

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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `color`.
    #[must_use]
    pub fn with_color(mut self, color: impl Into<String>) -> Self {
        self.color = Some(color.into());
        self
    }

    /// Sets `size`.
    #[must_use]
    pub fn with_size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }
}

impl Object for GetItemWhere {
    const MEMBERS: &'static [Member] = &[optional("color"), optional("size")];
}
object!(GetItemWhere: color, size);

/// The parameter `a` of `get /search/{a}{b}`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetSearchABA {
    /// The property `x`.
    pub x: Option<i64>,
}

impl GetSearchABA {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `x`.
    #[must_use]
    pub fn with_x(mut self, x: i64) -> Self {
        self.x = Some(x);
        self
    }
}

impl Object for GetSearchABA {
    const MEMBERS: &'static [Member] = &[optional("x")];
}
object!(GetSearchABA: x);

// === findings
//
// warning[W0611]: parameter `Accept` is left out
//   --> spec.yaml:22:11
//    |
// 22 |         - {name: Accept, in: header, schema: {type: string}}
//    |           ^
//    = help: OpenAPI ignores header parameters with this name: the client sets it by itself
