// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `PUT /lists`
    ///
    /// Replies:
    ///
    /// - `200`: Either.
    pub struct PutLists {
        /// The request body.
        pub body: Option<PutListsBody>,
    }
    send fn put_lists(
        body: impl Into<Option<PutListsBody>>,
    ) -> Result<types::Lists, Error<Value>> = PutLists { body: body.into() };
    fn new();
    fn with_body(body: impl Into<PutListsBody>);
}

impl Operation for PutLists {
    type Output = types::Lists;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putLists", "/lists");

    fn body(&self) -> Option<Body<'_>> {
        Some(
            match self.body.as_ref()? {
                PutListsBody::Xml(body) => Body::xml(body, const { &element("Lists") }),
                PutListsBody::VndRawXml(body) => {
                    Body::file(body).media_type("application/vnd.raw+xml")
                }
            },
        )
    }
}

/// What a [`PutLists`] can carry.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PutListsBody {
    /// `application/xml`
    Xml(Box<types::Lists>),
    /// `application/vnd.raw+xml`
    VndRawXml(File),
}

impl From<types::Lists> for PutListsBody {
    fn from(value: types::Lists) -> Self {
        Self::Xml(Box::new(value))
    }
}

impl From<File> for PutListsBody {
    fn from(value: File) -> Self {
        Self::VndRawXml(value)
    }
}

operation! {
    /// `PUT /matrix`
    ///
    /// Replies:
    ///
    /// - `200`: Done.
    pub struct PutMatrix {
        /// The request body.
        pub body: Option<File>,
    }
    open fn put_matrix(
        body: impl Into<Option<File>>,
    ) -> Result<Download, Error<Value>> = PutMatrix { body: body.into() };
    fn new();
    fn with_body(body: impl Into<File>);
}

impl Operation for PutMatrix {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putMatrix", "/matrix").accept("application/xml");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::file(self.body.as_ref()?).media_type("application/xml"))
    }
}

operation! {
    /// `PUT /odd`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct PutOdd {
        /// The request body.
        pub body: Option<types::PutOddBody>,
    }
    send fn put_odd(
        body: impl Into<Option<types::PutOddBody>>,
    ) -> Result<Reply, Error<Value>> = PutOdd { body: body.into() };
    fn new();
    fn with_body(body: types::PutOddBody);
}

impl Operation for PutOdd {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("putOdd", "/odd").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::xml(self.body.as_ref()?, const { &element("root") }))
    }
}

operation! {
    /// `GET /people`
    ///
    /// Replies:
    ///
    /// - `200`: All.
    pub struct People {}
    send fn people() -> Result<Vec<types::Person>, Error<Value>>;
    fn new();
}

impl Operation for People {
    type Output = Vec<types::Person>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("people", "/people").accept("application/xml");

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.xml_items("person")
    }
}

operation! {
    /// `POST /people`
    ///
    /// Replies:
    ///
    /// - `201`: The person.
    /// - `default`: What is wrong.
    pub struct AddPerson {
        /// The request body.
        pub body: types::Person,
    }
    send fn add_person(body: types::Person) -> Result<types::Person, Error<types::Problem>>;
    fn new(body: types::Person);
}

impl Operation for AddPerson {
    type Output = types::Person;
    type Failure = types::Problem;
    const ENDPOINT: Endpoint = Endpoint::post("addPerson", "/people").accept("application/xml, text/xml");

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

operation! {
    /// `POST /zoo`
    ///
    /// Replies:
    ///
    /// - `200`: A number.
    pub struct AddAnimals {
        /// The request body.
        pub body: types::Animals,
    }
    send fn add_animals(body: types::Animals) -> Result<i64, Error<Value>>;
    fn new(body: types::Animals);
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

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

one_of! {
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

object! {
    /// The schema `Cat`.
    pub struct Cat {
        pub kind: String = required("kind"),
        pub lives: Option<i64> = optional("lives"),
    }
    fn new(kind: impl Into<String>);
    fn with_lives(lives: i64);
}

object! {
    /// The schema `Dog`.
    pub struct Dog {
        pub kind: String = required("kind"),
        pub tricks: Option<Vec<String>> = optional("tricks"),
    }
    fn new(kind: impl Into<String>);
    fn with_tricks(tricks: Vec<String>);
}

object! {
    /// The schema `Lists`.
    pub struct Lists {
        pub plain: Option<Vec<String>> = optional("plain"),
        pub named: Option<Vec<String>> = optional("named").xml(&element("aliens").items("animal")),
        pub wrapped: Option<Vec<String>> = optional("wrapped").xml(&element("wrapped").wrapped("wrapped")),
        pub both: Option<Vec<String>> = optional("both").xml(&element("aliens").wrapped("animal")),
        pub outer: Option<Vec<String>> = optional("outer").xml(&element("strangers").wrapped("strangers")),
        pub shared: Option<Numbers> = optional("shared")
            .min_items(1)
            .xml(&element("digits").wrapped("d:n").items_namespace("urn:digits")),
    }
    fn new();
    fn with_plain(plain: Vec<String>);
    fn with_named(named: Vec<String>);
    fn with_wrapped(wrapped: Vec<String>);
    fn with_both(both: Vec<String>);
    fn with_outer(outer: Vec<String>);
    fn with_shared(shared: Numbers);
}

/// The schema `Numbers`.
///
/// Constraints: `minItems: 1`.
pub type Numbers = Vec<i64>;

object! {
    /// The schema `Person`.
    pub struct Person {
        pub id: i32 = required("id").xml(&attribute("id")),
        pub name: Option<String> = optional("name")
            .xml(&element("sample:name").namespace("https://example.com/schema/sample")),
        pub score: Option<Nullable<f64>> = optional("score"),
        pub active: Option<bool> = optional("active").xml(&element("isActive")),
        pub role: Option<PersonRole> = optional("role").xml(&attribute("kind")),
        pub partner: Option<Box<Person>> = optional("partner")
            .xml(&element("smp:person").namespace("https://example.com/schema")),
        pub friends: Option<Vec<Person>> = optional("friends")
            .xml(&element("friends").wrapped("smp:person").items_namespace("https://example.com/schema")),
        pub labels: Option<BTreeMap<String, String>> = optional("labels"),
        pub anything: Option<Value> = optional("anything"),
        pub level: Option<PersonLevel> = optional("level"),
    }
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

exact_object! {
    /// The schema `Problem`.
    pub struct Problem {
        pub code: String = required("code"),
        /// All other properties.
        pub additional_properties: BTreeMap<String, String> = additional_properties(),
    }
    fn new(code: impl Into<String>);
    map fn with_additional_properties(additional_properties: BTreeMap<String, String>);
}

object! {
    /// The body of `putOdd`.
    pub struct PutOddBody {
        pub child: Option<Problem> = optional("child"),
        pub loose: Option<Vec<String>> = optional("loose").xml(&element("lost").items("loose")),
        pub text: Option<String> = optional("text").xml(&element("loose")),
    }
    fn new();
    fn with_child(child: Problem);
    fn with_loose(loose: Vec<String>);
    fn with_text(text: impl Into<String>);
}

// === findings
//
// note[N0634]: `application/xml` is not asked for: `application/json` has the same schema
//   --> spec.yaml:18:125
//    |
// 18 | … {$ref: '#/components/schemas/Lists'}}, application/xml: {schema: {$ref: '#/components/schemas/Lists'}}}}}
//    |                                          ^^^^^^^^^^^^^^^
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
