//! `CopyImage`, from `pages/CopyImage.txt`.
//!
//! * 调用CopyImage把一个地域下的自定义镜像复制到其他地域。利用复制镜像,可以跨地域部署ECS实例、跨地域复制ECS实例。 (`pages/CopyImage.txt:1`)
//! * 复制完成后,您可以在目标地域用该镜像创建ECS实例(RunInstances),也可以用它更换实例的系统盘(ReplaceSystemDisk)。 (`pages/CopyImage.txt:5`)
//! * 使用该接口前,请先了解以下限制: (`pages/CopyImage.txt:7`)
//! * 只有状态为可用(Available)的自定义镜像才能被复制。 (`pages/CopyImage.txt:9`)
//! * 源自定义镜像必须属于您自己的账号,不能跨账号复制。 (`pages/CopyImage.txt:10`)
//! * 镜像处于复制过程中时,复制后的镜像无法删除(DeleteImage),但可以取消复制任务(CancelCopyImage)。 (`pages/CopyImage.txt:11`)
//! * 同一个地域下同时只能运行一个镜像拷贝任务,其余任务排队等待,上一个任务完成后再依次执行。 (`pages/CopyImage.txt:12`)

use serde::{Deserialize, Serialize};
use wire::check;

/// 调用CopyImage把一个地域下的自定义镜像复制到其他地域。利用复制镜像,可以跨地域部署ECS实例、跨地域复制ECS实例。
///
/// What `CopyImage` takes, as `pages/CopyImage.txt:1` documents it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CopyImageRequest {
    /// 要复制的源自定义镜像的ID。
    ///
    /// `ImageId`, presence not stated, for example `m-bp1h46wfpjsjastc****` (`pages/CopyImage.txt:25`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// 源自定义镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。
    ///
    /// `RegionId`, presence not stated, for example `cn-hangzhou` (`pages/CopyImage.txt:29`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region_id: Option<String>,
    /// 目标地域的ID,镜像将被复制到该地域。
    ///
    /// `DestinationRegionId`, presence not stated, for example `cn-shanghai` (`pages/CopyImage.txt:33`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination_region_id: Option<String>,
    /// 复制后的镜像的名称。长度为2\~128个英文或中文字符。必须以大小字母或中文开头,不能以http://和https:// 开头。可以包含数字、半角冒号(:)、下划线(\_)或者连字符(-)。
    ///
    /// 默认值:空
    ///
    /// * length 2 to 128 characters: “长度为2\~128个英文或中文字符” (`pages/CopyImage.txt:39`)
    /// * starts with capital letters, small letters, chinese characters: “必须以大小字母或中文开头” (`pages/CopyImage.txt:39`)
    /// * does not start with `http://`, `https://`: “不能以http://和https:// 开头” (`pages/CopyImage.txt:39`)
    /// * made of capital letters, small letters, digits, chinese characters, `:`, `_`, `-` (likely, not checked): “可以包含数字、半角冒号(:)、下划线(\_)或者连字符(-)” (`pages/CopyImage.txt:39`)
    /// * no default: “默认值:空” (`pages/CopyImage.txt:41`)
    ///
    /// `DestinationImageName`, presence not stated, for example `YourImageName` (`pages/CopyImage.txt:37`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination_image_name: Option<String>,
    /// 复制后的镜像的描述。长度为2\~256个英文或中文字符,不能以http://和https://开头。
    ///
    /// 默认值:空
    ///
    /// * length 2 to 256 characters: “长度为2\~256个英文或中文字符” (`pages/CopyImage.txt:45`)
    /// * does not start with `http://`, `https://`: “不能以http://和https://开头” (`pages/CopyImage.txt:45`)
    /// * no default: “默认值:空” (`pages/CopyImage.txt:47`)
    ///
    /// `DestinationDescription`, presence not stated, for example `This is a description example.` (`pages/CopyImage.txt:43`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination_description: Option<String>,
    /// 是否对复制后的镜像加密。
    ///
    /// 默认值:false
    ///
    /// * default `false`: “默认值:false” (`pages/CopyImage.txt:53`)
    ///
    /// `Encrypted`, presence not stated, for example `false` (`pages/CopyImage.txt:49`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encrypted: Option<bool>,
    /// 加密镜像所用密钥的ID。
    ///
    /// `KMSKeyId`, presence not stated, for example `e522b26d-abf6-4e0d-b5da-04b7******3c` (`pages/CopyImage.txt:55`).
    #[serde(rename = "KMSKeyId", skip_serializing_if = "Option::is_none")]
    pub kms_key_id: Option<String>,
}

impl CopyImageRequest {
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

    /// With `DestinationRegionId`.
    #[must_use]
    pub fn with_destination_region_id(
        mut self,
        destination_region_id: impl Into<String>,
    ) -> Self {
        self.destination_region_id = Some(destination_region_id.into());
        self
    }

