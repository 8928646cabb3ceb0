//! `GetProjectList`, from `pages/get_project_list.txt`.
//!
//! Get Project List of the Account
//!
//! * Lists the projects of the account (`pages/get_project_list.txt:3`)

use serde::{Deserialize, Serialize};

/// Lists the projects of the account
///
/// What `GetProjectList` takes, as `pages/get_project_list.txt:1` documents it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct GetProjectListRequest {
    /// Whether the account is a financial account (Yes: yes, No: no)
    ///
    /// `IsFinance`, optional (`pages/get_project_list.txt:14`).
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
            page: "pages/get_project_list.txt:14",
            words: "Whether the account is a financial account (Yes: yes, No: no)",
        },
    ];
    const REQUIRED: &'static [&'static str] = &[];
    const AGAIN: wire::Again = wire::Again::Always;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `GetProjectList` answers, as `pages/get_project_list.txt:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct GetProjectListResponse {
    /// Total number of projects
    ///
    /// `ProjectCount`, documented as always returned (`pages/get_project_list.txt:21`).
    pub project_count: i64,
    /// List of projects in JSON format
    ///
    /// `ProjectSet`, documented as always returned (`pages/get_project_list.txt:22`).
    pub project_set: Vec<ProjectListInfo>,
}

/// One `ProjectListInfo` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ProjectListInfo {
    /// Project ID
    ///
    /// `ProjectListInfo.ProjectId`, documented as always returned (`pages/get_project_list.txt:27`).
    pub project_id: String,
    /// Project name
    ///
    /// `ProjectListInfo.ProjectName`, documented as always returned (`pages/get_project_list.txt:28`).
    pub project_name: String,
    /// Creation time (Unix timestamp)
    ///
    /// * format timestamp (likely, not checked): “Unix timestamp” (`pages/get_project_list.txt:29`)
    ///
    /// `ProjectListInfo.CreateTime`, documented as always returned (`pages/get_project_list.txt:29`).
    pub create_time: i64,
    /// Whether it is the default project
    ///
    /// `ProjectListInfo.IsDefault`, documented as always returned (`pages/get_project_list.txt:30`).
    pub is_default: bool,
    /// Number of resources in the project (deprecated, not recommended)
    ///
    /// `ProjectListInfo.ResourceCount`, documented as always returned (`pages/get_project_list.txt:31`).
    pub resource_count: i64,
    /// Number of members of the project
    ///
    /// `ProjectListInfo.MemberCount`, documented as always returned (`pages/get_project_list.txt:32`).
    pub member_count: i64,
    /// ID of the parent project (deprecated)
    ///
    /// `ProjectListInfo.ParentId`, optional (`pages/get_project_list.txt:33`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<String>,
    /// Name of the parent project (deprecated)
    ///
    /// `ProjectListInfo.ParentName`, optional (`pages/get_project_list.txt:34`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_name: Option<String>,
}
