// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `POST /shapes`
///
/// Replies:
///
/// - `200`: The shape.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddShape {
    /// The request body.
    pub body: types::Drawing,
}

impl AddShape {
    arguments! {
        fn new(body: types::Drawing);
    }
}

impl Operation for AddShape {
    type Output = types::Shape;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addShape", "/shapes");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `POST /shapes`
    ///
    /// See [`AddShape`].
    fn add_shape(body: types::Drawing) -> Result<types::Shape, Error<Value>> {
        AddShape::new(body)
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `AVeryLongNameOfASchemaThatFillsALineAllByItself`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AVeryLongNameOfASchemaThatFillsALineAllByItself {
    /// The property `side`.
    pub side: Option<f64>,
}

impl AVeryLongNameOfASchemaThatFillsALineAllByItself {
    fields! {
        fn new();
        fn with_side(side: f64);
    }
}

object! {
    AVeryLongNameOfASchemaThatFillsALineAllByItself {
        side = optional("side"),
    }
}

/// The schema `Circle`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    /// The property `kind`.
    pub kind: String,
    /// The property `radius`.
    ///
    /// Constraints: `minimum: 0`.
    pub radius: f64,
}

impl Circle {
    fields! {
        fn new(kind: impl Into<String>, radius: f64);
    }
}

object! {
    Circle {
        kind = required("kind"),
        radius = required("radius").number_minimum(0.0),
    }
}

/// The schema `Drawing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Drawing {
    /// One of several shapes.
    pub shape: Shape,
    /// The property `id`.
    pub id: Option<DrawingId>,
    /// The property `size`.
    pub size: Option<DrawingSize>,
    /// The property `many`.
    pub many: Option<DrawingMany>,
    /// The property `maybe`.
    pub maybe: Option<Nullable<Circle>>,
    /// The property `large`.
    pub large: Option<Nullable<DrawingLarge>>,
}

impl Drawing {
    fields! {
        fn new(shape: Shape);
        fn with_id(id: DrawingId);
        fn with_size(size: DrawingSize);
        fn with_many(many: DrawingMany);
        fn with_maybe(maybe: impl Into<Nullable<Circle>>);
        fn with_large(large: impl Into<Nullable<DrawingLarge>>);
    }
}

object! {
    Drawing {
        shape = required("shape"),
        id = optional("id"),
        size = optional("size"),
        many = optional("many"),
        maybe = optional("maybe"),
        large = optional("large"),
    }
}

variants! {
    /// `id` of `Drawing`.
    pub enum DrawingId {
        /// A string.
        String(String) = choice().max_length(9),
        /// A whole number.
        Integer(i64) = choice().minimum(0),
    }
}

variants! {
    /// `large` of `Drawing`.
    pub enum DrawingLarge {
        /// A [`DrawingLargeVariant1`].
        Variant1(Box<Nullable<DrawingLargeVariant1>>) = choice(),
        /// A boolean.
        Boolean(bool) = choice(),
    }
}

/// Variant 1 of `large` of `Drawing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DrawingLargeVariant1 {
    /// The property `a`.
    pub a: String,
    /// The property `b`.
    pub b: String,
    /// The property `c`.
    pub c: String,
    /// The property `d`.
    pub d: Option<String>,
    /// The property `e`.
    pub e: Option<String>,
    /// The property `f`.
    pub f: Option<String>,
    /// The property `g`.
    pub g: Option<String>,
    /// The property `h`.
    pub h: Option<String>,
    /// The property `i`.
    pub i: Option<String>,
}

impl DrawingLargeVariant1 {
    fields! {
        fn new(a: impl Into<String>, b: impl Into<String>, c: impl Into<String>);
        fn with_d(d: impl Into<String>);
        fn with_e(e: impl Into<String>);
        fn with_f(f: impl Into<String>);
        fn with_g(g: impl Into<String>);
        fn with_h(h: impl Into<String>);
        fn with_i(i: impl Into<String>);
    }
}

object! {
    DrawingLargeVariant1 {
        a = required("a"),
        b = required("b"),
        c = required("c"),
        d = optional("d"),
        e = optional("e"),
        f = optional("f"),
        g = optional("g"),
        h = optional("h"),
        i = optional("i"),
    }
}

variants! {
    /// `many` of `Drawing`.
    pub enum DrawingMany {
        /// A string.
        String(String) = choice(),
        /// An array.
        Array(Vec<String>) = choice(),
    }
    exclusive = false;
}

variants! {
    /// `size` of `Drawing`.
    pub enum DrawingSize {
        /// A [`Named`].
        Named(Named) = choice(),
        /// A [`DrawingSizeVariant2`].
        Variant2(Box<DrawingSizeVariant2>) = choice(),
    }
    from = [Variant2(DrawingSizeVariant2)];
}

/// Variant 2 of `size` of `Drawing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DrawingSizeVariant2 {
    /// The property `width`.
    pub width: i64,
    /// The property `height`.
    pub height: i64,
}

impl DrawingSizeVariant2 {
    fields! {
        fn new(width: i64, height: i64);
    }
}

object! {
    DrawingSizeVariant2 {
        width = required("width"),
        height = required("height"),
    }
}

variants! {
    /// The schema `Long`.
    pub enum Long {
        /// A [`AVeryLongNameOfASchemaThatFillsALineAllByItself`].
        AVeryLongNameOfASchemaThatFillsALineAllByItself(
            Box<AVeryLongNameOfASchemaThatFillsALineAllByItself>,
        ) = choice(),
        /// A string.
        String(String) = choice(),
    }
    from = [
        AVeryLongNameOfASchemaThatFillsALineAllByItself(
            AVeryLongNameOfASchemaThatFillsALineAllByItself,
        ),
    ];
}

text_enum! {
    /// The schema `Named`.
    pub enum Named {
        Small = "small",
        Large = "large",
    }
}

variants! {
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

/// The schema `Square`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Square {
    /// The property `kind`.
    pub kind: SquareKind,
    /// The property `side`.
    pub side: f64,
}

impl Square {
    fields! {
        fn new(kind: SquareKind, side: f64);
    }
}

object! {
    Square {
        kind = required("kind"),
        side = required("side"),
    }
}

text_enum! {
    /// `kind` of `Square`.
    pub enum SquareKind {
        Square = "square",
    }
}
