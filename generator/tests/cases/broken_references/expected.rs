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

operation! {
    /// `POST /labels`
    ///
    /// Replies:
    ///
    /// - `200`: The label.
    pub struct PrintLabel {
        /// The request body.
        pub body: Option<types::PrintLabelBody>,
    }
    send fn print_label(
        body: impl Into<Option<types::PrintLabelBody>>,
    ) -> Result<types::PrintLabelResponse, Error<Value>> = PrintLabel { body: body.into() };
    fn new();
    fn with_body(body: types::PrintLabelBody);
}

impl Operation for PrintLabel {
    type Output = types::PrintLabelResponse;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("printLabel", "/labels");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(self.body.as_ref()?))
    }
}

operation! {
    /// `GET /parcels`
    ///
    /// Replies:
    ///
    /// - `200`: The parcels.
    /// - `404`
    /// - `default`: Any failure.
    pub struct ListParcels {
        pub limit: Option<i64> = query("limit"),
    }
    send fn list_parcels() -> Result<Vec<types::Parcel>, Error<ListParcelsFailure>>;
    fn new();
    fn with_limit(limit: i64);
}

impl Operation for ListParcels {
    type Output = Vec<types::Parcel>;
    type Failure = ListParcelsFailure;
    const ENDPOINT: Endpoint = Endpoint::get("listParcels", "/parcels");
}

impl ListParcels {
    /// The header `X-Total` of `200`.
    pub const X_TOTAL: ReplyHeader<i64> = ReplyHeader::new("x-total");
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

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Failure`.
    pub struct Failure {
        pub reason: String = required("reason"),
    }
}

object! {
    /// The schema `Parcel`.
    pub struct Parcel {
        pub id: Option<String> = optional("id"),
        pub order: Option<ParcelOrder> = optional("order"),
    }
}

object! {
    /// `order` of `Parcel`.
    pub struct ParcelOrder {
        pub id: Option<String> = optional("id"),
    }
}

object! {
    /// The body of `printLabel`.
    pub struct PrintLabelBody {
        pub size: Option<PrintLabelBodySize> = optional("size"),
    }
    fn new();
    fn with_size(size: PrintLabelBodySize);
}

text_enum! {
    /// `size` of the body of `printLabel`.
    pub enum PrintLabelBodySize {
        S = "S",
        M = "M",
    }
}

object! {
    /// The reply `200` of `printLabel`.
    pub struct PrintLabelResponse {
        pub url: Option<String> = optional("url"),
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
