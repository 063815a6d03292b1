//! `pattern`: ECMA-262 regular expressions, compiled once per process.

use super::linear_pattern; // LINEAR
use regress::Regex;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Whether a pattern matches somewhere in a text.
pub(super) type Matcher = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// The compiled patterns; `None` for one that does not compile.
static COMPILED: Mutex<BTreeMap<&'static str, Option<Matcher>>> = Mutex::new(BTreeMap::new());

/// What may know how to match a pattern; the first that does is asked.
const MATCHERS: &[fn(&str) -> Option<Matcher>] = &[
    linear_pattern::matcher, // LINEAR
    backtracking,
];

/// Whether `pattern` matches somewhere in `text`.
///
/// A pattern that does not compile matches everything: the server still has the last word.
pub(super) fn matches(pattern: &'static str, text: &str) -> bool {
    // The lock is not held while matching, so a slow pattern delays nobody else.
    let matcher = {
        let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
        compiled
            .entry(pattern)
            .or_insert_with(|| MATCHERS.iter().find_map(|matcher| matcher(pattern)))
            .clone()
    };
    matcher.is_none_or(|matches| matches(text))
}

/// JSON Schema asks for Unicode mode; patterns that are only valid without it are taken so.
fn backtracking(pattern: &str) -> Option<Matcher> {
    let regex = Regex::with_flags(pattern, "u").or_else(|_| Regex::new(pattern));
    let regex = regex.ok()?;
    Some(Arc::new(move |text| regex.find(text).is_some()))
}
