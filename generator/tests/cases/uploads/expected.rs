// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `PATCH /avatar`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct ChangeAvatar {
        /// The request body.
        pub body: types::Avatar,
    }
    send fn change_avatar(body: types::Avatar) -> Result<Reply, Error<Value>>;
    fn new(body: types::Avatar);
}

impl Operation for ChangeAvatar {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::patch("changeAvatar", "/avatar").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

operation! {
    /// `POST /avatar`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct AddAvatar {
        /// The request body.
        pub body: types::Avatar,
    }
    send fn add_avatar(body: types::Avatar) -> Result<Reply, Error<Value>>;
    fn new(body: types::Avatar);
}

impl Operation for AddAvatar {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addAvatar", "/avatar").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::form(&self.body))
    }
}

operation! {
    /// `PUT /avatar`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct SetAvatar {
        /// The request body.
        ///
        /// It is sent as `multipart/form-data`; `application/json` would mean the same.
        pub body: types::Avatar,
    }
    send fn set_avatar(body: types::Avatar) -> Result<Reply, Error<Value>>;
    fn new(body: types::Avatar);
}

impl Operation for SetAvatar {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("setAvatar", "/avatar").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::multipart(&self.body))
    }
}

operation! {
    /// `PUT /blobs`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct PutBlob {
        /// The request body.
        pub body: File,
    }
    send fn put_blob(body: impl Into<File>) -> Result<Reply, Error<Value>>;
    fn new(body: impl Into<File>);
}

impl Operation for PutBlob {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putBlob", "/blobs").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::file(&self.body))
    }
}

operation! {
    /// `POST /documents`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct AddDocument {
        /// The header `X-Language` of the part `note`.
        pub note_x_language: Option<types::AddDocumentBodyNoteXLanguage> = header("X-Language").of_part("note"),
        /// A document.
        ///
        /// Media types of its files ([`File::media_type`]):
        ///
        /// - `main`: `application/pdf`, `image/*`
        ///
        /// Headers of its files ([`File::header`]):
        ///
        /// - `X-Checksum` of `main` (required): Of the bytes, in hexadecimal.
        /// - `X-Level` of `main`
        /// - `X-Number` of `pages`
        /// - `X-Box` of `pages`
        /// - `X-Size` of `pages`
        /// - `X-Json` of `pages`
        pub body: types::AddDocumentBody,
    }
    send fn add_document(body: types::AddDocumentBody) -> Result<Reply, Error<Value>>;
    fn new(body: types::AddDocumentBody);
    fn with_note_x_language(note_x_language: types::AddDocumentBodyNoteXLanguage);
}

impl Operation for AddDocument {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addDocument", "/documents").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        const ENCODINGS: &[FieldEncoding] = &[
            field("main")
                .content_type("application/pdf, image/*")
                .headers(
                    &[
                        part_header::<String>("X-Checksum")
                            .required()
                            .pattern("^[0-9a-f]+$"),
                        part_header::<types::AddDocumentBodyMainXLevel>("X-Level"),
                    ],
                ),
            field("pages")
                .headers(
                    &[
                        part_header::<i64>("X-Number").minimum(1),
                        part_header::<Vec<i64>>("X-Box")
                            .list()
                            .max_items(4)
                            .each(&rule().minimum(0)),
                        part_header::<types::AddDocumentBodyPagesXSize>("X-Size")
                            .object(true),
                        part_header::<types::Item>("X-Json").json(),
                    ],
                ),
        ];
        Some(Body::multipart(&self.body).encodings(ENCODINGS))
    }
}

impl AddDocument {
    /// The header `X-Checksum` of `204`.
    ///
    /// Constraints: `minimum: 1`.
    pub const X_CHECKSUM: ReplyHeader<i64> = ReplyHeader::new("x-checksum");

    /// The header `X-Id` of `204`.
    ///
    /// Format: `uuid`.
    pub const X_ID: ReplyHeader<String> = ReplyHeader::new("x-id");

