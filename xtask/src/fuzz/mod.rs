//! `fuzz`: descriptions with random changes.
//!
//! Each run takes a description, changes its tree by chance and generates. Whatever comes must be
//! errors, or files that are Rust. Runs go in batches, each in a process of its own that notes what
//! it begins: a run that takes the process with it is known.

mod batch;
mod check;
mod hostile;
mod mutate;

use crate::child::{self, End, Limits};
use crate::corpus;
use crate::generate_one::Made;
use crate::progress::Progress;
use crate::reduce::{Effort, reduce};
use crate::{Outcome, terminal, workspace};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

pub(crate) use batch::{Arguments as BatchArguments, run as run_batch};

/// Runs in one process.
const BATCH: u64 = 50;

/// What a batch may take. A run that hangs is found when its batch does not end.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(180),
    memory: 4 << 30,
};

/// Larger descriptions of the corpus are left to `cargo xtask corpus`: many runs find more.
const LARGEST: u64 = 200_000;

/// How often a description that fails may be tried with fewer parts.
const EFFORT: Effort = Effort { tries: 3000 };

/// Generates from descriptions with random changes: parts deleted, copied, swapped, replaced by
/// nonsense; hostile texts and numbers; references to other places. Nothing may panic, hang or give
/// files that are no Rust. Everything that does is reduced and written below the target folder.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    cargo xtask fuzz --runs 100000\n  \
    cargo xtask fuzz --runs 500 --seed 7 parcels.yaml\n\n\
    Exit status: 0 nothing was found; 1 something was; 2 the command line is wrong.")]
pub(crate) struct Arguments {
    /// Descriptions to change; without any, the golden cases and the corpus, where it was fetched.
    descriptions: Vec<PathBuf>,
    /// How often.
    #[arg(long, value_name = "N", default_value_t = 1000)]
    runs: u64,
    /// Makes the same changes again; without it others are made, and the seed printed.
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// How many processes run at once; as many as there are processors without it.
    #[arg(long, value_name = "J", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
}

/// What went wrong, and in which run first.
#[derive(Clone, Debug)]
struct Found {
    run: u64,
    count: usize,
    how: How,
}

/// Where a failure can be looked for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// In this process: it is caught.
    Caught,
    /// In another one: it does not survive.
    Fatal,
}

type Failures = BTreeMap<String, Found>;

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let descriptions = descriptions(arguments)?;
    let seed = arguments.seed.unwrap_or_else(|| fastrand::u64(..));
    let jobs = arguments
        .jobs
        .map(usize::from)
        .or_else(|| std::thread::available_parallelism().ok().map(usize::from))
        .unwrap_or(1);
    let work = workspace::target()?.join("fuzz");
    let list = work.join(format!("list-{}", std::process::id()));
    let lines: Vec<String> = descriptions
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    workspace::write(&list, &lines.join("\n"))?;
    let failures = all_batches(arguments.runs, seed, jobs, &list);
    let _ = std::fs::remove_file(&list);
    let failures = failures?;
    terminal::print(&format!(
        "{} runs over {} descriptions with `--seed {seed}`: {} failures\n",
        arguments.runs,
        descriptions.len(),
        failures.len()
    ));
    for (message, found) in &failures {
        report(message, found, seed, &descriptions, &work)?;
    }
    Ok(if failures.is_empty() {
        Outcome::Done
    } else {
        Outcome::Found
    })
}

fn descriptions(arguments: &Arguments) -> Result<Vec<PathBuf>> {
    if !arguments.descriptions.is_empty() {
        let absolute = |path: &PathBuf| {
            std::path::absolute(path)
                .with_context(|| format!("cannot find {}", workspace::shown(path)))
        };
        return arguments.descriptions.iter().map(absolute).collect();
    }
    let root = workspace::root();
    let mut folders = vec![root.join("generator/tests/cases"), root.join("spec")];
    folders.extend(corpus::default_folder().ok());
    let mut found = Vec::new();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        let all = corpus::descriptions(folder)?.into_iter();
        found.extend(all.filter(|one| one.size <= LARGEST).map(|one| one.path));
    }
    if found.is_empty() {
        bail!("there is no description to change");
    }
    Ok(found)
}

