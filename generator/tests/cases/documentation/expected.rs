// === callbacks.rs

//! The requests that the server makes: callbacks and webhooks.

use crate::runtime::prelude::*;

/// The webhook `thingAdded`, a `POST`.
///
/// It carries:
///
/// - the body: The new one. Its name.
///
/// Expected answers:
///
/// - `200`: Taken.
#[derive(Clone, Copy, Debug)]
pub struct ThingAdded;

impl Callback for ThingAdded {
    type Body = String;
    const METHOD: &'static str = "POST";
    const EXPRESSION: &'static str = "";
}

impl ThingAdded {
    /// The header `X-Signature`.
    ///
    /// Of the body.
    ///
    /// Example: `"abc"`.
    pub const X_SIGNATURE: ReplyHeader<String> = ReplyHeader::new("x-signature");
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
    /// `GET /code`
    ///
    /// Replies:
    ///
    /// - `200`: OK. The code of all.
    pub struct GetCode {
        /// Of a thing.
        pub of: Option<types::Code> = query("of"),
    }
    send fn get_code() -> Result<types::Code, Error<Value>>;
    fn new();
    fn with_of(of: impl Into<String>);
}

impl Operation for GetCode {
    type Output = types::Code;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("getCode", "/code");
}

operation! {
    /// `PUT /picture`
    ///
    /// The picture.
    ///
    /// Replies:
    ///
    /// - `200`: What was taken. Small. Or moving.
    pub struct PutPicture {
        /// A picture
        pub body: Option<PutPictureBody>,
    }
    open fn put_picture(
        body: impl Into<Option<PutPictureBody>>,
    ) -> Result<Download, Error<Value>> = PutPicture { body: body.into() };
    fn new();
    fn with_body(body: impl Into<PutPictureBody>);
}

impl Operation for PutPicture {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putPicture", "/picture").accept("image/png, image/gif");

    fn body(&self) -> Option<Body<'_>> {
        Some(
            match self.body.as_ref()? {
                PutPictureBody::Text(body) => Body::text(body),
                PutPictureBody::Png(body) => Body::file(body).media_type("image/png"),
            },
        )
    }
}

/// What a [`PutPicture`] can carry.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PutPictureBody {
    /// `text/plain`
    ///
    /// A drawing of letters.
    Text(String),
    /// `image/png`
    ///
    /// At most 1 MB.
    Png(File),
}

impl From<String> for PutPictureBody {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<File> for PutPictureBody {
    fn from(value: File) -> Self {
        Self::Png(value)
    }
}

operation! {
    /// `GET /things`: List things
    ///
    /// All about things, and that things are kept for a year.
    ///
    /// Replies:
    ///
    /// - `200`: The things. The newest first. Elements: The name of a thing. Example of elements: `"chair"`.
    /// - `400`: Wrong. What is wrong. **Deprecated** by the description. Example: `"no"`.
    /// - `404`: Wrong
    ///
    ///   What:
    ///
    ///   - is not there
    ///
    ///   [More](https://a.example/x)
    pub struct ListThings {
        /// Which.
        ///
        /// Names of colours.
        ///
        /// Elements: Lower case.
        ///
        /// The server's default of elements: `"red"`.
        ///
        /// Example of elements: `"red"`.
        pub colours: Option<Vec<String>> = query("colours"),
        /// Number of the page
        ///
        /// The first is 1.
        ///
        /// Not 0.
        ///
        /// Examples:
        ///
        /// - `3`
        /// - `9`: The last
        pub page: Option<i64> = query("page"),
        /// The filter
        ///
        /// All must hold.
        ///
        /// Values: A pattern.
        ///
        /// The server's default: `{}`.
        ///
        /// Examples:
        ///
        /// - `{"name":"a*"}`: By name
        /// - `{"name":"b"}`: By letter. The whole name.
        pub filter: Option<BTreeMap<String, String>> = query("filter").json(),
    }
    send fn list_things() -> Result<Vec<String>, Error<ListThingsFailure>>;
    fn new();
    fn with_colours(colours: Vec<String>);
    fn with_page(page: i64);
    fn with_filter(filter: BTreeMap<String, String>);
}

impl Operation for ListThings {
    type Output = Vec<String>;
    type Failure = ListThingsFailure;
    const ENDPOINT: Endpoint = Endpoint::get("listThings", "/things").accept("application/json, text/plain");
}

impl ListThings {
    /// The header `X-Count` of `200`.
    ///
    /// How many.
    ///
    /// All pages together
    ///
    /// With those left out.
    ///
    /// The server's default: `0`.
    ///
    /// Example: `7`.
    pub const X_COUNT: ReplyHeader<i64> = ReplyHeader::new("x-count");
}

/// What a failed call says, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListThingsFailure {
    /// `400`
    Status400(String),
    /// `404`
    Status404(String),
}

