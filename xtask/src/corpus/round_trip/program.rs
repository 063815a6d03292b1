//! The program that reads examples and writes them again, one for each crate.

use super::collect::Example;
use crate::child::{self, End, Limits};
use crate::workspace;
use anyhow::Result;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;

/// What a crate made of one example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trip {
    /// It cannot be read, with the error.
    Unreadable(String),
    /// What was written.
    Written(String),
    /// What was written, and what came of reading that again where it is something else.
    Unstable(String, String),
    /// The program ended before it came to an end with this.
    Ended(String),
}

/// Writes the program into the folder of a crate, and beside it what the program reads.
pub(super) fn write(folder: &Path, package: &str, examples: &[Example]) -> Result<()> {
    let types = types(examples);
    let source = source(package, &types);
    // All programs come into one folder.
    let name = format!("examples/{package}-round-trip.rs");
    write_changed(&folder.join(name), &source)?;
    let mut lines = String::new();
    for (example, ty) in tries(examples) {
        let index = types
            .iter()
            .position(|known| *known == ty)
            .unwrap_or_default();
        let _ = writeln!(lines, "{index} {}", example.text);
    }
    write_changed(&folder.join("round_trip.txt"), &lines)
}

/// The program for these types, which may name the crate as it does.
fn source(package: &str, types: &[&str]) -> String {
    let mut list = String::new();
    for ty in types {
        let _ = writeln!(list, "    trip::<{ty}>,");
    }
    PROGRAM
        .replace("    // The types.\n", &list)
        .replace("the_crate", &package.replace('-', "_"))
}

/// Writes a file unless it is the same: cargo builds again what is newer.
fn write_changed(path: &Path, text: &str) -> Result<()> {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    workspace::write(path, text)
}

/// Runs the program of a crate; for each example what came of it with each of its types.
pub(super) fn run(program: &Path, folder: &Path, examples: &[Example]) -> Result<Vec<Vec<Trip>>> {
    let input = std::fs::File::open(folder.join("round_trip.txt"))?;
    let output = folder.join("round_trip.out");
    let mut command = Command::new(program);
    command.stdin(input).stdout(std::fs::File::create(&output)?);
    let end = child::finish(command, Limits::ONE)?;
    let said = workspace::read(&output)?;
    let mut trips = said.lines().map(trip);
    let lost = match end {
        End::Finished(_) => "it said nothing about this".to_owned(),
        End::Failed(message) | End::Panicked(message) => message,
        End::TimedOut => "it took too long".to_owned(),
        End::OutOfMemory => "it wanted too much memory".to_owned(),
    };
    let mut next = || trips.next().unwrap_or_else(|| Trip::Ended(lost.clone()));
    Ok(examples
        .iter()
        .map(|example| example.types.iter().map(|_| next()).collect())
        .collect())
}

/// Every example with each of its types, in the order of the program's lines.
fn tries(examples: &[Example]) -> impl Iterator<Item = (&Example, &str)> {
    examples
        .iter()
        .flat_map(|example| example.types.iter().map(move |ty| (example, ty.as_str())))
}

fn types(examples: &[Example]) -> Vec<&str> {
    let mut types: Vec<&str> = tries(examples).map(|(_, ty)| ty).collect();
    types.sort_unstable();
    types.dedup();
    types
}

/// Reads one line of the program's.
fn trip(line: &str) -> Trip {
    let mut parts = line.split('\t').map(ToOwned::to_owned);
    let kind = parts.next().unwrap_or_default();
    match (&*kind, parts.next(), parts.next()) {
        ("unreadable", Some(error), _) => Trip::Unreadable(error),
        ("written", Some(text), None) => Trip::Written(text),
        ("unstable", Some(first), Some(second)) => Trip::Unstable(first, second),
        ("panicked", ..) => Trip::Ended("it panicked".to_owned()),
        _ => Trip::Ended(format!("it said {line:?}")),
    }
}

/// Tabs and ends of lines stand between JSON tokens only, where spaces mean the same.
const PROGRAM: &str = r#"//! Reads examples and writes them again.

use std::io::{BufRead, Write};
use the_crate::{DecodeError, Json, types};

type Trip = fn(&str) -> Result<(String, Result<String, DecodeError>), DecodeError>;

const TRIPS: &[Trip] = &[
    // The types.
];

fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("text");
        let (index, text) = line.split_once(' ').expect("a type and an example");
        let trip = TRIPS[index.parse::<usize>().expect("a number")];
        let found = match std::panic::catch_unwind(|| trip(text)) {
            Err(_) => "panicked".to_owned(),
            Ok(Err(error)) => format!("unreadable\t{}", plain(&error.to_string())),
            Ok(Ok((first, Ok(second)))) if first == second => format!("written\t{}", plain(&first)),
            Ok(Ok((first, Ok(second)))) => format!("unstable\t{}\t{}", plain(&first), plain(&second)),
            Ok(Ok((first, Err(error)))) => {
                format!("unstable\t{}\t{}", plain(&first), plain(&error.to_string()))
            }
        };
        let mut out = std::io::stdout().lock();
        writeln!(out, "{found}").and_then(|()| out.flush()).expect("an output");
    }
}

fn trip<T: Json>(text: &str) -> Result<(String, Result<String, DecodeError>), DecodeError> {
    let first = T::from_json(text)?.to_json();
    let second = T::from_json(&first).map(|value| value.to_json());
    Ok((first, second))
}

fn plain(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_may_name_the_crate() {
        let source = source("of-a", &["the_crate::runtime::Nullable<types::A>"]);
        assert!(source.contains("    trip::<of_a::runtime::Nullable<types::A>>,"));
        assert!(!source.contains("the_crate"));
    }

    #[test]
    fn lines_say_what_came_of_an_example() {
        assert_eq!(trip("written\t{}"), Trip::Written("{}".to_owned()));
        assert_eq!(
            trip("unstable\t1\t2"),
            Trip::Unstable("1".to_owned(), "2".to_owned())
        );
        assert_eq!(
            trip("unreadable\t/a: expected b"),
            Trip::Unreadable("/a: expected b".to_owned())
        );
        assert!(matches!(trip("panicked"), Trip::Ended(_)));
        assert!(matches!(trip("written"), Trip::Ended(_)));
    }
}
