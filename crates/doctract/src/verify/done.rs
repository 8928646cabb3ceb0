//! One spec that was verified.

use pipeline::Spec;
use report::{Evidence, Known};
use runner::Run;

use crate::arguments::{Strangers, Verify};

/// A run, and what it takes to report it.
pub(super) struct Done<'a> {
    pub(super) spec: &'a Spec,
    pub(super) directory: String,
    pub(super) command: String,
    pub(super) ended_early: Option<String>,
    pub(super) run: Run,
    /// What the baseline says of it.
    pub(super) known: Known,
    /// Whether somebody ended it early.
    pub(super) interrupted: bool,
}

impl Done<'_> {
    pub(super) fn evidence(&self) -> Evidence<'_> {
        Evidence {
            title: &self.spec.title,
            directory: &self.directory,
            command: &self.command,
            ended_early: self.ended_early.as_deref(),
            known: Some(&self.known),
            contract: &self.spec.contract,
            sources: &self.spec.sources,
            run: &self.run,
        }
    }

    /// Whether no promise is broken beside the known ones.
    pub(super) fn is_clean(&self) -> bool {
        self.run.failures().all(|(outcome, _)| self.known.reason(&outcome.case).is_some())
    }
}

/// The command that repeats a run of one spec; seed and choice of cases are added where they are known.
pub(super) fn command(verify: &Verify, directory: &str) -> String {
    let mut words = vec!["doctract verify".to_owned(), directory.to_owned()];
    match &verify.target.server {
        Some(url) => words.push(format!("--server {url}")),
        None if verify.target.in_process => words.push("--in-process".to_owned()),
        None => words.push("--embedded".to_owned()),
    }
    words.extend(verify.faults.iter().map(|fault| format!("--fault {fault}")));
    words.extend(match verify.undocumented {
        Strangers::Ignore => None,
        Strangers::Note => Some("--undocumented note".to_owned()),
        Strangers::Fail => Some("--undocumented fail".to_owned()),
    });
    words.extend(verify.cases.map(|number| format!("--cases {number}")));
    words.join(" ")
}
