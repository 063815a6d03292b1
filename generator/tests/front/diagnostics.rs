//! One bad description per diagnostic code, with the text that its findings are rendered to.
//!
//! `SPECWRIGHT_BLESS=1 cargo test` writes the expected texts anew.

use specwright::diag::{CODES, Document, Origins, Report, Source, Sources, Style, render};
use specwright::{lower, overlay, source};
use std::fs;
use std::path::Path;

#[test]
fn findings_look_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let bless = std::env::var_os("SPECWRIGHT_BLESS").is_some();
    for code in CODES.iter().map(|code| code.as_str()) {
        let case = folder.join(code);
        let Ok(spec) = fs::read_to_string(case.join("spec.yaml")) else {
            continue;
        };
        let overlay = fs::read_to_string(case.join("overlay.yaml")).ok();
        let found = findings(&spec, overlay.as_deref());
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

/// Everything that the stages find, as text.
fn findings(spec: &str, overlay_text: Option<&str>) -> String {
    let mut report = Report::default();
    let mut origins = Origins::default();
    if let Some(mut value) = source::read(spec, Document::Description, &mut report) {
        let overlay =
            overlay_text.and_then(|text| source::read(text, Document::Overlay, &mut report));
        if let Some(overlay) = overlay {
            origins = overlay::apply(&mut value, &overlay, &mut report);
        }
        lower::lower(&mut value, &mut report);
    }
    let sources = Sources {
        description: Source {
            name: "spec.yaml",
            text: spec,
        },
        overlay: overlay_text.map(|text| Source {
            name: "overlay.yaml",
            text,
        }),
        settings: None,
        origins: &origins,
        locate: source::locate,
    };
    render(&report, &sources, Style::Plain)
}
