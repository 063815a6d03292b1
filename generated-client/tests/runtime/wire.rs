//! Reading, writing and validating.

use crate::sample::{
    Circle, Either, Level, Mixed, Priority, Shape, Square, TextToVideoRequest,
    TextToVideoRequestModel, TextToVideoRequestSeconds, VideoMediaInput, VideoTask,
};
use powertokens_seedance::runtime::{
    Checker, Json, Nullable, Rule, Value, Wire, additional_properties, exact_object, object_rules,
    optional, rule,
};
use std::collections::BTreeMap;

fn request() -> TextToVideoRequest {
    let mut text = VideoMediaInput::new("text");
    text.text = Some("A small cat".to_owned());
    TextToVideoRequest::new(
        TextToVideoRequestModel::DreaminaSeedance20Mini260615,
        vec![text],
    )
}

fn rules(value: &impl Json) -> Vec<String> {
    let Err(violations) = value.validate() else {
        return Vec::new();
    };
    violations
        .iter()
        .map(|found| format!("{} {}", found.pointer, found.rule))
        .collect()
}

fn error<T: Json + std::fmt::Debug>(text: &str) -> String {
    T::from_json(text).unwrap_err().to_string()
}

#[test]
fn unset_members_are_omitted_and_null_is_written() {
    let mut request = request();
    request.note = Some(Nullable::Null);
    assert_eq!(
        request.to_json(),
        r#"{"model":"dreamina-seedance-2-0-mini-260615","media":[{"type":"text","text":"A small cat"}],"note":null}"#
    );
    assert_eq!(
        TextToVideoRequest::from_json(request.to_json()),
        Ok(request)
    );
}

#[test]
fn all_violations_are_found() {
    let mut request = request().seed(4_294_967_296);
    request.seconds = Some("13".into());
    request.note = Some(Nullable::Value("A".repeat(65)));
    request.tags = Some(vec!["short".into(), "longer".into()]);
    request.media.push(VideoMediaInput::new("last_frame"));
    assert_eq!(
        rules(&request),
        [
            "/media/1 anyOf: (type: text, required: text) or (type: first_frame | last_frame, required: url)",
            "/seconds enum: [\"4\", \"-1\"]",
            "/seed maximum: 4294967295",
            "/note maxLength: 64",
            "/note pattern: ^[a-z]+$",
            "/tags/1 maxLength: 5",
        ]
    );
    request.media.clear();
    assert_eq!(rules(&request)[0], "/media minItems: 1");
}

