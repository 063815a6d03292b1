//! Puts the parts of other files into the description and makes all references lead to them.

use super::discover::{Graph, Link, Spot, under};
use super::files::{FileId, Shelf};
use super::location::reference;
use super::place::Plan;
use crate::diag::{Code, Diagnostic, Document, Origins, Report};
use crate::pointer::{NOWHERE, Pointer};
use crate::shape::Kind;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// How many bytes may be copied in place of references.
const COPIES: usize = 64 << 20;

/// How many references that are replaced may follow each other.
const LONGEST_CHAIN: usize = 64;

/// Carries a plan out: gives the whole description.
pub(super) fn write(
    graph: &Graph,
    plan: &Plan,
    shelf: &mut Shelf<'_>,
    origins: &mut Origins,
    report: &mut Report,
) -> Value {
    let root = (FileId::clone(shelf.root()), Pointer::root());
    // Most often the description itself is all that stands here already.
    let is_copied = graph
        .links
        .values()
        .any(|link| matches!(link, Link::InPlace { .. }))
        || plan.parts.values().any(|target| target.file == root.0);
    let own = if is_copied { None } else { shelf.take(&root.0) };
    let mut writing = Writing {
        graph,
        plan,
        shelf,
        report,
        moves: BTreeMap::new(),
        open: Vec::new(),
        left: COPIES,
    };
    let mut value = match own {
        Some(own) => writing.rewritten(own, &root, &Pointer::root()),
        None => writing.part(&root, &Pointer::root()),
    };
    for (place, target) in &plan.parts {
        let from = (FileId::clone(&target.file), target.at.clone());
        let part = writing.part(&from, place);
        writing.moves.insert(place.clone(), from);
        put(&mut value, place, part);
    }
    let moves = std::mem::take(&mut writing.moves);
    record(origins, moves, shelf);
    value
}

/// Records where everything was written; outer places come before those in them.
fn record(origins: &mut Origins, moves: BTreeMap<Pointer, Spot>, shelf: &Shelf<'_>) {
    let resolved: Vec<(Pointer, Document, Pointer)> = moves
        .into_iter()
        .map(|(to, (file, at))| match shelf.document(&file) {
            Document::Description => {
                let (document, at) = origins.resolve(&at);
                (to, document, at)
            }
            document => (to, document, at),
        })
        .collect();
    for (to, document, at) in resolved {
        origins.set(&to, document, at);
    }
}

/// Puts a part at `place`, and makes the objects around it that are not there.
fn put(value: &mut Value, place: &Pointer, part: Value) {
    let mut here = value;
    for token in place.tokens() {
        if !here.is_object() {
            *here = json!({});
        }
        let Value::Object(map) = here else { return };
        here = map.entry(token.into_owned()).or_insert(Value::Null);
    }
    *here = part;
}

/// What takes the place of a reference, or why there is nothing.
type Copied = Result<Value, (Code, &'static str)>;

/// A reference whose place is taken.
struct InPlace<'a> {
    /// What it names.
    spot: &'a Spot,
    /// Its place in the whole description.
    place: Pointer,
    /// Its file, and its place there.
    file: &'a FileId,
    from: &'a Pointer,
    is_path_item: bool,
}

struct Writing<'a, 'f> {
    graph: &'a Graph,
    plan: &'a Plan,
    shelf: &'a Shelf<'f>,
    report: &'a mut Report,
    /// Where the parts of the description that moved were written.
    moves: BTreeMap<Pointer, Spot>,
    /// The parts that are being written, each within the one before it.
    open: Vec<Spot>,
    /// How many more bytes may be copied.
    left: usize,
}

impl Writing<'_, '_> {
    /// A part of a file as it stands at `place` of the description.
    fn part(&mut self, spot: &Spot, place: &Pointer) -> Value {
        let (file, at) = spot;
        let value = self.shelf.value(file).unwrap_or_default();
        match value.pointer(at.as_str()) {
            Some(part) => self.rewritten(part.clone(), spot, place),
            None => Value::Null,
        }
    }

    /// The same with a copy of the part, or the part itself.
    fn rewritten(&mut self, mut part: Value, (file, at): &Spot, place: &Pointer) -> Value {
        let is_root = file == self.shelf.root();
        self.variants(&mut part, file, at);
        let graph = self.graph;
        // What lies inside another object goes first, so that its place is still the one known.
        for ((_, from), link) in graph.links_under(file, at).rev() {
            let Some(rest) = from.strip_prefix(at) else {
                continue;
            };
            // What the description says of itself stays as it is, but for the name of its file.
            match link {
                Link::To(target) if is_root && target.file == *self.shelf.root() => {
                    shorten(&mut part, &rest.key("$ref"), &target.at);
                    continue;
                }
                Link::Mapping(target) if is_root && target.file == *self.shelf.root() => {
                    shorten(&mut part, &rest, &target.at);
                    continue;
                }
                _ => {}
            }
            let place = place.join(&rest);
            match link {
                Link::To(target) => {
                    let text = self.plan.place(target).map(reference);
                    set(&mut part, &rest.key("$ref"), text);
                }
                Link::Mapping(target) => {
                    let text = self.plan.place(target).map(reference);
                    set(&mut part, &rest, text);
                }
                Link::InPlace { spot, is_path_item } => {
                    let found = self.copy(spot, &place);
                    let place = InPlace {
                        spot,
                        place,
                        file,
                        from,
                        is_path_item: *is_path_item,
                    };
                    self.in_place(&mut part, &rest, found, &place);
                }
                Link::Broken => set(&mut part, &rest.key("$ref"), None),
                Link::Gone => {
                    let map = part
                        .pointer_mut(rest.as_str())
                        .and_then(Value::as_object_mut);
                    map.and_then(|map| map.shift_remove("$ref"));
                }
            }
        }
        part
    }

