//! What many parts of the IR say alike, most of them nothing.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A value that is kept once, and not at all where it says nothing.
#[derive(Clone)]
pub struct Shared<T>(Option<Arc<T>>);

/// A value that says nothing.
pub trait Nothing: PartialEq + 'static {
    /// That value.
    const NOTHING: &'static Self;
}

impl<T: Nothing> From<T> for Shared<T> {
    fn from(value: T) -> Self {
        Self((value != *T::NOTHING).then(|| Arc::new(value)))
    }
}

impl<T: Nothing> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::NOTHING)
    }
}

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: PartialEq> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b) || a == b,
            (None, None) => true,
            _ => false,
        }
    }
}

impl<T: Nothing + fmt::Debug> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
