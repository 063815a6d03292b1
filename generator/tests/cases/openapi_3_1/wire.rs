//! Parts of forms in the styles that OpenAPI 3.1 gives them.

use case_openapi_3_1::operations::SendParts;
use case_openapi_3_1::types::{Other, Parts};
use case_openapi_3_1::{BaseUrl, Operation};

#[test]
fn parts_are_written_in_their_style() {
    let base: BaseUrl = "https://example.com".parse().unwrap();
    let other = || Other::new().with_a("a,& ä");
    let parts = Parts::new()
        .with_plain(other())
        .with_deep(other())
        .with_codes(vec![1, 2])
        .with_exploded(other())
        .with_reserved("100%20 / ä")
        .with_files(vec!["f".into()]);
    let request = SendParts::new(parts).request(&base).unwrap();
    let body = String::from_utf8(request.body().to_vec()).unwrap();
    let (_, boundary) = request.headers()["content-type"].to_str().unwrap().split_once("boundary=").unwrap();
    let boundary = format!("--{boundary}");
    let parts = body.split(&boundary).map(|part| part.trim_matches('-').trim());
    let parts: Vec<String> = parts
        .filter(|part| !part.is_empty())
        .map(|part| part.replace("Content-Disposition: form-data; name=", "").replace("\r\n", "|"))
        .collect();
    assert_eq!(
        parts,
        [
            r#""plain"|Content-Type: application/json||{"a":"a,& ä"}"#,
            r#""deep[a]"||a,& ä"#,
            r#""codes"||1|2"#,
            r#""a"||a,& ä"#,
            r#""reserved"||100%20 / ä"#,
            r#""files"; filename="files"|Content-Type: application/octet-stream||f"#,
        ]
    );
}
