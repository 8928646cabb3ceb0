//! `DescribeRegions`, from `pages/DescribeRegions.md`.
//!
//! * 调用DescribeRegions查询您有权使用的阿里云地域。 (`pages/DescribeRegions.md:3`)

use serde::{Deserialize, Serialize};
use wire::check;

/// 调用DescribeRegions查询您有权使用的阿里云地域。
///
/// What `DescribeRegions` takes, as `pages/DescribeRegions.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeRegionsRequest {
    /// 返回结果所用的语言，可以是汉语、英语或日语，请参见RFC7231。取值范围：
    ///
    /// - zh-CN：中文
    /// - en-US：英文
    /// - ja：日文
    ///
    /// 默认值：zh-CN。
    ///
    /// * one of `zh-CN`, `en-US`, `ja`: “取值范围： - zh-CN：中文 - en-US：英文 - ja：日文” (`pages/DescribeRegions.md:13`)
    /// * default `zh-CN`: “默认值：zh-CN” (`pages/DescribeRegions.md:19`)
    ///
    /// `AcceptLanguage`, optional, for example `zh-CN` (`pages/DescribeRegions.md:13`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accept_language: Option<AcceptLanguage>,
    /// 实例的计费方式，请参见计费概述。取值范围：
    ///
    /// - PrePaid：包年包月。选择该方式时，您的账号必须支持余额支付或者信用支付，否则会报错InvalidPayMethod。
    /// - PostPaid（默认）：按量付费。
    ///
    /// * one of `PrePaid`, `PostPaid`: “取值范围： - PrePaid：包年包月。选择该方式时，您的账号必须支持余额支付或者信用支付，否则会报错InvalidPayMethod。 - PostPaid（默认）：按量付费。” (`pages/DescribeRegions.md:25`)
    /// * default `PostPaid`: “取值范围： - PrePaid：包年包月。选择该方式时，您的账号必须支持余额支付或者信用支付，否则会报错InvalidPayMethod。 - PostPaid（默认）：按量付费。” (`pages/DescribeRegions.md:25`)
    ///
    /// `InstanceChargeType`, optional, for example `PrePaid` (`pages/DescribeRegions.md:25`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance_charge_type: Option<InstanceChargeType>,
    /// 要查询的资源类型。
    ///
    /// `ResourceType`, optional, for example `Instance` (`pages/DescribeRegions.md:31`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<String>,
}

impl DescribeRegionsRequest {
    /// With `AcceptLanguage`.
    #[must_use]
    pub fn with_accept_language(
        mut self,
        accept_language: impl Into<AcceptLanguage>,
    ) -> Self {
        self.accept_language = Some(accept_language.into());
        self
    }

    /// With `InstanceChargeType`.
    #[must_use]
    pub fn with_instance_charge_type(
        mut self,
        instance_charge_type: impl Into<InstanceChargeType>,
    ) -> Self {
        self.instance_charge_type = Some(instance_charge_type.into());
        self
    }

    /// With `ResourceType`.
    #[must_use]
    pub fn with_resource_type(mut self, resource_type: impl Into<String>) -> Self {
        self.resource_type = Some(resource_type.into());
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        let mut broken = wire::Violations::new();
        self.check(&mut broken);
        broken.into_result()
    }

    fn check(&self, broken: &mut wire::Violations) {
        if let Some(value) = &self.accept_language {
            check::one_of(
                broken,
                wire::Place {
                    parameter: "AcceptLanguage",
                    page: "pages/DescribeRegions.md:13",
                    words: "取值范围：\n- zh-CN：中文\n- en-US：英文\n- ja：日文",
                },
                value.as_str(),
                AcceptLanguage::DOCUMENTED,
            );
        }
        if let Some(value) = &self.instance_charge_type {
            check::one_of(
                broken,
                wire::Place {
                    parameter: "InstanceChargeType",
                    page: "pages/DescribeRegions.md:25",
                    words: "取值范围：\n- PrePaid：包年包月。选择该方式时，您的账号必须支持余额支付或者信用支付，否则会报错InvalidPayMethod。\n- PostPaid（默认）：按量付费。",
                },
                value.as_str(),
                InstanceChargeType::DOCUMENTED,
            );
        }
    }
}

