//! `--round-trip`: examples of the descriptions, read by the generated types and written again.

mod collect;
mod compare;
mod exact;
mod program;
mod report;
mod schema;

use super::compile::{self, Compiled, Job};
use super::outcome::{Kind, One};
use crate::workspace;
use anyhow::Result;
use compare::{Class, Difference};
use exact::Exact;
use program::Trip;
use schema::Schemas;
use serde::Serialize;
use serde_json::Value;
use specwright::diag::{Document, Report};
use specwright::pointer::Pointer;
use specwright::source;
use std::path::Path;

pub(crate) use collect::{Example, collect};
pub(super) use report::table;

/// The examples of one description.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Tried {
    /// The description's path in the folder.
    pub(super) name: String,
    #[serde(skip)]
    provider: String,
    /// Why none of them could be tried.
    problem: Option<String>,
    /// What came of each.
    examples: Vec<Outcome>,
}

/// What came of one example.
#[derive(Clone, Debug, Serialize)]
struct Outcome {
    /// Its place in the description.
    place: String,
    /// The Rust type.
    #[serde(rename = "type")]
    ty: String,
    /// Whether it fits its schema, as far as `lint` can say.
    valid: bool,
    /// What is not as it was; empty when the value is the same.
    differences: Vec<Difference>,
}

impl Tried {
    /// Whether every valid example is the same in the end.
    pub(super) fn is_good(&self) -> bool {
        let bad = |one: &Outcome| one.valid && !one.differences.is_empty();
        self.problem.is_none() && !self.examples.iter().any(bad)
    }
}

/// Builds a program for each crate in `folder` that has examples, and runs it.
///
/// # Errors
///
/// When files cannot be written, or cargo builds nothing at all.
pub(super) fn run(folder: &Path, results: &[One], jobs: usize) -> Result<Vec<Tried>> {
    let chosen = || {
        let all = results.iter();
        all.filter(|one| one.kind == Kind::Generated && !one.made.examples.is_empty())
    };
    for one in chosen() {
        program::write(&folder.join(&one.package), &one.package, &one.made.examples)?;
    }
    let compiled = compile::run(folder, chosen(), Job::Examples, jobs)?;
    chosen()
        .map(|one| {
            let found = compiled.iter().find(|compiled| compiled.name == one.name);
            tried(&folder.join(&one.package), one, found)
        })
        .collect()
}

fn tried(folder: &Path, one: &One, compiled: Option<&Compiled>) -> Result<Tried> {
    let mut tried = Tried {
        name: one.name.clone(),
        provider: one.provider().to_owned(),
        problem: None,
        examples: Vec::new(),
    };
    let Some(program) = compiled.and_then(|compiled| compiled.program.as_ref()) else {
        let first = compiled.map_or("", |compiled| &compiled.first);
        tried.problem = Some(format!("it does not compile\n{first}"));
        return Ok(tried);
    };
    let text = workspace::read(&one.path)?;
    let root = source::read(&text, Document::Description, &mut Report::default());
    let root = root.unwrap_or_default();
    let trips = program::run(program, folder, &one.made.examples)?;
    for (example, trips) in one.made.examples.iter().zip(trips) {
        tried.examples.push(outcome(&root, example, &trips));
    }
    Ok(tried)
}

/// The best of what came of the types of an example.
fn outcome(root: &Value, example: &Example, trips: &[Trip]) -> Outcome {
    let all = example.types.iter().zip(trips);
    let all = all.map(|(ty, trip)| (ty, differences(root, example, trip)));
    let best = all.min_by_key(|(_, differences)| differences.len());
    let (ty, differences) = best.map_or_else(Default::default, |(ty, found)| (ty.clone(), found));
    Outcome {
        place: example.place.clone(),
        ty,
        valid: example.valid,
        differences,
    }
}

fn differences(root: &Value, example: &Example, trip: &Trip) -> Vec<Difference> {
    let here = Pointer::root();
    let (written, again) = match trip {
        Trip::Ended(why) => return vec![Difference::new(Class::Ended, &here, why)],
        Trip::Unreadable(error) => {
            return vec![Difference::new(Class::Unreadable, &here, error)];
        }
        Trip::Written(text) => (text, None),
        Trip::Unstable(text, again) => (text, Some(again)),
    };
    let (Some(before), Some(after)) = (Exact::parse(&example.text), Exact::parse(written)) else {
        let detail = format!("what was written is no JSON: {written}");
        return vec![Difference::new(Class::Value, &here, detail)];
    };
    let schemas = Schemas::at(root, &example.schema);
    let mut found = compare::compare(&before, &after, &schemas);
    found.extend(again.map(|again| Difference::new(Class::Unstable, &here, again)));
    found
}
