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
    arguments! {
        fn new(body: types::Tree);
    }
}

impl Operation for AddTree {
    type Output = types::Chain;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addTree", "/trees");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `POST /trees`
    ///
    /// See [`AddTree`].
    fn add_tree(body: types::Tree) -> Result<types::Chain, Error<Value>> {
        AddTree::new(body)
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

object! {
    Chain {
        next = optional("next"),
    }
}

variants! {
    /// The schema `Expression`.
    pub enum Expression {
        /// A number.
        Number(f64) = choice(),
        /// A [`ExpressionVariant2`].
        Variant2(Box<ExpressionVariant2>) = choice(),
        /// An array.
        Array(Vec<Expression>) = choice(),
    }
    from = [Variant2(ExpressionVariant2)];
}

/// Variant 2 of `Expression`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExpressionVariant2 {
    /// The property `not`.
    pub not: Box<Expression>,
}

impl ExpressionVariant2 {
    fields! {
        fn new(not: impl Into<Box<Expression>>);
    }
}

object! {
    ExpressionVariant2 {
        not = required("not"),
    }
}

/// The schema `Leaf`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Leaf {
    /// The property `value`.
    pub value: Option<String>,
}

impl Leaf {
    fields! {
        fn new();
        fn with_value(value: impl Into<String>);
    }
}

object! {
    Leaf {
        value = optional("value"),
    }
}

/// The schema `Link`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Link {
    /// The property `chain`.
    pub chain: Box<Chain>,
}

object! {
    Link {
        chain = required("chain"),
    }
}

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
    fields! {
        fn new(leaf: Leaf);
        fn with_children(children: Vec<Tree>);
        fn with_named(named: BTreeMap<String, Tree>);
        fn with_left(left: impl Into<Box<Tree>>);
        fn with_expression(expression: Expression);
        fn with_lists(lists: Lists);
    }
}

object! {
    Tree {
        leaf = required("leaf"),
        children = optional("children"),
        named = optional("named"),
        left = optional("left"),
        expression = optional("expression"),
        lists = optional("lists"),
    }
}

// === findings
//
// warning[W0511]: a list or map that only contains itself is read as any JSON
//   --> spec.yaml:35:5
//    |
// 35 |     Lists: {type: array, items: {$ref: '#/components/schemas/Lists'}}
//    |     ^^^^^
