//! From the form between to XML: see [`xml_form`](super::xml_form).

use super::decode_error::DecodeError;
use super::reader::Reader;
use super::wire::Wire;
use super::writer::Writer;
use super::xml_form::{TEXT, XmlForm};
use jiter::Peek;
use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::{Writer as XmlWriter, escape};
use std::borrow::Cow;

/// The XML of a value.
pub(super) fn document(root: &XmlForm, value: &dyn Wire) -> Result<Vec<u8>, &'static str> {
    let mut between = Writer::default();
    between.xml = true;
    between.begin_object();
    root.write(value, &mut between);
    between.end_object();
    let between = between.try_finish()?;
    let mut reader = Reader::new(between.as_bytes());
    let mut out = XmlWriter::new(Vec::new());
    let key = owned(reader.begin_object())?.ok_or("nothing to write")?;
    if at(&mut reader)? == Peek::Array {
        return Err("a list needs an element around it in XML");
    }
    write_element(&key, &mut reader, &mut out)?;
    Ok(out.into_inner())
}

/// Writes a member: an element, or one for each element of a list.
fn write_element(
    key: &str,
    reader: &mut Reader<'_>,
    out: &mut XmlWriter<Vec<u8>>,
) -> Result<(), &'static str> {
    if at(reader)? == Peek::Array {
        let mut more = reader.begin_array().map_err(|error| deep(&error))?;
        while more {
            write_element(key, reader, out)?;
            more = reader.next_element().map_err(|error| deep(&error))?;
        }
        return Ok(());
    }
    let (name, namespace) = split(key)?;
    let mut start = BytesStart::new(name);
    // Attributes of the same prefix need no second declaration.
    let prefix = name.split_once(':').filter(|_| !namespace.is_empty());
    let declared = prefix.map(|(prefix, _)| prefix);
    if !namespace.is_empty() {
        declare(&mut start, name, namespace)?;
    }
    match at(reader)? {
        Peek::Null => {
            reader.null().map_err(|error| deep(&error))?;
            push(&mut start, "xsi:nil", "true")?;
            push(&mut start, "xmlns:xsi", XSI)?;
            write(out, Event::Empty(start))
        }
        Peek::Object => write_members(start, declared, reader, out),
        _ => {
            let text = scalar(reader)?;
            write_content(start, &text, out)
        }
    }
}

/// Writes the members of an object: the attributes first, and then what is within.
fn write_members(
    mut start: BytesStart<'_>,
    declared: Option<&str>,
    reader: &mut Reader<'_>,
    out: &mut XmlWriter<Vec<u8>>,
) -> Result<(), &'static str> {
    let mut text = String::new();
    let mut seen: Vec<String> = declared.map(str::to_owned).into_iter().collect();
    let mut key = owned(reader.begin_object())?;
    while let Some(member) = key.take_if(|key| key.starts_with(['@', '#'])) {
        if let Some(member) = member.strip_prefix('@') {
            let (name, namespace) = split(member)?;
            match at(reader)? {
                // What is not there and what is `null` are the same for an attribute.
                Peek::Null => reader.skip().map_err(|error| deep(&error))?,
                _ => push(&mut start, name, &scalar(reader)?)?,
            }
            let prefix = name.split_once(':').map(|(prefix, _)| prefix);
            if let Some(prefix) = prefix.filter(|prefix| !seen.iter().any(|seen| seen == prefix)) {
                if !namespace.is_empty() {
                    declare(&mut start, name, namespace)?;
                    seen.push(prefix.to_owned());
                }
            }
        } else if member == TEXT {
            text = scalar(reader)?;
        } else {
            return Err(NAME);
        }
        key = owned(reader.next_key())?;
    }
    if key.is_none() {
        return write_content(start, &text, out);
    }
    let end = start.to_end().into_owned();
    write(out, Event::Start(start))?;
    write(out, Event::Text(content(&text)?))?;
    while let Some(member) = key {
        write_element(&member, reader, out)?;
        key = owned(reader.next_key())?;
    }
    write(out, Event::End(end))
}

