//! `DescribeImage`, from `pages/describe_image.md`.
//!
//! 获取镜像列表
//!
//! * 查询指定地域下的镜像列表，可以按操作系统类型、镜像Id等条件过滤。 (`pages/describe_image.md:5`)

use serde::{Deserialize, Serialize};

/// 查询指定地域下的镜像列表，可以按操作系统类型、镜像Id等条件过滤。
///
/// What `DescribeImage` takes, as `pages/describe_image.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct DescribeImageRequest {
    /// 资源所在的地域，取值参见 地域和可用区列表
    ///
    /// `Region`, required (`pages/describe_image.md:34`).
    #[serde(default)]
    pub region: String,
    /// 所在的可用区，取值参见 可用区列表
    ///
    /// `Zone`, optional (`pages/describe_image.md:35`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// 项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询
    ///
    /// `ProjectId`, optional (`pages/describe_image.md:36`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
    /// 镜像类型。标准镜像：Base，镜像市场：Business， 自定义镜像：Custom，不填则默认返回所有类型
    ///
    /// * one of `Base`, `Business`, `Custom` (likely, not checked): “标准镜像：Base，镜像市场：Business， 自定义镜像：Custom” (`pages/describe_image.md:37`)
    ///
    /// `ImageType`, optional (`pages/describe_image.md:37`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_type: Option<String>,
    /// 镜像归属,枚举值:\["gpu","app","uhost"\]。"gpu":
    /// 已针对gpu处理的行业镜像；"app"：供轻量云主机专用的镜像；"uhost"：云主机镜像市场中的行业镜像。FuncType传参错误会被忽略
    ///
    /// * one of `gpu`, `app`, `uhost` (likely, not checked): “枚举值:\["gpu","app","uhost"\]” (`pages/describe_image.md:38`)
    ///
    /// `FuncType`, optional (`pages/describe_image.md:38`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub func_type: Option<String>,
    /// 操作系统类型：Linux， Windows，不填则默认返回所有类型
    ///
    /// * one of `Linux`, `Windows` (likely, not checked): “Linux， Windows” (`pages/describe_image.md:39`)
    ///
    /// `OsType`, optional (`pages/describe_image.md:39`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub os_type: Option<String>,
    /// 要查询的镜像Id
    ///
    /// `ImageId`, optional (`pages/describe_image.md:40`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// 要查询的镜像Id列表
    ///
    /// `ImageIds.N`, optional (`pages/describe_image.md:41`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub image_ids: Vec<String>,
    /// 所属业务组的Id。默认：Default
    ///
    /// * default `Default`: “默认：Default” (`pages/describe_image.md:42`)
    ///
    /// `Tag`, optional (`pages/describe_image.md:42`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// 列表的起始位置偏移量，默认为0
    ///
    /// * default `0`: “默认为0” (`pages/describe_image.md:43`)
    ///
    /// `Offset`, optional (`pages/describe_image.md:43`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// 返回的数据长度，默认为20
    ///
    /// * default `20`: “默认为20” (`pages/describe_image.md:44`)
    ///
    /// `Limit`, optional (`pages/describe_image.md:44`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
    /// 是否需要返回价格：1返回，0不返回；默认不返回
    ///
    /// * one of `1`, `0` (likely, not checked): “1返回，0不返回” (`pages/describe_image.md:45`)
    /// * default `0` (likely, not checked): “默认不返回” (`pages/describe_image.md:45`)
    ///
    /// `PriceSet`, optional (`pages/describe_image.md:45`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price_set: Option<i64>,
}

