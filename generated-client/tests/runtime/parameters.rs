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
        assert!(path(bad).is_err(), "{bad:?}");
    }
    let request = Everything::new("1", "mp4").request(&base()).unwrap();
    assert_eq!(request.uri(), "https://example.com/base/a/1.mp4/b");
    assert!(Everything::new("", ".").request_unchecked(&base()).is_err());
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
