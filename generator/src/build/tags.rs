//! The values that tell the variants of unions apart, once all shapes are known.
//!
//! A `discriminator` without `mapping` takes the names of schemas (OpenAPI 3.0.4, section 4.7.25).
//! Where the property has constants that are others, these are what is on the wire. Without a
//! `discriminator`, a property that every variant requires with constants of its own does the same.

use crate::diag::{Code, Diagnostic, Report};
use crate::ir::{Api, Field, Shape, Struct, Type, TypeId, Union, Variant};
use serde_json::Value;
use std::collections::BTreeSet;

/// How many types a union may stand for, to look for a property in them.
const MOST: usize = 1_000;

/// How many unions within each other are looked at.
const DEEPEST: usize = 4;

/// How many variants a finding shows.
const SHOWN: usize = 3;

/// Gives each union the tags of its variants.
pub(super) fn settle(api: &mut Api, report: &mut Report) {
    let mut settled = Vec::new();
    for id in api.type_ids() {
        let Type { shape, origin, .. } = api.ty(id);
        let Shape::Union(union) = shape else {
            continue;
        };
        let by = union.discriminator.as_deref();
        let new = match by {
            Some(property) => explicit(api, union, property),
            None => implied(api, union),
        };
        let Some(new) = new else { continue };
        if let Some(property) = by {
            let at = origin.at.key("discriminator");
            if let Some(message) = misnamed(union, &new, property) {
                let finding = Diagnostic::new(Code::DISCRIMINATOR_NAMES, at, message);
                report.push(finding.on_key().help(
                    "`mapping` says which value stands for which schema: it can be added in an overlay",
                ));
            }
        }
        settled.push((id, new));
    }
    for (id, union) in settled {
        api.types[id.0 as usize].shape = Shape::Union(union);
    }
}

/// What a type says about one of its properties: the values that it may have, and whether each value
/// of the type has it.
#[derive(Clone, Debug, PartialEq)]
struct Property {
    values: Vec<Value>,
    required: bool,
}

/// The constants that a property has in all values of a type; unions in it are seen through.
fn property(api: &Api, id: TypeId, name: &str) -> Option<Property> {
    property_within(api, id, name, DEEPEST)
}

/// The same where so many more unions may lie within each other.
fn property_within(api: &Api, id: TypeId, name: &str, unions: usize) -> Option<Property> {
    let mut all = Property {
        values: Vec::new(),
        required: true,
    };
    let mut open = vec![id];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        let id = api.behind(id);
        if !seen.insert(id) {
            continue;
        }
        if seen.len() > MOST {
            return None;
        }
        match &api.ty(id).shape {
            Shape::Struct(object) => {
                let field = object.fields.iter().find(|field| field.wire == name)?;
                all.extend(&constants(api, field.ty)?);
                all.required &= is_always_there(api, field);
            }
            Shape::Union(union) => {
                let is_same = union.discriminator.as_deref() == Some(name);
                let mut others = Vec::new();
                for variant in &union.variants {
                    if is_same && variant.untagged {
                        all.required = false;
                    }
                    if is_same && variant.is_never_tagged() {
                        continue;
                    }
                    // Names of schemas are tags where the property has no constants.
                    let is_told = is_same
                        && !variant.tags.is_empty()
                        && (!variant.by_name
                            || unions == 0
                            || property_within(api, variant.ty, name, unions - 1).is_none());
                    if is_told {
                        all.extend(&variant.tags);
                        all.required &= first_object(api, variant.ty).is_some_and(|object| {
                            let mut fields = object.fields.iter();
                            fields.any(|field| field.wire == name && is_always_there(api, field))
                        });
                    } else {
                        others.push(variant.ty);
                    }
                }
                // The first comes out first.
                open.extend(others.into_iter().rev());
            }
            _ => return None,
        }
    }
    (!all.values.is_empty()).then_some(all)
}

impl Property {
    fn extend(&mut self, values: &[Value]) {
        for value in values {
            if !self.values.contains(value) {
                self.values.push(value.clone());
            }
        }
    }
}

/// Whether requests and replies both have the property in every object, and not as `null`.
fn is_always_there(api: &Api, field: &Field) -> bool {
    let is_nullable = api.behind(field.ty) != api.resolved(field.ty);
    field.required && !field.read_only && !field.write_only && !is_nullable
}

/// The values of a type beside `null`, where it lists them and all can be tags.
fn constants(api: &Api, id: TypeId) -> Option<Vec<Value>> {
    let shape = match &api.ty(api.behind(id)).shape {
        Shape::Enum(shape) if !shape.open => shape,
        _ => return None,
    };
    let is_tag = |value: &Value| value.is_string() || value.is_i64() || value.is_boolean();
    let values: Vec<Value> = shape.values.iter().map(|one| one.value.clone()).collect();
    (!values.is_empty() && values.iter().all(is_tag)).then_some(values)
}

