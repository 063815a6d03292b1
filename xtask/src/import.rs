//! `import`: from a documentation page to the description in `spec/`.

use crate::{Outcome, settings, workspace};
use anyhow::{Context, Result, anyhow};
use specwright::source;
use std::path::PathBuf;

/// Takes the `OpenAPI` description out of a documentation page and puts it into `spec/`.
///
/// The page is Markdown with the description in a fenced block, as vendors publish it, or a bare
/// YAML or JSON file. The text is taken byte for byte. Run `cargo xtask codegen` afterwards.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The page, or `-` for standard input.
    page: PathBuf,
    /// Where to put the description instead of the file that `spec/codegen.toml` names.
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let (name, page) = if arguments.page.as_os_str() == "-" {
        (
            "standard input".to_owned(),
            std::io::read_to_string(std::io::stdin()).context("cannot read standard input")?,
        )
    } else {
        (
            workspace::shown(&arguments.page),
            workspace::read(&arguments.page)?,
        )
    };
    let description = source::extract(&page).map_err(|error| anyhow!("{name}: {error}"))?;
    let to = match &arguments.to {
        Some(to) => to.clone(),
        None => settings::load()?.description,
    };
    let shown = workspace::shown(&to);
    if workspace::read(&to).is_ok_and(|old| old == description) {
        println!("{shown} is up to date");
        return Ok(Outcome::Done);
    }
    workspace::write(&to, description)?;
    println!("{shown}: {} lines from {name}", description.lines().count());
    println!("next: cargo xtask codegen");
    Ok(Outcome::Done)
}
