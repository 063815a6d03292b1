//! Syntax errors in words that need no knowledge of the reader's insides.

use crate::diag::{Code, Diagnostic};
use crate::pointer::Pointer;
use std::str::CharIndices;

/// What the YAML reader says, by how it begins, and what it means.
const MEANINGS: &[(&str, &str, &str)] = &[
    (
        "mapping values are not allowed",
        "a `key: value` cannot stand here",
        "put quotes around a text that holds `: `, and check that keys of one mapping have the same indentation",
    ),
    (
        "did not find expected key",
        "a key was expected here",
        "keys of one mapping have the same indentation; a text that begins with a quote must end with it",
    ),
    (
        "found character that cannot start any token",
        "this sign cannot begin a value",
        "indent with spaces, not tabs, and put quotes around a text that begins with `@`, `` ` ``, `%` or a tab",
    ),
    (
        "found a tab character",
        "a tab stands where only spaces may",
        "indent with spaces",
    ),
    (
        "did not find expected '-' indicator",
        "an element of the list (`- …`) was expected here",
        "all elements of a list have the same indentation",
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot begin here",
        "put it on a line of its own, under its key",
    ),
    (
        "could not find expected ':'",
        "a `:` is missing behind a key",
        "a text over several lines needs `>-` or `|` behind its key",
    ),
    (
        "did not find expected ',' or ']'",
        "`,` or `]` was expected here",
        "check that every `[` has its `]`",
    ),
    (
        "did not find expected ',' or '}'",
        "`,` or `}` was expected here",
        "check that every `{` has its `}`; put quotes around a text that holds `{`",
    ),
    (
        "found unexpected end of stream",
        "the text ends in the middle of a value",
        "check that every quote is closed",
    ),
    (
        "found unknown escape character",
        "unknown escape in a text in double quotes",
        "write `\\\\` for a backslash, or use single quotes",
    ),
    (
        "control characters are not allowed",
        "the text holds a control character",
        "remove it",
    ),
    (
        "unknown anchor",
        "an alias (`*name`) without its anchor (`&name`)",
        "put quotes around a text that begins with `*`",
    ),
    (
        "did not find expected alphabetic",
        "an alias or anchor has no name",
        "put quotes around a text that begins with `*` or `&`",
    ),
    (
        "found undefined tag handle",
        "unknown tag",
        "put quotes around a text that begins with `!`",
    ),
    (
        "recursion limit exceeded",
        "lists and mappings nest too deeply",
        "move inner schemas to `components.schemas`",
    ),
    (
        "repetition limit exceeded",
        "aliases repeat too much of the text",
        "use `$ref` to share parts",
    ),
];

/// The finding for an error of the YAML reader.
pub(super) fn yaml(error: &serde_yaml::Error, text: &str) -> Diagnostic {
    let raw = error.to_string();
    let known = MEANINGS.iter().find(|(begins, ..)| raw.contains(begins));
    let code = match known {
        Some(("recursion limit exceeded", ..)) => Code::TOO_DEEP,
        Some(("repetition limit exceeded", ..)) => Code::TOO_LARGE,
        _ => Code::SYNTAX,
    };
    let message = known.map_or_else(|| plain(&raw), |(_, message, _)| (*message).to_owned());
    let mut finding = Diagnostic::new(code, Pointer::root(), message);
    if let Some(place) = error.location() {
        finding = finding.at(place.line(), place.column());
    }
    if let Some((.., help)) = known {
        finding = finding.help(*help);
    }
    if code == Code::TOO_DEEP && text.contains('&') && text.contains('*') {
        finding =
            finding.help("an anchor (`&name`) that holds an alias (`*name`) of itself never ends");
    }
    match hint(text) {
        Some(hint) => finding.help(hint),
        None => finding,
    }
}

/// The finding for an error of the JSON reader.
pub(super) fn json(error: &serde_json::Error) -> Diagnostic {
    Diagnostic::new(Code::SYNTAX, Pointer::root(), plain(&error.to_string()))
        .at(error.line(), error.column().max(1))
        .help("the text begins as JSON does; check commas, quotes and brackets")
}

/// The finding for a comment of JavaScript in a text that begins as JSON does.
pub(super) fn comment(text: &str) -> Option<Diagnostic> {
    if !text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let mut letters = text.char_indices();
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        let begins = before.is_whitespace() || "{[,:".contains(before);
        match letter {
            '"' | '\'' if begins => skip_quoted(&mut letters, letter),
            '#' if before.is_whitespace() => {
                letters.find(|(_, letter)| *letter == '\n');
            }
            '/' if before != ':' && begins && text[at + 1..].starts_with(['/', '*']) => {
                let ahead = &text[..at];
                let column = ahead.chars().rev().take_while(|sign| *sign != '\n').count() + 1;
                let line = ahead.matches('\n').count() + 1;
                let message = "JSON has no comments";
                let finding = Diagnostic::new(Code::SYNTAX, Pointer::root(), message);
                return Some(finding.at(line, column).help("remove it"));
            }
            _ => {}
        }
        before = letter;
    }
    None
}

/// Goes behind the end of a quoted text.
fn skip_quoted(letters: &mut CharIndices<'_>, quote: char) {
    while let Some((_, letter)) = letters.next() {
        match letter {
            '\\' if quote == '"' => {
                letters.next();
            }
            _ if letter == quote => break,
            _ => {}
        }
    }
}

/// Cuts what a library appends about places.
fn plain(raw: &str) -> String {
    let end = raw.find(" at line ").unwrap_or(raw.len());
    raw[..end].to_owned()
}

/// What a text is that is not YAML at all.
fn hint(text: &str) -> Option<&'static str> {
    let start = text.trim_start();
    let begins = |what: &str| {
        start
            .get(..what.len())
            .is_some_and(|s| s.eq_ignore_ascii_case(what))
    };
    if begins("<!doctype") || begins("<html") {
        Some("this is an HTML page: save the description itself, not the page that shows it")
    } else if begins("<?xml") {
        Some("this is XML: OpenAPI descriptions are YAML or JSON")
    } else if start.starts_with("syntax =") || start.starts_with("package ") {
        Some("this looks like Protocol Buffers or Go: OpenAPI descriptions are YAML or JSON")
    } else if begins("# ") || begins("> ") {
        Some("this looks like a documentation page: the description is the fenced block in it")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_may_be_why_something_is_too_deep() {
        let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
        for (text, lines) in [("a: 1\nb: &c\n  d: [*c]\n", 2), (deep.as_str(), 1)] {
            let error = serde_yaml::from_str::<serde_json::Value>(text).unwrap_err();
            assert_eq!(yaml(&error, text).help.len(), lines, "{text}");
        }
    }

    #[test]
    fn comments_in_json_are_found_outside_of_texts() {
        for text in [
            "{\n  // a\n  \"b\": 1}",
            "{\"a\": 1, /* c */ \"b\": 1}",
            "{\"a\": 1,}\n// c",
            "{\"a\": // c\n 1}",
            "[// c\n]",
        ] {
            assert!(comment(text).is_some(), "{text}");
        }
        for text in [
            "{\"a\": \"// \\\" // c\"}",
            "{a: http://example.com, b: 'it // is'}",
            "{a: 1} # see // there",
            "{\"//\": 1,}",
            "a: 1 // b",
        ] {
            assert!(comment(text).is_none(), "{text}");
        }
    }
}
