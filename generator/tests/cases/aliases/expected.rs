// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `GET /tags`
    ///
    /// Replies:
    ///
    /// - `200`: All.
    pub struct GetTags {}
    send fn get_tags() -> Result<types::Tags, Error<Value>>;
    fn new();
}

impl Operation for GetTags {
    type Output = types::Tags;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("getTags", "/tags");
}

// === types.rs

//! The types of requests and replies, by name.

/// The schema `Count`.
///
/// Constraints: `minimum: 0`.
pub type Count = i64;

/// The schema `Secret`.
pub type Secret = bool;

/// The schema `Share`.
pub type Share = f64;

/// The schema `Tag`.
///
/// Constraints: `maxLength: 5`.
pub type Tag = String;

/// The schema `Tags`.
pub type Tags = Vec<Tag>;
