//! Parameters: what must not be injected, and what is validated. The styles are tested with the
//! generator, by a crate that has them all.

use crate::sample::{Everything, GetVideo};
use powertokens_seedance::runtime::{BaseUrl, Operation};

fn base() -> BaseUrl {
    "https://example.com/base/".parse().unwrap()
}

#[test]
fn nothing_can_be_injected() {
    let path = |id: &str| {
        let request = GetVideo::new(id).request(&base());
        request
            .map(|request| request.uri().to_string())
            .map_err(|error| error.to_string())
    };
    assert_eq!(
        path("a/../b?c#d%2f e").unwrap(),
        "https://example.com/base/v1/videos/a%2F..%2Fb%3Fc%23d%252f%20e"
    );
    for bad in ["", ".", ".."] {
        let error = path(bad).unwrap_err();
        assert!(error.contains("/task_id breaks"), "{bad:?}: {error}");
    }
    let request = Everything::new("1", "mp4").request(&base()).unwrap();
    assert_eq!(request.uri(), "https://example.com/base/a/1.mp4/b");
    assert!(Everything::new("", ".").request_unchecked(&base()).is_err());
    let request = Everything::new(".", ".").request(&base()).unwrap();
    assert_eq!(request.uri(), "https://example.com/base/a/.../b");
    let mut operation = Everything::new("1", "2");
    operation.list = Some(vec!["a&b=c".into(), "d".into()]);
    operation.session = Some("x; admin=1".into());
    let request = operation.request(&base()).unwrap();
    assert_eq!(request.uri().query(), Some("list=a%26b%3Dc&list=d"));
    assert_eq!(request.headers()["cookie"], "session=x%3B%20admin%3D1");
    operation.trace = Some("a\r\nX-Evil: 1".into());
    let error = operation.request(&base()).unwrap_err();
    assert!(
        error.is_invalid() && error.to_string().contains("/X-Trace"),
        "{error}"
    );
}

#[test]
fn parameters_are_validated() {
    let mut operation = GetVideo::new("");
    operation.limit = Some(101);
    let violations = operation.validate().unwrap_err();
    let found: Vec<_> = violations
        .iter()
        .map(|found| (&*found.pointer, &*found.rule))
        .collect();
    assert_eq!(
        found,
        [("/task_id", "minLength: 1"), ("/limit", "maximum: 100")]
    );
}

#[test]
fn there_is_one_header_of_cookies() {
    let cookies = |given: Option<&str>, session: Option<&str>| {
        let mut operation = Everything::new("1", "2");
        operation.cookies = given.map(Into::into);
        operation.session = session.map(Into::into);
        let request = operation
            .request(&base())
            .map_err(|error| error.to_string())?;
        let all = request.headers().get_all("cookie").iter();
        let all: Vec<_> = all
            .map(|value| String::from_utf8_lossy(value.as_bytes()))
            .collect();
        Ok::<_, String>(all.join("|"))
    };
    assert_eq!(
        cookies(Some("a=1; b=2"), Some("x;y")).unwrap(),
        "a=1; b=2; session=x%3By"
    );
    assert_eq!(cookies(Some("a=1;"), Some("x")).unwrap(), "a=1; session=x");
    assert_eq!(cookies(Some("a=é"), None).unwrap(), "a=é");
    assert_eq!(cookies(Some(""), Some("x")).unwrap(), "session=x");
    assert_eq!(cookies(Some(""), None).unwrap(), "");
    let error = cookies(Some("a=1\r\nX-Evil: 1"), Some("x")).unwrap_err();
    assert!(error.contains("/Cookie"), "{error}");
}

/// OpenAPI 3.0.4, Parameter Object: RFC 6570, section 3.2.3, but for what no query can have.
#[test]
fn reserved_characters_can_stay() {
    let query = |text: &str| {
        let mut operation = Everything::new("1", "2");
        operation.raw = Some(text.into());
        let request = operation.request(&base()).unwrap();
        request.uri().query().unwrap_or_default().to_owned()
    };
    for (text, expected) in [
        (":/?@!$&'()*+,;=", "raw=:/?@!$&'()*+,;="),
        ("[a]#b", "raw=%5Ba%5D%23b"),
        ("%2f%C3%A9 é", "raw=%2f%C3%A9%20%C3%A9"),
        ("100% %zz %4 %", "raw=100%25%20%25zz%20%254%20%25"),
        ("%é1", "raw=%25%C3%A91"),
    ] {
        assert_eq!(query(text), expected);
    }
}
