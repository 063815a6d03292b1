//! What an update of the description changes in the generated client: only what it says.
//!
//! Each test edits a copy of `spec/`, regenerates through the program, and looks at the difference
//! of all files of `src`, line by line.

#[path = "support/consumer.rs"]
mod consumer;
mod support;

use similar::{ChangeTag, TextDiff};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use support::Workspace;

const SPEC: &str = "spec/seedance-2.0-mini-text-to-video.yaml";
const OVERLAY: &str = "spec/overlay.yaml";
const SRC: &str = "generated-client/src";

/// A workspace before an update.
struct Update {
    workspace: Workspace,
    before: BTreeMap<String, String>,
}

impl Update {
    fn new() -> Self {
        let workspace = Workspace::new();
        let before = workspace.files(SRC);
        Self { workspace, before }
    }

    fn edit(self, file: &str, old: &str, new: &str) -> Self {
        self.workspace.replace(file, old, new);
        self
    }

    /// Regenerates, and gives the lines that go (`-`) and come (`+`), behind a line for each file.
    fn diff(&self) -> Vec<String> {
        self.workspace.run(&["codegen"]).ends(0);
        let after = self.workspace.files(SRC);
        let mut lines = Vec::new();
        for path in self
            .before
            .keys()
            .chain(after.keys().filter(|path| !self.before.contains_key(*path)))
        {
            let empty = String::new();
            let (old, new) = (
                self.before.get(path).unwrap_or(&empty),
                after.get(path).unwrap_or(&empty),
            );
            if old != new {
                lines.push(path.clone());
            }
            for change in TextDiff::from_lines(old, new).iter_all_changes() {
                let sign = match change.tag() {
                    ChangeTag::Equal => continue,
                    ChangeTag::Delete => '-',
                    ChangeTag::Insert => '+',
                };
                lines.push(format!("{sign}{}", change.value().trim()));
            }
        }
        lines
    }

    #[track_caller]
    fn changes(&self, wanted: &[&str]) {
        assert_eq!(self.diff(), wanted);
    }

