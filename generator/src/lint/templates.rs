//! Path templates that match the same paths (OpenAPI 3.0.4, section 4.7.8.1).

use crate::diag::{Code, Diagnostic, Report};
use crate::pointer::Pointer;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Reports each template that differs from an earlier one in the names of its parameters only.
pub(super) fn check(value: &Value, report: &mut Report) {
    let home = Pointer::root().key("paths");
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let paths = value.get("paths").and_then(Value::as_object);
    for path in paths.into_iter().flat_map(Map::keys) {
        if !path.starts_with('/') {
            continue;
        }
        let known = *first.entry(without_names(path)).or_insert(path);
        if known != path {
            let message = format!("`{path}` matches the same paths as `{known}`");
            let finding = Diagnostic::new(Code::PATHS_CLASH, home.key(path), message).on_key();
            report.push(finding.help("put the operations of both under one of them"));
        }
    }
}

/// A template with `{}` in place of every `{name}`.
fn without_names(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, behind)) = rest.split_once('{') {
        let Some((_, after)) = behind.split_once('}') else {
            break;
        };
        out.push_str(before);
        out.push_str("{}");
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_of_parameters_do_not_tell_paths_apart() {
        let mut report = Report::default();
        let paths = json!({"/a/{x}": {}, "/a/{y}/b": {}, "/a/{z}": {}, "/a/b": {}, "/{a}/{x}": {}, "/a/{x": {}});
        check(&json!({"paths": paths}), &mut report);
        let found: Vec<&str> = report
            .diagnostics()
            .map(|d| d.place.pointer.as_str())
            .collect();
        assert_eq!(found, ["/paths/~1a~1{z}"]);
    }
}