impl DescribeImageRequest {
    /// What the page requires, and nothing else.
    pub fn new(region: impl Into<String>) -> Self {
        Self {
            region: region.into(),
            zone: None,
            project_id: None,
            image_type: None,
            func_type: None,
            os_type: None,
            image_id: None,
            image_ids: Vec::new(),
            tag: None,
            offset: None,
            limit: None,
            price_set: None,
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

    /// With `ImageType`.
    #[must_use]
    pub fn with_image_type(mut self, image_type: impl Into<String>) -> Self {
        self.image_type = Some(image_type.into());
        self
    }

    /// With `FuncType`.
    #[must_use]
    pub fn with_func_type(mut self, func_type: impl Into<String>) -> Self {
        self.func_type = Some(func_type.into());
        self
    }

    /// With `OsType`.
    #[must_use]
    pub fn with_os_type(mut self, os_type: impl Into<String>) -> Self {
        self.os_type = Some(os_type.into());
        self
    }

    /// With `ImageId`.
    #[must_use]
    pub fn with_image_id(mut self, image_id: impl Into<String>) -> Self {
        self.image_id = Some(image_id.into());
        self
    }

    /// With `ImageIds.N`.
    #[must_use]
    pub fn with_image_ids(
        mut self,
        image_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.image_ids = image_ids.into_iter().map(Into::into).collect();
        self
    }

    /// With `Tag`.
    #[must_use]
    pub fn with_tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }

    /// With `Offset`.
    #[must_use]
    pub fn with_offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// With `Limit`.
    #[must_use]
    pub fn with_limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// With `PriceSet`.
    #[must_use]
    pub fn with_price_set(mut self, price_set: i64) -> Self {
        self.price_set = Some(price_set);
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
    }
}

impl wire::Operation for DescribeImageRequest {
    type Answer = DescribeImageResponse;
    const NAME: &'static str = "DescribeImage";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "Region",
            page: "pages/describe_image.md:34",
            words: "资源所在的地域，取值参见 地域和可用区列表",
        },
        wire::Place {
            parameter: "Zone",
            page: "pages/describe_image.md:35",
            words: "所在的可用区，取值参见 可用区列表",
        },
        wire::Place {
            parameter: "ProjectId",
            page: "pages/describe_image.md:36",
            words: "项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询",
        },
        wire::Place {
            parameter: "ImageType",
            page: "pages/describe_image.md:37",
            words: "镜像类型。标准镜像：Base，镜像市场：Business， 自定义镜像：Custom，不填则默认返回所有类型",
        },
        wire::Place {
            parameter: "FuncType",
            page: "pages/describe_image.md:38",
            words: "镜像归属,枚举值:[\"gpu\",\"app\",\"uhost\"]。\"gpu\": 已针对gpu处理的行业镜像；\"app\"：供轻量云主机专用的镜像；\"uhost\"：云主机镜像市场中的行业镜像。FuncType传参错误会被忽略",
        },
        wire::Place {
            parameter: "OsType",
            page: "pages/describe_image.md:39",
            words: "操作系统类型：Linux， Windows，不填则默认返回所有类型",
        },
        wire::Place {
            parameter: "ImageId",
            page: "pages/describe_image.md:40",
            words: "要查询的镜像Id",
        },
        wire::Place {
            parameter: "ImageIds.N",
            page: "pages/describe_image.md:41",
            words: "要查询的镜像Id列表",
        },
        wire::Place {
            parameter: "Tag",
            page: "pages/describe_image.md:42",
            words: "所属业务组的Id。默认：Default",
        },
        wire::Place {
            parameter: "Offset",
            page: "pages/describe_image.md:43",
            words: "列表的起始位置偏移量，默认为0",
        },
        wire::Place {
            parameter: "Limit",
            page: "pages/describe_image.md:44",
            words: "返回的数据长度，默认为20",
        },
        wire::Place {
            parameter: "PriceSet",
            page: "pages/describe_image.md:45",
            words: "是否需要返回价格：1返回，0不返回；默认不返回",
        },
    ];
    const REQUIRED: &'static [&'static str] = &["Region"];
    const AGAIN: wire::Again = wire::Again::Always;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

impl wire::Paged for DescribeImageRequest {
    fn next(mut self, answer: &Self::Answer) -> Option<Self> {
        self.offset = Some(
            wire::paging::next_offset(
                self.offset,
                self.limit,
                answer.image_set.len(),
                answer.total_count,
            )?,
        );
        Some(self)
    }
}

/// What `DescribeImage` answers, as `pages/describe_image.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeImageResponse {
    /// 符合条件的镜像总数
    ///
    /// `TotalCount`, optional (`pages/describe_image.md:54`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_count: Option<i64>,
    /// 镜像列表，字段见 UHostImageSet
    ///
    /// `ImageSet`, optional (`pages/describe_image.md:55`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub image_set: Vec<UHostImageSet>,
}

