//! Files in bodies, and the headers of their parts.

use case_uploads::operations::{AddAvatar, AddDocument, AddScan, ChangeAvatar, PutBlob, SetAvatar};
use case_uploads::types::{AddDocumentBody, AddScanBody, AddScanBodyPage, Avatar, Item};
use case_uploads::{BaseUrl, File, Operation};
use std::io::Read;

fn base() -> BaseUrl {
    "https://example.com".parse().unwrap()
}

/// The body, or what is wrong.
fn sent(operation: &impl Operation) -> String {
    let Ok(request) = operation.streamed_request(&base()) else {
        let error = operation.request(&base()).map(|_| ()).unwrap_err();
        return error.to_string();
    };
    let mut text = String::new();
    match request.body().open().and_then(|mut body| body.read_to_string(&mut text)) {
        Ok(_) => text,
        Err(error) => error.to_string(),
    }
}

fn main_file() -> File {
    File::new("main").header("X-Checksum", "0af")
}

fn document(change: impl FnOnce(AddDocumentBody) -> AddDocumentBody) -> AddDocument {
    AddDocument::new(change(AddDocumentBody::new(main_file())))
}

fn page(name: &str, value: &str) -> AddDocument {
    document(|body| body.with_pages(vec![File::new("page").header(name, value)]))
}

#[test]
fn bytes_come_from_anywhere() {
    for operation in [
        PutBlob::new("text"),
        PutBlob::new(vec![b't', b'e', b'x', b't']),
        PutBlob::new(File::from_reader(&b"text"[..], None)),
    ] {
        assert_eq!(sent(&operation), "text");
    }
    let missing = sent(&PutBlob::new(File::from_path("no such file")));
    assert!(missing.starts_with("/body (no such file): "), "{missing}");
}

#[test]
fn files_are_sent_in_a_form_that_can_carry_them() {
    let picture = || Avatar::new(vec![0, 0xff, b'a']);
    let request = SetAvatar::new(picture()).request(&base()).unwrap();
    let media_type = request.headers()["content-type"].to_str().unwrap();
    assert!(media_type.starts_with("multipart/form-data; "), "{media_type}");
    let body = request.body().as_ref();
    assert!(body.windows(3).any(|bytes| bytes == [0, 0xff, b'a']));
    assert_eq!(sent(&AddAvatar::new(picture())), "image=%00%FFa");
    let refused = sent(&ChangeAvatar::new(picture()));
    assert!(refused.ends_with("a file stands there that is no text"), "{refused}");
    assert_eq!(sent(&ChangeAvatar::new(Avatar::new("a"))), r#"{"image":"a"}"#);
}

#[test]
fn parts_have_their_headers() {
    let body = sent(&document(|body| {
        let page = File::from_reader(&b"page"[..], 4)
            .named("p.bin")
            .header("x-number", 3)
            .header("X-Box", "1,2")
            .header("X-Size", "width=4")
            .header("X-Json", r#"{"name":"n"}"#);
        body.with_pages(vec![page]).with_note("a note")
    }));
    let parts = [
        "Content-Disposition: form-data; name=\"main\"; filename=\"main\"\r\n\
         Content-Type: application/pdf\r\nX-Checksum: 0af\r\n\r\nmain\r\n",
        "Content-Disposition: form-data; name=\"pages\"; filename=\"p.bin\"\r\n\
         Content-Type: application/octet-stream\r\nx-number: 3\r\nX-Box: 1,2\r\n\
         X-Size: width=4\r\nX-Json: {\"name\":\"n\"}\r\n\r\npage\r\n",
        "Content-Disposition: form-data; name=\"note\"\r\n\r\na note\r\n",
    ];
    for part in parts {
        assert!(body.contains(part), "{body}");
    }
}

#[test]
fn files_have_one_of_the_media_types() {
    for given in ["IMAGE/PNG", "application/pdf; a=b"] {
        let body = sent(&document(|mut body| {
            body.main = main_file().media_type(given);
            body
        }));
        assert!(body.contains(&format!("Content-Type: {given}\r\n")), "{body}");
    }
}

#[test]
fn parts_keep_to_the_description() {
    let without = AddDocument::new(AddDocumentBody::new(File::new("main")));
    for (operation, rule) in [
        (without, "/body/main/X-Checksum breaks `required`: nothing"),
        (
            document(|mut body| {
                body.main = main_file().header("x-checksum", "XYZ");
                body
            }),
            "/body/main/X-Checksum breaks `pattern: ^[0-9a-f]+$`: \"XYZ\"",
        ),
        (
            document(|mut body| {
                body.main = main_file().media_type("text/plain; charset=utf-8");
                body
            }),
            "/body/main breaks `contentType: application/pdf, image/*`: text/plain; charset=utf-8",
        ),
        (
            document(|mut body| {
                body.main = main_file().header("X-Level", "medium");
                body
            }),
            "/body/main/X-Level breaks `enum: [\"low\", \"high\"]`: \"medium\"",
        ),
        (
            page("X-Number", "0"),
            "/body/pages/0/X-Number breaks `minimum: 1`: 0",
        ),
        (
            page("X-Box", "1,2,3,4,5"),
            "/body/pages/0/X-Box breaks `maxItems: 4`: [1,2,3,4,5]",
        ),
        (
            page("X-Box", "1,-2"),
            "/body/pages/0/X-Box/1 breaks `minimum: 0`: -2",
        ),
        (
            page("X-Size", "height=4"),
            "/body/pages/0/X-Size breaks `schema (a member `width`)`: height=4",
        ),
        (
            page("X-Json", "n"),
            "/body/pages/0/X-Json breaks `schema (an object)`: n",
        ),
    ] {
        assert_eq!(sent(&operation), format!("invalid request: {rule}"));
    }
}

/// A file that is read while it is sent has no place in JSON.
#[test]
fn json_holds_no_stream() {
    let item = Item::new("n").with_blob(File::from_reader(&b"x"[..], None));
    assert_eq!(
        sent(&document(|body| body.with_item(item))),
        "addDocument: a file stands there that is read while it is sent"
    );
}

#[test]
fn files_in_variants_of_a_form_are_files() {
    let page = AddScanBodyPage::new(vec![b'a', 0xff]);
    let request = AddScan::new().with_body(AddScanBody::from(page)).request(&base()).unwrap();
    let body = request.body().as_ref();
    assert!(body.windows(2).any(|bytes| bytes == [b'a', 0xff]));
    let text = String::from_utf8_lossy(body);
    assert!(text.contains("name=\"page\"; filename=\"page\""), "{text}");
}
