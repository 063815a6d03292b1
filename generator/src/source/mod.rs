//! From text to values, and from places back to the text.
//!
//! Nothing is understood here: a text becomes the tree of values that it writes down. This is
//! the only module that knows YAML.

mod key;
mod locate;
mod page;
mod spelling;
mod syntax;
mod value;

pub use locate::locate;
pub use page::{PageError, extract};
pub use value::{MAX_DEPTH, read};
