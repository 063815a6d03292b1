//! What is of another version of OpenAPI: reported once for each keyword.

use super::counted::Counted;
use super::types::Version;
use crate::diag::{Code, Diagnostic};
use crate::pointer::Path;

/// Takes note of a keyword that one version alone has.
pub(super) fn keyword(
    key: &str,
    (theirs, ours): (Version, Version),
    at: &Path<'_>,
    versions: &mut Counted,
) {
    let (theirs, ours) = (theirs.as_str(), ours.as_str());
    let message = format!("`{key}` is of OpenAPI {theirs}, this description is {ours}");
    versions.count(&message, || {
        let finding = Diagnostic::new(Code::OTHER_VERSION, at.to_pointer(), &*message).on_key();
        finding.help(format!("it is taken as {theirs} means it"))
    });
}

/// Takes note of a value.
pub(super) fn value(message: &str, at: &Path<'_>, versions: &mut Counted) {
    versions.count(message, || {
        Diagnostic::new(Code::OTHER_VERSION, at.to_pointer(), message)
    });
}
