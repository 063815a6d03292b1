//! A JSON reader (RFC 8259) that hands out one token at a time.

use super::decode_error::{DecodeError, NOT_JSON};
use super::excerpt::excerpt;
use super::wire::Wire;
use super::xml_form::{TEXT, is_marked};
use jiter::{Jiter, JiterError, Peek};

/// How deeply arrays and objects may be nested.
pub const MAX_DEPTH: usize = 128;

/// Reads JSON text from front to back.
#[derive(Debug)]
pub struct Reader<'j> {
    jiter: Jiter<'j>,
    data: &'j [u8],
    depth: usize,
    /// How many members were skipped because no field has their name.
    pub(super) unknown: usize,
    /// How much was lost: members of an object that allows no others, and each `null` where there may
    /// be none.
    pub(super) forbidden: usize,
    /// Whether strings stand for the numbers and booleans that they spell: values from plain text.
    pub(super) spelt: bool,
    /// Whether the text was made of XML: see [`xml_form`](super::xml_form).
    pub(super) xml: bool,
    /// The depths of lists of one, which are not written as lists in XML.
    singles: Vec<usize>,
    /// The text of an element with attributes.
    text: String,
    /// How many bytes may still be read again to find the right variant of a union.
    pub(super) budget: usize,
}

impl<'j> Reader<'j> {
    /// Begins at the start of a JSON text.
    #[must_use]
    pub fn new(data: &'j [u8]) -> Self {
        Self {
            jiter: Jiter::new(data),
            data,
            depth: 0,
            unknown: 0,
            forbidden: 0,
            spelt: false,
            xml: false,
            singles: Vec::new(),
            text: String::new(),
            budget: data.len().saturating_mul(64),
        }
    }

    /// Begins at the start of a JSON text in which strings stand for the numbers and booleans that
    /// they spell.
    pub(super) fn of_words(data: &'j [u8]) -> Self {
        Self {
            spelt: true,
            ..Self::new(data)
        }
    }

