//! Security schemes and requirements.

use super::Builder;
use super::operation::ignored;
use crate::diag::{Code, Diagnostic};
use crate::ir::{
    Docs, Location, OAuthFlow, OAuthFlowKind, Parameter, SecurityKind, SecurityScheme,
};
use crate::pointer::Pointer;
use crate::shape::is_token;
use indexmap::IndexMap;
use openapiv3::{APIKeyLocation, OAuth2Flows, SecurityRequirement, SecurityScheme as Scheme};
use std::collections::{BTreeMap, BTreeSet};

impl Builder<'_> {
    pub(super) fn security_schemes(&mut self) {
        let Some(components) = &self.doc.components else {
            return;
        };
        for (name, node) in &components.security_schemes {
            let at = Pointer::root().keys(["components", "securitySchemes", name]);
            let Ok((_, scheme)) =
                self.component(node, "securitySchemes", |all| &all.security_schemes, &at)
            else {
                continue;
            };
            let kind = self.sendable(kind(scheme), &at);
            if kind == SecurityKind::MutualTls {
                let message = "client certificates belong to the HTTP client underneath";
                self.report.push(
                    Diagnostic::new(Code::MUTUAL_TLS, at.clone(), message.to_owned())
                        .on_key()
                        .help("give `ClientBuilder` an `http_client` or `http_agent` that has one"),
                );
            }
            let docs = Docs {
                description: description(scheme),
                ..Docs::default()
            };
            self.api.security_schemes.push(SecurityScheme {
                name: name.clone(),
                kind,
                docs,
            });
        }
    }

    /// The kind, unless it puts a key where none can stand.
    fn sendable(&mut self, kind: SecurityKind, at: &Pointer) -> SecurityKind {
        let SecurityKind::ApiKey(location, name) = &kind else {
            return kind;
        };
        let what = match location {
            Location::Header => "header",
            Location::Cookie => "cookie",
            Location::Query | Location::Path => return kind,
        };
        if !name.is_empty() && name.bytes().all(is_token) {
            return kind;
        }
        let message = format!("a {what} cannot have the name of this key: it is not sent");
        let finding = Diagnostic::new(Code::BAD_KEY_NAME, at.key("name"), message);
        self.report.push(finding);
        SecurityKind::Other
    }

    /// Alternatives with only known schemes.
    pub(super) fn requirements(
        &mut self,
        requirements: &[SecurityRequirement],
        at: &Pointer,
    ) -> Vec<Vec<(String, Vec<String>)>> {
        let mut alternatives = Vec::new();
        for (index, requirement) in requirements.iter().enumerate() {
            let at = at.index(index);
            let unknown = requirement.keys().find(|name| self.scheme(name).is_none());
            if let Some(name) = unknown {
                let message = format!("there is no security scheme named `{name}`");
                self.report
                    .push(Diagnostic::new(Code::UNKNOWN_SCHEME, at.key(name), message).on_key());
                continue;
            }
            for (name, scopes) in requirement {
                self.scopes(name, scopes, &at.key(name));
            }
            if let Some((one, two)) = self.clash(requirement) {
                let message = format!("`{one}` and `{two}` cannot be sent together");
                self.report.push(
                    Diagnostic::new(Code::SCHEMES_CLASH, at.key(two), message)
                        .on_key()
                        .help("both need the same header, query parameter or cookie"),
                );
            }
            alternatives.push(
                requirement
                    .iter()
                    .map(|(name, scopes)| (name.clone(), scopes.clone()))
                    .collect(),
            );
        }
        // Nothing but `{}` asks for as much as no alternatives.
        if alternatives.iter().all(Vec::is_empty) {
            alternatives.clear();
        }
        alternatives
    }

    /// Reports scopes that a scheme does not have.
    fn scopes(&mut self, name: &str, scopes: &[String], at: &Pointer) {
        let is_30 = self.doc.openapi.is_empty() || self.doc.openapi.starts_with("3.0");
        let found: Vec<Diagnostic> = match self.scheme(name).map(|scheme| &scheme.kind) {
            // Without any flow, it is reported that this is so.
            Some(SecurityKind::OAuth2(flows)) if !flows.is_empty() => {
                let all: BTreeSet<&str> = flows
                    .iter()
                    .flat_map(|flow| flow.scopes.iter().map(|(scope, _)| scope.as_str()))
                    .collect();
                let listed = scopes.iter().enumerate();
                let unknown = listed.filter(|(_, scope)| !all.contains(scope.as_str()));
                let found = unknown.map(|(index, scope)| {
                    let message = format!("no flow of `{name}` declares the scope `{scope}`");
                    Diagnostic::new(Code::UNKNOWN_SCOPE, at.index(index), message)
                });
                found.collect()
            }
            // 3.1 has roles there.
            Some(
                SecurityKind::ApiKey(..)
                | SecurityKind::Http(_)
                | SecurityKind::Basic
                | SecurityKind::Bearer,
            ) if is_30 && !scopes.is_empty() => {
                let message = format!("`{name}` has no scopes: these are documentation");
                vec![Diagnostic::new(Code::IDLE_SECURITY, at.clone(), message).on_key()]
            }
            _ => Vec::new(),
        };
        for finding in found {
            self.count(finding);
        }
    }

    /// Reports that credentials are asked for and none can be sent.
    pub(super) fn no_credentials(
        &mut self,
        requirements: &[SecurityRequirement],
        kept: &[Vec<(String, Vec<String>)>],
        at: &Pointer,
    ) {
        let is_open = |requirement: &SecurityRequirement| requirement.is_empty();
        if requirements.is_empty() || requirements.iter().any(is_open) {
            return;
        }
        let is_unsupported = |name: &str| {
            let scheme = self.scheme(name);
            scheme.is_none_or(|scheme| scheme.kind == SecurityKind::Other)
        };
        let mut names = kept.iter().flatten();
        if names.all(|(name, _)| is_unsupported(name)) {
            let asked: BTreeSet<&String> = requirements.iter().flat_map(|it| it.keys()).collect();
            let asked: Vec<String> = asked.iter().map(|name| format!("`{name}`")).collect();
            let message = format!(
                "requests are sent without credentials for {}",
                asked.join(", ")
            );
            let finding = Diagnostic::new(Code::NO_CREDENTIALS, at.clone(), message);
            self.report.push(finding.on_key());
        }
    }

    /// Leaves out parameters that the credentials of every alternative send.
    pub(super) fn without_keys(
        &mut self,
        parameters: &mut Vec<Parameter>,
        security: &[Vec<(String, Vec<String>)>],
    ) {
        parameters.retain(|parameter| {
            let (wire, at) = (&parameter.wire, parameter.at.clone());
            let mut key = None;
            let sends = |name: &String| match self.scheme(name).map(|scheme| &scheme.kind) {
                Some(SecurityKind::ApiKey(Location::Header, key)) => {
                    parameter.location == Location::Header && key.eq_ignore_ascii_case(wire)
                }
                Some(SecurityKind::ApiKey(location, key)) => {
                    parameter.location == *location && key == wire
                }
                _ => false,
            };
            let with = security.iter().filter(|alternative| {
                let name = alternative
                    .iter()
                    .map(|(name, _)| name)
                    .find(|it| sends(it));
                key = key.or(name);
                name.is_some()
            });
            let is_always = with.count() == security.len();
            let Some(key) = key else {
                return true;
            };
            if is_always {
                let why = format!("the credentials for `{key}` are this parameter");
                self.count(ignored(wire, at, &why));
            } else {
                let message = format!("parameter `{wire}` is the key of `{key}` as well");
                let finding = Diagnostic::new(Code::KEY_PARAMETER, at, message);
                let help = "set one of them: the parameter, or the credentials";
                self.count(finding.help(help));
            }
            !is_always
        });
    }

    fn scheme(&self, name: &str) -> Option<&SecurityScheme> {
        let mut all = self.api.security_schemes.iter();
        all.find(|scheme| scheme.name == name)
    }

    /// Two schemes of a requirement whose credentials stand in one place. One token serves several
    /// schemes that ask for a bearer token.
    fn clash<'a>(&self, requirement: &'a SecurityRequirement) -> Option<(&'a str, &'a str)> {
        let mut places = BTreeMap::new();
        requirement.keys().find_map(|name| {
            let kind = &self.scheme(name)?.kind;
            let (other, bearer) = places.insert(kind.place()?, (name, kind.is_bearer()))?;
            (!(bearer && kind.is_bearer())).then_some((other.as_str(), name.as_str()))
        })
    }
}