/// One `UHostImageSet` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct UHostImageSet {
    /// 镜像所在的可用区，参见 可用区列表
    ///
    /// `UHostImageSet.Zone`, optional (`pages/describe_image.md:64`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// 镜像的ID
    ///
    /// `UHostImageSet.ImageId`, optional (`pages/describe_image.md:65`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// 镜像的名称
    ///
    /// `UHostImageSet.ImageName`, optional (`pages/describe_image.md:66`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_name: Option<String>,
    /// 所属业务组
    ///
    /// `UHostImageSet.Tag`, optional (`pages/describe_image.md:67`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// 操作系统的类型：Linux，Windows
    ///
    /// * one of `Linux`, `Windows` (likely, not checked): “Linux，Windows” (`pages/describe_image.md:68`)
    ///
    /// `UHostImageSet.OsType`, optional (`pages/describe_image.md:68`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub os_type: Option<String>,
    /// 操作系统的名称
    ///
    /// `UHostImageSet.OsName`, optional (`pages/describe_image.md:69`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub os_name: Option<String>,
    /// 镜像类型， 标准镜像：Base， 行业镜像：Business，自定义镜像：Custom
    ///
    /// * one of `Base`, `Business`, `Custom` (likely, not checked): “标准镜像：Base， 行业镜像：Business，自定义镜像：Custom” (`pages/describe_image.md:70`)
    ///
    /// `UHostImageSet.ImageType`, optional (`pages/describe_image.md:70`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_type: Option<String>,
    /// 镜像的特殊状态标识，目前包含NetEnhnced（网络增强1.0）, NetEnhanced\_Ultra（网络增强2.0）, NetEnhanced\_Extreme（网络增强3.0）,
    /// HotPlug(热升级), GPU（GPU镜像）,CloudInit,
    /// IPv6（支持IPv6网络）,RssdAttachable（支持RSSD云盘）,Vgpu\_AMD（支持AMD的vgpu）,Vgpu\_NVIDIA（支持NVIDIA的vgpu）,Aarch64\_Type（支持arm64架构）
    ///
    /// `UHostImageSet.Features`, optional (`pages/describe_image.md:71`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<String>,
    /// 镜像归属,枚举值:\["gpu","app","uhost"\]。"gpu": 已针对gpu处理的行业镜像；"app"：供轻量云主机专用的镜像；"uhost"：云主机镜像市场中的行业镜像
    ///
    /// * one of `gpu`, `app`, `uhost`: “枚举值:\["gpu","app","uhost"\]” (`pages/describe_image.md:72`)
    ///
    /// `UHostImageSet.FuncType`, optional (`pages/describe_image.md:72`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub func_type: Option<FuncType>,
    /// 所集成软件的名称（仅行业镜像将返回这个值）
    ///
    /// `UHostImageSet.IntegratedSoftware`, optional (`pages/describe_image.md:73`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integrated_software: Option<String>,
    /// 镜像的供应商（仅行业镜像将返回这个值）
    ///
    /// `UHostImageSet.Vendor`, optional (`pages/describe_image.md:74`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor: Option<String>,
    /// 介绍页面的链接（仅行业镜像将返回这个值）
    ///
    /// `UHostImageSet.Links`, optional (`pages/describe_image.md:75`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub links: Option<String>,
    /// 镜像当前的状态， 可用：Available，制作中：Making， 不可用：Unavailable，复制中：Copying
    ///
    /// * one of `Available`, `Making`, `Unavailable`, `Copying` (likely, not checked): “可用：Available，制作中：Making， 不可用：Unavailable，复制中：Copying” (`pages/describe_image.md:76`)
    ///
    /// `UHostImageSet.State`, optional (`pages/describe_image.md:76`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// 镜像的描述
    ///
    /// `UHostImageSet.ImageDescription`, optional (`pages/describe_image.md:77`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_description: Option<String>,
    /// 镜像的创建时间，格式为Unix时间戳
    ///
    /// * format timestamp (likely, not checked): “Unix时间” (`pages/describe_image.md:78`)
    ///
    /// `UHostImageSet.CreateTime`, optional (`pages/describe_image.md:78`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub create_time: Option<i64>,
    /// 镜像的大小
    ///
    /// `UHostImageSet.ImageSize`, optional (`pages/describe_image.md:79`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_size: Option<i64>,
    /// 要求的最低CPU平台。默认值为空；CentOS 7.3/7.4/7.5等镜像会标记为“Broadwell”
    ///
    /// * no default: “默认值为空” (`pages/describe_image.md:80`)
    ///
    /// `UHostImageSet.MinimalCPU`, optional (`pages/describe_image.md:80`).
    #[serde(rename = "MinimalCPU", skip_serializing_if = "Option::is_none")]
    pub minimal_cpu: Option<String>,
    /// 系统停止维护（EOL）的时间，格式：YYYY/MM/DD
    ///
    /// `UHostImageSet.MaintainEol`, optional (`pages/describe_image.md:81`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maintain_eol: Option<String>,
    /// 镜像关联的云盘数据盘快照Id列表
    ///
    /// `UHostImageSet.DataSnapshotIds`, optional (`pages/describe_image.md:82`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub data_snapshot_ids: Vec<String>,
    /// 镜像支持的GPU机型
    ///
    /// `UHostImageSet.SupportedGPUTypes`, optional (`pages/describe_image.md:83`).
    #[serde(rename = "SupportedGPUTypes", skip_serializing_if = "Vec::is_empty")]
    pub supported_gpu_types: Vec<String>,
    /// 镜像的场景分类，目前包含Featured（精选），PreInstalledDrivers（预装驱动），AIPainting（AI绘画），AIModels（AI模型），HPC（高性能计算）
    ///
    /// * one of `Featured`, `PreInstalledDrivers`, `AIPainting`, `AIModels`, `HPC` (likely, not checked): “Featured（精选），PreInstalledDrivers（预装驱动），AIPainting（AI绘画），AIModels（AI模型），HPC（高性能计算）” (`pages/describe_image.md:84`)
    ///
    /// `UHostImageSet.SceneCategories`, optional (`pages/describe_image.md:84`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scene_categories: Vec<String>,
    /// 安装的主要软件
    ///
    /// `UHostImageSet.PrimarySoftware`, optional (`pages/describe_image.md:85`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary_software: Option<String>,
    /// 镜像各计费方式的价格信息
    ///
    /// `UHostImageSet.PriceSet`, optional (`pages/describe_image.md:86`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub price_set: Vec<BasePriceSet>,
}

