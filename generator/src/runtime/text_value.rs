//! Values from plain text: bodies of `text/plain`, and headers.

use super::decode_error::DecodeError;
use super::reader::Reader;
use super::wire::Wire;
use super::writer::Writer;

/// Reads a value from text: a string is the text itself, numbers and booleans are what it spells.
pub(super) fn read_text(value: &mut dyn Wire, text: &str) -> Result<(), DecodeError> {
    let whole = read_words(value, &Writer::text(&text.to_owned()));
    // White space around a number does not count.
    match (whole, text.trim()) {
        (Err(_), trimmed) if trimmed != text => {
            read_words(value, &Writer::text(&trimmed.to_owned()))
        }
        (whole, _) => whole,
    }
}

/// Reads a value from JSON that is made of words.
pub(super) fn read_words(value: &mut dyn Wire, text: &str) -> Result<(), DecodeError> {
    let mut reader = Reader::of_words(text.as_bytes());
    value.read(&mut reader)?;
    reader.finish()
}
