//! Forms with encodings, multipart bodies, text, files, base64 and secrets.

use bytes::Bytes;
use powertokens_seedance::runtime::{
    Base64, Body, Endpoint, FieldEncoding, File, Json, Nullable, Operation, Parameters, Reply,
    Secret, Style, Undeclared, Value, Wire, additional_properties, exact_object, field, object,
    optional, required, rule,
};

exact_object! {
    struct Upload {
        title: String = required("title"),
        files: Vec<File> = required("files").max_items(2),
        size: Option<Nullable<Size>> = optional("size"),
        tags: Option<Vec<String>> = optional("tags"),
        more: std::collections::BTreeMap<String, Value> = additional_properties(),
    }
}

object! {
    struct Size {
        width: i64 = required("width"),
        ratios: Option<Vec<f64>> = optional("ratios"),
    }
}

/// A body that a test makes.
struct Sent(for<'a> fn(&'a Upload) -> Body<'a>, Upload);

impl Parameters for Sent {}

impl Operation for Sent {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("send", "/send");

    fn body(&self) -> Option<Body<'_>> {
        Some((self.0)(&self.1))
    }
}

fn sent(body: for<'a> fn(&'a Upload) -> Body<'a>, upload: Upload) -> (String, String) {
    let base = "https://a.example".parse().unwrap();
    let request = match Sent(body, upload).request(&base) {
        Ok(request) => request,
        Err(error) => return (String::new(), error.to_string()),
    };
    let media_type = request.headers()["content-type"].to_str().unwrap();
    let text = String::from_utf8(request.body().to_vec()).unwrap();
    (media_type.to_owned(), text)
}

fn upload() -> Upload {
    Upload {
        title: "a\"b".to_owned(),
        files: vec![
            File::from("one"),
            File::new("two")
                .named("2\"\r\n.png")
                .media_type("image/png"),
        ],
        size: Some(Nullable::Value(Size {
            width: 3,
            ratios: Some(vec![1.0, 0.5]),
            undeclared: Undeclared::default(),
        })),
        tags: Some(vec!["x".to_owned(), "y z".to_owned()]),
        more: std::collections::BTreeMap::new(),
    }
}

#[test]
fn multipart_bodies_have_a_part_per_member_and_element() {
    const ENCODINGS: &[FieldEncoding] = &[
        field("files").content_type("image/*, image/gif"),
        field("title").content_type("text/markdown"),
    ];
    let (media_type, text) = sent(|it| Body::multipart(it).encodings(ENCODINGS), upload());
    let (essence, boundary) = media_type.split_once("; boundary=").unwrap();
    assert_eq!(essence, "multipart/form-data");
    let mark = format!("--{boundary}");
    let part = |head: &str, body: &str| {
        format!("{mark}\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n")
    };
    let expected = [
        part("name=\"title\"\r\nContent-Type: text/markdown", "a\"b"),
        part(
            "name=\"files\"; filename=\"files\"\r\nContent-Type: image/gif",
            "one",
        ),
        part(
            "name=\"files\"; filename=\"2%22%0D%0A.png\"\r\nContent-Type: image/png",
            "two",
        ),
        part(
            "name=\"size\"\r\nContent-Type: application/json",
            "{\"width\":3,\"ratios\":[1,0.5]}",
        ),
        part("name=\"tags\"", "x"),
        part("name=\"tags\"", "y z"),
        format!("{mark}--\r\n"),
    ];
    assert_eq!(text, expected.concat());
}

#[test]
fn a_boundary_is_in_no_part() {
    let mut tricky = upload();
    let (media_type, _) = sent(|it| Body::multipart(it), tricky.clone());
    let boundary = media_type.split_once("boundary=").unwrap().1;
    // The boundary depends on what is sent, so this makes another one; it must not stand in it.
    tricky.files = vec![File::from(format!("--{boundary}--"))];
    let (media_type, text) = sent(|it| Body::multipart(it), tricky);
    let boundary = media_type.split_once("boundary=").unwrap().1;
    assert_eq!(text.matches(boundary).count(), 6);
}

#[test]
fn multipart_bodies_are_validated() {
    let mut many = upload();
    many.files.push(File::from("three"));
    let (_, error) = sent(|it| Body::multipart(it), many);
    assert!(
        error.contains("/body/files breaks `maxItems: 2`"),
        "{error}"
    );
}

