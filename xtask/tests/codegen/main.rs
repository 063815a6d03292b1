//! `cargo xtask`, run as a program on a copy of the workspace.

#[path = "../support/mod.rs"]
mod support;

mod commands;
mod corpus;
mod from_pages;
mod fuzz;
mod lint;
mod output_tree;
mod programs;
mod round_trip;
mod several_files;
mod standalone;
