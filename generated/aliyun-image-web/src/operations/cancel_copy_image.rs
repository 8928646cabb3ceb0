//! `CancelCopyImage`, from `pages/CancelCopyImage.txt`.
//!
//! * 调用CancelCopyImage取消一个正在进行的复制镜像(CopyImage)任务。 (`pages/CancelCopyImage.txt:1`)
//! * 使用该接口前,请先了解以下限制: (`pages/CancelCopyImage.txt:5`)
//! * 复制任务被取消后,目标地域中新建的镜像会自动删除,源镜像不受影响。 (`pages/CancelCopyImage.txt:7`)
//! * 如果镜像已经复制完成,取消操作会失败并返回错误。 (`pages/CancelCopyImage.txt:8`)

use serde::{Deserialize, Serialize};

/// 调用CancelCopyImage取消一个正在进行的复制镜像(CopyImage)任务。
///
/// What `CancelCopyImage` takes, as `pages/CancelCopyImage.txt:1` documents it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CancelCopyImageRequest {
    /// 正处于复制过程中的镜像的ID。
    ///
    /// `ImageId`, presence not stated, for example `m-bp1caf3yicx5jlfl****` (`pages/CancelCopyImage.txt:21`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// 目标镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。
    ///
    /// `RegionId`, presence not stated, for example `cn-hangzhou` (`pages/CancelCopyImage.txt:25`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region_id: Option<String>,
}

impl CancelCopyImageRequest {
    /// With `ImageId`.
    #[must_use]
    pub fn with_image_id(mut self, image_id: impl Into<String>) -> Self {
        self.image_id = Some(image_id.into());
        self
    }

    /// With `RegionId`.
    #[must_use]
    pub fn with_region_id(mut self, region_id: impl Into<String>) -> Self {
        self.region_id = Some(region_id.into());
        self
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
            page: "pages/CancelCopyImage.txt:21",
            words: "正处于复制过程中的镜像的ID。",
        },
        wire::Place {
            parameter: "RegionId",
            page: "pages/CancelCopyImage.txt:25",
            words: "目标镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。",
        },
    ];
    const REQUIRED: &'static [&'static str] = &[];
    const AGAIN: wire::Again = wire::Again::Never;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `CancelCopyImage` answers, as `pages/CancelCopyImage.txt:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CancelCopyImageResponse {
    /// 本次请求的ID。
    ///
    /// `RequestId`, presence not stated, for example `473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E` (`pages/CancelCopyImage.txt:32`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}
