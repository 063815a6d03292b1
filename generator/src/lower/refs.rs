//! References into the middle of things.
//!
//! A reference may point anywhere: at a property of a schema, at the body of an operation, into
//! `$defs`. The document model resolves none of these. What such references point at becomes a
//! component, the place it stood at refers to it, and so do they.

use crate::diag::{Origins, Report};
use crate::pointer::{Path, Pointer};
use crate::shape::{self, Kind, Version, for_each_child, for_each_part};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// How often parts that were made components may lead to further such parts.
const ROUNDS: usize = 32;

/// The places of references that the document model knows little of: to links, examples and
/// callbacks.
pub(super) type SideParts = Vec<(Pointer, Kind)>;

/// Makes every reference that can be followed one to a component.
pub(super) fn hoist(
    value: &mut Value,
    version: Version,
    origins: &mut Origins,
    report: &mut Report,
) -> SideParts {
    let mut side_parts = SideParts::new();
    for _ in 0..ROUNDS {
        side_parts.clear();
        if !round(value, version, &mut side_parts, origins, report) {
            break;
        }
    }
    side_parts
}

/// One round; says whether anything was moved.
fn round(
    value: &mut Value,
    version: Version,
    side_parts: &mut SideParts,
    origins: &mut Origins,
    report: &mut Report,
) -> bool {
    let mut references = BTreeMap::new();
    collect(
        value,
        Kind::Document,
        &Path::root(),
        &mut references,
        side_parts,
    );
    let references: BTreeMap<String, Kind> = references
        .into_iter()
        .map(|(text, kind)| (text.to_owned(), kind))
        .collect();
    let mut targets: BTreeMap<Pointer, Kind> = BTreeMap::new();
    let mut texts: BTreeMap<String, Pointer> = BTreeMap::new();
    for (text, kind) in references {
        let Some(at) = target(&text, value) else {
            continue;
        };
        if !is_component(&at, kind) {
            targets.insert(at.clone(), kind);
        }
        texts.insert(text, at);
    }
    let wanted = ancestors(&targets);
    let mut kinds = BTreeMap::new();
    if !targets.is_empty() {
        find(value, Kind::Document, &Path::root(), &wanted, &mut kinds);
    }
    targets.retain(|at, kind| can_move(at, *kind, &kinds));
    let mut order: Vec<(Pointer, Kind)> = targets.into_iter().collect();
    // What lies inside another part goes first, so that its place is still the one known.
    order.sort_by_key(|(at, _)| std::cmp::Reverse(at.tokens().count()));
    let mut moved: BTreeMap<Pointer, String> = BTreeMap::new();
    for (at, kind) in order {
        let unchecked = !kinds.contains_key(&at);
        if let Some(reference) =
            to_component(value, &at, kind, unchecked.then_some(version), report)
        {
            if let Some(to) = Pointer::parse(&reference) {
                origins.copy(&at, &to);
            }
            moved.insert(at, reference);
        }
    }
    let spelling: BTreeMap<String, String> = texts
        .into_iter()
        .map(|(text, at)| {
            // Of what a fragment encodes, only this would be decoded again.
            let plain = || format!("#{at}").replace('%', "%25");
            let new = moved.get(&at).cloned().unwrap_or_else(plain);
            (text, new)
        })
        .filter(|(text, new)| text != new)
        .collect();
    if !spelling.is_empty() {
        rewrite(value, Kind::Document, &Path::root(), &spelling);
    }
    !moved.is_empty()
}

/// Collects the texts of all references in this document, with the kind that each wants.
fn collect<'v>(
    value: &'v Value,
    kind: Kind,
    at: &Path<'_>,
    references: &mut BTreeMap<&'v str, Kind>,
    side_parts: &mut SideParts,
) {
    if let Some(text) = value.get("$ref").and_then(Value::as_str) {
        if matches!(kind, Kind::Link | Kind::Example | Kind::Callback) {
            side_parts.push((at.to_pointer(), kind));
        }
        if text.starts_with("#/") && kind != Kind::PathItem {
            references.entry(text).or_insert(kind);
        }
    }
    for_each_part(value, kind, at, &mut |part, kind, at| {
        collect(part, kind, at, references, side_parts);
    });
}

fn rewrite(value: &mut Value, kind: Kind, at: &Path<'_>, spelling: &BTreeMap<String, String>) {
    let new = value
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|text| spelling.get(text))
        .cloned();
    if let (Some(new), Some(map)) = (new, value.as_object_mut()) {
        map.insert("$ref".to_owned(), Value::String(new));
    }
    if kind == Kind::Discriminator {
        let mapping = value.get_mut("mapping").and_then(Value::as_object_mut);
        for to in mapping.into_iter().flat_map(Map::values_mut) {
            if let Some(new) = to.as_str().and_then(|text| spelling.get(text)) {
                *to = Value::String(new.clone());
            }
        }
    }
    for_each_child(value, kind, at, &mut |child, kind, at, _| {
        rewrite(child, kind, at, spelling);
    });
}

