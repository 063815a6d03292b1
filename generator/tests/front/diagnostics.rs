//! One bad description per diagnostic code, with the text that its findings are rendered to.
//!
//! `SPECWRIGHT_BLESS=1 cargo test` writes the expected texts anew.

use crate::support;
use specwright::bundle::Files;
use specwright::diag::{CODES, Origins, Report, Source, Sources, Style, render};
use specwright::{Input, source};
use std::fs;
use std::path::Path;

/// Codes that no short text brings about: a mistake of the generator itself, no text at all, and the
/// limits on the length of texts and on what an overlay or references may copy, which need megabytes
/// or very many files.
const WITHOUT_CASE: [&str; 6] = ["E0001", "E0112", "E0208", "E0304", "E0309", "W0530"];

#[test]
fn findings_look_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let bless = std::env::var_os("SPECWRIGHT_BLESS").is_some();
    for code in CODES.iter().map(|code| code.as_str()) {
        let case = folder.join(code);
        // What only `lint` looks for.
        let is_lint = code[1..].starts_with("10");
        let read = |name: &str| fs::read_to_string(case.join(name)).ok();
        let found = match (read("spec.yaml"), read("codegen.toml")) {
            (Some(spec), _) => findings(
                &spec,
                read("overlay.yaml").as_deref(),
                &support::files(&case),
                is_lint,
            ),
            (None, Some(settings)) => settings_findings(&settings),
            (None, None) => {
                assert!(WITHOUT_CASE.contains(&code), "no case for {code}");
                continue;
            }
        };
        assert!(
            found.contains(&format!("[{code}]")),
            "{code} was not found, but:\n{found}"
        );
        let expected = case.join("expected.txt");
        if bless {
            fs::write(&expected, &found).unwrap();
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        assert!(
            found == wanted,
            "{code} is rendered differently (SPECWRIGHT_BLESS=1 accepts it):\n{found}"
        );
    }
}

/// Everything that a run finds, as text.
fn findings(spec: &str, overlay: Option<&str>, files: &dyn Files, is_lint: bool) -> String {
    let input = Input {
        description: Source {
            name: "spec.yaml",
            text: spec,
        },
        overlay: overlay.map(|text| Source {
            name: "overlay.yaml",
            text,
        }),
        files,
        package: "client",
        token_env: "TOKEN",
        layout: specwright::settings::Layout::Single,
        methods: specwright::settings::Methods::Flat,
    };
    let output = if is_lint {
        specwright::lint(&input)
    } else {
        specwright::generate(&input)
    };
    render(&output.report, &output.sources(&input), Style::Plain)
}

/// Everything that is wrong with settings, as text.
fn settings_findings(text: &str) -> String {
    let mut report = Report::default();
    let _ = specwright::settings::read(text, &mut report);
    let source = Source {
        name: "codegen.toml",
        text,
    };
    let sources = Sources {
        description: source,
        overlay: None,
        settings: Some(source),
        files: &[],
        origins: &Origins::default(),
        locate: source::locate,
    };
    render(&report, &sources, Style::Plain)
}
