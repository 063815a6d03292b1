//! `pattern`: expressions that backtracking could take very long to match.

use super::pattern::Matcher;
use crate::patterns::LINEAR;
use regex_lite::Regex;
use std::sync::Arc;

/// A pattern that is to be matched in linear time, compiled.
pub(super) fn matcher(pattern: &str) -> Option<Matcher> {
    let (_, linear) = LINEAR.iter().find(|(known, _)| *known == pattern)?;
    let regex = Regex::new(linear).ok()?;
    Some(Arc::new(move |text| regex.is_match(text)))
}
