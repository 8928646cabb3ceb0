//! `CreateCustomImage`, from `pages/create_custom_image.txt`.
//!
//! Create Custom Image
//!
//! * Makes a custom image from the specified UHost instance. (`pages/create_custom_image.txt:3`)

use serde::{Deserialize, Serialize};

/// Makes a custom image from the specified UHost instance.
///
/// What `CreateCustomImage` takes, as `pages/create_custom_image.txt:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateCustomImageRequest {
    /// Region to operate in. See List of Regions and Availability Zones
    ///
    /// `Region`, required (`pages/create_custom_image.txt:14`).
    #[serde(default)]
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
    #[serde(rename = "UHostId", default)]
    pub uhost_id: String,
    /// Name of the new image
    ///
    /// `ImageName`, required (`pages/create_custom_image.txt:18`).
    #[serde(default)]
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
    const REQUIRED: &'static [&'static str] = &["Region", "UHostId", "ImageName"];
    const AGAIN: wire::Again = wire::Again::Never;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
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
