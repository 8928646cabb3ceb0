//! Listing images.

use aliyun_image::operations::describe_images::{
    DescribeImagesRequestTag, DescribeImagesResponseImages, DescribeImagesResponseImagesImage as Listed,
    DescribeImagesResponseImagesImageDiskDeviceMappings as Mappings,
    DescribeImagesResponseImagesImageDiskDeviceMappingsDiskDeviceMapping as Mapping,
    DescribeImagesResponseImagesImageTags as Tags, DescribeImagesResponseImagesImageTagsTag as ListedTag,
};
use aliyun_image::operations::{DescribeImagesRequest, DescribeImagesResponse};
use wire::Caller;

use crate::world::{Denied, DiskKind, Image, ImageDisk, ImageState, Moment, Owner, Shown, Tag, World};

/// `PageSize` when it is not sent.
const PAGE_SIZE: i64 = 10;

/// How many ids one request may name.
const MOST_IDS: usize = 100;

pub(super) fn describe(
    world: &World,
    caller: &Caller,
    request: &DescribeImagesRequest,
) -> Result<DescribeImagesResponse, Denied> {
    let wanted = Wish::of(world, request)?;
    if request.dry_run == Some(true) {
        return Err(Denied::Rehearsed);
    }
    let number = request.page_number.unwrap_or(1).max(1);
    let size = request.page_size.unwrap_or(PAGE_SIZE).max(0);
    let offset = usize::try_from((number - 1).saturating_mul(size)).unwrap_or(usize::MAX);
    let limit = usize::try_from(size).unwrap_or(0);
    let page = world.images(&caller.account, &request.region_id, offset, limit, |image, owner, used| {
        wanted.holds(image, owner, used)
    })?;
    Ok(DescribeImagesResponse {
        images: Some(DescribeImagesResponseImages { image: page.items.iter().map(listed).collect() }),
        page_number: Some(number),
        page_size: Some(size),
        region_id: Some(request.region_id.clone()),
        total_count: Some(i64::try_from(page.total).unwrap_or(i64::MAX)),
        ..DescribeImagesResponse::default()
    })
}

/// Which images are asked for.
struct Wish<'a> {
    request: &'a DescribeImagesRequest,
    states: Vec<&'a str>,
    ids: Vec<&'a str>,
    tags: Vec<Hung<'a>>,
    after: Option<Moment>,
    before: Option<Moment>,
}

impl<'a> Wish<'a> {
    fn of(world: &World, request: &'a DescribeImagesRequest) -> Result<Self, Denied> {
        world.place(&request.region_id, None)?;
        if let Some(name) = given(&request.instance_type)
            && !world.atlas().instance_types.iter().any(|sold| sold == name)
        {
            return Err(Denied::InstanceTypeUnknown(name.to_owned()));
        }
        let states = states(request.status.as_ref().map(|status| status.as_str()))?;
        let ids: Vec<&str> = between_commas(given(&request.image_id)).collect();
        if ids.len() > MOST_IDS {
            return Err(Denied::FilterMalformed(String::from("ImageId")));
        }
        let tags = tags(&request.tag)?;
        let mut wish = Wish { request, states, ids, tags, after: None, before: None };
        for filter in &request.filter {
            wish.filter(filter.key.as_deref(), given(&filter.value))?;
        }
        Ok(wish)
    }

    fn filter(&mut self, key: Option<&str>, value: Option<&str>) -> Result<(), Denied> {
        let malformed = |what: &str| Denied::FilterMalformed(what.to_owned());
        let moment = value.map(|v| Moment::from_iso(v).ok_or_else(|| malformed(v))).transpose()?;
        match (key, moment) {
            (Some("CreationStartTime"), moment) => self.after = moment.or(self.after),
            (Some("CreationEndTime"), moment) => self.before = moment.or(self.before),
            (Some(other), _) => return Err(malformed(other)),
            (None, Some(_)) => return Err(malformed("without a key")),
            (None, None) => {}
        }
        Ok(())
    }

    fn holds(&self, image: &Image, owner: Owner, used: bool) -> bool {
        let request = self.request;
        let is = |wanted: &Option<String>, got: &str| given(wanted).is_none_or(|wanted| wanted == got);
        let owned = match request.image_owner_alias.as_ref().map(|alias| alias.as_str()) {
            None | Some("") => owner != Owner::Marketplace,
            Some(wanted) => wanted == alias(owner),
        };
        let of_snapshot = |id: &str| image.disks.iter().any(|disk| disk.snapshot.as_deref() == Some(id));
        owned
            && self.states.contains(&status_asked(image.state))
            && (self.ids.is_empty() || self.ids.contains(&image.id.as_str()))
            && is(&request.image_name, &image.name)
            && is(&request.image_family, &image.family)
            && is(&request.resource_group_id, &image.resource_group)
            && given(&request.snapshot_id).is_none_or(of_snapshot)
            && request.os_type.as_ref().is_none_or(|wanted| wanted.as_str() == os_type(image))
            && request.architecture.as_ref().is_none_or(|wanted| wanted.as_str() == image.os.architecture)
            && request.usage.as_ref().is_none_or(|wanted| wanted.as_str() == usage(used))
            && request.is_support_cloudinit.is_none_or(|wanted| wanted == image.os.cloud_init)
            // Every image of this world runs on such instances.
            && request.is_support_io_optimized.is_none_or(|wanted| wanted)
            && self.tags.iter().all(|wanted| image.tags.iter().any(|tag| wanted.fits(tag)))
            && self.after.is_none_or(|after| image.created > after)
            && self.before.is_none_or(|before| image.created < before)
    }
}

fn given(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|text| !text.is_empty())
}

