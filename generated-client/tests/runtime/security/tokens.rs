//! How long tokens are kept, by a clock that the test turns.

use super::operations::OAUTH;
use http::{HeaderMap, StatusCode};
use powertokens_seedance::runtime::{
    Reply, Scheme, TokenErrorKind, Tokens, TransportError, TransportKind,
};
use powertokens_seedance::{Grant, Secret, TokenError};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const READ: Scheme = OAUTH.with_scopes(&["read"]);
const WRITE: Scheme = OAUTH.with_scopes(&["read", "write"]);
const CLIENT_SECRET: &str = "s3cret-of-client";

/// The tokens of a client and a clock.
struct Store {
    tokens: Tokens,
    now: Instant,
}

impl Store {
    fn new(grant: Grant) -> Self {
        Self {
            tokens: Tokens::new(grant),
            now: Instant::now(),
        }
    }

    fn client() -> Self {
        Self::new(Grant::client_credentials("id", CLIENT_SECRET))
    }

    /// What a call that begins now finds.
    fn find(&self, scheme: &Scheme) -> Option<String> {
        let found = self.tokens.find(scheme, self.now, self.now)?;
        Some(found.map_or_else(|error| error.to_string(), |token| token.expose().to_owned()))
    }

    fn take(&mut self, scheme: &Scheme, status: u16, body: &str) -> Result<String, TokenError> {
        let status = StatusCode::from_u16(status).unwrap();
        let reply = Reply::new(status, HeaderMap::new(), body.to_owned());
        let sent = self.now;
        let token = self.tokens.finish(scheme, Ok(reply), sent, self.now)?;
        Ok(token.expose().to_owned())
    }

    fn wait(&mut self, milliseconds: u64) {
        self.now += Duration::from_millis(milliseconds);
    }
}

