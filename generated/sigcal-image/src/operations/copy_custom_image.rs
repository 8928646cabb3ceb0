//! `CopyCustomImage`, from `pages/copy_custom_image.txt`.
//!
//! Copy Custom Image
//!
//! * Copy Custom Image (`pages/copy_custom_image.txt:3`)

use serde::{Deserialize, Serialize};

/// Copy Custom Image
///
/// What `CopyCustomImage` takes, as `pages/copy_custom_image.txt:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct CopyCustomImageRequest {
    /// Region to operate in. See List of Regions and Availability Zones
    ///
    /// `Region`, required (`pages/copy_custom_image.txt:14`).
    #[serde(default)]
    pub region: String,
    /// Availability zone. See Availability Zone List
    ///
    /// `Zone`, optional (`pages/copy_custom_image.txt:15`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Project ID. The default project is used if it is not filled in; sub-accounts must fill it in. It can
    /// be looked up with the GetProjectList interface.
    ///
    /// `ProjectId`, optional (`pages/copy_custom_image.txt:16`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
    /// Id of the source image, see DescribeImage
    ///
    /// `SourceImageId`, required (`pages/copy_custom_image.txt:17`).
    #[serde(default)]
    pub source_image_id: String,
    /// Id of the target project, see GetProjectList
    ///
    /// `TargetProjectId`, required (`pages/copy_custom_image.txt:18`).
    #[serde(default)]
    pub target_project_id: String,
    /// Target region, can be left out if the copy does not cross regions
    ///
    /// `TargetRegion`, optional (`pages/copy_custom_image.txt:19`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_region: Option<String>,
    /// Name of the target image
    ///
    /// `TargetImageName`, optional (`pages/copy_custom_image.txt:20`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_image_name: Option<String>,
    /// Description of the target image
    ///
    /// `TargetImageDescription`, optional (`pages/copy_custom_image.txt:21`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_image_description: Option<String>,
    /// Business group of the target image
    ///
    /// `TargetImageTag`, optional (`pages/copy_custom_image.txt:22`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_image_tag: Option<String>,
    /// Set of target regions, fill in when copying in batch
    ///
    /// `TargetRegionList.N`, optional (`pages/copy_custom_image.txt:23`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_region_list: Vec<String>,
}

impl CopyCustomImageRequest {
    /// What the page requires, and nothing else.
    pub fn new(
        region: impl Into<String>,
        source_image_id: impl Into<String>,
        target_project_id: impl Into<String>,
    ) -> Self {
        Self {
            region: region.into(),
            zone: None,
            project_id: None,
            source_image_id: source_image_id.into(),
            target_project_id: target_project_id.into(),
            target_region: None,
            target_image_name: None,
            target_image_description: None,
            target_image_tag: None,
            target_region_list: Vec::new(),
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

    /// With `TargetRegion`.
    #[must_use]
    pub fn with_target_region(mut self, target_region: impl Into<String>) -> Self {
        self.target_region = Some(target_region.into());
        self
    }

    /// With `TargetImageName`.
    #[must_use]
    pub fn with_target_image_name(
        mut self,
        target_image_name: impl Into<String>,
    ) -> Self {
        self.target_image_name = Some(target_image_name.into());
        self
    }

    /// With `TargetImageDescription`.
    #[must_use]
    pub fn with_target_image_description(
        mut self,
        target_image_description: impl Into<String>,
    ) -> Self {
        self.target_image_description = Some(target_image_description.into());
        self
    }

    /// With `TargetImageTag`.
    #[must_use]
    pub fn with_target_image_tag(mut self, target_image_tag: impl Into<String>) -> Self {
        self.target_image_tag = Some(target_image_tag.into());
        self
    }

    /// With `TargetRegionList.N`.
    #[must_use]
    pub fn with_target_region_list(
        mut self,
        target_region_list: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.target_region_list = target_region_list
            .into_iter()
            .map(Into::into)
            .collect();
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
    }
}

impl wire::Operation for CopyCustomImageRequest {
    type Answer = CopyCustomImageResponse;
    const NAME: &'static str = "CopyCustomImage";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "Region",
            page: "pages/copy_custom_image.txt:14",
            words: "Region to operate in. See List of Regions and Availability Zones",
        },
        wire::Place {
            parameter: "Zone",
            page: "pages/copy_custom_image.txt:15",
            words: "Availability zone. See Availability Zone List",
        },
        wire::Place {
            parameter: "ProjectId",
            page: "pages/copy_custom_image.txt:16",
            words: "Project ID. The default project is used if it is not filled in; sub-accounts must fill it in. It can be looked up with the GetProjectList interface.",
        },
        wire::Place {
            parameter: "SourceImageId",
            page: "pages/copy_custom_image.txt:17",
            words: "Id of the source image, see DescribeImage",
        },
        wire::Place {
            parameter: "TargetProjectId",
            page: "pages/copy_custom_image.txt:18",
            words: "Id of the target project, see GetProjectList",
        },
        wire::Place {
            parameter: "TargetRegion",
            page: "pages/copy_custom_image.txt:19",
            words: "Target region, can be left out if the copy does not cross regions",
        },
        wire::Place {
            parameter: "TargetImageName",
            page: "pages/copy_custom_image.txt:20",
            words: "Name of the target image",
        },
        wire::Place {
            parameter: "TargetImageDescription",
            page: "pages/copy_custom_image.txt:21",
            words: "Description of the target image",
        },
        wire::Place {
            parameter: "TargetImageTag",
            page: "pages/copy_custom_image.txt:22",
            words: "Business group of the target image",
        },
        wire::Place {
            parameter: "TargetRegionList.N",
            page: "pages/copy_custom_image.txt:23",
            words: "Set of target regions, fill in when copying in batch",
        },
    ];
    const REQUIRED: &'static [&'static str] = &[
        "Region",
        "SourceImageId",
        "TargetProjectId",
    ];
    const AGAIN: wire::Again = wire::Again::Never;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `CopyCustomImage` answers, as `pages/copy_custom_image.txt:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CopyCustomImageResponse {
    /// Id of the target image, this field only exists when the copy is not a batch copy.
    ///
    /// `TargetImageId`, optional (`pages/copy_custom_image.txt:30`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_image_id: Option<String>,
    /// Id of the task that copies the target image, this field only exists when the copy is not a batch
    /// copy.
    ///
    /// `TaskId`, optional (`pages/copy_custom_image.txt:31`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task_id: Option<String>,
    /// Information on the tasks of a batch copy, see CopyImageTaskInfo below
    ///
    /// `Infos`, optional (`pages/copy_custom_image.txt:32`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub infos: Vec<CopyImageTaskInfo>,
}

/// One `CopyImageTaskInfo` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CopyImageTaskInfo {
    /// Id of the task that copies the target image
    ///
    /// `CopyImageTaskInfo.TaskId`, optional (`pages/copy_custom_image.txt:37`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task_id: Option<String>,
    /// Id of the target image
    ///
    /// `CopyImageTaskInfo.TargetImageId`, optional (`pages/copy_custom_image.txt:38`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_image_id: Option<String>,
    /// Region of the target image
    ///
    /// `CopyImageTaskInfo.TargetRegion`, optional (`pages/copy_custom_image.txt:39`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_region: Option<String>,
}
