//! What is of another version of OpenAPI: reported once for each keyword.

use super::types::Version;
use crate::diag::{Code, Diagnostic, Report};
use crate::pointer::Path;
use indexmap::IndexMap;

/// The findings, each about the first place, and how many places there are.
#[derive(Debug, Default)]
pub(super) struct Versions {
    found: IndexMap<String, (Diagnostic, usize)>,
}

impl Versions {
    /// Takes note of a keyword that one version alone has.
    pub(super) fn keyword(&mut self, key: &str, theirs: Version, ours: Version, at: &Path<'_>) {
        let (theirs, ours) = (theirs.as_str(), ours.as_str());
        let message = format!("`{key}` is of OpenAPI {theirs}, this description is {ours}");
        self.count(message, |message| {
            let finding = Diagnostic::new(Code::OTHER_VERSION, at.to_pointer(), message).on_key();
            finding.help(format!("it is taken as {theirs} means it"))
        });
    }

    /// Takes note of a value.
    pub(super) fn value(&mut self, message: &str, at: &Path<'_>) {
        self.count(message.to_owned(), |message| {
            Diagnostic::new(Code::OTHER_VERSION, at.to_pointer(), message)
        });
    }

    fn count(&mut self, message: String, first: impl FnOnce(String) -> Diagnostic) {
        let entry = self.found.entry(message);
        let message = entry.key().clone();
        entry.or_insert_with(|| (first(message), 0)).1 += 1;
    }

    /// Adds those of a later part.
    pub(super) fn append(&mut self, other: Self) {
        for (message, (first, count)) in other.found {
            self.found.entry(message).or_insert((first, 0)).1 += count;
        }
    }

    /// Reports them, in the order in which they were met.
    pub(super) fn report(self, report: &mut Report) {
        for (finding, count) in self.found.into_values() {
            report.push(finding.first_of(count, "places"));
        }
    }
}
