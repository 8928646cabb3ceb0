//! Copy tasks: one a region at a time, the others wait in line.

use serde::{Deserialize, Serialize};

use super::Moment;
use super::account::yes;

/// The work of bringing an image to a region.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopyTask {
    /// Its id.
    pub id: String,
    /// Who ordered it.
    pub account: String,
    /// The image that is copied.
    pub source: String,
    /// The image that comes to be.
    pub target: String,
    /// The region of the new image; tasks of one account and region run one after another.
    pub region: String,
    /// Its place in the line: tasks start in this order.
    #[serde(default)]
    pub order: u64,
    /// How far it is.
    pub stage: Stage,
    /// How long it takes once it runs, in milliseconds.
    #[serde(default)]
    pub takes: i64,
    /// Whether it can still be stopped.
    #[serde(default = "yes")]
    pub cancellable: bool,
}

/// How far a copy task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum Stage {
    /// It waits until the one before it is done.
    Waiting,
    /// The data are on the way.
    Running {
        /// Since when.
        since: Moment,
        /// Until when. `None`: it never ends.
        #[serde(default)]
        until: Option<Moment>,
    },
    /// The data have arrived; the image is being entered in the region's books, and never was.
    Arrived,
    /// The image is there.
    Done,
    /// It went wrong.
    Failed,
}

impl CopyTask {
    /// How much of it is done, from 0 to 100, and how many seconds are left.
    pub fn progress(&self, now: Moment) -> (i64, i64) {
        match self.stage {
            Stage::Waiting | Stage::Failed => (0, self.takes / 1000),
            Stage::Running { since, until: Some(until) } => {
                let whole = until.since(since).max(1);
                let done = now.since(since).clamp(0, whole);
                (done * 100 / whole, (whole - done + 999) / 1000)
            }
            Stage::Running { until: None, .. } => (1, 0),
            Stage::Arrived | Stage::Done => (100, 0),
        }
    }
}
