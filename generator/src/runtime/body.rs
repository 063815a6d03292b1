//! Request bodies.

use super::encoding::FieldEncoding;
use super::file::File;
use super::multipart;
use super::part_header::PartValue;
use super::payload::Payload;
use super::rules::Rule;
use super::style::{Flat, encode, scalar_text, strict, strict_bytes};
use super::violations::Checker;
use super::wire::{Parts, Wire};
use super::writer::Writer;
use bytes::Bytes;
use std::borrow::Cow;
use std::fmt;

/// A request body.
#[derive(Clone, Copy)]
pub struct Body<'a> {
    content: Content<'a>,
    media_type: &'static str,
    rule: Rule,
    encodings: &'static [FieldEncoding],
}

#[derive(Clone, Copy)]
enum Content<'a> {
    Json(&'a dyn Wire),
    Form(&'a dyn Wire),
    Multipart(&'a dyn Wire),
    Text(&'a dyn Wire),
    Lines(&'a dyn Wire),
    Bytes(&'a Bytes),
    File(&'a File),
    Other(&'a dyn Wire, &'static dyn Encode),
}

/// Another form of bodies than those of the runtime.
pub trait Encode: Sync + fmt::Debug {
    /// The bytes to send.
    ///
    /// # Errors
    ///
    /// When the value has no such form; the words say why.
    fn encode(&self, value: &dyn Wire) -> Result<Bytes, &'static str>;
}

impl<'a> Body<'a> {
    /// JSON.
    #[must_use]
    pub fn json(value: &'a dyn Wire) -> Self {
        Self::new(Content::Json(value), "application/json")
    }

    /// `application/x-www-form-urlencoded`: one field per member; lists repeat it, and objects in
    /// it are written as JSON.
    #[must_use]
    pub fn form(value: &'a dyn Wire) -> Self {
        Self::new(Content::Form(value), "application/x-www-form-urlencoded")
    }

    /// `multipart/form-data` and its like: one part per member, and per element of lists.
    #[must_use]
    pub fn multipart(value: &'a dyn Wire) -> Self {
        Self::new(Content::Multipart(value), "multipart/form-data")
    }

    /// A string, number or boolean as text.
    #[must_use]
    pub fn text(value: &'a dyn Wire) -> Self {
        Self::new(Content::Text(value), "text/plain; charset=utf-8")
    }

    /// `application/x-ndjson`: the items of a list as JSON, one on each line.
    #[must_use]
    pub fn lines(value: &'a dyn Wire) -> Self {
        Self::new(Content::Lines(value), "application/x-ndjson")
    }

    /// Bytes that may bring their media type, and may be read while they are sent.
    #[must_use]
    pub fn file(file: &'a File) -> Self {
        Self::new(Content::File(file), "application/octet-stream")
    }

    /// Bytes as they stand.
    #[must_use]
    pub fn bytes(bytes: &'a Bytes) -> Self {
        Self::new(Content::Bytes(bytes), "application/octet-stream")
    }

    /// A value in another form.
    #[must_use]
    pub fn other(value: &'a dyn Wire, form: &'static dyn Encode, media_type: &'static str) -> Self {
        Self::new(Content::Other(value, form), media_type)
    }

    fn new(content: Content<'a>, media_type: &'static str) -> Self {
        Self {
            content,
            media_type,
            rule: Rule::NONE,
            encodings: &[],
        }
    }

    /// How some fields of a form are written.
    #[must_use]
    pub fn encodings(mut self, encodings: &'static [FieldEncoding]) -> Self {
        self.encodings = encodings;
        self
    }

    /// Another media type than the usual one.
    #[must_use]
    pub fn media_type(mut self, media_type: &'static str) -> Self {
        self.media_type = media_type;
        self
    }

    /// Rules for the body beside those of its type.
    #[must_use]
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rule = rule;
        self
    }

    pub(super) fn check(&self, checker: &mut Checker) {
        if let Content::Multipart(value) = self.content {
            multipart::check(value, self.encodings, checker);
        }
        match self.content {
            Content::Json(value)
            | Content::Form(value)
            | Content::Multipart(value)
            | Content::Text(value)
            | Content::Lines(value)
            | Content::Other(value, _) => self.rule.apply(value, checker),
            Content::Bytes(_) | Content::File(_) => {}
        }
    }

    /// The value of `Content-Type`, and what to send. `headers` are those of parts.
    pub(super) fn encode(&self, headers: &[PartValue]) -> Result<(String, Payload), Cow<'static, str>> {
        let usual = self.media_type.to_owned();
        if let (false, [first, ..]) = (matches!(self.content, Content::Multipart(_)), headers) {
            return Err(first.without_part().into());
        }
        let bytes = match self.content {
            Content::Json(value) => Bytes::from(Writer::try_text(value)?),
            Content::Form(value) => Bytes::from(form(value, self.encodings)?),
            Content::Multipart(value) => {
                return multipart::encode(value, self.media_type, self.encodings, headers);
            }
            Content::Text(value) => {
                let text = scalar_text(value);
                Bytes::from(text.ok_or("lists and objects cannot be written as text")?)
            }
            Content::Lines(value) => Bytes::from(lines(value, self.media_type)?),
            Content::Other(value, form) => form.encode(value)?,
            Content::Bytes(bytes) => bytes.clone(),
            Content::File(file) => return whole(file, usual),
        };
        Ok((usual, Payload::from(bytes)))
    }
}

/// A file that is the whole body.
fn whole(file: &File, usual: String) -> Result<(String, Payload), Cow<'static, str>> {
    if !file.headers().is_empty() {
        return Err("only the parts of a form have headers of their own".into());
    }
    let media_type = file.content_type().map_or(usual, str::to_owned);
    let mut payload = Payload::default();
    payload.push_source(file.source(), || "/body".to_owned());
    Ok((media_type, payload))
}

/// JSON texts, each with an end of line; in `application/json-seq` with a record separator before
/// it (RFC 7464).
fn lines(value: &dyn Wire, media_type: &str) -> Result<String, &'static str> {
    let Parts::Items(items) = value.parts() else {
        return Err("only lists can be written as lines");
    };
    let before = if media_type.starts_with("application/json-seq") {
        "\u{1e}"
    } else {
        ""
    };
    let mut text = String::new();
    for item in items {
        text.extend([before, &Writer::try_text(item)?, "\n"]);
    }
    Ok(text)
}

/// The bytes of a file that is held in memory.
fn held(value: &dyn Wire) -> Option<&Bytes> {
    match value.parts() {
        Parts::File(file) => file.bytes(),
        _ => None,
    }
}

fn form(value: &dyn Wire, encodings: &[FieldEncoding]) -> Result<String, &'static str> {
    let Parts::Members(members) = value.parts() else {
        return Err("a form must be an object");
    };
    let mut fields: Vec<String> = Vec::new();
    for (name, member) in members {
        if member.is_absent() {
            continue;
        }
        let encoding = FieldEncoding::of(encodings, name);
        if let Some(parameter) = encoding.and_then(FieldEncoding::parameter) {
            let text = encode(&parameter, member)?;
            fields.extend(Some(text).filter(|text| !text.is_empty()));
            continue;
        }
        if let Some(form) = encoding.and_then(FieldEncoding::other_form) {
            let items = match member.parts() {
                Parts::Items(items) => items,
                _ => vec![member],
            };
            for item in items {
                let text = form.encode(item)?;
                let text = String::from_utf8_lossy(&text);
                fields.push(format!("{}={}", strict(name), strict(&text)));
            }
            continue;
        }
        let name = strict(name);
        if let Some(bytes) = held(member) {
            fields.push(format!("{name}={}", strict_bytes(bytes)));
            continue;
        }
        let json = encoding.is_some_and(FieldEncoding::is_json);
        match Flat::of(member) {
            _ if json => fields.push(format!("{name}={}", strict(&Writer::try_text(member)?))),
            Ok(Flat::One(text)) => fields.push(format!("{name}={}", strict(&text))),
            Ok(Flat::List(items)) => {
                fields.extend(items.iter().map(|item| format!("{name}={}", strict(item))));
            }
            _ => {
                let items = match member.parts() {
                    Parts::Items(items) => items,
                    _ => vec![member],
                };
                for item in items {
                    let text = scalar_text(item).map_or_else(|| Writer::try_text(item), Ok)?;
                    fields.push(format!("{name}={}", strict(&text)));
                }
            }
        }
    }
    Ok(fields.join("&"))
}
