//! `explain`: what a diagnostic code means.

use crate::Outcome;
use anyhow::{Result, bail};
use specwright::diag::{CODES, Code};

/// Says what a diagnostic code means, why it matters and what to do.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Such as `E0302`, in either case; without one, all codes are listed.
    code: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let Some(wanted) = &arguments.code else {
        for code in CODES {
            println!(
                "{} {:<8} {}",
                code.as_str(),
                code.severity().as_str(),
                code.title()
            );
        }
        return Ok(Outcome::Done);
    };
    let Some(code) = Code::parse(wanted) else {
        bail!("there is no code `{wanted}`; `cargo xtask explain` lists all of them");
    };
    println!(
        "{}[{}]: {}\n\n{}",
        code.severity().as_str(),
        code.as_str(),
        code.title(),
        code.explanation()
    );
    Ok(Outcome::Done)
}
