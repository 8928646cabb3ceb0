//! One broken promise, however many cases ran into it.

use runner::{Class, Exchange, Outcome, Run};
use suite::Breach;

/// A broken promise: the breach, and every case that met it.
#[derive(Debug, Clone)]
pub struct Finding<'a> {
    /// What is broken, as the first case met it.
    pub breach: &'a Breach,
    /// The first case.
    pub outcome: &'a Outcome,
    /// The cases that met the same breach of the same fact later.
    pub others: Vec<&'a Outcome>,
}

impl Finding<'_> {
    /// The exchange that shows it best: the shrunk one, else the case's own, else the last.
    pub fn exchange(&self) -> Option<&Exchange> {
        let exchanges = &self.outcome.exchanges;
        let last_of = |purpose: &str| exchanges.iter().rfind(|exchange| exchange.purpose == purpose);
        last_of("shrunk").or_else(|| last_of("case")).or_else(|| exchanges.last())
    }
}

/// The broken promises of a run in the order of the plan. A promise that fails in thirty cases is one finding: people
/// mend promises, not cases.
pub fn findings(run: &Run) -> Vec<Finding<'_>> {
    let mut findings: Vec<Finding<'_>> = Vec::new();
    for outcome in &run.outcomes {
        let Class::Failed { breaches } = &outcome.class else { continue };
        for breach in breaches {
            let same = |f: &&mut Finding<'_>| f.breach.code == breach.code && f.breach.fact == breach.fact;
            match findings.iter_mut().find(same) {
                Some(known) if known.outcome.case == outcome.case => {}
                Some(known) => known.others.push(outcome),
                None => findings.push(Finding { breach, outcome, others: Vec::new() }),
            }
        }
    }
    findings
}
