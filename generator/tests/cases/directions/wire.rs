//! What came in a reply can be sent again: requests leave out what only replies have.

use case_directions::Json;
use case_directions::types::{User, UserRequest};

#[test]
fn requests_leave_out_what_only_replies_have() {
    let text = r#"{"id":"u1","name":"n","address":{},"version":3,"previous":2,
        "settings":{"since":"2024","dark":true},"labels":{"owner":"o","a":1},"mine":1}"#;
    let came = User::from_json(text).unwrap();
    assert_eq!((came.version, came.previous), (3, Some(2)));
    let text = came.to_json().replacen("{", r#"{"password":"p","#, 1);
    let request = UserRequest::from_json(text).unwrap();
    assert_eq!(
        request.to_json(),
        r#"{"name":"n","password":"p","address":{},"settings":{"dark":true},"labels":{"a":1},"mine":1}"#
    );
}
