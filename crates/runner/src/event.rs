//! What a run tells while it is under way.

use crate::{Leftover, Outcome};

/// A step of a run, for those who show progress.
#[derive(Debug, Clone, Copy)]
pub enum Event<'a> {
    /// The run begins.
    Started {
        /// How many cases run, where that is known before.
        total: Option<usize>,
        /// How many of the plan were not selected.
        not_selected: usize,
    },
    /// A case is done; the order is that of finishing, not of the plan.
    Finished {
        /// Its turn among all cases of the run, from zero.
        turn: usize,
        /// What became of it.
        outcome: &'a Outcome,
        /// Cases done so far, this one included.
        done: usize,
        /// Cases in all, where that is known before.
        total: Option<usize>,
    },
    /// No further case starts.
    EndedEarly {
        /// Why, in words.
        reason: &'a str,
    },
    /// What was made could not be removed.
    LeftBehind {
        /// The calls that would remove it.
        leftovers: &'a [Leftover],
    },
}
