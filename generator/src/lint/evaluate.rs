//! Whether a value fits a schema: the keywords of OpenAPI 3.0 and those of 3.1 that say the same in
//! other words.
//!
//! Formats mean what generated crates check. What is not known for sure counts as such, and is never
//! reported: other formats, keywords that are not evaluated here, and whatever takes too long.

mod bounds;
mod formats;
mod members;
mod subtypes;
#[cfg(test)]
mod tests;

use super::target;
use crate::pointer::{Path, Pointer};
use regex::{Regex, RegexBuilder};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// How many schemas are evaluated in one run, and for one value.
const STEPS: usize = 20_000_000;
const STEPS_OF_ONE: usize = 200_000;

/// How deeply schemas are followed into each other.
const DEEPEST: usize = 100;

/// How many bytes a pattern may take when it is made ready.
const LARGEST_PATTERN: usize = 1 << 20;

/// How many problems of one value are looked for.
pub(super) const MOST: usize = 10;

/// Keywords that are not evaluated.
const UNKNOWN: &[&str] = &[
    "$dynamicRef",
    "$recursiveRef",
    "$id",
    "if",
    "dependentSchemas",
    "dependentRequired",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// What came of comparing a value with a schema.
#[derive(Debug)]
pub(super) enum Verdict {
    Fits,
    Unknown,
    Fails(Box<Problems>),
}

/// All that does not fit.
#[derive(Debug)]
pub(super) struct Problems {
    /// At least one, and at most [`MOST`].
    pub(super) all: Vec<Problem>,
    /// Whether nothing further is looked for.
    pub(super) is_enough: bool,
}

/// Why a value does not fit.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) message: String,
    /// The part of the value that does not fit.
    pub(super) place: Pointer,
    /// The schema that it does not fit.
    pub(super) schema: Pointer,
}

/// Which way values go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Request,
    Reply,
}

/// What one value is compared with: a schema and its place, and the place in the value.
#[derive(Clone, Copy)]
struct At<'p> {
    schema: &'p Path<'p>,
    value: &'p Path<'p>,
    depth: usize,
    /// The outermost of the schemas that say something about the value together, where this is not
    /// all of them.
    whole: Option<&'p Map<String, Value>>,
    /// Whether the value is compared with the schema that its tag names.
    is_tagged: bool,
    /// Whether the schema is one that the value may fit or not: one problem is as many, then.
    is_tried: bool,
}

impl At<'_> {
    fn fails(&self, message: impl Into<String>) -> Verdict {
        let problem = Problem {
            message: message.into(),
            place: self.value.to_pointer(),
            schema: self.schema.to_pointer(),
        };
        Verdict::Fails(Box::new(Problems {
            all: vec![problem],
            is_enough: self.is_tried,
        }))
    }
}

impl Verdict {
    /// Both must hold.
    fn and(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::Fails(problems) if problems.is_enough => Self::Fails(problems),
            Self::Fails(mut problems) => {
                if let Self::Fails(others) = other() {
                    problems.add(*others);
                }
                Self::Fails(problems)
            }
            Self::Fits => other(),
            Self::Unknown => match other() {
                Self::Fits => Self::Unknown,
                other => other,
            },
        }
    }
}

impl Problems {
    fn add(&mut self, others: Self) {
        for other in others.all {
            // What several schemas say of one place is said once.
            let is_same = |it: &Problem| it.place == other.place && it.message == other.message;
            if !self.all.iter().any(is_same) {
                self.all.push(other);
            }
        }
        self.is_enough = others.is_enough || self.all.len() >= MOST;
        self.all.truncate(MOST);
    }
}

/// Compares values with the schemas of one description.
pub(super) struct Evaluator<'a> {
    root: &'a Value,
    /// Whether nothing beside `$ref` counts, as in 3.0.
    pub(super) refs_stand_alone: bool,
    /// Which way the values go, where that is known.
    pub(super) way: Option<Way>,
    left: usize,
    left_of_one: usize,
    patterns: BTreeMap<String, Option<Regex>>,
}

impl<'a> Evaluator<'a> {
    pub(super) fn new(root: &'a Value) -> Self {
        let version = root.get("openapi").and_then(Value::as_str);
        Self {
            root,
            refs_stand_alone: version.is_none_or(|version| version.starts_with("3.0")),
            way: None,
            left: STEPS,
            left_of_one: 0,
            patterns: BTreeMap::new(),
        }
    }

