//! What goes to the terminal: text, and colours where a person will see them.

use specwright::diag::Style;
use std::io::{IsTerminal, Write};

/// Writes to standard output. That its reader has gone away (`… | head`) is no error.
pub(crate) fn print(text: &str) {
    let mut stdout = std::io::stdout().lock();
    let _ = stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush());
}

/// Writes an error message to standard error.
pub(crate) fn print_error(message: &str) {
    let word = match style() {
        Style::Coloured => "\u{1b}[1;31merror\u{1b}[0m",
        Style::Plain => "error",
    };
    eprintln!("{word}: {message}");
}

/// How to render findings for standard error.
pub(crate) fn style() -> Style {
    if coloured(std::io::stderr().is_terminal()) {
        Style::Coloured
    } else {
        Style::Plain
    }
}

/// How to render findings for standard output.
pub(crate) fn stdout_style() -> Style {
    if stdout_is_coloured() {
        Style::Coloured
    } else {
        Style::Plain
    }
}

/// Whether to colour standard output.
pub(crate) fn stdout_is_coloured() -> bool {
    coloured(std::io::stdout().is_terminal())
}

/// <https://no-color.org>
fn coloured(terminal: bool) -> bool {
    terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
