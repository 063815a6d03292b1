//! What the token endpoint is asked, without a network.

use super::operations::{API, IMPLICIT, OAUTH, OPEN_ID, builder, settings};
use http::{HeaderMap, Request};
use powertokens_seedance::Bytes;
use powertokens_seedance::Grant;
use powertokens_seedance::runtime::{ClientBuilder, Scheme, Tokens};

const READ: Scheme = OAUTH.with_scopes(&["read", "a b"]);

fn request(grant: Grant, scheme: &Scheme) -> Result<Request<Bytes>, String> {
    let settings = settings(builder());
    let request = Tokens::new(grant).request(&settings, scheme);
    request.map_err(|error| error.to_string())
}

/// URL, `Authorization` and body.
fn shown(grant: Grant, scheme: &Scheme) -> [String; 3] {
    let request = request(grant, scheme).unwrap();
    let header = |headers: &HeaderMap, name: &str| {
        let value = headers.get(name).map(|value| value.to_str().unwrap());
        value.unwrap_or_default().to_owned()
    };
    let headers = request.headers();
    assert_eq!(request.method(), "POST");
    assert_eq!(header(headers, "accept"), "application/json");
    assert_eq!(header(headers, "user-agent"), "test/1");
    assert_eq!(
        header(headers, "content-type"),
        "application/x-www-form-urlencoded"
    );
    let authorization = headers.get("authorization");
    assert!(authorization.is_none_or(http::HeaderValue::is_sensitive));
    let count = if authorization.is_some() { 4 } else { 3 };
    assert_eq!(headers.len(), count, "{headers:?}");
    [
        request.uri().to_string(),
        header(headers, "authorization"),
        String::from_utf8(request.body().to_vec()).unwrap(),
    ]
}

#[test]
fn each_grant_asks_as_the_standard_says() {
    let client = || Grant::client_credentials("the id", "p:w");
    let rows = [
        (
            shown(client(), &READ),
            [
                "https://a.example/token",
                "Basic dGhlJTIwaWQ6cCUzQXc=",
                "grant_type=client_credentials&scope=a%20b%20read",
            ],
        ),
        (
            shown(client().secret_in_body().scopes(["x"]), &READ),
            [
                "https://a.example/token",
                "",
                "grant_type=client_credentials&scope=x&client_id=the%20id&client_secret=p%3Aw",
            ],
        ),
        (
            shown(
                client()
                    .scopes(Vec::<String>::new())
                    .token_url("https://b.example/t?x=1")
                    .parameter("audience", "https://a.example"),
                &OPEN_ID,
            ),
            [
                "https://b.example/t?x=1",
                "Basic dGhlJTIwaWQ6cCUzQXc=",
                "grant_type=client_credentials&audience=https%3A%2F%2Fa.example",
            ],
        ),
        (
            shown(Grant::refresh_token("id", "r&1"), &READ),
            [
                "https://login.example/refresh",
                "",
                "grant_type=refresh_token&refresh_token=r%261&client_id=id",
            ],
        ),
        (
            shown(
                Grant::refresh_token("id", "r")
                    .client_secret("s")
                    .token_url("t"),
                &READ,
            ),
            [
                "https://a.example/base/t",
                "Basic aWQ6cw==",
                "grant_type=refresh_token&refresh_token=r",
            ],
        ),
        (
            shown(Grant::password("id", "u", "p w"), &OAUTH),
            [
                "https://login.example/password",
                "",
                "grant_type=password&username=u&password=p%20w&client_id=id",
            ],
        ),
    ];
    for (index, (got, expected)) in rows.iter().enumerate() {
        assert_eq!(got, expected, "row {index}");
    }
}

#[test]
fn requests_that_must_not_be_made() {
    let client = || Grant::client_credentials("id", "s3cret");
    let error = |grant| request(grant, &IMPLICIT).unwrap_err();
    assert_eq!(
        error(client()),
        "no token for implicit: the description names no token endpoint for this: \
         set `Grant::token_url`"
    );
    for url in [
        "http://b.example/token",
        "//[",
        "ftp://b.example/",
        "https://u@b.example/",
    ] {
        let error = error(client().token_url(url));
        let expected = if url.starts_with("http:") {
            "plain http"
        } else {
            "is no URL"
        };
        assert!(error.contains(expected), "{url}: {error}");
    }
    let template = error(client().token_url("{root}/token"));
    assert!(
        template.contains("is a template, {root}/token"),
        "{template}"
    );
    assert!(request(client().token_url("http://127.0.0.1:1/"), &IMPLICIT).is_ok());
    let insecure = ClientBuilder::<()>::new(&API).allow_insecure_http();
    let tokens = Tokens::new(client().token_url("http://b.example/token"));
    assert!(tokens.request(&settings(insecure), &IMPLICIT).is_ok());
}

#[test]
fn nothing_secret_is_shown() {
    let grants = [
        Grant::client_credentials("id", "s3cret"),
        Grant::refresh_token("id", "s3cret").client_secret("s3cret"),
        Grant::password("id", "u", "s3cret"),
    ];
    for grant in grants {
        let text = format!("{grant:?} {:?}", Tokens::new(grant.clone()));
        let client = format!("{:?}", builder().grant("oauth", grant));
        assert!(
            !text.contains("s3cret") && !client.contains("s3cret"),
            "{text}"
        );
    }
}
