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
    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
    }
}

impl wire::Operation for GetRegionRequest {
    type Answer = GetRegionResponse;
    const NAME: &'static str = "GetRegion";
    const ROWS: &'static [wire::Place] = &[];
    const REQUIRED: &'static [&'static str] = &[];
    const AGAIN: wire::Again = wire::Again::Always;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
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
