//! `tidy`: rules about the source tree that no compiler knows.

use crate::{Outcome, terminal, workspace};
use anyhow::{Context, Result};
use specwright::diag::CODES;
use std::path::{Path, PathBuf};

/// Longest source file, in lines.
const LONGEST: usize = 520;

/// Codes without a case: our own mistakes, which no description brings about, and limits that take
/// texts too large to keep, or too many of them.
const WITHOUT_CASE: &[&str] = &["E0001", "E0112", "E0208", "E0304", "E0309", "W0530"];

/// What each module of the generator may use of the others, in the order of the layers.
const LAYERS: &[(&str, &[&str])] = &[
    ("threads", &[]),
    ("pointer", &[]),
    ("diag", &["pointer"]),
    ("source", &["pointer", "diag"]),
    ("overlay", &["pointer", "diag"]),
    ("format", &[]),
    ("pattern", &[]),
    ("shape", &["pointer", "diag", "format", "threads"]),
    ("bundle", &["pointer", "diag", "source", "shape"]),
    ("lower", &["pointer", "diag", "format", "pattern", "shape"]),
    ("settings", &["pointer", "diag"]),
    ("ir", &["pointer"]),
    (
        "build",
        &["pointer", "diag", "format", "shape", "ir", "threads"],
    ),
    ("lint", &["pointer", "diag", "format", "shape"]),
    ("facts", &["diag", "ir", "pattern"]),
    ("names", &["pointer", "diag", "ir", "facts", "threads"]),
    ("same", &["ir", "facts", "names"]),
    ("print", &[]),
    ("emit", &["format", "ir", "facts", "names", "same", "print"]),
    ("files", &["print", "emit", "threads"]),
];

/// Which module alone may use a crate.
const OWNERS: &[(&str, &str)] = &[
    ("serde_yaml", "source"),
    ("openapiv3", "build"),
    ("heck", "names"),
    ("syn", "print"),
    ("prettyplease", "print"),
];

/// What the library never touches.
const IO: &[&str] = &[
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::time",
];

/// Checks rules about the source tree: layers, file lengths, cases for every diagnostic code, no
/// paths of one machine, and that the README's commands exist.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_: &Arguments) -> Result<Outcome> {
    let root = workspace::root();
    let mut problems = Vec::new();
    layers(&root, &mut problems)?;
    lengths(&root, &mut problems)?;
    codes(&root, &mut problems);
    machine_paths(&root, &mut problems)?;
    readme(&root, &mut problems)?;
    for problem in &problems {
        terminal::print_error(problem);
    }
    if problems.is_empty() {
        terminal::print("tidy\n");
        return Ok(Outcome::Done);
    }
    Ok(Outcome::Found)
}

/// Each layer imports only the layers before it; each special crate has one user; no I/O.
fn layers(root: &Path, problems: &mut Vec<String>) -> Result<()> {
    let src = root.join("generator/src");
    for path in files(&src, "rs")? {
        let relative = relative(&src, &path);
        let module = relative.split(['/', '.']).next().unwrap_or_default();
        if matches!(module, "lib" | "runtime") {
            continue;
        }
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == module) else {
            problems.push(format!(
                "generator/src/{relative}: `{module}` is in no layer; add it to LAYERS"
            ));
            continue;
        };
        let text = workspace::read(&path)?;
        let code = text
            .lines()
            .take_while(|line| !line.starts_with("#[cfg(test)]"));
        for (number, line) in (1..).zip(code) {
            let line = line.split("//").next().unwrap_or_default();
            let mut problem =
                |what: String| problems.push(format!("generator/src/{relative}:{number}: {what}"));
            for used in modules_used(line) {
                let known = LAYERS.iter().any(|(name, _)| *name == used);
                if known && used != module && !allowed.contains(&used) {
                    problem(format!("`{module}` must not use `{used}`"));
                }
            }
            for (owned, owner) in OWNERS {
                if module != *owner && uses_crate(line, owned) {
                    problem(format!("only `{owner}` may use `{owned}`"));
                }
            }
            for io in IO.iter().filter(|io| line.contains(*io)) {
                problem(format!("the library does no I/O (`{io}`)"));
            }
        }
    }
    Ok(())
}

/// Whether a line names a crate: the word with `::` behind it.
fn uses_crate(line: &str, name: &str) -> bool {
    let found = line.match_indices(name);
    found.into_iter().any(|(at, _)| {
        let begins = !line[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':'));
        begins && line[at + name.len()..].starts_with("::")
    })
}

