//! What `format` says about strings and numbers.
//!
//! Everything takes time that is linear in the text. This file and `uri.rs` stand on nothing else, so
//! that the generator itself compares examples with schemas by them.

use super::uri;
use std::net::{Ipv4Addr, Ipv6Addr};

/// A `format` that says what values look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Whole numbers between these, also as text.
    Integer(i128, i128),
    /// Numbers of 32 bits, also as text.
    Float,
    /// Numbers of 64 bits, also as text.
    Double,
    /// Numbers of any size, also as text.
    Decimal,
    /// RFC 3339, `full-date`.
    Date,
    /// RFC 3339, `date-time`.
    DateTime,
    /// RFC 3339, `full-time`.
    Time,
    /// RFC 3339, appendix A, `duration`.
    Duration,
    /// Seconds with a fraction: the JSON form of `google.protobuf.Duration`.
    Seconds,
    /// RFC 9110, section 5.6.7, `IMF-fixdate`.
    HttpDate,
    /// RFC 9562, section 4.
    Uuid,
    /// RFC 3986, `URI`.
    Uri,
    /// RFC 3986, `URI-reference`.
    UriReference,
    /// RFC 3987, `IRI`.
    Iri,
    /// RFC 3987, `IRI-reference`.
    IriReference,
    /// RFC 6570, `URI-Template`.
    UriTemplate,
    /// RFC 5321, `Mailbox`.
    Email,
    /// RFC 1123, section 2.1. Labels that begin with `xn--` are not decoded.
    Hostname,
    /// RFC 2673, section 3.2, `dotted-quad`.
    Ipv4,
    /// RFC 4291, section 2.2.
    Ipv6,
    /// RFC 6901, section 5.
    JsonPointer,
    /// The draft "Relative JSON Pointers".
    RelativeJsonPointer,
    /// An expression of ECMA-262.
    Regex,
    /// RFC 4648; either alphabet, with or without padding.
    Base64,
    /// One character.
    Char,
}

impl Format {
    /// The names of the formats, and what they stand for.
    pub const NAMED: &'static [(&'static [&'static str], Self)] = &[
        (&["int8"], Self::Integer(-0x80, 0x7F)),
        (&["int16"], Self::Integer(-0x8000, 0x7FFF)),
        (&["int32"], Self::Integer(-0x8000_0000, 0x7FFF_FFFF)),
        (
            &["int64", "long"],
            Self::Integer(-0x8000_0000_0000_0000, 0x7FFF_FFFF_FFFF_FFFF),
        ),
        (&["int128"], Self::Integer(i128::MIN, i128::MAX)),
        (&["uint8"], Self::Integer(0, 0xFF)),
        (&["uint16"], Self::Integer(0, 0xFFFF)),
        (&["uint32"], Self::Integer(0, 0xFFFF_FFFF)),
        (
            &["uint64", "unsigned64", "uint", "unsigned", "unsigned-int"],
            Self::Integer(0, 0xFFFF_FFFF_FFFF_FFFF),
        ),
        (&["float", "float32"], Self::Float),
        (&["double", "float64"], Self::Double),
        (&["decimal", "decimal128", "bigdecimal"], Self::Decimal),
        (&["date"], Self::Date),
        (
            &["date-time", "datetime", "date_time", "google-datetime"],
            Self::DateTime,
        ),
        (&["time"], Self::Time),
        (&["duration"], Self::Duration),
        (&["google-duration"], Self::Seconds),
        (&["http-date", "date-time-rfc1123"], Self::HttpDate),
        (&["uuid", "guid"], Self::Uuid),
        (&["uri"], Self::Uri),
        (&["uri-reference"], Self::UriReference),
        (&["iri"], Self::Iri),
        (&["iri-reference"], Self::IriReference),
        (&["uri-template"], Self::UriTemplate),
        (&["email"], Self::Email),
        (&["hostname", "host-name"], Self::Hostname),
        (&["ipv4"], Self::Ipv4),
        (&["ipv6"], Self::Ipv6),
        (&["json-pointer"], Self::JsonPointer),
        (&["relative-json-pointer"], Self::RelativeJsonPointer),
        (&["regex"], Self::Regex),
        (&["byte", "base64", "base64url"], Self::Base64),
        (&["char"], Self::Char),
    ];

