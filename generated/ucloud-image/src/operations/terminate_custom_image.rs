//! `TerminateCustomImage`, from `pages/terminate_custom_image.md`.
//!
//! 删除自制镜像
//!
//! * 删除用户自己制作的一个镜像 (`pages/terminate_custom_image.md:5`)

use serde::{Deserialize, Serialize};
use wire::check;

/// 删除用户自己制作的一个镜像
///
/// What `TerminateCustomImage` takes, as `pages/terminate_custom_image.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct TerminateCustomImageRequest {
    /// 资源所在的地域，取值参见 地域和可用区列表
    ///
    /// `Region`, required (`pages/terminate_custom_image.md:34`).
    pub region: String,
    /// 项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询
    ///
    /// `ProjectId`, optional (`pages/terminate_custom_image.md:35`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
    /// 要删除的自制镜像ID，参见 DescribeImage
    ///
    /// `ImageId`, required (`pages/terminate_custom_image.md:36`).
    pub image_id: String,
}

impl TerminateCustomImageRequest {
    /// The operation's name on the wire.
    pub const OPERATION: &'static str = "TerminateCustomImage";

    /// Where the page documents each parameter, and its words.
    pub const ROWS: &'static [wire::Place] = &[
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

    /// A request with what the page requires, and nothing else.
    pub fn new(region: impl Into<String>, image_id: impl Into<String>) -> Self {
        Self {
            region: region.into(),
            image_id: image_id.into(),
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
                page: "pages/terminate_custom_image.md:34",
                words: "资源所在的地域，取值参见 地域和可用区列表",
            },
            arguments,
        );
        check::required(
            &mut broken,
            wire::Place {
                parameter: "ImageId",
                page: "pages/terminate_custom_image.md:36",
                words: "要删除的自制镜像ID，参见 DescribeImage",
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
