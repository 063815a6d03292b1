//! References to path items, which are replaced by copies: of paths, webhooks and callbacks.

use super::refs::{kinds_at, target};
use crate::diag::{Code, Diagnostic, Origins, Report};
use crate::pointer::{NOWHERE, Path, Pointer};
use crate::shape::{self, Kind, Version};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// How many bytes of path items may be copied.
const COPIES: usize = 64 << 20;

/// How many references to path items may follow each other.
const LONGEST_CHAIN: usize = 16;

/// Replaces each path item that is a reference by a copy of what it names. One that leads nowhere
/// is marked by `x-specwright-missing`.
pub(super) fn copy(
    value: &mut Value,
    version: Version,
    origins: &mut Origins,
    report: &mut Report,
) {
    let mut copying = Copying {
        version,
        checked: BTreeSet::new(),
        origins,
        report,
        left: COPIES,
        is_last: false,
    };
    let home = [
        Pointer::root().key("paths"),
        Pointer::root().key("webhooks"),
    ];
    copying.all_in(value, &home);
    // Those of callbacks are in what has been copied as well, and may bring callbacks themselves.
    let first = callbacks(value);
    copying.all_in(value, &first);
    let first: BTreeSet<Pointer> = first.into_iter().collect();
    let mut brought = callbacks(value);
    brought.retain(|at| !first.contains(at));
    copying.is_last = true;
    copying.all_in(value, &brought);
}

/// The places of all callbacks that stand there themselves.
fn callbacks(value: &Value) -> Vec<Pointer> {
    let mut found = Vec::new();
    let mut items: Vec<(Pointer, &Value)> = Vec::new();
    let mut named = vec![Pointer::root().keys(["components", "callbacks"])];
    for home in ["paths", "webhooks"].map(|key| Pointer::root().key(key)) {
        items.extend(members(value, &home));
    }
    loop {
        for home in std::mem::take(&mut named) {
            for (at, callback) in members(value, &home) {
                let own = callback.as_object().into_iter().flatten();
                items.extend(own.map(|(expression, item)| (at.key(expression), item)));
                found.push(at);
            }
        }
        for (at, item) in std::mem::take(&mut items) {
            let operations = item.as_object().into_iter().flatten();
            let calling = operations.filter(|(_, operation)| operation.get("callbacks").is_some());
            named.extend(calling.map(|(method, _)| at.keys([method, "callbacks"])));
        }
        if named.is_empty() {
            return found;
        }
    }
}

/// The members of the object at a place, with theirs.
fn members<'v>(value: &'v Value, home: &Pointer) -> impl Iterator<Item = (Pointer, &'v Value)> {
    let object = value.pointer(home.as_str()).and_then(Value::as_object);
    let members = object.into_iter().flatten();
    members.map(|(key, member)| (home.key(key), member))
}

/// Where a path item stands, and what it is; nothing where it cannot be had.
type Copy = Option<(Pointer, Map<String, Value>)>;

struct Copying<'a> {
    version: Version,
    /// The places that have been checked here.
    checked: BTreeSet<Pointer>,
    origins: &'a mut Origins,
    report: &'a mut Report,
    /// How many more bytes may be copied.
    left: usize,
    /// Whether copies bring no callbacks any more, which could go on without end.
    is_last: bool,
}

