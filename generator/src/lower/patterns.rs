//! `pattern`: what is no regular expression of ECMA-262, or only by chance, is not checked; nor is
//! what could take for ever.

use super::Lowering;
use crate::diag::Code;
use crate::format::Format;
use crate::pattern::{Cost, cost};
use crate::pointer::Path;
use serde_json::{Map, Value};

/// What may follow a backslash in ECMA-262, of letters.
const ESCAPES: &str = "bBcdDfknrsStuvwWx";

impl Lowering {
    /// Leaves out a pattern that is none, or that might not come to an end.
    pub(super) fn pattern(&mut self, map: &mut Map<String, Value>, at: &Path<'_>) {
        let Some(Value::String(pattern)) = map.get("pattern") else {
            return;
        };
        let (code, reason) = if let Some(reason) = wrong(pattern) {
            (Code::BROKEN_PATTERN, reason)
        } else if cost(pattern) == (Cost::Exponential { linear: None }) {
            let reason = "the time that it takes may double with each character of a text";
            (Code::ENDLESS_PATTERN, reason.to_owned())
        } else {
            return;
        };
        let message = format!("`{pattern}` is not checked: {reason}");
        self.push(code, &at.key("pattern"), message);
        map.shift_remove("pattern");
    }
}

/// Why a pattern is not what its author meant.
///
/// JSON Schema asks for Unicode mode. What is only valid without it is taken so, since many
/// escape more than they must (`\-`, `\:`); but there letters of other syntaxes (`\A`, `\p{Alnum}`)
/// stand for themselves, which nobody means.
fn wrong(pattern: &str) -> Option<String> {
    let flags = pattern.rfind('/').map(|end| &pattern[end + 1..]);
    let has_flags = flags.is_some_and(|flags| flags.chars().all(|it| "dgimsuvy".contains(it)));
    if has_flags
        && (pattern.starts_with("/^")
            || pattern
                .trim_end_matches(char::is_alphabetic)
                .ends_with("$/"))
    {
        return Some("the slashes around it are a part of it, so that nothing matches".to_owned());
    }
    let other = |syntax: &str| format!("`{syntax}` means something else in ECMA-262");
    if let Some(class) = posix_class(pattern) {
        return Some(other(class));
    }
    let regex = Format::named("regex");
    if regex.is_none_or(|regex| regex.holds_for_text(pattern)) {
        return None;
    }
    let without_unicode = regress::Flags {
        no_opt: true,
        ..regress::Flags::default()
    };
    if let Err(error) = regress::Regex::with_flags(pattern, without_unicode) {
        return Some(format!("it is no regular expression ({error})"));
    }
    let mut characters = pattern.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        match (character, next) {
            ('\\', Some(letter)) => {
                characters.next();
                if letter.is_ascii_alphabetic() && !ESCAPES.contains(letter) {
                    return Some(other(&format!("\\{letter}")));
                }
            }
            // Braces that are no quantifier stand for themselves, as in `{1-70}`.
            ('{', Some('0'..='9' | ',')) => {
                let inner: String = characters.clone().take_while(|it| *it != '}').collect();
                let (least, most) = inner.split_once(',').unwrap_or((&inner, ""));
                let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
                if least.is_empty() || !is_number(least) || !is_number(most) {
                    return Some(other(&format!("{{{inner}}}")));
                }
            }
            _ => {}
        }
    }
    None
}

/// A class of POSIX within brackets, as in `[[:alpha:]_]`: in ECMA-262 its letters stand for
/// themselves.
fn posix_class(pattern: &str) -> Option<&str> {
    const NAMES: [&str; 13] = [
        "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
        "space", "upper", "xdigit",
    ];
    let mut is_inside = false;
    let mut characters = pattern.char_indices();
    while let Some((start, character)) = characters.next() {
        match character {
            '\\' => {
                characters.next();
            }
            ']' => is_inside = false,
            '[' if is_inside => {
                let Some(class) = pattern[start..].strip_prefix("[:") else {
                    continue;
                };
                let name = class.strip_prefix('^').unwrap_or(class);
                let ends = |known: &&str| name.strip_prefix(*known)?.strip_prefix(":]");
                if let Some(rest) = NAMES.iter().find_map(ends) {
                    return Some(&pattern[start..pattern.len() - rest.len()]);
                }
            }
            '[' => is_inside = true,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn patterns_of_other_languages_are_not_checked() {
        for pattern in [
            "[a-z",
            "(?i)a",
            r"\Asnap-[0-9]+\z",
            r"[\p{Alnum}_]*",
            "[[:alpha:]]+",
            "^[_[:^digit:]]$",
            r"^\p{IsLetter}$",
            r"[\p{L}\_]",
            "[a-z]{1-70}",
            "[0-9]{,2}",
            "/^[0-9]{5}$/i",
            r"/^\d+$/",
        ] {
            assert!(wrong(pattern).is_some(), "{pattern}");
        }
    }

    #[test]
    fn needless_escapes_and_literal_braces_are_fine() {
        for pattern in [
            r"^\p{L}+$",
            r"^[\w\-\:\_\@]+$",
            r"[\w-.]+",
            r"^\{[a-z]}$",
            "a{2,}",
            "/patient/[0-9a-z]+/coaches",
            r"(?<=a)b\-",
            r"(?!\.)+x",
            "^[:digit:]+$",
            "[[:a:]]",
            "^[0-9]+[:][0-9]+$",
            "[a:]",
            "[[:]]",
            "^[0-9]+[:space:]*$",
            r"[\[:alpha:]]",
        ] {
            assert_eq!(wrong(pattern), None, "{pattern}");
        }
    }
}
