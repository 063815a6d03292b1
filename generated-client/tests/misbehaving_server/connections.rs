//! Connections that are kept open, and die between two requests.

use crate::outcome::describe;
use crate::server::{Server, Step};
use crate::transport::{Call, Setup, TRANSPORTS, request};

const KEPT: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":\"t\"}";

/// The server has closed the connection meanwhile: a new one is made, and each request is
/// received once.
#[test]
fn closed_while_idle() {
    for transport in TRANSPORTS {
        let server = Server::start(vec![
            Step::AnswerThenClose(KEPT.to_vec()),
            Step::Reply(KEPT.to_vec()),
        ]);
        let submit = Call::Submit(request());
        let calls = [submit.clone(), Call::Pause, submit];
        let outcomes = (transport.run)(&Setup::of(server.url()), &calls);
        assert_eq!(describe(&outcomes[0]), "ok | {\"id\":\"t\"}");
        assert_eq!(
            describe(&outcomes[2]),
            "ok | {\"id\":\"t\"}",
            "{}",
            transport.name
        );
        let asked = server.finish();
        assert_eq!(asked.len(), 2, "{}: {asked:#?}", transport.name);
    }
}

/// The connection is reset when the second request comes: it may have been received, so it is not
/// sent again.
#[test]
fn reset_when_used_again() {
    for transport in TRANSPORTS {
        let server = Server::start(vec![Step::AnswerThenReset(KEPT.to_vec())]);
        let calls = [Call::Query("t"), Call::Submit(request())];
        let outcomes = (transport.run)(&Setup::of(server.url()), &calls);
        assert_eq!(describe(&outcomes[0]), "ok | {\"id\":\"t\"}");
        assert_eq!(
            describe(&outcomes[1]),
            "Other, perhaps sent | createVideo: the request failed",
            "{}",
            transport.name
        );
        let asked = server.finish();
        assert_eq!(asked.len(), 2, "{}: {asked:#?}", transport.name);
        assert_eq!(asked[1], "<unread>");
    }
}
