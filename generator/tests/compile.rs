//! Compiles the crates of all golden cases, with every lint that a user might turn on.

#[path = "support/crates.rs"]
mod crates;
#[path = "support/methods.rs"]
mod methods;
#[path = "support/packages.rs"]
mod packages;
mod support;

use crates::{cases, package, write_workspace};
use packages::{cargo, write_package, write_root};
use specwright::settings::Methods;
use std::collections::BTreeMap;
use std::path::Path;

#[test]
fn all_cases_and_their_examples_compile_without_a_warning() {
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cases");
    write_workspace(&workspace, &cases());
    let large = "case-large".to_owned();
    let (text, files) = (large_description(), BTreeMap::new());
    let methods = Methods::default();
    write_package(&workspace.join(&large), &large, &text, &files, methods, "");
    let packages = cases().into_iter().map(|case| package(&case));
    write_root(&workspace, &packages.chain([large]).collect::<Vec<_>>());
    let clippy = cargo(
        &workspace,
        &[
            "clippy",
            "--workspace",
            "--lib",
            "--examples",
            "--all-features",
            "--keep-going",
        ],
        &[],
    );
    assert!(
        clippy.status.success(),
        "clippy:\n{}",
        String::from_utf8_lossy(&clippy.stderr)
    );
    let doc = cargo(
        &workspace,
        &[
            "doc",
            "--workspace",
            "--all-features",
            "--no-deps",
            "--keep-going",
        ],
        &[],
    );
    assert!(
        doc.status.success(),
        "rustdoc:\n{}",
        String::from_utf8_lossy(&doc.stderr)
    );
}

/// A description with more of everything than fits into the 16 KiB that clippy allows on the stack.
fn large_description() -> String {
    let list = |item: fn(usize) -> String| (0..400).map(item).collect::<Vec<_>>().join(", ");
    format!(
        "openapi: 3.0.3
info: {{title: Large, version: 1.0.0}}
paths:
  /a:
    get:
      parameters: [{}]
      responses: {{'200': {{description: A., content: {{application/json: {{schema: {{$ref: '#/components/schemas/Any'}}}}}}}}}}
components:
  schemas:
    Members: {{type: object, properties: {{{}}}}}
    Any: {{oneOf: [{}, {{$ref: '#/components/schemas/Members'}}]}}
    {}
",
        list(|n| format!("{{name: p{n}, in: query, schema: {{type: string}}}}")),
        list(|n| format!("m{n}: {{type: string}}")),
        list(|n| format!("{{$ref: '#/components/schemas/V{n}'}}")),
        list(|n| format!("V{n}: {{type: object, properties: {{a{n}: {{type: string}}}}}}"))
            .replace("}, V", "}\n    V"),
    )
}
