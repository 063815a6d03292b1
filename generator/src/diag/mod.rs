//! What the generator has to say about a description: findings with a code, a place and help.
//!
//! Stages never fail: they put what they find into a [`Report`] and go on with the best value
//! they have. `xtask` turns errors into an exit code.

mod codes;
mod locate;
mod origins;
mod render;
mod sources;

pub use codes::{CODES, Code};
pub use origins::Origins;
pub use render::{Style, render, render_all, to_json};
pub use sources::{Locate, NamedText, Source, Sources, Span};

use crate::pointer::Pointer;
use indexmap::{IndexMap, IndexSet};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; the output is complete.
    Note,
    /// Something was left out, guessed or repaired.
    Warning,
    /// No output can be made until it is mended.
    Error,
}

impl Severity {
    /// `error`, `warning` or `note`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Which of the input texts a place lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    /// The description, with the overlay applied: what an overlay added is shown in the overlay.
    Description,
    /// The overlay itself.
    Overlay,
    /// The settings.
    Settings,
    /// Another file that the description refers to, by its index in [`Sources::files`].
    File(u32),
}

/// A place in one of the input texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which text.
    pub document: Document,
    /// Where in it.
    pub pointer: Pointer,
    /// Whether the name of the member is meant and not its value.
    pub on_key: bool,
    /// Line and column (from 1) where a reader of the text gave up, when that is all there is.
    pub position: Option<(usize, usize)>,
}

impl From<Pointer> for Place {
    fn from(pointer: Pointer) -> Self {
        Self {
            document: Document::Description,
            pointer,
            on_key: false,
            position: None,
        }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// What kind of finding; brings its severity.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// What is wrong, in one line without a full stop, with the offending text in backticks.
    pub message: String,
    /// What was done instead, or what to do.
    pub help: Vec<String>,
    /// Another place, which is the reason, with what it is.
    pub reason: Option<Box<(String, Place)>>,
}

impl Diagnostic {
    /// A finding about the value at `place`.
    #[must_use]
    pub fn new(code: Code, place: impl Into<Place>, message: impl Into<String>) -> Self {
        Self {
            code,
            place: place.into(),
            message: message.into(),
            help: Vec::new(),
            reason: None,
        }
    }

    /// Points at the member's name and not at its value.
    #[must_use]
    pub fn on_key(mut self) -> Self {
        self.place.on_key = true;
        self
    }

    /// Places the finding in another text than the description.
    #[must_use]
    pub fn in_document(mut self, document: Document) -> Self {
        self.place.document = document;
        self
    }

    /// Gives line and column (from 1) where no pointer can say the place.
    #[must_use]
    pub fn at(mut self, line: usize, column: usize) -> Self {
        self.place.position = Some((line, column));
        self
    }

    /// Places the finding in the overlay's text.
    #[must_use]
    pub fn in_overlay(mut self) -> Self {
        self.place.document = Document::Overlay;
        self
    }

    /// Adds a line of help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Says that it is so in `count` things of which this is the first, unless it is the only one.
    #[must_use]
    pub fn first_of(self, count: usize, things: &str) -> Self {
        match count {
            1 => self,
            _ => self.help(format!("so it is in {count} {things}; this is the first")),
        }
    }

    /// Names another place that is the reason; `what` says what it is, such as `the reference`.
    #[must_use]
    pub fn because(mut self, what: impl Into<String>, place: impl Into<Place>) -> Self {
        self.reason = Some(Box::new((what.into(), place.into())));
        self
    }

    /// The severity of its code.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// All findings of one run, in the order they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    diagnostics: IndexSet<Diagnostic>,
}

impl Report {
    /// Adds a finding, unless the same one is there already.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.insert(diagnostic);
    }

    /// Adds all findings of another report.
    pub fn append(&mut self, other: Self) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// Adds the findings of another report, but what is so in several places only at the first.
    pub fn append_once(&mut self, other: Self) {
        let mut same: IndexMap<_, (Diagnostic, usize)> = IndexMap::new();
        for finding in other.diagnostics {
            let said = (finding.code, finding.message.clone(), finding.help.clone());
            same.entry(said).or_insert((finding, 0)).1 += 1;
        }
        for (finding, count) in same.into_values() {
            self.push(finding.first_of(count, "places"));
        }
    }

    /// All findings.
    #[must_use]
    pub fn diagnostics(&self) -> impl ExactSizeIterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether any finding forbids output.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many findings have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics()
            .filter(|d| d.severity() == severity)
            .count()
    }

    /// How many findings have this code.
    #[must_use]
    pub fn count_of(&self, code: Code) -> usize {
        self.diagnostics().filter(|d| d.code == code).count()
    }
}
