//! `CreateCustomImage`, from `pages/create_custom_image.txt`.
//!
//! Create Custom Image
//!
//! * Makes a custom image from the specified UHost instance. (`pages/create_custom_image.txt:3`)

use serde::{Deserialize, Serialize};
use wire::check;

/// Makes a custom image from the specified UHost instance.
///
/// What `CreateCustomImage` takes, as `pages/create_custom_image.txt:1` documents it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CreateCustomImageRequest {
    /// Region to operate in. See List of Regions and Availability Zones
    ///
    /// `Region`, required (`pages/create_custom_image.txt:14`).
    pub region: String,
    /// Availability zone. See Availability Zone List
    ///
    /// `Zone`, optional (`pages/create_custom_image.txt:15`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Project ID. The default project is used if it is not filled in; sub-accounts must fill it in. It can
    /// be looked up with the GetProjectList interface.
    ///
    /// `ProjectId`, optional (`pages/create_custom_image.txt:16`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
    /// UHost instance Id, see DescribeUHostInstance
    ///
    /// `UHostId`, required (`pages/create_custom_image.txt:17`).
    pub u_host_id: String,
    /// Name of the new image
    ///
    /// `ImageName`, required (`pages/create_custom_image.txt:18`).
    pub image_name: String,
    /// Description of the new image
    ///
    /// `ImageDescription`, optional (`pages/create_custom_image.txt:19`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_description: Option<String>,
    /// \[Array\] List of the ids of the cloud data disks to associate. Note: the snapshot service must be
    /// enabled for the cloud data disks
    ///
    /// `DataUDiskIds.N`, optional (`pages/create_custom_image.txt:20`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub data_u_disk_ids: Vec<String>,
}

impl CreateCustomImageRequest {
    /// The operation's name on the wire.
    pub const OPERATION: &'static str = "CreateCustomImage";

    /// Where the page documents each parameter, and its words.
    pub const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "Region",
            page: "pages/create_custom_image.txt:14",
            words: "Region to operate in. See List of Regions and Availability Zones",
        },
        wire::Place {
            parameter: "Zone",
            page: "pages/create_custom_image.txt:15",
            words: "Availability zone. See Availability Zone List",
        },
        wire::Place {
            parameter: "ProjectId",
            page: "pages/create_custom_image.txt:16",
            words: "Project ID. The default project is used if it is not filled in; sub-accounts must fill it in. It can be looked up with the GetProjectList interface.",
        },
        wire::Place {
            parameter: "UHostId",
            page: "pages/create_custom_image.txt:17",
            words: "UHost instance Id, see DescribeUHostInstance",
        },
        wire::Place {
            parameter: "ImageName",
            page: "pages/create_custom_image.txt:18",
            words: "Name of the new image",
        },
        wire::Place {
            parameter: "ImageDescription",
            page: "pages/create_custom_image.txt:19",
            words: "Description of the new image",
        },
        wire::Place {
            parameter: "DataUDiskIds.N",
            page: "pages/create_custom_image.txt:20",
            words: "[Array] List of the ids of the cloud data disks to associate. Note: the snapshot service must be enabled for the cloud data disks",
        },
    ];

    /// A request with what the page requires, and nothing else.
    pub fn new(
        region: impl Into<String>,
        u_host_id: impl Into<String>,
        image_name: impl Into<String>,
    ) -> Self {
        Self {
            region: region.into(),
            u_host_id: u_host_id.into(),
            image_name: image_name.into(),
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
                page: "pages/create_custom_image.txt:14",
                words: "Region to operate in. See List of Regions and Availability Zones",
            },
            arguments,
        );
        check::required(
            &mut broken,
            wire::Place {
                parameter: "UHostId",
                page: "pages/create_custom_image.txt:17",
                words: "UHost instance Id, see DescribeUHostInstance",
            },
            arguments,
        );
        check::required(
            &mut broken,
            wire::Place {
                parameter: "ImageName",
                page: "pages/create_custom_image.txt:18",
                words: "Name of the new image",
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

/// What `CreateCustomImage` answers, as `pages/create_custom_image.txt:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CreateCustomImageResponse {
    /// Id of the new image
    ///
    /// `ImageId`, optional (`pages/create_custom_image.txt:27`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// List of the snapshot ids of the cloud data disks
    ///
    /// `DataSnapshotIds`, optional (`pages/create_custom_image.txt:28`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub data_snapshot_ids: Vec<String>,
}
