//! Server-sent events and lines of JSON over sockets. Whether an item comes in time is told by a
//! handshake: the server sends the next one when the client has the one before.

use crate::script::{Script, Step, chunk};
use crate::{Server, Transport};
use wire_echo::operations::{ContinueStreams, StreamEvents, StreamLines};
use wire_echo::runtime::{Error, Event, FromFrame, ItemError, Streams};
use wire_echo::types::Item;

const LINES: &str = "application/jsonl";
const EVENTS: &str = "text/event-stream";

/// The same with a server that is not ours.
pub(crate) fn with_a_server(server: &Server) {
    for transport in &server.transports {
        for broken in [false, true] {
            let events = StreamEvents::new().with_broken(broken);
            let lines = StreamLines::new().with_broken(broken);
            let first = two_items(transport, &events, broken);
            assert_eq!(first.event.as_deref(), Some("first"));
            assert_eq!(first.id.as_deref(), Some("1"));
            assert_eq!(first.data, Item::new("one").with_count(1));
            assert_eq!(
                two_items(transport, &lines, broken),
                Item::new("one").with_count(1)
            );
        }
    }
}

/// Reads one item, lets the server go on, and reads the rest. The first item.
fn two_items<O>(transport: &Transport, operation: &O, broken: bool) -> O::Item
where
    O: Streams + Sync,
    O::Item: Named + 'static,
{
    let Ok(mut items) = transport.stream(operation) else {
        panic!("the stream begins");
    };
    let first = items.next().unwrap().unwrap();
    transport.send(&ContinueStreams::new()).unwrap();
    let second = items.next().unwrap();
    if broken {
        assert!(matches!(second, Err(ItemError::Transport(_))));
    } else {
        assert_eq!(second.unwrap().name(), "two");
    }
    assert!(items.next().is_none());
    first
}

/// What items of both kinds have.
trait Named: FromFrame {
    fn name(&self) -> &str;
}

impl Named for Item {
    fn name(&self) -> &str {
        &self.name
    }
}

impl Named for Event<Item> {
    fn name(&self) -> &str {
        &self.data.name
    }
}

/// An item in the form of the media type.
fn item(media_type: &str, name: &str) -> String {
    match media_type {
        EVENTS => format!("retry: 1\ndata: {{\"name\":\ndata: \"{name}\"}}\n\n"),
        _ => format!("{{\"name\":\"{name}\"}}\n"),
    }
}

/// The head of a reply with this further header.
fn head(media_type: &str, header: &str) -> Step {
    Step::Send(format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n{header}\r\n\r\n"
    ))
}

/// What came of a stream: names, and words for errors.
fn names<T: Named>(items: impl Iterator<Item = Result<T, ItemError>>) -> Vec<String> {
    let name = |item: Result<T, ItemError>| match item {
        Ok(item) => item.name().to_owned(),
        Err(ItemError::Transport(_)) => "<transport>".to_owned(),
        Err(ItemError::Decode(_)) => "<decode>".to_owned(),
        Err(error) => panic!("{error}"),
    };
    items.map(name).collect()
}

/// Does this with both transports: the steps of the server, and what the items are.
fn each(media_type: &str, steps: impl Fn() -> Vec<Step>, expected: &[&str]) {
    for which in 0..2 {
        let script = Script::start(steps());
        let transport = &Transport::both(&script.url())[which];
        let found = match media_type {
            EVENTS => names(transport.stream(&StreamEvents::new()).unwrap()),
            _ => names(transport.stream(&StreamLines::new()).unwrap()),
        };
        assert_eq!(found, expected, "{media_type}, transport {which}");
        // The end is the end: nobody connects again.
        assert_eq!(script.finish(), 0);
    }
}

#[test]
fn items_come_one_by_one() {
    for media_type in [EVENTS, LINES] {
        for which in 0..2 {
            let (one, two, three) = (
                item(media_type, "1"),
                item(media_type, "2"),
                item(media_type, "3"),
            );
            let (begin, end) = two.split_at(7);
            let script = Script::start(vec![
                head(media_type, "Transfer-Encoding: chunked"),
                Step::Wait,
                chunk(&format!("{one}{begin}")),
                Step::Wait,
                chunk(end),
                Step::Wait,
                chunk(&three),
                chunk(""),
                Step::Wait,
            ]);
            let transport = &Transport::both(&script.url())[which];
            match media_type {
                EVENTS => one_by_one(&script, transport.stream(&StreamEvents::new()).unwrap()),
                _ => one_by_one(&script, transport.stream(&StreamLines::new()).unwrap()),
            }
            script.proceed();
            assert_eq!(script.finish(), 0);
        }
    }
}

