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
    if !leaves_the_document(value) {
        return Vec::new();
    }
    let mut shelf = Shelf::new(name, std::mem::take(value), files);
    let graph = discover::discover(&mut shelf, report);
    let plan = place::plan(&graph, &shelf, report);
    *value = write::write(&graph, &plan, &mut shelf, origins, report);
    shelf.texts()
}

/// Whether anything looks like a reference to another file.
fn leaves_the_document(value: &Value) -> bool {
    let leaves = |text: &str| !text.starts_with('#');
    let may_leave = |to: &Value| {
        let text = to.as_str();
        text.is_some_and(|text| leaves(text) && discover::looks_like_a_reference(text))
    };
    match value {
        Value::Object(map) => map.iter().any(|(key, value)| match (key.as_str(), value) {
            ("$ref", Value::String(text)) => leaves(text),
            // The other values are names of schemas.
            ("mapping", Value::Object(mapping)) => mapping.values().any(may_leave),
            _ => leaves_the_document(value),
        }),
        Value::Array(list) => list.iter().any(leaves_the_document),
        _ => false,
    }
}
