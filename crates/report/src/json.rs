//! Runs as JSON, for other tools.

use runner::Run;
use serde::Serialize;

use crate::{Error, Evidence, Tally};

/// The version of the JSON form. It grows when a consumer must change.
pub const REPORT_VERSION: u32 = 1;

/// Runs as one versioned JSON document: for each spec its title, the figures, and the whole run.
pub fn json(runs: &[Evidence<'_>]) -> Result<String, Error> {
    let specs = runs.iter().map(|evidence| Spec {
        title: evidence.title,
        ended_early: evidence.ended_early,
        summary: Summary::from(Tally::of(evidence.run)),
        run: evidence.run,
    });
    let report = Report { report_version: REPORT_VERSION, specs: specs.collect() };
    let mut text = serde_json::to_string_pretty(&report)?;
    text.push('\n');
    Ok(text)
}

#[derive(Serialize)]
struct Report<'a> {
    report_version: u32,
    specs: Vec<Spec<'a>>,
}

#[derive(Serialize)]
struct Spec<'a> {
    title: &'a str,
    ended_early: Option<&'a str>,
    summary: Summary,
    #[serde(flatten)]
    run: &'a Run,
}

#[derive(Serialize)]
struct Summary {
    cases: usize,
    held: usize,
    failed: usize,
    inconclusive: usize,
    network: usize,
    facts: usize,
    facts_held: usize,
    facts_failed: usize,
    facts_unreached: usize,
}

impl From<Tally> for Summary {
    fn from(tally: Tally) -> Self {
        Self {
            cases: tally.cases,
            held: tally.held,
            failed: tally.failed,
            inconclusive: tally.inconclusive,
            network: tally.network,
            facts: tally.facts,
            facts_held: tally.facts_held,
            facts_failed: tally.facts_failed,
            facts_unreached: tally.facts_unreached(),
        }
    }
}
