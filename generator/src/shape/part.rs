//! Names for parts of a description that have none.

use crate::pointer::Pointer;

/// Tokens of pointers that say where something stands and not what it is.
const STRUCTURE: &[&str] = &[
    "components",
    "schemas",
    "properties",
    "schema",
    "content",
    "$defs",
    "definitions",
    "paths",
    "application/json",
];

/// A key of `components` for what stands at a place: the words of its pointer that are names
/// themselves.
#[must_use]
pub fn part_name(at: &Pointer) -> String {
    let words: Vec<String> = at
        .tokens()
        .filter(|token| !STRUCTURE.contains(&token.as_ref()))
        .map(|token| component_key(&token))
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        "Part".to_owned()
    } else {
        words.join("_")
    }
}

fn component_key(token: &str) -> String {
    let sign = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let key: String = token.chars().map(sign).collect();
    key.trim_matches('_').to_owned()
}
