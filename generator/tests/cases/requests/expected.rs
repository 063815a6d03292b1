// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /fields`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendFields {
        /// The request body.
        pub body: types::Order,
    }
    send fn send_fields(body: types::Order) -> Result<Reply, Error<Value>>;
    fn new(body: types::Order);
}

impl Operation for SendFields {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendFields", "/fields").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        const ENCODINGS: &[FieldEncoding] = &[
            field("stops").content_type("application/xml").form(&element("stops")),
        ];
        Some(Body::form(&self.body).encodings(ENCODINGS))
    }
}

operation! {
    /// `POST /forms`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendForm {
        /// The header `X-Rank` of the part `tags`.
        pub tags_x_rank: Option<i64> = header("X-Rank").of_part("tags").minimum(1),
        /// The request body.
        pub body: types::Order,
    }
    send fn send_form(body: types::Order) -> Result<Reply, Error<Value>>;
    fn new(body: types::Order);
    fn with_tags_x_rank(tags_x_rank: i64);
}

impl Operation for SendForm {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendForm", "/forms").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        const ENCODINGS: &[FieldEncoding] = &[
            field("address")
                .content_type("application/xml; charset=utf-8")
                .form(&element("addr")),
            field("stops").content_type("text/xml").form(&element("stops")),
            field("note").content_type("application/xml"),
            field("tags").content_type("application/json"),
        ];
        Some(Body::multipart(&self.body).encodings(ENCODINGS))
    }
}

operation! {
    /// `PATCH /imports`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct ImportAny {
        /// The request body.
        pub body: File,
    }
    send fn import_any(body: impl Into<File>) -> Result<Reply, Error<Value>>;
    fn new(body: impl Into<File>);
}

impl Operation for ImportAny {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::patch("importAny", "/imports").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::file(&self.body).media_type("application/x-ndjson"))
    }
}

operation! {
    /// `POST /imports`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct ImportLines {
        /// The request body.
        pub body: Vec<types::Address>,
    }
    send fn import_lines(body: Vec<types::Address>) -> Result<Reply, Error<Value>>;
    fn new(body: Vec<types::Address>);
}

impl Operation for ImportLines {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("importLines", "/imports").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::lines(&self.body))
    }
}

operation! {
    /// `PUT /imports`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct ImportSequence {
        /// The request body.
        pub body: Option<Vec<i64>>,
    }
    send fn import_sequence(body: impl Into<Option<Vec<i64>>>) -> Result<Reply, Error<Value>> = ImportSequence {
        body: body.into(),
    };
    fn new();
    fn with_body(body: Vec<i64>);
}

impl Operation for ImportSequence {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("importSequence", "/imports").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        const RULE: Rule = rule().each(&rule().minimum(1));
        Some(
            Body::lines(self.body.as_ref()?)
                .media_type("application/json-seq")
                .rule(RULE),
        )
    }
}

operation! {
    /// `POST /mails`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendRelated {
        /// The header `Content-ID` of the part `address`.
        pub address_content_id: String = header("Content-ID").of_part("address").required(),
        /// The request body.
        pub body: types::SendRelatedBody,
    }
    send fn send_related(
        address_content_id: impl Into<String>,
        body: types::SendRelatedBody,
    ) -> Result<Reply, Error<Value>>;
    fn new(address_content_id: impl Into<String>, body: types::SendRelatedBody);
}

impl Operation for SendRelated {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("sendRelated", "/mails").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::multipart(&self.body).media_type("multipart/related"))
    }
}

operation! {
    /// `PUT /mails`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SendMixed {
        /// The request body.
        pub body: types::SendMixedBody,
    }
    send fn send_mixed(body: types::SendMixedBody) -> Result<Reply, Error<Value>>;
    fn new(body: types::SendMixedBody);
}

impl Operation for SendMixed {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("sendMixed", "/mails").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::multipart(&self.body).media_type("multipart/mixed"))
    }
}

operation! {
    /// `DELETE /pictures`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct DropAny {
        /// The request body.
        pub body: types::Address,
    }
    send fn drop_any(body: types::Address) -> Result<Reply, Error<Value>>;
    fn new(body: types::Address);
}

impl Operation for DropAny {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::delete("dropAny", "/pictures").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

operation! {
    /// `PATCH /pictures`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct AddText {
        /// The request body.
        ///
        /// The caller says what it is ([`File::media_type`]): `text/*`.
        pub body: AddTextBody,
    }
    send fn add_text(body: impl Into<AddTextBody>) -> Result<Reply, Error<Value>>;
    fn new(body: impl Into<AddTextBody>);
}

impl Operation for AddText {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::patch("addText", "/pictures").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(
            match &self.body {
                AddTextBody::Csv(body) => Body::text(body).media_type("text/csv"),
                AddTextBody::Text(body) => Body::file(body).media_type("text/plain"),
            },
        )
    }
}

/// What a [`AddText`] can carry.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AddTextBody {
    /// `text/csv`
    Csv(String),
    /// `text/*`
    Text(File),
}

impl From<String> for AddTextBody {
    fn from(value: String) -> Self {
        Self::Csv(value)
    }
}

impl From<File> for AddTextBody {
    fn from(value: File) -> Self {
        Self::Text(value)
    }
}

operation! {
    /// `POST /pictures`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct AddAny {
        /// The request body.
        ///
        /// The caller says what it is ([`File::media_type`]): `*/*`.
        pub body: File,
    }
    send fn add_any(body: impl Into<File>) -> Result<Reply, Error<Value>>;
    fn new(body: impl Into<File>);
}

impl Operation for AddAny {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addAny", "/pictures").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::file(&self.body))
    }
}

