//! Requests, replies, credentials and redirects, without a network.

use crate::sample::{CreateVideo, DownloadVideo, Everything, GetVideo, TextToVideoRequest};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, StatusCode};
use powertokens_seedance::runtime::{
    Api, BaseUrl, ClientBuilder, Error, Exchange, Json, Operation, Reply, RequestError,
};
use std::time::Duration;

const API: Api = Api {
    title: "",
    server: "https://a.example/base",
    token_env: "NO_SUCH_TOKEN",
    user_agent: "test/1",
};

fn builder() -> ClientBuilder<()> {
    ClientBuilder::new(&API)
}

fn exchange<O: Operation>(
    client: ClientBuilder<()>,
    operation: &O,
) -> Result<Exchange, RequestError> {
    let (settings, _) = client.finish().unwrap();
    let request = operation.request(&settings.server(&O::ENDPOINT).unwrap());
    let Ok(request) = request else {
        panic!("invalid")
    };
    Exchange::new(&settings, &O::ENDPOINT, request)
}

fn create() -> CreateVideo {
    let text =
        r#"{"model":"dreamina-seedance-2-0-mini-260615","media":[{"type":"text","text":"x"}]}"#;
    CreateVideo::new(TextToVideoRequest::from_json(text).unwrap())
}

fn header<'a>(request: &'a Request<Bytes>, name: &str) -> Option<&'a str> {
    request
        .headers()
        .get(name)
        .map(|value| value.to_str().unwrap())
}

fn to(location: &str) -> HeaderMap {
    HeaderMap::from_iter([(
        http::header::LOCATION,
        HeaderValue::from_str(location).unwrap(),
    )])
}

#[test]
fn a_request_has_everything() {
    let exchange = exchange(builder().bearer_token("s3cret"), &create()).unwrap();
    let request = exchange.request();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "https://a.example/base/v1/videos");
    assert_eq!(header(request, "authorization"), Some("Bearer s3cret"));
    assert_eq!(header(request, "content-type"), Some("application/json"));
    assert_eq!(header(request, "accept"), Some("application/json"));
    assert_eq!(header(request, "user-agent"), Some("test/1"));
    assert!(request.body().starts_with(b"{\"model\":"));
    assert!(!format!("{exchange:?}").contains("s3cret"));
    assert!(
        !format!(
            "{:?}",
            builder().bearer_token("s3cret").basic("u", "s3cret")
        )
        .contains("s3cret")
    );
}

#[test]
fn an_invalid_request_is_not_made() {
    let mut operation = create();
    operation.body.media.clear();
    let base: BaseUrl = "http://localhost".parse().unwrap();
    let error = operation.request(&base).unwrap_err();
    assert_eq!(
        error.to_string(),
        "invalid request: /body/media breaks `minItems: 1`: []"
    );
    assert!(!error.may_have_been_sent());
    assert!(operation.request_unchecked(&base).is_ok());
}

#[test]
fn security_is_or_of_ands() {
    let operation = Everything::new("1", "2");
    let none = exchange(builder().bearer_token("unused"), &operation).unwrap();
    assert_eq!(header(none.request(), "authorization"), None);
    let half = exchange(
        builder().api_key("Header", "k").api_key("Cookie", "c"),
        &operation,
    )
    .unwrap();
    assert_eq!(header(half.request(), "x-key"), None);
    assert_eq!(header(half.request(), "cookie"), Some("sid=c"));
    let both = builder()
        .api_key("Header", "k")
        .basic("Aladdin", "open sesame");
    let both = exchange(both, &operation).unwrap();
    assert_eq!(header(both.request(), "x-key"), Some("k"));
    assert_eq!(
        header(both.request(), "authorization"),
        Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    );
    let query = exchange(builder().api_key("Query", "a&b"), &operation).unwrap();
    assert_eq!(query.request().uri().query(), Some("key=a%26b"));
    let error = exchange(builder(), &GetVideo::new("a")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "getVideo: no credentials are set for BearerAuth"
    );
}

#[test]
fn credentials_do_not_go_in_clear_text() {
    let client = |url: &str| builder().bearer_token("s3cret").base_url(url);
    for url in [
        "http://127.0.0.1:80",
        "http://[::1]:80",
        "http://LOCALHOST",
        "https://b.example",
    ] {
        assert!(exchange(client(url), &GetVideo::new("a")).is_ok(), "{url}");
    }
    for url in [
        "http://b.example",
        "http://localhost.b.example",
        "http://127.0.0.1.b.example",
    ] {
        let error = exchange(client(url), &GetVideo::new("a")).unwrap_err();
        assert!(error.to_string().contains("plain http"), "{url}: {error}");
        assert!(exchange(client(url).allow_insecure_http(), &GetVideo::new("a")).is_ok());
    }
    let error = exchange(builder().bearer_token("a\r\nb"), &GetVideo::new("a")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "getVideo: the credential for BearerAuth is malformed"
    );
}

