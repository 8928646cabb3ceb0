//! `StopUHostInstance`, from `pages/stop_uhost_instance.md`.
//!
//! 关闭主机
//!
//! * 停止一台处于运行状态的UHost实例，必须给出数据中心和UHostID。 (`pages/stop_uhost_instance.md:5`)

use serde::{Deserialize, Serialize};

/// 停止一台处于运行状态的UHost实例，必须给出数据中心和UHostID。
///
/// What `StopUHostInstance` takes, as `pages/stop_uhost_instance.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct StopUHostInstanceRequest {
    /// 资源所在的地域，取值参见 地域和可用区列表
    ///
    /// `Region`, required (`pages/stop_uhost_instance.md:34`).
    #[serde(default)]
    pub region: String,
    /// 所在的可用区，取值参见 可用区列表
    ///
    /// `Zone`, optional (`pages/stop_uhost_instance.md:35`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// 项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询
    ///
    /// `ProjectId`, optional (`pages/stop_uhost_instance.md:36`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
    /// UHost实例ID，参见 DescribeUHostInstance
    ///
    /// `UHostId`, required (`pages/stop_uhost_instance.md:37`).
    #[serde(rename = "UHostId", default)]
    pub uhost_id: String,
}

impl StopUHostInstanceRequest {
    /// What the page requires, and nothing else.
    pub fn new(region: impl Into<String>, uhost_id: impl Into<String>) -> Self {
        Self {
            region: region.into(),
            zone: None,
            project_id: None,
            uhost_id: uhost_id.into(),
        }
    }

    /// With `Zone`.
    #[must_use]
    pub fn with_zone(mut self, zone: impl Into<String>) -> Self {
        self.zone = Some(zone.into());
        self
    }

    /// With `ProjectId`.
    #[must_use]
    pub fn with_project_id(mut self, project_id: impl Into<String>) -> Self {
        self.project_id = Some(project_id.into());
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
    }
}

impl wire::Operation for StopUHostInstanceRequest {
    type Answer = StopUHostInstanceResponse;
    const NAME: &'static str = "StopUHostInstance";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "Region",
            page: "pages/stop_uhost_instance.md:34",
            words: "资源所在的地域，取值参见 地域和可用区列表",
        },
        wire::Place {
            parameter: "Zone",
            page: "pages/stop_uhost_instance.md:35",
            words: "所在的可用区，取值参见 可用区列表",
        },
        wire::Place {
            parameter: "ProjectId",
            page: "pages/stop_uhost_instance.md:36",
            words: "项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询",
        },
        wire::Place {
            parameter: "UHostId",
            page: "pages/stop_uhost_instance.md:37",
            words: "UHost实例ID，参见 DescribeUHostInstance",
        },
    ];
    const REQUIRED: &'static [&'static str] = &["Region", "UHostId"];
    const AGAIN: wire::Again = wire::Again::Never;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `StopUHostInstance` answers, as `pages/stop_uhost_instance.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct StopUHostInstanceResponse {
    /// 被停止的UHost实例ID
    ///
    /// `UHostId`, optional (`pages/stop_uhost_instance.md:46`).
    #[serde(rename = "UHostId", skip_serializing_if = "Option::is_none")]
    pub uhost_id: Option<String>,
}
