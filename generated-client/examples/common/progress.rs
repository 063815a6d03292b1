//! Progress on standard error: a bar on a terminal, a few lines elsewhere.

use std::io::{IsTerminal, Write, stderr};

const WIDTH: u64 = 30;

/// How far a download is.
#[derive(Debug)]
pub(crate) struct Progress {
    total: Option<u64>,
    done: u64,
    /// What was shown last: no need to show it again.
    shown: Option<u64>,
    terminal: bool,
}

impl Progress {
    pub(crate) fn new(total: Option<u64>) -> Self {
        Self {
            total: total.filter(|total| *total > 0),
            done: 0,
            shown: None,
            terminal: stderr().is_terminal(),
        }
    }

    /// So many bytes more.
    pub(crate) fn add(&mut self, bytes: usize) {
        self.done += u64::try_from(bytes).unwrap_or_default();
        let step = match (self.total, self.terminal) {
            (Some(total), true) => self.done * 100 / total,
            (Some(total), false) => self.done * 4 / total,
            (None, _) => self.done >> 20,
        };
        if self.shown != Some(step) {
            self.shown = Some(step);
            self.show();
        }
    }

    /// Ends the bar.
    pub(crate) fn finish(&self) {
        if self.terminal && self.shown.is_some() {
            eprintln!();
        }
    }

    fn show(&self) {
        let done = self.done;
        let text = match self.total {
            Some(total) if self.terminal => {
                let filled = (done * WIDTH / total).min(WIDTH);
                let bar: String = (0..WIDTH)
                    .map(|at| if at < filled { '#' } else { '.' })
                    .collect();
                format!("[{bar}] {:3} %, {done} bytes", done * 100 / total)
            }
            Some(total) => format!("{:3} %, {done} bytes", done * 100 / total),
            None => format!("{done} bytes"),
        };
        let mut stderr = stderr();
        // Nothing depends on it.
        let _ = if self.terminal {
            write!(stderr, "\r{text}").and_then(|()| stderr.flush())
        } else {
            writeln!(stderr, "{text}")
        };
    }
}
