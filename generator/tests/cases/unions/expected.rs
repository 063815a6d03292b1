// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /shapes`
    ///
    /// Replies:
    ///
    /// - `200`: The shape.
    pub struct AddShape {
        /// The request body.
        pub body: types::Drawing,
    }
    send fn add_shape(body: types::Drawing) -> Result<types::Shape, Error<Value>>;
    fn new(body: types::Drawing);
}

impl Operation for AddShape {
    type Output = types::Shape;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addShape", "/shapes");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `AVeryLongNameOfASchemaThatFillsALineAllByItself`.
    pub struct AVeryLongNameOfASchemaThatFillsALineAllByItself {
        pub side: Option<f64> = optional("side"),
    }
    fn new();
    fn with_side(side: f64);
}

object! {
    /// The schema `Circle`.
    pub struct Circle {
        pub kind: String = required("kind"),
        pub radius: f64 = required("radius").number_minimum(0.0),
    }
    fn new(kind: impl Into<String>, radius: f64);
}

object! {
    /// The schema `Drawing`.
    pub struct Drawing {
        /// One of several shapes.
        pub shape: Shape = required("shape"),
        /// Its outline.
        pub outline: Option<Shape> = optional("outline"),
        pub id: Option<DrawingId> = optional("id"),
        pub size: Option<DrawingSize> = optional("size"),
        pub many: Option<DrawingMany> = optional("many"),
        pub maybe: Option<Nullable<Circle>> = optional("maybe"),
        pub large: Option<Nullable<DrawingLarge>> = optional("large"),
    }
    fn new(shape: impl Into<Shape>);
    fn with_outline(outline: impl Into<Shape>);
    fn with_id(id: impl Into<DrawingId>);
    fn with_size(size: impl Into<DrawingSize>);
    fn with_many(many: impl Into<DrawingMany>);
    fn with_maybe(maybe: impl Into<Nullable<Circle>>);
    fn with_large(large: impl Into<Nullable<DrawingLarge>>);
}

one_of! {
    /// `id` of `Drawing`.
    pub enum DrawingId {
        /// A string.
        String(String) = choice().max_length(9),
        /// A whole number.
        Integer(i64) = choice().minimum(0),
    }
    from = [String(String), Integer(i64)];
    text = String;
}

one_of! {
    /// `large` of `Drawing`.
    pub enum DrawingLarge {
        /// A [`DrawingLargeVariant1`].
        Variant1(Box<DrawingLargeVariant1>) = choice(),
        /// A boolean.
        Boolean(bool) = choice(),
    }
    from = [Variant1(DrawingLargeVariant1), Boolean(bool)];
}

object! {
    /// Variant 1 of `large` of `Drawing`.
    pub struct DrawingLargeVariant1 {
        pub a: String = required("a"),
        pub b: String = required("b"),
        pub c: String = required("c"),
        pub d: Option<String> = optional("d"),
        pub e: Option<String> = optional("e"),
        pub f: Option<String> = optional("f"),
        pub g: Option<String> = optional("g"),
        pub h: Option<String> = optional("h"),
        pub i: Option<String> = optional("i"),
    }
    fn new(a: impl Into<String>, b: impl Into<String>, c: impl Into<String>);
    fn with_d(d: impl Into<String>);
    fn with_e(e: impl Into<String>);
    fn with_f(f: impl Into<String>);
    fn with_g(g: impl Into<String>);
    fn with_h(h: impl Into<String>);
    fn with_i(i: impl Into<String>);
}

any_of! {
    /// `many` of `Drawing`.
    pub enum DrawingMany {
        /// A string.
        String(String) = choice(),
        /// An array.
        Strings(Vec<String>) = choice(),
    }
    from = [String(String), Strings(Vec<String>)];
    text = String;
}

one_of! {
    /// `size` of `Drawing`.
    pub enum DrawingSize {
        /// A [`Named`].
        Named(Named) = choice(),
        /// A [`DrawingSizeVariant2`].
        Variant2(Box<DrawingSizeVariant2>) = choice(),
    }
    from = [Named(Named), Variant2(DrawingSizeVariant2)];
}

