//! `TerminateCustomImage`, from `pages/terminate_custom_image.md`.
//!
//! 删除自制镜像
//!
//! * 删除用户自己制作的一个镜像 (`pages/terminate_custom_image.md:5`)

use serde::{Deserialize, Serialize};

/// 删除用户自己制作的一个镜像
///
/// What `TerminateCustomImage` takes, as `pages/terminate_custom_image.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct TerminateCustomImageRequest {
    /// 资源所在的地域，取值参见 地域和可用区列表
    ///
    /// `Region`, required (`pages/terminate_custom_image.md:34`).
    #[serde(default)]
    pub region: String,
    /// 项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询
    ///
    /// `ProjectId`, optional (`pages/terminate_custom_image.md:35`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
    /// 要删除的自制镜像ID，参见 DescribeImage
    ///
    /// `ImageId`, required (`pages/terminate_custom_image.md:36`).
    #[serde(default)]
    pub image_id: String,
}

impl TerminateCustomImageRequest {
    /// What the page requires, and nothing else.
    pub fn new(region: impl Into<String>, image_id: impl Into<String>) -> Self {
        Self {
            region: region.into(),
            project_id: None,
            image_id: image_id.into(),
        }
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

impl wire::Operation for TerminateCustomImageRequest {
    type Answer = TerminateCustomImageResponse;
    const NAME: &'static str = "TerminateCustomImage";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "Region",
            page: "pages/terminate_custom_image.md:34",
            words: "资源所在的地域，取值参见 地域和可用区列表",
        },
        wire::Place {
            parameter: "ProjectId",
            page: "pages/terminate_custom_image.md:35",
            words: "项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询",
        },
        wire::Place {
            parameter: "ImageId",
            page: "pages/terminate_custom_image.md:36",
            words: "要删除的自制镜像ID，参见 DescribeImage",
        },
    ];
    const REQUIRED: &'static [&'static str] = &["Region", "ImageId"];
    const AGAIN: wire::Again = wire::Again::Never;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `TerminateCustomImage` answers, as `pages/terminate_custom_image.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct TerminateCustomImageResponse {
    /// 已删除的自制镜像Id
    ///
    /// `ImageId`, optional (`pages/terminate_custom_image.md:45`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
}
