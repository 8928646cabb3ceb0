//! The reseller of the first vendor: other pages, the same operations.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sigcal_image::operations::{
    CopyCustomImageRequest, CopyCustomImageResponse, CreateCustomImageRequest, CreateCustomImageResponse,
    DescribeImageRequest, DescribeImageResponse, GetProjectListRequest, GetProjectListResponse,
    GetRegionRequest, GetRegionResponse, TerminateCustomImageRequest, TerminateCustomImageResponse,
};
use sigcal_image::{Error, Service, documented};
use ucloud_image::Service as Original;
use wire::{Caller, Violations};

use super::Images;

impl Service for Images {
    async fn copy_custom_image(
        &self,
        caller: &Caller,
        request: CopyCustomImageRequest,
    ) -> Result<CopyCustomImageResponse, Error> {
        same(Original::copy_custom_image(self, caller, same(request)?).await.map_err(resold)?)
    }

    async fn create_custom_image(
        &self,
        caller: &Caller,
        request: CreateCustomImageRequest,
    ) -> Result<CreateCustomImageResponse, Error> {
        same(Original::create_custom_image(self, caller, same(request)?).await.map_err(resold)?)
    }

    async fn describe_image(
        &self,
        caller: &Caller,
        request: DescribeImageRequest,
    ) -> Result<DescribeImageResponse, Error> {
        same(Original::describe_image(self, caller, same(request)?).await.map_err(resold)?)
    }

    async fn get_project_list(
        &self,
        caller: &Caller,
        request: GetProjectListRequest,
    ) -> Result<GetProjectListResponse, Error> {
        same(Original::get_project_list(self, caller, same(request)?).await.map_err(resold)?)
    }

    async fn get_region(
        &self,
        caller: &Caller,
        request: GetRegionRequest,
    ) -> Result<GetRegionResponse, Error> {
        same(Original::get_region(self, caller, same(request)?).await.map_err(resold)?)
    }

    async fn terminate_custom_image(
        &self,
        caller: &Caller,
        request: TerminateCustomImageRequest,
    ) -> Result<TerminateCustomImageResponse, Error> {
        same(Original::terminate_custom_image(self, caller, same(request)?).await.map_err(resold)?)
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

/// The same thing in the other crate's types: both have one form on the wire.
fn same<A: Serialize, B: DeserializeOwned>(value: A) -> Result<B, Error> {
    serde_json::to_value(value)
        .and_then(serde_json::from_value)
        .map_err(|e| Error::other(None, documented::common::CODE_130.code, e.to_string()))
}

fn resold(error: ucloud_image::Error) -> Error {
    Error::other(error.http_status, error.code.as_str(), error.message)
}
