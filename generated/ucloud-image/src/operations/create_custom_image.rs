//! `CreateCustomImage`, from `pages/create_custom_image.md`.
//!
//! 创建自制镜像
//!
//! * 以指定的UHost实例为来源，制作一个自定义镜像。 (`pages/create_custom_image.md:5`)

use serde::{Deserialize, Serialize};

/// 以指定的UHost实例为来源，制作一个自定义镜像。
///
/// What `CreateCustomImage` takes, as `pages/create_custom_image.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateCustomImageRequest {
    /// 资源所在的地域，取值参见 地域和可用区列表
    ///
    /// `Region`, required (`pages/create_custom_image.md:34`).
    #[serde(default)]
    pub region: String,
    /// 所在的可用区，取值参见 可用区列表
    ///
    /// `Zone`, optional (`pages/create_custom_image.md:35`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// 项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询
    ///
    /// `ProjectId`, optional (`pages/create_custom_image.md:36`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
    /// UHost实例ID，参见 DescribeUHostInstance
    ///
    /// `UHostId`, required (`pages/create_custom_image.md:37`).
    #[serde(rename = "UHostId", default)]
    pub uhost_id: String,
    /// 新镜像的名称
    ///
    /// `ImageName`, required (`pages/create_custom_image.md:38`).
    #[serde(default)]
    pub image_name: String,
    /// 新镜像的描述
    ///
    /// `ImageDescription`, optional (`pages/create_custom_image.md:39`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_description: Option<String>,
    /// 【数组】需要关联的云盘数据盘id列表。注意: 云盘数据盘需要开启快照服务
    ///
    /// `DataUDiskIds.N`, optional (`pages/create_custom_image.md:40`).
    #[serde(rename = "DataUDiskIds", default, skip_serializing_if = "Vec::is_empty")]
    pub data_udisk_ids: Vec<String>,
}

impl CreateCustomImageRequest {
    /// What the page requires, and nothing else.
    pub fn new(
        region: impl Into<String>,
        uhost_id: impl Into<String>,
        image_name: impl Into<String>,
    ) -> Self {
        Self {
            region: region.into(),
            zone: None,
            project_id: None,
            uhost_id: uhost_id.into(),
            image_name: image_name.into(),
            image_description: None,
            data_udisk_ids: Vec::new(),
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

    /// With `ImageDescription`.
    #[must_use]
    pub fn with_image_description(
        mut self,
        image_description: impl Into<String>,
    ) -> Self {
        self.image_description = Some(image_description.into());
        self
    }

    /// With `DataUDiskIds.N`.
    #[must_use]
    pub fn with_data_udisk_ids(
        mut self,
        data_udisk_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.data_udisk_ids = data_udisk_ids.into_iter().map(Into::into).collect();
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
    }
}

impl wire::Operation for CreateCustomImageRequest {
    type Answer = CreateCustomImageResponse;
    const NAME: &'static str = "CreateCustomImage";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "Region",
            page: "pages/create_custom_image.md:34",
            words: "资源所在的地域，取值参见 地域和可用区列表",
        },
        wire::Place {
            parameter: "Zone",
            page: "pages/create_custom_image.md:35",
            words: "所在的可用区，取值参见 可用区列表",
        },
        wire::Place {
            parameter: "ProjectId",
            page: "pages/create_custom_image.md:36",
            words: "项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询",
        },
        wire::Place {
            parameter: "UHostId",
            page: "pages/create_custom_image.md:37",
            words: "UHost实例ID，参见 DescribeUHostInstance",
        },
        wire::Place {
            parameter: "ImageName",
            page: "pages/create_custom_image.md:38",
            words: "新镜像的名称",
        },
        wire::Place {
            parameter: "ImageDescription",
            page: "pages/create_custom_image.md:39",
            words: "新镜像的描述",
        },
        wire::Place {
            parameter: "DataUDiskIds.N",
            page: "pages/create_custom_image.md:40",
            words: "【数组】需要关联的云盘数据盘id列表。注意: 云盘数据盘需要开启快照服务",
        },
    ];
    const REQUIRED: &'static [&'static str] = &["Region", "UHostId", "ImageName"];
    const AGAIN: wire::Again = wire::Again::Never;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `CreateCustomImage` answers, as `pages/create_custom_image.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CreateCustomImageResponse {
    /// 新镜像Id
    ///
    /// `ImageId`, optional (`pages/create_custom_image.md:49`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// 由云盘数据盘产生的快照id列表
    ///
    /// `DataSnapshotIds`, optional (`pages/create_custom_image.md:50`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub data_snapshot_ids: Vec<String>,
}
