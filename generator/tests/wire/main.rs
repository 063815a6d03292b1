//! Generated crates on the wire, over real sockets: the exact text of parameters, and what servers
//! that are not ours understand and send.

#[path = "../support/packages.rs"]
mod packages;
mod program;
mod rows;
mod servers;

use packages::{cargo, write, write_package, write_root};
use rows::Suite;
use servers::Server;
use specwright::settings::Methods;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// What the programs need beside the generated crate.
const DEPENDENCIES: &str = r#"
[dev-dependencies]
base64 = "0.23"
serde_json = "1"
tokio = { version = "1", features = ["net", "rt-multi-thread", "time"] }
"#;

/// Every row of the suite is an operation of a generated crate, whose request is compared as text.
/// The replies bring the rows of headers back.
#[test]
fn parameters_are_written_as_the_specification_shows() {
    let Some(suite) = Suite::read() else {
        skipped("no param_styles.json; SPECWRIGHT_SHARED names the folder that has it");
        return;
    };
    say(&suite.summary());
    assert!(suite.rows.len() > 600, "{}", suite.rows.len());
    let description = program::description(&suite.rows).to_string();
    let workspace = workspace("wire-rows", &description);
    let tests = workspace.join("wire-rows/tests");
    write(&tests.join("rows/table.rs"), &program::table(&suite.rows));
    write(&tests.join("rows/main.rs"), &source("crates/rows.rs"));
    write(
        &tests.join("rows/recorder.rs"),
        &source("crates/recorder.rs"),
    );
    let output = run(&workspace, &[], Vec::new());
    say(output
        .lines()
        .find(|line| line.ends_with("checked"))
        .unwrap());
}

/// The same description makes the crate and tells the servers how to read what comes.
#[test]
fn servers_that_are_not_ours_understand_the_client() {
    let text = source("echo.yaml");
    let description: serde_json::Value = serde_yaml::from_str(&text).unwrap();
    let workspace = workspace("wire-echo", &text);
    let tests = workspace.join("wire-echo/tests/echo");
    for file in [
        "main.rs",
        "bodies.rs",
        "parameters.rs",
        "replies.rs",
        "streams.rs",
        "script.rs",
    ] {
        write(&tests.join(file), &source(&format!("crates/echo/{file}")));
    }
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for name in ["node", "python"] {
        match Server::start(name, &description) {
            Some(server) => found.push(server),
            None => missing.push(name),
        }
    }
    let mut arguments = Vec::new();
    for name in missing {
        let advice = "run generator/tests/wire/servers/install.sh";
        assert!(
            may_skip(),
            "the server for {name} is not installed: {advice}"
        );
        skipped(&format!("the server for {name} is not installed: {advice}"));
        arguments.extend(["--skip", name]);
    }
    let addresses = found.iter().map(|server| (server.variable(), server.url()));
    run(&workspace, &arguments, addresses.collect());
}

/// The workspace of one package that is made of this description.
fn workspace(package: &str, description: &str) -> PathBuf {
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join(package);
    let folder = workspace.join(package);
    write_package(
        &folder,
        package,
        description,
        &BTreeMap::new(),
        Methods::Flat,
        DEPENDENCIES,
    );
    write_root(&workspace, &[package.to_owned()]);
    workspace
}

/// Runs the tests of a workspace with both transports; what they print.
fn run(workspace: &Path, arguments: &[&str], addresses: Vec<(String, String)>) -> String {
    let fixed = "test --workspace --features ureq --test * -- --nocapture";
    let arguments: Vec<&str> = fixed.split(' ').chain(arguments.iter().copied()).collect();
    let mut variables = addresses;
    // A third of the time goes into what only a debugger needs.
    variables.push(("CARGO_PROFILE_DEV_DEBUG".to_owned(), "0".to_owned()));
    let output = cargo(workspace, &arguments, &variables);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{stdout}\n{stderr}");
    stdout
}

/// The text of a file beside this one.
fn source(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wire");
    fs::read_to_string(folder.join(name)).unwrap()
}

/// Whether a server may be missing: not where everything has to be tested, unless it is known that
/// there is none.
fn may_skip() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| value == "1");
    !is_set("SPECWRIGHT_NO_SKIP") || is_set("SPECWRIGHT_SKIP_WIRE_SERVERS")
}

fn skipped(reason: &str) {
    say(&format!("skipped: {reason}"));
}

/// Not `println!`, which the test runner shows for failures only.
fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}
