// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `POST /trees`
///
/// Replies:
///
/// - `200`: A chain.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddTree {
    /// The request body.
    pub body: types::Tree,
}

impl AddTree {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: types::Tree) -> Self {
        Self { body }
    }
}

impl Operation for AddTree {
    type Output = types::Chain;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("addTree", "POST", "/trees")
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
    /// `POST /trees`
    ///
    /// See [`AddTree`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn add_tree(
        &self,
        body: types::Tree,
    ) -> Result<types::Chain, Error<Value>> {
        self.send(&AddTree::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /trees`
    ///
    /// See [`AddTree`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn add_tree(&self, body: types::Tree) -> Result<types::Chain, Error<Value>> {
        self.send(&AddTree::new(body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Chain`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Chain {
    /// The property `next`.
    pub next: Option<Nullable<Box<Link>>>,
}

impl Object for Chain {
    const MEMBERS: &'static [Member] = &[optional("next")];
}
object!(Chain: next);

/// The schema `Expression`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Expression {
    /// A number.
    Number(f64),
    /// A [`ExpressionVariant2`].
    Variant2(Box<ExpressionVariant2>),
    /// An array.
    Array(Vec<Expression>),
    /// A value that fits no variant, kept as read.
    Unknown(Value),
}

impl Union for Expression {
    const VARIANTS: &'static [Choice] = &[
        choice("Number"),
        choice("Variant2"),
        choice("Array"),
    ];
}
variants!(Expression: Number, Variant2, Array);

impl From<ExpressionVariant2> for Expression {
    fn from(value: ExpressionVariant2) -> Self {
        Self::Variant2(Box::new(value))
    }
}

/// Variant 2 of `Expression`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExpressionVariant2 {
    /// The property `not`.
    pub not: Box<Expression>,
}

impl ExpressionVariant2 {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(not: impl Into<Box<Expression>>) -> Self {
        Self { not: not.into() }
    }
}

impl Object for ExpressionVariant2 {
    const MEMBERS: &'static [Member] = &[required("not")];
}
object!(ExpressionVariant2: not);

/// The schema `Leaf`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Leaf {
    /// The property `value`.
    pub value: Option<String>,
}

impl Leaf {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `value`.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }
}

impl Object for Leaf {
    const MEMBERS: &'static [Member] = &[optional("value")];
}
object!(Leaf: value);

/// The schema `Link`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Link {
    /// The property `chain`.
    pub chain: Box<Chain>,
}

impl Object for Link {
    const MEMBERS: &'static [Member] = &[required("chain")];
}
object!(Link: chain);

/// The schema `Lists`.
pub type Lists = Value;

/// The schema `Tree`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tree {
    /// The property `leaf`.
    pub leaf: Leaf,
    /// The property `children`.
    pub children: Option<Vec<Tree>>,
    /// The property `named`.
    pub named: Option<BTreeMap<String, Tree>>,
    /// The property `left`.
    pub left: Option<Box<Tree>>,
    /// The property `expression`.
    pub expression: Option<Expression>,
    /// The property `lists`.
    pub lists: Option<Lists>,
}

impl Tree {
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(leaf: Leaf) -> Self {
        Self { leaf, ..Self::blank() }
    }

    /// Sets `children`.
    #[must_use]
    pub fn with_children(mut self, children: Vec<Tree>) -> Self {
        self.children = Some(children);
        self
    }

    /// Sets `named`.
    #[must_use]
    pub fn with_named(mut self, named: BTreeMap<String, Tree>) -> Self {
        self.named = Some(named);
        self
    }

    /// Sets `left`.
    #[must_use]
    pub fn with_left(mut self, left: impl Into<Box<Tree>>) -> Self {
        self.left = Some(left.into());
        self
    }

    /// Sets `expression`.
    #[must_use]
    pub fn with_expression(mut self, expression: Expression) -> Self {
        self.expression = Some(expression);
        self
    }

    /// Sets `lists`.
    #[must_use]
    pub fn with_lists(mut self, lists: Lists) -> Self {
        self.lists = Some(lists);
        self
    }
}

impl Object for Tree {
    const MEMBERS: &'static [Member] = &[
        required("leaf"),
        optional("children"),
        optional("named"),
        optional("left"),
        optional("expression"),
        optional("lists"),
    ];
}
object!(Tree: leaf, children, named, left, expression, lists);

// === findings
//
// warning[W0511]: a list or map that only contains itself is read as any JSON
//   --> spec.yaml:35:5
//    |
// 35 |     Lists: {type: array, items: {$ref: '#/components/schemas/Lists'}}
//    |     ^^^^^
