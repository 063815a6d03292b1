//! What messages show of values.

use crate::sample::TextToVideoRequest;
use powertokens_seedance::runtime::{Json, Secret, object, object_rules, optional};

/// What stands behind a value, or in it, may be a secret.
#[test]
fn errors_show_no_values_but_the_wrong_one() {
    for (text, found) in [
        (r#"{"seed":"a\"b","password":"hunter2"}"#, r#""a\"b""#),
        (r#"{"seed":true, "password":"hunter2"}"#, "true"),
        (
            r#"{"seed":{"password":"hunter2"},"x":1}"#,
            r#"{"password":…}"#,
        ),
        (r#"{"seed":["hunter2"]}"#, "[…]"),
        (r#"{"seed":[ ]}"#, "[]"),
        (r#"{"seed":{}}"#, "{}"),
        (r#"{"seed":"abc"hunter2"}"#, r#""abc"…"#),
        (r#"{"seed":"hunter2"#, "what is no JSON"),
    ] {
        let error = TextToVideoRequest::from_json(text).unwrap_err();
        assert_eq!(error.found(), found, "{text}");
    }
}

object! {
    /// A pair that has a rule as a whole.
    pub struct Login {
        password: Option<Secret> = optional("password").min_length(3),
        pin: Option<Secret> = optional("pin"),
    }
    rules = object_rules().min_properties(2);
}

#[test]
fn secrets_are_in_no_message() {
    let text = r#"{"password":"ab","pin":12345}"#;
    let error = Login::from_json(text).unwrap_err();
    assert_eq!(error.to_string(), "/pin: expected a string, found [secret]");
    let login = Login::from_json(r#"{"password":"ab","note":1}"#).unwrap();
    let error = login.validate().unwrap_err().to_string();
    assert_eq!(error, "/password breaks `minLength: 3`: a secret");
    let login = Login::from_json(r#"{"password":"abc"}"#).unwrap();
    let error = login.validate().unwrap_err().to_string();
    assert_eq!(
        error,
        r#"the value breaks `minProperties: 2`: {"password":"[secret]"}"#
    );
    assert_eq!(login.to_json(), r#"{"password":"abc"}"#);
    let list = vec![Secret::new("same"), Secret::new("same")];
    assert!(!format!("{list:?} {login:?}").contains("same"));
}
