//! All cases of a seed by number: the planned ones, then random ones without end.

use std::borrow::Cow;

use contract::Contract;

use crate::draws::Draws;
use crate::{Bindings, Case, Options, Plan, plan};

/// All cases of a seed by number: those that [`plan()`] finds, then random ones inside and outside of the page's rules,
/// without end.
///
/// A case follows from the seed and its number alone, so that any share of the numbers can be taken by any worker, in any
/// order, and is the same case byte for byte. No case is kept: a deck of a million cards is as large as one of a hundred.
pub struct Deck<'a> {
    plan: Plan,
    draws: Draws<'a>,
}

impl<'a> Deck<'a> {
    /// Plans what is planned, and goes through the pages once for all draws.
    pub fn new(contract: &'a Contract, bindings: &'a Bindings, options: &Options) -> Self {
        Self { plan: plan(contract, bindings, options), draws: Draws::new(contract, bindings, options) }
    }

    /// The planned cases, the facts, and what is not reached.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The case of a number, from zero. `None` beyond the planned ones, where no random request can be made.
    pub fn case(&self, number: usize) -> Option<Cow<'_, Case>> {
        match self.plan.cases.get(number) {
            Some(planned) => Some(Cow::Borrowed(planned)),
            None => self.draws.case((number - self.plan.cases.len()) as u64).map(Cow::Owned),
        }
    }

    /// The random cases that follow the planned ones, in the order of their numbers.
    pub fn random(&self) -> impl Iterator<Item = Case> + Send + '_ {
        (0..).map_while(|number| self.draws.case(number))
    }

    /// The case of that id, planned or random.
    pub fn find(&self, id: &str) -> Option<Cow<'_, Case>> {
        let planned = self.plan.cases.iter().find(|case| case.id == id);
        planned.map(Cow::Borrowed).or_else(|| self.draws.find(id).map(Cow::Owned))
    }

    /// The plan with random cases up to that many cases in all; all planned ones stay.
    pub fn up_to(&self, cases: usize) -> Plan {
        let mut plan = self.plan.clone();
        plan.cases.extend((plan.cases.len()..cases).map_while(|at| self.case(at)).map(Cow::into_owned));
        plan
    }
}

impl std::fmt::Debug for Deck<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Deck").field("planned", &self.plan.cases.len()).finish_non_exhaustive()
    }
}
