// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `PUT /lists`
///
/// Replies:
///
/// - `200`: Either.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PutLists {
    /// The request body.
    pub body: Option<PutListsBody>,
}

impl PutLists {
    arguments! {
        fn new();
        fn with_body(body: impl Into<PutListsBody>);
    }
}

impl Operation for PutLists {
    type Output = types::Lists;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putLists", "/lists");

    fn body(&self) -> Option<Body<'_>> {
        self.body
            .as_ref()
            .map(|body| match body {
                PutListsBody::Xml(body) => Body::xml(body, const { &element("Lists") }),
                PutListsBody::VndRawXml(body) => {
                    Body::bytes(body).media_type("application/vnd.raw+xml")
                }
            })
    }
}

/// What a [`PutLists`] can carry.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PutListsBody {
    /// `application/xml`
    Xml(Box<types::Lists>),
    /// `application/vnd.raw+xml`
    VndRawXml(Bytes),
}

impl From<types::Lists> for PutListsBody {
    fn from(value: types::Lists) -> Self {
        Self::Xml(Box::new(value))
    }
}

impl From<Bytes> for PutListsBody {
    fn from(value: Bytes) -> Self {
        Self::VndRawXml(value)
    }
}

requests! {
    /// `PUT /lists`
    ///
    /// See [`PutLists`].
    fn put_lists(
        body: impl Into<Option<PutListsBody>>,
    ) -> Result<types::Lists, Error<Value>> {
        let mut operation = PutLists::new();
        operation.body = body.into();
        operation
    }
}

/// `PUT /matrix`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PutMatrix {
    /// The request body.
    pub body: Option<Bytes>,
}

impl PutMatrix {
    arguments! {
        fn new();
        fn with_body(body: impl Into<Bytes>);
    }
}

impl Operation for PutMatrix {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putMatrix", "/matrix")
        .accept("application/xml");

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(|body| Body::bytes(body).media_type("application/xml"))
    }
}

downloads! {
    /// `PUT /matrix`
    ///
    /// See [`PutMatrix`].
    fn put_matrix(body: impl Into<Option<Bytes>>) -> Result<Download, Error<Value>> {
        let mut operation = PutMatrix::new();
        operation.body = body.into();
        operation
    }
}

/// `PUT /odd`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PutOdd {
    /// The request body.
    pub body: Option<types::PutOddBody>,
}

impl PutOdd {
    arguments! {
        fn new();
        fn with_body(body: types::PutOddBody);
    }
}

impl Operation for PutOdd {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putOdd", "/odd").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(|body| Body::xml(body, const { &element("root") }))
    }
}

requests! {
    /// `PUT /odd`
    ///
    /// See [`PutOdd`].
    fn put_odd(body: impl Into<Option<types::PutOddBody>>) -> Result<Reply, Error<Value>> {
        let mut operation = PutOdd::new();
        operation.body = body.into();
        operation
    }
}

/// `GET /people`
///
/// Replies:
///
/// - `200`: All.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct People {}

impl People {
    arguments! {
        fn new();
    }
}

impl Operation for People {
    type Output = Vec<types::Person>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("people", "/people")
        .accept("application/xml");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.xml_items("person")
    }
}

requests! {
    /// `GET /people`
    ///
    /// See [`People`].
    fn people() -> Result<Vec<types::Person>, Error<Value>> {
        People::new()
    }
}

/// `POST /people`
///
/// Replies:
///
/// - `201`: The person.
/// - `default`: What is wrong.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddPerson {
    /// The request body.
    pub body: types::Person,
}

impl AddPerson {
    arguments! {
        fn new(body: types::Person);
    }
}

impl Operation for AddPerson {
    type Output = types::Person;
    type Failure = types::Problem;
    const ENDPOINT: Endpoint = Endpoint::post("addPerson", "/people")
        .accept("application/xml, text/xml");

    fn body(&self) -> Option<Body<'_>> {
        Some(
            Body::xml(
                &self.body,
                const { &element("smp:person").namespace("https://example.com/schema") },
            ),
        )
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.xml()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.xml()
    }
}

requests! {
    /// `POST /people`
    ///
    /// See [`AddPerson`].
    fn add_person(body: types::Person) -> Result<types::Person, Error<types::Problem>> {
        AddPerson::new(body)
    }
}

/// `POST /zoo`
///
/// Replies:
///
/// - `200`: A number.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddAnimals {
    /// The request body.
    pub body: types::Animals,
}

