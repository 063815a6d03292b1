//! Both clients against a small server that misbehaves on request.

#![cfg(any(feature = "reqwest", feature = "ureq"))]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};

/// Answers each connection with the next of these texts; what was asked comes over the channel.
/// Nobody listens any more when the last answer comes.
fn serve(replies: Vec<String>) -> (SocketAddr, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (sender, asked) = channel();
    std::thread::spawn(move || {
        let last = replies.len();
        let mut listener = Some(listener);
        for (number, reply) in (1..).zip(replies) {
            let (mut stream, _) = listener.as_ref().unwrap().accept().unwrap();
            listener = listener.filter(|_| number < last);
            let _ = sender.send(receive(&mut stream));
            let _ = stream.write_all(reply.as_bytes());
        }
    });
    (address, asked)
}

fn receive(stream: &mut TcpStream) -> String {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).unwrap() == 0 {
            break;
        }
    }
    let lower = head.to_lowercase();
    let length = lower
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
    reader.read_exact(&mut body).unwrap();
    lower + &String::from_utf8(body).unwrap()
}

fn reply(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n{headers}\r\n{body}"
    )
}

fn short(length: usize) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nconnection: close\r\n\r\nabc")
}

const TASK: &str = r#"{"id":"t","parent":null}"#;

/// A folder for one test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("runtime-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn files(&self) -> usize {
        std::fs::read_dir(&self.0).unwrap().count()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The same checks for both clients; `$wait` turns a call into its result.
