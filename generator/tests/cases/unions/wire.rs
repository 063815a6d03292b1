//! What converts into unions.

use case_unions::types::{Circle, Drawing, DrawingId, DrawingMany, Shape};

#[test]
fn contents_convert() {
    let drawing = Drawing::new(Circle::new("ring", 1.5)).with_id(5).with_many("one");
    assert_eq!(drawing.id, Some(DrawingId::Integer(5)));
    assert_eq!(drawing.many, Some(DrawingMany::String("one".to_owned())));
    assert!(matches!(drawing.shape, Shape::Circle(_)));
    let many = drawing.with_id("a").with_many(vec!["one".to_owned()]);
    assert!(matches!(many.many, Some(DrawingMany::Strings(_))));
}
