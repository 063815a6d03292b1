//! Files and readers that are sent bit by bit, by both clients.

#![cfg(any(feature = "reqwest", feature = "ureq"))]

mod memory;
mod operations;
mod server;

use operations::{Sent, TRANSPORTS, base, form};
use powertokens_seedance::runtime::{Operation, TransportKind};
use powertokens_seedance::{Error, File};
use server::{ignore, ok, redirect, serve};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A file for one test, removed at the end.
struct TestFile(PathBuf);

impl TestFile {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, bytes).unwrap();
        Self(path)
    }
}

impl Drop for TestFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Bytes that differ, more than fit into the pieces in which they are read.
fn bytes(length: usize) -> Vec<u8> {
    let numbers = 0..length;
    numbers
        .map(|number| u8::try_from(number % 251).unwrap())
        .collect()
}

/// Gives some bytes and then fails.
struct Failing(Option<&'static [u8]>);

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.take() {
            Some(mut bytes) => bytes.read(buffer),
            None => Err(io::Error::other("the tape broke")),
        }
    }
}

/// The texts of an error and of what is behind it.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(error) = next {
        text = format!("{text}: {error}");
        next = error.source();
    }
    text
}

fn kind(error: &Error) -> Option<TransportKind> {
    match error {
        Error::Transport(error) => Some(error.kind()),
        _ => None,
    }
}

#[test]
fn a_file_is_sent_as_it_stands() {
    for transport in TRANSPORTS {
        let file = TestFile::new(&format!("whole-{}.bin", transport.name), &bytes(200_000));
        let operation = Sent::Post(File::from_path(&file.0).media_type("image/png"));
        // Twice: a file is opened each time.
        for _ in 0..2 {
            let (url, asked) = serve(vec![ok()]);
            transport.send(&url, &operation).unwrap();
            let asked = asked.recv().unwrap();
            assert_eq!(asked.header("content-length"), Some("200000"));
            assert_eq!(asked.header("transfer-encoding"), None);
            assert_eq!(asked.header("content-type"), Some("image/png"));
            assert_eq!(asked.length, 200_000);
            assert!(
                bytes(200_000).starts_with(&asked.body),
                "{}",
                transport.name
            );
        }
    }
}

#[test]
fn a_reader_of_unknown_length_is_sent_in_chunks() {
    for transport in TRANSPORTS {
        let (url, asked) = serve(vec![ok()]);
        let file = File::from_reader(io::Cursor::new(bytes(200_000)), None);
        transport.send(&url, &Sent::Post(file)).unwrap();
        let asked = asked.recv().unwrap();
        assert_eq!(asked.header("content-length"), None);
        assert_eq!(asked.header("transfer-encoding"), Some("chunked"));
        assert_eq!(asked.length, 200_000);
        assert!(
            bytes(200_000).starts_with(&asked.body),
            "{}",
            transport.name
        );
    }
}

#[test]
fn a_reader_gives_as_much_as_was_announced() {
    for transport in TRANSPORTS {
        let (url, asked) = serve(vec![ok()]);
        let more = File::from_reader(io::Cursor::new(bytes(9)), 5);
        transport.send(&url, &Sent::Post(more)).unwrap();
        let asked = asked.recv().unwrap();
        assert_eq!(asked.header("content-length"), Some("5"));
        assert_eq!(asked.body, bytes(5));
        let (url, _asked) = serve(vec![ok()]);
        let less = File::from_reader(io::Cursor::new(bytes(9)), 12);
        let error = transport.send(&url, &Sent::Post(less)).unwrap_err();
        assert_eq!(kind(&error), Some(TransportKind::Upload));
        assert_eq!(
            chain(&error),
            "send: what is sent could not be read: /body (a reader): it ends 3 bytes too early",
            "{}",
            transport.name
        );
    }
}

