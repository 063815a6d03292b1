//! Where the parts of other files go: each gets a name in `components`, which depends on where it
//! was written and not on the way that led to it.

use super::discover::{Graph, Link, Spot, Target, under};
use super::files::{FileId, Shelf};
use super::location::stem;
use super::same::classes;
use crate::diag::{Code, Diagnostic, Report};
use crate::pointer::Pointer;
use crate::shape::{TABLES, part_name};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What goes where.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The place of each target in the description.
    places: BTreeMap<Target, Pointer>,
    /// The parts to put into the description, by their place.
    pub(super) parts: BTreeMap<Pointer, Target>,
}

impl Plan {
    /// The place of a target in the description.
    pub(super) fn place(&self, target: &Target) -> Option<&Pointer> {
        self.places.get(target)
    }
}

/// A part that is, or becomes, a component.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) target: Target,
    /// The name that it has or should get.
    pub(super) name: String,
    /// What stands before the name where it is taken: the path of the file that gives it.
    path: Vec<String>,
    /// Whether the description itself says where it is.
    pub(super) fixed: Option<Pointer>,
}

impl Candidate {
    /// Candidates of the same section whose names differ in case and punctuation only meet.
    pub(super) fn group(&self) -> (&'static str, String) {
        let letters = self.name.chars().filter(char::is_ascii_alphanumeric);
        let name = letters.map(|c| c.to_ascii_lowercase()).collect();
        (self.target.kind.section().unwrap_or_default(), name)
    }
}

/// Gives everything its place.
pub(super) fn plan(graph: &Graph, shelf: &Shelf<'_>, report: &mut Report) -> Plan {
    let mut placing = Placing {
        graph,
        shelf,
        ends: BTreeMap::new(),
        hosted: BTreeMap::new(),
    };
    placing.host();
    let (mut candidates, ends) = placing.candidates();
    candidates.sort_by(|a, b| a.target.cmp(&b.target).then(a.fixed.cmp(&b.fixed)));
    candidates.dedup_by(|a, b| a.target == b.target);
    let classes = classes(&placing, &candidates);
    let mut plan = Plan::default();
    let at = assign(&candidates, &classes, shelf, report);
    for (index, candidate) in candidates.iter().enumerate() {
        let Some(place) = at.get(&classes[index]) else {
            continue;
        };
        plan.places
            .insert(candidate.target.clone(), place.0.clone());
        if place.1 == index && !placing.is_in_place(&candidate.target, &place.0) {
            plan.parts.insert(place.0.clone(), candidate.target.clone());
        }
    }
    for (target, end) in ends {
        if let Some(place) = placing.find(&end, &plan.places) {
            plan.places.insert(target, place);
        }
    }
    plan
}

/// The place of each class of equal candidates, and the candidate that goes there.
fn assign(
    candidates: &[Candidate],
    classes: &[usize],
    shelf: &Shelf<'_>,
    report: &mut Report,
) -> BTreeMap<usize, (Pointer, usize)> {
    // The one that has its place stands for its class, or else the first by file and place.
    let mut chosen: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, class) in classes.iter().enumerate() {
        let known = chosen.entry(*class).or_insert(index);
        if candidates[*known].fixed.is_none() && candidates[index].fixed.is_some() {
            *known = index;
        }
    }
    let mut groups: BTreeMap<_, Vec<(usize, usize)>> = BTreeMap::new();
    let mut taken: BTreeSet<Pointer> = BTreeSet::new();
    for (class, index) in &chosen {
        let candidate = &candidates[*index];
        groups
            .entry(candidate.group())
            .or_default()
            .push((*class, *index));
        taken.extend(candidate.fixed.clone());
    }
    taken.extend(candidates.iter().filter_map(|one| one.fixed.clone()));
    let mut places = BTreeMap::new();
    for members in groups.values() {
        let file = |index: usize| &candidates[index].target.file;
        let clash = members
            .iter()
            .any(|(_, index)| file(*index) != file(members[0].1));
        for (class, index) in members {
            let candidate = &candidates[*index];
            let place = match &candidate.fixed {
                Some(place) => place.clone(),
                None => free(candidate, clash, &taken),
            };
            if clash && candidate.fixed.is_none() {
                report.push(renamed(candidate, &place, shelf));
            }
            taken.insert(place.clone());
            places.insert(*class, (place, *index));
        }
    }
    places
}

