//! This program in a process of its own, with limits.
//!
//! A description that makes the generator panic, hang or take all memory must not end the run that
//! it is one of.

use anyhow::{Context, Result};
use process_control::{ChildExt, Control, Output};
use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::time::Duration;

/// What a process may use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Until it is ended.
    pub(crate) time: Duration,
    /// Bytes of address space, where the system can limit them.
    pub(crate) memory: usize,
}

impl Limits {
    /// What one description may take: a minute and four gibibytes.
    pub(crate) const ONE: Self = Self {
        time: Duration::from_secs(60),
        memory: 4 << 30,
    };
}

/// How a process ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// By itself, with what it wrote to standard output.
    Finished(String),
    /// It gave an error, and said this.
    Failed(String),
    /// It panicked or was ended by the system, with this message.
    Panicked(String),
    /// It took too long.
    TimedOut,
    /// It wanted more memory than it may have.
    OutOfMemory,
}

/// Runs `cargo xtask` with these arguments.
///
/// # Errors
///
/// When the process cannot be started.
pub(crate) fn run<S: AsRef<OsStr>>(arguments: &[S], limits: Limits) -> Result<End> {
    let program = std::env::current_exe().context("cannot find this program")?;
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    finish(command, limits)
}

/// Runs a program whose standard input and output are chosen.
///
/// # Errors
///
/// When the process cannot be started.
pub(crate) fn finish(mut command: Command, limits: Limits) -> Result<End> {
    let child = command
        .env("RUST_BACKTRACE", "0")
        .stderr(Stdio::piped())
        .spawn()
        .context("cannot start a process")?;
    let control = child
        .controlled_with_output()
        .time_limit(limits.time)
        .terminate_for_timeout();
    #[cfg(any(all(target_os = "linux", target_env = "gnu"), windows))]
    let control = control.memory_limit(limits.memory);
    let output = control.wait().context("cannot wait for a process")?;
    Ok(output.map_or(End::TimedOut, |output| end(&output)))
}

/// The largest part of memory that this process has held so far, in bytes; where the system tells.
pub(crate) fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes << 10)
}

fn end(output: &Output) -> End {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let said = text(&output.stderr);
    if output.status.success() {
        return End::Finished(text(&output.stdout));
    }
    if said.contains("memory allocation of") || said.contains("capacity overflow") {
        return End::OutOfMemory;
    }
    match output.status.code() {
        Some(1 | 2) => End::Failed(said.trim().to_owned()),
        _ if said.trim().is_empty() => End::Panicked(format!("{}", output.status)),
        _ => End::Panicked(panic_message(&said)),
    }
}

/// The message of a panic with its place in the source, without the number of the thread.
fn panic_message(said: &str) -> String {
    let mut lines = said
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with("note: "));
    let Some(first) = lines.next() else {
        return said.trim().to_owned();
    };
    let place = first.split_once("panicked at ").map_or(first, |(_, at)| at);
    let rest: Vec<&str> = lines.collect();
    format!("{place} {}", rest.join(" ")).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_of_a_panic_has_no_thread() {
        let said = "\nthread '<unnamed>' (71) panicked at generator/src/a.rs:3:5:\nno such thing\n\
                    note: run with `RUST_BACKTRACE=1`\n";
        assert_eq!(panic_message(said), "generator/src/a.rs:3:5: no such thing");
        assert_eq!(panic_message("odd"), "odd");
    }
}