/// The union with the tags that its variants have by the property of the discriminator.
fn explicit(api: &Api, union: &Union, name: &str) -> Option<Union> {
    let own: Vec<Option<Property>> = union
        .variants
        .iter()
        .map(|variant| {
            let tagged = Some(variant).filter(|variant| !variant.is_never_tagged());
            property(api, tagged?.ty, name)
        })
        .collect();
    let has_untagged = union.variants.iter().any(|variant| variant.untagged);
    let mut new = union.clone();
    for (index, variant) in new.variants.iter_mut().enumerate() {
        let Some(Property { values, required }) = &own[index] else {
            continue;
        };
        variant.may_lack_tag = !required && !has_untagged;
        // A list that variants have in common says nothing about which of them it is.
        let mut others = own.iter().enumerate().filter(|(other, _)| *other != index);
        let is_shared = values.len() > 1
            && others.any(|(_, other)| other.as_ref().is_some_and(|it| it.values == *values));
        if !is_shared && (variant.by_name || variant.tags.is_empty()) {
            let is_value = variant.tags.iter().any(|name| values.contains(name));
            if !is_value {
                variant.tags.clone_from(values);
            }
            continue;
        }
        // Of the names none is a value, so one that is spelt like a name is meant.
        if variant.by_name && !variant.tags.iter().any(|name| values.contains(name)) {
            let mut alike = values
                .iter()
                .filter(|value| is_spelt_like(value, &variant.tags));
            if let (Some(tag), None) = (alike.next(), alike.next()) {
                variant.tags = vec![tag.clone()];
            }
            continue;
        }
        // Keys of `mapping` are strings, whatever the property is.
        for tag in &mut variant.tags {
            let spelt = values
                .iter()
                .find(|value| tag.as_str() == Some(&value.to_string()));
            if let Some(value) = spelt {
                *tag = value.clone();
            }
        }
    }
    (new != *union).then_some(new)
}

/// Whether a value is one of these names but for case and signs.
fn is_spelt_like(value: &Value, names: &[Value]) -> bool {
    let letters = |value: &Value| -> Option<String> {
        let letters = value.as_str()?.chars().filter(|c| c.is_alphanumeric());
        Some(letters.flat_map(char::to_lowercase).collect())
    };
    letters(value).is_some_and(|own| {
        names
            .iter()
            .any(|name| letters(name).as_ref() == Some(&own))
    })
}

/// The union with a property that tells its objects apart, if each of them requires one with
/// constants of its own. What is no object needs none.
fn implied(api: &Api, union: &Union) -> Option<Union> {
    let objects: Vec<usize> = (0..union.variants.len())
        .filter(|&index| !is_scalar(api, union.variants[index].ty))
        .collect();
    let [first, _, ..] = objects.as_slice() else {
        return None;
    };
    let first = first_object(api, union.variants[*first].ty)?;
    for field in first.fields.iter().filter(|field| field.required) {
        let mut new = union.clone();
        let mut taken: Vec<Value> = Vec::new();
        let all = objects.iter().all(|&index| {
            let variant: &mut Variant = &mut new.variants[index];
            let own = property(api, variant.ty, &field.wire);
            let Some(Property { values, .. }) = own.filter(|own| own.required) else {
                return false;
            };
            let is_own = !values.iter().any(|value| taken.contains(value));
            taken.extend(values.iter().cloned());
            variant.tags = values;
            is_own
        });
        if all {
            new.discriminator = Some(field.wire.clone());
            new.implied = true;
            return Some(new);
        }
    }
    None
}

/// Whether no value of the type is an object.
fn is_scalar(api: &Api, id: TypeId) -> bool {
    match &api.ty(api.behind(id)).shape {
        Shape::Bool
        | Shape::Integer(_)
        | Shape::Number(_)
        | Shape::Text(_)
        | Shape::List(_)
        | Shape::Tuple(_) => true,
        Shape::Enum(shape) => !shape.values.iter().any(|one| one.value.is_object()),
        _ => false,
    }
}

fn first_object(api: &Api, id: TypeId) -> Option<&Struct> {
    let mut id = id;
    for _ in 0..MOST {
        id = api.behind(id);
        match &api.ty(id).shape {
            Shape::Struct(object) => return Some(object),
            Shape::Union(union) => id = union.variants.first()?.ty,
            _ => return None,
        }
    }
    None
}

/// What to say of variants whose schemas have names that are no values of the property.
fn misnamed(before: &Union, after: &Union, property: &str) -> Option<String> {
    let both = before.variants.iter().zip(&after.variants);
    let mut shown: Vec<String> = both
        .filter(|(before, after)| before.by_name && before.tags != after.tags)
        .map(|(before, after)| {
            let all = |tags: &[Value]| {
                let tags: Vec<String> = tags.iter().map(shown_tag).collect();
                tags.join(" or ")
            };
            format!("{} is told by {}", all(&before.tags), all(&after.tags))
        })
        .collect();
    let more = shown.len().saturating_sub(SHOWN);
    shown.truncate(SHOWN);
    if more > 0 {
        shown.push(format!("and so on for {more} more"));
    }
    let list = shown.join(", ");
    (!shown.is_empty())
        .then(|| format!("`{property}` has other values than the names of the variants: {list}"))
}

fn shown_tag(tag: &Value) -> String {
    match tag.as_str() {
        Some(text) => format!("`{text}`"),
        None => format!("`{tag}`"),
    }
}
