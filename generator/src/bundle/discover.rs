//! Which parts of which files a description consists of: follows every reference from it.

use super::files::{self, FileError, FileId, Shelf, Unusable};
use super::location::{self, pointers};
use crate::diag::{Code, Diagnostic, Report};
use crate::pointer::{Path, Pointer};
use crate::shape::{Holds, Kind};
use foldhash::fast::RandomState;
use indexmap::IndexSet;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// How many references a pointer may lead through.
const LONGEST_CHAIN: usize = 16;

/// A place in a file.
pub(super) type Spot = (FileId, Pointer);

/// An object that something refers to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Target {
    pub(super) file: FileId,
    pub(super) at: Pointer,
    pub(super) kind: Kind,
}

/// A reference, kept by the place of the object that has `$ref`, or of the value in `mapping`.
#[derive(Clone, Debug)]
pub(super) enum Link {
    /// To an object that keeps a place of its own.
    To(Target),
    /// The same in the `mapping` of a discriminator.
    Mapping(Target),
    /// To something that takes the place of the reference: path items, and what the specification
    /// does not let one refer to.
    InPlace { spot: Spot, is_path_item: bool },
    /// To nothing; it was reported.
    Broken,
    /// The same where something would have taken its place.
    Gone,
}

/// All that was found.
#[derive(Debug, Default)]
pub(super) struct Graph {
    pub(super) links: BTreeMap<Spot, Link>,
    pub(super) targets: BTreeSet<Target>,
    /// The variants of unions with a discriminator, by the place of the union: the value that
    /// stands for each when `mapping` says nothing.
    pub(super) variants: BTreeMap<Spot, Vec<(String, Spot)>>,
}

impl Graph {
    /// The links at and below a place.
    pub(super) fn links_under<'g>(
        &'g self,
        file: &FileId,
        at: &'g Pointer,
    ) -> impl DoubleEndedIterator<Item = (&'g Spot, &'g Link)> {
        under(&self.links, file, at)
    }

    /// The targets at a place, by kind.
    pub(super) fn targets_at<'g>(
        &'g self,
        file: &FileId,
        at: &Pointer,
    ) -> impl Iterator<Item = &'g Target> {
        let first = Target {
            file: FileId::clone(file),
            at: at.clone(),
            kind: Kind::Document,
        };
        let (file, at) = (FileId::clone(file), at.clone());
        self.targets
            .range(first..)
            .take_while(move |target| target.file == file && target.at == at)
    }
}

/// The entries at and below a place, those in front first.
pub(super) fn under<'m, T>(
    map: &'m BTreeMap<Spot, T>,
    file: &FileId,
    at: &Pointer,
) -> impl DoubleEndedIterator<Item = (&'m Spot, &'m T)> {
    let here = (FileId::clone(file), at.clone());
    let own = map.get_key_value(&here);
    // What is below a place begins with its pointer and a slash; `/` and `0` follow each other.
    let from = (FileId::clone(file), at.key(""));
    let to = Pointer::parse(&format!("{at}0")).unwrap_or_else(|| Pointer::root().key("\u{10ffff}"));
    let below = if at.as_str().is_empty() {
        let last = Pointer::parse("/\u{10ffff}").unwrap_or_default();
        map.range(from..(FileId::clone(file), last))
    } else {
        map.range(from..(FileId::clone(file), to))
    };
    own.into_iter().chain(below)
}

/// Follows the references of the description on the shelf.
pub(super) fn discover(shelf: &mut Shelf<'_>, report: &mut Report) -> Graph {
    let mut discovery = Discovery {
        work: VecDeque::from([(
            FileId::clone(shelf.root()),
            Pointer::root(),
            Holds::Object(Kind::Document),
        )]),
        shelf,
        report,
        graph: Graph::default(),
        visited: IndexSet::default(),
    };
    while let Some((file, at, holds)) = discovery.work.pop_front() {
        if let Some(value) = discovery.shelf.value(&file) {
            if let Some(part) = value.pointer(at.as_str()) {
                discovery.value(part, holds, &Path::from(&at), &file);
            }
        }
    }
    discovery.graph
}

