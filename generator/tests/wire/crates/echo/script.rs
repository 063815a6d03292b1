//! A server that does what a test says, piece by piece.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// What is done to the connection.
pub(crate) enum Step {
    /// Sends this.
    Send(String),
    /// Waits until the test says [`Script::proceed`].
    Wait,
    /// Ends the connection although there is something to read, which resets it.
    Reset,
}

/// A running server. It answers the first connection; others wait in vain.
pub(crate) struct Script {
    listener: TcpListener,
    signal: Sender<()>,
    thread: JoinHandle<()>,
}

impl Script {
    pub(crate) fn start(steps: Vec<Step>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let own = listener.try_clone().unwrap();
        let (signal, signals) = channel();
        let thread = std::thread::spawn(move || serve(&own, steps, &signals));
        Self {
            listener,
            signal,
            thread,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.listener.local_addr().unwrap())
    }

    /// Lets it go on after a [`Step::Wait`].
    pub(crate) fn proceed(&self) {
        self.signal.send(()).unwrap();
    }

    /// Waits until all is done; how many connections came after the first.
    pub(crate) fn finish(self) -> usize {
        self.thread.join().unwrap();
        self.listener.set_nonblocking(true).unwrap();
        std::iter::from_fn(|| self.listener.accept().ok()).count()
    }
}

/// A chunk of a chunked body.
pub(crate) fn chunk(text: &str) -> Step {
    Step::Send(format!("{:x}\r\n{text}\r\n", text.len()))
}

fn serve(listener: &TcpListener, steps: Vec<Step>, signals: &Receiver<()>) {
    let (mut stream, _) = listener.accept().unwrap();
    let resets = steps.iter().any(|step| matches!(step, Step::Reset));
    // The buffer holds one byte, so that the rest of the head stays unread.
    let mut reader = BufReader::with_capacity(1, stream.try_clone().unwrap());
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") && !(resets && head.contains("\r\n")) {
        assert!(reader.read_line(&mut head).unwrap() > 0, "the request ends");
    }
    for step in steps {
        match step {
            Step::Send(text) => stream.write_all(text.as_bytes()).unwrap(),
            Step::Wait => signals
                .recv_timeout(Duration::from_secs(60))
                .expect("the test goes on"),
            Step::Reset => break,
        }
    }
}
