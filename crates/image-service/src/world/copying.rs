//! Copying images to other regions and projects, and cancelling it.

use super::turn::Turn;
use super::{
    Byok, CopyTask, Denied, Image, ImageDisk, ImageState, Owner, Record, Region, Snapshot, Stage, Tag, World,
    sources,
};

/// An order to copy an image.
#[derive(Debug, Clone, Default)]
pub struct CopyOrder {
    /// Who orders.
    pub account: String,
    /// Where the image lies.
    pub region: String,
    /// The project that it is in, where the vendor has projects.
    pub project: Option<String>,
    /// The image.
    pub image: String,
    /// Where to. Empty: beside the source.
    pub targets: Vec<String>,
    /// Whether naming the source's own region as target is refused.
    pub elsewhere_only: bool,
    /// The project of the copy, where the vendor has projects.
    pub target_project: Option<String>,
    /// Name of the copy; empty for none.
    pub name: String,
    /// Description of the copy.
    pub description: String,
    /// Business group of the copy.
    pub group: String,
    /// Tags of the copy.
    pub tags: Vec<Tag>,
    /// Whether the copy is encrypted.
    pub encrypted: bool,
    /// With which key; `None` for the service's own.
    pub master_key: Option<String>,
}

/// A copy that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The task.
    pub task: String,
    /// The new image.
    pub image: String,
    /// Its region.
    pub region: String,
}

impl World {
    /// Begins to copy an image to each target. Either all copies are begun, or none.
    pub fn copy_image(&self, order: &CopyOrder) -> Result<Vec<Copied>, Denied> {
        self.turn(|turn| {
            let source = turn.copyable(order)?;
            let targets = turn.targets(order, &source)?;
            for target in &targets {
                turn.room_for_copy(order, target, &source)?;
            }
            Ok(targets.into_iter().map(|target| turn.begin_copy(order, &source, target)).collect())
        })
    }

    /// Stops the copy that brings `image` to `region`; the unfinished image goes away.
    pub fn cancel_copy(&self, account: &str, region: &str, image: &str) -> Result<(), Denied> {
        self.turn(|turn| {
            turn.atlas.region(region)?;
            let target = turn.own_image(account, region, image)?;
            let named = || image.to_owned();
            let task = target.copied_by.as_deref().ok_or_else(|| Denied::NotACopy(named()))?;
            let task = turn.state.copy(task).cloned().ok_or_else(|| Denied::NotCopying(named()))?;
            match task.stage {
                Stage::Done => return Err(Denied::CopyDone(named())),
                Stage::Arrived => return Err(Denied::CopyArrived(named())),
                Stage::Failed => return Err(Denied::CopyFailed(named())),
                Stage::Waiting | Stage::Running { .. } => {}
            }
            if !task.cancellable {
                return Err(Denied::NotCancellable(named()));
            }
            turn.drop_image(&target);
            turn.start_next_copy(account, region, turn.now);
            Ok(())
        })
    }
}