struct Discovery<'a, 'f> {
    shelf: &'a mut Shelf<'f>,
    report: &'a mut Report,
    graph: Graph,
    visited: IndexSet<(Pointer, Kind, FileId), RandomState>,
    work: VecDeque<(FileId, Pointer, Holds)>,
}

impl Discovery<'_, '_> {
    fn value(&mut self, value: &Value, holds: Holds, at: &Path<'_>, file: &FileId) {
        match (holds, value) {
            (Holds::Object(kind) | Holds::Ref(kind), Value::Object(map)) => {
                self.object(map, kind, at, file);
            }
            (Holds::FlagOrSchema, Value::Object(map)) => self.object(map, Kind::Schema, at, file),
            (Holds::List(inner), Value::Array(list)) => {
                for (index, value) in list.iter().enumerate() {
                    self.value(value, *inner, &at.index(index), file);
                }
            }
            (Holds::Map(inner), Value::Object(map)) => {
                // Where texts are wanted, a text behind `$ref` is one of them.
                if !matches!(inner, Holds::Text | Holds::Any) {
                    self.in_place(map, holds, at, file);
                }
                for (key, value) in map {
                    self.value(value, *inner, &at.key(key), file);
                }
            }
            // A reference may stand for a list as well.
            (Holds::List(_), Value::Object(map)) => self.in_place(map, holds, at, file),
            _ => {}
        }
    }

    fn object(&mut self, map: &Map<String, Value>, kind: Kind, at: &Path<'_>, file: &FileId) {
        let here = at.to_pointer();
        if !self
            .visited
            .insert((here.clone(), kind, FileId::clone(file)))
        {
            return;
        }
        if kind.can_be_referred_to() {
            self.reference(map, kind, here, file);
        } else {
            self.in_place(map, Holds::Object(kind), at, file);
        }
        match kind {
            Kind::Schema => self.variants(map, at, file),
            Kind::Discriminator => self.mapping(map, at, file),
            _ => {}
        }
        for (key, value) in map {
            if let Some(holds) = kind.table().holds(key) {
                self.value(value, holds, &at.key(key), file);
            }
        }
    }

    fn reference(&mut self, map: &Map<String, Value>, kind: Kind, here: Pointer, file: &FileId) {
        let Some(text) = map.get("$ref").and_then(Value::as_str) else {
            return;
        };
        let link = match self.follow(text, file, &here.key("$ref")) {
            Ok(Some((file, at))) => {
                let target = Target { file, at, kind };
                self.want(&target);
                Link::To(target)
            }
            Ok(None) => return,
            Err(()) => Link::Broken,
        };
        self.graph.links.insert((FileId::clone(file), here), link);
    }

    fn want(&mut self, target: &Target) {
        if self.graph.targets.insert(target.clone()) {
            let Target { file, at, kind } = target.clone();
            self.work.push_back((file, at, Holds::Ref(kind)));
        }
    }

    /// A reference that what it names takes the place of.
    fn in_place(&mut self, map: &Map<String, Value>, holds: Holds, at: &Path<'_>, file: &FileId) {
        let Some(text) = map.get("$ref").and_then(Value::as_str) else {
            return;
        };
        let is_path_item = matches!(holds, Holds::Object(Kind::PathItem));
        // Within the description itself path items are dealt with later, and nothing else is.
        if text.starts_with('#') && (file == self.shelf.root() || !is_path_item) {
            return;
        }
        let here = at.to_pointer();
        if self
            .graph
            .links
            .contains_key(&(FileId::clone(file), here.clone()))
        {
            return;
        }
        let link = match self.follow(text, file, &here.key("$ref")) {
            Ok(Some(spot)) => {
                self.work.push_back((spot.0.clone(), spot.1.clone(), holds));
                Link::InPlace { spot, is_path_item }
            }
            Ok(None) => return,
            Err(()) if is_path_item => Link::Broken,
            Err(()) => {
                self.push_broken(text, file, &here.key("$ref"));
                Link::Gone
            }
        };
        if !is_path_item && matches!(link, Link::InPlace { .. }) {
            let message = format!("`$ref` has no meaning here, but is followed: {text}");
            self.push(Code::REF_IN_PLACE, file, &here.key("$ref"), message, None);
        }
        self.graph.links.insert((FileId::clone(file), here), link);
    }

