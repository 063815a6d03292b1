//! Values from plain text: bodies of `text/plain`, and headers.

use super::decode_error::DecodeError;
use super::reader::Reader;
use super::wire::Wire;
use super::writer::Writer;

/// Reads a value from text: a string is the text itself, numbers and booleans are what it spells.
pub(super) fn read_text(value: &mut dyn Wire, text: &str) -> Result<(), DecodeError> {
    let quoted = Writer::text(&text.to_owned());
    let as_string = value.read(&mut Reader::new(quoted.as_bytes()));
    let literal = text.trim();
    // `1` may be a number, but `[1]` is no list of `text/plain`.
    if as_string.is_ok() || literal.starts_with(['[', '{', '"']) {
        return as_string;
    }
    let mut reader = Reader::new(literal.as_bytes());
    value.read(&mut reader)?;
    reader.finish()
}
