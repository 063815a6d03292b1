// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /trees`
    ///
    /// Replies:
    ///
    /// - `200`: A chain.
    pub struct AddTree {
        /// The request body.
        pub body: types::Tree,
    }
    send fn add_tree(body: types::Tree) -> Result<types::Chain, Error<Value>>;
    fn new(body: types::Tree);
}

impl Operation for AddTree {
    type Output = types::Chain;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addTree", "/trees");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Chain`.
    pub struct Chain {
        pub next: Option<Nullable<Box<Link>>> = optional("next"),
    }
}

one_of! {
    /// The schema `Expression`.
    pub enum Expression {
        /// A number.
        Number(f64) = choice(),
        /// A [`ExpressionVariant2`].
        Variant2(Box<ExpressionVariant2>) = choice(),
        /// An array.
        Array(Vec<Expression>) = choice(),
    }
    from = [Number(f64), Variant2(ExpressionVariant2), Array(Vec<Expression>)];
}

object! {
    /// Variant 2 of `Expression`.
    pub struct ExpressionVariant2 {
        pub not: Box<Expression> = required("not"),
    }
    fn new(not: impl Into<Box<Expression>>);
}

object! {
    /// The schema `Leaf`.
    pub struct Leaf {
        pub value: Option<String> = optional("value"),
    }
    fn new();
    fn with_value(value: impl Into<String>);
}

object! {
    /// The schema `Link`.
    pub struct Link {
        pub chain: Box<Chain> = required("chain"),
    }
}

/// The schema `Lists`.
pub type Lists = Value;

object! {
    /// The schema `Tree`.
    pub struct Tree {
        pub leaf: Leaf = required("leaf"),
        pub children: Option<Vec<Tree>> = optional("children"),
        pub named: Option<BTreeMap<String, Tree>> = optional("named"),
        pub left: Option<Box<Tree>> = optional("left"),
        pub expression: Option<Expression> = optional("expression"),
        pub lists: Option<Lists> = optional("lists"),
        pub either: Option<TreeEither> = optional("either"),
    }
    fn new(leaf: Leaf);
    fn with_children(children: Vec<Tree>);
    fn with_named(named: BTreeMap<String, Tree>);
    fn with_left(left: impl Into<Box<Tree>>);
    fn with_expression(expression: impl Into<Expression>);
    fn with_lists(lists: Lists);
    fn with_either(either: impl Into<TreeEither>);
}

one_of! {
    /// `either` of `Tree`.
    pub enum TreeEither {
        /// A string.
        String(String) = choice(),
        /// An array.
        Array(Vec<Lists>) = choice(),
    }
    from = [String(String), Array(Vec<Lists>)];
    text = String;
}

object! {
    /// The schema `Twin`.
    pub struct Twin {
        pub other: Option<Box<Twin>> = optional("other"),
    }
    fn new();
    fn with_other(other: impl Into<Box<Twin>>);
}

// === findings
//
// warning[W0528]: the required `other` leads back to its object without end
//   --> spec.yaml:36:58
//    |
// 36 |     Twin: {type: object, required: [other], properties: {other: {$ref: '#/components/schemas/Twin'}}}
//    |                                                          ^^^^^
//    = help: it is taken as optional
//
// warning[W0511]: a list or map that only contains itself is read as any JSON
//   --> spec.yaml:37:5
//    |
// 37 |     Lists: {type: array, items: {$ref: '#/components/schemas/Lists'}}
//    |     ^^^^^
//
// warning[W0511]: the schema leads back to itself and to nothing else: it is read as any JSON
//   --> spec.yaml:38:5
//    |
// 38 |     Ouroboros: {allOf: [{$ref: '#/components/schemas/Ouroboros'}]}
//    |     ^^^^^^^^^
