//! What converts into unions.

use case_unions::runtime::Json;
use case_unions::types::{Circle, Drawing, DrawingId, DrawingMany, Outcome, Shape};

#[test]
fn contents_convert() {
    let drawing = Drawing::new(Circle::new("ring", 1.5)).with_id(5).with_many("one");
    assert_eq!(drawing.id, Some(DrawingId::Integer(5)));
    assert_eq!(drawing.many, Some(DrawingMany::String("one".to_owned())));
    assert!(matches!(drawing.shape, Shape::Circle(_)));
    let many = drawing.with_id("a").with_many(vec!["one".to_owned()]);
    assert!(matches!(many.many, Some(DrawingMany::Strings(_))));
}

#[test]
fn the_variant_is_taken_that_keeps_the_value() {
    let read = |text: &str| Outcome::from_json(text).unwrap();
    assert!(matches!(read(r#"{"data":"a"}"#), Outcome::Done(_)));
    assert!(matches!(read(r#"{"data":"a","why":"b"}"#), Outcome::Failed(_)));
    let null = read(r#"{"data":null}"#);
    assert!(matches!(null, Outcome::Failed(_)), "{null:?}");
    assert_eq!(null.to_json(), r#"{"data":null}"#);
    assert!(null.validate().is_ok(), "the other variant does not allow it");
}
