//! Where the bytes of a file come from: memory, a path, or a reader.

use bytes::Bytes;
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// Where the bytes of a file come from.
#[derive(Clone)]
pub(super) enum Source {
    Held(Bytes),
    /// Opened each time it is sent.
    Path(PathBuf),
    Reader(Arc<OneTimeReader>),
}

/// A reader that can be sent once.
pub(super) struct OneTimeReader {
    reader: Mutex<Option<Box<dyn Read + Send>>>,
    length: Option<u64>,
}

/// A source that is open, and how many bytes it has, where that is known.
pub(super) type Opened = (Box<dyn Read + Send>, Option<u64>);

impl Source {
    pub(super) fn reader(reader: impl Read + Send + 'static, length: Option<u64>) -> Self {
        Self::Reader(Arc::new(OneTimeReader {
            reader: Mutex::new(Some(Box::new(reader))),
            length,
        }))
    }

    /// Opens it.
    pub(super) fn open(&self) -> io::Result<Opened> {
        match self {
            Self::Held(bytes) => {
                let length = u64::try_from(bytes.len()).ok();
                Ok((Box::new(io::Cursor::new(bytes.clone())), length))
            }
            Self::Path(path) => {
                let file = fs::File::open(path)?;
                let found = file.metadata()?;
                if found.is_dir() {
                    return Err(io::Error::other("it is a folder"));
                }
                // What is no file, such as a pipe, has no length.
                let length = found.is_file().then_some(found.len());
                Ok((Box::new(file), length))
            }
            Self::Reader(once) => {
                let mut reader = once.reader.lock().unwrap_or_else(PoisonError::into_inner);
                let reader = reader.take().ok_or_else(|| {
                    io::Error::other("it was sent before, and a reader can be read only once")
                })?;
                Ok((reader, once.length))
            }
        }
    }
}

impl Default for Source {
    fn default() -> Self {
        Self::Held(Bytes::new())
    }
}

/// Readers are equal when they are the same.
impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Held(one), Self::Held(other)) => one == other,
            (Self::Path(one), Self::Path(other)) => one == other,
            (Self::Reader(one), Self::Reader(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

impl Eq for Source {}

/// What it is, without its bytes.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Held(bytes) => write!(f, "{} bytes", bytes.len()),
            Self::Path(path) => path.display().fmt(f),
            Self::Reader(_) => f.write_str("a reader"),
        }
    }
}
