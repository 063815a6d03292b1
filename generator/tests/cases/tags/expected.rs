// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /things`
    ///
    /// Replies:
    ///
    /// - `200`: It.
    pub struct AddThing {
        /// The request body.
        pub body: types::Thing,
    }
    send fn add_thing(body: impl Into<types::Thing>) -> Result<types::Things, Error<Value>>;
    fn new(body: impl Into<types::Thing>);
}

impl Operation for AddThing {
    type Output = types::Things;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addThing", "/things");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

one_of! {
    /// The schema `Animal`.
    pub enum Animal {
        /// A [`Pet`].
        ///
        /// Tagged `Cat` or `Dog`.
        Pet(Pet) = choice().tags(&["Cat", "Dog"]),
        /// A [`Cow`].
        ///
        /// Tagged `Cow`.
        Cow(Box<Cow>) = choice().tags(&["Cow"]),
    }
    tag = "kind";
    from = [Pet(Pet), Cow(Cow)];
}

object! {
    /// The schema `Bank`.
    pub struct Bank {
        pub by: By = required("by"),
        pub iban: Option<String> = optional("iban"),
    }
}

text_enum! {
    /// The schema `By`.
    pub enum By {
        CreditCard = "credit_card",
        Bank = "bank",
    }
}

object! {
    /// The schema `Cat`.
    pub struct Cat {
        pub kind: String = required("kind"),
        pub lives: Option<i64> = optional("lives"),
    }
    fn new(kind: impl Into<String>);
    fn with_lives(lives: i64);
}

object! {
    /// The schema `Cow`.
    pub struct Cow {
        pub kind: String = required("kind"),
        pub milk: Option<i64> = optional("milk"),
    }
    fn new(kind: impl Into<String>);
    fn with_milk(milk: i64);
}

object! {
    /// The schema `CreditCard`.
    pub struct CreditCard {
        pub by: By = required("by"),
        pub number: Option<String> = optional("number"),
    }
}

object! {
    /// The schema `Dog`.
    pub struct Dog {
        pub kind: String = required("kind"),
        pub breed: Option<String> = optional("breed"),
    }
    fn new(kind: impl Into<String>);
    fn with_breed(breed: impl Into<String>);
}

object! {
    /// The schema `Free`.
    pub struct Free {
        pub name: String = required("name"),
        pub size: Option<i64> = optional("size"),
    }
    fn new(name: impl Into<String>);
    fn with_size(size: i64);
}

object! {
    /// The schema `HasUrl`.
    pub struct HasUrl {
        pub url: String = required("url"),
    }
    fn new(url: impl Into<String>);
}

object! {
    /// The schema `Image`.
    pub struct Image {
        pub url: String = required("url"),
        pub r#type: Option<ImageType> = optional("type"),
    }
    fn new(url: impl Into<String>);
    fn with_type(r#type: ImageType);
}

text_enum! {
    /// `type` of `Image`.
    pub enum ImageType {
        Png = "png",
        Jpeg = "jpeg",
    }
}

one_of! {
    /// The schema `Loose`.
    pub enum Loose {
        /// A [`Note`].
        ///
        /// Tagged `Note`.
        Note(Box<Note>) = choice().tags(&["Note"]),
        /// A [`Free`].
        ///
        /// Tagged `Free`.
        Free(Box<Free>) = choice().tags(&["Free"]),
        /// A [`Other`].
        ///
        /// Tagged `Other`.
        Other(Box<Other>) = choice().tags(&["Other"]),
    }
    tag = "type";
    from = [Note(Note), Free(Free), Other(Other)];
}

any_of! {
    /// The schema `Media`.
    pub enum Media {
        /// A [`Image`].
        ///
        /// Tagged `png` or `jpeg`, or not at all.
        Image(Box<Image>) = choice().tags(&["png", "jpeg"]).optional_tag(),
        /// A [`Sound`].
        ///
        /// Tagged `sound`.
        Sound(Box<Sound>) = choice().tags(&["sound"]),
    }
    tag = "type";
    from = [Image(Image), Sound(Sound)];
}

object! {
    /// The schema `Note`.
    pub struct Note {
        pub r#type: String = required("type"),
        pub note: Option<String> = optional("note"),
    }
    fn new(r#type: impl Into<String>);
    fn with_note(note: impl Into<String>);
}

object! {
    /// The schema `One`.
    pub struct One {
        pub level: Option<OneLevel> = optional("level"),
        pub name: Option<String> = optional("name"),
    }
}

int_enum! {
    /// `level` of `One`.
    pub enum OneLevel {
        Level1 = 1,
    }
}

object! {
    /// The schema `Other`.
    pub struct Other {
        pub name: String = required("name"),
        pub weight: Option<i64> = optional("weight"),
    }
    fn new(name: impl Into<String>);
    fn with_weight(weight: i64);
}

object! {
    /// The schema `OtherTwo`.
    pub struct OtherTwo {
        pub level: OtherTwoLevel = required("level"),
        pub other: String = required("other"),
    }
}

one_of! {
    /// The schema `Pet`.
    pub enum Pet {
        /// A [`Cat`].
        ///
        /// Tagged `Cat`.
        Cat(Box<Cat>) = choice().tags(&["Cat"]),
        /// A [`Dog`].
        ///
        /// Tagged `Dog`.
        Dog(Box<Dog>) = choice().tags(&["Dog"]),
    }
    tag = "kind";
    from = [Cat(Cat), Dog(Dog)];
}

object! {
    /// The schema `Sound`.
    pub struct Sound {
        pub url: String = required("url"),
        pub r#type: SoundType = required("type"),
    }
    fn new(url: impl Into<String>, r#type: SoundType);
}

text_enum! {
    /// `type` of `Sound`.
    pub enum SoundType {
        Sound = "sound",
    }
}

object! {
    /// The schema `TextThing`.
    pub struct TextThing {
        pub r#type: TextThingType = required("type"),
        pub text: String = required("text"),
    }
    fn new(r#type: TextThingType, text: impl Into<String>);
}

text_enum! {
    /// `type` of `TextThing`.
    pub enum TextThingType {
        Text = "text",
    }
}

one_of! {
    /// The schema `Thing`.
    pub enum Thing {
        /// A [`TextThing`].
        ///
        /// Tagged `text`.
        TextThing(Box<TextThing>) = choice().tags(&["text"]),
        /// A [`Media`].
        ///
        /// Tagged `png` or `jpeg` or `sound`, or not at all.
        Media(Media) = choice().tags(&["png", "jpeg", "sound"]).optional_tag(),
        /// A [`Note`].
        ///
        /// Tagged `Note`.
        Note(Box<Note>) = choice().tags(&["Note"]),
    }
    tag = "type";
    from = [TextThing(TextThing), Media(Media), Note(Note)];
}

object! {
    /// The schema `Things`.
    pub struct Things {
        pub versioned: Option<ThingsVersioned> = optional("versioned"),
        pub result: Option<ThingsResult> = optional("result"),
        pub shared: Option<ThingsShared> = optional("shared"),
        pub spelt: Option<ThingsSpelt> = optional("spelt"),
        pub mapped: Option<ThingsMapped> = optional("mapped"),
    }
}

one_of! {
    /// `mapped` of `Things`.
    pub enum ThingsMapped {
        /// A [`One`].
        ///
        /// Tagged `1`, or not at all.
        One(Box<One>) = choice().json_tags(&["1"]).optional_tag(),
        /// A [`Two`].
        ///
        /// Tagged `2`.
        Two(Box<Two>) = choice().json_tags(&["2"]),
        /// A [`OtherTwo`].
        ///
        /// Tagged `2`.
        OtherTwo(Box<OtherTwo>) = choice().json_tags(&["2"]),
    }
    tag = "level";
    from = [One(One), Two(Two), OtherTwo(OtherTwo)];
}

any_of! {
    /// `result` of `Things`.
    pub enum ThingsResult {
        /// A [`ThingsResultOkTrue`].
        ///
        /// Tagged `true`.
        OkTrue(Box<ThingsResultOkTrue>) = choice().json_tags(&["true"]),
        /// A [`ThingsResultOkFalse`].
        ///
        /// Tagged `false`.
        OkFalse(Box<ThingsResultOkFalse>) = choice().json_tags(&["false"]),
    }
    tag = "ok";
    from = [OkTrue(ThingsResultOkTrue), OkFalse(ThingsResultOkFalse)];
}

object! {
    /// Variant 2 of `result` of `Things`.
    pub struct ThingsResultOkFalse {
        pub ok: ThingsResultOkFalseOk = required("ok"),
        pub value: Option<String> = optional("value"),
    }
}

json_enum! {
    /// `ok` of variant 2 of `result` of `Things`.
    pub enum ThingsResultOkFalseOk {
        False = "false",
    }
}

object! {
    /// Variant 1 of `result` of `Things`.
    pub struct ThingsResultOkTrue {
        pub ok: ThingsResultOkTrueOk = required("ok"),
        pub value: String = required("value"),
    }
}

json_enum! {
    /// `ok` of variant 1 of `result` of `Things`.
    pub enum ThingsResultOkTrueOk {
        True = "true",
    }
}

one_of! {
    /// `shared` of `Things`.
    pub enum ThingsShared {
        /// A [`ThingsSharedVariant1`].
        Variant1(Box<ThingsSharedVariant1>) = choice(),
        /// A [`ThingsSharedVariant2`].
        Variant2(Box<ThingsSharedVariant2>) = choice(),
    }
    from = [Variant1(ThingsSharedVariant1), Variant2(ThingsSharedVariant2)];
}

object! {
    /// Variant 1 of `shared` of `Things`.
    pub struct ThingsSharedVariant1 {
        pub kind: ThingsSharedVariant1Kind = required("kind"),
        pub a: String = required("a"),
    }
}

text_enum! {
    /// `kind` of variant 1 of `shared` of `Things`.
    pub enum ThingsSharedVariant1Kind {
        X = "x",
        Y = "y",
    }
}

object! {
    /// Variant 2 of `shared` of `Things`.
    pub struct ThingsSharedVariant2 {
        pub kind: ThingsSharedVariant2Kind = required("kind"),
        pub b: String = required("b"),
    }
}

text_enum! {
    /// `kind` of variant 2 of `shared` of `Things`.
    pub enum ThingsSharedVariant2Kind {
        Y = "y",
        Z = "z",
    }
}

one_of! {
    /// `spelt` of `Things`.
    pub enum ThingsSpelt {
        /// A [`CreditCard`].
        ///
        /// Tagged `credit_card`.
        CreditCard(Box<CreditCard>) = choice().tags(&["credit_card"]),
        /// A [`Bank`].
        ///
        /// Tagged `bank`.
        Bank(Box<Bank>) = choice().tags(&["bank"]),
    }
    tag = "by";
    from = [CreditCard(CreditCard), Bank(Bank)];
}

one_of! {
    /// `versioned` of `Things`.
    pub enum ThingsVersioned {
        /// A [`ThingsVersionedVersion1`].
        ///
        /// Tagged `1`.
        Version1(Box<ThingsVersionedVersion1>) = choice().json_tags(&["1"]),
        /// A [`ThingsVersionedB`].
        ///
        /// Tagged `2` or `3`.
        B(Box<ThingsVersionedB>) = choice().json_tags(&["2", "3"]),
        /// A string.
        String(String) = choice(),
    }
    tag = "version";
    from = [Version1(ThingsVersionedVersion1), B(ThingsVersionedB), String(String)];
    text = String;
}

object! {
    /// Variant 2 of `versioned` of `Things`.
    pub struct ThingsVersionedB {
        pub kind: ThingsVersionedBKind = required("kind"),
        pub version: ThingsVersionedBVersion = required("version"),
        pub size: Option<i64> = optional("size"),
    }
}

text_enum! {
    /// `kind` of variant 2 of `versioned` of `Things`.
    pub enum ThingsVersionedBKind {
        B = "b",
    }
}

int_enum! {
    /// `version` of variant 2 of `versioned` of `Things`.
    pub enum ThingsVersionedBVersion {
        Version2 = 2,
        Version3 = 3,
    }
}

object! {
    /// Variant 1 of `versioned` of `Things`.
    pub struct ThingsVersionedVersion1 {
        pub kind: Option<ThingsVersionedVersion1Kind> = optional("kind"),
        pub version: ThingsVersionedVersion1Version = required("version"),
        pub size: Option<i64> = optional("size"),
    }
}

text_enum! {
    /// `kind` of variant 1 of `versioned` of `Things`.
    pub enum ThingsVersionedVersion1Kind {
        A = "a",
    }
}

int_enum! {
    /// `version` of variant 1 of `versioned` of `Things`.
    pub enum ThingsVersionedVersion1Version {
        Version1 = 1,
    }
}

object! {
    /// The schema `Two`.
    pub struct Two {
        pub level: TwoLevel = required("level"),
        pub name: Option<String> = optional("name"),
    }
}

int_enum! {
    /// `level` of `Two`.
    pub enum TwoLevel {
        Level2 = 2,
    }
}

repeated! {
    pub type OtherTwoLevel = TwoLevel;
}

// === findings
//
// note[N0517]: `type` has other values than the names of the variants: `TextThing` is told by `text`, `Media` is told by `png` or `jpeg` or `sound`
//   --> spec.yaml:15:7
//    |
// 15 |       discriminator: {propertyName: type}
//    |       ^^^^^^^^^^^^^
//    = help: `mapping` says which value stands for which schema: it can be added in an overlay
//
// note[N0517]: `type` has other values than the names of the variants: `Image` is told by `png` or `jpeg`, `Sound` is told by `sound`
//   --> spec.yaml:23:7
//    |
// 23 |       discriminator: {propertyName: type}
//    |       ^^^^^^^^^^^^^
//    = help: `mapping` says which value stands for which schema: it can be added in an overlay
//
// note[N0517]: `kind` has other values than the names of the variants: `Pet` is told by `Cat` or `Dog`
//   --> spec.yaml:76:95
//    |
// 76 | …}, {$ref: '#/components/schemas/Cow'}], discriminator: {propertyName: kind}}
//    |                                          ^^^^^^^^^^^^^
//    = help: `mapping` says which value stands for which schema: it can be added in an overlay
//
// note[N0517]: `by` has other values than the names of the variants: `CreditCard` is told by `credit_card`, `Bank` is told by `bank`
//   --> spec.yaml:57:11
//    |
// 57 |           discriminator: {propertyName: by}
//    |           ^^^^^^^^^^^^^
//    = help: `mapping` says which value stands for which schema: it can be added in an overlay
//
// note[N0517]: `level` has other values than the names of the variants: `OtherTwo` is told by `2`
//   --> spec.yaml:61:11
//    |
// 61 |           discriminator:
//    |           ^^^^^^^^^^^^^
//    = help: `mapping` says which value stands for which schema: it can be added in an overlay
