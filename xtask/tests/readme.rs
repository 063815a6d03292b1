//! The README tells the truth: its program compiles, its diff is what an update gives.

#[path = "support/consumer.rs"]
mod consumer;
mod support;

use similar::TextDiff;
use std::fs;
use support::{Workspace, repository};

/// The blocks of the README in this language.
fn blocks(language: &str) -> Vec<String> {
    let readme = fs::read_to_string(repository().join("README.md")).unwrap();
    let fence = format!("\n```{language}\n");
    let block = |rest: &str| rest.split("\n```\n").next().unwrap().to_owned() + "\n";
    readme.split(&fence).skip(1).map(block).collect()
}

#[test]
fn the_program_compiles_with_the_dependencies() {
    let [program] = blocks("rust").try_into().unwrap();
    let [dependencies] = blocks("toml").try_into().unwrap();
    let client = repository().join("generated-client");
    let dependencies =
        dependencies.replace("../specwright/generated-client", client.to_str().unwrap());
    let manifest = format!("[workspace]\n\n{dependencies}");
    consumer::must_compile(&consumer::package("readme", &manifest, &program));
}

#[test]
fn the_diff_is_that_of_the_update() {
    let workspace = Workspace::new();
    let spec = "spec/seedance-2.0-mini-text-to-video.yaml";
    let types = "generated-client/src/types.rs";
    let before = workspace.files("generated-client/src");
    workspace.replace(
        spec,
        "            - '15'\n",
        "            - '15'\n            - '20'\n",
    );
    workspace.replace(spec, "maximum: 4294967295", "maximum: 1000");
    workspace.run(&["codegen"]).ends(0);
    let mut after = workspace.files("generated-client/src");
    let diff = TextDiff::from_lines(&before["types.rs"], &after["types.rs"])
        .unified_diff()
        .context_radius(1)
        .header(&format!("a/{types}"), &format!("b/{types}"))
        .to_string();
    let [shown] = blocks("diff").try_into().unwrap();
    if std::env::var_os("SPECWRIGHT_BLESS").is_some() {
        let path = repository().join("README.md");
        let readme = fs::read_to_string(&path).unwrap();
        fs::write(path, readme.replace(&shown, &diff)).unwrap();
        return;
    }
    assert!(
        shown == diff,
        "README.md shows another diff (`cargo xtask bless` mends it):\n{diff}"
    );
    after.insert("types.rs".to_owned(), before["types.rs"].clone());
    assert_eq!(before, after, "another file has changed as well");
}

#[test]
fn the_readme_is_short() {
    let lines = fs::read_to_string(repository().join("README.md"))
        .unwrap()
        .lines()
        .count();
    assert!(lines < 150, "{lines} lines");
}

#[test]
fn ci_runs_the_test_command_of_the_readme() {
    let blocks = blocks("console");
    let mut commands = blocks
        .iter()
        .flat_map(|block| block.lines())
        .map(|line| line.strip_prefix("$ ").unwrap());
    let test = commands
        .find(|command| command.starts_with("cargo test"))
        .unwrap();
    let ci = fs::read_to_string(repository().join(".ci/run")).unwrap();
    assert!(ci.contains(test), "{test}");
}
