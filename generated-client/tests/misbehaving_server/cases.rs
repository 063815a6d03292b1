//! The table: what a server does, and what the caller gets. Here: connections and HTTP itself.

use crate::outcome::describe;
use crate::server::{Server, Step, nobody};
use crate::transport::{Call, Setup, TRANSPORTS, request};
use std::time::Duration;

/// What one server does to one call.
pub(crate) struct Case {
    name: &'static str,
    call: Call,
    step: Step,
    /// What the caller gets.
    expected: &'static str,
}

pub(crate) fn case(name: &'static str, call: &Call, step: Step, expected: &'static str) -> Case {
    Case {
        name,
        call: call.clone(),
        step,
        expected,
    }
}

/// A whole reply.
pub(crate) fn reply(status: &str, headers: &str, body: &str) -> Step {
    let length = body.len();
    Step::Reply(
        format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n{body}")
            .into_bytes(),
    )
}

/// A reply as it stands.
pub(crate) fn raw(text: &str) -> Step {
    Step::Reply(text.as_bytes().to_vec())
}

/// Runs each case with each transport.
pub(crate) fn run(cases: &[Case]) {
    let mut wrong = Vec::new();
    for case in cases {
        for transport in TRANSPORTS {
            let server = Server::start(vec![case.step.clone()]);
            let setup = Setup::of(server.url()).for_step(&case.step);
            let outcome = transport.call(&setup, &case.call);
            let got = describe(&outcome);
            let asked = server.finish().len();
            if got != case.expected {
                let (name, expected) = (case.name, case.expected);
                wrong.push(format!(
                    "{name}, {}:\n  {got}\nnot {expected}",
                    transport.name
                ));
            }
            if asked != 1 {
                wrong.push(format!(
                    "{}, {}: asked {asked} times",
                    case.name, transport.name
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn connections_that_break() {
    let submit = Call::Submit(request());
    let query = Call::Query("t");
    run(&[
        case(
            "reset before the request is read",
            &submit,
            Step::ResetUnread,
            "Other, perhaps sent | createVideo: the request failed",
        ),
        case(
            "reset after the request",
            &submit,
            Step::ResetRead(Vec::new()),
            "Other, perhaps sent | createVideo: the request failed",
        ),
        case(
            "reset within the head of the reply",
            &submit,
            Step::ResetRead(b"HTTP/1.1 200 OK\r\n".to_vec()),
            "Other, perhaps sent | createVideo: the request failed",
        ),
        case(
            "closed without a reply",
            &submit,
            raw(""),
            "Other, perhaps sent | createVideo: the request failed",
        ),
        case(
            "closed within the head",
            &submit,
            raw("HTTP/1.1 200 OK\r\nContent-Le"),
            "Other, perhaps sent | createVideo: the request failed",
        ),
        case(
            "silent",
            &submit,
            Step::Stall(Vec::new()),
            "Timeout, perhaps sent | createVideo: it took too long",
        ),
        case(
            "silent within the head",
            &submit,
            Step::Stall(b"HTTP/1.1 200 OK\r\nX-".to_vec()),
            "Timeout, perhaps sent | createVideo: it took too long",
        ),
        case(
            "silent within the body",
            &query,
            Step::Stall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".to_vec()),
            "Timeout, perhaps sent | getVideo: it took too long",
        ),
        case(
            "cut short",
            &query,
            raw("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\":\"t\"}"),
            "Truncated, perhaps sent | getVideo: the reply ended before it was complete",
        ),
        case(
            "cut short before the body",
            &query,
            raw("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"),
            "Truncated, perhaps sent | getVideo: the reply ended before it was complete",
        ),
        case(
            "reset within the body",
            &submit,
            Step::ResetRead(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".to_vec()),
            "Truncated, perhaps sent | createVideo: the reply ended before it was complete",
        ),
        case(
            "chunks cut short",
            &query,
            raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"id\":"),
            "Truncated, perhaps sent | getVideo: the reply ended before it was complete",
        ),
        case(
            "last chunk missing",
            &query,
            raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA\r\n{\"id\":\"t\"}\r\n"),
            "Truncated, perhaps sent | getVideo: the reply ended before it was complete",
        ),
        case(
            "bad chunk size",
            &query,
            raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZ\r\n{}\r\n0\r\n\r\n"),
            "Truncated, perhaps sent | getVideo: the reply ended before it was complete",
        ),
        case(
            "error cut short",
            &query,
            raw("HTTP/1.1 500 X\r\nContent-Length: 99\r\n\r\n{\"message\":\"x\"}"),
            "Status 500, perhaps sent, body of 15, code None | getVideo: the server replied 500 Internal Server Error: {\"message\":\"x\"}",
        ),
        case(
            "silent within an error",
            &query,
            Step::Stall(b"HTTP/1.1 500 X\r\nContent-Length: 99\r\n\r\noops".to_vec()),
            "Status 500, perhaps sent, body of 4 | getVideo: the server replied 500 Internal Server Error: oops",
        ),
    ]);
}

#[test]
fn replies_that_are_not_http() {
    let submit = Call::Submit(request());
    let query = Call::Query("t");
    run(&[
        case(
            "bytes",
            &submit,
            Step::Reply(vec![0, 159, 146, 150, 13, 10, 13, 10]),
            "Other, perhaps sent | createVideo: the request failed",
        ),
        case(
            "another protocol",
            &submit,
            raw("SSH-2.0-OpenSSH_9.6\r\n\r\n"),
            "Other, perhaps sent | createVideo: the request failed",
        ),
        case(
            "no status",
            &query,
            raw("HTTP/1.1 \r\n\r\n"),
            "Other, perhaps sent | getVideo: the request failed",
        ),
        case(
            "a status of four digits",
            &query,
            raw("HTTP/1.1 2000 OK\r\n\r\n"),
            "Other, perhaps sent | getVideo: the request failed",
        ),
        case(
            "a header without a name",
            &query,
            raw("HTTP/1.1 200 OK\r\n: x\r\n\r\n"),
            "Other, perhaps sent | getVideo: the request failed",
        ),
        case(
            "a length that is no number",
            &query,
            raw("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}"),
            "Other, perhaps sent | getVideo: the request failed",
        ),
        case(
            "a negative length",
            &query,
            raw("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}"),
            "Other, perhaps sent | getVideo: the request failed",
        ),
        case(
            "two lengths",
            &query,
            raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\n{}"),
            "Other, perhaps sent | getVideo: the request failed",
        ),
        case(
            "an endless head",
            &query,
            Step::Reply(format!("HTTP/1.1 200 OK\r\nX: {}", "x".repeat(4_000_000)).into_bytes()),
            "Other, perhaps sent | getVideo: the request failed",
        ),
        case(
            "many headers",
            &query,
            Step::Reply(
                format!("HTTP/1.1 200 OK\r\n{}\r\n{{}}", "X: y\r\n".repeat(5000)).into_bytes(),
            ),
            "Other, perhaps sent | getVideo: the request failed",
        ),
        case(
            "a body longer than its length",
            &query,
            raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":\"t\"}{\"id\":\"u\"}"),
            "ok | {\"id\":\"t\"}",
        ),
        case(
            "a body without a length",
            &query,
            raw("HTTP/1.1 200 OK\r\n\r\n{\"id\":\"t\"}"),
            "ok | {\"id\":\"t\"}",
        ),
        case(
            "an interim reply first",
            &submit,
            raw("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"),
            "ok | {}",
        ),
        case(
            "HTTP/1.0",
            &query,
            raw("HTTP/1.0 200 OK\r\n\r\n{}"),
            "ok | {}",
        ),
    ]);
}

#[test]
fn the_server_does_not_speak_tls() {
    for transport in TRANSPORTS {
        let server = Server::start(vec![Step::Greet(
            b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec(),
        )]);
        let url = server.url().replace("http:", "https:");
        let outcome = transport.call(&Setup::of(url), &Call::Submit(request()));
        // The one case where they differ: `ureq` does not tell a failed handshake from a later
        // failure, so it errs on the safe side.
        let expected = match transport.name {
            "ureq" => "Other, perhaps sent | createVideo: the request failed",
            _ => "Connect, not sent | createVideo: no connection could be made",
        };
        assert_eq!(describe(&outcome), expected, "{outcome:?}");
    }
}

#[test]
fn nobody_listens() {
    for transport in TRANSPORTS {
        let outcome = transport.call(&Setup::of(nobody()), &Call::Submit(request()));
        assert_eq!(
            describe(&outcome),
            "Connect, not sent | createVideo: no connection could be made",
            "{}",
            transport.name
        );
    }
}

/// A body that does not fit into the buffers on the way.
#[test]
fn large_requests() {
    let mut large = request();
    large.media[0].text = Some("x".repeat(32 * 1024 * 1024));
    let early = "HTTP/1.1 413 X\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    for transport in TRANSPORTS {
        let server = Server::start(vec![Step::Ignore]);
        let setup = Setup::of(server.url()).for_step(&Step::Ignore);
        let outcome = transport.call(&setup, &Call::Submit(large.clone()));
        assert_eq!(
            describe(&outcome),
            "Timeout, perhaps sent | createVideo: it took too long",
            "{}",
            transport.name
        );
        drop(server);
        let server = Server::start(vec![Step::ReplyEarly(early.as_bytes().to_vec())]);
        let outcome = transport.call(&Setup::of(server.url()), &Call::Submit(large.clone()));
        assert_eq!(
            describe(&outcome),
            "Status 413, perhaps sent, body of 2, code None | createVideo: the server replied 413 \
             Payload Too Large: {}",
            "{}",
            transport.name
        );
    }
}

/// The whole time counts, although the server is never silent for long.
#[test]
fn a_reply_that_never_ends() {
    let within_head = b"HTTP/1.1 200 OK\r\nX: y".to_vec();
    let within_body = b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n".to_vec();
    for text in [within_head, within_body] {
        for transport in TRANSPORTS {
            let server = Server::start(vec![Step::Drip(text.clone())]);
            let setup = Setup {
                timeout: Some(Duration::from_millis(600)),
                ..Setup::of(server.url())
            };
            let outcome = transport.call(&setup, &Call::Query("t"));
            assert_eq!(
                describe(&outcome),
                "Timeout, perhaps sent | getVideo: it took too long",
                "{}",
                transport.name
            );
        }
    }
}
