//! Threads for what recurses once or more for each level of schemas.

use std::thread::{Builder, Scope, ScopedJoinHandle};

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

/// Bytes of stack for the deepest description that is read.
const STACK: usize = 256 << 20;
