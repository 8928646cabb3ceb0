//! What the outcomes prove: each documented fact held, failed, or was not reached and why.

use std::collections::{BTreeMap, HashMap};

use suite::Plan;

use crate::work::places;
use crate::{Class, Done, FactOutcome, Options, Reach};

/// Of random cases that hold, so many are named at each fact; there may be thousands.
const MOST_RANDOM: usize = 10;

/// The fate of each fact of the plan, in page order.
pub(crate) fn coverage(plan: &Plan, done: &[Done], options: &Options) -> Vec<FactOutcome> {
    let places = places(plan);
    let mut told: Vec<Told<'_>> = plan.facts.iter().map(|_| Told::default()).collect();
    let place = |fact: &str| places.get(fact).map(|place| *place as usize);
    for unreached in &plan.unreached {
        if let Some(place) = place(&unreached.fact) {
            told[place].why_not = Some(unreached.reason.clone());
        }
    }
    let planned: BTreeMap<&str, &[String]> =
        plan.cases.iter().map(|case| (case.id.as_str(), case.facts.as_slice())).collect();
    let by_id: HashMap<&str, &Done> = done.iter().map(|done| (done.outcome.case.as_str(), done)).collect();
    let random = done.iter().filter(|done| !planned.contains_key(done.outcome.case.as_str()));
    let all = plan.cases.iter().map(|case| (case.id.as_str(), by_id.get(case.id.as_str()).copied()));
    for (id, done) in all.chain(random.map(|done| (done.outcome.case.as_str(), Some(done)))) {
        let facts = planned.get(id).copied();
        let mut unclear = |reason: &str| {
            let places = facts.unwrap_or_default().iter().filter_map(|fact| place(fact));
            places.for_each(|place| told[place].unclear(id, reason));
        };
        let Some(Done { outcome, proved }) = done else {
            unclear(if options.selects(id) { "was not run" } else { "was not selected" });
            continue;
        };
        match &outcome.class {
            Class::Held => {}
            Class::Inconclusive { reason } => unclear(reason),
            Class::Network { detail, .. } => unclear(detail),
            // Which of the facts is broken, the breaches tell; of the others such a case may tell nothing.
            Class::Failed { .. } => unclear("it failed for another reason"),
        }
        for place in proved {
            let Some(told) = told.get_mut(*place as usize) else { continue };
            if facts.is_some() || told.held.len() < MOST_RANDOM {
                told.held.push(id);
            }
        }
        if let Class::Failed { breaches } = &outcome.class {
            for place in breaches.iter().filter_map(|breach| place(&breach.fact)) {
                let told = &mut told[place];
                if told.failed.last() != Some(&id) {
                    told.failed.push(id);
                }
            }
        }
    }
    let outcome = |(fact, told): (&suite::Fact, Told<'_>)| {
        let (reach, cases) = told.fate();
        FactOutcome { fact: fact.clone(), reach, cases }
    };
    plan.facts.iter().zip(told).map(outcome).collect()
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