    /// The string that stands here, where it stands for what it spells.
    fn word(&mut self) -> Result<Option<&'j str>, DecodeError> {
        let is_word = self.spelt && matches!(self.peek()?, Peek::String | Peek::Object);
        if !is_word || (!self.xml && self.peek()? == Peek::Object) {
            return Ok(None);
        }
        let xml = self.xml;
        let text = std::str::from_utf8(self.scalar("a text")?).unwrap_or_default();
        let text = text
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'));
        // White space around a number does not count.
        Ok(text.map(|text| if xml { trimmed(text) } else { text }))
    }

    /// Reads a part of the text again, under the limits that are left.
    pub(super) fn again<'a>(&self, part: &'a [u8]) -> Reader<'a> {
        Reader {
            depth: self.depth,
            budget: self.budget,
            spelt: self.spelt,
            xml: self.xml,
            ..Reader::new(part)
        }
    }

    /// Reads a value from a part of the text, which counts as read here.
    pub(super) fn read_again(
        &mut self,
        part: &[u8],
        value: &mut dyn Wire,
    ) -> Result<(), DecodeError> {
        let mut again = self.again(part);
        value.read(&mut again)?;
        self.budget = again.budget;
        self.unknown += again.unknown;
        self.forbidden += again.forbidden;
        Ok(())
    }

    /// Whether an element without content stands here; it is not taken.
    pub(super) fn at_nothing(&mut self) -> Result<bool, DecodeError> {
        let is_text = self.xml && self.peek()? == Peek::String;
        let text = if is_text { self.ahead()? } else { b"" };
        Ok(is_text && unspaced(text.get(1..).unwrap_or_default()).starts_with(b"\""))
    }

    /// The JSON string that stands here; in XML, the text of an element.
    fn scalar(&mut self, expected: &'static str) -> Result<&'j [u8], DecodeError> {
        if !self.xml || self.peek()? != Peek::Object {
            self.expect(Peek::String, expected)?;
            return self.raw();
        }
        let text = self.raw()?;
        let mut inner = Reader::new(text);
        let mut key = inner.begin_object()?;
        while let Some(name) = key {
            if name == TEXT {
                return inner.raw();
            }
            if !is_marked(name) {
                return Err(DecodeError::new(expected, &String::from_utf8_lossy(text)));
            }
            inner.skip()?;
            key = inner.next_key()?;
        }
        Ok(b"\"\"")
    }

    /// Whether the next value is `null`; it is not taken.
    ///
    /// # Errors
    ///
    /// When the text is not JSON.
    pub fn at_null(&mut self) -> Result<bool, DecodeError> {
        Ok(self.peek()? == Peek::Null)
    }

    /// Takes `null`.
    ///
    /// # Errors
    ///
    /// When something else stands here.
    pub fn null(&mut self) -> Result<(), DecodeError> {
        self.expect(Peek::Null, "null")?;
        self.jiter.known_null().map_err(|error| syntax(&error))
    }

    /// Takes `true` or `false`.
    ///
    /// # Errors
    ///
    /// When something else stands here.
    pub fn boolean(&mut self) -> Result<bool, DecodeError> {
        if let Some(word) = self.word()? {
            return match word {
                "true" => Ok(true),
                "false" => Ok(false),
                // XML Schema, part 2, section 3.2.2.
                "1" if self.xml => Ok(true),
                "0" if self.xml => Ok(false),
                other => Err(DecodeError::new("a boolean", other)),
            };
        }
        match self.peek()? {
            peek @ (Peek::True | Peek::False) => {
                self.jiter.known_bool(peek).map_err(|error| syntax(&error))
            }
            _ => Err(self.unexpected("a boolean")),
        }
    }

    /// Takes a number, as it is written.
    ///
    /// # Errors
    ///
    /// When something else stands here.
    pub fn number(&mut self, expected: &'static str) -> Result<&'j str, DecodeError> {
        if let Some(word) = self.word()? {
            let mut inner = Reader::new(word.as_bytes());
            inner.number(expected)?;
            return inner.finish().map(|()| word);
        }
        if !self.peek()?.is_num() {
            return Err(self.unexpected(expected));
        }
        let start = self.jiter.current_index();
        self.jiter
            .next_number_bytes()
            .map_err(|error| syntax(&error))?;
        let text = std::str::from_utf8(self.jiter.slice_to_current(start));
        text.map_err(|error| DecodeError::new("UTF-8", &error.to_string()))
    }

    /// Takes a string.
    ///
    /// # Errors
    ///
    /// When something else stands here.
    pub fn string(&mut self) -> Result<&str, DecodeError> {
        if self.xml {
            let text = self.scalar("a string")?;
            let mut inner = Reader::new(text);
            inner.string()?.clone_into(&mut self.text);
            return Ok(&self.text);
        }
        self.expect(Peek::String, "a string")?;
        self.jiter.known_str().map_err(|error| syntax(&error))
    }

    /// Begins an array; whether there is an element.
    ///
    /// # Errors
    ///
    /// When something else stands here, or it is nested more deeply than [`MAX_DEPTH`].
    pub fn begin_array(&mut self) -> Result<bool, DecodeError> {
        if self.xml && self.peek()? != Peek::Array {
            self.deeper()?;
            self.singles.push(self.depth);
            return Ok(true);
        }
        self.expect(Peek::Array, "an array")?;
        self.deeper()?;
        let first = self
            .jiter
            .known_array()
            .map_err(|error| syntax(&error))?
            .is_some();
        self.leave_unless(first);
        Ok(first)
    }

    /// Whether there is another element.
    ///
    /// # Errors
    ///
    /// When the text is not JSON.
    pub fn next_element(&mut self) -> Result<bool, DecodeError> {
        if self.singles.last() == Some(&self.depth) {
            self.singles.pop();
            self.depth -= 1;
            return Ok(false);
        }
        let more = self
            .jiter
            .array_step()
            .map_err(|error| syntax(&error))?
            .is_some();
        self.leave_unless(more);
        Ok(more)
    }

    /// Begins an object; the name of its first member.
    ///
    /// # Errors
    ///
    /// When something else stands here, or it is nested more deeply than [`MAX_DEPTH`].
    pub fn begin_object(&mut self) -> Result<Option<&str>, DecodeError> {
        if self.xml && self.at_nothing()? {
            self.skip()?;
            return Ok(None);
        }
        self.expect(Peek::Object, "an object")?;
        self.deeper()?;
        let first = self.jiter.known_object().map_err(|error| syntax(&error))?;
        if first.is_none() {
            self.depth -= 1;
        }
        Ok(first)
    }

    /// The name of the next member.
    ///
    /// # Errors
    ///
    /// When the text is not JSON.
    pub fn next_key(&mut self) -> Result<Option<&str>, DecodeError> {
        let next = self.jiter.next_key().map_err(|error| syntax(&error))?;
        if next.is_none() {
            self.depth -= 1;
        }
        Ok(next)
    }

    /// Passes over one value.
    ///
    /// # Errors
    ///
    /// When the text is not JSON.
    pub fn skip(&mut self) -> Result<(), DecodeError> {
        self.jiter.next_skip().map_err(|error| syntax(&error))
    }

    /// Passes over one value and gives its text.
    ///
    /// # Errors
    ///
    /// When the text is not JSON.
    pub fn raw(&mut self) -> Result<&'j [u8], DecodeError> {
        self.peek()?;
        let start = self.jiter.current_index();
        self.skip()?;
        Ok(self.jiter.slice_to_current(start))
    }

    /// What the next value is, by its first character.
    pub(super) fn peek(&mut self) -> Result<Peek, DecodeError> {
        self.jiter.peek().map_err(|error| syntax(&error))
    }

    /// The text that is not read yet, from the next value on.
    pub(super) fn ahead(&mut self) -> Result<&'j [u8], DecodeError> {
        self.peek()?;
        Ok(self.rest())
    }

    /// The text that is not read yet.
    pub(super) fn rest(&self) -> &'j [u8] {
        &self.data[self.jiter.current_index().min(self.data.len())..]
    }

    /// Checks that nothing follows.
    ///
    /// # Errors
    ///
    /// When something does.
    pub fn finish(&mut self) -> Result<(), DecodeError> {
        self.jiter.finish().map_err(|error| syntax(&error))
    }

    /// The error that something else stands here.
    #[must_use]
    pub fn unexpected(&self, expected: &'static str) -> DecodeError {
        DecodeError::new(expected, &excerpt(self.rest()))
    }

    fn expect(&mut self, wanted: Peek, name: &'static str) -> Result<(), DecodeError> {
        if self.peek()? == wanted {
            Ok(())
        } else {
            Err(self.unexpected(name))
        }
    }

    fn deeper(&mut self) -> Result<(), DecodeError> {
        if self.depth == MAX_DEPTH {
            return Err(self.unexpected("at most 128 levels of nesting"));
        }
        self.depth += 1;
        Ok(())
    }

    fn leave_unless(&mut self, more: bool) {
        if !more {
            self.depth -= 1;
        }
    }
}

/// The white space of XML, escaped as the form between has it.
const SPACES: [&str; 4] = [" ", "\\n", "\\r", "\\t"];

/// A text without the white space at its start.
fn unspaced(mut text: &[u8]) -> &[u8] {
    while let Some(rest) = SPACES
        .iter()
        .find_map(|space| text.strip_prefix(space.as_bytes()))
    {
        text = rest;
    }
    text
}

/// A text without the white space around it.
fn trimmed(text: &str) -> &str {
    let start = text.len() - unspaced(text.as_bytes()).len();
    let mut text = text.get(start..).unwrap_or_default();
    while let Some(rest) = SPACES.iter().find_map(|space| text.strip_suffix(space)) {
        text = rest;
    }
    text
}

fn syntax(error: &JiterError) -> DecodeError {
    DecodeError::new(
        NOT_JSON,
        &format!("{} at byte {}", error.error_type, error.index),
    )
}
