//! Tags choose the variant, and say what is wrong with it.

use case_tags::runtime::Json;
use case_tags::types::{
    Animal, Dog, Image, Loose, Media, One, Pet, Thing, ThingsMapped, ThingsResult, ThingsSpelt,
    ThingsVersioned,
};

fn rules(value: &impl Json) -> Vec<String> {
    let violations = value.validate().err().into_iter().flatten();
    violations.map(|one| format!("{} {}", one.pointer, one.rule)).collect()
}

#[test]
fn constants_are_tags() {
    for text in [r#"{"type":"text","text":"a"}"#, r#"{"type":"Note","note":"a"}"#] {
        let thing = Thing::from_json(text).unwrap();
        assert!(!matches!(thing, Thing::Unknown(_)), "{text}");
        assert_eq!(thing.to_json(), text);
        assert!(rules(&thing).is_empty());
    }
    let unknown = Thing::from_json(r#"{"type":"TextThing","text":"a"}"#).unwrap();
    assert!(matches!(unknown, Thing::Unknown(_)));
}

#[test]
fn a_union_in_a_union_has_the_tags_of_its_variants() {
    let text = r#"{"url":"u","type":"sound"}"#;
    let thing = Thing::from_json(text).unwrap();
    assert!(matches!(thing, Thing::Media(Media::Sound(_))));
    assert_eq!(thing.to_json(), text);
    let error = Thing::from_json(r#"{"url":5,"type":"sound"}"#).unwrap_err();
    assert!(error.to_string().starts_with("/url: expected a string"), "{error}");
    // Which of several values is meant only the caller knows.
    let image = r#"{"url":"u"}"#;
    let image = Media::Image(Box::new(Image::from_json(image).unwrap()));
    assert_eq!(Thing::Media(image).to_json(), r#"{"url":"u"}"#);
}

#[test]
fn names_of_schemas_are_tags_through_a_union_in_a_union() {
    let text = r#"{"kind":"Dog","breed":"pug"}"#;
    let animal = Animal::from_json(text).unwrap();
    assert!(matches!(animal, Animal::Pet(Pet::Dog(_))), "{animal:?}");
    assert_eq!(animal.to_json(), text);
    assert!(rules(&animal).is_empty());
    let made = Animal::from(Pet::from(Dog::new("Dog").with_breed("pug")));
    assert_eq!(made.to_json(), text);
    assert!(rules(&made).is_empty());
    let cow = Animal::from_json(r#"{"kind":"Cow","milk":3}"#).unwrap();
    assert!(matches!(cow, Animal::Cow(_)));
}

#[test]
fn an_optional_tag_may_be_missing() {
    let text = r#"{"url":"u"}"#;
    let thing = Thing::from_json(text).unwrap();
    assert!(matches!(thing, Thing::Media(Media::Image(_))), "{thing:?}");
    assert_eq!(thing.to_json(), text);
    assert!(rules(&thing).is_empty());
    let nothing = Thing::from_json("{}").unwrap();
    assert_eq!(nothing.to_json(), "{}");
    assert!(!rules(&nothing).is_empty());
}

#[test]
fn numbers_and_booleans_are_tags() {
    let read = |text: &str| ThingsVersioned::from_json(text).unwrap();
    assert!(matches!(read(r#"{"version":1,"kind":"b"}"#), ThingsVersioned::Version1(_)));
    assert!(matches!(read(r#"{"version":3.0,"kind":"a"}"#), ThingsVersioned::B(_)));
    assert!(matches!(read(r#"{"version":4,"kind":"a"}"#), ThingsVersioned::Unknown(_)));
    assert!(matches!(read(r#"{"version":"1"}"#), ThingsVersioned::Unknown(_)));
    assert!(matches!(read(r#"{"kind":"a"}"#), ThingsVersioned::Unknown(_)));
    assert!(matches!(read(r#""text""#), ThingsVersioned::String(_)));
    let error = ThingsVersioned::from_json(r#"{"version":1,"size":"x"}"#).unwrap_err();
    assert!(error.to_string().starts_with("/size: expected"), "{error}");
    let result = ThingsResult::from_json(r#"{"ok":false,"value":"a"}"#).unwrap();
    assert!(matches!(result, ThingsResult::OkFalse(_)));
    let mut wrong = read(r#"{"version":1}"#);
    if let ThingsVersioned::Version1(held) = &mut wrong {
        held.version = 2.into();
    }
    assert_eq!(rules(&wrong), ["/version enum: [1]"]);
}

#[test]
fn of_variants_with_one_tag_the_best_is_taken() {
    let read = |text: &str| ThingsMapped::from_json(text).unwrap();
    assert!(matches!(read(r#"{"level":1}"#), ThingsMapped::One(_)));
    assert!(matches!(read(r#"{"level":2,"name":"a"}"#), ThingsMapped::Two(_)));
    assert!(matches!(read(r#"{"level":2,"other":"a"}"#), ThingsMapped::OtherTwo(_)));
    let error = ThingsMapped::from_json(r#"{"level":2,"name":5}"#).unwrap_err();
    assert!(error.to_string().starts_with("/name: expected a string"), "{error}");
    let one = ThingsMapped::One(Box::new(One::from_json("{}").unwrap()));
    assert_eq!(one.to_json(), r#"{"level":1}"#);
}

#[test]
fn without_a_tag_the_only_variant_that_fits_is_taken() {
    let read = |text: &str| Loose::from_json(text).unwrap();
    assert!(matches!(read(r#"{"name":"a","size":1}"#), Loose::Free(_)));
    assert!(matches!(read(r#"{"name":"a","weight":1}"#), Loose::Other(_)));
    assert!(matches!(read(r#"{"name":"a","size":"b"}"#), Loose::Other(_)), "the other has no such size");
    // By the description it has one, so it is written with it.
    assert_eq!(read(r#"{"name":"a","size":1}"#).to_json(), r#"{"type":"Free","name":"a","size":1}"#);
    // It fits both, or is of none.
    for text in [r#"{"name":"a"}"#, r#"{"note":"a"}"#, r#"{"name":"a","size":1,"type":"New"}"#] {
        let value = read(text);
        assert!(matches!(value, Loose::Unknown(_)), "{value:?}");
        assert_eq!(value.to_json(), text);
    }
}

#[test]
fn a_value_that_is_spelt_like_a_name_is_its_tag() {
    let card = ThingsSpelt::from_json(r#"{"by":"credit_card","number":"1"}"#).unwrap();
    assert!(matches!(card, ThingsSpelt::CreditCard(_)), "{card:?}");
    assert!(rules(&card).is_empty());
}
