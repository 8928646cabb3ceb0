//! `GetRegion`, from `pages/get_region.txt`.
//!
//! Get List of Regions and Availability Zones
//!
//! * Gets information such as the permissions of the user in each data center (`pages/get_region.txt:3`)

use serde::{Deserialize, Serialize};

/// Gets information such as the permissions of the user in each data center
///
/// What `GetRegion` takes, as `pages/get_region.txt:1` documents it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct GetRegionRequest {}

impl GetRegionRequest {
    /// The operation's name on the wire.
    pub const OPERATION: &'static str = "GetRegion";

    /// Where the page documents each parameter, and its words.
    pub const ROWS: &'static [wire::Place] = &[];

    /// The required parameters that are not among these arguments.
    pub fn missing(_: &wire::Arguments) -> wire::Violations {
        wire::Violations::new()
    }

    /// Holds the request against every rule that the page certainly states. What is required is told by
    /// [`Self::missing`]: a request that is read has defaults for what was not sent.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
    }
}

/// What `GetRegion` answers, as `pages/get_region.txt:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct GetRegionResponse {
    /// Information on each data center
    ///
    /// `Regions`, optional (`pages/get_region.txt:20`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<RegionInfo>,
}

/// One `RegionInfo` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct RegionInfo {
    /// Data center ID
    ///
    /// `RegionInfo.RegionId`, documented as always returned (`pages/get_region.txt:25`).
    pub region_id: i64,
    /// Data center name
    ///
    /// `RegionInfo.RegionName`, documented as always returned (`pages/get_region.txt:26`).
    pub region_name: String,
    /// Whether it is the current default data center of the user
    ///
    /// `RegionInfo.IsDefault`, documented as always returned (`pages/get_region.txt:27`).
    pub is_default: bool,
    /// Permission bits of the user in this data center
    ///
    /// `RegionInfo.BitMaps`, documented as always returned (`pages/get_region.txt:28`).
    pub bit_maps: String,
    /// Name of the region, such as cn-bj
    ///
    /// `RegionInfo.Region`, documented as always returned (`pages/get_region.txt:29`).
    pub region: String,
    /// Name of the availability zone, such as cn-bj-01
    ///
    /// `RegionInfo.Zone`, documented as always returned (`pages/get_region.txt:30`).
    pub zone: String,
}
