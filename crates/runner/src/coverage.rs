//! What the outcomes prove: each documented fact held, failed, or was not reached and why.

use std::collections::BTreeMap;

use suite::Plan;

use crate::run::Done;
use crate::{Class, FactOutcome, Options, Reach};

/// The fate of each fact of the plan, in page order.
pub(crate) fn coverage(plan: &Plan, done: &[Done], options: &Options) -> Vec<FactOutcome> {
    let mut told: BTreeMap<&str, Told<'_>> = BTreeMap::new();
    for unreached in &plan.unreached {
        told.entry(&unreached.fact).or_default().why_not = Some(unreached.reason.clone());
    }
    let by_id: BTreeMap<&str, &Done> = done.iter().map(|done| (done.outcome.case.as_str(), done)).collect();
    for case in &plan.cases {
        let Some(Done { outcome, proved }) = by_id.get(case.id.as_str()) else {
            let reason = if options.selects(&case.id) { "was not run" } else { "was not selected" };
            case.facts.iter().for_each(|fact| told.entry(fact).or_default().unclear(&case.id, reason));
            continue;
        };
        proved.iter().for_each(|fact| told.entry(fact).or_default().held.push(&case.id));
        let reason = match &outcome.class {
            Class::Held => continue,
            Class::Inconclusive { reason } => reason,
            Class::Network { detail, .. } => detail,
            Class::Failed { breaches } => {
                for breach in breaches {
                    let told = told.entry(&breach.fact).or_default();
                    if told.failed.last() != Some(&case.id.as_str()) {
                        told.failed.push(&case.id);
                    }
                }
                // Which of the facts is broken, the breaches tell; of the others such a case may tell nothing.
                "it failed for another reason"
            }
        };
        case.facts.iter().for_each(|fact| told.entry(fact).or_default().unclear(&case.id, reason));
    }
    let outcome = |fact: &suite::Fact| {
        let (reach, cases) = told.remove(fact.id.as_str()).unwrap_or_default().fate();
        FactOutcome { fact: fact.clone(), reach, cases }
    };
    plan.facts.iter().map(outcome).collect()
}

#[derive(Default)]
struct Told<'a> {
    failed: Vec<&'a str>,
    held: Vec<&'a str>,
    why_not: Option<String>,
}

impl<'a> Told<'a> {
    fn unclear(&mut self, case: &str, reason: &str) {
        self.why_not.get_or_insert_with(|| format!("{case}: {reason}"));
    }

    fn fate(self) -> (Reach, Vec<String>) {
        let Self { failed, held, why_not } = self;
        let reach = match (failed.is_empty(), held.is_empty()) {
            (false, _) => Reach::Failed,
            (true, false) => Reach::Held,
            (true, true) => {
                let reason = why_not.unwrap_or_else(|| "no case of the plan exercises it".to_owned());
                Reach::NotReached { reason }
            }
        };
        (reach, failed.into_iter().chain(held).map(str::to_owned).collect())
    }
}
