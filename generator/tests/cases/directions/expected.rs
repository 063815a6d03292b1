// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /logins`
    ///
    /// Replies:
    ///
    /// - `204`: Done.
    pub struct Login {
        /// The request body.
        pub body: types::Login,
    }
    send fn login(body: types::Login) -> Result<Reply, Error<Value>>;
    fn new(body: types::Login);
}

impl Operation for Login {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("login", "/logins").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

operation! {
    /// `GET /users`
    ///
    /// Replies:
    ///
    /// - `200`: All.
    pub struct Users {}
    send fn users() -> Result<Vec<types::Team>, Error<Value>>;
    fn new();
}

impl Operation for Users {
    type Output = Vec<types::Team>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("users", "/users");
}

operation! {
    /// `POST /users`
    ///
    /// Replies:
    ///
    /// - `201`: Added.
    pub struct AddUser {
        /// The request body.
        pub body: types::UserRequest,
    }
    send fn add_user(body: types::UserRequest) -> Result<types::User, Error<Value>>;
    fn new(body: types::UserRequest);
}

impl Operation for AddUser {
    type Output = types::User;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addUser", "/users");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Address`.
    pub struct Address {
        pub street: Option<String> = optional("street"),
    }
    fn new();
    fn with_street(street: impl Into<String>);
}

object! {
    /// The schema `Login`.
    pub struct Login {
        pub name: String = required("name"),
    }
    rules = object_rules().read_only(&["at"]);
    fn new(name: impl Into<String>);
}

object! {
    /// The schema `Team`.
    pub struct Team {
        pub lead: Option<User> = optional("lead"),
    }
}

object! {
    /// The schema `User`.
    pub struct User {
        /// Only replies have it.
        pub id: String = required("id"),
        pub name: String = required("name"),
        pub address: Address = required("address"),
        pub friends: Option<Vec<User>> = optional("friends"),
        pub settings: Option<UserSettings> = optional("settings"),
        /// Only replies have it.
        pub version: Version = required("version"),
        /// The version before.
        ///
        /// Only replies have it.
        pub previous: Option<Version> = optional("previous"),
        /// Only replies have it.
        pub audit: Option<UserAudit> = optional("audit"),
        pub labels: Option<UserLabels> = optional("labels"),
    }
}

object! {
    /// `audit` of `User`.
    pub struct UserAudit {
        pub by: Option<String> = optional("by"),
    }
}

exact_object! {
    /// `labels` of `User`.
    pub struct UserLabels {
        /// Only replies have it.
        pub owner: Option<String> = optional("owner"),
        /// All other properties.
        pub additional_properties: BTreeMap<String, i64> = additional_properties(),
    }
}

object! {
    /// What requests carry. The schema `User`.
    ///
    /// What a reply brought becomes one by `UserRequest::from_json(value.to_json())`.
    pub struct UserRequest {
        pub name: String = required("name"),
        /// Only requests have it.
        pub password: String = required("password"),
        pub address: Address = required("address"),
        pub friends: Option<Vec<UserRequest>> = optional("friends"),
        pub settings: Option<UserRequestSettings> = optional("settings"),
        pub labels: Option<UserRequestLabels> = optional("labels"),
    }
    rules = object_rules().read_only(&["audit", "id", "previous", "version"]);
    fn new(name: impl Into<String>, password: impl Into<String>, address: Address);
    fn with_friends(friends: Vec<UserRequest>);
    fn with_settings(settings: UserRequestSettings);
    fn with_labels(labels: UserRequestLabels);
}

exact_object! {
    /// What requests carry. `labels` of `User`.
    ///
    /// What a reply brought becomes one by `UserRequestLabels::from_json(value.to_json())`.
    pub struct UserRequestLabels {
        /// All other properties.
        pub additional_properties: BTreeMap<String, i64> = additional_properties(),
    }
    rules = object_rules().read_only(&["owner"]);
    fn new();
    map fn with_additional_properties(additional_properties: BTreeMap<String, i64>);
}

object! {
    /// What requests carry. `settings` of `User`.
    ///
    /// What a reply brought becomes one by `UserRequestSettings::from_json(value.to_json())`.
    pub struct UserRequestSettings {
        pub dark: Option<bool> = optional("dark"),
    }
    rules = object_rules().read_only(&["since"]);
    fn new();
    fn with_dark(dark: bool);
}

object! {
    /// `settings` of `User`.
    pub struct UserSettings {
        /// Only replies have it.
        pub since: Option<String> = optional("since"),
        pub dark: Option<bool> = optional("dark"),
    }
}

/// The schema `Version`.
pub type Version = i64;
