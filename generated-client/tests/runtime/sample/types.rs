//! Types.

use powertokens_seedance::runtime::{
    Choice, Member, Nullable, Object, ObjectRules, Union, Value, Wire, any_of, branch, choice,
    int_enum, is, json_enum, object, object_rules, optional, required, rule, text_enum, variants,
};
use std::collections::BTreeMap;

/// A request.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct TextToVideoRequest {
    /// Model.
    pub(crate) model: TextToVideoRequestModel,
    /// Media.
    pub(crate) media: Vec<VideoMediaInput>,
    /// Seconds.
    pub(crate) seconds: Option<TextToVideoRequestSeconds>,
    /// Seed.
    pub(crate) seed: Option<i64>,
    /// Note.
    pub(crate) note: Option<Nullable<String>>,
    /// Tags.
    pub(crate) tags: Option<Vec<String>>,
}

impl TextToVideoRequest {
    /// A request with what is required.
    #[must_use]
    pub(crate) fn new(model: TextToVideoRequestModel, media: Vec<VideoMediaInput>) -> Self {
        Self {
            model,
            media,
            ..Self::blank()
        }
    }

    /// Sets `seed`.
    #[must_use]
    pub(crate) fn seed(mut self, seed: i64) -> Self {
        self.seed = Some(seed);
        self
    }
}

impl Object for TextToVideoRequest {
    const MEMBERS: &'static [Member] = &[
        required("model"),
        required("media").min_items(1),
        optional("seconds"),
        optional("seed").range(-1, 4_294_967_295),
        optional("note").max_length(64).pattern("^[a-z]+$"),
        optional("tags").each(&rule().max_length(5)),
    ];
}
object!(TextToVideoRequest: model, media, seconds, seed, note, tags);

/// The model.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub(crate) enum TextToVideoRequestModel {
    /// `dreamina-seedance-2-0-mini-260615`
    DreaminaSeedance20Mini260615,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl TextToVideoRequestModel {
    /// The values that the description lists, in its order.
    pub(crate) const KNOWN: &'static [Self] = &[Self::DreaminaSeedance20Mini260615];

    /// The value on the wire.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::DreaminaSeedance20Mini260615 => "dreamina-seedance-2-0-mini-260615",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(TextToVideoRequestModel);

/// The seconds.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub(crate) enum TextToVideoRequestSeconds {
    /// `4`
    Seconds4,
    /// `-1`
    SecondsMinus1,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl TextToVideoRequestSeconds {
    /// The values that the description lists, in its order.
    pub(crate) const KNOWN: &'static [Self] = &[Self::Seconds4, Self::SecondsMinus1];

    /// The value on the wire.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Seconds4 => "4",
            Self::SecondsMinus1 => "-1",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(TextToVideoRequestSeconds);

/// Media.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct VideoMediaInput {
    /// Type.
    pub(crate) r#type: String,
    /// Text.
    pub(crate) text: Option<String>,
    /// URL.
    pub(crate) url: Option<String>,
}

impl VideoMediaInput {
    /// A value with what is required.
    #[must_use]
    pub(crate) fn new(r#type: impl Into<String>) -> Self {
        Self {
            r#type: r#type.into(),
            ..Self::blank()
        }
    }
}

impl Object for VideoMediaInput {
    const MEMBERS: &'static [Member] = &[required("type"), optional("text"), optional("url")];
    const RULES: ObjectRules = object_rules().conditions(&[any_of(&[
        branch().when(&[is("type", &["text"])]).requires(&["text"]),
        branch()
            .when(&[is("type", &["first_frame", "last_frame"])])
            .requires(&["url"]),
    ])]);
}
object!(VideoMediaInput: r#type, text, url);

/// The task.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct VideoTask {
    /// Id.
    pub(crate) id: String,
    /// Parent.
    pub(crate) parent: Nullable<String>,
    /// Priority.
    pub(crate) priority: Option<Priority>,
    /// Mixed.
    pub(crate) mixed: Option<Mixed>,
    /// Shape.
    pub(crate) shape: Option<Shape>,
    /// Other members.
    pub(crate) additional_properties: BTreeMap<String, Value>,
}

impl Object for VideoTask {
    const MEMBERS: &'static [Member] = &[
        required("id"),
        required("parent"),
        optional("priority"),
        optional("mixed"),
        optional("shape"),
    ];
}
object!(VideoTask: id, parent, priority, mixed, shape; additional_properties);

