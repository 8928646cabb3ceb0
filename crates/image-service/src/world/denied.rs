//! Why the world refuses an order, in no vendor's words.

use super::DiskTrouble;

/// Why an order is refused. Each vendor's module says which documented error that is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// No such region.
    #[error("region {0} does not exist")]
    RegionUnknown(String),
    /// No such region to copy to.
    #[error("target region {0} does not exist")]
    TargetRegionUnknown(String),
    /// The region has no such zone.
    #[error("zone {0} is not a zone of the region")]
    ZoneUnknown(String),
    /// The account has no such project.
    #[error("project {0} does not exist")]
    ProjectUnknown(String),
    /// The account has no such resource group.
    #[error("resource group {0} does not exist")]
    ResourceGroupUnknown(String),
    /// An access policy forbids it.
    #[error("the caller may not touch {0}")]
    Forbidden(String),

    /// The caller sees no such image there.
    #[error("image {0} does not exist")]
    ImageUnknown(String),
    /// The image's state doesn't allow it.
    #[error("image {0} is not available")]
    ImageNotAvailable(String),
    /// The image is itself still being copied.
    #[error("image {0} is still being copied")]
    ImageBeingCopied(String),
    /// The image is still being made.
    #[error("image {0} is still being made")]
    ImageBeingMade(String),
    /// The image belongs to somebody who shared it.
    #[error("image {0} is shared by another account")]
    ImageShared(String),
    /// The image is shared with others.
    #[error("image {0} is shared with other accounts")]
    ImageLent(String),
    /// Instances were made of the image.
    #[error("image {0} is in use by an instance")]
    ImageInUse(String),
    /// The image's data are coming in.
    #[error("image {0} is being imported")]
    ImageImporting(String),
    /// The image's data are going out.
    #[error("image {0} is being exported")]
    ImageExporting(String),
    /// The image is larger than may be copied.
    #[error("image {0} is too large to be copied")]
    ImageOversized(String),
    /// The image's data are encrypted.
    #[error("image {0} is encrypted")]
    ImageEncrypted(String),
    /// The image's product is not sold in the target region.
    #[error("the product of image {0} is not published in the target region")]
    NotPublished(String),
    /// The account has an image of that name there.
    #[error("an image named {0} is there already")]
    NameTaken(String),
    /// The account may have no more images there.
    #[error("no more images may be kept in region {0}")]
    ImageQuota(String),

    /// Source and target region are the same.
    #[error("the image lies in region {0} already")]
    SameRegion(String),
    /// One of the regions takes no part in copying.
    #[error("region {0} does not take part in copying")]
    CopiesUnsupported(String),
    /// The image doesn't come from a copy.
    #[error("image {0} is not the target of a copy")]
    NotACopy(String),
    /// No task copies the image.
    #[error("image {0} is not being copied")]
    NotCopying(String),
    /// The copy is there.
    #[error("the copy of image {0} is finished")]
    CopyDone(String),
    /// The copy's data are there.
    #[error("the data of image {0} have arrived")]
    CopyArrived(String),
    /// The copy went wrong.
    #[error("the copy of image {0} failed")]
    CopyFailed(String),
    /// The task can't be stopped any more.
    #[error("the copy of image {0} can not be cancelled")]
    NotCancellable(String),

    /// A master key is named, but encryption is not asked for.
    #[error("a master key is given without encryption")]
    KeyWithoutEncryption,
    /// No such master key.
    #[error("master key {0} does not exist")]
    MasterKeyUnknown(String),
    /// The image service may not use the key.
    #[error("the image service may not use master key {0}")]
    MasterKeyUnauthorized(String),
    /// The key is switched off.
    #[error("master key {0} is not enabled")]
    MasterKeyDisabled(String),
    /// Nobody may bring a key to that region.
    #[error("region {0} takes no keys of callers")]
    ByokUnsupported(String),
    /// The account may not bring a key to that region.
    #[error("the account may not bring its own key to region {0}")]
    ByokWhiteList(String),

    /// No such snapshot.
    #[error("snapshot {0} does not exist")]
    SnapshotUnknown(String),
    /// It was taken too long ago.
    #[error("snapshot {0} is too old")]
    SnapshotTooOld(String),
    /// It may not become an image.
    #[error("snapshot {0} may not become an image")]
    SnapshotBarred(String),
    /// It isn't finished.
    #[error("snapshot {0} is not ready")]
    SnapshotNotReady(String),
    /// It is of a data disk.
    #[error("snapshot {0} is not of a system disk")]
    SnapshotNotSystem(String),
    /// Its category doesn't allow it.
    #[error("snapshot {0} is of a category that images are not made of")]
    SnapshotCategory(String),
    /// Its data are lost.
    #[error("the data of snapshot {0} are lost")]
    SnapshotLost(String),
    /// It is encrypted.
    #[error("snapshot {0} is encrypted")]
    SnapshotEncrypted(String),
    /// The account may have no more snapshots there.
    #[error("no more snapshots may be kept in region {0}")]
    SnapshotQuota(String),
    /// The snapshot service isn't open there.
    #[error("the snapshot service is not open in region {0}")]
    SnapshotServiceClosed(String),
    /// The account may not make a system disk of a data disk.
    #[error("the account may not make a system image of a data disk's snapshot")]
    DataSnapshotWhiteList,

    /// No such instance.
    #[error("instance {0} does not exist")]
    InstanceUnknown(String),
    /// Its state doesn't allow it.
    #[error("the state of instance {0} does not allow that")]
    InstanceState(String),
    /// It is locked for security.
    #[error("instance {0} is locked for security")]
    InstanceLocked(String),
    /// Its system disk isn't ready.
    #[error("the system disk of instance {0} is not ready")]
    BootDiskNotReady(String),
    /// The instance has no such data disk.
    #[error("disk {0} is not a data disk of the instance")]
    DiskUnknown(String),
    /// No snapshots of it can be taken.
    #[error("snapshots of disk {0} can not be taken")]
    DiskWithoutSnapshots(String),
    /// Something keeps the disk from being read.
    #[error("a disk can not be read now: {0:?}")]
    Disk(DiskTrouble),

    /// Neither instance nor disks nor snapshot are named.
    #[error("nothing is named that an image could be made of")]
    NothingToMake,
    /// No device is called so.
    #[error("{0} is not the name of a device")]
    DeviceMalformed(String),
    /// Two disks want the same device.
    #[error("device {0} is taken twice")]
    DeviceTaken(String),
    /// A disk is too small or too large.
    #[error("a disk can not have {0} GiB")]
    DiskSize(i64),
    /// No disk is the system disk.
    #[error("no disk is the system disk")]
    NoSystemDisk,
    /// More than one disk is the system disk.
    #[error("more than one disk is the system disk")]
    TwoSystemDisks,
    /// Two tags have the same key.
    #[error("tag key {0} is given twice")]
    TagKeyTwice(String),

    /// A tag has an empty key.
    #[error("a tag has an empty key")]
    TagKeyEmpty,
    /// A tag has a value and no key.
    #[error("a tag has the value {0} and no key")]
    TagMismatch(String),
    /// No such type of instances is sold.
    #[error("instance type {0} does not exist")]
    InstanceTypeUnknown(String),
    /// A filter can't be understood.
    #[error("the filter {0} can not be understood")]
    FilterMalformed(String),
    /// All is well, and nothing was to be done.
    #[error("the request was a rehearsal")]
    Rehearsed,

    /// The token's first request is still at work, and asked for something else.
    #[error("the token's first request is at work and asked for something else")]
    TokenBusy,
    /// The token's first request asked for something else.
    #[error("the token's first request asked for something else")]
    TokenMismatch,

    /// The change could not be put on disk; nothing has changed.
    #[error("the store failed: {0}")]
    Store(String),
}