/// A free name: with as many parts of the file's path in front as it takes.
fn free(candidate: &Candidate, clash: bool, taken: &BTreeSet<Pointer>) -> Pointer {
    let section = candidate.target.kind.section().unwrap_or_default();
    let home = Pointer::root().keys(["components", section]);
    let path = &candidate.path;
    for count in usize::from(clash)..=path.len() {
        let mut words = path[path.len() - count..].to_vec();
        words.push(candidate.name.clone());
        let place = home.key(&words.join("_"));
        if !taken.contains(&place) {
            return place;
        }
    }
    let mut number = 2;
    loop {
        let place = home.key(&format!("{}_{number}", candidate.name));
        if !taken.contains(&place) {
            return place;
        }
        number += 1;
    }
}

fn renamed(candidate: &Candidate, place: &Pointer, shelf: &Shelf<'_>) -> Diagnostic {
    let name = place.tokens().next_back().unwrap_or_default().into_owned();
    let message = format!(
        "another file has a different `{}`: this one is named `{name}`",
        candidate.name
    );
    let help = "rename one of them, or choose the name of the type by `x-rust-name`";
    let target = &candidate.target;
    let finding = Diagnostic::new(Code::COMPONENT_CLASH, target.at.clone(), message);
    finding
        .on_key()
        .help(help)
        .in_document(shelf.document(&target.file))
}

/// The folders and the name of a file; without its name where that is the name of its content.
fn path(target: &Target) -> Vec<String> {
    let (folders, _) = target.file.rsplit_once('/').unwrap_or_default();
    let mut parts: Vec<String> = folders
        .split('/')
        .filter(|part| !part.is_empty())
        .map(key)
        .collect();
    if !target.at.as_str().is_empty() {
        parts.push(key(stem(&target.file)));
    }
    parts
}

/// A text with only those signs that keys of `components` may have.
fn key(text: &str) -> String {
    let sign = |c: char| {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '-') {
            c
        } else {
            '_'
        }
    };
    text.chars().map(sign).collect()
}

/// What is asked while places are found.
pub(super) struct Placing<'a, 'f> {
    pub(super) graph: &'a Graph,
    shelf: &'a Shelf<'f>,
    /// Where chains of references end.
    ends: BTreeMap<Target, Target>,
    /// The places in the description of what takes the place of a reference.
    hosted: BTreeMap<Spot, Pointer>,
}

impl Placing<'_, '_> {
    fn is_root(&self, file: &FileId) -> bool {
        file == self.shelf.root()
    }

    /// Finds out what stands in the description once references were replaced.
    fn host(&mut self) {
        let root = FileId::clone(self.shelf.root());
        let mut open: Vec<(Spot, Pointer)> = vec![((root, Pointer::root()), Pointer::root())];
        while let Some(((file, at), home)) = open.pop() {
            for ((_, from), link) in self.graph.links_under(&file, &at) {
                let (Link::InPlace { spot, .. }, Some(rest)) = (link, from.strip_prefix(&at))
                else {
                    continue;
                };
                if !self.hosted.contains_key(spot) && !self.is_root(&spot.0) {
                    let home = home.join(&rest);
                    self.hosted.insert(spot.clone(), home.clone());
                    open.push((spot.clone(), home));
                }
            }
        }
    }

    /// Whether a part stands at its place already.
    fn is_in_place(&self, target: &Target, place: &Pointer) -> bool {
        let found = self.in_description(target);
        found.as_ref() == Some(place)
    }

