//! The OpenAPI Overlay Specification 1.0.0: corrections that stand beside a description.
//!
//! [`apply`] carries the actions out in order, each on what those before it left, and records in
//! [`Origins`] which parts of the result were written in the overlay.

use crate::diag::{Code, Diagnostic, Document, Origins, Report};
use crate::pointer::Pointer;
use indexmap::IndexSet;
use serde_json::{Map, Value};
use serde_json_path::JsonPath;

/// How many bytes an overlay may add in all.
const ADDED: usize = 64 << 20;

/// How many places one action may change.
const TARGETS: usize = 100_000;

const KEYS: &[&str] = &["overlay", "info", "extends", "actions"];
const INFO_KEYS: &[&str] = &["title", "version"];
const ACTION_KEYS: &[&str] = &["target", "description", "update", "remove"];

/// Applies an overlay to a description. What cannot be applied is reported and passed over.
pub fn apply(value: &mut Value, overlay: &Value, report: &mut Report) -> Origins {
    let mut overlaying = Overlaying {
        value,
        origins: Origins::default(),
        report,
        left: ADDED,
    };
    overlaying.run(overlay);
    overlaying.origins
}

struct Overlaying<'a> {
    value: &'a mut Value,
    origins: Origins,
    report: &'a mut Report,
    /// How many more bytes may be added.
    left: usize,
}

