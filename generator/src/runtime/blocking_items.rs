//! A reply that comes item by item, blocking.

use super::blocking_download::Download;
use super::decode_error::DecodeError;
use super::error::TransportError;
use super::frames::{Frames, FromFrame, ItemError};
use super::transfer::{too_large, truncated};
use http::{HeaderMap, StatusCode};
use std::fmt;
use std::io::Read;
use std::marker::PhantomData;

/// A successful reply that comes item by item, as an [`Iterator`].
pub struct Items<T> {
    download: Download,
    frames: Frames,
    max_item: u64,
    ended: bool,
    item: PhantomData<fn() -> T>,
}

impl<T: FromFrame> Items<T> {
    pub(super) fn new(download: Download, max_item: u64) -> Self {
        Self {
            frames: Frames::new(download.headers()),
            download,
            max_item,
            ended: false,
            item: PhantomData,
        }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.download.status()
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.download.headers()
    }

    /// Waits for more of the body.
    fn receive(&mut self) -> Result<(), ItemError> {
        let mut buffer = [0; 16 * 1024];
        match self.download.read(&mut buffer) {
            Ok(0) => self.ended = true,
            Ok(length) => self.frames.push(&buffer[..length]),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return Err(self.broken(truncated(self.download.operation()))),
        }
        too_large(&self.frames, self.max_item, self.download.operation())
            .map_err(|error| self.broken(error))
    }

    /// Ends the stream. What came in of the next item is no item.
    fn broken(&mut self, error: TransportError) -> ItemError {
        self.ended = true;
        self.frames = Frames::new(&HeaderMap::new());
        ItemError::Transport(error)
    }
}

impl<T: FromFrame> Iterator for Items<T> {
    type Item = Result<T, ItemError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(frame) = self.frames.next_frame(self.ended) {
                let item = T::from_frame(frame);
                let shown =
                    |error: DecodeError| ItemError::Decode(error.redacted(self.download.secrets()));
                return Some(item.map_err(shown));
            }
            if self.ended || self.frames.is_done() {
                return None;
            }
            if let Err(error) = self.receive() {
                return Some(Err(error));
            }
        }
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("download", &self.download)
            .finish_non_exhaustive()
    }
}
