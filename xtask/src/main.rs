//! The command line of Specwright: `cargo xtask …`.

mod bench;
mod bless;
mod child;
mod codegen;
mod corpus;
mod explain;
mod folder;
mod fuzz;
mod generate_one;
mod import;
mod input;
mod lint;
mod merge;
mod progress;
mod project;
mod reduce;
mod terminal;
mod text_diff;
mod tidy;
mod workspace;
mod write_tree;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Generating is to a third the taking and giving back of small pieces of memory, much of it in
/// threads, where the system's allocator is slow.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Generates a Rust client crate from an `OpenAPI` description.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    after_help = "Exit status: 0 done, with or without warnings; 1 an error was found or, with --check, a \
                  difference; 2 the command line is wrong.\n\nThe usual round: `cargo xtask import PAGE` when the \
                  vendor publishes a new page, then `cargo xtask codegen`, then read the diff and open a pull request."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Import(import::Arguments),
    Codegen(codegen::Arguments),
    Lint(lint::Arguments),
    Merge(merge::Arguments),
    Explain(explain::Arguments),
    Bless(bless::Arguments),
    Tidy(tidy::Arguments),
    Corpus(corpus::Arguments),
    Bench(bench::Arguments),
    Fuzz(fuzz::Arguments),
    #[command(hide = true)]
    GenerateOne(generate_one::Arguments),
    #[command(hide = true)]
    FuzzBatch(fuzz::BatchArguments),
    #[command(hide = true)]
    Floor(bench::FloorArguments),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Import(arguments) => import::run(&arguments),
        Command::Codegen(arguments) => codegen::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Merge(arguments) => merge::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Bless(arguments) => bless::run(&arguments),
        Command::Tidy(arguments) => tidy::run(&arguments),
        Command::Corpus(arguments) => corpus::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Floor(arguments) => bench::run_floor(&arguments),
        Command::Fuzz(arguments) => fuzz::run(&arguments),
        Command::FuzzBatch(arguments) => fuzz::run_batch(&arguments),
        Command::GenerateOne(arguments) => generate_one::run(&arguments),
    };
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::FAILURE,
        Err(error) => {
            terminal::print_error(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Done,
    /// An error, or a difference that was looked for; it has been printed.
    Found,
}
