//! Snapshots of disks.

use serde::{Deserialize, Serialize};

use super::Moment;

/// A snapshot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub account: String,
    /// Where it lies.
    pub region: String,
    /// Size of the disk in GiB.
    pub size: i64,
    /// When it was taken.
    pub created: Moment,
    /// What kind of disk it was taken of.
    #[serde(default)]
    pub of: DiskKind,
    /// What can be done with it.
    #[serde(default)]
    pub state: SnapshotState,
    /// Whether its data are encrypted.
    #[serde(default)]
    pub encrypted: bool,
    /// Taken for an image: it goes when the last image that is made of it goes, for no documented
    /// operation could remove it.
    #[serde(default)]
    pub for_image: bool,
}

/// The two kinds of disks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DiskKind {
    /// The disk that an instance starts from.
    #[default]
    System,
    /// Any other.
    Data,
}

/// What can be done with a snapshot.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SnapshotState {
    /// Everything.
    #[default]
    Ready,
    /// It is being taken.
    Progressing,
    /// It may not become an image.
    Denied,
    /// It is of a category that images can't be made of.
    Flash,
    /// Its record is there, its data are lost.
    Lost,
}

/// Both vendors' images of snapshots taken before this day don't start; one of them says so.
pub const OLDEST_USABLE: Moment = Moment::from_millis(1_373_904_000_000); // 2013-07-15T16:00:00Z, the end of the day in Hangzhou

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifteenth_of_july_in_hangzhou_is_the_last_day_that_is_too_old() {
        assert_eq!(OLDEST_USABLE.to_iso(), "2013-07-15T16:00:00Z");
    }
}
