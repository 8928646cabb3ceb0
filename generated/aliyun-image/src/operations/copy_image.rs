//! `CopyImage`, from `pages/CopyImage.md`.
//!
//! * 调用CopyImage把一个地域下的自定义镜像复制到其他地域。复制完成后，您可以在目标地域用该镜像创建ECS实例（RunInstances），也可以用它更换实例的系统盘（ReplaceSystemDisk）。 (`pages/CopyImage.md:3`)
//! * 使用该接口前，请先了解以下限制： (`pages/CopyImage.md:7`)
//! * 只有状态为可用（Available）的自定义镜像才能被复制。 (`pages/CopyImage.md:9`)
//! * 只能复制您自己账号下的自定义镜像，不能跨账号复制。 (`pages/CopyImage.md:10`)
//! * 镜像处于复制过程中时无法删除（DeleteImage），但可以取消复制任务（CancelCopyImage）。 (`pages/CopyImage.md:11`)

use serde::{Deserialize, Serialize};
use wire::check;

/// 调用CopyImage把一个地域下的自定义镜像复制到其他地域。复制完成后，您可以在目标地域用该镜像创建ECS实例（RunInstances），也可以用它更换实例的系统盘（ReplaceSystemDisk）。
///
/// What `CopyImage` takes, as `pages/CopyImage.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct CopyImageRequest {
    /// 要复制的源自定义镜像的ID。
    ///
    /// `ImageId`, required, for example `m-imageid1` (`pages/CopyImage.md:21`).
    #[serde(default)]
    pub image_id: String,
    /// 源自定义镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。
    ///
    /// `RegionId`, required, for example `cn-hangzhou` (`pages/CopyImage.md:24`).
    #[serde(default)]
    pub region_id: String,
    /// 目标镜像的描述。长度为2\~256个英文或中文字符，不能以http://和https://开头。
    ///
    /// 默认值：空。
    ///
    /// * length 2 to 256 characters: “长度为2\~256个英文或中文字符” (`pages/CopyImage.md:30`)
    /// * does not start with `http://`, `https://`: “不能以http://和https://开头” (`pages/CopyImage.md:30`)
    /// * no default: “默认值：空” (`pages/CopyImage.md:32`)
    ///
    /// `DestinationDescription`, optional, for example `FinanceDept` (`pages/CopyImage.md:30`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination_description: Option<String>,
    /// 目标镜像的名称。长度为2\~128个英文或中文字符。必须以大小字母或中文开头，不能以http://和https:// 开头。可以包含数字、半角冒号（:）、下划线（\_）或者连字符（-）。
    ///
    /// 默认值：空。
    ///
    /// * length 2 to 128 characters: “长度为2\~128个英文或中文字符” (`pages/CopyImage.md:35`)
    /// * starts with capital letters, small letters, chinese characters: “必须以大小字母或中文开头” (`pages/CopyImage.md:35`)
    /// * does not start with `http://`, `https://`: “不能以http://和https:// 开头” (`pages/CopyImage.md:35`)
    /// * made of capital letters, small letters, digits, chinese characters, `:`, `_`, `-` (likely, not checked): “可以包含数字、半角冒号（:）、下划线（\_）或者连字符（-）” (`pages/CopyImage.md:35`)
    /// * no default: “默认值：空” (`pages/CopyImage.md:37`)
    ///
    /// `DestinationImageName`, optional, for example `FinanceJoshua` (`pages/CopyImage.md:35`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination_image_name: Option<String>,
    /// 目标地域的ID，镜像将被复制到该地域。
    ///
    /// `DestinationRegionId`, optional, for example `cn-shanghai` (`pages/CopyImage.md:40`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination_region_id: Option<String>,
    /// 是否对镜像加密。
    ///
    /// `Encrypted`, optional, for example `false` (`pages/CopyImage.md:43`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encrypted: Option<bool>,
    /// `Tag.N`: the page documents what stands below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag: Vec<CopyImageRequestTag>,
}

