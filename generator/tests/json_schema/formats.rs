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

/// What the suite does not have: formats of other specifications, and other names.
const MORE: &[(&str, &[&str], &[&str])] = &[
    (
        "int8",
        &["-128", "127", "007"],
        &["128", "1.0", "", "-", "1e1", " 1"],
    ),
    (
        "uint64",
        &["0", "18446744073709551615"],
        &["-1", "18446744073709551616"],
    ),
    (
        "Int64",
        &["-9223372036854775808"],
        &["9223372036854775808", "ten"],
    ),
    (
        "float",
        &["1.5", "-3e38", "NaN"],
        &["3.5e38", "1,5", "nan", ".5", "1."],
    ),
    ("double", &["1e308", "Infinity"], &["1e309", "inf"]),
    (
        "decimal",
        &["100.00", "+1", "1e400"],
        &["1.2.3", "NaN", "€ 5", "--1"],
    ),
    (
        "dateTime",
        &["2024-02-29T12:00:00Z"],
        &["2024-02-29", "2024-02-29 12:00:00Z"],
    ),
    (
        "guid",
        &["00000000-0000-0000-0000-000000000000"],
        &["{00000000-0000-0000-0000-000000000000}"],
    ),
    (
        "google-duration",
        &["3s", "-0.000000001s"],
        &["3", "3.s", ".5s", "1.0000000000s"],
    ),
    (
        "http-date",
        &["Sun, 06 Nov 1994 08:49:37 GMT"],
        &[
            "Sun, 31 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
        ],
    ),
    ("byte", &["", "AA==", "AA", "-_-_\n"], &["A", "A=A", "é"]),
    ("char", &["a", "é"], &["", "ab"]),
];

#[test]
fn formats_of_other_specifications_count() {
    for (name, right, wrong) in MORE {
        let format = Format::named(name).unwrap();
        let holds = |text: &&&str| format.holds_for_text(text);
        assert_eq!(right.iter().find(|text| !holds(text)), None, "{name}");
        assert_eq!(wrong.iter().find(holds), None, "{name}");
    }
    let int16 = Format::named("int16").unwrap();
    for (number, holds) in [
        ("32767", true),
        ("32768", false),
        ("5.0", true),
        ("5.5", false),
        ("1e4", true),
        ("1e5", false),
    ] {
        assert_eq!(int16.holds_for_number(number), holds, "{number}");
    }
    assert!(Format::named("float").unwrap().holds_for_number("3e38"));
    assert!(!Format::named("float").unwrap().holds_for_number("1e39"));
    assert!(Format::named("url").is_none() && Format::named("").is_none());
}

/// Work that grew with the square of the text would not come to an end.
#[test]
fn long_texts_end() {
    let pieces = [
        "1",
        "a.",
        "a@",
        "/",
        "%41",
        "~0",
        "(",
        "[",
        "{a}",
        "{a,",
        "\"\\",
        ":",
        "P1D",
        "é",
        "((?:a{5})",
        "0:",
        "a?#",
    ];
    for (_, format) in Format::NAMED {
        for piece in pieces {
            let text = piece.repeat(1_000_000 / piece.len());
            for text in [
                // Short enough to be read as an expression.
                piece.repeat(9_000 / piece.len()),
                text.clone(),
                format!("a:{text}"),
                format!("\"{text}\"@a"),
                format!("//{text}"),
            ] {
                std::hint::black_box(format.holds_for_text(&text));
            }
        }
    }
}
