//! How much memory a large upload takes.

use crate::operations::{Sent, TRANSPORTS, form};
use crate::server::{ok, serve};
use powertokens_seedance::File;
use std::path::Path;

const LENGTH: u64 = 100 * 1024 * 1024;

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
    let name = "memory::send_a_hundred_megabytes";
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
fn send_a_hundred_megabytes() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("large-upload");
    let large = std::fs::File::create(&path).unwrap();
    large.set_len(LENGTH).unwrap();
    for transport in TRANSPORTS {
        // What a client needs for itself is there after a first request.
        let (url, _asked) = serve(vec![ok()]);
        transport.send(&url, &Sent::Post(File::new("x"))).unwrap();
        let before = memory("VmRSS");
        let file = || File::from_path(&path);
        let reader = File::from_reader(std::fs::File::open(&path).unwrap(), None);
        for (operation, least) in [
            (Sent::Post(file()), LENGTH),
            (Sent::Post(reader), LENGTH),
            (Sent::Form(form(vec![file(), file()])), 2 * LENGTH),
        ] {
            let (url, asked) = serve(vec![ok()]);
            transport.send(&url, &operation).unwrap();
            assert!(asked.recv().unwrap().length >= least);
        }
        if let (Some(before), Some(peak)) = (before, memory("VmHWM")) {
            let grown = peak.saturating_sub(before) / 1024;
            println!("{}: {grown} MiB more at the peak", transport.name);
            assert!(grown < 10, "{}: {grown} MiB", transport.name);
        }
    }
    std::fs::remove_file(&path).unwrap();
}