fn token(name: &str, more: &str) -> String {
    format!(r#"{{"access_token":"{name}","token_type":"bearer"{more}}}"#)
}

#[test]
fn tokens_are_kept_until_shortly_before_they_expire() {
    for (more, lifetime) in [
        (r#","expires_in":3600"#, Some(3_570_000)),
        (r#","expires_in":"3600""#, Some(3_570_000)),
        (r#","expires_in":100.5"#, Some(90_450)),
        (r#","expires_in":1"#, Some(900)),
        (r#","expires_in":0"#, Some(0)),
        (r#","expires_in":-5"#, Some(0)),
        ("", None),
        (r#","expires_in":null"#, None),
        (r#","expires_in":"soon""#, None),
        (r#","expires_in":1e300"#, None),
        (r#","expires_in":9223372036854775807"#, None),
    ] {
        let mut store = Store::client();
        assert_eq!(store.find(&READ), None);
        assert_eq!(store.take(&READ, 200, &token("a", more)).unwrap(), "a");
        if let Some(lifetime) = lifetime {
            if lifetime > 0 {
                store.wait(lifetime - 1);
                assert_eq!(store.find(&READ).as_deref(), Some("a"), "{more}");
                store.wait(1);
            }
            assert_eq!(store.find(&READ), None, "{more}");
        } else {
            store.wait(1_000_000_000_000);
            assert_eq!(store.find(&READ).as_deref(), Some("a"), "{more}");
        }
    }
}

#[test]
fn a_token_is_for_its_scopes_and_fewer() {
    let mut store = Store::client();
    store.take(&READ, 200, &token("r", "")).unwrap();
    assert_eq!(store.find(&READ).as_deref(), Some("r"));
    assert_eq!(store.find(&WRITE), None);
    store.take(&WRITE, 200, &token("w", "")).unwrap();
    assert_eq!(store.find(&WRITE).as_deref(), Some("w"));
    assert_eq!(store.find(&READ).as_deref(), Some("w"));
    store.tokens.forget(&Secret::new("r"));
    assert_eq!(store.find(&READ).as_deref(), Some("w"));
    store.tokens.forget(&Secret::new("w"));
    assert_eq!(store.find(&READ), None);
    let mut chosen = Store::new(Grant::client_credentials("id", "s").scopes(["all"]));
    chosen.take(&READ, 200, &token("one", "")).unwrap();
    assert_eq!(chosen.find(&WRITE).as_deref(), Some("one"));
}

#[test]
fn those_who_waited_share_a_failure() {
    let mut store = Store::client();
    let asked = store.now;
    store.wait(10);
    let error = store
        .take(&READ, 400, r#"{"error":"invalid_scope"}"#)
        .unwrap_err();
    assert_eq!(error.code(), Some("invalid_scope"));
    store.wait(1);
    let shared = store
        .tokens
        .find(&READ, asked, store.now)
        .unwrap()
        .unwrap_err();
    assert_eq!(shared.to_string(), error.to_string());
    assert!(store.tokens.find(&WRITE, asked, store.now).is_none());
    assert_eq!(store.find(&READ), None);
    store.take(&READ, 200, &token("t", "")).unwrap();
    assert_eq!(store.find(&READ).as_deref(), Some("t"));
}

#[test]
fn refresh_tokens_rotate() {
    let stored = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&stored);
    let grant = Grant::refresh_token("id", "first-one").on_new_refresh_token(move |token| {
        seen.lock().unwrap().push(token.expose().to_owned());
    });
    let mut store = Store::new(grant);
    let settings = super::operations::settings(super::operations::builder());
    let asked = |store: &Store| {
        let request = store.tokens.request(&settings, &READ).unwrap();
        String::from_utf8(request.body().to_vec()).unwrap()
    };
    assert!(asked(&store).contains("refresh_token=first-one&"));
    for (more, expected) in [
        (r#","refresh_token":"second-one""#, "second-one"),
        ("", "second-one"),
        (r#","refresh_token":"""#, "second-one"),
        (r#","refresh_token":"second-one""#, "second-one"),
        (r#","refresh_token":"third-one""#, "third-one"),
    ] {
        store.take(&READ, 200, &token("a", more)).unwrap();
        let body = asked(&store);
        assert!(
            body.contains(&format!("refresh_token={expected}&")),
            "{body}"
        );
    }
    assert_eq!(*stored.lock().unwrap(), ["second-one", "third-one"]);
    assert_eq!(
        store.find(&WRITE).as_deref(),
        Some("a"),
        "one token for all scopes"
    );
    let echo = r#"{"error":"invalid_grant","error_description":"third-one is used up"}"#;
    let error = store.take(&READ, 400, echo).unwrap_err();
    assert_eq!(
        error.to_string(),
        "no token for oauth: the token endpoint replied 400 Bad Request: invalid_grant \
         ([secret] is used up)"
    );
}

#[test]
fn what_is_no_token_is_an_error() {
    let endpoint = "no token for oauth: the token endpoint replied ";
    let reply = "no token for oauth: the reply of the token endpoint ";
    for (status, body, expected) in [
        (
            401,
            r#"{"error":"invalid_client","error_description":"no\nsuch client"}"#,
            format!("{endpoint}401 Unauthorized: invalid_client (no such client)"),
        ),
        (
            200,
            r#"{"error":"bad_verification_code"}"#,
            format!("{endpoint}200 OK: bad_verification_code"),
        ),
        (
            400,
            r#"{"error":"s3cret-of-client","error_description":"aWQ6czNjcmV0LW9mLWNsaWVudA== is wrong"}"#,
            format!("{endpoint}400 Bad Request: [secret] ([secret] is wrong)"),
        ),
        (
            502,
            "<html>s3cret-of-client</html>",
            format!("{endpoint}502 Bad Gateway"),
        ),
        (302, "", format!("{endpoint}302 Found")),
        (
            400,
            r#"{"error":{"a":1}}"#,
            format!("{endpoint}400 Bad Request"),
        ),
        (400, "[]", format!("{endpoint}400 Bad Request")),
        (200, "", format!("{reply}is not JSON")),
        (200, "access_token=a", format!("{reply}is not JSON")),
        (200, "[]", format!("{reply}has no `access_token`")),
        (
            200,
            r#"{"access_token":"","token_type":"bearer"}"#,
            format!("{reply}has no `access_token`"),
        ),
        (
            200,
            r#"{"access_token":{"a":1}}"#,
            format!("{reply}has no `access_token`"),
        ),
        (
            200,
            r#"{"access_token":"a","token_type":"mac"}"#,
            format!("{reply}has a token of the unknown type `mac`"),
        ),
    ] {
        let mut store = Store::client();
        let error = store.take(&READ, status, body).unwrap_err();
        assert_eq!(error.to_string(), expected);
        assert!(!format!("{error:?}").contains(CLIENT_SECRET));
        let refused = expected.starts_with(endpoint);
        let kind = if refused {
            TokenErrorKind::Refused
        } else {
            TokenErrorKind::Unreadable
        };
        assert_eq!((error.kind(), error.scheme()), (kind, "oauth"));
        assert_eq!(store.find(&READ), None);
    }
    let broken = TransportError::new("", TransportKind::Timeout, None);
    let error = TokenError::transport(&READ, broken);
    let mut store = Store::client();
    let now = store.now;
    let error = store
        .tokens
        .finish(&READ, Err(error), now, now)
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "no token for oauth: the token endpoint gave no reply: it took too long"
    );
}
