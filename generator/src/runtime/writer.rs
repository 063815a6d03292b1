//! A plain JSON writer (RFC 8259) without white space.

use super::secrets::HIDDEN;
use super::wire::Wire;
use std::fmt::Write;

/// The value of a union's tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// A string.
    Text(&'static str),
    /// JSON text.
    Json(&'static str),
}

/// Writes JSON into a string.
#[derive(Debug, Default)]
pub struct Writer {
    out: String,
    /// Whether the next element or member needs no comma before it.
    first: bool,
    /// A member that the next object gets unless it has one of this name: the tag of a union.
    tag: Option<(&'static str, Tag)>,
    /// Whether the text is to become XML: members are named as they are there.
    pub(super) xml: bool,
    /// Whether secrets are not written, since the text is for a message.
    hides_secrets: bool,
    /// Why the text is not that of the value.
    refused: Option<&'static str>,
}

impl Writer {
    /// The JSON text of a value.
    #[must_use]
    pub fn text(value: &dyn Wire) -> String {
        let mut writer = Self {
            out: String::with_capacity(128),
            ..Self::default()
        };
        value.write(&mut writer);
        writer.out
    }

    /// The JSON text of a value for a message: without its secrets.
    pub(super) fn shown(value: &dyn Wire) -> String {
        let mut writer = Self::without_secrets();
        value.write(&mut writer);
        writer.out
    }

    /// A writer of texts for messages.
    pub(super) fn without_secrets() -> Self {
        Self {
            hides_secrets: true,
            ..Self::default()
        }
    }

    /// The JSON text of a value that is to be sent; the error says why it has none.
    pub(super) fn try_text(value: &dyn Wire) -> Result<String, &'static str> {
        let mut writer = Self::default();
        value.write(&mut writer);
        writer.try_finish()
    }

    /// The text written so far; the error says why it is not that of the value.
    pub(super) fn try_finish(self) -> Result<String, &'static str> {
        match self.refused {
            Some(reason) => Err(reason),
            None => Ok(self.out),
        }
    }

    /// Writes an empty string where something stands that has no text.
    pub(super) fn refuse(&mut self, reason: &'static str) {
        self.refused = Some(reason);
        self.string("");
    }

    /// The text written so far.
    #[must_use]
    pub fn finish(self) -> String {
        self.out
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.out.push_str("null");
    }

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.out.push_str(if value { "true" } else { "false" });
    }

    /// Writes a whole number.
    pub fn integer(&mut self, value: i128) {
        match u64::try_from(value.unsigned_abs()) {
            Ok(size) => {
                if value < 0 {
                    self.out.push('-');
                }
                self.digits(size);
            }
            Err(_) => self.display(value),
        }
    }

    /// Writes a number; `null` for what JSON cannot say (not a number, infinite).
    pub fn number(&mut self, value: f64) {
        if !value.is_finite() {
            self.null();
        } else if value != 0.0 && !(1e-5..1e17).contains(&value.abs()) {
            // Debug output takes the exponent form for very large and very small numbers.
            let _ = write!(self.out, "{value:?}");
        } else {
            self.display(value);
        }
    }

    /// Writes a number that is JSON text already.
    pub fn literal(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Writes a string.
    pub fn string(&mut self, text: &str) {
        self.out.push('"');
        // Without an early end the compiler checks many bytes at once.
        let dirty = text
            .bytes()
            .fold(false, |dirty, byte| dirty | needs_escape(byte));
        if dirty {
            self.escaped(text);
        } else {
            self.out.push_str(text);
        }
        self.out.push('"');
    }

    /// Writes a string that messages do not show.
    pub(super) fn secret(&mut self, text: &str) {
        self.string(if self.hides_secrets { HIDDEN } else { text });
    }

    /// Begins an array.
    pub fn begin_array(&mut self) {
        self.out.push('[');
        self.first = true;
    }

    /// Goes to the next element.
    pub fn element(&mut self) {
        if !self.first {
            self.out.push(',');
        }
        self.first = false;
    }

    /// Ends an array.
    pub fn end_array(&mut self) {
        self.out.push(']');
        self.first = false;
    }

    /// Begins an object.
    pub fn begin_object(&mut self) {
        self.out.push('{');
        self.first = true;
    }

    /// Goes to the next member.
    pub fn key(&mut self, name: &str) {
        // In XML a namespace would stand behind the blank; no name has one.
        let name = if self.xml && name.contains(' ') {
            "?"
        } else {
            name
        };
        self.raw_key(name);
    }

    /// Goes to the next member, which may have a namespace behind its name.
    pub(super) fn raw_key(&mut self, key: &str) {
        self.element();
        self.string(key);
        self.out.push(':');
    }

    /// Ends an object.
    pub fn end_object(&mut self) {
        self.out.push('}');
        self.first = false;
    }

    /// Writes a list as the only member of an object; `null` stays `null`.
    pub(super) fn within(&mut self, name: &str, list: &dyn Wire) {
        let start = self.out.len();
        self.begin_object();
        self.raw_key(name);
        let value = self.out.len();
        list.write(self);
        if &self.out[value..] == "null" {
            self.out.truncate(start);
            self.null();
            self.first = false;
        } else {
            self.end_object();
        }
    }

    /// Asks the next object to have this member, unless it has one of the name by itself.
    pub(super) fn want_tag(&mut self, tag: Option<(&'static str, Tag)>) {
        self.tag = tag;
    }

    /// Writes the tag that was asked for, unless `present` says that the object has it.
    pub(super) fn write_tag(&mut self, present: impl FnOnce(&str) -> bool) {
        if let Some((name, tag)) = self.tag.take() {
            if !present(name) {
                self.key(name);
                match tag {
                    Tag::Text(text) => self.string(text),
                    Tag::Json(text) => self.literal(text),
                }
            }
        }
    }

    fn digits(&mut self, mut value: u64) {
        let mut digits = [b'0'; 20];
        let mut start = digits.len();
        loop {
            start -= 1;
            digits[start] += u8::try_from(value % 10).unwrap_or(0);
            value /= 10;
            if value == 0 {
                break;
            }
        }
        self.out
            .push_str(std::str::from_utf8(&digits[start..]).unwrap_or_default());
    }

    fn escaped(&mut self, text: &str) {
        let mut clean = 0;
        for (index, byte) in text.bytes().enumerate() {
            if !needs_escape(byte) {
                continue;
            }
            self.out.push_str(&text[clean..index]);
            clean = index + 1;
            match byte {
                b'"' => self.out.push_str("\\\""),
                b'\\' => self.out.push_str("\\\\"),
                b'\n' => self.out.push_str("\\n"),
                b'\r' => self.out.push_str("\\r"),
                b'\t' => self.out.push_str("\\t"),
                other => {
                    let _ = write!(self.out, "\\u{other:04x}");
                }
            }
        }
        self.out.push_str(&text[clean..]);
    }

    fn display(&mut self, value: impl std::fmt::Display) {
        let _ = write!(self.out, "{value}");
    }
}

/// RFC 8259, section 7.
fn needs_escape(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}
