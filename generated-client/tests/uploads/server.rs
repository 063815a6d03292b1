//! A server that reads requests without holding large bodies.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// What a request was.
#[derive(Debug)]
pub(crate) struct Asked {
    /// The first line and the headers, in lower case.
    pub(crate) head: String,
    /// The first bytes of the body.
    pub(crate) body: Vec<u8>,
    /// How many bytes it had.
    pub(crate) length: u64,
}

impl Asked {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(':'));
        let (_, value) = lines.find(|(found, _)| *found == name)?;
        Some(value.trim())
    }
}

/// Answers each connection with the next of these texts; what was asked comes over the channel.
pub(crate) fn serve(replies: Vec<String>) -> (String, Receiver<Asked>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (sender, asked) = channel();
    std::thread::spawn(move || {
        for reply in replies {
            let (mut stream, _) = listener.accept().unwrap();
            // The client may go away at any moment.
            if let Ok(request) = receive(&mut stream) {
                let _ = sender.send(request);
                let _ = stream.write_all(reply.as_bytes());
            }
        }
    });
    (url, asked)
}

/// A server that takes nothing in and says nothing, until the client goes away.
pub(crate) fn ignore() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        std::thread::sleep(Duration::from_secs(20));
        drop(stream);
    });
    url
}

pub(crate) fn ok() -> String {
    "HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".to_owned()
}

pub(crate) fn redirect(status: u16) -> String {
    format!(
        "HTTP/1.1 {status} Elsewhere\r\nlocation: /elsewhere\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
    )
}

fn receive(stream: &mut TcpStream) -> std::io::Result<Asked> {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    }
    let mut asked = Asked {
        head: head.to_lowercase(),
        body: Vec::new(),
        length: 0,
    };
    if asked.header("transfer-encoding") == Some("chunked") {
        loop {
            let mut line = String::new();
            reader.read_line(&mut line)?;
            let length = u64::from_str_radix(line.trim(), 16).map_err(std::io::Error::other)?;
            take(&mut reader, length, &mut asked)?;
            reader.read_line(&mut line)?;
            if length == 0 {
                return Ok(asked);
            }
        }
    }
    let length = asked.header("content-length").map_or(Ok(0), str::parse);
    take(
        &mut reader,
        length.map_err(std::io::Error::other)?,
        &mut asked,
    )?;
    Ok(asked)
}

fn take(reader: &mut impl Read, length: u64, asked: &mut Asked) -> std::io::Result<()> {
    let mut buffer = [0; 16 * 1024];
    let mut left = reader.take(length);
    while left.limit() > 0 {
        let taken = left.read(&mut buffer)?;
        if taken == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        asked.length += taken as u64;
        if asked.body.len() < 64 * 1024 {
            asked.body.extend_from_slice(&buffer[..taken]);
        }
    }
    Ok(())
}
