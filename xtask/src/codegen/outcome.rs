//! What a run says at its end, for people and for programs.

use super::{Arguments, Format, Lacking};
use crate::project::Unusable;
use crate::write_tree::Change;
use crate::{terminal, text_diff};
use anyhow::Error;
use serde_json::{Value, json};
use specwright::diag::{self, Code, Report, Severity, Sources};
use std::fmt::Write;

/// Longest diff that `--check` prints, in lines.
const SHORT: usize = 60;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// There was nothing to change.
    UpToDate,
    /// Changes were made.
    Written,
    /// Changes would have been made, but for `--dry-run`.
    WouldChange,
    /// `--check` found differences.
    Stale,
    /// The description has errors, or findings that are denied.
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

/// What was found in the description, and where its text is.
pub(super) struct Findings<'a> {
    pub(super) report: &'a Report,
    pub(super) sources: Sources<'a>,
    /// The codes of findings that refuse to generate though they are no errors.
    pub(super) denied: Vec<Code>,
}

impl Findings<'_> {
    fn count(&self, severity: Severity) -> usize {
        self.report.count(severity)
    }

    /// How many operations are left out.
    fn left_out(&self) -> usize {
        self.report.count_of(Code::OPERATION_LEFT_OUT)
    }
}

/// Prints how a run ended.
pub(super) fn print(
    arguments: &Arguments,
    findings: &Findings<'_>,
    verdict: Verdict,
    changes: &[Change],
    lacking: Option<&Lacking>,
) {
    match arguments.format {
        Format::Json => print_json(findings, verdict, changes, lacking),
        Format::Text => {
            print_text(arguments, findings, verdict, changes);
            if let Some(Lacking { path, lines }) = lacking {
                terminal::print_error(&format!(
                    "the code does not compile until {path}, which is kept by hand, has below \
                     `[dependencies]`:\n\n{}\n",
                    lines.join("\n")
                ));
            }
        }
    }
}

/// Prints as JSON that a run could not be carried through, in the form of results.
pub(super) fn print_failure(error: &Error) {
    let unusable = error.downcast_ref::<Unusable>();
    let result = json!({
        "result": "failed",
        "message": unusable.map_or_else(|| format!("{error:#}"), |it| it.what.clone()),
        "errors": unusable.map_or(1, Unusable::errors),
        "warnings": 0,
        "notes": 0,
        "left_out": 0,
        "denied": [],
        "files": [],
        "missing_dependencies": [],
        "findings": unusable.map_or_else(|| json!([]), Unusable::to_json),
    });
    terminal::print(&format!("{result:#}\n"));
}

fn print_json(
    findings: &Findings<'_>,
    verdict: Verdict,
    changes: &[Change],
    lacking: Option<&Lacking>,
) {
    let files: Vec<Value> = changes
        .iter()
        .map(|change| {
            let (added, removed) = change.counts();
            json!({ "path": change.path, "kind": change.kind(), "added": added, "removed": removed })
        })
        .collect();
    let result = json!({
        "result": verdict.as_str(),
        "errors": findings.count(Severity::Error),
        "warnings": findings.count(Severity::Warning),
        "notes": findings.count(Severity::Note),
        "left_out": findings.left_out(),
        "denied": texts(&findings.denied),
        "files": files,
        "missing_dependencies": lacking.map_or(&[][..], |it| &it.lines),
        "findings": diag::to_json(findings.report, &findings.sources),
    });
    terminal::print(&format!("{result:#}\n"));
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
    let mut out = String::new();
    for change in changes {
        let (added, removed) = change.counts();
        let _ = writeln!(
            out,
            "{:<8} {}  +{added} -{removed}",
            change.kind(),
            change.path
        );
    }
    match verdict {
        Verdict::UpToDate => out.push_str("up to date\n"),
        Verdict::WouldChange => push_diffs(&mut out, changes, usize::MAX),
        Verdict::Stale => push_diffs(&mut out, changes, SHORT),
        Verdict::Written | Verdict::Refused => {}
    }
    terminal::print(&out);
    if !findings.report.is_empty() {
        eprintln!("{}", crate::lint::summary(findings.report));
    }
    match findings.left_out() {
        0 => {}
        1 => eprintln!("1 operation is left out: see W0607 above"),
        count => eprintln!("{count} operations are left out: see W0607 above"),
    }
    match verdict {
        Verdict::Refused => {
            eprintln!("nothing was written");
            print_denied(&findings.denied);
        }
        Verdict::Stale => {
            let command = command(arguments);
            terminal::print_error(&format!(
                "the generated code is not up to date; run `{command}`"
            ));
        }
        _ => {}
    }
}

/// Says which denied codes were found, if any.
pub(crate) fn print_denied(denied: &[Code]) {
    if !denied.is_empty() {
        terminal::print_error(&format!("denied findings: {}", texts(denied).join(", ")));
    }
}

fn texts(codes: &[Code]) -> Vec<&'static str> {
    codes.iter().map(|code| code.as_str()).collect()
}

fn push_diffs(out: &mut String, changes: &[Change], mut limit: usize) {
    let coloured = terminal::stdout_is_coloured();
    for change in changes {
        let (old, new) = (
            change.old.as_deref().unwrap_or_default(),
            change.new.as_deref().unwrap_or_default(),
        );
        let diff = text_diff::unified(&change.path, old, new, limit, coloured);
        limit = limit.saturating_sub(diff.lines().count());
        out.push_str(&diff);
        if limit == 0 {
            return;
        }
    }
}

/// The command that brings the output up to date.
fn command(arguments: &Arguments) -> String {
    let mut command = "cargo xtask codegen".to_owned();
    let paths = [
        ("spec", &arguments.spec),
        ("out", &arguments.out),
        ("overlay", &arguments.overlay),
    ];
    for (name, value) in paths {
        if let Some(value) = value {
            let _ = write!(command, " --{name} {}", value.display());
        }
    }
    for code in &arguments.deny {
        let _ = write!(command, " --deny {}", code.as_str());
    }
    for folder in &arguments.allow_refs_outside {
        let _ = write!(command, " --allow-refs-outside {}", folder.display());
    }
    if let Some(package) = &arguments.package {
        let _ = write!(command, " --package {package}");
    }
    if arguments.no_overlay {
        command.push_str(" --no-overlay");
    }
    command
}
