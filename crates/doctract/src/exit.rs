//! Exit codes, and what ends the program early.

use std::path::Path;
use std::process::ExitCode;

/// How the program ends. The numbers are public: scripts depend on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Everything that was tested holds.
    Held = 0,
    /// A promise of a page is broken.
    Broken = 1,
    /// An argument or a path is wrong; clap uses the same number.
    Usage = 2,
    /// Pages have errors: facts are lost.
    Pages = 3,
    /// The target can't be reached.
    Unreachable = 4,
    /// The program itself failed.
    Internal = 5,
    /// Ctrl-C ended the program before anything was found broken; shells use the same number.
    Interrupted = 130,
}

/// The codes as `--help` lists them.
pub(crate) const HELP: &str = "\
Exit codes:
  0  held         everything that was tested holds
  1  broken       a promise of a page is broken
  2  usage        an argument, a path or a spec's file is wrong
  3  pages        the pages have errors: facts are lost
  4  unreachable  the target can't be reached, or no case could be decided
  5  internal     the program itself failed
130  interrupted  Ctrl-C ended it before anything was found broken";

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        // The discriminants are the codes.
        ExitCode::from(exit as u8)
    }
}

/// Why the program ends early: what is wrong and where, and what to do.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    pub(crate) what: String,
    pub(crate) help: String,
}

impl Failure {
    /// Something that the caller gave is wrong.
    pub(crate) fn usage(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { exit: Exit::Usage, what: what.into(), help: help.into() }
    }

    /// Something that the caller can't help.
    pub(crate) fn internal(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { exit: Exit::Internal, what: what.into(), help: help.into() }
    }
}

/// The specs right below a folder, in words.
fn named(folder: &Path) -> String {
    let specs = crate::paths::specs_below(folder);
    specs.iter().map(|spec| spec.display().to_string()).collect::<Vec<_>>().join(", ")
}

impl From<pipeline::Error> for Failure {
    fn from(error: pipeline::Error) -> Self {
        let help = match &error {
            pipeline::Error::NoSpec { path } => match named(path) {
                specs if specs.is_empty() => "`doctract ir` reads pages that belong to no spec".to_owned(),
                specs => format!("did you mean {specs}?"),
            },
            pipeline::Error::Missing { path, hint } if hint.is_empty() => {
                match path.parent().map(named).unwrap_or_default() {
                    specs if specs.is_empty() => "check the path".to_owned(),
                    specs => format!("there are {specs}"),
                }
            }
            _ => String::new(),
        };
        Failure::usage(error.to_string(), help)
    }
}

impl From<image_service::Error> for Failure {
    fn from(error: image_service::Error) -> Self {
        use image_service::Error as E;
        match &error {
            E::Store(_) | E::Ledger(_) | E::Stopped(_) => Failure::internal(error.to_string(), ""),
            E::FaultElsewhere { .. } => {
                Failure::usage(error.to_string(), "verify each spec with its own faults")
            }
            _ => Failure::usage(error.to_string(), ""),
        }
    }
}

impl From<report::Error> for Failure {
    fn from(error: report::Error) -> Self {
        Failure::internal(error.to_string(), "please report it with the spec and the seed")
    }
}
