//! Path templates: what of them is sent, and which parameters they have.

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
