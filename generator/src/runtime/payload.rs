//! What a request carries: bytes, and files and readers that are read while it is sent.

use super::source::{Opened, Source};
use bytes::{Bytes, BytesMut};
use std::collections::VecDeque;
use std::fmt;
use std::io::{self, Read};

/// What a request carries: bytes, and files and readers that are read while it is sent.
///
/// A transport of your own takes [`held`](Self::held) where there is nothing to read, and sends
/// what [`open`](Self::open) gives otherwise.
#[derive(Clone, Default)]
pub struct Payload {
    segments: Vec<Segment>,
}

#[derive(Clone)]
enum Segment {
    Held(Bytes),
    /// What is read, and the place of the value that it stands for.
    Read(Source, String),
}

/// Reads a [`Payload`] from beginning to end.
pub struct PayloadReader {
    segments: VecDeque<OpenSegment>,
    length: Option<u64>,
}

struct OpenSegment {
    reader: Box<dyn Read + Send>,
    /// How many bytes are still to come, where that is known.
    left: Option<u64>,
    /// What is read, for errors.
    what: String,
}

impl Payload {
    /// The bytes, where all of them are held in memory.
    #[must_use]
    pub fn held(&self) -> Option<Bytes> {
        let held = self.segments.iter().map(|segment| match segment {
            Segment::Held(bytes) => Some(bytes),
            Segment::Read(..) => None,
        });
        let held: Vec<&Bytes> = held.collect::<Option<_>>()?;
        if let [only] = held.as_slice() {
            return Some((*only).clone());
        }
        let length = held.iter().map(|bytes| bytes.len()).sum();
        let mut whole = BytesMut::with_capacity(length);
        for bytes in held {
            whole.extend_from_slice(bytes);
        }
        Some(whole.freeze())
    }

    /// Opens all files and takes all readers.
    ///
    /// # Errors
    ///
    /// When a file cannot be opened, or a reader was taken before; the error says which.
    pub fn open(&self) -> io::Result<PayloadReader> {
        let mut segments = VecDeque::new();
        let mut length = Some(0_u64);
        for segment in &self.segments {
            let (source, what) = match segment {
                Segment::Held(bytes) => (&Source::Held(bytes.clone()), String::new()),
                Segment::Read(source, place) => (source, format!("{place} ({source})")),
            };
            let (reader, left): Opened = source.open().map_err(|error| at(&what, &error))?;
            length = length
                .zip(left)
                .and_then(|(length, left)| length.checked_add(left));
            segments.push_back(OpenSegment { reader, left, what });
        }
        Ok(PayloadReader { segments, length })
    }

    pub(super) fn push(&mut self, bytes: impl Into<Bytes>) {
        self.segments.push(Segment::Held(bytes.into()));
    }

    /// Adds what stands at a place of the request.
    pub(super) fn push_source(&mut self, source: &Source, place: impl FnOnce() -> String) {
        match source {
            Source::Held(bytes) => self.push(bytes.clone()),
            _ => self.segments.push(Segment::Read(source.clone(), place())),
        }
    }
}

/// A payload that can be sent.
#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub(super) enum Ready {
    Held(Bytes),
    Read(PayloadReader),
}

#[cfg(feature = "ureq")]
impl Payload {
    /// Opens what is not held.
    pub(super) fn ready(&self) -> io::Result<Ready> {
        match self.held() {
            Some(bytes) => Ok(Ready::Held(bytes)),
            None => self.open().map(Ready::Read),
        }
    }
}

impl From<Bytes> for Payload {
    fn from(bytes: Bytes) -> Self {
        Self {
            segments: vec![Segment::Held(bytes)],
        }
    }
}

/// How much is held, and what is read.
impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let segments = self.segments.iter().map(|segment| match segment {
            Segment::Held(bytes) => format!("{bytes:?}"),
            Segment::Read(source, place) => format!("{place} ({source})"),
        });
        f.debug_list().entries(segments).finish()
    }
}

impl PayloadReader {
    /// How many bytes there are from the beginning to the end, where that is known.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.length
    }
}

impl Read for PayloadReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        while let Some(segment) = self.segments.front_mut() {
            match segment.read(buffer)? {
                0 => self.segments.pop_front(),
                length => return Ok(length),
            };
        }
        Ok(0)
    }
}

impl OpenSegment {
    /// Reads as many bytes as were announced, and no more.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let room = u64::try_from(buffer.len()).unwrap_or(u64::MAX);
        let room = room.min(self.left.unwrap_or(u64::MAX));
        let buffer = &mut buffer[..usize::try_from(room).unwrap_or(usize::MAX)];
        if buffer.is_empty() {
            return Ok(0);
        }
        let length = loop {
            match self.reader.read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read.map_err(|error| at(&self.what, &error))?,
            }
        };
        if let Some(left) = &mut self.left {
            if length == 0 {
                let kind = io::ErrorKind::UnexpectedEof;
                let short = io::Error::new(kind, format!("it ends {left} bytes too early"));
                return Err(at(&self.what, &short));
            }
            *left = left.saturating_sub(u64::try_from(length).unwrap_or(u64::MAX));
        }
        Ok(length)
    }
}

impl fmt::Debug for PayloadReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PayloadReader")
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}

/// An error with what it is about.
fn at(what: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{what}: {error}"))
}
