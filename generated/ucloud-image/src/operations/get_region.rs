//! `GetRegion`, from `pages/get_region.md`.
//!
//! 获取地域和可用区列表
//!
//! * 查询用户在每个数据中心的权限等信息 (`pages/get_region.md:5`)

use serde::{Deserialize, Serialize};

/// 查询用户在每个数据中心的权限等信息
///
/// What `GetRegion` takes, as `pages/get_region.md:1` documents it.
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

/// What `GetRegion` answers, as `pages/get_region.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct GetRegionResponse {
    /// 每个数据中心的信息
    ///
    /// `Regions`, optional (`pages/get_region.md:42`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<RegionInfo>,
}

/// One `RegionInfo` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct RegionInfo {
    /// 数据中心的ID
    ///
    /// `RegionInfo.RegionId`, documented as always returned (`pages/get_region.md:51`).
    pub region_id: i64,
    /// 数据中心的名称
    ///
    /// `RegionInfo.RegionName`, documented as always returned (`pages/get_region.md:52`).
    pub region_name: String,
    /// 该数据中心是否为用户当前的默认数据中心
    ///
    /// `RegionInfo.IsDefault`, documented as always returned (`pages/get_region.md:53`).
    pub is_default: bool,
    /// 用户在该数据中心的权限位
    ///
    /// `RegionInfo.BitMaps`, documented as always returned (`pages/get_region.md:54`).
    pub bit_maps: String,
    /// 地域的名字，如cn-bj
    ///
    /// `RegionInfo.Region`, documented as always returned (`pages/get_region.md:55`).
    pub region: String,
    /// 可用区的名字，如cn-bj-01
    ///
    /// `RegionInfo.Zone`, documented as always returned (`pages/get_region.md:56`).
    pub zone: String,
}
