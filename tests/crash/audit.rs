//! What must hold in a store at any moment, however the server ended.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use image_service::store::RedbLedger;
use image_service::world::{CopyTask, Image, ImageState, Ledger, Record, Snapshot, Stage};

/// Everything in a store, by its kind and id.
#[derive(Default)]
pub(crate) struct Records {
    pub(crate) images: BTreeMap<String, Image>,
    pub(crate) copies: BTreeMap<String, CopyTask>,
    pub(crate) snapshots: BTreeMap<String, Snapshot>,
}

/// Reads the store of a directory.
pub(crate) fn records(directory: &Path) -> Result<Records, String> {
    let ledger = RedbLedger::open(directory, super::SPEC).map_err(|e| e.to_string())?;
    let mut records = Records::default();
    for record in ledger.load().map_err(|e| e.to_string())? {
        match record {
            Record::Image(image) => drop(records.images.insert(image.id.clone(), image)),
            Record::Copy(task) => drop(records.copies.insert(task.id.clone(), task)),
            Record::Snapshot(snapshot) => drop(records.snapshots.insert(snapshot.id.clone(), snapshot)),
            Record::Instance(_) | Record::Token(_) | Record::Counter(_) => {}
        }
    }
    Ok(records)
}

/// No image in two states, no task without its image, one running copy a region, nothing half made.
pub(crate) fn holds(records: &Records) -> Result<(), String> {
    let Records { images, copies, snapshots } = records;
    let mut running = BTreeSet::new();
    for task in copies.values() {
        let Some(image) = images.get(&task.target) else {
            return Err(format!("task {} has no image", task.id));
        };
        let state = match task.stage {
            Stage::Waiting => ImageState::Waiting,
            Stage::Running { .. } | Stage::Arrived => ImageState::Copying,
            Stage::Done => ImageState::Available,
            Stage::Failed => ImageState::Failed,
        };
        if image.state != state {
            return Err(format!("task {} is {:?}, its image {:?}", task.id, task.stage, image.state));
        }
        if matches!(task.stage, Stage::Running { .. }) && !running.insert((&task.account, &task.region)) {
            return Err(format!("two copies run in {}", task.region));
        }
    }
    for task in copies.values().filter(|task| task.stage == Stage::Waiting) {
        if !running.contains(&(&task.account, &task.region)) {
            return Err(format!("task {} waits in {} for nothing", task.id, task.region));
        }
    }
    let mut names = BTreeSet::new();
    let mut used = BTreeSet::new();
    for image in images.values() {
        let is_copied = matches!(image.state, ImageState::Copying | ImageState::Waiting);
        if is_copied && !image.copied_by.as_ref().is_some_and(|task| copies.contains_key(task)) {
            return Err(format!("image {} is {:?} without a task", image.id, image.state));
        }
        if !image.name.is_empty() && !names.insert((&image.account, &image.region, &image.name)) {
            return Err(format!("two images in {} are called {}", image.region, image.name));
        }
        used.extend(image.disks.iter().filter_map(|disk| disk.snapshot.as_ref()));
    }
    match snapshots.values().find(|snapshot| snapshot.for_image && !used.contains(&snapshot.id)) {
        Some(left) => Err(format!("snapshot {} is left of an image that is gone", left.id)),
        None => Ok(()),
    }
}
