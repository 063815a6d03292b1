//! What formats mean at run time, wherever a value stands.

use case_scalars::operations::{AddReading, SetLink};
use case_scalars::runtime::{Number, Operation};
use case_scalars::{Json, types};
use types::{Reading, ReadingWhen};

/// The rules that a reading with these members breaks.
fn broken(members: &str) -> Vec<String> {
    let text = format!(r#"{{"sensor": "a", "count": 1, {members}}}"#);
    match Reading::from_json(text).unwrap().validate() {
        Ok(()) => Vec::new(),
        Err(violations) => violations
            .iter()
            .map(|one| format!("{} {}", one.pointer, one.rule))
            .collect(),
    }
}

#[test]
fn values_are_checked_wherever_they_stand() {
    for (members, rule) in [
        (r#""at": "2024-02-30T00:00:00Z""#, "/at format: date-time"),
        (r#""key": "no""#, "/key format: uuid"),
        (r#""link": "/relative""#, "/link format: uri"),
        (r#""byte": 256"#, "/byte format: uint8"),
        (r#""vast": 1e301"#, "/vast maximum: 1e300"),
        (r#""vast": -1"#, "/vast minimum: -1e-300"),
        (r#""single": 1e39"#, "/single format: float"),
        (
            r#""counted": "18446744073709551616""#,
            "/counted format: uint64",
        ),
        (
            r#""dates": ["2024-02-29", "2023-02-29"]"#,
            "/dates/1 format: date",
        ),
        (
            r#""hosts": {"a": "example.com", "b": "-"}"#,
            "/hosts/b format: hostname",
        ),
        (r#""loose": "no mail""#, "/loose format: email"),
        (r#""both": "https://example.com/{a}""#, "/both format: uri"),
        (r#""both": "https:a'<""#, "/both format: uri-template"),
    ] {
        assert!(
            broken(members).contains(&rule.to_owned()),
            "{members}: {:?}",
            broken(members)
        );
    }
    assert!(broken(r#""remote": "127.0.0.1""#)[0].starts_with("/remote not: "));
    for members in [
        r#""at": "2024-02-29t00:00:00.5+01:00", "key": "2EB8AA08-aa98-11ea-b4aa-73b441d16380""#,
        r#""link": "urn:a:b", "byte": 255, "single": 3e38, "counted": "18446744073709551615""#,
        r#""loose": 5, "remote": "127.0.0.256", "phone": "whatever", "both": "https://example.com""#,
    ] {
        assert_eq!(broken(members), Vec::<String>::new(), "{members}");
    }
}

#[test]
fn a_format_chooses_the_variant() {
    let read = |text: &str| ReadingWhen::from_json(text).unwrap();
    assert!(matches!(read(r#""2024-02-29""#), ReadingWhen::Date(_)));
    assert!(matches!(
        read(r#""2024-02-29T00:00:00Z""#),
        ReadingWhen::DateTime(_)
    ));
    assert!(read(r#""soon""#).validate().is_err());
}

#[test]
fn parameters_and_texts_are_checked() {
    let reading = || Reading::new("a", 1);
    let broken = AddReading::new(reading())
        .with_since("soon")
        .validate()
        .unwrap_err();
    assert_eq!(
        broken.to_string(),
        r#"/since breaks `format: date`: "soon""#
    );
    assert!(
        AddReading::new(reading())
            .with_since("2024-02-29")
            .validate()
            .is_ok()
    );
    let exact: Number = "1.50".parse().unwrap();
    let priced = AddReading::new(reading()).with_price(exact);
    assert!(priced.validate().is_ok());
    assert!(priced.with_price(11).validate().is_err());
    let key = "2eb8aa08-aa98-11ea-b4aa-73b441d16380";
    assert!(SetLink::new(key, "https://example.com").validate().is_ok());
    let broken = SetLink::new("key", "no").validate().unwrap_err();
    let rules: Vec<String> = broken.iter().map(ToString::to_string).collect();
    assert_eq!(rules.len(), 2, "{rules:?}");
}

#[test]
fn exact_numbers_lose_nothing() {
    let text = r#"{"sensor":"a","count":1,"exact":1234567890.12345678901234567890}"#;
    let reading = Reading::from_json(text).unwrap();
    assert_eq!(reading.to_json(), text);
    let price: Number = "19.990".parse().unwrap();
    let reading = Reading::new("a", 1).with_exact(price);
    assert_eq!(
        reading.to_json(),
        r#"{"sensor":"a","count":1,"exact":19.990}"#
    );
    assert!(Reading::new("a", 1).with_exact(-1).validate().is_err());
    assert!(Number::try_from(f64::NAN).is_err());
    assert!("1 2".parse::<Number>().is_err());
}
