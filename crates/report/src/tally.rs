//! The figures of a run.

use std::ops::AddAssign;

use runner::{Class, FactOutcome, Reach, Run};

/// How many cases and facts came out how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Cases that were run.
    pub cases: usize,
    /// Cases whose promise holds.
    pub held: usize,
    /// Cases whose promise is broken.
    pub failed: usize,
    /// Cases that a documented state stood in the way of.
    pub inconclusive: usize,
    /// Cases lost to the network.
    pub network: usize,
    /// Documented facts.
    pub facts: usize,
    /// Facts that were exercised and held.
    pub facts_held: usize,
    /// Facts that were exercised and failed.
    pub facts_failed: usize,
}

impl Tally {
    /// The figures of a run.
    pub fn of(run: &Run) -> Self {
        let mut tally = Self::of_facts(&run.coverage);
        tally.cases = run.outcomes.len();
        for outcome in &run.outcomes {
            *match outcome.class {
                Class::Held => &mut tally.held,
                Class::Failed { .. } => &mut tally.failed,
                Class::Inconclusive { .. } => &mut tally.inconclusive,
                Class::Network { .. } => &mut tally.network,
            } += 1;
        }
        tally
    }

    /// The figures of some facts; no cases.
    pub fn of_facts<'a>(facts: impl IntoIterator<Item = &'a FactOutcome>) -> Self {
        let mut tally = Self::default();
        for fact in facts {
            tally.facts += 1;
            match fact.reach {
                Reach::Held => tally.facts_held += 1,
                Reach::Failed => tally.facts_failed += 1,
                Reach::NotReached { .. } => {}
            }
        }
        tally
    }

    /// Facts that the run exercised, held or not.
    pub fn facts_covered(&self) -> usize {
        self.facts_held + self.facts_failed
    }

    /// Facts that no case reached.
    pub fn facts_unreached(&self) -> usize {
        self.facts - self.facts_covered()
    }

    /// Covered facts of documented ones in whole percent, rounded down: 100 means all.
    pub fn percent(&self) -> usize {
        (self.facts_covered() * 100).checked_div(self.facts).unwrap_or(100)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.cases += other.cases;
        self.held += other.held;
        self.failed += other.failed;
        self.inconclusive += other.inconclusive;
        self.network += other.network;
        self.facts += other.facts;
        self.facts_held += other.facts_held;
        self.facts_failed += other.facts_failed;
    }
}
