//! A schema that others build on: its tag says which of them a value is of, or that it is of none.

use case_inheritance::runtime::Json;
use case_inheritance::types::{Pet, Shape, ShapeBase, SomePets, User, UserType};

fn rules(value: &impl Json) -> Vec<String> {
    let violations = value.validate().err().into_iter().flatten();
    violations.map(|one| format!("{} {}", one.pointer, one.rule)).collect()
}

fn user(text: &str) -> User {
    let user = User::from_json(text).unwrap();
    assert_eq!(user.to_json(), text);
    user
}

#[test]
fn without_an_optional_tag_a_value_is_of_the_base() {
    for text in [r#"{"name":"a"}"#, r#"{"name":"a","role":"b"}"#, "{}"] {
        let user = user(text);
        assert!(matches!(user, User::UserBase(_)), "{user:?}");
        assert!(rules(&user).is_empty());
    }
    let summary = user(r#"{"type":"guest","name":"a","role":"b"}"#);
    assert!(matches!(summary, User::UserSummary(_)), "{summary:?}");
    assert!(rules(&summary).is_empty());
    assert!(matches!(user(r#"{"type":"robot"}"#), User::Unknown(_)));
    let error = User::from_json(r#"{"name":5}"#).unwrap_err();
    assert!(error.to_string().starts_with("/name: expected a string"), "{error}");
}

#[test]
fn a_base_may_have_a_tag_as_well() {
    for text in [r#"{"colour":"red"}"#, r#"{"kind":"Shape","colour":"red"}"#] {
        let shape = Shape::from_json(text).unwrap();
        assert!(matches!(shape, Shape::ShapeBase(_)), "{shape:?}");
        assert_eq!(shape.to_json(), text);
        assert!(rules(&shape).is_empty());
    }
    let mut wrong = ShapeBase::from_json("{}").unwrap();
    wrong.kind = Some("Circle".to_owned());
    assert_eq!(rules(&Shape::from(wrong)), ["/kind discriminator: Shape of ShapeBase"]);
}

#[test]
fn the_tag_of_another_is_not_the_bases() {
    let mut user = user("{}");
    if let User::UserBase(base) = &mut user {
        base.r#type = Some(UserType::User);
    }
    assert_eq!(rules(&user), ["/type discriminator: none of UserBase"]);
}

#[test]
fn a_required_tag_may_not_be_missing() {
    let pet = Pet::from_json(r#"{"name":"a"}"#).unwrap();
    assert!(matches!(pet, Pet::Unknown(_)), "{pet:?}");
    assert_eq!(pet.to_json(), r#"{"name":"a"}"#);
    assert!(!rules(&pet).is_empty());
}

#[test]
fn a_union_of_some_tells_them_as_their_hierarchy_does() {
    let read = |text: &str| SomePets::from_json(text).unwrap();
    let dog = read(r#"{"petType":"puppy","name":"a","bark":"b"}"#);
    assert!(matches!(dog, SomePets::Dog(_)), "{dog:?}");
    assert!(rules(&dog).is_empty());
    assert!(matches!(read(r#"{"petType":"Cat","name":"a"}"#), SomePets::Cat(_)));
}