/// One `BasePriceSet` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct BasePriceSet {
    /// 计费的类型
    ///
    /// `BasePriceSet.ChargeType`, optional (`pages/describe_image.md:92`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_type: Option<String>,
    /// 价格，单位: 元，小数点后保留两位有效数字
    ///
    /// `BasePriceSet.Price`, optional (`pages/describe_image.md:93`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<f64>,
    /// 限时优惠折扣之前的原价（即列表价乘以商务折扣后的单价）。
    ///
    /// `BasePriceSet.OriginalPrice`, optional (`pages/describe_image.md:94`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original_price: Option<f64>,
}

/// The documented values of `FuncType`, and room for others.
///
/// 枚举值:\["gpu","app","uhost"\]
///
/// Documented at `pages/describe_image.md:72`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum FuncType {
    /// `gpu`.
    Gpu,
    /// `app`.
    App,
    /// `uhost`.
    Uhost,
    /// A value that the page does not document.
    Other(String),
}

impl FuncType {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["gpu", "app", "uhost"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Gpu => "gpu",
            Self::App => "app",
            Self::Uhost => "uhost",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for FuncType {
    fn from(value: String) -> Self {
        match value.as_str() {
            "gpu" => Self::Gpu,
            "app" => Self::App,
            "uhost" => Self::Uhost,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for FuncType {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<FuncType> for String {
    fn from(value: FuncType) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for FuncType {
    fn default() -> Self {
        Self::Other(String::new())
    }
}
