//! Regions, their zones, and what each can do.

use serde::{Deserialize, Serialize};

use super::account::yes;

/// A region.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Its id.
    pub id: String,
    /// Its number, where the vendor counts regions.
    #[serde(default)]
    pub number: i64,
    /// Its names by language: `zh-CN`, `en-US`, `ja`.
    #[serde(default)]
    pub names: std::collections::BTreeMap<String, String>,
    /// Its zones.
    #[serde(default)]
    pub zones: Vec<String>,
    /// The region that is meant when none is named.
    #[serde(default)]
    pub default: bool,
    /// Sold out: listed, but nothing new is sold.
    #[serde(default)]
    pub sold_out: bool,
    /// Whether images can be copied from here and to here.
    #[serde(default = "yes")]
    pub copies: bool,
    /// Whether callers may bring their own key for encryption.
    #[serde(default)]
    pub byok: Byok,
    /// Whether the snapshot service is open here.
    #[serde(default = "yes")]
    pub snapshot_service: bool,
    /// How many images of its own an account may have here.
    #[serde(default = "ample")]
    pub image_quota: u64,
    /// How many snapshots an account may have here.
    #[serde(default = "ample")]
    pub snapshot_quota: u64,
    /// How many times longer than usual a copy to this region takes: a far region at a thin line.
    #[serde(default = "once")]
    pub slowness: f64,
}

/// Whether callers may bring their own key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Byok {
    /// All may.
    #[default]
    Open,
    /// Accounts of the white list may.
    WhiteList,
    /// Nobody may.
    None,
}

/// Enough for any run; a quota that matters is written in the world file.
fn ample() -> u64 {
    1_000_000
}

fn once() -> f64 {
    1.0
}