    /// Compares a value with the schema that stands at `home`.
    pub(super) fn check(&mut self, schema: &Value, home: &Pointer, value: &Value) -> Verdict {
        self.left_of_one = STEPS_OF_ONE;
        let at = At {
            schema: &Path::from(home),
            value: &Path::root(),
            depth: 0,
            whole: None,
            is_tagged: false,
            is_tried: false,
        };
        self.schema(schema, value, at)
    }

    /// Whether there is time for so many more steps.
    fn spend(&mut self, steps: usize) -> bool {
        let left = (
            self.left.checked_sub(steps),
            self.left_of_one.checked_sub(steps),
        );
        if let (Some(left), Some(left_of_one)) = left {
            (self.left, self.left_of_one) = (left, left_of_one);
            return true;
        }
        self.left_of_one = 0;
        false
    }

    fn schema(&mut self, schema: &Value, value: &Value, at: At<'_>) -> Verdict {
        if at.depth > DEEPEST || !self.spend(1) {
            return Verdict::Unknown;
        }
        let map = match schema {
            Value::Object(map) => map,
            Value::Bool(false) => return at.fails("nothing is allowed here"),
            Value::Bool(true) => return Verdict::Fits,
            _ => return Verdict::Unknown,
        };
        if value.is_null() && map.get("nullable") == Some(&Value::Bool(true)) {
            return Verdict::Fits;
        }
        let referred = self.reference(map, value, at);
        if self.refs_stand_alone && map.contains_key("$ref") {
            return referred;
        }
        let own = referred.and(|| unknown(map));
        let of_type = kind(map, value, at);
        // What else is said is about values of the type.
        if matches!(of_type, Verdict::Fails(_)) {
            return own.and(|| of_type);
        }
        let own = own.and(|| of_type);
        let own = own.and(|| listed(map, value, at));
        let own = own.and(|| self.format(map, value, at));
        let own = own.and(|| bounds::number(map, value, at));
        let own = own.and(|| self.text(map, value, at));
        let own = own.and(|| self.list(map, value, at));
        let own = own.and(|| self.object(map, value, at));
        let own = own.and(|| self.combined(map, value, at));
        own.and(|| self.subtype(map, value, at))
    }

    fn reference(&mut self, map: &Map<String, Value>, value: &Value, at: At<'_>) -> Verdict {
        let Some(reference) = map.get("$ref").and_then(Value::as_str) else {
            return Verdict::Fits;
        };
        let root = self.root;
        let Some((home, schema)) = target(root, reference) else {
            return Verdict::Unknown;
        };
        let at = At {
            schema: &Path::from(&home),
            depth: at.depth + 1,
            whole: at
                .whole
                .or((map.len() > 1 && !self.refs_stand_alone).then_some(map)),
            ..at
        };
        self.schema(schema, value, at)
    }

    /// `allOf`, `oneOf`, `anyOf` and `not`.
    fn combined(&mut self, map: &Map<String, Value>, value: &Value, at: At<'_>) -> Verdict {
        let list = |key: &str| map.get(key).and_then(Value::as_array).map(Vec::as_slice);
        let mut verdict = Verdict::Fits;
        let joined = At {
            whole: at.whole.or(Some(map)),
            ..at
        };
        for (index, member) in list("allOf").into_iter().flatten().enumerate() {
            verdict = verdict.and(|| self.member(member, "allOf", index, value, joined));
        }
        for key in ["oneOf", "anyOf"] {
            if let Some(members) = list(key).filter(|members| !members.is_empty()) {
                verdict = verdict.and(|| self.choice(members, key, value, joined));
            }
        }
        if let Some(not) = map.get("not") {
            let inner = At {
                schema: &at.schema.key("not"),
                depth: at.depth + 1,
                is_tried: true,
                ..at
            };
            verdict = verdict.and(|| match self.schema(not, value, inner) {
                Verdict::Fits => at.fails(format!("{} is what `not` forbids", shown(value))),
                Verdict::Fails(_) => Verdict::Fits,
                Verdict::Unknown => Verdict::Unknown,
            });
        }
        verdict
    }

    fn member(
        &mut self,
        member: &Value,
        key: &str,
        index: usize,
        value: &Value,
        at: At<'_>,
    ) -> Verdict {
        let list = at.schema.key(key);
        let at = At {
            schema: &list.index(index),
            depth: at.depth + 1,
            ..at
        };
        self.schema(member, value, at)
    }

