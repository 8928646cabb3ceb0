//! The second vendor's operations: HTTP statuses, codes and messages of each page.

mod copies;
mod listing;
mod making;
mod refusals;
mod regions;
mod web;

use std::sync::Arc;

use aliyun_image::operations::{
    CancelCopyImageRequest, CancelCopyImageResponse, CopyImageRequest, CopyImageResponse, CreateImageRequest,
    CreateImageResponse, DeleteImageRequest, DeleteImageResponse, DescribeImagesRequest,
    DescribeImagesResponse, DescribeRegionsRequest, DescribeRegionsResponse,
};
use aliyun_image::{Error, Service, documented};
use wire::{Caller, Violation, Violations};

use crate::faults::Faults;
use crate::world::{Denied, World};
use refusals::Wanted;

/// The second vendor's operations over a world.
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
    async fn copy_image(
        &self,
        caller: &Caller,
        request: CopyImageRequest,
    ) -> Result<CopyImageResponse, Error> {
        let image = copies::copy(&self.world, caller, request.into()).map_err(refused("CopyImage"))?;
        Ok(CopyImageResponse { image_id: Some(image), ..Default::default() })
    }

    async fn cancel_copy_image(
        &self,
        caller: &Caller,
        request: CancelCopyImageRequest,
    ) -> Result<CancelCopyImageResponse, Error> {
        self.world
            .cancel_copy(&caller.account, &request.region_id, &request.image_id)
            .map_err(refused("CancelCopyImage"))?;
        Ok(CancelCopyImageResponse::default())
    }

    async fn create_image(
        &self,
        caller: &Caller,
        request: CreateImageRequest,
    ) -> Result<CreateImageResponse, Error> {
        let image = making::create(&self.world, caller, request).map_err(refused("CreateImage"))?;
        Ok(CreateImageResponse { image_id: Some(image), ..Default::default() })
    }

    async fn delete_image(
        &self,
        caller: &Caller,
        request: DeleteImageRequest,
    ) -> Result<DeleteImageResponse, Error> {
        let force = request.force.unwrap_or(false);
        copies::delete(&self.world, caller, &request.region_id, &request.image_id, force)
            .map_err(refused("DeleteImage"))?;
        Ok(DeleteImageResponse::default())
    }

    async fn describe_images(
        &self,
        caller: &Caller,
        request: DescribeImagesRequest,
    ) -> Result<DescribeImagesResponse, Error> {
        listing::describe(&self.world, caller, &request).map_err(refused("DescribeImages"))
    }

    async fn describe_regions(
        &self,
        _: &Caller,
        request: DescribeRegionsRequest,
    ) -> Result<DescribeRegionsResponse, Error> {
        Ok(regions::describe(&self.world, &request))
    }

    fn admit(&self, operation: &'static str, violations: Violations) -> Result<(), Error> {
        let broken = self.faults.sift(violations);
        let first = broken.iter().find(|violation| !operation_knows_better(operation, violation));
        first.map_or(Ok(()), |first| Err(error(operation, refusals::broken(operation, first))))
    }
}

/// Rules that an operation sees to itself, because a list of values can't tell them: several states may be given
/// between commas.
fn operation_knows_better(operation: &str, violation: &Violation) -> bool {
    (operation, violation.parameter.as_str()) == ("DescribeImages", "Status")
}

/// Turns refusals of the world into those of an operation.
fn refused(operation: &'static str) -> impl Fn(Denied) -> Error {
    move |denied| error(operation, refusals::wanted(operation, &denied))
}

/// The row of the operation's page, or of the page on common errors.
fn error(operation: &str, wanted: Wanted) -> Error {
    let mut rows = documented::of(operation).iter().chain(documented::common::ALL);
    match rows.find(|row| wanted.is(row.code, row.message)) {
        Some(row) => row.about(&wanted.subject),
        None => documented::common::INVALID_PARAMETER.about(&wanted.subject),
    }
}
