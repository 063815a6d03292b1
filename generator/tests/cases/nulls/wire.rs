//! What may only be `null`.

use case_nulls::runtime::Json;
use case_nulls::Nullable;
use case_nulls::types::{Thing, ThingVariant, UsesPart};

#[test]
fn null_is_allowed_where_the_description_says_so() {
    let text = r#"{"inside":null,"by_name":null,"several":null,"variant":null,"nothing":null,"never":null}"#;
    let thing = Thing::from_json(text).unwrap();
    assert_eq!(thing.to_json(), text);
    assert!(thing.validate().is_ok());
    assert!(UsesPart::from_json(r#"{"part":null}"#).is_ok());
    let wrong = Thing::from_json(r#"{"never":5}"#).unwrap();
    assert_eq!(wrong.validate().unwrap_err().to_string(), "/never breaks `type: null`: 5");
}

#[test]
fn a_union_is_null_as_a_whole() {
    let thing = Thing::new().with_inside("a").with_variant(ThingVariant::from("b"));
    assert_eq!(thing.variant, Some(Nullable::Value(ThingVariant::String("b".to_owned()))));
    assert_eq!(thing.to_json(), r#"{"inside":"a","variant":"b"}"#);
}