    /// The format of this name, in capitals or not; `None` for one that says nothing to check.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let is = |known: &&str| known.eq_ignore_ascii_case(name);
        let mut formats = Self::NAMED.iter();
        let found = formats.find(|(names, _)| names.iter().any(is));
        found.map(|(_, format)| *format)
    }

    /// Whether it is about numbers; all formats are about strings.
    #[must_use]
    pub const fn is_numeric(self) -> bool {
        matches!(
            self,
            Self::Integer(..) | Self::Float | Self::Double | Self::Decimal
        )
    }

    /// Whether a string has this format.
    #[must_use]
    pub fn holds_for_text(self, text: &str) -> bool {
        match self {
            Self::Integer(..) => is_whole(text) && self.holds_for_number(text),
            Self::Float | Self::Double if matches!(text, "NaN" | "Infinity" | "-Infinity") => true,
            Self::Float | Self::Double | Self::Decimal => {
                all(text, decimal) && self.holds_for_number(text)
            }
            Self::Date => all(text, full_date),
            Self::DateTime => all(text, |rest| {
                full_date(rest)?;
                one_of(rest, "Tt")?;
                full_time(rest)
            }),
            Self::Time => all(text, full_time),
            Self::Duration => duration(text),
            Self::Seconds => all(text, seconds),
            Self::HttpDate => all(text, http_date),
            Self::Uuid => uuid(text),
            Self::Uri => uri::is_uri(text),
            Self::UriReference => uri::is_uri_reference(text),
            Self::Iri => uri::is_iri(text),
            Self::IriReference => uri::is_iri_reference(text),
            Self::UriTemplate => uri::is_template(text),
            Self::Email => uri::is_email(text),
            Self::Hostname => uri::is_hostname(text),
            Self::Ipv4 => text.parse::<Ipv4Addr>().is_ok(),
            Self::Ipv6 => text.parse::<Ipv6Addr>().is_ok(),
            Self::JsonPointer => json_pointer(text),
            Self::RelativeJsonPointer => relative_json_pointer(text),
            Self::Regex => regex(text),
            Self::Base64 => base64(text),
            Self::Char => text.chars().count() == 1,
        }
    }

    /// Whether a number has this format, given as JSON writes it.
    #[must_use]
    pub fn holds_for_number(self, text: &str) -> bool {
        match self {
            Self::Integer(minimum, maximum) => match text.parse::<i128>() {
                Ok(value) => (minimum..=maximum).contains(&value),
                // `5.0` and `5e0` are integers too; their rounding does not change on which side
                // of a bound they lie by more than the type that holds them.
                Err(_) => text.parse().is_ok_and(|value: f64| {
                    let (minimum, maximum) = (as_f64(minimum), as_f64(maximum));
                    value.fract() == 0.0 && (minimum..=maximum).contains(&value)
                }),
            },
            Self::Float => text.parse().is_ok_and(|value: f32| value.is_finite()),
            Self::Double => text.parse().is_ok_and(|value: f64| value.is_finite()),
            _ => true,
        }
    }
}

/// A whole number as the nearest `f64`, without a cast.
fn as_f64(value: i128) -> f64 {
    value.to_string().parse().unwrap_or(f64::INFINITY)
}

/// Whether `parse` takes all of the text.
fn all(mut text: &str, parse: impl Fn(&mut &str) -> Option<()>) -> bool {
    parse(&mut text).is_some() && text.is_empty()
}

/// Takes so many digits.
fn digits(text: &mut &str, count: usize) -> Option<u32> {
    let taken = text.get(..count)?;
    let is_number = taken.bytes().all(|byte| byte.is_ascii_digit());
    *text = &text[count..];
    taken.parse().ok().filter(|_| is_number)
}

/// Takes one digit or more.
fn run(text: &mut &str) -> Option<usize> {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let count = text.len() - rest.len();
    *text = rest;
    (count > 0).then_some(count)
}

/// Takes one of these characters.
fn one_of(text: &mut &str, allowed: &str) -> Option<char> {
    let first = text
        .chars()
        .next()
        .filter(|first| allowed.contains(*first))?;
    *text = &text[first.len_utf8()..];
    Some(first)
}

/// Takes this text.
fn literal(text: &mut &str, wanted: &str) -> Option<()> {
    *text = text.strip_prefix(wanted)?;
    Some(())
}

fn is_whole(text: &str) -> bool {
    all(text, |rest| {
        one_of(rest, "+-");
        run(rest).map(drop)
    })
}

fn decimal(text: &mut &str) -> Option<()> {
    one_of(text, "+-");
    run(text)?;
    if one_of(text, ".").is_some() {
        run(text)?;
    }
    if one_of(text, "eE").is_some() {
        one_of(text, "+-");
        run(text)?;
    }
    Some(())
}

