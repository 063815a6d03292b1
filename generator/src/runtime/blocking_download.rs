//! A reply whose body comes bit by bit, blocking.

use super::blocking::body_failure;
use super::error::TransportError;
use super::secrets::Secrets;
use super::transfer::{PartFile, content_length, local, truncated};
use http::{HeaderMap, Response, StatusCode};
use std::fmt;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

/// A successful reply whose body comes bit by bit: as a [`Read`], or into a file with
/// [`save`](Self::save).
///
/// A body that ends too early is an error, never silently short.
pub struct Download {
    operation: &'static str,
    status: StatusCode,
    headers: HeaderMap,
    length: Option<u64>,
    received: u64,
    secrets: Secrets,
    body: ureq::BodyReader<'static>,
}

impl Download {
    pub(super) fn new(
        operation: &'static str,
        response: Response<ureq::Body>,
        secrets: Secrets,
    ) -> Self {
        let (parts, body) = response.into_parts();
        Self {
            operation,
            status: parts.status,
            length: content_length(&parts.headers),
            headers: parts.headers,
            received: 0,
            secrets,
            body: body.into_reader(),
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

    /// Writes the rest of the body; how many bytes.
    ///
    /// # Errors
    ///
    /// When the network fails, the body ends before it is complete, or the writer fails.
    pub fn write_to<W: Write + ?Sized>(&mut self, writer: &mut W) -> Result<u64, TransportError> {
        let mut buffer = vec![0; 64 * 1024];
        let mut written = 0;
        loop {
            let length = self.take(&mut buffer)?;
            if length == 0 {
                break;
            }
            let chunk = &buffer[..length];
            writer
                .write_all(chunk)
                .map_err(|error| local(self.operation, error))?;
            written += u64::try_from(length).unwrap_or(u64::MAX);
        }
        writer
            .flush()
            .map_err(|error| local(self.operation, error))?;
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
    pub fn save(&mut self, path: impl AsRef<Path>) -> Result<u64, TransportError> {
        let path = path.as_ref();
        let operation = self.operation;
        let local = |error| local(operation, error);
        let part = PartFile::beside(path).map_err(local)?;
        let mut file = File::create(part.path()).map_err(local)?;
        let written = self.write_to(&mut file)?;
        file.sync_all().map_err(local)?;
        drop(file);
        part.complete(path).map_err(local)?;
        Ok(written)
    }

    /// Reads some bytes; none at the end of a complete body.
    fn take(&mut self, buffer: &mut [u8]) -> Result<usize, TransportError> {
        let length = loop {
            match self.body.read(buffer) {
                Ok(length) => break length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(body_failure(self.operation, error)),
            }
        };
        self.received += u64::try_from(length).unwrap_or(u64::MAX);
        if length == 0
            && !buffer.is_empty()
            && self.length.is_some_and(|wanted| self.received < wanted)
        {
            return Err(truncated(self.operation));
        }
        Ok(length)
    }
}

impl Read for Download {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.take(buffer).map_err(io::Error::other)
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
