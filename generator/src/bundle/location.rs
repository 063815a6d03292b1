//! What a `$ref` says: which file, and which place in it (RFC 3986, sections 4.2 and 5.2).

use crate::pointer::Pointer;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// Signs that a URI fragment writes as `%` and two digits (RFC 3986, section 3.5).
const FRAGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The longest path of a file that is looked at, in bytes.
const LONGEST: usize = 1024;

/// Where a reference leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Location<'a> {
    /// The file, from the folder of the description; `..` stands at its beginning only.
    pub(super) path: String,
    /// What follows `#`, as written; empty when nothing does.
    pub(super) fragment: &'a str,
}

/// Why a reference is not followed, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refused {
    pub(super) message: String,
    pub(super) help: &'static str,
}

const SAVE: &str = "nothing is fetched: save a copy beside the description and change the `$ref` to its relative path; an overlay can do that";
const RELATIVE: &str =
    "write a path relative to this file, with `/` between folders, such as `schemas/pet.yaml`";

/// Reads a reference that stands in the file `base`.
pub(super) fn parse<'a>(reference: &'a str, base: &str) -> Result<Location<'a>, Refused> {
    let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    if file.is_empty() {
        return Ok(Location {
            path: base.to_owned(),
            fragment,
        });
    }
    let refuse = |what: &str, help| {
        Err(Refused {
            message: format!("`$ref` {what}: {reference}"),
            help,
        })
    };
    match scheme(file) {
        Some(scheme) if scheme.len() == 1 => return refuse("is an absolute path", RELATIVE),
        Some(_) => return refuse("is a URL", SAVE),
        None if file.starts_with("//") => return refuse("is a URL", SAVE),
        None => {}
    }
    let lower = file.to_ascii_lowercase();
    if file.contains('\\') || lower.contains("%5c") || lower.contains("%2f") {
        return refuse("has a separator that is no `/`", RELATIVE);
    }
    if file.contains('?') {
        return refuse(
            "has a query",
            "a `?` in the name of a file is written `%3F`",
        );
    }
    let Ok(decoded) = percent_decode_str(file).decode_utf8() else {
        return refuse("is not UTF-8", RELATIVE);
    };
    if decoded.starts_with('/') || scheme(&decoded).is_some_and(|scheme| scheme.len() == 1) {
        return refuse("is an absolute path", RELATIVE);
    }
    if decoded.chars().any(char::is_control) || decoded.len() > LONGEST {
        return refuse("is no path", RELATIVE);
    }
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    Ok(Location {
        path: normal(folder, &decoded),
        fragment,
    })
}

/// The pointers that a fragment may mean: percent-decoded, or else as it stands.
pub(super) fn pointers(fragment: &str) -> impl Iterator<Item = Pointer> {
    let decoded = percent_decode_str(fragment).decode_utf8().ok();
    let decoded = decoded.and_then(|text| Pointer::parse(&text));
    decoded.into_iter().chain(Pointer::parse(fragment))
}

/// A pointer as a reference into the description itself.
pub(super) fn reference(at: &Pointer) -> String {
    format!("#{}", utf8_percent_encode(at.as_str(), FRAGMENT))
}

/// The name of a file without its folder and its last extension.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

fn scheme(file: &str) -> Option<&str> {
    let (scheme, _) = file.split_once(':')?;
    let begins = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let all = scheme
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    (begins && all).then_some(scheme)
}

/// `path` from `folder`, without `.`, empty parts and `..` behind a name.
fn normal(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(reference: &str, base: &str) -> String {
        match parse(reference, base) {
            Ok(location) => location.path,
            Err(refused) => refused.message,
        }
    }

    #[test]
    fn paths_are_relative_to_the_file() {
        assert_eq!(path("#/a", "x/y.yaml"), "x/y.yaml");
        assert_eq!(path("pet.yaml#/a", "x/y.yaml"), "x/pet.yaml");
        assert_eq!(path("./pet.json", "y.yaml"), "pet.json");
        assert_eq!(path("../a//./b/../pet.yaml#", "x/y.yaml"), "a/pet.yaml");
        assert_eq!(
            path("../../pet.yaml", "x/y.yaml"),
            "../pet.yaml",
            "whether that may be read is for the caller to say"
        );
        assert_eq!(path("a%20b/%C3%A4.yaml", "y.yaml"), "a b/ä.yaml");
        assert_eq!(
            path("urn:b/c.yaml", "y.yaml"),
            "`$ref` is a URL: urn:b/c.yaml"
        );
    }

    #[test]
    fn what_is_no_relative_path_is_refused() {
        for (reference, what) in [
            ("https://a.example/b.yaml#/c", "is a URL"),
            ("HTTP://a.example/b.yaml", "is a URL"),
            ("file:///etc/passwd", "is a URL"),
            ("//a.example/b.yaml", "is a URL"),
            ("/etc/passwd", "is an absolute path"),
            ("C:/a.yaml", "is an absolute path"),
            ("C%3A/a.yaml", "is an absolute path"),
            ("..\\a.yaml", "has a separator that is no `/`"),
            ("..%5Ca.yaml", "has a separator that is no `/`"),
            ("..%2fa.yaml", "has a separator that is no `/`"),
            ("a.yaml?b", "has a query"),
            ("%ff.yaml", "is not UTF-8"),
            ("a%00.yaml", "is no path"),
        ] {
            assert_eq!(
                path(reference, "y.yaml"),
                format!("`$ref` {what}: {reference}")
            );
        }
        assert!(path(&"a/".repeat(1000), "y.yaml").starts_with("`$ref` is no path"));
        assert_eq!(
            path("%2e%2e/a.yaml", "x/y.yaml"),
            "a.yaml",
            "encoded dots are dots"
        );
    }

    #[test]
    fn fragments_are_decoded_and_encoded() {
        let first = |text| pointers(text).next().unwrap();
        assert_eq!(first("/a%20b~1c").as_str(), "/a b~1c");
        assert_eq!(first("").as_str(), "");
        assert_eq!(reference(&first("/a%20b/%25/{x}")), "#/a%20b/%25/%7Bx%7D");
        assert_eq!(pointers("name").count(), 0);
        assert_eq!(stem("a/TS29571_CommonData.yaml"), "TS29571_CommonData");
        assert_eq!(stem(".hidden"), ".hidden");
    }
}
