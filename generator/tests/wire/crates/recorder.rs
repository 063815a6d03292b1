//! A server that keeps the head of each request as it came, and answers all alike.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The running server; it ends with the program.
pub(crate) struct Recorder {
    address: SocketAddr,
    heads: Receiver<Head>,
    answer: Arc<Mutex<String>>,
}

/// The head of a request.
pub(crate) struct Head {
    /// What stands between the method and the version.
    pub(crate) target: String,
    headers: Vec<String>,
}

impl Recorder {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let answer = Arc::new(Mutex::new(String::new()));
        let (sender, heads) = channel();
        let text = Arc::clone(&answer);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (sender, text) = (sender.clone(), Arc::clone(&text));
                std::thread::spawn(move || serve(&stream.unwrap(), &sender, &text));
            }
        });
        Self {
            address,
            heads,
            answer,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// From now on replies have this text as the header `X-Value`.
    pub(crate) fn answer_with(&self, text: &str) {
        text.clone_into(&mut self.answer.lock().unwrap());
    }

    /// The next request, in the order in which they came.
    pub(crate) fn next(&self) -> Head {
        self.heads
            .recv_timeout(Duration::from_secs(20))
            .expect("a request has come")
    }
}

impl Head {
    /// The value of a header as it stands: only the space after the colon is left out.
    pub(crate) fn header(&self, name: &str) -> String {
        let values = self.headers.iter().filter_map(|line| {
            let (other, value) = line.split_once(':')?;
            other
                .eq_ignore_ascii_case(name)
                .then(|| value.strip_prefix(' ').unwrap_or(value))
        });
        values.collect::<Vec<_>>().join("<another line>")
    }
}

/// Answers the requests of one connection.
fn serve(stream: &TcpStream, sender: &Sender<Head>, answer: &Mutex<String>) {
    let mut lines = BufReader::new(stream);
    loop {
        let mut head = Vec::new();
        loop {
            let mut line = Vec::new();
            if lines.read_until(b'\n', &mut line).unwrap_or(0) == 0 {
                return;
            }
            let line = String::from_utf8(line).unwrap();
            match line.strip_suffix("\r\n").unwrap() {
                "" => break,
                line => head.push(line.to_owned()),
            }
        }
        let target = head.remove(0).split(' ').nth(1).unwrap().to_owned();
        let _ = sender.send(Head {
            target,
            headers: head,
        });
        let answer = answer.lock().unwrap().clone();
        let reply = format!("HTTP/1.1 204 No Content\r\nX-Value: {answer}\r\n\r\n");
        if (&*stream).write_all(reply.as_bytes()).is_err() {
            return;
        }
    }
}