#[test]
fn a_form_has_files_and_readers_among_its_parts() {
    for transport in TRANSPORTS {
        let file = TestFile::new(&format!("part-{}.txt", transport.name), b"from a file");
        let files = |length: Option<u64>| {
            vec![
                File::new("held"),
                File::from_path(&file.0)
                    .media_type("text/plain")
                    .header("X-Number", 7),
                File::from_reader(&b"from a reader"[..], length).named("r\"\r\n"),
            ]
        };
        for length in [Some(13), None] {
            let (url, asked) = serve(vec![ok()]);
            let operation = Sent::Form(form(files(length)));
            transport.send(&url, &operation).unwrap();
            let asked = asked.recv().unwrap();
            let media_type = asked.header("content-type").unwrap();
            let boundary = media_type.split_once("boundary=").unwrap().1;
            let part = |head: &str, body: &str| {
                format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n")
            };
            let name = file.0.file_name().unwrap().to_str().unwrap();
            let bytes = "\r\nContent-Type: application/octet-stream";
            let expected = [
                part("name=\"title\"", "a title"),
                part(
                    &format!("name=\"files\"; filename=\"files\"{bytes}"),
                    "held",
                ),
                part(
                    &format!(
                        "name=\"files\"; filename=\"{name}\"\r\nContent-Type: text/plain\r\nX-Number: 7"
                    ),
                    "from a file",
                ),
                part(
                    &format!("name=\"files\"; filename=\"r%22%0D%0A\"{bytes}"),
                    "from a reader",
                ),
                part("name=\"note\"", "a note"),
                format!("--{boundary}--\r\n"),
            ];
            assert_eq!(
                String::from_utf8(asked.body.clone()).unwrap(),
                expected.concat()
            );
            let announced = asked.header("content-length").map(str::to_owned);
            assert_eq!(announced, length.map(|_| asked.length.to_string()));
        }
    }
}

#[test]
fn what_cannot_be_opened_is_not_sent() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for transport in TRANSPORTS {
        let (url, asked) = serve(vec![ok()]);
        let missing = folder.join("no such file");
        let files = vec![File::new(""), File::from_path(&missing)];
        let error = transport.send(&url, &Sent::Form(form(files))).unwrap_err();
        assert!(!error.may_have_been_sent());
        let text = error.to_string();
        let place = format!("/body/files/1 ({})", missing.display());
        assert!(
            text.starts_with(&format!("send: the body cannot be sent: {place}: ")),
            "{text}"
        );
        let error = transport.send(&url, &Sent::Post(File::from_path(folder)));
        let text = error.unwrap_err().to_string();
        assert!(text.ends_with("): it is a folder"), "{text}");
        assert!(asked.try_recv().is_err());
    }
}

#[test]
fn a_reader_is_sent_once() {
    for transport in TRANSPORTS {
        let (url, asked) = serve(vec![ok(), ok()]);
        let operation = Sent::Post(File::from_reader(&b"abc"[..], None));
        transport.send(&url, &operation).unwrap();
        let error = transport.send(&url, &operation).unwrap_err();
        assert_eq!(
            error.to_string(),
            "send: the body cannot be sent: /body (a reader): it was sent before, and a reader can \
             be read only once"
        );
        assert_eq!(asked.iter().next().map(|asked| asked.length), Some(3));
    }
}

#[test]
fn a_reader_that_fails_is_the_error() {
    for transport in TRANSPORTS {
        for length in [None, Some(1000)] {
            let (url, _asked) = serve(vec![ok()]);
            let file = File::from_reader(Failing(Some(b"abc")), length);
            let error = transport.send(&url, &Sent::Form(form(vec![file])));
            let error = error.unwrap_err();
            assert_eq!(kind(&error), Some(TransportKind::Upload));
            assert!(error.may_have_been_sent());
            assert_eq!(
                chain(&error),
                "send: what is sent could not be read: /body/files/0 (a reader): the tape broke",
                "{}",
                transport.name
            );
        }
    }
}

/// A request that is no `GET` is not repeated (see `Exchange::follow`), whatever it carries.
#[test]
fn an_upload_is_not_repeated() {
    for transport in TRANSPORTS {
        for status in [307, 308] {
            let (url, asked) = serve(vec![redirect(status), ok()]);
            let operation = Sent::Post(File::from_reader(&b"abc"[..], 3));
            let error = transport.send(&url, &operation).unwrap_err();
            assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
            assert_eq!(asked.iter().next().map(|asked| asked.length), Some(3));
        }
    }
}

