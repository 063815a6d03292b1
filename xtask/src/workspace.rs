//! Where things are in the workspace, and how paths are shown.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The root of the workspace. `SPECWRIGHT_ROOT` names another one, which tests use.
pub(crate) fn root() -> PathBuf {
    if let Some(root) = std::env::var_os("SPECWRIGHT_ROOT") {
        return PathBuf::from(root);
    }
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The target folder that this program was built in.
///
/// # Errors
///
/// When the system does not tell where the program is.
pub(crate) fn target() -> Result<PathBuf> {
    let program = std::env::current_exe().context("cannot find this program")?;
    let target = program.parent().and_then(Path::parent);
    Ok(target.unwrap_or(Path::new(".")).to_owned())
}

/// A path as a person would write it here.
pub(crate) fn shown(path: &Path) -> String {
    let relative = std::env::current_dir()
        .ok()
        .and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    relative
        .as_deref()
        .unwrap_or(path)
        .display()
        .to_string()
        .replace('\\', "/")
}

/// Reads a text file.
pub(crate) fn read(path: &Path) -> Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", shown(path)))?;
    String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8 text", shown(path)))
}

/// Writes a file as a whole or not at all.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", shown(folder)))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = folder.join(format!(".{name}.{}", std::process::id()));
    let result = std::fs::write(&temporary, text).and_then(|()| std::fs::rename(&temporary, path));
    if result.is_err() {
        let _ = std::fs::remove_file(&temporary);
    }
    result.with_context(|| format!("cannot write {}", shown(path)))
}
