//! Security schemes and requirements.

use super::Builder;
use crate::diag::{Code, Diagnostic};
use crate::ir::{Docs, Location, SecurityKind, SecurityScheme};
use crate::pointer::Pointer;
use openapiv3::{APIKeyLocation, SecurityRequirement, SecurityScheme as Scheme};

impl Builder<'_> {
    pub(super) fn security_schemes(&mut self) {
        let Some(components) = &self.doc.components else {
            return;
        };
        for (name, node) in &components.security_schemes {
            let at = Pointer::root().keys(["components", "securitySchemes", name]);
            let Some((_, scheme)) =
                self.component(node, "securitySchemes", |all| &all.security_schemes, &at)
            else {
                continue;
            };
            let (kind, description) = match scheme {
                Scheme::APIKey {
                    location,
                    name,
                    description,
                    ..
                } => {
                    let location = match location {
                        APIKeyLocation::Query => Location::Query,
                        APIKeyLocation::Header => Location::Header,
                        APIKeyLocation::Cookie => Location::Cookie,
                    };
                    (SecurityKind::ApiKey(location, name.clone()), description)
                }
                Scheme::HTTP {
                    description,
                    extensions,
                    ..
                } if extensions.contains_key("x-specwright-security-scheme") => {
                    (SecurityKind::Other(name.clone()), description)
                }
                Scheme::HTTP {
                    scheme,
                    description,
                    ..
                } => {
                    let kind = match scheme.to_ascii_lowercase().as_str() {
                        "bearer" => SecurityKind::Bearer,
                        "basic" => SecurityKind::Basic,
                        _ => {
                            let message = format!(
                                "the client cannot do HTTP authentication `{scheme}` by itself"
                            );
                            self.report.push(
                                Diagnostic::new(Code::SECURITY_UNSUPPORTED, at.clone(), message)
                                    .on_key()
                                    .help(
                                        "requests of its operations are sent without credentials",
                                    ),
                            );
                            SecurityKind::Other(scheme.clone())
                        }
                    };
                    (kind, description)
                }
                Scheme::OAuth2 { description, .. } | Scheme::OpenIDConnect { description, .. } => {
                    (SecurityKind::Bearer, description)
                }
            };
            let docs = Docs {
                description: description.clone(),
                ..Docs::default()
            };
            self.api.security_schemes.push(SecurityScheme {
                name: name.clone(),
                kind,
                docs,
            });
        }
    }

    /// Alternatives with only known schemes.
    pub(super) fn requirements(
        &mut self,
        requirements: &[SecurityRequirement],
        at: &Pointer,
    ) -> Vec<Vec<(String, Vec<String>)>> {
        let mut alternatives = Vec::new();
        for (index, requirement) in requirements.iter().enumerate() {
            let unknown = requirement.keys().find(|name| {
                !self
                    .api
                    .security_schemes
                    .iter()
                    .any(|known| known.name == **name)
            });
            if let Some(name) = unknown {
                let message = format!("there is no security scheme named `{name}`");
                self.report.push(
                    Diagnostic::new(Code::UNKNOWN_SCHEME, at.index(index).key(name), message)
                        .on_key(),
                );
                continue;
            }
            alternatives.push(
                requirement
                    .iter()
                    .map(|(name, scopes)| (name.clone(), scopes.clone()))
                    .collect(),
            );
        }
        alternatives
    }
}
