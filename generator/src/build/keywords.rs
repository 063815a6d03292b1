//! One view of a schema object, whichever of its forms the document model chose for it.

use super::refs::Node;
use crate::ir::Bound;
use indexmap::IndexMap;
use openapiv3::VariantOrUnknownOrEmpty as Format;
use openapiv3::{
    AdditionalProperties, IntegerFormat, NumberFormat, ReferenceOr, Schema, SchemaKind,
    StringFormat, Type,
};
use serde_json::{Number, Value};
use std::sync::LazyLock;

/// The schemas of properties, by name.
type Properties = IndexMap<String, ReferenceOr<Box<Schema>>>;

/// All keywords of a schema object, as written. Cheap to make: it borrows.
#[derive(Clone, Debug, Default)]
pub(super) struct Keywords<'a> {
    pub(super) ty: Option<&'a str>,
    pub(super) format: Option<&'a str>,
    pub(super) enumeration: Enumeration<'a>,
    pub(super) pattern: Option<&'a str>,
    pub(super) min_length: Option<u64>,
    pub(super) max_length: Option<u64>,
    pub(super) minimum: Option<Bound<Number>>,
    pub(super) maximum: Option<Bound<Number>>,
    pub(super) multiple_of: Option<Number>,
    properties: Option<&'a Properties>,
    pub(super) required: &'a [String],
    pub(super) additional: Option<&'a AdditionalProperties>,
    pub(super) min_properties: Option<u64>,
    pub(super) max_properties: Option<u64>,
    pub(super) items: Option<Node<'a>>,
    pub(super) min_items: Option<u64>,
    pub(super) max_items: Option<u64>,
    pub(super) unique_items: bool,
    pub(super) one_of: &'a [ReferenceOr<Schema>],
    pub(super) any_of: &'a [ReferenceOr<Schema>],
    pub(super) all_of: &'a [ReferenceOr<Schema>],
    pub(super) not: Option<Node<'a>>,
    /// Whether values of `enum` contradict the type that was given.
    pub(super) any_enum: bool,
    /// The schema `false`.
    pub(super) never: bool,
    /// How many leading elements have schemas of their own.
    pub(super) prefix_items: usize,
}

impl<'a> Keywords<'a> {
    pub(super) fn of(schema: &'a Schema) -> Self {
        let mut keywords = match &schema.schema_kind {
            SchemaKind::Type(ty) => Self::of_type(ty),
            SchemaKind::OneOf { one_of } => Self {
                one_of,
                ..Self::default()
            },
            SchemaKind::AllOf { all_of } => Self {
                all_of,
                ..Self::default()
            },
            SchemaKind::AnyOf { any_of } => Self {
                any_of,
                ..Self::default()
            },
            SchemaKind::Not { not } => Self {
                not: Some(not.as_ref().into()),
                ..Self::default()
            },
            SchemaKind::Any(any) => Self {
                ty: any.typ.as_deref(),
                format: any.format.as_deref(),
                enumeration: Enumeration::Values(&any.enumeration),
                pattern: any.pattern.as_deref(),
                min_length: count(any.min_length),
                max_length: count(any.max_length),
                minimum: bound(
                    any.minimum.and_then(Number::from_f64),
                    any.exclusive_minimum,
                ),
                maximum: bound(
                    any.maximum.and_then(Number::from_f64),
                    any.exclusive_maximum,
                ),
                multiple_of: any.multiple_of.and_then(Number::from_f64),
                properties: Some(&any.properties),
                required: &any.required,
                additional: any.additional_properties.as_ref(),
                min_properties: count(any.min_properties),
                max_properties: count(any.max_properties),
                items: any.items.as_ref().map(Node::from),
                min_items: count(any.min_items),
                max_items: count(any.max_items),
                unique_items: any.unique_items.unwrap_or_default(),
                one_of: &any.one_of,
                any_of: &any.any_of,
                all_of: &any.all_of,
                not: any.not.as_deref().map(Node::from),
                ..Self::default()
            },
        };
        if !schema.schema_data.extensions.is_empty() {
            keywords.extensions(schema);
        }
        keywords
    }

