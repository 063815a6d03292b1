//! The texts that a person names: descriptions and overlays.

use crate::project::Unusable;
use crate::workspace;
use anyhow::{Result, bail};
use specwright::diag::{Code, Diagnostic, Report};
use specwright::pointer::Pointer;
use std::io::ErrorKind;
use std::path::Path;

/// Reads the text of a description or an overlay.
///
/// # Errors
///
/// When there is no such file, or none of text: with a code, as findings in a text have one.
pub(crate) fn read(path: &Path) -> Result<String> {
    let name = workspace::shown(path);
    let (message, help) = match std::fs::read(path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => return Ok(text),
            Err(error) => (
                format!("{name} is not UTF-8 text"),
                format!(
                    "save it as UTF-8; byte {} is the first that is none",
                    error.utf8_error().valid_up_to() + 1
                ),
            ),
        },
        Err(_) if path.is_dir() => (
            format!("{name} is a folder"),
            "name the file of the description in it".to_owned(),
        ),
        Err(error) if error.kind() == ErrorKind::NotFound => (
            format!("there is no file {name}"),
            "paths are relative to the folder that the command runs in".to_owned(),
        ),
        Err(error) => (format!("cannot read {name}"), error.to_string()),
    };
    let mut report = Report::default();
    report.push(Diagnostic::new(Code::UNREADABLE, Pointer::root(), message).help(help));
    bail!(Unusable {
        what: format!("{name} cannot be read"),
        name,
        text: String::new(),
        report,
    })
}