/// Only this client sends bodies with `GET`.
#[cfg(feature = "reqwest")]
#[test]
fn what_a_redirect_repeats_is_opened_again() {
    use operations::{Got, asynchronous};
    let time = Duration::from_secs(20);
    let file = TestFile::new("again.bin", b"abc");
    let (url, asked) = serve(vec![redirect(307), ok()]);
    asynchronous::send(&url, time, &Got(File::from_path(&file.0))).unwrap();
    let bodies: Vec<Vec<u8>> = asked.iter().take(2).map(|asked| asked.body).collect();
    assert_eq!(bodies, [b"abc", b"abc"]);
    let (url, _asked) = serve(vec![redirect(307), ok()]);
    let reader = File::from_reader(&b"abc"[..], 3);
    let error = asynchronous::send(&url, time, &Got(reader)).unwrap_err();
    assert_eq!(
        chain(&error),
        "get: what is sent could not be read: /body (a reader): it was sent before, and a reader \
         can be read only once"
    );
    assert!(error.may_have_been_sent());
}

#[test]
fn a_request_without_a_client_can_be_read() {
    let operation = Sent::Post(File::from_reader(&b"abc"[..], 3));
    let error = operation.request(&base()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "send: the body is read while it is sent (see `Operation::streamed_request`)"
    );
    let request = operation.streamed_request(&base()).unwrap();
    assert_eq!(request.body().held(), None);
    let mut reader = request.body().open().unwrap();
    assert_eq!(reader.length(), Some(3));
    let mut text = String::new();
    reader.read_to_string(&mut text).unwrap();
    assert_eq!(text, "abc");
    assert!(request.body().open().is_err());
    let held = Sent::Post(File::new("abc"));
    let held = held.streamed_request(&base()).unwrap();
    assert_eq!(held.body().held().as_deref(), Some(&b"abc"[..]));
}

#[test]
fn headers_of_parts_are_checked() {
    let text = |file: File| {
        let operation = Sent::Form(form(vec![File::new(""), file]));
        match operation.request(&base()) {
            Ok(request) => String::from_utf8(request.body().to_vec()).unwrap(),
            Err(error) => error.to_string(),
        }
    };
    let good = text(
        File::new("x")
            .header("x-number", 1)
            .header("X-Number", 9)
            .header("X-More", "é"),
    );
    assert!(
        good.contains(
            "Content-Type: application/octet-stream\r\nX-Number: 9\r\nX-More: é\r\n\r\nx"
        ),
        "{good}"
    );
    for (file, expected) in [
        (
            File::new("").header("X-Number", 10),
            "invalid request: /body/files/1/X-Number breaks `maximum: 9`: 10",
        ),
        (
            File::new("").header("X-Number", "many"),
            "invalid request: /body/files/1/X-Number breaks `schema (an integer)`: many",
        ),
        (
            File::new("").header("X-Word", "a"),
            "invalid request: /body/files/1/X-Word breaks `minLength: 2`: \"a\"",
        ),
        (
            File::new("").header("X-More", "a\r\nX-Evil: b"),
            "send: the header `x-more` of a part must not have line breaks",
        ),
        (
            File::new("").header("X: y\r\nZ", ""),
            "send: a part has a header whose name is none",
        ),
        (
            File::new("").header("content-TYPE", "a/b"),
            "send: the header `content-type` of a part comes from the name and media type of its file",
        ),
    ] {
        assert_eq!(text(file), expected);
    }
    let alone = Sent::Post(File::new("").header("X-Word", "abc"));
    assert_eq!(
        alone.request(&base()).unwrap_err().to_string(),
        "send: only the parts of a form have headers of their own"
    );
}

/// A server that takes nothing in is silent.
#[test]
fn an_upload_that_nobody_takes_in_ends() {
    let time = Duration::from_millis(800);
    for transport in TRANSPORTS {
        let endless = File::from_reader(io::repeat(7), None);
        let outcome = transport.send_within(&ignore(), time, &Sent::Post(endless));
        let error = outcome.unwrap_err();
        assert!(error.is_timeout(), "{}: {error}", transport.name);
    }
}

/// A reader may take its time, and an upload as a whole longer than a server may be silent.
#[test]
fn a_slow_reader_is_no_silent_server() {
    struct Slow(u32);
    impl Read for Slow {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.0 == 0 {
                return Ok(0);
            }
            self.0 -= 1;
            std::thread::sleep(Duration::from_millis(1200));
            buffer[0] = b'x';
            Ok(1)
        }
    }
    for transport in TRANSPORTS {
        let (url, asked) = serve(vec![ok()]);
        let operation = Sent::Post(File::from_reader(Slow(3), None));
        let outcome = transport.send_within(&url, Duration::from_secs(1), &operation);
        outcome.unwrap();
        assert_eq!(asked.recv().unwrap().body, b"xxx", "{}", transport.name);
    }
}
