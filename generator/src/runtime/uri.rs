//! Names of resources and hosts: URIs, templates for them, host names, addresses of mail.

use std::net::{Ipv4Addr, Ipv6Addr};

/// `URI` of RFC 3986.
pub(super) fn is_uri(text: &str) -> bool {
    Grammar::default().holds(text)
}

/// `URI-reference` of RFC 3986.
pub(super) fn is_uri_reference(text: &str) -> bool {
    let grammar = Grammar {
        relative: true,
        international: false,
    };
    grammar.holds(text)
}

/// `IRI` of RFC 3987.
pub(super) fn is_iri(text: &str) -> bool {
    let grammar = Grammar {
        relative: false,
        international: true,
    };
    grammar.holds(text)
}

/// `IRI-reference` of RFC 3987.
pub(super) fn is_iri_reference(text: &str) -> bool {
    let grammar = Grammar {
        relative: true,
        international: true,
    };
    grammar.holds(text)
}

/// `URI-Template` of RFC 6570.
pub(super) fn is_template(text: &str) -> bool {
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        let Some((expression, behind)) = behind.split_once('}') else {
            return false;
        };
        if !is_literal(before) || !is_expression(expression) {
            return false;
        }
        rest = behind;
    }
    is_literal(rest)
}

fn is_literal(text: &str) -> bool {
    has_whole_escapes(text)
        && text.chars().all(|letter| match letter {
            '!'..='~' => !"\"<>\\^`{|}".contains(letter),
            letter => is_beyond_ascii(letter, true),
        })
}

fn is_expression(text: &str) -> bool {
    let variables = text.strip_prefix(['+', '#', '.', '/', ';', '?', '&']);
    let mut variables = variables.unwrap_or(text).split(',');
    variables.all(|variable| {
        let name = match variable.split_once(':') {
            Some((name, length)) => {
                let is_length = (1..=4).contains(&length.len())
                    && !length.starts_with('0')
                    && length.bytes().all(|byte| byte.is_ascii_digit());
                if !is_length {
                    return false;
                }
                name
            }
            None => variable.strip_suffix('*').unwrap_or(variable),
        };
        has_whole_escapes(name)
            && name.split('.').all(|part| {
                !part.is_empty()
                    && (part.bytes())
                        .all(|byte| byte.is_ascii_alphanumeric() || b"_%".contains(&byte))
            })
    })
}

/// `Mailbox` of RFC 5321.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let is_domain = match domain.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
        None => is_hostname(domain),
        Some(address) => match address.strip_prefix("IPv6:") {
            None => address.parse::<Ipv4Addr>().is_ok(),
            Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        },
    };
    let is_atom = |atom: &str| {
        let signs = "!#$%&'*+-/=?^_`{|}~";
        let is_text = |letter: char| letter.is_ascii_alphanumeric() || signs.contains(letter);
        !atom.is_empty() && atom.chars().all(is_text)
    };
    is_domain && local.len() <= 64 && (is_quoted(local) || local.split('.').all(is_atom))
}

fn is_quoted(text: &str) -> bool {
    let inner = text.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    inner.is_some_and(|inner| {
        let mut letters = inner.chars();
        while let Some(letter) = letters.next() {
            let shown = match letter {
                '"' => None,
                '\\' => letters.next(),
                letter => Some(letter),
            };
            if !shown.is_some_and(|letter| matches!(letter, ' '..='~')) {
                return false;
            }
        }
        true
    })
}

/// A host of RFC 1123, section 2.1. Labels that begin with `xn--` are not decoded.
pub(super) fn is_hostname(text: &str) -> bool {
    text.len() <= 253
        && text.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && (label.bytes()).all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}

const SUB_DELIMITERS: &str = "!$&'()*+,;=";

/// What references may be.
#[derive(Clone, Copy, Default)]
struct Grammar {
    /// Whether they may be relative.
    relative: bool,
    /// Whether they may have characters beyond ASCII.
    international: bool,
}

impl Grammar {
    fn holds(self, text: &str) -> bool {
        let (text, fragment) = text.split_once('#').unwrap_or((text, ""));
        let (text, query) = text.split_once('?').unwrap_or((text, ""));
        let head = text.split('/').next().unwrap_or_default();
        let rest = match head.split_once(':') {
            Some((scheme, _)) if is_scheme(scheme) => &text[scheme.len() + 1..],
            None if self.relative => text,
            _ => return false,
        };
        let path = match rest.strip_prefix("//") {
            None => rest,
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                if !self.is_authority(authority) {
                    return false;
                }
                path
            }
        };
        self.consists(path, ":@/", false)
            && self.consists(query, ":@/?", true)
            && self.consists(fragment, ":@/?", false)
    }

    fn is_authority(self, text: &str) -> bool {
        let (user, host) = text.split_once('@').unwrap_or(("", text));
        let (is_host, port) = match host.strip_prefix('[') {
            None => {
                let (name, port) = host.split_once(':').unwrap_or((host, ""));
                (self.consists(name, "", false), port)
            }
            Some(rest) => {
                let (address, port) = rest.split_once(']').unwrap_or((rest, "]"));
                let port = match port.strip_prefix(':') {
                    None if !port.is_empty() => return false,
                    port => port.unwrap_or_default(),
                };
                (self.is_address(address), port)
            }
        };
        is_host && self.consists(user, ":", false) && port.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// What stands between brackets.
    fn is_address(self, text: &str) -> bool {
        match text.strip_prefix(['v', 'V']) {
            None => text.parse::<Ipv6Addr>().is_ok(),
            Some(rest) => rest.split_once('.').is_some_and(|(version, address)| {
                !version.is_empty()
                    && version.bytes().all(|byte| byte.is_ascii_hexdigit())
                    && !address.is_empty()
                    && !address.contains('%')
                    && address.is_ascii()
                    && self.consists(address, ":", false)
            }),
        }
    }

    /// Whether there are only unreserved characters, escapes, delimiters and these.
    fn consists(self, text: &str, more: &str, private: bool) -> bool {
        has_whole_escapes(text)
            && text.chars().all(|letter| {
                letter.is_ascii_alphanumeric()
                    || "-._~%".contains(letter)
                    || SUB_DELIMITERS.contains(letter)
                    || more.contains(letter)
                    || self.international && is_beyond_ascii(letter, private)
            })
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && (text.bytes()).all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// Whether every `%` has two hexadecimal digits behind it.
fn has_whole_escapes(text: &str) -> bool {
    text.split('%').skip(1).all(|behind| {
        let mut bytes = behind.bytes();
        (0..2).all(|_| bytes.next().is_some_and(|byte| byte.is_ascii_hexdigit()))
    })
}

/// `ucschar` of RFC 3987, and `iprivate` where that may stand.
fn is_beyond_ascii(letter: char, private: bool) -> bool {
    match u32::from(letter) {
        0xE000..=0xF8FF | 0xF_0000.. => private && u32::from(letter) & 0xFFFE != 0xFFFE,
        0xFDD0..=0xFDEF | 0xFFF0..=0xFFFF | 0xE_0000..=0xE_0FFF => false,
        code => code >= 0xA0 && code & 0xFFFE != 0xFFFE,
    }
}
