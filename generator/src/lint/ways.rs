//! Which way the values of named schemas go.

use super::evaluate::Way;
use super::unused::{Component, member, reached};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The components that requests need, and those that replies need.
#[derive(Debug, Default)]
pub(super) struct Ways {
    requests: BTreeSet<Component>,
    replies: BTreeSet<Component>,
}

impl Ways {
    /// Follows the bodies and parameters of all operations. Whatever cannot be told apart goes both
    /// ways.
    pub(super) fn of(root: &Value) -> Self {
        let mut ways = Self::default();
        for key in ["paths", "webhooks"] {
            let items = root.get(key).and_then(Value::as_object);
            for item in items.into_iter().flatten().map(|(_, item)| item) {
                ways.path_item(root, item, key == "webhooks");
            }
        }
        let components = root.get("components").and_then(Value::as_object);
        for set in [&mut ways.requests, &mut ways.replies] {
            let found = std::mem::take(set);
            *set = components.map_or(BTreeSet::new(), |all| reached(root, all, found));
        }
        ways
    }

    /// The way of the schema with this name, where it has but one.
    pub(super) fn schema(&self, name: &str) -> Option<Way> {
        let schema = ("schemas".to_owned(), name.to_owned());
        match (
            self.requests.contains(&schema),
            self.replies.contains(&schema),
        ) {
            (true, false) => Some(Way::Request),
            (false, true) => Some(Way::Reply),
            _ => None,
        }
    }

    /// Requests that the server sends (`turned`) have the form of replies.
    fn path_item(&mut self, root: &Value, item: &Value, turned: bool) {
        for (key, value) in members(item) {
            match (key.as_str(), value) {
                ("parameters", _) => self.part(root, key, value, Some(!turned)),
                (_, Value::Object(_)) => self.operation(root, value, turned),
                _ => self.part(root, key, value, None),
            }
        }
    }

    fn operation(&mut self, root: &Value, operation: &Value, turned: bool) {
        for (key, value) in members(operation) {
            match key.as_str() {
                "parameters" | "requestBody" => self.part(root, key, value, Some(!turned)),
                "responses" => self.part(root, key, value, Some(turned)),
                "callbacks" => {
                    for (_, callback) in members(value) {
                        for (key, item) in members(callback) {
                            match item {
                                Value::Object(_) => self.path_item(root, item, true),
                                _ => self.part(root, key, item, None),
                            }
                        }
                    }
                }
                _ => self.part(root, key, value, None),
            }
        }
    }

    /// Notes what a part names: in requests, in replies, or in both.
    fn part(&mut self, root: &Value, key: &str, value: &Value, is_request: Option<bool>) {
        if is_request != Some(false) {
            member(root, key, value, &mut self.requests);
        }
        if is_request != Some(true) {
            member(root, key, value, &mut self.replies);
        }
    }
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}
