//! Runs as one HTML file that needs nothing else: no network, no script, no fonts but the system's.

mod cases;
mod facts;
mod figures;
mod pages;
mod promises;
mod words;

use askama::Template;

use crate::{Error, Evidence, Tally, findings};
use cases::{CaseGroup, Obstacle};
use facts::{FactView, Reason};
use figures::{Bar, grouped};
use pages::PageView;
use promises::Promise;
use words::words;

/// Broken promises of a spec that are shown unfolded: with more, nobody finds what comes behind them.
const MOST_AT_ONCE: usize = 10;

/// Runs as one self-contained HTML file: the verdict, the broken promises, the pages with each row and line marked, what
/// was not reached and why, and every case.
pub fn html(runs: &[Evidence<'_>]) -> Result<String, Error> {
    let specs: Vec<SpecView<'_>> =
        runs.iter().enumerate().map(|(index, evidence)| SpecView::of(index + 1, evidence)).collect();
    let mut total = Tally::default();
    for spec in &specs {
        total += spec.tally;
    }
    let broken = specs.iter().map(|spec| spec.promises.len()).sum();
    let took_ms = runs.iter().map(|evidence| evidence.run.took_ms).sum();
    let stopped = runs.iter().any(|evidence| evidence.ended_early.is_some());
    let report = Report { total, broken, stopped, time: crate::terminal::duration(took_ms), specs };
    Ok(report.render()?)
}

/// The whole file.
#[derive(Template)]
#[template(path = "report.html")]
struct Report<'a> {
    specs: Vec<SpecView<'a>>,
    total: Tally,
    broken: usize,
    stopped: bool,
    time: String,
}

impl Report<'_> {
    /// The class of the whole: what colour the verdict has.
    fn class(&self) -> &'static str {
        class_of(self.broken, self.stopped, &self.total)
    }

    /// The verdict in a sentence.
    fn verdict(&self) -> String {
        match (self.broken, self.class()) {
            (1, _) => "One promise is broken".into(),
            (2.., _) => format!("{} promises are broken", grouped(self.broken)),
            (_, "doubt") if self.stopped => "Ended early; nothing is broken so far".into(),
            (_, "doubt") => "Nothing could be shown".into(),
            _ => "Every promise that was tested holds".into(),
        }
    }
}

/// One spec's part.
struct SpecView<'a> {
    anchor: String,
    evidence: Evidence<'a>,
    tally: Tally,
    promises: Vec<Promise<'a>>,
    obstacles: Vec<Obstacle<'a>>,
    pages: Vec<PageView<'a>>,
    reasons: Vec<Reason<'a>>,
    groups: Vec<CaseGroup<'a>>,
}

impl<'a> SpecView<'a> {
    fn of(number: usize, evidence: &Evidence<'a>) -> Self {
        let anchor = format!("s{number}");
        let pages = pages::pages(&anchor, evidence);
        let promises: Vec<Promise<'a>> = findings(evidence.run)
            .into_iter()
            .enumerate()
            .map(|(index, finding)| {
                Promise::of(format!("{anchor}-b{}", index + 1), evidence, finding, &pages)
            })
            .collect();
        let groups = cases::groups(&anchor, evidence, &promises);
        Self {
            evidence: *evidence,
            tally: Tally::of(evidence.run),
            obstacles: cases::obstacles(evidence),
            reasons: facts::reasons(evidence, &pages),
            anchor,
            promises,
            pages,
            groups,
        }
    }

    fn class(&self) -> &'static str {
        class_of(self.promises.len(), self.evidence.ended_early.is_some(), &self.tally)
    }

    fn verdict(&self) -> &'static str {
        match self.class() {
            "failed" => "broken",
            "held" => "holds",
            _ => "open",
        }
    }

    fn bar(&self) -> Bar {
        Bar::of(&self.tally)
    }

    fn time(&self) -> String {
        crate::terminal::duration(self.evidence.run.took_ms)
    }

    /// The broken promises that are shown at once.
    fn first(&self) -> &[Promise<'a>] {
        &self.promises[..self.promises.len().min(MOST_AT_ONCE)]
    }

    /// Those that are folded away.
    fn rest(&self) -> &[Promise<'a>] {
        &self.promises[self.first().len()..]
    }

    /// The codes of the broken promises with their numbers, the commonest first.
    fn codes(&self) -> Vec<(&'a str, usize)> {
        let mut codes: Vec<(&str, usize)> = Vec::new();
        for promise in &self.promises {
            let code = promise.finding.breach.code.as_str();
            match codes.iter_mut().find(|(known, _)| *known == code) {
                Some((_, number)) => *number += 1,
                None => codes.push((code, 1)),
            }
        }
        codes.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
        codes
    }

    /// The command that repeats the whole run.
    fn command(&self) -> String {
        format!("{} --seed {}", self.evidence.command, self.evidence.run.seed)
    }
}

fn class_of(broken: usize, stopped: bool, tally: &Tally) -> &'static str {
    if broken > 0 || tally.failed > 0 {
        "failed"
    } else if stopped || tally.held == 0 {
        "doubt"
    } else {
        "held"
    }
}
