//! A client of the documented service, over any transport.

use super::error::{Error, ErrorCode};
use super::operations::{
    CancelCopyImageRequest, CancelCopyImageResponse, CopyImageRequest, CopyImageResponse,
    CreateImageRequest, CreateImageResponse, DeleteImageRequest, DeleteImageResponse,
    DescribeImagesRequest, DescribeImagesResponse, DescribeRegionsRequest,
    DescribeRegionsResponse,
};
use super::service::Service;

/// Calls the documented operations. What is safe to send again is sent again when no answer came.
#[derive(Debug)]
pub struct Client<T>(wire::Client<T>);

/// Why a call has no answer.
pub type CallError = wire::CallError<Error>;

impl<T: wire::Transport> Client<T> {
    /// A client of the documented endpoint. Without credentials, requests bear no signature.
    pub fn new(transport: T, credentials: Option<wire::Credentials>) -> Self {
        Self(wire::Client::new(transport, credentials, crate::wire()))
    }

    /// The same client for a service elsewhere.
    pub fn at(self, endpoint: impl Into<String>) -> Self {
        Self(self.0.at(endpoint))
    }

    /// The same client that sends a request this many times more, where that is safe. As made, it is twice.
    pub fn with_retries(self, retries: u32) -> Self {
        Self(self.0.with_retries(retries))
    }

    /// The same client with requests that travel otherwise: carrier, signature, index of lists.
    pub fn with_wire(self, wire: wire::Wire) -> Self {
        Self(self.0.with_wire(wire))
    }

    /// The pages of an answer, one after the other: each is asked for when the one before it was taken.
    pub fn pages<R: wire::Paged + Clone>(
        &self,
        request: R,
    ) -> impl wire::Stream<Item = Result<R::Answer, CallError>> + Send + '_ {
        self.0.pages(request)
    }

    /// 调用CancelCopyImage取消一个正在进行的复制镜像（CopyImage）任务。
    ///
    /// Calls `CancelCopyImage`.
    pub async fn cancel_copy_image(
        &self,
        request: &CancelCopyImageRequest,
    ) -> Result<CancelCopyImageResponse, CallError> {
        self.0.send(request).await
    }

    /// 调用CopyImage把一个地域下的自定义镜像复制到其他地域。复制完成后，您可以在目标地域用该镜像创建ECS实例（RunInstances），也可以用它更换实例的系统盘（ReplaceSystemDisk）。
    ///
    /// Calls `CopyImage`.
    pub async fn copy_image(
        &self,
        request: &CopyImageRequest,
    ) -> Result<CopyImageResponse, CallError> {
        self.0.send(request).await
    }

    /// 调用CreateImage制作一个自定义镜像。制作完成后，您可以用该镜像创建ECS实例（RunInstances），也可以用它更换实例的系统盘（ReplaceSystemDisk）。
    ///
    /// Calls `CreateImage`.
    pub async fn create_image(
        &self,
        request: &CreateImageRequest,
    ) -> Result<CreateImageResponse, CallError> {
        self.0.send(request).await
    }

    /// 调用DeleteImage删除一个自定义镜像。
    ///
    /// Calls `DeleteImage`.
    pub async fn delete_image(
        &self,
        request: &DeleteImageRequest,
    ) -> Result<DeleteImageResponse, CallError> {
        self.0.send(request).await
    }

    /// 调用DescribeImages查询您有权使用的镜像。
    ///
    /// Calls `DescribeImages`.
    pub async fn describe_images(
        &self,
        request: &DescribeImagesRequest,
    ) -> Result<DescribeImagesResponse, CallError> {
        self.0.send(request).await
    }

    /// 调用DescribeRegions查询您有权使用的阿里云地域。
    ///
    /// Calls `DescribeRegions`.
    pub async fn describe_regions(
        &self,
        request: &DescribeRegionsRequest,
    ) -> Result<DescribeRegionsResponse, CallError> {
        self.0.send(request).await
    }
}

impl<T: wire::Transport + 'static> Service for Client<T> {
    async fn cancel_copy_image(
        &self,
        _: &wire::Caller,
        request: CancelCopyImageRequest,
    ) -> Result<CancelCopyImageResponse, Error> {
        Ok(Self::cancel_copy_image(self, &request).await?)
    }

    async fn copy_image(
        &self,
        _: &wire::Caller,
        request: CopyImageRequest,
    ) -> Result<CopyImageResponse, Error> {
        Ok(Self::copy_image(self, &request).await?)
    }

    async fn create_image(
        &self,
        _: &wire::Caller,
        request: CreateImageRequest,
    ) -> Result<CreateImageResponse, Error> {
        Ok(Self::create_image(self, &request).await?)
    }

    async fn delete_image(
        &self,
        _: &wire::Caller,
        request: DeleteImageRequest,
    ) -> Result<DeleteImageResponse, Error> {
        Ok(Self::delete_image(self, &request).await?)
    }

    async fn describe_images(
        &self,
        _: &wire::Caller,
        request: DescribeImagesRequest,
    ) -> Result<DescribeImagesResponse, Error> {
        Ok(Self::describe_images(self, &request).await?)
    }

    async fn describe_regions(
        &self,
        _: &wire::Caller,
        request: DescribeRegionsRequest,
    ) -> Result<DescribeRegionsResponse, Error> {
        Ok(Self::describe_regions(self, &request).await?)
    }

    /// The service at the other end decides.
    fn admit(&self, _: &'static str, _: wire::Violations) -> Result<(), Error> {
        Ok(())
    }
}

impl From<wire::Refused> for Error {
    fn from(refused: wire::Refused) -> Self {
        let wire::Refusal { http_status, code, message } = refused.refusal;
        Self {
            http_status,
            code: ErrorCode::from(code),
            message,
            request_id: refused.request_id,
        }
    }
}

impl From<CallError> for Error {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Refused(error) => error,
            CallError::Malformed { http_status, reason } => {
                Self::other(Some(http_status), "MalformedAnswer", reason)
            }
            CallError::Transport(error) => {
                Self::other(None, "NoAnswer", error.to_string())
            }
        }
    }
}