object! {
    /// Variant 2 of `size` of `Drawing`.
    pub struct DrawingSizeVariant2 {
        pub width: i64 = required("width"),
        pub height: i64 = required("height"),
    }
    fn new(width: i64, height: i64);
}

one_of! {
    /// The schema `Labels`.
    pub enum Labels {
        /// By title
        ByTitle(Box<LabelsByTitle>) = choice(),
        /// A [`LabelsByValue`].
        ByValue(Box<LabelsByValue>) = choice(),
        /// A [`LabelsVariant3`].
        Variant3(Box<LabelsVariant3>) = choice(),
        /// A string.
        DateTime(String) = choice().format("date-time"),
        /// A [`LabelsEnum`].
        Enum(LabelsEnum) = choice(),
        /// An array.
        Integers(Vec<i64>) = choice(),
        /// An array.
        Array(Vec<Circle>) = choice(),
        /// An object.
        Object(BTreeMap<String, i64>) = choice(),
        /// A [`LabelsEmpty`].
        Empty(LabelsEmpty) = choice(),
        /// By title
        Variant10(Box<LabelsVariant10>) = choice(),
    }
    from = [
        ByTitle(LabelsByTitle),
        ByValue(LabelsByValue),
        Variant3(LabelsVariant3),
        DateTime(String),
        Enum(LabelsEnum),
        Integers(Vec<i64>),
        Array(Vec<Circle>),
        Object(BTreeMap<String, i64>),
        Empty(LabelsEmpty),
        Variant10(LabelsVariant10),
    ];
    text = DateTime;
}

object! {
    /// Variant 1 of `Labels`.
    ///
    /// By title
    pub struct LabelsByTitle {
        pub inner: Option<LabelsByTitleInner> = optional("inner"),
    }
    fn new();
    fn with_inner(inner: LabelsByTitleInner);
}

object! {
    /// `inner` of variant 1 of `Labels`.
    pub struct LabelsByTitleInner {
        pub a: Option<String> = optional("a"),
    }
    fn new();
    fn with_a(a: impl Into<String>);
}

object! {
    /// Variant 2 of `Labels`.
    pub struct LabelsByValue {
        pub of: String = required("of"),
        pub kind: LabelsByValueKind = required("kind"),
    }
    fn new(of: impl Into<String>, kind: LabelsByValueKind);
}

text_enum! {
    /// `kind` of variant 2 of `Labels`.
    pub enum LabelsByValueKind {
        ByValue = "by_value",
    }
}

text_enum! {
    /// Variant 9 of `Labels`.
    pub enum LabelsEmpty {
        /// (empty)
        Empty = (""),
    }
}

text_enum! {
    /// Variant 5 of `Labels`.
    pub enum LabelsEnum {
        A = "a",
        B = "b",
    }
}

object! {
    /// Variant 10 of `Labels`.
    ///
    /// By title
    pub struct LabelsVariant10 {
        pub other: Option<String> = optional("other"),
    }
    fn new();
    fn with_other(other: impl Into<String>);
}

object! {
    /// Variant 3 of `Labels`.
    pub struct LabelsVariant3 {
        pub nothing: Option<String> = optional("nothing"),
    }
    fn new();
    fn with_nothing(nothing: impl Into<String>);
}

one_of! {
    /// The schema `Long`.
    pub enum Long {
        /// A [`AVeryLongNameOfASchemaThatFillsALineAllByItself`].
        AVeryLongNameOfASchemaThatFillsALineAllByItself(Box<AVeryLongNameOfASchemaThatFillsALineAllByItself>) =
            choice(),
        /// A string.
        String(String) = choice(),
    }
    from = [
        AVeryLongNameOfASchemaThatFillsALineAllByItself(AVeryLongNameOfASchemaThatFillsALineAllByItself),
        String(String),
    ];
    text = String;
}