fn write_content(
    start: BytesStart<'_>,
    text: &str,
    out: &mut XmlWriter<Vec<u8>>,
) -> Result<(), &'static str> {
    if text.is_empty() {
        return write(out, Event::Empty(start));
    }
    let end = start.to_end().into_owned();
    write(out, Event::Start(start))?;
    write(out, Event::Text(content(text)?))?;
    write(out, Event::End(end))
}

fn write(out: &mut XmlWriter<Vec<u8>>, event: Event<'_>) -> Result<(), &'static str> {
    out.write_event(event).map_err(|_| "XML cannot be written")
}

/// Declares the namespace of a name: for its prefix, or for all within.
fn declare(start: &mut BytesStart<'_>, name: &str, namespace: &str) -> Result<(), &'static str> {
    match name.split_once(':') {
        Some((prefix, _)) => push(start, &format!("xmlns:{prefix}"), namespace),
        None => push(start, "xmlns", namespace),
    }
}

fn push(start: &mut BytesStart<'_>, name: &str, value: &str) -> Result<(), &'static str> {
    let value = escape::escape(legal(value)?);
    let value = value
        .replace('\t', "&#9;")
        .replace('\n', "&#10;")
        .replace('\r', "&#13;");
    start.push_attribute((name.as_bytes(), value.as_bytes()));
    Ok(())
}

fn content(text: &str) -> Result<BytesText<'_>, &'static str> {
    let text: Cow<'_, str> = escape::partial_escape(legal(text)?);
    // Readers take a line feed for an unescaped one.
    Ok(BytesText::from_escaped(text.replace('\r', "&#13;")))
}

/// The text of a string, number or boolean.
fn scalar(reader: &mut Reader<'_>) -> Result<String, &'static str> {
    match at(reader)? {
        Peek::String => reader
            .string()
            .map(str::to_owned)
            .map_err(|error| deep(&error)),
        Peek::Array | Peek::Object => Err("lists and objects cannot be attributes in XML"),
        _ => {
            let text = reader.raw().map_err(|error| deep(&error))?;
            Ok(String::from_utf8_lossy(text).into_owned())
        }
    }
}

fn at(reader: &mut Reader<'_>) -> Result<Peek, &'static str> {
    reader.peek().map_err(|error| deep(&error))
}

fn owned(key: Result<Option<&str>, DecodeError>) -> Result<Option<String>, &'static str> {
    key.map(|key| key.map(str::to_owned))
        .map_err(|error| deep(&error))
}

/// The runtime's own text can only be refused for its depth.
fn deep(_: &DecodeError) -> &'static str {
    "the value is nested too deeply"
}

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
const NAME: &str = "a name of a member is no name in XML";

/// The name and the namespace of a member.
fn split(key: &str) -> Result<(&str, &str), &'static str> {
    let (name, namespace) = key.split_once(' ').unwrap_or((key, ""));
    let (prefix, local) = name.split_once(':').unwrap_or(("n", name));
    if is_name(prefix) && is_name(local) {
        Ok((name, namespace))
    } else {
        Err(NAME)
    }
}

/// Whether it is a name without a colon (Namespaces in XML 1.0, section 3).
fn is_name(name: &str) -> bool {
    let is_start = |c: char| {
        matches!(c,
            'A'..='Z' | 'a'..='z' | '_' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}'
            | '\u{f8}'..='\u{2ff}' | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}'
            | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}'
            | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}'
            | '\u{10000}'..='\u{effff}')
    };
    let is_further = |c: char| matches!(c, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}');
    name.starts_with(is_start) && name.chars().all(|c| is_start(c) || is_further(c))
}

/// XML 1.0, section 2.2.
fn legal(text: &str) -> Result<&str, &'static str> {
    let is_char = |c: char| match c {
        '\t' | '\n' | '\r' => true,
        other => other >= ' ' && !matches!(other, '\u{fffe}' | '\u{ffff}'),
    };
    if text.chars().all(is_char) {
        Ok(text)
    } else {
        Err("a text has a character that XML cannot hold")
    }
}
