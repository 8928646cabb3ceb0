//! What never changes while a world lives: accounts, regions, keys, rules, how long things take.

use serde::{Deserialize, Serialize};

use super::{Account, Denied, MasterKey, Region};

/// The unchanging part of a world file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Atlas {
    /// How new ids begin.
    pub naming: Naming,
    /// How long things take.
    #[serde(default)]
    pub pace: Pace,
    /// What this cloud forbids.
    #[serde(default)]
    pub rules: Rules,
    /// Who may call.
    pub accounts: Vec<Account>,
    /// Where.
    pub regions: Vec<Region>,
    /// Keys for encryption.
    #[serde(default)]
    pub master_keys: Vec<MasterKey>,
    /// Types of instances that are sold.
    #[serde(default)]
    pub instance_types: Vec<String>,
}

/// How new ids begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Naming {
    /// Of images.
    pub image: String,
    /// Of snapshots.
    pub snapshot: String,
    /// Of copy tasks.
    pub task: String,
}

/// How long things take, in seconds, at a time scale of 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pace {
    /// Making an image.
    pub make: f64,
    /// Copying any image.
    pub copy: f64,
    /// And for each GiB of it.
    pub copy_gib: f64,
    /// Starting or stopping an instance.
    pub power: f64,
}

impl Default for Pace {
    fn default() -> Self {
        Pace { make: 2.0, copy: 1.0, copy_gib: 0.05, power: 2.0 }
    }
}

/// What this cloud forbids.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// Whether an account's images in a region must have different names.
    pub unique_names: bool,
    /// Whether an image may be deleted while it is being made.
    pub delete_unfinished: bool,
    /// The largest image that may be copied, in GiB.
    pub largest_copy: i64,
}

impl Default for Rules {
    fn default() -> Self {
        Rules { unique_names: false, delete_unfinished: true, largest_copy: 2000 }
    }
}

impl Atlas {
    pub(crate) fn region(&self, id: &str) -> Result<&Region, Denied> {
        self.regions.iter().find(|r| r.id == id).ok_or_else(|| Denied::RegionUnknown(id.to_owned()))
    }

    pub(crate) fn account(&self, id: &str) -> Option<&Account> {
        self.accounts.iter().find(|a| a.id == id)
    }

    pub(crate) fn master_key(&self, account: &str, id: &str) -> Option<&MasterKey> {
        self.master_keys.iter().find(|k| k.id == id && k.account == account)
    }
}

impl Pace {
    pub(crate) fn copy_millis(&self, gib: i64, slowness: f64, scale: f64) -> i64 {
        millis((self.copy + self.copy_gib * gib as f64) * slowness, scale)
    }

    pub(crate) fn make_millis(&self, scale: f64) -> i64 {
        millis(self.make, scale)
    }

    pub(crate) fn power_millis(&self, scale: f64) -> i64 {
        millis(self.power, scale)
    }
}

/// At least one millisecond: a state that nobody could ever see would not be honest.
fn millis(seconds: f64, scale: f64) -> i64 {
    let scaled = seconds * 1000.0 / scale.max(f64::MIN_POSITIVE);
    // `as` saturates: a thin line in slow motion ends in the far future, not in the past.
    (scaled.ceil() as i64).max(1)
}