#[test]
fn redirects_lose_credentials_when_they_leave() {
    let start = || exchange(builder().bearer_token("s3cret"), &GetVideo::new("a")).unwrap();
    let found = StatusCode::FOUND;
    let mut same = start();
    assert!(same.follow(found, &to("../x/./y?z=1#f")));
    assert_eq!(same.request().uri(), "https://a.example/base/v1/x/y?z=1");
    assert_eq!(
        header(same.request(), "authorization"),
        Some("Bearer s3cret")
    );
    for location in [
        "//b.example/x",
        "https://a.example:444/",
        "https://b.example",
    ] {
        let mut other = start();
        assert!(other.follow(found, &to(location)), "{location}");
        assert_eq!(header(other.request(), "authorization"), None, "{location}");
        assert!(other.follow(found, &to("https://a.example/back")));
        assert_eq!(header(other.request(), "authorization"), None);
    }
    for location in [
        "http://a.example/",
        "ftp://a.example/",
        "https://u@a.example/",
        "data:x",
    ] {
        assert!(!start().follow(found, &to(location)), "{location}");
    }
    assert!(!start().follow(StatusCode::OK, &to("/")));
    assert!(!start().follow(found, &HeaderMap::new()));
    let mut post = exchange(builder().bearer_token("x"), &create()).unwrap();
    assert!(!post.follow(StatusCode::TEMPORARY_REDIRECT, &to("/")));
    let mut endless = start();
    assert_eq!(
        (0..20).filter(|_| endless.follow(found, &to("/"))).count(),
        10
    );
}

#[test]
fn replies_keep_everything() {
    let reply = |status: u16, body: &'static str| {
        let mut headers = HeaderMap::new();
        headers.insert("x-oneapi-request-id", HeaderValue::from_static("r-1"));
        headers.insert("retry-after", HeaderValue::from_static("7"));
        Reply::new(StatusCode::from_u16(status).unwrap(), headers, body)
    };
    for status in [200, 201, 299] {
        let task = GetVideo::response(reply(status, r#"{"id":"t","parent":null}"#)).unwrap();
        assert_eq!(task.id, "t");
    }
    let error = GetVideo::response(reply(400, r#"{"code":"bad","x":1}"#)).unwrap_err();
    assert_eq!(
        error.failure().and_then(|failure| failure.code.as_deref()),
        Some("bad")
    );
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(error.operation(), Some("getVideo"));
    let error = GetVideo::response(reply(502, "<html>\nBad gateway")).unwrap_err();
    assert_eq!(error.body(), Some(&b"<html>\nBad gateway"[..]));
    assert_eq!(
        error.to_string(),
        "getVideo: the server replied 502 Bad Gateway (request id r-1): <html> Bad gateway"
    );
    let error = GetVideo::response(reply(429, "")).unwrap_err();
    assert!(error.failure().is_none() && error.to_string().ends_with("with an empty body"));
    for body in ["", "<html>", r#"{"id":5}"#] {
        let error = GetVideo::response(reply(200, body)).unwrap_err();
        assert!(
            matches!(&error, Error::Decode(_)) && error.may_have_been_sent(),
            "{error}"
        );
        assert_eq!(error.body(), Some(body.as_bytes()));
        assert!(std::error::Error::source(&error).is_some());
    }
}

#[test]
fn settings_are_checked() {
    for url in [
        "b.example",
        "ftp://b.example",
        "https://",
        "https://u:p@b.example",
        "https://b.example?x",
        "https://b.example/#x",
    ] {
        assert!(builder().base_url(url).finish().is_err(), "{url}");
    }
    assert!(builder().user_agent("").finish().is_err());
    assert!(builder().user_agent("a\nb").finish().is_err());
    let api = Api { server: "", ..API };
    assert!(ClientBuilder::<()>::new(&api).finish().is_err());
    let error = powertokens_seedance::runtime::token_from_env(&API).unwrap_err();
    assert!(error.to_string().contains("NO_SUCH_TOKEN"));
}

#[test]
fn undescribed_replies_are_kept() {
    fn is_error<T: std::error::Error + Send + Sync + 'static>(_: &T) {}
    let operation = DownloadVideo::new("a b");
    let request = operation
        .request(&"http://localhost".parse().unwrap())
        .unwrap();
    assert_eq!(request.uri(), "http://localhost/v1/videos/a%20b/content");
    let reply = |status| Reply::new(status, HeaderMap::new(), "abc");
    let output = DownloadVideo::response(reply(StatusCode::NO_CONTENT)).unwrap();
    assert_eq!((output.text().as_str(), output.bytes().len()), ("abc", 3));
    let error = DownloadVideo::response(reply(StatusCode::NOT_FOUND)).unwrap_err();
    is_error(&error);
    assert!(size_of_val(&error) <= 64);
}
