//! `enum`, and what other keywords say about its values.

use super::Builder;
use super::assertions::Extra;
use super::facets::{Facets, Kind};
use super::schema::Leaf;
use super::shape::float;
use crate::diag::{Code, Diagnostic};
use crate::format::Format;
use crate::ir::{Bound, Enum, EnumBase, EnumValue, Origin, Schema, Shape};
use crate::pointer::Pointer;
use regex::{Regex, RegexBuilder};
use serde_json::Value;

/// How large a compiled pattern may be, in bytes.
const LARGEST_PATTERN: usize = 1 << 20;

impl<'a> Builder<'a> {
    /// The values that satisfy `facets`, as far as types say so; what else refuses some of them is
    /// added to `extras`.
    pub(super) fn enumeration(
        &mut self,
        values: Vec<EnumValue>,
        facets: &Facets<'a>,
        leaves: &[Leaf<'a>],
        origin: &Origin,
        extras: &mut Vec<Extra<'a>>,
    ) -> Shape {
        let fits = |value: &Value| match facets.kind {
            None => true,
            Some(Kind::String) => value.is_string(),
            Some(Kind::Number) => value.is_number(),
            // Beyond 64 bits it is a whole number all the same.
            Some(Kind::Integer) => value.as_f64().is_some_and(|number| number.fract() == 0.0),
            Some(Kind::Boolean) => value.is_boolean(),
            Some(Kind::Object) => value.is_object(),
            Some(Kind::Array) => value.is_array(),
            Some(Kind::Conflict | Kind::Never | Kind::Null) => false,
        };
        let pattern = facets.pattern.and_then(|pattern| {
            let mut builder = RegexBuilder::new(pattern);
            builder.size_limit(LARGEST_PATTERN).build().ok()
        });
        let constraints = constraints(facets);
        // Whoever builds on a schema may well narrow its values. Otherwise it is a slip.
        let is_inside = |at: &Pointer| at.strip_prefix(&origin.at).is_some();
        let listed_here = facets.listed.as_ref().is_none_or(|(at, _)| is_inside(at));
        let may_narrow =
            !listed_here && !leaves.iter().any(|leaf| leaf.keywords.lists_and_limits());
        let is_left = |value: &Value| {
            let mut all = constraints.iter();
            !may_narrow || all.all(|(_, schema)| holds(schema, pattern.as_ref(), value))
        };
        // Within one schema types have been resolved when the tree was lowered.
        let values = values.into_iter();
        let values: Vec<_> = values
            .filter(|one| fits(&one.value) && is_left(&one.value))
            .collect();
        if values.is_empty() {
            return self.contradiction("no value is left that this enum allows", origin);
        }
        for (shown, schema) in constraints {
            let mut listed = values.iter().map(|one| &one.value);
            let broken = listed.find(|value| !holds(&schema, pattern.as_ref(), value));
            if let Some(value) = broken {
                let message = format!("`{value}` is one of the values and breaks `{shown}`");
                let at = place(facets, value).unwrap_or_else(|| origin.at.clone());
                self.report
                    .push(Diagnostic::new(Code::ENUM_VALUE_REFUSED, at, message));
            }
            // A pattern of which nothing can be said here is left to the client.
            if broken.is_some() || (schema.text.pattern.is_some() && pattern.is_none()) {
                extras.push(Extra::Schema(shown, Box::new(schema)));
            }
        }
        // Both of them, without a name or a word of their own.
        let is_bool = |one: &EnumValue| {
            one.value.is_boolean() && one.name.is_none() && one.description.is_none()
        };
        if values.len() == 2 && values.iter().all(is_bool) {
            return Shape::Bool;
        }
        let base = if facets.any_enum {
            EnumBase::Json
        } else if values.iter().all(|one| one.value.is_string()) {
            EnumBase::Text
        } else if values.iter().all(|one| one.value.is_i64()) {
            EnumBase::Integer
        } else {
            EnumBase::Json
        };
        Shape::Enum(Enum {
            base,
            values,
            open: false,
            others: None,
        })
    }
}

/// Where a value of `enum` stands.
fn place(facets: &Facets<'_>, value: &Value) -> Option<Pointer> {
    let (at, listed) = facets.listed.as_ref()?;
    let index = listed.values().iter().position(|one| one == value)?;
    Some(at.index(index))
}

/// The constraints of scalars, one by one, in the words of the description.
fn constraints(facets: &Facets<'_>) -> Vec<(String, Schema)> {
    let mut list = Vec::new();
    let mut add = |shown: String, set: &dyn Fn(&mut Schema)| {
        let mut schema = Schema::default();
        set(&mut schema);
        list.push((shown, schema));
    };
    if let Some(length) = facets.min_length {
        add(format!("minLength: {length}"), &|it| {
            it.text.min_length = Some(length);
        });
    }
    if let Some(length) = facets.max_length {
        add(format!("maxLength: {length}"), &|it| {
            it.text.max_length = Some(length);
        });
    }
    if let Some(pattern) = facets.pattern {
        let owned = || Some(pattern.to_owned());
        add(format!("pattern: {pattern}"), &|it| {
            it.text.pattern = owned();
        });
    }
    if let Some(bound) = facets.minimum.as_ref().map(float) {
        let keyword = if bound.exclusive {
            "exclusiveMinimum"
        } else {
            "minimum"
        };
        add(format!("{keyword}: {}", bound.value), &|it| {
            it.number.minimum = Some(bound);
        });
    }
    if let Some(bound) = facets.maximum.as_ref().map(float) {
        let keyword = if bound.exclusive {
            "exclusiveMaximum"
        } else {
            "maximum"
        };
        add(format!("{keyword}: {}", bound.value), &|it| {
            it.number.maximum = Some(bound);
        });
    }
    if let Some(name) = facets
        .format
        .as_ref()
        .filter(|name| Format::named(name).is_some())
    {
        add(format!("format: {name}"), &|it| {
            it.text.format = Some((*name).to_owned());
        });
    }
    list
}

/// Whether a value satisfies a constraint of scalars, as far as that can be said.
fn holds(schema: &Schema, pattern: Option<&Regex>, value: &Value) -> bool {
    if let Some(value) = value.as_f64() {
        let above = |it: Bound<f64>| value > it.value || (!it.exclusive && value >= it.value);
        let below = |it: Bound<f64>| value < it.value || (!it.exclusive && value <= it.value);
        return schema.number.minimum.is_none_or(above) && schema.number.maximum.is_none_or(below);
    }
    let (Some(value), text) = (value.as_str(), &schema.text) else {
        return true;
    };
    let length = u64::try_from(value.chars().count()).unwrap_or(u64::MAX);
    let format = text.format.as_deref().and_then(Format::named);
    let matches = || pattern.is_none_or(|regex| regex.is_match(value));
    text.min_length.is_none_or(|least| length >= least)
        && text.max_length.is_none_or(|most| length <= most)
        && format.is_none_or(|format| format.holds_for_text(value))
        && (text.pattern.is_none() || matches())
}
