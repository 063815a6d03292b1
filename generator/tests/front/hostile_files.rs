//! Files that are made to hang the reader, or to exhaust memory.

use crate::several_files::{Bundled, bundled, files, root};
use specwright::bundle::{FileError, Files};
use std::collections::BTreeMap;

fn codes(found: &Bundled) -> Vec<&str> {
    found
        .report
        .diagnostics()
        .map(|finding| finding.code.as_str())
        .collect()
}

/// Files that go on for ever, each with a reference to the next.
#[derive(Debug)]
struct Endless;

impl Files for Endless {
    fn read(&self, path: &str) -> Result<String, FileError> {
        let number: usize = path
            .trim_end_matches(".yaml")
            .parse()
            .map_err(|_| FileError::Missing)?;
        Ok(format!(
            "type: array\nitems: {{$ref: {}.yaml}}\n",
            number + 1
        ))
    }
}

#[test]
fn hostile_files_end() {
    let found = bundled(&root("A: {$ref: 0.yaml}"), &Endless);
    assert_eq!(codes(&found), ["E0309"]);
    assert_eq!(found.texts.len(), 1000);
    // Each path item holds the next one ten times over.
    let mut many: Vec<(String, String)> = Vec::new();
    for number in 0..12 {
        let next = format!("{{$ref: p{}.yaml}}", number + 1);
        let ways: Vec<String> = (0..10).map(|way| format!("'{way}': {next}")).collect();
        many.push((
            format!("p{number}.yaml"),
            format!(
                "get: {{responses: {{}}, callbacks: {{c: {{{}}}}}}}",
                ways.join(", ")
            ),
        ));
    }
    many.push((
        "p12.yaml".to_owned(),
        format!("summary: {}", "x".repeat(1000)),
    ));
    let text = "openapi: 3.0.4\ninfo: {title: T, version: '1'}\npaths: {/a: {$ref: p0.yaml}}\n";
    let found = bundled(text, &many.into_iter().collect::<BTreeMap<_, _>>());
    assert!(
        codes(&found).contains(&"E0304"),
        "{:?}",
        &codes(&found)[..5]
    );
}

#[test]
fn small_texts_with_large_values_count_by_their_values() {
    let text = format!(
        "a: &a [{}]\nb: [{}]\n",
        vec!["x".repeat(1000); 10].join(", "),
        vec!["*a"; 90].join(", ")
    );
    let bombs = (0..300).map(|number| (format!("{number}.yaml"), text.clone()));
    let uses: Vec<String> = (0..300)
        .map(|number| format!("S{number}: {{$ref: {number}.yaml}}"))
        .collect();
    let found = bundled(&root(&uses.join(", ")), &bombs.collect::<BTreeMap<_, _>>());
    assert!(codes(&found).contains(&"E0309"));
    // What cannot be read has taken its time as well.
    let broken = (0..300).map(|number| (format!("{number}.yaml"), "a: b: c".to_owned()));
    let found = bundled(&root(&uses.join(", ")), &broken.collect::<BTreeMap<_, _>>());
    assert!(codes(&found).contains(&"E0101") && codes(&found).contains(&"E0309"));
}

#[test]
fn circles_of_what_takes_the_place_of_a_reference_end() {
    let text = "openapi: 3.0.4\ninfo: {title: T, version: '1'}\npaths: {/a: {$ref: p0.yaml}}\n";
    let found = bundled(
        text,
        &files(&[("p0.yaml", "$ref: p1.yaml"), ("p1.yaml", "$ref: p0.yaml")]),
    );
    assert_eq!(codes(&found), ["W0306"]);
    let found = bundled(
        "openapi: 3.0.4\npaths: {$ref: a.yaml}\n",
        &files(&[("a.yaml", "$ref: b.yaml"), ("b.yaml", "$ref: a.yaml")]),
    );
    assert!(codes(&found).contains(&"W0306"), "{:?}", codes(&found));
    assert!(codes(&found).contains(&"E0312"), "{:?}", codes(&found));
}