fn full_date(text: &mut &str) -> Option<()> {
    let year = digits(text, 4)?;
    one_of(text, "-")?;
    let month = digits(text, 2)?;
    one_of(text, "-")?;
    is_day(year, month, digits(text, 2)?)
}

fn is_day(year: u32, month: u32, day: u32) -> Option<()> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=days).contains(&day).then_some(())
}

/// `hh:mm:ss`; the minute of the day, and the second.
fn clock(text: &mut &str) -> Option<(u32, u32)> {
    let hour = digits(text, 2)?;
    one_of(text, ":")?;
    let minute = digits(text, 2)?;
    one_of(text, ":")?;
    let second = digits(text, 2)?;
    (hour < 24 && minute < 60).then_some((hour * 60 + minute, second))
}

fn full_time(text: &mut &str) -> Option<()> {
    const DAY: u32 = 24 * 60;
    let (minute, second) = clock(text)?;
    if one_of(text, ".").is_some() {
        run(text)?;
    }
    let universal = match one_of(text, "Zz+-")? {
        'Z' | 'z' => minute,
        sign => {
            let hours = digits(text, 2)?;
            one_of(text, ":")?;
            let minutes = digits(text, 2)?;
            if hours > 23 || minutes > 59 {
                return None;
            }
            let offset = hours * 60 + minutes;
            let east = if sign == '+' { DAY - offset } else { offset };
            (minute + east) % DAY
        }
    };
    // Leap seconds end a day of universal time.
    (second < 60 || second == 60 && universal == DAY - 1).then_some(())
}

fn duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else {
        return false;
    };
    match rest.split_once('T') {
        None => has_units(rest, "YMD") || has_units(rest, "W"),
        Some((date, time)) => (date.is_empty() || has_units(date, "YMD")) && has_units(time, "HMS"),
    }
}

/// Numbers, each with a unit; no unit between the first and the last is left out.
fn has_units(mut text: &str, units: &str) -> bool {
    let mut next = None;
    while run(&mut text).is_some() {
        let place = one_of(&mut text, units).and_then(|unit| units.find(unit));
        match (place, next) {
            (Some(place), None) => next = Some(place + 1),
            (Some(place), Some(wanted)) if place == wanted => next = Some(place + 1),
            _ => return false,
        }
    }
    next.is_some() && text.is_empty()
}

fn seconds(text: &mut &str) -> Option<()> {
    one_of(text, "-");
    run(text)?;
    if one_of(text, ".").is_some() && run(text)? > 9 {
        return None;
    }
    literal(text, "s")
}

fn http_date(text: &mut &str) -> Option<()> {
    let name = |text: &mut &str, names: &[&str]| {
        let index = names.iter().position(|name| text.starts_with(name))?;
        literal(text, names[index])?;
        u32::try_from(index).ok()
    };
    name(text, &["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])?;
    literal(text, ", ")?;
    let day = digits(text, 2)?;
    literal(text, " ")?;
    let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let month = name(text, &months)?;
    literal(text, " ")?;
    is_day(digits(text, 4)?, month + 1, day)?;
    literal(text, " ")?;
    let (_, second) = clock(text)?;
    literal(text, " GMT")?;
    (second <= 60).then_some(())
}

fn uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

fn json_pointer(text: &str) -> bool {
    let mut escaped = text.split('~').skip(1);
    (text.is_empty() || text.starts_with('/')) && escaped.all(|it| it.starts_with(['0', '1']))
}

fn relative_json_pointer(text: &str) -> bool {
    let mut rest = text;
    let count = run(&mut rest);
    count.is_some_and(|count| count == 1 || !text.starts_with('0'))
        && (rest == "#" || json_pointer(rest))
}

/// Expressions that are too long or too nested to be read without risk count as right.
fn regex(text: &str) -> bool {
    let brackets = text.matches(['(', '[']).count();
    if text.len() > 10_000 || brackets > 200 {
        return true;
    }
    let flags = regress::Flags {
        unicode: true,
        no_opt: true,
        ..regress::Flags::default()
    };
    regress::Regex::with_flags(text, flags).is_ok()
}

fn base64(text: &str) -> bool {
    let letters = text.trim_end_matches(|c: char| c == '=' || c.is_ascii_whitespace());
    let mut letters = letters.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let count = letters.clone().count();
    count % 4 != 1 && letters.all(|byte| byte.is_ascii_alphanumeric() || b"+/-_".contains(&byte))
}
