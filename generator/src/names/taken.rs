//! Names that are given once in a scope.

use super::Name;
use crate::diag::{Code, Diagnostic, Report};
use crate::pointer::Pointer;
use std::collections::{BTreeMap, BTreeSet};

/// The names in one scope, and for each that clashed the next number to try.
#[derive(Default)]
pub(super) struct Taken(BTreeSet<String>, BTreeMap<String, u32>);

impl Taken {
    pub(super) fn reserve(&mut self, name: &str) {
        self.0.insert(name.to_owned());
    }

    /// Whether a name is taken.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains(&comparable(name))
    }

    /// Takes `wanted`, or the first free number behind it, which is worth a warning.
    pub(super) fn claim(&mut self, wanted: String, at: &Pointer, report: &mut Report) -> Name {
        self.claim_for(None, wanted, at, report)
    }

    /// The same for a member that is named on the wire, which the warning then says.
    pub(super) fn claim_for(
        &mut self,
        member: Option<&str>,
        wanted: String,
        at: &Pointer,
        report: &mut Report,
    ) -> Name {
        if self.0.insert(comparable(&wanted)) {
            return Name(wanted);
        }
        let stem = wanted.strip_prefix("r#").unwrap_or(&wanted).to_owned();
        let stem = stem.trim_end_matches('_').to_owned();
        // `V1` and `V12` would be names of different things.
        let ends_in_digit = stem.ends_with(|c: char| c.is_ascii_digit());
        let joint = if stem.contains(char::is_uppercase) && !ends_in_digit {
            ""
        } else {
            "_"
        };
        let next = self.1.entry(stem.clone()).or_insert(2);
        let name = loop {
            let name = format!("{stem}{joint}{next}");
            *next += 1;
            if self.0.insert(comparable(&name)) {
                break name;
            }
        };
        let place = member.map_or_else(|| "here".to_owned(), |member| format!("for `{member}`"));
        let message = format!("the Rust name `{wanted}` is taken: `{name}` is used {place}");
        report.push(Diagnostic::new(Code::NAME_CLASH, at.clone(), message)
.on_key().help(
            "choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay",
        ));
        Name(name)
    }
}

/// `r#type` and `type` are one name.
fn comparable(name: &str) -> String {
    name.strip_prefix("r#").unwrap_or(name).to_owned()
}
