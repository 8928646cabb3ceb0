//! The command-line program: the only place that prints, reads arguments and exits.

mod arguments;
mod exit;
mod explain;
mod faults;
mod generate;
mod ir;
mod lint;
mod output;
mod paths;
mod serve;
mod verify;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use exit::Failure;

/// A contract is many small texts: with the system's allocator a fifth of reading goes into handing out memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    arguments.color.write_global();
    let done = match &arguments.command {
        Command::Ir(ir) => ir::run(ir),
        Command::Lint(lint) => lint::run(lint),
        Command::Generate(generate) => generate::run(generate),
        Command::Verify(verify) => verify::run(verify),
        Command::Merge(merge) => verify::merge(merge),
        Command::Serve(serve) => serve::run(serve),
        Command::Explain(explain) => explain::run(explain),
    };
    match done {
        Ok(exit) => exit.into(),
        Err(failure) => {
            output::complain(&failure);
            failure.exit.into()
        }
    }
}

/// What asynchronous subcommands run on.
fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Runtime::new().map_err(no_threads)
}

/// What requests to another process run on: handing each one to another thread and back costs as much as sending it.
fn runtime_of_one_thread() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(no_threads)
}

fn no_threads(error: std::io::Error) -> Failure {
    Failure::internal(format!("no threads: {error}"), "close other programs, or raise the limit of processes")
}
