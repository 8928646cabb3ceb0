//! The world: accounts, regions, instances, snapshots, images and their copies, in no vendor's words.
//!
//! Whatever takes time is computed from the clock whenever somebody looks, so nothing depends on a
//! thread that sleeps, and a world that was switched off goes on where the clock stands.

mod account;
mod atlas;
mod clock;
mod copying;
mod denied;
mod ids;
mod image;
mod images;
mod instance;
mod keeping;
mod making;
mod overview;
mod power;
mod record;
mod region;
mod seed;
mod snapshot;
mod sources;
mod state;
mod task;
mod turn;

use std::sync::{Arc, Mutex};

pub use account::{Account, Key, MasterKey, Project, UsedToken};
pub use atlas::{Atlas, Naming, Pace, Rules};
pub use clock::{Clock, DrivenClock, Moment, SystemClock};
pub use copying::{Copied, CopyOrder};
pub use denied::Denied;
pub use image::{Image, ImageDisk, ImageState, Offer, OperatingSystem, Owner, Product, Tag};
pub use images::{Page, Shown};
pub use instance::{Disk, DiskTrouble, Instance, InstanceState};
pub use making::{Made, MakeOrder};
pub use overview::Overview;
pub use record::{Change, Counter, KINDS, Kind, Ledger, LedgerError, Record, Token};
pub use region::{Byok, Region};
pub use seed::{Seed, SeedError};
pub use snapshot::{DiskKind, OLDEST_USABLE, Snapshot, SnapshotState};
pub use sources::{DiskOrder, Source};
pub use task::{CopyTask, Stage};

use keeping::Living;
use state::State;
use turn::Turn;

/// A living world. Orders come one at a time; each is on disk before it is answered.
pub struct World {
    atlas: Arc<Atlas>,
    clock: Arc<dyn Clock>,
    time_scale: f64,
    living: Mutex<Living>,
    ledger: Mutex<Box<dyn Ledger>>,
}

impl World {
    /// The world that the ledger holds. `time_scale` is how many times faster than usual things go.
    pub fn open(
        atlas: Atlas,
        ledger: impl Ledger,
        clock: impl Clock,
        time_scale: f64,
    ) -> Result<World, LedgerError> {
        let state = State::of(ledger.load()?);
        Ok(World {
            atlas: Arc::new(atlas),
            clock: Arc::new(clock),
            time_scale,
            living: Mutex::new(Living::new(state)),
            ledger: Mutex::new(Box::new(ledger)),
        })
    }

    /// What never changes.
    pub fn atlas(&self) -> &Atlas {
        &self.atlas
    }

    /// The present moment.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Lets everything happen that is due by now. Called by a background tick, so that the store
    /// keeps up when nobody asks.
    pub fn tick(&self) -> Result<(), Denied> {
        self.turn(|_| Ok(()))
    }

    /// Checks an account's project; `None` is its default project.
    pub fn project(&self, account: &str, id: Option<&str>) -> Result<&Project, Denied> {
        let unknown = || Denied::ProjectUnknown(id.unwrap_or_default().to_owned());
        let account = self.atlas.account(account).ok_or_else(unknown)?;
        match id {
            Some(id) => account.project(id).ok_or_else(unknown),
            None => account.default_project().ok_or_else(unknown),
        }
    }

    /// Checks a region, and a zone of it if one is named.
    pub fn place(&self, region: &str, zone: Option<&str>) -> Result<&Region, Denied> {
        let found = self.atlas.region(region)?;
        match zone {
            Some(zone) if !found.zones.iter().any(|z| z == zone) => Err(Denied::ZoneUnknown(zone.to_owned())),
            _ => Ok(found),
        }
    }

    /// One order: what is due happens first, then the order, then all changes are kept, then it is answered.
    fn turn<T>(&self, order: impl FnOnce(&mut Turn<'_>) -> Result<T, Denied>) -> Result<T, Denied> {
        let mut living = keeping::lock(&self.living);
        while living.stale {
            drop(living);
            keeping::recover(&self.living, &self.ledger)?;
            living = keeping::lock(&self.living);
        }
        let mut turn = Turn::new(&self.atlas, &mut living.state, self.clock.now(), self.time_scale);
        turn.settle();
        let answer = order(&mut turn);
        let changes = turn.finish();
        let unkept = living.join(changes);
        drop(living);
        if let Some(outcome) = unkept {
            keeping::keep(&self.living, &self.ledger, &outcome)?;
        }
        answer
    }
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("World").field("time_scale", &self.time_scale).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
