//! `codegen`: from the description to the crate.

use crate::settings::{self, Project};
use crate::write_tree::{self, Change};
use crate::{Outcome, terminal, text_diff, workspace};
use anyhow::Result;
use clap::ValueEnum;
use serde_json::{Value, json};
use specwright::Input;
use specwright::diag::{self, Report, Severity, Source, Sources};
use std::path::{Path, PathBuf};

/// Longest diff that `--check` prints, in lines.
const SHORT: usize = 60;

/// Regenerates `generated-client/src` from `spec/`, or makes a crate from any description.
///
/// The output is replaced as a whole or not at all; files that do not change keep their
/// modification time, generated files that are no longer made are removed, and files written by
/// hand are never touched.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Writes nothing; fails with a short diff when the output is not up to date.
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,
    /// Writes nothing; prints what would change.
    #[arg(long)]
    dry_run: bool,
    /// How findings and results are printed; `json` goes to standard output.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Another description than that of `spec/codegen.toml`.
    #[arg(long, value_name = "FILE", requires = "out")]
    spec: Option<PathBuf>,
    /// Where to make the crate, manifest included.
    #[arg(long, value_name = "DIR", requires = "spec")]
    out: Option<PathBuf>,
    /// The name of the package; made from the title of the API when it is not given.
    #[arg(long, value_name = "NAME", requires = "spec")]
    package: Option<String>,
    /// An overlay for the other description.
    #[arg(long, value_name = "FILE", requires = "spec")]
    overlay: Option<PathBuf>,
    /// Leaves the overlay out.
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
    let project = project(arguments)?;
    let name = workspace::shown(&project.description);
    let text = workspace::read(&project.description)?;
    let overlay = match &project.overlay {
        Some(path) => Some((workspace::shown(path), workspace::read(path)?)),
        None => None,
    };
    let input = Input {
        description: Source {
            name: &name,
            text: &text,
        },
        overlay: overlay.as_ref().map(|(name, text)| Source { name, text }),
        package: &project.package,
        token_env: &project.token_env,
    };
    let output = specwright::generate(&input);
    let findings = Findings {
        report: &output.report,
        sources: output.sources(&input),
    };
    if output.report.has_errors() {
        conclude(arguments, &findings, Verdict::Refused, &[]);
        return Ok(Outcome::Found);
    }
    let src = project.out.join("src");
    let mut changes = write_tree::changes(&src, &output.files)?;
    let manifest = manifest(&project, &output.title)?;
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
    changes.extend(manifest);
    let verdict = match (changes.is_empty(), arguments.check, arguments.dry_run) {
        (true, ..) => Verdict::UpToDate,
        (false, true, _) => Verdict::Stale,
        (false, _, true) => Verdict::WouldChange,
        (false, ..) => Verdict::Written,
    };
    conclude(arguments, &findings, verdict, &changes);
    Ok(if verdict == Verdict::Stale {
        Outcome::Found
    } else {
        Outcome::Done
    })
}

/// What to read and where to write.
fn project(arguments: &Arguments) -> Result<Project> {
    let mut project = match (&arguments.spec, &arguments.out) {
        (Some(spec), Some(out)) => {
            let package = match &arguments.package {
                Some(package) => package.clone(),
                None => package_from(out),
            };
            let token_env = settings::default_token_env(&package);
            let overlay = arguments.overlay.clone();
            Project {
                description: spec.clone(),
                overlay,
                out: out.clone(),
                package,
                token_env,
                manifest: true,
            }
        }
        _ => settings::load()?,
    };
    settings::check_package(&project.package)?;
    if arguments.no_overlay {
        project.overlay = None;
    }
    Ok(project)
}

/// A package name from the name of the folder.
fn package_from(out: &Path) -> String {
    let name = out
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let name: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let name = name.trim_matches('-');
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name.to_owned()
    } else {
        format!("client-{name}")
    }
}

/// The manifest of a crate that stands by itself, when it is to be written: one written by hand is
/// left alone.
fn manifest(project: &Project, title: &str) -> Result<Option<Change>> {
    if !project.manifest {
        return Ok(None);
    }
    let path = project.out.join("Cargo.toml");
    let old = if path.exists() {
        Some(workspace::read(&path)?)
    } else {
        None
    };
    let new = specwright::emit::manifest(&project.package, title);
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    UpToDate,
    Written,
    WouldChange,
    Stale,
    Refused,
}

impl Verdict {
    fn as_str(self) -> &'static str {
        match self {
            Self::UpToDate => "up-to-date",
            Self::Written => "written",
            Self::WouldChange => "would-change",
            Self::Stale => "stale",
            Self::Refused => "refused",
        }
    }
}

struct Findings<'a> {
    report: &'a Report,
    sources: Sources<'a>,
}

fn conclude(arguments: &Arguments, findings: &Findings<'_>, verdict: Verdict, changes: &[Change]) {
    match arguments.format {
        Format::Json => print_json(findings, verdict, changes),
        Format::Text => print_text(arguments, findings, verdict, changes),
    }
}

fn print_json(findings: &Findings<'_>, verdict: Verdict, changes: &[Change]) {
    let files: Vec<Value> = changes
        .iter()
        .map(|change| {
            let (added, removed) = change.counts();
            json!({ "path": change.path, "kind": change.kind(), "added": added, "removed": removed })
        })
        .collect();
    let result = json!({
        "result": verdict.as_str(),
        "errors": findings.report.count(Severity::Error),
        "warnings": findings.report.count(Severity::Warning),
        "notes": findings.report.count(Severity::Note),
        "files": files,
        "findings": diag::to_json(findings.report, &findings.sources),
    });
    println!("{result:#}");
}

fn print_text(
    arguments: &Arguments,
    findings: &Findings<'_>,
    verdict: Verdict,
    changes: &[Change],
) {
    let rendered = diag::render(findings.report, &findings.sources, terminal::style());
    if !rendered.is_empty() {
        eprintln!("{}", rendered.trim_end());
    }
    let coloured = terminal::stdout_is_coloured();
    for change in changes {
        let (added, removed) = change.counts();
        println!("{:<8} {}  +{added} -{removed}", change.kind(), change.path);
    }
    if arguments.dry_run || verdict == Verdict::Stale {
        let mut limit = if arguments.dry_run { usize::MAX } else { SHORT };
        for change in changes {
            let (old, new) = (
                change.old.as_deref().unwrap_or(""),
                change.new.as_deref().unwrap_or(""),
            );
            let diff = text_diff::unified(&change.path, old, new, limit, coloured);
            limit = limit.saturating_sub(diff.lines().count());
            print!("{diff}");
            if limit == 0 {
                break;
            }
        }
    }
    match verdict {
        Verdict::UpToDate => println!("up to date"),
        Verdict::Written | Verdict::WouldChange | Verdict::Refused => {}
        Verdict::Stale => {
            eprintln!(
                "{}: the generated code is not up to date; run `cargo xtask codegen`",
                terminal::paint_error("error")
            );
        }
    }
    let count = |severity: Severity| findings.report.count(severity);
    let (errors, warnings, notes) = (
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note),
    );
    if errors + warnings + notes > 0 {
        eprintln!(
            "{errors} errors, {warnings} warnings, {notes} notes; `cargo xtask explain CODE` says more"
        );
    }
    if verdict == Verdict::Refused {
        eprintln!("nothing was written");
    }
}
