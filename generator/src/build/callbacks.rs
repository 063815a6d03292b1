//! Callbacks and webhooks: operations that the server calls.

use super::Builder;
use super::missing::callback_label;
use crate::ir::Callback;
use crate::pointer::Pointer;
use openapiv3::PathItem;
use serde_json::Value;

impl<'a> Builder<'a> {
    /// The operations of a path item that stands for a callback or a webhook.
    pub(super) fn callbacks(&mut self, item: &'a PathItem, mark: &Value) {
        let text = |key: &str| mark.get(key).and_then(Value::as_str).map(str::to_owned);
        let at = text("at").and_then(|at| Pointer::parse(&at));
        let (Some(at), Some(name)) = (at, text("name")) else {
            return;
        };
        let owners = mark.get("owners").and_then(Value::as_array);
        let owners = owners.into_iter().flatten().filter_map(Value::as_str);
        let owners: Vec<String> = owners.map(str::to_owned).collect();
        self.missing_path(&callback_label(!owners.is_empty(), &name), item, &at);
        let several = item.iter().count() > 1;
        for (method, operation) in item.iter() {
            let mut words = vec![owners.first().map_or("", String::as_str), &name];
            words.extend(several.then_some(method));
            let fallback = words.join(" ").trim().to_owned();
            let operation = self.operation(("", method), item, operation, &at, fallback);
            self.api.callbacks.push(Callback {
                owners: owners.clone(),
                name: name.clone(),
                expression: text("expression").unwrap_or_default(),
                operation,
            });
        }
    }
}