impl wire::Operation for DescribeRegionsRequest {
    type Answer = DescribeRegionsResponse;
    const NAME: &'static str = "DescribeRegions";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "AcceptLanguage",
            page: "pages/DescribeRegions.md:13",
            words: "返回结果所用的语言，可以是汉语、英语或日语，请参见RFC7231。取值范围：\n- zh-CN：中文\n- en-US：英文\n- ja：日文\n默认值：zh-CN。",
        },
        wire::Place {
            parameter: "InstanceChargeType",
            page: "pages/DescribeRegions.md:25",
            words: "实例的计费方式，请参见计费概述。取值范围：\n- PrePaid：包年包月。选择该方式时，您的账号必须支持余额支付或者信用支付，否则会报错InvalidPayMethod。\n- PostPaid（默认）：按量付费。",
        },
        wire::Place {
            parameter: "ResourceType",
            page: "pages/DescribeRegions.md:31",
            words: "要查询的资源类型。",
        },
    ];
    const REQUIRED: &'static [&'static str] = &[];
    const AGAIN: wire::Again = wire::Again::Always;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `DescribeRegions` answers, as `pages/DescribeRegions.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeRegionsResponse {
    /// 由地域信息组成的集合。
    ///
    /// `Regions`, presence not stated (`pages/DescribeRegions.md:39`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regions: Option<DescribeRegionsResponseRegions>,
    /// 本次请求的ID。
    ///
    /// `RequestId`, presence not stated, for example `473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E` (`pages/DescribeRegions.md:57`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// One `Regions` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeRegionsResponseRegions {
    /// `Regions.Region`, presence not stated (`pages/DescribeRegions.md:100`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub region: Vec<DescribeRegionsResponseRegionsRegion>,
}

/// One `Regions.Region` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeRegionsResponseRegionsRegion {
    /// 地域的名称。
    ///
    /// `Regions.Region.N.LocalName`, presence not stated, for example `华北 1` (`pages/DescribeRegions.md:42`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local_name: Option<String>,
    /// 访问该地域所用的接入地址（Endpoint）。
    ///
    /// `Regions.Region.N.RegionEndpoint`, presence not stated, for example `ecs.aliyuncs.com` (`pages/DescribeRegions.md:45`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region_endpoint: Option<String>,
    /// 地域的ID。
    ///
    /// `Regions.Region.N.RegionId`, presence not stated, for example `cn-shanghai-et2-bo1` (`pages/DescribeRegions.md:48`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region_id: Option<String>,
    /// 该集群是否已经售罄，可能值：
    ///
    /// - available
    /// - soldOut
    ///
    /// * one of `available`, `soldOut`: “可能值： - available - soldOut” (`pages/DescribeRegions.md:51`)
    ///
    /// `Regions.Region.N.Status`, presence not stated, for example `available` (`pages/DescribeRegions.md:51`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

/// The documented values of `AcceptLanguage`, and room for others.
///
/// 取值范围：
///
/// - zh-CN：中文
/// - en-US：英文
/// - ja：日文
///
/// Documented at `pages/DescribeRegions.md:13`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum AcceptLanguage {
    /// `zh-CN`.
    ///
    /// 中文
    ZhCn,
    /// `en-US`.
    ///
    /// 英文
    EnUs,
    /// `ja`.
    ///
    /// 日文
    Ja,
    /// A value that the page does not document.
    Other(String),
}

impl AcceptLanguage {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["zh-CN", "en-US", "ja"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::EnUs => "en-US",
            Self::Ja => "ja",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for AcceptLanguage {
    fn from(value: String) -> Self {
        match value.as_str() {
            "zh-CN" => Self::ZhCn,
            "en-US" => Self::EnUs,
            "ja" => Self::Ja,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for AcceptLanguage {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<AcceptLanguage> for String {
    fn from(value: AcceptLanguage) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for AcceptLanguage {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// The documented values of `InstanceChargeType`, and room for others.
///
/// 取值范围：
///
/// - PrePaid：包年包月。选择该方式时，您的账号必须支持余额支付或者信用支付，否则会报错InvalidPayMethod。
/// - PostPaid（默认）：按量付费。
///
/// Documented at `pages/DescribeRegions.md:25`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum InstanceChargeType {
    /// `PrePaid`.
    ///
    /// 包年包月。选择该方式时，您的账号必须支持余额支付或者信用支付，否则会报错InvalidPayMethod。
    PrePaid,
    /// `PostPaid`.
    ///
    /// 按量付费。
    PostPaid,
    /// A value that the page does not document.
    Other(String),
}

impl InstanceChargeType {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["PrePaid", "PostPaid"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::PrePaid => "PrePaid",
            Self::PostPaid => "PostPaid",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for InstanceChargeType {
    fn from(value: String) -> Self {
        match value.as_str() {
            "PrePaid" => Self::PrePaid,
            "PostPaid" => Self::PostPaid,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for InstanceChargeType {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<InstanceChargeType> for String {
    fn from(value: InstanceChargeType) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for InstanceChargeType {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// The documented values of `Status`, and room for others.
///
/// 可能值：
///
/// - available
/// - soldOut
///
/// Documented at `pages/DescribeRegions.md:51`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Status {
    /// `available`.
    Available,
    /// `soldOut`.
    SoldOut,
    /// A value that the page does not document.
    Other(String),
}

impl Status {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["available", "soldOut"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Available => "available",
            Self::SoldOut => "soldOut",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for Status {
    fn from(value: String) -> Self {
        match value.as_str() {
            "available" => Self::Available,
            "soldOut" => Self::SoldOut,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for Status {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<Status> for String {
    fn from(value: Status) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for Status {
    fn default() -> Self {
        Self::Other(String::new())
    }
}
