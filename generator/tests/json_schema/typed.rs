//! The suite as generated types: a value is valid when it can be read and breaks no rule.
//!
//! The lane `typed` of the suite, as component schemas of OpenAPI 3.0: the type that a schema implies
//! is added, and values of other types are left out, since a Rust type has no place for them.

use crate::packages::{cargo, write, write_package, write_root};
use crate::{json, say, suite};
use serde_json::{Map, Value, json};
use specwright::settings::Methods;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

const PACKAGE: &str = "json-schema";

/// What is not as the suite says, and why: group, test, reason.
const DIFFERENT: &[(&str, &str, &str)] = &[
    ("root pointer ref", "match", OBJECT),
    ("root pointer ref", "recursive match", OBJECT),
    ("root pointer ref", "mismatch", DROPPED),
    ("root pointer ref", "recursive mismatch", DROPPED),
];
const OBJECT: &str = "a schema with `properties` and without `type` is taken as one of objects";
const DROPPED: &str = "members that are forbidden are passed over while reading, and then gone";

/// One value, and whether it is valid.
struct Case {
    group: String,
    test: String,
    ty: String,
    value: String,
    valid: bool,
}

#[test]
fn values_are_valid_as_the_suite_says() {
    let (Some(schemas), Some(cases)) = (suite("oas30.json"), suite("cases30.json")) else {
        return;
    };
    let (groups, schemas) = (json(&cases), json(&schemas));
    let groups: Vec<&Value> = (groups.as_array().unwrap().iter())
        .filter(|group| group["variant"] == "typed")
        .collect();
    let mut cases: Vec<Case> = Vec::new();
    let mut components = Map::new();
    for (index, group) in groups.iter().enumerate() {
        let name = group["schema"].as_str().unwrap();
        take(name, &schemas, &mut components);
        // A named schema may be a type that Rust has; the rules are then those of its place.
        let reference = format!("#/components/schemas/{name}");
        components.insert(
            format!("Case{index}"),
            json!({
                "type": "object", "required": ["value"],
                "properties": {"value": {"$ref": reference}},
            }),
        );
        cases.extend(group["tests"].as_array().unwrap().iter().map(|test| Case {
            group: group["group"].as_str().unwrap().to_owned(),
            test: test["description"].as_str().unwrap().to_owned(),
            ty: format!("Case{index}"),
            value: json!({"value": test["data"]}).to_string(),
            valid: test["valid"] == true,
        }));
    }
    assert!(cases.len() > 300, "{}", cases.len());
    let description = json!({
        "openapi": "3.0.3", "info": {"title": "Suite", "version": "1.0.0"},
        "paths": {}, "components": {"schemas": components},
    });
    compare(&cases, &verdicts(&description.to_string(), &cases));
}

/// Takes over a schema and what it refers to.
fn take(name: &str, all: &Value, components: &mut Map<String, Value>) {
    let mut open = vec![name.to_owned()];
    while let Some(name) = open.pop() {
        let schema = &all["components"]["schemas"][&name];
        assert!(schema.is_object(), "there is no schema {name}");
        if components.insert(name, schema.clone()).is_none() {
            let text = schema.to_string();
            let references = text.split("#/components/schemas/").skip(1);
            open.extend(references.map(|rest| rest.split(['/', '"']).next().unwrap().to_owned()));
        }
    }
}

/// What a crate that is made of the description says about each value.
fn verdicts(description: &str, cases: &[Case]) -> Vec<String> {
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join(PACKAGE);
    write_package(
        &workspace.join(PACKAGE),
        PACKAGE,
        description,
        &BTreeMap::new(),
        Methods::default(),
        "",
    );
    write_root(&workspace, &[PACKAGE.to_owned()]);
    let mut program = PROGRAM.to_owned();
    for case in cases {
        let _ = writeln!(program, "    say::<types::{}>({:?});", case.ty, case.value);
    }
    program.push_str("}\n");
    write(&workspace.join(PACKAGE).join("tests/suite.rs"), &program);
    let arguments = "test --workspace --no-default-features --test suite -- --nocapture";
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let variables = [("CARGO_PROFILE_DEV_DEBUG".to_owned(), "0".to_owned())];
    let output = cargo(&workspace, &arguments, &variables);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{text}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let verdicts = text
        .lines()
        .filter_map(|line| line.strip_prefix("verdict: "));
    verdicts.map(str::to_owned).collect()
}

const PROGRAM: &str = r#"//! Reads the values of the suite and checks them.

use json_schema::{Json, types};

fn say<T: Json>(text: &str) {
    let verdict = match T::from_json(text) {
        Err(error) => format!("unreadable: {error}"),
        Ok(value) => match value.validate() {
            Err(violations) => format!("invalid: {violations}"),
            Ok(()) => "valid".to_owned(),
        },
    };
    println!("verdict: {}", verdict.replace('\n', " "));
}

#[test]
fn suite() {
"#;

fn compare(cases: &[Case], verdicts: &[String]) {
    assert_eq!(cases.len(), verdicts.len());
    let (mut wrong, mut met) = (Vec::new(), BTreeSet::new());
    for (case, verdict) in cases.iter().zip(verdicts) {
        if (verdict == "valid") == case.valid {
            continue;
        }
        let known = DIFFERENT
            .iter()
            .position(|(group, test, _)| *group == case.group && *test == case.test);
        match known {
            Some(index) => {
                if met.insert(index) {
                    let (group, test, reason) = DIFFERENT[index];
                    say(&format!("different: {group}, {test}: {reason}"));
                }
            }
            None => wrong.push(format!(
                "{:?}, {:?}: {} should be {}valid, but is {verdict}",
                case.group,
                case.test,
                case.value,
                if case.valid { "" } else { "in" },
            )),
        }
    }
    say(&format!(
        "values: {} of {} as the suite says",
        cases.len() - wrong.len() - met.len(),
        cases.len()
    ));
    assert!(wrong.is_empty(), "{wrong:#?}");
    let right = DIFFERENT.iter().enumerate();
    let right: Vec<_> = right.filter(|(index, _)| !met.contains(index)).collect();
    assert!(right.is_empty(), "now as the suite says: {right:?}");
}
