//! Small views of a run that reports need.

use suite::Breach;

use crate::{Class, Outcome, Reach, Run};

/// How many cases ended in which class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Kept their promise.
    pub held: usize,
    /// Broke it.
    pub failed: usize,
    /// Neither: something documented stood in the way, or the run ended first.
    pub inconclusive: usize,
    /// Got no answer.
    pub network: usize,
}

/// How many documented facts were reached, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reached {
    /// Exercised, and they held.
    pub held: usize,
    /// Exercised, and they failed.
    pub failed: usize,
    /// Not exercised.
    pub not_reached: usize,
}

impl Counts {
    /// All cases.
    pub fn total(&self) -> usize {
        self.held + self.failed + self.inconclusive + self.network
    }
}

impl Reached {
    /// All facts.
    pub fn total(&self) -> usize {
        self.held + self.failed + self.not_reached
    }
}

impl Run {
    /// Cases by class.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for outcome in &self.outcomes {
            *match outcome.class {
                Class::Held => &mut counts.held,
                Class::Failed { .. } => &mut counts.failed,
                Class::Inconclusive { .. } => &mut counts.inconclusive,
                Class::Network { .. } => &mut counts.network,
            } += 1;
        }
        counts
    }

    /// Facts by reach: the rule coverage.
    pub fn reached(&self) -> Reached {
        let mut reached = Reached::default();
        for fact in &self.coverage {
            *match fact.reach {
                Reach::Held => &mut reached.held,
                Reach::Failed => &mut reached.failed,
                Reach::NotReached { .. } => &mut reached.not_reached,
            } += 1;
        }
        reached
    }

    /// The cases that failed, with how.
    pub fn failures(&self) -> impl Iterator<Item = (&Outcome, &[Breach])> {
        self.outcomes.iter().filter_map(|outcome| match &outcome.class {
            Class::Failed { breaches } => Some((outcome, breaches.as_slice())),
            _ => None,
        })
    }

    /// Whether nobody ever answered: there is nothing to say about the contract.
    pub fn is_unreachable(&self) -> bool {
        let counts = self.counts();
        counts.network > 0 && counts.network == counts.total()
    }

    /// Whether no promise is broken.
    pub fn is_clean(&self) -> bool {
        self.failures().next().is_none()
    }
}
