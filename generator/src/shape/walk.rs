//! Steps from an object of a description to the objects in it, by the tables.

use super::types::{Holds, Kind};
use crate::pointer::Path;
use serde_json::Value;

/// What is called for each child: the value, its kind, its place, and the field of the parent
/// that it stands in.
pub type Visit<'v> = dyn FnMut(&mut Value, Kind, &Path<'_>, &str) + 'v;

/// Calls `visit` for each object that is a direct part of `value`, an object of kind `kind`.
///
/// References are children like any other. What a table does not know is passed over.
pub fn for_each_child(value: &mut Value, kind: Kind, at: &Path<'_>, visit: &mut Visit<'_>) {
    let table = kind.table();
    let Some(map) = value.as_object_mut() else {
        return;
    };
    for (key, value) in map {
        if let Some(holds) = table.holds(key) {
            step(value, holds, &at.key(key), key, visit);
        }
    }
}

/// The same without changing anything: calls `visit` with the value, its kind and its place.
pub fn for_each_part<'v>(
    value: &'v Value,
    kind: Kind,
    at: &Path<'_>,
    visit: &mut dyn FnMut(&'v Value, Kind, &Path<'_>),
) {
    let table = kind.table();
    for (key, value) in value.as_object().into_iter().flatten() {
        if let Some(holds) = table.holds(key) {
            look(value, holds, &at.key(key), visit);
        }
    }
}

fn look<'v>(
    value: &'v Value,
    holds: Holds,
    at: &Path<'_>,
    visit: &mut dyn FnMut(&'v Value, Kind, &Path<'_>),
) {
    match (holds, value) {
        (Holds::Object(kind) | Holds::Ref(kind), value) => visit(value, kind, at),
        (Holds::FlagOrSchema, value @ Value::Object(_)) => visit(value, Kind::Schema, at),
        (Holds::List(inner), Value::Array(list)) => {
            for (index, value) in list.iter().enumerate() {
                look(value, *inner, &at.index(index), visit);
            }
        }
        (Holds::Map(inner), Value::Object(map)) => {
            for (key, value) in map {
                look(value, *inner, &at.key(key), visit);
            }
        }
        _ => {}
    }
}

fn step(value: &mut Value, holds: Holds, at: &Path<'_>, field: &str, visit: &mut Visit<'_>) {
    match (holds, value) {
        (Holds::Object(kind) | Holds::Ref(kind), value) => visit(value, kind, at, field),
        (Holds::FlagOrSchema, value @ Value::Object(_)) => visit(value, Kind::Schema, at, field),
        (Holds::List(inner), Value::Array(list)) => {
            for (index, value) in list.iter_mut().enumerate() {
                step(value, *inner, &at.index(index), field, visit);
            }
        }
        (Holds::Map(inner), Value::Object(map)) => {
            for (key, value) in map {
                step(value, *inner, &at.key(key), field, visit);
            }
        }
        _ => {}
    }
}
