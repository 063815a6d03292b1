//! `lint`: mistakes in a description.

mod sarif;

use crate::codegen::{denied, print_denied};
use crate::folder::Folder;
use crate::project::{Project, Unusable};
use crate::{Outcome, input, terminal, workspace};
use anyhow::{Error, Result, bail};
use clap::ValueEnum;
use serde_json::json;
use specwright::diag::{self, Code, Report, Severity, Source};
use specwright::settings::{Layout, Methods};
use specwright::{Input, Output};
use std::path::PathBuf;

/// Looks for mistakes in a description and prints them; nothing is generated.
///
/// This finds what `codegen` reports, and also what does not change the generated code: examples
/// that do not fit their schema, components that nothing uses, path templates that cannot be told
/// apart.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    cargo xtask lint\n  \
    cargo xtask lint parcels.yaml --deny W1003 --allow N1002\n  \
    cargo xtask lint parcels.yaml --format sarif > findings.sarif\n\n\
    Exit status: 0 no error was found; 1 an error, a broken reference or a finding with a denied code; 2 the command line is wrong.")]
pub(crate) struct Arguments {
    /// The description; that of `spec/codegen.toml`, with its overlay, when it is not given.
    spec: Option<PathBuf>,
    /// An overlay to apply to it.
    #[arg(long, value_name = "FILE", requires = "spec")]
    overlay: Option<PathBuf>,
    /// How findings are printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Shows each finding in full; otherwise, of many with one code only the first.
    #[arg(long)]
    all: bool,
    /// A code whose findings make the command fail; can be repeated.
    #[arg(long, value_name = "CODE", value_parser = code)]
    deny: Vec<Code>,
    /// A code whose findings are not printed and do not count; can be repeated.
    #[arg(long, value_name = "CODE", value_parser = allowable)]
    allow: Vec<Code>,
    /// A folder outside that of the description whose files it may refer to; can be repeated.
    #[arg(long, value_name = "DIR")]
    allow_refs_outside: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
    /// SARIF 2.1.0, for tools that show findings beside the text.
    Sarif,
}

/// Reads a code of findings.
pub(crate) fn code(text: &str) -> Result<Code, String> {
    Code::parse(text)
        .ok_or_else(|| "`cargo xtask explain` lists the codes that there are".to_owned())
}

/// Reads a code of findings that need not count.
fn allowable(text: &str) -> Result<Code, String> {
    let code = code(text)?;
    if code.severity() == Severity::Error {
        return Err("an error cannot be allowed: nothing can be generated with it".to_owned());
    }
    Ok(code)
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    lint(arguments).or_else(|error| match arguments.format {
        Format::Text => Err(error),
        Format::Json => {
            terminal::print(&format!("{:#}\n", failure(&error)));
            Ok(Outcome::Found)
        }
        Format::Sarif => {
            let message = format!("{error:#}");
            terminal::print(&format!("{:#}\n", sarif::failure(&message)));
            Ok(Outcome::Found)
        }
    })
}

fn lint(arguments: &Arguments) -> Result<Outcome> {
    let mut both = arguments.allow.iter();
    if let Some(code) = both.find(|code| arguments.deny.contains(code)) {
        bail!("{} is both denied and allowed", code.as_str());
    }
    let (description, overlay) = if let Some(spec) = &arguments.spec {
        (spec.clone(), arguments.overlay.clone())
    } else {
        let project = Project::bundled()?;
        (project.description, project.overlay)
    };
    let name = workspace::shown(&description);
    let text = input::read(&description)?;
    let overlay = match overlay {
        Some(path) => Some((workspace::shown(&path), input::read(&path)?)),
        None => None,
    };
    let files = Folder::of(&description, &arguments.allow_refs_outside)?;
    let input = Input {
        description: Source {
            name: &name,
            text: &text,
        },
        overlay: overlay.as_ref().map(|(name, text)| Source { name, text }),
        files: &files,
        package: "client",
        token_env: "TOKEN",
        layout: Layout::default(),
        methods: Methods::default(),
    };
    let mut output = specwright::lint(&input);
    output.report = without(&output.report, &arguments.allow);
    print(arguments, &input, &output);
    let fails = |code: Code| {
        code.severity() == Severity::Error
            || code.is_broken_reference()
            || arguments.deny.contains(&code)
    };
    Ok(if output.report.diagnostics().any(|d| fails(d.code)) {
        Outcome::Found
    } else {
        Outcome::Done
    })
}

/// The findings whose code is not allowed.
fn without(report: &Report, allowed: &[Code]) -> Report {
    let mut kept = Report::default();
    for finding in report.diagnostics() {
        if !allowed.contains(&finding.code) {
            kept.push(finding.clone());
        }
    }
    kept
}

fn print(arguments: &Arguments, input: &Input<'_>, output: &Output) {
    let sources = output.sources(input);
    let report = &output.report;
    match arguments.format {
        Format::Text => {
            let style = terminal::stdout_style();
            let render = if arguments.all {
                diag::render_all
            } else {
                diag::render
            };
            terminal::print(&render(report, &sources, style));
            eprintln!("{}", summary(report));
            print_denied(&denied(report, &arguments.deny));
        }
        Format::Json => {
            let result = json!({
                "errors": report.count(Severity::Error),
                "warnings": report.count(Severity::Warning),
                "notes": report.count(Severity::Note),
                "findings": diag::to_json(report, &sources),
            });
            terminal::print(&format!("{result:#}\n"));
        }
        Format::Sarif => {
            let findings = diag::to_json(report, &sources);
            terminal::print(&format!("{:#}\n", sarif::log(&findings)));
        }
    }
}

/// What could not be linted, as data.
fn failure(error: &Error) -> serde_json::Value {
    let unusable = error.downcast_ref::<Unusable>();
    json!({
        "message": unusable.map_or_else(|| format!("{error:#}"), |it| it.what.clone()),
        "errors": unusable.map_or(1, Unusable::errors),
        "warnings": 0,
        "notes": 0,
        "findings": unusable.map_or_else(|| json!([]), Unusable::to_json),
    })
}

/// How many findings there are.
pub(crate) fn summary(report: &Report) -> String {
    if report.is_empty() {
        return "nothing was found".to_owned();
    }
    let count = |severity: Severity, word: &str| match report.count(severity) {
        1 => format!("1 {word}"),
        count => format!("{count} {word}s"),
    };
    format!(
        "{}, {}, {}; `cargo xtask explain CODE` says more",
        count(Severity::Error, "error"),
        count(Severity::Warning, "warning"),
        count(Severity::Note, "note")
    )
}
