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
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: types::Drawing) -> Self {
        Self { body }
    }
}

impl Operation for AddShape {
    type Output = types::Shape;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("addShape", "POST", "/shapes")
        .accept("application/json");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /shapes`
    ///
    /// See [`AddShape`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn add_shape(
        &self,
        body: types::Drawing,
    ) -> Result<types::Shape, Error<Value>> {
        self.send(&AddShape::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /shapes`
    ///
    /// See [`AddShape`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn add_shape(&self, body: types::Drawing) -> Result<types::Shape, Error<Value>> {
        self.send(&AddShape::new(body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

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
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(kind: impl Into<String>, radius: f64) -> Self {
        Self { kind: kind.into(), radius }
    }
}

impl Object for Circle {
    const MEMBERS: &'static [Member] = &[
        required("kind"),
        required("radius").number_minimum(0.0),
    ];
}
object!(Circle: kind, radius);

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
}

impl Drawing {
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(shape: Shape) -> Self {
        Self { shape, ..Self::blank() }
    }

    /// Sets `id`.
    #[must_use]
    pub fn with_id(mut self, id: DrawingId) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets `size`.
    #[must_use]
    pub fn with_size(mut self, size: DrawingSize) -> Self {
        self.size = Some(size);
        self
    }

    /// Sets `many`.
    #[must_use]
    pub fn with_many(mut self, many: DrawingMany) -> Self {
        self.many = Some(many);
        self
    }

    /// Sets `maybe`.
    #[must_use]
    pub fn with_maybe(mut self, maybe: impl Into<Nullable<Circle>>) -> Self {
        self.maybe = Some(maybe.into());
        self
    }
}

impl Object for Drawing {
    const MEMBERS: &'static [Member] = &[
        required("shape"),
        optional("id"),
        optional("size"),
        optional("many"),
        optional("maybe"),
    ];
}
object!(Drawing: shape, id, size, many, maybe);

/// `id` of `Drawing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DrawingId {
    /// A string.
    String(String),
    /// A whole number.
    Integer(i64),
    /// A value that fits no variant, kept as read.
    Unknown(Value),
}

impl Union for DrawingId {
    const VARIANTS: &'static [Choice] = &[choice("String"), choice("Integer")];
}
variants!(DrawingId: String, Integer);

/// `many` of `Drawing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DrawingMany {
    /// A string.
    String(String),
    /// An array.
    Array(Vec<String>),
    /// A value that fits no variant, kept as read.
    Unknown(Value),
}

impl Union for DrawingMany {
    const VARIANTS: &'static [Choice] = &[choice("String"), choice("Array")];
    const EXCLUSIVE: bool = false;
}
variants!(DrawingMany: String, Array);

/// `size` of `Drawing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DrawingSize {
    /// A [`Named`].
    Named(Named),
    /// A [`DrawingSizeVariant2`].
    Variant2(Box<DrawingSizeVariant2>),
    /// A value that fits no variant, kept as read.
    Unknown(Value),
}

impl Union for DrawingSize {
    const VARIANTS: &'static [Choice] = &[choice("Named"), choice("Variant2")];
}
variants!(DrawingSize: Named, Variant2);

impl From<DrawingSizeVariant2> for DrawingSize {
    fn from(value: DrawingSizeVariant2) -> Self {
        Self::Variant2(Box::new(value))
    }
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
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(width: i64, height: i64) -> Self {
        Self { width, height }
    }
}

impl Object for DrawingSizeVariant2 {
    const MEMBERS: &'static [Member] = &[required("width"), required("height")];
}
object!(DrawingSizeVariant2: width, height);

/// The schema `Named`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Named {
    /// `small`
    Small,
    /// `large`
    Large,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl Named {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::Small, Self::Large];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Small => "small",
            Self::Large => "large",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(Named);

/// One of several shapes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// A [`Circle`].
    ///
    /// Tagged `circle` or `ring`.
    Circle(Box<Circle>),
    /// A [`Square`].
    ///
    /// Tagged `square`.
    Square(Box<Square>),
    /// A value that fits no variant, kept as read.
    Unknown(Value),
}

impl Union for Shape {
    const VARIANTS: &'static [Choice] = &[
        choice("Circle").tags(&["circle", "ring"]),
        choice("Square").tags(&["square"]),
    ];
    const TAG: Option<&'static str> = Some("kind");
}
variants!(Shape: Circle, Square);

impl From<Circle> for Shape {
    fn from(value: Circle) -> Self {
        Self::Circle(Box::new(value))
    }
}

impl From<Square> for Shape {
    fn from(value: Square) -> Self {
        Self::Square(Box::new(value))
    }
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
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(kind: SquareKind, side: f64) -> Self {
        Self { kind, side }
    }
}

impl Object for Square {
    const MEMBERS: &'static [Member] = &[required("kind"), required("side")];
}
object!(Square: kind, side);

/// `kind` of `Square`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SquareKind {
    /// `square`
    Square,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl SquareKind {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::Square];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Square => "square",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(SquareKind);