    /// With `DestinationImageName`.
    #[must_use]
    pub fn with_destination_image_name(
        mut self,
        destination_image_name: impl Into<String>,
    ) -> Self {
        self.destination_image_name = Some(destination_image_name.into());
        self
    }

    /// With `DestinationDescription`.
    #[must_use]
    pub fn with_destination_description(
        mut self,
        destination_description: impl Into<String>,
    ) -> Self {
        self.destination_description = Some(destination_description.into());
        self
    }

    /// With `Encrypted`.
    #[must_use]
    pub fn with_encrypted(mut self, encrypted: bool) -> Self {
        self.encrypted = Some(encrypted);
        self
    }

    /// With `KMSKeyId`.
    #[must_use]
    pub fn with_kms_key_id(mut self, kms_key_id: impl Into<String>) -> Self {
        self.kms_key_id = Some(kms_key_id.into());
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        let mut broken = wire::Violations::new();
        self.check(&mut broken);
        broken.into_result()
    }

    fn check(&self, broken: &mut wire::Violations) {
        if let Some(value) = &self.destination_image_name {
            check::length(
                broken,
                wire::Place {
                    parameter: "DestinationImageName",
                    page: "pages/CopyImage.txt:39",
                    words: "长度为2~128个英文或中文字符",
                },
                value,
                Some(2),
                Some(128),
                wire::LengthUnit::Chars,
            );
            check::starts_with(
                broken,
                wire::Place {
                    parameter: "DestinationImageName",
                    page: "pages/CopyImage.txt:39",
                    words: "必须以大小字母或中文开头",
                },
                value,
                &wire::CharSet {
                    upper: true,
                    lower: true,
                    chinese: true,
                    ..wire::CharSet::NONE
                },
            );
            check::not_starts_with(
                broken,
                wire::Place {
                    parameter: "DestinationImageName",
                    page: "pages/CopyImage.txt:39",
                    words: "不能以http://和https:// 开头",
                },
                value,
                &["http://", "https://"],
            );
        }
        if let Some(value) = &self.destination_description {
            check::length(
                broken,
                wire::Place {
                    parameter: "DestinationDescription",
                    page: "pages/CopyImage.txt:45",
                    words: "长度为2~256个英文或中文字符",
                },
                value,
                Some(2),
                Some(256),
                wire::LengthUnit::Chars,
            );
            check::not_starts_with(
                broken,
                wire::Place {
                    parameter: "DestinationDescription",
                    page: "pages/CopyImage.txt:45",
                    words: "不能以http://和https://开头",
                },
                value,
                &["http://", "https://"],
            );
        }
        let holds = self.encrypted == Some(true);
        if self.kms_key_id.is_some() && !holds {
            check::across(
                broken,
                wire::Place {
                    parameter: "KMSKeyId",
                    page: "pages/CopyImage.txt:127",
                    words: "The specified parameter Encrypted must be true when kmsKeyId is not empty.",
                },
                "requires that `Encrypted` is `true` when `KMSKeyId` is given",
            );
        }
    }
}

impl wire::Operation for CopyImageRequest {
    type Answer = CopyImageResponse;
    const NAME: &'static str = "CopyImage";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "ImageId",
            page: "pages/CopyImage.txt:25",
            words: "要复制的源自定义镜像的ID。",
        },
        wire::Place {
            parameter: "RegionId",
            page: "pages/CopyImage.txt:29",
            words: "源自定义镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。",
        },
        wire::Place {
            parameter: "DestinationRegionId",
            page: "pages/CopyImage.txt:33",
            words: "目标地域的ID,镜像将被复制到该地域。",
        },
        wire::Place {
            parameter: "DestinationImageName",
            page: "pages/CopyImage.txt:37",
            words: "复制后的镜像的名称。长度为2~128个英文或中文字符。必须以大小字母或中文开头,不能以http://和https:// 开头。可以包含数字、半角冒号(:)、下划线(_)或者连字符(-)。\n默认值:空",
        },
        wire::Place {
            parameter: "DestinationDescription",
            page: "pages/CopyImage.txt:43",
            words: "复制后的镜像的描述。长度为2~256个英文或中文字符,不能以http://和https://开头。\n默认值:空",
        },
        wire::Place {
            parameter: "Encrypted",
            page: "pages/CopyImage.txt:49",
            words: "是否对复制后的镜像加密。\n默认值:false",
        },
        wire::Place {
            parameter: "KMSKeyId",
            page: "pages/CopyImage.txt:55",
            words: "加密镜像所用密钥的ID。",
        },
    ];
    const REQUIRED: &'static [&'static str] = &[];
    const AGAIN: wire::Again = wire::Again::Never;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `CopyImage` answers, as `pages/CopyImage.txt:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CopyImageResponse {
    /// 复制得到的镜像的ID。
    ///
    /// `ImageId`, presence not stated, for example `m-bp1h46wfpjsjastd****` (`pages/CopyImage.txt:62`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// 本次请求的ID。
    ///
    /// `RequestId`, presence not stated, for example `473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E` (`pages/CopyImage.txt:66`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}
