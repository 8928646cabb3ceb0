//! Instances, as far as images are made of them.

use serde::{Deserialize, Serialize};

use super::Moment;
use super::account::yes;

/// A virtual machine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub account: String,
    /// Where it runs.
    pub region: String,
    /// Its zone.
    #[serde(default)]
    pub zone: String,
    /// Its project, where the vendor has projects.
    #[serde(default)]
    pub project: String,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Its business group.
    #[serde(default)]
    pub group: String,
    /// What it is doing.
    pub state: InstanceState,
    /// When the present state gives way to the next. `None`: it stays.
    #[serde(default)]
    pub due: Option<Moment>,
    /// When it was made.
    pub created: Moment,
    /// The image that it was made of.
    #[serde(default)]
    pub image: String,
    /// Its disks; the first is the system disk.
    #[serde(default)]
    pub disks: Vec<Disk>,
    /// Processors.
    #[serde(default)]
    pub cpus: i64,
    /// Memory in MB.
    #[serde(default)]
    pub memory: i64,
    /// Locked for security: nothing may be done with it.
    #[serde(default)]
    pub locked: bool,
    /// Whether the system disk is ready; until then no image can be made of it.
    #[serde(default = "yes")]
    pub boot_disk_ready: bool,
    /// Address in the private network.
    #[serde(default)]
    pub address: String,
    /// The private network.
    #[serde(default)]
    pub vpc: String,
    /// The part of the private network.
    #[serde(default)]
    pub subnet: String,
}

/// What an instance is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InstanceState {
    /// Being made.
    Initializing,
    /// On the way up.
    Starting,
    /// Up.
    Running,
    /// On the way down.
    Stopping,
    /// Down.
    Stopped,
    /// It could not be made.
    Failed,
}

impl InstanceState {
    /// What this state becomes when its time is over.
    pub fn next(self) -> Self {
        match self {
            InstanceState::Initializing | InstanceState::Starting => InstanceState::Running,
            InstanceState::Stopping => InstanceState::Stopped,
            settled => settled,
        }
    }
}

/// A disk of an instance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disk {
    /// Its id.
    pub id: String,
    /// Size in GiB.
    pub size: i64,
    /// What keeps it from being read now, if anything.
    #[serde(default)]
    pub trouble: DiskTrouble,
    /// Whether snapshots of it can be taken.
    #[serde(default = "yes")]
    pub snapshots: bool,
    /// The master key that it is encrypted with.
    #[serde(default)]
    pub master_key: Option<String>,
}

/// What keeps a disk from being read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DiskTrouble {
    /// Nothing.
    #[default]
    None,
    /// The device lost its way; a restart helps.
    Invalid,
    /// It is moving to other hardware.
    Transferring,
    /// A snapshot of it is being taken.
    Snapshotting,
    /// It isn't in use: not paid for, or detached.
    Suspended,
    /// It is of a category that no image can be made of.
    Category,
}
