//! From a description in 3.0 form to the document model.

use crate::with_stack::{join, with_stack};
use openapiv3::{OpenAPI, Paths};
use serde_json::{Map, Value};
use std::thread;

/// Takes a description in. The paths, which are the larger half of most, are taken in beside the
/// rest.
///
/// # Errors
///
/// When the model cannot hold the description, which [`lower`](crate::lower) should have mended.
pub fn document(mut value: Value) -> serde_json::Result<OpenAPI> {
    let paths = value.get_mut("paths").map(Value::take);
    let Some(paths) = paths.filter(Value::is_object) else {
        return serde_json::from_value(value);
    };
    if let Some(map) = value.as_object_mut() {
        map.insert("paths".to_owned(), Value::Object(Map::new()));
    }
    let (document, paths) = thread::scope(|scope| {
        let paths = with_stack(scope, || serde_json::from_value::<Paths>(paths));
        let document = serde_json::from_value::<OpenAPI>(value);
        (document, join(paths))
    });
    let mut document = document?;
    document.paths = paths?;
    Ok(document)
}
