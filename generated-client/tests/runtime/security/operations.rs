//! Operations with security of every kind, and a client without a network.

use bytes::Bytes;
use http::Request;
use powertokens_seedance::runtime::{
    Api, ClientBuilder, Endpoint, Exchange, Flow, In, Operation, Parameters, Reply, RequestError,
    Scheme, Settings, Value,
};

pub(crate) const TOKEN: Scheme = Scheme::bearer("token");
pub(crate) const OTHER_TOKEN: Scheme = Scheme::bearer("otherToken");
pub(crate) const BASIC: Scheme = Scheme::basic("basic");
pub(crate) const OTHER_BASIC: Scheme = Scheme::basic("otherBasic");
pub(crate) const DIGEST: Scheme = Scheme::http("digest", "Digest");
pub(crate) const HEADER: Scheme = Scheme::api_key("header", In::Header, "X-Key");
pub(crate) const AUTHORIZATION: Scheme = Scheme::api_key("raw", In::Header, "authorization");
pub(crate) const QUERY: Scheme = Scheme::api_key("query", In::Query, "key");
pub(crate) const COOKIE: Scheme = Scheme::api_key("cookie", In::Cookie, "sid");
pub(crate) const CERTIFICATE: Scheme = Scheme::other("certificate");
pub(crate) const OPEN_ID: Scheme = Scheme::open_id_connect("openId", "https://id.example/");
pub(crate) const OAUTH: Scheme = Scheme::oauth2(
    "oauth",
    &[
        Flow::client_credentials("/token"),
        Flow::password("https://login.example/password"),
        Flow::authorization_code("https://login.example/", "https://login.example/token")
            .with_refresh_url("https://login.example/refresh"),
    ],
);
/// A scheme whose description says nothing about tokens that a client can get.
pub(crate) const IMPLICIT: Scheme =
    Scheme::oauth2("implicit", &[Flow::implicit("https://login.example/")]);

macro_rules! operations {
    ($($name:ident: [$([$($scheme:expr),*]),*];)*) => {$(
        pub(crate) struct $name;

        impl Parameters for $name {}

        impl Operation for $name {
            type Output = Reply;
            type Failure = Value;
            const ENDPOINT: Endpoint =
                Endpoint::get(stringify!($name), "/thing").security(&[$(&[$($scheme),*]),*]);
        }
    )*};
}

operations! {
    Public: [];
    Bearer: [[TOKEN]];
    TwoTokens: [[TOKEN], [OTHER_TOKEN]];
    TwoBasics: [[OTHER_BASIC], [BASIC]];
    Both: [[TOKEN, BASIC]];
    BothOrKey: [[TOKEN, BASIC], [HEADER]];
    TwoTokensAtOnce: [[TOKEN, OTHER_TOKEN]];
    Raw: [[AUTHORIZATION, TOKEN]];
    TokenAndKeys: [[TOKEN, HEADER, QUERY, COOKIE]];
    Optional: [[], [TOKEN]];
    ByDigest: [[DIGEST]];
    ByCertificate: [[CERTIFICATE]];
    CertificateOrToken: [[CERTIFICATE], [TOKEN]];
    CertificateAndToken: [[CERTIFICATE, TOKEN]];
    ByOpenId: [[OPEN_ID]];
    Query: [[QUERY]];
    Read: [[OAUTH.with_scopes(&["read"])]];
    Write: [[OAUTH.with_scopes(&["write", "read"])]];
    ByImplicit: [[IMPLICIT]];
}

pub(crate) const API: Api = Api {
    title: "",
    server: "https://a.example/base",
    token_env: "NO_SUCH_TOKEN",
    user_agent: "test/1",
};

pub(crate) fn builder() -> ClientBuilder<()> {
    ClientBuilder::new(&API)
}

pub(crate) fn settings(builder: ClientBuilder<()>) -> Settings {
    builder.finish().unwrap().0
}

pub(crate) fn exchange<O: Operation>(
    builder: ClientBuilder<()>,
    operation: &O,
) -> Result<Exchange, RequestError> {
    let settings = settings(builder);
    let base = settings.server(&O::ENDPOINT).unwrap();
    let Ok(request) = operation.request_unchecked(&base) else {
        panic!("no request can be made");
    };
    Exchange::new(&settings, &O::ENDPOINT, request)
}

/// All credentials of a request, by name.
pub(crate) fn sent(request: &Request<Bytes>) -> String {
    let headers = ["authorization", "x-key", "cookie"].into_iter();
    let headers = headers.filter_map(|name| {
        let value = request.headers().get(name)?;
        assert!(value.is_sensitive(), "{name}");
        Some(format!("{name}: {}", value.to_str().unwrap()))
    });
    let query = request.uri().query().map(|query| format!("?{query}"));
    headers.chain(query).collect::<Vec<_>>().join(", ")
}
