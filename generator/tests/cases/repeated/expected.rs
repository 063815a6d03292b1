// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /orders`
    ///
    /// Replies:
    ///
    /// - `200`: Done
    /// - `400`: Wrong
    /// - `404`: Missing
    pub struct CreateOrder {
        pub sort: Option<types::CreateOrderSort> = query("sort"),
        /// The request body.
        pub body: Option<types::CreateOrderBody>,
    }
    send fn create_order(
        body: impl Into<Option<types::CreateOrderBody>>,
    ) -> Result<types::Order, Error<CreateOrderFailure>> = CreateOrder {
        body: body.into(),
        ..CreateOrder::new()
    };
    fn new();
    fn with_sort(sort: types::CreateOrderSort);
    fn with_body(body: types::CreateOrderBody);
}

impl Operation for CreateOrder {
    type Output = types::Order;
    type Failure = CreateOrderFailure;
    const ENDPOINT: Endpoint = Endpoint::post("createOrder", "/orders");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(self.body.as_ref()?))
    }
}

/// What a failed call says, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CreateOrderFailure {
    /// `400`
    Status400(Box<types::CreateOrderResponse400>),
    /// `404`
    Status404(Box<types::CreateOrderResponse404>),
}

impl ReadReply for CreateOrderFailure {
    fn read_reply(reply: &Reply) -> Result<Self, DecodeError> {
        match reply.status.as_u16() {
            400 => Ok(Self::Status400(Box::new(reply.json()?))),
            404 => Ok(Self::Status404(Box::new(reply.json()?))),
            _ => Err(DecodeError::new("a documented status", reply.status.as_str())),
        }
    }
}

operation! {
    /// `GET /orders/latest`
    ///
    /// Replies:
    ///
    /// - `200`: Done
    pub struct GetOrder {
        /// Which comes first.
        pub sort: Option<types::GetOrderSort> = query("sort"),
    }
    send fn get_order() -> Result<types::Order, Error<Value>>;
    fn new();
    fn with_sort(sort: types::GetOrderSort);
}

impl Operation for GetOrder {
    type Output = types::Order;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("getOrder", "/orders/latest");
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The body of `createOrder`.
    pub struct CreateOrderBody {
        pub state: CreateOrderBodyState = required("state"),
        pub buyer: Option<CreateOrderBodyBuyer> = optional("buyer"),
    }
    fn new(state: CreateOrderBodyState);
    fn with_buyer(buyer: CreateOrderBodyBuyer);
}

object! {
    /// The reply `400` of `createOrder`.
    pub struct CreateOrderResponse400 {
        pub message: Option<String> = optional("message"),
    }
}

text_enum! {
    /// The parameter `sort` of `getOrder`.
    ///
    /// Which comes first.
    pub enum GetOrderSort {
        Asc = "asc",
        Desc = "desc",
    }
}

object! {
    /// The schema `Hedge`.
    pub struct Hedge {
        pub node: Option<HedgeNode> = optional("node"),
    }
    fn new();
    fn with_node(node: HedgeNode);
}

object! {
    /// The schema `Invoice`.
    pub struct Invoice {
        pub buyer: Option<InvoiceBuyer> = optional("buyer"),
    }
    fn new();
    fn with_buyer(buyer: InvoiceBuyer);
}

object! {
    /// `buyer` of `Invoice`.
    pub struct InvoiceBuyer {
        /// Its form.
        pub kind: Option<InvoiceBuyerKind> = optional("kind"),
    }
    fn new();
    fn with_kind(kind: InvoiceBuyerKind);
}

object! {
    /// The schema `Order`.
    pub struct Order {
        pub state: Option<OrderState> = optional("state"),
        pub payment: Option<OrderPayment> = optional("payment"),
        pub buyer: Option<OrderBuyer> = optional("buyer"),
        pub agent: Option<OrderAgent> = optional("agent"),
    }
}

object! {
    /// `agent` of `Order`.
    pub struct OrderAgent {
        /// For whom the agent acts.
        pub buyer: Option<OrderAgentBuyer> = optional("buyer"),
    }
}

object! {
    /// `buyer` of `Order`.
    pub struct OrderBuyer {
        pub kind: Option<OrderBuyerKind> = optional("kind"),
    }
    fn new();
    fn with_kind(kind: OrderBuyerKind);
}

text_enum! {
    /// `kind` of `buyer` of `Order`.
    pub enum OrderBuyerKind {
        Person = "person",
        Company = "company",
    }
}

text_enum! {
    /// `payment` of `Order`.
    pub enum OrderPayment {
        Open = "open",
        Closed = "closed",
    }
}

text_enum! {
    /// `state` of `Order`.
    pub enum OrderState {
        Open = "open",
        Closed = "closed",
    }
}

object! {
    /// The schema `Tree`.
    pub struct Tree {
        pub node: Option<TreeNode> = optional("node"),
    }
    fn new();
    fn with_node(node: TreeNode);
}

object! {
    /// `node` of `Tree`.
    pub struct TreeNode {
        pub trees: Option<Vec<Tree>> = optional("trees"),
    }
    fn new();
    fn with_trees(trees: Vec<Tree>);
}

repeated! {
    pub type CreateOrderBodyBuyer = OrderBuyer;
    pub type CreateOrderBodyBuyerKind = OrderBuyerKind;
    pub type CreateOrderBodyState = OrderState;
    pub type CreateOrderResponse404 = CreateOrderResponse400;
    pub type CreateOrderSort = GetOrderSort;
    pub type HedgeNode = TreeNode;
    pub type InvoiceBuyerKind = OrderBuyerKind;
    pub type OrderAgentBuyer = OrderBuyer;
    pub type OrderAgentBuyerKind = OrderBuyerKind;
}
