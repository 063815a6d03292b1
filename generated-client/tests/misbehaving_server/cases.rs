//! The table: what a server does, and what the caller gets.

use crate::outcome::describe;
use crate::server::{Server, Step, nobody};
use crate::transport::{Call, Setup, TRANSPORTS, request};
use std::time::Duration;

/// What one server does to one call.
struct Case {
    name: &'static str,
    call: Call,
    step: Step,
    /// What the caller gets.
    expected: &'static str,
}

fn case(name: &'static str, call: &Call, step: Step, expected: &'static str) -> Case {
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
fn raw(text: &str) -> Step {
    Step::Reply(text.as_bytes().to_vec())
}

/// Runs each case with each transport.
fn run(cases: &[Case]) {
    let mut wrong = Vec::new();
    for case in cases {
        for transport in TRANSPORTS {
            let server = Server::start(vec![case.step.clone()]);
            let outcome = transport.call(&Setup::of(server.url()), &case.call);
            let got = describe(&outcome);
            let asked = server.finish().len();
            if got != case.expected {
                let (name, expected) = (case.name, case.expected);
                wrong.push(format!("{name}, {}:\n  {got}\nnot {expected}", transport.name));
            }
            if asked != 1 {
                wrong.push(format!("{}, {}: asked {asked} times", case.name, transport.name));
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
        case("reset before the request is read", &submit, Step::ResetUnread, "?"),
        case("reset after the request", &submit, Step::ResetRead(Vec::new()), "?"),
        case("reset within the head of the reply", &submit, Step::ResetRead(b"HTTP/1.1 200 OK\r\n".to_vec()), "?"),
        case("closed without a reply", &submit, raw(""), "?"),
        case("closed within the head", &submit, raw("HTTP/1.1 200 OK\r\nContent-Le"), "?"),
        case("silent", &submit, Step::Stall(Vec::new()), "?"),
        case("silent within the head", &submit, Step::Stall(b"HTTP/1.1 200 OK\r\nX-".to_vec()), "?"),
        case("silent within the body", &query, Step::Stall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".to_vec()), "?"),
        case("cut short", &query, raw("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\":\"t\"}"), "?"),
        case("cut short before the body", &query, raw("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"), "?"),
        case("reset within the body", &submit, Step::ResetRead(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".to_vec()), "?"),
        case("chunks cut short", &query, raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"id\":"), "?"),
        case("last chunk missing", &query, raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA\r\n{\"id\":\"t\"}\r\n"), "?"),
        case("bad chunk size", &query, raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZ\r\n{}\r\n0\r\n\r\n"), "?"),
        case("error cut short", &query, raw("HTTP/1.1 500 X\r\nContent-Length: 99\r\n\r\n{\"message\":\"x\"}"), "?"),
        case("silent within an error", &query, Step::Stall(b"HTTP/1.1 500 X\r\nContent-Length: 99\r\n\r\noops".to_vec()), "?"),
    ]);
}

#[test]
fn replies_that_are_not_http() {
    let submit = Call::Submit(request());
    let query = Call::Query("t");
    run(&[
        case("bytes", &submit, Step::Reply(vec![0, 159, 146, 150, 13, 10, 13, 10]), "?"),
        case("another protocol", &submit, raw("SSH-2.0-OpenSSH_9.6\r\n\r\n"), "?"),
        case("no status", &query, raw("HTTP/1.1 \r\n\r\n"), "?"),
        case("a status of four digits", &query, raw("HTTP/1.1 2000 OK\r\n\r\n"), "?"),
        case("a header without a name", &query, raw("HTTP/1.1 200 OK\r\n: x\r\n\r\n"), "?"),
        case("a length that is no number", &query, raw("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}"), "?"),
        case("a negative length", &query, raw("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}"), "?"),
        case("two lengths", &query, raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\n{}"), "?"),
        case("an endless head", &query, Step::Reply(format!("HTTP/1.1 200 OK\r\nX: {}", "x".repeat(4_000_000)).into_bytes()), "?"),
        case("many headers", &query, Step::Reply(format!("HTTP/1.1 200 OK\r\n{}\r\n{{}}", "X: y\r\n".repeat(5000)).into_bytes()), "?"),
        case("a body longer than its length", &query, raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":\"t\"}{\"id\":\"u\"}"), "ok | {\"id\":\"t\"}"),
        case("a body without a length", &query, raw("HTTP/1.1 200 OK\r\n\r\n{\"id\":\"t\"}"), "ok | {\"id\":\"t\"}"),
        case("an interim reply first", &submit, raw("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"), "ok | {}"),
        case("HTTP/1.0", &query, raw("HTTP/1.0 200 OK\r\n\r\n{}"), "ok | {}"),
    ]);
}

#[test]
fn error_replies() {
    let submit = Call::Submit(request());
    let query = Call::Query("t");
    let html = "<html><head><title>502 Bad Gateway</title></head></html>";
    let id = "X-Oneapi-Request-Id: r-1\r\n";
    run(&[
        case("HTML", &submit, reply("502 Bad Gateway", id, html), "?"),
        case("nothing", &submit, reply("429 Too Many Requests", "Retry-After: 7\r\n", ""), "?"),
        case("JSON", &query, reply("404 Not Found", id, r#"{"error":{"message":"no","type":"x","code":"task_not_found","param":null}}"#), "?"),
        case("the other JSON", &query, reply("400 Bad Request", "", r#"{"code":"task_not_exist","message":"no","data":null}"#), "?"),
        case("other JSON still", &query, reply("403 Forbidden", "", r#"["no"]"#), "?"),
        case("not UTF-8", &query, Step::Reply(b"HTTP/1.1 500 X\r\nContent-Length: 3\r\n\r\n\xff\xfe\x07".to_vec()), "?"),
        case("an unassigned status", &query, reply("599 What", "", ""), "?"),
        case("not modified", &query, reply("304 Not Modified", "", ""), "?"),
        case("too long", &query, reply("500 X", "", &"x".repeat(3 * 1024 * 1024)), "?"),
    ]);
}

#[test]
fn replies_that_are_not_as_described() {
    let submit = Call::Submit(request());
    let query = Call::Query("t");
    run(&[
        case("created", &submit, reply("201 Created", "", r#"{"id":"t"}"#), "ok | {\"id\":\"t\"}"),
        case("an id of the other shape", &submit, reply("202 Accepted", "", r#"{"task_id":"t","status":"queued"}"#), "?"),
        case("an empty body", &submit, reply("200 OK", "", ""), "?"),
        case("no content", &submit, raw("HTTP/1.1 204 No Content\r\n\r\n"), "?"),
        case("not JSON", &submit, reply("200 OK", "", "OK"), "?"),
        case("JSON cut short", &submit, reply("200 OK", "X-Request-Id: r-2\r\n", r#"{"id":"t""#), "?"),
        case("a wrong type", &query, reply("200 OK", "", r#"{"id":"t","metadata":{"usage":{"total_tokens":"many"}}}"#), "?"),
        case("an id that is a number", &submit, reply("200 OK", "", r#"{"id":7}"#), "?"),
        case("not an object", &query, reply("200 OK", "", "[]"), "?"),
        case("null", &query, reply("200 OK", "", "null"), "?"),
        case("nulls", &query, reply("200 OK", "", r#"{"id":"t","progress":null,"error":null}"#), "?"),
        case("an unknown status", &query, reply("200 OK", "", r#"{"status":"paused"}"#), "ok | {\"status\":\"paused\"}"),
        case("unknown members", &query, reply("200 OK", "", r#"{"id":"t","new":{"a":[1]}}"#), "ok | {\"id\":\"t\"}"),
        case("a byte order mark", &query, reply("200 OK", "", "\u{feff}{}"), "ok | {}"),
        case("another media type", &query, reply("200 OK", "Content-Type: text/html\r\n", "{}"), "ok | {}"),
        case("deep nesting", &query, reply("200 OK", "", &format!("{{\"x\":{}", "[".repeat(100_000))), "?"),
        case("larger than accepted", &query, reply("200 OK", "", &" ".repeat(1024 * 1024 + 1)), "?"),
    ]);
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

/// The whole time counts, although the server is never silent for long.
#[test]
fn a_reply_that_never_ends() {
    let mut within = b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n".to_vec();
    for _ in 0..2 {
        for transport in TRANSPORTS {
            let server = Server::start(vec![Step::Drip(within.clone())]);
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
        within.truncate(20);
    }
}
