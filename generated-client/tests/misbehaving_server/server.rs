//! A server that does to each connection what its script says.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// What is done to one connection.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// Reads the request, sends this and closes.
    Reply(Vec<u8>),
    /// Sends this as soon as something comes, whatever it is, and closes.
    Greet(Vec<u8>),
    /// Does nothing until the server stops.
    Ignore,
    /// Reads the head of the request, sends this, and then the rest.
    ReplyEarly(Vec<u8>),
    /// Reads the request, sends this, then keeps silent until the client goes away.
    Stall(Vec<u8>),
    /// Reads the request, sends this, then a byte every 50 ms until the client goes away.
    Drip(Vec<u8>),
    /// Reads the request, sends the head, then this many bytes.
    Large(u64),
    /// Resets the connection when a request begins to come.
    ResetUnread,
    /// Reads the request but for its last byte, sends this, then resets the connection.
    ResetRead(Vec<u8>),
    /// Answers a request and keeps the connection; resets it when the next request comes.
    AnswerThenReset(Vec<u8>),
    /// Answers a request as if the connection were kept, and closes it.
    AnswerThenClose(Vec<u8>),
}

/// A running server; it stops when it is finished or dropped.
pub(crate) struct Server {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
    done: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Handles the connections in order by the steps; further ones are closed.
    pub(crate) fn start(steps: Vec<Step>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let done = Arc::new(AtomicBool::new(false));
        let (log, ended) = (Arc::clone(&asked), Arc::clone(&done));
        let thread = std::thread::spawn(move || {
            let mut steps = steps.into_iter();
            for stream in listener.incoming() {
                if ended.load(Ordering::SeqCst) {
                    return;
                }
                let step = steps.next().unwrap_or(Step::Reply(Vec::new()));
                // The client may go away at any moment.
                let _ = perform(stream.unwrap(), step, &log, &ended);
            }
        });
        Self {
            address,
            asked,
            done,
            thread: Some(thread),
        }
    }

    /// The base URL.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops, and tells what each connection asked; text that stands for no request is in `<>`.
    pub(crate) fn finish(mut self) -> Vec<String> {
        self.end();
        self.asked.lock().unwrap().clone()
    }

    fn end(&mut self) {
        if let Some(thread) = self.thread.take() {
            self.done.store(true, Ordering::SeqCst);
            let _ = TcpStream::connect(self.address);
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// An address that nobody listens at.
pub(crate) fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

fn perform(
    mut stream: TcpStream,
    step: Step,
    log: &Mutex<Vec<String>>,
    done: &AtomicBool,
) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    let note = |text: String| log.lock().unwrap().push(text);
    match step {
        Step::ResetUnread => {
            // Closing while there is something to read resets the connection.
            stream.peek(&mut [0])?;
            note("<unread>".to_owned());
        }
        Step::Greet(text) => {
            stream.read_exact(&mut [0; 5])?;
            note("<unread>".to_owned());
            stream.write_all(&text)?;
        }
        Step::Ignore => {
            note("<unread>".to_owned());
            for _ in 0..400 {
                if done.load(Ordering::SeqCst) {
                    break;
                }
                std::thread::sleep(Duration::from_millis(50));
            }
        }
        Step::ReplyEarly(text) => {
            stream.peek(&mut [0])?;
            stream.write_all(&text)?;
            note(receive(&mut stream, 0)?);
        }
        Step::ResetRead(text) => {
            note(receive(&mut stream, 1)?);
            stream.write_all(&text)?;
            // What was sent must arrive before the reset overtakes it.
            std::thread::sleep(Duration::from_millis(150));
        }
        Step::Reply(text) => {
            note(receive(&mut stream, 0)?);
            stream.write_all(&text)?;
        }
        Step::Stall(text) => {
            note(receive(&mut stream, 0)?);
            stream.write_all(&text)?;
            stream.read_to_end(&mut Vec::new())?;
        }
        Step::Drip(text) => {
            note(receive(&mut stream, 0)?);
            stream.write_all(&text)?;
            for _ in 0..200 {
                stream.write_all(b" ")?;
                std::thread::sleep(Duration::from_millis(50));
            }
        }
        Step::Large(length) => {
            note(receive(&mut stream, 0)?);
            write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n")?;
            stream.write_all(b"Content-Type: video/mp4\r\nConnection: close\r\n\r\n")?;
            std::io::copy(&mut std::io::repeat(7).take(length), &mut stream)?;
        }
        Step::AnswerThenReset(text) => {
            note(receive(&mut stream, 0)?);
            stream.write_all(&text)?;
            if stream.peek(&mut [0])? > 0 {
                note("<unread>".to_owned());
            }
        }
        Step::AnswerThenClose(text) => {
            note(receive(&mut stream, 0)?);
            stream.write_all(&text)?;
            stream.shutdown(Shutdown::Both)?;
        }
    }
    Ok(())
}

/// Reads one request, but for its last bytes.
fn receive(stream: &mut TcpStream, but: usize) -> std::io::Result<String> {
    let mut reader = BufReader::with_capacity(1, stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head)? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
    }
    let length = head
        .lines()
        .filter_map(|line| line.split_once(": "))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .map_or(0, |(_, value)| value.parse().unwrap());
    let mut body = vec![0; usize::saturating_sub(length, but)];
    reader.read_exact(&mut body)?;
    Ok(head + &String::from_utf8_lossy(&body))
}
