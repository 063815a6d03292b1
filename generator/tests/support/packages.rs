//! Generated packages in a workspace under the target folder, which shares the lock file of this
//! one: the versions are those that everything else is tested with.

use specwright::diag::Source;
use specwright::settings::Methods;
use specwright::{Input, emit, generate};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Writes the root of a workspace of these packages.
pub(crate) fn write_root(workspace: &Path, packages: &[String]) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut members = String::new();
    for package in packages {
        let _ = writeln!(members, "    \"{package}\",");
    }
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\n{members}]\n\n\
         [workspace.lints.rust]\nwarnings = \"deny\"\nmissing_docs = \"deny\"\nunreachable_pub = \"deny\"\n\n\
         [workspace.lints.clippy]\nall = {{ level = \"deny\", priority = -1 }}\n\
         pedantic = {{ level = \"deny\", priority = -1 }}\n\n\
         [workspace.lints.rustdoc]\nall = {{ level = \"deny\", priority = -1 }}\n"
    );
    write(&workspace.join("Cargo.toml"), &manifest);
    write(
        &workspace.join("Cargo.lock"),
        &fs::read_to_string(here.join("../Cargo.lock")).unwrap(),
    );
}

/// Writes one package as `cargo xtask codegen --out` does, as a member of the workspace; `more`
/// goes to the end of its manifest.
pub(crate) fn write_package(
    folder: &Path,
    package: &str,
    text: &str,
    files: &BTreeMap<String, String>,
    methods: Methods,
    more: &str,
) {
    let input = Input {
        description: Source {
            name: "spec.yaml",
            text,
        },
        overlay: None,
        files,
        package,
        token_env: "CASE_TOKEN",
        layout: specwright::settings::Layout::Single,
        methods,
    };
    let output = generate(&input);
    assert!(!output.files.is_empty(), "{package}: nothing was generated");
    let _ = fs::remove_dir_all(folder.join("src"));
    let _ = fs::remove_dir_all(folder.join("examples"));
    for (path, text) in &output.files {
        write(&folder.join("src").join(path), text);
    }
    // Clippy looks at programs, not at documentation.
    if let Some(program) = emit::program(&output.files["lib.rs"]) {
        write(&folder.join("examples/documented.rs"), &program);
    }
    let manifest = emit::manifest(package, &output.title, output.needs);
    let manifest = manifest.replace("\n[workspace]\n", "\n");
    write(
        &folder.join("Cargo.toml"),
        &format!("{manifest}\n[lints]\nworkspace = true\n{more}"),
    );
}

/// Writes a file, unless it has this text.
pub(crate) fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    if fs::read_to_string(path).ok().as_deref() != Some(text) {
        fs::write(path, text).unwrap();
    }
}

/// Runs cargo there with these environment variables: without the network, unless something is
/// missing.
pub(crate) fn cargo(folder: &Path, arguments: &[&str], variables: &[(String, String)]) -> Output {
    let run = |offline: &[&str]| {
        Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(&arguments[..1])
            .args(offline)
            .args(&arguments[1..])
            .envs(variables.iter().cloned())
            .current_dir(folder)
            .env(
                "CARGO_TARGET_DIR",
                Path::new(env!("CARGO_TARGET_TMPDIR")).join("nested"),
            )
            .env("RUSTDOCFLAGS", "-D warnings")
            .env_remove("RUSTFLAGS")
            .output()
            .unwrap()
    };
    let output = run(&["--offline"]);
    let missing = String::from_utf8_lossy(&output.stderr).contains("--offline");
    if missing { run(&[]) } else { output }
}
