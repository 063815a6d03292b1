//! The intersection of several schemas: what all of them together say about a value.

use super::assertions::Extra;
use super::keywords::{Enumeration, Keywords};
use super::refs::Node;
use super::schema::{Leaf, Part};
use crate::diag::{Code, Diagnostic, Report};
use crate::ir::{Bound, EnumValue};
use crate::pointer::Pointer;
use indexmap::{IndexMap, IndexSet};
use openapiv3::AdditionalProperties;
use serde_json::{Number, Value};
use std::collections::BTreeSet;

/// How many names a message lists.
const MOST_NAMES: usize = 5;

/// The JSON type that a value must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    String,
    Number,
    Integer,
    Boolean,
    Object,
    Array,
    /// Two schemas ask for different types: no value satisfies both.
    Conflict,
    /// A schema allows nothing at all, and says so.
    Never,
    /// Nothing but `null`.
    Null,
}

/// What other properties may be.
#[derive(Clone, Debug)]
pub(super) enum Others<'a> {
    Any(Pointer),
    Forbidden,
    /// What satisfies all of these.
    Schemas(Vec<Part<'a>>),
}

/// Everything that a set of schemas says together.
#[derive(Clone, Debug, Default)]
pub(super) struct Facets<'a> {
    pub(super) kind: Option<Kind>,
    pub(super) format: Option<&'a str>,
    pub(super) enumeration: Option<Vec<EnumValue>>,
    /// The list that its values are from, and where that stands.
    pub(super) listed: Option<(Pointer, Enumeration<'a>)>,
    /// Whether values of `enum` contradict the type that was given.
    pub(super) any_enum: bool,
    pub(super) pattern: Option<&'a str>,
    pub(super) min_length: Option<u64>,
    pub(super) max_length: Option<u64>,
    pub(super) minimum: Option<Bound<Exact>>,
    pub(super) maximum: Option<Bound<Exact>>,
    pub(super) multiple_of: Option<Number>,
    pub(super) properties: IndexMap<&'a str, Vec<Part<'a>>>,
    pub(super) required: IndexSet<&'a str>,
    pub(super) others: Option<Others<'a>>,
    pub(super) min_properties: Option<u64>,
    pub(super) max_properties: Option<u64>,
    pub(super) items: Vec<Part<'a>>,
    pub(super) min_items: Option<u64>,
    pub(super) max_items: Option<u64>,
    pub(super) unique_items: bool,
    /// Whether the first elements have schemas of their own.
    pub(super) tuple: bool,
    /// What no type can express.
    pub(super) extras: Vec<Extra<'a>>,
}

impl Facets<'_> {
    /// The keywords between whose bounds there is no value.
    pub(super) fn crossed(&self) -> Option<&'static str> {
        let is_crossed = |least: Option<u64>, most: Option<u64>| least > most && most.is_some();
        match self.kind? {
            Kind::Number | Kind::Integer => {
                let (least, most) = (self.minimum.as_ref()?, self.maximum.as_ref()?);
                let excluded = least.exclusive || most.exclusive;
                let is_crossed =
                    most.value.less(&least.value) || excluded && !least.value.less(&most.value);
                is_crossed.then_some("`minimum` and `maximum`")
            }
            Kind::String => is_crossed(self.min_length, self.max_length)
                .then_some("`minLength` and `maxLength`"),
            Kind::Array => {
                is_crossed(self.min_items, self.max_items).then_some("`minItems` and `maxItems`")
            }
            Kind::Object => is_crossed(self.min_properties, self.max_properties)
                .then_some("`minProperties` and `maxProperties`"),
            Kind::Boolean | Kind::Conflict | Kind::Never | Kind::Null => None,
        }
    }
}

/// A number of the description that can be compared.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Exact(pub(super) Number);

impl Exact {
    pub(super) fn as_f64(&self) -> f64 {
        self.0.as_f64().unwrap_or_default()
    }

    /// As a whole number, when it is one.
    pub(super) fn as_i128(&self) -> Option<i128> {
        if let Some(value) = self.0.as_i64() {
            return Some(value.into());
        }
        if let Some(value) = self.0.as_u64() {
            return Some(value.into());
        }
        // Beyond 64 bits only a float is left; its shortest text has no exponent in `format!`.
        let float = self.as_f64();
        if float.fract() == 0.0 {
            format!("{float}").parse().ok()
        } else {
            None
        }
    }

    fn less(&self, other: &Self) -> bool {
        match (self.as_i128(), other.as_i128()) {
            (Some(a), Some(b)) => a < b,
            _ => self.as_f64() < other.as_f64(),
        }
    }
}

impl Leaf<'_> {
    /// Whether it lists no other value than `null`.
    fn is_null(&self) -> bool {
        self.keywords.enumeration.is_null()
    }
}