    fn push_broken(&mut self, text: &str, file: &FileId, at: &Pointer) {
        let message = format!("`$ref` leads nowhere where the specification has none: {text}");
        self.push(Code::BROKEN_IN_PLACE, file, at, message, None);
    }

    /// The place that a reference names. `Ok(None)` is one that the stages behind report.
    fn follow(&mut self, text: &str, file: &FileId, at: &Pointer) -> Result<Option<Spot>, ()> {
        let location = location::parse(text, file).map_err(|refused| {
            let code = Code::EXTERNAL_REF;
            self.push(
                code,
                file,
                at,
                refused.message,
                Some(refused.help.to_owned()),
            );
        })?;
        let to = match self.shelf.open(&location.path, self.report) {
            Ok(to) => to,
            Err(why) => {
                self.unusable(&why, &location.path, file, at);
                return Err(());
            }
        };
        let value = self.shelf.value(&to).unwrap_or_default();
        let found = pointers(location.fragment).find_map(|at| self.find(&to, at));
        match found {
            Some(spot) if self.is_description(&spot) => {
                let message = match text {
                    "" => "`$ref` is empty, which names the whole description".to_owned(),
                    text => format!("`$ref` names a whole description: {text}"),
                };
                let help = "name a part of it, such as `#/components/schemas/…` behind the file";
                self.push(Code::DANGLING_REF, file, at, message, Some(help.to_owned()));
                Err(())
            }
            Some(spot) => Ok(Some(spot)),
            None if text.starts_with('#') && file == self.shelf.root() => Ok(None),
            None => {
                let message = format!("`$ref` points at nothing: {text}");
                let wanted = pointers(location.fragment).next();
                let help = wanted.and_then(|at| self.shelf.nearest_member(&value, &at));
                let help = help.map(|name| format!("there is `{name}` in that file"));
                self.push(Code::DANGLING_REF, file, at, message, help);
                Err(())
            }
        }
    }

    /// Whether a place is that of a whole description.
    fn is_description(&self, (file, at): &Spot) -> bool {
        let value = self.shelf.value(file).filter(|_| *at == Pointer::root());
        value.is_some_and(|value| value.get("openapi").is_some())
    }

    /// The place of a pointer, which may lead on behind a reference.
    fn find(&mut self, file: &FileId, at: Pointer) -> Option<Spot> {
        let mut here = (FileId::clone(file), at);
        for _ in 0..LONGEST_CHAIN {
            let value = self.shelf.value(&here.0)?;
            if value.pointer(here.1.as_str()).is_some() {
                return Some(here);
            }
            let around = here.1.ancestors();
            let (from, text) = around.iter().rev().find_map(|at| {
                let reference = value.pointer(at.as_str())?.get("$ref")?;
                Some((at, reference.as_str()?))
            })?;
            let rest = here.1.strip_prefix(from)?;
            let location = location::parse(text, &here.0).ok()?;
            let to = self.shelf.open(&location.path, self.report).ok()?;
            let target = pointers(location.fragment).next()?;
            here = (to, target.join(&rest));
        }
        None
    }