    /// The place of something that is part of the description as it stands.
    fn in_description(&self, target: &Target) -> Option<Pointer> {
        if self.is_root(&target.file) {
            return Some(target.at.clone());
        }
        let mut around = target.at.ancestors();
        around.push(target.at.clone());
        around.into_iter().find_map(|at| {
            let rest = target.at.strip_prefix(&at)?;
            let home = self.hosted.get(&(FileId::clone(&target.file), at))?;
            Some(home.join(&rest))
        })
    }

    /// The candidates, and for every target the one that it comes to in the end.
    fn candidates(&mut self) -> (Vec<Candidate>, BTreeMap<Target, Target>) {
        let graph = self.graph;
        let mut candidates = Vec::new();
        let mut claims: BTreeMap<Target, Vec<(String, Pointer)>> = BTreeMap::new();
        for (name, place, target) in self.own_components() {
            let end = self.end(&target);
            if end == target || self.in_description(&end).is_some() {
                candidates.push(Candidate {
                    target,
                    name,
                    path: Vec::new(),
                    fixed: Some(place),
                });
            } else {
                claims.entry(end).or_default().push((name, place));
            }
        }
        let mut ends = BTreeMap::new();
        let mut declared: BTreeMap<Target, Target> = BTreeMap::new();
        for target in &graph.targets {
            let end = self.end(target);
            if component_name(target).is_some() {
                declared
                    .entry(end.clone())
                    .or_insert_with(|| target.clone());
            }
            ends.insert(target.clone(), end);
        }
        let all: BTreeSet<&Target> = ends.values().chain(claims.keys()).collect();
        let spots: BTreeSet<(&FileId, &Pointer)> =
            all.iter().map(|end| (&end.file, &end.at)).collect();
        for end in &all {
            let around = end.at.ancestors();
            let nested = around.iter().any(|at| spots.contains(&(&end.file, at)));
            if nested || self.in_description(end).is_some() || end.kind.section().is_none() {
                continue;
            }
            // A file as a whole goes by the name that a component gives it.
            let named = component_name(end).map_or_else(|| declared.get(*end), |_| Some(*end));
            let path = path(named.unwrap_or(end));
            let plain = named
                .and_then(component_name)
                .unwrap_or_else(|| own_name(end));
            let claim = claims.get(*end).and_then(|claims| best(claims, &plain));
            let (name, fixed) = match claim {
                Some((name, place)) => (name.clone(), Some(place.clone())),
                None => (plain, None),
            };
            let target = (*end).clone();
            candidates.push(Candidate {
                target,
                name,
                path,
                fixed,
            });
        }
        (candidates, ends)
    }

    /// The place of a target whose candidate has one.
    fn find(&self, end: &Target, places: &BTreeMap<Target, Pointer>) -> Option<Pointer> {
        if let Some(place) = places.get(end) {
            return Some(place.clone());
        }
        if let Some(place) = self.in_description(end) {
            return Some(place);
        }
        self.host_of(end, |host| places.contains_key(host))
            .and_then(|(host, rest)| Some(places.get(&host)?.join(&rest)))
    }

    /// What a target is a part of, and the way from there.
    pub(super) fn host_of(
        &self,
        target: &Target,
        is_host: impl Fn(&Target) -> bool,
    ) -> Option<(Target, Pointer)> {
        let end = self.ends.get(target).unwrap_or(target);
        let mut around = end.at.ancestors();
        around.push(end.at.clone());
        around.into_iter().find_map(|at| {
            let rest = end.at.strip_prefix(&at)?;
            let file = &end.file;
            let host = self.graph.targets_at(file, &at).find(|host| is_host(host));
            Some((host?.clone(), rest))
        })
    }

