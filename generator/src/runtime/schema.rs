//! Schemas as conditions on values: for what types cannot express (`not`, a second `oneOf`, …).

use super::rules::Rule;
use super::value::Value;
use super::violations::Checker;
use super::wire::Wire;
use super::writer::Writer;
use std::collections::BTreeSet;

/// A condition on a value, with the name that violations show.
#[derive(Clone, Copy, Debug)]
pub struct Assertion {
    shown: &'static str,
    schema: Schema,
}

/// A condition, as the description words it.
#[must_use]
pub const fn assertion(shown: &'static str, schema: Schema) -> Assertion {
    Assertion { shown, schema }
}

/// What a schema says about a value; begins with [`schema()`].
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    types: &'static [&'static str],
    values: &'static [&'static str],
    scalar: Rule,
    items: (u64, u64),
    unique: bool,
    each: Option<&'static Schema>,
    members: (u64, u64),
    required: &'static [&'static str],
    properties: &'static [(&'static str, Schema)],
    additional: Option<&'static Schema>,
    all_of: &'static [Schema],
    any_of: &'static [Schema],
    one_of: &'static [Schema],
    not: Option<&'static Schema>,
    never: bool,
}

/// A schema that every value satisfies.
#[must_use]
pub const fn schema() -> Schema {
    Schema {
        types: &[],
        values: &[],
        scalar: Rule::NONE,
        items: (0, u64::MAX),
        unique: false,
        each: None,
        members: (0, u64::MAX),
        required: &[],
        properties: &[],
        additional: None,
        all_of: &[],
        any_of: &[],
        one_of: &[],
        not: None,
        never: false,
    }
}

impl Schema {
    /// `type`: one of these.
    #[must_use]
    pub const fn types(mut self, types: &'static [&'static str]) -> Self {
        self.types = types;
        self
    }

    /// `enum`: one of these JSON texts.
    #[must_use]
    pub const fn values(mut self, values: &'static [&'static str]) -> Self {
        self.values = values;
        self
    }

    /// Rules for numbers and strings.
    #[must_use]
    pub const fn scalar(mut self, rule: Rule) -> Self {
        self.scalar = rule;
        self
    }

    /// `minItems` and `maxItems`.
    #[must_use]
    pub const fn items(mut self, min: u64, max: u64) -> Self {
        self.items = (min, max);
        self
    }

    /// `uniqueItems`.
    #[must_use]
    pub const fn unique_items(mut self) -> Self {
        self.unique = true;
        self
    }

    /// The schema of each element.
    #[must_use]
    pub const fn each(mut self, schema: &'static Schema) -> Self {
        self.each = Some(schema);
        self
    }

    /// `minProperties` and `maxProperties`.
    #[must_use]
    pub const fn members(mut self, min: u64, max: u64) -> Self {
        self.members = (min, max);
        self
    }

    /// `required`.
    #[must_use]
    pub const fn required(mut self, names: &'static [&'static str]) -> Self {
        self.required = names;
        self
    }

    /// `properties`.
    #[must_use]
    pub const fn properties(mut self, schemas: &'static [(&'static str, Schema)]) -> Self {
        self.properties = schemas;
        self
    }

    /// `additionalProperties`.
    #[must_use]
    pub const fn additional(mut self, schema: &'static Schema) -> Self {
        self.additional = Some(schema);
        self
    }

    /// `allOf`.
    #[must_use]
    pub const fn all_of(mut self, schemas: &'static [Schema]) -> Self {
        self.all_of = schemas;
        self
    }

    /// `anyOf`.
    #[must_use]
    pub const fn any_of(mut self, schemas: &'static [Schema]) -> Self {
        self.any_of = schemas;
        self
    }

    /// `oneOf`.
    #[must_use]
    pub const fn one_of(mut self, schemas: &'static [Schema]) -> Self {
        self.one_of = schemas;
        self
    }

    /// `not`.
    #[must_use]
    pub const fn not(mut self, schema: &'static Schema) -> Self {
        self.not = Some(schema);
        self
    }

    /// No value satisfies it.
    #[must_use]
    pub const fn never(mut self) -> Self {
        self.never = true;
        self
    }

    /// Whether a value satisfies it.
    #[must_use]
    pub fn holds(&self, value: &Value) -> bool {
        !self.never
            && self.is_type(value)
            && self.is_listed(value)
            && self.fits(value)
            && self.all_of.iter().all(|schema| schema.holds(value))
            && (self.any_of.is_empty() || self.any_of.iter().any(|schema| schema.holds(value)))
            && (self.one_of.is_empty() || self.one(value))
            && self.not.is_none_or(|schema| !schema.holds(value))
    }

    fn one(&self, value: &Value) -> bool {
        let mut fitting = self.one_of.iter().filter(|schema| schema.holds(value));
        fitting.next().is_some() && fitting.next().is_none()
    }

    fn is_type(&self, value: &Value) -> bool {
        let is = |name: &str| match value {
            Value::Null => name == "null",
            Value::Bool(_) => name == "boolean",
            Value::Number(number) => name == "number" || name == "integer" && number.is_integer(),
            Value::String(_) => name == "string",
            Value::Array(_) => name == "array",
            Value::Object(_) => name == "object",
        };
        self.types.is_empty() || self.types.iter().any(|name| is(name))
    }

    fn is_listed(&self, value: &Value) -> bool {
        let is = |text: &str| text.parse().is_ok_and(|listed: Value| listed == *value);
        self.values.is_empty() || self.values.iter().any(|text| is(text))
    }

    fn fits(&self, value: &Value) -> bool {
        let within = |size: usize, (min, max): (u64, u64)| {
            let size = u64::try_from(size).unwrap_or(u64::MAX);
            (min..=max).contains(&size)
        };
        match value {
            Value::Null | Value::Bool(_) => true,
            Value::Number(_) | Value::String(_) => {
                let mut checker = Checker::default();
                value.check(&self.scalar, &mut checker);
                checker.count() == 0
            }
            Value::Array(items) => {
                let mut seen = BTreeSet::new();
                within(items.len(), self.items)
                    && (!self.unique || items.iter().all(|item| seen.insert(item.canonical())))
                    && (self.each).is_none_or(|each| items.iter().all(|item| each.holds(item)))
            }
            Value::Object(members) => {
                let known = |name: &str| {
                    let mut properties = self.properties.iter();
                    let found = properties.find(|(known, _)| *known == name);
                    found.map(|(_, schema)| schema).or(self.additional)
                };
                within(members.len(), self.members)
                    && self.required.iter().all(|name| members.contains_key(*name))
                    && members
                        .iter()
                        .all(|(name, value)| known(name).is_none_or(|schema| schema.holds(value)))
            }
        }
    }
}

/// Checks assertions about a value; `null` meets them all, since the type says whether it may be.
pub fn check(assertions: &[Assertion], whole: &dyn Wire, checker: &mut Checker) {
    if assertions.is_empty() {
        return;
    }
    let Ok(value) = Writer::text(whole).parse::<Value>() else {
        return;
    };
    for assertion in assertions {
        if !value.is_null() && !assertion.schema.holds(&value) {
            checker.reject(assertion.shown.to_owned(), &Writer::shown(whole));
        }
    }
}