impl<'a> Facets<'a> {
    /// Gathers what all `leaves` say.
    pub(super) fn gather(leaves: &[Leaf<'a>], report: &mut Report) -> Self {
        let mut facets = Self::default();
        for leaf in leaves {
            facets.add(leaf, report);
        }
        if leaves.len() > 1 {
            for leaf in leaves {
                facets.narrow_others(leaf, report);
            }
        }
        if facets.kind.is_none() {
            facets.kind = facets.inferred();
        }
        facets
    }

    fn add(&mut self, leaf: &Leaf<'a>, report: &mut Report) {
        let keywords = &leaf.keywords;
        if let Some(kind) = keywords.ty.and_then(kind).filter(|_| !leaf.is_null()) {
            self.kind = Some(self.kind.map_or(kind, |other| both(kind, other)));
        }
        if leaf.is_null() {
            let has_null = keywords.ty.is_none() || leaf.schema.schema_data.nullable;
            let is_null = has_null && matches!(self.kind, None | Some(Kind::Null));
            self.kind = Some(if is_null { Kind::Null } else { Kind::Never });
        }
        if keywords.never {
            self.kind = Some(Kind::Never);
        }
        if keywords.prefix_items > 0 {
            self.tuple = true;
            let message =
                "the types of the first elements are not told apart: they are read as any JSON";
            report.push(Diagnostic::new(
                Code::NOT_CHECKED,
                leaf.at.key("prefixItems"),
                message,
            ));
        }
        match (self.format, keywords.format) {
            (Some(first), Some(second)) if first != second => {
                self.extras.push(Extra::Format(second.to_owned()));
            }
            (None, format) => self.format = format,
            _ => {}
        }
        self.add_enum(leaf);
        match (self.pattern, keywords.pattern) {
            (Some(first), Some(second)) if first != second => {
                self.extras.push(Extra::Pattern(second));
            }
            (None, pattern) => self.pattern = pattern,
            _ => {}
        }
        self.min_length = self.min_length.max(keywords.min_length);
        self.max_length = least(self.max_length, keywords.max_length);
        self.add_bounds(leaf);
        for (name, node) in keywords.properties() {
            let at = leaf.at.keys(["properties", name]);
            self.properties
                .entry(name)
                .or_default()
                .push(Part::new(at, node));
        }
        for name in keywords.required {
            self.required.insert(name);
        }
        self.add_others(leaf);
        self.min_properties = self.min_properties.max(keywords.min_properties);
        self.max_properties = least(self.max_properties, keywords.max_properties);
        if let Some(items) = keywords.items {
            self.items.push(Part::new(leaf.at.key("items"), items));
        }
        self.min_items = self.min_items.max(keywords.min_items);
        self.max_items = least(self.max_items, keywords.max_items);
        self.unique_items |= keywords.unique_items;
        if let Some(node) = keywords.not {
            self.extras.push(Extra::Not(leaf.at.key("not"), node));
        }
    }

    fn add_enum(&mut self, leaf: &Leaf<'a>) {
        let listed = leaf.keywords.enumeration;
        if listed.is_empty() || leaf.is_null() {
            return;
        }
        self.any_enum |= leaf.keywords.any_enum;
        if self.listed.is_none() {
            self.listed = Some((leaf.at.key("enum"), listed));
        }
        let texts = |name: &str| -> Vec<Option<String>> {
            let list = leaf
                .schema
                .schema_data
                .extensions
                .get(name)
                .and_then(Value::as_array);
            list.into_iter()
                .flatten()
                .map(|text| text.as_str().map(str::to_owned))
                .collect()
        };
        let names = texts("x-enum-varnames");
        let descriptions = texts("x-enum-descriptions");
        let mut values: Vec<EnumValue> = Vec::new();
        let mut seen = BTreeSet::new();
        for (index, value) in listed.values().into_iter().enumerate() {
            if value.is_null() || !seen.insert(value.to_string()) {
                continue;
            }
            values.push(EnumValue {
                value,
                name: names.get(index).cloned().flatten(),
                description: descriptions.get(index).cloned().flatten(),
            });
        }
        self.enumeration = Some(match self.enumeration.take() {
            None => values,
            Some(mut known) => {
                known.retain(|one| seen.contains(&one.value.to_string()));
                known
            }
        });
    }

    fn add_bounds(&mut self, leaf: &Leaf<'a>) {
        let keywords = &leaf.keywords;
        if let Some(Bound { value, exclusive }) = keywords.minimum.clone() {
            let value = Exact(value);
            match &mut self.minimum {
                Some(bound) if bound.value == value => bound.exclusive |= exclusive,
                Some(bound) if !bound.value.less(&value) => {}
                slot => *slot = Some(Bound { value, exclusive }),
            }
        }
        if let Some(Bound { value, exclusive }) = keywords.maximum.clone() {
            let value = Exact(value);
            match &mut self.maximum {
                Some(bound) if bound.value == value => bound.exclusive |= exclusive,
                Some(bound) if !value.less(&bound.value) => {}
                slot => *slot = Some(Bound { value, exclusive }),
            }
        }
        match (&self.multiple_of, &keywords.multiple_of) {
            (Some(first), Some(second)) if first != second => {
                self.extras.push(Extra::MultipleOf(second.clone()));
            }
            (None, step) => self.multiple_of.clone_from(step),
            _ => {}
        }
    }

    fn add_others(&mut self, leaf: &Leaf<'a>) {
        let at = || leaf.at.key("additionalProperties");
        // What is not supported must widen what is allowed, never narrow it.
        let others = match leaf.keywords.additional {
            None | Some(AdditionalProperties::Any(false)) if has_patterns(leaf) => {
                Others::Any(at())
            }
            None => return,
            Some(AdditionalProperties::Any(true)) => Others::Any(at()),
            Some(AdditionalProperties::Any(false)) => Others::Forbidden,
            Some(AdditionalProperties::Schema(node)) => {
                Others::Schemas(vec![Part::new(at(), Node::from(node.as_ref()))])
            }
        };
        self.others = Some(match (self.others.take(), others) {
            (Some(Others::Forbidden), _) | (_, Others::Forbidden) => Others::Forbidden,
            (Some(Others::Schemas(mut parts)), Others::Schemas(more)) => {
                parts.extend(more);
                Others::Schemas(parts)
            }
            (Some(Others::Schemas(parts)), _) => Others::Schemas(parts),
            (_, others) => others,
        });
    }

    /// Applies the `additionalProperties` of one schema to the properties that only others declare.
    ///
    /// That they cannot be there, or must be something else than they say, is what the words mean,
    /// but not their authors, who think of inheritance: such properties are kept and reported.
    fn narrow_others(&mut self, leaf: &Leaf<'a>, report: &mut Report) {
        let node = match leaf.keywords.additional {
            None | Some(AdditionalProperties::Any(true)) => return,
            Some(AdditionalProperties::Any(false)) => None,
            Some(AdditionalProperties::Schema(node)) => Some(Node::from(node.as_ref())),
        };
        if has_patterns(leaf) {
            return;
        }
        let at = leaf.at.key("additionalProperties");
        let own: BTreeSet<&str> = leaf.keywords.properties().map(|own| own.0).collect();
        let mut kept = Vec::new();
        for (name, parts) in &mut self.properties {
            let narrowed = node.filter(|node| parts.iter().all(|part| may_meet(part.node, *node)));
            match narrowed {
                _ if own.contains(name) => {}
                Some(node) => parts.push(Part::new(at.clone(), node)),
                None => kept.push(format!("`{name}`")),
            }
        }
        if !kept.is_empty() {
            let message = format!(
                "`additionalProperties` does not hold for properties of the other schemas: {}",
                shortened(&kept)
            );
            report.push(
                Diagnostic::new(Code::NOT_CHECKED, at, message)
                    .help("taken literally, an object that has them satisfies not all of `allOf`"),
            );
        }
    }

    /// The type that the keywords imply when none is given.
    fn inferred(&self) -> Option<Kind> {
        let object = !self.properties.is_empty()
            || !self.required.is_empty()
            || self.others.is_some()
            || self.min_properties.is_some()
            || self.max_properties.is_some();
        if object {
            return Some(Kind::Object);
        }
        let array = !self.items.is_empty()
            || self.min_items.is_some()
            || self.max_items.is_some()
            || self.unique_items;
        if array {
            return Some(Kind::Array);
        }
        if self.pattern.is_some() || self.min_length.is_some() || self.max_length.is_some() {
            return Some(Kind::String);
        }
        let bounds = self.minimum.is_some() || self.maximum.is_some() || self.multiple_of.is_some();
        bounds.then_some(Kind::Number)
    }
}

/// Whether two schemas may have values in common, as far as their types show.
fn may_meet(a: Node<'_>, b: Node<'_>) -> bool {
    match (a, b) {
        (Node::Item(a), Node::Item(b)) => {
            let (a, b) = (Keywords::of(a).ty, Keywords::of(b).ty);
            a == b || a.is_none() || b.is_none()
        }
        (Node::Ref(a), Node::Ref(b)) => a == b,
        _ => false,
    }
}

/// A list of names that may be long.
fn shortened(names: &[String]) -> String {
    match names.split_at_checked(MOST_NAMES) {
        Some((first, more)) if !more.is_empty() => {
            format!("{} and {} more", first.join(", "), more.len())
        }
        _ => names.join(", "),
    }
}

fn has_patterns(leaf: &Leaf<'_>) -> bool {
    let extensions = &leaf.schema.schema_data.extensions;
    extensions.contains_key("x-specwright-pattern-properties")
}

fn kind(name: &str) -> Option<Kind> {
    Some(match name {
        "string" => Kind::String,
        "number" => Kind::Number,
        "integer" => Kind::Integer,
        "boolean" => Kind::Boolean,
        "object" => Kind::Object,
        "array" => Kind::Array,
        _ => return None,
    })
}

/// Every integer is a number; otherwise two types exclude each other.
fn both(a: Kind, b: Kind) -> Kind {
    match (a, b) {
        (Kind::Never | Kind::Null, _) | (_, Kind::Never | Kind::Null) => Kind::Never,
        (Kind::Integer, Kind::Number) | (Kind::Number, Kind::Integer) => Kind::Integer,
        (a, b) if a == b => a,
        _ => Kind::Conflict,
    }
}

fn least(a: Option<u64>, b: Option<u64>) -> Option<u64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
