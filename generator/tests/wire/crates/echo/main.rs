//! What servers that are not ours understand of a generated client, and what it understands of them.

mod bodies;
mod parameters;
mod replies;
mod script;
mod streams;

use serde_json::Value as Json;
use std::fmt::Debug;
use std::time::Duration;
use tokio::runtime::Runtime;
use wire_echo::runtime::{Error, ItemError, Operation, Streams, Value};
use wire_echo::{Client, blocking};

#[test]
fn node() {
    all(&Server::new("NODE"));
}

#[test]
fn python() {
    all(&Server::new("PYTHON"));
}

fn all(server: &Server) {
    parameters::all(server);
    bodies::all(server);
    replies::all(server);
    streams::with_a_server(server);
}

/// A server, and the two transports to it.
struct Server {
    transports: [Transport; 2],
    is_node: bool,
}

impl Server {
    fn new(name: &str) -> Self {
        let url = std::env::var(format!("SPECWRIGHT_WIRE_{name}")).expect("its address");
        Self {
            transports: Transport::both(&url),
            is_node: name == "NODE",
        }
    }

    /// Sends the operation over both transports: what the server understood has this member.
    #[track_caller]
    fn understands<O>(&self, member: &str, operation: &O, expected: &Json)
    where
        O: Operation<Output = Value> + Sync,
        O::Failure: Debug,
    {
        for transport in &self.transports {
            let answer = transport.send(operation);
            let answer = answer.unwrap_or_else(|error| panic!("{error:?}"));
            let answer: Json = serde_json::from_str(&answer.to_string()).unwrap();
            assert_eq!(answer[member], *expected, "{}", O::ENDPOINT.operation());
        }
    }
}

/// One of the clients of the generated crate.
enum Transport {
    Reqwest(Runtime, Client),
    Ureq(blocking::Client),
}

impl Transport {
    /// Both, for this base URL.
    fn both(url: &str) -> [Self; 2] {
        let long = Duration::from_secs(20);
        let client = Client::builder().base_url(url).read_timeout(long);
        let blocking = blocking::Client::builder().base_url(url).read_timeout(long);
        [
            Self::Reqwest(Runtime::new().unwrap(), client.build().unwrap()),
            Self::Ureq(blocking.build().unwrap()),
        ]
    }

    fn send<O>(&self, operation: &O) -> Result<O::Output, Error<O::Failure>>
    where
        O: Operation + Sync,
    {
        match self {
            Self::Reqwest(runtime, client) => runtime.block_on(client.send(operation)),
            Self::Ureq(client) => client.send(operation),
        }
    }

    /// The items of a reply, each when it is asked for.
    fn stream<O>(&self, operation: &O) -> Result<Items<'_, O::Item>, Error<O::Failure>>
    where
        O: Streams + Sync,
        O::Item: 'static,
    {
        Ok(match self {
            Self::Reqwest(runtime, client) => {
                let mut items = runtime.block_on(client.stream(operation))?;
                Box::new(std::iter::from_fn(move || {
                    runtime.block_on(items.next()).transpose()
                }))
            }
            Self::Ureq(client) => Box::new(client.stream(operation)?),
        })
    }
}

type Items<'a, T> = Box<dyn Iterator<Item = Result<T, ItemError>> + 'a>;
