//! Types: what values a schema allows.

use super::{Docs, Shared, Xml};
use crate::pointer::Pointer;
use serde_json::Value;
use std::sync::Arc;

/// Index of a type in [`Api::types`](super::Api::types).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// One schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Type {
    /// Where it came from; its name derives from this.
    pub origin: Origin,
    /// Its text.
    pub docs: Shared<Docs>,
    /// What it allows.
    pub shape: Shape,
    /// What the shape cannot express.
    pub assertions: Vec<Assertion>,
    /// Whether it is the form that requests carry, of a schema whose replies look different
    /// (`readOnly`, `writeOnly`).
    pub request_form: bool,
    /// What it says about XML.
    pub xml: Shared<Xml>,
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
    Schema(Arc<str>),
    /// Key of another map in `components`: (section, key).
    Component(Arc<str>, Arc<str>),
    /// An operation's `operationId`, or one made from method and path where it has none.
    Operation(Arc<str>),
}

impl Declared {
    /// The name itself.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Schema(name) | Self::Component(_, name) | Self::Operation(name) => name,
        }
    }
}

/// One step from a named thing to an inline schema in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The property with this wire name.
    Property(Arc<str>),
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
    /// The schema by itself, of one that stands for all that build on it.
    Base,
    /// The parameter with this wire name.
    Parameter(Arc<str>),
    /// A request body.
    RequestBody,
    /// A reply's body: status as written.
    Response(Arc<str>),
    /// A reply header's value.
    Header(Arc<str>),
    /// The schema for this media type, of a body or reply that has an inline one for another too.
    Content(Arc<str>),
}

/// What a schema allows.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Every JSON value.
    Any,
    /// No value at all.
    Never,
    /// `null` alone.
    Null,
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

/// A condition on values, as the description words it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assertion {
    /// Keyword and schema, shortened.
    pub shown: String,
    /// The condition.
    pub schema: Schema,
}

/// What a schema says about a value, for checking alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schema {
    /// `type`, and `null` where that is allowed.
    pub types: Vec<String>,
    /// `enum`.
    pub values: Vec<Value>,
    /// Bounds of numbers.
    pub number: Number,
    /// Constraints of strings.
    pub text: Text,
    /// `minItems` and `maxItems`.
    pub items: (Option<u64>, Option<u64>),
    /// `uniqueItems`.
    pub unique: bool,
    /// `items`.
    pub each: Option<Box<Schema>>,
    /// `minProperties` and `maxProperties`.
    pub members: (Option<u64>, Option<u64>),
    /// `required`.
    pub required: Vec<String>,
    /// `properties`.
    pub properties: Vec<(String, Schema)>,
    /// `additionalProperties`.
    pub additional: Option<Box<Schema>>,
    /// `allOf`.
    pub all_of: Vec<Schema>,
    /// `anyOf`.
    pub any_of: Vec<Schema>,
    /// `oneOf`.
    pub one_of: Vec<Schema>,
    /// `not`.
    pub not: Option<Box<Schema>>,
    /// The schema `false`.
    pub never: bool,
}

impl Shape {
    /// All types that the shape mentions.
    #[must_use]
    pub fn parts(&self) -> Vec<TypeId> {
        match self {
            Self::Alias(id) | Self::Nullable(id) => vec![*id],
            Self::Struct(object) => {
                let mut ids: Vec<TypeId> = object.fields.iter().map(|field| field.ty).collect();
                if let Additional::Typed(id) = object.additional {
                    ids.push(id);
                }
                ids
            }
            Self::Union(union) => union.variants.iter().map(|variant| variant.ty).collect(),
            Self::List(list) => vec![list.items],
            Self::Map(map) => vec![map.values],
            Self::Tuple(ids) => ids.clone(),
            Self::Any
            | Self::Never
            | Self::Null
            | Self::Bool
            | Self::Integer(_)
            | Self::Number(_)
            | Self::Text(_)
            | Self::Enum(_) => Vec::new(),
        }
    }

    /// Puts other types in the place of those that the shape mentions.
    pub fn replace_parts(&mut self, with: impl Fn(TypeId) -> TypeId) {
        match self {
            Self::Alias(id) | Self::Nullable(id) => *id = with(*id),
            Self::Struct(object) => {
                for field in &mut object.fields {
                    field.ty = with(field.ty);
                }
                if let Additional::Typed(id) = &mut object.additional {
                    *id = with(*id);
                }
            }
            Self::Union(union) => {
                for variant in &mut union.variants {
                    variant.ty = with(variant.ty);
                }
            }
            Self::List(list) => list.items = with(list.items),
            Self::Map(map) => map.values = with(map.values),
            Self::Tuple(ids) => ids.iter_mut().for_each(|id| *id = with(*id)),
            Self::Any
            | Self::Never
            | Self::Null
            | Self::Bool
            | Self::Integer(_)
            | Self::Number(_)
            | Self::Text(_)
            | Self::Enum(_) => {}
        }
    }
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
    /// `format`, as written; in conditions it is about numbers too.
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
    /// Whether the description allows all others as well: the values stand beside a plain string.
    pub open: bool,
    /// What is said of the others.
    pub others: Option<String>,
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
    /// What is said of these beside a named type.
    pub additional_docs: Shared<Docs>,
    /// `minProperties`.
    pub min_properties: Option<u64>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
    /// Conditions across properties, all of which must hold.
    pub conditions: Vec<Condition>,
    /// The properties that requests do not have, where this is the form of requests (`readOnly`).
    pub read_only: Vec<String>,
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
    pub default: Option<Box<Value>>,
    /// Its own text, where it has one beside that of its type.
    pub docs: Shared<Docs>,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
    /// What it says about XML, beside its type.
    pub xml: Shared<Xml>,
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
    /// The property that tells the variants apart: that of `discriminator`, or one that each variant
    /// requires with constants of its own.
    pub discriminator: Option<String>,
    /// Whether the property follows from the variants and not from a `discriminator`.
    pub implied: bool,
}

/// One variant of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Its type.
    pub ty: TypeId,
    /// The values of the discriminator that select it: strings, whole numbers and booleans.
    pub tags: Vec<Value>,
    /// Whether the tag is the name of its schema, since nothing gives another.
    pub by_name: bool,
    /// Whether the tag is a property that need not be there.
    pub may_lack_tag: bool,
    /// Whether values without a tag are of this variant: the schema itself that others build on.
    pub untagged: bool,
    /// The name of the schema that the union refers to.
    pub schema: Option<String>,
    /// What the union says of it beside a named type.
    pub docs: Shared<Docs>,
}

impl Variant {
    /// Whether it has values without a tag alone.
    #[must_use]
    pub fn is_never_tagged(&self) -> bool {
        self.untagged && self.tags.is_empty()
    }
}

/// An array of any length.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The type of its elements.
    pub items: TypeId,
    /// What the schema of the elements says about XML, beside their type.
    pub items_xml: Shared<Xml>,
    /// What it says of them beside a named type.
    pub items_docs: Shared<Docs>,
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
    /// What the schema of the values says of them beside a named type.
    pub values_docs: Shared<Docs>,
    /// `minProperties`.
    pub min_properties: Option<u64>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
}
