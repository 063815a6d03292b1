//! Bytes with a name and a media type: parts of forms, and bodies of any media type.

use super::decode_error::DecodeError;
use super::reader::Reader;
use super::rules::Rule;
use super::source::Source;
use super::violations::Checker;
use super::wire::{Parts, Wire};
use super::writer::Writer;
use bytes::Bytes;
use std::fmt;
use std::io::Read;
use std::path::PathBuf;

/// Bytes with a name and a media type: held in memory, or read while they are sent.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct File {
    source: Source,
    name: Option<String>,
    media_type: Option<String>,
    headers: Vec<(String, String)>,
}

impl File {
    /// Bytes without a name, of the media type `application/octet-stream`.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self::of(Source::Held(bytes.into()))
    }

    /// A file of this machine, with its name; it is opened each time it is sent, and read bit by
    /// bit.
    pub fn from_path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        Self {
            name,
            ..Self::of(Source::Path(path))
        }
    }

    /// What a reader gives, and how many bytes that is, if known; it is read bit by bit, and can
    /// be sent only once.
    ///
    /// The asynchronous client reads in a thread that may block: an asynchronous reader becomes one
    /// with `tokio_util::io::SyncIoBridge`. A request of unknown length is sent in chunks, which
    /// not all servers take.
    pub fn from_reader(
        reader: impl Read + Send + 'static,
        length: impl Into<Option<u64>>,
    ) -> Self {
        Self::of(Source::reader(reader, length.into()))
    }

    fn of(source: Source) -> Self {
        Self {
            source,
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

    /// A header of the part that the file is in a form, in place of one of this name.
    ///
    /// What the description says about it is checked with the request. `Content-Type` and
    /// `Content-Disposition` are made from [`media_type`](Self::media_type) and
    /// [`named`](Self::named).
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl fmt::Display) -> Self {
        let name = name.into();
        self.headers
            .retain(|(other, _)| !other.eq_ignore_ascii_case(&name));
        self.headers.push((name, value.to_string()));
        self
    }

    /// What it holds; `None` where it is read while it is sent.
    #[must_use]
    pub fn bytes(&self) -> Option<&Bytes> {
        match &self.source {
            Source::Held(bytes) => Some(bytes),
            Source::Path(_) | Source::Reader(_) => None,
        }
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

    /// The headers that were given, with their values.
    #[must_use]
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    pub(super) fn source(&self) -> &Source {
        &self.source
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
            .field("headers", &self.headers)
            .field("source", &format_args!("{}", self.source))
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
        match self.bytes().map(|bytes| std::str::from_utf8(bytes)) {
            Some(Ok(text)) => writer.string(text),
            Some(Err(_)) => writer.refuse("a file stands there that is no text"),
            None => writer.refuse("a file stands there that is read while it is sent"),
        }
    }

    fn check(&self, _: &Rule, _: &mut Checker) {}

    fn parts(&self) -> Parts<'_> {
        Parts::File(self)
    }
}
