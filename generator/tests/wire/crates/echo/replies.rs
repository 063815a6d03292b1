//! Replies of each kind.

use crate::{Server, Transport};
use std::io::Read;
use wire_echo::operations::{GetHeaders, GetProblem, GetText, GetXml};
use wire_echo::runtime::Error;
use wire_echo::types::{Color, Item, Person};

pub(crate) fn all(server: &Server) {
    for transport in &server.transports {
        text_and_bytes(transport);
        headers(transport);
        failures(transport);
        if !server.is_node {
            xml(transport);
        }
    }
}

fn text_and_bytes(transport: &Transport) {
    assert_eq!(transport.send(&GetText::new()).unwrap(), "é ☕\r\n");
    let mut bytes = Vec::new();
    match transport {
        Transport::Reqwest(runtime, client) => runtime.block_on(async {
            let mut download = client.get_bytes().await.unwrap();
            while let Some(chunk) = download.chunk().await.unwrap() {
                bytes.extend_from_slice(&chunk);
            }
        }),
        Transport::Ureq(client) => {
            client.get_bytes().unwrap().read_to_end(&mut bytes).unwrap();
        }
    }
    assert_eq!(bytes, (0..=255).collect::<Vec<u8>>());
}

/// Typed headers of a reply without a body.
fn headers(transport: &Transport) {
    let reply = transport.send(&GetHeaders::new()).unwrap();
    assert_eq!(reply.status.as_u16(), 204);
    assert!(reply.body.is_empty());
    let text = reply.header(GetHeaders::X_TEXT).unwrap();
    assert_eq!(text.as_deref(), Some("a text, with a comma"));
    assert_eq!(reply.header(GetHeaders::X_NUMBER).unwrap(), Some(-7));
    let list = ["blue", "black", "brown"].map(str::to_owned);
    assert_eq!(
        reply.header(GetHeaders::X_LIST).unwrap(),
        Some(list.to_vec())
    );
    let color = Some(Color::new(100, 200, 150));
    assert_eq!(reply.header(GetHeaders::X_OBJECT).unwrap(), color);
    assert_eq!(reply.header(GetHeaders::X_EXPLODED).unwrap(), color);
    let item = Item::new("a, b").with_count(2);
    assert_eq!(reply.header(GetHeaders::X_JSON).unwrap(), Some(item));
}

fn failures(transport: &Transport) {
    let Err(Error::Status(error)) = transport.send(&GetProblem::new()) else {
        panic!("an error reply is an error");
    };
    assert_eq!(error.reply.status.as_u16(), 409);
    assert_eq!(error.failure.unwrap().title, "Taken");
}

fn xml(transport: &Transport) {
    let roles = vec!["x".to_owned(), "<y>".to_owned()];
    let person = Person::new(7).with_name("A & B").with_roles(roles);
    assert_eq!(transport.send(&GetXml::new()).unwrap(), person);
}
