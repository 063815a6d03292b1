//! Measurements for people and for programs.

use super::{Measured, number};
use serde_json::json;
use std::fmt::Write;

/// A table.
pub(super) fn text(measured: &[Measured]) -> String {
    let width = measured
        .iter()
        .map(|one| one.name.len())
        .max()
        .unwrap_or(0)
        .max(11);
    let mut out = format!(
        "{:<width$} {:>8} {:>9} {:>6} {:>6}  {:>9} {:>9} {:>6}  {:>9} {:>9} {:>6}\n",
        "description",
        "MB",
        "lines",
        "ops",
        "per op",
        "seconds",
        "floor",
        "ratio",
        "MB",
        "floor",
        "ratio"
    );
    for one in measured {
        let megabytes = |bytes: Option<u64>| match bytes {
            Some(bytes) => format!("{:.1}", number(bytes) / 1e6),
            None => "unknown".to_owned(),
        };
        let memory = one
            .memory_ratio()
            .map_or_else(String::new, |ratio| format!("{ratio:.2}"));
        let _ = writeln!(
            out,
            "{:<width$} {:>8} {:>9} {:>6} {:>6.0}  {:>9.3} {:>9.3} {:>6.2}  {:>9} {:>9} {:>6}",
            one.name,
            megabytes(Some(one.bytes)),
            one.lines,
            one.operations,
            per_operation(one),
            one.generate.seconds,
            one.floor.seconds,
            one.time_ratio(),
            megabytes(one.generate.peak),
            megabytes(one.floor.peak),
            memory,
        );
    }
    out
}

/// One document.
pub(super) fn json(measured: &[Measured]) -> String {
    let one = |one: &Measured| {
        json!({
            "measured": one,
            "time_ratio": one.time_ratio(),
            "memory_ratio": one.memory_ratio(),
            "lines_per_operation": per_operation(one),
        })
    };
    let all: Vec<_> = measured.iter().map(one).collect();
    format!("{:#}\n", json!(all))
}

fn per_operation(one: &Measured) -> f64 {
    number(one.lines as u64) / number(one.operations.max(1) as u64)
}
