//! `DeleteImage`, from `pages/DeleteImage.txt`.
//!
//! * 调用DeleteImage删除一个自定义镜像。 (`pages/DeleteImage.txt:1`)

use serde::{Deserialize, Serialize};

/// 调用DeleteImage删除一个自定义镜像。
///
/// What `DeleteImage` takes, as `pages/DeleteImage.txt:1` documents it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DeleteImageRequest {
    /// 要删除的镜像的ID。如果指定的自定义镜像不存在,则请求将被忽略。
    ///
    /// `ImageId`, presence not stated, for example `m-bp67acfmxazb4p****` (`pages/DeleteImage.txt:14`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// 自定义镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。
    ///
    /// `RegionId`, presence not stated, for example `cn-hangzhou` (`pages/DeleteImage.txt:18`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region_id: Option<String>,
    /// 是否强制删除镜像。取值范围:
    ///
    /// - true:强制删除,不考虑该镜像是否正被其他实例使用。
    /// - false:正常删除,先检查该镜像是否正被其他实例使用,再删除自定义镜像。
    ///
    /// 默认值:false
    ///
    /// * one of `true`, `false`: “取值范围: - true:强制删除,不考虑该镜像是否正被其他实例使用。 - false:正常删除,先检查该镜像是否正被其他实例使用,再删除自定义镜像。” (`pages/DeleteImage.txt:24`)
    /// * default `false`: “默认值:false” (`pages/DeleteImage.txt:29`)
    ///
    /// `Force`, presence not stated, for example `false` (`pages/DeleteImage.txt:22`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub force: Option<bool>,
}

impl DeleteImageRequest {
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

    /// With `Force`.
    #[must_use]
    pub fn with_force(mut self, force: bool) -> Self {
        self.force = Some(force);
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
    }
}

impl wire::Operation for DeleteImageRequest {
    type Answer = DeleteImageResponse;
    const NAME: &'static str = "DeleteImage";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "ImageId",
            page: "pages/DeleteImage.txt:14",
            words: "要删除的镜像的ID。如果指定的自定义镜像不存在,则请求将被忽略。",
        },
        wire::Place {
            parameter: "RegionId",
            page: "pages/DeleteImage.txt:18",
            words: "自定义镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。",
        },
        wire::Place {
            parameter: "Force",
            page: "pages/DeleteImage.txt:22",
            words: "是否强制删除镜像。取值范围:\n- true:强制删除,不考虑该镜像是否正被其他实例使用。\n- false:正常删除,先检查该镜像是否正被其他实例使用,再删除自定义镜像。\n默认值:false",
        },
    ];
    const REQUIRED: &'static [&'static str] = &[];
    const AGAIN: wire::Again = wire::Again::Never;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `DeleteImage` answers, as `pages/DeleteImage.txt:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DeleteImageResponse {
    /// 本次请求的ID。
    ///
    /// `RequestId`, presence not stated, for example `473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E` (`pages/DeleteImage.txt:34`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}
