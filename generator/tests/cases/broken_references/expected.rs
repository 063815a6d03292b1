// === callbacks.rs

//! The requests that the server makes: callbacks and webhooks.

use crate::runtime::prelude::*;
use crate::types;

/// The webhook `delivered`, a `POST`.
///
/// Expected answers:
///
/// - `204`: Noted.
#[derive(Clone, Copy, Debug)]
pub struct Delivered;

impl Callback for Delivered {
    type Body = types::Parcel;
    const METHOD: &'static str = "POST";
    const EXPRESSION: &'static str = "";
}

// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `POST /labels`
///
/// Replies:
///
/// - `200`: The label.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PrintLabel {
    /// The request body.
    pub body: Option<types::PrintLabelBody>,
}

impl PrintLabel {
    arguments! {
        fn new();
        fn with_body(body: types::PrintLabelBody);
    }
}

impl Operation for PrintLabel {
    type Output = types::PrintLabelResponse;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("printLabel", "/labels");

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(|body| Body::json(body))
    }
}

requests! {
    /// `POST /labels`
    ///
    /// See [`PrintLabel`].
    fn print_label(
        body: impl Into<Option<types::PrintLabelBody>>,
    ) -> Result<types::PrintLabelResponse, Error<Value>> {
        let mut operation = PrintLabel::new();
        operation.body = body.into();
        operation
    }
}

/// `GET /parcels`
///
/// Replies:
///
/// - `200`: The parcels.
/// - `404`
/// - `default`: Any failure.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListParcels {
    /// The query parameter `limit`.
    pub limit: Option<i64>,
}

impl ListParcels {
    arguments! {
        fn new();
        fn with_limit(limit: i64);
    }
}

impl ListParcels {
    /// The header `X-Total` of `200`.
    pub const X_TOTAL: ReplyHeader<i64> = ReplyHeader::new("x-total");
}

impl Operation for ListParcels {
    type Output = Vec<types::Parcel>;
    type Failure = ListParcelsFailure;
    const ENDPOINT: Endpoint = Endpoint::get("listParcels", "/parcels");
    parameters! {
        limit = query("limit"),
    }
}

/// What a failed call says, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListParcelsFailure {
    /// `404`
    Status404(Box<Reply>),
    /// `default`
    Default(Box<types::Failure>),
}

impl ReadReply for ListParcelsFailure {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            404 => Ok(Self::Status404(Box::new(reply.clone()))),
            _ => Ok(Self::Default(Box::new(reply.json()?))),
        }
    }
}