/// Priority.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub(crate) enum Priority {
    /// `1`
    Priority1,
    /// Another.
    Unknown(i64),
}

impl Priority {
    /// The values that the description lists, in its order.
    pub(crate) const KNOWN: &'static [Self] = &[Self::Priority1];

    /// The value on the wire.
    #[must_use]
    pub(crate) fn as_i64(&self) -> i64 {
        match self {
            Self::Priority1 => 1,
            Self::Unknown(value) => *value,
        }
    }
}
int_enum!(Priority);

/// Mixed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) enum Mixed {
    /// `1.5`
    OneAndAHalf,
    /// `"auto"`
    Auto,
    /// Another.
    Unknown(Value),
}

impl Mixed {
    /// The values that the description lists, in its order.
    pub(crate) const KNOWN: &'static [Self] = &[Self::OneAndAHalf, Self::Auto];

    /// The value on the wire, as JSON; `None` for a value that the description does not list.
    #[must_use]
    pub(crate) fn as_json(&self) -> Option<&'static str> {
        match self {
            Self::OneAndAHalf => Some("1.5"),
            Self::Auto => Some("\"auto\""),
            Self::Unknown(_) => None,
        }
    }
}
json_enum!(Mixed);

/// Shape.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) enum Shape {
    /// A circle.
    Circle(Box<Circle>),
    /// A square.
    Square(Square),
    /// Another.
    Unknown(Value),
}

impl Union for Shape {
    const VARIANTS: &'static [Choice] = &[
        choice("Circle").tags(&["circle"]),
        choice("Square").tags(&["square", "sq"]),
    ];
    const TAG: Option<&'static str> = Some("kind");
}
variants!(Shape: Circle, Square);

/// Circle.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct Circle {
    /// Kind.
    pub(crate) kind: String,
    /// Inner.
    pub(crate) inner: Option<Shape>,
}

impl Object for Circle {
    const MEMBERS: &'static [Member] = &[required("kind"), optional("inner")];
}
object!(Circle: kind, inner);

/// Square.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct Square {
    /// Side.
    pub(crate) side: f64,
}

impl Object for Square {
    const MEMBERS: &'static [Member] = &[required("side").number_multiple_of(0.01)];
}
object!(Square: side);

/// Error.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct ErrorReply {
    /// Code.
    pub(crate) code: Option<String>,
    /// Message.
    pub(crate) message: Option<String>,
}

impl Object for ErrorReply {
    const MEMBERS: &'static [Member] = &[optional("code"), optional("message")];
}
object!(ErrorReply: code, message);

/// A union without a tag.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) enum Either {
    /// A list.
    List(Vec<Either>),
    /// A number.
    Count(i64),
    /// Text in lower case.
    Level(Level),
    /// A square.
    Square(Square),
    /// A cube.
    Cube(Cube),
    /// Anything else.
    Unknown(Value),
}

impl Union for Either {
    const VARIANTS: &'static [Choice] = &[
        choice("List"),
        choice("Count"),
        choice("Level"),
        choice("Square"),
        choice("Cube"),
    ];
}
variants!(Either: List, Count, Level, Square, Cube);

/// A level.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub(crate) enum Level {
    /// `low`
    Low,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl Level {
    /// The values that the description lists, in its order.
    pub(crate) const KNOWN: &'static [Self] = &[Self::Low];

    /// The value on the wire.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Low => "low",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(Level);

/// Cube.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct Cube {
    /// Side.
    pub(crate) side: f64,
    /// Depth.
    pub(crate) depth: Option<f64>,
}

impl Object for Cube {
    const MEMBERS: &'static [Member] = &[required("side"), optional("depth")];
}
object!(Cube: side, depth);
