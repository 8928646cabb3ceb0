//! `TerminateCustomImage`, from `pages/terminate_custom_image.txt`.
//!
//! Delete Custom Image
//!
//! * Deletes a custom image of the user (`pages/terminate_custom_image.txt:3`)

use serde::{Deserialize, Serialize};
use wire::check;

/// Deletes a custom image of the user
///
/// What `TerminateCustomImage` takes, as `pages/terminate_custom_image.txt:1` documents it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct TerminateCustomImageRequest {
    /// Region to operate in. See List of Regions and Availability Zones
    ///
    /// `Region`, required (`pages/terminate_custom_image.txt:14`).
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
    pub image_id: String,
}

impl TerminateCustomImageRequest {
    /// The operation's name on the wire.
    pub const OPERATION: &'static str = "TerminateCustomImage";

    /// Where the page documents each parameter, and its words.
    pub const ROWS: &'static [wire::Place] = &[
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

    /// A request with what the page requires, and nothing else.
    pub fn new(region: impl Into<String>, image_id: impl Into<String>) -> Self {
        Self {
            region: region.into(),
            image_id: image_id.into(),
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
                page: "pages/terminate_custom_image.txt:14",
                words: "Region to operate in. See List of Regions and Availability Zones",
            },
            arguments,
        );
        check::required(
            &mut broken,
            wire::Place {
                parameter: "ImageId",
                page: "pages/terminate_custom_image.txt:16",
                words: "ID of the custom image to delete, see DescribeImage",
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
