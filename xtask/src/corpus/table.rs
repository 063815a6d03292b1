//! The result for people.

use super::compile::Compiled;
use super::outcome::{Kind, One};
use serde_json::{Map, Value};
use specwright::diag::Code;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Providers with so many descriptions that they would hide the rest.
pub(super) const BIG: [&str; 4] = [
    "azure.com",
    "amazonaws.com",
    "googleapis.com",
    "apisetu.gov.in",
];

/// Results by provider, findings by code, and everything that is not generated.
pub(super) fn results(results: &[One]) -> String {
    let mut out = by_provider(results);
    out.push('\n');
    out.push_str(&by_code(results));
    let mut failed = results
        .iter()
        .filter(|one| one.kind != Kind::Generated)
        .peekable();
    if failed.peek().is_some() {
        out.push_str("\nnot generated\n");
    }
    for one in failed {
        let message = one.message.as_deref().unwrap_or_default();
        let _ = writeln!(out, "  {}  {}  {message}", one.name, one.kind.word());
    }
    out
}

/// How many crates compile, and the first error of each that does not.
pub(super) fn compiled(compiled: &[Compiled]) -> String {
    let count = |test: fn(&Compiled) -> bool| compiled.iter().filter(|one| test(one)).count();
    let mut out = format!(
        "\n{} crates: {} compile, {} of them without a warning\n",
        compiled.len(),
        count(|one| one.compiles),
        count(Compiled::is_clean)
    );
    for one in compiled.iter().filter(|one| !one.is_clean()) {
        let _ = writeln!(
            out,
            "  {}  {} errors, {} warnings\n    {}",
            one.name,
            one.errors,
            one.warnings,
            one.first.replace('\n', "\n    ")
        );
    }
    out
}

fn by_provider(results: &[One]) -> String {
    let mut out = format!("{:<30}{:>13}", "provider", "descriptions");
    for (_, word) in Kind::ALL {
        let _ = write!(out, "{word:>11}");
    }
    out.push('\n');
    for big in BIG {
        row(
            &mut out,
            big,
            results.iter().filter(|one| one.provider() == big),
        );
    }
    let others = || results.iter().filter(|one| !BIG.contains(&one.provider()));
    let providers: BTreeSet<&str> = others().map(One::provider).collect();
    row(&mut out, &format!("{} others", providers.len()), others());
    row(&mut out, "all", results.iter());
    out
}

/// How many descriptions came to what: of all, of the big providers, and of the others.
pub(super) fn totals(results: &[One]) -> Value {
    let mut totals = Map::new();
    totals.insert("all".to_owned(), kinds(results.iter()));
    let others = results.iter().filter(|one| !BIG.contains(&one.provider()));
    totals.insert("others".to_owned(), kinds(others));
    for big in BIG {
        let own = results.iter().filter(|one| one.provider() == big);
        totals.insert(big.to_owned(), kinds(own));
    }
    totals.into()
}

fn kinds<'a>(results: impl Iterator<Item = &'a One>) -> Value {
    let mut counts = Map::new();
    for (_, word) in Kind::ALL {
        counts.insert(word.replace(' ', "_"), 0.into());
    }
    for one in results {
        let count = &mut counts[&one.kind.word().replace(' ', "_")];
        *count = (count.as_u64().unwrap_or_default() + 1).into();
    }
    counts.into()
}

/// One line of the table; none where there is nothing to count.
fn row<'a>(out: &mut String, title: &str, results: impl Iterator<Item = &'a One>) {
    let kinds: Vec<Kind> = results.map(|one| one.kind).collect();
    if kinds.is_empty() {
        return;
    }
    let _ = write!(out, "{title:<30}{:>13}", kinds.len());
    for (kind, _) in Kind::ALL {
        let _ = write!(out, "{:>11}", kinds.iter().filter(|k| **k == kind).count());
    }
    out.push('\n');
}

fn by_code(results: &[One]) -> String {
    let mut codes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for one in results {
        for (code, count) in &one.made.findings {
            let (descriptions, findings) = codes.entry(code).or_default();
            *descriptions += 1;
            *findings += count;
        }
    }
    let mut out = format!("{:<6}{:>13}{:>11}\n", "code", "descriptions", "findings");
    for (code, (descriptions, findings)) in codes {
        let title = Code::parse(code).map_or("", Code::title);
        let _ = writeln!(out, "{code:<6}{descriptions:>13}{findings:>11}  {title}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::choice::Description;
    use super::*;
    use crate::child::End;
    use std::path::PathBuf;

    fn one(name: &str, end: End) -> One {
        let description = Description {
            name: name.to_owned(),
            path: PathBuf::new(),
            package: String::new(),
            size: 0,
        };
        One::new(&description, end)
    }

    #[test]
    fn big_providers_stand_by_themselves() {
        let good = r#"{"refusals":[],"findings":{"W0403":2},"seconds":1.0,"peak":null,"lines":1,"operations":1}"#;
        let results = [
            one("azure.com/a.json", End::Finished(good.to_owned())),
            one("b.com.json", End::Finished(good.to_owned())),
            one("b.com/c.json", End::TimedOut),
            one("d.com.json", End::Panicked("at a.rs".to_owned())),
        ];
        let totals = super::totals(&results);
        assert_eq!(totals["all"]["generated"], 2);
        assert_eq!(totals["others"]["timed_out"], 1);
        assert_eq!(totals["azure.com"]["generated"], 1);
        assert_eq!(totals["googleapis.com"]["panicked"], 0);
        let shown = super::results(&results);
        let numbers = |title: &str| {
            let line = shown.lines().find(|line| line.starts_with(title)).unwrap();
            let words = line[title.len()..].split_whitespace();
            words
                .map_while(|word| word.parse().ok())
                .collect::<Vec<usize>>()
        };
        assert_eq!(numbers("azure.com"), [1, 1, 0, 0, 0, 0, 0]);
        assert_eq!(numbers("2 others"), [3, 1, 0, 0, 1, 1, 0]);
        assert_eq!(numbers("all"), [4, 2, 0, 0, 1, 1, 0]);
        assert_eq!(numbers("W0403"), [2, 4]);
        assert!(!shown.contains("googleapis"));
        assert!(shown.contains("  b.com/c.json  timed out  \n"));
        assert!(shown.contains("  d.com.json  panicked  at a.rs\n"));
    }
}
