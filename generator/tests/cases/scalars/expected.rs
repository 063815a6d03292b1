// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `PUT /notes/{note}`
    ///
    /// Replies:
    ///
    /// - `204`: Taken.
    pub struct SetLink {
        pub note: String = path("note").format("uuid"),
        /// The request body.
        pub body: String,
    }
    send fn set_link(note: impl Into<String>, body: impl Into<String>) -> Result<Reply, Error<Value>>;
    fn new(note: impl Into<String>, body: impl Into<String>);
}

impl Operation for SetLink {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("setLink", "/notes/{note}").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::text(&self.body).rule(rule().format("uri")))
    }
}

operation! {
    /// `POST /readings`
    ///
    /// Replies:
    ///
    /// - `204`: Taken.
    pub struct AddReading {
        pub since: Option<String> = query("since").format("date"),
        pub price: Option<Number> = query("price").number_maximum(10.0),
        /// The request body.
        pub body: types::Reading,
    }
    send fn add_reading(body: types::Reading) -> Result<Reply, Error<Value>>;
    fn new(body: types::Reading);
    fn with_since(since: impl Into<String>);
    fn with_price(price: impl Into<Number>);
}

impl Operation for AddReading {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addReading", "/readings").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// A code of two capitals.
///
/// Constraints: `pattern: ^[A-Z]{2}$`.
pub type Code = String;

object! {
    /// All kinds of plain values, each with its bounds.
    pub struct Reading {
        pub sensor: String = required("sensor").min_length(1).max_length(32).pattern("^[a-z]+(-[a-z]+)*$"),
        pub count: i64 = required("count").minimum(0).exclusive_maximum(4_294_967_295),
        pub small: Option<i32> = optional("small"),
        pub big: Option<i64> = optional("big").maximum(9_223_372_036_854_775_807),
        pub huge: Option<u64> = optional("huge").maximum(18_446_744_073_709_551_615),
        pub even: Option<i64> = optional("even").multiple_of(2),
        pub far: Option<u64> = optional("far").minimum(9_223_372_036_854_775_808),
        pub wide: Option<i64> = optional("wide").maximum(99_999_999_999),
        pub vast: Option<f64> = optional("vast").number_minimum(-1e-300).number_maximum(1e300),
        pub whole: Option<i64> = optional("whole"),
        pub step: Option<ReadingStep> = optional("step"),
        pub ratio: Option<f64> = optional("ratio").number_exclusive_minimum(0.0).number_maximum(1.0),
        pub price: Option<f64> = optional("price").number_multiple_of(0.01),
        pub single: Option<f64> = optional("single").format("float"),
        pub exact: Option<Number> = optional("exact").number_minimum(0.0),
        pub byte: Option<u32> = optional("byte").format("uint8"),
        pub counted: Option<String> = optional("counted").format("uint64"),
        pub link: Option<String> = optional("link").format("uri"),
        /// Format: `phone-number`.
        pub phone: Option<String> = optional("phone"),
        /// Format: `unix-time`.
        pub since: Option<i64> = optional("since"),
        pub dates: Option<Vec<String>> = optional("dates").each(&rule().format("date")),
        pub hosts: Option<BTreeMap<String, String>> = optional("hosts").each(&rule().format("hostname")),
        pub loose: Option<Value> = optional("loose")
            .assertions(&[assertion("format: email", schema().scalar(rule().format("email")))]),
        pub when: Option<ReadingWhen> = optional("when"),
        pub remote: Option<String> = optional("remote")
            .assertions(&[
                assertion(
                    "not: {\"type\":\"string\",\"format\":\"ipv4\"}",
                    schema().not(&schema().types(&["string"]).scalar(rule().format("ipv4"))),
                ),
            ]),
        pub both: Option<String> = optional("both")
            .format("uri")
            .assertions(&[assertion("format: uri-template", schema().scalar(rule().format("uri-template")))]),
        /// The server's default: `true`.
        pub flag: Option<bool> = optional("flag"),
        /// Example: `"2024-02-29"`.
        pub day: Option<String> = optional("day").format("date"),
        pub at: Option<String> = optional("at").format("date-time"),
        pub key: Option<String> = optional("key").format("uuid"),
        /// Format: `byte`.
        pub data: Option<Base64> = optional("data"),
        /// Format: `password`.
        pub secret: Option<Secret> = optional("secret"),
        pub tags: Option<Vec<String>> = optional("tags")
            .min_items(1)
            .max_items(4)
            .unique_items()
            .each(&rule().max_length(8)),
        /// A code of two capitals.
        pub code: Option<Code> = optional("code").pattern("^[A-Z]{2}$"),
        /// Whatever there is.
        pub any: Option<Value> = optional("any"),
    }
    fn new(sensor: impl Into<String>, count: i64);
    fn with_small(small: i32);
    fn with_big(big: i64);
    fn with_huge(huge: u64);
    fn with_even(even: i64);
    fn with_far(far: u64);
    fn with_wide(wide: i64);
    fn with_vast(vast: f64);
    fn with_whole(whole: i64);
    fn with_step(step: ReadingStep);
    fn with_ratio(ratio: f64);
    fn with_price(price: f64);
    fn with_single(single: f64);
    fn with_exact(exact: impl Into<Number>);
    fn with_byte(byte: u32);
    fn with_counted(counted: impl Into<String>);
    fn with_link(link: impl Into<String>);
    fn with_phone(phone: impl Into<String>);
    fn with_since(since: i64);
    fn with_dates(dates: Vec<String>);
    fn with_hosts(hosts: BTreeMap<String, String>);
    fn with_loose(loose: Value);
    fn with_when(when: impl Into<ReadingWhen>);
    fn with_remote(remote: impl Into<String>);
    fn with_both(both: impl Into<String>);
    fn with_flag(flag: bool);
    fn with_day(day: impl Into<String>);
    fn with_at(at: impl Into<String>);
    fn with_key(key: impl Into<String>);
    fn with_data(data: impl Into<Base64>);
    fn with_secret(secret: impl Into<Secret>);
    fn with_tags(tags: Vec<String>);
    fn with_code(code: impl Into<String>);
    fn with_any(any: Value);
}

json_enum! {
    /// `step` of `Reading`.
    pub enum ReadingStep {
        Step1 = "1",
        Step1ePlus20 = "1e+20",
    }
}

one_of! {
    /// `when` of `Reading`.
    pub enum ReadingWhen {
        /// A string.
        Date(String) = choice().format("date"),
        /// A string.
        DateTime(String) = choice().format("date-time"),
    }
}

// === findings
//
// note[N0108]: the number does not fit into 64 bits: its last digits may be lost
//   --> spec.yaml:39:41
//    |
// 39 |         step: {type: integer, enum: [1, 99999999999999999999]}
//    |                                         ^^^^^^^^^^^^^^^^^^^^
//
// note[N0516]: `format: phone-number` is taken as documentation
//   --> spec.yaml:47:39
//    |
// 47 |         phone: {type: string, format: phone-number}
//    |                                       ^^^^^^^^^^^^
//
// note[N0516]: `format: unix-time` is taken as documentation
//   --> spec.yaml:48:40
//    |
// 48 |         since: {type: integer, format: unix-time}
//    |                                        ^^^^^^^^^
//
// warning[W0515]: the bound 99999999999 is beyond `int32`: a wider type is taken
//   --> spec.yaml:36:15
//    |
// 36 |         wide: {type: integer, format: int32, maximum: 99999999999}
//    |               ^
