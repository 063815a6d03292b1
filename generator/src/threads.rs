//! Threads for what recurses once or more for each level of schemas.

use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
use std::thread::{self, Builder, Scope, ScopedJoinHandle};

/// Starts a thread that has the stack for the deepest description that is read.
///
/// # Panics
///
/// When the system has no memory for the stack.
pub(crate) fn with_stack<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> T + Send + 'scope,
) -> ScopedJoinHandle<'scope, T> {
    Builder::new()
        .stack_size(STACK)
        .spawn_scoped(scope, work)
        .expect("memory for a stack")
}

/// Waits for a thread; its panic, if any, goes on here.
pub(crate) fn join<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread
        .join()
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Does the tasks on all cores, up to four, this thread among them. The results come in the order of the tasks.
pub(crate) fn on_all_cores<T: Send, R: Send>(
    tasks: Vec<T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = threads.min(MOST_THREADS).min(tasks.len());
    let left = Mutex::new(tasks.into_iter().enumerate());
    let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
    let run = || {
        let mut done = Vec::new();
        while let Some((index, task)) = next() {
            done.push((index, work(task)));
        }
        done
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| with_stack(scope, run)).collect();
        let mut all = run();
        for other in others {
            all.extend(join(other));
        }
        all
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Things in groups of which each is worth a task.
pub(crate) fn grouped<T>(things: impl IntoIterator<Item = T>) -> Vec<Vec<T>> {
    let mut things = things.into_iter().peekable();
    let mut groups = Vec::new();
    while things.peek().is_some() {
        groups.push(things.by_ref().take(GROUP).collect());
    }
    groups
}

/// More threads have little to do, since the IR is built by one, and each reserves a stack.
const MOST_THREADS: usize = 4;

/// How many things make a group.
const GROUP: usize = 8;

/// Bytes of stack for the deepest description that is read.
const STACK: usize = 256 << 20;

#[cfg(test)]
mod tests {
    use super::{grouped, on_all_cores};

    #[test]
    fn results_come_in_the_order_of_the_tasks() {
        let groups = grouped(0..1000);
        assert_eq!(groups.len(), 125);
        let sums = on_all_cores(groups.clone(), |group| group.iter().sum::<u32>());
        let expected: Vec<u32> = groups.iter().map(|group| group.iter().sum()).collect();
        assert_eq!(sums, expected);
        assert!(on_all_cores(Vec::<u8>::new(), |task| task).is_empty());
    }
}
