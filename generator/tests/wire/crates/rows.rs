//! Sends every row of the suite over both transports and compares the text that arrives.

mod recorder;
mod table;

use recorder::Recorder;
use std::fmt::Debug;
use tokio::runtime::Runtime;
use wire_rows::runtime::{Operation, Reply, ReplyHeader, Wire as Value};
use wire_rows::{Client, Error, blocking};

/// The number of a row, its id, and the texts that are right.
type Row = (usize, &'static str, &'static [&'static str]);

#[test]
fn rows_of_the_suite() {
    let mut wire = Wire::new();
    table::all(&mut wire);
    let Wire {
        requests,
        headers,
        refused,
        ..
    } = wire;
    println!("{requests} requests, {headers} reply headers and {refused} refusals checked");
    assert!(requests > 1000 && headers > 100, "too few");
    assert!(
        wire.wrong.is_empty(),
        "{} wrong:\n{}",
        wire.wrong.len(),
        wire.wrong.join("\n")
    );
}

/// Two clients, and a server that writes down what comes.
struct Wire {
    recorder: Recorder,
    runtime: Runtime,
    client: Client,
    blocking: blocking::Client,
    requests: usize,
    headers: usize,
    refused: usize,
    wrong: Vec<String>,
}

impl Wire {
    fn new() -> Self {
        let recorder = Recorder::start();
        let url = recorder.url();
        Self {
            recorder,
            runtime: Runtime::new().unwrap(),
            client: Client::builder().base_url(&url).build().unwrap(),
            blocking: blocking::Client::builder().base_url(&url).build().unwrap(),
            requests: 0,
            headers: 0,
            refused: 0,
            wrong: Vec::new(),
        }
    }

    /// A path: everything after `/7/-`.
    fn check_path<O>(&mut self, row: Row, operation: &O)
    where
        O: Operation<Output = Reply> + Sync,
    {
        let start = format!("/{}/-", row.0);
        self.check(row, operation, "", |head| {
            assert!(!head.target.contains('?'), "{}", head.target);
            head.target.strip_prefix(&start).unwrap().to_owned()
        });
    }

    /// A query: everything after the question mark; without one, nothing.
    fn check_query<O>(&mut self, row: Row, operation: &O)
    where
        O: Operation<Output = Reply> + Sync,
    {
        let start = format!("/{}", row.0);
        self.check(row, operation, "", |head| {
            let query = head.target.strip_prefix(&start).unwrap();
            query.strip_prefix('?').unwrap_or(query).to_owned()
        });
    }

    /// The header `Cookie`.
    fn check_cookie<O>(&mut self, row: Row, operation: &O)
    where
        O: Operation<Output = Reply> + Sync,
    {
        self.check(row, operation, "", |head| head.header("cookie"));
    }

    /// A header; the server sends the same text back as the value of a header of the reply.
    fn check_header<O>(&mut self, row: Row, name: &str, operation: &O) -> Vec<Reply>
    where
        O: Operation<Output = Reply> + Sync,
    {
        self.check(row, operation, row.2[0], |head| head.header(name))
    }

    /// The typed header of these replies.
    fn check_replies<T>(&mut self, row: Row, replies: &[Reply], header: ReplyHeader<T>, value: T)
    where
        T: Value + PartialEq + Debug,
    {
        for reply in replies {
            self.headers += 1;
            let read = reply.header(header);
            if !matches!(&read, Ok(Some(read)) if *read == value) {
                self.wrong
                    .push(format!("{}: {:?} is read as {read:?}", row.1, row.2[0]));
            }
        }
    }

    /// An operation that must not be sent.
    fn check_refused<O>(&mut self, (_, id, _): Row, operation: &O)
    where
        O: Operation<Output = Reply> + Sync,
    {
        self.refused += 1;
        let refusal = operation.request(&self.recorder.url().parse().unwrap());
        if !matches!(refusal, Err(Error::Invalid(_))) {
            self.wrong
                .push(format!("{id}: {:?} is not refused", refusal.ok()));
        }
    }

    /// Sends the operation twice. The replies have the header `X-Value` with this text.
    fn check<O>(
        &mut self,
        (_, id, expected): Row,
        operation: &O,
        answer: &str,
        part: impl Fn(&recorder::Head) -> String,
    ) -> Vec<Reply>
    where
        O: Operation<Output = Reply> + Sync,
    {
        self.recorder.answer_with(answer);
        let asynchronous = self.runtime.block_on(self.client.send(operation));
        let mut replies = Vec::new();
        for (transport, reply) in [
            ("reqwest", asynchronous.map_err(|error| error.to_string())),
            (
                "ureq",
                self.blocking
                    .send(operation)
                    .map_err(|error| error.to_string()),
            ),
        ] {
            self.requests += 1;
            match reply {
                Ok(reply) => replies.push(reply),
                Err(error) => {
                    self.wrong.push(format!("{id}: {transport}: {error}"));
                    continue;
                }
            }
            let text = part(&self.recorder.next());
            if !expected.contains(&text.as_str()) {
                self.wrong
                    .push(format!("{id}: {transport}: {text:?}, not {expected:?}"));
            }
        }
        replies
    }
}
