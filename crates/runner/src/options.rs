//! What a run needs to know, and how far it may go.

use std::time::Duration;

use contract::Contract;
use suite::Undocumented;
use wire::{Credentials, Wire};

use crate::{Budget, Shard};

/// What a run needs to know beside its plan and its target.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// The spec's name, for reports.
    pub spec: &'a str,
    /// What the pages promise.
    pub contract: &'a Contract,
    /// How it travels.
    pub wire: &'a Wire,
    /// Who calls. `None` sends unsigned requests; cases about signatures are then inconclusive.
    pub credentials: Option<&'a Credentials>,
    /// The seed of the plan. Nonces follow from it.
    pub seed: u64,
    /// How far the run may go.
    pub options: Options,
}

/// How far a run may go.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Cases under way at once.
    pub concurrency: usize,
    /// Time for one request, connecting and reading included.
    pub request_timeout: Duration,
    /// Larger answers are not read to their end.
    pub max_answer_bytes: usize,
    /// Time for a resource to become ready.
    pub ready_timeout: Duration,
    /// Time between two looks at a resource, at first; it grows up to ten times of this.
    pub poll_every: Duration,
    /// Time for the whole run: cases under way are cut short.
    pub deadline: Option<Duration>,
    /// How much to spend on cases; `None` is the plan alone.
    pub budget: Option<Budget>,
    /// Most requests a second.
    pub rate: Option<f64>,
    /// The part of the cases to run.
    pub shard: Shard,
    /// Time to remove what was made, where the pages tell how, when the cases are done; zero leaves it there. What is in
    /// this process is thrown away as a whole.
    pub clean_up: Duration,
    /// No further case starts after this many have failed.
    pub max_failures: Option<usize>,
    /// No further case starts after this many requests in a row got no answer.
    pub give_up_after: usize,
    /// Requests to spend on making one failing request smaller.
    pub shrink_tries: usize,
    /// Run the cases whose id matches one of these; empty means all. See [`Options::selects`].
    pub only: Vec<String>,
    /// Do not run the cases whose id matches one of these.
    pub skip: Vec<String>,
    /// Where the time of requests comes from.
    pub clock: Clock,
    /// What becomes of fields that no page documents.
    pub undocumented: Undocumented,
}

/// Where the time of requests comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    /// The clock of this machine, as gates that check the time want it.
    #[default]
    Real,
    /// Always this time, in milliseconds since 1970: with the same seed the same requests, byte for byte.
    Fixed(i64),
}

impl Default for Options {
    fn default() -> Self {
        Self {
            concurrency: 8,
            request_timeout: Duration::from_secs(10),
            max_answer_bytes: 8 << 20,
            ready_timeout: Duration::from_secs(30),
            poll_every: Duration::from_millis(100),
            deadline: None,
            budget: None,
            rate: None,
            shard: Shard::default(),
            clean_up: Duration::from_secs(5),
            max_failures: None,
            give_up_after: 5,
            shrink_tries: 24,
            only: Vec::new(),
            skip: Vec::new(),
            clock: Clock::Real,
            undocumented: Undocumented::Ignore,
        }
    }
}
