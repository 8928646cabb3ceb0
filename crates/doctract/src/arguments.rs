//! The arguments of the program, as clap reads them and as `--help` shows them.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::exit;

/// Reads the promises off pages of API documentation, and holds servers to them.
#[derive(Debug, Parser)]
#[command(name = "doctract", version, propagate_version = true, after_help = exit::HELP)]
pub(crate) struct Arguments {
    /// When to colour: NO_COLOR and CLICOLOR_FORCE are heard too
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(crate) color: Color,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// When text is coloured.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

impl Color {
    /// Sets what the streams of the program do from now on.
    pub(crate) fn write_global(self) {
        match self {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show the contract that is read from pages
    Ir(Ir),
    /// Tell where pages contradict themselves, each other, or their examples
    Lint(Lint),
    /// Make a Rust crate, an OpenAPI document and a conformance suite of a spec
    Generate(Generate),
    /// Hold a server to what its pages promise
    Verify(Verify),
    /// Join the reports of the shards of one run
    Merge(Merge),
    /// Start image-service, the reference implementation of the image specs
    Serve(Serve),
    /// Say what a diagnostic code, a failure code or a case id means, and what to do
    Explain(Explain),
}

#[derive(Debug, Args)]
#[command(after_help = exit::HELP)]
pub(crate) struct Ir {
    /// Pages, or folders of pages
    #[arg(required_unless_present = "schema", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = IrFormat::Text)]
    pub(crate) format: IrFormat,
    /// Print the JSON Schema of `--format json` instead
    #[arg(long)]
    pub(crate) schema: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum IrFormat {
    /// An outline with the numbers of the pages' lines
    Text,
    /// The public, versioned form
    Json,
    /// Figures by folder, the accounting of all cells, and diagnostics by code
    Summary,
    /// Each diagnostic with the words on the page
    Diagnostics,
}

#[derive(Debug, Args)]
#[command(after_help = exit::HELP)]
pub(crate) struct Lint {
    /// Pages, or folders of pages; pages in two languages are compared
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Tell only findings of this code, such as `lint/translations-differ`; may be repeated
    #[arg(long, value_name = "CODE", action = ArgAction::Append)]
    pub(crate) only: Vec<String>,
    /// Tell what is merely worth knowing, too
    #[arg(long)]
    pub(crate) infos: bool,
    /// What to print
    #[arg(long, value_enum, default_value_t = LintFormat::Human)]
    pub(crate) format: LintFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LintFormat {
    /// Each finding with the words on the pages
    Human,
    /// A list of findings
    Json,
}

#[derive(Debug, Args)]
#[command(after_help = exit::HELP)]
pub(crate) struct Generate {
    /// The spec's folder, or a folder of pages as they are: then the family of the pages says how requests travel
    pub(crate) spec: PathBuf,
    /// The folder of doctract's crates, as seen from the crate: it gets a manifest of its own. Without this the crate
    /// takes its versions from the workspace that it stands in, as those under generated/ do
    #[arg(long, value_name = "PATH")]
    pub(crate) crates: Option<String>,
    /// The folder that receives the crate; files that the spec no longer makes are removed
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Write nothing: say what differs, and exit with 1 if anything does
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Debug, Args)]
#[command(after_help = exit::HELP)]
pub(crate) struct Verify {
    /// The specs' folders
    #[arg(required_unless_present = "list_faults", value_name = "SPEC")]
    pub(crate) specs: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) target: TargetChoice,
    /// Make image-service commit this fault; may be repeated
    #[arg(long = "fault", value_name = "NAME", conflicts_with = "server")]
    pub(crate) faults: Vec<String>,
    /// List the faults that image-service can commit
    #[arg(long)]
    pub(crate) list_faults: bool,
    /// The same seed gives the same cases, byte for byte
    #[arg(long, default_value_t = suite::Options::default().seed, value_name = "N")]
    pub(crate) seed: u64,
    /// Random requests per operation, besides those that each rule asks for
    #[arg(long, value_name = "N")]
    pub(crate) cases: Option<usize>,
    /// Go on with random cases until so much is spent: a time such as 30s, or a number of cases, planned ones included
    #[arg(long, value_name = "TIME|N")]
    pub(crate) budget: Option<runner::Budget>,
    /// Run one of N parts, which are disjoint and together the whole; see `doctract merge`
    #[arg(long, default_value_t, value_name = "K/N")]
    pub(crate) shard: runner::Shard,
    /// Run only these cases: `CopyImage` is all of CopyImage/…, `*/length/*` every rule of length; may be repeated
    #[arg(long, value_name = "PATTERN", action = ArgAction::Append)]
    pub(crate) only: Vec<String>,
    /// Leave these cases out; may be repeated
    #[arg(long, value_name = "PATTERN", action = ArgAction::Append)]
    pub(crate) skip: Vec<String>,
    /// Stop a spec after so many failed cases
    #[arg(long, value_name = "N")]
    pub(crate) max_failures: Option<usize>,
    /// Failures that are known: a TOML file of cases with a reason and the day until which they are excused
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Fields of answers that no page documents
    #[arg(long, value_enum, default_value_t = Strangers::Ignore)]
    pub(crate) undocumented: Strangers,
    /// Seconds that one request may take
    #[arg(long, default_value_t = 10.0, value_name = "SECONDS", value_parser = above_zero)]
    pub(crate) timeout: f64,
    /// Requests at the same time
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) concurrency: Option<u16>,
    /// Most requests a second
    #[arg(long, value_name = "N", value_parser = above_zero)]
    pub(crate) rate: Option<f64>,
    /// Wait so long for what may still appear on the server, or go away, such as 2s
    #[arg(long, value_name = "TIME", default_value = "30s", value_parser = runner::duration)]
    pub(crate) patience: std::time::Duration,
    /// Cut the run of a spec short after this time, such as 10m
    #[arg(long, value_name = "TIME", value_parser = runner::duration)]
    pub(crate) deadline: Option<std::time::Duration>,
    /// Leave on the server what the run makes there
    #[arg(long)]
    pub(crate) keep: bool,
    /// Write report.html, report.json, junit.xml and report.sarif to this folder, and a journal as the run goes
    #[arg(long, value_name = "DIR")]
    pub(crate) report: Option<PathBuf>,
    /// Go on from the journal in the folder of --report; a run that was killed loses nothing
    #[arg(long, requires = "report")]
    pub(crate) resume: bool,
    /// Print the chosen cases in the order in which they are sent, a JSON document on each line, and send nothing
    #[arg(long)]
    pub(crate) list: bool,
    /// What to print
    #[arg(long, value_enum, default_value_t = VerifyFormat::Human)]
    pub(crate) format: VerifyFormat,
}

/// What is verified; image-service over HTTP unless told otherwise.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(crate) struct TargetChoice {
    /// The server to verify. Keys come from the environment variables that the spec's bindings.toml names
    #[arg(long, value_name = "URL")]
    pub(crate) server: Option<String>,
    /// Start image-service on a free loopback port and verify it over HTTP (the default)
    #[arg(long)]
    pub(crate) embedded: bool,
    /// Call image-service without a network
    #[arg(long)]
    pub(crate) in_process: bool,
}

/// What becomes of fields that no page documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Strangers {
    /// Nothing: a field more breaks no client
    Ignore,
    /// They are told, and fail no case
    Note,
    /// The case fails
    Fail,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum VerifyFormat {
    /// Broken promises with the words on the page, then a line for each spec; progress on a terminal
    Human,
    /// One line for each case, then a line for each spec
    Plain,
    /// The whole run, versioned
    Json,
    /// JUnit XML
    Junit,
    /// SARIF 2.1.0, for code review
    Sarif,
}

#[derive(Debug, Args)]
#[command(after_help = exit::HELP)]
pub(crate) struct Merge {
    /// The folders that `verify --report` wrote, one of each shard
    #[arg(required = true, value_name = "DIR")]
    pub(crate) reports: Vec<PathBuf>,
    /// Write the joined report to this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) report: Option<PathBuf>,
    /// Failures that are known, as for `verify`
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = VerifyFormat::Human)]
    pub(crate) format: VerifyFormat,
}

