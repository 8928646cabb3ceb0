//! `StartUHostInstance`, from `pages/start_uhost_instance.md`.
//!
//! 启动主机
//!
//! * 启动一台处于关闭状态的UHost实例，必须给出数据中心和UHostID这两个参数。 (`pages/start_uhost_instance.md:5`)

use serde::{Deserialize, Serialize};

/// 启动一台处于关闭状态的UHost实例，必须给出数据中心和UHostID这两个参数。
///
/// What `StartUHostInstance` takes, as `pages/start_uhost_instance.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct StartUHostInstanceRequest {
    /// 资源所在的地域，取值参见 地域和可用区列表
    ///
    /// `Region`, required (`pages/start_uhost_instance.md:34`).
    #[serde(default)]
    pub region: String,
    /// 所在的可用区，取值参见 可用区列表
    ///
    /// `Zone`, optional (`pages/start_uhost_instance.md:35`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// 项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询
    ///
    /// `ProjectId`, optional (`pages/start_uhost_instance.md:36`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
    /// UHost实例ID，参见 DescribeUHostInstance
    ///
    /// `UHostId`, required (`pages/start_uhost_instance.md:37`).
    #[serde(rename = "UHostId", default)]
    pub uhost_id: String,
    /// 加密盘的密码
    ///
    /// `DiskPassword`, optional (`pages/start_uhost_instance.md:38`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disk_password: Option<String>,
}

impl StartUHostInstanceRequest {
    /// What the page requires, and nothing else.
    pub fn new(region: impl Into<String>, uhost_id: impl Into<String>) -> Self {
        Self {
            region: region.into(),
            zone: None,
            project_id: None,
            uhost_id: uhost_id.into(),
            disk_password: None,
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

    /// With `DiskPassword`.
    #[must_use]
    pub fn with_disk_password(mut self, disk_password: impl Into<String>) -> Self {
        self.disk_password = Some(disk_password.into());
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
    }
}

impl wire::Operation for StartUHostInstanceRequest {
    type Answer = StartUHostInstanceResponse;
    const NAME: &'static str = "StartUHostInstance";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "Region",
            page: "pages/start_uhost_instance.md:34",
            words: "资源所在的地域，取值参见 地域和可用区列表",
        },
        wire::Place {
            parameter: "Zone",
            page: "pages/start_uhost_instance.md:35",
            words: "所在的可用区，取值参见 可用区列表",
        },
        wire::Place {
            parameter: "ProjectId",
            page: "pages/start_uhost_instance.md:36",
            words: "项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询",
        },
        wire::Place {
            parameter: "UHostId",
            page: "pages/start_uhost_instance.md:37",
            words: "UHost实例ID，参见 DescribeUHostInstance",
        },
        wire::Place {
            parameter: "DiskPassword",
            page: "pages/start_uhost_instance.md:38",
            words: "加密盘的密码",
        },
    ];
    const REQUIRED: &'static [&'static str] = &["Region", "UHostId"];
    const AGAIN: wire::Again = wire::Again::Never;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `StartUHostInstance` answers, as `pages/start_uhost_instance.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct StartUHostInstanceResponse {
    /// 被启动的UHost实例ID
    ///
    /// `UHostId`, optional (`pages/start_uhost_instance.md:47`).
    #[serde(rename = "UHostId", skip_serializing_if = "Option::is_none")]
    pub uhost_id: Option<String>,
}