object! {
    /// The schema `Mixed`.
    pub struct Mixed {
        pub open: Option<MixedOpen> = optional("open"),
        pub told: Option<MixedTold> = optional("told"),
    }
    fn new();
    fn with_open(open: impl Into<MixedOpen>);
    fn with_told(told: impl Into<MixedTold>);
}

any_of! {
    /// `open` of `Mixed`.
    pub enum MixedOpen {
        /// A string.
        String(String) = choice(),
        /// An object.
        Object(BTreeMap<String, Value>) = choice(),
        /// A boolean.
        Boolean(bool) = choice(),
    }
    from = [String(String), Object(BTreeMap<String, Value>), Boolean(bool)];
    text = String;
}

one_of! {
    /// `told` of `Mixed`.
    pub enum MixedTold {
        /// A string.
        String(String) = choice(),
        /// A [`MixedToldVariant2`].
        Variant2(Box<MixedToldVariant2>) = choice(),
    }
    from = [String(String), Variant2(MixedToldVariant2)];
    text = String;
}

object! {
    /// Variant 2 of `told` of `Mixed`.
    pub struct MixedToldVariant2 {
        pub key: Option<String> = optional("key"),
    }
    fn new();
    fn with_key(key: impl Into<String>);
}

text_enum! {
    /// The schema `Named`.
    pub enum Named {
        Small = "small",
        Large = "large",
    }
}

one_of! {
    /// The schema `Outcome`.
    pub enum Outcome {
        /// Done
        Done(Box<OutcomeDone>) = choice(),
        /// Failed
        Failed(Box<OutcomeFailed>) = choice(),
    }
    from = [Done(OutcomeDone), Failed(OutcomeFailed)];
}

object! {
    /// Variant 1 of `Outcome`.
    ///
    /// Done
    pub struct OutcomeDone {
        pub data: Option<String> = optional("data"),
    }
    fn new();
    fn with_data(data: impl Into<String>);
}

object! {
    /// Variant 2 of `Outcome`.
    ///
    /// Failed
    pub struct OutcomeFailed {
        pub data: Option<Nullable<String>> = optional("data"),
        pub why: Option<String> = optional("why"),
    }
    fn new();
    fn with_data(data: impl Into<Nullable<String>>);
    fn with_why(why: impl Into<String>);
}

one_of! {
    /// One of several shapes.
    pub enum Shape {
        /// A [`Circle`].
        ///
        /// Tagged `circle` or `ring`.
        Circle(Box<Circle>) = choice().tags(&["circle", "ring"]),
        /// A [`Square`].
        ///
        /// Tagged `square`.
        Square(Box<Square>) = choice().tags(&["square"]),
    }
    tag = "kind";
    from = [Circle(Circle), Square(Square)];
}

one_of! {
    /// The schema `Shared`.
    pub enum Shared {
        /// A [`SharedCircle`].
        Circle(Box<SharedCircle>) = choice(),
        /// A [`SharedSquare`].
        Square(Box<SharedSquare>) = choice(),
    }
    from = [Circle(SharedCircle), Square(SharedSquare)];
}

object! {
    /// Variant 1 of `Shared`.
    pub struct SharedCircle {
        pub id: String = required("id"),
        pub kind: String = required("kind"),
        pub radius: f64 = required("radius").number_minimum(0.0),
    }
    fn new(id: impl Into<String>, kind: impl Into<String>, radius: f64);
}

object! {
    /// Variant 2 of `Shared`.
    pub struct SharedSquare {
        pub id: String = required("id"),
        pub kind: SquareKind = required("kind"),
        pub side: f64 = required("side"),
    }
    fn new(id: impl Into<String>, kind: SquareKind, side: f64);
}

object! {
    /// The schema `Square`.
    pub struct Square {
        pub kind: SquareKind = required("kind"),
        pub side: f64 = required("side"),
    }
    fn new(kind: SquareKind, side: f64);
}

text_enum! {
    /// `kind` of `Square`.
    pub enum SquareKind {
        Square = "square",
    }
}
