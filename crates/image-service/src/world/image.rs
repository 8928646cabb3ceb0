//! Images: what they are made of, what state they are in, whose they are.

use serde::{Deserialize, Serialize};

use super::account::yes;
use super::{DiskKind, Moment};

/// An image in one region.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// Its id, unique in the world.
    pub id: String,
    /// The account that made it.
    pub account: String,
    /// Where it lies.
    pub region: String,
    /// Its zone, where the vendor keeps images in zones.
    #[serde(default)]
    pub zone: String,
    /// Its project, where the vendor has projects.
    #[serde(default)]
    pub project: String,
    /// Its name; empty where none was given.
    #[serde(default)]
    pub name: String,
    /// What its maker says of it.
    #[serde(default)]
    pub description: String,
    /// The family that it belongs to.
    #[serde(default)]
    pub family: String,
    /// The version that its maker gave it.
    #[serde(default)]
    pub version: String,
    /// Its business group.
    #[serde(default)]
    pub group: String,
    /// Its resource group.
    #[serde(default)]
    pub resource_group: String,
    /// Keys and values that its maker hung on it.
    #[serde(default)]
    pub tags: Vec<Tag>,
    /// Who may use it.
    #[serde(default)]
    pub offer: Offer,
    /// Accounts that it is shared with.
    #[serde(default)]
    pub shared_with: Vec<String>,
    /// What can be done with it.
    #[serde(default)]
    pub state: ImageState,
    /// When `Making` gives way to `Available`. `None`: it stays as it is.
    #[serde(default)]
    pub due: Option<Moment>,
    /// When it was made.
    pub created: Moment,
    /// Size in GiB.
    pub size: i64,
    /// Whether its data are encrypted.
    #[serde(default)]
    pub encrypted: bool,
    /// The master key that it is encrypted with; `None` for the service's own.
    #[serde(default)]
    pub master_key: Option<String>,
    /// The task that copied it here, if it is a copy. The task's record may be gone by now.
    #[serde(default)]
    pub copied_by: Option<String>,
    /// Its disks, with the snapshots that hold their data.
    #[serde(default)]
    pub disks: Vec<ImageDisk>,
    /// Its operating system.
    #[serde(default)]
    pub os: OperatingSystem,
    /// What the marketplace says of it.
    #[serde(default)]
    pub product: Option<Product>,
}

/// A key and a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tag {
    /// The key.
    pub key: String,
    /// The value; may be empty.
    #[serde(default)]
    pub value: String,
}

/// Who may use an image.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Offer {
    /// Its maker, and those that it is shared with.
    #[default]
    Custom,
    /// Everybody: made by the cloud itself.
    System,
    /// Everybody: sold on the marketplace.
    Marketplace,
}

/// Whose image it is, for one caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The caller's own.
    Own,
    /// Somebody else's, shared with the caller.
    Others,
    /// The cloud's.
    System,
    /// Sold on the marketplace.
    Marketplace,
}

/// What can be done with an image.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImageState {
    /// Being made of an instance or snapshot.
    Making,
    /// A copy that waits for its turn.
    Waiting,
    /// A copy whose data are on the way.
    Copying,
    /// Everything can be done.
    #[default]
    Available,
    /// Nothing can be done.
    Unavailable,
    /// It could not be made.
    Failed,
    /// Its maker advises against it.
    Deprecated,
    /// Its data come from outside.
    Importing,
    /// Its data go outside.
    Exporting,
}

/// One disk of an image.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImageDisk {
    /// `/dev/xvda` for the system disk.
    pub device: String,
    /// System or data.
    #[serde(default)]
    pub kind: DiskKind,
    /// Size in GiB.
    pub size: i64,
    /// The snapshot that holds its data; `None` for an empty disk.
    #[serde(default)]
    pub snapshot: Option<String>,
}

/// The operating system of an image.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OperatingSystem {
    /// Windows, or Linux.
    pub windows: bool,
    /// Its name in Chinese.
    pub name: String,
    /// Its name in English.
    pub english_name: String,
    /// Distribution, with the version where the vendor counts it in: `CentOS`, `Windows Server 2016`.
    pub platform: String,
    /// `x86_64`, `i386`, `arm64`.
    pub architecture: String,
    /// Features of the image, in the vendor's words.
    pub features: Vec<String>,
    /// Graphics processors that it has drivers for.
    pub gpu_types: Vec<String>,
    /// When its maker stops mending it: `2024/06/30`.
    pub end_of_life: String,
    /// The oldest processor that it runs on; empty for any.
    pub minimal_cpu: String,
    /// Whether it takes its first settings from cloud-init.
    #[serde(default = "yes")]
    pub cloud_init: bool,
}

impl Default for OperatingSystem {
    fn default() -> Self {
        OperatingSystem {
            windows: false,
            name: "CentOS 7.9 64位".into(),
            english_name: "CentOS 7.9 64 bit".into(),
            platform: "CentOS".into(),
            architecture: "x86_64".into(),
            features: Vec::new(),
            gpu_types: Vec::new(),
            end_of_life: "2024/06/30".into(),
            minimal_cpu: String::new(),
            cloud_init: true,
        }
    }
}

/// What the marketplace says of an image.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Product {
    /// Its number in the marketplace.
    pub code: String,
    /// Who sells it.
    pub vendor: String,
    /// The software that it brings.
    pub software: String,
    /// The page that tells more.
    pub link: String,
    /// `gpu`, `app`, `uhost`: for which kind of machine.
    pub kind: String,
    /// What it is good for, in the vendor's words.
    pub scenes: Vec<String>,
    /// The regions where it is sold.
    pub published: Vec<String>,
    /// Price of a month.
    pub monthly_price: f64,
}

impl Image {
    /// Whose it is for `account`. `None`: the account can't see it.
    pub fn owner_for(&self, account: &str) -> Option<Owner> {
        match self.offer {
            Offer::System => Some(Owner::System),
            Offer::Marketplace => Some(Owner::Marketplace),
            Offer::Custom if self.account == account => Some(Owner::Own),
            Offer::Custom if self.shared_with.iter().any(|a| a == account) => Some(Owner::Others),
            Offer::Custom => None,
        }
    }
}
