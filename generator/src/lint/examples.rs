//! Examples and defaults that do not fit their schema.

use super::evaluate::{MOST, Verdict};
use super::{Linting, follow};
use crate::diag::{Code, Diagnostic};
use crate::pointer::{Path, Pointer};
use crate::shape::Kind;
use serde_json::Value;

impl Linting<'_> {
    /// Checks what a schema says about itself.
    pub(super) fn schema_examples(&mut self, schema: &Value, at: &Path<'_>) {
        for (keyword, code) in [
            ("example", Code::WRONG_EXAMPLE),
            ("default", Code::WRONG_DEFAULT),
        ] {
            if let Some(value) = schema.get(keyword) {
                self.fits(
                    schema,
                    &at.to_pointer(),
                    value,
                    &at.key(keyword).to_pointer(),
                    code,
                );
            }
        }
        // A list in 3.1; some write a mapping, which means nothing here.
        let examples = schema.get("examples").and_then(Value::as_array);
        for (index, value) in examples.into_iter().flatten().enumerate() {
            let place = at.key("examples").index(index).to_pointer();
            self.fits(schema, &at.to_pointer(), value, &place, Code::WRONG_EXAMPLE);
        }
    }

    /// Checks the examples of an object that has a schema: of a body, a parameter or a header.
    pub(super) fn examples(&mut self, value: &Value, kind: Kind, at: &Path<'_>) {
        let Some(schema) = value.get("schema") else {
            return;
        };
        let here = at.to_pointer();
        // Of other media types the example is a text in that format.
        if kind == Kind::MediaType && !is_json(&here) {
            return;
        }
        let home = here.key("schema");
        if let Some(example) = value.get("example") {
            let place = here.key("example");
            self.fits(schema, &home, example, &place, Code::WRONG_EXAMPLE);
        }
        let examples = value.get("examples").and_then(Value::as_object);
        for (name, example) in examples.into_iter().flatten() {
            let root = self.root;
            let example = match example.get("$ref").and_then(Value::as_str) {
                Some(reference) => super::target(root, reference)
                    .and_then(|(at, value)| Some((at, follow(root, value)?.get("value")?))),
                None => example
                    .get("value")
                    .map(|value| (here.key("examples").key(name), value)),
            };
            if let Some((place, value)) = example {
                self.fits(
                    schema,
                    &home,
                    value,
                    &place.key("value"),
                    Code::WRONG_EXAMPLE,
                );
            }
        }
    }

    fn fits(&mut self, schema: &Value, home: &Pointer, value: &Value, at: &Pointer, code: Code) {
        let Verdict::Fails(problems) = self.evaluator.check(schema, home, value) else {
            return;
        };
        let what = if code == Code::WRONG_DEFAULT {
            "the default"
        } else {
            "the example"
        };
        for (index, problem) in problems.all.iter().enumerate() {
            let message = format!("{what} does not fit its schema: {}", problem.message);
            let finding = Diagnostic::new(code, at.join(&problem.place), message);
            let mut finding = finding.help(format!("the schema is `#{}`", problem.schema));
            if index + 1 == MOST {
                finding = finding.help("further problems of it are not looked for");
            }
            self.report.push(finding);
        }
    }
}

/// Whether the media type at a place of `content` is JSON.
fn is_json(at: &Pointer) -> bool {
    let media_type = at
        .split_last()
        .map_or_else(String::new, |(_, name)| name.to_ascii_lowercase());
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    media_type == "application/json" || media_type.ends_with("+json")
}

#[cfg(test)]
mod tests {
    use crate::diag::Report;
    use serde_json::json;

    #[test]
    fn what_goes_the_other_way_only_is_no_example() {
        let media = json!({"application/json": {
            "schema": {"$ref": "#/components/schemas/Key"},
            "example": {"id": "a", "secret": "b", "size": 1},
        }});
        let exchange = json!({
            "requestBody": {"content": media},
            "responses": {"200": {"description": "", "content": media}},
        });
        let mut operation = exchange.clone();
        let sent = json!({"schema": {"$ref": "#/components/schemas/Sent"}});
        operation["requestBody"]["content"]["application/x-www-form-urlencoded"] = sent;
        operation["callbacks"] = json!({"made": {"{$url}": {"post": exchange}}});
        let description = json!({
            "openapi": "3.0.4",
            "paths": {"/keys": {"put": operation}},
            "components": {"schemas": {
                "Key": {
                    "type": "object",
                    "properties": {
                        "id": {"$ref": "#/components/schemas/Id"},
                        "secret": {"writeOnly": true},
                        "size": {},
                    },
                    // It shows both ways.
                    "example": {"id": "a", "secret": "b"},
                },
                // This goes one way.
                "Sent": {
                    "type": "object",
                    "properties": {"id": {"$ref": "#/components/schemas/Id"}, "key": {"$ref": "#/components/schemas/Key"}},
                    "example": {"id": "a"},
                },
                "Id": {"type": "string", "readOnly": true},
            }},
        });
        let mut report = Report::default();
        crate::lint::lint(&description, &mut report);
        let found: Vec<String> = report
            .diagnostics()
            .map(|finding| format!("{} {}", finding.place.pointer, finding.message))
            .collect();
        let body = "content/application~1json/example";
        let read_only = "`id` is `readOnly`, and requests do not have it";
        let write_only = "`secret` is `writeOnly`, and replies do not have it";
        let back = "/paths/~1keys/put/callbacks/made/{$url}/post";
        let mut expected = [
            format!("/paths/~1keys/put/requestBody/{body}/id {read_only}"),
            format!("/paths/~1keys/put/responses/200/{body}/secret {write_only}"),
            format!("{back}/requestBody/{body}/secret {write_only}"),
            format!("{back}/responses/200/{body}/id {read_only}"),
            format!("/components/schemas/Sent/example/id {read_only}"),
        ];
        let mut found: Vec<String> = found
            .iter()
            .map(|text| text.replace("the example does not fit its schema: ", ""))
            .collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected);
    }
}