#[test]
fn replies_are_read_liberally() {
    let text = r#"{"id":"a","id":"b","parent":null,"priority":7.0,"mixed":"new","new":[1]}"#;
    let task = VideoTask::from_json(text).unwrap();
    assert_eq!(task.id, "b");
    assert_eq!(task.parent, Nullable::Null);
    assert_eq!(task.priority, Some(Priority::Unknown(7)));
    assert_eq!(task.mixed, Some(Mixed::Unknown("new".into())));
    assert_eq!(task.additional_properties["new"], vec![1].into());
    assert_eq!(VideoTask::from_json(task.to_json()), Ok(task));
    let task = VideoTask::from_json(r#"{"id":"a","parent":"b","priority":null,"mixed":1.50}"#);
    let task = task.unwrap();
    assert_eq!(
        (task.priority, task.mixed),
        (None, Some(Mixed::OneAndAHalf))
    );
}

#[test]
fn errors_say_where_and_what() {
    assert_eq!(
        error::<VideoTask>(r#"{"parent":null}"#),
        "expected a member `id`, found none"
    );
    assert_eq!(
        error::<TextToVideoRequest>(r#"{"model":"m","media":[{"type":"text"},{"type":5}]}"#),
        "/media/1/type: expected a string, found 5"
    );
    assert_eq!(
        error::<i64>("5.5"),
        "expected an integer of at most 128 bits, found 5.5"
    );
    assert!(error::<i32>("5000000000").contains("-2147483648 to 2147483647"));
    assert!(error::<Value>("[1,").contains("JSON"));
    assert!(error::<Value>("{} x").contains("JSON"));
}

#[test]
fn integers_may_be_written_as_decimals() {
    assert_eq!(i64::from_json("5.0"), Ok(5));
    assert_eq!(i64::from_json("50e-1"), Ok(5));
    assert_eq!(u64::from_json("18446744073709551615"), Ok(u64::MAX));
    assert_eq!(i64::from_json("-9223372036854775808.0"), Ok(i64::MIN));
    assert!(i64::from_json("9223372036854775808").is_err());
    assert!(u32::from_json("-1").is_err());
}

#[test]
fn tagged_unions_read_the_tag_first() {
    let shape = Shape::from_json(r#"{"inner":{"side":1,"kind":"sq"},"kind":"circle"}"#).unwrap();
    let Shape::Circle(circle) = &shape else {
        panic!("{shape:?}")
    };
    assert!(
        matches!(&circle.inner, Some(Shape::Square(square)) if (square.side - 1.0).abs() < 1e-9)
    );
    assert_eq!(
        shape.to_json(),
        r#"{"kind":"circle","inner":{"side":1,"kind":"sq"}}"#
    );
    assert_eq!(
        error::<Shape>(r#"{"kind":"square","side":"x"}"#),
        "/side: expected a number, found \"x\""
    );
    let unknown = Shape::from_json(r#"{"kind":"hexagon"}"#).unwrap();
    assert_eq!(unknown.to_json(), r#"{"kind":"hexagon"}"#);
    assert_eq!(rules(&unknown), [" oneOf: [Circle, Square]"]);
    let mut wrong = Circle::blank();
    wrong.kind = "square".into();
    assert_eq!(
        rules(&Shape::Circle(Box::new(wrong))),
        ["/kind discriminator: circle of Circle"]
    );
}

#[test]
fn untagged_unions_take_what_fits_best() {
    let read = |text: &str| Either::from_json(text).unwrap();
    assert_eq!(read("5"), Either::Count(5));
    assert_eq!(read("\"low\""), Either::Level(Level::Low));
    assert_eq!(
        read("[[1],[]]"),
        Either::List(vec![
            Either::List(vec![Either::Count(1)]),
            Either::List(vec![]),
        ])
    );
    assert!(matches!(read(r#"{"side":1}"#), Either::Square(_)));
    assert!(matches!(read(r#"{"side":1,"depth":2}"#), Either::Cube(_)));
    assert!(matches!(read(r#"{"side":0.001}"#), Either::Cube(_)));
    assert_eq!(read("true"), Either::Unknown(true.into()));
    assert_eq!(
        rules(&read(r#"{"side":1}"#)),
        [" oneOf: only one of Square and Cube"]
    );
    assert!(rules(&read(r#"{"side":0.001}"#)).is_empty());
}

#[test]
fn nested_unions_do_not_explode() {
    let text = format!("{}true{}", "[".repeat(100), "]".repeat(100));
    let value = Either::from_json(&text).unwrap();
    assert_eq!(value.to_json(), text);
    assert!(!rules(&value).is_empty());
}

#[test]
fn depth_is_limited() {
    for open in ["[", r#"{"a":"#, r#"{"kind":"circle","inner":"#] {
        let text = open.repeat(100_000);
        assert!(Value::from_json(&text).is_err());
        assert!(VideoTask::from_json(format!(r#"{{"x":{text}"#)).is_err());
        assert!(Shape::from_json(&text).is_err());
        assert!(Either::from_json(&text).is_err());
        assert!(VideoMediaInput::from_json(format!(r#"{{"x":{text}"#)).is_err());
    }
    let text = format!("{}{}", "[".repeat(128), "]".repeat(128));
    assert!(Value::from_json(text).is_ok());
}

#[test]
fn values_keep_numbers_and_compare_by_value() {
    let text = r#"{"big":123456789012345678901234567890,"e":1e-7,"s":"\u0000\"\\\n\ud83d\ude00"}"#;
    let value: Value = text.parse().unwrap();
    assert_eq!(
        value.to_string(),
        "{\"big\":123456789012345678901234567890,\"e\":1e-7,\"s\":\"\\u0000\\\"\\\\\\n😀\"}"
    );
    assert_eq!("[1.0,100]".parse::<Value>(), "[1,1e2]".parse());
    assert_ne!("1".parse::<Value>(), "1.0000000000000000000001".parse());
    assert_eq!(value.pointer("/e").and_then(Value::as_f64), Some(1e-7));
    assert_eq!(
        "{\"a/b\":[0,7]}"
            .parse::<Value>()
            .unwrap()
            .pointer("/a~1b/1"),
        Some(&7.into())
    );
    assert_eq!(f64::NAN.to_json(), "null");
    assert_eq!(rules(&f64::NAN), [" type: number"]);
    assert_eq!(1e300.to_json().parse::<f64>(), Ok(1e300));
    assert_eq!((0.1 + 0.2).to_json(), "0.30000000000000004");
}

#[test]
fn enums_convert() {
    assert_eq!(
        TextToVideoRequestSeconds::from("4"),
        TextToVideoRequestSeconds::Seconds4
    );
    assert_eq!(
        "9".parse(),
        Ok(TextToVideoRequestSeconds::Unknown("9".into()))
    );
    assert_eq!(TextToVideoRequestSeconds::SecondsMinus1.to_string(), "-1");
    assert_eq!(Priority::from(1), Priority::Priority1);
    assert_eq!(rules(&Priority::Unknown(3)), [" enum: [1]"]);
    assert_eq!(rules(&Mixed::Unknown(3.into())), [" enum: [1.5, \"auto\"]"]);
}

exact_object! {
    struct Nothing {
    }
}

exact_object! {
    struct Open {
        a: Option<i64> = optional("a"),
        rest: BTreeMap<String, i64> = additional_properties().maximum(5),
    }
    rules = object_rules()
        .min_properties(1)
        .max_properties(2);
}

#[test]
fn objects_may_be_empty_or_open() {
    assert_eq!(Nothing::from_json(r#"{"x":1}"#).unwrap().to_json(), "{}");
    let open = Open::from_json(r#"{"z":9,"a":1,"b":2}"#).unwrap();
    assert_eq!(open.to_json(), r#"{"a":1,"b":2,"z":9}"#);
    assert_eq!(rules(&open), ["/z maximum: 5", " maxProperties: 2"]);
    assert_eq!(rules(&Open::blank()), [" minProperties: 1"]);
    let mut twice = open;
    twice.rest = BTreeMap::from([("a".to_owned(), 1)]);
    assert_eq!(rules(&twice), [" additionalProperties: without `a`"]);
}

#[test]
fn rules_are_exact() {
    let found = |value: f64, rule: &Rule| {
        let mut checker = Checker::default();
        value.check(rule, &mut checker);
        checker
            .finish()
            .map_err(|found| found.iter().next().unwrap().rule.clone())
    };
    assert_eq!(found(0.3, &rule().number_multiple_of(0.1)), Ok(()));
    assert_eq!(found(19.99, &rule().number_multiple_of(0.01)), Ok(()));
    assert_eq!(
        found(0.35, &rule().number_multiple_of(0.1)),
        Err("multipleOf: 0.1".to_owned())
    );
    assert_eq!(
        found(1e300, &rule().multiple_of(7)),
        Err("multipleOf: 7".to_owned())
    );
    assert_eq!(
        found(5.0, &rule().exclusive_maximum(5)),
        Err("exclusiveMaximum: 5".to_owned())
    );
    assert_eq!(found(-0.5, &rule().number_range(-0.5, 0.5)), Ok(()));
    let text = |value: &str, rule: &Rule| {
        let mut checker = Checker::default();
        value.to_owned().check(rule, &mut checker);
        checker.count()
    };
    assert_eq!(text("😀é", &rule().max_length(2)), 0);
    assert_eq!(text("x", &rule().pattern("(unclosed")), 0);
    assert_eq!(text("aab", &rule().pattern(r"^(a)\1(?=b)")), 0);
    let mut checker = Checker::default();
    vec![1.0, 1.0].check(&rule().unique_items().min_items(3), &mut checker);
    assert_eq!(checker.count(), 2);
}

#[cfg(feature = "serde")]
#[test]
fn serde_goes_through_json() {
    let request = request().seed(7);
    let value = serde_json::to_value(&request).unwrap();
    assert_eq!(value["seed"], 7);
    assert_eq!(
        serde_json::from_value::<TextToVideoRequest>(value).unwrap(),
        request
    );
    assert!(serde_json::from_str::<TextToVideoRequest>("{}").is_err());
}

#[test]
fn undeclared_members_are_kept() {
    let text = r#"{"side":1,"kind":"square","z":[1.50,{"b":null,"a":1}],"y":null}"#;
    let mut square = Square::from_json(text).unwrap();
    assert_eq!(square.undeclared.len(), 3);
    assert_eq!(square.undeclared.get("y"), Some(&Value::Null));
    assert_eq!(
        square.to_json(),
        r#"{"side":1,"kind":"square","y":null,"z":[1.50,{"a":1,"b":null}]}"#
    );
    assert_eq!(square.validate(), Ok(()));
    assert!(format!("{square:?}").contains("undeclared: {\"kind\""));

    for name in ["kind", "y", "z"] {
        assert!(square.undeclared.remove(name).is_some());
    }
    assert!(square.undeclared.is_empty());
    assert_eq!(square, Square::from_json(r#"{"side":1}"#).unwrap());
    assert_eq!(format!("{square:?}"), "Square { side: 1.0 }");

    // What is declared stands in its field, and nowhere else.
    assert_eq!(square.undeclared.insert("side", 2), None);
    let broken = square.validate().unwrap_err().to_string();
    assert!(broken.contains("without `side`"), "{broken}");
}