    /// The header `X-List` of `204`.
    ///
    /// Constraints: `maxItems: 2`.
    ///
    /// Constraints of elements: `maxLength: 3`.
    pub const X_LIST: ReplyHeader<Vec<String>> = ReplyHeader::new("x-list").list();
}

operation! {
    /// `POST /scans`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct AddScan {
        /// The request body.
        pub body: Option<Nullable<types::AddScanBody>>,
    }
    send fn add_scan(
        body: impl Into<Option<Nullable<types::AddScanBody>>>,
    ) -> Result<Reply, Error<Value>> = AddScan { body: body.into() };
    fn new();
    fn with_body(body: impl Into<Nullable<types::AddScanBody>>);
}

impl Operation for AddScan {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addScan", "/scans").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::multipart(self.body.as_ref()?))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The body of `addDocument`.
    pub struct AddDocumentBody {
        /// Format: `binary`.
        pub main: Blob = required("main"),
        pub pages: Option<Vec<File>> = optional("pages"),
        pub note: Option<String> = optional("note"),
        pub item: Option<Item> = optional("item"),
    }
    fn new(main: impl Into<Blob>);
    fn with_pages(pages: Vec<File>);
    fn with_note(note: impl Into<String>);
    fn with_item(item: Item);
}

text_enum! {
    /// The header `X-Level` of `main` of the body of `addDocument`.
    pub enum AddDocumentBodyMainXLevel {
        Low = "low",
        High = "high",
    }
}

text_enum! {
    /// The header `X-Language` of `note` of the body of `addDocument`.
    pub enum AddDocumentBodyNoteXLanguage {
        En = "en",
        De = "de",
    }
}

object! {
    /// The header `X-Size` of `pages` of the body of `addDocument`.
    pub struct AddDocumentBodyPagesXSize {
        pub width: i64 = required("width"),
    }
    fn new(width: i64);
}

one_of! {
    /// The body of `addScan`.
    pub enum AddScanBody {
        /// Page
        Page(Box<AddScanBodyPage>) = choice(),
        /// Book
        Book(Box<AddScanBodyBook>) = choice(),
    }
    from = [Page(AddScanBodyPage), Book(AddScanBodyBook)];
}

object! {
    /// Variant 2 of the body of `addScan`.
    ///
    /// Book
    pub struct AddScanBodyBook {
        pub pages: Vec<File> = required("pages"),
    }
    fn new(pages: Vec<File>);
}

object! {
    /// Variant 1 of the body of `addScan`.
    ///
    /// Page
    pub struct AddScanBodyPage {
        /// Format: `binary`.
        pub page: File = required("page"),
    }
    fn new(page: impl Into<File>);
}

object! {
    /// The schema `Avatar`.
    pub struct Avatar {
        /// Format: `binary`.
        pub image: Blob = required("image"),
    }
    fn new(image: impl Into<Blob>);
}

/// The schema `Blob`.
///
/// Format: `binary`.
pub type Blob = File;

object! {
    /// The schema `Item`.
    pub struct Item {
        pub name: String = required("name"),
        /// Format: `binary`.
        pub blob: Option<Blob> = optional("blob"),
    }
    fn new(name: impl Into<String>);
    fn with_blob(blob: impl Into<Blob>);
}

// === findings
//
// note[N0631]: `Content-Type` has no effect: `contentType` says it
//   --> spec.yaml:29:19
//    |
// 29 |                   Content-Type: {schema: {type: string}}
//    |                   ^^^^^^^^^^^^
//
// note[N0634]: `application/json` is not sent: `multipart/form-data` has the same schema
//   --> spec.yaml:60:47
//    |
// 60 | …requestBody: {required: true, content: {application/json: &avatar {schema: {$ref: '#/components/schemas/Avatar'}}, multi…
//    |                                          ^^^^^^^^^^^^^^^^
//
// note[N0631]: `content-disposition` has no effect: it says which property the part is
//   --> spec.yaml:30:19
//    |
// 30 |                   content-disposition: {schema: {type: string}}
//    |                   ^^^^^^^^^^^^^^^^^^^
//
// note[N0415]: `style` has no effect on a part
//   --> spec.yaml:41:17
//    |
// 41 |                 style: form
//    |                 ^^^^^
