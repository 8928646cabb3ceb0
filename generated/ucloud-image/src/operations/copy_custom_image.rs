//! `CopyCustomImage`, from `pages/copy_custom_image.md`.
//!
//! 复制自制镜像
//!
//! * 把一个自制镜像复制到目标项目，支持跨地域复制和批量复制 (`pages/copy_custom_image.md:5`)

use serde::{Deserialize, Serialize};

/// 把一个自制镜像复制到目标项目，支持跨地域复制和批量复制
///
/// What `CopyCustomImage` takes, as `pages/copy_custom_image.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct CopyCustomImageRequest {
    /// 资源所在的地域，取值参见 地域和可用区列表
    ///
    /// `Region`, required (`pages/copy_custom_image.md:34`).
    #[serde(default)]
    pub region: String,
    /// 所在的可用区，取值参见 可用区列表
    ///
    /// `Zone`, optional (`pages/copy_custom_image.md:35`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// 项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询
    ///
    /// `ProjectId`, optional (`pages/copy_custom_image.md:36`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
    /// 被复制的源镜像Id, 参见 DescribeImage
    ///
    /// `SourceImageId`, required (`pages/copy_custom_image.md:37`).
    #[serde(default)]
    pub source_image_id: String,
    /// 复制到的目标项目Id, 参见 GetProjectList
    ///
    /// `TargetProjectId`, required (`pages/copy_custom_image.md:38`).
    #[serde(default)]
    pub target_project_id: String,
    /// 复制到的目标地域，不跨地域可不填
    ///
    /// `TargetRegion`, optional (`pages/copy_custom_image.md:39`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_region: Option<String>,
    /// 复制后的镜像名称
    ///
    /// `TargetImageName`, optional (`pages/copy_custom_image.md:40`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_image_name: Option<String>,
    /// 复制后的镜像描述
    ///
    /// `TargetImageDescription`, optional (`pages/copy_custom_image.md:41`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_image_description: Option<String>,
    /// 复制后的镜像所属的业务组
    ///
    /// `TargetImageTag`, optional (`pages/copy_custom_image.md:42`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_image_tag: Option<String>,
    /// 多个目标地域组成的集合，批量复制时填写
    ///
    /// `TargetRegionList.N`, optional (`pages/copy_custom_image.md:43`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_region_list: Vec<String>,
}

impl CopyCustomImageRequest {
    /// What the page requires, and nothing else.
    pub fn new(
        region: impl Into<String>,
        source_image_id: impl Into<String>,
        target_project_id: impl Into<String>,
    ) -> Self {
        Self {
            region: region.into(),
            zone: None,
            project_id: None,
            source_image_id: source_image_id.into(),
            target_project_id: target_project_id.into(),
            target_region: None,
            target_image_name: None,
            target_image_description: None,
            target_image_tag: None,
            target_region_list: Vec::new(),
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

    /// With `TargetRegion`.
    #[must_use]
    pub fn with_target_region(mut self, target_region: impl Into<String>) -> Self {
        self.target_region = Some(target_region.into());
        self
    }

    /// With `TargetImageName`.
    #[must_use]
    pub fn with_target_image_name(
        mut self,
        target_image_name: impl Into<String>,
    ) -> Self {
        self.target_image_name = Some(target_image_name.into());
        self
    }

    /// With `TargetImageDescription`.
    #[must_use]
    pub fn with_target_image_description(
        mut self,
        target_image_description: impl Into<String>,
    ) -> Self {
        self.target_image_description = Some(target_image_description.into());
        self
    }

    /// With `TargetImageTag`.
    #[must_use]
    pub fn with_target_image_tag(mut self, target_image_tag: impl Into<String>) -> Self {
        self.target_image_tag = Some(target_image_tag.into());
        self
    }

    /// With `TargetRegionList.N`.
    #[must_use]
    pub fn with_target_region_list(
        mut self,
        target_region_list: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.target_region_list = target_region_list
            .into_iter()
            .map(Into::into)
            .collect();
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
    }
}

impl wire::Operation for CopyCustomImageRequest {
    type Answer = CopyCustomImageResponse;
    const NAME: &'static str = "CopyCustomImage";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "Region",
            page: "pages/copy_custom_image.md:34",
            words: "资源所在的地域，取值参见 地域和可用区列表",
        },
        wire::Place {
            parameter: "Zone",
            page: "pages/copy_custom_image.md:35",
            words: "所在的可用区，取值参见 可用区列表",
        },
        wire::Place {
            parameter: "ProjectId",
            page: "pages/copy_custom_image.md:36",
            words: "项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询",
        },
        wire::Place {
            parameter: "SourceImageId",
            page: "pages/copy_custom_image.md:37",
            words: "被复制的源镜像Id, 参见 DescribeImage",
        },
        wire::Place {
            parameter: "TargetProjectId",
            page: "pages/copy_custom_image.md:38",
            words: "复制到的目标项目Id, 参见 GetProjectList",
        },
        wire::Place {
            parameter: "TargetRegion",
            page: "pages/copy_custom_image.md:39",
            words: "复制到的目标地域，不跨地域可不填",
        },
        wire::Place {
            parameter: "TargetImageName",
            page: "pages/copy_custom_image.md:40",
            words: "复制后的镜像名称",
        },
        wire::Place {
            parameter: "TargetImageDescription",
            page: "pages/copy_custom_image.md:41",
            words: "复制后的镜像描述",
        },
        wire::Place {
            parameter: "TargetImageTag",
            page: "pages/copy_custom_image.md:42",
            words: "复制后的镜像所属的业务组",
        },
        wire::Place {
            parameter: "TargetRegionList.N",
            page: "pages/copy_custom_image.md:43",
            words: "多个目标地域组成的集合，批量复制时填写",
        },
    ];
    const REQUIRED: &'static [&'static str] = &[
        "Region",
        "SourceImageId",
        "TargetProjectId",
    ];
    const AGAIN: wire::Again = wire::Again::Never;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `CopyCustomImage` answers, as `pages/copy_custom_image.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CopyCustomImageResponse {
    /// 复制得到的目标镜像Id，只有非批量复制的时候该字段才存在
    ///
    /// `TargetImageId`, optional (`pages/copy_custom_image.md:52`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_image_id: Option<String>,
    /// 复制目标镜像的任务Id，只有非批量复制的时候该字段才存在
    ///
    /// `TaskId`, optional (`pages/copy_custom_image.md:53`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task_id: Option<String>,
    /// 批量复制时各个任务的信息，字段见下方的CopyImageTaskInfo
    ///
    /// `Infos`, optional (`pages/copy_custom_image.md:54`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub infos: Vec<CopyImageTaskInfo>,
}

/// One `CopyImageTaskInfo` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CopyImageTaskInfo {
    /// 复制目标镜像的任务Id
    ///
    /// `CopyImageTaskInfo.TaskId`, optional (`pages/copy_custom_image.md:63`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task_id: Option<String>,
    /// 复制得到的镜像Id
    ///
    /// `CopyImageTaskInfo.TargetImageId`, optional (`pages/copy_custom_image.md:64`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_image_id: Option<String>,
    /// 复制到的地域
    ///
    /// `CopyImageTaskInfo.TargetRegion`, optional (`pages/copy_custom_image.md:65`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_region: Option<String>,
}
