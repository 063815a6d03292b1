//! A server that does what a test says, piece by piece.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
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

/// A running server. It takes every connection and answers the first.
pub(crate) struct Script {
    address: SocketAddr,
    signal: Sender<()>,
    connections: Arc<AtomicUsize>,
    thread: JoinHandle<()>,
}

impl Script {
    pub(crate) fn start(steps: Vec<Step>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let connections = Arc::new(AtomicUsize::new(0));
        let (signal, signals) = channel();
        let count = Arc::clone(&connections);
        let thread = std::thread::spawn(move || serve(&listener, steps, &signals, &count));
        Self {
            address,
            signal,
            connections,
            thread,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Lets it go on after a [`Step::Wait`].
    pub(crate) fn proceed(&self) {
        self.signal.send(()).unwrap();
    }

    /// Waits until all is done; how many connections there were.
    pub(crate) fn finish(self) -> usize {
        self.thread.join().unwrap();
        self.connections.load(Ordering::SeqCst)
    }
}

/// A chunk of a chunked body.
pub(crate) fn chunk(text: &str) -> Step {
    Step::Send(format!("{:x}\r\n{text}\r\n", text.len()))
}

fn serve(listener: &TcpListener, steps: Vec<Step>, signals: &Receiver<()>, count: &AtomicUsize) {
    let (mut stream, _) = listener.accept().unwrap();
    count.fetch_add(1, Ordering::SeqCst);
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
    drop((stream, reader));
    // A client that connects again has done so by now, or never will: nothing waits for it.
    listener.set_nonblocking(true).unwrap();
    while listener.accept().is_ok() {
        count.fetch_add(1, Ordering::SeqCst);
    }
}
