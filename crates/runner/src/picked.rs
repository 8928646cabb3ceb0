//! The cases of a run, one by one: planned ones as they are scheduled, then random ones until the budget is spent.

use std::borrow::Cow;
use std::time::Instant;

use suite::{Case, Plan};

use crate::halt::{Halt, Why};
use crate::{Budget, Options};

/// So many random cases in a row that nobody chose, and no other will be: a run of some time must not spend it on looking.
const NONE_CHOSEN: usize = 10_000;

/// A case that is to be run.
pub(crate) struct Pick<'a> {
    pub(crate) case: Cow<'a, Case>,
    /// Where it stands in the plan, or behind it.
    pub(crate) place: usize,
    /// Whether it is one of the plan.
    pub(crate) planned: bool,
}

/// Cases as they are wanted. Nothing is made before it is asked for.
pub(crate) struct Picked<'a, 'r> {
    planned: &'a [Case],
    schedule: std::vec::IntoIter<usize>,
    random: Option<&'r mut (dyn Iterator<Item = Case> + Send + 'a)>,
    options: &'a Options,
    halt: &'r Halt,
    started: Instant,
    /// Cases so far, picked or not.
    seen: usize,
}

impl<'a, 'r> Picked<'a, 'r> {
    pub(crate) fn new(
        plan: &'a Plan,
        random: Option<&'r mut (dyn Iterator<Item = Case> + Send + 'a)>,
        options: &'a Options,
        halt: &'r Halt,
        started: Instant,
    ) -> Self {
        let schedule = plan.schedule().into_iter();
        Self { planned: &plan.cases, schedule, random, options, halt, started, seen: 0 }
    }

    fn is_spent(&self) -> bool {
        match self.options.budget {
            Some(Budget::Cases(most)) => self.seen >= most,
            Some(Budget::Time(_)) | None => false,
        }
    }

    /// The budget may be spent before the plan is done: what is left of it does not start.
    fn look_at_the_clock(&self) {
        if let Some(Budget::Time(time)) = self.options.budget
            && self.started.elapsed() >= time
        {
            self.halt.stop(Why::Budget(time));
        }
    }

    /// Whether random cases have come to their end; planned ones are told in any case.
    fn is_over(&self) -> bool {
        let late = matches!(self.options.budget, Some(Budget::Time(time)) if self.started.elapsed() >= time);
        late || self.halt.why().is_some()
    }
}

impl<'a> Iterator for Picked<'a, '_> {
    type Item = Pick<'a>;

    fn next(&mut self) -> Option<Pick<'a>> {
        let mut passed = 0;
        loop {
            if self.is_spent() {
                return None;
            }
            let (case, place, planned) = match self.schedule.next() {
                Some(place) => {
                    self.look_at_the_clock();
                    (Cow::Borrowed(&self.planned[place]), place, true)
                }
                None if self.is_over() || passed > NONE_CHOSEN => return None,
                // All planned ones have been seen by now.
                None => (Cow::Owned(self.random.as_mut()?.next()?), self.seen, false),
            };
            self.seen += 1;
            if self.options.selects(&case.id) {
                return Some(Pick { case, place, planned });
            }
            passed += usize::from(!planned && !matches!(self.options.budget, Some(Budget::Cases(_))));
        }
    }
}
