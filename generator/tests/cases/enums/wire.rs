//! Which values of enums may be sent.

use case_enums::runtime::Json;
use case_enums::types::{Job, JobModel, JobPriority, OtherModel, State};

#[test]
fn where_all_strings_are_allowed_others_may_be_sent() {
    let job = Job::new(State::Queued, JobPriority::Priority1).with_model("future");
    assert!(job.validate().is_ok());
    assert_eq!(job.to_json(), r#"{"state":"queued","priority":1,"model":"future"}"#);
    assert_eq!(OtherModel::from_json(r#""large""#), Ok(OtherModel::Large));
    assert_eq!(JobModel::KNOWN.len(), 3);
}

#[test]
fn where_values_are_listed_others_may_not() {
    let job = Job::new("lost".into(), JobPriority::Priority1);
    assert!(job.validate().is_err());
}
