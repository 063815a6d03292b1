//! What the variants of unions are called whose schemas have no name of their own.
//!
//! By what stands in the variant itself: a variant more or less does not rename the others. Only of
//! two that would be called the same the later is called by its number.

use super::{has_name, words};
use crate::ir::{
    Api, Declared, Enum, Field, Origin, Role, Shape, Struct, Text, TypeId, Union, Variant,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Longer titles are sentences.
const LONGEST_TITLE: usize = 40;

/// The labels of inline variants, by their origin.
#[derive(Default)]
pub(super) struct Labels(BTreeMap<(Declared, Vec<Role>), String>);

impl Labels {
    pub(super) fn of(api: &Api) -> Self {
        let mut all: BTreeMap<(Declared, Vec<Role>), String> = BTreeMap::new();
        for id in api.type_ids() {
            let Shape::Union(union) = &api.ty(id).shape else {
                continue;
            };
            for (variant, label) in union.variants.iter().zip(labels(api, union)) {
                let Some(label) = label else { continue };
                let Origin { declared, role, .. } = &api.ty(not_null(api, variant.ty)).origin;
                let slot = all.entry((declared.clone(), role.clone()));
                // Whatever the order of the document: of several, the first by the alphabet.
                let known = slot.or_insert_with(|| label.clone());
                if label < *known {
                    *known = label;
                }
            }
        }
        Self(all)
    }

    /// The words of a step to a variant; `role` are the steps up to that one.
    pub(super) fn step(&self, declared: &Declared, role: &[Role]) -> Option<&String> {
        self.0.get(&(declared.clone(), role.to_vec()))
    }
}

/// The label of each variant; `None` for one that has a name of its own, or nothing to call it by.
pub(super) fn labels(api: &Api, union: &Union) -> Vec<Option<String>> {
    let mut seen = BTreeSet::new();
    let variants = union.variants.iter();
    variants
        .map(|variant| {
            let mut label = label(api, union, variant)?;
            // The empty string and signs have names as values.
            if !label.contains(char::is_alphanumeric) {
                label = words::variant_name(&label, "Value");
            }
            seen.insert(words::type_name(&label)).then_some(label)
        })
        .collect()
}

/// The number of an inline variant, from one.
pub(super) fn number(api: &Api, variant: &Variant) -> Option<usize> {
    match api.ty(not_null(api, variant.ty)).origin.role.last() {
        Some(Role::Variant(index)) => Some(index + 1),
        _ => None,
    }
}

fn label(api: &Api, union: &Union, variant: &Variant) -> Option<String> {
    let id = not_null(api, variant.ty);
    let ty = api.ty(id);
    if number(api, variant).is_none() {
        return kind(api, id)
            .filter(|_| !has_name(api, id))
            .map(str::to_owned);
    }
    let title = ty.docs.summary.clone();
    let title = title.filter(|title| says_something(title));
    let given = ty.origin.rust_name.clone();
    let given = given.or_else(|| variant.schema.clone()).or(title);
    given.or_else(|| {
        let id = api.resolved(id);
        if let (true, Declared::Schema(name)) = (has_name(api, id), &api.ty(id).origin.declared) {
            if api.ty(id).origin.role.is_empty() {
                return Some(name.to_string());
            }
        }
        match &api.ty(id).shape {
            Shape::Struct(object) => {
                let tag = union.discriminator.as_deref().filter(|_| !union.implied);
                constant(api, object, tag)
            }
            Shape::Enum(shape) => Some(single(shape).map_or_else(|| "Enum".to_owned(), plain)),
            _ => word(api, id),
        }
    })
}

/// Whether a title is a name, and says more than the type does.
fn says_something(title: &str) -> bool {
    let types = ["array", "boolean", "integer", "number", "object", "string"];
    let lower = title.trim().to_lowercase();
    title.chars().count() <= LONGEST_TITLE && !types.contains(&&*lower)
}

/// The single value of the property of the discriminator, or else of the first that is always there.
fn constant(api: &Api, object: &Struct, tag: Option<&str>) -> Option<String> {
    let value = |field: &Field| match &api.ty(field.ty).shape {
        Shape::Enum(shape) => single(shape).cloned(),
        _ => None,
    };
    let fields = || object.fields.iter();
    let tagged = fields().find(|field| tag == Some(&*field.wire));
    if let Some(value) = tagged.and_then(value) {
        return Some(plain(&value));
    }
    let mut constants = fields()
        .filter(|field| field.required)
        .filter_map(|field| Some((field, value(field)?)));
    let texts = constants.clone().find(|(_, value)| value.is_string());
    let (field, value) = texts.or_else(|| constants.next())?;
    Some(match &value {
        Value::String(text) => text.clone(),
        other => format!("{} {other}", field.wire),
    })
}

fn single(shape: &Enum) -> Option<&Value> {
    match shape.values.as_slice() {
        [one] => Some(&one.value),
        _ => None,
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The kind of values without a name, as a word; that of strings is their format.
fn word(api: &Api, id: TypeId) -> Option<String> {
    match &api.ty(not_null(api, id)).shape {
        Shape::Text(Text {
            format: Some(format),
            ..
        }) if format.chars().count() <= LONGEST_TITLE => Some(format.clone()),
        _ => kind(api, id).map(str::to_owned),
    }
}

/// The kind of values without a name.
fn kind(api: &Api, id: TypeId) -> Option<&'static str> {
    let Shape::List(list) = &api.ty(not_null(api, id)).shape else {
        return simple_kind(api, id);
    };
    let items = api.ty(not_null(api, list.items));
    // One that has a name may be all of these.
    if items.origin.role.is_empty() {
        return Some("Array");
    }
    Some(match simple_kind(api, list.items) {
        Some("String") => "Strings",
        Some("Integer") => "Integers",
        Some("Number") => "Numbers",
        Some("Boolean") => "Booleans",
        Some("Object") => "Objects",
        _ if matches!(items.shape, Shape::List(_) | Shape::Tuple(_)) => "Arrays",
        _ => "Array",
    })
}

fn simple_kind(api: &Api, id: TypeId) -> Option<&'static str> {
    Some(match &api.ty(not_null(api, id)).shape {
        Shape::Text(_) => "String",
        Shape::Integer(_) => "Integer",
        Shape::Number(_) => "Number",
        Shape::Bool => "Boolean",
        Shape::Map(_) => "Object",
        Shape::Tuple(_) => "Array",
        Shape::Any => "Any",
        _ => return None,
    })
}

/// The type without `null`.
pub(super) fn not_null(api: &Api, id: TypeId) -> TypeId {
    match api.ty(id).shape {
        Shape::Nullable(inner) => inner,
        _ => id,
    }
}
