//! The values that tell the variants of unions apart, once all shapes are known.
//!
//! A `discriminator` without `mapping` takes the names of schemas (OpenAPI 3.0.4, section 4.7.25).
//! Where the property has constants that are others, these are what is on the wire. Without a
//! `discriminator`, a property that every variant requires with constants of its own does the same.

use crate::diag::{Code, Diagnostic, Report};
use crate::ir::{Api, Field, Shape, Struct, Type, TypeId, Union, Variant};
use foldhash::fast::RandomState;
use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

/// How many constants of a property are looked at, and how many unions are gone into for an object.
const MOST: usize = 1_000;

/// How many variants a finding shows.
const SHOWN: usize = 3;

/// Gives each union the tags of its variants.
pub(super) fn settle(api: &mut Api, report: &mut Report) {
    let mut settled = Vec::new();
    let mut known = Known::default();
    for id in api.type_ids() {
        let Type { shape, origin, .. } = api.ty(id);
        let Shape::Union(union) = shape else {
            continue;
        };
        let by = union.discriminator.as_deref();
        let new = match by {
            Some(property) => explicit(api, union, property, &mut known),
            None => implied(api, union, &mut known),
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

/// What a type says about one of its properties: the values that it may have, and whether some values
/// of the type lack it.
#[derive(Clone, Debug, Default)]
struct Property {
    values: IndexSet<Value, RandomState>,
    is_optional: bool,
}

/// What is known of properties of types; of those that are being looked at, nothing yet.
#[derive(Default)]
struct Known<'a>(IndexMap<(TypeId, &'a str), Option<Property>, RandomState>);

impl<'a> Known<'a> {
    /// The constants that a property has in all values of a type; unions in it are seen through.
    fn property(&mut self, api: &'a Api, id: TypeId, name: &'a str) -> Option<Property> {
        let id = api.behind(id);
        if let Some(known) = self.0.get(&(id, name)) {
            return known.clone();
        }
        // What leads back here adds nothing.
        self.0.insert((id, name), Some(Property::default()));
        let found = match &api.ty(id).shape {
            Shape::Struct(object) => of_object(api, object, name),
            Shape::Union(union) => self.of_union(api, union, name),
            _ => None,
        };
        let found = found.filter(|all| (1..=MOST).contains(&all.values.len()));
        self.0.insert((id, name), found.clone());
        found
    }

    fn of_union(&mut self, api: &'a Api, union: &'a Union, name: &'a str) -> Option<Property> {
        let mut all = Property::default();
        let is_same = union.discriminator.as_deref() == Some(name);
        for variant in &union.variants {
            if is_same && variant.untagged {
                all.is_optional = true;
            }
            if is_same && variant.is_never_tagged() {
                continue;
            }
            let has_tags = is_same && !variant.tags.is_empty();
            // Names of schemas are tags where the property has no constants.
            let own = if has_tags && !variant.by_name {
                None
            } else {
                self.property(api, variant.ty, name)
            };
            match own {
                Some(own) => {
                    all.values.extend(own.values);
                    all.is_optional |= own.is_optional;
                }
                None if has_tags => {
                    all.values.extend(variant.tags.iter().cloned());
                    let object = first_object(api, variant.ty);
                    all.is_optional |= !object.is_some_and(|object| {
                        let mut fields = object.fields.iter();
                        fields.any(|field| field.wire == name && is_always_there(api, field))
                    });
                }
                None => return None,
            }
        }
        Some(all)
    }
}

fn of_object(api: &Api, object: &Struct, name: &str) -> Option<Property> {
    let field = object.fields.iter().find(|field| field.wire == name)?;
    Some(Property {
        values: constants(api, field.ty)?.into_iter().collect(),
        is_optional: !is_always_there(api, field),
    })
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
fn explicit<'a>(
    api: &'a Api,
    union: &Union,
    name: &'a str,
    known: &mut Known<'a>,
) -> Option<Union> {
    let own: Vec<Option<Property>> = union
        .variants
        .iter()
        .map(|variant| {
            let tagged = Some(variant).filter(|variant| !variant.is_never_tagged());
            known.property(api, tagged?.ty, name)
        })
        .collect();
    let has_untagged = union.variants.iter().any(|variant| variant.untagged);
    let mut new = union.clone();
    for (index, variant) in new.variants.iter_mut().enumerate() {
        let Some(Property {
            values,
            is_optional,
        }) = &own[index]
        else {
            continue;
        };
        variant.may_lack_tag = *is_optional && !has_untagged;
        // A list that variants have in common says nothing about which of them it is.
        let mut others = own.iter().enumerate().filter(|(other, _)| *other != index);
        let is_shared = values.len() > 1
            && others.any(|(_, other)| other.as_ref().is_some_and(|it| it.values == *values));
        if !is_shared && (variant.by_name || variant.tags.is_empty()) {
            let is_value = variant.tags.iter().any(|name| values.contains(name));
            if !is_value {
                variant.tags = values.iter().cloned().collect();
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
fn implied<'a>(api: &'a Api, union: &'a Union, known: &mut Known<'a>) -> Option<Union> {
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
            let own = known.property(api, variant.ty, &field.wire);
            let Some(Property { values, .. }) = own.filter(|own| !own.is_optional) else {
                return false;
            };
            let is_own = !values.iter().any(|value| taken.contains(value));
            taken.extend(values.iter().cloned());
            variant.tags = values.into_iter().collect();
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
                let others = tags.len().saturating_sub(SHOWN);
                let mut tags: Vec<String> = tags.iter().take(SHOWN).map(shown_tag).collect();
                if others > 0 {
                    tags.push(format!("one of {others} others"));
                }
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
