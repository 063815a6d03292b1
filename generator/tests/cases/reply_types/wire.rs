//! Which of several contents a reply is, by its media type.

use case_reply_types::operations::{
    DeleteTable, DeleteTableFailure, Numbers, Range, RangeReply, Session, StatusesFailure,
    StatusesReply, Suffix, SuffixReply, Versions, VersionsReply, Words,
};
use case_reply_types::runtime::{ReadReply, Reply};
use case_reply_types::{BaseUrl, Operation};
use http::{HeaderMap, HeaderValue, StatusCode};

fn reply(status: u16, media_type: &str, body: &'static str) -> Reply {
    let mut headers = HeaderMap::new();
    if !media_type.is_empty() {
        headers.insert("content-type", HeaderValue::from_str(media_type).unwrap());
    }
    Reply::new(StatusCode::from_u16(status).unwrap(), headers, body)
}

#[test]
fn a_suffix_is_a_range() {
    let one = Suffix::output(&reply(200, "application/vnd.x+json", r#"{"id":"a"}"#));
    assert!(matches!(one, Ok(SuffixReply::Status200StarJson(_))));
    let all = Suffix::output(&reply(200, "application/json", "[]"));
    assert!(matches!(all, Ok(SuffixReply::Status200Json(_))));
}

#[test]
fn what_a_range_covers_comes_before_it() {
    let thing = Range::output(&reply(200, "Application/JSON; charset=utf-8", r#"{"id":"a"}"#));
    assert!(matches!(thing, Ok(RangeReply::Status200Json(_))));
    for media_type in ["text/html", ""] {
        let words = Range::output(&reply(200, media_type, "words"));
        assert_eq!(words.unwrap(), RangeReply::Status200Any("words".to_owned()));
    }
}

#[test]
fn parameters_tell_versions_apart() {
    let (old, new) = (r#"{"id":"a"}"#, r#"{"key":1}"#);
    let version = |media_type, body| Versions::output(&reply(200, media_type, body));
    for media_type in ["application/json; version=1", "application/json"] {
        assert!(matches!(version(media_type, old), Ok(VersionsReply::Status200Json(_))));
    }
    for media_type in ["application/json;version=2", "application/json; charset=utf-8; VERSION=\"2\""] {
        assert!(matches!(version(media_type, new), Ok(VersionsReply::Status200Json2(_))));
    }
}

#[test]
fn a_string_is_text_or_json() {
    for (media_type, body) in [
        ("application/json", r#""a b""#),
        ("application/problem+json", r#""a b""#),
        ("text/plain", "a b"),
    ] {
        assert_eq!(Words::output(&reply(200, media_type, body)).unwrap(), "a b");
    }
}

#[test]
fn a_list_of_lines_is_lines_both_ways() {
    let base: BaseUrl = "https://example.com".parse().unwrap();
    let request = Numbers::new(vec![1, 2]).request(&base).unwrap();
    assert_eq!(&request.body()[..], b"1\n2\n");
}

#[test]
fn some_replies_have_no_body() {
    assert!(DeleteTable::output(&reply(204, "", "")).is_ok());
    let moved = DeleteTableFailure::read_reply(&reply(302, "text/html", "<html>"));
    assert!(matches!(moved, Ok(DeleteTableFailure::Status302(_))));
    let why = DeleteTableFailure::read_reply(&reply(500, "application/json", r#"{"id":"a"}"#));
    assert!(matches!(why, Ok(DeleteTableFailure::Default(_))));
}

#[test]
fn cookies_have_commas_of_their_own() {
    let mut headers = HeaderMap::new();
    let cookies = ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2"];
    for cookie in cookies {
        headers.append("set-cookie", HeaderValue::from_static(cookie));
    }
    headers.append("x-roles", HeaderValue::from_static("admin, owner"));
    headers.append("x-roles", HeaderValue::from_static("guest"));
    assert_eq!(Session::SET_COOKIE.read(&headers).unwrap().unwrap(), cookies);
    let roles = Session::X_ROLES.read(&headers).unwrap().unwrap();
    assert_eq!(roles, ["admin", "owner", "guest"]);
}

#[test]
fn a_status_comes_before_its_range() {
    let thing = || reply(200, "application/json", r#"{"id":"a"}"#);
    let read = StatusesReply::read_reply;
    assert!(matches!(read(&thing()), Ok(StatusesReply::Status200(_))));
    assert!(matches!(read(&reply(201, "text/plain", "a")), Ok(StatusesReply::Status2xx(_))));
    let read = StatusesFailure::read_reply;
    let wrong = reply(400, "application/json", r#"{"id":"a"}"#);
    assert!(matches!(read(&wrong), Ok(StatusesFailure::Status400(_))));
    assert!(matches!(read(&reply(499, "text/plain", "a")), Ok(StatusesFailure::Status4xx(_))));
}
