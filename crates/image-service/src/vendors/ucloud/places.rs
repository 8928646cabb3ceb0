//! Projects and regions.

use ucloud_image::operations::get_project_list::ProjectListInfo;
use ucloud_image::operations::get_region::RegionInfo;
use ucloud_image::operations::{GetProjectListResponse, GetRegionResponse};
use wire::Caller;

use crate::world::{Denied, World};

/// The project that a request is about. The page says that a sub-account must name one: the accounts
/// of a world file are main accounts.
pub(super) fn project(world: &World, caller: &Caller, id: Option<&str>) -> Result<String, Denied> {
    world.project(&caller.account, given(id)).map(|project| project.id.clone())
}

/// An empty text is nothing.
pub(super) fn given(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

pub(super) fn projects(world: &World, caller: &Caller) -> GetProjectListResponse {
    let account = world.atlas().accounts.iter().find(|account| account.id == caller.account);
    let project_set: Vec<ProjectListInfo> = account
        .map(|account| account.projects.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|project| ProjectListInfo {
            project_id: project.id.clone(),
            project_name: project.name.clone(),
            create_time: project.created.seconds(),
            is_default: project.default,
            member_count: project.members,
            // The page calls it deprecated; the vendor's own example has it beside the others.
            resource_count: 0,
            ..ProjectListInfo::default()
        })
        .collect();
    GetProjectListResponse { project_count: count(project_set.len()), project_set }
}

/// Each zone is a row: the page's "data center" is a zone.
pub(super) fn regions(world: &World) -> GetRegionResponse {
    let regions = world.atlas().regions.iter().flat_map(|region| {
        (0..).zip(&region.zones).map(move |(place, zone)| RegionInfo {
            region_id: region.number + place,
            region_name: zone.clone(),
            is_default: region.default && place == 0,
            bit_maps: String::from("1111111111111111"),
            region: region.id.clone(),
            zone: zone.clone(),
        })
    });
    GetRegionResponse { regions: regions.collect() }
}

/// A number of things, as the wire counts them.
pub(super) fn count(things: usize) -> i64 {
    i64::try_from(things).unwrap_or(i64::MAX)
}
