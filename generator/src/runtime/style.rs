//! How parameters are written (`OpenAPI` 3.0.4, section 4.7.12, after RFC 6570).

use super::decode_error::DecodeError;
use super::parameters::{Escape, In, Parameter, Style};
use super::reader::Reader;
use super::wire::Wire;
use super::writer::Writer;
use jiter::Peek;
use percent_encoding::{
    AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode, utf8_percent_encode,
};

/// Everything but the unreserved characters (RFC 3986, section 2.3).
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The same without the reserved characters (RFC 3986, section 2.2) that can stand in a query.
const RESERVED: &AsciiSet = &UNRESERVED
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// What a parameter is written from; `Err` says why it cannot be.
#[derive(Debug)]
pub(super) enum Flat {
    One(String),
    List(Vec<String>),
    Pairs(Vec<(String, String)>),
}

impl Flat {
    /// Takes a value apart, in the order in which it is written.
    pub(super) fn of(value: &dyn Wire) -> Result<Self, &'static str> {
        Self::of_text(Writer::try_text(value)?.as_bytes())
    }

    /// The same for JSON text.
    pub(super) fn of_text(text: &[u8]) -> Result<Self, &'static str> {
        let mut reader = Reader::new(text);
        match reader.peek().map_err(broken)? {
            Peek::Array => {
                let mut list = Vec::new();
                let mut more = reader.begin_array().map_err(broken)?;
                while more {
                    list.push(scalar(&mut reader)?);
                    more = reader.next_element().map_err(broken)?;
                }
                Ok(Self::List(list))
            }
            Peek::Object => {
                let mut pairs = Vec::new();
                let mut key = reader.begin_object().map_err(broken)?.map(str::to_owned);
                while let Some(name) = key {
                    pairs.push((name, scalar(&mut reader)?));
                    key = reader.next_key().map_err(broken)?.map(str::to_owned);
                }
                Ok(Self::Pairs(pairs))
            }
            _ => scalar(&mut reader).map(Self::One),
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::One(_) => false,
            Self::List(items) => items.is_empty(),
            Self::Pairs(pairs) => pairs.is_empty(),
        }
    }
}

/// The text of a value that is neither an array nor an object.
pub(super) fn scalar_text(value: &dyn Wire) -> Option<String> {
    match Flat::of(value) {
        Ok(Flat::One(text)) => Some(text),
        _ => None,
    }
}

/// A value that is neither an array nor an object, as plain text; `null` is empty.
fn scalar(reader: &mut Reader<'_>) -> Result<String, &'static str> {
    match reader.peek().map_err(broken)? {
        Peek::Array | Peek::Object => Err("arrays and objects cannot be nested in a parameter"),
        Peek::String => Ok(reader.string().map_err(broken)?.to_owned()),
        Peek::Null => reader.null().map(|()| String::new()).map_err(broken),
        _ => Ok(String::from_utf8_lossy(reader.raw().map_err(broken)?).into_owned()),
    }
}

/// Writes a parameter; empty when there is nothing to write.
pub(super) fn encode(parameter: &Parameter, value: &dyn Wire) -> Result<String, &'static str> {
    let encode: &dyn Fn(&str) -> String = match parameter.place {
        In::Header => &str::to_owned,
        In::Query if parameter.escape == Escape::KeepReserved => &reserved,
        _ => &|text| encoded(text, UNRESERVED),
    };
    if parameter.style == Style::DeepObject && parameter.escape != Escape::Json {
        return deep(parameter, value, encode);
    }
    let flat = match parameter.escape {
        Escape::Json => Flat::One(Writer::text(value)),
        _ => Flat::of(value)?,
    };
    // RFC 6570, section 2.3: a list or map without members is undefined. Style matrix has the name.
    if flat.is_empty() && (parameter.explode || parameter.style != Style::Matrix) {
        return Ok(String::new());
    }
    let name = match parameter.place {
        In::Header => parameter.name.to_owned(),
        _ => encoded(parameter.name, UNRESERVED),
    };
    let flat = match flat {
        Flat::One(text) => Flat::One(encode(&text)),
        Flat::List(items) => Flat::List(items.iter().map(|item| encode(item)).collect()),
        Flat::Pairs(pairs) => Flat::Pairs(
            pairs
                .iter()
                .map(|(key, value)| (encode(key), encode(value)))
                .collect(),
        ),
    };
    Ok(written(parameter.style, parameter.explode, &name, flat))
}

/// The fields that a parameter of a query is written as, names and values as they are.
pub(super) fn fields(
    parameter: &Parameter,
    value: &dyn Wire,
) -> Result<Vec<(String, String)>, &'static str> {
    let text = encode(parameter, value)?;
    let decoded = |text| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let fields = text.split('&').filter(|field| !field.is_empty());
    let fields = fields.map(|field| field.split_once('=').unwrap_or((field, "")));
    Ok(fields
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect())
}

