//! What a run has made in its target, and has to remove again.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use suite::{Twist, Undo};
use tokio::time::{Instant, sleep};
use wire::{Arguments, Verdict};

use crate::conversation::{Conversation, Question, Session};

/// So much may stand about while cases go on: many resources can't be removed before they are ready.
const MOST_WAITING: usize = 32;
/// Pauses between two rounds at the end.
const FIRST_PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// A resource that a run has made, as the call that removes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Leftover {
    /// The operation.
    pub call: String,
    /// Its arguments.
    pub arguments: Arguments,
}

/// The resources that wait to be removed.
#[derive(Debug, Default)]
pub(crate) struct Leftovers {
    undo: BTreeMap<String, Undo>,
    waiting: Mutex<VecDeque<Leftover>>,
    /// Tries so far: each has a nonce of its own.
    rounds: AtomicU32,
}

impl Leftovers {
    /// Knows how to undo; begins with what an earlier run has left.
    pub(crate) fn new(undo: BTreeMap<String, Undo>, earlier: Vec<Leftover>) -> Self {
        Self { undo, waiting: Mutex::new(earlier.into()), ..Self::default() }
    }

    /// An accepted call may have made something.
    pub(crate) fn made(&self, operation: &str, arguments: &Arguments, verdict: &Verdict) -> Option<Leftover> {
        let (undo, Verdict::Accepted { body, .. }) = (self.undo.get(operation)?, verdict) else {
            return None;
        };
        let leftover = Leftover { call: undo.call.clone(), arguments: undo.arguments(arguments, body)? };
        let mut waiting = self.lock();
        // A call that is repeated with its token makes nothing new.
        if waiting.contains(&leftover) {
            return None;
        }
        waiting.push_back(leftover.clone());
        Some(leftover)
    }

    /// An accepted call may have removed something.
    pub(crate) fn removed(&self, operation: &str, arguments: &Arguments) -> Option<Leftover> {
        let undo = self.undo.values().find(|undo| undo.call == operation)?;
        let id = arguments.get(&undo.parameter)?;
        let mut waiting = self.lock();
        let at = waiting
            .iter()
            .position(|one| one.call == operation && one.arguments.get(&undo.parameter) == Some(id))?;
        waiting.remove(at)
    }

    /// All that is left.
    pub(crate) fn rest(&self) -> Vec<Leftover> {
        self.lock().iter().cloned().collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, VecDeque<Leftover>> {
        self.waiting.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn oldest(&self, more_than: usize) -> Option<Leftover> {
        let mut waiting = self.lock();
        if waiting.len() > more_than { waiting.pop_front() } else { None }
    }
}

/// Removes the oldest resource if many stand about.
pub(crate) async fn tidy(session: &Session<'_>) {
    if let Some(leftover) = session.leftovers.oldest(MOST_WAITING) {
        remove(session, leftover).await;
    }
}

/// Removes all, each as soon as the target lets it go, for at most this time.
pub(crate) async fn clean(session: &Session<'_>, time: Duration) {
    let until = Instant::now() + time;
    let mut pause = FIRST_PAUSE;
    loop {
        for _ in 0..session.leftovers.rest().len() {
            if Instant::now() < until
                && let Some(leftover) = session.leftovers.oldest(0)
            {
                remove(session, leftover).await;
            }
        }
        if session.leftovers.lock().is_empty() || Instant::now() + pause > until {
            return;
        }
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// One try. What can't be removed yet waits at the end.
async fn remove(session: &Session<'_>, leftover: Leftover) {
    session.leftovers.lock().push_back(leftover.clone());
    let round = session.leftovers.rounds.fetch_add(1, Ordering::Relaxed);
    let mut conversation = Conversation::clean_up(session, &leftover, round);
    let question = Question {
        purpose: "cleanup",
        operation: &leftover.call,
        arguments: &leftover.arguments,
        twist: Twist::None,
        stamp: None,
        expects: &[],
    };
    // An accepted call takes it off the list; what is gone already need not be removed.
    if let Ok(verdict) = conversation.ask(&question).await
        && suite::is_gone(session.context.contract, &leftover.call, &verdict)
    {
        session.forget(&leftover.call, &leftover.arguments);
    }
}
