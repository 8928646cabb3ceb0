//! Copying, making, listing and deleting images.

use ucloud_image::operations::copy_custom_image::CopyImageTaskInfo;
use ucloud_image::operations::describe_image::{BasePriceSet, UHostImageSet};
use ucloud_image::operations::{
    CopyCustomImageRequest, CopyCustomImageResponse, CreateCustomImageRequest, CreateCustomImageResponse,
    DescribeImageRequest, DescribeImageResponse, TerminateCustomImageRequest, TerminateCustomImageResponse,
};
use wire::Caller;

use super::places::{count, given, project};
use crate::world::{
    CopyOrder, Denied, DiskKind, Image, ImageState, MakeOrder, Offer, Product, Shown, Source, World,
};

/// What `Limit` is when it is not sent.
const LIMIT: i64 = 20;

pub(super) fn copy(
    world: &World,
    caller: &Caller,
    request: &CopyCustomImageRequest,
) -> Result<CopyCustomImageResponse, Denied> {
    world.place(&request.region, given(request.zone.as_deref()))?;
    let batch = !request.target_region_list.is_empty();
    let targets = match given(request.target_region.as_deref()) {
        _ if batch => request.target_region_list.clone(),
        Some(region) => vec![region.to_owned()],
        None => Vec::new(),
    };
    let copies = world.copy_image(&CopyOrder {
        account: caller.account.clone(),
        region: request.region.clone(),
        project: Some(project(world, caller, request.project_id.as_deref())?),
        image: request.source_image_id.clone(),
        targets,
        target_project: Some(project(world, caller, Some(&request.target_project_id))?),
        name: request.target_image_name.clone().unwrap_or_default(),
        description: request.target_image_description.clone().unwrap_or_default(),
        group: request.target_image_tag.clone().unwrap_or_else(|| String::from("Default")),
        ..CopyOrder::default()
    })?;
    if batch {
        let infos = copies.into_iter().map(|copied| CopyImageTaskInfo {
            task_id: Some(copied.task),
            target_image_id: Some(copied.image),
            target_region: Some(copied.region),
        });
        return Ok(CopyCustomImageResponse { infos: infos.collect(), ..Default::default() });
    }
    let copied = copies.into_iter().next();
    Ok(CopyCustomImageResponse {
        target_image_id: copied.as_ref().map(|copied| copied.image.clone()),
        task_id: copied.map(|copied| copied.task),
        ..Default::default()
    })
}

pub(super) fn create(
    world: &World,
    caller: &Caller,
    request: &CreateCustomImageRequest,
) -> Result<CreateCustomImageResponse, Denied> {
    world.place(&request.region, given(request.zone.as_deref()))?;
    let made = world.make_image(&MakeOrder {
        account: caller.account.clone(),
        region: request.region.clone(),
        project: Some(project(world, caller, request.project_id.as_deref())?),
        source: Source::Instance {
            id: request.uhost_id.clone(),
            data_disks: Some(request.data_udisk_ids.clone()),
        },
        name: request.image_name.clone(),
        description: request.image_description.clone().unwrap_or_default(),
        ..MakeOrder::default()
    })?;
    Ok(CreateCustomImageResponse { image_id: Some(made.image), data_snapshot_ids: made.data_snapshots })
}

pub(super) fn terminate(
    world: &World,
    caller: &Caller,
    request: &TerminateCustomImageRequest,
) -> Result<TerminateCustomImageResponse, Denied> {
    project(world, caller, request.project_id.as_deref())?;
    // No page knows of images in use: instances keep their own disks.
    world.delete_image(&caller.account, &request.region, &request.image_id, true)?;
    Ok(TerminateCustomImageResponse { image_id: Some(request.image_id.clone()) })
}

