//! The result for people.

use super::compare::Class;
use super::{Outcome, Tried};
use crate::corpus::table::BIG;
use std::collections::BTreeSet;
use std::fmt::Write;

/// How many places of each class are shown.
const PLACES: usize = 5;

/// How many examples and descriptions are the same in the end, and what went wrong with the others.
pub(in crate::corpus) fn table(tried: &[Tried]) -> String {
    let mut out = format!(
        "\n{:<40}{:>10}{:>8}{:>9}{:>15}{:>8}{:>9}\n",
        "round trip", "examples", "same", "%", "descriptions", "same", "%"
    );
    let small: Vec<&Tried> = tried
        .iter()
        .filter(|one| !BIG.contains(&one.provider.as_str()))
        .collect();
    let all: Vec<&Tried> = tried.iter().collect();
    for (title, of, valid_only) in [
        ("all", &all, false),
        ("all, valid examples", &all, true),
        ("without the big providers", &small, false),
        ("without the big providers, valid examples", &small, true),
    ] {
        share(&mut out, title, of, valid_only);
    }
    classes(&mut out, tried);
    for one in tried {
        if let Some(problem) = &one.problem {
            let _ = writeln!(out, "  {}  {}", one.name, problem.replace('\n', "\n    "));
        }
    }
    out
}

/// One line: how many of these are the same.
fn share(out: &mut String, title: &str, of: &[&Tried], valid_only: bool) {
    let (mut examples, mut same, mut descriptions, mut whole) = (0, 0, 0, 0);
    for one in of {
        let chosen = || one.examples.iter().filter(|it| it.valid || !valid_only);
        let good = chosen().filter(|it| it.differences.is_empty()).count();
        examples += chosen().count();
        same += good;
        descriptions += usize::from(chosen().next().is_some());
        whole += usize::from(chosen().next().is_some() && good == chosen().count());
    }
    let _ = writeln!(
        out,
        "{title:<40}{examples:>10}{same:>8}{:>9}{descriptions:>15}{whole:>8}{:>9}",
        percent(same, examples),
        percent(whole, descriptions)
    );
}

/// What went wrong, how often, and where.
fn classes(out: &mut String, tried: &[Tried]) {
    let _ = writeln!(
        out,
        "\n{:<52}{:>9}{:>11}{:>15}{:>9}",
        "difference", "examples", "only this", "descriptions", "invalid"
    );
    let mut places = String::new();
    for (class, words) in Class::ALL {
        let has = |it: &&Outcome| it.differences.iter().any(|one| one.class == class);
        let only = |it: &Outcome| it.differences.iter().all(|one| one.class == class);
        let found = || {
            let all = tried.iter();
            all.flat_map(move |one| one.examples.iter().filter(has).map(move |it| (one, it)))
        };
        let valid = || found().filter(|(_, it)| it.valid);
        let descriptions: BTreeSet<&str> = valid().map(|(one, _)| one.name.as_str()).collect();
        let invalid = found().count() - valid().count();
        if found().next().is_none() {
            continue;
        }
        let _ = writeln!(
            out,
            "{words:<52}{:>9}{:>11}{:>15}{invalid:>9}",
            valid().count(),
            valid().filter(|(_, it)| only(it)).count(),
            descriptions.len()
        );
        // One place of each description, those of valid examples first.
        let mut seen = BTreeSet::new();
        let firsts = valid()
            .filter(|(one, _)| seen.insert(&one.name))
            .take(PLACES);
        for (number, (one, it)) in firsts.enumerate() {
            if number == 0 {
                let _ = writeln!(places, "\n{words}");
            }
            let difference = it.differences.iter().find(|one| one.class == class);
            let (at, detail) = difference.map_or(("", ""), |one| (&*one.at, &*one.detail));
            let _ = writeln!(
                places,
                "  {}#{}  {}\n    {at}  {detail}",
                one.name, it.place, it.ty
            );
        }
    }
    out.push_str(&places);
}

/// A share in percent, with one decimal.
fn percent(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "-".to_owned();
    }
    let tenths = part * 1000 / whole;
    format!("{}.{}", tenths / 10, tenths % 10)
}
