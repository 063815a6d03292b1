//! Replies that come item by item: server-sent events (HTML, section 9.2) and lines of JSON.

use super::decode_error::DecodeError;
use super::error::TransportError;
use super::operation::Operation;
use super::reply::Reply;
use super::text_value::read_text;
use super::wire::{Json, Wire};
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use std::fmt;
use std::time::Duration;

/// An operation whose successful reply can come item by item.
pub trait Streams: Operation {
    /// One item: an [`Event`] or the type of a line.
    type Item: FromFrame;

    /// The media type to ask for.
    const MEDIA_TYPE: &'static str;
}

/// One frame of a stream, before its data is understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Frame {
    /// The name of the event; none for a line.
    pub event: Option<String>,
    /// The last id that the server gave.
    pub id: Option<String>,
    /// How long to wait before connecting again, if the server says so.
    pub retry: Option<Duration>,
    /// The data.
    pub data: String,
}

/// A server-sent event.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<T> {
    /// Its name.
    pub event: Option<String>,
    /// The last id that the server gave.
    pub id: Option<String>,
    /// How long to wait before connecting again, if the server says so.
    pub retry: Option<Duration>,
    /// Its data.
    pub data: T,
}

/// What a frame can be read as.
pub trait FromFrame: Sized {
    /// Reads a frame.
    ///
    /// # Errors
    ///
    /// When the data does not have the form of the type.
    fn from_frame(frame: Frame) -> Result<Self, DecodeError>;
}

impl<T: Wire> FromFrame for T {
    fn from_frame(frame: Frame) -> Result<Self, DecodeError> {
        T::from_json(&frame.data).or_else(|error| {
            let mut value = T::blank();
            read_text(&mut value, &frame.data).map_err(|_| error)?;
            Ok(value)
        })
    }
}

impl<T: Wire> FromFrame for Event<T> {
    fn from_frame(mut frame: Frame) -> Result<Self, DecodeError> {
        let (event, id, retry) = (frame.event.take(), frame.id.take(), frame.retry);
        let data = T::from_frame(frame)?;
        Ok(Self {
            event,
            id,
            retry,
            data,
        })
    }
}

impl Reply {
    /// The items of a body that came as a whole: server-sent events where its `Content-Type` says
    /// so, lines of JSON otherwise.
    ///
    /// # Errors
    ///
    /// When one of them does not have the form of the type.
    pub fn items<T: FromFrame>(&self) -> Result<Vec<T>, DecodeError> {
        let mut frames = Frames::new(&self.headers);
        frames.push(&self.body);
        let all = std::iter::from_fn(|| frames.next_frame(true));
        let items = all.enumerate().map(|(index, frame)| {
            T::from_frame(frame).map_err(|error| error.below(&index.to_string()))
        });
        items.collect()
    }
}

/// Why an item is not there.
#[derive(Debug)]
#[non_exhaustive]
pub enum ItemError {
    /// The network failed; nothing follows.
    Transport(TransportError),
    /// The item does not have the documented form; more may follow.
    Decode(DecodeError),
}

impl fmt::Display for ItemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transport(error) => error.fmt(f),
            Self::Decode(error) => write!(f, "an item cannot be read: {error}"),
        }
    }
}

impl std::error::Error for ItemError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Transport(error) => error.source(),
            Self::Decode(error) => Some(error),
        }
    }
}

/// Takes a body apart while it comes in.
#[derive(Debug)]
pub struct Frames {
    events: bool,
    buffer: Vec<u8>,
    /// How much of the buffer has been looked through for the end of a line.
    scanned: usize,
    started: bool,
    done: bool,
    frame: Frame,
    /// The data of the present event, when it has any.
    data: Option<String>,
}

impl Frames {
    /// For a reply with these headers: events where they say so, lines otherwise.
    #[must_use]
    pub fn new(headers: &HeaderMap) -> Self {
        let media_type = headers
            .get(CONTENT_TYPE)
            .and_then(|name| name.to_str().ok());
        let events = media_type.is_some_and(|name| {
            let name = name.trim_start().to_ascii_lowercase();
            name.starts_with("text/event-stream")
        });
        Self {
            events,
            buffer: Vec::new(),
            scanned: 0,
            started: false,
            done: false,
            frame: Frame::default(),
            data: None,
        }
    }

    /// Adds what came in.
    pub fn push(&mut self, chunk: &[u8]) {
        self.buffer.extend_from_slice(chunk);
    }

    /// How many bytes wait for the rest of their frame.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.buffer.len() + self.data.as_ref().map_or(0, String::len)
    }

    /// Whether the server said that nothing follows: the event `[DONE]`.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// The next whole frame; `end` says that nothing more will come in.
    pub fn next_frame(&mut self, end: bool) -> Option<Frame> {
        while !self.done {
            let line = self.line(end)?;
            let frame = if self.events {
                self.field(&line)
            } else {
                let data = line.trim_start_matches('\u{1e}').trim();
                (!data.is_empty()).then(|| Frame {
                    data: data.to_owned(),
                    ..Frame::default()
                })
            };
            if frame.is_some() {
                return frame;
            }
        }
        None
    }

    /// The next whole line, without its end.
    fn line(&mut self, end: bool) -> Option<String> {
        if !self.started {
            if self.buffer.len() < 3 && !end {
                return None;
            }
            self.started = true;
            if self.buffer.starts_with(b"\xef\xbb\xbf") {
                self.buffer.drain(..3);
            }
        }
        let is_end = |byte: &u8| *byte == b'\n' || (self.events && *byte == b'\r');
        let found = self.buffer[self.scanned..].iter().position(is_end);
        let Some(index) = found.map(|index| index + self.scanned) else {
            self.scanned = self.buffer.len();
            // An event that is cut off does not count, a line does.
            if !end || self.events || self.buffer.is_empty() {
                return None;
            }
            self.scanned = 0;
            let rest = std::mem::take(&mut self.buffer);
            return Some(String::from_utf8_lossy(&rest).into_owned());
        };
        let mut next = index + 1;
        if self.buffer[index] == b'\r' {
            match self.buffer.get(next) {
                Some(b'\n') => next += 1,
                // The second half of CRLF may still come.
                None if !end => {
                    self.scanned = index;
                    return None;
                }
                _ => {}
            }
        }
        let line = String::from_utf8_lossy(&self.buffer[..index]).into_owned();
        self.buffer.drain(..next);
        self.scanned = 0;
        Some(line)
    }

    /// Takes one line of an event; the event, when it is complete.
    fn field(&mut self, line: &str) -> Option<Frame> {
        if line.is_empty() {
            let id = self.frame.id.clone();
            let mut frame = std::mem::take(&mut self.frame);
            self.frame.id = id;
            frame.data = self.data.take()?;
            self.done = frame.data.trim() == "[DONE]";
            return (!self.done).then_some(frame);
        }
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "event" => self.frame.event = Some(value.to_owned()),
            "data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                None => self.data = Some(value.to_owned()),
            },
            "id" if !value.contains('\0') => self.frame.id = Some(value.to_owned()),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.frame.retry = value.parse().ok().map(Duration::from_millis);
            }
            _ => {}
        }
        None
    }
}
