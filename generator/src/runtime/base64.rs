//! Bytes in text (`format: byte`): base64, RFC 4648, section 4.

use super::decode_error::DecodeError;
use super::reader::Reader;
use super::rules::Rule;
use super::text::shortened;
use super::violations::Checker;
use super::wire::Wire;
use super::writer::Writer;
use std::fmt;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes that stand in JSON as base64. What was read is kept as it is.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64 {
    text: String,
}

impl Base64 {
    /// Writes bytes as base64.
    #[must_use]
    pub fn encode(bytes: impl AsRef<[u8]>) -> Self {
        Self {
            text: encode(bytes.as_ref()),
        }
    }

    /// Takes text that is base64 already.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }

    /// The base64 text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes. Padding may be missing, and the alphabet for URLs and white space are taken too.
    ///
    /// # Errors
    ///
    /// When the text is not base64.
    pub fn decode(&self) -> Result<Vec<u8>, DecodeError> {
        decode(&self.text).ok_or_else(|| DecodeError::new("base64", &self.text))
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self::encode(bytes)
    }
}

impl From<&[u8]> for Base64 {
    fn from(bytes: &[u8]) -> Self {
        Self::encode(bytes)
    }
}

impl fmt::Debug for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Base64({})", shortened(&self.text))
    }
}

impl Wire for Base64 {
    fn blank() -> Self {
        Self::default()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.string()?.clone_into(&mut self.text);
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.string(&self.text);
    }

    fn check(&self, rule: &Rule, checker: &mut Checker) {
        rule.check_text(&self.text, checker);
        if decode(&self.text).is_none() {
            checker.reject("format: byte".to_owned(), &format!("{:?}", self.text));
        }
    }
}

/// Bytes as base64 text.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, index| {
            bits << 8 | usize::from(chunk.get(index).copied().unwrap_or(0))
        });
        for index in 0..4 {
            let letter = ALPHABET[bits >> (18 - 6 * index) & 63];
            text.push(if index <= chunk.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    text
}

fn decode(text: &str) -> Option<Vec<u8>> {
    let letters = text.trim_end_matches(|c: char| c == '=' || c.is_ascii_whitespace());
    let mut bytes = Vec::with_capacity(letters.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for letter in letters.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        let letter = match letter {
            b'-' => b'+',
            b'_' => b'/',
            other => other,
        };
        let value = ALPHABET.iter().position(|known| *known == letter)?;
        bits = bits << 6 | u32::try_from(value).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).ok()?);
        }
    }
    // A single letter left over is no byte.
    (count < 6).then_some(bytes)
}
