//! The service that the pages describe: implement it, and an endpoint calls it.

use std::future::Future;
use std::sync::Arc;

use super::documented;
use super::error::Error;
use super::operations::{
    CopyCustomImageRequest, CopyCustomImageResponse, CreateCustomImageRequest,
    CreateCustomImageResponse, DescribeImageRequest, DescribeImageResponse,
    GetProjectListRequest, GetProjectListResponse, GetRegionRequest, GetRegionResponse,
    TerminateCustomImageRequest, TerminateCustomImageResponse,
};

/// The documented operations. A request that reaches a method has passed [`Service::admit`].
pub trait Service: Send + Sync + 'static {
    /// Copy Custom Image
    ///
    /// `CopyCustomImage` (Copy Custom Image), `pages/copy_custom_image.txt:1`.
    fn copy_custom_image(
        &self,
        caller: &wire::Caller,
        request: CopyCustomImageRequest,
    ) -> impl Future<Output = Result<CopyCustomImageResponse, Error>> + Send;

    /// Makes a custom image from the specified UHost instance.
    ///
    /// `CreateCustomImage` (Create Custom Image), `pages/create_custom_image.txt:1`.
    fn create_custom_image(
        &self,
        caller: &wire::Caller,
        request: CreateCustomImageRequest,
    ) -> impl Future<Output = Result<CreateCustomImageResponse, Error>> + Send;

    /// Lists the images of the specified region; the list can be filtered by operating system type and
    /// image Id.
    ///
    /// `DescribeImage` (Get Image List), `pages/describe_image.txt:1`.
    fn describe_image(
        &self,
        caller: &wire::Caller,
        request: DescribeImageRequest,
    ) -> impl Future<Output = Result<DescribeImageResponse, Error>> + Send;

    /// Lists the projects of the account
    ///
    /// `GetProjectList` (Get Project List of the Account), `pages/get_project_list.txt:1`.
    fn get_project_list(
        &self,
        caller: &wire::Caller,
        request: GetProjectListRequest,
    ) -> impl Future<Output = Result<GetProjectListResponse, Error>> + Send;

    /// Gets information such as the permissions of the user in each data center
    ///
    /// `GetRegion` (Get List of Regions and Availability Zones), `pages/get_region.txt:1`.
    fn get_region(
        &self,
        caller: &wire::Caller,
        request: GetRegionRequest,
    ) -> impl Future<Output = Result<GetRegionResponse, Error>> + Send;

    /// Deletes a custom image of the user
    ///
    /// `TerminateCustomImage` (Delete Custom Image), `pages/terminate_custom_image.txt:1`.
    fn terminate_custom_image(
        &self,
        caller: &wire::Caller,
        request: TerminateCustomImageRequest,
    ) -> impl Future<Output = Result<TerminateCustomImageResponse, Error>> + Send;

    /// Decides about a request that breaks rules of its page: an error refuses it, `Ok` lets it through with
    /// defaults for what was not sent. As provided, the first rule that the pages tie an error to decides.
    fn admit(
        &self,
        operation: &'static str,
        violations: wire::Violations,
    ) -> Result<(), Error> {
        let tied = |broken: &wire::Violation| {
            documented::tied(operation, broken).map(|row| row.about(&broken.parameter))
        };
        match violations.iter().find_map(tied) {
            Some(error) => Err(error),
            None if violations.is_empty() => Ok(()),
            None => {
                Err(Error::other(None, "230", violations.to_string()))
            }
        }
    }
}

/// Calls a service with what arrives from the wire.
#[derive(Debug)]
pub struct Endpoint<S>(
    /// The service.
    pub Arc<S>,
);

impl<S> Endpoint<S> {
    /// An endpoint of its own for a service.
    pub fn new(service: S) -> Self {
        Self(Arc::new(service))
    }
}

impl<S> Clone for Endpoint<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S: Service> wire::Dispatch for Endpoint<S> {
    fn knows(&self, operation: &str) -> bool {
        matches!(
            operation,
            "CopyCustomImage"
                | "CreateCustomImage"
                | "DescribeImage"
                | "GetProjectList"
                | "GetRegion"
                | "TerminateCustomImage"
        )
    }

    async fn dispatch(
        &self,
        caller: &wire::Caller,
        operation: &str,
        arguments: &wire::Arguments,
    ) -> Result<serde_json::Value, wire::Refusal> {
        match operation {
            "CopyCustomImage" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.copy_custom_image(caller, request).await)
            }
            "CreateCustomImage" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.create_custom_image(caller, request).await)
            }
            "DescribeImage" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.describe_image(caller, request).await)
            }
            "GetProjectList" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.get_project_list(caller, request).await)
            }
            "GetRegion" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.get_region(caller, request).await)
            }
            "TerminateCustomImage" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.terminate_custom_image(caller, request).await)
            }
            _ => Err(wire::Refusal::new(Some(404), "UnknownOperation", operation)),
        }
    }
}

/// Reads a request; one that breaks rules is the service's to decide about.
fn admitted<S: Service, R: wire::Operation>(
    service: &S,
    arguments: &wire::Arguments,
) -> Result<R, Error> {
    let wire::Decoded { value, violations } = R::read(arguments);
    if !violations.is_empty() {
        service.admit(R::NAME, violations)?;
    }
    Ok(value)
}

fn answered<R: serde::Serialize>(
    answer: Result<R, Error>,
) -> Result<serde_json::Value, wire::Refusal> {
    let unwritable = |error: serde_json::Error| {
        wire::Refusal::new(Some(500), "InternalError", error.to_string())
    };
    serde_json::to_value(answer?).map_err(unwritable)
}
