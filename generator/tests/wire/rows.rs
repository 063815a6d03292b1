//! The suite of parameter styles: which of its rows hold for the present specification.

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What is to be checked, and why the rest is not.
pub(crate) struct Suite {
    pub(crate) rows: Vec<Row>,
    left_out: BTreeMap<&'static str, usize>,
}

/// One parameter with one value.
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) place: String,
    pub(crate) style: String,
    pub(crate) explode: Option<bool>,
    pub(crate) name: String,
    pub(crate) value: Value,
    /// The texts that are right: the order of members may be open.
    pub(crate) expected: Vec<String>,
}

impl Suite {
    /// Reads it from the folder beside the repository, or the one that `SPECWRIGHT_SHARED` names.
    pub(crate) fn read() -> Option<Self> {
        let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
        let shared = std::env::var_os("SPECWRIGHT_SHARED").map_or_else(beside, PathBuf::from);
        let text = std::fs::read_to_string(shared.join("suites/param_styles.json")).ok()?;
        let all: Vec<Value> = serde_json::from_str(&text).unwrap();
        let (mut rows, mut left_out) = (Vec::new(), BTreeMap::new());
        for row in &all {
            let row = Row::read(row);
            match row.reason_against() {
                Some(reason) => *left_out.entry(reason).or_default() += 1,
                None => rows.push(row),
            }
        }
        Some(Self { rows, left_out })
    }

    /// How many rows are checked, and how many are not, by reason.
    pub(crate) fn summary(&self) -> String {
        let reasons = self.left_out.iter();
        let reasons: Vec<String> = reasons
            .map(|(why, count)| format!("{count} {why}"))
            .collect();
        format!("{} rows; left out: {}", self.rows.len(), reasons.join(", "))
    }
}

impl Row {
    fn read(row: &Value) -> Self {
        let text = |key: &str| row[key].as_str().unwrap().to_owned();
        let expected = match &row["expected"] {
            Value::String(text) => vec![text.clone()],
            Value::Array(all) => all
                .iter()
                .map(|one| one.as_str().unwrap().to_owned())
                .collect(),
            _ => Vec::new(),
        };
        assert_eq!(row["allowReserved"], false, "{}", row["id"]);
        Self {
            id: text("id"),
            place: text("in"),
            style: text("style"),
            explode: row["explode"].as_bool(),
            name: text("name"),
            value: row["value"].clone(),
            expected,
        }
    }

    /// Why the row does not hold, if it does not.
    fn reason_against(&self) -> Option<&'static str> {
        let is_one_of = |ids: &[&str]| ids.contains(&self.id.as_str());
        let old_table = ["oas-3.0.0-", "oas-3.0.3-", "oas-3.1.0-"];
        let old = old_table.iter().any(|table| self.id.starts_with(table));
        let compound = self.value.is_array() || self.value.is_object();
        let joined = self.explode == Some(false) && compound;
        if self.expected.is_empty() {
            Some("without a text that is right")
        } else if self.style == "cookie" {
            Some("of OpenAPI 3.2")
        } else if old && self.style == "label" && joined {
            Some("corrected by OpenAPI 3.0.4: `.a,b` and not `.a.b`")
        } else if old && ["spaceDelimited", "pipeDelimited", "deepObject"].contains(&&*self.style) {
            Some("corrected by OpenAPI 3.0.4: with the name, and encoded")
        } else if is_one_of(&["m-query-form-false-array-2", "m-query-form-false-object-1"]) {
            Some("against RFC 6570, section 2.3: an empty list is undefined")
        } else if self.id.starts_with("oapi-codegen-") && self.expected[0].contains([' ', '|', '['])
        {
            Some("not encoded, which OpenAPI 3.0.4 corrected")
        } else if self
            .value
            .as_f64()
            .is_some_and(|number| number.abs() >= 1e16)
        {
            Some("a number that has several texts")
        } else {
            None
        }
    }
}
