//! Packages that use the generated client, checked by cargo.

use crate::support::repository;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folder of a package with this manifest and program, for which a warning is an error.
pub(crate) fn package(name: &str, manifest: &str, main: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let head = format!("[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n");
    let manifest = format!("{head}\n[lints.rust]\nwarnings = \"deny\"\n\n{manifest}");
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.join("src/main.rs"), main).unwrap();
    // The versions are those that everything else is tested with.
    fs::copy(repository().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    folder
}

/// Checks the package in this folder: without the network, unless something is missing.
pub(crate) fn must_compile(folder: &Path) {
    let mut output = check(folder, &["--offline"]);
    if String::from_utf8_lossy(&output.stderr).contains("--offline") {
        output = check(folder, &[]);
    }
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn check(folder: &Path, offline: &[&str]) -> Output {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--quiet"])
        .args(offline)
        .current_dir(folder)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("nested"),
        )
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap()
}
