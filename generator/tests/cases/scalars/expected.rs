// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `POST /readings`
///
/// Replies:
///
/// - `204`: Taken.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddReading {
    /// The request body.
    pub body: types::Reading,
}

impl AddReading {
    /// Makes a value from what is required.
    #[must_use]
    pub fn new(body: types::Reading) -> Self {
        Self { body }
    }
}

impl Operation for AddReading {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("addReading", "POST", "/readings");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        Ok(reply.clone())
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /readings`
    ///
    /// See [`AddReading`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn add_reading(
        &self,
        body: types::Reading,
    ) -> Result<Reply, Error<Value>> {
        self.send(&AddReading::new(body)).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /readings`
    ///
    /// See [`AddReading`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn add_reading(&self, body: types::Reading) -> Result<Reply, Error<Value>> {
        self.send(&AddReading::new(body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// A code of two capitals.
///
/// Constraints: `pattern: ^[A-Z]{2}$`.
pub type Code = String;

/// All kinds of plain values, each with its bounds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reading {
    /// The property `sensor`.
    ///
    /// Constraints: `minLength: 1`, `maxLength: 32`, `pattern: ^[a-z]+(-[a-z]+)*$`.
    pub sensor: String,
    /// The property `count`.
    ///
    /// Constraints: `minimum: 0`, `exclusiveMaximum: 4294967295`.
    pub count: i64,
    /// The property `small`.
    pub small: Option<i32>,
    /// The property `big`.
    ///
    /// Constraints: `maximum: 9223372036854775807`.
    pub big: Option<i64>,
    /// The property `huge`.
    ///
    /// Constraints: `maximum: 18446744073709551615`.
    pub huge: Option<u64>,
    /// The property `even`.
    ///
    /// Constraints: `multipleOf: 2`.
    pub even: Option<i64>,
    /// The property `ratio`.
    ///
    /// Constraints: `exclusiveMinimum: 0`, `maximum: 1`.
    pub ratio: Option<f64>,
    /// The property `price`.
    ///
    /// Constraints: `multipleOf: 0.01`.
    pub price: Option<f64>,
    /// The property `single`.
    pub single: Option<f64>,
    /// The property `flag`.
    ///
    /// The server's default: `true`.
    pub flag: Option<bool>,
    /// The property `day`.
    ///
    /// Format: `date`.
    ///
    /// Example: `"2024-02-29"`.
    pub day: Option<String>,
    /// The property `at`.
    ///
    /// Format: `date-time`.
    pub at: Option<String>,
    /// The property `key`.
    ///
    /// Format: `uuid`.
    pub key: Option<String>,
    /// The property `data`.
    ///
    /// Format: `byte`.
    pub data: Option<String>,
    /// The property `secret`.
    ///
    /// Format: `password`.
    pub secret: Option<String>,
    /// The property `tags`.
    ///
    /// Constraints: `minItems: 1`, `maxItems: 4`, `uniqueItems: true`.
    pub tags: Option<Vec<String>>,
    /// A code of two capitals.
    ///
    /// Constraints: `pattern: ^[A-Z]{2}$`.
    pub code: Option<Code>,
    /// Whatever there is.
    pub any: Option<Value>,
}

impl Reading {
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(sensor: impl Into<String>, count: i64) -> Self {
        Self {
            sensor: sensor.into(),
            count,
            ..Self::blank()
        }
    }

    /// Sets `small`.
    #[must_use]
    pub fn with_small(mut self, small: i32) -> Self {
        self.small = Some(small);
        self
    }

    /// Sets `big`.
    #[must_use]
    pub fn with_big(mut self, big: i64) -> Self {
        self.big = Some(big);
        self
    }

    /// Sets `huge`.
    #[must_use]
    pub fn with_huge(mut self, huge: u64) -> Self {
        self.huge = Some(huge);
        self
    }

    /// Sets `even`.
    #[must_use]
    pub fn with_even(mut self, even: i64) -> Self {
        self.even = Some(even);
        self
    }

    /// Sets `ratio`.
    #[must_use]
    pub fn with_ratio(mut self, ratio: f64) -> Self {
        self.ratio = Some(ratio);
        self
    }

    /// Sets `price`.
    #[must_use]
    pub fn with_price(mut self, price: f64) -> Self {
        self.price = Some(price);
        self
    }

    /// Sets `single`.
    #[must_use]
    pub fn with_single(mut self, single: f64) -> Self {
        self.single = Some(single);
        self
    }

    /// Sets `flag`.
    #[must_use]
    pub fn with_flag(mut self, flag: bool) -> Self {
        self.flag = Some(flag);
        self
    }

    /// Sets `day`.
    #[must_use]
    pub fn with_day(mut self, day: impl Into<String>) -> Self {
        self.day = Some(day.into());
        self
    }

    /// Sets `at`.
    #[must_use]
    pub fn with_at(mut self, at: impl Into<String>) -> Self {
        self.at = Some(at.into());
        self
    }

    /// Sets `key`.
    #[must_use]
    pub fn with_key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Sets `data`.
    #[must_use]
    pub fn with_data(mut self, data: impl Into<String>) -> Self {
        self.data = Some(data.into());
        self
    }

    /// Sets `secret`.
    #[must_use]
    pub fn with_secret(mut self, secret: impl Into<String>) -> Self {
        self.secret = Some(secret.into());
        self
    }

    /// Sets `tags`.
    #[must_use]
    pub fn with_tags(mut self, tags: Vec<String>) -> Self {
        self.tags = Some(tags);
        self
    }

    /// Sets `code`.
    #[must_use]
    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Sets `any`.
    #[must_use]
    pub fn with_any(mut self, any: Value) -> Self {
        self.any = Some(any);
        self
    }
}

impl Object for Reading {
    const MEMBERS: &'static [Member] = &[
        required("sensor").min_length(1).max_length(32).pattern("^[a-z]+(-[a-z]+)*$"),
        required("count").minimum(0).exclusive_maximum(4_294_967_295),
        optional("small"),
        optional("big").maximum(9_223_372_036_854_775_807),
        optional("huge").maximum(18_446_744_073_709_551_615),
        optional("even").multiple_of(2),
        optional("ratio").number_exclusive_minimum(0.0).number_maximum(1.0),
        optional("price").number_multiple_of(0.01),
        optional("single"),
        optional("flag"),
        optional("day"),
        optional("at"),
        optional("key"),
        optional("data"),
        optional("secret"),
        optional("tags")
            .min_items(1)
            .max_items(4)
            .unique_items()
            .each(&rule().max_length(8)),
        optional("code").pattern("^[A-Z]{2}$"),
        optional("any"),
    ];
}
object!(
    Reading: sensor, count, small, big, huge, even, ratio, price, single, flag, day, at,
    key, data, secret, tags, code, any
);
