//! `generate-one`: one description in a process of its own. Other commands run it.

use crate::corpus::{self, Example};
use crate::folder::Folder;
use crate::project::Project;
use crate::{Outcome, child, terminal, workspace};
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use specwright::diag::{self, Report, Severity, Source};
use specwright::{Input, Output};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Where the example of the crate's documentation is written.
const EXAMPLE: &str = "examples/documented.rs";

/// Generates one crate and prints what came of it as JSON.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The description.
    description: PathBuf,
    /// Where to write the crate, as a member of a workspace; it is not written otherwise.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Looks for examples of named schemas; the crate is written when there are any.
    #[arg(long)]
    examples: bool,
}

/// What came of one description.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Made {
    /// Why nothing was generated; empty when it was.
    pub(crate) refusals: Vec<Refusal>,
    /// How many findings there are, by code.
    pub(crate) findings: BTreeMap<String, usize>,
    /// How long reading and generating took.
    pub(crate) seconds: f64,
    /// Bytes of memory at most, where the system tells.
    pub(crate) peak: Option<u64>,
    /// Lines of Rust, without the runtime.
    pub(crate) lines: usize,
    /// Operations generated.
    pub(crate) operations: usize,
    /// The examples of named schemas, where they were looked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) examples: Vec<Example>,
}

/// An error that forbids output.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Refusal {
    /// Its code.
    pub(crate) code: String,
    /// What is wrong.
    pub(crate) message: String,
    /// Where, as a JSON pointer.
    pub(crate) pointer: String,
    /// Where, as a line of the text.
    pub(crate) line: Option<u64>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let start = Instant::now();
    let text = workspace::read(&arguments.description)?;
    let out = arguments.out.as_deref();
    let project =
        Project::standalone(&arguments.description, out.unwrap_or(Path::new("it")), None)?;
    let folder = Folder::of(&arguments.description, &[])?;
    let input = Input {
        description: Source {
            name: &workspace::shown(&arguments.description),
            text: &text,
        },
        overlay: None,
        files: &folder,
        package: &project.package,
        token_env: &project.token_env,
        layout: project.layout,
        methods: project.methods,
    };
    let output = specwright::generate(&input);
    let mut made = Made {
        seconds: start.elapsed().as_secs_f64(),
        peak: child::peak_memory(),
        refusals: refusals(&output, &input)?,
        ..Made::default()
    };
    for finding in output.report.diagnostics() {
        let code = finding.code.as_str().to_owned();
        *made.findings.entry(code).or_default() += 1;
    }
    for text in own_files(&output) {
        made.lines += text.lines().count();
        made.operations += text.matches("\nimpl Operation for ").count();
    }
    if arguments.examples && made.refusals.is_empty() {
        made.examples = corpus::collect(&input, &output.types);
    }
    let wanted = made.refusals.is_empty() && (!arguments.examples || !made.examples.is_empty());
    if let Some(out) = out.filter(|_| wanted) {
        write(out, &project.package, &output, !arguments.examples)?;
    }
    terminal::print(&serde_json::to_string(&made)?);
    Ok(Outcome::Done)
}

/// The texts of the generated Rust files, but for the runtime, which is the same everywhere.
pub(crate) fn own_files(output: &Output) -> impl Iterator<Item = &String> {
    let own = |path: &String| path != "rustfmt.toml" && !path.starts_with("runtime/");
    output
        .files
        .iter()
        .filter(move |(path, _)| own(path))
        .map(|(_, text)| text)
}

/// The errors with their places. Only theirs: to find the places of all findings costs more time
/// than to generate.
fn refusals(output: &Output, input: &Input<'_>) -> Result<Vec<Refusal>> {
    let mut errors = Report::default();
    for finding in output.report.diagnostics() {
        if finding.severity() == Severity::Error {
            errors.push(finding.clone());
        }
    }
    let found = diag::to_json(&errors, &output.sources(input));
    serde_json::from_value(found).context("findings have another form")
}

/// Writes the crate, `with_example` with that of its documentation; files that do not change keep
/// their modification time.
fn write(out: &Path, package: &str, output: &Output, with_example: bool) -> Result<()> {
    let manifest = specwright::emit::manifest(package, &output.title, output.needs);
    let mut files = vec![(
        "Cargo.toml".to_owned(),
        manifest.replace("\n[workspace]\n", "\n"),
    )];
    for (path, text) in &output.files {
        files.push((format!("src/{path}"), text.clone()));
    }
    let example = out.join(EXAMPLE);
    let program = output.files.get("lib.rs");
    match program.and_then(|root| specwright::emit::program(root)) {
        Some(program) if with_example => files.push((EXAMPLE.to_owned(), program)),
        _ if example.exists() => std::fs::remove_file(&example)
            .with_context(|| format!("cannot remove {}", workspace::shown(&example)))?,
        _ => {}
    }
    for (path, text) in files {
        let path = out.join(path);
        if std::fs::read_to_string(&path).is_ok_and(|old| old == text) {
            continue;
        }
        workspace::write(&path, &text)?;
    }
    Ok(())
}
