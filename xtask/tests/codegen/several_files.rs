//! Descriptions of several files, in real folders.

use crate::support::Workspace;
use serde_json::Value;

const ROOT: &str = "\
openapi: 3.0.4
info: {title: Parcels, version: 1.0.0}
paths:
  /parcels/{id}: {$ref: paths/parcel.yaml}
components:
  schemas:
    Parcel: {$ref: schemas/parcel.json}
    Size: {$ref: 'https://parcels.example/size.yaml'}
";

const ITEM: &str = "\
get:
  operationId: getParcel
  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
  responses:
    '200':
      description: The parcel.
      content: {application/json: {schema: {$ref: ../api.yaml#/components/schemas/Parcel}}}
";

const OVERLAY: &str = "\
overlay: 1.0.0
info: {title: Local copies, version: 1.0.0}
actions:
  - target: $.components.schemas.Size
    update: {$ref: schemas/size.yaml}
";

const ARGUMENTS: &[&str] = &[
    "codegen",
    "--spec",
    "api/api.yaml",
    "--overlay",
    "overlay.yaml",
    "--out",
    "out",
];

fn workspace() -> Workspace {
    let workspace = Workspace::new();
    workspace.write("api/api.yaml", ROOT);
    workspace.write("api/paths/parcel.yaml", ITEM);
    workspace.write(
        "api/schemas/parcel.json",
        r#"{"type": "object", "properties": {"size": {"$ref": "../api.yaml#/components/schemas/Size"}}}"#,
    );
    workspace.write("api/schemas/size.yaml", "type: string\nenum: [S, M]\n");
    workspace.write("overlay.yaml", OVERLAY);
    workspace
}

#[test]
fn the_files_become_one_crate() {
    let workspace = workspace();
    let run = workspace.run(ARGUMENTS).ends(0);
    assert_eq!(run.stderr, "");
    let types = workspace.read("out/src/types.rs");
    assert!(
        types.contains("pub size: Option<Size> = optional(\"size\"),"),
        "{types}"
    );
    // A change in any of the files is seen.
    let check = [ARGUMENTS, &["--check"]].concat();
    workspace.run(&check).ends(0);
    workspace.write("api/schemas/size.yaml", "type: string\nenum: [S, M, L]\n");
    let stale = workspace.run(&check).ends(1);
    assert!(
        stale.stdout.contains("+        L = \"L\","),
        "{}",
        stale.stdout
    );
    let dry = workspace.run(&[ARGUMENTS, &["--dry-run"]].concat()).ends(0);
    assert!(dry.stdout.contains("+        L = \"L\","), "{}", dry.stdout);
    assert!(!workspace.read("out/src/types.rs").contains("L = \"L\""));
}

#[test]
fn merge_prints_one_document() {
    let workspace = workspace();
    let run = workspace.run(&[
        "merge",
        "--spec",
        "api/api.yaml",
        "--overlay",
        "overlay.yaml",
    ]);
    let merged: Value = serde_json::from_str(&run.ends(0).stdout).unwrap();
    assert_eq!(
        merged["paths"]["/parcels/{id}"]["get"]["operationId"],
        "getParcel"
    );
    let schemas = &merged["components"]["schemas"];
    assert_eq!(
        schemas["Parcel"]["properties"]["size"]["$ref"],
        "#/components/schemas/Size"
    );
    assert_eq!(schemas["Size"]["type"], "string");
    assert!(!merged.to_string().contains(".yaml"), "{merged}");
}

#[test]
fn findings_show_the_file_and_nothing_is_written() {
    let workspace = workspace();
    workspace.write(
        "api/schemas/parcel.json",
        "{\n  \"properties\": {\n    \"size\": {\"$ref\": \"sice.yaml\"}\n  }\n}\n",
    );
    let run = workspace.run(ARGUMENTS).ends(1);
    let wanted = "warning[W0308]: there is no file `api/schemas/sice.yaml`\n --> api/schemas/parcel.json:3:22\n";
    assert!(run.stderr.starts_with(wanted), "{}", run.stderr);
    assert!(
        run.stderr
            .contains("help: there is `api/schemas/size.yaml`"),
        "{}",
        run.stderr
    );
    assert!(!workspace.path("out").exists());
    let json = workspace.run(&[ARGUMENTS, &["--format", "json"]].concat());
    let json: Value = serde_json::from_str(&json.ends(1).stdout).unwrap();
    assert_eq!(json["findings"][0]["file"], "api/schemas/parcel.json");
    assert_eq!(json["findings"][0]["line"], 3);
    // A syntax error is shown in the file that has it.
    workspace.write(
        "api/schemas/parcel.json",
        "{\n  \"type\": \"object\"\n  \"properties\": {}\n}\n",
    );
    let run = workspace.run(ARGUMENTS).ends(1);
    assert!(
        run.stderr.contains("error[E0101]")
            && run.stderr.contains("--> api/schemas/parcel.json:3:3"),
        "{}",
        run.stderr
    );
}

#[test]
fn nothing_outside_the_folder_is_read() {
    let workspace = workspace();
    workspace.write("shared/size.yaml", "type: string\nenum: [XL]\n");
    workspace.replace("overlay.yaml", "schemas/size.yaml", "../shared/size.yaml");
    let run = workspace.run(ARGUMENTS).ends(1);
    assert!(
        run.stderr
            .contains("warning[W0307]: `api/../shared/size.yaml` lies outside the folder"),
        "{}",
        run.stderr
    );
    let allowed = [ARGUMENTS, &["--allow-refs-outside", "shared"]].concat();
    let stale = workspace
        .run(&[&allowed[..], &["--check"]].concat())
        .ends(1);
    assert!(
        stale.stderr.contains("--allow-refs-outside shared`"),
        "{}",
        stale.stderr
    );
    workspace.run(&allowed).ends(0);
    assert!(
        workspace
            .read("out/src/types.rs")
            .contains("    Xl = \"XL\",")
    );
    let merge = [
        "merge",
        "--spec",
        "api/api.yaml",
        "--overlay",
        "overlay.yaml",
    ];
    workspace.run(&merge).ends(1);
    workspace
        .run(&[&merge[..], &["--allow-refs-outside", "shared"]].concat())
        .ends(0);
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_no_way_out() {
    let workspace = workspace();
    workspace.write("secret.yaml", "type: string\nenum: [secret]\n");
    let size = workspace.path("api/schemas/size.yaml");
    std::fs::remove_file(&size).unwrap();
    std::os::unix::fs::symlink("../../secret.yaml", &size).unwrap();
    let run = workspace.run(ARGUMENTS).ends(1);
    assert!(
        run.stderr.contains("warning[W0307]") && !run.stderr.contains("enum"),
        "{}",
        run.stderr
    );
    std::fs::remove_file(&size).unwrap();
    let made = std::process::Command::new("mkfifo").arg(&size).status();
    assert!(made.unwrap().success());
    let run = workspace.run(ARGUMENTS).ends(1);
    assert!(run.stderr.contains("it is no file"), "{}", run.stderr);
}
