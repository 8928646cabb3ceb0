//! The first vendor's operations: `RetCode`, projects, business groups.

mod images;
mod instances;
mod places;
mod refusals;
mod sigcal;

use std::sync::Arc;

use ucloud_image::operations::{
    CopyCustomImageRequest, CopyCustomImageResponse, CreateCustomImageRequest, CreateCustomImageResponse,
    DescribeImageRequest, DescribeImageResponse, DescribeUHostInstanceRequest, DescribeUHostInstanceResponse,
    GetProjectListRequest, GetProjectListResponse, GetRegionRequest, GetRegionResponse,
    StartUHostInstanceRequest, StartUHostInstanceResponse, StopUHostInstanceRequest,
    StopUHostInstanceResponse, TerminateCustomImageRequest, TerminateCustomImageResponse,
};
use ucloud_image::{Error, Service, documented};
use wire::{Caller, Violations};

use crate::faults::Faults;
use crate::world::World;

/// The first vendor's operations over a world.
#[derive(Debug)]
pub(crate) struct Images {
    world: Arc<World>,
    faults: Faults,
}

impl Images {
    pub(crate) fn new(world: Arc<World>, faults: Faults) -> Self {
        Images { world, faults }
    }
}

impl Service for Images {
    async fn copy_custom_image(
        &self,
        caller: &Caller,
        request: CopyCustomImageRequest,
    ) -> Result<CopyCustomImageResponse, Error> {
        images::copy(&self.world, caller, &request).map_err(refusals::of("CopyCustomImage"))
    }

    async fn create_custom_image(
        &self,
        caller: &Caller,
        request: CreateCustomImageRequest,
    ) -> Result<CreateCustomImageResponse, Error> {
        images::create(&self.world, caller, &request).map_err(refusals::of("CreateCustomImage"))
    }

    async fn describe_image(
        &self,
        caller: &Caller,
        request: DescribeImageRequest,
    ) -> Result<DescribeImageResponse, Error> {
        images::describe(&self.world, caller, &request).map_err(refusals::of("DescribeImage"))
    }

    async fn terminate_custom_image(
        &self,
        caller: &Caller,
        request: TerminateCustomImageRequest,
    ) -> Result<TerminateCustomImageResponse, Error> {
        images::terminate(&self.world, caller, &request).map_err(refusals::of("TerminateCustomImage"))
    }

    async fn describe_uhost_instance(
        &self,
        caller: &Caller,
        request: DescribeUHostInstanceRequest,
    ) -> Result<DescribeUHostInstanceResponse, Error> {
        instances::describe(&self.world, caller, &request).map_err(refusals::of("DescribeUHostInstance"))
    }

    async fn start_uhost_instance(
        &self,
        caller: &Caller,
        request: StartUHostInstanceRequest,
    ) -> Result<StartUHostInstanceResponse, Error> {
        instances::start(&self.world, caller, &request).map_err(refusals::of("StartUHostInstance"))
    }

    async fn stop_uhost_instance(
        &self,
        caller: &Caller,
        request: StopUHostInstanceRequest,
    ) -> Result<StopUHostInstanceResponse, Error> {
        instances::stop(&self.world, caller, &request).map_err(refusals::of("StopUHostInstance"))
    }

    async fn get_project_list(
        &self,
        caller: &Caller,
        _: GetProjectListRequest,
    ) -> Result<GetProjectListResponse, Error> {
        Ok(places::projects(&self.world, caller))
    }

    async fn get_region(&self, _: &Caller, _: GetRegionRequest) -> Result<GetRegionResponse, Error> {
        Ok(places::regions(&self.world))
    }

    fn admit(&self, operation: &'static str, violations: Violations) -> Result<(), Error> {
        let broken = self.faults.sift(violations);
        let Some(first) = broken.first() else { return Ok(()) };
        Err(match documented::tied(operation, first) {
            Some(row) => row.about(&first.parameter),
            None => documented::common::CODE_230.about(&first.parameter),
        })
    }
}
