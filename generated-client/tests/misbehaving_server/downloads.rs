//! Downloads: streamed, complete or not there at all.

use crate::cases::reply;
use crate::outcome::describe;
use crate::server::{Server, Step};
use crate::transport::{Call, Setup, TRANSPORTS};
use std::path::{Path, PathBuf};

/// A folder for one test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn call(&self) -> Call {
        Call::Download(self.0.join("video.mp4"))
    }

    /// Names and sizes.
    fn files(&self) -> Vec<(String, u64)> {
        let entries = std::fs::read_dir(&self.0).unwrap();
        let file = |entry: std::io::Result<std::fs::DirEntry>| {
            let entry = entry.unwrap();
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, entry.metadata().unwrap().len())
        };
        entries.map(file).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A value of `/proc/self/status` in KiB; `None` where there is no such file.
fn memory(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim_start_matches(':')
        .split_whitespace()
        .next()?
        .parse()
        .ok()
}

/// In a process of its own, because the memory of the other tests would be counted.
#[test]
fn a_hundred_megabytes_are_not_held_in_memory() {
    let name = "downloads::save_a_hundred_megabytes";
    let child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--ignored", "--nocapture"])
        .output()
        .unwrap();
    let output = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success(), "{output}");
    assert!(output.contains("1 passed"), "{output}");
    print!("{output}");
}

#[test]
#[ignore = "the test above runs it"]
fn save_a_hundred_megabytes() {
    const LENGTH: u64 = 100 * 1024 * 1024;
    for transport in TRANSPORTS {
        let folder = Folder::new(&format!("large-{}", transport.name));
        let before = memory("VmRSS");
        let server = Server::start(vec![Step::Large(LENGTH)]);
        let outcome = transport.call(&Setup::of(server.url()), &folder.call());
        assert_eq!(describe(&outcome), format!("ok | {LENGTH}"));
        assert_eq!(folder.files(), [("video.mp4".to_owned(), LENGTH)]);
        if let (Some(before), Some(peak)) = (before, memory("VmHWM")) {
            let grown = peak.saturating_sub(before) / 1024;
            println!("{}: {grown} MiB more at the peak", transport.name);
            assert!(grown < 40, "{}: {grown} MiB", transport.name);
        }
    }
}

#[test]
fn an_incomplete_download_leaves_nothing_behind() {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n";
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n";
    let cut = "Truncated, perhaps sent | downloadVideo: the reply ended before it was complete";
    let silent = "Timeout, perhaps sent | downloadVideo: it took too long";
    let cases = [
        (Step::Reply(format!("{head}abc").into_bytes()), cut),
        (Step::Reply(head.as_bytes().to_vec()), cut),
        (Step::Reply(chunked.as_bytes().to_vec()), cut),
        (Step::ResetRead(format!("{chunked}9\r\n").into_bytes()), cut),
        (Step::Stall(format!("{head}abc").into_bytes()), silent),
        (Step::Stall(chunked.as_bytes().to_vec()), silent),
    ];
    for transport in TRANSPORTS {
        let folder = Folder::new(&format!("cut-{}", transport.name));
        for (number, (step, expected)) in cases.iter().enumerate() {
            let server = Server::start(vec![step.clone()]);
            let setup = Setup::of(server.url()).for_step(step);
            let outcome = transport.call(&setup, &folder.call());
            assert_eq!(
                &describe(&outcome),
                expected,
                "{}, {number}",
                transport.name
            );
            assert_eq!(folder.files(), [], "{}, {number}", transport.name);
        }
        let server = Server::start(vec![reply("200 OK", "", "whole")]);
        let outcome = transport.call(&Setup::of(server.url()), &folder.call());
        assert_eq!(describe(&outcome), "ok | 5");
        // A later failure does not touch what is there.
        let server = Server::start(vec![cases[0].0.clone()]);
        let outcome = transport.call(&Setup::of(server.url()), &folder.call());
        assert_eq!(describe(&outcome), cut);
        assert_eq!(folder.files(), [("video.mp4".to_owned(), 5)]);
    }
}

#[test]
fn an_error_reply_is_typed() {
    let body = r#"{"code":"task_not_ready","message":"wait","data":null}"#;
    for transport in TRANSPORTS {
        let folder = Folder::new(&format!("error-{}", transport.name));
        let step = reply("400 Bad Request", "X-Oneapi-Request-Id: r-3\r\n", body);
        let server = Server::start(vec![step]);
        let outcome = transport.call(&Setup::of(server.url()), &folder.call());
        assert_eq!(
            describe(&outcome),
            format!(
                "Status 400, perhaps sent, body of 54, id r-3, code {:?} | downloadVideo: the \
                 server replied 400 Bad Request (request id r-3): {body}",
                Some(powertokens_seedance::Value::from("task_not_ready"))
            )
        );
        assert_eq!(folder.files(), []);
    }
}

#[test]
fn a_folder_that_is_not_there() {
    for transport in TRANSPORTS {
        let folder = Folder::new(&format!("missing-{}", transport.name));
        let server = Server::start(vec![reply("200 OK", "", "abc")]);
        let call = Call::Download(folder.0.join("none/video.mp4"));
        let outcome = transport.call(&Setup::of(server.url()), &call);
        assert_eq!(
            describe(&outcome),
            "Local, perhaps sent | downloadVideo: the reply could not be saved",
            "{}",
            transport.name
        );
    }
}

#[test]
fn a_folder_in_the_way() {
    for transport in TRANSPORTS {
        let folder = Folder::new(&format!("way-{}", transport.name));
        std::fs::create_dir_all(folder.0.join("video.mp4/inner")).unwrap();
        let server = Server::start(vec![reply("200 OK", "", "abc")]);
        let outcome = transport.call(&Setup::of(server.url()), &folder.call());
        assert_eq!(
            describe(&outcome),
            "Local, perhaps sent | downloadVideo: the reply could not be saved",
            "{}",
            transport.name
        );
        assert_eq!(folder.files().len(), 1);
    }
}

/// A future may be dropped at any point.
#[cfg(feature = "reqwest")]
#[test]
fn a_download_that_is_given_up_leaves_nothing_behind() {
    let folder = Folder::new("given-up");
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nabc";
    let server = Server::start(vec![Step::Drip(head.as_bytes().to_vec())]);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let builder = powertokens_seedance::Client::builder().base_url(&server.url());
        let client = builder.bearer_token("x").build().unwrap();
        let mut download = client.download_video("t").await.unwrap();
        let save = download.save(folder.0.join("video.mp4"));
        let time = std::time::Duration::from_millis(300);
        assert!(tokio::time::timeout(time, save).await.is_err());
    });
    assert_eq!(folder.files(), []);
}

/// The chunks count (RFC 9112, section 6.3), and both clients think so.
#[test]
fn a_length_beside_chunks() {
    for length in [1, 3, 99] {
        let text = format!(
            "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nTransfer-Encoding: chunked\r\n\r\n\
             3\r\nabc\r\n0\r\n\r\n"
        );
        for transport in TRANSPORTS {
            let folder = Folder::new(&format!("both-{}", transport.name));
            let server = Server::start(vec![Step::Reply(text.clone().into_bytes())]);
            let outcome = transport.call(&Setup::of(server.url()), &folder.call());
            assert_eq!(describe(&outcome), "ok | 3", "{}, {length}", transport.name);
        }
    }
}