/// What kinds of objects stand at these places and around them, where the tables lead there.
pub(super) fn kinds_at(places: &BTreeSet<Pointer>, value: &Value) -> BTreeMap<Pointer, Kind> {
    let around = places.iter().flat_map(Pointer::ancestors);
    let wanted = around.chain(places.iter().cloned()).collect();
    let mut kinds = BTreeMap::new();
    find(value, Kind::Document, &Path::root(), &wanted, &mut kinds);
    kinds
}

/// Finds out what kind of object stands at the wanted places, among which are those around them.
fn find(
    value: &Value,
    kind: Kind,
    at: &Path<'_>,
    wanted: &BTreeSet<Pointer>,
    kinds: &mut BTreeMap<Pointer, Kind>,
) {
    let here = at.to_pointer();
    if !wanted.contains(&here) {
        return;
    }
    kinds.insert(here, kind);
    for_each_part(value, kind, at, &mut |part, kind, at| {
        find(part, kind, at, wanted, kinds);
    });
}

/// The places themselves and everything around them.
fn ancestors(targets: &BTreeMap<Pointer, Kind>) -> BTreeSet<Pointer> {
    let mut all = BTreeSet::new();
    for target in targets.keys() {
        let mut at = Some(target.clone());
        while let Some(here) = at {
            at = here.split_last().map(|(parent, _)| parent);
            if !all.insert(here) {
                break;
            }
        }
    }
    all
}

/// Whether the part at `at` can become a component of this kind: it is one already, or it stands
/// where the specification says nothing, under `definitions` for example.
fn can_move(at: &Pointer, kind: Kind, kinds: &BTreeMap<Pointer, Kind>) -> bool {
    if let Some(found) = kinds.get(at) {
        return *found == kind;
    }
    let mut here = at.clone();
    while let Some((parent, token)) = here.split_last() {
        if let Some(kind) = kinds.get(&parent) {
            // A map or list of known things is no thing itself.
            return kind.table().holds(&token).is_none();
        }
        here = parent;
    }
    false
}

/// Moves the part at `at` to `components`; returns the reference to it.
fn to_component(
    value: &mut Value,
    at: &Pointer,
    kind: Kind,
    unchecked: Option<Version>,
    report: &mut Report,
) -> Option<String> {
    let section = section(kind)?;
    let taken = value
        .get("components")
        .and_then(|components| components.get(section));
    let name = name(at, |name| {
        taken.is_some_and(|taken| taken.get(name).is_some())
    });
    let reference = format!(
        "#{}",
        Pointer::root().keys(["components", section, name.as_str()])
    );
    let place = value
        .pointer_mut(at.as_str())
        .filter(|part| part.is_object() || (part.is_boolean() && kind == Kind::Schema))?;
    let mut part = std::mem::replace(place, json!({"$ref": reference}));
    if let Some(version) = unchecked {
        shape::check_part(&mut part, kind, version, &Path::from(at), report);
    }
    if let Some(map) = part.as_object_mut().filter(|map| !map.contains_key("$ref")) {
        map.insert("x-specwright-from".to_owned(), json!(at.as_str()));
    }
    let components = value
        .as_object_mut()?
        .entry("components")
        .or_insert_with(|| json!({}));
    let section = components
        .as_object_mut()?
        .entry(section)
        .or_insert_with(|| json!({}));
    section.as_object_mut()?.insert(name, part);
    Some(reference)
}

/// A name for what stood at a place: the words of its pointer that are names themselves.
fn name(at: &Pointer, taken: impl Fn(&str) -> bool) -> String {
    let mut name = shape::part_name(at);
    let plain = name.clone();
    for number in 2.. {
        if !taken(&name) {
            break;
        }
        name = format!("{plain}_{number}");
    }
    name
}

/// The place that a reference names, when there is something.
pub(super) fn target(reference: &str, value: &Value) -> Option<Pointer> {
    let raw = reference.strip_prefix('#')?;
    let decoded = decode(raw);
    let pointer = |text: &str| place(&Pointer::parse(text)?, value);
    decoded
        .as_deref()
        .and_then(pointer)
        .or_else(|| pointer(raw))
}

/// The place of what stands, or stood before it became part of a component, at `wanted`.
fn place(wanted: &Pointer, value: &Value) -> Option<Pointer> {
    if value.pointer(wanted.as_str()).is_some() {
        return Some(wanted.clone());
    }
    let mut at = Pointer::root();
    for token in wanted.tokens() {
        if value.pointer(at.key(&token).as_str()).is_none() {
            at = moved_to(&at, value)?;
        }
        at = at.key(&token);
    }
    value.pointer(at.as_str()).map(|_| at)
}

/// The component that was made of what stood at `at`.
fn moved_to(at: &Pointer, value: &Value) -> Option<Pointer> {
    let reference = value.pointer(at.as_str())?.get("$ref")?.as_str()?;
    let component = Pointer::parse(reference.strip_prefix('#')?)?;
    let from = value
        .pointer(component.as_str())?
        .get("x-specwright-from")?;
    // Of parts in parts the inner ones are moved first, so this is where it stood.
    (from.as_str()? == at.as_str()).then_some(component)
}

