//! `cargo xtask corpus` and `cargo xtask bench`, over folders made for it.

use crate::support::{Run, Workspace};
use serde_json::{Value, json};

/// A description with one operation and one schema, and more members of that.
fn description(schema: &Value) -> String {
    json!({
        "openapi": "3.0.3", "info": {"title": "T", "version": "1"},
        "paths": {"/a": {"get": {"responses": {"200": {"description": "D", "content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/A"}
        }}}}}}},
        "components": {"schemas": {"A": schema}}
    })
    .to_string()
}

fn good() -> String {
    description(&json!({"type": "object", "properties": {"b": {"type": "string"}}}))
}

fn document(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}:\n{}", run.stdout))
}

#[test]
fn each_description_has_its_outcome() {
    let workspace = Workspace::new();
    workspace.write("apis/a.com/good.json", &good());
    workspace.write("apis/a.com/readme.txt", "no description");
    workspace.write(
        "apis/bad.yaml",
        &description(&json!({"$ref": "#/components/schemas/B"})),
    );
    let run = workspace
        .run(&["corpus", "--folder", "apis", "--format", "json"])
        .ends(1);
    let found = document(&run);
    let all = found["descriptions"].as_array().unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(
        (&all[0]["name"], &all[0]["kind"]),
        (&json!("a.com/good.json"), &json!("generated"))
    );
    assert_eq!(all[0]["operations"], 1);
    assert_eq!(
        (&all[1]["name"], &all[1]["kind"]),
        (&json!("bad.yaml"), &json!("refused"))
    );
    assert_eq!(all[1]["refusals"][0]["code"], "E0609");
    assert_eq!(all[1]["refusals"][0]["line"], 1);

    workspace.write("cover.txt", "# the good one\na.com/good.json\n");
    let run = workspace
        .run(&["corpus", "--folder", "apis", "--cover", "cover.txt"])
        .ends(0);
    assert!(run.stdout.contains("1 others"), "{}", run.stdout);
    workspace.write("cover.txt", "gone.json\n");
    let run = workspace
        .run(&["corpus", "--folder", "apis", "--cover", "cover.txt"])
        .ends(1);
    assert!(
        run.stderr.contains("cover.txt:1: `gone.json`"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_seed_of_a_sample_is_printed() {
    let workspace = Workspace::new();
    for number in 0..20 {
        workspace.write(&format!("apis/{number}.json"), &good());
    }
    let names = |run: &Run| -> Vec<String> {
        let found = document(run);
        let all = found["descriptions"].as_array().unwrap().iter();
        all.map(|one| one["name"].as_str().unwrap().to_owned())
            .collect()
    };
    let sample = [
        "corpus", "--folder", "apis", "--format", "json", "--sample", "3",
    ];
    let first = workspace.run(&sample).ends(0);
    assert!(
        first.stderr.contains("generated: 3 of 3\n"),
        "{}",
        first.stderr
    );
    let (_, rest) = first.stderr.split_once("`--seed ").unwrap();
    let seed = rest.split('`').next().unwrap();
    let again = workspace
        .run(&[&sample[..], &["--seed", seed]].concat())
        .ends(0);
    assert_eq!(names(&first).len(), 3);
    assert_eq!(names(&first), names(&again));
}

#[test]
fn an_empty_folder_is_an_error() {
    let workspace = Workspace::new();
    workspace.write("apis/readme.txt", "nothing");
    let run = workspace.run(&["corpus", "--folder", "apis"]).ends(1);
    assert!(
        run.stderr.contains("there is no description in apis"),
        "{}",
        run.stderr
    );
    let run = workspace.run(&["corpus", "--folder", "gone"]).ends(1);
    assert!(run.stderr.contains("cannot read gone"), "{}", run.stderr);
}

#[test]
fn ratios_are_measured() {
    let workspace = Workspace::new();
    workspace.write("a.json", &good());
    let arguments = [
        "bench", "generate", "--runs", "1", "--format", "json", "a.json",
    ];
    let found = document(&workspace.run(&arguments).ends(0));
    let one = &found[0];
    assert_eq!(one["measured"]["operations"], 1);
    assert!(one["measured"]["lines"].as_u64().unwrap() > 50, "{one}");
    assert!(one["time_ratio"].as_f64().unwrap() > 0.0, "{one}");
    workspace
        .run(&[&arguments[..], &["--most", "0.0001"]].concat())
        .ends(1);

    workspace.write("a.json", &description(&json!({"$ref": "#/nothing"})));
    let run = workspace.run(&arguments).ends(1);
    assert!(
        run.stderr.contains("a.json cannot be generated"),
        "{}",
        run.stderr
    );
}
