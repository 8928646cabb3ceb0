//! One turn of the world: what is due happens, then an order is carried out.

use super::ids::scrambled;
use super::state::{Due, State};
use super::{
    Account, Atlas, Change, CopyTask, Counter, Denied, Image, ImageState, Instance, Kind, Moment, Record,
    Stage,
};

/// One turn: reads the state as it is now, and notes each change for the ledger.
pub(crate) struct Turn<'a> {
    pub(crate) atlas: &'a Atlas,
    pub(crate) state: &'a mut State,
    pub(crate) now: Moment,
    pub(crate) time_scale: f64,
    changes: Vec<Change>,
}

impl<'a> Turn<'a> {
    pub(crate) fn new(atlas: &'a Atlas, state: &'a mut State, now: Moment, time_scale: f64) -> Self {
        Turn { atlas, state, now, time_scale, changes: Vec::new() }
    }

    pub(crate) fn finish(self) -> Vec<Change> {
        self.changes
    }

    pub(crate) fn put(&mut self, record: Record) {
        self.change(Change::Put(Box::new(record)));
    }

    pub(crate) fn change(&mut self, change: Change) {
        self.state.apply(&change);
        self.changes.push(change);
    }

    /// The next number, for ids and for the order of copies.
    pub(crate) fn next(&mut self) -> u64 {
        let last = self.state.counter().last + 1;
        self.put(Record::Counter(Counter { last }));
        last
    }

    /// A new id.
    pub(crate) fn next_id(&mut self, prefix: &str) -> String {
        format!("{prefix}{}", scrambled(self.next()))
    }

    pub(crate) fn account(&self, id: &str) -> Result<&'a Account, Denied> {
        let atlas: &'a Atlas = self.atlas;
        atlas.account(id).ok_or_else(|| Denied::Forbidden(id.to_owned()))
    }

    /// Everything that is due by now happens, each thing at its own moment and in that order: a
    /// world that was switched off for an hour goes through the hour.
    pub(crate) fn settle(&mut self) {
        while let Some((at, due)) = self.state.first_due(self.now) {
            match due {
                Due::Image(id) => self.image_is_made(&id),
                Due::Copy(id) => self.copy_has_arrived(&id, at),
                Due::Instance(id) => self.instance_has_moved(&id),
                Due::Token(key) => self.change(Change::Remove(Kind::Token, key)),
            }
        }
    }

    /// Starts the first copy in line of an account and region, unless one runs.
    pub(crate) fn start_next_copy(&mut self, account: &str, region: &str, at: Moment) {
        let Some(first) = self.state.line(account, region).next().cloned() else { return };
        if first.stage != Stage::Waiting {
            return;
        }
        if let Some(image) = self.state.image(&first.target).cloned() {
            self.put(Record::Image(Image { state: ImageState::Copying, ..image }));
        }
        let until = Some(at.after(first.takes));
        self.put(Record::Copy(CopyTask { stage: Stage::Running { since: at, until }, ..first }));
    }

    fn image_is_made(&mut self, id: &str) {
        if let Some(image) = self.state.image(id).cloned() {
            self.put(Record::Image(Image { state: ImageState::Available, due: None, ..image }));
        }
    }

    fn copy_has_arrived(&mut self, id: &str, at: Moment) {
        let Some(task) = self.state.copy(id).cloned() else { return };
        if let Some(image) = self.state.image(&task.target).cloned() {
            self.put(Record::Image(Image { state: ImageState::Available, ..image }));
        }
        let (account, region) = (task.account.clone(), task.region.clone());
        self.put(Record::Copy(CopyTask { stage: Stage::Done, ..task }));
        self.start_next_copy(&account, &region, at);
    }

    fn instance_has_moved(&mut self, id: &str) {
        if let Some(instance) = self.state.instance(id).cloned() {
            self.put(Record::Instance(Instance { state: instance.state.next(), due: None, ..instance }));
        }
    }
}
