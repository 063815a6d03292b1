// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `POST /logins`
///
/// Replies:
///
/// - `204`: Done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Login {
    /// The request body.
    pub body: types::Login,
}

impl Login {
    arguments! {
        fn new(body: types::Login);
    }
}

impl Operation for Login {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("login", "/logins").accept("*/*");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `POST /logins`
    ///
    /// See [`Login`].
    fn login(body: types::Login) -> Result<Reply, Error<Value>> {
        Login::new(body)
    }
}

/// `GET /users`
///
/// Replies:
///
/// - `200`: All.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Users {}

impl Users {
    arguments! {
        fn new();
    }
}

impl Operation for Users {
    type Output = Vec<types::Team>;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("users", "/users");
}

requests! {
    /// `GET /users`
    ///
    /// See [`Users`].
    fn users() -> Result<Vec<types::Team>, Error<Value>> {
        Users::new()
    }
}

/// `POST /users`
///
/// Replies:
///
/// - `201`: Added.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddUser {
    /// The request body.
    pub body: types::UserRequest,
}

impl AddUser {
    arguments! {
        fn new(body: types::UserRequest);
    }
}

impl Operation for AddUser {
    type Output = types::User;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("addUser", "/users");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

requests! {
    /// `POST /users`
    ///
    /// See [`AddUser`].
    fn add_user(body: types::UserRequest) -> Result<types::User, Error<Value>> {
        AddUser::new(body)
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Address`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Address {
    /// The property `street`.
    pub street: Option<String>,
}

impl Address {
    fields! {
        fn new();
        fn with_street(street: impl Into<String>);
    }
}

object! {
    Address {
        street = optional("street"),
    }
}

/// The schema `Login`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Login {
    /// The property `name`.
    pub name: String,
}

impl Login {
    fields! {
        fn new(name: impl Into<String>);
    }
}

object! {
    Login {
        name = required("name"),
    }
}

/// The schema `Team`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Team {
    /// The property `lead`.
    pub lead: Option<User>,
}

object! {
    Team {
        lead = optional("lead"),
    }
}

/// The schema `User`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// The property `id`.
    ///
    /// Only replies have it.
    pub id: String,
    /// The property `name`.
    pub name: String,
    /// The property `address`.
    pub address: Address,
    /// The property `friends`.
    pub friends: Option<Vec<User>>,
    /// The property `settings`.
    pub settings: Option<UserSettings>,
}

object! {
    User {
        id = required("id"),
        name = required("name"),
        address = required("address"),
        friends = optional("friends"),
        settings = optional("settings"),
    }
}

/// What requests carry. The schema `User`.
///
/// What a reply brought becomes one by `UserRequest::from_json(value.to_json())`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UserRequest {
    /// The property `name`.
    pub name: String,
    /// The property `password`.
    ///
    /// Only requests have it.
    pub password: String,
    /// The property `address`.
    pub address: Address,
    /// The property `friends`.
    pub friends: Option<Vec<UserRequest>>,
    /// The property `settings`.
    pub settings: Option<UserRequestSettings>,
}

impl UserRequest {
    fields! {
        fn new(name: impl Into<String>, password: impl Into<String>, address: Address);
        fn with_friends(friends: Vec<UserRequest>);
        fn with_settings(settings: UserRequestSettings);
    }
}

object! {
    UserRequest {
        name = required("name"),
        password = required("password"),
        address = required("address"),
        friends = optional("friends"),
        settings = optional("settings"),
    }
}

/// What requests carry. `settings` of `User`.
///
/// What a reply brought becomes one by `UserRequestSettings::from_json(value.to_json())`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UserRequestSettings {
    /// The property `dark`.
    pub dark: Option<bool>,
}

impl UserRequestSettings {
    fields! {
        fn new();
        fn with_dark(dark: bool);
    }
}

object! {
    UserRequestSettings {
        dark = optional("dark"),
    }
}

/// `settings` of `User`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UserSettings {
    /// The property `since`.
    ///
    /// Only replies have it.
    pub since: Option<String>,
    /// The property `dark`.
    pub dark: Option<bool>,
}

object! {
    UserSettings {
        since = optional("since"),
        dark = optional("dark"),
    }
}
