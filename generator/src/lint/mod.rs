//! Mistakes in a description that do not change what is generated of it.
//!
//! All of this looks at the tree as it was written, with the overlay applied and all files in one,
//! so that places are those of the text. Nonsense is passed over here: `shape` reports it.

mod bounds;
mod discriminators;
mod evaluate;
mod examples;
mod templates;
mod unused;
mod ways;

use crate::diag::{Code, Diagnostic, Report};
use crate::pointer::{Path, Pointer};
use crate::shape::{Kind, for_each_part};
use evaluate::{Evaluator, Way};
use serde_json::Value;
use ways::Ways;

/// Looks for mistakes in a description and reports them.
pub fn lint(value: &Value, report: &mut Report) {
    templates::check(value, report);
    unused::check(value, report);
    let mut linting = Linting {
        root: value,
        evaluator: Evaluator::new(value),
        ways: Ways::of(value),
        report,
    };
    linting.visit(value, Kind::Document, &Path::root());
}

/// What the checks of single objects share.
struct Linting<'a> {
    root: &'a Value,
    evaluator: Evaluator<'a>,
    ways: Ways,
    report: &'a mut Report,
}

impl Linting<'_> {
    fn visit(&mut self, value: &Value, kind: Kind, at: &Path<'_>) {
        let way = match kind {
            Kind::RequestBody | Kind::Response => {
                let is_sent = (kind == Kind::RequestBody) != is_turned(&at.to_pointer());
                Some(if is_sent { Way::Request } else { Way::Reply })
            }
            _ => self.evaluator.way,
        };
        let outer = std::mem::replace(&mut self.evaluator.way, way);
        self.object(value, kind, at);
        self.evaluator.way = outer;
    }

    fn object(&mut self, value: &Value, kind: Kind, at: &Path<'_>) {
        let is_reference = value.get("$ref").is_some_and(Value::is_string);
        let stands_alone = kind != Kind::Schema || self.evaluator.refs_stand_alone;
        if !(is_reference && stands_alone && kind.can_be_referred_to()) {
            match kind {
                Kind::Schema => {
                    bounds::check(value, at, self.report);
                    self.schema_examples(value, at);
                    self.discriminator(value, at);
                }
                Kind::MediaType | Kind::Parameter | Kind::Header => {
                    self.examples(value, kind, at);
                }
                _ => {}
            }
        }
        let outer = self.evaluator.way;
        for_each_part(value, kind, at, &mut |value, part, at| {
            if (kind, part) == (Kind::Components, Kind::Schema) {
                let name = at.to_pointer();
                let name = name.split_last();
                self.evaluator.way = name.and_then(|(_, name)| self.ways.schema(&name));
            }
            self.visit(value, part, at);
            self.evaluator.way = outer;
        });
    }

    fn push(&mut self, code: Code, at: Pointer, message: String) {
        self.report.push(Diagnostic::new(code, at, message));
    }
}

/// Whether a place is in a callback or webhook, whose requests are in the form of replies, since the
/// server sends them.
fn is_turned(at: &Pointer) -> bool {
    let mut tokens = at.tokens();
    tokens.next().as_deref() == Some("webhooks") || tokens.any(|token| token == "callbacks")
}

/// What a reference within the description leads to, through any others.
fn follow<'v>(root: &'v Value, mut value: &'v Value) -> Option<&'v Value> {
    // Longer chains are circles.
    for _ in 0..64 {
        match value.get("$ref").and_then(Value::as_str) {
            Some(reference) => value = target(root, reference)?.1,
            None => return Some(value),
        }
    }
    None
}

/// The place that a reference names, and what stands there.
fn target<'v>(root: &'v Value, reference: &str) -> Option<(Pointer, &'v Value)> {
    let fragment = reference.strip_prefix('#')?;
    let decoded = percent_encoding::percent_decode_str(fragment)
        .decode_utf8()
        .ok()
        .and_then(|text| Pointer::parse(&text));
    decoded
        .into_iter()
        .chain(Pointer::parse(fragment))
        .find_map(|at| Some((at.clone(), root.pointer(at.as_str())?)))
}