/// Undoes the percent-encoding of URI fragments.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The section that parts of this kind move to: links and callbacks are not generated, and stay.
fn section(kind: Kind) -> Option<&'static str> {
    kind.section()
        .filter(|_| !matches!(kind, Kind::Link | Kind::Callback))
}

fn is_component(at: &Pointer, kind: Kind) -> bool {
    let section = section(kind);
    let mut tokens = at.tokens();
    let head = (tokens.next(), tokens.next());
    let named = tokens.next().is_some() && tokens.next().is_none();
    // Kinds without a section are nothing that could be moved.
    section.is_none_or(|section| named && head == (Some("components".into()), Some(section.into())))
}

#[cfg(test)]
mod tests {
    use super::super::tests::lowered;
    use serde_json::json;

    #[test]
    fn percent_signs_in_names_are_decoded_once() {
        let (value, codes) = lowered(json!({
            "openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {},
            "components": {"schemas": {
                "a%2eb": {"type": "string"},
                "A": {"$ref": "#/components/schemas/a%252eb"},
            }}
        }));
        assert_eq!(
            value["components"]["schemas"]["A"],
            json!({"$ref": "#/components/schemas/a%252eb"})
        );
        assert!(codes.is_empty(), "{codes:?}");
    }

    #[test]
    fn parts_that_are_referred_to_become_components() {
        let (value, codes) = lowered(json!({
            "openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {},
            "components": {"schemas": {
                "A": {"type": "object", "properties": {"b c": {"type": "string"}}, "$defs": {"D": {"type": "integer"}}},
                "B": {"$ref": "#/components/schemas/A/properties/b%20c"},
                "C": {"type": "array", "items": {"$ref": "#/components/schemas/A/$defs/D"}},
            }}
        }));
        let schemas = &value["components"]["schemas"];
        assert_eq!(
            schemas["A"]["properties"]["b c"],
            json!({"$ref": "#/components/schemas/A_b_c"})
        );
        assert_eq!(schemas["B"], json!({"$ref": "#/components/schemas/A_b_c"}));
        assert_eq!(
            schemas["A_b_c"],
            json!({"type": "string", "x-specwright-from": "/components/schemas/A/properties/b c"})
        );
        assert_eq!(
            schemas["C"]["items"],
            json!({"$ref": "#/components/schemas/A_D"})
        );
        assert!(codes.is_empty(), "{codes:?}");
    }

    #[test]
    fn parts_of_parts_are_found_though_these_have_moved() {
        let (value, codes) = lowered(json!({
            "openapi": "3.0.0", "info": {"title": "T", "version": "1"}, "paths": {},
            "components": {"schemas": {
                "A": {"type": "object", "definitions": {"D": {"type": "object", "properties": {
                    "e": {"type": "integer"}, "f": {"$ref": "#/components/schemas/A/definitions/D/properties/e"},
                }}}},
                "B": {"$ref": "#/components/schemas/A/definitions/D"},
            }}
        }));
        let schemas = &value["components"]["schemas"];
        assert_eq!(schemas["B"]["$ref"], "#/components/schemas/A_D");
        let e = json!({"$ref": "#/components/schemas/A_D_e"});
        assert_eq!(schemas["A_D"]["properties"], json!({"e": e, "f": e}));
        assert_eq!(schemas["A_D_e"]["type"], "integer");
        assert_eq!(codes, ["W0403"]);
    }

    #[test]
    fn what_no_object_can_be_made_of_stays() {
        let (value, _) = lowered(json!({
            "openapi": "3.0.0", "info": {"title": "T", "version": "1", "x-a": true},
            "paths": {"/a": {"get": {"responses": {"200": {"$ref": "#/info/x-a"}}}}},
        }));
        assert_eq!(value["info"]["x-a"], true);
    }

    #[test]
    fn maps_are_no_parts() {
        let (value, _) = lowered(json!({
            "openapi": "3.0.0", "info": {"title": "T", "version": "1"}, "paths": {},
            "definitions": {"E": {"type": "int", "allOf": [{"$ref": "#/definitions/F"}]}, "F": {}},
            "components": {"schemas": {
                "A": {"type": "object", "properties": {}},
                "B": {"$ref": "#/components/schemas/A/properties"},
                "C": {"$ref": "#/components/schemas"},
                "D": {"$ref": "#/definitions/E"},
            }}
        }));
        let schemas = &value["components"]["schemas"];
        assert_eq!(schemas["A"]["properties"], json!({}));
        assert_eq!(schemas["D"], json!({"$ref": "#/components/schemas/E"}));
        assert_eq!(schemas["E"]["type"], "integer");
        assert_eq!(
            schemas["E"]["allOf"][0],
            json!({"$ref": "#/components/schemas/F"})
        );
    }
}
