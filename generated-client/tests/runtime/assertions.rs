//! Schemas as conditions: every keyword, on values that meet and break it.

use powertokens_seedance::runtime::schema::check;
use powertokens_seedance::runtime::{
    Assertion, Checker, Json, Schema, Value, assertion, object, object_rules, optional, rule,
    schema,
};

fn holds(schema: &Schema, text: &str) -> bool {
    schema.holds(&text.parse::<Value>().unwrap())
}

#[test]
fn keywords_hold_as_json_schema_says() {
    const A: Schema = schema().required(&["a"]);
    const B: Schema = schema().required(&["b"]);
    const SHORT: Schema = schema().scalar(rule().max_length(2));
    const NEVER: Schema = schema().never();
    const BOTH: Schema = schema().all_of(&[A, B]);
    let table: [(Schema, &[&str], &[&str]); 14] = [
        (schema(), &["1", "null", "{}"], &[]),
        (
            schema().types(&["integer", "null"]),
            &["1", "1.0", "null"],
            &["1.5", "\"1\""],
        ),
        (schema().types(&["number"]), &["1", "1.5"], &["\"a\""]),
        (
            schema().values(&["1", "\"a\"", "[1]"]),
            &["1.0", "\"a\"", "[1]"],
            &["2", "\"1\""],
        ),
        (
            schema().scalar(rule().number_minimum(2.0)),
            &["2", "\"a\""],
            &["1.9"],
        ),
        (SHORT, &["\"ab\"", "1234", "[1,2,3]"], &["\"abc\""]),
        (
            schema().items(1, 2),
            &["[1]", "{}", "\"\""],
            &["[]", "[1,2,3]"],
        ),
        (schema().unique_items(), &["[1,2]"], &["[1,1.0]"]),
        (
            schema().each(&SHORT),
            &["[\"a\"]", "\"long\""],
            &["[\"a\",\"long\"]"],
        ),
        (
            schema().members(1, 1),
            &["{\"a\":1}", "[]"],
            &["{}", "{\"a\":1,\"b\":2}"],
        ),
        (
            schema().properties(&[("a", SHORT)]).additional(&NEVER),
            &["{\"a\":\"x\"}", "{}"],
            &["{\"a\":\"long\"}", "{\"b\":1}"],
        ),
        (schema().not(&BOTH), &["{\"a\":1}"], &["{\"a\":1,\"b\":1}"]),
        (
            schema().any_of(&[A, B]),
            &["{\"a\":1,\"b\":1}", "1"],
            &["{\"c\":1}"],
        ),
        (
            schema().one_of(&[A, B]),
            &["{\"a\":1}"],
            &["{\"a\":1,\"b\":1}", "{}"],
        ),
    ];
    for (schema, good, bad) in table {
        for text in good {
            assert!(holds(&schema, text), "{schema:?} {text}");
        }
        for text in bad {
            assert!(!holds(&schema, text), "{schema:?} {text}");
        }
    }
}

object! {
    struct Pair {
        a: Option<String> = optional("a").assertions(&[assertion("not: x", schema().not(&schema().values(&["\"x\""])))]),
        b: Option<Vec<String>> = optional("b").each(&rule().assertions(&[assertion("no y", schema().not(&schema().values(&["\"y\""])))])),
    }
    rules = object_rules().assertions(&[assertion("not: both", schema().not(&schema().required(&["a", "b"])))]);
}

#[test]
fn violations_name_place_and_assertion() {
    let found = |text: &str| {
        let value = Pair::from_json(text).unwrap();
        let found = value.validate().err();
        let found = found.iter().flatten();
        let found = found.map(|one| format!("{} {}", one.pointer, one.rule));
        found.collect::<Vec<_>>()
    };
    assert_eq!(found(r#"{"a":"y"}"#), [""; 0]);
    assert_eq!(found(r#"{"a":"x"}"#), ["/a not: x"]);
    assert_eq!(found(r#"{"b":["x","y"]}"#), ["/b/1 no y"]);
    assert_eq!(found(r#"{"a":"q","b":[]}"#), [" not: both"]);
    // `null` is for the type to allow or not.
    let mut checker = Checker::default();
    check(NEVER, &Value::Null, &mut checker);
    assert!(checker.finish().is_ok());
}

const NEVER: &[Assertion] = &[assertion("never", schema().never())];