    /// Compiles a program against the regenerated client.
    fn compiles(&self, name: &str, main: &str) {
        // In a shared target folder cargo tells members of workspaces apart by their relative path.
        let member = format!("client-for-{name}");
        let manifest = format!(
            "[workspace]\nmembers = [\"{member}\"]\n\n[dependencies]\npowertokens-seedance = {{ path = \"{member}\" }}\n"
        );
        let folder = consumer::package(name, &manifest, main);
        let client = folder.join(member);
        let _ = fs::remove_dir_all(&client);
        for (path, text) in self.workspace.files(SRC) {
            write(&client.join("src").join(path), &text);
        }
        let manifest = specwright::emit::manifest(
            "powertokens-seedance",
            "it",
            specwright::emit::Needs::default(),
        );
        write(
            &client.join("Cargo.toml"),
            &manifest.replace("\n[workspace]\n", "\n"),
        );
        consumer::must_compile(&folder);
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn an_enum_value_and_a_tighter_bound() {
    let update = Update::new()
        .edit(
            SPEC,
            "            - '12'\n",
            "            - '12'\n            - '13'\n",
        )
        .edit(
            SPEC,
            "          maximum: 4294967295\n",
            "          maximum: 1000\n",
        );
    let diff = update.diff();
    // The overlay has the value already, so it moves.
    assert!(diff.len() <= 5, "{diff:#?}");
    for line in [
        "+Seconds13 = \"13\",",
        "+pub seed: Option<i64> = optional(\"seed\").range(-1, 1000),",
    ] {
        assert!(diff.iter().any(|found| found == line), "{diff:#?}");
    }
    assert!(
        diff.iter()
            .skip(1)
            .all(|line| line.contains("13") || line.contains("max") || line.contains("seed"))
    );
    update.compiles(
        "enum-value-and-bound",
        "use powertokens_seedance::types::{TextToVideoRequestSeconds as Seconds};\n\
         fn main() {\n    assert_eq!(Seconds::Seconds13.as_str(), \"13\");\n    let _ = Seconds::Seconds14;\n}\n",
    );
}

#[test]
fn an_enum_value_is_added() {
    Update::new()
        .edit(
            SPEC,
            "            - '15'\n",
            "            - '15'\n            - '20'\n",
        )
        .changes(&["types.rs", "+Seconds20 = \"20\","]);
}

#[test]
fn an_enum_value_is_removed() {
    Update::new()
        .edit(SPEC, "            - '21:9'\n", "")
        .changes(&["types.rs", "-Ratio21_9 = \"21:9\","]);
}

#[test]
fn a_bound_is_tightened() {
    Update::new()
        .edit(
            SPEC,
            "          maximum: 4294967295\n",
            "          maximum: 1000\n",
        )
        .changes(&[
            "types.rs",
            "-pub seed: Option<i64> = optional(\"seed\").range(-1, 4_294_967_295),",
            "+pub seed: Option<i64> = optional(\"seed\").range(-1, 1000),",
        ]);
}

#[test]
fn a_property_is_renamed() {
    let update = Update::new().edit(
        SPEC,
        "        return_last_frame:\n",
        "        return_frame:\n",
    );
    let diff = update.diff();
    assert_eq!(diff[0], "types.rs");
    assert!(diff.len() <= 5, "{diff:#?}");
    assert!(
        diff[1..].iter().all(|line| line.contains("return_")),
        "{diff:#?}"
    );
    assert!(
        diff.contains(&"+pub return_frame: Option<bool> = optional(\"return_frame\"),".to_owned())
    );
}

#[test]
fn a_property_becomes_required() {
    let update = Update::new()
        .edit(
            SPEC,
            "      required:\n        - model\n",
            "      required:\n        - seed\n        - model\n",
        )
        .edit(
            SPEC,
            "                  seconds: '5'\n",
            "                  seconds: '5'\n                  seed: 7\n",
        );
    let diff = update.diff();
    for wanted in [
        "-pub seed: Option<i64> = optional(\"seed\").range(-1, 4_294_967_295),",
        "+pub seed: i64 = required(\"seed\").range(-1, 4_294_967_295),",
        "-fn with_seed(seed: i64);",
        "+//!                 7,",
    ] {
        assert!(
            diff.iter().any(|line| line == wanted),
            "{wanted}: {diff:#?}"
        );
    }
    // Three files; the example of the body stands in its documentation as well.
    assert!(diff.len() <= 11, "{diff:#?}");
}

#[test]
fn an_operation_is_dropped() {
    let update = Update::new();
    let overlay = update.workspace.read(OVERLAY);
    let (before, rest) = overlay
        .split_once("      /v1/videos/{task_id}/content:\n")
        .unwrap();
    let (_, after) = rest.split_once("\n\n").unwrap();
    let overlay = format!("{before}\n{after}");
    let (before, rest) = overlay
        .split_once("  - target: $.paths['/v1/videos/{task_id}/content']")
        .unwrap();
    let (_, after) = rest.split_once("\n\n").unwrap();
    update.workspace.write(OVERLAY, &format!("{before}{after}"));
    let diff = update.diff();
    assert_eq!(diff[0], "operations/seedance_video.rs");
    assert!(
        diff[1..].iter().all(|line| line.starts_with('-')),
        "{diff:#?}"
    );
    assert!(diff.contains(&"-pub struct DownloadVideo {".to_owned()));
    assert!(diff.len() < 90, "{}", diff.len());
}

#[test]
fn a_default_is_changed() {
    Update::new()
        .edit(
            SPEC,
            "          default: '16:9'\n",
            "          default: adaptive\n",
        )
        .changes(&[
            "types.rs",
            "-/// The server's default: `\"16:9\"`.",
            "+/// The server's default: `\"adaptive\"`.",
        ]);
}

#[test]
fn the_vendor_describes_the_reply() {
    let schema = "          description: Submission successful, returns a video task object.\n          content:\n            \
                  application/json:\n              schema:\n                type: object\n                properties:\n                  \
                  id: {type: string}\n";
    let update = Update::new().edit(
        SPEC,
        "          description: Submission successful, returns a video task object.\n",
        schema,
    );
    let run = update.workspace.run(&["codegen", "--dry-run"]).ends(0);
    assert!(
        run.stderr.contains("N0303"),
        "nothing says that the overlay hides the vendor's schema:\n{}",
        run.stderr
    );
    update.changes(&[]);
    let published = Update::new().edit(
        SPEC,
        "          description: Submission successful, returns a video task object.\n",
        schema,
    );
    published
        .workspace
        .run(&["codegen", "--no-overlay"])
        .ends(0);
    let operations = published
        .workspace
        .read("generated-client/src/operations/seedance_video.rs");
    assert!(operations.contains("type Output = types::"), "{operations}");
}

#[test]
fn an_operation_id_is_changed() {
    let id = "seedance20MiniTextToVideoEn";
    Update::new()
        .edit(SPEC, id, "seedanceTextToVideo")
        .changes(&[]);
    let update = Update::new().edit(
        OVERLAY,
        "operationId: createVideo",
        "operationId: submitVideo",
    );
    let diff = update.diff();
    let code: Vec<&String> = diff
        .iter()
        .filter(|line| line.starts_with(['+', '-']))
        .collect();
    assert!(
        code.iter()
            .all(|line| line.to_lowercase().contains("video")),
        "{diff:#?}"
    );
    assert!(diff.contains(&"+pub struct SubmitVideo {".to_owned()));
    assert!(diff.len() <= 30, "{diff:#?}");
}

#[test]
fn the_version_of_openapi_changes() {
    Update::new()
        .edit(SPEC, "openapi: 3.0.1", "openapi: 3.1.0")
        .changes(&[]);
}

#[test]
fn the_type_of_a_property_changes() {
    let old = "        watermark:\n          type: boolean\n";
    let new = "        watermark:\n          type: string\n";
    Update::new()
        .edit(SPEC, old, new)
        .edit(
            SPEC,
            "a watermark.\n          default: false\n",
            "a watermark.\n",
        )
        .changes(&[
            "types.rs",
            "-///",
            "-/// The server's default: `false`.",
            "-pub watermark: Option<bool> = optional(\"watermark\"),",
            "+pub watermark: Option<String> = optional(\"watermark\"),",
            "-fn with_watermark(watermark: bool);",
            "+fn with_watermark(watermark: impl Into<String>);",
        ]);
}

#[test]
fn an_extension_is_added() {
    Update::new()
        .edit(
            SPEC,
            "        watermark:\n",
            "        watermark:\n          x-order: 7\n",
        )
        .edit(
            SPEC,
            "    post:\n",
            "    post:\n      x-vendor: {status: released}\n",
        )
        .changes(&[]);
}

#[test]
fn only_a_description_changes() {
    Update::new()
        .edit(
            SPEC,
            "Whether to add a watermark.",
            "Whether to put a watermark on it.",
        )
        .changes(&[
            "types.rs",
            "-/// Whether to add a watermark.",
            "+/// Whether to put a watermark on it.",
        ]);
}

#[test]
fn a_path_is_renamed() {
    let update = Update::new().edit(SPEC, "  /v1/videos:\n", "  /v2/videos:\n");
    let overlay = update
        .workspace
        .read(OVERLAY)
        .replace("$.paths['/v1/videos'].", "$.paths['/v2/videos'].");
    update.workspace.write(OVERLAY, &overlay);
    let diff = update.diff();
    let moved: Vec<&String> = diff.iter().filter(|line| line.contains("videos")).collect();
    assert!(
        diff.contains(&"operations/seedance_video.rs".to_owned())
            && !diff.contains(&"types.rs".to_owned())
    );
    assert!(
        moved.iter().any(|line| line.contains("\"/v2/videos\"")),
        "{diff:#?}"
    );
}

#[test]
fn a_renamed_path_leaves_the_overlay_behind_and_says_so() {
    let update = Update::new().edit(SPEC, "  /v1/videos:\n", "  /v2/videos:\n");
    let run = update.workspace.run(&["codegen", "--dry-run"]).ends(0);
    assert!(run.stderr.contains("warning[W0205]"), "{}", run.stderr);
}

#[test]
fn several_updates_at_once_compile() {
    let update = Update::new()
        .edit(
            SPEC,
            "            - '15'\n",
            "            - '15'\n            - '20'\n",
        )
        .edit(
            SPEC,
            "        return_last_frame:\n",
            "        return_frame:\n",
        )
        .edit(
            SPEC,
            "      required:\n        - model\n",
            "      required:\n        - seed\n        - model\n",
        )
        .edit(SPEC, "openapi: 3.0.1", "openapi: 3.1.0")
        .edit(
            SPEC,
            "        watermark:\n          type: boolean\n",
            "        watermark:\n          type: string\n",
        )
        .edit(
            OVERLAY,
            "operationId: createVideo",
            "operationId: submitVideo",
        );
    assert!(!update.diff().is_empty());
    update.compiles(
        "several-updates",
        "use powertokens_seedance::operations::SubmitVideo;\n\
         use powertokens_seedance::types::{TextToVideoRequest, TextToVideoRequestModel, TextToVideoRequestSeconds};\n\
         fn main() {\n    \
             let model = TextToVideoRequestModel::DreaminaSeedance2_0Mini260615;\n    \
             let request = TextToVideoRequest::new(model, vec![], 7)\n        \
                 .with_seconds(TextToVideoRequestSeconds::Seconds20)\n        \
                 .with_return_frame(true)\n        \
                 .with_watermark(\"mine\");\n    \
             let _ = SubmitVideo::new(request);\n\
         }\n",
    );
}
