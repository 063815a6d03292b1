//! `cargo xtask lint`.

use crate::support::Workspace;
use serde_json::{Value, json};

const PARCELS: &str = "\
openapi: 3.0.3
info: {title: Parcels, version: 1.0.0}
paths:
  /parcels/{id}:
    get:
      operationId: getParcel
      parameters: [{name: id, in: path, required: true, schema: {type: string}, example: 7}]
      responses: {'200': {$ref: 'my parts.yaml#/components/responses/Parcel'}}
components:
  schemas:
    Unused: {type: string}
";

const PARTS: &str = "\
components:
  responses:
    Parcel:
      description: The parcel.
      content:
        application/json:
          schema: {type: object, properties: {size: {type: string, enum: [S, M]}}}
          example: {size: L}
";

fn workspace() -> Workspace {
    let workspace = Workspace::new();
    workspace.write("api/parcels.yaml", PARCELS);
    workspace.write("api/my parts.yaml", PARTS);
    workspace
}

#[test]
fn findings_are_printed_with_their_place() {
    let workspace = workspace();
    let run = workspace.run(&["lint", "api/parcels.yaml"]).ends(0);
    for wanted in [
        "note[N1002]: nothing uses the component `Unused`\n  --> api/parcels.yaml:11:5\n",
        "warning[W1003]: the example does not fit its schema: `7` is no string\n --> api/parcels.yaml:7:90\n",
        "warning[W1003]: the example does not fit its schema: `\"L\"` is not in `enum`\n --> api/my parts.yaml:8:27\n",
    ] {
        assert!(run.stdout.contains(wanted), "{wanted}\n{}", run.stdout);
    }
    assert_eq!(
        run.stderr,
        "0 errors, 2 warnings, 1 note; `cargo xtask explain CODE` says more\n"
    );
    // Only `lint` looks for these.
    let arguments = ["codegen", "--spec", "api/parcels.yaml", "--out", "out"];
    assert_eq!(workspace.run(&arguments).ends(0).stderr, "");
}

#[test]
fn codes_can_be_denied_and_allowed() {
    let workspace = workspace();
    let lint = |options: &[&str]| workspace.run(&[&["lint", "api/parcels.yaml"], options].concat());
    let denied = lint(&["--deny", "W1003"]).ends(1);
    assert!(denied.stderr.ends_with("error: denied findings: W1003\n"));
    lint(&["--deny", "w1001"]).ends(0);
    let both = lint(&["--deny", "W1003", "--allow", "W1003"]).ends(1);
    assert!(both.stderr.contains("W1003 is both denied and allowed"));
    lint(&["--allow", "E0401"]).ends(2);
    let run = lint(&["--allow", "W1003", "--allow", "n1002"]).ends(0);
    assert_eq!(run.stdout, "");
    assert_eq!(run.stderr, "nothing was found\n");
    lint(&["--deny", "W9999"]).ends(2);
    workspace.replace("api/parcels.yaml", "my parts.yaml", "no parts.yaml");
    lint(&[]).ends(1);
}

#[test]
fn programs_get_one_document() {
    let workspace = workspace();
    let lint = |arguments: &[&str]| -> Value {
        let run = workspace.run(&[&["lint", "--format", "json"], arguments].concat());
        serde_json::from_str(&run.stdout).unwrap()
    };
    let found = lint(&["api/parcels.yaml", "--allow", "N1002"]);
    assert_eq!(
        (&found["warnings"], &found["notes"]),
        (&json!(2), &json!(0))
    );
    assert_eq!(found["findings"][1]["file"], "api/my parts.yaml");
    let failed = lint(&["nowhere.yaml"]);
    assert_eq!(failed["errors"], 1);
    assert!(failed["message"].as_str().unwrap().contains("nowhere.yaml"));
}

#[test]
fn sarif_has_rules_and_places() {
    let workspace = workspace();
    let run = workspace.run(&["lint", "api/parcels.yaml", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&run.ends(0).stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert_eq!(
            rules[index]["defaultConfiguration"]["level"],
            result["level"]
        );
    }
    let place = &results[2]["locations"][0]["physicalLocation"];
    assert_eq!(
        *place,
        json!({
            "artifactLocation": {"uri": "api/my%20parts.yaml"},
            "region": {"startLine": 8, "startColumn": 27},
        })
    );
    let failed = workspace.run(&["lint", "nowhere.yaml", "--format", "sarif"]);
    let failed: Value = serde_json::from_str(&failed.ends(1).stdout).unwrap();
    let invocation = &failed["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
}

#[test]
fn the_bundled_description_is_the_default() {
    let workspace = Workspace::new();
    let run = workspace.run(&["lint", "--format", "json"]).ends(0);
    let found: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(found["errors"], 0);
    let spec = "spec/seedance-2.0-mini-text-to-video.yaml";
    workspace.replace(spec, "openapi: 3.0.1", "openapi: 9.0.1");
    workspace.run(&["lint"]).ends(1);
}
