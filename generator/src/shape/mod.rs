//! The grammar of OpenAPI 3.0 and 3.1 as data, and the checker that walks a description by it.
//!
//! [`TABLES`] has one row per object of the specification: its fields, what each holds, and what
//! the generator makes of it. [`check`] compares a tree with these tables, reports each deviation
//! and repairs it where the meaning is plain, so that the stages behind need not look again.

mod check;
mod counted;
mod extensions;
mod formats;
mod idle;
mod part;
mod parts;
mod repair;
mod root;
mod schema_fields;
mod tables;
mod token;
mod types;
mod versions;
mod walk;

pub use idle::{idle_keywords, speaks_of};
pub use part::part_name;
pub use parts::{Part, in_parts};
pub use root::{check, check_part};
pub use tables::TABLES;
pub use token::is_token;
pub use types::{Field, Holds, Kind, Status, Table, Version};
pub use walk::{Visit, for_each_child, for_each_part};
