//! How far a long run is: a bar on a terminal, lines elsewhere.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Every how many hundredths a line is printed where there is no terminal.
const STEP: usize = 5;

/// Counts what is done, and shows it on standard error.
pub(crate) struct Progress {
    what: &'static str,
    total: usize,
    done: AtomicUsize,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Begins with `total` things to do.
    pub(crate) fn new(what: &'static str, total: usize) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new(total as u64).with_message(what);
            let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar
        });
        Self {
            what,
            total,
            done: AtomicUsize::new(0),
            bar,
        }
    }

    /// One more is done.
    pub(crate) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        match &self.bar {
            Some(bar) => bar.inc(1),
            None if is_due(done, self.total) => {
                eprintln!("{}: {done} of {}", self.what, self.total);
            }
            None => {}
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// Whether another step of the way has been made with this one.
fn is_due(done: usize, total: usize) -> bool {
    let steps = |done: usize| done * 100 / (total.max(1) * STEP);
    // Of one thing the end is enough.
    total > 1 && steps(done) > steps(done.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_lines_are_printed_however_many_things_there_are() {
        for total in [20, 100, 2639, 100_000] {
            assert_eq!((1..=total).filter(|&done| is_due(done, total)).count(), 20);
        }
        assert_eq!((1..=3).filter(|&done| is_due(done, 3)).count(), 3);
        assert!(!is_due(1, 1));
    }
}
