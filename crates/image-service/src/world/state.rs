//! Everything that changes, with the indexes that make it quick to find.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Change, CopyTask, Counter, Image, Instance, Kind, Moment, Offer, Record, Snapshot, Stage, Token,
};

/// Images of one account in one region.
type Shelf = (String, String);

/// What is due at some moment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Due {
    /// An image is made.
    Image(String),
    /// A copy's data have arrived.
    Copy(String),
    /// An instance has come up or gone down.
    Instance(String),
    /// A token is forgotten.
    Token(String),
}

/// Everything that changes. Changes come in by [`State::apply`] only, so the indexes never lie.
#[derive(Debug, Default)]
pub(crate) struct State {
    images: BTreeMap<String, Image>,
    copies: BTreeMap<String, CopyTask>,
    instances: BTreeMap<String, Instance>,
    snapshots: BTreeMap<String, Snapshot>,
    tokens: BTreeMap<String, Token>,
    counter: Counter,
    /// Images of a region, oldest first: new ones come at the end, and pages stay as they were.
    by_region: BTreeMap<String, BTreeSet<(Moment, String)>>,
    names: BTreeMap<(Shelf, String), String>,
    image_counts: BTreeMap<Shelf, u64>,
    snapshot_counts: BTreeMap<Shelf, u64>,
    instances_of_image: BTreeMap<String, u64>,
    images_of_snapshot: BTreeMap<String, u64>,
    /// Copies that run or wait, in their order.
    lines: BTreeMap<Shelf, BTreeSet<(u64, String)>>,
    agenda: BTreeSet<(Moment, Due)>,
}

impl State {
    pub(crate) fn of(records: impl IntoIterator<Item = Record>) -> Self {
        let mut state = State::default();
        for record in records {
            state.apply(&Change::Put(Box::new(record)));
        }
        state
    }

    pub(crate) fn image(&self, id: &str) -> Option<&Image> {
        self.images.get(id)
    }

    pub(crate) fn copy(&self, id: &str) -> Option<&CopyTask> {
        self.copies.get(id)
    }

    pub(crate) fn instance(&self, id: &str) -> Option<&Instance> {
        self.instances.get(id)
    }

    pub(crate) fn instances(&self) -> impl Iterator<Item = &Instance> {
        self.instances.values()
    }

    pub(crate) fn snapshot(&self, id: &str) -> Option<&Snapshot> {
        self.snapshots.get(id)
    }

    pub(crate) fn token(&self, account: &str, token: &str) -> Option<&Token> {
        self.tokens.get(&Token::key(account, token))
    }

    pub(crate) fn counter(&self) -> Counter {
        self.counter
    }

    pub(crate) fn images(&self) -> impl Iterator<Item = &Image> {
        self.images.values()
    }

    /// The copies that run or wait, wherever.
    pub(crate) fn under_way(&self) -> impl Iterator<Item = &CopyTask> {
        self.lines.values().flatten().filter_map(|(_, id)| self.copies.get(id))
    }

    /// Images of a region, oldest first: new ones come at the end, and pages stay as they were.
    pub(crate) fn images_of(&self, region: &str) -> impl Iterator<Item = &Image> {
        self.by_region.get(region).into_iter().flatten().filter_map(|(_, id)| self.images.get(id))
    }

    pub(crate) fn named(&self, account: &str, region: &str, name: &str) -> Option<&str> {
        self.names.get(&(shelf(account, region), name.to_owned())).map(String::as_str)
    }

    pub(crate) fn image_count(&self, account: &str, region: &str) -> u64 {
        self.image_counts.get(&shelf(account, region)).copied().unwrap_or(0)
    }

    pub(crate) fn snapshot_count(&self, account: &str, region: &str) -> u64 {
        self.snapshot_counts.get(&shelf(account, region)).copied().unwrap_or(0)
    }

    pub(crate) fn is_used(&self, image: &str) -> bool {
        self.instances_of_image.get(image).is_some_and(|n| *n > 0)
    }

    pub(crate) fn is_in_an_image(&self, snapshot: &str) -> bool {
        self.images_of_snapshot.get(snapshot).is_some_and(|n| *n > 0)
    }

    /// The copies that run or wait for one account and region, the running one first.
    pub(crate) fn line(&self, account: &str, region: &str) -> impl Iterator<Item = &CopyTask> {
        self.lines
            .get(&shelf(account, region))
            .into_iter()
            .flatten()
            .filter_map(|(_, id)| self.copies.get(id))
    }

    /// Takes the first thing that is due by `now`.
    pub(crate) fn first_due(&self, now: Moment) -> Option<(Moment, Due)> {
        self.agenda.first().filter(|(at, _)| *at <= now).cloned()
    }

    /// How many there are of each thing, and of each entry in the books about them.
    #[cfg(test)]
    pub(crate) fn census(&self) -> [usize; 12] {
        [
            self.images.len(),
            self.copies.len(),
            self.instances.len(),
            self.snapshots.len(),
            self.tokens.len(),
            self.by_region.values().map(BTreeSet::len).sum(),
            self.names.len(),
            self.image_counts.len(),
            self.snapshot_counts.len(),
            self.images_of_snapshot.len(),
            self.lines.values().map(BTreeSet::len).sum(),
            self.agenda.len(),
        ]
    }

