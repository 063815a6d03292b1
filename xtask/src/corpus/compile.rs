//! The generated crates under clippy: one workspace, so that their dependencies are built once.

use super::choice::Description;
use super::outcome::{Kind, One};
use crate::progress::Progress;
use crate::workspace;
use anyhow::{Context, Result, bail};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What cargo is to do with the crates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Job {
    /// Clippy's default lints, for the crates and the examples of their documentation.
    Lint {
        /// With all features instead of those that are on by default.
        all_features: bool,
    },
    /// Builds the examples of the crates, without features.
    Examples,
}

impl Job {
    fn command(self) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        match self {
            Self::Lint { all_features } => command
                .args(["clippy", "--lib", "--examples"])
                .args(all_features.then_some("--all-features")),
            // Small files, and quickly: they run once.
            Self::Examples => command
                .args(["build", "--examples", "--no-default-features"])
                .env("CARGO_PROFILE_DEV_DEBUG", "0")
                .env("CARGO_PROFILE_DEV_STRIP", "symbols")
                .env("CARGO_INCREMENTAL", "0"),
        };
        command
    }

    /// Whether a message says that a crate is done: the library, or the program that is to run.
    /// What is wrong with the example of a crate that is done still counts.
    fn ends_with(self, message: &Value) -> bool {
        let built = message["reason"] == "compiler-artifact";
        built
            && match self {
                Self::Lint { .. } => message["target"]["kind"] != json!(["example"]),
                Self::Examples => message["executable"].is_string(),
            }
    }
}

/// How to compile.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct Options {
    /// Compiles the crates and the examples of their documentation with clippy's default lints.
    #[arg(long)]
    pub(super) compile: bool,
    /// Compiles with all features instead of those that are on by default.
    #[arg(long, requires = "compile")]
    pub(super) all_features: bool,
}

/// What the compiler said about one crate.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Compiled {
    /// The description's path in the folder.
    pub(super) name: String,
    /// Whether there is no error.
    pub(super) compiles: bool,
    /// Errors, those of lints included.
    pub(super) errors: usize,
    /// Warnings.
    pub(super) warnings: usize,
    /// The code of the first error or, without one, of the first warning.
    pub(super) code: Option<String>,
    /// Its text.
    pub(super) first: String,
    /// The program that was built.
    #[serde(skip)]
    pub(super) program: Option<PathBuf>,
}

impl Compiled {
    /// Whether there is not even a warning.
    pub(super) fn is_clean(&self) -> bool {
        self.compiles && self.warnings == 0
    }
}

/// Removes the crates of other choices.
pub(super) fn clear(folder: &Path, chosen: &[Description]) -> Result<()> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let wanted = chosen.iter().any(|description| description.package == name);
        if path.is_dir() && name.starts_with("of-") && !wanted {
            std::fs::remove_dir_all(&path)
                .with_context(|| format!("cannot remove {}", workspace::shown(&path)))?;
        }
    }
    Ok(())
}

/// Runs cargo over the crates that were written to `folder`, each in the folder of its package.
///
/// # Errors
///
/// When cargo cannot be run, or fails without a word about any of the crates.
pub(super) fn run<'a>(
    folder: &Path,
    results: impl IntoIterator<Item = &'a One>,
    job: Job,
    jobs: usize,
) -> Result<Vec<Compiled>> {
    let generated = results
        .into_iter()
        .filter(|one| one.kind == Kind::Generated);
    let mut crates: BTreeMap<String, Compiled> = generated
        .map(|one| {
            let compiled = Compiled {
                name: one.name.clone(),
                ..Compiled::default()
            };
            (one.package.clone(), compiled)
        })
        .collect();
    if crates.is_empty() {
        return Ok(Vec::new());
    }
    write_workspace(folder, crates.keys())?;
    // Without the network, unless something is missing.
    let said = cargo(folder, &mut crates, job, jobs, true)?;
    let said = if said.contains("--offline") {
        cargo(folder, &mut crates, job, jobs, false)?
    } else {
        said
    };
    if crates.values().all(|one| !one.compiles && one.errors == 0) {
        bail!("cargo has compiled nothing\n{}", said.trim());
    }
    for one in crates
        .values_mut()
        .filter(|one| !one.compiles && one.errors == 0)
    {
        one.errors = 1;
        "cargo has not compiled it, and did not say why".clone_into(&mut one.first);
    }
    Ok(crates.into_values().collect())
}

/// The workspace around the crates. Its lock file is that of this workspace: the versions are those
/// that everything else is tested with.
fn write_workspace<'a>(folder: &Path, members: impl Iterator<Item = &'a String>) -> Result<()> {
    let mut manifest = "[workspace]\nresolver = \"3\"\nmembers = [\n".to_owned();
    for member in members {
        let _ = writeln!(manifest, "    \"{member}\",");
    }
    manifest.push_str("]\n");
    let lock = workspace::read(&workspace::root().join("Cargo.lock"))?;
    workspace::write(&folder.join("Cargo.toml"), &manifest)?;
    workspace::write(&folder.join("Cargo.lock"), &lock)
}

