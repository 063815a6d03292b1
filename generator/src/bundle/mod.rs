//! Descriptions of several files become one.
//!
//! A reference may lead to another file (OpenAPI 3.0.4, section 4.7.23). [`bundle`] follows all of
//! them, takes over what they name, and makes them references within the description, so that the
//! stages behind see one tree. The steps:
//!
//! 1. `discover` reads the files that are needed and finds out which parts of them are.
//! 2. `place` gives each part its place: `components.<section>.<name>` under the name that it has
//!    in its file, or the name of the file when it is all of it. Parts that are `same` share one.
//! 3. `write` copies the parts and rewrites the references.
//!
//! Only what is referred to is taken over: the operations of other files do not appear. Where the
//! parts came from is recorded in [`Origins`].

mod discover;
mod files;
mod location;
mod place;
mod same;
mod write;

pub use files::{FileError, Files, NoFiles};

use crate::diag::{NamedText, Origins, Report};
use files::Shelf;
use serde_json::Value;
use std::collections::BTreeSet;

/// Makes a description one that refers to nothing outside itself; gives the texts of the other
/// files, as [`Document::File`](crate::diag::Document::File) counts them.
///
/// `name` is the path of the description as findings show it. What cannot be followed is reported.
pub fn bundle(
    value: &mut Value,
    name: &str,
    files: &dyn Files,
    origins: &mut Origins,
    report: &mut Report,
) -> Vec<NamedText> {
    let mut leaves = Leaves {
        root: name.rsplit('/').next().unwrap_or(name),
        files,
        absent: BTreeSet::new(),
    };
    if !leaves.found_in(value) {
        return Vec::new();
    }
    let mut shelf = Shelf::new(name, std::mem::take(value), files);
    let graph = discover::discover(&mut shelf, report);
    let plan = place::plan(&graph, &shelf, report);
    *value = write::write(&graph, &plan, &mut shelf, origins, report);
    shelf.texts()
}

/// Looks for references to other files.
struct Leaves<'a> {
    /// The file of the description.
    root: &'a str,
    files: &'a dyn Files,
    /// What was looked for and is no file.
    absent: BTreeSet<&'a str>,
}

impl<'a> Leaves<'a> {
    fn found_in(&mut self, value: &'a Value) -> bool {
        match value {
            Value::Object(map) => map.iter().any(|(key, value)| match (key.as_str(), value) {
                ("$ref", Value::String(text)) => !text.starts_with('#'),
                // A property may have this name as well.
                ("mapping", Value::Object(mapping)) => {
                    let mut texts = mapping.values().filter_map(Value::as_str);
                    texts.any(|text| self.is_mapped(text)) || self.found_in(value)
                }
                _ => self.found_in(value),
            }),
            Value::Array(list) => list.iter().any(|value| self.found_in(value)),
            _ => false,
        }
    }

    /// Whether a value of `mapping` is a reference to a file that is there: the others are names of
    /// schemas, or lead nowhere and are reported where variants are told apart.
    fn is_mapped(&mut self, text: &'a str) -> bool {
        if text.starts_with('#') || !discover::looks_like_a_reference(text) {
            return false;
        }
        let file = text.split_once('#').map_or(text, |(file, _)| file);
        if self.absent.contains(file) {
            return false;
        }
        let is_there = location::parse(text, self.root)
            .is_ok_and(|to| to.path == self.root || self.files.read(&to.path).is_ok());
        if !is_there {
            self.absent.insert(file);
        }
        is_there
    }
}
