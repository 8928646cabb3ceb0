//! `DescribeImage`, from `pages/describe_image.txt`.
//!
//! Get Image List
//!
//! * Lists the images of the specified region; the list can be filtered by operating system type and image Id. (`pages/describe_image.txt:3`)

use serde::{Deserialize, Serialize};

/// Lists the images of the specified region; the list can be filtered by operating system type and
/// image Id.
///
/// What `DescribeImage` takes, as `pages/describe_image.txt:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct DescribeImageRequest {
    /// Region to operate in. See List of Regions and Availability Zones
    ///
    /// `Region`, required (`pages/describe_image.txt:14`).
    #[serde(default)]
    pub region: String,
    /// Availability zone. See Availability Zone List
    ///
    /// `Zone`, optional (`pages/describe_image.txt:15`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Project ID. The default project is used if it is not filled in; sub-accounts must fill it in. It can
    /// be looked up with the GetProjectList interface.
    ///
    /// `ProjectId`, optional (`pages/describe_image.txt:16`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
    /// Image type. Standard image: Base, image market: Business, custom image: Custom. All types are
    /// returned by default
    ///
    /// `ImageType`, optional (`pages/describe_image.txt:17`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_type: Option<String>,
    /// Ownership of the image, enumeration values: \["gpu","app","uhost"\]. "gpu": industry image prepared
    /// for gpu; "app": image only for lightweight cloud hosts; "uhost": industry image of the cloud host
    /// image market. A wrong FuncType is ignored
    ///
    /// * one of `gpu`, `app`, `uhost` (likely, not checked): “enumeration values: \["gpu","app","uhost"\]” (`pages/describe_image.txt:18`)
    ///
    /// `FuncType`, optional (`pages/describe_image.txt:18`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub func_type: Option<String>,
    /// Operating system type: Linux, Windows. All types are returned by default
    ///
    /// `OsType`, optional (`pages/describe_image.txt:19`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub os_type: Option<String>,
    /// Id of the image to look up
    ///
    /// `ImageId`, optional (`pages/describe_image.txt:20`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// List of the ids of the images to look up
    ///
    /// `ImageIds.N`, optional (`pages/describe_image.txt:21`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub image_ids: Vec<String>,
    /// Id of the business group. Default: Default
    ///
    /// * default `Default`: “Default: Default” (`pages/describe_image.txt:22`)
    ///
    /// `Tag`, optional (`pages/describe_image.txt:22`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// Offset of the start of the list, default is 0
    ///
    /// * default `0`: “default is 0” (`pages/describe_image.txt:23`)
    ///
    /// `Offset`, optional (`pages/describe_image.txt:23`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// Length of the returned data, default is 20
    ///
    /// * default `20`: “default is 20” (`pages/describe_image.txt:24`)
    ///
    /// `Limit`, optional (`pages/describe_image.txt:24`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
    /// Whether to return prices: 1 return, 0 do not return; not returned by default
    ///
    /// `PriceSet`, optional (`pages/describe_image.txt:25`).
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
            page: "pages/describe_image.txt:14",
            words: "Region to operate in. See List of Regions and Availability Zones",
        },
        wire::Place {
            parameter: "Zone",
            page: "pages/describe_image.txt:15",
            words: "Availability zone. See Availability Zone List",
        },
        wire::Place {
            parameter: "ProjectId",
            page: "pages/describe_image.txt:16",
            words: "Project ID. The default project is used if it is not filled in; sub-accounts must fill it in. It can be looked up with the GetProjectList interface.",
        },
        wire::Place {
            parameter: "ImageType",
            page: "pages/describe_image.txt:17",
            words: "Image type. Standard image: Base, image market: Business, custom image: Custom. All types are returned by default",
        },
        wire::Place {
            parameter: "FuncType",
            page: "pages/describe_image.txt:18",
            words: "Ownership of the image, enumeration values: [\"gpu\",\"app\",\"uhost\"]. \"gpu\": industry image prepared for gpu; \"app\": image only for lightweight cloud hosts; \"uhost\": industry image of the cloud host image market. A wrong FuncType is ignored",
        },
        wire::Place {
            parameter: "OsType",
            page: "pages/describe_image.txt:19",
            words: "Operating system type: Linux, Windows. All types are returned by default",
        },
        wire::Place {
            parameter: "ImageId",
            page: "pages/describe_image.txt:20",
            words: "Id of the image to look up",
        },
        wire::Place {
            parameter: "ImageIds.N",
            page: "pages/describe_image.txt:21",
            words: "List of the ids of the images to look up",
        },
        wire::Place {
            parameter: "Tag",
            page: "pages/describe_image.txt:22",
            words: "Id of the business group. Default: Default",
        },
        wire::Place {
            parameter: "Offset",
            page: "pages/describe_image.txt:23",
            words: "Offset of the start of the list, default is 0",
        },
        wire::Place {
            parameter: "Limit",
            page: "pages/describe_image.txt:24",
            words: "Length of the returned data, default is 20",
        },
        wire::Place {
            parameter: "PriceSet",
            page: "pages/describe_image.txt:25",
            words: "Whether to return prices: 1 return, 0 do not return; not returned by default",
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

/// What `DescribeImage` answers, as `pages/describe_image.txt:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeImageResponse {
    /// Total number of images that meet the conditions
    ///
    /// `TotalCount`, optional (`pages/describe_image.txt:32`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_count: Option<i64>,
    /// List of images, see UHostImageSet
    ///
    /// `ImageSet`, optional (`pages/describe_image.txt:33`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub image_set: Vec<UHostImageSet>,
}

