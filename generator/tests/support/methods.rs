//! The settings of a case.

use specwright::diag::Report;
use specwright::settings::{self, Methods};
use std::fs;
use std::path::Path;

/// Where the request functions of a case stand, as its `codegen.toml` says, if it has one.
pub(crate) fn methods(case: &Path) -> Methods {
    let Ok(text) = fs::read_to_string(case.join("codegen.toml")) else {
        return Methods::default();
    };
    let mut report = Report::default();
    let settings = settings::read(&text, &mut report);
    let codes: Vec<&str> = report.diagnostics().map(|it| it.code.as_str()).collect();
    assert!(codes.is_empty(), "{}: {codes:?}", case.display());
    settings.map_or_else(Methods::default, |settings| settings.methods)
}
