//! What an API means on the wire: plain data without Rust names and without tokens.
//!
//! References are resolved, `allOf` is merged, unions are classified and every schema, named or
//! inline, is a [`Type`] with an id. Named schemas get their ids before any body is converted, so
//! cycles need no special care.

use crate::pointer::Pointer;
use serde_json::Value;

/// A whole API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Api {
    /// The `info` object.
    pub info: Info,
    /// The base URLs, variables replaced by their defaults; the first is the default server.
    pub servers: Vec<Server>,
    /// The declared tags, in document order.
    pub tags: Vec<Tag>,
    /// All types; a [`TypeId`] is an index into this list.
    pub types: Vec<Type>,
    /// All operations, by path and then by method.
    pub operations: Vec<Operation>,
    /// The security schemes that operations name.
    pub security_schemes: Vec<SecurityScheme>,
}

impl Api {
    /// The type with this id.
    ///
    /// # Panics
    ///
    /// When the id comes from another `Api`.
    #[must_use]
    pub fn ty(&self, id: TypeId) -> &Type {
        &self.types[id.0 as usize]
    }

    /// All ids, in order.
    pub fn type_ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..u32::try_from(self.types.len()).unwrap_or(u32::MAX)).map(TypeId)
    }
}

/// The `info` object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Info {
    /// `title`.
    pub title: String,
    /// `version`, of the description.
    pub version: String,
    /// `description`, `termsOfService`, `contact` and `license`, as Markdown paragraphs.
    pub docs: Docs,
}

/// One base URL.
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// The URL with variables replaced by their defaults.
    pub url: String,
    /// What it is for.
    pub description: Option<String>,
}

/// A declared tag.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// The name that operations use.
    pub name: String,
    /// What it groups.
    pub docs: Docs,
}

/// The text that a reader of the generated docs sees; Markdown as written in the description.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Docs {
    /// `summary` or `title`: one line.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `externalDocs`: description and URL.
    pub external: Option<(Option<String>, String)>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `example`, or the first of `examples`, with its summary.
    pub example: Option<Example>,
}

/// An example value.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// What it shows.
    pub summary: Option<String>,
    /// The value.
    pub value: Value,
}

/// Index of a type in [`Api::types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// One schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Type {
    /// Where it came from; its name derives from this.
    pub origin: Origin,
    /// Its text.
    pub docs: Docs,
    /// What it allows.
    pub shape: Shape,
}

/// Where a type came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// The place of its schema.
    pub at: Pointer,
    /// The nearest name that the description gives: of a component, or of an operation.
    pub declared: Declared,
    /// The steps from there to here; empty for a named schema.
    pub role: Vec<Role>,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
}

/// A name that the description gives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Declared {
    /// Key of `components.schemas`.
    Schema(String),
    /// Key of another map in `components`: (section, key).
    Component(String, String),
    /// An operation's `operationId`, or one made from method and path where it has none.
    Operation(String),
}

/// One step from a named thing to an inline schema in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The property with this wire name.
    Property(String),
    /// The values of a map.
    AdditionalProperties,
    /// The elements of a list.
    Items,
    /// The element of a tuple, from zero.
    Position(usize),
    /// The variant of a union, from zero.
    Variant(usize),
    /// The non-null part of a nullable type.
    NonNull,
    /// The parameter with this wire name.
    Parameter(String),
    /// A request body.
    RequestBody,
    /// A reply's body: status as written.
    Response(String),
    /// A reply header's value.
    Header(String),
}

/// What a schema allows.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Every JSON value.
    Any,
    /// No value at all.
    Never,
    /// Another type under a further name: `components.schemas.A: {$ref: B}`.
    Alias(TypeId),
    /// `true` and `false`.
    Bool,
    /// A whole number.
    Integer(Integer),
    /// A number.
    Number(Number),
    /// A string.
    Text(Text),
    /// One of a list of values.
    Enum(Enum),
    /// An object with known properties.
    Struct(Struct),
    /// One of several types.
    Union(Union),
    /// An array of any length.
    List(List),
    /// An object whose property names are data.
    Map(Map),
    /// An array with a type per position.
    Tuple(Vec<TypeId>),
    /// `null`, or another type.
    Nullable(TypeId),
}

