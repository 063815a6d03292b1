//! Security schemes that the document model does not have.

use super::Lowering;
use crate::diag::{Code, Diagnostic};
use crate::pointer::Path;
use crate::shape::is_token;
use serde_json::{Map, Value, json};

/// The flows of OAuth 2 with the URLs that each needs.
const FLOWS: &[(&str, &[&str])] = &[
    ("implicit", &["authorizationUrl"]),
    ("password", &["tokenUrl"]),
    ("clientCredentials", &["tokenUrl"]),
    ("authorizationCode", &["authorizationUrl", "tokenUrl"]),
];

/// The types of security schemes with the fields that each has (OpenAPI 3.0.4, section 4.7.27).
const FIELDS: &[(&str, &[&str])] = &[
    ("apiKey", &["name", "in"]),
    ("http", &["scheme", "bearerFormat"]),
    ("oauth2", &["flows"]),
    ("openIdConnect", &["openIdConnectUrl"]),
    ("mutualTLS", &[]),
];

impl Lowering {
    /// Completes a scheme of a known type, and puts a placeholder in the place of another.
    pub(super) fn security_scheme(&mut self, value: &mut Value, at: &Path<'_>) {
        let Some(map) = value.as_object_mut() else {
            return;
        };
        let ty = map
            .get("type")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        self.fields_of_others(map, &ty, at);
        let place = map.get("in").and_then(Value::as_str).unwrap_or_default();
        match ty.as_str() {
            "apiKey" if matches!(place, "query" | "header" | "cookie") => {
                self.complete(map, &["name"], at);
            }
            "http" if map.get("scheme").is_none_or(is_http_scheme) => {
                self.complete(map, &["scheme"], at);
            }
            "openIdConnect" => self.complete(map, &["openIdConnectUrl"], at),
            "oauth2" => {
                if map.get("flows").is_none_or(|flows| *flows == json!({})) {
                    let message = "`flows` names no flow: the caller has to have a token";
                    self.push(Code::MISSING, at, message);
                }
                let flows = map.entry("flows").or_insert_with(|| json!({}));
                for (flow, urls) in FLOWS {
                    if let Some(Value::Object(map)) = flows.get_mut(flow) {
                        self.complete(map, urls, &at.key("flows").key(flow));
                    }
                }
            }
            _ => {
                let message = match (ty.as_str(), place) {
                    // Build says what there is to say.
                    ("mutualTLS", _) => None,
                    ("http", _) => Some("`scheme` is not the name of an HTTP scheme".to_owned()),
                    ("apiKey", place) => Some(format!("an API key cannot stand in `{place}`")),
                    ("", _) => Some("the security scheme has no `type`".to_owned()),
                    (ty, _) => Some(format!("there is no security scheme of type `{ty}`")),
                };
                if let Some(message) = message {
                    self.push(Code::SECURITY_TYPE, at, message);
                }
                let description = map.get("description").cloned().unwrap_or_else(|| json!(""));
                let written = value.take();
                *value = json!({
                    "type": "http",
                    "scheme": "x-specwright-other",
                    "description": description,
                    "x-specwright-security-scheme": written,
                });
            }
        }
    }

    /// Reports fields that belong to another type of scheme.
    fn fields_of_others(&mut self, map: &Map<String, Value>, ty: &str, at: &Path<'_>) {
        let Some((_, own)) = FIELDS.iter().find(|(known, _)| *known == ty) else {
            return;
        };
        let all = FIELDS.iter().flat_map(|(_, fields)| *fields);
        for key in all.filter(|key| map.contains_key(**key) && !own.contains(key)) {
            let message = format!("`{key}` has no effect on a scheme of type `{ty}`");
            let at = at.key(key).to_pointer();
            let finding = Diagnostic::new(Code::IDLE_SECURITY, at, message);
            self.report.push(finding.on_key());
        }
    }

    fn complete(&mut self, map: &mut Map<String, Value>, names: &[&str], at: &Path<'_>) {
        for name in names {
            if !map.contains_key(*name) {
                self.push(
                    Code::MISSING,
                    at,
                    format!("`{name}` is missing from the security scheme"),
                );
                map.insert((*name).to_owned(), json!(""));
            }
        }
    }
}

/// Whether a text can stand in `Authorization` as the scheme: a token (RFC 9110, section 5.6.2).
fn is_http_scheme(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|text| !text.is_empty() && text.bytes().all(is_token))
}
