//! Where parameters go, and what they are there.

use case_parameters::operations::GetItem;
use case_parameters::types::GetItemFormat;
use case_parameters::{BaseUrl, Nullable, Operation};

fn uri(operation: &GetItem) -> String {
    let base: BaseUrl = "https://example.com".parse().unwrap();
    match operation.request(&base) {
        Ok(request) => request.uri().to_string(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn values_may_be_empty_where_that_is_allowed() {
    let item = || GetItem::new(1, vec!["a".to_owned()], GetItemFormat::Json, 20);
    let path = "https://example.com/shops/1/items/.a.json?limit=20";
    assert_eq!(uri(&item()), path);
    let empty = item().with_verbose(Nullable::Null).with_note("");
    assert_eq!(uri(&empty), format!("{path}&verbose=&note="));
    let set = item().with_verbose(true).with_q("x");
    assert_eq!(uri(&set), path.replace("limit", "q=x&limit") + "&verbose=true");
}
