//! Discriminators (OpenAPI 3.0.4, section 4.7.25).

use super::{Linting, follow, target};
use crate::diag::{Code, Diagnostic};
use crate::pointer::{Path, Pointer};
use serde_json::Value;

/// How many schemas are looked at for the property of one discriminator.
const SCHEMAS: usize = 1000;

impl Linting<'_> {
    /// Checks the discriminator of a schema, if it has one.
    pub(super) fn discriminator(&mut self, schema: &Value, at: &Path<'_>) {
        let Some(discriminator) = schema.get("discriminator").and_then(Value::as_object) else {
            return;
        };
        let here = at.key("discriminator");
        let mapping = discriminator.get("mapping").and_then(Value::as_object);
        for (tag, to) in mapping.into_iter().flatten() {
            let Some(to) = to.as_str() else { continue };
            let named = Pointer::root().keys(["components", "schemas", to]);
            let is_there =
                self.root.pointer(named.as_str()).is_some() || target(self.root, to).is_some();
            // What leaves the document was reported when it was followed.
            if !is_there && (to.starts_with('#') || !to.contains(['/', '#'])) {
                let message = format!("`{tag}` is mapped to `{to}`, which is no schema");
                let at = here.key("mapping").key(tag).to_pointer();
                self.push(Code::UNKNOWN_MAPPING, at, message);
            }
        }
        let Some(name) = discriminator.get("propertyName").and_then(Value::as_str) else {
            return;
        };
        for keyword in ["oneOf", "anyOf"] {
            let members = schema.get(keyword).and_then(Value::as_array);
            for (index, member) in members.into_iter().flatten().enumerate() {
                let has = |schema: &Value| self.may_have(schema, name, &mut SCHEMAS.clone());
                let beside = schema.get("allOf").and_then(Value::as_array);
                let own = schema.get("properties").and_then(|all| all.get(name));
                if !has(member) && own.is_none() && !beside.into_iter().flatten().any(has) {
                    let at = at.key(keyword).index(index).to_pointer();
                    let message = format!("this variant has no property `{name}`");
                    let finding = Diagnostic::new(Code::NO_DISCRIMINATOR, at, message);
                    self.report.push(
                        finding.help("the discriminator tells the variants apart by this property"),
                    );
                }
            }
        }
    }

    /// Whether a schema defines a property, itself or by its parts. Where that cannot be said, it
    /// may; `left` counts the schemas that are still looked at.
    fn may_have(&self, schema: &Value, name: &str, left: &mut usize) -> bool {
        let Some(schema) = follow(self.root, schema).and_then(Value::as_object) else {
            return true;
        };
        let Some(rest) = left.checked_sub(1) else {
            return true;
        };
        *left = rest;
        let properties = schema.get("properties").and_then(Value::as_object);
        if properties.is_some_and(|properties| properties.contains_key(name)) {
            return true;
        }
        let mut members = ["allOf", "oneOf", "anyOf"]
            .iter()
            .filter_map(|keyword| schema.get(*keyword)?.as_array())
            .flatten();
        members.any(|member| self.may_have(member, name, left))
    }
}