    pub(crate) fn apply(&mut self, change: &Change) {
        match change {
            Change::Put(record) => {
                self.forget(record.kind(), &record.key());
                self.remember(record.as_ref().clone());
            }
            Change::Remove(kind, key) => self.forget(*kind, key),
        }
    }

    fn remember(&mut self, record: Record) {
        match record {
            Record::Image(image) => {
                let place = shelf(&image.account, &image.region);
                self.by_region
                    .entry(image.region.clone())
                    .or_default()
                    .insert((image.created, image.id.clone()));
                if image.offer == Offer::Custom {
                    *self.image_counts.entry(place.clone()).or_default() += 1;
                    if !image.name.is_empty() {
                        self.names.insert((place, image.name.clone()), image.id.clone());
                    }
                }
                for snapshot in image.disks.iter().filter_map(|disk| disk.snapshot.clone()) {
                    *self.images_of_snapshot.entry(snapshot).or_default() += 1;
                }
                if let Some(due) = image.due {
                    self.agenda.insert((due, Due::Image(image.id.clone())));
                }
                self.images.insert(image.id.clone(), image);
            }
            Record::Copy(task) => {
                if matches!(task.stage, Stage::Waiting | Stage::Running { .. }) {
                    self.lines
                        .entry(shelf(&task.account, &task.region))
                        .or_default()
                        .insert((task.order, task.id.clone()));
                }
                if let Stage::Running { until: Some(until), .. } = task.stage {
                    self.agenda.insert((until, Due::Copy(task.id.clone())));
                }
                self.copies.insert(task.id.clone(), task);
            }
            Record::Instance(instance) => {
                if !instance.image.is_empty() {
                    *self.instances_of_image.entry(instance.image.clone()).or_default() += 1;
                }
                if let Some(due) = instance.due {
                    self.agenda.insert((due, Due::Instance(instance.id.clone())));
                }
                self.instances.insert(instance.id.clone(), instance);
            }
            Record::Snapshot(snapshot) => {
                *self.snapshot_counts.entry(shelf(&snapshot.account, &snapshot.region)).or_default() += 1;
                self.snapshots.insert(snapshot.id.clone(), snapshot);
            }
            Record::Token(token) => {
                let key = Token::key(&token.account, &token.token);
                if let Some(until) = token.until {
                    self.agenda.insert((until, Due::Token(key.clone())));
                }
                self.tokens.insert(key, token);
            }
            Record::Counter(counter) => self.counter = counter,
        }
    }

    fn forget(&mut self, kind: Kind, key: &str) {
        match kind {
            Kind::Image => {
                let Some(image) = self.images.remove(key) else { return };
                let place = shelf(&image.account, &image.region);
                if let Some(there) = self.by_region.get_mut(&image.region) {
                    there.remove(&(image.created, image.id.clone()));
                }
                if image.offer == Offer::Custom {
                    count_down(&mut self.image_counts, &place);
                    let name = (place, image.name);
                    if self.names.get(&name).is_some_and(|id| *id == image.id) {
                        self.names.remove(&name);
                    }
                }
                for snapshot in image.disks.iter().filter_map(|disk| disk.snapshot.as_ref()) {
                    count_down(&mut self.images_of_snapshot, snapshot);
                }
                if let Some(due) = image.due {
                    self.agenda.remove(&(due, Due::Image(image.id)));
                }
            }
            Kind::Copy => {
                let Some(task) = self.copies.remove(key) else { return };
                if let Some(line) = self.lines.get_mut(&shelf(&task.account, &task.region)) {
                    line.remove(&(task.order, task.id.clone()));
                }
                if let Stage::Running { until: Some(until), .. } = task.stage {
                    self.agenda.remove(&(until, Due::Copy(task.id)));
                }
            }
            Kind::Instance => {
                let Some(instance) = self.instances.remove(key) else { return };
                count_down(&mut self.instances_of_image, &instance.image);
                if let Some(due) = instance.due {
                    self.agenda.remove(&(due, Due::Instance(instance.id)));
                }
            }
            Kind::Snapshot => {
                let Some(snapshot) = self.snapshots.remove(key) else { return };
                count_down(&mut self.snapshot_counts, &shelf(&snapshot.account, &snapshot.region));
            }
            Kind::Token => {
                let Some(token) = self.tokens.remove(key) else { return };
                if let Some(until) = token.until {
                    self.agenda.remove(&(until, Due::Token(key.to_owned())));
                }
            }
            Kind::Counter => self.counter = Counter::default(),
        }
    }
}

fn shelf(account: &str, region: &str) -> Shelf {
    (account.to_owned(), region.to_owned())
}

/// What counts to nothing is forgotten, so that the books do not grow with what is gone.
fn count_down<K: Ord>(counts: &mut BTreeMap<K, u64>, key: &K) {
    if let Some(count) = counts.get_mut(key) {
        *count = count.saturating_sub(1);
        if *count == 0 {
            counts.remove(key);
        }
    }
}
