//! `bless`: takes what the generator does now as what the tests expect.

use crate::{Outcome, workspace};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// Rewrites the expectations of the generator's tests; read the diff before you commit it.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_: &Arguments) -> Result<Outcome> {
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["test", "--quiet", "--package", "specwright", "--test", "*"])
        .env("SPECWRIGHT_BLESS", "1")
        .current_dir(workspace::root())
        .status()
        .context("cannot run cargo")?;
    if !status.success() {
        bail!("a test failed for another reason than its expectation");
    }
    println!("blessed; now read `git diff`");
    Ok(Outcome::Done)
}
