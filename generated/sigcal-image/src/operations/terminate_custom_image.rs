//! `TerminateCustomImage`, from `pages/terminate_custom_image.txt`.
//!
//! Delete Custom Image
//!
//! * Deletes a custom image of the user (`pages/terminate_custom_image.txt:3`)

use serde::{Deserialize, Serialize};

/// Deletes a custom image of the user
///
/// What `TerminateCustomImage` takes, as `pages/terminate_custom_image.txt:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct TerminateCustomImageRequest {
    /// Region to operate in. See List of Regions and Availability Zones
    ///
    /// `Region`, required (`pages/terminate_custom_image.txt:14`).
    #[serde(default)]
    pub region: String,
    /// Project ID. The default project is used if it is not filled in; sub-accounts must fill it in. It can
    /// be looked up with the GetProjectList interface.
    ///
    /// `ProjectId`, optional (`pages/terminate_custom_image.txt:15`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
    /// ID of the custom image to delete, see DescribeImage
    ///
    /// `ImageId`, required (`pages/terminate_custom_image.txt:16`).
    #[serde(default)]
    pub image_id: String,
}

impl TerminateCustomImageRequest {
    /// What the page requires, and nothing else.
    pub fn new(region: impl Into<String>, image_id: impl Into<String>) -> Self {
        Self {
            region: region.into(),
            project_id: None,
            image_id: image_id.into(),
        }
    }

    /// With `ProjectId`.
    #[must_use]
    pub fn with_project_id(mut self, project_id: impl Into<String>) -> Self {
        self.project_id = Some(project_id.into());
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        Ok(())
    }
}

impl wire::Operation for TerminateCustomImageRequest {
    type Answer = TerminateCustomImageResponse;
    const NAME: &'static str = "TerminateCustomImage";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "Region",
            page: "pages/terminate_custom_image.txt:14",
            words: "Region to operate in. See List of Regions and Availability Zones",
        },
        wire::Place {
            parameter: "ProjectId",
            page: "pages/terminate_custom_image.txt:15",
            words: "Project ID. The default project is used if it is not filled in; sub-accounts must fill it in. It can be looked up with the GetProjectList interface.",
        },
        wire::Place {
            parameter: "ImageId",
            page: "pages/terminate_custom_image.txt:16",
            words: "ID of the custom image to delete, see DescribeImage",
        },
    ];
    const REQUIRED: &'static [&'static str] = &["Region", "ImageId"];
    const AGAIN: wire::Again = wire::Again::Never;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// What `TerminateCustomImage` answers, as `pages/terminate_custom_image.txt:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct TerminateCustomImageResponse {
    /// Id of the custom image
    ///
    /// `ImageId`, optional (`pages/terminate_custom_image.txt:23`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
}