/// A whole number with its bounds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Integer {
    /// `format`, as written.
    pub format: Option<String>,
    /// The lower bound.
    pub minimum: Option<Bound<i128>>,
    /// The upper bound.
    pub maximum: Option<Bound<i128>>,
    /// `multipleOf`.
    pub multiple_of: Option<i128>,
}

/// A number with its bounds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Number {
    /// `format`, as written.
    pub format: Option<String>,
    /// The lower bound.
    pub minimum: Option<Bound<f64>>,
    /// The upper bound.
    pub maximum: Option<Bound<f64>>,
    /// `multipleOf`.
    pub multiple_of: Option<f64>,
}

/// A bound on numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound<N> {
    /// The limit.
    pub value: N,
    /// Whether the limit itself is forbidden.
    pub exclusive: bool,
}

/// A string with its constraints.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    /// `format`, as written.
    pub format: Option<String>,
    /// `minLength`, in Unicode characters.
    pub min_length: Option<u64>,
    /// `maxLength`, in Unicode characters.
    pub max_length: Option<u64>,
    /// `pattern`, an ECMA-262 regular expression.
    pub pattern: Option<String>,
}

/// One of a list of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Enum {
    /// What the values are.
    pub base: EnumBase,
    /// The values, in document order, without repetition and without `null`.
    pub values: Vec<EnumValue>,
}

/// What the values of an enum are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumBase {
    /// Strings.
    Text,
    /// Whole numbers within the range of `i64`.
    Integer,
    /// Anything else, or a mixture.
    Json,
}

/// One value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// The value on the wire.
    pub value: Value,
    /// `x-enum-varnames`.
    pub name: Option<String>,
    /// `x-enum-descriptions`.
    pub description: Option<String>,
}

/// An object with known properties.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Struct {
    /// The properties, in document order.
    pub fields: Vec<Field>,
    /// What other properties may stand beside them.
    pub additional: Additional,
    /// `minProperties`.
    pub min_properties: Option<u64>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
    /// Conditions across properties, all of which must hold.
    pub conditions: Vec<Condition>,
}

/// One property.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name on the wire.
    pub wire: String,
    /// The type of its value.
    pub ty: TypeId,
    /// Whether it must be present. Says nothing about `null`.
    pub required: bool,
    /// Only replies have it.
    pub read_only: bool,
    /// Only requests have it.
    pub write_only: bool,
    /// `default`: what the server takes when it is absent. Never sent.
    pub default: Option<Value>,
    /// Its own text, where it has one beside that of its type.
    pub docs: Docs,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
    /// The place of its schema.
    pub at: Pointer,
}

/// What other properties an object may have.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Additional {
    /// Nothing is said: others may come and are ignored.
    #[default]
    Ignored,
    /// Others are refused: `additionalProperties: false`.
    Forbidden,
    /// Others have this type.
    Typed(TypeId),
}

/// A condition across the properties of an object: at least one branch must hold
/// (`anyOf`), or exactly one (`oneOf`).
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Whether exactly one branch must hold.
    pub exclusive: bool,
    /// The branches.
    pub branches: Vec<Branch>,
}

/// One branch of a [`Condition`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Branch {
    /// Properties that, when present, must have one of these values.
    pub values: Vec<(String, Vec<Value>)>,
    /// Properties that must be present.
    pub required: Vec<String>,
}

/// One of several types.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// Whether exactly one variant may match (`oneOf`) or any number (`anyOf`).
    pub exclusive: bool,
    /// The variants, in document order.
    pub variants: Vec<Variant>,
    /// The property that tells the variants apart.
    pub discriminator: Option<String>,
}

/// One variant of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Its type.
    pub ty: TypeId,
    /// The values of the discriminator that select it.
    pub tags: Vec<String>,
}

