//! What the server sends by itself.

use bytes::Bytes;
use case_callbacks::callbacks::{CreateStreamOnCall, CreateStreamOnData, StreamEnded};
use case_callbacks::runtime::Callback;
use http::Request;

fn request(headers: &[(&str, &str)], body: &'static str) -> Request<Bytes> {
    let mut request = Request::builder();
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Bytes::from_static(body.as_bytes())).unwrap()
}

#[test]
fn bodies_and_headers_have_types() {
    let data = request(&[], r#"{"id":"a","values":[1.5]}"#);
    let event = CreateStreamOnData::parse(&data).unwrap();
    assert_eq!((event.id.as_str(), event.values), ("a", Some(vec![1.5])));
    assert!(CreateStreamOnData::parse(&request(&[], r#"{"values":[]}"#)).is_err());

    let headers = [("X-Signature", "s"), ("x-attempts", "1, 2")];
    let call = request(&headers, "id=a&values=1");
    let (signature, attempts) = (CreateStreamOnCall::X_SIGNATURE, CreateStreamOnCall::X_ATTEMPTS);
    assert_eq!(signature.read(call.headers()).unwrap().as_deref(), Some("s"));
    assert_eq!(attempts.read(call.headers()).unwrap(), Some(vec![1, 2]));
    let body = CreateStreamOnCall::parse(&call).unwrap();
    assert_eq!((body.id.as_str(), body.values), ("a", Some(vec![1.0])));

    let number = StreamEnded::parse(&request(&[], "7")).unwrap();
    assert_eq!(number, 7);
}
