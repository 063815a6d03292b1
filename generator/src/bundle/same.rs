//! Which parts of different files are the same: equal texts whose references lead to the same.

use super::discover::{Link, Target};
use super::place::{Candidate, Placing};
use crate::pointer::Pointer;
use serde_json::Value;
use std::collections::BTreeMap;

/// How often classes are split before parts that are still equal count as different.
const ROUNDS: usize = 64;

/// What is compared of a candidate.
struct Shape {
    /// Its text without references.
    text: String,
    /// What its references lead to: a candidate with the way into it, or some other place.
    links: Vec<(Result<usize, Target>, Pointer)>,
}

/// A number for each candidate; those with the same number are the same.
pub(super) fn classes(placing: &Placing<'_, '_>, candidates: &[Candidate]) -> Vec<usize> {
    let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        groups.entry(candidate.group()).or_default().push(index);
    }
    let numbers: BTreeMap<&Target, usize> = candidates
        .iter()
        .enumerate()
        .map(|(index, candidate)| (&candidate.target, index))
        .collect();
    let mut shapes: BTreeMap<usize, Shape> = BTreeMap::new();
    for members in groups.values().filter(|members| members.len() > 1) {
        for index in members {
            shapes.insert(*index, shape(placing, &candidates[*index], &numbers));
        }
    }
    // At first all with the same name and text are the same; then they are told apart by what
    // their references lead to, until nothing changes any more.
    let mut classes: Vec<usize> = (0..candidates.len()).collect();
    let mut first: BTreeMap<_, usize> = BTreeMap::new();
    for (index, shape) in &shapes {
        let candidate = &candidates[*index];
        let known = first.entry((candidate.group(), &candidate.name, shape.text.as_str()));
        classes[*index] = *known.or_insert(*index);
    }
    for _ in 0..ROUNDS {
        let mut next = classes.clone();
        let mut known: BTreeMap<_, usize> = BTreeMap::new();
        for (index, shape) in &shapes {
            let class = |link: &Result<usize, Target>| link.clone().map(|index| classes[index]);
            let links: Vec<_> = shape
                .links
                .iter()
                .map(|(link, rest)| (class(link), rest))
                .collect();
            next[*index] = *known.entry((classes[*index], links)).or_insert(*index);
        }
        if next == classes {
            return classes;
        }
        classes = next;
    }
    (0..candidates.len()).collect()
}

fn shape(
    placing: &Placing<'_, '_>,
    candidate: &Candidate,
    numbers: &BTreeMap<&Target, usize>,
) -> Shape {
    let (mut value, found) = placing.content(&candidate.target);
    let mut links = Vec::new();
    for (at, link) in found {
        let (place, target) = match link {
            Link::To(target) => (at.key("$ref"), target),
            Link::Mapping(target) => (at, target),
            Link::InPlace { .. } | Link::Broken | Link::Gone => continue,
        };
        let Some(text) = value.pointer_mut(place.as_str()) else {
            continue;
        };
        *text = Value::Null;
        let host = placing.host_of(target, |host| numbers.contains_key(host));
        links.push(match host {
            Some((host, rest)) => (Ok(numbers[&host]), rest),
            None => (Err(target.clone()), Pointer::root()),
        });
    }
    Shape {
        text: value.to_string(),
        links,
    }
}
