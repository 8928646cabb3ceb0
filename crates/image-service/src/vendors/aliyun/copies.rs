//! Copying images, and deleting them.

use wire::Caller;

use crate::world::{CopyOrder, Denied, Tag, World};

/// What both pages on CopyImage take, together.
#[derive(Debug, Default)]
pub(super) struct Copy {
    region: String,
    image: String,
    target: Option<String>,
    name: Option<String>,
    description: Option<String>,
    encrypted: Option<bool>,
    master_key: Option<String>,
    tags: Vec<Tag>,
}

impl From<aliyun_image::operations::CopyImageRequest> for Copy {
    fn from(request: aliyun_image::operations::CopyImageRequest) -> Self {
        let tag = |tag: aliyun_image::operations::copy_image::CopyImageRequestTag| {
            Some(Tag { key: tag.key?, value: tag.value.unwrap_or_default() })
        };
        Copy {
            region: request.region_id,
            image: request.image_id,
            target: request.destination_region_id,
            name: request.destination_image_name,
            description: request.destination_description,
            encrypted: request.encrypted,
            master_key: None,
            tags: request.tag.into_iter().filter_map(tag).collect(),
        }
    }
}

impl From<aliyun_image_web::operations::CopyImageRequest> for Copy {
    fn from(request: aliyun_image_web::operations::CopyImageRequest) -> Self {
        Copy {
            region: request.region_id.unwrap_or_default(),
            image: request.image_id.unwrap_or_default(),
            target: request.destination_region_id,
            name: request.destination_image_name,
            description: request.destination_description,
            encrypted: request.encrypted,
            master_key: request.kms_key_id,
            tags: Vec::new(),
        }
    }
}

/// Begins a copy, and tells the new image.
pub(super) fn copy(world: &World, caller: &Caller, copy: Copy) -> Result<String, Denied> {
    let given = |text: Option<String>| text.filter(|text| !text.is_empty());
    let mut copies = world.copy_image(&CopyOrder {
        account: caller.account.clone(),
        region: copy.region,
        image: copy.image,
        targets: given(copy.target).into_iter().collect(),
        elsewhere_only: true,
        name: copy.name.unwrap_or_default(),
        description: copy.description.unwrap_or_default(),
        tags: copy.tags,
        encrypted: copy.encrypted.unwrap_or(false),
        master_key: given(copy.master_key),
        ..CopyOrder::default()
    })?;
    Ok(copies.pop().map(|copied| copied.image).unwrap_or_default())
}

/// Deletes an image. Of one that does not exist the page says that the request is ignored; one that
/// does, but not under the account, is not found.
pub(super) fn delete(
    world: &World,
    caller: &Caller,
    region: &str,
    image: &str,
    force: bool,
) -> Result<(), Denied> {
    match world.delete_image(&caller.account, region, image, force) {
        Err(Denied::ImageUnknown(_)) if !world.knows_image(image)? => Ok(()),
        answer => answer,
    }
}
