//! Types.

use powertokens_seedance::runtime::{
    Nullable, Value, Wire, additional_properties, any_of, branch, choice, exact_object, int_enum,
    is, json_enum, object, object_rules, one_of, optional, required, rule, text_enum,
};
use std::collections::BTreeMap;

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
    /// A request.
    pub(crate) struct TextToVideoRequest {
        /// Model.
        pub(crate) model: TextToVideoRequestModel = required("model"),
        /// Media.
        pub(crate) media: Vec<VideoMediaInput> = required("media").min_items(1),
        /// Seconds.
        pub(crate) seconds: Option<TextToVideoRequestSeconds> = optional("seconds"),
        /// Seed.
        pub(crate) seed: Option<i64> = optional("seed").range(-1, 4_294_967_295),
        /// Note.
        pub(crate) note: Option<Nullable<String>> = optional("note").max_length(64).pattern("^[a-z]+$"),
        /// Tags.
        pub(crate) tags: Option<Vec<String>> = optional("tags").each(&rule().max_length(5)),
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
    /// Media.
    pub(crate) struct VideoMediaInput {
        /// Type.
        pub(crate) r#type: String = required("type"),
        /// Text.
        pub(crate) text: Option<String> = optional("text"),
        /// URL.
        pub(crate) url: Option<String> = optional("url"),
    }
    rules = object_rules().conditions(&[any_of(&[
        branch().when(&[is("type", &["text"])]).requires(&["text"]),
        branch()
            .when(&[is("type", &["first_frame", "last_frame"])])
            .requires(&["url"]),
    ])]);
}

exact_object! {
    /// The task.
    pub(crate) struct VideoTask {
        /// Id.
        pub(crate) id: String = required("id"),
        /// Parent.
        pub(crate) parent: Nullable<String> = required("parent"),
        /// Priority.
        pub(crate) priority: Option<Priority> = optional("priority"),
        /// Mixed.
        pub(crate) mixed: Option<Mixed> = optional("mixed"),
        /// Shape.
        pub(crate) shape: Option<Shape> = optional("shape"),
        /// Other members.
        pub(crate) additional_properties: BTreeMap<String, Value> = additional_properties(),
    }
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

one_of! {
    /// Shape.
    pub(crate) enum Shape {
        Circle(Box<Circle>) = choice().tags(&["circle"]),
        Square(Square) = choice().tags(&["square", "sq"]),
    }
    tag = "kind";
}

object! {
    /// Circle.
    pub(crate) struct Circle {
        /// Kind.
        pub(crate) kind: String = required("kind"),
        /// Inner.
        pub(crate) inner: Option<Shape> = optional("inner"),
    }
}

object! {
    /// Square.
    pub(crate) struct Square {
        /// Side.
        pub(crate) side: f64 = required("side").number_multiple_of(0.01),
    }
}

object! {
    /// Error.
    pub(crate) struct ErrorReply {
        /// Code.
        pub(crate) code: Option<String> = optional("code"),
        /// Message.
        pub(crate) message: Option<String> = optional("message"),
    }
}

one_of! {
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

object! {
    /// Cube.
    pub(crate) struct Cube {
        /// Side.
        pub(crate) side: f64 = required("side"),
        /// Depth.
        pub(crate) depth: Option<f64> = optional("depth"),
    }
}
