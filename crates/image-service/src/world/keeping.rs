//! Keeping changes: orders that come while the disk is busy reach it together, and each is answered
//! when it is there.
//!
//! An order changes the state in memory and leaves its changes in the open batch. Whoever needs the
//! batch on disk and finds nobody writing writes it, for all who joined it: many callers, one sync. Who
//! only looks waits as well for what it may have seen, so no answer tells of what a crash could undo.

use std::collections::BTreeMap;
use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::state::State;
use super::{Change, Denied, Kind, Ledger, LedgerError};

/// What became of a batch, once it is known.
pub(super) type Outcome = Arc<OnceLock<Result<(), String>>>;

/// The state, and what of it is not on disk yet.
pub(super) struct Living {
    pub(super) state: State,
    /// Changes that nobody has begun to write.
    open: Batch,
    /// The batch that is being written, or was last.
    last: Outcome,
    /// The state can't be trusted: an order broke off, or the store failed. It is read again first.
    pub(super) stale: bool,
}

/// Changes that are written together.
#[derive(Default)]
struct Batch {
    changes: Vec<Change>,
    outcome: Outcome,
}

impl Living {
    pub(super) fn new(state: State) -> Self {
        let last = Outcome::default();
        let _ = last.set(Ok(()));
        Living { state, open: Batch::default(), last, stale: false }
    }

    /// Adds the changes of one order. `None`: everything that it saw is on disk.
    pub(super) fn join(&mut self, changes: Vec<Change>) -> Option<Outcome> {
        self.open.changes.extend(changes);
        if !self.open.changes.is_empty() {
            return Some(self.open.outcome.clone());
        }
        self.last.get().is_none().then(|| self.last.clone())
    }
}

/// Waits until a batch is on disk, or writes it.
pub(super) fn keep(
    living: &Mutex<Living>,
    ledger: &Mutex<Box<dyn Ledger>>,
    outcome: &Outcome,
) -> Result<(), Denied> {
    let answer = |outcome: &Outcome| match outcome.get() {
        Some(kept) => kept.clone().map_err(Denied::Store),
        None => Err(Denied::Store(String::from("the store broke off while it wrote"))),
    };
    if outcome.get().is_none() {
        let mut ledger = writer(living, ledger);
        if outcome.get().is_none() {
            write(living, &mut **ledger);
        }
    }
    answer(outcome)
}

/// Reads the state again, after everything that is whole is on disk.
pub(super) fn recover(living: &Mutex<Living>, ledger: &Mutex<Box<dyn Ledger>>) -> Result<(), Denied> {
    let mut ledger = writer(living, ledger);
    if !lock(living).stale {
        return Ok(());
    }
    write(living, &mut **ledger);
    let state = State::of(ledger.load().map_err(|e| Denied::Store(e.to_string()))?);
    let mut living = lock(living);
    living.state = state;
    living.stale = false;
    Ok(())
}

/// The state. An order that panicked may have left half of itself in it: it is read again.
pub(super) fn lock(living: &Mutex<Living>) -> MutexGuard<'_, Living> {
    living.lock().unwrap_or_else(|poisoned: PoisonError<MutexGuard<'_, Living>>| {
        living.clear_poison();
        let mut inner = poisoned.into_inner();
        inner.stale = true;
        inner
    })
}

/// The ledger. Whoever holds it is the one who writes.
fn writer<'a>(living: &Mutex<Living>, ledger: &'a Mutex<Box<dyn Ledger>>) -> MutexGuard<'a, Box<dyn Ledger>> {
    ledger.lock().unwrap_or_else(|poisoned| {
        ledger.clear_poison();
        lock(living).stale = true;
        poisoned.into_inner()
    })
}

/// Writes the open batch. Where that fails, the state goes back to what is kept, and so does everything
/// that was built on it meanwhile.
fn write(living: &Mutex<Living>, ledger: &mut dyn Ledger) {
    let batch = {
        let mut living = lock(living);
        let batch = mem::take(&mut living.open);
        living.last = batch.outcome.clone();
        batch
    };
    let kept = ledger.commit(&newest(batch.changes));
    if let Err(LedgerError(reason)) = &kept {
        let mut living = lock(living);
        match ledger.load() {
            Ok(records) => living.state = State::of(records),
            Err(_) => living.stale = true,
        }
        let built_on_it = mem::take(&mut living.open);
        let _ = built_on_it.outcome.set(Err(reason.clone()));
    }
    let _ = batch.outcome.set(kept.map_err(|e| e.to_string()));
}

/// Of several changes to one record, only the last needs to be written.
fn newest(changes: Vec<Change>) -> Vec<Change> {
    let by_record: BTreeMap<(Kind, String), Change> =
        changes.into_iter().map(|change| ((change.kind(), change.key()), change)).collect();
    by_record.into_values().collect()
}
