//! What the schemas of a value say about its properties.

use serde_json::Value;

/// More schemas than these of one value are not looked at.
const MOST: usize = 200;

/// What schemas say about a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saying {
    /// They declare it.
    Declared,
    /// They declare it for requests or replies only.
    OneWay,
    /// `additionalProperties` allows it.
    Allowed,
    /// `additionalProperties` forbids it.
    Forbidden,
    /// There is no word about it.
    Nothing,
}

/// The schemas that a value has, those of `allOf`, `anyOf` and `oneOf` included.
pub(super) struct Schemas<'a> {
    root: &'a Value,
    all: Vec<&'a Value>,
}

impl<'a> Schemas<'a> {
    /// Those of the schema at a place of the description.
    pub(super) fn at(root: &'a Value, place: &str) -> Self {
        Self::of(root, root.pointer(place).into_iter().collect())
    }

    fn of(root: &'a Value, mut open: Vec<&'a Value>) -> Self {
        let mut all: Vec<&'a Value> = Vec::new();
        while let Some(schema) = open.pop() {
            if all.len() == MOST || all.iter().any(|known| std::ptr::eq(*known, schema)) {
                continue;
            }
            all.push(schema);
            open.extend(target(root, schema));
            for key in ["allOf", "anyOf", "oneOf"] {
                open.extend(
                    schema
                        .get(key)
                        .and_then(Value::as_array)
                        .into_iter()
                        .flatten(),
                );
            }
        }
        Self { root, all }
    }

    /// The schemas of a property.
    pub(super) fn property(&self, name: &str) -> Self {
        let mut found = self.declared(name);
        if found.is_empty() {
            found = self.keyword("additionalProperties");
        }
        Self::of(self.root, found)
    }

    /// The schemas of an element.
    pub(super) fn item(&self, index: usize) -> Self {
        let mut found = self.keyword("items");
        let tuples = self.all.iter();
        found.extend(tuples.filter_map(|schema| schema.get("prefixItems")?.get(index)));
        Self::of(self.root, found)
    }

    /// What is said about a property.
    pub(super) fn says_of(&self, name: &str) -> Saying {
        let is_true = |schema: &&Value, key: &str| schema.get(key) == Some(&Value::Bool(true));
        let declared = Self::of(self.root, self.declared(name));
        if !declared.all.is_empty() {
            let one_way =
                |schema: &&Value| is_true(schema, "readOnly") || is_true(schema, "writeOnly");
            return if declared.all.iter().any(one_way) {
                Saying::OneWay
            } else {
                Saying::Declared
            };
        }
        let said = self.keyword("additionalProperties");
        if said.is_empty() {
            Saying::Nothing
        } else if said.contains(&&Value::Bool(false)) {
            Saying::Forbidden
        } else {
            Saying::Allowed
        }
    }

    fn declared(&self, name: &str) -> Vec<&'a Value> {
        let all = self.all.iter();
        all.filter_map(|schema| schema.get("properties")?.get(name))
            .collect()
    }

    fn keyword(&self, key: &str) -> Vec<&'a Value> {
        self.all
            .iter()
            .filter_map(|schema| schema.get(key))
            .collect()
    }
}

fn target<'a>(root: &'a Value, schema: &Value) -> Option<&'a Value> {
    let reference = schema.get("$ref")?.as_str()?.strip_prefix('#')?;
    let decoded = percent_encoding::percent_decode_str(reference).decode_utf8();
    let decoded = decoded.ok().and_then(|place| root.pointer(&place));
    decoded.or_else(|| root.pointer(reference))
}
