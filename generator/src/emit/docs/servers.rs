//! Servers in doc comments.

use crate::emit::markdown;
use crate::ir::Server;
use std::collections::BTreeSet;

/// A list of what is said of servers and their variables.
pub(in crate::emit) fn servers(servers: &[Server]) -> Option<String> {
    list(servers, false)
}

/// The same, with the servers of which nothing is said.
pub(in crate::emit) fn own_servers(servers: &[Server]) -> Option<String> {
    list(servers, true)
}

fn list(servers: &[Server], all: bool) -> Option<String> {
    let mut seen = BTreeSet::new();
    let lines = servers.iter().flat_map(|server| {
        let variables = server.variables.iter();
        let variables = variables.map(|one| ("variable ", &one.name, &one.description, false));
        std::iter::once(("", &server.template, &server.description, all)).chain(variables)
    });
    let lines = lines.filter_map(|(kind, name, description, listed)| {
        let words = markdown::safe(description.as_deref().unwrap_or_default());
        let says = listed || !words.trim().is_empty();
        says.then(|| {
            let head = format!("{kind}{}", markdown::code(name));
            markdown::element(&head, &[words])
        })
    });
    let lines: Vec<String> = lines.filter(|line| seen.insert(line.clone())).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
