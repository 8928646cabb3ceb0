//! Which row of a page says why a request is refused.

use wire::{Rule, Violation};

use crate::world::{Denied, DiskTrouble};

/// A documented error, found again by its code and by words of its message: the pages repeat codes.
#[derive(Debug)]
pub(super) struct Wanted {
    code: &'static str,
    words: &'static str,
    /// What takes the place of a placeholder in the message.
    pub(super) subject: String,
}

impl Wanted {
    fn new(code: &'static str, words: &'static str, subject: impl Into<String>) -> Self {
        Wanted { code, words, subject: subject.into() }
    }

    /// Whether a row is the one.
    pub(super) fn is(&self, code: &str, message: &str) -> bool {
        code == self.code && message.contains(self.words)
    }
}

/// The words by which the rows of the page on common errors are told from others of their code.
const PLACEHOLDER: &str = "<parameter name";

/// The error for a broken rule of a page.
pub(super) fn broken(operation: &str, violation: &Violation) -> Wanted {
    let (code, words) = match (operation, violation.parameter.as_str(), violation.rule) {
        ("CreateImage", _, Rule::Across) => ("MissingParameter", "SnapshotId or InstanceId"),
        ("CopyImage", _, Rule::Across) => ("InvalidParameter.EncryptedIllegal", ""),
        (_, _, Rule::Required) => ("MissingParameter", PLACEHOLDER),
        ("CopyImage", "DestinationImageName", _) => ("InvalidImageName.Malformed", "destination"),
        ("CopyImage", "DestinationDescription", _) => ("InvalidDescription.Malformed", "destination"),
        ("CreateImage", "ImageName", _) => ("InvalidImageName.Malformed", ""),
        ("CreateImage", "Description", _) => ("InvalidDescription.Malformed", ""),
        ("CreateImage", "ImageVersion", _) => ("InvalidImageVersion.Malformed", ""),
        ("CreateImage", "Architecture", _) => ("InvalidArchitecture.Malformed", ""),
        ("CreateImage", "Platform", _) => ("InvalidPlatform.Malformed", ""),
        ("CreateImage", "DiskDeviceMapping.N.Device", _) => ("InvalidDevice.Malformed", ""),
        ("CreateImage", "DiskDeviceMapping.N.Size", _) => ("InvalidSize.ValueNotSupported", ""),
        ("CreateImage", "DiskDeviceMapping.N.DiskType", _) => ("InvalidDiskType.ValueNotSupported", ""),
        ("CreateImage", name, Rule::Count) if name.starts_with("Tag.") => ("QuotaExceed.Tags", ""),
        ("CreateImage", "Tag.N.Key" | "Tag.N.key", _) => ("InvalidTagKey.Malformed", ""),
        ("CreateImage", "Tag.N.Value" | "Tag.N.value", _) => ("InvalidTagValue.Malformed", ""),
        ("DescribeImages", name, Rule::Count) if name.starts_with("Tag.") => ("InvalidTagCount", ""),
        ("DescribeImages", "ImageOwnerAlias", _) => ("InvalidImageOwnerAlias.ValueNotSupported", ""),
        ("DescribeImages", "Usage", _) => ("InvalidUsage", ""),
        ("DescribeImages", "OSType", _) => ("InvalidOSType", ""),
        ("DescribeImages", "Architecture", _) => ("InvalidArchitecture", ""),
        ("DescribeImages", _, _) => ("InvalidParamter", ""),
        ("DescribeRegions", "AcceptLanguage", _) => ("InvalidAcceptLanguage.NotFound", ""),
        _ => ("InvalidParameter", PLACEHOLDER),
    };
    Wanted::new(code, words, violation.parameter.as_str())
}

/// The error for a refusal of the world.
pub(super) fn wanted(operation: &str, denied: &Denied) -> Wanted {
    let (code, words) = match (operation, denied) {
        ("CopyImage", Denied::RegionUnknown(_)) => ("SourceRegion.NotFound", ""),
        ("CopyImage", Denied::NameTaken(_)) => ("InvalidImageName.Duplicated", "destination"),
        ("DescribeImages", Denied::RegionUnknown(_)) => ("InvalidParamter", ""),
        _ => anywhere(denied),
    };
    Wanted::new(code, words, subject(denied))
}

/// What is said in place of a placeholder, which stands for a parameter or for a whole sentence.
fn subject(denied: &Denied) -> String {
    match denied {
        Denied::RegionUnknown(_) => String::from("RegionId"),
        Denied::TargetRegionUnknown(_) => String::from("DestinationRegionId"),
        other => other.to_string(),
    }
}

