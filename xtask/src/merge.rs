//! `merge`: the description as the generator sees it.

use crate::folder::Folder;
use crate::project::Project;
use crate::{Outcome, input, terminal, workspace};
use anyhow::Result;
use specwright::diag::{self, Document, Origins, Report, Source, Sources};
use specwright::{bundle, overlay, source};
use std::path::PathBuf;

/// Prints the description with its overlay applied and all its files in one, as JSON.
///
/// For tools that read `OpenAPI` but know nothing of overlays or several files: mock servers, validators, viewers.
/// JSON is YAML, so they all take it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  cargo xtask merge > merged.json")]
pub(crate) struct Arguments {
    /// Another description than that of `spec/codegen.toml`.
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    /// An overlay for the other description.
    #[arg(long, value_name = "FILE", requires = "spec")]
    overlay: Option<PathBuf>,
    /// A folder outside that of the description whose files it may refer to; can be repeated.
    #[arg(long, value_name = "DIR")]
    allow_refs_outside: Vec<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let (description, overlay_file) = if let Some(spec) = &arguments.spec {
        (spec.clone(), arguments.overlay.clone())
    } else {
        let project = Project::bundled()?;
        (project.description, project.overlay)
    };
    let (name, text) = (workspace::shown(&description), input::read(&description)?);
    let overlay_file = match overlay_file {
        Some(path) => Some((workspace::shown(&path), input::read(&path)?)),
        None => None,
    };
    let mut report = Report::default();
    let mut origins = Origins::default();
    let mut value = source::read(&text, Document::Description, &mut report);
    if let (Some(value), Some((_, text))) = (&mut value, &overlay_file) {
        if let Some(overlay) = source::read(text, Document::Overlay, &mut report) {
            origins = overlay::apply(value, &overlay, &mut report);
        }
    }
    let files = Folder::of(&description, &arguments.allow_refs_outside)?;
    let texts = value.as_mut().map_or_else(Vec::new, |value| {
        bundle::bundle(value, &name, &files, &mut origins, &mut report)
    });
    let sources = Sources {
        description: Source {
            name: &name,
            text: &text,
        },
        overlay: overlay_file
            .as_ref()
            .map(|(name, text)| Source { name, text }),
        settings: None,
        files: &texts,
        origins: &origins,
        locate: source::locate,
    };
    eprint!("{}", diag::render(&report, &sources, terminal::style()));
    // A document with references to nothing would not be what was asked for.
    let is_broken = report.diagnostics().any(|d| d.code.is_broken_reference());
    match value.filter(|_| !is_broken && !report.has_errors()) {
        Some(value) => {
            terminal::print(&format!("{value:#}\n"));
            Ok(Outcome::Done)
        }
        None => Ok(Outcome::Found),
    }
}