/// The server sends each item after the one before was delivered, and stays open after the last.
fn one_by_one<T: Named>(script: &Script, mut items: impl Iterator<Item = Result<T, ItemError>>) {
    for name in ["1", "2", "3"] {
        script.proceed();
        assert_eq!(items.next().unwrap().unwrap().name(), name);
    }
    assert!(items.next().is_none());
}

#[test]
fn a_stream_ends_as_its_body_does() {
    for media_type in [EVENTS, LINES] {
        let both = format!("{}{}", item(media_type, "1"), item(media_type, "2"));
        let length = format!("Content-Length: {}", both.len());
        each(
            media_type,
            || vec![head(media_type, &length), Step::Send(both.clone())],
            &["1", "2"],
        );
        let until_closed = || {
            vec![
                head(media_type, "Connection: close"),
                Step::Send(both.clone()),
            ]
        };
        each(media_type, until_closed, &["1", "2"]);
        let nothing = || vec![head(media_type, "Content-Length: 0")];
        each(media_type, nothing, &[]);
    }
    // A line counts without its end, an event does not.
    let close = "Connection: close";
    let cut = "{\"name\":\"1\"}\n{\"name\":\"2\"}";
    each(
        LINES,
        || vec![head(LINES, close), Step::Send(cut.to_owned())],
        &["1", "2"],
    );
    let cut = "data: {\"name\":\"1\"}\n\ndata: {\"name\":\"2\"}\n";
    each(
        EVENTS,
        || vec![head(EVENTS, close), Step::Send(cut.to_owned())],
        &["1"],
    );
}

#[test]
fn a_stream_that_breaks_is_an_error() {
    for media_type in [EVENTS, LINES] {
        let one = item(media_type, "1");
        let chunked = "Transfer-Encoding: chunked";
        // The chunk of length 0 is missing.
        each(
            media_type,
            || vec![head(media_type, chunked), chunk(&one)],
            &["1", "<transport>"],
        );
        // Half a chunk.
        let half = format!("ff\r\n{one}");
        let steps = || vec![head(media_type, chunked), Step::Send(half.clone())];
        each(media_type, steps, &["1", "<transport>"]);
        // In the middle of an item, where a line could be taken for whole.
        let more = format!("{one}{}", item(media_type, "2").trim_end());
        let steps = || vec![head(media_type, chunked), chunk(&more)];
        each(media_type, steps, &["1", "<transport>"]);
        // Fewer bytes than were announced.
        let steps = || {
            vec![
                head(media_type, "Content-Length: 999"),
                Step::Send(one.clone()),
            ]
        };
        each(media_type, steps, &["1", "<transport>"]);
    }
}

/// A reset may overtake what was sent before, so that the client says when.
#[test]
fn a_stream_that_is_reset_is_an_error() {
    for which in 0..2 {
        let first = chunk(&item(LINES, "1"));
        let script = Script::start(vec![
            head(LINES, "Transfer-Encoding: chunked"),
            first,
            Step::Wait,
            Step::Reset,
        ]);
        let transport = &Transport::both(&script.url())[which];
        let mut items = transport.stream(&StreamLines::new()).unwrap();
        assert_eq!(items.next().unwrap().unwrap().name, "1");
        script.proceed();
        assert_eq!(names(items), ["<transport>"]);
        assert_eq!(script.finish(), 0);
    }
}

#[test]
fn an_item_that_cannot_be_read_does_not_end_the_stream() {
    for media_type in [EVENTS, LINES] {
        let text = ["1", "\",\"x\":", "3"]
            .map(|name| item(media_type, name))
            .concat();
        let steps = || {
            vec![
                head(media_type, "Connection: close"),
                Step::Send(text.clone()),
            ]
        };
        each(media_type, steps, &["1", "<decode>", "3"]);
    }
}

/// The server says so and keeps the connection open.
#[test]
fn done_is_the_end() {
    for which in 0..2 {
        let script = Script::start(vec![
            head(EVENTS, "Transfer-Encoding: chunked"),
            chunk(&format!("{}data: [DONE]\n\n", item(EVENTS, "1"))),
            Step::Wait,
        ]);
        let transport = &Transport::both(&script.url())[which];
        assert_eq!(
            names(transport.stream(&StreamEvents::new()).unwrap()),
            ["1"]
        );
        script.proceed();
        assert_eq!(script.finish(), 0);
    }
}

#[test]
fn a_refused_stream_is_an_error_reply() {
    let refusal =
        "HTTP/1.1 503 Busy\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\nnull";
    for which in 0..2 {
        let script = Script::start(vec![Step::Send(refusal.to_owned())]);
        let transport = &Transport::both(&script.url())[which];
        let Err(Error::Status(error)) = transport.stream(&StreamLines::new()).map(drop) else {
            panic!("an error reply is an error");
        };
        assert_eq!(error.reply.status.as_u16(), 503);
        assert_eq!(script.finish(), 0);
    }
}