    fn unusable(&mut self, why: &Unusable, path: &str, file: &FileId, at: &Pointer) {
        let shown = self.shelf.shown(path);
        let (message, help) = match why {
            Unusable::Reported => return,
            Unusable::Limit => (
                format!("`{shown}` is one file too many"),
                Some("bundle the files that belong together into one".to_owned()),
            ),
            Unusable::File(FileError::Missing) => {
                let nearest = self.shelf.nearest(path);
                let help = nearest.map(|near| format!("there is `{}`", self.shelf.shown(&near)));
                (format!("there is no file `{shown}`"), help)
            }
            Unusable::File(FileError::Outside) => (
                format!("`{shown}` lies outside the folder of the description"),
                Some(
                    "move it into the folder, or allow it with `--allow-refs-outside DIR`"
                        .to_owned(),
                ),
            ),
            Unusable::File(FileError::Unreadable(why)) => {
                (format!("`{shown}` cannot be read: {why}"), None)
            }
        };
        self.push(files::code(why), file, at, message, help);
    }

    /// The values of `mapping` are names of schemas or references to them (OpenAPI 3.0.4,
    /// section 4.7.25).
    fn mapping(&mut self, map: &Map<String, Value>, at: &Path<'_>, file: &FileId) {
        let mapping = map.get("mapping").and_then(Value::as_object);
        for (tag, to) in mapping.into_iter().flatten() {
            let Some(text) = to.as_str() else { continue };
            let here = at.key("mapping").key(tag).to_pointer();
            let spot = match self.named_schema(text, file) {
                Some(spot) => Ok(Some(spot)),
                None if looks_like_a_reference(text) && self.is_there(text, file) => {
                    self.follow(text, file, &here)
                }
                None => Ok(None),
            };
            let link = match spot {
                Ok(Some((file, at))) => {
                    let kind = Kind::Schema;
                    let target = Target { file, at, kind };
                    self.want(&target);
                    Link::Mapping(target)
                }
                Ok(None) | Err(()) => continue,
            };
            self.graph.links.insert((FileId::clone(file), here), link);
        }
    }

    /// Whether the file of a reference can be read. A mapping to nothing costs only itself, and is
    /// reported where variants are told apart.
    fn is_there(&mut self, text: &str, file: &FileId) -> bool {
        let location = location::parse(text, file);
        location.is_ok_and(|to| self.shelf.open(&to.path, self.report).is_ok())
    }

    fn named_schema(&self, name: &str, file: &FileId) -> Option<Spot> {
        let at = Pointer::root().keys(["components", "schemas", name]);
        let value = self.shelf.value(file)?;
        value.pointer(at.as_str())?;
        Some((FileId::clone(file), at))
    }

    /// Notes which value stands for each variant of a union, since its schema may be renamed.
    fn variants(&mut self, map: &Map<String, Value>, at: &Path<'_>, file: &FileId) {
        if !map.get("discriminator").is_some_and(Value::is_object) {
            return;
        }
        let lists = ["oneOf", "anyOf"]
            .iter()
            .filter_map(|key| map.get(*key)?.as_array());
        let mut variants = Vec::new();
        for text in lists
            .flatten()
            .filter_map(|member| member.get("$ref")?.as_str())
        {
            let Ok(location) = location::parse(text, file) else {
                continue;
            };
            let Ok(to) = self.shelf.open(&location.path, self.report) else {
                continue;
            };
            let Some(place) = pointers(location.fragment).next() else {
                continue;
            };
            // A file as a whole has no name but the one that it is given here.
            if let Some((_, name)) = place.split_last() {
                let name = name.into_owned();
                variants.push((name, (to, place)));
            }
        }
        let spot = (FileId::clone(file), at.to_pointer());
        self.graph.variants.insert(spot, variants);
    }

    fn push(
        &mut self,
        code: Code,
        file: &FileId,
        at: &Pointer,
        message: String,
        help: Option<String>,
    ) {
        let document = self.shelf.document(file);
        let mut finding = Diagnostic::new(code, at.clone(), message).in_document(document);
        finding.help.extend(help);
        self.report.push(finding);
    }
}

pub(super) fn looks_like_a_reference(text: &str) -> bool {
    let extension = [".yaml", ".yml", ".json"];
    text.contains(['/', '#']) || extension.iter().any(|extension| text.ends_with(extension))
}
