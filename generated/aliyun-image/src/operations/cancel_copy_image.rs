//! `CancelCopyImage`, from `pages/CancelCopyImage.md`.
//!
//! * 调用CancelCopyImage取消一个正在进行的复制镜像（CopyImage）任务。 (`pages/CancelCopyImage.md:3`)
//! * 使用该接口前，请先了解以下限制： (`pages/CancelCopyImage.md:7`)
//! * 复制任务被取消后，目标地域中新建的镜像会自动删除，源镜像不受影响。 (`pages/CancelCopyImage.md:9`)
//! * 如果镜像已经复制完成，取消操作会失败并返回错误。 (`pages/CancelCopyImage.md:10`)

use serde::{Deserialize, Serialize};

/// 调用CancelCopyImage取消一个正在进行的复制镜像（CopyImage）任务。
///
/// What `CancelCopyImage` takes, as `pages/CancelCopyImage.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct CancelCopyImageRequest {
    /// 正处于复制过程中的镜像的ID。
    ///
    /// `ImageId`, required, for example `m-bp1caf3yicx5jlfl****` (`pages/CancelCopyImage.md:20`).
    #[serde(default)]
    pub image_id: String,
    /// 目标镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。
    ///
    /// `RegionId`, required, for example `cn-hangzhou` (`pages/CancelCopyImage.md:23`).
    #[serde(default)]
    pub region_id: String,
}

impl CancelCopyImageRequest {
    /// What the page requires, and nothing else.
    pub fn new(image_id: impl Into<String>, region_id: impl Into<String>) -> Self {
        Self {
            image_id: image_id.into(),
            region_id: region_id.into(),
        }
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
    }
}

impl wire::Operation for CancelCopyImageRequest {
    type Answer = CancelCopyImageResponse;
    const NAME: &'static str = "CancelCopyImage";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "ImageId",
            page: "pages/CancelCopyImage.md:20",
            words: "正处于复制过程中的镜像的ID。",
        },
        wire::Place {
            parameter: "RegionId",
            page: "pages/CancelCopyImage.md:23",
            words: "目标镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。",
        },
    ];
    const REQUIRED: &'static [&'static str] = &["ImageId", "RegionId"];
    const AGAIN: wire::Again = wire::Again::Never;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `CancelCopyImage` answers, as `pages/CancelCopyImage.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CancelCopyImageResponse {
    /// 本次请求的ID。
    ///
    /// `RequestId`, presence not stated, for example `473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E` (`pages/CancelCopyImage.md:34`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}
