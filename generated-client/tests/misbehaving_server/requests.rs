//! What is sent, and what is not.

use crate::cases::reply;
use crate::outcome::describe;
use crate::server::Server;
use crate::transport::{Call, Setup, TOKEN, TRANSPORTS, Transport, request};
use powertokens_seedance::types::{TextToVideoRequest, TextToVideoRequestSeconds};

/// The one request that a server receives.
fn sent(transport: &Transport, path: &str, call: &Call) -> String {
    let server = Server::start(vec![reply("200 OK", "", "{}")]);
    let setup = Setup::of(server.url() + path);
    assert_eq!(describe(&transport.call(&setup, call)), "ok | {}");
    let mut asked = server.finish();
    assert_eq!(asked.len(), 1);
    asked.remove(0)
}

fn body(request: &str) -> &str {
    request.split_once("\r\n\r\n").unwrap().1
}

#[test]
fn headers() {
    for transport in TRANSPORTS {
        let submit = sent(transport, "", &Call::Submit(request()));
        let query = sent(transport, "", &Call::Query("t"));
        for request in [&submit, &query] {
            let lower = request.to_lowercase();
            let count = |name: &str| lower.matches(&format!("\r\n{name}: ")).count();
            let agent = concat!(
                "user-agent: powertokens-seedance/",
                env!("CARGO_PKG_VERSION")
            );
            assert!(lower.contains(agent), "{}: {request}", transport.name);
            for name in ["user-agent", "host", "authorization", "accept"] {
                assert_eq!(count(name), 1, "{}, {name}: {request}", transport.name);
            }
            assert!(request.contains(&format!("Bearer {TOKEN}\r\n")));
            assert_eq!(count("transfer-encoding"), 0, "{request}");
            assert_eq!(count("cookie") + count("referer"), 0, "{request}");
        }
        let lower = submit.to_lowercase();
        assert!(lower.contains("\r\ncontent-type: application/json\r\n"));
        let length = format!("\r\ncontent-length: {}\r\n", body(&submit).len());
        assert!(lower.contains(&length), "{submit}");
        assert!(
            !query.to_lowercase().contains("\r\ncontent-type: "),
            "{query}"
        );
        assert_eq!(body(&query), "");
    }
}

#[test]
fn paths() {
    for transport in TRANSPORTS {
        let line = |path: &str, call: &Call| {
            let request = sent(transport, path, call);
            request.lines().next().unwrap().to_owned()
        };
        let query = Call::Query("a/../b c?d#e%2F");
        for (path, expected) in [
            ("", "GET /v1/videos/a%2F..%2Fb%20c%3Fd%23e%252F HTTP/1.1"),
            ("/", "GET /v1/videos/a%2F..%2Fb%20c%3Fd%23e%252F HTTP/1.1"),
            (
                "/gate/way/",
                "GET /gate/way/v1/videos/a%2F..%2Fb%20c%3Fd%23e%252F HTTP/1.1",
            ),
        ] {
            assert_eq!(line(path, &query), expected, "{}", transport.name);
        }
        let submit = line("/gate/way", &Call::Submit(request()));
        assert_eq!(submit, "POST /gate/way/v1/videos HTTP/1.1");
    }
}

/// What is unset is not sent: neither as `null` nor as the default that the description states.
#[test]
fn unset_members() {
    let least =
        r#"{"model":"dreamina-seedance-2-0-mini-260615","media":[{"type":"text","text":"a cat"}]}"#;
    for transport in TRANSPORTS {
        let request = sent(transport, "", &Call::Submit(request()));
        assert_eq!(body(&request), least, "{}", transport.name);
    }
}

#[test]
fn an_invalid_request_does_not_leave_the_machine() {
    for transport in TRANSPORTS {
        let server = Server::start(Vec::new());
        let outcome = transport.call(&Setup::of(server.url()), &Call::Submit(invalid()));
        assert_eq!(
            describe(&outcome),
            "Invalid, not sent | invalid request: /body/media breaks `minItems: 1`: [] (and 2 more)"
        );
        for id in ["", ".", ".."] {
            let outcome = transport.call(&Setup::of(server.url()), &Call::Query(id));
            let got = describe(&outcome);
            assert!(got.starts_with("Invalid, not sent | "), "{id:?}: {got}");
        }
        assert_eq!(server.finish(), [""; 0], "{}", transport.name);
    }
}

#[test]
fn an_invalid_request_can_be_sent_on_purpose() {
    for transport in TRANSPORTS {
        let request = sent(transport, "", &Call::SubmitUnchecked(invalid()));
        assert_eq!(
            body(&request),
            r#"{"model":"dreamina-seedance-2-0-mini-260615","media":[],"seconds":"99","seed":-2}"#,
            "{}",
            transport.name
        );
    }
}

fn invalid() -> TextToVideoRequest {
    let mut body = request();
    body.media.clear();
    body.seed = Some(-2);
    body.seconds = Some(TextToVideoRequestSeconds::from("99"));
    body
}

#[test]
fn the_token_does_not_go_in_clear_text() {
    for transport in TRANSPORTS {
        for url in [
            "http://a.invalid",
            "http://192.0.2.1:80/x",
            "http://127.0.0.1.a.invalid",
        ] {
            let outcome = transport.call(&Setup::of(url), &Call::Submit(request()));
            assert_eq!(
                describe(&outcome),
                "Request, not sent | createVideo: credentials are not sent over plain http (see \
                 `allow_insecure_http`)",
                "{}",
                transport.name
            );
        }
    }
}
