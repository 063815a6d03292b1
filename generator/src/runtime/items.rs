//! A reply that comes item by item, asynchronously.

use super::decode_error::DecodeError;
use super::download::Download;
use super::error::TransportError;
use super::frames::{Frames, FromFrame, ItemError};
use super::transfer::too_large;
use futures_core::Stream;
use http::{HeaderMap, StatusCode};
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// A successful reply that comes item by item: by [`next`](Self::next), or as a [`Stream`].
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

    /// Ends the stream. What came in of the next item is no item.
    fn broken(&mut self, error: TransportError) -> ItemError {
        self.ended = true;
        self.frames = Frames::new(&HeaderMap::new());
        ItemError::Transport(error)
    }

    /// The next item; `None` at the end.
    ///
    /// # Errors
    ///
    /// When the network fails, or an item does not have the documented form; the next item can
    /// still be read then.
    pub async fn next(&mut self) -> Result<Option<T>, ItemError> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context))
            .await
            .transpose()
    }
}

impl<T: FromFrame> Stream for Items<T> {
    type Item = Result<T, ItemError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let ended = self.ended;
            if let Some(frame) = self.frames.next_frame(ended) {
                let item = T::from_frame(frame);
                let shown =
                    |error: DecodeError| ItemError::Decode(error.redacted(self.download.secrets()));
                return Poll::Ready(Some(item.map_err(shown)));
            }
            if ended || self.frames.is_done() {
                return Poll::Ready(None);
            }
            let this = &mut *self;
            match ready!(Pin::new(&mut this.download).poll_next(context)) {
                Some(Ok(chunk)) => this.frames.push(&chunk),
                Some(Err(error)) => return Poll::Ready(Some(Err(this.broken(error)))),
                None => this.ended = true,
            }
            if let Err(error) = too_large(&this.frames, this.max_item, this.download.operation()) {
                return Poll::Ready(Some(Err(this.broken(error))));
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
