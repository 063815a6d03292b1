//! Servers: base URLs, with their variables.

use super::Builder;
use crate::diag::{Code, Diagnostic};
use crate::ir::{Server, ServerVariable};
use crate::pointer::Pointer;

impl Builder<'_> {
    /// The servers of an operation, unless they are those of the API, which the user then chooses
    /// for all.
    pub(super) fn own_servers(
        &mut self,
        servers: &[openapiv3::Server],
        at: &Pointer,
    ) -> Vec<Server> {
        let own = self.servers(servers, at);
        let all = self.api.servers.iter().map(Server::on_wire);
        if own.iter().map(Server::on_wire).eq(all) {
            return Vec::new();
        }
        own
    }

    /// Reports servers of a callback, which nobody asks.
    pub(super) fn idle_servers(&mut self, servers: &[openapiv3::Server], at: &Pointer) {
        if !servers.is_empty() {
            let message = "`servers` has no effect: the receiver says where it is called";
            let finding = Diagnostic::new(Code::IDLE_SERVERS, at.clone(), message);
            self.report.push(finding.on_key());
        }
    }

    /// Servers, those that cannot be used reported.
    pub(super) fn servers(&mut self, servers: &[openapiv3::Server], at: &Pointer) -> Vec<Server> {
        let mut all = Vec::new();
        for (index, server) in servers.iter().enumerate() {
            let mut url = expanded(server);
            let mut template = server.url.clone();
            let lower = url.to_lowercase();
            let scheme = scheme(&lower);
            if scheme.is_none() {
                let has_host = template.starts_with("//");
                if has_host {
                    url.insert_str(0, "https:");
                    template.insert_str(0, "https:");
                }
                let help = if has_host {
                    format!("`{url}` is taken")
                } else {
                    "the client has to be given a `server_url`; or an overlay says the whole URL"
                        .to_owned()
                };
                let message = "the URL of a server is relative";
                let at = at.index(index).key("url");
                self.report
                    .push(Diagnostic::new(Code::RELATIVE_SERVER, at, message).help(help));
            }
            let other = scheme.filter(|scheme| !matches!(*scheme, "http" | "https"));
            let other = other.map(|scheme| format!("requests cannot be sent by `{scheme}`"));
            if let Some(reason) = other.or_else(|| unusable(&url)) {
                let finding = Diagnostic::new(Code::BAD_SERVER, at.index(index).key("url"), reason);
                self.report.push(finding);
            }
            for (name, variable) in server.variables.iter().flatten() {
                let values = &variable.enumeration;
                if !values.is_empty() && !values.contains(&variable.default) {
                    let at = at.index(index).keys(["variables", name, "default"]);
                    let message = format!("`{}` is not one of the values", variable.default);
                    self.report
                        .push(Diagnostic::new(Code::BAD_SERVER, at, message));
                }
            }
            let variables = server.variables.iter().flatten();
            let variables = variables.map(|(name, variable)| ServerVariable {
                name: name.clone(),
                default: variable.default.clone(),
                values: variable.enumeration.clone(),
                description: variable.description.clone(),
            });
            all.push(Server {
                url,
                template,
                variables: variables.collect(),
                description: server.description.clone(),
            });
        }
        all
    }
}

/// A base URL with its variables replaced by the defaults.
fn expanded(server: &openapiv3::Server) -> String {
    let mut url = String::new();
    let mut rest = server.url.as_str();
    // One pass: what a variable holds is not a template itself.
    while let Some((before, (name, behind))) = rest
        .split_once('{')
        .and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        url.push_str(before);
        match server
            .variables
            .as_ref()
            .and_then(|variables| variables.get(name))
        {
            Some(variable) => url.push_str(&variable.default),
            None => url.extend(["{", name, "}"]),
        }
        rest = behind;
    }
    url.push_str(rest);
    url
}

/// The scheme of a URL with a host (RFC 3986, section 3.1).
fn scheme(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once("://")?;
    let mut letters = scheme.chars();
    let begins = letters.next()?.is_ascii_alphabetic();
    let goes_on = letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    (begins && goes_on).then_some(scheme)
}

/// Why a URL cannot be the base of others.
fn unusable(url: &str) -> Option<String> {
    if let Some((_, rest)) = url.split_once('{') {
        let name = rest.split('}').next().unwrap_or_default();
        return Some(format!("`variables` does not say what `{name}` is"));
    }
    let what = match url.find(['?', '#', ' ']).map(|at| &url[at..]) {
        Some(rest) if rest.starts_with('?') => "a query",
        Some(rest) if rest.starts_with('#') => "a fragment",
        Some(_) => "a blank",
        None => return None,
    };
    Some(format!("the base of URLs cannot have {what}"))
}