impl Overlaying<'_> {
    fn run(&mut self, overlay: &Value) {
        let root = Pointer::root();
        let Some(map) = overlay.as_object() else {
            self.push(
                Code::OVERLAY_SHAPE,
                &root,
                "an overlay is a mapping with `overlay`, `info` and `actions`",
            );
            return;
        };
        self.known_keys(map, KEYS, &root);
        match map.get("overlay").and_then(Value::as_str) {
            Some("1.0.0") => {}
            Some(version) if version.starts_with("1.0.") => {}
            Some(version) => {
                let message = format!("version `{version}` is not known: it is read as 1.0.0");
                self.push(Code::OVERLAY_VERSION, &root.key("overlay"), message);
            }
            None => self.push(Code::OVERLAY_SHAPE, &root, "`overlay: 1.0.0` is missing"),
        }
        match map.get("info").and_then(Value::as_object) {
            Some(info) => {
                self.known_keys(info, INFO_KEYS, &root.key("info"));
                for key in INFO_KEYS.iter().filter(|key| !info.contains_key(**key)) {
                    self.push(
                        Code::OVERLAY_SHAPE,
                        &root.key("info"),
                        format!("`info` has no `{key}`"),
                    );
                }
            }
            None => self.push(
                Code::OVERLAY_SHAPE,
                &root,
                "`info` with `title` and `version` is missing",
            ),
        }
        let actions = root.key("actions");
        let Some(list) = map
            .get("actions")
            .and_then(Value::as_array)
            .filter(|list| !list.is_empty())
        else {
            self.push(Code::OVERLAY_SHAPE, &root, "`actions` is missing or empty");
            return;
        };
        for (index, action) in list.iter().enumerate() {
            self.action(action, &actions.index(index));
        }
    }

    fn action(&mut self, action: &Value, at: &Pointer) {
        let Some(map) = action.as_object() else {
            self.push(
                Code::OVERLAY_SHAPE,
                at,
                "an action is a mapping with a `target`",
            );
            return;
        };
        self.known_keys(map, ACTION_KEYS, at);
        let Some(text) = map.get("target").and_then(Value::as_str) else {
            self.push(Code::OVERLAY_SHAPE, at, "the action has no `target`");
            return;
        };
        let target = at.key("target");
        let path = match parse(text) {
            Ok(path) => path,
            Err(message) => {
                self.push(
                    Code::OVERLAY_PATH,
                    &target,
                    format!("not a JSONPath: {message}"),
                );
                return;
            }
        };
        let found = path.query_located(self.value);
        // One place may be found in several ways; it is changed once.
        let places: IndexSet<Pointer> = found
            .locations()
            .filter_map(|place| Pointer::parse(&place.to_json_pointer()))
            .collect();
        let places: Vec<Pointer> = places.into_iter().collect();
        if places.is_empty() {
            self.no_match(text, &target);
            return;
        }
        if places.len() > TARGETS {
            self.push(
                Code::OVERLAY_TOO_LARGE,
                &target,
                format!("the target matches {} places", places.len()),
            );
            return;
        }
        if map.get("remove") == Some(&Value::Bool(true)) {
            self.remove(places, &target);
        } else if let Some(update) = map.get("update") {
            for place in &places {
                self.update(place, update, &at.key("update"));
            }
        } else {
            self.push(
                Code::OVERLAY_NO_ACTION,
                at,
                "the action has neither `update` nor `remove: true`",
            );
        }
    }

    fn update(&mut self, place: &Pointer, update: &Value, from: &Pointer) {
        let size = update.to_string().len();
        let Some(left) = self.left.checked_sub(size) else {
            self.push(
                Code::OVERLAY_TOO_LARGE,
                from,
                "the copies of `update` take too much room",
            );
            return;
        };
        self.left = left;
        let Some(target) = self.value.pointer_mut(place.as_str()) else {
            return;
        };
        match (target, update) {
            (Value::Object(target), Value::Object(update)) => {
                merge(target, update, place, from, &mut self.origins);
            }
            // The specification appends `update` as one element, even when it is a list itself.
            (Value::Array(target), update) => {
                self.origins
                    .set(&place.index(target.len()), Document::Overlay, from.clone());
                target.push(update.clone());
            }
            (Value::Object(_), _) => {
                let message = format!("`update` is no object, but `{place}` is one");
                self.push(Code::OVERLAY_TARGET_KIND, from, message);
            }
            _ => {
                let message = format!("`{place}` is a plain value and cannot be updated");
                let finding = Diagnostic::new(Code::OVERLAY_TARGET_KIND, from.clone(), message);
                let finding =
                    finding.help("target the object around it and name the member in `update`");
                self.report.push(finding.in_document(Document::Overlay));
            }
        }
    }

    /// Removes from the end to the start, so that places in lists stay right.
    fn remove(&mut self, mut places: Vec<Pointer>, target: &Pointer) {
        places.sort_by_cached_key(|place| {
            std::cmp::Reverse(
                place
                    .tokens()
                    .map(|token| (token.parse::<usize>().ok(), token.into_owned()))
                    .collect::<Vec<_>>(),
            )
        });
        for place in places {
            let Some((parent, token)) = place.split_last() else {
                self.push(
                    Code::OVERLAY_TARGET_KIND,
                    target,
                    "the whole description cannot be removed",
                );
                continue;
            };
            match self.value.pointer_mut(parent.as_str()) {
                Some(Value::Object(map)) => {
                    map.shift_remove(token.as_ref());
                    self.origins.remove_key(&parent, &token);
                }
                Some(Value::Array(list)) => {
                    if let Some(index) = token.parse().ok().filter(|index| *index < list.len()) {
                        self.origins.remove_index(&parent, index, list.len());
                        list.remove(index);
                    }
                }
                _ => {}
            }
        }
    }

    fn no_match(&mut self, text: &str, target: &Pointer) {
        let message = format!("`{text}` matches nothing: the action did nothing");
        let mut finding = Diagnostic::new(Code::OVERLAY_NO_MATCH, target.clone(), message);
        if let Some(nearest) = self.nearest(text) {
            finding = finding.help(format!("the nearest path that exists is `{nearest}`"));
        }
        self.report.push(finding.in_document(Document::Overlay));
    }

    /// The longest beginning of a path that matches something.
    fn nearest(&self, text: &str) -> Option<String> {
        let cuts = text
            .char_indices()
            .rev()
            .filter(|(_, c)| matches!(c, '.' | '['));
        let starts = cuts
            .map(|(index, _)| text[..index].trim_end_matches('.'))
            .take(64);
        let exists = |start: &&str| {
            start.len() > 1 && parse(start).is_ok_and(|path| !path.query(self.value).is_empty())
        };
        starts.into_iter().find(exists).map(ToOwned::to_owned)
    }

    fn known_keys(&mut self, map: &Map<String, Value>, known: &[&str], at: &Pointer) {
        for key in map.keys() {
            if known.contains(&key.as_str()) || key.starts_with("x-") {
                continue;
            }
            let message = format!("`{key}` does not belong here");
            let mut finding = Diagnostic::new(Code::OVERLAY_KEY, at.key(key), message).on_key();
            let near = known
                .iter()
                .find(|known| key.len() < 40 && strsim::damerau_levenshtein(known, key) <= 2);
            if let Some(near) = near {
                finding = finding.help(format!("did you mean `{near}`?"));
            }
            self.report.push(finding.in_document(Document::Overlay));
        }
    }

    fn push(&mut self, code: Code, at: &Pointer, message: impl Into<String>) {
        self.report
            .push(Diagnostic::new(code, at.clone(), message).in_document(Document::Overlay));
    }
}

/// Reads a JSONPath; long ones and deeply nested ones are refused, as their reader recurses.
fn parse(text: &str) -> Result<JsonPath, String> {
    let depth = text
        .chars()
        .filter(|c| matches!(c, '(' | '[' | '!'))
        .count();
    if text.len() > 4096 || depth > 64 {
        return Err("it is too long".to_owned());
    }
    // A chain of descendants takes time that is exponential in its length.
    if text.matches("..").count() > 2 {
        return Err("`..` may stand in it twice at most".to_owned());
    }
    JsonPath::parse(text).map_err(|error| {
        let message = error.message().trim().to_owned();
        if message.is_empty() {
            "it cannot be read".to_owned()
        } else {
            message
        }
    })
}

