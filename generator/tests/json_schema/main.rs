//! The official test suite of JSON Schema (`SPECWRIGHT_SHARED` names the folder that has it).

mod formats;
#[path = "../support/packages.rs"]
mod packages;
mod typed;

use serde_json::Value;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A file or folder of the suite; `None`, said aloud, where there is no suite.
fn suite(path: &str) -> Option<PathBuf> {
    let shared = env::var_os("SPECWRIGHT_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    let found = shared.join("suites/json-schema-test-suite").join(path);
    if found.exists() {
        return Some(found);
    }
    let may_skip = env::var_os("SPECWRIGHT_NO_SKIP").is_none_or(|value| value != "1");
    assert!(may_skip, "there is no {}", found.display());
    say(&format!(
        "skipped: no {path} of the suite; SPECWRIGHT_SHARED names the folder that has it"
    ));
    None
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Not `println!`, which the test runner shows for failures only.
fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}
