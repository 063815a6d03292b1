//! `codegen`: from the description to the crate.

mod outcome;

use crate::folder::Folder;
use crate::project::Project;
use crate::write_tree::{self, Change};
use crate::{Outcome, input, workspace};
use anyhow::{Result, bail};
use clap::ValueEnum;
pub(crate) use outcome::print_denied;
use outcome::{Findings, Verdict};
use specwright::Input;
use specwright::diag::{Code, Report, Source};
use specwright::emit::Needs;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Regenerates `generated-client/src` from `spec/`, or makes a crate from any description.
///
/// The output is replaced as a whole or not at all; files that do not change keep their
/// modification time, generated files that are no longer made are removed, and files written by
/// hand (those without `@generated` in their first line) are never touched.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    cargo xtask codegen                       regenerate the bundled client\n  \
    cargo xtask codegen --check               fail when that would change anything\n  \
    cargo xtask codegen --spec parcels.yaml --out ../parcels-client\n                                            \
    make a crate that another can depend on by `path`\n\n\
    Operations that a broken reference makes impossible are left out, with a warning; --deny W0607 refuses to generate \
    then, and `findings.deny` in `codegen.toml` does the same.\n\n\
    Exit status: 0 done, with or without warnings; 1 an error or, with --check, a difference; 2 the command line is \
    wrong.")]
pub(crate) struct Arguments {
    /// Writes nothing; fails with a short diff when the output is not up to date.
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,
    /// Writes nothing; prints what would change.
    #[arg(long)]
    dry_run: bool,
    /// How findings and results are printed; `json` is one document on standard output, whatever happens.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Another description than that of `spec/codegen.toml`.
    #[arg(long, value_name = "FILE", requires = "out")]
    spec: Option<PathBuf>,
    /// Where to make the crate, manifest included; made when it is not there.
    #[arg(long, value_name = "DIR", requires = "spec")]
    out: Option<PathBuf>,
    /// The name of the package; that of the folder when it is not given.
    #[arg(long, value_name = "NAME", requires = "spec")]
    package: Option<String>,
    /// An overlay for the other description.
    #[arg(long, value_name = "FILE", requires = "spec")]
    overlay: Option<PathBuf>,
    /// A code whose findings refuse to generate, as errors do; can be repeated.
    #[arg(long, value_name = "CODE", value_parser = crate::lint::code)]
    deny: Vec<Code>,
    /// A folder outside that of the description whose files it may refer to; can be repeated.
    #[arg(long, value_name = "DIR")]
    allow_refs_outside: Vec<PathBuf>,
    /// Takes the description as published, without its overlay.
    #[arg(long, conflicts_with = "overlay")]
    no_overlay: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    generate(arguments).or_else(|error| match arguments.format {
        Format::Text => Err(error),
        Format::Json => {
            outcome::print_failure(&error);
            Ok(Outcome::Found)
        }
    })
}

fn generate(arguments: &Arguments) -> Result<Outcome> {
    let project = project(arguments)?;
    let name = workspace::shown(&project.description);
    let text = input::read(&project.description)?;
    let overlay = match &project.overlay {
        Some(path) => Some((workspace::shown(path), input::read(path)?)),
        None => None,
    };
    let files = Folder::of(&project.description, &arguments.allow_refs_outside)?;
    let input = Input {
        description: Source {
            name: &name,
            text: &text,
        },
        overlay: overlay.as_ref().map(|(name, text)| Source { name, text }),
        files: &files,
        package: &project.package,
        token_env: &project.token_env,
        layout: project.layout,
        methods: project.methods,
    };
    let output = specwright::generate(&input);
    let findings = Findings {
        report: &output.report,
        sources: output.sources(&input),
        denied: denied(&output.report, &project.deny),
    };
    if output.report.has_errors() || !findings.denied.is_empty() {
        outcome::print(arguments, &findings, Verdict::Refused, &[], None);
        return Ok(Outcome::Found);
    }
    let src = project.out.join("src");
    write_tree::recover(&src)?;
    let mut changes = write_tree::changes(&src, &output.files)?;
    if let Some(foreign) = changes.iter().find(|change| change.is_foreign()) {
        let path = workspace::shown(&src.join(&foreign.path));
        bail!("{path} would be overwritten, but was written by hand; move it away first");
    }
    let manifest = manifest(&project, &output.title, output.needs)?;
    if !arguments.check && !arguments.dry_run {
        write_tree::apply(&src, &changes)?;
        if let Some(manifest) = &manifest {
            workspace::write(
                &project.out.join("Cargo.toml"),
                manifest.new.as_deref().unwrap_or_default(),
            )?;
        }
    }
    for change in &mut changes {
        change.path = workspace::shown(&src.join(&change.path));
    }
    let lacking = match manifest {
        Some(_) => None,
        None => Lacking::of(&project, output.needs)?,
    };
    changes.extend(manifest);
    let verdict = match (changes.is_empty(), arguments.check, arguments.dry_run) {
        (true, ..) => Verdict::UpToDate,
        (false, true, _) => Verdict::Stale,
        (false, _, true) => Verdict::WouldChange,
        (false, ..) => Verdict::Written,
    };
    outcome::print(arguments, &findings, verdict, &changes, lacking.as_ref());
    Ok(
        if verdict == Verdict::Stale || (arguments.check && lacking.is_some()) {
            Outcome::Found
        } else {
            Outcome::Done
        },
    )
}

/// The codes of findings that refuse to generate, in order.
pub(crate) fn denied(report: &Report, deny: &[Code]) -> Vec<Code> {
    let codes: BTreeSet<Code> = report.diagnostics().map(|d| d.code).collect();
    codes
        .into_iter()
        .filter(|code| deny.contains(code))
        .collect()
}

/// What to read and where to write.
fn project(arguments: &Arguments) -> Result<Project> {
    let mut project = match (&arguments.spec, &arguments.out) {
        (Some(spec), Some(out)) => {
            let project = Project::standalone(spec, out, arguments.package.as_deref())?;
            Project {
                overlay: arguments.overlay.clone(),
                ..project
            }
        }
        _ => Project::bundled()?,
    };
    if arguments.no_overlay {
        project.overlay = None;
    }
    project.deny.extend(&arguments.deny);
    Ok(project)
}

/// The manifest of a crate that stands by itself, when it is to be written: one written by hand is
/// left alone.
fn manifest(project: &Project, title: &str, needs: Needs) -> Result<Option<Change>> {
    if !project.manifest {
        return Ok(None);
    }
    let path = project.out.join("Cargo.toml");
    let old = if path.exists() {
        Some(workspace::read(&path)?)
    } else {
        None
    };
    let new = specwright::emit::manifest(&project.package, title, needs);
    if old
        .as_ref()
        .is_some_and(|old| *old == new || !write_tree::is_generated(old))
    {
        return Ok(None);
    }
    Ok(Some(Change {
        path: workspace::shown(&path),
        old,
        new: Some(new),
    }))
}

/// What a manifest that is kept by hand lacks, without which the code does not compile.
struct Lacking {
    /// The manifest.
    path: String,
    /// Lines below `[dependencies]`.
    lines: Vec<String>,
}

impl Lacking {
    fn of(project: &Project, needs: Needs) -> Result<Option<Self>> {
        let path = project.out.join("Cargo.toml");
        if !path.exists() {
            return Ok(None);
        }
        let lines = specwright::emit::missing_dependencies(&workspace::read(&path)?, needs);
        let path = workspace::shown(&path);
        Ok((!lines.is_empty()).then_some(Self { path, lines }))
    }
}