    fn of_type(ty: &'a Type) -> Self {
        match ty {
            Type::String(string) => Self {
                ty: Some("string"),
                format: format(&string.format, |format| match format {
                    StringFormat::Date => "date",
                    StringFormat::DateTime => "date-time",
                    StringFormat::Password => "password",
                    StringFormat::Byte => "byte",
                    StringFormat::Binary => "binary",
                }),
                enumeration: Enumeration::Strings(&string.enumeration),
                pattern: string.pattern.as_deref(),
                min_length: count(string.min_length),
                max_length: count(string.max_length),
                ..Self::default()
            },
            Type::Number(number) => Self {
                ty: Some("number"),
                format: format(&number.format, |format| match format {
                    NumberFormat::Float => "float",
                    NumberFormat::Double => "double",
                }),
                enumeration: Enumeration::Numbers(&number.enumeration),
                minimum: bound(
                    number.minimum.and_then(Number::from_f64),
                    Some(number.exclusive_minimum),
                ),
                maximum: bound(
                    number.maximum.and_then(Number::from_f64),
                    Some(number.exclusive_maximum),
                ),
                multiple_of: number.multiple_of.and_then(Number::from_f64),
                ..Self::default()
            },
            Type::Integer(integer) => Self {
                ty: Some("integer"),
                format: format(&integer.format, |format| match format {
                    IntegerFormat::Int32 => "int32",
                    IntegerFormat::Int64 => "int64",
                }),
                enumeration: Enumeration::Integers(&integer.enumeration),
                minimum: bound(
                    integer.minimum.map(Number::from),
                    Some(integer.exclusive_minimum),
                ),
                maximum: bound(
                    integer.maximum.map(Number::from),
                    Some(integer.exclusive_maximum),
                ),
                multiple_of: integer.multiple_of.map(Number::from),
                ..Self::default()
            },
            Type::Boolean(boolean) => Self {
                ty: Some("boolean"),
                enumeration: Enumeration::Booleans(&boolean.enumeration),
                ..Self::default()
            },
            Type::Object(object) => Self {
                ty: Some("object"),
                properties: Some(&object.properties),
                required: &object.required,
                additional: object.additional_properties.as_ref(),
                min_properties: count(object.min_properties),
                max_properties: count(object.max_properties),
                ..Self::default()
            },
            Type::Array(array) => Self {
                ty: Some("array"),
                items: array.items.as_ref().map(Node::from),
                min_items: count(array.min_items),
                max_items: count(array.max_items),
                unique_items: array.unique_items,
                ..Self::default()
            },
        }
    }

    /// The schemas of the properties, by name.
    pub(super) fn properties(
        &self,
    ) -> impl ExactSizeIterator<Item = (&'a str, Node<'a>)> + use<'a> {
        static NONE: LazyLock<Properties> = LazyLock::new(IndexMap::new);
        let all = self.properties.unwrap_or(&NONE);
        all.iter().map(|(name, node)| (name.as_str(), node.into()))
    }

    /// The schema of one property.
    pub(super) fn property(&self, name: &str) -> Option<Node<'a>> {
        Some(self.properties?.get(name)?.into())
    }

    /// What the document model cannot hold travels in extensions; whether a bound is exclusive
    /// still stands beside them.
    fn extensions(&mut self, schema: &Schema) {
        let number = |name: &str| match schema.schema_data.extensions.get(name) {
            Some(Value::Number(number)) => Some(number.clone()),
            _ => None,
        };
        let (exclusive_minimum, exclusive_maximum) = match &schema.schema_kind {
            SchemaKind::Type(Type::Integer(it)) => {
                (Some(it.exclusive_minimum), Some(it.exclusive_maximum))
            }
            SchemaKind::Type(Type::Number(it)) => {
                (Some(it.exclusive_minimum), Some(it.exclusive_maximum))
            }
            SchemaKind::Any(it) => (it.exclusive_minimum, it.exclusive_maximum),
            _ => (None, None),
        };
        if let Some(exact) = bound(number("x-specwright-minimum"), exclusive_minimum) {
            self.minimum = Some(exact);
        }
        if let Some(exact) = bound(number("x-specwright-maximum"), exclusive_maximum) {
            self.maximum = Some(exact);
        }
        if let Some(exact) = number("x-specwright-multiple-of") {
            self.multiple_of = Some(exact);
        }
        let flag = |name: &str| schema.schema_data.extensions.get(name) == Some(&Value::Bool(true));
        self.any_enum = flag("x-specwright-any-enum");
        self.never = flag("x-specwright-never");
        if let Some(Value::Array(items)) = schema
            .schema_data
            .extensions
            .get("x-specwright-prefix-items")
        {
            self.prefix_items = items.len();
        }
    }

    /// Whether it says nothing about values beyond `allOf`, `oneOf` and `anyOf`.
    pub(super) fn is_plain(&self) -> bool {
        self.ty.is_none()
            && self.format.is_none()
            && self.enumeration.is_empty()
            && self.pattern.is_none()
            && self.min_length.is_none()
            && self.max_length.is_none()
            && self.minimum.is_none()
            && self.maximum.is_none()
            && self.multiple_of.is_none()
            && !self.is_object_like()
            && self.items.is_none()
            && self.min_items.is_none()
            && self.max_items.is_none()
            && !self.unique_items
            && !self.never
    }

    /// Whether it has `enum` and a keyword that may refuse some of the values.
    pub(super) fn lists_and_limits(&self) -> bool {
        !self.enumeration.is_empty()
            && (self.format.is_some()
                || self.pattern.is_some()
                || self.min_length.is_some()
                || self.max_length.is_some()
                || self.minimum.is_some()
                || self.maximum.is_some())
    }

    /// Whether it has a keyword about objects.
    pub(super) fn is_object_like(&self) -> bool {
        self.properties().len() > 0
            || !self.required.is_empty()
            || self.additional.is_some()
            || self.min_properties.is_some()
            || self.max_properties.is_some()
    }

    /// Whether it has `oneOf` or `anyOf`.
    pub(super) fn has_unions(&self) -> bool {
        !self.one_of.is_empty() || !self.any_of.is_empty()
    }
}

