//! Which descriptions are taken.

use super::Arguments;
use crate::workspace;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One description of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Description {
    /// Its path in the folder, with `/`.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// The package that is made of it; no other description has the same.
    pub(crate) package: String,
    /// Its size in bytes.
    pub(crate) size: u64,
}

impl Description {
    /// One description, wherever it is.
    pub(crate) fn at(path: &Path) -> Result<Self> {
        let metadata = std::fs::metadata(path)
            .with_context(|| format!("cannot read {}", workspace::shown(path)))?;
        let name = workspace::shown(path);
        Ok(Self {
            package: package(&name),
            name,
            path: path.to_owned(),
            size: metadata.len(),
        })
    }
}

/// The descriptions that the command line asks for, by name, and the seed of a choice by chance.
pub(super) fn choose(
    folder: &Path,
    arguments: &Arguments,
) -> Result<(Vec<Description>, Option<u64>)> {
    let all = descriptions(folder)?;
    if all.is_empty() {
        bail!("there is no description in {}", workspace::shown(folder));
    }
    if let Some(list) = &arguments.cover {
        return Ok((listed(all, list)?, None));
    }
    let Some(count) = arguments.sample else {
        return Ok((all, None));
    };
    let seed = arguments.seed.unwrap_or_else(|| {
        let seed = fastrand::u64(..);
        eprintln!("`--seed {seed}` makes the same choice again");
        seed
    });
    Ok((sample(all, count, seed), Some(seed)))
}

fn sample(all: Vec<Description>, count: usize, seed: u64) -> Vec<Description> {
    let mut chosen = fastrand::Rng::with_seed(seed).choose_multiple(all, count);
    chosen.sort_by(|a, b| a.name.cmp(&b.name));
    chosen
}

/// Those that a file lists; empty lines and those with `#` in front do not count.
fn listed(all: Vec<Description>, list: &Path) -> Result<Vec<Description>> {
    let text = workspace::read(list)?;
    let mut by_name: BTreeMap<String, Description> = all
        .into_iter()
        .map(|description| (description.name.clone(), description))
        .collect();
    let mut chosen = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match by_name.remove(line) {
            Some(description) => chosen.push(description),
            None => bail!(
                "{}:{number}: `{line}` is not in the folder, or stands twice",
                workspace::shown(list)
            ),
        }
    }
    Ok(chosen)
}

/// All files of the folder that can be descriptions, by name.
pub(crate) fn descriptions(folder: &Path) -> Result<Vec<Description>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(here) = open.pop() {
        let context = || format!("cannot read {}", workspace::shown(&here));
        for entry in std::fs::read_dir(&here).with_context(context)? {
            let entry = entry.with_context(context)?;
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let extension = path.extension().and_then(|extension| extension.to_str());
            if matches!(extension, Some("json" | "yaml" | "yml")) {
                let name = path.strip_prefix(folder).unwrap_or(&path);
                found.push(Description {
                    name: name.display().to_string().replace('\\', "/"),
                    package: String::new(),
                    size: entry.metadata().with_context(context)?.len(),
                    path,
                });
            }
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    let mut taken = BTreeMap::new();
    for description in &mut found {
        let stem = package(&description.name);
        let count: &mut usize = taken.entry(stem.clone()).or_default();
        *count += 1;
        // Other names end like files.
        description.package = match count {
            1 => stem,
            count => format!("{stem}-{count}"),
        };
    }
    Ok(found)
}

/// A package name; `of-` in front keeps it apart from the packages that crates depend on.
fn package(name: &str) -> String {
    let mut package = "of".to_owned();
    let words = name.to_lowercase();
    for word in words.split(|c: char| !c.is_ascii_alphanumeric()) {
        if !word.is_empty() {
            package.push('-');
            package.push_str(word);
        }
    }
    package
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(count: usize) -> Vec<Description> {
        let one = |index: usize| Description {
            name: format!("{index:03}.json"),
            path: PathBuf::new(),
            package: String::new(),
            size: 0,
        };
        (0..count).map(one).collect()
    }

    #[test]
    fn a_seed_makes_the_same_choice_again() {
        let first = sample(some(100), 10, 7);
        assert_eq!(first, sample(some(100), 10, 7));
        assert_ne!(first, sample(some(100), 10, 8));
        assert_eq!(first.len(), 10);
        assert_eq!(sample(some(3), 10, 7), some(3));
    }

    #[test]
    fn packages_differ_where_names_differ_by_signs_only() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.b.json", "a_b.json", "a/b.yaml", "no.txt"] {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "").unwrap();
        }
        let found = descriptions(folder.path()).unwrap();
        let packages: Vec<&str> = found.iter().map(|one| one.package.as_str()).collect();
        assert_eq!(packages, ["of-a-b-json", "of-a-b-yaml", "of-a-b-json-2"]);
    }
}
