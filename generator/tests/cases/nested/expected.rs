// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `GET /orders`
    ///
    /// Replies:
    ///
    /// - `200`: How many, by country and city.
    pub struct CountOrders {}
    send fn count_orders() -> Result<types::CountOrdersResponse, Error<Value>>;
    fn new();
}

impl Operation for CountOrders {
    type Output = types::CountOrdersResponse;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("countOrders", "/orders");
}

operation! {
    /// `POST /orders`
    ///
    /// Replies:
    ///
    /// - `201`: The order.
    pub struct CreateOrder {
        /// The request body.
        pub body: types::CreateOrderBody,
    }
    send fn create_order(body: types::CreateOrderBody) -> Result<types::CreateOrderResponse201, Error<Value>>;
    fn new(body: types::CreateOrderBody);
}

impl Operation for CreateOrder {
    type Output = types::CreateOrderResponse201;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("createOrder", "/orders");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The reply `200` of `countOrders`.
pub type CountOrdersResponse = Vec<BTreeMap<String, BTreeMap<String, i64>>>;

object! {
    /// The body of `createOrder`.
    pub struct CreateOrderBody {
        pub customer: CreateOrderBodyCustomer = required("customer"),
        pub lines: Vec<CreateOrderBodyLinesItem> = required("lines"),
        pub r#box: Option<Vec<CreateOrderBodyBoxItem>> = optional("box"),
        pub grid: Option<Vec<Vec<CreateOrderBodyGridItemItem>>> = optional("grid"),
    }
    fn new(customer: CreateOrderBodyCustomer, lines: Vec<CreateOrderBodyLinesItem>);
    fn with_box(r#box: Vec<CreateOrderBodyBoxItem>);
    fn with_grid(grid: Vec<Vec<CreateOrderBodyGridItemItem>>);
}

/// The elements of `box` of the body of `createOrder`.
pub type CreateOrderBodyBoxItem = Vec<Vec<Vec<Vec<f64>>>>;

object! {
    /// `customer` of the body of `createOrder`.
    pub struct CreateOrderBodyCustomer {
        pub name: String = required("name"),
        pub address: Option<CreateOrderBodyCustomerAddress> = optional("address"),
    }
    fn new(name: impl Into<String>);
    fn with_address(address: CreateOrderBodyCustomerAddress);
}

object! {
    /// `address` of `customer` of the body of `createOrder`.
    pub struct CreateOrderBodyCustomerAddress {
        pub city: Option<String> = optional("city"),
        pub country: Option<CreateOrderBodyCustomerAddressCountry> = optional("country"),
    }
    fn new();
    fn with_city(city: impl Into<String>);
    fn with_country(country: CreateOrderBodyCustomerAddressCountry);
}

text_enum! {
    /// `country` of `address` of `customer` of the body of `createOrder`.
    pub enum CreateOrderBodyCustomerAddressCountry {
        At = "at",
        De = "de",
    }
}

object! {
    /// The elements of the elements of `grid` of the body of `createOrder`.
    pub struct CreateOrderBodyGridItemItem {
        pub x: Option<f64> = optional("x"),
    }
    fn new();
    fn with_x(x: f64);
}

object! {
    /// The elements of `lines` of the body of `createOrder`.
    pub struct CreateOrderBodyLinesItem {
        pub item: String = required("item"),
        pub amount: Option<i64> = optional("amount").minimum(1),
    }
    fn new(item: impl Into<String>);
    fn with_amount(amount: i64);
}

object! {
    /// The reply `201` of `createOrder`.
    pub struct CreateOrderResponse201 {
        pub id: String = required("id"),
        pub customer: Option<CreateOrderResponse201Customer> = optional("customer"),
    }
}

object! {
    /// `customer` of the reply `201` of `createOrder`.
    pub struct CreateOrderResponse201Customer {
        pub name: Option<String> = optional("name"),
    }
}
