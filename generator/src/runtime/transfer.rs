//! What both transports need while a body comes in.

use super::base_url::BaseUrl;
use super::endpoint::Endpoint;
use super::error::{RequestError, TransportError, TransportKind};
use super::frames::Frames;
use super::settings::Settings;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use http::{HeaderMap, Method, Request, StatusCode};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// How much of an error reply's body is kept.
const MAX_ERROR_BODY: usize = 1024 * 1024;

impl Settings {
    /// The base URL for an operation.
    pub(super) fn base(&self, endpoint: &Endpoint) -> Result<BaseUrl, RequestError> {
        self.server(endpoint).map_err(|error| RequestError {
            operation: endpoint.operation,
            reason: error.to_string(),
        })
    }
}

/// Whether a request says how long its body is, even if it is empty (RFC 9110, section 8.6).
pub(super) fn is_enclosing(head: &Request<()>) -> bool {
    matches!(*head.method(), Method::POST | Method::PUT | Method::PATCH)
        || head.headers().contains_key(CONTENT_TYPE)
}

/// How much of a body is read.
pub(super) struct BodyLimit {
    operation: &'static str,
    bytes: usize,
    cut: bool,
}

/// How much of a chunk is taken.
pub(super) enum Limit {
    All,
    Part(usize),
}

/// The limit for a reply of this status: error replies are cut, others are refused.
pub(super) fn limit(settings: &Settings, operation: &'static str, status: StatusCode) -> BodyLimit {
    let max = usize::try_from(settings.max_reply).unwrap_or(usize::MAX);
    if status.is_success() {
        BodyLimit {
            operation,
            bytes: max,
            cut: false,
        }
    } else {
        BodyLimit {
            operation,
            bytes: max.min(MAX_ERROR_BODY),
            cut: true,
        }
    }
}

/// The limit for the reply of a token endpoint, which is small whatever the settings say.
pub(super) fn token_limit() -> BodyLimit {
    BodyLimit {
        operation: "",
        bytes: MAX_ERROR_BODY,
        cut: false,
    }
}

impl BodyLimit {
    /// What to do with a chunk after `length` bytes.
    pub(super) fn take(&self, length: usize, chunk: &[u8]) -> Result<Limit, TransportError> {
        match self.bytes.saturating_sub(length) {
            left if chunk.len() <= left => Ok(Limit::All),
            left if self.cut => Ok(Limit::Part(left)),
            _ => Err(TransportError::new(
                self.operation,
                TransportKind::TooLarge,
                None,
            )),
        }
    }
}

/// The header `Content-Length`, where it is the number of bytes that a caller gets: chunks count
/// for themselves (RFC 9112, section 6.3), and a transport may undo an encoding.
pub(super) fn content_length(headers: &HeaderMap) -> Option<u64> {
    if headers.contains_key(TRANSFER_ENCODING) || headers.contains_key(CONTENT_ENCODING) {
        return None;
    }
    headers
        .get(CONTENT_LENGTH)?
        .to_str()
        .ok()?
        .trim()
        .parse()
        .ok()
}

/// A body that ended before it was complete.
pub(super) fn truncated(operation: &'static str) -> TransportError {
    TransportError::new(operation, TransportKind::Truncated, None)
}

/// Refuses an item that is larger than a reply may be.
pub(super) fn too_large(
    frames: &Frames,
    max: u64,
    operation: &'static str,
) -> Result<(), TransportError> {
    if u64::try_from(frames.waiting()).unwrap_or(u64::MAX) <= max {
        return Ok(());
    }
    Err(TransportError::new(
        operation,
        TransportKind::TooLarge,
        None,
    ))
}

/// A request without its body.
pub(super) fn head<B>(request: &Request<B>) -> Request<()> {
    let mut head = Request::new(());
    head.method_mut().clone_from(request.method());
    head.uri_mut().clone_from(request.uri());
    head.headers_mut().clone_from(request.headers());
    head
}

/// A body that cannot be opened when the request is sent for the first time.
pub(super) fn unreadable(operation: &'static str, error: &io::Error) -> RequestError {
    RequestError {
        operation,
        reason: format!("the body cannot be sent: {error}"),
    }
}

/// A failure on this machine while a request is sent.
pub(super) fn upload(operation: &'static str, error: io::Error) -> TransportError {
    TransportError::new(operation, TransportKind::Upload, Some(Box::new(error)))
}

/// A failure on this machine while a download is saved.
pub(super) fn local(operation: &'static str, error: io::Error) -> TransportError {
    TransportError::new(operation, TransportKind::Local, Some(Box::new(error)))
}

/// A file beside the wanted one, which is removed unless it is completed.
pub(super) struct PartFile {
    part: PathBuf,
    done: bool,
}

impl PartFile {
    /// A name that no other download uses.
    pub(super) fn beside(path: &Path) -> io::Result<Self> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let name = path.file_name().ok_or_else(|| {
            io::Error::new(io::ErrorKind::InvalidInput, "the path does not name a file")
        })?;
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let mut part = std::ffi::OsString::from(".");
        part.push(name);
        part.push(format!(".{}-{count}.part", std::process::id()));
        Ok(Self {
            part: path.with_file_name(part),
            done: false,
        })
    }

    /// Where to write.
    pub(super) fn path(&self) -> &Path {
        &self.part
    }

    /// Puts the complete file in its place.
    pub(super) fn complete(mut self, path: &Path) -> io::Result<()> {
        std::fs::rename(&self.part, path)?;
        self.done = true;
        Ok(())
    }
}

impl Drop for PartFile {
    fn drop(&mut self) {
        if !self.done {
            let _ = std::fs::remove_file(&self.part);
        }
    }
}
