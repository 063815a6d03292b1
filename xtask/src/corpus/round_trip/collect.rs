//! The examples of named schemas.

use super::exact::Exact;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use specwright::diag::{Code, Document, Report};
use specwright::pointer::{Path, Pointer};
use specwright::shape::{Kind, for_each_part};
use specwright::{Input, SchemaTypes, source};
use std::collections::{BTreeMap, BTreeSet};

/// A value that a description shows for a named schema, or for a list of such.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Example {
    /// Its place in the description.
    pub(crate) place: String,
    /// The place of its schema.
    pub(crate) schema: String,
    /// The Rust types that it can be read as; there are two where the schema has a form for
    /// requests, and nothing says which of them is shown.
    pub(crate) types: Vec<String>,
    /// As JSON text in one line, with numbers as they are written.
    pub(crate) text: String,
    /// Whether nothing in its schema speaks against it.
    pub(crate) valid: bool,
}

/// Finds the examples of a description, in the order of the document.
///
/// `types` are those that were generated. Examples that stand in other files are passed over.
pub(crate) fn collect(input: &Input<'_>, types: &BTreeMap<String, SchemaTypes>) -> Vec<Example> {
    let text = input.description.text;
    let Some(root) = source::read(text, Document::Description, &mut Report::default()) else {
        return Vec::new();
    };
    // YAML has no other numbers than those that were read.
    let exact = Exact::parse(text).or_else(|| Exact::parse(&root.to_string()));
    let Some(exact) = exact else {
        return Vec::new();
    };
    let mut collector = Collector {
        root: &root,
        exact: &exact,
        types,
        found: Vec::new(),
    };
    collector.visit(&root, Kind::Document, &Path::root(), Way::Reply);
    let mut found = collector.found;
    if !found.is_empty() {
        let wrong = wrong_places(input);
        for example in &mut found {
            example.valid = !wrong.contains(&example.place);
        }
    }
    found
}

/// All places in which something is wrong with an example.
fn wrong_places(input: &Input<'_>) -> BTreeSet<String> {
    let report = specwright::lint(input).report;
    let wrong = report
        .diagnostics()
        .filter(|finding| finding.code == Code::WRONG_EXAMPLE)
        .map(|finding| &finding.place.pointer);
    let places = wrong.flat_map(|at| at.ancestors().into_iter().chain([at.clone()]));
    places.map(|at| at.as_str().to_owned()).collect()
}

/// Which way the values of a body go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Request,
    Reply,
}

struct Collector<'a> {
    root: &'a Value,
    exact: &'a Exact,
    types: &'a BTreeMap<String, SchemaTypes>,
    found: Vec<Example>,
}

impl Collector<'_> {
    fn visit(&mut self, value: &Value, kind: Kind, at: &Path<'_>, way: Way) {
        let way = match kind {
            Kind::RequestBody => Way::Request,
            Kind::Response => Way::Reply,
            _ => way,
        };
        match kind {
            Kind::Schema => {
                self.schema(value, &at.to_pointer());
                return;
            }
            Kind::MediaType => {
                self.media_type(value, &at.to_pointer(), way);
                return;
            }
            // Their values are no JSON.
            Kind::Parameter | Kind::Header => return,
            _ => {}
        }
        for_each_part(value, kind, at, &mut |value, kind, at| {
            self.visit(value, kind, at, way);
        });
    }

    /// What a named schema says about itself.
    fn schema(&mut self, schema: &Value, at: &Pointer) {
        let Some(types) = at
            .as_str()
            .strip_prefix("/components/schemas/")
            .and_then(|_| at.split_last())
            .and_then(|(_, name)| self.types.get(&*name))
        else {
            return;
        };
        let types = [Some(&types.name), types.request.as_ref()];
        let types: Vec<String> = types.into_iter().flatten().map(|name| path(name)).collect();
        if schema.get("example").is_some() {
            self.push(&at.key("example"), at, &types);
        }
        let examples = schema.get("examples").and_then(Value::as_array);
        for index in 0..examples.map_or(0, Vec::len) {
            self.push(&at.key("examples").index(index), at, &types);
        }
    }

    fn media_type(&mut self, value: &Value, at: &Pointer, way: Way) {
        let Some(schema) = value.get("schema").filter(|_| is_json(at)) else {
            return;
        };
        // Those who get a callback are the other side.
        let turned = at.as_str().starts_with("/webhooks/") || at.tokens().any(|t| t == "callbacks");
        let is_request = (way == Way::Request) != turned;
        let Some(ty) = self.ty(schema, is_request) else {
            return;
        };
        let home = at.key("schema");
        if value.get("example").is_some() {
            self.push(&at.key("example"), &home, std::slice::from_ref(&ty));
        }
        let examples = value.get("examples").and_then(Value::as_object);
        for (name, example) in examples.into_iter().flatten() {
            let mut place = at.key("examples").key(name);
            if let Some(reference) = example.get("$ref").and_then(Value::as_str) {
                match reference.strip_prefix('#').and_then(Pointer::parse) {
                    Some(target) => place = target,
                    None => continue,
                }
            }
            let place = place.key("value");
            if self.root.pointer(place.as_str()).is_some() {
                self.push(&place, &home, std::slice::from_ref(&ty));
            }
        }
    }

    /// The Rust type of a reference to a named schema, or of a list of such.
    fn ty(&self, schema: &Value, is_request: bool) -> Option<String> {
        let Some(reference) = schema.get("$ref").and_then(Value::as_str) else {
            let is_list = schema.get("type").and_then(Value::as_str) == Some("array");
            let items = schema.get("items").filter(|_| is_list)?;
            items.get("$ref")?;
            return Some(format!("Vec<{}>", self.ty(items, is_request)?));
        };
        let name = reference.strip_prefix("#/components/schemas/")?;
        let name = percent_encoding::percent_decode_str(name)
            .decode_utf8()
            .ok()?;
        let types = self
            .types
            .get(&name.replace("~1", "/").replace("~0", "~"))?;
        let request = types.request.as_ref().filter(|_| is_request);
        Some(path(request.unwrap_or(&types.name)))
    }

    fn push(&mut self, place: &Pointer, schema: &Pointer, types: &[String]) {
        if let Some(value) = self.exact.at(place) {
            let text = value.to_string();
            // The type of a schema that allows `null` is that of its other values.
            let ty = |ty: &String| match text.as_str() {
                "null" => format!("the_crate::runtime::Nullable<{ty}>"),
                _ => ty.clone(),
            };
            self.found.push(Example {
                place: place.as_str().to_owned(),
                schema: schema.as_str().to_owned(),
                types: types.iter().map(ty).collect(),
                text,
                valid: true,
            });
        }
    }
}

fn path(name: &str) -> String {
    format!("types::{name}")
}

/// Whether the media type at a place of `content` is JSON.
fn is_json(at: &Pointer) -> bool {
    let Some((_, name)) = at.split_last() else {
        return false;
    };
    let essence = name.split(';').next().unwrap_or_default();
    let essence = essence.trim().to_ascii_lowercase();
    essence == "application/json" || essence.ends_with("+json")
}
