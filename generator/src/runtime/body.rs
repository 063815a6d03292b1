//! Request bodies.

use super::reader::Reader;
use super::rules::Rule;
use super::style::{Flat, strict};
use super::violations::Checker;
use super::wire::Wire;
use super::writer::Writer;
use bytes::Bytes;

/// A request body.
#[derive(Clone, Copy)]
pub struct Body<'a> {
    content: Content<'a>,
    media_type: &'static str,
    rule: Rule,
}

#[derive(Clone, Copy)]
enum Content<'a> {
    Json(&'a dyn Wire),
    Form(&'a dyn Wire),
    Text(&'a str),
    Bytes(&'a Bytes),
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

    /// Text as it stands.
    #[must_use]
    pub fn text(text: &'a str) -> Self {
        Self::new(Content::Text(text), "text/plain; charset=utf-8")
    }

    /// Bytes as they stand.
    #[must_use]
    pub fn bytes(bytes: &'a Bytes) -> Self {
        Self::new(Content::Bytes(bytes), "application/octet-stream")
    }

    fn new(content: Content<'a>, media_type: &'static str) -> Self {
        Self {
            content,
            media_type,
            rule: Rule::NONE,
        }
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

    pub(super) fn content_type(&self) -> &'static str {
        self.media_type
    }

    pub(super) fn check(&self, checker: &mut Checker) {
        match self.content {
            Content::Json(value) | Content::Form(value) => value.check(&self.rule, checker),
            Content::Text(text) => self.rule.check_text(text, checker),
            Content::Bytes(_) => {}
        }
    }

    /// The bytes to send.
    pub(super) fn encode(&self) -> Result<Bytes, &'static str> {
        match self.content {
            Content::Json(value) => Ok(Bytes::from(Writer::text(value))),
            Content::Form(value) => form(value).map(Bytes::from),
            Content::Text(text) => Ok(Bytes::copy_from_slice(text.as_bytes())),
            Content::Bytes(bytes) => Ok(bytes.clone()),
        }
    }
}

fn form(value: &dyn Wire) -> Result<String, &'static str> {
    let text = Writer::text(value);
    let mut reader = Reader::new(text.as_bytes());
    let mut fields: Vec<String> = Vec::new();
    let mut key = reader
        .begin_object()
        .map_err(|_| "a form must be an object")?
        .map(strict);
    while let Some(name) = key {
        let raw = reader.raw().map_err(|_| "the value is not JSON")?;
        match Flat::of_text(raw) {
            Ok(Flat::One(text)) => fields.push(format!("{name}={}", strict(&text))),
            Ok(Flat::List(items)) => {
                fields.extend(items.iter().map(|item| format!("{name}={}", strict(item))));
            }
            Ok(Flat::Pairs(_)) | Err(_) => {
                fields.push(format!("{name}={}", strict(&String::from_utf8_lossy(raw))));
            }
        }
        key = reader
            .next_key()
            .map_err(|_| "the value is not JSON")?
            .map(strict);
    }
    Ok(fields.join("&"))
}
