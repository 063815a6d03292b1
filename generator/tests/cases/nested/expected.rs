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
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: types::CreateOrderBody) -> Self {
        Self { body }
    }
}

impl Operation for CreateOrder {
    type Output = types::CreateOrderResponse201;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("createOrder", "POST", "/orders")
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
    /// `POST /orders`
    ///
    /// See [`CreateOrder`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn create_order(
        &self,
        body: types::CreateOrderBody,
    ) -> Result<types::CreateOrderResponse201, Error<Value>> {
        self.send(&CreateOrder::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /orders`
    ///
    /// See [`CreateOrder`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn create_order(
        &self,
        body: types::CreateOrderBody,
    ) -> Result<types::CreateOrderResponse201, Error<Value>> {
        self.send(&CreateOrder::new(body))
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
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(
        customer: CreateOrderBodyCustomer,
        lines: Vec<CreateOrderBodyLinesItem>,
    ) -> Self {
        Self {
            customer,
            lines,
            ..Self::blank()
        }
    }

    /// Sets `grid`.
    #[must_use]
    pub fn with_grid(mut self, grid: Vec<Vec<CreateOrderBodyGridItemItem>>) -> Self {
        self.grid = Some(grid);
        self
    }
}

impl Object for CreateOrderBody {
    const MEMBERS: &'static [Member] = &[
        required("customer"),
        required("lines"),
        optional("grid"),
    ];
}
object!(CreateOrderBody: customer, lines, grid);

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
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::blank()
        }
    }

    /// Sets `address`.
    #[must_use]
    pub fn with_address(mut self, address: CreateOrderBodyCustomerAddress) -> Self {
        self.address = Some(address);
        self
    }
}

impl Object for CreateOrderBodyCustomer {
    const MEMBERS: &'static [Member] = &[required("name"), optional("address")];
}
object!(CreateOrderBodyCustomer: name, address);

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
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `city`.
    #[must_use]
    pub fn with_city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }

    /// Sets `country`.
    #[must_use]
    pub fn with_country(
        mut self,
        country: CreateOrderBodyCustomerAddressCountry,
    ) -> Self {
        self.country = Some(country);
        self
    }
}

impl Object for CreateOrderBodyCustomerAddress {
    const MEMBERS: &'static [Member] = &[optional("city"), optional("country")];
}
object!(CreateOrderBodyCustomerAddress: city, country);

/// `country` of `address` of `customer` of the body of `createOrder`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CreateOrderBodyCustomerAddressCountry {
    /// `at`
    At,
    /// `de`
    De,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl CreateOrderBodyCustomerAddressCountry {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::At, Self::De];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::At => "at",
            Self::De => "de",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(CreateOrderBodyCustomerAddressCountry);

/// The elements of the elements of `grid` of the body of `createOrder`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CreateOrderBodyGridItemItem {
    /// The property `x`.
    pub x: Option<f64>,
}

impl CreateOrderBodyGridItemItem {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `x`.
    #[must_use]
    pub fn with_x(mut self, x: f64) -> Self {
        self.x = Some(x);
        self
    }
}

impl Object for CreateOrderBodyGridItemItem {
    const MEMBERS: &'static [Member] = &[optional("x")];
}
object!(CreateOrderBodyGridItemItem: x);

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
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(item: impl Into<String>) -> Self {
        Self {
            item: item.into(),
            ..Self::blank()
        }
    }

    /// Sets `amount`.
    #[must_use]
    pub fn with_amount(mut self, amount: i64) -> Self {
        self.amount = Some(amount);
        self
    }
}

impl Object for CreateOrderBodyLinesItem {
    const MEMBERS: &'static [Member] = &[
        required("item"),
        optional("amount").minimum(1),
    ];
}
object!(CreateOrderBodyLinesItem: item, amount);

/// The reply `201` of `createOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateOrderResponse201 {
    /// The property `id`.
    pub id: String,
    /// The property `customer`.
    pub customer: Option<CreateOrderResponse201Customer>,
}

impl Object for CreateOrderResponse201 {
    const MEMBERS: &'static [Member] = &[required("id"), optional("customer")];
}
object!(CreateOrderResponse201: id, customer);

/// `customer` of the reply `201` of `createOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateOrderResponse201Customer {
    /// The property `name`.
    pub name: Option<String>,
}

impl Object for CreateOrderResponse201Customer {
    const MEMBERS: &'static [Member] = &[optional("name")];
}
object!(CreateOrderResponse201Customer: name);
