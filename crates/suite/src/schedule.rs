//! The order in which planned cases are sent: of each kind a cheap one first, so that what is broken shows at once.

use std::collections::HashMap;

use crate::{Case, Plan, Promise};

/// What making a resource costs, in requests: the call, and looking whether it is ready.
const FIXTURE: usize = 8;

impl Plan {
    /// The places of the cases, in the order in which they are to be sent.
    ///
    /// A server that breaks a promise breaks it in many cases alike. So the first round holds one case of each kind of each
    /// operation, the second round another one of each, and so on; within a round, what costs little goes first. Before all
    /// rounds stand the cases that want lists which nobody changes. The order follows from the cases alone.
    pub fn schedule(&self) -> Vec<usize> {
        let mut of_kind: HashMap<(&str, &str, String), Vec<usize>> = HashMap::new();
        for (place, case) in self.cases.iter().enumerate() {
            let how = format!("{:?} {:?} {}", case.family, case.twist, end(case));
            let kind = (case.operation.as_str(), kind(case), how);
            of_kind.entry(kind).or_default().push(place);
        }
        let mut turns: Vec<(bool, usize, usize, usize)> = Vec::with_capacity(self.cases.len());
        for mut places in of_kind.into_values() {
            places.sort_by_key(|place| (cost(&self.cases[*place]), *place));
            let turn = |(round, place): (usize, usize)| {
                let case = &self.cases[place];
                (!case.wants_quiet(), round, cost(case), place)
            };
            turns.extend(places.into_iter().enumerate().map(turn));
        }
        turns.sort_unstable();
        turns.into_iter().map(|(.., place)| place).collect()
    }
}

/// What a case is about: the kind of its fact, `length` of `CopyImage/ImageName/length`.
fn kind(case: &Case) -> &str {
    let fact = case.facts.first().map_or("", String::as_str);
    let below = fact.split_once('/').map_or("", |(_, below)| below);
    match below.split_once('/') {
        // An error is a kind of its own: nothing else provokes it.
        Some(("errors" | "rules", row)) => row,
        Some((_, kind)) => kind,
        None => below,
    }
}

/// Which end of a rule a case is about, where a rule has two.
fn end(case: &Case) -> &str {
    let last = case.id.rsplit('/').next().unwrap_or_default();
    if matches!(last, "min" | "max" | "min-1" | "max+1") { last } else { "" }
}

impl Case {
    /// Whether it looks at a list page by page, and can tell nothing while others change it.
    pub fn wants_quiet(&self) -> bool {
        self.law.as_ref().is_some_and(|law| matches!(law.promise, Promise::Pages { .. }))
    }
}

/// About how many requests a case costs.
fn cost(case: &Case) -> usize {
    let calls = case.law.iter().flat_map(|law| &law.steps).map(|step| step.calls.len()).sum::<usize>();
    1 + usize::from(case.accepted_first.is_some()) + FIXTURE * case.fixtures.len() + calls
}