/// Whether a schema has a type and nothing that is not about that type: neither `allOf`, `oneOf`,
/// `anyOf` nor `not`.
pub(super) const fn has_type(schema: &Schema) -> bool {
    matches!(schema.schema_kind, SchemaKind::Type(_))
}

/// `oneOf` and `anyOf` of a schema.
pub(super) fn unions(schema: &Schema) -> (&[ReferenceOr<Schema>], &[ReferenceOr<Schema>]) {
    match &schema.schema_kind {
        SchemaKind::OneOf { one_of } => (one_of, &[]),
        SchemaKind::AnyOf { any_of } => (&[], any_of),
        SchemaKind::Any(any) => (&any.one_of, &any.any_of),
        _ => (&[], &[]),
    }
}

/// `allOf` of a schema.
pub(super) fn all_of(schema: &Schema) -> &[ReferenceOr<Schema>] {
    match &schema.schema_kind {
        SchemaKind::AllOf { all_of } => all_of,
        SchemaKind::Any(any) => &any.all_of,
        _ => &[],
    }
}

fn bound(value: Option<Number>, exclusive: Option<bool>) -> Option<Bound<Number>> {
    Some(Bound {
        value: value?,
        exclusive: exclusive.unwrap_or_default(),
    })
}

/// The values of `enum`, as the document model holds them.
#[derive(Clone, Copy, Debug)]
pub(super) enum Enumeration<'a> {
    Strings(&'a [Option<String>]),
    Numbers(&'a [Option<f64>]),
    Integers(&'a [Option<i64>]),
    Booleans(&'a [Option<bool>]),
    Values(&'a [Value]),
}

impl Default for Enumeration<'_> {
    fn default() -> Self {
        Self::Values(&[])
    }
}

impl Enumeration<'_> {
    /// Whether there is no `enum`.
    pub(super) fn is_empty(self) -> bool {
        match self {
            Self::Strings(all) => all.is_empty(),
            Self::Numbers(all) => all.is_empty(),
            Self::Integers(all) => all.is_empty(),
            Self::Booleans(all) => all.is_empty(),
            Self::Values(all) => all.is_empty(),
        }
    }

    /// How many values there are, and how many of them are `null`.
    fn counts(self) -> (usize, usize) {
        fn of<T>(all: &[T], is_null: impl Fn(&T) -> bool) -> (usize, usize) {
            (all.len(), all.iter().filter(|value| is_null(value)).count())
        }
        match self {
            Self::Strings(all) => of(all, Option::is_none),
            Self::Numbers(all) => of(all, Option::is_none),
            Self::Integers(all) => of(all, Option::is_none),
            Self::Booleans(all) => of(all, Option::is_none),
            Self::Values(all) => of(all, Value::is_null),
        }
    }

    /// Whether `null` is listed.
    pub(super) fn has_null(self) -> bool {
        self.counts().1 > 0
    }

    /// Whether `null` is all that is listed.
    pub(super) fn is_null(self) -> bool {
        let (all, nulls) = self.counts();
        all > 0 && all == nulls
    }

    /// The values themselves.
    pub(super) fn values(self) -> Vec<Value> {
        match self {
            Self::Strings(all) => values(all),
            Self::Numbers(all) => values(all).into_iter().map(spelt).collect(),
            Self::Integers(all) => values(all),
            Self::Booleans(all) => values(all),
            Self::Values(all) => all.to_vec(),
        }
    }
}

/// A whole number as it is usually written: the document model holds all numbers as floats.
fn spelt(value: Value) -> Value {
    let whole = value
        .as_f64()
        .filter(|float| float.fract() == 0.0 && float.abs() < 1e15);
    let whole = whole.and_then(|float| format!("{float:.0}").parse::<i64>().ok());
    whole.map_or(value, Value::from)
}

fn count(value: Option<usize>) -> Option<u64> {
    value.and_then(|value| u64::try_from(value).ok())
}

fn values<T: Clone + Into<Value>>(values: &[Option<T>]) -> Vec<Value> {
    values
        .iter()
        .map(|value| value.clone().map_or(Value::Null, Into::into))
        .collect()
}

fn format<T>(format: &Format<T>, name: impl Fn(&T) -> &'static str) -> Option<&str> {
    match format {
        Format::Empty => None,
        Format::Unknown(name) => Some(name),
        Format::Item(known) => Some(name(known)),
    }
}
