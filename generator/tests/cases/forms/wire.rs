//! Forms that come in are read as requests write them.

use bytes::Bytes;
use case_forms::callbacks::{OnEither, OnNobody, OnNote, OnNumbers};
use case_forms::operations::{SendNote, Token, TokenFailure};
use case_forms::runtime::{BaseUrl, Callback, DecodeError};
use case_forms::types::{
    Note, NoteAuthor, NoteColour, NoteEitherVariant2, NoteKind, NoteOthersItem, NotePlace, NotePlaceAt,
};
use case_forms::{Nullable, Operation, Reply};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Request, StatusCode};

fn form(body: impl Into<Bytes>) -> Request<Bytes> {
    let request = Request::builder().header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    request.body(body.into()).unwrap()
}

/// What the receiver of what this client sends gets.
fn round(note: &Note) -> (String, Note) {
    let base: BaseUrl = "https://a.example".parse().unwrap();
    let Ok(request) = SendNote::new(note.clone()).request(&base) else {
        panic!("the note cannot be sent");
    };
    let text = String::from_utf8(request.body().to_vec()).unwrap();
    let note = OnNote::parse(&request).unwrap_or_else(|error| panic!("{error}: {text}"));
    (text, note)
}

#[test]
fn what_requests_write_is_read() {
    let colour = NoteColour::new().with_red(255).with_green(0);
    let tags = ["a,b", "c&d=e", "", "ü +%"].map(str::to_owned).to_vec();
    let mut note = Note::new("{\"no\": \"JSON\"}", tags, colour);
    let author = NoteAuthor::new().with_name("5").with_age(5);
    let at = NotePlaceAt::new().with_x(1.5);
    let lines = vec!["x".to_owned(), "y".to_owned()];
    let place = NotePlace::new().with_city("Aßlar").with_lines(lines).with_at(at);
    note = note.with_count(-7).with_urgent(true).with_kind(NoteKind::Empty).with_author(author);
    note = note.with_others(vec![NoteOthersItem::new().with_name("n"), NoteOthersItem::new()]);
    note = note.with_after(vec![1, 2]).with_codes(vec!["1,2".to_owned(), "3".to_owned()]);
    note = note.with_place(place).with_size([("w".to_owned(), 1), ("h".to_owned(), 2)].into());
    note = note.with_words(vec!["one".to_owned(), "two three".to_owned()]).with_spaced(vec![1, 2]);
    let either = NoteEitherVariant2::new("i");
    for note in [note.clone().with_either(4), note.with_either(either)] {
        let (text, read) = round(&note);
        assert_eq!(read, note, "{text}");
    }
    let empty = Note::new("", Vec::new(), NoteColour::new()).with_urgent(Nullable::Null);
    let (text, read) = round(&empty);
    assert_eq!((text.as_str(), read), ("text=&urgent=", empty));
}

#[test]
fn other_writers_are_understood() {
    let text = "text=a+b%2Bc&tags=x&tags=y&red=1&count=&extra=1&extra=2&place[city]=A&place[lines][0]=b";
    let note = OnNote::parse(&form(text)).unwrap();
    assert_eq!((note.text.as_str(), note.tags.as_slice()), ("a b+c", &["x".to_owned(), "y".to_owned()][..]));
    assert_eq!((note.colour.red, note.count), (Some(1), None));
    assert_eq!(note.undeclared.get("extra").unwrap().to_string(), r#"["1","2"]"#);
    let place = note.place.unwrap();
    assert_eq!((place.city.as_deref(), place.lines), (Some("A"), Some(vec!["b".to_owned()])));
    let numbers = OnNumbers::parse(&form("a=1&a=2&b=3")).unwrap();
    assert_eq!(numbers, [("a".to_owned(), vec![1, 2]), ("b".to_owned(), vec![3])].into());
}

#[test]
fn what_is_no_such_form_is_an_error() {
    let refused = |text: &[u8]| -> DecodeError {
        OnNote::parse(&form(Bytes::copy_from_slice(text))).unwrap_err()
    };
    for (text, pointer, expected) in [
        (&b"text=%zz"[..], "/text", "two hexadecimal digits behind each %"),
        (b"text=%", "/text", "two hexadecimal digits behind each %"),
        (b"t%=a", "", "two hexadecimal digits behind each %"),
        (b"text=%FF", "/text", "text in UTF-8"),
        (b"text=\xff", "", "a form in UTF-8"),
        (b"text=a&text=b", "/text", "a string"),
        (b"text=a&count=1&count=2", "/count", "an integer"),
        (b"text=a&count=x", "/count", "an integer"),
        (b"text=a&codes=1&codes=2", "/codes", "one field"),
        (b"text=a&size=w,1,w,2", "/size", "different names"),
        (b"text=a&size=w", "/size", "a value behind each name"),
        (b"text=a&author=b", "/author", "an object"),
        (b"text=a&author={},\"count\":{}", "/author", "JSON"),
        (b"text=a&author={}}&count=1", "/author", "JSON"),
        (b"text=a&after=", "/after", "JSON"),
        (b"text=a&place=1&place[city]=x", "/place", "a value or members"),
        (b"tags=a", "", "a member `text`"),
    ] {
        let shown = String::from_utf8_lossy(text);
        let error = refused(text);
        assert_eq!((error.pointer().as_str(), error.expected()), (pointer, expected), "{shown}");
    }
    let deep = format!("text=a&place{}=x", "[y]".repeat(100_000));
    assert_eq!(refused(deep.as_bytes()).expected(), "at most 128 levels of nesting");
    let long = format!("text=a&author={}", "[".repeat(100_000));
    assert!(refused(long.as_bytes()).pointer().starts_with("/author"));
}

#[test]
fn the_media_type_says_what_comes() {
    let token = OnEither::parse(&form("access_token=t&expires_in=5&scope=a")).unwrap();
    assert_eq!((token.access_token.expose(), token.expires_in), ("t", Some(5)));
    let json = Request::new(Bytes::from_static(br#"{"access_token":"t","scope":["a"]}"#));
    assert_eq!(OnEither::parse(&json).unwrap().scope, token.scope);
    let raw = OnNobody::parse(&form("name=a")).unwrap();
    assert_eq!(raw.text(), "name=a");
}

#[test]
fn replies_are_read() {
    let content_type = HeaderValue::from_static("application/x-www-form-urlencoded; charset=utf-8");
    let headers = HeaderMap::from_iter([(CONTENT_TYPE, content_type)]);
    let reply = Reply::new(StatusCode::OK, headers.clone(), "access_token=a%2Fb&expires_in=3600&scope=x&scope=y");
    let token = Token::output(&reply).unwrap();
    assert_eq!((token.access_token.expose(), token.expires_in), ("a/b", Some(3600)));
    let failed = |headers, body: &'static str| {
        Token::failure(&Reply::new(StatusCode::BAD_REQUEST, headers, body)).unwrap()
    };
    let TokenFailure::Status400Form(fault) = failed(headers, "error=no+token") else {
        panic!("it is a form");
    };
    assert_eq!(fault.error, "no token");
    let TokenFailure::Status400Json(fault) = failed(HeaderMap::new(), r#"{"error":"no"}"#) else {
        panic!("it is JSON");
    };
    assert_eq!(fault.error, "no");
}
