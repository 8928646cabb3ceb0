//! Which documented code says why the world refuses.

use ucloud_image::documented::common;
use ucloud_image::{Documented, Error};

use crate::world::Denied;

/// Turns refusals of the world into those of an operation.
pub(super) fn of(operation: &'static str) -> impl Fn(Denied) -> Error {
    move |denied| refusal(operation, &denied)
}

/// The pages know no codes of single operations: what can't be found or used is a parameter that is
/// not available.
fn refusal(operation: &str, denied: &Denied) -> Error {
    let said = |row: Documented| Error::other(row.http_status, row.code, denied.to_string());
    match denied {
        Denied::ProjectUnknown(_) => said(common::CODE_292),
        Denied::ZoneUnknown(_) => said(common::CODE_293),
        Denied::Forbidden(_) => said(common::CODE_299),
        Denied::Store(_) => said(common::CODE_130),
        _ => common::CODE_230.about(parameter(operation, denied)),
    }
}

/// The parameter that is to blame.
fn parameter(operation: &str, denied: &Denied) -> &'static str {
    match denied {
        Denied::RegionUnknown(_) => "Region",
        Denied::TargetRegionUnknown(_)
        | Denied::CopiesUnsupported(_)
        | Denied::ImageQuota(_)
        | Denied::SnapshotQuota(_)
            if operation == "CopyCustomImage" =>
        {
            "TargetRegion"
        }
        Denied::DiskUnknown(_) | Denied::DiskWithoutSnapshots(_) => "DataUDiskIds",
        Denied::InstanceUnknown(_)
        | Denied::InstanceState(_)
        | Denied::InstanceLocked(_)
        | Denied::BootDiskNotReady(_)
        | Denied::Disk(_) => "UHostId",
        Denied::NameTaken(_) if operation == "CopyCustomImage" => "TargetImageName",
        Denied::NameTaken(_) => "ImageName",
        _ if operation == "CopyCustomImage" => "SourceImageId",
        _ if operation == "CreateCustomImage" => "UHostId",
        _ => "ImageId",
    }
}
