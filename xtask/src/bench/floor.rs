//! `floor`: what nobody who reads a description and writes Rust can do without.

use super::Cost;
use crate::{Outcome, child, terminal, workspace};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Parses a description into a value, and parses and prints generated files.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The description.
    description: PathBuf,
    /// The folder of the generated files.
    generated: PathBuf,
}

/// Does it once, and prints what it took as JSON.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let start = Instant::now();
    let value = parse(&workspace::read(&arguments.description)?)?;
    let mut printed = Vec::new();
    for path in rust_files(&arguments.generated)? {
        let file = syn::parse_file(&workspace::read(&path)?)
            .with_context(|| format!("{} is not Rust", workspace::shown(&path)))?;
        printed.push(prettyplease::unparse(&file));
    }
    let cost = Cost {
        seconds: start.elapsed().as_secs_f64(),
        peak: child::peak_memory(),
    };
    // Both are held until here, as the generator holds what it has made.
    drop((value, printed));
    terminal::print(&serde_json::to_string(&cost)?);
    Ok(Outcome::Done)
}

fn parse(text: &str) -> Result<serde_json::Value> {
    match serde_json::from_str(text) {
        Ok(value) => Ok(value),
        Err(_) => serde_yaml::from_str(text).context("neither JSON nor YAML"),
    }
}

/// The generated files but for the runtime, which the generator pastes as it stands.
fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(here) = open.pop() {
        let context = || format!("cannot read {}", workspace::shown(&here));
        for entry in std::fs::read_dir(&here).with_context(context)? {
            let path = entry.with_context(context)?.path();
            if path.is_dir() {
                if path != folder.join("runtime") {
                    open.push(path);
                }
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
