//! Listing regions.

use aliyun_image::operations::describe_regions::{
    DescribeRegionsResponseRegions, DescribeRegionsResponseRegionsRegion,
};
use aliyun_image::operations::{DescribeRegionsRequest, DescribeRegionsResponse};

use crate::world::World;

/// The language of the names when none is asked for.
const LANGUAGE: &str = "zh-CN";

pub(super) fn describe(world: &World, request: &DescribeRegionsRequest) -> DescribeRegionsResponse {
    let language = request.accept_language.as_ref().map_or(LANGUAGE, |language| language.as_str());
    let region = world.atlas().regions.iter().map(|region| {
        let name = region.names.get(language).unwrap_or(&region.id);
        DescribeRegionsResponseRegionsRegion {
            local_name: Some(name.clone()),
            region_endpoint: Some(format!("ecs.{}.aliyuncs.com", region.id)),
            region_id: Some(region.id.clone()),
            status: Some(if region.sold_out { "soldOut" } else { "available" }.to_owned().into()),
        }
    });
    DescribeRegionsResponse {
        regions: Some(DescribeRegionsResponseRegions { region: region.collect() }),
        ..DescribeRegionsResponse::default()
    }
}
