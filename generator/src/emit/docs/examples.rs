//! Examples in doc comments.

use crate::emit::markdown;
use crate::ir::Example;
use serde_json::Value;
use std::collections::BTreeSet;
use std::io;

/// Longest JSON value shown in a sentence, in characters.
const LONGEST_VALUE: usize = 200;

/// Longest one that is shown as a whole.
const LONGEST_WHOLE: usize = 400;

/// The examples with what is said of them; a list where that is too much for a line. Of long ones the
/// beginning is shown. `of` says of what, if not of the value itself.
pub(super) fn text(of: &str, examples: &[Example]) -> Option<String> {
    let of = match of {
        "" => String::new(),
        of => format!(" of {of}"),
    };
    let shown = examples.iter().filter_map(|example| {
        let value = example.value.as_ref().and_then(shown);
        let url = example.url.as_deref().map(markdown::url);
        let texts = [&example.summary, &example.description];
        let words = texts.into_iter().flatten().map(|text| markdown::safe(text));
        let Some(whole) = value.or(url) else {
            let (beginning, note) = beginning(example.value.as_ref()?)?;
            return Some((beginning, words.chain(note).collect()));
        };
        Some((whole, words.collect()))
    });
    let mut known = BTreeSet::new();
    let shown = shown.filter(|one| known.insert(one.clone()));
    let shown: Vec<(String, Vec<String>)> = shown.collect();
    let values: Vec<&str> = shown.iter().map(|(value, _)| value.as_str()).collect();
    let values = values.join(", ");
    let is_short = values.chars().count() <= LONGEST_VALUE + 2;
    match shown.as_slice() {
        [] => None,
        [(_, words)] if words.is_empty() => Some(format!("Example{of}: {values}.")),
        [(_, words)] if markdown::one_line(words).is_some() => {
            let words = markdown::one_line(words)?;
            let words = words.replace('\n', " ");
            Some(format!(
                "Example{of}: {values} ({}).",
                words.trim_end_matches('.')
            ))
        }
        all if is_short && all.iter().all(|(_, words)| words.is_empty()) => {
            Some(format!("Examples{of}: {values}."))
        }
        all => {
            let lines = all
                .iter()
                .map(|(value, words)| markdown::element(value, words));
            let lines: Vec<String> = lines.collect();
            Some(format!("Examples{of}:\n\n{}", lines.join("\n")))
        }
    }
}

/// A JSON value that is too long to be read in a sentence, as code: how it begins, and how long all of
/// it is. What would lose little is not cut.
fn beginning(value: &Value) -> Option<(String, Option<String>)> {
    let text = serde_json::to_string(value).ok()?;
    let length = text.chars().count();
    if length <= LONGEST_WHOLE {
        return Some((code(&text), None));
    }
    let first: String = text.chars().take(LONGEST_VALUE).collect();
    let note = format!("The first {LONGEST_VALUE} of {length} characters.");
    Some((code(&format!("{first}…")), Some(note)))
}

/// Text that is no longer than may be shown: values can be very long.
struct Limited(Vec<u8>);

impl io::Write for Limited {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        // A character has up to four bytes.
        if self.0.len() + text.len() > 4 * LONGEST_VALUE {
            return Err(io::ErrorKind::WriteZero.into());
        }
        self.0.extend_from_slice(text);
        Ok(text.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A JSON value as code, when it is short enough to be read in a sentence.
pub(super) fn shown(value: &Value) -> Option<String> {
    let mut text = Limited(Vec::new());
    serde_json::to_writer(&mut text, value).ok()?;
    let text = String::from_utf8(text.0).ok()?;
    if text.chars().count() > LONGEST_VALUE {
        return None;
    }
    Some(code(&text))
}

/// JSON as code, whatever backticks are in it.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max();
    match longest.unwrap_or_default() {
        0 => format!("`{text}`"),
        longest => {
            let fence = "`".repeat(longest + 1);
            format!("{fence} {text} {fence}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_is_very_long_the_beginning_is_shown() {
        let example = |length: usize| Example {
            summary: None,
            description: None,
            value: Some(Value::from("a".repeat(length))),
            url: None,
        };
        let whole = format!("Example: `\"{}\"`.", "a".repeat(300));
        assert_eq!(text("", &[example(300)]).as_deref(), Some(&*whole));
        let beginning = "a".repeat(199);
        let cut = format!("Example: `\"{beginning}…` (The first 200 of 602 characters).");
        assert_eq!(text("", &[example(600)]).as_deref(), Some(&*cut));
    }
}