/// One `UHostImageSet` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct UHostImageSet {
    /// Availability zone of the image, see Availability Zone List
    ///
    /// `UHostImageSet.Zone`, optional (`pages/describe_image.txt:38`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Image ID
    ///
    /// `UHostImageSet.ImageId`, optional (`pages/describe_image.txt:39`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// Image name
    ///
    /// `UHostImageSet.ImageName`, optional (`pages/describe_image.txt:40`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_name: Option<String>,
    /// Business group
    ///
    /// `UHostImageSet.Tag`, optional (`pages/describe_image.txt:41`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// Operating system type: Linux, Windows
    ///
    /// `UHostImageSet.OsType`, optional (`pages/describe_image.txt:42`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub os_type: Option<String>,
    /// Operating system name
    ///
    /// `UHostImageSet.OsName`, optional (`pages/describe_image.txt:43`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub os_name: Option<String>,
    /// Image type. Standard image: Base, industry image: Business, custom image: Custom
    ///
    /// `UHostImageSet.ImageType`, optional (`pages/describe_image.txt:44`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_type: Option<String>,
    /// Special status marks, at present NetEnhnced (network enhancement 1.0), NetEnhanced\_Ultra (network
    /// enhancement 2.0), NetEnhanced\_Extreme (network enhancement 3.0), HotPlug (hot upgrade), GPU (GPU
    /// image), CloudInit, IPv6 (supports IPv6 networks), RssdAttachable (supports RSSD cloud disks),
    /// Vgpu\_AMD (supports AMD vgpu), Vgpu\_NVIDIA (supports NVIDIA vgpu), Aarch64\_Type (supports the
    /// arm64 architecture)
    ///
    /// `UHostImageSet.Features`, optional (`pages/describe_image.txt:45`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<String>,
    /// Ownership of the image, enumeration values: \["gpu","app","uhost"\]. "gpu": industry image prepared
    /// for gpu; "app": image only for lightweight cloud hosts; "uhost": industry image of the cloud host
    /// image market
    ///
    /// * one of `gpu`, `app`, `uhost`: “enumeration values: \["gpu","app","uhost"\]” (`pages/describe_image.txt:46`)
    ///
    /// `UHostImageSet.FuncType`, optional (`pages/describe_image.txt:46`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub func_type: Option<FuncType>,
    /// Name of the integrated software (this value is only returned for industry images)
    ///
    /// `UHostImageSet.IntegratedSoftware`, optional (`pages/describe_image.txt:47`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integrated_software: Option<String>,
    /// Vendor of the image (this value is only returned for industry images)
    ///
    /// `UHostImageSet.Vendor`, optional (`pages/describe_image.txt:48`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor: Option<String>,
    /// Link to the introduction (this value is only returned for industry images)
    ///
    /// `UHostImageSet.Links`, optional (`pages/describe_image.txt:49`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub links: Option<String>,
    /// Image status, available: Available, being made: Making, unavailable: Unavailable, being copied:
    /// Copying
    ///
    /// `UHostImageSet.State`, optional (`pages/describe_image.txt:50`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Image description
    ///
    /// `UHostImageSet.ImageDescription`, optional (`pages/describe_image.txt:51`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_description: Option<String>,
    /// Creation time, in the format of a Unix timestamp
    ///
    /// * format timestamp (likely, not checked): “Unix timestamp” (`pages/describe_image.txt:52`)
    ///
    /// `UHostImageSet.CreateTime`, optional (`pages/describe_image.txt:52`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub create_time: Option<i64>,
    /// Image size
    ///
    /// `UHostImageSet.ImageSize`, optional (`pages/describe_image.txt:53`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_size: Option<i64>,
    /// Minimal CPU platform. The default value is empty; images such as CentOS 7.3/7.4/7.5 are marked as
    /// "Broadwell"
    ///
    /// * no default: “default value is empty” (`pages/describe_image.txt:54`)
    ///
    /// `UHostImageSet.MinimalCPU`, optional (`pages/describe_image.txt:54`).
    #[serde(rename = "MinimalCPU", skip_serializing_if = "Option::is_none")]
    pub minimal_cpu: Option<String>,
    /// Time of the EOL of the system, format: YYYY/MM/DD
    ///
    /// `UHostImageSet.MaintainEol`, optional (`pages/describe_image.txt:55`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maintain_eol: Option<String>,
    /// List of the snapshot Ids of the associated cloud data disks
    ///
    /// `UHostImageSet.DataSnapshotIds`, optional (`pages/describe_image.txt:56`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub data_snapshot_ids: Vec<String>,
    /// GPU models that the image supports
    ///
    /// `UHostImageSet.SupportedGPUTypes`, optional (`pages/describe_image.txt:57`).
    #[serde(rename = "SupportedGPUTypes", skip_serializing_if = "Vec::is_empty")]
    pub supported_gpu_types: Vec<String>,
    /// Scene categories, at present Featured (selected), PreInstalledDrivers (drivers installed),
    /// AIPainting (AI painting), AIModels (AI models), HPC (high performance computing)
    ///
    /// `UHostImageSet.SceneCategories`, optional (`pages/describe_image.txt:58`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scene_categories: Vec<String>,
    /// Main software that is installed
    ///
    /// `UHostImageSet.PrimarySoftware`, optional (`pages/describe_image.txt:59`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary_software: Option<String>,
    /// Price information of the image
    ///
    /// `UHostImageSet.PriceSet`, optional (`pages/describe_image.txt:60`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub price_set: Vec<BasePriceSet>,
}

/// One `BasePriceSet` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct BasePriceSet {
    /// Charge type
    ///
    /// `BasePriceSet.ChargeType`, optional (`pages/describe_image.txt:64`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_type: Option<String>,
    /// Price, unit: yuan, with two significant digits after the decimal point
    ///
    /// `BasePriceSet.Price`, optional (`pages/describe_image.txt:65`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<f64>,
    /// Original price before the limited-time discount (the list price times the business discount).
    ///
    /// `BasePriceSet.OriginalPrice`, optional (`pages/describe_image.txt:66`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original_price: Option<f64>,
}

/// The documented values of `FuncType`, and room for others.
///
/// enumeration values: \["gpu","app","uhost"\]
///
/// Documented at `pages/describe_image.txt:46`.
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
