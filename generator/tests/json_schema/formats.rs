//! The suite's tests of `format`, against the code that decides.

use crate::{json, say, suite};
use serde_json::Value;
use specwright::format::Format;
use std::fs;

/// Formats that are documentation: what they allow takes tables of all of Unicode.
const DOCUMENTATION: [&str; 2] = ["idn-email", "idn-hostname"];

/// Host names whose labels begin with `xn--`: nothing is decoded to say what they stand for.
const NOT_DECODED: &str = "xn--";

#[test]
fn strings_have_their_formats() {
    let folders = ["draft4/optional/format", "draft2020-12/optional/format"];
    let Some(folders) = folders.map(suite).into_iter().collect::<Option<Vec<_>>>() else {
        return;
    };
    let (mut right, mut wrong, mut loose) = (0, Vec::new(), 0);
    for folder in folders {
        for file in fs::read_dir(folder).unwrap() {
            for group in json(&file.unwrap().path()).as_array().unwrap() {
                let Some(name) = group["schema"]["format"].as_str() else {
                    continue;
                };
                let Some(format) = Format::named(name) else {
                    assert!(DOCUMENTATION.contains(&name) || name == "unknown", "{name}");
                    continue;
                };
                for test in group["tests"].as_array().unwrap() {
                    let Value::String(text) = &test["data"] else {
                        continue;
                    };
                    let valid = test["valid"] == true;
                    if format.holds_for_text(text) == valid {
                        right += 1;
                    } else if !valid
                        && name == "hostname"
                        && text.to_lowercase().contains(NOT_DECODED)
                    {
                        loose += 1;
                    } else {
                        wrong.push(format!("{name}: {text:?} should be {valid}"));
                    }
                }
            }
        }
    }
    say(&format!(
        "formats: {right} tests as the suite says, {loose} labels that are not decoded"
    ));
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(right > 500 && loose <= 23, "{right}, {loose}");
}
