//! The patterns of an API.

use super::{Api, Schema, Shape};
use std::collections::BTreeSet;

impl Api {
    /// All values of `pattern`, those of conditions among them.
    #[must_use]
    pub fn patterns(&self) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        for ty in &self.types {
            if let Shape::Text(text) = &ty.shape {
                found.extend(text.pattern.as_deref());
            }
            for assertion in &ty.assertions {
                assertion.schema.patterns(&mut found);
            }
        }
        found
    }
}

impl Schema {
    fn patterns<'a>(&'a self, found: &mut BTreeSet<&'a str>) {
        found.extend(self.text.pattern.as_deref());
        let properties = self.properties.iter().map(|(_, schema)| schema);
        let branches = self.all_of.iter().chain(&self.any_of).chain(&self.one_of);
        let others = [&self.each, &self.additional, &self.not];
        let others = others.into_iter().filter_map(Option::as_deref);
        for schema in properties.chain(branches).chain(others) {
            schema.patterns(found);
        }
    }
}