macro_rules! checks {
    ($client:ty, $wait:path) => {
        use super::{Folder, TASK, reply, serve, short};
        use crate::sample::{
            CancelVideo, CreateVideo, DownloadVideo, GetVideo, TextToVideoRequest,
        };
        use powertokens_seedance::runtime::{Error, Json, TransportKind};
        use std::net::SocketAddr;
        use std::time::Duration;

        fn client(address: SocketAddr) -> $client {
            let builder = <$client>::builder().base_url(&format!("http://{address}"));
            let builder = builder.bearer_token("s3cret").read_timeout(Duration::from_millis(300));
            builder.max_reply_size(100).build().unwrap()
        }

        fn create() -> CreateVideo {
            let text = r#"{"model":"dreamina-seedance-2-0-mini-260615","media":[{"type":"text","text":"x"}]}"#;
            CreateVideo::new(TextToVideoRequest::from_json(text).unwrap())
        }

        #[test]
        fn submits() {
            let (address, asked) = serve(vec![reply("201 Created", "", TASK)]);
            let task = $wait(client(address).send(&create())).unwrap();
            assert_eq!(task.id, "t");
            let asked = asked.recv().unwrap();
            assert!(asked.starts_with("post /v1/videos http/1.1\r\n"), "{asked}");
            for header in [
                "authorization: bearer s3cret\r\n",
                "content-type: application/json\r\n",
                "accept: application/json\r\n",
                "user-agent: powertokens-seedance/",
            ] {
                assert!(asked.contains(header), "{asked}");
            }
            assert!(asked.ends_with(r#""text":"x"}]}"#), "{asked}");
        }

        #[test]
        fn says_that_there_is_no_body() {
            let (address, asked) = serve(vec![reply("200 OK", "", TASK); 2]);
            let client = client(address);
            let cancel = CancelVideo { task_id: "t".into() };
            $wait(client.send(&cancel)).unwrap();
            let posted = asked.recv().unwrap();
            assert!(posted.contains("\r\ncontent-length: 0\r\n"), "{posted}");
            $wait(client.send(&GetVideo::new("a"))).unwrap();
            let got = asked.recv().unwrap();
            assert!(!got.contains("content-length"), "{got}");
            for request in [posted, got] {
                assert!(!request.contains("transfer-encoding"), "{request}");
                assert!(!request.contains("content-type"), "{request}");
            }
        }

        #[test]
        fn keeps_error_replies() {
            let long = "x".repeat(500);
            let headers = "x-request-id: r\r\n";
            let (address, _) = serve(vec![
                reply("429 Too Many Requests", headers, ""),
                reply("502 Bad Gateway", "", &long),
                reply("307 Temporary Redirect", "location: /x\r\n", ""),
            ]);
            let client = client(address);
            let error = $wait(client.send(&create())).unwrap_err();
            assert_eq!((error.status().unwrap().as_u16(), error.request_id()), (429, Some("r")));
            let error = $wait(client.open(&DownloadVideo::new("a"))).unwrap_err();
            assert_eq!((error.status().unwrap().as_u16(), error.body().unwrap().len()), (502, 100));
            let error = $wait(client.send(&create())).unwrap_err();
            assert_eq!(error.status().unwrap().as_u16(), 307);
        }

        #[test]
        fn follows_redirects() {
            let (second, asked_second) = serve(vec![reply("200 OK", "", TASK)]);
            let there = format!("location: http://{second}/there\r\n");
            let (first, asked_first) = serve(vec![
                reply("302 Found", "location: /here\r\n", ""),
                reply("302 Found", &there, ""),
            ]);
            let task = $wait(client(first).send(&GetVideo::new("a"))).unwrap();
            assert_eq!(task.id, "t");
            assert!(asked_first.recv().unwrap().contains("authorization"));
            assert!(asked_first.recv().unwrap().starts_with("get /here "));
            let asked = asked_second.recv().unwrap();
            assert!(asked.starts_with("get /there ") && !asked.contains("s3cret"), "{asked}");
        }

        #[test]
        fn reports_failures() {
            let (address, _) = serve(vec![short(50), reply("200 OK", "", &"x".repeat(101))]);
            let client = client(address);
            let kind = |error: Error<_>| match error {
                Error::Transport(error) => error.kind(),
                other => panic!("{other}"),
            };
            let error = $wait(client.send(&GetVideo::new("a"))).unwrap_err();
            assert_eq!(kind(error), TransportKind::Truncated);
            let error = $wait(client.send(&GetVideo::new("a"))).unwrap_err();
            assert_eq!(kind(error), TransportKind::TooLarge);
            let error = $wait(client.send(&GetVideo::new("a"))).unwrap_err();
            assert!(error.is_connect() && !error.may_have_been_sent(), "{error:?}");
        }

        #[test]
        fn notices_silence() {
            let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
            let error = $wait(client(listener.local_addr().unwrap()).send(&create())).unwrap_err();
            assert!(error.is_timeout() && error.may_have_been_sent(), "{error:?}");
        }

        #[test]
        fn saves_downloads() {
            let folder = Folder::new(module_path!().rsplit("::").next().unwrap());
            let path = folder.0.join("video.mp4");
            let body = "x".repeat(5000);
            let (address, _) = serve(vec![reply("200 OK", "", &body), short(50)]);
            let client = client(address);
            let mut download = $wait(client.open(&DownloadVideo::new("a"))).unwrap();
            assert_eq!(download.content_length(), Some(5000));
            assert_eq!($wait(download.save(&path)).unwrap(), 5000);
            assert_eq!(std::fs::read_to_string(&path).unwrap(), body);
            let mut download = $wait(client.open(&DownloadVideo::new("a"))).unwrap();
            let error = $wait(download.save(&path)).unwrap_err();
            assert_eq!(error.kind(), TransportKind::Truncated);
            assert_eq!(std::fs::read_to_string(&path).unwrap(), body);
            assert_eq!(folder.files(), 1);
        }
    };
}

#[cfg(feature = "reqwest")]
mod asynchronous {
    /// Runs a future to its end.
    fn wait<F: Future>(future: F) -> F::Output {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        runtime.unwrap().block_on(future)
    }

    checks!(powertokens_seedance::runtime::Client, wait);

    #[test]
    fn futures_can_move_between_threads() {
        fn is_send<T: Send>(_: &T) {}
        fn is_shared<T: Clone + Send + Sync + 'static>(_: &T) {}
        let client = client("127.0.0.1:1".parse().unwrap());
        let operation = create();
        is_send(&client.send(&operation));
        is_send(&client.open(&operation));
        is_shared(&client);
        assert!(!format!("{client:?}").contains("s3cret"));
    }
}

#[cfg(feature = "ureq")]
mod blocking {
    use std::convert::identity;

    checks!(powertokens_seedance::runtime::blocking::Client, identity);
}
