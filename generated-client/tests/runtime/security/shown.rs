//! What errors show when a server sends the credentials back.

use super::operations::{TokenAndKeys, builder, exchange};

const SECRETS: [&str; 4] = ["t0ken-of-mine", "header/k\"ey", "query k&y", "cookie-key"];

#[test]
fn an_exchange_shows_no_credential() {
    let client = builder()
        .bearer_token(SECRETS[0])
        .api_key("header", SECRETS[1])
        .api_key("query", SECRETS[2])
        .api_key("cookie", SECRETS[3]);
    let settings = format!("{client:?}");
    let exchange = exchange(client, &TokenAndKeys).unwrap();
    assert!(
        exchange
            .request()
            .uri()
            .query()
            .unwrap()
            .contains("query%20k%26y")
    );
    for text in [settings, format!("{exchange:?}"), format!("{exchange:#?}")] {
        for part in [
            "t0ken",
            "k\"ey",
            "k\\\"ey",
            "query%20k",
            "query k",
            "cookie-key",
        ] {
            assert!(!text.contains(part), "{part}: {text}");
        }
    }
}
