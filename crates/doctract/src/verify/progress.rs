//! What is shown while a run goes on: a bar on a terminal, plain lines elsewhere, both on standard error.

use std::collections::VecDeque;
use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};
use runner::{Class, Outcome};

use crate::arguments::VerifyFormat;
use crate::output::{say, tell};

/// The progress of one spec.
pub(super) enum Progress {
    /// A bar.
    Bar(ProgressBar),
    /// A line for each case, on standard output: it is the result, and so it keeps to the order of the plan.
    Cases(InOrder),
    /// One line at the start.
    Quiet,
}

impl Progress {
    /// Begins to show the progress of a spec.
    pub(super) fn begin(format: VerifyFormat, spec: &str, cases: Vec<&str>, target: &str) -> Self {
        if format == VerifyFormat::Plain {
            let waiting = cases.into_iter().map(|case| (case.to_owned(), None)).collect();
            return Progress::Cases(InOrder { waiting });
        }
        let cases = cases.len();
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
    pub(super) fn case(&mut self, outcome: &Outcome, failed: usize) {
        match self {
            Progress::Bar(bar) => {
                bar.inc(1);
                if failed > 0 {
                    bar.set_message(format!("{failed} failed"));
                }
            }
            Progress::Cases(lines) => lines.take(outcome),
            Progress::Quiet => {}
        }
    }

    /// Takes the bar away, and says what is left to say.
    pub(super) fn end(self) {
        match self {
            Progress::Bar(bar) => bar.finish_and_clear(),
            // After an interruption, what waits for cases that never came.
            Progress::Cases(lines) => {
                lines.waiting.iter().filter_map(|(_, told)| told.as_deref()).for_each(say)
            }
            Progress::Quiet => {}
        }
    }
}

/// Lines that wait for those before them.
pub(super) struct InOrder {
    waiting: VecDeque<(String, Option<String>)>,
}

impl InOrder {
    fn take(&mut self, outcome: &Outcome) {
        if let Some((_, told)) = self.waiting.iter_mut().find(|(case, _)| *case == outcome.case) {
            *told = Some(line(outcome));
        }
        while let Some((_, Some(told))) = self.waiting.front() {
            say(told);
            self.waiting.pop_front();
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
