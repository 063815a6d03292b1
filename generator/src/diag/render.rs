//! Reports as text, in the manner of rustc, and as JSON.
//!
//! Line and column are computed here, for all findings in one pass over each text. What an
//! overlay added is shown in the overlay. Source lines come from strangers: signs that could
//! steer a terminal or reorder text are written out as escapes, long lines are cut.

use super::locate::{Located, locate_all};
use super::sources::{Source, Sources, Span};
use super::{Code, Diagnostic, Document, Place, Report, Severity};
use crate::pointer::Pointer;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Whether the text has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without.
    Plain,
    /// With ANSI colours.
    Coloured,
}

/// Of more findings than this with one code, only the first [`SHOWN`] are shown in full.
const MANY: usize = 5;
const SHOWN: usize = 3;
/// How many lines are named behind "and … more".
const NAMED: usize = 8;
/// The longest part of a source line that is shown.
const WINDOW: usize = 120;

/// The findings as text for people: of many with one code the first ones, and where the others are.
#[must_use]
pub fn render(report: &Report, sources: &Sources<'_>, style: Style) -> String {
    text(report, sources, style, MANY)
}

/// The same with every finding in full.
#[must_use]
pub fn render_all(report: &Report, sources: &Sources<'_>, style: Style) -> String {
    text(report, sources, style, usize::MAX)
}

/// The findings as text; `many` is how many with one code are shown in full at most.
fn text(report: &Report, sources: &Sources<'_>, style: Style, many: usize) -> String {
    let found: Vec<Found<'_>> = resolve(report, sources);
    let mut by_code: BTreeMap<Code, Vec<usize>> = BTreeMap::new();
    for (index, found) in found.iter().enumerate() {
        by_code
            .entry(found.diagnostic.code)
            .or_default()
            .push(index);
    }
    let mut out = String::new();
    for (index, one) in found.iter().enumerate() {
        let same = &by_code[&one.diagnostic.code];
        let nth = same.binary_search(&index).unwrap_or_default();
        let grouped = same.len() > many;
        if grouped && nth >= SHOWN {
            continue;
        }
        one.write(&mut out, style);
        if grouped && nth + 1 == SHOWN {
            let rest: Vec<&Found<'_>> = same[SHOWN..].iter().map(|i| &found[*i]).collect();
            write_rest(&mut out, &rest);
        }
        out.push('\n');
    }
    out
}

/// All findings as data for programs.
#[must_use]
pub fn to_json(report: &Report, sources: &Sources<'_>) -> Value {
    let one = |found: &Found<'_>| {
        json!({
            "code": found.diagnostic.code.as_str(),
            "severity": found.diagnostic.severity().as_str(),
            "message": found.diagnostic.message,
            "help": found.diagnostic.help,
            "file": found.located.source.map(|source| source.name),
            "line": found.located.span.map(|span| span.line),
            "column": found.located.span.map(|span| span.column),
            "pointer": found.diagnostic.place.pointer.as_str(),
            "reason": reason(found),
        })
    };
    Value::Array(resolve(report, sources).iter().map(one).collect())
}

/// The place that is the reason for a finding, as data.
fn reason(found: &Found<'_>) -> Value {
    let (Some((what, place)), Some(located)) = (found.diagnostic.reason.as_deref(), found.reason)
    else {
        return Value::Null;
    };
    json!({
        "what": what,
        "file": located.source.map(|source| source.name),
        "line": located.span.map(|span| span.line),
        "column": located.span.map(|span| span.column),
        "pointer": place.pointer.as_str(),
    })
}

/// A finding with its place in a text.
struct Found<'a> {
    diagnostic: &'a Diagnostic,
    located: Located<'a>,
    reason: Option<Located<'a>>,
}

fn resolve<'a>(report: &'a Report, sources: &Sources<'a>) -> Vec<Found<'a>> {
    let reasons = report
        .diagnostics()
        .filter_map(|d| Some(&d.reason.as_ref()?.1));
    let places: Vec<&Place> = report
        .diagnostics()
        .map(|d| &d.place)
        .chain(reasons)
        .collect();
    let mut located = locate_all(&places, sources);
    let mut reasons = located.split_off(report.diagnostics().len()).into_iter();
    let found = report.diagnostics().zip(located);
    found
        .map(|(diagnostic, located)| Found {
            diagnostic,
            located,
            reason: diagnostic.reason.as_ref().and_then(|_| reasons.next()),
        })
        .collect()
}

impl<'a> Sources<'a> {
    pub(super) fn get(&self, document: Document) -> Option<Source<'a>> {
        match document {
            Document::Description => Some(self.description),
            Document::Overlay => self.overlay,
            Document::Settings => self.settings,
            Document::File(index) => self.files.get(index as usize).map(|file| Source {
                name: &file.name,
                text: &file.text,
            }),
        }
    }
}