/// All runs, `jobs` batches at once.
fn all_batches(runs: u64, seed: u64, jobs: usize, list: &Path) -> Result<Failures> {
    let batches = runs.div_ceil(BATCH);
    let progress = Progress::new("batches", usize::try_from(batches).unwrap_or(usize::MAX));
    let next = AtomicU64::new(0);
    let failures: Mutex<Result<Failures>> = Mutex::new(Ok(Failures::new()));
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                loop {
                    let from = next.fetch_add(1, Ordering::Relaxed) * BATCH;
                    if from >= runs {
                        return;
                    }
                    let batch = batch::Batch {
                        seed,
                        from,
                        to: (from + BATCH).min(runs),
                        list,
                    };
                    let found = one_batch(batch);
                    progress.step();
                    if let Ok(mut all) = failures.lock() {
                        merge(&mut all, found);
                    }
                }
            });
        }
    });
    failures
        .into_inner()
        .unwrap_or_else(|_| Ok(Failures::new()))
}

fn merge(all: &mut Result<Failures>, found: Result<Failures>) {
    match (all.as_mut(), found) {
        (Ok(all), Ok(found)) => {
            for (message, found) in found {
                let known = all.entry(message).or_insert(Found { count: 0, ..found });
                known.count += found.count;
                known.run = known.run.min(found.run);
            }
        }
        (Ok(_), Err(error)) => *all = Err(error),
        (Err(_), _) => {}
    }
}

/// One batch. A run that takes the process with it is noted, and the others follow.
fn one_batch(mut batch: batch::Batch<'_>) -> Result<Failures> {
    let mut failures = Failures::new();
    while batch.from < batch.to {
        let log = batch.log();
        let _ = std::fs::remove_file(&log);
        let end = child::run(&batch.arguments(), LIMITS)?;
        let noted = batch::noted(&log);
        let _ = std::fs::remove_file(&log);
        for (run, message) in noted.failures {
            let found = failures.entry(message).or_insert(Found {
                run,
                count: 0,
                how: How::Caught,
            });
            found.count += 1;
        }
        let message = match end {
            End::Finished(_) => return Ok(failures),
            End::Failed(message) => bail!("{message}"),
            End::Panicked(message) => format!("crash: {message}"),
            End::TimedOut => "hang".to_owned(),
            End::OutOfMemory => "too much memory".to_owned(),
        };
        let run = noted.last.unwrap_or(batch.from);
        let found = failures.entry(message).or_insert(Found {
            run,
            count: 0,
            how: How::Fatal,
        });
        found.count += 1;
        batch.from = run + 1;
    }
    Ok(failures)
}

/// Reduces a failure, writes what is left and says where.
fn report(
    message: &str,
    found: &Found,
    seed: u64,
    descriptions: &[PathBuf],
    work: &Path,
) -> Result<()> {
    let mutant = mutate::mutant(seed, found.run, descriptions)?;
    let path = work.join(format!("{seed}-{}.json", found.run));
    let small = match found.how {
        How::Caught => reduce(mutant, EFFORT, |value| {
            check::check(&hostile::text(value)).as_deref() == Some(message)
        }),
        How::Fatal => reduce(mutant, Effort { tries: 200 }, |value| {
            ends_again(value, message, work).unwrap_or(false)
        }),
    };
    workspace::write(&path, &format!("{}\n", hostile::text(&small)))?;
    terminal::print(&format!(
        "\nrun {} ({} times): {message}\n  {}\n",
        found.run,
        found.count,
        workspace::shown(&path)
    ));
    Ok(())
}

/// Whether a process of its own ends in the same way.
fn ends_again(value: &serde_json::Value, message: &str, work: &Path) -> Result<bool> {
    let path = work.join(format!("candidate-{}.json", std::process::id()));
    workspace::write(&path, &hostile::text(value))?;
    let arguments: [OsString; 2] = ["generate-one".into(), path.clone().into()];
    let end = child::run(&arguments, Limits::ONE);
    let _ = std::fs::remove_file(&path);
    Ok(match end? {
        End::Panicked(found) => message == format!("crash: {found}"),
        End::TimedOut => message == "hang",
        End::OutOfMemory => message == "too much memory",
        End::Finished(text) => serde_json::from_str::<Made>(&text).is_err(),
        End::Failed(_) => false,
    })
}
