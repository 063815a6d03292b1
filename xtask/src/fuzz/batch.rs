//! A batch of runs in a process of its own.

use super::{check, hostile, mutate};
use crate::{Outcome, workspace};
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Makes runs and notes what it begins and what it finds.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// A file with a description's path on each line.
    list: PathBuf,
    /// Where to note.
    log: PathBuf,
    /// What decides about the changes, together with the run.
    seed: u64,
    /// The first run.
    from: u64,
    /// The run behind the last.
    to: u64,
}

/// What one process has to do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Batch<'a> {
    pub(super) seed: u64,
    pub(super) from: u64,
    pub(super) to: u64,
    pub(super) list: &'a Path,
}

impl Batch<'_> {
    /// Where the process notes.
    pub(super) fn log(&self) -> PathBuf {
        let mut name = self.list.as_os_str().to_owned();
        name.push(format!("-{}", self.from));
        name.into()
    }

    /// The command line of the process.
    pub(super) fn arguments(&self) -> Vec<OsString> {
        let numbers = [self.seed, self.from, self.to];
        let mut arguments = vec!["fuzz-batch".into(), self.list.into(), self.log().into()];
        arguments.extend(numbers.map(|number| number.to_string().into()));
        arguments
    }
}

/// What a process noted before its end.
#[derive(Clone, Debug, Default)]
pub(super) struct Noted {
    /// The run that was begun last.
    pub(super) last: Option<u64>,
    /// Runs that failed, with messages.
    pub(super) failures: Vec<(u64, String)>,
}

/// Reads what a process noted; a line that is cut off is none.
pub(super) fn noted(log: &Path) -> Noted {
    let text = std::fs::read(log).unwrap_or_default();
    let mut noted = Noted::default();
    for line in String::from_utf8_lossy(&text).lines() {
        let (run, message) = line.split_once(' ').unwrap_or((line, ""));
        let Ok(run) = run.parse() else {
            continue;
        };
        noted.last = Some(run);
        if !message.is_empty() {
            noted.failures.push((run, message.to_owned()));
        }
    }
    noted
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let list = workspace::read(&arguments.list)?;
    let descriptions: Vec<PathBuf> = list.lines().map(PathBuf::from).collect();
    let mut log = File::create(&arguments.log)
        .with_context(|| format!("cannot create {}", workspace::shown(&arguments.log)))?;
    for run in arguments.from..arguments.to {
        let mutant = mutate::mutant(arguments.seed, run, &descriptions)?;
        writeln!(log, "{run}")?;
        if let Some(message) = check::check(&hostile::text(&mutant)) {
            writeln!(log, "{run} {}", message.replace(['\n', '\r'], " "))?;
        }
    }
    Ok(Outcome::Done)
}
