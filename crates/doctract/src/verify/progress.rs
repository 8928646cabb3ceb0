//! What is shown while a run goes on: a bar on a terminal and each broken promise as soon as it is known, or a line for
//! each case.

use std::collections::{BTreeMap, BTreeSet};
use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};
use report::Evidence;
use runner::{Class, Outcome};

use crate::arguments::VerifyFormat;
use crate::output::{look, say, tell};

/// More than this nobody reads on a terminal; the report has all.
const MOST_TOLD: usize = 25;

/// The progress of one spec.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    manner: Manner,
    failed: usize,
}

enum Manner {
    /// Each broken promise when it is first met; standard output is for them.
    Failures(BTreeSet<(String, String)>),
    /// A line for each case: it is the result, and so it keeps to the order in which cases are sent.
    Cases(InOrder),
    /// Nothing; standard output is for a document.
    Nothing,
}

impl Progress {
    /// Begins to show the progress of a spec.
    pub(super) fn begin(format: VerifyFormat, spec: &str, target: &str, total: Option<usize>) -> Self {
        let manner = match format {
            VerifyFormat::Human => Manner::Failures(BTreeSet::new()),
            VerifyFormat::Plain => Manner::Cases(InOrder::default()),
            VerifyFormat::Json | VerifyFormat::Junit | VerifyFormat::Sarif => Manner::Nothing,
        };
        let mut progress = Self { bar: None, manner, failed: 0 };
        if format == VerifyFormat::Human && std::io::stderr().is_terminal() {
            progress.bar = Some(bar(spec, total));
        } else if format != VerifyFormat::Plain {
            let total = total.map_or_else(|| "cases".to_owned(), |total| format!("{total} cases"));
            tell(&format!("{spec}: {total} against {target}\n"));
        }
        progress
    }

    /// A case is done. `evidence` quotes the page for it.
    pub(super) fn case(&mut self, turn: usize, outcome: &Outcome, evidence: &Evidence<'_>) {
        self.failed += usize::from(matches!(outcome.class, Class::Failed { .. }));
        let text = match &mut self.manner {
            Manner::Failures(told) if told.len() < MOST_TOLD => {
                report::failure(evidence, outcome, told, look())
            }
            Manner::Failures(_) | Manner::Nothing => String::new(),
            Manner::Cases(lines) => lines.take(turn, outcome),
        };
        match &self.bar {
            None if text.is_empty() => {}
            None => say(&text),
            Some(bar) => {
                if !text.is_empty() {
                    bar.suspend(|| say(&text));
                }
                bar.inc(1);
                if self.failed > 0 {
                    bar.set_message(format!("{} failed", self.failed));
                }
            }
        }
    }

    /// Takes the bar away, and says what is left to say.
    pub(super) fn end(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
        if let Manner::Cases(lines) = self.manner {
            lines.waiting.values().for_each(|line| say(line));
        }
    }
}

fn bar(spec: &str, total: Option<usize>) -> ProgressBar {
    let (bar, template) = match total {
        Some(total) => (
            ProgressBar::new(u64::try_from(total).unwrap_or(u64::MAX)),
            "{prefix:.bold} {bar:32.green/dim} {pos}/{len} {msg}",
        ),
        None => (ProgressBar::new_spinner(), "{prefix:.bold} {pos} cases in {elapsed} {msg}"),
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_style(style.progress_chars("━━╌"));
    bar.set_prefix(spec.to_owned());
    bar
}

/// Lines that wait for those before them.
#[derive(Default)]
struct InOrder {
    next: usize,
    waiting: BTreeMap<usize, String>,
}

impl InOrder {
    /// What can be said now that this case is done.
    fn take(&mut self, turn: usize, outcome: &Outcome) -> String {
        self.waiting.insert(turn, line(outcome));
        let mut text = String::new();
        while let Some(line) = self.waiting.remove(&self.next) {
            text += &line;
            self.next += 1;
        }
        text
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