#[derive(Debug, Args)]
#[command(after_help = exit::HELP)]
pub(crate) struct Serve {
    /// The spec's folder, or its name
    #[arg(required_unless_present = "list_faults")]
    pub(crate) spec: Option<PathBuf>,
    /// Answer from the pages alone, whatever they document: a spec, or any folder of pages. Nothing is kept, and any key
    /// and signature will do
    #[arg(long, conflicts_with_all = ["data", "time_scale", "world", "faults"])]
    pub(crate) mock: bool,
    /// Where to listen; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub(crate) listen: SocketAddr,
    /// Keep everything in this folder; without it, nothing outlives the process
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// How many times faster than in real life copies, starts and stops take their course
    #[arg(long, default_value_t = 1.0, value_name = "FACTOR")]
    pub(crate) time_scale: f64,
    /// A TOML file of the accounts, images and instances to begin with
    #[arg(long, value_name = "FILE")]
    pub(crate) world: Option<PathBuf>,
    /// How the log is written; `RUST_LOG=info` logs each request
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub(crate) log: LogFormat,
    /// Commit this fault; may be repeated
    #[arg(long = "fault", value_name = "NAME")]
    pub(crate) faults: Vec<String>,
    /// List the faults
    #[arg(long)]
    pub(crate) list_faults: bool,
}

/// How a log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    /// A line for people
    Text,
    /// An object in each line
    Json,
}

#[derive(Debug, Args)]
#[command(after_help = exit::HELP)]
pub(crate) struct Explain {
    /// A code such as `reader/unknown-type`, or a case id such as `CopyImage/DestinationImageName/length/max+1`
    #[arg(value_name = "CODE|CASE")]
    pub(crate) what: String,
    /// Where to look for a case; all specs of the folder `specs` unless given
    #[arg(long = "spec", value_name = "SPEC")]
    pub(crate) specs: Vec<PathBuf>,
    /// The seed of the run that the case id is from
    #[arg(long, default_value_t = suite::Options::default().seed, value_name = "N")]
    pub(crate) seed: u64,
}

fn above_zero(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if number > 0.0 && number.is_finite() => Ok(number),
        _ => Err("a number above 0, such as 10 or 0.5".to_owned()),
    }
}
