//! Making images.

use aliyun_image::operations::CreateImageRequest;
use aliyun_image::operations::create_image::CreateImageRequestDiskDeviceMapping;
use wire::Caller;

use crate::world::{Denied, DiskKind, DiskOrder, MakeOrder, Source, Tag, World};

/// Begins to make an image, and tells its id.
pub(super) fn create(world: &World, caller: &Caller, request: CreateImageRequest) -> Result<String, Denied> {
    let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    // What is named beside the source of higher priority is passed over, says the page.
    let source = if let Some(id) = given(&request.instance_id) {
        Source::Instance { id, data_disks: None }
    } else if !request.disk_device_mapping.is_empty() {
        Source::Disks(request.disk_device_mapping.iter().map(disk).collect())
    } else if let Some(id) = given(&request.snapshot_id) {
        Source::Snapshot(id)
    } else {
        Source::Nothing
    };
    let mut tags = Vec::new();
    for tag in &request.tag {
        match tag.key.as_ref().or(tag.key_2.as_ref()) {
            Some(key) if key.is_empty() => return Err(Denied::TagKeyEmpty),
            Some(key) => {
                let value = tag.value.as_ref().or(tag.value_2.as_ref()).cloned().unwrap_or_default();
                tags.push(Tag { key: key.clone(), value });
            }
            None => {}
        }
    }
    let made = world.make_image(&MakeOrder {
        account: caller.account.clone(),
        region: request.region_id.clone(),
        project: None,
        source,
        name: request.image_name.clone().unwrap_or_default(),
        description: request.description.clone().unwrap_or_default(),
        family: request.image_family.clone().unwrap_or_default(),
        version: request.image_version.clone().unwrap_or_default(),
        resource_group: given(&request.resource_group_id),
        tags,
        platform: request.platform.as_ref().map(|platform| platform.as_str().to_owned()),
        architecture: request.architecture.as_ref().map(|architecture| architecture.as_str().to_owned()),
        token: given(&request.client_token),
    })?;
    Ok(made.image)
}

fn disk(mapping: &CreateImageRequestDiskDeviceMapping) -> DiskOrder {
    let kind = mapping.disk_type.as_ref().map(|kind| match kind.as_str() {
        "system" => DiskKind::System,
        _ => DiskKind::Data,
    });
    DiskOrder {
        snapshot: mapping.snapshot_id.clone().filter(|id| !id.is_empty()),
        size: mapping.size,
        device: mapping.device.clone().filter(|device| !device.is_empty()),
        kind,
    }
}