impl ReadReply for ListThingsFailure {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            400 => Ok(Self::Status400(reply.plain()?)),
            404 => Ok(Self::Status404(reply.plain()?)),
            _ => Err(DecodeError::new("a documented status", reply.status.as_str())),
        }
    }
}

operation! {
    /// `PUT /things`: Puts things
    ///
    /// where they belong.
    ///
    /// Things are kept for a year.
    ///
    /// All about things
    ///
    /// The guide: `/guide`
    ///
    /// It has servers of its own: [`PutThings::SERVERS`], from which [`ClientBuilder::server`](crate::ClientBuilder::server) chooses.
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct PutThings {
        /// Names
        ///
        /// Elements: In order.
        ///
        /// The server's default: `["x"]`.
        ///
        /// Example: `["a","b"]`.
        pub body: Option<Vec<String>>,
    }
    send fn put_things(
        body: impl Into<Option<Vec<String>>>,
    ) -> Result<Reply, Error<Value>> = PutThings { body: body.into() };
    fn new();
    fn with_body(body: Vec<String>);
}

impl Operation for PutThings {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putThings", "/things").accept("*/*").servers(Self::SERVERS);

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(self.body.as_ref()?))
    }
}

impl PutThings {
    /// Its servers; the first is the usual one.
    ///
    /// - `https://{where}.a.example`: For writers.
    /// - variable `where`: Where.
    /// - `/x`
    pub const SERVERS: &'static [crate::Server] = &own_servers(
        "PutThings",
        [
            server("https://{where}.a.example").variables(&[variable("where", "b")]),
            server("/x"),
        ],
    );
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Base`.
    pub struct Base {
        /// The id.
        pub id: Option<String> = optional("id"),
    }
    fn new();
    fn with_id(id: impl Into<String>);
}

one_of! {
    /// The schema `Choice`.
    pub enum ChoiceSchema {
        /// Its number
        ///
        /// Never reused.
        ItsNumber(i64) = choice(),
        /// Its code, once it is sold.
        Code(Code) = choice(),
    }
    from = [ItsNumber(i64), Code(Code)];
    text = Code;
}

exact_object! {
    /// The schema `Closed`.
    pub struct Closed {
        /// A code.
        pub a: Option<Code> = optional("a"),
        /// All other properties.
        ///
        /// Those of parts.
        pub additional_properties: BTreeMap<String, Code> = additional_properties(),
    }
    fn new();
    fn with_a(a: impl Into<String>);
    map fn with_additional_properties(additional_properties: BTreeMap<String, Code>);
}

/// A code.
///
/// The server's default: `"a-0"`.
///
/// Example: `"a-1"`.
pub type Code = String;

/// The schema `Codes`.
///
/// Elements: The newest first.
pub type Codes = Vec<Code>;

exact_object! {
    /// The schema `Labels`.
    pub struct Labels {
        /// The first.
        pub first: Option<String> = optional("first"),
        /// All other properties.
        ///
        /// Whatever else.
        pub additional_properties: BTreeMap<String, String> = additional_properties(),
    }
    fn new();
    fn with_first(first: impl Into<String>);
    map fn with_additional_properties(additional_properties: BTreeMap<String, String>);
}

/// Names.
///
/// Elements of elements: One of a family.
///
/// Examples of elements of elements: `"Ann"`, `"Bob"`.
pub type Names = Vec<Vec<String>>;

/// Prices by name.
///
/// Values: In cents
///
/// Example of values: `5`.
pub type Prices = BTreeMap<String, f64>;

object! {
    /// A thing.
    ///
    /// It can be moved.
    ///
    /// And sold.
    pub struct Thing {
        /// The id.
        ///
        /// Given by the server.
        pub id: Option<String> = optional("id"),
        /// Elements: In kilograms.
        ///
        /// Example of elements: `1.5`.
        pub weights: Option<Vec<f64>> = optional("weights"),
        /// Words.
        pub tags: Option<Nullable<Vec<String>>> = optional("tags"),
    }
    fn new();
    fn with_id(id: impl Into<String>);
    fn with_weights(weights: Vec<f64>);
    fn with_tags(tags: impl Into<Nullable<Vec<String>>>);
}

// === findings
//
// note[N0714]: the URL of a server is relative
//   --> spec.yaml:33:141
//    |
// 33 | …fault: b, description: Where.}}}, {url: /x}]
//    |                                          ^^
//    = help: the client has to be given a `server_url`; or an overlay says the whole URL
