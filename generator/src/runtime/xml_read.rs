//! From XML to the form between: see [`xml_form`](super::xml_form).
//!
//! Only what stands in the text itself is read: of entities the five predefined ones and character
//! references, and nothing that a document type declares.

use super::decode_error::DecodeError;
use super::reader::MAX_DEPTH;
use super::writer::Writer;
use super::xml_form::TEXT;
use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion, escape};
use std::collections::BTreeMap;

/// The content of the outermost element, in the form between.
pub(super) fn between(body: &[u8]) -> Result<String, DecodeError> {
    let text = std::str::from_utf8(body).map_err(|error| {
        let error = error.to_string();
        DecodeError::new("XML in UTF-8", &error)
    })?;
    if text.trim().is_empty() {
        return Err(DecodeError::new("XML", "an empty body"));
    }
    let root = document(text.strip_prefix('\u{feff}').unwrap_or(text))?;
    let mut writer = Writer::default();
    root.write(&mut writer);
    Ok(writer.finish())
}

/// One element; names are without prefix.
#[derive(Default)]
struct Element {
    nil: bool,
    attributes: BTreeMap<String, String>,
    text: String,
    children: BTreeMap<String, Vec<Element>>,
}

impl Element {
    fn write(&self, writer: &mut Writer) {
        let has_text = if self.children.is_empty() {
            !self.text.is_empty()
        } else {
            !self.text.trim().is_empty()
        };
        if self.nil {
            return writer.null();
        }
        if self.attributes.is_empty() && self.children.is_empty() {
            return writer.string(&self.text);
        }
        writer.begin_object();
        for (name, value) in &self.attributes {
            writer.key(&format!("@{name}"));
            writer.string(value);
        }
        if has_text {
            writer.key(TEXT);
            writer.string(&self.text);
        }
        for (name, elements) in &self.children {
            writer.key(name);
            write_elements(elements, writer);
        }
        writer.end_object();
    }
}

/// One element, or a list of those with the same name.
fn write_elements(elements: &[Element], writer: &mut Writer) {
    if let [element] = elements {
        return element.write(writer);
    }
    writer.begin_array();
    for element in elements {
        writer.element();
        element.write(writer);
    }
    writer.end_array();
}

/// Reads a whole document.
fn document(text: &str) -> Result<Element, DecodeError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<(String, Element)> = Vec::new();
    let mut root = None;
    loop {
        let event = reader.read_event();
        let event = event.map_err(|error| {
            DecodeError::new(
                "XML",
                &format!("{error} at byte {}", reader.error_position()),
            )
        })?;
        match event {
            Event::Start(start) => {
                if open.len() == MAX_DEPTH || (open.is_empty() && root.is_some()) {
                    return Err(misplaced(&start));
                }
                let name = start.local_name();
                let name = String::from_utf8_lossy(name.as_ref()).into_owned();
                open.push((name, begin(&start)?));
            }
            Event::End(_) => {
                let Some((name, element)) = open.pop() else {
                    return Err(DecodeError::new("XML", "an end without a start"));
                };
                match open.last_mut() {
                    Some((_, outer)) => outer.children.entry(name).or_default().push(element),
                    None => root = Some(element),
                }
            }
            Event::Text(text) => add(&mut open, &text.xml10_content().map_err(bad)?)?,
            Event::CData(text) => add(&mut open, &text.xml10_content().map_err(bad)?)?,
            Event::GeneralRef(reference) => add(&mut open, &resolve(&reference)?)?,
            Event::Decl(declaration) => check_encoding(&declaration)?,
            Event::Eof => break,
            Event::Empty(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    match (open.pop(), root) {
        (None, Some(root)) => Ok(root),
        (Some((name, _)), _) => Err(DecodeError::new(
            format!("the end of `{name}`"),
            "the end of the text",
        )),
        (None, None) => Err(DecodeError::new("XML", "no element")),
    }
}

fn misplaced(start: &BytesStart<'_>) -> DecodeError {
    let expected = format!("one element, and at most {MAX_DEPTH} levels of nesting");
    DecodeError::new(expected, &String::from_utf8_lossy(start))
}

/// An element with its attributes.
fn begin(start: &BytesStart<'_>) -> Result<Element, DecodeError> {
    let mut element = Element::default();
    let mut attributes = start.attributes();
    // The reader's own check compares each with each.
    attributes.with_checks(false);
    for attribute in attributes {
        let attribute = attribute.map_err(bad)?;
        if attribute.key.as_namespace_binding().is_some() {
            continue;
        }
        let value = attribute
            .normalized_value(XmlVersion::Explicit1_0)
            .map_err(bad)?;
        let (name, prefix) = attribute.key.decompose();
        let name = String::from_utf8_lossy(name.as_ref()).into_owned();
        if prefix.is_some() && name == "nil" && matches!(value.trim(), "true" | "1") {
            element.nil = true;
        }
        // Of two attributes whose names differ in their prefix the one without counts.
        if prefix.is_none() || !element.attributes.contains_key(&name) {
            element.attributes.insert(name, value.into_owned());
        }
    }
    Ok(element)
}

/// Adds text to the innermost element; outside there may be white space.
fn add(open: &mut [(String, Element)], text: &str) -> Result<(), DecodeError> {
    match open.last_mut() {
        Some((_, element)) => element.text.push_str(text),
        None if text.trim().is_empty() => {}
        None => return Err(DecodeError::new("XML", text)),
    }
    Ok(())
}

/// What a reference stands for.
fn resolve(reference: &BytesRef<'_>) -> Result<String, DecodeError> {
    if let Some(character) = reference.resolve_char_ref().map_err(bad)? {
        return Ok(character.to_string());
    }
    let name = reference.decode().map_err(bad)?;
    let text = escape::resolve_predefined_entity(&name);
    text.map(str::to_owned).ok_or_else(|| {
        let expected = "an entity that needs no declaration";
        DecodeError::new(expected, &format!("&{name};"))
    })
}

/// The text is UTF-8; a declaration that says otherwise means other characters.
fn check_encoding(declaration: &BytesDecl<'_>) -> Result<(), DecodeError> {
    let Some(encoding) = declaration.encoding() else {
        return Ok(());
    };
    let encoding = encoding.map_err(bad)?;
    let encoding = String::from_utf8_lossy(&encoding).to_ascii_lowercase();
    match encoding.as_str() {
        "utf-8" | "utf8" | "us-ascii" | "ascii" => Ok(()),
        other => Err(DecodeError::new("XML in UTF-8", other)),
    }
}

fn bad(error: impl std::fmt::Display) -> DecodeError {
    DecodeError::new("XML", &error.to_string())
}