#[test]
fn fields_of_forms_follow_their_encoding() {
    const ENCODINGS: &[FieldEncoding] = &[
        field("size").style(Style::DeepObject).explode(true),
        field("tags").style(Style::PipeDelimited).explode(false),
        field("title").content_type("application/json"),
    ];
    let mut it = upload();
    it.files.clear();
    let (media_type, text) = sent(|it| Body::form(it).encodings(ENCODINGS), it.clone());
    assert_eq!(media_type, "application/x-www-form-urlencoded");
    assert_eq!(
        text,
        "title=%22a%5C%22b%22&size%5Bwidth%5D=3&size%5Bratios%5D%5B0%5D=1&size%5Bratios%5D%5B1%5D=0.5&tags=x%7Cy%20z"
    );
    it.size = Some(Nullable::Null);
    it.tags = None;
    let (_, text) = sent(|it| Body::form(it), it);
    assert_eq!(text, "title=a%22b&size=");
}

#[test]
fn a_list_in_a_form_is_a_field_per_item() {
    let text = r#"{"title":"t","files":[],"a":[{"b":1},{"b":2}],"c":[1,[2]]}"#;
    let (_, text) = sent(|it| Body::form(it), Upload::from_json(text).unwrap());
    assert_eq!(
        text,
        "title=t&a=%7B%22b%22%3A1%7D&a=%7B%22b%22%3A2%7D&c=1&c=%5B2%5D"
    );
}

#[test]
fn files_bring_their_media_type() {
    let (media_type, text) = sent(|it| Body::file(&it.files[1]), upload());
    assert_eq!((&*media_type, &*text), ("image/png", "two"));
    let (media_type, _) = sent(|it| Body::file(&it.files[0]), upload());
    assert_eq!(media_type, "application/octet-stream");
    assert_eq!(File::from("x").bytes(), Some(&Bytes::from_static(b"x")));
    assert!(!format!("{:?}", upload().files[1]).contains("two"));
}

#[test]
fn text_is_a_scalar() {
    let (media_type, text) = sent(
        |it| Body::text(&it.title).rule(rule().max_length(9)),
        upload(),
    );
    assert_eq!(
        (&*media_type, &*text),
        ("text/plain; charset=utf-8", "a\"b")
    );
    let (_, error) = sent(
        |it| Body::text(&it.title).rule(rule().max_length(2)),
        upload(),
    );
    assert!(error.contains("/body breaks `maxLength: 2`"), "{error}");
    let (_, error) = sent(|it| Body::text(it), upload());
    assert!(error.contains("cannot be written as text"), "{error}");
}

#[test]
fn base64_keeps_what_was_read() {
    for (bytes, text) in [
        (&b""[..], ""),
        (b"f", "Zg=="),
        (b"fo", "Zm8="),
        (b"foo", "Zm9v"),
        (b"\xfb\xff\xfe", "+//+"),
    ] {
        assert_eq!(Base64::encode(bytes).as_str(), text);
        assert_eq!(Base64::from_text(text).decode().unwrap(), bytes);
    }
    for (text, bytes) in [
        ("Zg", &b"f"[..]),
        ("-__-", b"\xfb\xff\xfe"),
        ("Zm\n8=", b"fo"),
    ] {
        assert_eq!(Base64::from_text(text).decode().unwrap(), bytes);
    }
    for wrong in ["Z", "Zm9vZ", "Z!==", "é"] {
        let value: Base64 = Base64::from_json(format!("\"{wrong}\"")).unwrap();
        assert_eq!(value.to_json(), format!("\"{wrong}\""));
        assert!(
            value.decode().is_err() && value.validate().is_err(),
            "{wrong}"
        );
    }
}

#[test]
fn secrets_are_not_shown() {
    let secret: Secret = Secret::from_json("\"hunter2\"").unwrap();
    assert_eq!(secret.to_json(), "\"hunter2\"");
    assert!(!format!("{secret:?}").contains("hunter2"));
    let mut checker = powertokens_seedance::runtime::Checker::default();
    secret.check(&rule().min_length(8).pattern("^x"), &mut checker);
    let error = checker.finish().unwrap_err();
    assert_eq!(error.iter().count(), 2);
    assert!(!format!("{error} {error:?}").contains("hunter2"));
}
