//! Redirects: followed for what may be repeated, and the token stays at home.

use crate::cases::reply;
use crate::outcome::describe;
use crate::server::{Server, Step};
use crate::transport::{Call, Setup, TOKEN, TRANSPORTS, request};

const TASK: &str = r#"{"id":"t"}"#;

fn to(status: &str, location: &str) -> Step {
    reply(status, &format!("Location: {location}\r\n"), "")
}

#[test]
fn the_token_does_not_follow_to_another_port_or_host() {
    for transport in TRANSPORTS {
        for host in ["127.0.0.1", "localhost"] {
            let other = Server::start(vec![reply("200 OK", "", TASK)]);
            let target = other.url().replace("127.0.0.1", host) + "/elsewhere";
            let server = Server::start(vec![to("302 Found", &target)]);
            let outcome = transport.call(&Setup::of(server.url()), &Call::Query("t"));
            assert_eq!(describe(&outcome), "ok | {\"id\":\"t\"}");
            let (asked, there) = (server.finish(), other.finish());
            assert!(asked[0].contains(TOKEN), "{asked:?}");
            assert_eq!(there.len(), 1);
            assert!(there[0].starts_with("GET /elsewhere HTTP/1.1\r\n"));
            let lower = there[0].to_lowercase();
            assert!(!there[0].contains(TOKEN), "{}: {there:?}", transport.name);
            assert!(!lower.contains("authorization"), "{lower}");
            assert!(!lower.contains("referer"), "{lower}");
        }
    }
}

#[test]
fn the_token_follows_on_the_same_server() {
    for transport in TRANSPORTS {
        let server = Server::start(vec![
            to("307 Temporary Redirect", "/moved?x=1"),
            reply("200 OK", "", TASK),
        ]);
        let outcome = transport.call(&Setup::of(server.url()), &Call::Query("t"));
        assert_eq!(describe(&outcome), "ok | {\"id\":\"t\"}");
        let asked = server.finish();
        assert!(asked[1].starts_with("GET /moved?x=1 HTTP/1.1\r\n"));
        assert!(asked[1].contains(TOKEN), "{}", transport.name);
    }
}

#[test]
fn a_submission_is_not_repeated() {
    for status in [301, 302, 303, 307, 308] {
        for transport in TRANSPORTS {
            let other = Server::start(Vec::new());
            let server = Server::start(vec![to(&format!("{status} X"), &other.url())]);
            let outcome = transport.call(&Setup::of(server.url()), &Call::Submit(request()));
            let got = describe(&outcome);
            let expected = format!("Status {status}, perhaps sent, body of 0 | createVideo: ");
            assert!(got.starts_with(&expected), "{}: {got}", transport.name);
            assert_eq!(server.finish().len(), 1);
            assert_eq!(other.finish().len(), 0);
        }
    }
}

#[test]
fn circles_and_dead_ends_are_error_replies() {
    let step = |location: &str| to("302 Found", location);
    for transport in TRANSPORTS {
        let server = Server::start(vec![step("/again"); 30]);
        let outcome = transport.call(&Setup::of(server.url()), &Call::Query("t"));
        let got = describe(&outcome);
        assert!(got.starts_with("Status 302, "), "{}: {got}", transport.name);
        assert_eq!(server.finish().len(), 11);
        for location in [
            "ftp://a.example/",
            "http://[",
            "http://u@a.example/",
            "\u{e9}",
        ] {
            let server = Server::start(vec![step(location)]);
            let outcome = transport.call(&Setup::of(server.url()), &Call::Query("t"));
            let got = describe(&outcome);
            assert!(got.starts_with("Status 302, "), "{}: {got}", transport.name);
            assert_eq!(server.finish().len(), 1, "{location}");
        }
    }
}
