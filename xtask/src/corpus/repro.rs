//! `--reduce`: a small description for each failure.

use super::choice::Description;
use super::compile::{self, Compiled};
use super::generate;
use super::outcome::{Kind, One};
use crate::reduce::{Effort, reduce};
use crate::{terminal, workspace};
use anyhow::Result;
use serde_json::Value;
use specwright::diag::{Document, Report};
use specwright::source;
use std::collections::BTreeSet;
use std::path::Path;

/// What a failure may cost; each try of a compile error takes a second or two.
const EFFORT: Effort = Effort { tries: 400 };

/// What must stay while parts are taken away.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Failure {
    /// It ends so, with this message.
    Ends(Kind, Option<String>),
    /// The compiler gives this first.
    Compiler(Option<String>, String),
}

/// Reduces one description of each failure, and prints where the small ones are.
pub(super) fn reduce_all(results: &[One], compiled: &[Compiled], work: &Path) -> Result<()> {
    let mut seen = BTreeSet::new();
    for one in results {
        let unclean = |found: &&Compiled| found.name == one.name && !found.is_clean();
        let failure = match compiled.iter().find(unclean) {
            Some(found) => compiler(found),
            None if matches!(one.kind, Kind::Generated | Kind::Refused) => continue,
            None => Failure::Ends(one.kind, one.message.clone()),
        };
        if seen.insert(failure.clone()) {
            reduce_one(one, &failure, work)?;
        }
    }
    Ok(())
}

fn reduce_one(one: &One, failure: &Failure, work: &Path) -> Result<()> {
    let text = workspace::read(&one.path)?;
    let path = work.join("reduced").join(format!("{}.json", one.package));
    let small = match source::read(&text, Document::Description, &mut Report::default()) {
        Some(value) => {
            let found = reduce(value, EFFORT, |value| {
                shows(value, one, failure, work).unwrap_or(false)
            });
            format!("{found:#}\n")
        }
        // The failure is in the reading of the text: there is no tree to take parts from.
        None => text,
    };
    workspace::write(&path, &small)?;
    let bytes = small.len();
    terminal::print(&format!(
        "{}: reduced to {bytes} bytes: {}\n",
        one.name,
        workspace::shown(&path)
    ));
    Ok(())
}

/// Whether the failure is still there.
fn shows(value: &Value, one: &One, failure: &Failure, work: &Path) -> Result<bool> {
    let path = work.join("reduced").join("candidate.json");
    workspace::write(&path, &value.to_string())?;
    let description = Description {
        name: one.name.clone(),
        path,
        package: "of-candidate".to_owned(),
        size: 0,
    };
    let folder = work.join("compile-one");
    let by_compiler = matches!(failure, Failure::Compiler(..));
    let out = by_compiler.then_some(folder.as_path());
    let result = generate(&description, out, false)?;
    if !by_compiler {
        return Ok(*failure == Failure::Ends(result.kind, result.message));
    }
    if result.kind != Kind::Generated {
        return Ok(false);
    }
    let job = compile::Job::Lint {
        all_features: false,
    };
    let compiled = compile::run(&folder, &[result], job, 1)?;
    Ok(compiled
        .iter()
        .any(|found| !found.is_clean() && compiler(found) == *failure))
}

/// The failure without the names in it, which may change as parts go.
fn compiler(found: &Compiled) -> Failure {
    let first = found.first.lines().next().unwrap_or_default();
    let words: Vec<&str> = first.split('`').step_by(2).collect();
    Failure::Compiler(found.code.clone(), words.join("`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_make_another_failure() {
        let found = |first: &str| Compiled {
            code: Some("E0428".to_owned()),
            first: first.to_owned(),
            ..Compiled::default()
        };
        let (a, b) = (
            found("the name `A` is twice\n at a"),
            found("the name `B` is twice"),
        );
        assert_eq!(compiler(&a), compiler(&b));
        assert_ne!(compiler(&a), compiler(&found("another `A`")));
    }
}