    /// The components of the description itself: name, place, and where each was written.
    fn own_components(&self) -> Vec<(String, Pointer, Target)> {
        let mut all = Vec::new();
        for kind in TABLES.iter().map(|table| table.kind) {
            let Some(section) = kind.section() else {
                continue;
            };
            let place = Pointer::root().keys(["components", section]);
            let Some((file, at)) = self.written(&place) else {
                continue;
            };
            let value = self.shelf.value(&file).unwrap_or_default();
            let map = value.pointer(at.as_str()).and_then(Value::as_object);
            for name in map.into_iter().flat_map(Map::keys) {
                let target = Target {
                    file: FileId::clone(&file),
                    at: at.key(name),
                    kind,
                };
                all.push((name.clone(), place.key(name), target));
            }
        }
        all
    }

    /// Where a place of the description was written, once references were replaced.
    fn written(&self, place: &Pointer) -> Option<Spot> {
        let mut here = (FileId::clone(self.shelf.root()), Pointer::root());
        let mut steps = place.tokens();
        // Each step may be followed by some references.
        for _ in 0..16 {
            if let Some(Link::InPlace { spot: next, .. }) = self.graph.links.get(&here) {
                here = next.clone();
                continue;
            }
            match steps.next() {
                Some(step) => here.1 = here.1.key(&step),
                None => return Some(here),
            }
        }
        None
    }

    /// Where a chain of references that say nothing else ends; in a circle everything is an end.
    fn end(&mut self, target: &Target) -> Target {
        let mut chain: Vec<Target> = Vec::new();
        let mut seen: BTreeSet<Target> = BTreeSet::new();
        let mut here = target.clone();
        let end = loop {
            if let Some(end) = self.ends.get(&here) {
                break Some(end.clone());
            }
            if !seen.insert(here.clone()) {
                break None;
            }
            chain.push(here.clone());
            match self.next(&here) {
                Some(next) => here = next,
                None => break Some(here),
            }
        };
        for one in chain {
            let end = end.clone().unwrap_or_else(|| one.clone());
            self.ends.insert(one, end);
        }
        self.ends.get(target).unwrap_or(target).clone()
    }

    fn next(&self, target: &Target) -> Option<Target> {
        let spot = (FileId::clone(&target.file), target.at.clone());
        let Some(Link::To(next)) = self.graph.links.get(&spot) else {
            return None;
        };
        let value = self.shelf.value(&target.file)?;
        let is_bare = value.pointer(target.at.as_str())?.as_object()?.len() == 1;
        (is_bare && next.kind == target.kind).then(|| next.clone())
    }

    /// The value of a target, and all links in it.
    pub(super) fn content(&self, target: &Target) -> (Value, Vec<(Pointer, &Link)>) {
        let value = self.shelf.value(&target.file).unwrap_or_default();
        let part = value.pointer(target.at.as_str()).cloned();
        let links = under(&self.graph.links, &target.file, &target.at)
            .filter_map(|((_, at), link)| Some((at.strip_prefix(&target.at)?, link)));
        (part.unwrap_or_default(), links.collect())
    }
}

/// The name of a component in its own file, or of what stands in a list of definitions.
fn component_name(target: &Target) -> Option<String> {
    let (around, name) = target.at.split_last()?;
    let section = target.kind.section()?;
    let place = Pointer::root().keys(["components", section]);
    let lists = ["", "/definitions", "/$defs"];
    let is_listed = around == place || lists.contains(&around.as_str());
    (is_listed || around.as_str().strip_prefix('/') == Some(section)).then(|| key(&name))
}

/// The name of what is no component: that of its file, or the words of its place.
fn own_name(target: &Target) -> String {
    if target.at.as_str().is_empty() {
        key(stem(&target.file))
    } else {
        part_name(&target.at)
    }
}

/// Of several components that are nothing but a reference to one part, the one named like it, or
/// else the first by name.
fn best<'c>(claims: &'c [(String, Pointer)], plain: &str) -> Option<&'c (String, Pointer)> {
    let named = claims
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case(plain));
    named.min().or_else(|| claims.iter().min())
}
