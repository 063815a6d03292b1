//! What is left of operations whose parts cannot be had.

use case_broken_references::operations::{ListParcels, ListParcelsFailure};
use case_broken_references::{Operation, Reply};

fn reply(status: http::StatusCode, body: &str) -> Reply {
    Reply::new(status, http::HeaderMap::new(), body.to_owned())
}

/// A failure of which nothing is known is handed over, and not taken for another.
#[test]
fn a_failure_without_a_type_keeps_its_body() {
    let body = r#"{"reason": "not there"}"#;
    let failure = ListParcels::failure(&reply(http::StatusCode::NOT_FOUND, body));
    assert!(
        matches!(failure, Ok(ListParcelsFailure::Status404(reply)) if reply.text() == body)
    );
    let failure = ListParcels::failure(&reply(http::StatusCode::CONFLICT, body));
    assert!(
        matches!(failure, Ok(ListParcelsFailure::Default(failure)) if failure.reason == "not there")
    );
}
