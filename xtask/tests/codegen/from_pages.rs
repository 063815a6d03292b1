//! `import`: pages as vendors publish them.

use crate::support::Workspace;
use std::fs::File;

const SPEC: &str = "spec/seedance-2.0-mini-text-to-video.yaml";
const YAML: &str = "openapi: 3.0.1\ninfo:\n  title: A\n  version: 1.0.0\n  description: |\n    ```\n    code\n    ```\npaths: {}\n";

fn page(yaml: &str) -> String {
    format!("# A page\n\nSome text.\n\n````yaml a.json POST /v1/videos\n{yaml}````\n\nMore text.\n")
}

#[test]
fn a_page_becomes_the_bundled_description() {
    let workspace = Workspace::new();
    workspace.write("page.md", &page(YAML));
    let run = workspace.run(&["import", "page.md"]).ends(0);
    assert_eq!(
        run.stdout,
        format!("{SPEC}: 9 lines from page.md\nnext: cargo xtask codegen\n")
    );
    assert_eq!(workspace.read(SPEC), YAML);
    let again = workspace.run(&["import", "page.md"]).ends(0);
    assert_eq!(again.stdout, format!("{SPEC} is up to date\n"));
}

#[test]
fn the_bundled_description_can_be_imported_again() {
    let workspace = Workspace::new();
    let bundled = workspace.read(SPEC);
    workspace.write("page.md", &page(&bundled));
    workspace
        .run(&["import", "page.md", "--to", "again/a.yaml"])
        .ends(0);
    assert_eq!(workspace.read("again/a.yaml"), bundled);
}

#[test]
fn a_page_from_standard_input() {
    let workspace = Workspace::new();
    workspace.write("page.md", &page(YAML));
    let stdin = File::open(workspace.path("page.md")).unwrap();
    let run = workspace.run_with(&["import", "-"], stdin).ends(0);
    assert!(
        run.stdout.contains("9 lines from standard input"),
        "{}",
        run.stdout
    );
    assert_eq!(workspace.read(SPEC), YAML);
}

#[test]
fn lines_may_end_as_on_windows() {
    let workspace = Workspace::new();
    workspace.write("page.md", &page(YAML).replace('\n', "\r\n"));
    workspace.run(&["import", "page.md"]).ends(0);
    assert_eq!(workspace.read(SPEC), YAML.replace('\n', "\r\n"));
    workspace.run(&["codegen", "--no-overlay"]).ends(0);
}

#[test]
fn a_bare_description_is_taken_as_it_stands() {
    let workspace = Workspace::new();
    for text in [
        YAML,
        "{\"openapi\": \"3.0.1\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}}\n",
    ] {
        workspace.write("bare", text);
        workspace.run(&["import", "bare"]).ends(0);
        assert_eq!(workspace.read(SPEC), text);
    }
}

#[test]
fn nothing_is_written_unless_the_page_is_clear() {
    let workspace = Workspace::new();
    let bundled = workspace.read(SPEC);
    let two = page(YAML) + &page(YAML);
    let cut_off = page(YAML).replace("````\n\nMore text.\n", "");
    let broken = page("openapi: 3.0.1\ninfo: {title: [\n");
    let none = "# Not found\n\n```json\n{}\n```\n".to_owned();
    for (text, message) in [
        (
            two,
            "page.md: the page has several descriptions, at lines 5, 22",
        ),
        (
            cut_off,
            "page.md: the block that begins at line 5 has no end",
        ),
        (broken, "page.md: the description in it cannot be read"),
        (
            none,
            "page.md: the page has no fenced block that begins with `openapi:`",
        ),
    ] {
        workspace.write("page.md", &text);
        let run = workspace.run(&["import", "page.md"]).ends(1);
        assert!(run.stderr.contains(message), "{}", run.stderr);
        assert_eq!(workspace.read(SPEC), bundled);
    }
    let run = workspace.run(&["import", "absent.md"]).ends(1);
    assert!(
        run.stderr.starts_with("error: cannot read absent.md: "),
        "{}",
        run.stderr
    );
}
