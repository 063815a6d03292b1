//! What differs between an example and what was written of it.

use super::exact::{Exact, same_number};
use super::schema::{Saying, Schemas};
use serde::Serialize;
use specwright::pointer::Pointer;

/// What can go wrong with an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Class {
    Ended,
    Unreadable,
    Value,
    Number,
    Null,
    Declared,
    Direction,
    Allowed,
    Unsaid,
    Forbidden,
    Added,
    Order,
    Unstable,
}

impl Class {
    /// All of them, with the words that tables have for them.
    pub(super) const ALL: [(Self, &'static str); 13] = [
        (Self::Ended, "the program ended"),
        (Self::Unreadable, "cannot be read"),
        (Self::Value, "value changed"),
        (Self::Number, "number changed"),
        (Self::Null, "null lost"),
        (Self::Declared, "property lost: declared"),
        (Self::Direction, "property lost: readOnly or writeOnly"),
        (
            Self::Allowed,
            "property lost: additionalProperties allows it",
        ),
        (
            Self::Unsaid,
            "property lost: additionalProperties says nothing",
        ),
        (
            Self::Forbidden,
            "property lost: additionalProperties forbids it",
        ),
        (Self::Added, "property added"),
        (Self::Order, "order of a list changed"),
        (Self::Unstable, "another value when read again"),
    ];
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Difference {
    pub(super) class: Class,
    /// Where, in the value.
    pub(super) at: String,
    /// What there was, and what there is.
    pub(super) detail: String,
}

impl Difference {
    pub(super) fn new(class: Class, at: &Pointer, detail: impl Into<String>) -> Self {
        Self {
            class,
            at: at.to_string(),
            detail: detail.into(),
        }
    }
}

/// Everything in which `after` differs from `before`, a value of the schemas.
pub(super) fn compare(before: &Exact, after: &Exact, schemas: &Schemas<'_>) -> Vec<Difference> {
    let mut found = Vec::new();
    walk(before, after, schemas, &Pointer::root(), &mut found);
    found
}

fn walk(
    before: &Exact,
    after: &Exact,
    schemas: &Schemas<'_>,
    at: &Pointer,
    found: &mut Vec<Difference>,
) {
    match (before, after) {
        (Exact::Object(old), Exact::Object(new)) => {
            for (name, value) in old {
                let place = at.key(name);
                if let Some(other) = after.member(name) {
                    walk(value, other, &schemas.property(name), &place, found);
                } else {
                    let class = lost(value, schemas.says_of(name));
                    found.push(Difference::new(class, &place, shown(value)));
                }
            }
            for (name, value) in new {
                if before.member(name).is_none() {
                    found.push(Difference::new(Class::Added, &at.key(name), shown(value)));
                }
            }
        }
        (Exact::List(old), Exact::List(new)) if old.len() == new.len() => {
            if !before.equals(after) && is_shuffled(old, new) {
                found.push(Difference::new(Class::Order, at, ""));
                return;
            }
            for (index, (old, new)) in old.iter().zip(new).enumerate() {
                walk(old, new, &schemas.item(index), &at.index(index), found);
            }
        }
        (Exact::Number(old), Exact::Number(new)) => {
            if !same_number(old, new) {
                found.push(Difference::new(Class::Number, at, format!("{old} → {new}")));
            }
        }
        _ => {
            if !before.equals(after) {
                let detail = format!("{} → {}", shown(before), shown(after));
                found.push(Difference::new(Class::Value, at, detail));
            }
        }
    }
}

fn lost(value: &Exact, saying: Saying) -> Class {
    match saying {
        Saying::OneWay => Class::Direction,
        Saying::Declared if matches!(value, Exact::Null) => Class::Null,
        Saying::Declared => Class::Declared,
        Saying::Allowed => Class::Allowed,
        Saying::Nothing => Class::Unsaid,
        Saying::Forbidden => Class::Forbidden,
    }
}

/// Whether two lists of one length have the same elements.
fn is_shuffled(old: &[Exact], new: &[Exact]) -> bool {
    let mut left: Vec<&Exact> = new.iter().collect();
    old.iter().all(|item| {
        let position = left.iter().position(|other| item.equals(other));
        position
            .map(|position| left.swap_remove(position))
            .is_some()
    })
}

/// The beginning of a value.
fn shown(value: &Exact) -> String {
    let text = value.to_string();
    let mut short: String = text.chars().take(80).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_difference_has_its_class_and_place() {
        let root = json!({"components": {"schemas": {
            "A": {"type": "object", "properties": {
                "known": {"type": "string"}, "id": {"readOnly": true}, "b": {"$ref": "#/components/schemas/B"},
                "list": {"items": {"$ref": "#/components/schemas/C"}}
            }},
            "B": {"additionalProperties": {"type": "integer"}},
            "C": {"allOf": [{"additionalProperties": false}, {"properties": {"x": {}}}]}
        }}});
        let schemas = Schemas::at(&root, "/components/schemas/A");
        let before = r#"{"known": null, "id": 1, "other": 2, "b": {"n": 3}, "list": [{"x": 1}, {"y": 1}],
            "n": 1.0, "m": 9007199254740993, "order": [1, 2, 2], "text": "a"}"#;
        let after = r#"{"b": {}, "list": [{}, {}], "n": 1, "m": 9007199254740992, "order": [2, 2, 1.0],
            "text": "b", "new": 1}"#;
        let of = |text: &str| Exact::parse(text).unwrap();
        let found = compare(&of(before), &of(after), &schemas);
        let found: Vec<(Class, &str)> = found.iter().map(|one| (one.class, &*one.at)).collect();
        let expected = [
            (Class::Null, "/known"),
            (Class::Direction, "/id"),
            (Class::Unsaid, "/other"),
            (Class::Allowed, "/b/n"),
            (Class::Declared, "/list/0/x"),
            (Class::Forbidden, "/list/1/y"),
            (Class::Number, "/m"),
            (Class::Order, "/order"),
            (Class::Value, "/text"),
            (Class::Added, "/new"),
        ];
        assert_eq!(found, expected);
        assert!(compare(&of(before), &of(before), &schemas).is_empty());
    }
}
