//! What bodies of several kinds are on the wire.

use case_requests::operations::{
    AddAny, AddText, DropAny, ImportAny, ImportLines, ImportSequence, PutPicture, Search, SendFields,
    SendForm, SendMixed, SendRelated,
};
use case_requests::types::{
    Address, Order, OrderStopsItem, SearchBox, SearchKind, SearchSince, SendMixedBody, SendRelatedBody,
};
use case_requests::{BaseUrl, File, Nullable, Operation};

/// `Content-Type`, and the body with the boundary of its parts shown as `B`.
fn sent(operation: &impl Operation) -> (String, String) {
    let base: BaseUrl = "https://example.com/v1".parse().unwrap();
    let request = match operation.request(&base) {
        Ok(request) => request,
        Err(error) => panic!("{error}"),
    };
    let media_type = request.headers()["content-type"].to_str().unwrap();
    let body = String::from_utf8(request.body().to_vec()).unwrap();
    let boundary = media_type
        .split("boundary=")
        .nth(1)
        .map(|rest| rest.split(';').next().unwrap());
    let hidden = |text: &str| match boundary {
        Some(boundary) => text.replace(boundary, "B"),
        None => text.to_owned(),
    };
    (hidden(media_type), hidden(&body).replace("\r\n", "\n"))
}

fn order() -> Order {
    let stops = [1, 2].map(|at| OrderStopsItem::new().with_at(at));
    Order::new()
        .with_address(Address::new("A & B"))
        .with_stops(stops.to_vec())
        .with_note("<n/>")
        .with_tags(vec!["t".to_owned()])
}

#[test]
fn parts_are_xml_where_the_description_says_so() {
    let (media_type, body) = sent(&SendForm::new(order()).with_tags_x_rank(7));
    assert_eq!(media_type, "multipart/form-data; boundary=B");
    assert_eq!(
        body,
        "--B
Content-Disposition: form-data; name=\"address\"
Content-Type: application/xml; charset=utf-8

<addr><city>A &amp; B</city></addr>
--B
Content-Disposition: form-data; name=\"stops\"
Content-Type: text/xml

<stops at=\"1\"/>
--B
Content-Disposition: form-data; name=\"stops\"
Content-Type: text/xml

<stops at=\"2\"/>
--B
Content-Disposition: form-data; name=\"note\"
Content-Type: application/xml

<n/>
--B
Content-Disposition: form-data; name=\"tags\"
Content-Type: application/json
X-Rank: 7

\"t\"
--B--
"
    );
    let (_, body) = sent(&SendFields::new(order()));
    assert!(body.contains("&stops=%3Cstops%20at%3D%221%22%2F%3E&stops="), "{body}");
    assert!(body.contains("%3Cstops%20at%3D%222%22%2F%3E&note="), "{body}");
}