/// One run of cargo; gives what it wrote to standard error.
fn cargo(
    folder: &Path,
    crates: &mut BTreeMap<String, Compiled>,
    job: Job,
    jobs: usize,
    offline: bool,
) -> Result<String> {
    let mut command = job.command();
    command
        .args(["--workspace", "--keep-going", "--message-format=json"])
        .args(["--jobs", &jobs.to_string()])
        .args(offline.then_some("--offline"))
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.with_extension("target"))
        .env_remove("RUSTFLAGS")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().context("cannot run cargo")?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let progress = Progress::new("compiled", crates.len());
    let said = std::thread::scope(|scope| {
        let said = scope.spawn(|| {
            let mut text = Vec::new();
            // What cannot be read any more is missing in a message only.
            let _ = stderr.map(|mut stderr| stderr.read_to_end(&mut text));
            String::from_utf8_lossy(&text).into_owned()
        });
        for line in stdout
            .into_iter()
            .flat_map(|out| BufReader::new(out).lines())
        {
            if let Ok(message) = line.map(|line| serde_json::from_str::<Value>(&line)) {
                take(&message.unwrap_or_default(), crates, job, &progress);
            }
        }
        said.join().unwrap_or_default()
    });
    child.wait().context("cannot wait for cargo")?;
    Ok(said)
}

/// Counts one of cargo's messages for the crate that it is about.
fn take(message: &Value, crates: &mut BTreeMap<String, Compiled>, job: Job, progress: &Progress) {
    let Some(package) = message["package_id"].as_str().and_then(package_name) else {
        return;
    };
    let Some(one) = crates.get_mut(package) else {
        return;
    };
    if job.ends_with(message) {
        one.compiles = one.errors == 0;
        one.program = message["executable"].as_str().map(PathBuf::from);
        progress.step();
        return;
    }
    let diagnostic = &message["message"];
    let code = diagnostic["code"]["code"].as_str();
    let text = diagnostic["message"].as_str().unwrap_or_default();
    let is_error = match diagnostic["level"].as_str() {
        Some("error") if text.starts_with("aborting due to") => return,
        Some("error") => true,
        Some("warning") if code.is_some() => false,
        _ => return,
    };
    let seen = if is_error {
        one.errors
    } else {
        one.errors + one.warnings
    };
    if seen == 0 {
        one.code = code.map(ToOwned::to_owned);
        one.first = shown(diagnostic);
    }
    if is_error {
        one.errors += 1;
        one.compiles = false;
    } else {
        one.warnings += 1;
    }
}

/// The first lines of a diagnostic: what it is, where, and the line of code.
fn shown(diagnostic: &Value) -> String {
    let rendered = diagnostic["rendered"].as_str().unwrap_or_default();
    let lines: Vec<&str> = rendered.lines().take(6).map(str::trim_end).collect();
    lines.join("\n")
}

/// The name of a package from cargo's id: `path+file:///a/b#0.1.0`, where the folder is called like
/// the package, or `…#name@0.1.0`.
fn package_name(id: &str) -> Option<&str> {
    let (url, version) = id.rsplit_once('#')?;
    match version.split_once('@') {
        Some((name, _)) => Some(name),
        None => url.rsplit('/').next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crates() -> BTreeMap<String, Compiled> {
        ["a", "b", "c", "d"]
            .map(|package| (package.to_owned(), Compiled::default()))
            .into()
    }

    #[test]
    fn errors_belong_to_their_crate() {
        let mut crates = crates();
        let progress = Progress::new("compiled", 100);
        let id = |package: &str| format!("path+file:///x/{package}#0.1.0");
        let said = |package: &str, level: &str, code: &str| {
            json!({"reason": "compiler-message", "package_id": id(package), "message": {
                "level": level, "message": "m", "code": {"code": code}, "rendered": format!("{level} {code}\n at\n")
            }})
        };
        for message in [
            said("a", "warning", "unused"),
            said("a", "error", "E0428"),
            said("a", "error", "E0429"),
            json!({"reason": "compiler-artifact", "package_id": id("b")}),
            json!({"reason": "compiler-artifact", "package_id": id("c"), "target": {"kind": ["lib"]}}),
            said("c", "error", "E0277"),
            json!({"reason": "compiler-artifact", "package_id": id("d"), "target": {"kind": ["example"]}}),
            json!({"reason": "compiler-artifact", "package_id": "registry+https://r/i#other@1.0.0"}),
            json!({"reason": "build-finished"}),
        ] {
            let job = Job::Lint {
                all_features: false,
            };
            take(&message, &mut crates, job, &progress);
        }
        let a = &crates["a"];
        assert_eq!((a.compiles, a.errors, a.warnings), (false, 2, 1));
        assert_eq!(
            (a.code.as_deref(), a.first.as_str()),
            (Some("E0428"), "error E0428\n at")
        );
        assert!(crates["b"].is_clean());
        assert!(!crates["c"].is_clean(), "an example is part of it");
        assert!(!crates["d"].compiles, "and not all of it");
    }
}
