//! What is shown while a run goes on: a bar on a terminal, plain lines elsewhere, both on standard error.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};
use runner::{Class, Outcome};

use crate::arguments::VerifyFormat;
use crate::output::{say, tell};

/// The progress of one spec.
pub(super) enum Progress {
    /// A bar.
    Bar(ProgressBar),
    /// A line for each case, on standard output: it is the result.
    Cases,
    /// One line at the start.
    Quiet,
}

impl Progress {
    /// Begins to show the progress of a spec.
    pub(super) fn begin(format: VerifyFormat, spec: &str, cases: usize, target: &str) -> Self {
        if format == VerifyFormat::Plain {
            return Progress::Cases;
        }
        if format == VerifyFormat::Human && std::io::stderr().is_terminal() {
            let bar = ProgressBar::new(u64::try_from(cases).unwrap_or(u64::MAX));
            let style = ProgressStyle::with_template("{prefix:.bold} {bar:32.green/dim} {pos}/{len} {msg}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("━━╌"));
            bar.set_prefix(spec.to_owned());
            return Progress::Bar(bar);
        }
        tell(&format!("{spec}: {cases} cases against {target}\n"));
        Progress::Quiet
    }

    /// A case is done; so many have failed.
    pub(super) fn case(&self, outcome: &Outcome, failed: usize) {
        match self {
            Progress::Bar(bar) => {
                bar.inc(1);
                if failed > 0 {
                    bar.set_message(format!("{failed} failed"));
                }
            }
            Progress::Cases => say(&line(outcome)),
            Progress::Quiet => {}
        }
    }

    /// Takes the bar away.
    pub(super) fn end(self) {
        if let Progress::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}

fn line(outcome: &Outcome) -> String {
    let case = &outcome.case;
    match &outcome.class {
        Class::Held => format!("held         {case}\n"),
        Class::Failed { breaches } => {
            let codes: Vec<&str> = breaches.iter().map(|breach| breach.code.as_str()).collect();
            format!("failed       {case}: {}\n", codes.join(", "))
        }
        Class::Inconclusive { reason } => format!("inconclusive {case}: {reason}\n"),
        Class::Network { detail, .. } => format!("network      {case}: {detail}\n"),
    }
}