    /// Replaces a reference by what it names; what stands beside `$ref` counts more.
    fn in_place(&mut self, part: &mut Value, rest: &Pointer, found: Copied, at: &InPlace<'_>) {
        let Some(old) = part.pointer_mut(rest.as_str()) else {
            return;
        };
        let Value::Object(mut own) = old.take() else {
            return;
        };
        let beside: Vec<String> = own.keys().cloned().collect();
        for key in &beside {
            let from = (FileId::clone(at.file), at.from.key(key));
            self.moves.insert(at.place.key(key), from);
        }
        own.shift_remove("$ref");
        *old = match found {
            Ok(Value::Object(mut copy)) => {
                self.moves.insert(at.place.clone(), at.spot.clone());
                copy.extend(own);
                Value::Object(copy)
            }
            Ok(other) if own.is_empty() => {
                self.moves.insert(at.place.clone(), at.spot.clone());
                other
            }
            Ok(_) => Value::Object(own),
            Err((code, message)) => {
                self.push(code, message, at);
                if at.is_path_item {
                    // Later stages leave out what needs it.
                    own.insert("$ref".to_owned(), json!(NOWHERE));
                } else {
                    let message = "`$ref` leads nowhere where the specification has none";
                    self.push(Code::BROKEN_IN_PLACE, message, at);
                }
                Value::Object(own)
            }
        };
    }

    fn push(&mut self, code: Code, message: &str, at: &InPlace<'_>) {
        let document = self.shelf.document(at.file);
        let finding = Diagnostic::new(code, at.from.key("$ref"), message);
        self.report.push(finding.in_document(document));
    }

    fn copy(&mut self, spot: &Spot, place: &Pointer) -> Copied {
        if self.open.contains(spot) || self.open.len() >= LONGEST_CHAIN {
            return Err((Code::REF_CYCLE, "`$ref` leads back to itself"));
        }
        let value = self.shelf.value(&spot.0).unwrap_or_default();
        let found = value.pointer(spot.1.as_str()).unwrap_or(&Value::Null);
        let size = found.to_string().len();
        let Some(left) = self.left.checked_sub(size) else {
            let message = "copies in place of references take too much room";
            return Err((Code::REF_TOO_LARGE, message));
        };
        self.left = left;
        self.open.push(spot.clone());
        let copy = self.part(spot, place);
        self.open.pop();
        Ok(copy)
    }

    /// Writes down which value stands for which variant where the name of a schema has changed.
    fn variants(&self, part: &mut Value, file: &FileId, at: &Pointer) {
        for ((_, union), variants) in under(&self.graph.variants, file, at) {
            let discriminator = union
                .strip_prefix(at)
                .and_then(|rest| part.pointer_mut(rest.key("discriminator").as_str()));
            let Some(discriminator) = discriminator.and_then(Value::as_object_mut) else {
                continue;
            };
            for (name, spot) in variants {
                self.variant(discriminator, name, spot, (file, union));
            }
        }
    }

    fn variant(
        &self,
        discriminator: &mut Map<String, Value>,
        name: &str,
        (file, at): &Spot,
        (of, union): (&FileId, &Pointer),
    ) {
        let target = self
            .graph
            .targets_at(file, at)
            .find(|target| target.kind == Kind::Schema);
        let Some(place) = target.and_then(|target| self.plan.place(target)) else {
            return;
        };
        let is_kept = place.tokens().next_back().is_some_and(|last| last == name);
        let mapping = union.keys(["discriminator", "mapping"]);
        let is_mapped = self.graph.links_under(of, &mapping).any(|(_, link)| {
            matches!(link, Link::Mapping(mapped) if self.plan.place(mapped) == Some(place))
        });
        if is_kept || is_mapped {
            return;
        }
        let mapping = discriminator.entry("mapping").or_insert_with(|| json!({}));
        if let Some(mapping) = mapping.as_object_mut() {
            mapping
                .entry(name)
                .or_insert_with(|| Value::String(reference(place)));
        }
    }
}

/// Leaves out the name of the file from a reference within it.
fn shorten(part: &mut Value, at: &Pointer, target: &Pointer) {
    let old = part.pointer_mut(at.as_str());
    let names_file = |old: &&mut Value| {
        old.as_str()
            .is_some_and(|text| text.contains('#') && !text.starts_with('#'))
    };
    if let Some(old) = old.filter(names_file) {
        *old = Value::String(reference(target));
    }
}

/// Sets a reference; one that leads nowhere was reported.
fn set(part: &mut Value, at: &Pointer, text: Option<String>) {
    if let Some(old) = part.pointer_mut(at.as_str()) {
        *old = Value::String(text.unwrap_or_else(|| NOWHERE.to_owned()));
    }
}