    fn choice(&mut self, members: &[Value], key: &str, value: &Value, at: At<'_>) -> Verdict {
        let (mut fit, mut unknown, mut last) = (0, 0, None);
        let tried = At {
            is_tried: at.is_tried || members.len() > 1,
            ..at
        };
        for (index, member) in members.iter().enumerate() {
            match self.member(member, key, index, value, tried) {
                Verdict::Fits => fit += 1,
                Verdict::Unknown => unknown += 1,
                Verdict::Fails(problem) => last = Some(problem),
            }
            if fit > 0 && key == "anyOf" {
                return Verdict::Fits;
            }
        }
        match (fit, unknown, last) {
            (1, 0, _) => Verdict::Fits,
            (0, 0, Some(problem)) if members.len() == 1 => Verdict::Fails(problem),
            (0, 0, _) => at.fails(format!("{} fits nothing in `{key}`", shown(value))),
            (2.., ..) => at.fails(format!(
                "{} fits {fit} schemas of `oneOf`, and may fit only one",
                shown(value)
            )),
            _ => Verdict::Unknown,
        }
    }

    fn text(&mut self, map: &Map<String, Value>, value: &Value, at: At<'_>) -> Verdict {
        let Value::String(text) = value else {
            return Verdict::Fits;
        };
        let verdict = bounds::length(map, text.chars().count(), "Length", "characters", at);
        let Some(pattern) = map.get("pattern").and_then(Value::as_str) else {
            return verdict;
        };
        verdict.and(|| match self.matches(pattern, text) {
            Some(true) => Verdict::Fits,
            Some(false) => at.fails(format!(
                "{} does not match `pattern: {pattern}`",
                shown(value)
            )),
            None => Verdict::Unknown,
        })
    }

    /// Whether a pattern matches; `None` when that cannot be said in time that is linear in the text.
    fn matches(&mut self, pattern: &str, text: &str) -> Option<bool> {
        if !self.patterns.contains_key(pattern) {
            let steps = pattern.len() * 10;
            let regex = self.spend(steps).then(|| {
                let mut builder = RegexBuilder::new(pattern);
                builder.size_limit(LARGEST_PATTERN).build().ok()
            });
            self.patterns.insert(pattern.to_owned(), regex.flatten());
        }
        if !self.spend(text.len() / 8) {
            return None;
        }
        let regex = self.patterns.get(pattern)?.as_ref()?;
        Some(regex.is_match(text))
    }
}

fn unknown(map: &Map<String, Value>) -> Verdict {
    let asks = |key: &&str| map.contains_key(*key);
    if UNKNOWN.iter().any(asks) {
        return Verdict::Unknown;
    }
    Verdict::Fits
}

fn kind(map: &Map<String, Value>, value: &Value, at: At<'_>) -> Verdict {
    let types: Vec<&str> = match map.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => return Verdict::Fits,
    };
    let is = |name: &str| match name {
        "null" => Some(value.is_null()),
        "boolean" => Some(value.is_boolean()),
        "integer" => Some(value.as_f64().is_some_and(|number| number.fract() == 0.0)),
        "number" => Some(value.is_number()),
        "string" => Some(value.is_string()),
        "array" => Some(value.is_array()),
        "object" => Some(value.is_object()),
        _ => None,
    };
    let verdicts: Vec<Option<bool>> = types.iter().map(|name| is(name)).collect();
    if verdicts.contains(&Some(true)) {
        Verdict::Fits
    } else if verdicts.contains(&None) || types.is_empty() {
        Verdict::Unknown
    } else {
        at.fails(format!("{} is no {}", shown(value), types.join(" or ")))
    }
}

/// `enum` and `const`.
fn listed(map: &Map<String, Value>, value: &Value, at: At<'_>) -> Verdict {
    if let Some(values) = map.get("enum").and_then(Value::as_array) {
        if !values.iter().any(|one| equal(one, value)) {
            return at.fails(format!("{} is not in `enum`", shown(value)));
        }
    }
    match map.get("const") {
        Some(only) if !equal(only, value) => {
            at.fails(format!("{} is not `const: {}`", shown(value), shown(only)))
        }
        _ => Verdict::Fits,
    }
}

/// Equality of JSON Schema: numbers by value.
fn equal(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(x), Value::Number(y)) => x == y || x.as_f64() == y.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let same = |(key, a): (&String, &Value)| b.get(key).is_some_and(|b| equal(a, b));
            a.len() == b.len() && a.iter().all(same)
        }
        _ => a == b,
    }
}

/// A value for a message: its beginning.
fn shown(value: &Value) -> String {
    let text = match value {
        Value::Object(_) => return "the object".to_owned(),
        Value::Array(_) => return "the list".to_owned(),
        value => value.to_string(),
    };
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("`{short}`")
}
