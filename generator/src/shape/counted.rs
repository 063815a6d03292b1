//! What is found in many places and said once, about the first of them.

use crate::diag::{Diagnostic, Report};
use indexmap::IndexMap;

/// Findings by what tells them apart, each about the first place, and how many places there are.
#[derive(Debug, Default)]
pub(super) struct Counted {
    found: IndexMap<String, (Diagnostic, usize)>,
}

impl Counted {
    /// Counts one more place; `first` makes the finding, where it is the first of this key.
    pub(super) fn count(&mut self, key: &str, first: impl FnOnce() -> Diagnostic) {
        match self.found.get_mut(key) {
            Some((_, count)) => *count += 1,
            None => {
                self.found.insert(key.to_owned(), (first(), 1));
            }
        }
    }

    /// Adds those of a later part.
    pub(super) fn append(&mut self, other: Self) {
        for (key, (first, count)) in other.found {
            self.found.entry(key).or_insert((first, 0)).1 += count;
        }
    }

    /// Reports them, in the order in which they were met; `things` are what was counted.
    pub(super) fn report(self, things: &str, report: &mut Report) {
        for (finding, count) in self.found.into_values() {
            report.push(finding.first_of(count, things));
        }
    }
}