fn kind(scheme: &Scheme) -> SecurityKind {
    match scheme {
        Scheme::APIKey { location, name, .. } => {
            let location = match location {
                APIKeyLocation::Query => Location::Query,
                APIKeyLocation::Header => Location::Header,
                APIKeyLocation::Cookie => Location::Cookie,
            };
            SecurityKind::ApiKey(location, name.clone())
        }
        Scheme::HTTP {
            scheme, extensions, ..
        } => match extensions.get("x-specwright-security-scheme") {
            Some(written) if written.get("type").is_some_and(|ty| ty == "mutualTLS") => {
                SecurityKind::MutualTls
            }
            Some(_) => SecurityKind::Other,
            None => match scheme.to_ascii_lowercase().as_str() {
                "bearer" => SecurityKind::Bearer,
                "basic" => SecurityKind::Basic,
                // It is missing, which was reported.
                "" => SecurityKind::Other,
                _ => SecurityKind::Http(scheme.clone()),
            },
        },
        Scheme::OAuth2 { flows, .. } => SecurityKind::OAuth2(self::flows(flows)),
        Scheme::OpenIDConnect {
            open_id_connect_url,
            ..
        } => SecurityKind::OpenIdConnect(open_id_connect_url.clone()),
    }
}

fn description(scheme: &Scheme) -> Option<String> {
    match scheme {
        Scheme::APIKey { description, .. }
        | Scheme::HTTP { description, .. }
        | Scheme::OAuth2 { description, .. }
        | Scheme::OpenIDConnect { description, .. } => description.clone(),
    }
}

