//! `pattern`: ECMA-262 regular expressions, compiled once per process.

use regress::Regex;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The compiled patterns; `None` for one that does not compile.
static COMPILED: Mutex<BTreeMap<&'static str, Option<Arc<Regex>>>> = Mutex::new(BTreeMap::new());

/// Whether `pattern` matches somewhere in `text`.
///
/// A pattern that does not compile matches everything: the server still has the last word.
pub(super) fn matches(pattern: &'static str, text: &str) -> bool {
    // The lock is not held while matching, so a slow pattern delays nobody else.
    let regex = {
        let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
        compiled
            .entry(pattern)
            .or_insert_with(|| compile(pattern))
            .clone()
    };
    regex.is_none_or(|regex| regex.find(text).is_some())
}

/// JSON Schema asks for Unicode mode; patterns that are only valid without it are taken so.
fn compile(pattern: &str) -> Option<Arc<Regex>> {
    let regex = Regex::with_flags(pattern, "u").or_else(|_| Regex::new(pattern));
    regex.ok().map(Arc::new)
}
