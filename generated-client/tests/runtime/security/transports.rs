//! Both clients against a server that issues tokens.

use super::operations::{ByDigest, ByOpenId, Optional, Read, TokenAndKeys, Write};
use super::server::{Server, reply};
use powertokens_seedance::runtime::{
    ClientBuilder, Endpoint, Error, Operation, Parameters, Reply, Scheme, Secret, Streams,
    TokenErrorKind, TransportKind, Value,
};
use powertokens_seedance::{Grant, Json};
use std::time::Duration;

/// An operation whose replies are JSON of a form, so that they can be unreadable.
struct Typed;

impl Parameters for Typed {}

impl Operation for Typed {
    type Output = i64;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("typed", "/thing").security(&[&[
        Scheme::bearer("token"),
        Scheme::api_key("query", powertokens_seedance::runtime::In::Query, "key"),
    ]]);
}

/// An operation whose reply comes item by item.
struct Numbers;

impl Parameters for Numbers {}

impl Operation for Numbers {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint =
        Endpoint::get("Numbers", "/numbers").security(&[&[Scheme::bearer("token")]]);
}

impl Streams for Numbers {
    type Item = i64;
    const MEDIA_TYPE: &'static str = "application/x-ndjson";
}

/// A server that issues `token-0`, `token-1` and so on, and takes all that it issued.
fn issuer(lifetime: &'static str) -> Server {
    Server::start(move |request, before| {
        if request.starts_with("POST /token ") {
            // Slow enough for everybody to come and wait.
            std::thread::sleep(Duration::from_millis(100));
            let token = format!(r#""access_token":"token-{before}","token_type":"Bearer""#);
            return reply(200, &format!("{{{token}{lifetime}}}"));
        }
        let known = request.contains("authorization: Bearer token-");
        reply(if known { 200 } else { 401 }, "{}")
    })
}

fn client<T>(builder: ClientBuilder<T>, server: &Server) -> ClientBuilder<T> {
    let builder = builder.base_url(&server.url());
    builder.client_credentials("oauth", "id", "s3cret-of-client")
}

fn token_error<F>(error: Error<F>) -> (TokenErrorKind, String) {
    let text = error.to_string();
    assert!(!error.may_have_been_sent());
    match error {
        Error::Token(error) => (error.kind(), text),
        _ => panic!("{text}"),
    }
}

/// The same checks for both clients; `$wait` turns a call into its result, and `$all` runs many of
/// one operation at once and counts those that succeed.
macro_rules! checks {
    ($client:ty, $wait:path, $all:path, $next:path, $provider:expr) => {
        use super::{
            ByDigest, ByOpenId, Duration, Error, Grant, Json, Numbers, Operation, Optional, Read, Reply,
            Scheme, Secret, Server, TokenAndKeys, TokenErrorKind, TransportKind, Typed, Value, Write, client,
            issuer, reply, token_error,
        };
        use std::sync::{Arc, Mutex};

        fn start(server: &Server) -> $client {
            client(<$client>::builder(), server).build().unwrap()
        }

        #[test]
        fn many_calls_make_one_token_request() {
            let server = issuer(r#","expires_in":3600"#);
            let client = start(&server);
            assert_eq!($all(&client, 50), 50);
            let asked = server.asked("POST /token ");
            assert_eq!(asked.len(), 1);
            assert!(asked[0].contains("authorization: Basic aWQ6czNjcmV0LW9mLWNsaWVudA==\r\n"));
            assert!(asked[0].ends_with("\r\n\r\ngrant_type=client_credentials&scope=read"));
            let calls = server.asked("GET ");
            assert_eq!(calls.len(), 50);
            assert!(calls.iter().all(|call| call.contains("authorization: Bearer token-0\r\n")));
            assert!(calls.iter().all(|call| !call.contains("s3cret")));
            $wait(client.clone().send(&Write)).unwrap();
            assert_eq!(server.asked("POST /token ").len(), 2);
            assert!(!format!("{client:?}").contains("s3cret"));
            assert!(!format!("{client:?}").contains("token-0"));
        }

        #[test]
        fn many_calls_share_a_failure() {
            let server = Server::start(|_, _| {
                std::thread::sleep(Duration::from_millis(300));
                reply(401, r#"{"error":"invalid_client"}"#)
            });
            let client = start(&server);
            assert_eq!($all(&client, 50), 0);
            assert!(server.asked("GET ").is_empty());
            let asked = server.asked("POST /token ").len();
            // Few of a busy machine may come late.
            assert!(asked < 25, "asked {asked} times");
            let error = $wait(client.send(&Read)).unwrap_err();
            assert_eq!(server.asked("POST /token ").len(), asked + 1);
            assert_eq!(error.operation(), Some("Read"));
            assert!(std::error::Error::source(&error).is_none());
            let text = "Read: no token for oauth: the token endpoint replied 401 Unauthorized: \
                        invalid_client";
            assert_eq!(token_error(error), (TokenErrorKind::Refused, text.to_owned()));
        }

        #[test]
        fn an_expired_token_is_replaced() {
            let server = issuer(r#","expires_in":0"#);
            let client = start(&server);
            for _ in 0..3 {
                $wait(client.send(&Read)).unwrap();
            }
            assert_eq!(server.asked("POST /token ").len(), 3);
            let last = server.asked("GET ").pop().unwrap();
            assert!(last.contains("authorization: Bearer token-2\r\n"), "{last}");
        }

        #[test]
        fn a_token_that_is_refused_is_dropped() {
            let server = Server::start(|request, before| match request {
                text if text.starts_with("POST") => {
                    reply(200, &format!(r#"{{"access_token":"token-{before}"}}"#))
                }
                text if text.contains("token-0") => reply(401, r#"{"what":"token-0"}"#),
                _ => reply(200, "{}"),
            });
            let client = start(&server);
            let error = $wait(client.send(&Read)).unwrap_err();
            assert_eq!(error.status().unwrap().as_u16(), 401);
            assert_eq!(server.asked("GET ").len(), 1, "nothing is repeated by itself");
            for text in [format!("{error}"), format!("{error:?}"), format!("{error:#?}")] {
                assert!(text.contains("[secret]") && !text.contains("token-0"), "{text}");
            }
            $wait(client.send(&Read)).unwrap();
            $wait(client.send(&Read)).unwrap();
            assert_eq!(server.asked("POST /token ").len(), 2);
        }

        #[test]
        fn refresh_tokens_rotate() {
            let server = Server::start(|request, before| match request {
                text if text.starts_with("POST") => reply(
                    200,
                    &format!(
                        r#"{{"access_token":"token-{before}","expires_in":0,"refresh_token":"refresh-{before}"}}"#
                    ),
                ),
                _ => reply(200, "{}"),
            });
            let stored = Arc::new(Mutex::new(String::new()));
            let seen = Arc::clone(&stored);
            let grant = Grant::refresh_token("id", "refresh-x").token_url("/token");
            let grant = grant.on_new_refresh_token(move |token| {
                token.expose().clone_into(&mut seen.lock().unwrap());
            });
            let builder = <$client>::builder().base_url(&server.url());
            let client = builder.grant("openId", grant).build().unwrap();
            for _ in 0..3 {
                $wait(client.send(&ByOpenId)).unwrap();
            }
            let bodies: Vec<String> = server.asked("POST").into_iter()
                .map(|text| text.rsplit("\r\n").next().unwrap().to_owned())
                .collect();
            assert_eq!(bodies, ["refresh-x", "refresh-0", "refresh-1"].map(|token| {
                format!("grant_type=refresh_token&refresh_token={token}&client_id=id")
            }));
            assert_eq!(*stored.lock().unwrap(), "refresh-2");
        }

        #[test]
        fn the_network_may_fail_on_the_way_to_a_token() {
            let server = Server::start(|_, _| String::new());
            let gone = {
                let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
                format!("http://{}", listener.local_addr().unwrap())
            };
            let grant = Grant::client_credentials("id", "s3cret-of-client").token_url(gone);
            let builder = <$client>::builder().base_url(&server.url());
            let client = builder.grant("oauth", grant).build().unwrap();
            let error = $wait(client.send(&Read)).unwrap_err();
            assert!(error.is_connect(), "{error}");
            assert!(std::error::Error::source(&error).is_some());
            let (_, text) = token_error(error);
            let expected = "Read: no token for oauth: the token endpoint gave no reply: \
                            no connection could be made";
            assert_eq!(text, expected);
            let error = $wait(start(&server).send(&Read)).unwrap_err();
            assert!(matches!(token_error(error).0, TokenErrorKind::Transport(_)));
            assert!(server.asked("GET").is_empty());
        }

        #[test]
        fn providers_give_tokens() {
            let server = Server::start(|_, _| reply(200, "{}"));
            let builder = <$client>::builder().base_url(&server.url());
            let builder = builder.token_provider("oauth", $provider);
            let builder = builder.token_provider("openId", $provider);
            let builder = builder.token_provider("token", $provider);
            let client = builder.token_provider("digest", $provider).build().unwrap();
            $wait(client.send(&Write)).unwrap();
            $wait(client.send(&ByOpenId)).unwrap();
            $wait(client.send(&Optional)).unwrap();
            $wait(client.send(&ByDigest)).unwrap();
            let asked = server.asked("GET");
            for (call, expected) in asked.iter().zip([
                "Bearer oauth:write:read",
                "Bearer openId",
                "Bearer token",
                "Digest digest",
            ]) {
                let expected = format!("authorization: {expected}\r\n");
                assert!(call.contains(&expected), "{call}");
            }
            assert_eq!(asked.len(), 4);
        }

        #[test]
        fn providers_may_fail() {
            let server = Server::start(|_, _| reply(200, "{}"));
            let builder = <$client>::builder().base_url(&server.url());
            let client = builder.token_provider("oauth", fail).build().unwrap();
            let error = $wait(client.send(&Read)).unwrap_err();
            let source = std::error::Error::source(&error).unwrap().to_string();
            assert_eq!(source, "nobody is there");
            let text = "Read: no token for oauth: the token provider failed";
            assert_eq!(token_error(error), (TokenErrorKind::Provider, text.to_owned()));
            assert!(server.asked("GET").is_empty());
        }

        #[test]
        fn credentials_that_come_back_are_not_shown() {
            let (token, key) = ("t0ken/of\"mine", "k&y of mine");
            let echo = |text: &str| {
                let json = Value::from(text.to_owned()).to_json();
                let long = "x".repeat(280);
                format!("{long} {text} {} {} {json}", json.replace('/', "\\/"), "k%26y%20of%20mine")
            };
            let body = format!("{} {}", echo(token), echo(key));
            for (status, body) in [
                (400, body.clone()),
                (403, Value::from(body.clone()).to_json()),
                (200, Value::from(body.clone()).to_json()),
                (200, format!("\"{}{token}\"", "y".repeat(47))),
            ] {
                let server = Server::start(move |_, _| reply(status, &body));
                let builder = <$client>::builder().base_url(&server.url());
                let builder = builder.bearer_token(token).api_key("query", key);
                let client = builder.build().unwrap();
                let error = $wait(client.send(&Typed)).unwrap_err();
                let source = std::error::Error::source(&error);
                let source = source.map(|source| format!("{source} {source:?}"));
                for text in [
                    error.to_string(),
                    format!("{error:?}"),
                    format!("{error:#?}"),
                    source.unwrap_or_default(),
                ] {
                    for part in ["t0ken", "of\"mine", "y of mine", "k%26y"] {
                        assert!(!text.contains(part), "{status} {part}: {text}");
                    }
                }
                assert!(error.body().unwrap().windows(5).any(|part| part == b"t0ken"));
            }
        }

        #[test]
        fn items_that_cannot_be_read_show_no_credential() {
            let server = Server::start(|_, _| {
                reply(200, "1\n\"t0ken-of-mine\"\n").replace("/json", "/x-ndjson")
            });
            let builder = <$client>::builder().base_url(&server.url());
            let client = builder.bearer_token("t0ken-of-mine").build().unwrap();
            let mut items = $wait(client.stream(&Numbers)).unwrap();
            assert_eq!($wait($next(&mut items)).unwrap().unwrap(), 1);
            let error = $wait($next(&mut items)).unwrap().unwrap_err();
            for text in [error.to_string(), format!("{error:?}")] {
                assert!(text.contains("[secret]") && !text.contains("t0ken"), "{text}");
            }
        }

        #[test]
        fn a_token_may_be_larger_than_a_reply() {
            let server = Server::start(|request, _| {
                let token = "t".repeat(500);
                let body = format!(r#"{{"access_token":"{token}"}}"#);
                reply(200, if request.starts_with("POST") { &body } else { "{}" })
            });
            let builder = client(<$client>::builder(), &server).max_reply_size(10);
            $wait(builder.build().unwrap().send(&Read)).unwrap();
            let endless = Server::start(|_, _| reply(200, &"x".repeat(2 * 1024 * 1024)));
            let error = $wait(start(&endless).send(&Read)).unwrap_err();
            let too_large = TokenErrorKind::Transport(TransportKind::TooLarge);
            assert_eq!(token_error(error).0, too_large);
        }

        #[test]
        fn keys_are_sent_as_described() {
            let server = Server::start(|_, _| reply(200, "{}"));
            let builder = <$client>::builder().base_url(&server.url());
            let builder = builder.credential("token", "t").api_key("header", "k");
            let client = builder.api_key("query", "a&b").api_key("cookie", "c").build().unwrap();
            $wait(client.send(&TokenAndKeys)).unwrap();
            let asked = server.asked("GET /thing?key=a%26b ").pop().unwrap();
            for header in ["authorization: Bearer t\r\n", "x-key: k\r\n", "cookie: sid=c\r\n"] {
                assert!(asked.contains(header), "{asked}");
            }
        }

        type Outcome = Result<Reply, Error<Value>>;

        fn is_ok(outcome: &Outcome) -> bool {
            outcome.is_ok() && Read::ENDPOINT.operation() == "Read"
        }

        /// Name and scopes of what is asked for.
        fn asked_for(scheme: Scheme) -> Secret {
            let mut parts = vec![scheme.name()];
            parts.extend(scheme.scopes());
            Secret::new(parts.join(":"))
        }
    };
}

#[cfg(feature = "reqwest")]
mod asynchronous {
    use powertokens_seedance::runtime::ProviderError;
    use powertokens_seedance::{Client, ItemError, Items};
    use std::sync::LazyLock;
    use tokio::runtime::Runtime;

    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

    fn wait<F: Future>(future: F) -> F::Output {
        RUNTIME.block_on(future)
    }

    fn all(client: &Client, count: usize) -> usize {
        wait(async {
            let calls = (0..count).map(|_| {
                let client = client.clone();
                tokio::spawn(async move { client.send(&Read).await })
            });
            let calls: Vec<_> = calls.collect();
            let mut succeeded = 0;
            for call in calls {
                succeeded += usize::from(is_ok(&call.await.unwrap()));
            }
            succeeded
        })
    }

    async fn next(items: &mut Items<i64>) -> Option<Result<i64, ItemError>> {
        items.next().await.transpose()
    }

    async fn fail(_: Scheme) -> Result<Secret, ProviderError> {
        Err("nobody is there".into())
    }

    checks!(Client, wait, all, next, |scheme: Scheme| async move {
        Ok(asked_for(scheme))
    });

    /// A caller that goes away leaves the token request to the others.
    #[test]
    fn a_caller_that_gives_up_loses_nothing() {
        let server = Server::start(|request, _| {
            if request.starts_with("POST /token ") {
                std::thread::sleep(Duration::from_secs(1));
            }
            reply(200, r#"{"access_token":"token"}"#)
        });
        let client = start(&server);
        wait(async {
            let first = client.send(&Read);
            let short = tokio::time::timeout(Duration::from_millis(30), first).await;
            assert!(short.is_err(), "the server is slower than that");
            client.send(&Read).await.unwrap();
        });
        assert_eq!(server.asked("POST /token ").len(), 1);
    }

    #[test]
    fn the_futures_can_move_between_threads() {
        fn is_send<T: Send>(_: &T) {}
        let server = Server::start(|_, _| String::new());
        let client = start(&server);
        is_send(&client.send(&Read));
        is_send(&client.open(&Read));
    }
}

#[cfg(feature = "ureq")]
mod blocking {
    use powertokens_seedance::ItemError;
    use powertokens_seedance::blocking::{Client, Items};
    use powertokens_seedance::runtime::ProviderError;
    use std::convert::identity;

    fn all(client: &Client, count: usize) -> usize {
        std::thread::scope(|scope| {
            let calls = (0..count).map(|_| scope.spawn(|| is_ok(&client.send(&Read))));
            let calls: Vec<_> = calls.collect();
            let outcomes = calls.into_iter().map(|call| call.join().unwrap());
            outcomes.filter(|&succeeded| succeeded).count()
        })
    }

    fn next(items: &mut Items<i64>) -> Option<Result<i64, ItemError>> {
        items.next()
    }

    fn fail(_: Scheme) -> Result<Secret, ProviderError> {
        Err("nobody is there".into())
    }

    checks!(Client, identity, all, next, |scheme: Scheme| Ok(asked_for(
        scheme
    )));
}
