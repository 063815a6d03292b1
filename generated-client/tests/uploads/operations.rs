//! Operations that carry files, and both clients to send them.

use powertokens_seedance::runtime::{
    Body, Endpoint, FieldEncoding, Operation, Parameters, field, object, optional, part_header,
    required,
};
use powertokens_seedance::{BaseUrl, Error, File, Reply, Value};
use std::time::Duration;

/// A file as the body of a request with this method.
pub(crate) enum Sent {
    Post(File),
    Form(Form),
}

object! {
    pub(crate) struct Form {
        pub(crate) title: String = required("title"),
        pub(crate) files: Vec<File> = required("files").max_items(3),
        pub(crate) note: Option<String> = optional("note"),
    }
}

/// The headers that a part of the form may have.
const ENCODINGS: &[FieldEncoding] = &[field("files").headers(&[
    part_header::<i64>("X-Number").range(1, 9),
    part_header::<String>("X-Word").min_length(2),
])];

impl Parameters for Sent {}

impl Operation for Sent {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("send", "/send");

    fn body(&self) -> Option<Body<'_>> {
        match self {
            Self::Post(file) => Some(Body::file(file)),
            Self::Form(form) => Some(Body::multipart(form).encodings(ENCODINGS)),
        }
    }
}

/// The same with a method that redirects repeat.
#[cfg(feature = "reqwest")]
pub(crate) struct Got(pub(crate) File);

#[cfg(feature = "reqwest")]
impl Parameters for Got {}

#[cfg(feature = "reqwest")]
impl Operation for Got {
    type Output = Reply;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::get("get", "/get");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::file(&self.0))
    }
}

pub(crate) fn form(files: Vec<File>) -> Form {
    Form {
        title: "a title".to_owned(),
        files,
        note: Some("a note".to_owned()),
        undeclared: powertokens_seedance::Undeclared::default(),
    }
}

pub(crate) fn base() -> BaseUrl {
    "https://a.example".parse().unwrap()
}

/// One of the two clients.
pub(crate) struct Transport {
    pub(crate) name: &'static str,
    send: fn(&str, Duration, &Sent) -> Result<Reply, Error>,
}

/// The transports that are compiled in.
pub(crate) const TRANSPORTS: &[Transport] = &[
    #[cfg(feature = "reqwest")]
    Transport {
        name: "reqwest",
        send: |url, time, operation| asynchronous::send(url, time, operation),
    },
    #[cfg(feature = "ureq")]
    Transport {
        name: "ureq",
        send: |url, time, operation| blocking::send(url, time, operation),
    },
];

impl Transport {
    pub(crate) fn send(&self, url: &str, operation: &Sent) -> Result<Reply, Error> {
        (self.send)(url, Duration::from_secs(20), operation)
    }

    /// With this time for a server that is silent.
    pub(crate) fn send_within(
        &self,
        url: &str,
        time: Duration,
        operation: &Sent,
    ) -> Result<Reply, Error> {
        (self.send)(url, time, operation)
    }
}

#[cfg(feature = "reqwest")]
pub(crate) mod asynchronous {
    use powertokens_seedance::runtime::Operation;
    use powertokens_seedance::{Client, Error};
    use std::sync::LazyLock;
    use std::time::Duration;
    use tokio::runtime::Runtime;

    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

    pub(crate) fn send<O: Operation + Sync>(
        url: &str,
        time: Duration,
        operation: &O,
    ) -> Result<O::Output, Error<O::Failure>> {
        let client = Client::builder().base_url(url).read_timeout(time);
        RUNTIME.block_on(client.build().unwrap().send(operation))
    }
}

#[cfg(feature = "ureq")]
mod blocking {
    use powertokens_seedance::Error;
    use powertokens_seedance::blocking::Client;
    use powertokens_seedance::runtime::Operation;
    use std::time::Duration;

    pub(super) fn send<O: Operation>(
        url: &str,
        time: Duration,
        operation: &O,
    ) -> Result<O::Output, Error<O::Failure>> {
        let client = Client::builder().base_url(url).read_timeout(time);
        client.build().unwrap().send(operation)
    }
}
