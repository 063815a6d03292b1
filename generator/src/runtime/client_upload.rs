//! What the asynchronous client sends while it is read, and how long a server may be silent.

use super::client::failure;
use super::error::TransportError;
use super::payload::PayloadReader;
use super::transfer::upload;
use bytes::Bytes;
use futures_core::Stream;
use http::Response;
use std::io::{self, Read};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::{Sleep, sleep, timeout};

/// How many bytes are read at once.
const PIECE: usize = 64 * 1024;

/// What is seen of a body while it is sent.
#[derive(Default)]
pub(super) struct Watch {
    /// How many pieces were taken.
    pieces: AtomicU64,
    /// Whether the next piece is being read, so that it is not the server that is silent.
    reading: AtomicBool,
    failure: Mutex<Option<io::Error>>,
}

impl Watch {
    /// What came of a request: a failure of the reader comes before that of the network which it
    /// leads to.
    pub(super) fn outcome(
        &self,
        operation: &'static str,
        response: reqwest::Result<reqwest::Response>,
    ) -> Result<reqwest::Response, TransportError> {
        let mut found = self.failure.lock().unwrap_or_else(PoisonError::into_inner);
        match found.take() {
            Some(error) => Err(upload(operation, error)),
            None => response.map_err(|error| failure(operation, error)),
        }
    }

    fn fail(&self, error: io::Error) -> io::Error {
        let kind = error.kind();
        *self.failure.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
        kind.into()
    }
}

/// Waits for a response as long as the server takes in what is sent; `None` when it is silent.
pub(super) async fn send_in_time(
    response: impl Future<Output = reqwest::Result<reqwest::Response>>,
    silence: Duration,
    watch: &Watch,
) -> Option<reqwest::Result<reqwest::Response>> {
    let mut response = std::pin::pin!(response);
    let mut seen = 0;
    loop {
        if let Ok(response) = timeout(silence, response.as_mut()).await {
            return Some(response);
        }
        let pieces = watch.pieces.load(Ordering::Relaxed);
        if pieces == seen && !watch.reading.load(Ordering::Relaxed) {
            return None;
        }
        seen = pieces;
    }
}

/// The same response, whose body fails when the server is silent for too long.
pub(super) fn in_time(response: reqwest::Response, silence: Duration) -> reqwest::Response {
    let mut head = Response::new(());
    *head.status_mut() = response.status();
    *head.version_mut() = response.version();
    head.headers_mut().clone_from(response.headers());
    let body = InTime {
        body: Box::pin(response.bytes_stream()),
        silence,
        waiting: None,
    };
    head.map(|()| reqwest::Body::wrap_stream(body)).into()
}

/// A body that fails when nothing comes for too long.
struct InTime {
    body: Pin<Box<dyn Stream<Item = reqwest::Result<Bytes>> + Send>>,
    silence: Duration,
    waiting: Option<Pin<Box<Sleep>>>,
}

impl Stream for InTime {
    type Item = Result<Bytes, Box<dyn std::error::Error + Send + Sync>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if let Poll::Ready(item) = this.body.as_mut().poll_next(context) {
            this.waiting = None;
            return Poll::Ready(item.map(|item| item.map_err(Into::into)));
        }
        let silence = this.silence;
        let waiting = this.waiting.get_or_insert_with(|| Box::pin(sleep(silence)));
        ready!(waiting.as_mut().poll(context));
        let error = io::Error::from(io::ErrorKind::TimedOut);
        Poll::Ready(Some(Err(error.into())))
    }
}

/// A body that is read in threads that may block.
pub(super) struct Upload {
    state: State,
    watch: Arc<Watch>,
}

enum State {
    Reading(JoinHandle<(PayloadReader, io::Result<Bytes>)>),
    Waiting(PayloadReader),
    Done,
}

impl Upload {
    pub(super) fn new(reader: PayloadReader, watch: Arc<Watch>) -> Self {
        Self {
            state: State::Waiting(reader),
            watch,
        }
    }
}

impl Stream for Upload {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let mut reading = match std::mem::replace(&mut this.state, State::Done) {
            State::Done => return Poll::Ready(None),
            State::Reading(reading) => reading,
            State::Waiting(reader) => {
                this.watch.reading.store(true, Ordering::Relaxed);
                spawn_blocking(move || next_piece(reader))
            }
        };
        let Poll::Ready(read) = Pin::new(&mut reading).poll(context) else {
            this.state = State::Reading(reading);
            return Poll::Pending;
        };
        this.watch.pieces.fetch_add(1, Ordering::Relaxed);
        this.watch.reading.store(false, Ordering::Relaxed);
        let piece = match read {
            Ok((_, Ok(piece))) if piece.is_empty() => None,
            Ok((reader, Ok(piece))) => {
                this.state = State::Waiting(reader);
                Some(Ok(piece))
            }
            Ok((_, Err(error))) => Some(Err(this.watch.fail(error))),
            Err(error) => Some(Err(this.watch.fail(io::Error::other(error)))),
        };
        Poll::Ready(piece)
    }
}

fn next_piece(mut reader: PayloadReader) -> (PayloadReader, io::Result<Bytes>) {
    let mut piece = vec![0; PIECE];
    let read = reader.read(&mut piece).map(|length| {
        piece.truncate(length);
        Bytes::from(piece)
    });
    (reader, read)
}
