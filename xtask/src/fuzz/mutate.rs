//! Random changes to the tree of a description.

use super::hostile;
use crate::workspace;
use anyhow::{Context, Result, bail};
use fastrand::Rng;
use serde_json::{Map, Value, json};
use specwright::diag::{Document, Report};
use specwright::pointer::Pointer;
use specwright::source;
use std::path::PathBuf;

/// Changes of one run at most.
const MOST: usize = 8;

/// The changed description of a run: it depends on nothing but these three.
///
/// # Errors
///
/// When a description cannot be read.
pub(super) fn mutant(seed: u64, run: u64, descriptions: &[PathBuf]) -> Result<Value> {
    let mut random = Rng::with_seed(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ run);
    let Some(path) = random.choice(descriptions) else {
        bail!("there is no description to change");
    };
    let text = workspace::read(path)?;
    let mut value = source::read(&text, Document::Description, &mut Report::default())
        .with_context(|| format!("cannot read {}", workspace::shown(path)))?;
    for _ in 0..random.usize(1..=MOST) {
        change(&mut value, &mut random);
    }
    Ok(value)
}

/// One change somewhere.
fn change(value: &mut Value, random: &mut Rng) {
    let places = places(value);
    let place = |random: &mut Rng| {
        random
            .choice(&places)
            .cloned()
            .unwrap_or_else(Pointer::root)
    };
    let at = place(random);
    match random.u8(..20) {
        0..=2 => delete(value, &at),
        3 | 4 => replace(value, &at, hostile::nonsense(random)),
        5 => {
            let number = hostile::number(random);
            replace(value, &at, number);
        }
        6..=8 => change_text(value, &at, random),
        9..=12 => rename(value, &at, random),
        13 | 14 => duplicate(value, &at, random),
        15 | 16 => {
            let part = value.pointer(place(random).as_str()).cloned();
            replace(value, &at, part.unwrap_or_default());
        }
        17 => swap(value, &at, &place(random)),
        _ => {
            let reference = format!("#{}", place(random).as_str());
            replace(value, &at, json!({ "$ref": reference }));
        }
    }
}

/// Every place but the root.
fn places(value: &Value) -> Vec<Pointer> {
    let mut found = Vec::new();
    let mut open = vec![(Pointer::root(), value)];
    while let Some((at, value)) = open.pop() {
        match value {
            Value::Object(map) => open.extend(map.iter().map(|(k, v)| (at.key(k), v))),
            Value::Array(list) => {
                open.extend(list.iter().enumerate().map(|(i, v)| (at.index(i), v)));
            }
            _ => {}
        }
        if at != Pointer::root() {
            found.push(at);
        }
    }
    found
}

fn delete(value: &mut Value, at: &Pointer) {
    let Some((parent, key)) = at.split_last() else {
        return;
    };
    match value.pointer_mut(parent.as_str()) {
        Some(Value::Object(map)) => {
            map.shift_remove(key.as_ref());
        }
        Some(Value::Array(list)) => {
            if let Some(index) = key.parse().ok().filter(|&index: &usize| index < list.len()) {
                list.remove(index);
            }
        }
        _ => {}
    }
}

fn replace(value: &mut Value, at: &Pointer, new: Value) {
    if let Some(place) = value.pointer_mut(at.as_str()) {
        *place = new;
    }
}

/// A hostile text in place of a value or inside of a text.
fn change_text(value: &mut Value, at: &Pointer, random: &mut Rng) {
    let new = hostile::string(random);
    if let Some(place) = value.pointer_mut(at.as_str()) {
        *place = match place {
            Value::String(old) if random.bool() => Value::String(format!("{old}{new}")),
            _ => Value::String(new),
        };
    }
}

/// A hostile name for a member: of a schema, a property, a path, a media type …
fn rename(value: &mut Value, at: &Pointer, random: &mut Rng) {
    let Some((parent, key)) = at.split_last() else {
        return;
    };
    if let Some(Value::Object(map)) = value.pointer_mut(parent.as_str()) {
        let hostile = hostile::string(random);
        let new = if random.bool() {
            format!("{key}{hostile}")
        } else {
            hostile
        };
        let members: Map<String, Value> = std::mem::take(map)
            .into_iter()
            .map(|(name, value)| (if name == *key { new.clone() } else { name }, value))
            .collect();
        *map = members;
    }
}

/// A second one beside it, often with nearly the same name.
fn duplicate(value: &mut Value, at: &Pointer, random: &mut Rng) {
    let copy = value.pointer(at.as_str()).cloned();
    let (Some((parent, key)), Some(copy)) = (at.split_last(), copy) else {
        return;
    };
    match value.pointer_mut(parent.as_str()) {
        Some(Value::Object(map)) => {
            let name = match random.u8(..6) {
                0 => key.to_uppercase(),
                1 => key.to_lowercase(),
                2 => format!("{key}2"),
                3 => format!("{key}_"),
                4 => key.replace(['_', '-', '.'], " "),
                _ => hostile::string(random),
            };
            map.insert(name, copy);
        }
        Some(Value::Array(list)) => list.push(copy),
        _ => {}
    }
}

fn swap(value: &mut Value, at: &Pointer, other: &Pointer) {
    let both = (value.pointer(at.as_str()), value.pointer(other.as_str()));
    let (Some(a), Some(b)) = both else {
        return;
    };
    let (a, b) = (a.clone(), b.clone());
    replace(value, at, b);
    replace(value, other, a);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value() -> Value {
        json!({"a": {"b": "c", "d": [1, 2]}, "e/f": "g"})
    }

    #[test]
    fn every_place_is_found() {
        let places = places(&value());
        let mut found: Vec<&str> = places.iter().map(Pointer::as_str).collect();
        found.sort_unstable();
        assert_eq!(found, ["/a", "/a/b", "/a/d", "/a/d/0", "/a/d/1", "/e~1f"]);
    }

    #[test]
    fn changes_do_what_they_say() {
        let at = |text: &str| Pointer::parse(text).unwrap();
        let mut changed = value();
        delete(&mut changed, &at("/a/d/0"));
        swap(&mut changed, &at("/a/b"), &at("/e~1f"));
        assert_eq!(changed, json!({"a": {"b": "g", "d": [2]}, "e/f": "c"}));
        let mut random = Rng::with_seed(1);
        rename(&mut changed, &at("/e~1f"), &mut random);
        duplicate(&mut changed, &at("/a/d/0"), &mut random);
        assert!(changed.get("e/f").is_none() && changed.as_object().unwrap().len() == 2);
        assert_eq!(changed["a"]["d"], json!([2, 2]));
    }

    #[test]
    fn a_run_can_be_repeated_and_runs_differ() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        std::fs::write(&path, value().to_string()).unwrap();
        let paths = [path];
        let one = |seed, run| mutant(seed, run, &paths).unwrap().to_string();
        assert_eq!(one(1, 2), one(1, 2));
        let different: std::collections::BTreeSet<String> =
            (0..50).map(|run| one(1, run)).collect();
        assert!(different.len() > 40, "{}", different.len());
    }
}
