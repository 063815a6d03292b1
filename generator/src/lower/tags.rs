//! Tags that stand twice.

use super::Lowering;
use crate::diag::{Code, Diagnostic};
use crate::pointer::Path;
use serde_json::Value;
use std::collections::BTreeSet;

impl Lowering {
    /// The tags of an operation, each once.
    pub(super) fn tags_of_operation(&mut self, value: &mut Value, at: &Path<'_>) {
        let Some(Value::Array(tags)) = value.get_mut("tags") else {
            return;
        };
        let mut seen = BTreeSet::new();
        let mut index = 0;
        tags.retain(|tag| {
            index += 1;
            let Some(name) = tag.as_str() else {
                return true;
            };
            let is_new = seen.insert(name.to_owned());
            if !is_new {
                let (tags, place) = (at.key("tags"), index - 1);
                let message = format!("the operation has the tag `{name}` already");
                let finding =
                    Diagnostic::new(Code::TAG_TWICE, tags.index(place).to_pointer(), message);
                self.count(finding, "operations");
            }
            is_new
        });
    }

    /// The names of `tags` are unique (OpenAPI 3.0.4, section 4.7.1).
    pub(super) fn tags_of_document(&mut self, value: &Value, at: &Path<'_>) {
        let tags = value.get("tags").and_then(Value::as_array);
        let mut seen = BTreeSet::new();
        for (index, tag) in tags.into_iter().flatten().enumerate() {
            let name = tag.get("name").and_then(Value::as_str).unwrap_or_default();
            if !seen.insert(name) {
                let message = format!("the tag `{name}` stands there already");
                self.push(Code::TAG_TWICE, &at.key("tags").index(index), message);
            }
        }
    }
}