pub(super) fn describe(
    world: &World,
    caller: &Caller,
    request: &DescribeImageRequest,
) -> Result<DescribeImageResponse, Denied> {
    let zone = given(request.zone.as_deref());
    world.place(&request.region, zone)?;
    let project = project(world, caller, request.project_id.as_deref())?;
    let ids =
        || given(request.image_id.as_deref()).into_iter().chain(request.image_ids.iter().map(String::as_str));
    let is = |wanted: &Option<String>, got: &str| given(wanted.as_deref()).is_none_or(|wanted| wanted == got);
    let func_type = given(request.func_type.as_deref()).filter(|f| ["gpu", "app", "uhost"].contains(f));
    let wanted = |image: &Image, _, _| {
        (image.offer != Offer::Custom || image.project == project)
            && zone.is_none_or(|zone| zone == image.zone)
            && (ids().next().is_none() || ids().any(|id| id == image.id))
            && is(&request.image_type, image_type(image))
            && is(&request.os_type, os_type(image))
            && is(&request.tag, &image.group)
            // What is not one of the three is passed over, says the page.
            && func_type.is_none_or(|wanted| func_type_of(image) == Some(wanted))
    };
    let offset = usize::try_from(request.offset.unwrap_or(0)).unwrap_or(0);
    let limit = usize::try_from(request.limit.unwrap_or(LIMIT)).unwrap_or(0);
    let page = world.images(&caller.account, &request.region, offset, limit, wanted)?;
    let with_prices = request.price_set == Some(1);
    Ok(DescribeImageResponse {
        total_count: Some(count(page.total)),
        image_set: page.items.iter().map(|shown| described(shown, with_prices)).collect(),
    })
}

fn described(shown: &Shown, with_prices: bool) -> UHostImageSet {
    let image = &shown.image;
    let product = |field: fn(&Product) -> &String| image.product.as_ref().map(field).cloned();
    let data = image.disks.iter().filter(|disk| disk.kind == DiskKind::Data);
    UHostImageSet {
        zone: Some(image.zone.clone()),
        image_id: Some(image.id.clone()),
        image_name: Some(image.name.clone()),
        tag: Some(image.group.clone()),
        os_type: Some(os_type(image).into()),
        os_name: Some(image.os.name.clone()),
        image_type: Some(image_type(image).into()),
        features: image.os.features.clone(),
        func_type: func_type_of(image).map(|kind| kind.to_owned().into()),
        integrated_software: product(|p| &p.software),
        vendor: product(|p| &p.vendor),
        links: product(|p| &p.link),
        state: Some(state(image.state).into()),
        image_description: Some(image.description.clone()),
        create_time: Some(image.created.seconds()),
        image_size: Some(image.size),
        minimal_cpu: Some(image.os.minimal_cpu.clone()),
        maintain_eol: Some(image.os.end_of_life.clone()),
        data_snapshot_ids: data.filter_map(|disk| disk.snapshot.clone()).collect(),
        supported_gpu_types: image.os.gpu_types.clone(),
        scene_categories: image.product.iter().flat_map(|product| product.scenes.clone()).collect(),
        primary_software: product(|p| &p.software),
        price_set: image.product.iter().filter(|_| with_prices).map(price).collect(),
    }
}

fn price(product: &Product) -> BasePriceSet {
    BasePriceSet {
        charge_type: Some(String::from("Month")),
        price: Some(product.monthly_price),
        original_price: Some(product.monthly_price),
    }
}

fn image_type(image: &Image) -> &'static str {
    match image.offer {
        Offer::System => "Base",
        Offer::Marketplace => "Business",
        Offer::Custom => "Custom",
    }
}

fn os_type(image: &Image) -> &'static str {
    if image.os.windows { "Windows" } else { "Linux" }
}

fn func_type_of(image: &Image) -> Option<&str> {
    image.product.as_ref().map(|product| product.kind.as_str())
}

fn state(state: ImageState) -> &'static str {
    match state {
        ImageState::Available | ImageState::Deprecated | ImageState::Exporting => "Available",
        ImageState::Making | ImageState::Importing => "Making",
        ImageState::Waiting | ImageState::Copying => "Copying",
        ImageState::Unavailable | ImageState::Failed => "Unavailable",
    }
}
