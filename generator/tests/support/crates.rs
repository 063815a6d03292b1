//! The crates of cases, as packages of one workspace.

use crate::methods::methods;
use crate::packages::{write_package, write_root};
use crate::support;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders of all cases, by name.
pub(crate) fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = fs::read_dir(folder).unwrap();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// Writes the workspace of these cases.
pub(crate) fn write_workspace(workspace: &Path, cases: &[PathBuf]) {
    let packages: Vec<String> = cases.iter().map(|case| package(case)).collect();
    for (package, case) in packages.iter().zip(cases) {
        let text = fs::read_to_string(case.join("spec.yaml")).unwrap();
        let folder = workspace.join(package);
        let files = support::files(case);
        write_package(&folder, package, &text, &files, methods(case), "");
    }
    write_root(workspace, &packages);
}

/// The name of the package of a case.
pub(crate) fn package(case: &Path) -> String {
    let topic = case.file_name().unwrap().to_string_lossy();
    format!("case-{}", topic.replace('_', "-"))
}
