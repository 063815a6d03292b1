//! JSON in which numbers are as they were written.

use jiter::{Jiter, JiterError, Peek};
use specwright::pointer::Pointer;
use std::fmt;

/// Values that are nested more deeply are not read.
const DEEPEST: usize = 500;

/// A JSON value; of members with the same name it has the last.
#[derive(Clone, Debug)]
pub(super) enum Exact {
    Null,
    Boolean(bool),
    /// As it is written.
    Number(String),
    Text(String),
    List(Vec<Exact>),
    Object(Vec<(String, Exact)>),
}

impl Exact {
    /// Reads a JSON text; `None` when it is none, or nested too deeply.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut jiter = Jiter::new(text.as_bytes());
        let first = jiter.peek().ok()?;
        let value = value(&mut jiter, first, 0).ok()??;
        jiter.finish().ok()?;
        Some(value)
    }

    /// What stands at a place.
    pub(super) fn at(&self, place: &Pointer) -> Option<&Self> {
        let mut here = self;
        for token in place.tokens() {
            here = match here {
                Self::Object(_) => here.member(&token)?,
                Self::List(items) => items.get(token.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(here)
    }

    /// The member of an object.
    pub(super) fn member(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        let found = members.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value)
    }

    /// Whether two values are the same: numbers by what they count, objects in any order.
    pub(super) fn equals(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Boolean(a), Self::Boolean(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => same_number(a, b),
            (Self::Text(a), Self::Text(b)) => a == b,
            (Self::List(a), Self::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.equals(b))
            }
            (Self::Object(a), Self::Object(b)) => {
                let same =
                    |(name, a): &(String, Self)| other.member(name).is_some_and(|b| a.equals(b));
                a.len() == b.len() && a.iter().all(same)
            }
            _ => false,
        }
    }
}

/// As JSON text in one line.
impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Boolean(value) => write!(f, "{value}"),
            Self::Number(text) => f.write_str(text),
            Self::Text(text) => write!(f, "{}", serde_json::Value::from(text.as_str())),
            Self::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if index == 0 { "[" } else { "," })?;
                }
                f.write_str(if items.is_empty() { "[]" } else { "]" })
            }
            Self::Object(members) => {
                for (index, (name, value)) in members.iter().enumerate() {
                    let name = serde_json::Value::from(name.as_str());
                    write!(f, "{}{name}:{value}", if index == 0 { "{" } else { "," })?;
                }
                f.write_str(if members.is_empty() { "{}" } else { "}" })
            }
        }
    }
}

/// The value that begins here; `None` when it is nested too deeply.
fn value(jiter: &mut Jiter<'_>, peek: Peek, depth: usize) -> Result<Option<Exact>, JiterError> {
    if depth > DEEPEST {
        return Ok(None);
    }
    Ok(Some(match peek {
        Peek::Null => {
            jiter.known_null()?;
            Exact::Null
        }
        Peek::True | Peek::False => Exact::Boolean(jiter.known_bool(peek)?),
        Peek::String => Exact::Text(jiter.known_str()?.to_owned()),
        Peek::Array => {
            let mut items = Vec::new();
            let mut next = jiter.known_array()?;
            while let Some(peek) = next {
                let Some(item) = value(jiter, peek, depth + 1)? else {
                    return Ok(None);
                };
                items.push(item);
                next = jiter.array_step()?;
            }
            Exact::List(items)
        }
        Peek::Object => {
            let mut members: Vec<(String, Exact)> = Vec::new();
            let mut next = jiter.known_object()?.map(ToOwned::to_owned);
            while let Some(name) = next {
                let peek = jiter.peek()?;
                let Some(member) = value(jiter, peek, depth + 1)? else {
                    return Ok(None);
                };
                members.push((name, member));
                next = jiter.next_key()?.map(ToOwned::to_owned);
            }
            Exact::Object(last_of_each(members))
        }
        _ => {
            let start = jiter.current_index();
            jiter.next_number_bytes()?;
            let text = String::from_utf8_lossy(jiter.slice_to_current(start));
            Exact::Number(text.into_owned())
        }
    }))
}

fn last_of_each(members: Vec<(String, Exact)>) -> Vec<(String, Exact)> {
    let mut seen = std::collections::BTreeSet::new();
    let mut kept: Vec<(String, Exact)> = Vec::new();
    for member in members.into_iter().rev() {
        if seen.insert(member.0.clone()) {
            kept.push(member);
        }
    }
    kept.reverse();
    kept
}

/// Whether two numbers count the same: `1.0` is `1`, and no digit is lost.
pub(super) fn same_number(a: &str, b: &str) -> bool {
    a == b || decimal(a).is_some_and(|a| Some(a) == decimal(b))
}

/// Sign, digits without zeros on either side, and the exponent of the last digit; `None` when the
/// exponent is beyond counting.
fn decimal(text: &str) -> Option<(bool, String, i64)> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let digits = all.trim_end_matches('0');
    let zeros = i64::try_from(all.len() - digits.len()).ok()?;
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Some((false, String::new(), 0));
    }
    let exponent: i64 = exponent.parse().ok()?;
    let exponent = exponent
        .checked_sub(i64::try_from(fraction.len()).ok()?)?
        .checked_add(zeros)?;
    Some((negative, digits.to_owned(), exponent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_by_what_they_count() {
        for (a, b) in [
            ("1", "1.0"),
            ("100", "1e2"),
            ("0.10", "1E-1"),
            ("-0", "0.0"),
            ("12345678901234567890.10", "12345678901234567890.1"),
        ] {
            assert!(same_number(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("1", "-1"),
            ("9007199254740993", "9007199254740992"),
            ("0.1", "0.10000000000000001"),
            ("1e99999999999999999999", "2e99999999999999999999"),
        ] {
            assert!(!same_number(a, b), "{a} {b}");
        }
    }

    #[test]
    fn a_text_is_read_and_written_as_it_was() {
        let text = r#"{"a":[1.50,-2e+3,"\u0001é\"",null],"b":{},"c":[],"d":true}"#;
        let value = Exact::parse(text).unwrap();
        assert_eq!(value.to_string(), text);
        let twice = Exact::parse(r#"{"x": 1, "y": 2, "x": 3}"#).unwrap();
        assert_eq!(twice.to_string(), r#"{"y":2,"x":3}"#);
        assert!(twice.equals(&Exact::parse(r#"{"x": 3.0, "y": 2}"#).unwrap()));
        assert!(!twice.equals(&Exact::parse(r#"{"x": 3.0}"#).unwrap()));
        assert!(Exact::parse("[1,]").is_none());
        assert!(Exact::parse(&"[".repeat(100_000)).is_none());
        let deep = format!("{}{}", "[".repeat(9_000), "]".repeat(9_000));
        assert!(Exact::parse(&deep).is_none());
    }

    #[test]
    fn parts_are_found_by_their_place() {
        let value = Exact::parse(r#"{"a/b": [{"c": 1.0}]}"#).unwrap();
        let at = |place: &str| value.at(&Pointer::parse(place).unwrap());
        assert_eq!(at("/a~1b/0/c").unwrap().to_string(), "1.0");
        assert!(at("/a~1b/1").is_none());
        assert!(at("/a~1b/0/c/d").is_none());
    }
}
