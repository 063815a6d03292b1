//! Parameters in every style that the servers can read, compared by value.

use crate::Server;
use serde_json::json;
use wire_echo::operations::{
    Cookies, DeepQuery, ExplodedMatrixPath, ExplodedQuery, ExplodedSimplePath, FormQuery, Headers,
    MatrixPath, PipeQuery, SimplePath, SpaceQuery,
};
use wire_echo::types::{Color, Item, Words};

pub(crate) fn all(server: &Server) {
    in_paths(server);
    in_queries(server);
    in_queries_joined(server);
    in_headers(server);
    in_cookies(server);
}

fn color() -> Color {
    Color::new(100, -200, 0)
}

fn words(words: &[&str]) -> Words {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Words that have to be encoded. Python decodes before it looks for commas, which leaves open
/// whose a comma is.
fn difficult(server: &Server) -> &'static [&'static str] {
    if server.is_node {
        &["a,b c", "é;=&", "%2C"]
    } else {
        &["a b", "é;=&", "%2C"]
    }
}

fn in_paths(server: &Server) {
    let list = difficult(server);
    // Python decodes the path before it takes it apart.
    let text = if server.is_node {
        "a b/c?d#é%;"
    } else {
        "a b é;"
    };
    let object = json!({"R": 100, "G": -200, "B": 0});
    let expected = json!({"text": text, "number": -1.5, "list": list, "object": object});
    let operation = SimplePath::new(text, -1.5, words(list), color());
    server.understands("path", &operation, &expected);
    let expected = json!({"list": list, "object": object});
    let operation = ExplodedSimplePath::new(words(list), color());
    server.understands("path", &operation, &expected);
    // Python has no style matrix for templates as OpenAPI has them.
    if server.is_node {
        let operation = ExplodedMatrixPath::new(words(list), color());
        server.understands("path", &operation, &expected);
        let expected = json!({"text": text, "list": list, "object": object});
        let operation = MatrixPath::new(text, words(list), color());
        server.understands("path", &operation, &expected);
    }
}

fn in_queries(server: &Server) {
    let list = difficult(server);
    let item = Item::new("x").with_count(-1).with_tags(words(&["&"]));
    let operation = FormQuery::new()
        .with_text("a b&c=d+é%#")
        .with_flag(false)
        .with_number(0.25)
        .with_exploded(words(&["a,b", "c d", "&"]))
        .with_list(words(list))
        .with_object(color())
        .with_reserved(":/?@!$'()*,;=#%é")
        .with_json(item);
    let expected = json!({
        "text": "a b&c=d+é%#", "flag": false, "number": 0.25, "exploded": ["a,b", "c d", "&"],
        "list": list, "object": {"R": 100, "G": -200, "B": 0}, "reserved": ":/?@!$'()*,;=#%é",
        "json": {"name": "x", "count": -1, "tags": ["&"]},
    });
    server.understands("query", &operation, &expected);
}

fn in_queries_joined(server: &Server) {
    let list = ["blue", "a,b", "é&"];
    let expected = json!({"list": list});
    let operation = PipeQuery::new().with_list(words(&list));
    server.understands("query", &operation, &expected);
    let object = json!({"object": {"R": 100, "G": -200, "B": 0}});
    let operation = DeepQuery::new().with_object(color());
    server.understands("query", &operation, &object);
    // Python looks for `%20` in what is decoded already, and has no exploded objects in queries.
    if server.is_node {
        let operation = SpaceQuery::new().with_list(words(&list));
        server.understands("query", &operation, &expected);
        let operation = ExplodedQuery::new().with_object(color());
        server.understands("query", &operation, &object);
    }
}

fn in_headers(server: &Server) {
    let operation = Headers::new()
        .with_x_text("a text: \"quoted\"")
        .with_x_number(i64::from(i32::MIN))
        .with_x_list(words(&["blue", "a b"]))
        .with_x_object(color())
        .with_x_exploded(color());
    let color = json!({"R": 100, "G": -200, "B": 0});
    let expected = json!({
        "x-text": "a text: \"quoted\"", "x-number": i32::MIN, "x-list": ["blue", "a b"],
        "x-object": color, "x-exploded": color,
    });
    server.understands("header", &operation, &expected);
}

fn in_cookies(server: &Server) {
    // Node decodes cookies and knows nothing of their types; Python the other way round.
    let text = if server.is_node { "a b;c=é%" } else { "plain" };
    let operation = Cookies::new()
        .with_text(text)
        .with_number(-7)
        .with_list(words(&["blue", "black"]))
        .with_object(color());
    let expected = if server.is_node {
        json!({"text": text, "number": "-7", "list": "blue,black", "object": "R,100,G,-200,B,0"})
    } else {
        let object = json!({"R": 100, "G": -200, "B": 0});
        json!({"text": text, "number": -7, "list": ["blue", "black"], "object": object})
    };
    server.understands("cookie", &operation, &expected);
}
