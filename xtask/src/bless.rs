//! `bless`: takes what the generator does now as what the tests expect.

use crate::{Outcome, terminal, workspace};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// Rewrites the expectations of tests; read the diff before you commit it.
///
/// Those are `generator/tests/cases/*/expected.rs`, `generator/tests/diagnostics/*/expected.txt` and
/// the diff in the README.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

/// The tests that keep expectations in files.
const TESTS: &[&str] = &["goldens", "front", "readme"];

pub(crate) fn run(_: &Arguments) -> Result<Outcome> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args([
        "test",
        "--quiet",
        "--package",
        "specwright",
        "--package",
        "xtask",
    ]);
    for test in TESTS {
        command.args(["--test", test]);
    }
    let status = command
        .env("SPECWRIGHT_BLESS", "1")
        .current_dir(workspace::root())
        .status()
        .context("cannot run cargo")?;
    if !status.success() {
        bail!("a test failed for another reason than its expectation");
    }
    terminal::print("blessed; now read `git diff`\n");
    Ok(Outcome::Done)
}
