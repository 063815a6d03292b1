//! Writing a generated folder: all of it or none of it.
//!
//! A complete new folder is made beside the old one and takes its place by renaming. Files that do
//! not change are linked over, so they keep their modification time. Generated files that are no
//! longer made go; files that do not carry the marker were written by hand and stay.

use crate::{text_diff, workspace};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What happens to one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// Its path in the folder, with `/`.
    pub(crate) path: String,
    /// Its text so far, unless it is new.
    pub(crate) old: Option<String>,
    /// Its text from now on, unless it goes.
    pub(crate) new: Option<String>,
}

impl Change {
    /// `added`, `removed` or `changed`.
    pub(crate) fn kind(&self) -> &'static str {
        match (&self.old, &self.new) {
            (None, _) => "added",
            (_, None) => "removed",
            _ => "changed",
        }
    }

    /// Lines added and removed.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let text = |side: &Option<String>| side.clone().unwrap_or_default();
        text_diff::counts(&text(&self.old), &text(&self.new))
    }
}

/// How the folder differs from `files`, by path.
pub(crate) fn changes(folder: &Path, files: &BTreeMap<String, String>) -> Result<Vec<Change>> {
    let mut present = BTreeMap::new();
    if folder.exists() {
        collect(folder, folder, &mut present)?;
    }
    let mut changes = Vec::new();
    for (path, new) in files {
        let old = present
            .remove(path)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        if old.as_ref() != Some(new) {
            changes.push(Change {
                path: path.clone(),
                old,
                new: Some(new.clone()),
            });
        }
    }
    for (path, bytes) in present {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if is_generated(&text) {
            changes.push(Change {
                path,
                old: Some(text),
                new: None,
            });
        }
    }
    changes.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(changes)
}

/// Applies the changes to the folder as one step.
pub(crate) fn apply(folder: &Path, changes: &[Change]) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let parent = folder.parent().unwrap_or(Path::new("."));
    let name = folder
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    fs::create_dir_all(parent)
        .with_context(|| format!("cannot create {}", workspace::shown(parent)))?;
    let fresh = Temporary(parent.join(format!(".{name}.new.{}", std::process::id())));
    let retired = Temporary(parent.join(format!(".{name}.old.{}", std::process::id())));
    fresh.clear();
    build(folder, &fresh.0, changes)
        .with_context(|| format!("cannot write {}", workspace::shown(&fresh.0)))?;
    let replace = || -> std::io::Result<()> {
        if !folder.exists() {
            return fs::rename(&fresh.0, folder);
        }
        fs::rename(folder, &retired.0)?;
        fs::rename(&fresh.0, folder).inspect_err(|_| {
            let _ = fs::rename(&retired.0, folder);
        })
    };
    replace().with_context(|| format!("cannot replace {}", workspace::shown(folder)))
}

/// A folder that goes when it is no longer needed.
struct Temporary(PathBuf);

impl Temporary {
    fn clear(&self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        self.clear();
    }
}

fn build(folder: &Path, fresh: &Path, changes: &[Change]) -> Result<()> {
    fs::create_dir_all(fresh)?;
    let mut present = BTreeMap::new();
    if folder.exists() {
        collect(folder, folder, &mut present)?;
    }
    for path in present
        .keys()
        .filter(|path| !changes.iter().any(|change| change.path == **path))
    {
        let (from, to) = (folder.join(path), fresh.join(path));
        create_parent(&to)?;
        if fs::hard_link(&from, &to).is_err() {
            let modified = fs::metadata(&from)?.modified()?;
            fs::copy(&from, &to)?;
            fs::File::options()
                .write(true)
                .open(&to)?
                .set_modified(modified)?;
        }
    }
    for change in changes {
        if let Some(text) = &change.new {
            let to = fresh.join(&change.path);
            create_parent(&to)?;
            fs::write(&to, text)?;
        }
    }
    Ok(())
}

fn create_parent(path: &Path) -> Result<()> {
    path.parent()
        .map_or(Ok(()), |parent| Ok(fs::create_dir_all(parent)?))
}

/// All files below a folder, by their path in it.
fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", workspace::shown(folder)))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let relative = path.strip_prefix(root).unwrap_or(&path);
            let name = relative.to_string_lossy().replace('\\', "/");
            files.insert(
                name,
                fs::read(&path)
                    .with_context(|| format!("cannot read {}", workspace::shown(&path)))?,
            );
        }
    }
    Ok(())
}

/// Whether a file carries the marker in its first line.
pub(crate) fn is_generated(text: &str) -> bool {
    text.lines()
        .next()
        .is_some_and(|line| line.contains(specwright::MARKER))
}