/// Adds members to an object; where both have a member, objects merge, lists are joined, and
/// anything else is replaced.
fn merge(
    target: &mut Map<String, Value>,
    update: &Map<String, Value>,
    at: &Pointer,
    from: &Pointer,
    origins: &mut Origins,
) {
    for (key, new) in update {
        let (at, from) = (at.key(key), from.key(key));
        match (target.get_mut(key), new) {
            (Some(Value::Object(old)), Value::Object(new)) => merge(old, new, &at, &from, origins),
            (Some(Value::Array(old)), Value::Array(new)) => append(old, new, &at, &from, origins),
            (_, new) => {
                origins.set(&at, Document::Overlay, from);
                target.insert(key.clone(), new.clone());
            }
        }
    }
}

fn append(
    target: &mut Vec<Value>,
    new: &[Value],
    at: &Pointer,
    from: &Pointer,
    origins: &mut Origins,
) {
    for (index, value) in new.iter().enumerate() {
        origins.set(
            &at.index(target.len()),
            Document::Overlay,
            from.index(index),
        );
        target.push(value.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn applied(mut value: Value, actions: &Value) -> (Value, Origins, Vec<String>) {
        let overlay =
            json!({"overlay": "1.0.0", "info": {"title": "T", "version": "1"}, "actions": actions});
        let mut report = Report::default();
        let origins = apply(&mut value, &overlay, &mut report);
        let findings = report
            .diagnostics()
            .map(|d| format!("{} {}", d.code.as_str(), d.place.pointer))
            .collect();
        (value, origins, findings)
    }

    fn at(text: &str) -> Pointer {
        Pointer::parse(text).unwrap()
    }

    #[test]
    fn updates_merge_objects_and_join_lists() {
        let (value, origins, findings) = applied(
            json!({"a": {"b": 1, "c": {"d": 2}, "l": [1]}}),
            &json!([{"target": "$.a", "update": {"b": 3, "c": {"e": 4}, "l": [2]}}, {"target": "$.a.l", "update": {"x": 1}}]),
        );
        assert_eq!(
            value,
            json!({"a": {"b": 3, "c": {"d": 2, "e": 4}, "l": [1, 2, {"x": 1}]}})
        );
        assert!(findings.is_empty());
        assert_eq!(
            origins.resolve(&at("/a/c/e")),
            (Document::Overlay, at("/actions/0/update/c/e"))
        );
        assert_eq!(
            origins.resolve(&at("/a/c/d")),
            (Document::Description, at("/a/c/d"))
        );
        assert_eq!(
            origins.resolve(&at("/a/l/1")),
            (Document::Overlay, at("/actions/0/update/l/0"))
        );
        assert_eq!(
            origins.resolve(&at("/a/l/2/x")),
            (Document::Overlay, at("/actions/1/update/x"))
        );
    }

    #[test]
    fn removals_take_several_places_and_later_places_stay_known() {
        let (value, origins, _) = applied(
            json!({"l": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], "m": {"x": 1, "y": 2}}),
            &json!([{"target": "$.l[?@ == 2 || @ == 10]", "remove": true}, {"target": "$.m.x", "remove": true}]),
        );
        assert_eq!(
            value,
            json!({"l": [0, 1, 3, 4, 5, 6, 7, 8, 9, 11], "m": {"y": 2}})
        );
        assert_eq!(
            origins.resolve(&at("/l/2")),
            (Document::Description, at("/l/3"))
        );
        assert_eq!(
            origins.resolve(&at("/l/9")),
            (Document::Description, at("/l/11"))
        );
    }

    #[test]
    fn what_cannot_be_applied_is_reported() {
        let (value, _, findings) = applied(
            json!({"a": {"b": 1}}),
            &json!([
                {"target": "$.a.x", "update": {}},
                {"target": "$.a.b", "update": {"c": 1}},
                {"target": "nope", "remove": true},
                {"target": "$.a", "updates": {}},
                {"target": "$", "remove": true},
                {"update": {}},
                1
            ]),
        );
        assert_eq!(value, json!({"a": {"b": 1}}));
        assert_eq!(
            findings,
            [
                "W0205 /actions/0/target",
                "W0206 /actions/1/update",
                "E0204 /actions/2/target",
                "W0203 /actions/3/updates",
                "W0207 /actions/3",
                "W0206 /actions/4/target",
                "E0201 /actions/5",
                "E0201 /actions/6",
            ]
        );
    }

    #[test]
    fn hostile_overlays_end() {
        let update = json!({"x": "y".repeat(1 << 20)});
        let list: Vec<Value> = (0..200).map(|_| json!({})).collect();
        let (_, _, findings) = applied(
            json!({"l": list}),
            &json!([{"target": "$.l[*]", "update": update}]),
        );
        assert_eq!(findings, ["E0208 /actions/0/update"]);
        let nested = format!("$[?{}@.a{}]", "(".repeat(3000), ")".repeat(3000));
        assert_eq!(
            applied(json!({}), &json!([{"target": nested, "remove": true}])).2,
            ["E0204 /actions/0/target"]
        );
    }
}
