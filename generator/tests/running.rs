//! Runs what golden cases do at run time, where the bundled client has nothing of the kind: the
//! program `wire.rs` of a case is a test of its crate.

#[path = "support/crates.rs"]
mod crates;
#[path = "support/methods.rs"]
mod methods;
#[path = "support/packages.rs"]
mod packages;
mod support;

use crates::{cases, package, write_workspace};
use packages::{cargo, write};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn the_programs_of_cases_succeed() {
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join("running");
    let cases = cases().into_iter();
    let cases: Vec<PathBuf> = cases.filter(|case| case.join("wire.rs").exists()).collect();
    assert!(!cases.is_empty(), "no case has a program");
    write_workspace(&workspace, &cases);
    for case in &cases {
        let package = workspace.join(package(case));
        let program = fs::read_to_string(case.join("wire.rs")).unwrap();
        write(&package.join("tests/wire.rs"), &program);
    }
    let run = cargo(
        &workspace,
        &["test", "--workspace", "--all-features", "--test", "*"],
        &[],
    );
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        run.status.success(),
        "{}\n{}",
        text(&run.stdout),
        text(&run.stderr)
    );
}
