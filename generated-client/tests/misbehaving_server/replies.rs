//! The table goes on: replies that are HTTP, but not what one hopes for.

use crate::cases::{case, raw, reply, run};
use crate::server::Step;
use crate::transport::{Call, request};

#[test]
fn error_replies() {
    let submit = Call::Submit(request());
    let query = Call::Query("t");
    let html = "<html><head><title>502 Bad Gateway</title></head></html>";
    let id = "X-Oneapi-Request-Id: r-1\r\n";
    run(&[
        case(
            "HTML",
            &submit,
            reply("502 Bad Gateway", id, html),
            "Status 502, perhaps sent, body of 56, id r-1 | createVideo: the server replied 502 Bad Gateway (request id r-1): <html><head><title>502 Bad Gateway</title></head></html>",
        ),
        case(
            "nothing",
            &submit,
            reply("429 Too Many Requests", "Retry-After: 7\r\n", ""),
            "Status 429, perhaps sent, body of 0, retry after 7 s | createVideo: the server replied 429 Too Many Requests with an empty body",
        ),
        case(
            "JSON",
            &query,
            reply(
                "404 Not Found",
                id,
                r#"{"error":{"message":"no","type":"x","code":"task_not_found","param":null}}"#,
            ),
            "Status 404, perhaps sent, body of 74, id r-1, code Some(String(\"task_not_found\")) | getVideo: the server replied 404 Not Found (request id r-1): {\"error\":{\"message\":\"no\",\"type\":\"x\",\"code\":\"task_not_found\",\"param\":null}}",
        ),
        case(
            "the other JSON",
            &query,
            reply(
                "400 Bad Request",
                "",
                r#"{"code":"task_not_exist","message":"no","data":null}"#,
            ),
            "Status 400, perhaps sent, body of 52, code Some(String(\"task_not_exist\")) | getVideo: the server replied 400 Bad Request: {\"code\":\"task_not_exist\",\"message\":\"no\",\"data\":null}",
        ),
        case(
            "other JSON still",
            &query,
            reply("403 Forbidden", "", r#"["no"]"#),
            "Status 403, perhaps sent, body of 6 | getVideo: the server replied 403 Forbidden: [\"no\"]",
        ),
        case(
            "not UTF-8",
            &query,
            Step::Reply(b"HTTP/1.1 500 X\r\nContent-Length: 3\r\n\r\n\xff\xfe\x07".to_vec()),
            "Status 500, perhaps sent, body of 3 | getVideo: the server replied 500 Internal Server Error: �� ",
        ),
        case(
            "an unassigned status",
            &query,
            reply("599 What", "", ""),
            "Status 599, perhaps sent, body of 0 | getVideo: the server replied 599 with an empty body",
        ),
        case(
            "not modified",
            &query,
            reply("304 Not Modified", "", ""),
            "Status 304, perhaps sent, body of 0 | getVideo: the server replied 304 Not Modified with an empty body",
        ),
        case(
            "too long",
            &query,
            reply("500 X", "", &"x".repeat(3 * 1024 * 1024)),
            "Status 500, perhaps sent, body of 1048576 | getVideo: the server replied 500 Internal Server Error: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…",
        ),
    ]);
}

#[test]
fn replies_that_are_not_as_described() {
    let submit = Call::Submit(request());
    let query = Call::Query("t");
    run(&[
        case(
            "created",
            &submit,
            reply("201 Created", "", r#"{"id":"t"}"#),
            "ok | {\"id\":\"t\"}",
        ),
        case(
            "an id of the other shape",
            &submit,
            reply("202 Accepted", "", r#"{"task_id":"t","status":"queued"}"#),
            "ok | {\"task_id\":\"t\",\"status\":\"queued\"}",
        ),
        case(
            "an empty body",
            &submit,
            reply("200 OK", "", ""),
            "Decode 200, perhaps sent, body of 0 | createVideo: the reply (200 OK) cannot be read: expected JSON, found an empty body",
        ),
        case(
            "no content",
            &submit,
            raw("HTTP/1.1 204 No Content\r\n\r\n"),
            "Decode 204, perhaps sent, body of 0 | createVideo: the reply (204 No Content) cannot be read: expected JSON, found an empty body",
        ),
        case(
            "not JSON",
            &submit,
            reply("200 OK", "", "OK"),
            "Decode 200, perhaps sent, body of 2 | createVideo: the reply (200 OK) cannot be read: expected an object, found OK",
        ),
        case(
            "JSON cut short",
            &submit,
            reply("200 OK", "X-Request-Id: r-2\r\n", r#"{"id":"t""#),
            "Decode 200, perhaps sent, body of 9, id r-2 | createVideo: the reply (200 OK) cannot be read: expected JSON, found EOF while parsing an object at byte 9",
        ),
        case(
            "a wrong type",
            &query,
            reply(
                "200 OK",
                "",
                r#"{"id":"t","metadata":{"usage":{"total_tokens":"many"}}}"#,
            ),
            "Decode 200, perhaps sent, body of 55 | getVideo: the reply (200 OK) cannot be read: /metadata/usage/total_tokens: expected an integer, found \"many\"",
        ),
        case(
            "an id that is a number",
            &submit,
            reply("200 OK", "", r#"{"id":7}"#),
            "Decode 200, perhaps sent, body of 8 | createVideo: the reply (200 OK) cannot be read: /id: expected a string, found 7",
        ),
        case(
            "not an object",
            &query,
            reply("200 OK", "", "[]"),
            "Decode 200, perhaps sent, body of 2 | getVideo: the reply (200 OK) cannot be read: expected an object, found []",
        ),
        case(
            "null",
            &query,
            reply("200 OK", "", "null"),
            "Decode 200, perhaps sent, body of 4 | getVideo: the reply (200 OK) cannot be read: expected an object, found null",
        ),
    ]);
}

#[test]
fn replies_that_are_stranger_still() {
    let query = Call::Query("t");
    run(&[
        case(
            "nulls",
            &query,
            reply("200 OK", "", r#"{"id":"t","progress":null,"error":null}"#),
            "ok | {\"id\":\"t\",\"error\":null}",
        ),
        case(
            "an unknown status",
            &query,
            reply("200 OK", "", r#"{"status":"paused"}"#),
            "ok | {\"status\":\"paused\"}",
        ),
        case(
            "unknown members",
            &query,
            reply("200 OK", "", r#"{"id":"t","new":{"a":[1]}}"#),
            "ok | {\"id\":\"t\",\"new\":{\"a\":[1]}}",
        ),
        case(
            "a byte order mark",
            &query,
            reply("200 OK", "", "\u{feff}{}"),
            "ok | {}",
        ),
        case(
            "another media type",
            &query,
            reply("200 OK", "Content-Type: text/html\r\n", "{}"),
            "ok | {}",
        ),
        case(
            "deep nesting",
            &query,
            reply("200 OK", "", &format!("{{\"x\":{}", "[".repeat(100_000))),
            "Decode 200, perhaps sent, body of 100005 | getVideo: the reply (200 OK) cannot be read: /x/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0…/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0: expected at most 128 levels of nesting, found […]",
        ),
        case(
            "larger than accepted",
            &query,
            reply("200 OK", "", &" ".repeat(1024 * 1024 + 1)),
            "TooLarge, perhaps sent | getVideo: the reply is larger than the client accepts",
        ),
    ]);
}