fn flows(flows: &OAuth2Flows) -> Vec<OAuthFlow> {
    let flow = |kind, refresh_url: &Option<String>, scopes: &IndexMap<String, String>| OAuthFlow {
        kind,
        refresh_url: refresh_url.clone(),
        scopes: scopes.clone().into_iter().collect(),
    };
    let client_credentials = flows.client_credentials.as_ref().map(|own| {
        let token_url = own.token_url.clone();
        let kind = OAuthFlowKind::ClientCredentials { token_url };
        flow(kind, &own.refresh_url, &own.scopes)
    });
    let authorization_code = flows.authorization_code.as_ref().map(|own| {
        let kind = OAuthFlowKind::AuthorizationCode {
            authorization_url: own.authorization_url.clone(),
            token_url: own.token_url.clone(),
        };
        flow(kind, &own.refresh_url, &own.scopes)
    });
    let password = flows.password.as_ref().map(|own| {
        let token_url = own.token_url.clone();
        let kind = OAuthFlowKind::Password { token_url };
        flow(kind, &own.refresh_url, &own.scopes)
    });
    let implicit = flows.implicit.as_ref().map(|own| {
        let authorization_url = own.authorization_url.clone();
        let kind = OAuthFlowKind::Implicit { authorization_url };
        flow(kind, &own.refresh_url, &own.scopes)
    });
    [client_credentials, authorization_code, password, implicit]
        .into_iter()
        .flatten()
        .collect()
}
