//! What came of one description.

use super::choice::Description;
use crate::child::End;
use crate::generate_one::Made;
use serde::Serialize;
use std::path::PathBuf;

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    /// There is a crate.
    Generated,
    /// There are errors in the description, each with its place.
    Refused,
    /// There are errors without a place, or one of ours (E0001).
    Faulty,
    /// The generator panicked, or the system ended it.
    Panicked,
    /// It took too long.
    TimedOut,
    /// It wanted too much memory.
    OutOfMemory,
}

impl Kind {
    /// All of them, with the words that tables have for them.
    pub(super) const ALL: [(Self, &'static str); 6] = [
        (Self::Generated, "generated"),
        (Self::Refused, "refused"),
        (Self::Faulty, "faulty"),
        (Self::Panicked, "panicked"),
        (Self::TimedOut, "timed out"),
        (Self::OutOfMemory, "memory"),
    ];

    pub(super) fn word(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(kind, _)| *kind == self)
            .map_or("", |(_, word)| word)
    }
}

/// One description and what came of it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct One {
    /// Its path in the folder.
    pub(super) name: String,
    #[serde(skip)]
    pub(super) path: PathBuf,
    #[serde(skip)]
    pub(super) package: String,
    /// How it ended.
    pub(super) kind: Kind,
    /// Why it did not end well.
    pub(super) message: Option<String>,
    #[serde(flatten)]
    pub(super) made: Made,
}

impl One {
    pub(super) fn new(description: &Description, end: End) -> Self {
        let (kind, message, made) = match end {
            End::Finished(text) => match serde_json::from_str::<Made>(&text) {
                Ok(made) => (kind_of(&made), refusal(&made), made),
                Err(error) => (Kind::Panicked, Some(error.to_string()), Made::default()),
            },
            End::Failed(message) => (Kind::Faulty, Some(message), Made::default()),
            End::Panicked(message) => (Kind::Panicked, Some(message), Made::default()),
            End::TimedOut => (Kind::TimedOut, None, Made::default()),
            End::OutOfMemory => (Kind::OutOfMemory, None, Made::default()),
        };
        Self {
            name: description.name.clone(),
            path: description.path.clone(),
            package: description.package.clone(),
            kind,
            message,
            made,
        }
    }

    /// The part before the first `/`: who published it.
    pub(super) fn provider(&self) -> &str {
        let first = self.name.split('/').next().unwrap_or_default();
        [".json", ".yaml", ".yml"]
            .iter()
            .find_map(|extension| first.strip_suffix(extension))
            .unwrap_or(first)
    }
}

fn kind_of(made: &Made) -> Kind {
    let placed =
        |refusal: &crate::generate_one::Refusal| refusal.line.is_some() && refusal.code != "E0001";
    match made.refusals.as_slice() {
        [] => Kind::Generated,
        refusals if refusals.iter().all(placed) => Kind::Refused,
        _ => Kind::Faulty,
    }
}

/// The first error of each code.
fn refusal(made: &Made) -> Option<String> {
    let mut shown: Vec<(&str, String)> = Vec::new();
    for refusal in &made.refusals {
        if shown.iter().all(|(code, _)| *code != refusal.code) {
            let place = match refusal.line {
                Some(line) => format!("line {line}"),
                None => "no place".to_owned(),
            };
            shown.push((
                &refusal.code,
                format!("{}: {} ({place})", refusal.code, refusal.message),
            ));
        }
    }
    let texts: Vec<String> = shown.into_iter().map(|(_, text)| text).collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generate_one::Refusal;

    fn made(refusals: &[(&str, Option<u64>)]) -> Made {
        let one = |(code, line): &(&str, Option<u64>)| Refusal {
            code: (*code).to_owned(),
            message: "m".to_owned(),
            pointer: String::new(),
            line: *line,
        };
        Made {
            refusals: refusals.iter().map(one).collect(),
            ..Made::default()
        }
    }

    #[test]
    fn a_refusal_needs_a_place_and_must_not_be_ours() {
        assert_eq!(kind_of(&made(&[])), Kind::Generated);
        assert_eq!(kind_of(&made(&[("E0401", Some(3))])), Kind::Refused);
        assert_eq!(
            kind_of(&made(&[("E0401", Some(3)), ("E0401", None)])),
            Kind::Faulty
        );
        assert_eq!(kind_of(&made(&[("E0001", Some(1))])), Kind::Faulty);
    }

    #[test]
    fn the_first_of_each_code_is_shown() {
        let made = made(&[("E0401", Some(3)), ("E0401", Some(4)), ("E0201", Some(1))]);
        let shown = refusal(&made).unwrap();
        assert_eq!(shown, "E0401: m (line 3); E0201: m (line 1)");
    }
}
