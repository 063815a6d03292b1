//! A reply whose body comes bit by bit, asynchronously.

use super::client::failure;
use super::error::TransportError;
use super::secrets::Secrets;
use super::transfer::{PartFile, content_length, local, truncated};
use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, StatusCode};
use std::fmt;
use std::future::poll_fn;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncWrite, AsyncWriteExt};

/// A successful reply whose body comes bit by bit: by [`chunk`](Self::chunk), as a [`Stream`], or
/// into a file with [`save`](Self::save).
///
/// A body that ends too early is an error, never silently short.
pub struct Download {
    operation: &'static str,
    status: StatusCode,
    headers: HeaderMap,
    length: Option<u64>,
    received: u64,
    secrets: Secrets,
    body: Pin<Box<dyn Stream<Item = reqwest::Result<Bytes>> + Send>>,
}

impl Download {
    pub(super) fn new(
        operation: &'static str,
        response: reqwest::Response,
        secrets: Secrets,
    ) -> Self {
        let headers = response.headers().clone();
        Self {
            operation,
            status: response.status(),
            length: content_length(&headers),
            headers,
            received: 0,
            secrets,
            body: Box::pin(response.bytes_stream()),
        }
    }

    /// The id of the operation.
    pub(super) fn operation(&self) -> &'static str {
        self.operation
    }

    /// What the request brought and nobody must see.
    pub(super) fn secrets(&self) -> &Secrets {
        &self.secrets
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// How many bytes the body has, if the server says so.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        self.length
    }

    /// The next bytes; `None` at the end.
    ///
    /// # Errors
    ///
    /// When the network fails, or the body ends before it is complete.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, TransportError> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context))
            .await
            .transpose()
    }

    /// Writes the rest of the body; how many bytes.
    ///
    /// # Errors
    ///
    /// As [`chunk`](Self::chunk), and when the writer fails.
    pub async fn write_to<W>(&mut self, writer: &mut W) -> Result<u64, TransportError>
    where
        W: AsyncWrite + Unpin + ?Sized,
    {
        let operation = self.operation;
        let mut written = 0;
        while let Some(chunk) = self.chunk().await? {
            writer
                .write_all(&chunk)
                .await
                .map_err(|error| local(operation, error))?;
            written += u64::try_from(chunk.len()).unwrap_or(u64::MAX);
        }
        writer
            .flush()
            .await
            .map_err(|error| local(operation, error))?;
        Ok(written)
    }

    /// Saves the rest of the body as a file; how many bytes.
    ///
    /// It is written beside the file and renamed when it is complete: after a failure, the file is
    /// as it was before and nothing is left over.
    ///
    /// # Errors
    ///
    /// As [`write_to`](Self::write_to).
    pub async fn save(&mut self, path: impl AsRef<Path>) -> Result<u64, TransportError> {
        let path = path.as_ref();
        let operation = self.operation;
        let local = |error| local(operation, error);
        let part = PartFile::beside(path).map_err(local)?;
        let mut file = tokio::fs::File::create(part.path()).await.map_err(local)?;
        let written = self.write_to(&mut file).await?;
        file.sync_all().await.map_err(local)?;
        drop(file);
        part.complete(path).map_err(local)?;
        Ok(written)
    }
}

impl Stream for Download {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let item = match ready!(self.body.as_mut().poll_next(context)) {
            Some(Ok(chunk)) => {
                self.received += u64::try_from(chunk.len()).unwrap_or(u64::MAX);
                Some(Ok(chunk))
            }
            Some(Err(error)) => Some(Err(failure(self.operation, error))),
            None if self.length.is_some_and(|length| self.received < length) => {
                self.length = None;
                Some(Err(truncated(self.operation)))
            }
            None => None,
        };
        Poll::Ready(item)
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("operation", &self.operation)
            .field("status", &self.status)
            .field("content_length", &self.length)
            .field("received", &self.received)
            .finish_non_exhaustive()
    }
}
