//! Looking at images, and deleting them.

use super::turn::Turn;
use super::{Change, CopyTask, Denied, Image, ImageState, Kind, Moment, Offer, Owner, Region, World};

/// An image as one caller sees it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The image.
    pub image: Image,
    /// Whose it is.
    pub owner: Owner,
    /// Whether instances were made of it.
    pub used: bool,
    /// The task that brings it, while the task is on record.
    pub task: Option<CopyTask>,
    /// When this was so.
    pub at: Moment,
}

/// A stretch of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// How many there are in all.
    pub total: usize,
    /// Those that were asked for.
    pub items: Vec<T>,
}

impl World {
    /// The images that `account` sees in `region` and that `wanted` picks, oldest first.
    pub fn images(
        &self,
        account: &str,
        region: &str,
        offset: usize,
        limit: usize,
        wanted: impl Fn(&Image, Owner, bool) -> bool,
    ) -> Result<Page<Shown>, Denied> {
        self.turn(|turn| {
            turn.atlas.region(region)?;
            let (mut total, mut items) = (0, Vec::new());
            for image in turn.state.images_of(region) {
                let Some(owner) = image.owner_for(account) else { continue };
                let used = turn.state.is_used(&image.id);
                if !wanted(image, owner, used) {
                    continue;
                }
                if total >= offset && items.len() < limit {
                    let task = image.copied_by.as_deref().and_then(|id| turn.state.copy(id)).cloned();
                    items.push(Shown { image: image.clone(), owner, used, task, at: turn.now });
                }
                total += 1;
            }
            Ok(Page { total, items })
        })
    }

    /// Deletes an image of the caller. `force` forgives that instances use it.
    pub fn delete_image(&self, account: &str, region: &str, image: &str, force: bool) -> Result<(), Denied> {
        self.turn(|turn| {
            turn.atlas.region(region)?;
            let image = turn.own_image(account, region, image)?;
            let named = || image.id.clone();
            match image.state {
                ImageState::Copying | ImageState::Waiting => return Err(Denied::ImageBeingCopied(named())),
                ImageState::Making if !turn.atlas.rules.delete_unfinished => {
                    return Err(Denied::ImageBeingMade(named()));
                }
                ImageState::Importing => return Err(Denied::ImageImporting(named())),
                ImageState::Exporting => return Err(Denied::ImageExporting(named())),
                _ => {}
            }
            if !image.shared_with.is_empty() {
                return Err(Denied::ImageLent(named()));
            }
            if turn.state.is_used(&image.id) && !force {
                return Err(Denied::ImageInUse(named()));
            }
            turn.drop_image(&image);
            Ok(())
        })
    }

    /// Whether an image of that id is anywhere, whoever it belongs to.
    pub fn knows_image(&self, id: &str) -> Result<bool, Denied> {
        self.turn(|turn| Ok(turn.state.image(id).is_some()))
    }
}

impl Turn<'_> {
    pub(crate) fn visible_image(&self, account: &str, region: &str, id: &str) -> Result<Image, Denied> {
        let image = self
            .state
            .image(id)
            .filter(|image| image.region == region && image.owner_for(account).is_some())
            .ok_or_else(|| Denied::ImageUnknown(id.to_owned()))?;
        if self.account(account)?.forbidden.iter().any(|f| f == id) {
            return Err(Denied::Forbidden(id.to_owned()));
        }
        Ok(image.clone())
    }

    pub(crate) fn own_image(&self, account: &str, region: &str, id: &str) -> Result<Image, Denied> {
        let image = self.visible_image(account, region, id)?;
        match image.owner_for(account) {
            Some(Owner::Own) => Ok(image),
            _ => Err(Denied::ImageUnknown(id.to_owned())),
        }
    }

    pub(crate) fn free_name(&self, account: &str, region: &str, name: &str) -> Result<(), Denied> {
        let taken = self.atlas.rules.unique_names
            && !name.is_empty()
            && self.state.named(account, region, name).is_some();
        if taken { Err(Denied::NameTaken(name.to_owned())) } else { Ok(()) }
    }

    pub(crate) fn room_for_images(&self, account: &str, region: &Region) -> Result<(), Denied> {
        if self.state.image_count(account, &region.id) >= region.image_quota {
            return Err(Denied::ImageQuota(region.id.clone()));
        }
        Ok(())
    }

    pub(crate) fn room_for_snapshots(
        &self,
        account: &str,
        region: &Region,
        more: usize,
    ) -> Result<(), Denied> {
        if self.state.snapshot_count(account, &region.id) + more as u64 > region.snapshot_quota {
            return Err(Denied::SnapshotQuota(region.id.clone()));
        }
        Ok(())
    }

    /// The image goes away, with the task that brought it and the snapshots that were taken for it alone.
    pub(crate) fn drop_image(&mut self, image: &Image) {
        debug_assert_eq!(image.offer, Offer::Custom);
        self.change(Change::Remove(Kind::Image, image.id.clone()));
        for snapshot in image.disks.iter().filter_map(|d| d.snapshot.as_deref()) {
            let taken_for_it = self.state.snapshot(snapshot).is_some_and(|s| s.for_image);
            if taken_for_it && !self.state.is_in_an_image(snapshot) {
                self.change(Change::Remove(Kind::Snapshot, snapshot.to_owned()));
            }
        }
        if let Some(task) = image.copied_by.as_deref().filter(|id| self.state.copy(id).is_some()) {
            self.change(Change::Remove(Kind::Copy, task.to_owned()));
        }
    }
}
