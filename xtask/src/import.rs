//! `import`: from a documentation page to the description in `spec/`.

use crate::project::Project;
use crate::{Outcome, terminal, workspace};
use anyhow::{Context, Result, anyhow, bail};
use specwright::diag::{self, Document, Origins, Report, Source, Sources};
use specwright::source;
use std::path::PathBuf;

/// Takes the `OpenAPI` description out of a documentation page and puts it into `spec/`.
///
/// The page is Markdown with the description in a fenced block, as vendors publish it, or a bare
/// YAML or JSON file. The text is taken byte for byte, and only when it can be read at all. Run
/// `cargo xtask codegen` afterwards.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    cargo xtask import page.md\n  \
    cargo xtask import - < page.md\n  \
    cargo xtask import page.md --to parcels.yaml")]
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
    must_be_readable(&name, description)?;
    let to = match &arguments.to {
        Some(to) => to.clone(),
        None => Project::bundled()?.description,
    };
    let shown = workspace::shown(&to);
    if workspace::read(&to).is_ok_and(|old| old == description) {
        terminal::print(&format!("{shown} is up to date\n"));
        return Ok(Outcome::Done);
    }
    workspace::write(&to, description)?;
    terminal::print(&format!(
        "{shown}: {} lines from {name}\n",
        description.lines().count()
    ));
    if arguments.to.is_none() {
        terminal::print("next: cargo xtask codegen\n");
    }
    Ok(Outcome::Done)
}

/// Refuses a text that is no YAML: a page that was cut off, or saved as something else.
fn must_be_readable(name: &str, description: &str) -> Result<()> {
    let mut report = Report::default();
    let value = source::read(description, Document::Description, &mut report);
    if value.is_some() && !report.has_errors() {
        return Ok(());
    }
    let sources = Sources {
        description: Source {
            name: "the description",
            text: description,
        },
        overlay: None,
        settings: None,
        files: &[],
        origins: &Origins::default(),
        locate: source::locate,
    };
    let rendered = diag::render(&report, &sources, terminal::style());
    bail!(
        "{name}: the description in it cannot be read; nothing was written\n{}",
        rendered.trim_end()
    );
}
