//! Patterns with which each letter doubles the time of a matcher that backtracks.

use case_pattern_time::Json;
use case_pattern_time::types::AddBody;

#[test]
fn texts_that_almost_match_are_refused_at_once() {
    let long = "a".repeat(10_000);
    let right = AddBody::new()
        .with_word(long.as_str())
        .with_path(format!("/{long}/"))
        .with_slug("a-b-c");
    assert!(right.validate().is_ok());
    let wrong = AddBody::new()
        .with_word(format!("{long}!"))
        .with_path(format!("/{long}\u{2028}!"))
        .with_slug(format!("{}A", "a-".repeat(5_000)))
        .with_other(long);
    let broken: Vec<String> = wrong
        .validate()
        .unwrap_err()
        .into_iter()
        .map(|violation| violation.pointer)
        .collect();
    assert_eq!(broken, ["/word", "/path", "/slug", "/other"]);
}
