//! Text that must not be shown.

use super::decode_error::DecodeError;
use super::reader::Reader;
use super::rules::Rule;
use super::violations::Checker;
use super::wire::Wire;
use super::writer::Writer;
use std::fmt;

/// A token, password or key. `Debug` does not show it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret {
    text: String,
}

impl Secret {
    /// Takes the text.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }

    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl Wire for Secret {
    fn blank() -> Self {
        Self::default()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let text = reader.string().map_err(DecodeError::hidden)?;
        text.clone_into(&mut self.text);
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.secret(&self.text);
    }

    fn check(&self, rule: &Rule, checker: &mut Checker) {
        rule.check_secret(&self.text, checker);
    }
}
