//! Compiles the crates of all golden cases, with every lint that a user might turn on.

#[path = "support/crates.rs"]
mod crates;
#[path = "support/methods.rs"]
mod methods;
#[path = "support/packages.rs"]
mod packages;
mod support;

use crates::{cases, write_workspace};
use packages::cargo;
use std::path::Path;

#[test]
fn all_cases_and_their_examples_compile_without_a_warning() {
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cases");
    write_workspace(&workspace, &cases());
    let clippy = cargo(
        &workspace,
        &[
            "clippy",
            "--workspace",
            "--lib",
            "--examples",
            "--all-features",
            "--keep-going",
        ],
        &[],
    );
    assert!(
        clippy.status.success(),
        "clippy:\n{}",
        String::from_utf8_lossy(&clippy.stderr)
    );
    let doc = cargo(
        &workspace,
        &[
            "doc",
            "--workspace",
            "--all-features",
            "--no-deps",
            "--keep-going",
        ],
        &[],
    );
    assert!(
        doc.status.success(),
        "rustdoc:\n{}",
        String::from_utf8_lossy(&doc.stderr)
    );
}