impl AddAnimals {
    arguments! {
        fn new(body: types::Animals);
    }
}

impl Operation for AddAnimals {
    type Output = i64;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addAnimals", "/zoo").accept("text/xml");

    fn body(&self) -> Option<Body<'_>> {
        Some(
            Body::xml(&self.body, const { &element("zoo").wrapped("animal") })
                .media_type("text/xml"),
        )
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.xml()
    }
}

requests! {
    /// `POST /zoo`
    ///
    /// See [`AddAnimals`].
    fn add_animals(body: types::Animals) -> Result<i64, Error<Value>> {
        AddAnimals::new(body)
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

variants! {
    /// The schema `Animal`.
    pub enum Animal {
        /// A [`Cat`].
        ///
        /// Tagged `cat`.
        Cat(Box<Cat>) = choice().tags(&["cat"]),
        /// A [`Dog`].
        ///
        /// Tagged `dog`.
        Dog(Box<Dog>) = choice().tags(&["dog"]),
    }
    tag = "kind";
    from = [Cat(Cat), Dog(Dog)];
}

/// The schema `Animals`.
pub type Animals = Vec<Animal>;

/// The schema `Cat`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// The property `kind`.
    pub kind: String,
    /// The property `lives`.
    pub lives: Option<i64>,
}

impl Cat {
    fields! {
        fn new(kind: impl Into<String>);
        fn with_lives(lives: i64);
    }
}

object! {
    Cat {
        kind = required("kind"),
        lives = optional("lives"),
    }
}

/// The schema `Dog`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// The property `kind`.
    pub kind: String,
    /// The property `tricks`.
    pub tricks: Option<Vec<String>>,
}

impl Dog {
    fields! {
        fn new(kind: impl Into<String>);
        fn with_tricks(tricks: Vec<String>);
    }
}

object! {
    Dog {
        kind = required("kind"),
        tricks = optional("tricks"),
    }
}

/// The schema `Lists`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Lists {
    /// The property `plain`.
    pub plain: Option<Vec<String>>,
    /// The property `named`.
    pub named: Option<Vec<String>>,
    /// The property `wrapped`.
    pub wrapped: Option<Vec<String>>,
    /// The property `both`.
    pub both: Option<Vec<String>>,
    /// The property `outer`.
    pub outer: Option<Vec<String>>,
    /// The property `shared`.
    ///
    /// Constraints: `minItems: 1`.
    pub shared: Option<Numbers>,
}

impl Lists {
    fields! {
        fn new();
        fn with_plain(plain: Vec<String>);
        fn with_named(named: Vec<String>);
        fn with_wrapped(wrapped: Vec<String>);
        fn with_both(both: Vec<String>);
        fn with_outer(outer: Vec<String>);
        fn with_shared(shared: Numbers);
    }
}

object! {
    Lists {
        plain = optional("plain"),
        named = optional("named").xml(&element("aliens").items("animal")),
        wrapped = optional("wrapped").xml(&element("wrapped").wrapped("wrapped")),
        both = optional("both").xml(&element("aliens").wrapped("animal")),
        outer = optional("outer").xml(&element("strangers").wrapped("strangers")),
        shared = optional("shared")
            .min_items(1)
            .xml(&element("digits").wrapped("d:n").items_namespace("urn:digits")),
    }
}

/// The schema `Numbers`.
///
/// Constraints: `minItems: 1`.
pub type Numbers = Vec<i64>;

/// The schema `Person`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Person {
    /// The property `id`.
    pub id: i32,
    /// The property `name`.
    pub name: Option<String>,
    /// The property `score`.
    pub score: Option<Nullable<f64>>,
    /// The property `active`.
    pub active: Option<bool>,
    /// The property `role`.
    pub role: Option<PersonRole>,
    /// The property `partner`.
    pub partner: Option<Box<Person>>,
    /// The property `friends`.
    pub friends: Option<Vec<Person>>,
    /// The property `labels`.
    pub labels: Option<BTreeMap<String, String>>,
    /// The property `anything`.
    pub anything: Option<Value>,
    /// The property `level`.
    pub level: Option<PersonLevel>,
}