requests! {
    /// `GET /parcels`
    ///
    /// What is optional is set on [`ListParcels`], which is then passed to `send`.
    fn list_parcels() -> Result<Vec<types::Parcel>, Error<ListParcelsFailure>> {
        ListParcels::new()
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Failure`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Failure {
    /// The property `reason`.
    pub reason: String,
}

object! {
    Failure {
        reason = required("reason"),
    }
}

/// The schema `Parcel`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parcel {
    /// The property `id`.
    pub id: Option<String>,
    /// The property `order`.
    pub order: Option<ParcelOrder>,
}

object! {
    Parcel {
        id = optional("id"),
        order = optional("order"),
    }
}

/// `order` of `Parcel`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ParcelOrder {
    /// The property `id`.
    pub id: Option<String>,
}

object! {
    ParcelOrder {
        id = optional("id"),
    }
}

/// The body of `printLabel`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PrintLabelBody {
    /// The property `size`.
    pub size: Option<PrintLabelBodySize>,
}

impl PrintLabelBody {
    fields! {
        fn new();
        fn with_size(size: PrintLabelBodySize);
    }
}

object! {
    PrintLabelBody {
        size = optional("size"),
    }
}

text_enum! {
    /// `size` of the body of `printLabel`.
    pub enum PrintLabelBodySize {
        S = "S",
        M = "M",
    }
}

/// The reply `200` of `printLabel`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PrintLabelResponse {
    /// The property `url`.
    pub url: Option<String>,
}

object! {
    PrintLabelResponse {
        url = optional("url"),
    }
}

// === findings
//
// warning[W0302]: `$ref` points at no path item: #/components/pathItems/Orders
//   --> spec.yaml:41:19
//    |
// 41 |   /orders: {$ref: '#/components/pathItems/Orders'}
//    |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//
// warning[W0302]: `$ref` points at nothing: #/components/schemas/Sender
//   --> spec.yaml:61:80
//    |
// 61 |         lines: {type: array, items: {type: object, properties: {sender: {$ref: '#/components/schemas/Sender'}}}}
//    |                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//
// warning[W0302]: `$ref` points at nothing: #/components/schemas/Sort
//  --> spec.yaml:9:50
//   |
// 9 |         - {name: sort, in: query, schema: {$ref: '#/components/schemas/Sort'}}
//   |                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
//   ... and 3 more of this kind: spec.yaml:13, spec.yaml:15, spec.yaml:26
//
// warning[W0608]: the header `X-Next` is left out
//   --> spec.yaml:13:21
//    |
// 13 |           headers: {X-Next: {$ref: '#/components/headers/Next'}, X-Total: {schema: {type: integer}}}
//    |                     ^^^^^^
//    = note: the reference that leads nowhere is at spec.yaml:13:36
//
// warning[W0607]: the path `/orders` is left out
//   --> spec.yaml:41:3
//    |
// 41 |   /orders: {$ref: '#/components/pathItems/Orders'}
//    |   ^^^^^^^
//    = note: the reference that it needs is at spec.yaml:41:19
//
// warning[W0608]: `POST /labels` is generated without the media type `application/xml` of its body
//   --> spec.yaml:29:5
//    |
// 29 |     post:
//    |     ^^^^
//    = note: the reference that leads nowhere is at spec.yaml:61:80
//
// warning[W0608]: `POST /labels` is generated without the media type `application/xml` of the reply `200`
//   --> spec.yaml:29:5
//    |
// 29 |     post:
//    |     ^^^^
//    = note: the reference that leads nowhere is at spec.yaml:61:80
//
// warning[W0608]: `GET /parcels` is generated without the parameter `sort`
//  --> spec.yaml:5:5
//   |
// 5 |     get:
//   |     ^^^
//   = note: the reference that leads nowhere is at spec.yaml:9:50
//
// warning[W0608]: `GET /parcels` is generated without a type for the reply `404`
//  --> spec.yaml:5:5
//   |
// 5 |     get:
//   |     ^^^
//   = note: the reference that leads nowhere is at spec.yaml:15:23
//
// warning[W0607]: `POST /parcels` is left out
//   --> spec.yaml:19:5
//    |
// 19 |     post:
//    |     ^^^^
//    = note: the reference that it needs is at spec.yaml:61:80
//
// warning[W0607]: `GET /parcels/{id}` is left out
//   --> spec.yaml:24:5
//    |
// 24 |     get:
//    |     ^^^
//    = note: the reference that it needs is at spec.yaml:26:72
//
// warning[W0607]: the webhook `ordered` is left out
//   --> spec.yaml:45:5
//    |
// 45 |     post:
//    |     ^^^^
//    = note: the reference that it needs is at spec.yaml:61:80
//
// warning[W0514]: the schema `Order` is left out
//   --> spec.yaml:57:5
//    |
// 57 |     Order:
//    |     ^^^^^
//    = note: the reference that it needs is at spec.yaml:61:80
//
// warning[W0514]: the schema `Next` is left out
//   --> spec.yaml:63:5
//    |
// 63 |     Next: {allOf: [{$ref: '#/components/schemas/Order'}, {type: object, properties: {a: {type: string}}}]}
//    |     ^^^^
//    = note: the reference that it needs is at spec.yaml:61:80