impl Copying<'_> {
    /// Replaces the references among the path items of these maps.
    fn all_in(&mut self, value: &mut Value, homes: &[Pointer]) {
        self.check(value, homes);
        let mut copies = Vec::new();
        let items = homes.iter().flat_map(|home| members(value, home));
        for (at, item) in items {
            if let Some(reference) = item.get("$ref").and_then(Value::as_str) {
                let copy = self.followed(reference, &at, value);
                copies.push((at, copy));
            }
        }
        for (at, copy) in copies {
            if let Some(item) = value.pointer_mut(at.as_str()) {
                self.replace(item, &at, copy);
            }
        }
    }

    /// Checks the path items that these refer to and that stand where the tables do not lead.
    fn check(&mut self, value: &mut Value, homes: &[Pointer]) {
        let items = homes.iter().flat_map(|home| members(value, home));
        let references = items.filter_map(|(_, item)| item.get("$ref")?.as_str());
        let places = references.filter_map(|reference| Some(follow(reference, value)?.0));
        let places: BTreeSet<Pointer> = places.collect();
        if places.is_empty() {
            return;
        }
        let kinds = kinds_at(&places, value);
        for at in places {
            if kinds.get(&at) == Some(&Kind::PathItem) || !self.checked.insert(at.clone()) {
                continue;
            }
            if let Some(item) = value.pointer_mut(at.as_str()) {
                shape::check_part(
                    item,
                    Kind::PathItem,
                    self.version,
                    &Path::from(&at),
                    self.report,
                );
            }
        }
    }

    fn followed(&mut self, reference: &str, at: &Pointer, value: &Value) -> Copy {
        let Some((from, found)) = follow(reference, value) else {
            if reference != NOWHERE {
                let message = format!("`$ref` points at no path item: {reference}");
                let finding = Diagnostic::new(Code::DANGLING_REF, at.key("$ref"), message);
                self.report.push(finding);
            }
            return None;
        };
        let mut found = found.clone();
        if self.is_last {
            self.drop_callbacks(&mut found, at);
        }
        let size = Value::Object(found.clone()).to_string().len();
        let Some(left) = self.left.checked_sub(size) else {
            let message = "copies of path items take too much room: this one is left out";
            let finding = Diagnostic::new(Code::REF_TOO_LARGE, at.clone(), message);
            self.report.push(finding);
            return None;
        };
        self.left = left;
        Some((from, found))
    }

    fn drop_callbacks(&mut self, item: &mut Map<String, Value>, at: &Pointer) {
        let operations = item.values_mut().filter_map(Value::as_object_mut);
        let dropped = operations.filter_map(|operation| operation.shift_remove("callbacks"));
        if dropped.count() > 0 {
            let message = "callbacks that callbacks of callbacks bring are left out";
            let finding = Diagnostic::new(Code::PART_LEFT_OUT, at.clone(), message);
            self.report.push(finding.on_key());
        }
    }

    /// Puts a copy in the place of a reference; what stands beside `$ref` counts more.
    fn replace(&mut self, item: &mut Value, at: &Pointer, copy: Copy) {
        let Value::Object(mut own) = item.take() else {
            return;
        };
        own.shift_remove("$ref");
        let Some((from, mut copy)) = copy else {
            own.insert("x-specwright-missing".to_owned(), Value::Bool(true));
            *item = Value::Object(own);
            return;
        };
        let beside = own.keys().map(|key| at.key(key));
        let beside: Vec<_> = beside.map(|at| (self.origins.resolve(&at), at)).collect();
        self.origins.copy(&from, at);
        for ((document, from), at) in beside {
            self.origins.set(&at, document, from);
        }
        copy.extend(own);
        *item = Value::Object(copy);
    }
}

/// The path item behind a chain of references.
fn follow<'v>(reference: &str, value: &'v Value) -> Option<(Pointer, &'v Map<String, Value>)> {
    let mut reference = reference.to_owned();
    for _ in 0..LONGEST_CHAIN {
        let at = target(&reference, value)?;
        let found = value.pointer(at.as_str())?.as_object()?;
        match found.get("$ref").and_then(Value::as_str) {
            Some(next) => next.clone_into(&mut reference),
            None => return Some((at, found)),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tests::lowered;
    use serde_json::json;

    #[test]
    fn path_items_are_copied() {
        let (value, codes) = lowered(json!({
            "openapi": "3.1.0", "info": {"title": "T", "version": "1"},
            "paths": {"/a": {"$ref": "#/components/pathItems/P"}, "/b": {"$ref": "#/paths/~1b", "get": {"responses": {}}}},
            "components": {"pathItems": {"P": {"get": {"operationId": "g", "responses": {}}}}}
        }));
        assert_eq!(value["paths"]["/a"]["get"]["operationId"], "g");
        assert_eq!(value["paths"]["/b"]["x-specwright-missing"], true);
        assert_eq!(codes, ["W0302"]);
    }

    #[test]
    fn webhooks_and_callbacks_refer_to_path_items_too() {
        let reference = json!({"$ref": "#/components/pathItems/P"});
        let (value, codes) = lowered(json!({
            "openapi": "3.1.0", "info": {"title": "T", "version": "1"},
            "paths": {"/a": {"$ref": "#/components/pathItems/Q"}},
            "webhooks": {"w": reference},
            "components": {"pathItems": {
                "P": {"post": {"operationId": "p", "responses": {}}},
                "Q": {"get": {"callbacks": {"c": {"{$url}": reference}}, "responses": {}}},
            }}
        }));
        for index in 0..2 {
            let path = format!("/\0callback/{index}");
            assert_eq!(value["paths"][path]["post"]["operationId"], "p");
        }
        assert!(codes.is_empty(), "{codes:?}");
    }

    #[test]
    fn path_items_may_stand_anywhere() {
        let (value, codes) = lowered(json!({
            "openapi": "3.1.0", "info": {"title": "T", "version": "1"},
            "paths": {"/a": {"$ref": "#/x-items/a"}, "/b": {"$ref": "#/x-items/a"}},
            "x-items": {"a": {"get": {"operationId": "g", "parameters": "p"}}}
        }));
        assert_eq!(value["paths"]["/a"]["get"]["operationId"], "g");
        assert_eq!(value["paths"]["/b"]["get"]["responses"], json!({}));
        assert_eq!(codes, ["W0404"]);
    }

    #[test]
    fn callbacks_that_lead_to_themselves_end() {
        let back = json!({"$ref": "#/paths/~1a"});
        let (value, codes) = lowered(json!({
            "openapi": "3.1.0", "info": {"title": "T", "version": "1"},
            "paths": {"/a": {"get": {"callbacks": {"c": {"{$url}": back}}, "responses": {}}}},
        }));
        let made = value["paths"].as_object().unwrap().len();
        assert_eq!(made, 1 + 2);
        assert_eq!(codes, ["W0608"]);
    }
}
