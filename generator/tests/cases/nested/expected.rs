// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `POST /orders`
///
/// Replies:
///
/// - `201`: The order.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateOrder {
    /// The request body.
    pub body: types::CreateOrderBody,
}

impl CreateOrder {
    arguments! {
        fn new(body: types::CreateOrderBody);
    }
}

impl Operation for CreateOrder {
    type Output = types::CreateOrderResponse201;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("createOrder", "/orders");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `POST /orders`
    ///
    /// See [`CreateOrder`].
    fn create_order(
        body: types::CreateOrderBody,
    ) -> Result<types::CreateOrderResponse201, Error<Value>> {
        CreateOrder::new(body)
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The body of `createOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateOrderBody {
    /// The property `customer`.
    pub customer: CreateOrderBodyCustomer,
    /// The property `lines`.
    pub lines: Vec<CreateOrderBodyLinesItem>,
    /// The property `grid`.
    pub grid: Option<Vec<Vec<CreateOrderBodyGridItemItem>>>,
}

impl CreateOrderBody {
    fields! {
        fn new(customer: CreateOrderBodyCustomer, lines: Vec<CreateOrderBodyLinesItem>);
        fn with_grid(grid: Vec<Vec<CreateOrderBodyGridItemItem>>);
    }
}

object! {
    CreateOrderBody {
        customer = required("customer"),
        lines = required("lines"),
        grid = optional("grid"),
    }
}

/// `customer` of the body of `createOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateOrderBodyCustomer {
    /// The property `name`.
    pub name: String,
    /// The property `address`.
    pub address: Option<CreateOrderBodyCustomerAddress>,
}

impl CreateOrderBodyCustomer {
    fields! {
        fn new(name: impl Into<String>);
        fn with_address(address: CreateOrderBodyCustomerAddress);
    }
}

object! {
    CreateOrderBodyCustomer {
        name = required("name"),
        address = optional("address"),
    }
}

/// `address` of `customer` of the body of `createOrder`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CreateOrderBodyCustomerAddress {
    /// The property `city`.
    pub city: Option<String>,
    /// The property `country`.
    pub country: Option<CreateOrderBodyCustomerAddressCountry>,
}

impl CreateOrderBodyCustomerAddress {
    fields! {
        fn new();
        fn with_city(city: impl Into<String>);
        fn with_country(country: CreateOrderBodyCustomerAddressCountry);
    }
}

object! {
    CreateOrderBodyCustomerAddress {
        city = optional("city"),
        country = optional("country"),
    }
}

text_enum! {
    /// `country` of `address` of `customer` of the body of `createOrder`.
    pub enum CreateOrderBodyCustomerAddressCountry {
        At = "at",
        De = "de",
    }
}

/// The elements of the elements of `grid` of the body of `createOrder`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CreateOrderBodyGridItemItem {
    /// The property `x`.
    pub x: Option<f64>,
}

impl CreateOrderBodyGridItemItem {
    fields! {
        fn new();
        fn with_x(x: f64);
    }
}

object! {
    CreateOrderBodyGridItemItem {
        x = optional("x"),
    }
}

/// The elements of `lines` of the body of `createOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateOrderBodyLinesItem {
    /// The property `item`.
    pub item: String,
    /// The property `amount`.
    ///
    /// Constraints: `minimum: 1`.
    pub amount: Option<i64>,
}

impl CreateOrderBodyLinesItem {
    fields! {
        fn new(item: impl Into<String>);
        fn with_amount(amount: i64);
    }
}

object! {
    CreateOrderBodyLinesItem {
        item = required("item"),
        amount = optional("amount").minimum(1),
    }
}

/// The reply `201` of `createOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateOrderResponse201 {
    /// The property `id`.
    pub id: String,
    /// The property `customer`.
    pub customer: Option<CreateOrderResponse201Customer>,
}

object! {
    CreateOrderResponse201 {
        id = required("id"),
        customer = optional("customer"),
    }
}

/// `customer` of the reply `201` of `createOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateOrderResponse201Customer {
    /// The property `name`.
    pub name: Option<String>,
}

object! {
    CreateOrderResponse201Customer {
        name = optional("name"),
    }
}