impl Found<'_> {
    fn write(&self, out: &mut String, style: Style) {
        let paint = Paint(style);
        let severity = self.diagnostic.severity();
        let colour = match severity {
            Severity::Error => "1;31",
            Severity::Warning => "1;33",
            Severity::Note => "1;32",
        };
        let head = format!("{}[{}]", severity.as_str(), self.diagnostic.code.as_str());
        let message = format!(": {}", visible(&self.diagnostic.message));
        paint.line(out, &[(colour, &head), ("1", &message)]);
        let gutter = self.write_place(out, paint);
        let mut line = |kind: &str, text: &str| {
            let start = ("", gutter.as_str());
            paint.line(
                out,
                &[start, ("1;34", " = "), ("1", kind), ("", ": "), ("", text)],
            );
        };
        if let (Some((what, place)), Some(located)) =
            (self.diagnostic.reason.as_deref(), &self.reason)
        {
            let place = located.shown(&place.pointer);
            line("note", &format!("{} is at {place}", visible(what)));
        }
        for help in &self.diagnostic.help {
            line("help", &visible(help));
        }
    }

    /// Writes the arrow and the source line; returns what the lines below begin with.
    fn write_place(&self, out: &mut String, paint: Paint) -> String {
        let pointer = &self.diagnostic.place.pointer;
        let place = format!(" {}", self.located.shown(pointer));
        let (Some(source), Some(span)) = (self.located.source, self.located.span) else {
            if self.located.source.is_some() {
                paint.line(out, &[("1;34", "  -->"), ("", &place)]);
            }
            return "  ".to_owned();
        };
        let number = span.line.to_string();
        let gutter = " ".repeat(number.len());
        paint.line(out, &[("", &gutter), ("1;34", "-->"), ("", &place)]);
        let Some(line) = nth_line(source.text, span.line) else {
            return gutter;
        };
        let (before, marked, after) = window(line, span);
        let shown = format!("{before}{marked}{after}");
        let indent = " ".repeat(before.chars().count());
        let carets = "^".repeat(marked.chars().count().max(1));
        let bar = format!("{gutter} |");
        paint.line(out, &[("1;34", &bar)]);
        let numbered = format!("{number} |");
        paint.line(out, &[("1;34", &numbered), ("", " "), ("", &shown)]);
        let colour = if self.diagnostic.severity() == Severity::Error {
            "1;31"
        } else {
            "1;33"
        };
        paint.line(
            out,
            &[("1;34", &bar), ("", " "), ("", &indent), (colour, &carets)],
        );
        gutter
    }
}

impl Located<'_> {
    /// File, line and column, or what of that is known.
    fn shown(&self, pointer: &Pointer) -> String {
        match (self.source, self.span) {
            (Some(source), Some(span)) => {
                format!("{}:{}:{}", visible(source.name), span.line, span.column)
            }
            (Some(source), None) => {
                format!("{}#{}", visible(source.name), visible(pointer.as_str()))
            }
            (None, _) => visible(pointer.as_str()),
        }
    }
}

/// Names the findings that are not shown: by line, or by pointer where the whole text is one line, as
/// JSON often is.
fn write_rest(out: &mut String, rest: &[&Found<'_>]) {
    let mut before = None;
    let named: Vec<String> = rest
        .iter()
        .take(NAMED)
        .map(|found| {
            let pointer = visible(found.diagnostic.place.pointer.as_str());
            let (Some(source), Some(span)) = (found.located.source, found.located.span) else {
                return pointer;
            };
            if source.text.trim_end().contains('\n') {
                return format!("{}:{}", visible(source.name), span.line);
            }
            // The file is named once.
            match before.replace(source.name) {
                Some(name) if name == source.name => format!("#{pointer}"),
                _ => format!("{}#{pointer}", visible(source.name)),
            }
        })
        .collect();
    let dots = if rest.len() > NAMED { ", …" } else { "" };
    let _ = writeln!(
        out,
        "  ... and {} more of this kind: {}{dots}",
        rest.len(),
        named.join(", ")
    );
}

/// Line `number` (from 1) of `text`, however its lines end.
fn nth_line(text: &str, number: usize) -> Option<&str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let line = text.split('\n').nth(number.checked_sub(1)?)?;
    Some(line.strip_suffix('\r').unwrap_or(line))
}

/// The part of a line to show: before the mark, marked, behind it. All made visible.
fn window(line: &str, span: Span) -> (String, String, String) {
    let length = if line.is_ascii() {
        line.len()
    } else {
        line.chars().count()
    };
    let start = span.column.saturating_sub(1).min(length);
    let end = start.saturating_add(span.length).min(length);
    let end = end.min(start + WINDOW / 2);
    let (from, to) = if length <= WINDOW {
        (0, length)
    } else {
        let from = start.saturating_sub(WINDOW / 3);
        (from, (from + WINDOW).min(length))
    };
    let before = format!(
        "{}{}",
        if from > 0 { "…" } else { "" },
        part(line, from, start)
    );
    let after = format!(
        "{}{}",
        part(line, end, to),
        if to < length { "…" } else { "" }
    );
    (before, part(line, start, end), after)
}

