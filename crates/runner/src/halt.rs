//! Why a run ends before its plan does, decided once and told to every case that has not started.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::answer::Silence;
use crate::{Class, Options, Trouble};

/// Somebody ended the run.
pub(crate) const STOPPED: &str = "interrupted";

#[derive(Debug, Default)]
pub(crate) struct Halt {
    why: OnceLock<Why>,
    failures: AtomicUsize,
    silences_in_a_row: AtomicUsize,
}

#[derive(Debug, Clone)]
pub(crate) enum Why {
    TargetDown(Silence),
    Failures(usize),
    Deadline(Duration),
    Budget(Duration),
    Stopped,
    Journal(String),
}

impl Halt {
    pub(crate) fn why(&self) -> Option<&Why> {
        self.why.get()
    }

    /// The first reason stands.
    pub(crate) fn stop(&self, why: Why) {
        let _ = self.why.set(why);
    }

    pub(crate) fn heard(&self) {
        self.silences_in_a_row.store(0, Ordering::Relaxed);
    }

    pub(crate) fn silent(&self, silence: &Silence, options: &Options) {
        if silence.trouble == Trouble::TooLarge {
            return self.heard();
        }
        let in_a_row = self.silences_in_a_row.fetch_add(1, Ordering::Relaxed) + 1;
        if in_a_row >= options.give_up_after.max(1) {
            let Silence { trouble, detail } = silence.clone();
            let detail = format!("{in_a_row} requests in a row got no answer; the last: {detail}");
            self.stop(Why::TargetDown(Silence { trouble, detail }));
        }
    }

    pub(crate) fn failed(&self, options: &Options) {
        let failures = self.failures.fetch_add(1, Ordering::Relaxed) + 1;
        if options.max_failures.is_some_and(|most| failures >= most) {
            self.stop(Why::Failures(failures));
        }
    }
}

impl Why {
    pub(crate) fn words(&self) -> String {
        match self {
            Why::TargetDown(silence) => format!("the target is down: {}", silence.detail),
            Why::Failures(failures) => format!("the run ended after {failures} failures, as it was told to"),
            Why::Deadline(time) => format!("the run's time of {} ms was up", time.as_millis()),
            Why::Budget(time) => format!("the budget of {} ms was spent", time.as_millis()),
            Why::Stopped => STOPPED.to_owned(),
            Why::Journal(words) => words.clone(),
        }
    }

    /// The class of a case that never started.
    pub(crate) fn class(&self) -> Class {
        let words = format!("not run: {}", self.words());
        match self {
            Why::TargetDown(silence) => Class::Network { trouble: silence.trouble, detail: words },
            _ => Class::Inconclusive { reason: words },
        }
    }
}
