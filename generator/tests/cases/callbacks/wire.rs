//! What the server sends by itself.

use bytes::Bytes;
use case_callbacks::callbacks::{
    CreateStreamOnCall, CreateStreamOnData, CreateStreamOnPoll, CreateStreamOnPollOnRead, StreamEnded,
};
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

fn called(query: &str) -> Request<()> {
    let url = format!("https://receiver.example/poll?{query}");
    Request::get(url).header("Cookie", "other=1; session=a%20b").body(()).unwrap()
}

#[test]
fn queries_and_cookies_have_types() {
    type Poll = CreateStreamOnPoll;
    let call = called(
        "page=2&ids=1&ids=2&words=a%20b,c&between%5Bfrom%5D=3&between[to]=4&low=5&high=6\
         &filter=%7B%22from%22:7%7D&method=x+y&limit=",
    );
    assert_eq!(Poll::PAGE_QUERY.read(&call).unwrap(), Some(2));
    assert_eq!(Poll::LIMIT.read(&call).unwrap(), None);
    assert_eq!(Poll::IDS.read(&call).unwrap(), Some(vec![1, 2]));
    let words = vec!["a b".to_owned(), "c".to_owned()];
    assert_eq!(Poll::WORDS.read(&call).unwrap(), Some(words));
    let between = Poll::BETWEEN.read(&call).unwrap().unwrap();
    assert_eq!((between.from, between.to), (3, Some(4)));
    let span = Poll::SPAN.read(&call).unwrap().unwrap();
    assert_eq!((span.low, span.high), (Some(5), Some(6)));
    assert_eq!(Poll::FILTER.read(&call).unwrap().unwrap().from, 7);
    assert_eq!(Poll::SESSION.read(&call).unwrap().as_deref(), Some("a b"));
    assert_eq!(Poll::METHOD_QUERY.read(&call).unwrap().as_deref(), Some("x y"));

    for absent in ["", "other=1", "page[x]=1"] {
        assert_eq!(Poll::PAGE_QUERY.read(&called(absent)).unwrap(), None, "{absent}");
    }
    for wrong in ["page=two", "page=1&page=2", "page=%zz"] {
        assert!(Poll::PAGE_QUERY.read(&called(wrong)).is_err(), "{wrong}");
    }
    let error = Poll::FILTER.read(&called("filter=%7B%22from%22:1")).unwrap_err();
    assert!(error.to_string().starts_with("/filter"), "{error}");
}

#[test]
fn headers_of_answers_can_be_written() {
    type Poll = CreateStreamOnPoll;
    let seen = vec!["a".to_owned(), "b".to_owned()];
    let more = Poll::ANSWER_X_MORE.value(&true).unwrap();
    assert_eq!((Poll::ANSWER_X_MORE.name(), more.to_str().unwrap()), ("x-more", "true"));
    assert_eq!(Poll::ANSWER_X_SEEN.value(&seen).unwrap(), "a,b");
    assert!(Poll::ANSWER_X_SEEN.value(&vec!["a\nb".to_owned()]).is_none());
}

#[test]
fn lines_and_callbacks_of_callbacks_are_read() {
    let call = request(&[("Content-Type", "application/x-ndjson")], "{\"from\":1}\n\n{\"from\":2,\"to\":3}");
    let ranges = CreateStreamOnPollOnRead::parse(&call).unwrap();
    let ranges: Vec<_> = ranges.iter().map(|it| (it.from, it.to)).collect();
    assert_eq!(ranges, [(1, None), (2, Some(3))]);
    let error = CreateStreamOnPollOnRead::parse(&request(&[], "{\"from\":1}\n{}")).unwrap_err();
    assert!(error.to_string().starts_with("/1"), "{error}");
}