fn anywhere(denied: &Denied) -> (&'static str, &'static str) {
    match denied {
        Denied::RegionUnknown(_) => ("InvalidRegionId.NotFound", ""),
        Denied::TargetRegionUnknown(_) => ("DestinationRegion.NotFound", ""),
        Denied::ResourceGroupUnknown(_) => ("InvalidResourceGroup.NotFound", ""),
        Denied::Forbidden(_) => ("Forbbiden", ""),
        Denied::ImageUnknown(_) => ("InvalidImageId.NotFound", ""),
        Denied::ImageNotAvailable(_) => ("IncorrectImageStatus", "not available"),
        Denied::ImageBeingCopied(_) => ("OperationDenied.ImageCopying", ""),
        Denied::ImageBeingMade(_) => ("ImageIsCreating", ""),
        Denied::ImageShared(_) => ("OperationDenied.SameRegionOnly", ""),
        Denied::ImageLent(_) => ("ImageUseShared", ""),
        Denied::ImageInUse(_) => ("ImageUsingByInstance", ""),
        Denied::ImageImporting(_) => ("ImageIsImporting", ""),
        Denied::ImageExporting(_) => ("ImageIsExporting", ""),
        Denied::ImageOversized(_) => ("SizeExceed.Image", ""),
        Denied::ImageEncrypted(_) => ("OperationDeined.EncryptedSnapshot", ""),
        Denied::NotPublished(_) => ("OperationDenied.NotPublished", ""),
        Denied::NameTaken(_) => ("InvalidImageName.Duplicated", ""),
        Denied::ImageQuota(_) => ("QuotaExceed.Image", ""),
        Denied::SameRegion(_) => ("IncorrectDestinationRegion", ""),
        Denied::CopiesUnsupported(_) => ("RegionNotSupportCopy", ""),
        Denied::NotACopy(_) => ("ImageCreatedNotFromCopy", ""),
        Denied::NotCopying(_) => ("IncorrectImageStatus", "image is not coping"),
        Denied::CopyDone(_) => ("IncorrectImageStatus", "copied finished"),
        Denied::CopyArrived(_) => ("IncorrectImageStatus", "completed copy"),
        Denied::CopyFailed(_) => ("IncorrectImageStatus", "failed"),
        Denied::NotCancellable(_) => ("CancelNotSupported", ""),
        Denied::KeyWithoutEncryption => ("InvalidParameter.EncryptedIllegal", ""),
        Denied::MasterKeyUnknown(_) => ("InvalidParameter.KMSKeyId.NotFound", ""),
        Denied::MasterKeyUnauthorized(_) => ("InvalidParameter.KMSKeyId.KMSUnauthorized", ""),
        Denied::MasterKeyDisabled(_) => ("InvalidParameter.KMSKeyId.CMKNotEnabled", ""),
        Denied::ByokUnsupported(_) => ("InvalidRegion.NotSupport", ""),
        Denied::ByokWhiteList(_) | Denied::DataSnapshotWhiteList => ("UserNotInTheWhiteList", ""),
        Denied::SnapshotUnknown(_) => ("InvalidSnapshotId.NotFound", ""),
        Denied::SnapshotTooOld(_) => ("InvalidSnapshot.TooOld", ""),
        Denied::SnapshotBarred(_) => ("OperationDenied", "not allowed to create image"),
        Denied::SnapshotNotReady(_) => ("InvalidSnapshotId.NotReady", ""),
        Denied::SnapshotNotSystem(_) => ("OperationDenied", "not from system disk"),
        Denied::SnapshotCategory(_) => ("OperationDenied.InvalidSnapshotCategory", ""),
        Denied::SnapshotLost(_) => ("InvalidSystemSnapshot.Missing", ""),
        Denied::SnapshotEncrypted(_) => ("OperationDenied", "encrypted"),
        Denied::SnapshotQuota(_) => ("QuotaExceed.Snapshot", ""),
        Denied::SnapshotServiceClosed(_) => ("InvalidAccountStatus.SnapshotServiceUnavailable", ""),
        Denied::InstanceUnknown(_) => ("InvalidInstanceId.NotFound", ""),
        Denied::InstanceState(_) | Denied::BootDiskNotReady(_) => ("IncorrectInstanceStatus", ""),
        Denied::InstanceLocked(_) => ("InstanceLockedForSecurity", ""),
        Denied::DiskWithoutSnapshots(_) => ("InvalidInstanceId.ValueNotSupported", ""),
        Denied::Disk(trouble) => disk(*trouble),
        Denied::NothingToMake => ("MissingParameter", "SnapshotId or InstanceId"),
        Denied::DeviceMalformed(_) => ("InvalidDevice.Malformed", ""),
        Denied::DeviceTaken(_) => ("InvalidDevice.InUse", ""),
        Denied::DiskSize(_) => ("InvalidSize.ValueNotSupported", ""),
        Denied::NoSystemDisk => ("OperationDenied", "does not contain system disk"),
        Denied::TwoSystemDisks => ("OperationDenied", "two or more system disk"),
        Denied::TagKeyTwice(_) => ("Duplicate.TagKey", ""),
        Denied::TagKeyEmpty => ("InvalidTagKey.Malformed", ""),
        Denied::TagMismatch(_) => ("InvalidTag.Mismatch", ""),
        Denied::InstanceTypeUnknown(_) => ("InvalidInstanceType.ValueNotSupported", ""),
        Denied::FilterMalformed(_) => ("InvalidParamter", ""),
        Denied::Rehearsed => ("DryRunOperation", ""),
        Denied::TokenBusy => ("InvalidParamter.Conflict", ""),
        Denied::TokenMismatch => ("IdempotenceParamNotMatch", ""),
        Denied::Store(_) => ("InternalError", ""),
        // Projects, zones and disks are the other vendor's.
        Denied::ZoneUnknown(_) | Denied::ProjectUnknown(_) | Denied::DiskUnknown(_) => {
            ("InvalidParameter", PLACEHOLDER)
        }
    }
}

fn disk(trouble: DiskTrouble) -> (&'static str, &'static str) {
    match trouble {
        DiskTrouble::Invalid => ("IncorrectDiskStatus.Invalid", ""),
        DiskTrouble::Transferring => ("IncorrectDiskStatus.Transferring", ""),
        DiskTrouble::Snapshotting => ("IncorrectDiskStatus.CreatingSnapshot", ""),
        DiskTrouble::Category => ("InvalidDiskCategory.CreateImage", ""),
        DiskTrouble::Suspended | DiskTrouble::None => ("IncorrectDiskStatus", ""),
    }
}