/// Characters `from..to` of a line, made visible.
fn part(line: &str, from: usize, to: usize) -> String {
    if line.is_ascii() {
        return visible(line.get(from..to).unwrap_or_default());
    }
    let part: String = line
        .chars()
        .skip(from)
        .take(to.saturating_sub(from))
        .collect();
    visible(&part)
}

/// Writes signs out that a terminal would act on or that hide or reorder others.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => out.push_str("    "),
            c if c.is_control() || is_invisible(c) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

/// Zero-width signs, and those that set the direction of text.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Writes lines of coloured parts.
#[derive(Clone, Copy)]
struct Paint(Style);

impl Paint {
    fn line(self, out: &mut String, parts: &[(&str, &str)]) {
        let start = out.len();
        for (colour, text) in parts {
            if self.0 == Style::Coloured && !colour.is_empty() && !text.is_empty() {
                let _ = write!(out, "\u{1b}[{colour}m{text}\u{1b}[0m");
            } else {
                out.push_str(text);
            }
        }
        let end = start + out[start..].trim_end().len();
        out.truncate(end);
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Origins;

    fn shown(text: &str, span: Span) -> String {
        let mut report = Report::default();
        report.push(
            Diagnostic::new(Code::SYNTAX, Pointer::root(), "wrong \u{202e}here")
                .at(span.line, span.column)
                .help("mend it"),
        );
        rendered(&report, text)
    }

    #[test]
    fn all_findings_are_shown_in_full_where_that_is_asked_for() {
        let mut report = Report::default();
        for index in 0..9 {
            let at = Pointer::root().key("a").index(index);
            report.push(Diagnostic::new(
                Code::NULL_VALUE,
                at,
                "there is no value here",
            ));
        }
        let text = "a: [1, 1, 1, 1, 1, 1, 1, 1, 1]";
        assert_eq!(rendered(&report, text).matches("no value here").count(), 3);
        let all = render_all(&report, &sources(text, &Origins::default()), Style::Plain);
        assert_eq!(all.matches("no value here").count(), 9);
        assert!(!all.contains("more of this kind"), "{all}");
    }

    fn rendered(report: &Report, text: &str) -> String {
        render(report, &sources(text, &Origins::default()), Style::Plain)
    }

    fn sources<'a>(text: &'a str, origins: &'a Origins) -> Sources<'a> {
        Sources {
            description: Source {
                name: "a.yaml",
                text,
            },
            overlay: None,
            settings: None,
            files: &[],
            origins,
            locate: |_, wanted| vec![None; wanted.len()],
        }
    }

    #[test]
    fn more_in_one_line_is_named_by_pointer() {
        let mut report = Report::default();
        for index in 0..6 {
            let place = Pointer::root().index(index);
            report.push(Diagnostic::new(Code::SYNTAX, place, "wrong").at(1, 2 + index));
        }
        let text = rendered(&report, "{}\n");
        assert!(text.contains("kind: a.yaml#/3, #/4, #/5\n"), "{text}");
    }

    #[test]
    fn a_finding_looks_as_rustc_shows_it() {
        let text = shown(
            "a: 1\nb:\t\u{1b}[31m2\n",
            Span {
                line: 2,
                column: 4,
                length: 1,
            },
        );
        let wanted = "error[E0101]: wrong \\u{202e}here\n --> a.yaml:2:4\n  |\n2 | b:    \\u{1b}[31m2\n  |       ^^^^^^\n  = help: mend it\n\n";
        assert_eq!(text, wanted);
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let line = format!("{}X{}", "a".repeat(5000), "b".repeat(5000));
        let text = shown(
            &line,
            Span {
                line: 1,
                column: 5001,
                length: 1,
            },
        );
        assert!(
            text.lines().all(|line| line.chars().count() < 140),
            "{text}"
        );
        let caret = text
            .lines()
            .find(|l| l.contains('^'))
            .unwrap()
            .chars()
            .position(|c| c == '^');
        let sign = text
            .lines()
            .find(|l| l.contains('X'))
            .unwrap()
            .chars()
            .position(|c| c == 'X');
        assert_eq!(caret, sign);
    }

    #[test]
    fn places_outside_the_text_do_no_harm() {
        assert!(
            shown(
                "",
                Span {
                    line: 9,
                    column: 9,
                    length: 9
                }
            )
            .contains("a.yaml:9:9")
        );
        assert!(
            shown(
                "ä",
                Span {
                    line: 1,
                    column: 9,
                    length: 9
                }
            )
            .contains('^')
        );
    }
}
