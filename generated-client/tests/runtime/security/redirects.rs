//! Keys in the query stay on the server that they are for.

use super::operations::{Query, Read, TokenAndKeys, builder, exchange, sent};
use http::{HeaderMap, HeaderValue, StatusCode, header::LOCATION};
use powertokens_seedance::Secret;

fn to(location: &str) -> HeaderMap {
    HeaderMap::from_iter([(LOCATION, HeaderValue::from_str(location).unwrap())])
}

#[test]
fn keys_in_the_query_follow_on_the_same_server_only() {
    for (location, expected) in [
        ("/x", "https://a.example/x?key=a%20b%26"),
        ("/x?y=1", "https://a.example/x?y=1&key=a%20b%26"),
        (
            "/x?key=a%20b%26&y=1",
            "https://a.example/x?key=a%20b%26&y=1",
        ),
        ("/x?key=a+b%26", "https://a.example/x?key=a+b%26"),
        ("https://b.example/x", "https://b.example/x"),
        ("//b.example/x?key=a%20b%26", "https://b.example/x"),
        (
            "https://b.example/x?k%65y=a+b%26&y=1",
            "https://b.example/x?y=1",
        ),
        (
            "https://b.example/?key=theirs",
            "https://b.example/?key=theirs",
        ),
    ] {
        let mut exchange = exchange(builder().api_key("query", "a b&"), &Query).unwrap();
        assert!(exchange.follow(StatusCode::FOUND, &to(location)));
        assert_eq!(exchange.request().uri(), expected, "{location}");
    }
}

#[test]
fn nothing_comes_back_after_another_server() {
    let client = builder()
        .bearer_token("t")
        .api_key("header", "k")
        .api_key("query", "q")
        .api_key("cookie", "c");
    let mut exchange = exchange(client, &TokenAndKeys).unwrap();
    assert!(exchange.follow(StatusCode::FOUND, &to("https://b.example/x")));
    assert_eq!(sent(exchange.request()), "");
    assert!(exchange.follow(StatusCode::FOUND, &to("https://a.example/back")));
    assert_eq!(sent(exchange.request()), "");
    assert_eq!(exchange.rejected(StatusCode::UNAUTHORIZED).count(), 0);
}

#[test]
fn another_server_cannot_reject_a_token() {
    let client = || builder().client_credentials("oauth", "id", "s3cret");
    let rejected = |location: &str| {
        let mut exchange = exchange(client(), &Read).unwrap();
        exchange.give(Secret::new("token")).unwrap();
        assert!(exchange.follow(StatusCode::FOUND, &to(location)));
        exchange.rejected(StatusCode::UNAUTHORIZED).count()
    };
    assert_eq!(rejected("/x"), 1);
    assert_eq!(rejected("https://b.example/x"), 0);
}
