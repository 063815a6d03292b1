//! Which alternative of a description is used, and how its credentials are written.

use super::operations::{
    Bearer, Both, BothOrKey, ByCertificate, ByDigest, ByImplicit, ByOpenId, CertificateAndToken,
    CertificateOrToken, Optional, Public, Query, Raw, Read, TokenAndKeys, TwoBasics, TwoTokens,
    TwoTokensAtOnce, Write, builder, exchange, sent,
};
use powertokens_seedance::Secret;
use powertokens_seedance::runtime::{ClientBuilder, Operation};

fn outcome<O: Operation>(builder: ClientBuilder<()>, operation: &O) -> String {
    match exchange(builder, operation) {
        Ok(exchange) => sent(exchange.request()),
        Err(error) => format!("error: {error}"),
    }
}

#[test]
fn credentials_are_sent_where_they_are_asked_for() {
    let token = || builder().bearer_token("t0ken");
    let named = || builder().credential("token", "own");
    let basic = || builder().basic("u", "p");
    let key = || builder().api_key("header", "k");
    let outcomes = [
        (outcome(token().basic("u", "p"), &Public), ""),
        (outcome(token(), &Bearer), "authorization: Bearer t0ken"),
        (
            outcome(token().credential("token", "own"), &Bearer),
            "authorization: Bearer own",
        ),
        (
            outcome(builder().credential("otherToken", "2"), &TwoTokens),
            "authorization: Bearer 2",
        ),
        (
            outcome(named().credential("otherToken", "2"), &TwoTokens),
            "authorization: Bearer own",
        ),
        (outcome(basic(), &TwoBasics), "authorization: Basic dTpw"),
        (
            outcome(builder().basic_for("basic", "a", "b"), &TwoBasics),
            "authorization: Basic YTpi",
        ),
        (
            outcome(basic().basic_for("otherBasic", "a", "b"), &TwoBasics),
            "authorization: Basic YTpi",
        ),
        (
            outcome(
                key()
                    .bearer_token("t")
                    .api_key("query", "a&b")
                    .api_key("cookie", "c;d"),
                &TokenAndKeys,
            ),
            "authorization: Bearer t, x-key: k, cookie: sid=c%3Bd, ?key=a%26b",
        ),
        (outcome(token(), &Optional), "authorization: Bearer t0ken"),
        (outcome(basic(), &Optional), ""),
        (
            outcome(builder().credential("digest", "username=\"u\""), &ByDigest),
            "authorization: Digest username=\"u\"",
        ),
        (outcome(builder(), &ByCertificate), ""),
        (outcome(builder(), &CertificateOrToken), ""),
        (
            outcome(token(), &CertificateOrToken),
            "authorization: Bearer t0ken",
        ),
        (
            outcome(token(), &CertificateAndToken),
            "authorization: Bearer t0ken",
        ),
        (outcome(token(), &ByOpenId), "authorization: Bearer t0ken"),
        (outcome(token(), &Read), "authorization: Bearer t0ken"),
        (outcome(token(), &ByImplicit), "authorization: Bearer t0ken"),
        (outcome(builder().api_key("query", "k"), &Query), "?key=k"),
        // One token serves several schemes that ask for one.
        (
            outcome(token(), &TwoTokensAtOnce),
            "authorization: Bearer t0ken",
        ),
        (
            outcome(builder().credential("otherToken", "2"), &TwoTokensAtOnce),
            "authorization: Bearer 2",
        ),
    ];
    for (index, (got, expected)) in outcomes.iter().enumerate() {
        assert_eq!(got, expected, "outcome {index}");
    }
}

#[test]
fn what_cannot_be_sent_is_refused() {
    let token = || builder().bearer_token("t0ken");
    let outcomes = [
        (
            outcome(builder(), &TwoTokens),
            "error: TwoTokens: no credentials are set for token or otherToken",
        ),
        (
            outcome(builder().credential("tokn", "t"), &Bearer),
            "error: Bearer: no credentials are set for token, but for tokn",
        ),
        (
            outcome(builder().bearer_token("t"), &ByDigest),
            "error: ByDigest: no credentials are set for digest",
        ),
        (
            outcome(builder().basic_for("token", "u", "p"), &Bearer),
            "error: Bearer: no credentials are set for token, but for token",
        ),
        (
            outcome(token().basic("u", "p"), &Both),
            "error: Both: the credentials for token and basic cannot be sent together: \
             both need the header `authorization`",
        ),
        (
            outcome(token(), &Both),
            "error: Both: no credentials are set for token + basic",
        ),
        (
            outcome(token().basic("u", "p").api_key("header", "k"), &BothOrKey),
            "x-key: k",
        ),
        (
            outcome(
                builder()
                    .credential("token", "1")
                    .credential("otherToken", "2"),
                &TwoTokensAtOnce,
            ),
            "error: TwoTokensAtOnce: the credentials for token and otherToken cannot be sent \
             together: both need the header `authorization`",
        ),
        (
            outcome(token().api_key("raw", "k"), &Raw),
            "error: Raw: the credentials for raw and token cannot be sent together: \
             both need the header `authorization`",
        ),
        (
            outcome(builder().credential("digest", "a\r\nb: c"), &ByDigest),
            "error: ByDigest: the credential for digest is malformed",
        ),
        (
            outcome(token().base_url("http://b.example"), &CertificateAndToken),
            "error: CertificateAndToken: credentials are not sent over plain http \
             (see `allow_insecure_http`)",
        ),
    ];
    for (index, (got, expected)) in outcomes.iter().enumerate() {
        assert_eq!(got, expected, "outcome {index}");
    }
}

#[test]
fn tokens_that_must_be_got_are_wanted() {
    let grant = || builder().client_credentials("oauth", "id", "s3cret-of-client");
    let mut exchange = exchange(grant(), &Read).unwrap();
    assert_eq!(sent(exchange.request()), "");
    let wanted = exchange.wanted().unwrap();
    assert_eq!((wanted.name(), wanted.scopes()), ("oauth", &["read"][..]));
    exchange.give(Secret::new("fetched")).unwrap();
    assert!(exchange.wanted().is_none());
    assert_eq!(sent(exchange.request()), "authorization: Bearer fetched");
    let wide = super::operations::exchange(grant(), &Write).unwrap();
    assert_eq!(wide.wanted().unwrap().scopes(), ["write", "read"]);
    let rejected = |status: u16| exchange.rejected(status.try_into().unwrap()).count();
    assert_eq!((rejected(401), rejected(403), rejected(200)), (1, 0, 0));
    let malformed = super::operations::exchange(grant(), &Read)
        .unwrap()
        .give(Secret::new("a\nb"));
    assert!(malformed.unwrap_err().to_string().ends_with("is malformed"));
    let exposed = grant().base_url("http://b.example");
    let error = super::operations::exchange(exposed, &Read).unwrap_err();
    assert!(error.to_string().contains("plain http"), "{error}");
}