/// An array of any length.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The type of its elements.
    pub items: TypeId,
    /// `minItems`.
    pub min_items: Option<u64>,
    /// `maxItems`.
    pub max_items: Option<u64>,
    /// `uniqueItems`.
    pub unique: bool,
}

/// An object whose property names are data.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// The type of its values.
    pub values: TypeId,
    /// `minProperties`.
    pub min_properties: Option<u64>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
}

/// One operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// The place of the operation object.
    pub at: Pointer,
    /// `operationId`, or one made from method and path where it has none.
    pub id: String,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
    /// In upper case.
    pub method: String,
    /// The path template, as written.
    pub path: String,
    /// The first tag.
    pub tag: Option<String>,
    /// Its text.
    pub docs: Docs,
    /// The parameters: those of the path item, unless overridden, and then its own.
    pub parameters: Vec<Parameter>,
    /// What is sent.
    pub body: Option<Body>,
    /// What comes back, in document order; `default` last.
    pub replies: Vec<Reply>,
    /// Alternatives, each a set of scheme names with scopes; none for a public operation.
    pub security: Vec<Vec<(String, Vec<String>)>>,
    /// Base URLs that stand in for those of the API.
    pub servers: Vec<Server>,
}

/// One parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name on the wire.
    pub wire: String,
    /// Where it stands in the request.
    pub location: Location,
    /// The type of its value.
    pub ty: TypeId,
    /// Whether it must be given.
    pub required: bool,
    /// How arrays and objects are written.
    pub style: Style,
    /// Whether each element is written for itself.
    pub explode: bool,
    /// `allowReserved`.
    pub allow_reserved: bool,
    /// The media type of a parameter declared by `content`.
    pub media_type: Option<String>,
    /// `default`: what the server takes when it is absent. Never sent.
    pub default: Option<Value>,
    /// Its text.
    pub docs: Docs,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
    /// The place of the parameter object.
    pub at: Pointer,
}

/// Where a parameter stands (`in`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// In the path.
    Path,
    /// In the query string.
    Query,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
}

/// How arrays and objects are written in a parameter (`style`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `a,b` in paths and headers.
    Simple,
    /// `.a,b` in paths.
    Label,
    /// `;name=a,b` in paths.
    Matrix,
    /// `name=a&name=b` in queries and cookies.
    Form,
    /// `name=a%20b` in queries.
    SpaceDelimited,
    /// `name=a%7Cb` in queries.
    PipeDelimited,
    /// `name[key]=a` in queries.
    DeepObject,
}

/// A request body.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Whether it must be sent.
    pub required: bool,
    /// Its text.
    pub docs: Docs,
    /// The media type chosen, as written.
    pub media_type: String,
    /// What it holds.
    pub content: Content,
}

/// What a body holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Content {
    /// JSON of this type.
    Json(TypeId),
    /// `application/x-www-form-urlencoded`, of this type.
    Form(TypeId),
    /// Text as it stands.
    Text,
    /// Bytes as they stand.
    Bytes,
}

/// A documented reply.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// For which statuses.
    pub status: Status,
    /// Its text.
    pub docs: Docs,
    /// Its body; `None` when nothing is said about one.
    pub content: Option<(String, Content)>,
}

/// For which statuses a reply is documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// One status.
    Code(u16),
    /// A hundred: `4` for `4XX`.
    Range(u8),
    /// `default`: all that are not documented otherwise.
    Default,
}

/// A security scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme {
    /// Its key in `components.securitySchemes`.
    pub name: String,
    /// What it asks for.
    pub kind: SecurityKind,
    /// Its text.
    pub docs: Docs,
}

/// What a security scheme asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum SecurityKind {
    /// `Authorization: Bearer …`; OAuth 2 and OpenID Connect end in one as well.
    Bearer,
    /// `Authorization: Basic …`.
    Basic,
    /// A key in a header, query parameter or cookie with this name.
    ApiKey(Location, String),
    /// Something the client cannot do by itself.
    Other(String),
}
