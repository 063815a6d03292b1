//! Bodies of each kind, compared by value.

use crate::Server;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use wire_echo::operations::{SendBytes, SendForm, SendJson, SendMultipart, SendText, SendXml};
use wire_echo::runtime::{File, Nullable};
use wire_echo::types::{Color, Fields, Item, Parts, Person};

pub(crate) fn all(server: &Server) {
    as_json(server);
    as_form(server);
    as_parts(server);
    as_text_and_bytes(server);
    if !server.is_node {
        as_xml(server);
    }
}

fn item() -> Item {
    Item::new("é \"☕\"\n\u{1f600}\\")
        .with_count(-3)
        .with_ratio(0.1)
        .with_tags(vec![String::new(), "a".to_owned()])
        .with_color(Color::new(1, 2, 3))
        .with_nothing(Nullable::Null)
}

fn item_understood() -> serde_json::Value {
    json!({
        "name": "é \"☕\"\n\u{1f600}\\", "count": -3, "ratio": 0.1, "tags": ["", "a"],
        "color": {"R": 1, "G": 2, "B": 3}, "nothing": null,
    })
}

/// All bytes, so that nothing is taken for text or for the end of a line.
fn all_bytes() -> Vec<u8> {
    (0..=255).collect()
}

fn as_json(server: &Server) {
    server.understands("body", &SendJson::new(item()), &item_understood());
}

fn as_form(server: &Server) {
    let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let fields = Fields::new("a b&c=d+é%\r\n")
        .with_number(5)
        .with_list(list(&["a,b", "c&d"]))
        .with_joined(list(&["blue", "black"]))
        .with_piped(list(&["a b", "c,d"]))
        .with_item(item());
    let expected = json!({
        "text": "a b&c=d+é%\r\n", "number": 5, "list": ["a,b", "c&d"], "joined": ["blue", "black"],
        "piped": ["a b", "c,d"], "item": item_understood(),
    });
    server.understands("body", &SendForm::new(fields), &expected);
}

fn as_parts(server: &Server) {
    let picture = File::new(all_bytes()).named("é.png");
    let text = File::new("a text").named("a.txt").media_type("text/plain");
    let nameless = File::new("--\r\n--part-");
    let parts = Parts::new("é & more")
        .with_tags(vec!["a".to_owned(), "b,c".to_owned()])
        .with_item(item())
        .with_picture(picture)
        .with_files(vec![text, nameless]);
    let operation = SendMultipart::new(parts);
    let encoded = |bytes: &[u8]| BASE64_STANDARD.encode(bytes);
    let picture = encoded(&all_bytes());
    let files = [encoded(b"a text"), encoded(b"--\r\n--part-")];
    let expected = json!({
        "note": "é & more", "tags": ["a", "b,c"], "item": item_understood(), "picture": picture,
        "files": files,
    });
    server.understands("body", &operation, &expected);
    // Python does not tell names and media types of files.
    if server.is_node {
        let field = |name, text, kind| json!({"name": name, "text": text, "mimeType": kind});
        let file = |name, filename, kind, content: &str| json!({"name": name, "filename": filename, "mimeType": kind, "base64": content});
        let json = item_text();
        let expected = json!([
            field("note", "é & more", "text/plain"),
            field("tags", "a", "text/plain"),
            field("tags", "b,c", "text/plain"),
            field("item", &json, "application/json"),
            file("picture", "é.png", "image/png", &picture),
            file("files", "a.txt", "text/plain", &files[0]),
            file("files", "files", "application/octet-stream", &files[1]),
        ]);
        server.understands("parts", &operation, &expected);
    }
}

/// The item as the crate writes it: its value is compared elsewhere.
fn item_text() -> String {
    wire_echo::runtime::Json::to_json(&item())
}

fn as_text_and_bytes(server: &Server) {
    let text = "é ☕\r\n\u{1f600}";
    server.understands("body", &SendText::new(text), &json!(text));
    let expected = json!(BASE64_STANDARD.encode(all_bytes()));
    server.understands("body", &SendBytes::new(all_bytes()), &expected);
}

/// Elements are their name, attributes, text and children.
fn as_xml(server: &Server) {
    let roles = vec!["<a>".to_owned(), "b & c".to_owned()];
    let person = Person::new(7).with_name("é").with_roles(roles);
    let expected = json!(["person", {"id": "7"}, null, [
        ["{urn:names}name", {}, "é", []],
        ["roles", {}, null, [["role", {}, "<a>", []], ["role", {}, "b & c", []]]],
    ]]);
    server.understands("body", &SendXml::new(person), &expected);
}