impl Person {
    fields! {
        fn new(id: i32);
        fn with_name(name: impl Into<String>);
        fn with_score(score: impl Into<Nullable<f64>>);
        fn with_active(active: bool);
        fn with_role(role: PersonRole);
        fn with_partner(partner: impl Into<Box<Person>>);
        fn with_friends(friends: Vec<Person>);
        fn with_labels(labels: BTreeMap<String, String>);
        fn with_anything(anything: Value);
        fn with_level(level: PersonLevel);
    }
}

object! {
    Person {
        id = required("id").xml(&attribute("id")),
        name = optional("name")
            .xml(&element("sample:name").namespace("https://example.com/schema/sample")),
        score = optional("score"),
        active = optional("active").xml(&element("isActive")),
        role = optional("role").xml(&attribute("kind")),
        partner = optional("partner")
            .xml(&element("smp:person").namespace("https://example.com/schema")),
        friends = optional("friends")
            .xml(
                &element("friends")
                    .wrapped("smp:person")
                    .items_namespace("https://example.com/schema"),
            ),
        labels = optional("labels"),
        anything = optional("anything"),
        level = optional("level"),
    }
}

json_enum! {
    /// `level` of `Person`.
    pub enum PersonLevel {
        Level1_5 = "1.5",
        Level2 = "2",
        True = "true",
    }
}

text_enum! {
    /// `role` of `Person`.
    pub enum PersonRole {
        Admin = "admin",
        User = "user",
    }
}

/// The schema `Problem`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// The property `code`.
    pub code: String,
    /// All other properties.
    pub additional_properties: BTreeMap<String, String>,
}

impl Problem {
    fields! {
        fn new(code: impl Into<String>);
    }

    /// Sets `additional_properties`.
    #[must_use]
    pub fn with_additional_properties(
        mut self,
        additional_properties: BTreeMap<String, String>,
    ) -> Self {
        self.additional_properties = additional_properties;
        self
    }
}

object! {
    Problem {
        code = required("code"),
    }
    rest = additional_properties;
}

/// The body of `putOdd`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PutOddBody {
    /// The property `child`.
    pub child: Option<Problem>,
    /// The property `loose`.
    pub loose: Option<Vec<String>>,
    /// The property `text`.
    pub text: Option<String>,
}

impl PutOddBody {
    fields! {
        fn new();
        fn with_child(child: Problem);
        fn with_loose(loose: Vec<String>);
        fn with_text(text: impl Into<String>);
    }
}

object! {
    PutOddBody {
        child = optional("child"),
        loose = optional("loose").xml(&element("lost").items("loose")),
        text = optional("text").xml(&element("loose")),
    }
}

// === findings
//
// warning[W0614]: `application/vnd.raw+xml` is not taken apart: it is handed over as bytes
//   --> spec.yaml:17:96
//    |
// 17 | … {$ref: '#/components/schemas/Lists'}}, application/vnd.raw+xml: {schema: {type: string}}}}
//    |                                          ^^^^^^^^^^^^^^^^^^^^^^^
//
// warning[W0614]: `application/xml` is not taken apart: it is handed over as bytes
//   --> spec.yaml:28:57
//    |
// 28 |       responses: {'204': {description: Done., content: {application/xml: {}}}}
//    |                                                         ^^^^^^^^^^^^^^^
//
// warning[W0614]: `application/xml` is handed over as bytes: XML has no form for lists directly in lists
//   --> spec.yaml:27:20
//    |
// 27 |       requestBody: {content: {application/xml: {schema: {type: array, items: {type: array, items: {type: integer}}}}}}
//    |                    ^
//    = help: put an object with a property between the two lists
//
// warning[W0615]: nothing names the outermost element of `application/xml`
//   --> spec.yaml:33:9
//    |
// 33 |         content:
//    |         ^
//    = help: it is written as `root`; give the schema `xml: {name: …}`
//
// warning[W0615]: `a level` is no name in XML
//   --> spec.yaml:58:16
//    |
// 58 |         level: {enum: [1.5, 2, true], xml: {name: 'a level'}}
//    |                ^
//    = help: it has no effect
//
// warning[W0615]: the name `aliens` of a list that is not wrapped does not count
//   --> spec.yaml:63:16
//    |
// 63 |         named: {type: array, items: {type: string, xml: {name: animal}}, xml: {name: aliens}}
//    |                ^
//    = help: requests have elements named `animal`; `wrapped: true` puts them into `aliens`, `items: {xml: {name: …}}` names them
//   ... and 4 more of this kind: spec.yaml:38, spec.yaml:39, spec.yaml:40, spec.yaml:40
