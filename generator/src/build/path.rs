//! Path templates: what of them is sent, and which parameters they have.

use crate::diag::{Code, Diagnostic, Report};
use crate::ir::{Api, Location, Parameter, Shape, TypeId};
use crate::pointer::Pointer;
use indexmap::IndexSet;

/// What of a path template is sent: no fragment (RFC 3986, section 3.5), and in its query no
/// `name={name}` of a parameter that is declared as one of the query, which follows by itself.
pub(super) fn target(path: &str, is_query: impl Fn(&str) -> bool) -> String {
    let path = without_fragment(path);
    let Some((path, query)) = path.split_once('?') else {
        return path.to_owned();
    };
    let declared = |field: &&str| {
        let value = field.split_once('=').map(|(_, value)| value);
        let name = value.and_then(|value| value.strip_prefix('{')?.strip_suffix('}'));
        name.is_some_and(&is_query)
    };
    let kept: Vec<&str> = query.split('&').filter(|field| !declared(field)).collect();
    if kept.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", kept.join("&"))
    }
}

/// Reports values in the query of a template that a parameter, which takes their place where it is
/// set, cannot have.
pub(super) fn disagree(
    api: &Api,
    (path, at): (&str, &Pointer),
    parameters: &[Parameter],
    report: &mut Report,
) {
    let query = without_fragment(path)
        .split_once('?')
        .map(|(_, query)| query);
    let fields = query.into_iter().flat_map(|query| query.split('&'));
    let pairs = fields.filter_map(|field| field.split_once('='));
    for (name, value) in pairs.filter(|(_, value)| !value.contains('{')) {
        let is_it = |it: &&Parameter| it.location == Location::Query && it.wire == name;
        let Some(parameter) = parameters.iter().find(is_it) else {
            continue;
        };
        if !may_be(api, parameter.ty, value) {
            let message =
                format!("the path says `{name}={value}`, which the parameter `{name}` cannot be");
            report.push(
                Diagnostic::new(Code::FIXED_PARAMETER, at.clone(), message)
                    .on_key()
                    .because("the parameter", parameter.at.clone())
                    .help("that of the path is sent, unless the parameter is set"),
            );
        }
    }
}

/// Whether the type, or that of its elements, lists the value or lists none.
fn may_be(api: &Api, id: TypeId, value: &str) -> bool {
    let id = match &api.ty(api.behind(id)).shape {
        Shape::List(list) => list.items,
        _ => id,
    };
    match &api.ty(api.behind(id)).shape {
        Shape::Enum(listed) if !listed.open => {
            listed
                .values
                .iter()
                .any(|known| match known.value.as_str() {
                    Some(text) => text == value,
                    None => known.value.to_string().as_str() == value,
                })
        }
        _ => true,
    }
}

/// A path template up to the first `#` that is not part of a name between braces.
pub(super) fn without_fragment(path: &str) -> &str {
    let mut in_name = false;
    let end = path.find(|letter| {
        match letter {
            '{' => in_name = true,
            '}' => in_name = false,
            _ => {}
        }
        letter == '#' && !in_name
    });
    end.map_or(path, |end| &path[..end])
}

/// The names between braces in a path template.
pub(super) fn template_names(path: &str) -> IndexSet<&str> {
    let mut names = IndexSet::new();
    let mut rest = path;
    while let Some((_, behind)) = rest.split_once('{') {
        let Some((name, after)) = behind.split_once('}') else {
            break;
        };
        names.insert(name);
        rest = after;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_goes_to_the_server_is_sent() {
        let sent = |path| target(path, |name| name == "q");
        for (path, expected) in [
            ("/a#b?c", "/a"),
            ("/{a#b}#c", "/{a#b}"),
            ("/a?b=c#d", "/a?b=c"),
            ("/a?q={q}", "/a"),
            ("/a?q={q}&b=c&r={r}", "/a?b=c&r={r}"),
            ("/{q}", "/{q}"),
        ] {
            assert_eq!(sent(path), expected);
        }
    }
}
