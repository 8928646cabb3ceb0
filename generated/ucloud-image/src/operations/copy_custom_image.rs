//! `CopyCustomImage`, from `pages/copy_custom_image.md`.
//!
//! 复制自制镜像
//!
//! * 把一个自制镜像复制到目标项目，支持跨地域复制和批量复制 (`pages/copy_custom_image.md:5`)

use serde::{Deserialize, Serialize};
use wire::check;

/// 把一个自制镜像复制到目标项目，支持跨地域复制和批量复制
///
/// What `CopyCustomImage` takes, as `pages/copy_custom_image.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CopyCustomImageRequest {
    /// 资源所在的地域，取值参见 地域和可用区列表
    ///
    /// `Region`, required (`pages/copy_custom_image.md:34`).
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
    pub source_image_id: String,
    /// 复制到的目标项目Id, 参见 GetProjectList
    ///
    /// `TargetProjectId`, required (`pages/copy_custom_image.md:38`).
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub target_region_list: Vec<String>,
}

impl CopyCustomImageRequest {
    /// The operation's name on the wire.
    pub const OPERATION: &'static str = "CopyCustomImage";

    /// Where the page documents each parameter, and its words.
    pub const ROWS: &'static [wire::Place] = &[
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

    /// A request with what the page requires, and nothing else.
    pub fn new(
        region: impl Into<String>,
        source_image_id: impl Into<String>,
        target_project_id: impl Into<String>,
    ) -> Self {
        Self {
            region: region.into(),
            source_image_id: source_image_id.into(),
            target_project_id: target_project_id.into(),
            ..Self::default()
        }
    }

    /// The required parameters that are not among these arguments.
    pub fn missing(arguments: &wire::Arguments) -> wire::Violations {
        let mut broken = wire::Violations::new();
        check::required(
            &mut broken,
            wire::Place {
                parameter: "Region",
                page: "pages/copy_custom_image.md:34",
                words: "资源所在的地域，取值参见 地域和可用区列表",
            },
            arguments,
        );
        check::required(
            &mut broken,
            wire::Place {
                parameter: "SourceImageId",
                page: "pages/copy_custom_image.md:37",
                words: "被复制的源镜像Id, 参见 DescribeImage",
            },
            arguments,
        );
        check::required(
            &mut broken,
            wire::Place {
                parameter: "TargetProjectId",
                page: "pages/copy_custom_image.md:38",
                words: "复制到的目标项目Id, 参见 GetProjectList",
            },
            arguments,
        );
        broken
    }

    /// Holds the request against every rule that the page certainly states. What is required is told by
    /// [`Self::missing`]: a request that is read has defaults for what was not sent.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
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
