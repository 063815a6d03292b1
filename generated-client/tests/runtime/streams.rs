//! Replies that come item by item, taken apart without a network.

use http::{HeaderMap, HeaderValue};
use powertokens_seedance::runtime::{Event, Frames, FromFrame, Value};
use std::time::Duration;

fn headers(media_type: &'static str) -> HeaderMap {
    HeaderMap::from_iter([(
        http::header::CONTENT_TYPE,
        HeaderValue::from_static(media_type),
    )])
}

/// The data of all frames, whatever the pieces in which the text comes in.
fn data(media_type: &'static str, text: &str) -> Vec<String> {
    let mut results = Vec::new();
    for size in [1, 2, 3, 7, text.len().max(1)] {
        let mut frames = Frames::new(&headers(media_type));
        let mut found = Vec::new();
        for piece in text.as_bytes().chunks(size) {
            frames.push(piece);
            found.extend(std::iter::from_fn(|| frames.next_frame(false)).map(|frame| frame.data));
        }
        found.extend(std::iter::from_fn(|| frames.next_frame(true)).map(|frame| frame.data));
        results.push(found);
    }
    assert!(
        results.windows(2).all(|pair| pair[0] == pair[1]),
        "{results:?}"
    );
    results.remove(0)
}

#[test]
fn events_are_read_as_the_standard_says() {
    let events = |text: &str| data("text/event-stream; charset=utf-8", text);
    // The examples of HTML, section 9.2.6.
    assert_eq!(
        events("data: YHOO\ndata: +2\ndata: 10\n\n"),
        ["YHOO\n+2\n10"]
    );
    assert_eq!(
        events(
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"
        ),
        ["first event", "second event"]
    );
    assert_eq!(events("data\n\ndata\ndata\n\ndata:"), ["", "\n"]);
    assert_eq!(events("data:test\n\ndata: test\n\n"), ["test", "test"]);
    assert_eq!(
        events("\u{feff}data: é\r\n\r\ndata: b\r\rdata: c\n\n"),
        ["é", "b", "c"]
    );
    assert_eq!(
        events("event: x\n\ndata: a\n\ndata: [DONE]\n\ndata: late\n\n"),
        ["a"]
    );
    assert_eq!(events(""), [""; 0]);
}

#[test]
fn lines_are_read_to_the_end() {
    let lines = |text: &str| data("application/x-ndjson", text);
    assert_eq!(
        lines("{\"a\":1}\r\n\n{\"a\":2}"),
        ["{\"a\":1}", "{\"a\":2}"]
    );
    assert_eq!(lines("\u{1e}{\"a\":1}\n\u{1e}[]\n"), ["{\"a\":1}", "[]"]);
}

#[test]
fn events_have_names_and_typed_data() {
    let mut frames = Frames::new(&headers("text/event-stream"));
    frames.push(b"id: 7\nretry: 1500\nevent: price\ndata: {\"a\":1}\n\ndata: free text\n\n");
    let frame = frames.next_frame(false).unwrap();
    let event: Event<Value> = Event::from_frame(frame).unwrap();
    assert_eq!(event.event.as_deref(), Some("price"));
    assert_eq!(event.id.as_deref(), Some("7"));
    assert_eq!(event.retry, Some(Duration::from_millis(1500)));
    assert_eq!(event.data.get("a").and_then(Value::as_i64), Some(1));
    let frame = frames.next_frame(false).unwrap();
    assert_eq!(frame.id.as_deref(), Some("7"));
    assert_eq!(String::from_frame(frame.clone()).unwrap(), "free text");
    assert!(i64::from_frame(frame).is_err());
}
