//! What odd paths and methods are on the wire.

use case_oddities::operations::{Echo, FindThings, FixedQuery, GetABCD};
use case_oddities::types::{FixedQueryC, SelfSchema};
use case_oddities::{BaseUrl, Operation};

fn request(operation: &impl Operation) -> http::Request<bytes::Bytes> {
    let base: BaseUrl = "https://example.com/v1".parse().unwrap();
    let Ok(request) = operation.request_unchecked(&base) else {
        panic!("no request");
    };
    request
}

#[test]
fn a_path_with_signs_of_urls_stays_a_path() {
    // What stands behind `#` is never sent.
    let uri = request(&GetABCD::new()).uri().to_string();
    assert_eq!(uri, "https://example.com/v1/a");
    // What stands behind `?` in a template is a query that the author wrote there.
    let uri = request(&FixedQuery::new()).uri().to_string();
    assert_eq!(uri, "https://example.com/v1/a?c=d");
    let uri = request(&FixedQuery::new().with_q("#")).uri().to_string();
    assert_eq!(uri, "https://example.com/v1/a?c=d&q=%23");
    // A parameter takes its place.
    let uri = request(&FixedQuery::new().with_c(FixedQueryC::E)).uri().to_string();
    assert_eq!(uri, "https://example.com/v1/a?c=e");
}

#[test]
fn every_method_and_media_type_is_sent_as_written() {
    assert_eq!(request(&Echo::new()).method().as_str(), "TRACE");
    let body = SelfSchema::new().with_large(-1);
    let request = request(&FindThings::new(body));
    assert_eq!(request.method().as_str(), "GET");
    let media_type = request.headers()["content-type"].to_str().unwrap();
    assert_eq!(media_type, "application/json; charset=utf-8");
    assert_eq!(request.headers()["accept"], "application/*+json");
}
