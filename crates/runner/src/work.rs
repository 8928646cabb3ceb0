//! What a run is to do: a plan, what may follow it, and what an earlier run has done of it.

use std::fmt;

use rustc_hash::FxHashMap;
use suite::{Case, Plan};
use tokio_util::sync::CancellationToken;

use crate::digest::digest;
use crate::{Earlier, Journal};

/// Ends a run from outside: no further case starts, what was made is removed, and the outcomes so far are told.
pub type Stop = CancellationToken;

/// What a run is to do. A plan alone will do.
pub struct Work<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) random: Option<Box<dyn Iterator<Item = Case> + Send + 'a>>,
    pub(crate) journal: Option<&'a Journal>,
    pub(crate) earlier: Earlier,
    pub(crate) stop: Stop,
}

impl<'a> From<&'a Plan> for Work<'a> {
    fn from(plan: &'a Plan) -> Self {
        Self { plan, random: None, journal: None, earlier: Earlier::default(), stop: Stop::new() }
    }
}

impl<'a> Work<'a> {
    /// Cases to go on with when the planned ones are done: to their end, or until [`crate::Options::budget`] is spent.
    pub fn then(mut self, random: impl Iterator<Item = Case> + Send + 'a) -> Self {
        self.random = Some(Box::new(random));
        self
    }

    /// Where to write down what is done.
    pub fn noted_in(mut self, journal: &'a Journal) -> Self {
        self.journal = Some(journal);
        self
    }

    /// What need not be done again.
    pub fn after(mut self, earlier: Earlier) -> Self {
        self.earlier = earlier;
        self
    }

    /// What ends it from outside.
    pub fn until(mut self, stop: Stop) -> Self {
        self.stop = stop;
        self
    }
}

impl fmt::Debug for Work<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Work").field("cases", &self.plan.cases.len()).finish_non_exhaustive()
    }
}

/// What stands for a plan in a [`crate::Heading`]: the same for the same cases and facts.
pub fn fingerprint(plan: &Plan) -> String {
    let cases = plan.cases.iter().map(|case| case.id.as_str());
    let facts = plan.facts.iter().map(|fact| fact.id.as_str());
    let words: Vec<&str> = cases.chain(["facts"]).chain(facts).collect();
    format!("{:016x}", digest(&words))
}

/// Facts by their ids. Every answer shows dozens of them.
pub(crate) type Places<'a> = FxHashMap<&'a str, u32>;

/// The place of each fact in a plan's list.
pub(crate) fn places(plan: &Plan) -> Places<'_> {
    (0..).zip(&plan.facts).map(|(place, fact)| (fact.id.as_str(), place)).collect()
}
