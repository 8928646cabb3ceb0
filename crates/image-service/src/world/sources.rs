//! What an image can be made of: an instance, a set of disks, a snapshot.

use std::collections::BTreeSet;

use super::turn::Turn;
use super::{
    Denied, DiskKind, DiskTrouble, Image, ImageDisk, Instance, InstanceState, OLDEST_USABLE, Record, Region,
    Snapshot, SnapshotState,
};

/// What an image is to be made of.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Source {
    /// Nothing is named.
    #[default]
    Nothing,
    /// An instance: each of its disks gets a snapshot.
    Instance {
        /// The instance.
        id: String,
        /// Only these data disks. `None`: all.
        data_disks: Option<Vec<String>>,
    },
    /// Disks that are put together.
    Disks(Vec<DiskOrder>),
    /// A snapshot of a system disk.
    Snapshot(String),
}

/// A disk of an image to be made.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DiskOrder {
    /// The snapshot with its data; `None` for an empty disk.
    pub snapshot: Option<String>,
    /// Size in GiB; `None` for the snapshot's.
    pub size: Option<i64>,
    /// Its device; `None` for the next free one.
    pub device: Option<String>,
    /// System or data; `None` for the snapshot's kind.
    pub kind: Option<DiskKind>,
}

/// The disks of an image, once its source is found good.
#[derive(Debug)]
pub(crate) struct Material {
    pub(crate) disks: Vec<ImageDisk>,
    /// Disks of an instance that a snapshot must be taken of, by the place in `disks`.
    pub(crate) to_snapshot: Vec<usize>,
    /// The image that the source comes from, for the operating system.
    pub(crate) like: Option<Image>,
    pub(crate) zone: Option<String>,
}

/// Sizes of disks, in GiB: ordinary ones begin at 5, and no category goes beyond 32768.
const SIZES: std::ops::RangeInclusive<i64> = 5..=32768;

/// Checks that a snapshot may serve in an image.
pub(crate) fn usable(snapshot: &Snapshot) -> Result<(), Denied> {
    let named = || snapshot.id.clone();
    match snapshot.state {
        SnapshotState::Ready => {}
        SnapshotState::Progressing => return Err(Denied::SnapshotNotReady(named())),
        SnapshotState::Denied => return Err(Denied::SnapshotBarred(named())),
        SnapshotState::Flash => return Err(Denied::SnapshotCategory(named())),
        SnapshotState::Lost => return Err(Denied::SnapshotLost(named())),
    }
    if snapshot.created < OLDEST_USABLE {
        return Err(Denied::SnapshotTooOld(named()));
    }
    if snapshot.encrypted {
        return Err(Denied::SnapshotEncrypted(named()));
    }
    Ok(())
}

