//! `CopyCustomImage`, from `pages/copy_custom_image.txt`.
//!
//! Copy Custom Image
//!
//! * Copy Custom Image (`pages/copy_custom_image.txt:3`)

use serde::{Deserialize, Serialize};
use wire::check;

/// Copy Custom Image
///
/// What `CopyCustomImage` takes, as `pages/copy_custom_image.txt:1` documents it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CopyCustomImageRequest {
    /// Region to operate in. See List of Regions and Availability Zones
    ///
    /// `Region`, required (`pages/copy_custom_image.txt:14`).
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
    pub source_image_id: String,
    /// Id of the target project, see GetProjectList
    ///
    /// `TargetProjectId`, required (`pages/copy_custom_image.txt:18`).
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub target_region_list: Vec<String>,
}

impl CopyCustomImageRequest {
    /// The operation's name on the wire.
    pub const OPERATION: &'static str = "CopyCustomImage";

    /// Where the page documents each parameter, and its words.
    pub const ROWS: &'static [wire::Place] = &[
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

    /// A request with what the page requires, and nothing else.
    pub fn new(
        region: impl Into<String>,
        source_image_id: impl Into<String>,
        target_project_id: impl Into<String>,
    ) -> Self {
        Self {
            region: region.into(),
            source_image_id: source_image_id.into(),
            target_project_id: target_project_id.into(),
            ..Self::default()
        }
    }

    /// The required parameters that are not among these arguments.
    pub fn missing(arguments: &wire::Arguments) -> wire::Violations {
        let mut broken = wire::Violations::new();
        check::required(
            &mut broken,
            wire::Place {
                parameter: "Region",
                page: "pages/copy_custom_image.txt:14",
                words: "Region to operate in. See List of Regions and Availability Zones",
            },
            arguments,
        );
        check::required(
            &mut broken,
            wire::Place {
                parameter: "SourceImageId",
                page: "pages/copy_custom_image.txt:17",
                words: "Id of the source image, see DescribeImage",
            },
            arguments,
        );
        check::required(
            &mut broken,
            wire::Place {
                parameter: "TargetProjectId",
                page: "pages/copy_custom_image.txt:18",
                words: "Id of the target project, see GetProjectList",
            },
            arguments,
        );
        broken
    }

    /// Holds the request against every rule that the page certainly states. What is required is told by
    /// [`Self::missing`]: a request that is read has defaults for what was not sent.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
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
