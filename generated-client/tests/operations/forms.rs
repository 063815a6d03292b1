//! Forms of bodies and parameters that the bundled description does not use.

use crate::requests::shown;
use crate::types::{Color, Fields, Shape, Square};
use bytes::Bytes;
use powertokens_seedance::runtime::{
    Body, Endpoint, Operation, Parameters, Wire, cookie, header, operation, path, query, rule,
};
use powertokens_seedance::{BaseUrl, DecodeError, Nullable, Reply, Value};
use std::collections::BTreeMap;

/// An operation whose reply does not matter.
macro_rules! sent_as {
    ($name:ident, $path:literal, { $($items:tt)* }) => {
        impl Parameters for $name {}

        impl Operation for $name {
            type Output = Reply;
            type Failure = Value;
            const ENDPOINT: Endpoint = Endpoint::new("test", "PUT", $path);
            $($items)*

            fn output(reply: &Reply) -> Result<Reply, DecodeError> {
                Ok(reply.clone())
            }

            fn failure(reply: &Reply) -> Result<Value, DecodeError> {
                reply.json()
            }
        }
    };
}

fn sent<O: Operation>(operation: &O) -> String {
    let base: BaseUrl = "http://localhost".parse().unwrap();
    match operation.request(&base) {
        Ok(request) => shown(&request),
        Err(error) => error.to_string(),
    }
}

struct Form(Fields);
sent_as!(Form, "/form", {
    fn body(&self) -> Option<Body<'_>> {
        Some(Body::form(&self.0))
    }
});

#[test]
fn form_bodies() {
    let head = "PUT http://localhost/form\naccept: application/json\ncontent-type: \
                application/x-www-form-urlencoded\n";
    let mut fields = Fields::blank();
    fields.name = "a&b=c d+é".to_owned();
    assert_eq!(
        sent(&Form(fields.clone())),
        format!("{head}name=a%26b%3Dc%20d%2B%C3%A9")
    );
    fields.count = Some(-7);
    fields.flag = Some(false);
    fields.note = Some(Nullable::Null);
    fields.colors = Some(vec![Color::Red, Color::from("x y")]);
    fields.square = Some(Square::new(0.5));
    fields.rest = BTreeMap::from([("z&".to_owned(), Value::from(1))]);
    assert_eq!(
        sent(&Form(fields.clone())),
        "invalid request: /body/colors/1 breaks `enum: [\"red\", \"blue\"]`: \"x y\""
    );
    let unchecked = Form(fields).request_unchecked(&"http://localhost".parse().unwrap());
    assert_eq!(
        shown(&unchecked.unwrap()),
        format!(
            "{head}name=a%26b%3Dc%20d%2B%C3%A9&count=-7&flag=false&note=&colors=red&colors=x%20y&\
             square=%7B%22side%22%3A0.5%7D&z%26=1"
        )
    );
}

struct NoForm(Vec<i64>);
sent_as!(NoForm, "/form", {
    fn body(&self) -> Option<Body<'_>> {
        Some(Body::form(&self.0))
    }
});

#[test]
fn only_objects_are_forms() {
    assert_eq!(sent(&NoForm(vec![1])), "test: a form must be an object");
}

struct Text(String);
sent_as!(Text, "/text", {
    fn body(&self) -> Option<Body<'_>> {
        Some(Body::text(&self.0).rule(rule().max_length(3)))
    }
});

struct Markdown(String);
sent_as!(Markdown, "/text", {
    fn body(&self) -> Option<Body<'_>> {
        Some(Body::text(&self.0).media_type("text/markdown"))
    }
});

struct Raw(Bytes);
sent_as!(Raw, "/raw", {
    fn body(&self) -> Option<Body<'_>> {
        Some(Body::bytes(&self.0))
    }
});

struct NoBody;
sent_as!(NoBody, "/none", {});

#[test]
fn other_bodies() {
    for (actual, expected) in [
        (
            sent(&Text("é\n".to_owned())),
            "PUT http://localhost/text\naccept: application/json\ncontent-type: text/plain; charset=utf-8\né\n",
        ),
        (
            sent(&Text("long".to_owned())),
            "invalid request: /body breaks `maxLength: 3`: \"long\"",
        ),
        (
            sent(&Markdown("# x".to_owned())),
            "PUT http://localhost/text\naccept: application/json\ncontent-type: text/markdown\n# x",
        ),
        (
            sent(&Raw(Bytes::from_static(b"a\0b"))),
            "PUT http://localhost/raw\naccept: application/json\ncontent-type: application/octet-stream\na\0b",
        ),
        (
            sent(&NoBody),
            "PUT http://localhost/none\naccept: application/json\n",
        ),
    ] {
        assert_eq!(actual, expected);
    }
}

operation! {
    /// Parameters that are written as JSON.
    struct Encoded {
        place: Value = path("place").json(),
        filter: Option<Shape> = query("filter").json(),
        trace: Option<Value> = header("X-Trace").json(),
        session: Option<Square> = cookie("session").json(),
    }
}

impl Operation for Encoded {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::put("test", "/json/{place}");
}

#[test]
fn json_parameters() {
    let mut operation = Encoded {
        place: vec!["a/b"].into(),
        filter: None,
        trace: None,
        session: None,
    };
    assert_eq!(
        sent(&operation),
        "PUT http://localhost/json/%5B%22a%2Fb%22%5D\naccept: application/json\n"
    );
    operation.filter = Some(Shape::Square(Square::new(2.0)));
    operation.trace = Some("é".into());
    operation.session = Some(Square::new(1.5));
    let request = operation.request(&"http://localhost".parse().unwrap());
    let request = request.unwrap();
    assert_eq!(
        request.uri().query(),
        Some("filter=%7B%22kind%22%3A%22square%22%2C%22side%22%3A2%7D")
    );
    assert_eq!(request.headers()["X-Trace"].as_bytes(), "\"é\"".as_bytes());
    assert_eq!(
        request.headers()["cookie"],
        "session=%7B%22side%22%3A1.5%7D"
    );
    operation.session = Some(Square::new(-1.0));
    assert_eq!(
        sent(&operation),
        "invalid request: /session/side breaks `minimum: 0`: -1"
    );
}