/// The modules that a line names behind `crate::`, also as `crate::{a, b::c}`.
fn modules_used(line: &str) -> Vec<&str> {
    let mut used = Vec::new();
    for rest in line.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(group) => used.extend(
                group
                    .split([',', '}', ';'])
                    .map(|part| first_word(part.trim())),
            ),
            None => used.push(first_word(rest)),
        }
    }
    used.retain(|name| !name.is_empty());
    used
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .next()
        .unwrap_or_default()
}

fn lengths(root: &Path, problems: &mut Vec<String>) -> Result<()> {
    for folder in [
        "generator/src",
        "generator/tests",
        "xtask",
        "generated-client/examples",
        "generated-client/tests",
    ] {
        for path in files(&root.join(folder), "rs")? {
            if path.file_name().is_some_and(|name| name == "expected.rs") {
                continue;
            }
            let lines = workspace::read(&path)?.lines().count();
            if lines > LONGEST {
                problems.push(format!(
                    "{}: {lines} lines; a concept is missing",
                    relative(root, &path)
                ));
            }
        }
    }
    Ok(())
}

fn codes(root: &Path, problems: &mut Vec<String>) {
    let mut seen = std::collections::BTreeSet::new();
    for code in CODES {
        let code = code.as_str();
        if !seen.insert(code) {
            problems.push(format!("the code {code} stands twice in the table"));
        }
        let case = root.join("generator/tests/diagnostics").join(code);
        if !case.is_dir() && !WITHOUT_CASE.contains(&code) {
            problems.push(format!(
                "no case for {code}: add generator/tests/diagnostics/{code}/"
            ));
        }
    }
}

fn machine_paths(root: &Path, problems: &mut Vec<String>) -> Result<()> {
    // Built from pieces, or this file would be found.
    let suspects: Vec<String> = ["home", "root", "tmp", "Users", "work"]
        .iter()
        .map(|name| format!("/{name}/"))
        .collect();
    for extension in ["rs", "toml", "md", "yaml", "yml", "sh", "json"] {
        for path in files(root, extension)? {
            let Ok(text) = workspace::read(&path) else {
                continue;
            };
            for (number, line) in text.lines().enumerate() {
                let hit = suspects.iter().find(|suspect| {
                    line.match_indices(suspect.as_str()).any(|(at, _)| {
                        !line[..at].ends_with(|c: char| {
                            c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '}' | '*')
                        })
                    })
                });
                if let Some(hit) = hit {
                    let at = number + 1;
                    problems.push(format!(
                        "{}:{at}: a path of one machine (`{hit}`)",
                        relative(root, &path)
                    ));
                }
            }
        }
    }
    Ok(())
}

/// Every `cargo xtask …` in the README is a command.
fn readme(root: &Path, problems: &mut Vec<String>) -> Result<()> {
    use clap::CommandFactory;
    let path = root.join("README.md");
    if !path.exists() {
        problems.push("there is no README.md".to_owned());
        return Ok(());
    }
    let text = workspace::read(&path)?;
    let command = crate::Arguments::command();
    for (number, line) in text.lines().enumerate() {
        for rest in line.split("cargo xtask ").skip(1) {
            let name = rest
                .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
                .next()
                .unwrap_or_default();
            if !name.is_empty() && !name.starts_with('-') && command.find_subcommand(name).is_none()
            {
                problems.push(format!(
                    "README.md:{}: `cargo xtask {name}` is no command",
                    number + 1
                ));
            }
        }
    }
    Ok(())
}

/// All files with this extension that belong to the project.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        if !folder.exists() {
            continue;
        }
        for entry in std::fs::read_dir(&folder)
            .with_context(|| format!("cannot read {}", workspace::shown(&folder)))?
        {
            let path = entry?.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if path.is_dir() {
                if !matches!(name.as_str(), "target" | ".git" | "node_modules") {
                    open.push(path);
                }
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn relative(root: &Path, path: &Path) -> String {
    path.strip_prefix(root)
        .unwrap_or(path)
        .display()
        .to_string()
        .replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_seen_in_every_form() {
        assert_eq!(modules_used("use crate::diag::{Code, Report};"), ["diag"]);
        assert_eq!(
            modules_used("use crate::{diag::Code, ir, names};"),
            ["diag", "ir", "names"]
        );
        assert_eq!(
            modules_used("    crate::ir::Api::of(crate::facts::x)"),
            ["ir", "facts"]
        );
        assert!(modules_used("use serde_json::Value;").is_empty());
    }

    #[test]
    fn crates_are_told_from_modules_of_a_similar_name() {
        assert!(uses_crate("use heck::ToSnakeCase;", "heck") && uses_crate("(heck::x())", "heck"));
        assert!(
            !uses_crate("use super::check::Checker;", "heck") && !uses_crate("// heck", "heck")
        );
    }
}
