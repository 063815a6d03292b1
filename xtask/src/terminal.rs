//! Colours, on a terminal only.

use specwright::diag::Style;
use std::io::IsTerminal;

/// How to render findings for standard error.
pub(crate) fn style() -> Style {
    if coloured(std::io::stderr().is_terminal()) {
        Style::Coloured
    } else {
        Style::Plain
    }
}

/// Whether to colour standard output.
pub(crate) fn stdout_is_coloured() -> bool {
    coloured(std::io::stdout().is_terminal())
}

/// The word in the colour of errors.
pub(crate) fn paint_error(word: &str) -> String {
    match style() {
        Style::Coloured => format!("\u{1b}[1;31m{word}\u{1b}[0m"),
        Style::Plain => word.to_owned(),
    }
}

/// <https://no-color.org>
fn coloured(terminal: bool) -> bool {
    terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
