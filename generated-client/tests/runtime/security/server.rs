//! A server that answers many connections at once.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

type Answer = dyn Fn(&str, usize) -> String + Send + Sync;

/// A running server, for as long as the test.
pub(crate) struct Server {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers each request by its text and the number of those before it that ask for the same
    /// path.
    pub(crate) fn start(answer: impl Fn(&str, usize) -> String + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        let answer: Arc<Answer> = Arc::new(answer);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
                std::thread::spawn(move || serve(stream.unwrap(), &log, &*answer));
            }
        });
        Self { address, asked }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests so far whose first line begins like this, with header names in lower case.
    pub(crate) fn asked(&self, start: &str) -> Vec<String> {
        let asked = self.asked.lock().unwrap();
        let matching = asked.iter().filter(|text| text.starts_with(start));
        matching.cloned().collect()
    }
}

/// A whole reply.
pub(crate) fn reply(status: u16, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status} X\r\ncontent-length: {length}\r\nconnection: close\r\n\
         content-type: application/json\r\n\r\n{body}"
    )
}

fn serve(mut stream: TcpStream, log: &Mutex<Vec<String>>, answer: &Answer) {
    let Some(request) = receive(&mut stream) else {
        return;
    };
    let path = |text: &str| text.split(' ').nth(1).unwrap_or_default().to_owned();
    let before = {
        let mut log = log.lock().unwrap();
        let same = log.iter().filter(|known| path(known) == path(&request));
        let count = same.count();
        log.push(request.clone());
        count
    };
    // The client may go away at any moment.
    let _ = stream.write_all(answer(&request, before).as_bytes());
}

fn receive(stream: &mut TcpStream) -> Option<String> {
    let mut reader = BufReader::new(stream);
    let mut text = String::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|&read| read > 0)?;
        if let Some((name, value)) = line.split_once(": ") {
            let name = name.to_lowercase();
            if name == "content-length" {
                length = value.trim().parse().ok()?;
            }
            line = format!("{name}: {value}");
        }
        text.push_str(&line);
        if line == "\r\n" {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(text + &String::from_utf8_lossy(&body))
}
