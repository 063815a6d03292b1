//! Types.

use powertokens_seedance::runtime::{
    Nullable, Value, Wire, any_of, branch, choice, int_enum, is, json_enum, object, object_rules,
    optional, required, rule, text_enum, variants,
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

object! {
    TextToVideoRequest {
        model = required("model"),
        media = required("media").min_items(1),
        seconds = optional("seconds"),
        seed = optional("seed").range(-1, 4_294_967_295),
        note = optional("note").max_length(64).pattern("^[a-z]+$"),
        tags = optional("tags").each(&rule().max_length(5)),
    }
}

text_enum! {
    pub(crate) enum TextToVideoRequestModel {
        DreaminaSeedance20Mini260615 = "dreamina-seedance-2-0-mini-260615",
    }
}

text_enum! {
    pub(crate) enum TextToVideoRequestSeconds {
        Seconds4 = "4",
        SecondsMinus1 = "-1",
    }
}

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

object! {
    VideoMediaInput {
        r#type = required("type"),
        text = optional("text"),
        url = optional("url"),
    }
    rules = object_rules().conditions(&[any_of(&[
        branch().when(&[is("type", &["text"])]).requires(&["text"]),
        branch()
            .when(&[is("type", &["first_frame", "last_frame"])])
            .requires(&["url"]),
    ])]);
}

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

object! {
    VideoTask {
        id = required("id"),
        parent = required("parent"),
        priority = optional("priority"),
        mixed = optional("mixed"),
        shape = optional("shape"),
    }
    rest = additional_properties;
}

int_enum! {
    pub(crate) enum Priority {
        Priority1 = 1,
    }
}

json_enum! {
    pub(crate) enum Mixed {
        OneAndAHalf = "1.5",
        Auto = "\"auto\"",
    }
}

variants! {
    /// Shape.
    pub(crate) enum Shape {
        Circle(Box<Circle>) = choice().tags(&["circle"]),
        Square(Square) = choice().tags(&["square", "sq"]),
    }
    tag = "kind";
}

/// Circle.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct Circle {
    /// Kind.
    pub(crate) kind: String,
    /// Inner.
    pub(crate) inner: Option<Shape>,
}

object! {
    Circle {
        kind = required("kind"),
        inner = optional("inner"),
    }
}

/// Square.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct Square {
    /// Side.
    pub(crate) side: f64,
}

object! {
    Square {
        side = required("side").number_multiple_of(0.01),
    }
}

/// Error.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct ErrorReply {
    /// Code.
    pub(crate) code: Option<String>,
    /// Message.
    pub(crate) message: Option<String>,
}

object! {
    ErrorReply {
        code = optional("code"),
        message = optional("message"),
    }
}

variants! {
    /// A union without a tag.
    pub(crate) enum Either {
        List(Vec<Either>) = choice(),
        Count(i64) = choice(),
        Level(Level) = choice(),
        Square(Square) = choice(),
        Cube(Cube) = choice(),
    }
}

text_enum! {
    pub(crate) enum Level {
        Low = "low",
    }
}

/// Cube.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct Cube {
    /// Side.
    pub(crate) side: f64,
    /// Depth.
    pub(crate) depth: Option<f64>,
}

object! {
    Cube {
        side = required("side"),
        depth = optional("depth"),
    }
}
