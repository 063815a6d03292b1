//! Types and operations as the generator writes them.

mod operations;
mod types;

pub(crate) use operations::*;
pub(crate) use types::*;