fn between_commas(text: Option<&str>) -> impl Iterator<Item = &str> {
    text.into_iter().flat_map(|text| text.split(',')).map(str::trim)
}

/// The states that are asked for; `Available` when none is named.
fn states(asked: Option<&str>) -> Result<Vec<&str>, Denied> {
    const KNOWN: [&str; 6] =
        ["Creating", "Waiting", "Available", "UnAvailable", "CreateFailed", "Deprecated"];
    let states: Vec<&str> =
        between_commas(Some(asked.filter(|s| !s.is_empty()).unwrap_or("Available"))).collect();
    match states.iter().find(|state| !KNOWN.contains(state)) {
        Some(unknown) => Err(Denied::FilterMalformed((*unknown).to_owned())),
        None => Ok(states),
    }
}

/// A tag that is asked for: by key, by value, by both.
struct Hung<'a> {
    key: Option<&'a str>,
    value: Option<&'a str>,
}

impl Hung<'_> {
    fn fits(&self, tag: &Tag) -> bool {
        self.key.is_none_or(|key| key == tag.key) && self.value.is_none_or(|value| value == tag.value)
    }
}

/// The page lets keys and values be sent without each other, and knows the error that they don't match:
/// that is so where values have no key beside others that have one.
fn tags(asked: &[DescribeImagesRequestTag]) -> Result<Vec<Hung<'_>>, Denied> {
    let tags = asked.iter().map(|tag| Hung {
        key: tag.key.as_deref().or(tag.key_2.as_deref()),
        value: tag.value.as_deref().or(tag.value_2.as_deref()).filter(|value| !value.is_empty()),
    });
    let tags: Vec<Hung<'_>> = tags.collect();
    let keyless = tags.iter().find(|tag| tag.key.is_none()).and_then(|tag| tag.value);
    match keyless {
        Some(value) if tags.iter().any(|tag| tag.key.is_some()) => Err(Denied::TagMismatch(value.to_owned())),
        _ => Ok(tags),
    }
}

fn listed(shown: &Shown) -> Listed {
    let image = &shown.image;
    let text = |text: &str| Some(text.to_owned());
    let (progress, remaining) = match (&shown.task, image.state) {
        (Some(task), _) => task.progress(shown.at),
        (None, ImageState::Making) => (0, 0),
        (None, _) => (100, 0),
    };
    let is_copying = matches!(image.state, ImageState::Copying | ImageState::Waiting);
    let mapping = |disk: &ImageDisk| mapping(disk, is_copying.then_some((progress, remaining)));
    let tags =
        image.tags.iter().map(|tag| ListedTag { tag_key: text(&tag.key), tag_value: text(&tag.value) });
    Listed {
        architecture: text(&image.os.architecture).map(Into::into),
        creation_time: Some(image.created.to_iso()),
        description: text(&image.description),
        disk_device_mappings: Some(Mappings {
            disk_device_mapping: image.disks.iter().map(mapping).collect(),
        }),
        image_family: text(&image.family),
        image_id: text(&image.id),
        image_name: text(&image.name),
        image_owner_alias: text(alias(shown.owner)).map(Into::into),
        image_version: text(&image.version),
        is_copied: Some(image.copied_by.is_some()),
        is_self_shared: Some((!image.shared_with.is_empty()).to_string()),
        is_subscribed: Some(false),
        is_support_cloudinit: Some(image.os.cloud_init),
        is_support_io_optimized: Some(true),
        os_name: text(&image.os.name),
        os_name_en: text(&image.os.english_name),
        os_type: text(os_type(image)).map(Into::into),
        platform: text(&image.os.platform),
        product_code: text(image.product.as_ref().map_or("", |product| product.code.as_str())),
        progress: Some(format!("{progress}%")),
        resource_group_id: text(&image.resource_group),
        size: Some(image.size),
        status: text(status(image.state)).map(Into::into),
        tags: Some(Tags { tag: tags.collect() }),
        usage: text(usage(shown.used)).map(Into::into),
    }
}

fn mapping(disk: &ImageDisk, copying: Option<(i64, i64)>) -> Mapping {
    let (progress, remaining) = copying.map_or((String::new(), 0), |(done, left)| (format!("{done}%"), left));
    Mapping {
        device: Some(disk.device.clone()),
        format: Some(String::new()),
        import_oss_bucket: Some(String::new()),
        import_oss_object: Some(String::new()),
        progress: Some(progress),
        remain_time: Some(remaining),
        size: Some(disk.size.to_string()),
        snapshot_id: Some(disk.snapshot.clone().unwrap_or_default()),
        r#type: Some(if disk.kind == DiskKind::System { "system" } else { "data" }.to_owned()),
    }
}

fn alias(owner: Owner) -> &'static str {
    match owner {
        Owner::Own => "self",
        Owner::Others => "others",
        Owner::System => "system",
        Owner::Marketplace => "marketplace",
    }
}

fn usage(used: bool) -> &'static str {
    if used { "instance" } else { "none" }
}

fn os_type(image: &Image) -> &'static str {
    if image.os.windows { "windows" } else { "linux" }
}

/// The word for a state when images are asked for.
fn status_asked(state: ImageState) -> &'static str {
    match state {
        ImageState::Waiting => "Waiting",
        ImageState::Deprecated => "Deprecated",
        other => status(other),
    }
}

/// The word for a state in an answer: the page has fewer there than for asking.
fn status(state: ImageState) -> &'static str {
    match state {
        ImageState::Making | ImageState::Waiting | ImageState::Copying | ImageState::Importing => "Creating",
        ImageState::Available | ImageState::Exporting | ImageState::Deprecated => "Available",
        ImageState::Unavailable => "UnAvailable",
        ImageState::Failed => "CreateFailed",
    }
}