/// Writes `name[key]=value`. What the specification leaves open is written as most servers read it:
/// nested objects and lists as `name[key][0]=value`, and what is neither as `name=value`.
fn deep(
    parameter: &Parameter,
    value: &dyn Wire,
    encode: &dyn Fn(&str) -> String,
) -> Result<String, &'static str> {
    let text = Writer::text(value);
    let mut reader = Reader::new(text.as_bytes());
    let mut pairs = Vec::new();
    deep_pairs(
        &encoded(parameter.name, UNRESERVED),
        &mut reader,
        encode,
        &mut pairs,
    )?;
    Ok(pairs.join("&"))
}

fn deep_pairs(
    name: &str,
    reader: &mut Reader<'_>,
    encode: &dyn Fn(&str) -> String,
    pairs: &mut Vec<String>,
) -> Result<(), &'static str> {
    match reader.peek().map_err(broken)? {
        Peek::Object => {
            let mut key = reader.begin_object().map_err(broken)?.map(encode);
            while let Some(member) = key {
                deep_pairs(&format!("{name}%5B{member}%5D"), reader, encode, pairs)?;
                key = reader.next_key().map_err(broken)?.map(encode);
            }
        }
        Peek::Array => {
            let mut more = reader.begin_array().map_err(broken)?;
            let mut index = 0;
            while more {
                deep_pairs(&format!("{name}%5B{index}%5D"), reader, encode, pairs)?;
                index += 1;
                more = reader.next_element().map_err(broken)?;
            }
        }
        _ => pairs.push(format!("{name}={}", encode(&scalar(reader)?))),
    }
    Ok(())
}

fn broken(_: DecodeError) -> &'static str {
    "the value is not JSON"
}

/// Puts encoded parts together.
fn written(style: Style, explode: bool, name: &str, flat: Flat) -> String {
    let named = |separator: &str, items: &[String]| {
        items
            .iter()
            .map(|item| format!("{name}={item}"))
            .collect::<Vec<_>>()
            .join(separator)
    };
    let (prefix, separator) = match style {
        Style::Simple => ("", ","),
        Style::Label => (".", if explode { "." } else { "," }),
        Style::Matrix => (";", if explode { ";" } else { "," }),
        Style::Form | Style::DeepObject => ("", if explode { "&" } else { "," }),
        Style::SpaceDelimited => ("", if explode { "&" } else { "%20" }),
        Style::PipeDelimited => ("", if explode { "&" } else { "%7C" }),
    };
    let has_name = !matches!(style, Style::Simple | Style::Label);
    let body = match flat {
        // RFC 6570, section 3.2.7: no equals sign before an empty value.
        Flat::One(text) if style == Style::Matrix && text.is_empty() => name.to_owned(),
        Flat::One(text) if has_name => format!("{name}={text}"),
        Flat::One(text) => text,
        Flat::List(items) if has_name && explode => named(separator, &items),
        Flat::List(items) if has_name => format!("{name}={}", items.join(separator)),
        Flat::List(items) => items.join(separator),
        Flat::Pairs(pairs) if explode => {
            let pairs = pairs.iter().map(|(key, value)| format!("{key}={value}"));
            pairs.collect::<Vec<_>>().join(separator)
        }
        Flat::Pairs(pairs) => {
            let parts: Vec<String> = pairs
                .into_iter()
                .flat_map(|(key, value)| [key, value])
                .collect();
            let list = parts.join(separator);
            if has_name {
                format!("{name}={list}")
            } else {
                list
            }
        }
    };
    format!("{prefix}{body}")
}

fn encoded(text: &str, set: &'static AsciiSet) -> String {
    utf8_percent_encode(text, set).to_string()
}

/// Reserved expansion (RFC 6570, section 3.2.3): reserved characters and what is encoded already
/// stay. `[`, `]` and `#` cannot stand in a query and are encoded.
fn reserved(text: &str) -> String {
    let mut expanded = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('%') {
        expanded.push_str(&encoded(before, RESERVED));
        let digits = behind.as_bytes().get(..2).unwrap_or_default();
        let is_triple = digits.len() == 2 && digits.iter().all(u8::is_ascii_hexdigit);
        expanded.push_str(if is_triple { "%" } else { "%25" });
        rest = behind;
    }
    expanded + &encoded(rest, RESERVED)
}

/// Encodes everything but unreserved characters.
pub(super) fn strict(text: &str) -> String {
    strict_bytes(text.as_bytes())
}

/// The same of bytes.
pub(super) fn strict_bytes(bytes: &[u8]) -> String {
    percent_encode(bytes, UNRESERVED).to_string()
}
