//! What is read from replies beside JSON: text, headers, servers' own requests.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode};
use powertokens_seedance::runtime::{
    Callback, ReplyHeader, Server, ServerVariable, object, optional, server, variable,
};
use powertokens_seedance::{Reply, Value};

fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in lines {
        headers.append(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    headers
}

fn reply(media_type: &'static str, body: &'static str) -> Reply {
    Reply::new(
        StatusCode::OK,
        headers(&[("content-type", media_type)]),
        body,
    )
}

#[test]
fn text_is_read_as_scalars() {
    assert_eq!(reply("text/plain", "12").plain::<i64>().unwrap(), 12);
    assert!(reply("text/plain", " true\n").plain::<bool>().unwrap());
    assert_eq!(reply("text/plain", "12").plain::<String>().unwrap(), "12");
    assert_eq!(
        reply("text/html", "<p>\"").plain::<String>().unwrap(),
        "<p>\""
    );
    assert_eq!(
        reply("application/json", "\"a\"")
            .plain::<String>()
            .unwrap(),
        "a"
    );
    assert!(reply("text/plain", "twelve").plain::<i64>().is_err());
    assert!(reply("text/plain", "[1]").plain::<Vec<i64>>().is_err());
}

#[test]
fn media_types_have_the_parameters_that_are_asked_for() {
    let png = reply("image/PNG; q=1; charset=b; V=\"2\"", "");
    for (range, expected) in [
        ("image/png", true),
        ("image/*", true),
        ("*/*", true),
        ("image/png; x=y", false),
        ("image/png; v=2; Q=1", true),
        ("image/png; charset=a", true),
        ("image/*ng", true),
        ("image/*+json", false),
        ("image/p", false),
        ("text/*", false),
    ] {
        assert_eq!(png.has_type(range), expected, "{range}");
    }
    assert!(!Reply::new(StatusCode::OK, HeaderMap::new(), "").has_type("*/*"));
}

object! {
    struct Limits {
        left: Option<i64> = optional("left"),
        name: Option<String> = optional("name"),
    }
}

#[test]
fn headers_have_types() {
    const COUNT: ReplyHeader<i64> = ReplyHeader::new("x-count");
    const IDS: ReplyHeader<Vec<i64>> = ReplyHeader::new("x-ids").list();
    const NAMES: ReplyHeader<Vec<String>> = ReplyHeader::new("x-names").list();
    const LIMITS: ReplyHeader<Limits> = ReplyHeader::new("x-limits").object(true);
    const PAIRS: ReplyHeader<Limits> = ReplyHeader::new("x-pairs").object(false);
    const ANY: ReplyHeader<Value> = ReplyHeader::new("x-any").json();
    let all = headers(&[
        ("x-count", " 7 "),
        ("x-ids", "1, 2"),
        ("x-ids", "3"),
        ("x-names", "1,b"),
        ("x-limits", "left=3,name=12"),
        ("x-pairs", "left,3,name,n"),
        ("x-any", "{\"a\":[1]}"),
        ("x-bad", "x"),
    ]);
    assert_eq!(COUNT.read(&all).unwrap(), Some(7));
    assert_eq!(IDS.read(&all).unwrap(), Some(vec![1, 2, 3]));
    let names = NAMES.read(&all).unwrap().unwrap();
    assert_eq!(names, ["1", "b"]);
    let limits = LIMITS.read(&all).unwrap().unwrap();
    assert_eq!((limits.left, limits.name.as_deref()), (Some(3), Some("12")));
    let pairs = PAIRS.read(&all).unwrap().unwrap();
    assert_eq!((pairs.left, pairs.name.as_deref()), (Some(3), Some("n")));
    assert_eq!(ANY.read(&all).unwrap().unwrap().to_string(), "{\"a\":[1]}");
    assert_eq!(COUNT.read(&HeaderMap::new()).unwrap(), None);
    assert!(ReplyHeader::<i64>::new("x-bad").read(&all).is_err());
}

struct Happened;

impl Callback for Happened {
    type Body = Limits;
    const METHOD: &'static str = "POST";
    const EXPRESSION: &'static str = "{$request.body#/url}";
}

#[test]
fn callbacks_are_parsed() {
    let request = |text: &'static str| Request::new(Bytes::from_static(text.as_bytes()));
    assert_eq!(
        Happened::parse(&request("{\"left\":1}")).unwrap().left,
        Some(1)
    );
    assert!(Happened::parse(&request("[]")).is_err());
}

#[test]
fn servers_have_variables() {
    const REGION: ServerVariable = variable("region", "eu").values(&["eu", "us"]);
    const SERVER: Server =
        server("https://{region}.example.com/{path}").variables(&[REGION, variable("path", "v1")]);
    assert_eq!(SERVER.url(&[]).unwrap(), "https://eu.example.com/v1");
    let chosen = SERVER.url(&[("region", "us"), ("path", "v2")]);
    assert_eq!(chosen.unwrap(), "https://us.example.com/v2");
    let error = SERVER.url(&[("region", "moon")]).unwrap_err().to_string();
    assert!(error.contains("`region` is not one of: eu, us"), "{error}");
    let error = SERVER.url(&[("zone", "a")]).unwrap_err().to_string();
    assert!(error.contains("no variable `zone`"), "{error}");
}

#[test]
fn text_is_read_by_its_charset() {
    let text = |media_type: &'static str, body: &'static [u8]| {
        let reply = Reply::new(
            StatusCode::OK,
            headers(&[("content-type", media_type)]),
            body,
        );
        assert_eq!(reply.plain::<String>().unwrap(), reply.text());
        reply.text()
    };
    for media_type in [
        "text/plain; charset=iso-8859-1",
        "text/plain; x=1;CHARSET=ISO-8859-1",
        "text/html; charset=\"latin1\"",
        "text/plain; charset=windows-1252",
    ] {
        let read = text(media_type, b"\xe9 \x80 \x9f a");
        assert_eq!(read, "é € Ÿ a", "{media_type}");
    }
    assert_eq!(text("text/plain; charset=utf-8", "é".as_bytes()), "é");
    assert_eq!(text("text/plain", "é".as_bytes()), "é");
    assert_eq!(text("text/plain; charset=unknown", b"\xe9"), "\u{fffd}");
}
