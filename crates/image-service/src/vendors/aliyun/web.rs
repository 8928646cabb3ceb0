//! The newer page of the second vendor: the same operations, and keys for encryption.

use aliyun_image_web::operations::{
    CancelCopyImageRequest, CancelCopyImageResponse, CopyImageRequest, CopyImageResponse, DeleteImageRequest,
    DeleteImageResponse,
};
use aliyun_image_web::{Error, Service, documented};
use wire::{Caller, Violations};

use super::refusals::Wanted;
use super::{Images, copies, refusals};
use crate::world::Denied;

impl Service for Images {
    async fn copy_image(
        &self,
        caller: &Caller,
        request: CopyImageRequest,
    ) -> Result<CopyImageResponse, Error> {
        named("ImageId", request.image_id.as_deref())?;
        named("RegionId", request.region_id.as_deref())?;
        let image = copies::copy(&self.world, caller, request.into()).map_err(refused("CopyImage"))?;
        Ok(CopyImageResponse { image_id: Some(image), ..Default::default() })
    }

    async fn cancel_copy_image(
        &self,
        caller: &Caller,
        request: CancelCopyImageRequest,
    ) -> Result<CancelCopyImageResponse, Error> {
        let image = named("ImageId", request.image_id.as_deref())?;
        let region = named("RegionId", request.region_id.as_deref())?;
        self.world.cancel_copy(&caller.account, region, image).map_err(refused("CancelCopyImage"))?;
        Ok(CancelCopyImageResponse::default())
    }

    async fn delete_image(
        &self,
        caller: &Caller,
        request: DeleteImageRequest,
    ) -> Result<DeleteImageResponse, Error> {
        let image = named("ImageId", request.image_id.as_deref())?;
        let region = named("RegionId", request.region_id.as_deref())?;
        copies::delete(&self.world, caller, region, image, request.force.unwrap_or(false))
            .map_err(refused("DeleteImage"))?;
        Ok(DeleteImageResponse::default())
    }

    fn admit(&self, operation: &'static str, violations: Violations) -> Result<(), Error> {
        let broken = self.faults.sift(violations);
        broken.first().map_or(Ok(()), |first| Err(error(operation, refusals::broken(operation, first))))
    }
}

/// The page lost the column that tells what is required. What can't be done without is demanded.
fn named<'a>(name: &str, value: Option<&'a str>) -> Result<&'a str, Error> {
    value.filter(|value| !value.is_empty()).ok_or_else(|| documented::common::MISSING_PARAMETER.about(name))
}

fn refused(operation: &'static str) -> impl Fn(Denied) -> Error {
    move |denied| error(operation, refusals::wanted(operation, &denied))
}

fn error(operation: &str, wanted: Wanted) -> Error {
    let mut rows = documented::of(operation).iter().chain(documented::common::ALL);
    match rows.find(|row| wanted.is(row.code, row.message)) {
        Some(row) => row.about(&wanted.subject),
        None => documented::common::INVALID_PARAMETER.about(&wanted.subject),
    }
}
