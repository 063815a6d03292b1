//! Bytes with a name and a media type: parts of forms, and bodies of any media type.

use super::decode_error::DecodeError;
use super::reader::Reader;
use super::rules::Rule;
use super::violations::Checker;
use super::wire::{Parts, Wire};
use super::writer::Writer;
use bytes::Bytes;
use std::fmt;

/// Bytes with a name and a media type.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct File {
    bytes: Bytes,
    name: Option<String>,
    media_type: Option<String>,
}

impl File {
    /// Bytes without a name, of the media type `application/octet-stream`.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self {
            bytes: bytes.into(),
            ..Self::default()
        }
    }

    /// The name that the server sees.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The media type, such as `image/png`.
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// What it holds.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Its media type, where one was given.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }
}

impl<T: Into<Bytes>> From<T> for File {
    fn from(bytes: T) -> Self {
        Self::new(bytes)
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File")
            .field("name", &self.name)
            .field("media_type", &self.media_type)
            .field("bytes", &self.bytes.len())
            .finish()
    }
}

/// In JSON, where files do not belong, it is its text.
impl Wire for File {
    fn blank() -> Self {
        Self::default()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = Self::new(reader.string()?.to_owned());
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.string(&String::from_utf8_lossy(&self.bytes));
    }

    fn check(&self, _: &Rule, _: &mut Checker) {}

    fn parts(&self) -> Parts<'_> {
        Parts::File(self)
    }
}
