//! Links: documentation of what can be done with a reply (OpenAPI 3.0.4, section 4.7.20).

use super::Builder;
use super::refs::target;
use crate::diag::{Code, Diagnostic};
use crate::ir::Link;
use crate::pointer::Pointer;
use indexmap::IndexMap;
use openapiv3::Response;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

impl<'a> Builder<'a> {
    /// The links of a reply.
    ///
    /// The model has no place for references to links, so they come as they are written.
    pub(super) fn links(&mut self, response: &'a Response, place: &Pointer) -> Vec<Link> {
        let shared = self.shared_links();
        let own = written(&response.extensions).into_iter().flatten();
        let (targets, report) = (&mut self.targets, &mut *self.report);
        own.filter_map(|(name, link)| {
            let mut link = link;
            let mut place = place.keys(["links", name]);
            // Longer chains are circles, and reported.
            for _ in 0..16 {
                let reference = link.get("$ref").and_then(Value::as_str);
                let Some(reference) = reference else { break };
                let at = target(reference)?;
                let key = at.tokens().next_back()?.into_owned();
                link = shared?.get(&key)?;
                place = at;
            }
            let text = |key: &str| text(link, key);
            let mut named = named(link);
            let target = named.next();
            if let Some((other, _)) = named.next() {
                let message = format!("`{other}` beside `operationId` does not count");
                let finding = Diagnostic::new(Code::LINK_NAMED_TWICE, place.key(other), message);
                report.push(finding.on_key());
            }
            targets.insert(place, target.clone());
            let spelled = |value: &Value| match value.as_str() {
                Some(text) => text.to_owned(),
                None => value.to_string(),
            };
            let parameters = link.get("parameters").and_then(Value::as_object);
            let parameters = parameters.into_iter().flatten();
            let parameters = parameters.map(|(name, value)| (name.clone(), spelled(value)));
            let of_server = |key: &str| Some(link.get("server")?.get(key)?.as_str()?.to_owned());
            Some(Link {
                name: name.clone(),
                target: target?.1,
                parameters: parameters.collect(),
                body: link.get("requestBody").map(spelled),
                server: of_server("url"),
                server_description: of_server("description"),
                description: text("description"),
            })
        })
        .collect()
    }

    /// The links of `components`.
    fn shared_links(&self) -> Option<&'a Map<String, Value>> {
        written(&self.doc.components.as_ref()?.extensions)
    }

    /// Takes note of where links lead that no reply has.
    fn unused_links(&mut self) {
        let home = Pointer::root().keys(["components", "links"]);
        for (name, link) in self.shared_links().into_iter().flatten() {
            if link.is_object() && link.get("$ref").is_none() {
                let target = self.targets.entry(home.key(name));
                target.or_insert_with(|| named(link).next());
            }
        }
    }

    /// Reports links to operations that are not there. What is outside of this description cannot be
    /// known.
    pub(super) fn link_targets(&mut self) {
        self.unused_links();
        let called = self.api.callbacks.iter().map(|it| &it.operation);
        let all = self.api.operations.iter().chain(called);
        let ids: BTreeSet<&str> = all.map(|operation| &*operation.id).collect();
        for (link, named) in &self.targets {
            let (at, message) = match named {
                Some(("operationId", id)) if !ids.contains(id.as_str()) => (
                    link.key("operationId"),
                    format!("there is no operation `{id}`"),
                ),
                Some(("operationRef", to)) if to.starts_with('#') && !self.is_operation(to) => (
                    link.key("operationRef"),
                    format!("there is no operation at `{to}`"),
                ),
                None => {
                    let message = "the link names no operation: it is left out";
                    (link.clone(), message.to_owned())
                }
                Some(_) => continue,
            };
            let finding = Diagnostic::new(Code::UNKNOWN_LINK, at, message);
            self.report.push(finding);
        }
    }

    /// Whether a reference into this description leads to an operation, or to where those stand that
    /// the server calls.
    fn is_operation(&self, reference: &str) -> bool {
        let Some(at) = target(reference) else {
            return false;
        };
        let tokens: Vec<_> = at.tokens().collect();
        let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
        match tokens.as_slice() {
            ["paths", path, method] => {
                let item = self.doc.paths.paths.get(*path);
                let item = item.and_then(openapiv3::ReferenceOr::as_item);
                item.is_some_and(|item| item.iter().any(|(name, _)| name == *method))
            }
            ["webhooks", ..] | ["components", "pathItems" | "callbacks", ..] => true,
            other => other.contains(&"callbacks"),
        }
    }
}

/// Links, which the model has no place for.
fn written(extensions: &IndexMap<String, Value>) -> Option<&Map<String, Value>> {
    extensions.get("x-specwright-links")?.as_object()
}

fn text(link: &Value, key: &str) -> Option<String> {
    link.get(key).and_then(Value::as_str).map(str::to_owned)
}

/// The operations that a link names, and by which of its members.
fn named(link: &Value) -> impl Iterator<Item = (&'static str, String)> {
    let keys = ["operationId", "operationRef"].into_iter();
    keys.filter_map(|key| Some((key, text(link, key)?)))
}