operation! {
    /// `PUT /pictures`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct PutPicture {
        /// The request body.
        ///
        /// The caller says what it is ([`File::media_type`]): `image/*`.
        pub body: File,
    }
    send fn put_picture(body: impl Into<File>) -> Result<Reply, Error<Value>>;
    fn new(body: impl Into<File>);
}

impl Operation for PutPicture {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putPicture", "/pictures").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::file(&self.body))
    }
}

operation! {
    /// `GET /search/{where}`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Search {
        pub r#where: Nullable<String> = path("where"),
        pub kind: Option<types::SearchKind> = query("kind"),
        pub page: Option<types::Page> = query("page").minimum(1),
        pub json: Option<Nullable<i64>> = query("json").json(),
        /// The order.
        pub sort: Option<String> = query("sort"),
        pub since: Option<types::SearchSince> = query("since").style(Style::DeepObject).explode(true),
        /// Requests that set it are refused: the style `form` has no form for lists and objects within others.
        pub rows: Option<Vec<Vec<i64>>> = query("rows"),
        /// Requests that set `b` of it are refused: the style `form` has no form for lists and objects within others.
        pub r#box: Option<types::SearchBox> = query("box"),
    }
    send fn search(r#where: impl Into<Nullable<String>>) -> Result<Reply, Error<Value>>;
    fn new(r#where: impl Into<Nullable<String>>);
    fn with_kind(kind: types::SearchKind);
    fn with_page(page: types::Page);
    fn with_json(json: impl Into<Nullable<i64>>);
    fn with_sort(sort: impl Into<String>);
    fn with_since(since: impl Into<types::SearchSince>);
    fn with_rows(rows: Vec<Vec<i64>>);
    fn with_box(r#box: types::SearchBox);
}

impl Operation for Search {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("search", "/search/{where}").accept("*/*");
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Address`.
    pub struct Address {
        pub city: String = required("city").min_length(1),
    }
    fn new(city: impl Into<String>);
}

object! {
    /// The schema `Order`.
    pub struct Order {
        pub address: Option<Address> = optional("address"),
        pub stops: Option<Vec<OrderStopsItem>> = optional("stops"),
        pub note: Option<String> = optional("note"),
        pub tags: Option<Vec<String>> = optional("tags"),
    }
    fn new();
    fn with_address(address: Address);
    fn with_stops(stops: Vec<OrderStopsItem>);
    fn with_note(note: impl Into<String>);
    fn with_tags(tags: Vec<String>);
}

object! {
    /// The elements of `stops` of `Order`.
    pub struct OrderStopsItem {
        pub at: Option<i64> = optional("at").xml(&attribute("at")),
    }
    fn new();
    fn with_at(at: i64);
}

/// The schema `Page`.
///
/// Constraints: `minimum: 1`.
pub type Page = i64;

object! {
    /// The parameter `box` of `search`.
    pub struct SearchBox {
        pub a: Option<String> = optional("a"),
        pub b: Option<Vec<String>> = optional("b"),
    }
    fn new();
    fn with_a(a: impl Into<String>);
    fn with_b(b: Vec<String>);
}

text_enum! {
    /// The parameter `kind` of `search`.
    pub enum SearchKind {
        A = "a",
        B = "b",
    }
}

one_of! {
    /// The parameter `since` of `search`.
    pub enum SearchSince {
        /// A whole number.
        Integer(i64) = choice(),
        /// A [`SearchSinceVariant2`].
        Variant2(Box<SearchSinceVariant2>) = choice(),
    }
    from = [Integer(i64), Variant2(SearchSinceVariant2)];
}

object! {
    /// Variant 2 of the parameter `since` of `search`.
    pub struct SearchSinceVariant2 {
        pub gt: Option<i64> = optional("gt"),
    }
    fn new();
    fn with_gt(gt: i64);
}

object! {
    /// The body of `sendMixed`.
    pub struct SendMixedBody {
        pub name: Option<String> = optional("name"),
        /// Format: `binary`.
        pub page: Option<File> = optional("page"),
    }
    fn new();
    fn with_name(name: impl Into<String>);
    fn with_page(page: impl Into<File>);
}

object! {
    /// The body of `sendRelated`.
    pub struct SendRelatedBody {
        pub address: Address = required("address"),
        pub a_b: Option<String> = optional("a b"),
        pub pages: Option<Vec<File>> = optional("pages"),
    }
    fn new(address: Address);
    fn with_a_b(a_b: impl Into<String>);
    fn with_pages(pages: Vec<File>);
}

// === findings
//
// warning[W0604]: `style: deepObject` is for objects: `form` is taken for `sort`
//   --> spec.yaml:62:11
//    |
// 62 |         - {name: sort, in: query, description: The order., style: deepObject, explode: true, schema: {type: string}}
//    |           ^
//
// warning[W0617]: the parameter `rows` cannot be sent: the style `form` has no form for lists and objects within others
//   --> spec.yaml:64:11
//    |
// 64 |         - {name: rows, in: query, schema: {type: array, items: {type: array, items: {type: integer}}}}
//    |           ^
//    = help: requests that set it are refused before they are sent
//
// warning[W0617]: `b` of the parameter `box` cannot be sent: the style `form` has no form for lists and objects within others
//   --> spec.yaml:65:11
//    |
// 65 |         - {name: box, in: query, schema: {type: object, properties: {a: {type: string}, b: {type: array, items: {type: s…
//    |           ^
//    = help: requests that set it are refused before they are sent
//
// note[N0618]: the style `deepObject` is not defined for values other than objects of scalars
//   --> spec.yaml:63:11
//    |
// 63 |         - {name: since, in: query, style: deepObject, explode: true, schema: {oneOf: [{type: integer}, {type: object, pr…
//    |           ^
//    = help: they are written as most servers read them: `name[key][0]=`, `name=`
