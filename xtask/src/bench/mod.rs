//! `bench`: what the generator costs, as ratios to what cannot be done without.

mod floor;
mod table;

use crate::child::{self, End, Limits};
use crate::corpus::{self, Description};
use crate::progress::Progress;
use crate::{Outcome, terminal, workspace};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(crate) use floor::{Arguments as FloorArguments, run as run_floor};

/// Descriptions of the corpus that are known well; the two largest come to them.
const KNOWN: [&str; 3] = [
    "stripe.com.json",
    "github.com/api.github.com.json",
    "digitalocean.com.json",
];

/// A large description takes more than most, and the floor is measured even where we are slow.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(600),
    memory: 32 << 30,
};

/// Measures the generator.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    Generate(Generate),
}

/// Time and peak memory of generating, as ratios to a floor that is measured in the same run:
/// parsing the text into a value, and parsing and printing the generated Rust files.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Measure a release build: `cargo build --release -p xtask`, then \
    `target/release/xtask bench generate`.\n\nExit status: 0 measured; 1 a description could not be generated, or a \
    ratio is above that of `--most`; 2 the command line is wrong."
)]
struct Generate {
    /// Descriptions to generate, instead of well-known and large ones of the corpus.
    descriptions: Vec<PathBuf>,
    /// How often each is measured; the median counts.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    runs: u16,
    /// Fails when a ratio is above this.
    #[arg(long, value_name = "RATIO")]
    most: Option<f64>,
    /// How the result is printed.
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

/// The medians of one description.
#[derive(Clone, Debug, Serialize)]
struct Measured {
    /// Its name.
    name: String,
    /// Bytes of its text.
    bytes: u64,
    /// Lines of Rust made of it, without the runtime.
    lines: usize,
    /// Operations made of it.
    operations: usize,
    /// Generating.
    generate: Cost,
    /// What cannot be done without.
    floor: Cost,
}

/// What a process took.
#[derive(Clone, Copy, Debug, Default, Serialize, serde::Deserialize)]
struct Cost {
    /// Without its start and end.
    seconds: f64,
    /// Bytes of memory at most, where the system tells.
    peak: Option<u64>,
}

impl Measured {
    fn time_ratio(&self) -> f64 {
        self.generate.seconds / self.floor.seconds
    }

    fn memory_ratio(&self) -> Option<f64> {
        Some(number(self.generate.peak?) / number(self.floor.peak?))
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let What::Generate(arguments) = &arguments.what;
    let chosen = chosen(arguments)?;
    if cfg!(debug_assertions) {
        eprintln!("this is a debug build: the ratios say little");
    }
    let mut measured = Vec::new();
    let progress = Progress::new("measured", chosen.len() * usize::from(arguments.runs));
    for description in &chosen {
        measured.push(measure(description, arguments.runs, &progress)?);
    }
    drop(progress);
    terminal::print(&match arguments.format {
        Format::Text => table::text(&measured),
        Format::Json => table::json(&measured),
    });
    let most = arguments.most.unwrap_or(f64::INFINITY);
    let above = |one: &Measured| {
        one.time_ratio() > most || one.memory_ratio().is_some_and(|ratio| ratio > most)
    };
    Ok(if measured.iter().any(above) {
        Outcome::Found
    } else {
        Outcome::Done
    })
}

fn chosen(arguments: &Generate) -> Result<Vec<Description>> {
    if !arguments.descriptions.is_empty() {
        let paths = arguments.descriptions.iter();
        return paths.map(|path| Description::at(path)).collect();
    }
    let mut all = corpus::descriptions(&corpus::default_folder()?)?;
    all.sort_by_key(|description| std::cmp::Reverse(description.size));
    let (mut chosen, rest): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|description| KNOWN.contains(&description.name.as_str()));
    chosen.reverse();
    chosen.extend(rest.into_iter().take(2));
    Ok(chosen)
}

/// Generates and takes the floor by turns, so that what else the machine does concerns both.
fn measure(description: &Description, runs: u16, progress: &Progress) -> Result<Measured> {
    let out = workspace::target()?
        .join("bench")
        .join(&description.package);
    let path = description.path.as_os_str().to_owned();
    let written: Vec<OsString> = vec!["--out".into(), out.clone().into()];
    let generate = [vec!["generate-one".into(), path.clone()], written].concat();
    let made: crate::generate_one::Made = once(&generate, &description.path)?;
    if !made.refusals.is_empty() {
        bail!("{} cannot be generated", description.name);
    }
    let generate: [OsString; 2] = ["generate-one".into(), path.clone()];
    let floor: [OsString; 3] = ["floor".into(), path, out.join("src").into()];
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        ours.push(once(&generate, &description.path)?);
        theirs.push(once(&floor, &description.path)?);
        progress.step();
    }
    Ok(Measured {
        name: description.name.clone(),
        bytes: description.size,
        lines: made.lines,
        operations: made.operations,
        generate: median(&ours),
        floor: median(&theirs),
    })
}

/// Runs one process and reads what it printed.
fn once<T: DeserializeOwned>(arguments: &[OsString], description: &Path) -> Result<T> {
    match child::run(arguments, LIMITS)? {
        End::Finished(text) => {
            serde_json::from_str(&text).context("a measurement has another form")
        }
        end => bail!("{}: {end:?}", workspace::shown(description)),
    }
}

/// The medians of time and memory, each by itself.
fn median(costs: &[Cost]) -> Cost {
    let mut seconds: Vec<f64> = costs.iter().map(|cost| cost.seconds).collect();
    let mut peaks: Vec<u64> = costs.iter().filter_map(|cost| cost.peak).collect();
    seconds.sort_by(f64::total_cmp);
    peaks.sort_unstable();
    Cost {
        seconds: seconds.get(seconds.len() / 2).copied().unwrap_or_default(),
        peak: peaks.get(peaks.len() / 2).copied(),
    }
}

/// Exact up to 2^53, far above any size in bytes.
fn number(bytes: u64) -> f64 {
    let (high, low) = (bytes >> 32, bytes & 0xffff_ffff);
    let part = |part: u64| f64::from(u32::try_from(part).unwrap_or(u32::MAX));
    part(high) * 4_294_967_296.0 + part(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_are_taken_of_each_by_itself() {
        let cost = |seconds, peak| Cost { seconds, peak };
        let costs = [cost(3.0, Some(1)), cost(1.0, Some(9)), cost(2.0, Some(5))];
        let median = median(&costs);
        assert!((median.seconds - 2.0).abs() < f64::EPSILON);
        assert_eq!(median.peak, Some(5));
        assert_eq!(super::median(&[cost(1.0, None)]).peak, None);
    }

    #[test]
    fn bytes_are_numbers_without_loss() {
        assert!((number(5_000_000_001) - 5_000_000_001.0).abs() < f64::EPSILON);
    }
}
