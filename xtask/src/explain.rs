//! `explain`: what a diagnostic code means, and what is supported.

mod support;

use crate::{Outcome, terminal};
use anyhow::{Result, bail};
use clap::ValueEnum;
use specwright::diag::{CODES, Code};
use std::fmt::Write;

/// Says what a diagnostic code means, why it matters and what to do.
///
/// With `--support` it says what the generator makes of each field of OpenAPI.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  cargo xtask explain W0302\n  cargo xtask explain        list all codes\n  \
    cargo xtask explain --support --format markdown > support.md"
)]
pub(crate) struct Arguments {
    /// Such as `W0302`, in either case; without one, all codes are listed.
    #[arg(conflicts_with = "support")]
    code: Option<String>,
    /// Lists every field of every object of `OpenAPI` with what is made of it.
    #[arg(long)]
    support: bool,
    /// How the list is printed.
    #[arg(long, value_enum, default_value_t, requires = "support")]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal.
    #[default]
    Text,
    /// For a page.
    Markdown,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    if arguments.support {
        terminal::print(&match arguments.format {
            Format::Text => support::text(),
            Format::Markdown => support::markdown(),
        });
        return Ok(Outcome::Done);
    }
    let mut out = String::new();
    if let Some(wanted) = &arguments.code {
        let Some(code) = Code::parse(wanted) else {
            bail!("there is no code `{wanted}`; `cargo xtask explain` lists all of them");
        };
        let _ = writeln!(
            out,
            "{}[{}]: {}\n",
            code.severity().as_str(),
            code.as_str(),
            code.title()
        );
        let _ = writeln!(out, "{}", wrapped(code.explanation(), 80));
    } else {
        for code in CODES {
            let _ = writeln!(
                out,
                "{}  {:<7}  {}",
                code.as_str(),
                code.severity().as_str(),
                code.title()
            );
        }
    }
    terminal::print(&out);
    Ok(Outcome::Done)
}

/// Breaks a paragraph into lines of at most `width` signs, where it has blanks.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}
