//! `GetProjectList`, from `pages/get_project_list.md`.
//!
//! 获取帐号下的项目列表
//!
//! * 查询当前帐号拥有的项目列表 (`pages/get_project_list.md:5`)

use serde::{Deserialize, Serialize};

/// 查询当前帐号拥有的项目列表
///
/// What `GetProjectList` takes, as `pages/get_project_list.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct GetProjectListRequest {
    /// 当前帐号是否为财务账号（Yes：是，No：否）
    ///
    /// * one of `Yes`, `No` (likely, not checked): “Yes：是，No：否” (`pages/get_project_list.md:34`)
    ///
    /// `IsFinance`, optional (`pages/get_project_list.md:34`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_finance: Option<String>,
}

impl GetProjectListRequest {
    /// With `IsFinance`.
    #[must_use]
    pub fn with_is_finance(mut self, is_finance: impl Into<String>) -> Self {
        self.is_finance = Some(is_finance.into());
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
    }
}

impl wire::Operation for GetProjectListRequest {
    type Answer = GetProjectListResponse;
    const NAME: &'static str = "GetProjectList";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "IsFinance",
            page: "pages/get_project_list.md:34",
            words: "当前帐号是否为财务账号（Yes：是，No：否）",
        },
    ];
    const REQUIRED: &'static [&'static str] = &[];
    const AGAIN: wire::Again = wire::Again::Always;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `GetProjectList` answers, as `pages/get_project_list.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct GetProjectListResponse {
    /// 项目的总数
    ///
    /// `ProjectCount`, documented as always returned (`pages/get_project_list.md:43`).
    pub project_count: i64,
    /// 项目列表，以JSON格式的实例给出
    ///
    /// `ProjectSet`, documented as always returned (`pages/get_project_list.md:44`).
    pub project_set: Vec<ProjectListInfo>,
}

/// One `ProjectListInfo` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ProjectListInfo {
    /// 项目的ID
    ///
    /// `ProjectListInfo.ProjectId`, documented as always returned (`pages/get_project_list.md:53`).
    pub project_id: String,
    /// 项目的名称
    ///
    /// `ProjectListInfo.ProjectName`, documented as always returned (`pages/get_project_list.md:54`).
    pub project_name: String,
    /// 项目的创建时间(Unix时间戳)
    ///
    /// * format timestamp (likely, not checked): “Unix时间” (`pages/get_project_list.md:55`)
    ///
    /// `ProjectListInfo.CreateTime`, documented as always returned (`pages/get_project_list.md:55`).
    pub create_time: i64,
    /// 该项目是否为默认项目
    ///
    /// `ProjectListInfo.IsDefault`, documented as always returned (`pages/get_project_list.md:56`).
    pub is_default: bool,
    /// 项目内的资源数量（已废弃，不建议使用）
    ///
    /// `ProjectListInfo.ResourceCount`, documented as always returned (`pages/get_project_list.md:57`).
    pub resource_count: i64,
    /// 项目内的成员数量
    ///
    /// `ProjectListInfo.MemberCount`, documented as always returned (`pages/get_project_list.md:58`).
    pub member_count: i64,
    /// 上级项目的ID（已废弃）
    ///
    /// `ProjectListInfo.ParentId`, optional (`pages/get_project_list.md:59`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<String>,
    /// 上级项目的名称（已废弃）
    ///
    /// `ProjectListInfo.ParentName`, optional (`pages/get_project_list.md:60`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_name: Option<String>,
}