impl Turn<'_> {
    /// The source image, if it may be copied at all.
    fn copyable(&self, order: &CopyOrder) -> Result<Image, Denied> {
        if order.master_key.is_some() && !order.encrypted {
            return Err(Denied::KeyWithoutEncryption);
        }
        let region = self.atlas.region(&order.region)?;
        for target in &order.targets {
            self.target_region(target)?;
        }
        let image = self.visible_image(&order.account, &order.region, &order.image)?;
        let named = || order.image.clone();
        if order.project.as_ref().is_some_and(|project| *project != image.project) {
            return Err(Denied::ImageUnknown(named()));
        }
        match image.owner_for(&order.account) {
            Some(Owner::Own) => {}
            Some(Owner::Others) => return Err(Denied::ImageShared(named())),
            // The cloud's own images and the marketplace's are in every region already.
            Some(Owner::System | Owner::Marketplace) | None => return Err(Denied::ImageUnknown(named())),
        }
        match image.state {
            ImageState::Available => {}
            ImageState::Copying | ImageState::Waiting => return Err(Denied::ImageBeingCopied(named())),
            _ => return Err(Denied::ImageNotAvailable(named())),
        }
        if !region.copies {
            return Err(Denied::CopiesUnsupported(region.id.clone()));
        }
        if image.size > self.atlas.rules.largest_copy {
            return Err(Denied::ImageOversized(named()));
        }
        if image.encrypted {
            return Err(Denied::ImageEncrypted(named()));
        }
        for snapshot in image.disks.iter().filter_map(|d| d.snapshot.as_deref()) {
            sources::usable(self.snapshot(&order.account, &order.region, snapshot)?)?;
        }
        Ok(image)
    }

    fn targets(&self, order: &CopyOrder, source: &Image) -> Result<Vec<Region>, Denied> {
        if order.targets.is_empty() {
            return Ok(vec![self.atlas.region(&source.region)?.clone()]);
        }
        let mut targets: Vec<Region> = Vec::new();
        for target in &order.targets {
            let region = self.target_region(target)?;
            if order.elsewhere_only && region.id == source.region {
                return Err(Denied::SameRegion(region.id.clone()));
            }
            // A region that is named twice gets one copy.
            if targets.iter().all(|t| t.id != region.id) {
                targets.push(region.clone());
            }
        }
        Ok(targets)
    }

    fn target_region(&self, id: &str) -> Result<&Region, Denied> {
        self.atlas.region(id).map_err(|_| Denied::TargetRegionUnknown(id.to_owned()))
    }

    fn room_for_copy(&self, order: &CopyOrder, target: &Region, source: &Image) -> Result<(), Denied> {
        if !target.copies {
            return Err(Denied::CopiesUnsupported(target.id.clone()));
        }
        if let Some(key) = &order.master_key {
            self.may_encrypt(&order.account, target, key)?;
        }
        if source.product.as_ref().is_some_and(|p| !p.published.contains(&target.id)) {
            return Err(Denied::NotPublished(source.id.clone()));
        }
        self.free_name(&order.account, &target.id, &order.name)?;
        self.room_for_images(&order.account, target)?;
        self.room_for_snapshots(
            &order.account,
            target,
            source.disks.iter().filter(|d| d.snapshot.is_some()).count(),
        )
    }

    fn may_encrypt(&self, account: &str, region: &Region, key: &str) -> Result<(), Denied> {
        match region.byok {
            Byok::None => return Err(Denied::ByokUnsupported(region.id.clone())),
            Byok::WhiteList if !self.account(account)?.byok_white_list => {
                return Err(Denied::ByokWhiteList(region.id.clone()));
            }
            Byok::Open | Byok::WhiteList => {}
        }
        self.usable_master_key(account, key)
    }

    pub(crate) fn usable_master_key(&self, account: &str, key: &str) -> Result<(), Denied> {
        let found =
            self.atlas.master_key(account, key).ok_or_else(|| Denied::MasterKeyUnknown(key.to_owned()))?;
        if !found.authorized {
            return Err(Denied::MasterKeyUnauthorized(key.to_owned()));
        }
        if !found.enabled {
            return Err(Denied::MasterKeyDisabled(key.to_owned()));
        }
        Ok(())
    }

    fn begin_copy(&mut self, order: &CopyOrder, source: &Image, target: Region) -> Copied {
        let task = self.next_id(&self.atlas.naming.task);
        let disks = source.disks.iter().map(|disk| self.copy_of_disk(order, &target, disk)).collect();
        let image = Image {
            id: self.next_id(&self.atlas.naming.image),
            account: order.account.clone(),
            region: target.id.clone(),
            zone: target.zones.first().cloned().unwrap_or_default(),
            project: order.target_project.clone().unwrap_or_else(|| source.project.clone()),
            name: order.name.clone(),
            description: order.description.clone(),
            family: source.family.clone(),
            group: order.group.clone(),
            resource_group: source.resource_group.clone(),
            tags: order.tags.clone(),
            state: ImageState::Waiting,
            due: None,
            created: self.now,
            encrypted: order.encrypted,
            master_key: order.master_key.clone(),
            copied_by: Some(task.clone()),
            disks,
            shared_with: Vec::new(),
            ..source.clone()
        };
        let copied = Copied { task: task.clone(), image: image.id.clone(), region: target.id.clone() };
        let takes = self.atlas.pace.copy_millis(source.size, target.slowness, self.time_scale);
        let number = self.next();
        self.put(Record::Image(image));
        self.put(Record::Copy(CopyTask {
            id: task,
            account: order.account.clone(),
            source: source.id.clone(),
            target: copied.image.clone(),
            region: target.id.clone(),
            order: number,
            stage: Stage::Waiting,
            takes,
            cancellable: true,
        }));
        self.start_next_copy(&order.account, &target.id, self.now);
        copied
    }

    /// The data of a disk are copied as a snapshot of the target region.
    fn copy_of_disk(&mut self, order: &CopyOrder, target: &Region, disk: &ImageDisk) -> ImageDisk {
        let snapshot = disk.snapshot.as_ref().map(|_| {
            let id = self.next_id(&self.atlas.naming.snapshot);
            self.put(Record::Snapshot(Snapshot {
                id: id.clone(),
                account: order.account.clone(),
                region: target.id.clone(),
                size: disk.size,
                created: self.now,
                of: disk.kind,
                state: super::SnapshotState::Ready,
                encrypted: order.encrypted,
                for_image: true,
            }));
            id
        });
        ImageDisk { snapshot, ..disk.clone() }
    }
}
