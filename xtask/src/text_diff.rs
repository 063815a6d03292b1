//! Differences between texts, for people.

use similar::{ChangeTag, TextDiff};
use std::fmt::Write;

/// Lines added and removed from `old` to `new`.
pub(crate) fn counts(old: &str, new: &str) -> (usize, usize) {
    let diff = TextDiff::from_lines(old, new);
    diff.iter_all_changes()
        .fold((0, 0), |(added, removed), change| match change.tag() {
            ChangeTag::Insert => (added + 1, removed),
            ChangeTag::Delete => (added, removed + 1),
            ChangeTag::Equal => (added, removed),
        })
}

/// A unified diff with three lines of context; at most `limit` lines.
pub(crate) fn unified(path: &str, old: &str, new: &str, limit: usize, coloured: bool) -> String {
    let diff = TextDiff::from_lines(old, new);
    let text = diff
        .unified_diff()
        .context_radius(3)
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string();
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::new();
    for line in lines.iter().take(limit) {
        let colour = match line.as_bytes().first() {
            _ if !coloured || line.starts_with("+++") || line.starts_with("---") => None,
            Some(b'+') => Some("32"),
            Some(b'-') => Some("31"),
            Some(b'@') => Some("36"),
            _ => None,
        };
        let _ = match colour {
            Some(colour) => writeln!(out, "\u{1b}[{colour}m{line}\u{1b}[0m"),
            None => writeln!(out, "{line}"),
        };
    }
    if lines.len() > limit {
        let _ = writeln!(out, "… and {} more lines", lines.len() - limit);
    }
    out
}
