//! Writing a generated folder: all of it or none of it.
//!
//! A complete new folder is made beside the old one and takes its place by renaming. Files that do
//! not change are linked over, so they keep their modification time. Generated files that are no
//! longer made go; files that do not carry the marker were written by hand and stay.
//!
//! There are two renames, so a kill between them leaves the old folder under another name:
//! [`recover`] puts it back at the next run.

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

    /// Whether a file that was written by hand is in the way.
    pub(crate) fn is_foreign(&self) -> bool {
        self.old.as_ref().is_some_and(|old| !is_generated(old))
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

/// Ends what a run that was killed has begun.
pub(crate) fn recover(folder: &Path) -> Result<()> {
    let retired = beside(folder, "old");
    if !folder.exists() && retired.exists() {
        fs::rename(&retired, folder)
            .with_context(|| format!("cannot put back {}", workspace::shown(folder)))?;
    }
    Ok(())
}

/// Applies the changes to the folder as one step.
pub(crate) fn apply(folder: &Path, changes: &[Change]) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let parent = folder.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)
        .with_context(|| format!("cannot create {}", workspace::shown(parent)))?;
    let fresh = Temporary::new(beside(folder, "new"));
    let retired = Temporary::new(beside(folder, "old"));
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

/// The hidden folder of this kind beside `folder`.
fn beside(folder: &Path, kind: &str) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.{kind}"))
}

/// A folder that is empty at first and goes when it is no longer needed.
struct Temporary(PathBuf);

impl Temporary {
    fn new(path: PathBuf) -> Self {
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
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

/// All files below a folder, by their path in it. Links are taken as they stand, without a text.
fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let shown = |path: &Path| format!("cannot read {}", workspace::shown(path));
    for entry in fs::read_dir(folder).with_context(|| shown(folder))? {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_dir() {
            collect(root, &path, files)?;
            continue;
        }
        let name = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .to_string_lossy()
            .replace('\\', "/");
        let bytes = if kind.is_file() {
            fs::read(&path).with_context(|| shown(&path))?
        } else {
            Vec::new()
        };
        files.insert(name, bytes);
    }
    Ok(())
}

/// Whether a file carries the marker in its first line.
pub(crate) fn is_generated(text: &str) -> bool {
    text.lines()
        .next()
        .is_some_and(|line| line.contains(specwright::MARKER))
}
