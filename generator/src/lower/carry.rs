//! What the document model has no place for moves into extensions.

use crate::shape::{Kind, Version};
use serde_json::Value;

/// Fields of 3.0 that the model cannot carry, with the kind they stand in: `callbacks` and
/// `links` because it expects neither references nor extensions there.
const HOMELESS: &[(Kind, &[&str])] = &[
    (Kind::Operation, &["callbacks"]),
    (Kind::Components, &["callbacks", "links"]),
    (Kind::Response, &["links"]),
    (Kind::Schema, &["xml"]),
    (
        Kind::Header,
        &["explode", "allowEmptyValue", "allowReserved"],
    ),
];

/// Renames those fields of an object.
pub(super) fn carry(value: &mut Value, kind: Kind) {
    let Some(map) = value.as_object_mut() else {
        return;
    };
    let table = kind.table();
    let newer = table
        .fields
        .iter()
        .filter(|field| field.only == Some(Version::V31))
        .map(|field| field.name);
    let homeless = HOMELESS
        .iter()
        .filter(|(of, _)| *of == kind)
        .flat_map(|(_, names)| names.iter().copied());
    // A look at the few keys that there are costs less than to look each name up.
    let is_there = |name: &&str| map.keys().any(|key| key == name);
    let names: Vec<&str> = newer.chain(homeless).filter(is_there).collect();
    for name in names {
        if let Some(value) = map.shift_remove(name) {
            map.insert(extension(name), value);
        }
    }
}

/// The extension that carries a keyword.
pub(super) fn extension(keyword: &str) -> String {
    let mut name = String::from("x-specwright-");
    for c in keyword.trim_start_matches('$').chars() {
        if c.is_ascii_uppercase() {
            name.push('-');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    #[test]
    fn extensions_are_kebab_case() {
        assert_eq!(super::extension("prefixItems"), "x-specwright-prefix-items");
        assert_eq!(super::extension("$defs"), "x-specwright-defs");
        assert_eq!(super::extension("if"), "x-specwright-if");
    }
}