impl Turn<'_> {
    pub(crate) fn material(
        &self,
        account: &str,
        region: &Region,
        project: Option<&str>,
        source: &Source,
    ) -> Result<Material, Denied> {
        match source {
            Source::Nothing => Err(Denied::NothingToMake),
            Source::Instance { id, data_disks } => {
                let instance = self.instance(account, &region.id, id)?;
                if project.is_some_and(|p| p != instance.project) {
                    return Err(Denied::InstanceUnknown(id.clone()));
                }
                self.of_instance(region, &instance, data_disks.as_deref())
            }
            Source::Disks(orders) => self.of_disks(account, region, orders),
            Source::Snapshot(id) => {
                let snapshot = self.snapshot(account, &region.id, id)?;
                usable(snapshot)?;
                if snapshot.of != DiskKind::System {
                    return Err(Denied::SnapshotNotSystem(id.clone()));
                }
                let disk = ImageDisk {
                    device: String::from("/dev/xvda"),
                    kind: DiskKind::System,
                    size: snapshot.size,
                    snapshot: Some(id.clone()),
                };
                Ok(Material { disks: vec![disk], to_snapshot: Vec::new(), like: None, zone: None })
            }
        }
    }

    pub(crate) fn snapshot(&self, account: &str, region: &str, id: &str) -> Result<&Snapshot, Denied> {
        self.state
            .snapshot(id)
            .filter(|s| s.account == account && s.region == region)
            .ok_or_else(|| Denied::SnapshotUnknown(id.to_owned()))
    }

    fn of_instance(
        &self,
        region: &Region,
        instance: &Instance,
        data_disks: Option<&[String]>,
    ) -> Result<Material, Denied> {
        if instance.locked {
            return Err(Denied::InstanceLocked(instance.id.clone()));
        }
        if !matches!(instance.state, InstanceState::Running | InstanceState::Stopped) {
            return Err(Denied::InstanceState(instance.id.clone()));
        }
        if !instance.boot_disk_ready {
            return Err(Denied::BootDiskNotReady(instance.id.clone()));
        }
        if !region.snapshot_service {
            return Err(Denied::SnapshotServiceClosed(region.id.clone()));
        }
        for wanted in data_disks.unwrap_or_default() {
            if !instance.disks.iter().skip(1).any(|d| d.id == *wanted) {
                return Err(Denied::DiskUnknown(wanted.clone()));
            }
        }
        let mut disks = Vec::new();
        for (place, disk) in instance.disks.iter().enumerate() {
            if place > 0 && data_disks.is_some_and(|wanted| !wanted.contains(&disk.id)) {
                continue;
            }
            if disk.trouble != DiskTrouble::None {
                return Err(Denied::Disk(disk.trouble));
            }
            if !disk.snapshots {
                return Err(Denied::DiskWithoutSnapshots(disk.id.clone()));
            }
            if let Some(key) = &disk.master_key {
                self.usable_master_key(&instance.account, key)?;
            }
            let kind = if place == 0 { DiskKind::System } else { DiskKind::Data };
            disks.push(ImageDisk { device: device(place), kind, size: disk.size, snapshot: None });
        }
        Ok(Material {
            to_snapshot: (0..disks.len()).collect(),
            disks,
            like: self.state.image(&instance.image).cloned(),
            zone: Some(instance.zone.clone()),
        })
    }

    fn of_disks(&self, account: &str, region: &Region, orders: &[DiskOrder]) -> Result<Material, Denied> {
        let (mut disks, mut taken) = (Vec::new(), BTreeSet::new());
        for order in orders {
            if let Some(device) = &order.device {
                if !is_device(device) {
                    return Err(Denied::DeviceMalformed(device.clone()));
                }
                if !taken.insert(device.clone()) {
                    return Err(Denied::DeviceTaken(device.clone()));
                }
            }
        }
        for order in orders {
            let snapshot = match &order.snapshot {
                Some(id) => Some(self.snapshot(account, &region.id, id)?),
                None => None,
            };
            if let Some(snapshot) = snapshot {
                usable(snapshot)?;
            }
            let kind = order.kind.or(snapshot.map(|s| s.of)).unwrap_or(DiskKind::Data);
            let turned = kind == DiskKind::System && snapshot.is_some_and(|s| s.of == DiskKind::Data);
            if turned && !self.account(account)?.data_snapshot_white_list {
                return Err(Denied::DataSnapshotWhiteList);
            }
            let least = snapshot.map_or(*SIZES.start(), |s| s.size);
            let size = order.size.unwrap_or(least.max(20));
            if size < least || !SIZES.contains(&size) {
                return Err(Denied::DiskSize(size));
            }
            let device = match (&order.device, kind) {
                (Some(device), _) => device.clone(),
                (None, DiskKind::System) => device(0),
                (None, DiskKind::Data) => {
                    (1..26).map(device).find(|d| taken.insert(d.clone())).unwrap_or_else(|| device(25))
                }
            };
            disks.push(ImageDisk { device, kind, size, snapshot: order.snapshot.clone() });
        }
        match disks.iter().filter(|d| d.kind == DiskKind::System).count() {
            0 => Err(Denied::NoSystemDisk),
            1 => Ok(Material { disks, to_snapshot: Vec::new(), like: None, zone: None }),
            _ => Err(Denied::TwoSystemDisks),
        }
    }

    /// Takes the snapshots that the material still needs.
    pub(crate) fn take_snapshots(
        &mut self,
        account: &str,
        region: &Region,
        material: &mut Material,
    ) -> Vec<String> {
        let mut taken = Vec::new();
        for place in material.to_snapshot.drain(..) {
            let id = self.next_id(&self.atlas.naming.snapshot);
            let disk = &mut material.disks[place];
            self.put(Record::Snapshot(Snapshot {
                id: id.clone(),
                account: account.to_owned(),
                region: region.id.clone(),
                size: disk.size,
                created: self.now,
                of: disk.kind,
                state: SnapshotState::Ready,
                encrypted: false,
                for_image: true,
            }));
            disk.snapshot = Some(id.clone());
            taken.push(id);
        }
        taken
    }
}

/// The name of the device at a place: `/dev/xvda` for the first.
fn device(place: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(place.min(25)).unwrap_or(25));
    format!("/dev/xvd{letter}")
}

/// `/dev/vda` to `/dev/vdz` and `/dev/xvda` to `/dev/xvdz`.
fn is_device(name: &str) -> bool {
    let letter = name.strip_prefix("/dev/vd").or_else(|| name.strip_prefix("/dev/xvd"));
    letter.is_some_and(|l| l.len() == 1 && l.bytes().all(|b| b.is_ascii_lowercase()))
}
