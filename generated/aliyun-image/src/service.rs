//! The service that the pages describe: implement it, and an endpoint calls it.

use std::future::Future;
use std::sync::Arc;

use super::documented;
use super::error::Error;
use super::operations::{
    CancelCopyImageRequest, CancelCopyImageResponse, CopyImageRequest, CopyImageResponse,
    CreateImageRequest, CreateImageResponse, DeleteImageRequest, DeleteImageResponse,
    DescribeImagesRequest, DescribeImagesResponse, DescribeRegionsRequest,
    DescribeRegionsResponse,
};

/// The documented operations. A request that reaches a method has passed [`Service::admit`].
pub trait Service: Send + Sync + 'static {
    /// 调用CancelCopyImage取消一个正在进行的复制镜像（CopyImage）任务。
    ///
    /// `CancelCopyImage` (CancelCopyImage), `pages/CancelCopyImage.md:1`.
    fn cancel_copy_image(
        &self,
        caller: &wire::Caller,
        request: CancelCopyImageRequest,
    ) -> impl Future<Output = Result<CancelCopyImageResponse, Error>> + Send;

    /// 调用CopyImage把一个地域下的自定义镜像复制到其他地域。复制完成后，您可以在目标地域用该镜像创建ECS实例（RunInstances），也可以用它更换实例的系统盘（ReplaceSystemDisk）。
    ///
    /// `CopyImage` (CopyImage), `pages/CopyImage.md:1`.
    fn copy_image(
        &self,
        caller: &wire::Caller,
        request: CopyImageRequest,
    ) -> impl Future<Output = Result<CopyImageResponse, Error>> + Send;

    /// 调用CreateImage制作一个自定义镜像。制作完成后，您可以用该镜像创建ECS实例（RunInstances），也可以用它更换实例的系统盘（ReplaceSystemDisk）。
    ///
    /// `CreateImage` (CreateImage), `pages/CreateImage.md:1`.
    fn create_image(
        &self,
        caller: &wire::Caller,
        request: CreateImageRequest,
    ) -> impl Future<Output = Result<CreateImageResponse, Error>> + Send;

    /// 调用DeleteImage删除一个自定义镜像。
    ///
    /// `DeleteImage` (DeleteImage), `pages/DeleteImage.md:1`.
    fn delete_image(
        &self,
        caller: &wire::Caller,
        request: DeleteImageRequest,
    ) -> impl Future<Output = Result<DeleteImageResponse, Error>> + Send;

    /// 调用DescribeImages查询您有权使用的镜像。
    ///
    /// `DescribeImages` (DescribeImages), `pages/DescribeImages.md:1`.
    fn describe_images(
        &self,
        caller: &wire::Caller,
        request: DescribeImagesRequest,
    ) -> impl Future<Output = Result<DescribeImagesResponse, Error>> + Send;

    /// 调用DescribeRegions查询您有权使用的阿里云地域。
    ///
    /// `DescribeRegions` (DescribeRegions), `pages/DescribeRegions.md:1`.
    fn describe_regions(
        &self,
        caller: &wire::Caller,
        request: DescribeRegionsRequest,
    ) -> impl Future<Output = Result<DescribeRegionsResponse, Error>> + Send;

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
                Err(Error::other(Some(400), "InvalidParameter", violations.to_string()))
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
            "CancelCopyImage"
                | "CopyImage"
                | "CreateImage"
                | "DeleteImage"
                | "DescribeImages"
                | "DescribeRegions"
        )
    }

    async fn dispatch(
        &self,
        caller: &wire::Caller,
        operation: &str,
        arguments: &wire::Arguments,
    ) -> Result<serde_json::Value, wire::Refusal> {
        match operation {
            "CancelCopyImage" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.cancel_copy_image(caller, request).await)
            }
            "CopyImage" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.copy_image(caller, request).await)
            }
            "CreateImage" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.create_image(caller, request).await)
            }
            "DeleteImage" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.delete_image(caller, request).await)
            }
            "DescribeImages" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.describe_images(caller, request).await)
            }
            "DescribeRegions" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.describe_regions(caller, request).await)
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
