//! The project's own commands.
//!
//! It stands on `pipeline` and `emit` alone, and in a workspace of its own: a broken generated tree can always be made
//! anew. What needs the whole product (`check`, `verify`, `bless`) is run as another cargo command.

mod agreement;
mod check;
mod codegen;
mod corpus;
mod corpus_codegen;
mod fidelity;
mod gold;
mod identity;
mod languages;
mod recognition;
mod seeds;
#[cfg(test)]
mod seen_failing;
mod steps;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The project's own commands.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make generated/ anew from specs/.
    Codegen {
        /// Change nothing; exit 1 if a file is missing, different, or no longer made.
        #[arg(long)]
        check: bool,
    },
    /// Hold image-service to every spec over HTTP, print the verdict and write the report.
    Verify {
        /// Passed on to `doctract verify`, such as `--seed 7` or `--fault NAME`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Commit each fault that image-service knows and tell as a table what finds it, then hold the unchanged service to many
    /// seeds. The whole measure takes a while: 100 seeds, 20,000 cases each.
    Faults {
        /// Build for speed, as figures want it.
        #[arg(long)]
        release: bool,
        /// Passed on, such as `--seeds 3`, `--cases 2000`, `--only NAME`, `--no-faults`, `--first`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// All that CI runs: format, lints, codegen, tests, documentation, licences.
    Check,
    /// Accept what changed: generated code and snapshots. Read the diff before you commit it.
    Bless,
    /// Read a folder of real pages and hold the reader to what is known of them.
    Corpus {
        /// The folder that holds `seeds`, `corpus` and `truth`.
        path: PathBuf,
        /// Print each difference between the pages of an operation in two languages.
        #[arg(long)]
        list: bool,
    },
    /// Generate the crates of whole vendors from a folder of real pages; compile, lint, document and test them.
    CorpusCodegen {
        /// The folder that holds `corpus`.
        path: PathBuf,
        /// Leave out the tests, which take longest.
        #[arg(long)]
        quick: bool,
    },
    /// Score the rules that are read against the gold set, or sample and settle the gold set itself.
    Gold(gold::Arguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.command {
        Command::Codegen { check } => codegen::run(&root(), check),
        Command::Verify { arguments } => check::verify(&root(), &arguments),
        Command::Faults { release, arguments } => check::faults(&root(), release, &arguments),
        Command::Check => check::check(&root()),
        Command::Bless => check::bless(&root()),
        Command::Corpus { path, list } => corpus::run(&root(), &path, list),
        Command::CorpusCodegen { path, quick } => corpus_codegen::run(&root(), &path, quick),
        Command::Gold(arguments) => gold::run(&root(), &arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).unwrap_or_default()
}