impl CopyImageRequest {
    /// What the page requires, and nothing else.
    pub fn new(image_id: impl Into<String>, region_id: impl Into<String>) -> Self {
        Self {
            image_id: image_id.into(),
            region_id: region_id.into(),
            destination_description: None,
            destination_image_name: None,
            destination_region_id: None,
            encrypted: None,
            tag: Vec::new(),
        }
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

    /// With `DestinationImageName`.
    #[must_use]
    pub fn with_destination_image_name(
        mut self,
        destination_image_name: impl Into<String>,
    ) -> Self {
        self.destination_image_name = Some(destination_image_name.into());
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

    /// With `Encrypted`.
    #[must_use]
    pub fn with_encrypted(mut self, encrypted: bool) -> Self {
        self.encrypted = Some(encrypted);
        self
    }

    /// With `Tag.N`.
    #[must_use]
    pub fn with_tag(mut self, tag: Vec<CopyImageRequestTag>) -> Self {
        self.tag = tag;
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        let mut broken = wire::Violations::new();
        self.check(&mut broken);
        broken.into_result()
    }

    fn check(&self, broken: &mut wire::Violations) {
        if let Some(value) = &self.destination_description {
            check::length(
                broken,
                wire::Place {
                    parameter: "DestinationDescription",
                    page: "pages/CopyImage.md:30",
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
                    page: "pages/CopyImage.md:30",
                    words: "不能以http://和https://开头",
                },
                value,
                &["http://", "https://"],
            );
        }
        if let Some(value) = &self.destination_image_name {
            check::length(
                broken,
                wire::Place {
                    parameter: "DestinationImageName",
                    page: "pages/CopyImage.md:35",
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
                    page: "pages/CopyImage.md:35",
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
                    page: "pages/CopyImage.md:35",
                    words: "不能以http://和https:// 开头",
                },
                value,
                &["http://", "https://"],
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
            page: "pages/CopyImage.md:21",
            words: "要复制的源自定义镜像的ID。",
        },
        wire::Place {
            parameter: "RegionId",
            page: "pages/CopyImage.md:24",
            words: "源自定义镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。",
        },
        wire::Place {
            parameter: "DestinationDescription",
            page: "pages/CopyImage.md:30",
            words: "目标镜像的描述。长度为2~256个英文或中文字符，不能以http://和https://开头。\n默认值：空。",
        },
        wire::Place {
            parameter: "DestinationImageName",
            page: "pages/CopyImage.md:35",
            words: "目标镜像的名称。长度为2~128个英文或中文字符。必须以大小字母或中文开头，不能以http://和https:// 开头。可以包含数字、半角冒号（:）、下划线（_）或者连字符（-）。\n默认值：空。",
        },
        wire::Place {
            parameter: "DestinationRegionId",
            page: "pages/CopyImage.md:40",
            words: "目标地域的ID，镜像将被复制到该地域。",
        },
        wire::Place {
            parameter: "Encrypted",
            page: "pages/CopyImage.md:43",
            words: "是否对镜像加密。",
        },
        wire::Place {
            parameter: "Tag.N.Key",
            page: "pages/CopyImage.md:46",
            words: "为自定义镜像绑定的标签键。",
        },
        wire::Place {
            parameter: "Tag.N.Value",
            page: "pages/CopyImage.md:49",
            words: "为自定义镜像绑定的标签值。",
        },
    ];
    const REQUIRED: &'static [&'static str] = &["ImageId", "RegionId"];
    const AGAIN: wire::Again = wire::Again::Never;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// One `Tag.N` of the request.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CopyImageRequestTag {
    /// 为自定义镜像绑定的标签键。
    ///
    /// `Tag.N.Key`, optional, for example `FinanceJoshua` (`pages/CopyImage.md:46`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// 为自定义镜像绑定的标签值。
    ///
    /// `Tag.N.Value`, optional, for example `FinanceDept` (`pages/CopyImage.md:49`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl CopyImageRequestTag {
    /// With `Tag.N.Key`.
    #[must_use]
    pub fn with_key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// With `Tag.N.Value`.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }
}

/// What `CopyImage` answers, as `pages/CopyImage.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CopyImageResponse {
    /// 复制得到的镜像的ID。
    ///
    /// `ImageId`, presence not stated, for example `m-imageid2` (`pages/CopyImage.md:57`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// 本次请求的ID。
    ///
    /// `RequestId`, presence not stated, for example `473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E` (`pages/CopyImage.md:60`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}