#[test]
fn other_multipart_types_are_written_as_their_own() {
    let pages = vec![
        File::new("1").named("one.txt").media_type("text/plain"),
        File::new("2").header("Content-ID", "<mine>"),
    ];
    let body = SendRelatedBody::new(Address::new("x")).with_a_b("é");
    let (media_type, body) = sent(&SendRelated::new("<it>", body.with_pages(pages)));
    assert_eq!(
        media_type,
        "multipart/related; boundary=B; type=\"application/json\""
    );
    assert_eq!(
        body,
        "--B
Content-Type: application/json
Content-ID: <it>

{\"city\":\"x\"}
--B
Content-ID: <a%20b>
Content-Type: text/plain

é
--B
Content-ID: <pages.0>
Content-Disposition: attachment; filename=\"one.txt\"
Content-Type: text/plain

1
--B
Content-Type: application/octet-stream
Content-ID: <mine>

2
--B--
"
    );
    let (media_type, body) = sent(&SendMixed::new(SendMixedBody::new().with_name("n")));
    assert_eq!(media_type, "multipart/mixed; boundary=B");
    assert!(body.contains("form-data; name=\"name\""), "{body}");
}

#[test]
fn lines_are_a_list_of_items() {
    let items = vec![Address::new("a\nb"), Address::new("c")];
    let (media_type, body) = sent(&ImportLines::new(items));
    assert_eq!(media_type, "application/x-ndjson");
    assert_eq!(body, "{\"city\":\"a\\nb\"}\n{\"city\":\"c\"}\n");
    let (media_type, body) = sent(&ImportSequence::new().with_body(vec![1, 2]));
    assert_eq!(media_type, "application/json-seq");
    assert_eq!(body, "\u{1e}1\n\u{1e}2\n");
    let invalid = ImportLines::new(vec![Address::new("a"), Address::new("")]);
    let violations = invalid.validate().unwrap_err();
    assert_eq!(violations.iter().next().unwrap().pointer, "/body/1/city");
    assert!(ImportSequence::new().with_body(vec![0]).validate().is_err());
    let (media_type, _) = sent(&ImportAny::new("{}"));
    assert_eq!(media_type, "application/x-ndjson");
}

#[test]
fn the_caller_says_what_a_range_is() {
    let png = || File::new("").media_type("image/png");
    assert_eq!(sent(&PutPicture::new(png())).0, "image/png");
    assert_eq!(sent(&AddAny::new(png())).0, "image/png");
    assert_eq!(sent(&AddAny::new("x")).0, "application/octet-stream");
    assert_eq!(sent(&AddText::new("x".to_owned())).0, "text/csv");
    let markdown = File::new("x").media_type("text/markdown");
    assert_eq!(sent(&AddText::new(markdown)).0, "text/markdown");
    assert_eq!(sent(&AddText::new(File::new("x"))).0, "text/plain");
    // What has parts is JSON.
    assert_eq!(sent(&DropAny::new(Address::new("x"))).0, "application/json");
}

#[test]
fn what_cannot_be_written_is_refused() {
    let base: BaseUrl = "https://example.com/v1".parse().unwrap();
    let search = || Search::new("here".to_owned());
    let request = search()
        .with_kind(SearchKind::A)
        .with_page(2)
        .with_json(Nullable::Null)
        .with_box(SearchBox::new().with_a("x"))
        .request(&base)
        .map(|request| request.uri().to_string());
    assert_eq!(
        request.ok().as_deref(),
        Some("https://example.com/v1/search/here?kind=a&page=2&json=null&a=x")
    );
    let query = |search: Search| match search.request(&base) {
        Ok(request) => request.uri().query().map(str::to_owned),
        Err(error) => panic!("{error}"),
    };
    // No object, although the style is for objects.
    let sorted = query(search().with_sort("a b").with_since(SearchSince::Integer(3)));
    assert_eq!(sorted.as_deref(), Some("sort=a%20b&since=3"));
    let refused = |search: Search| match search.request(&base) {
        Ok(request) => panic!("{}", request.uri()),
        Err(error) => error.to_string(),
    };
    let error = refused(search().with_rows(vec![vec![1]]));
    assert!(error.contains("/rows breaks"), "{error}");
    let lists = SearchBox::new().with_b(vec!["b".to_owned()]);
    let error = refused(search().with_box(lists));
    assert!(error.contains("/box breaks"), "{error}");
    assert!(search().with_page(0).validate().is_err());
}

#[test]
fn headers_of_parts_are_parameters() {
    let base: BaseUrl = "https://example.com/v1".parse().unwrap();
    let form = SendForm::new(order()).with_tags_x_rank(0);
    let violations = form.validate().unwrap_err();
    assert_eq!(violations.iter().next().unwrap().pointer, "/X-Rank");
    let form = SendForm::new(Order::new()).with_tags_x_rank(1);
    let error = match form.request(&base) {
        Ok(_) => panic!("sent"),
        Err(error) => error.to_string(),
    };
    assert!(error.contains("no part `tags`"), "{error}");
}
