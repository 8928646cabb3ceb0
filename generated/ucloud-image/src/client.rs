//! A client of the documented service, over any transport.

use super::error::{Error, ErrorCode};
use super::operations::{
    CopyCustomImageRequest, CopyCustomImageResponse, CreateCustomImageRequest,
    CreateCustomImageResponse, DescribeImageRequest, DescribeImageResponse,
    DescribeUHostInstanceRequest, DescribeUHostInstanceResponse, GetProjectListRequest,
    GetProjectListResponse, GetRegionRequest, GetRegionResponse,
    StartUHostInstanceRequest, StartUHostInstanceResponse, StopUHostInstanceRequest,
    StopUHostInstanceResponse, TerminateCustomImageRequest, TerminateCustomImageResponse,
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

    /// 把一个自制镜像复制到目标项目，支持跨地域复制和批量复制
    ///
    /// Calls `CopyCustomImage`.
    pub async fn copy_custom_image(
        &self,
        request: &CopyCustomImageRequest,
    ) -> Result<CopyCustomImageResponse, CallError> {
        self.0.send(request).await
    }

    /// 以指定的UHost实例为来源，制作一个自定义镜像。
    ///
    /// Calls `CreateCustomImage`.
    pub async fn create_custom_image(
        &self,
        request: &CreateCustomImageRequest,
    ) -> Result<CreateCustomImageResponse, CallError> {
        self.0.send(request).await
    }

    /// 查询指定地域下的镜像列表，可以按操作系统类型、镜像Id等条件过滤。
    ///
    /// Calls `DescribeImage`.
    pub async fn describe_image(
        &self,
        request: &DescribeImageRequest,
    ) -> Result<DescribeImageResponse, CallError> {
        self.0.send(request).await
    }

    /// 查询一台主机或主机列表的信息，可以用数据中心、主机ID等参数过滤。
    ///
    /// Calls `DescribeUHostInstance`.
    pub async fn describe_uhost_instance(
        &self,
        request: &DescribeUHostInstanceRequest,
    ) -> Result<DescribeUHostInstanceResponse, CallError> {
        self.0.send(request).await
    }

    /// 查询当前帐号拥有的项目列表
    ///
    /// Calls `GetProjectList`.
    pub async fn get_project_list(
        &self,
        request: &GetProjectListRequest,
    ) -> Result<GetProjectListResponse, CallError> {
        self.0.send(request).await
    }

    /// 查询用户在每个数据中心的权限等信息
    ///
    /// Calls `GetRegion`.
    pub async fn get_region(
        &self,
        request: &GetRegionRequest,
    ) -> Result<GetRegionResponse, CallError> {
        self.0.send(request).await
    }

    /// 启动一台处于关闭状态的UHost实例，必须给出数据中心和UHostID这两个参数。
    ///
    /// Calls `StartUHostInstance`.
    pub async fn start_uhost_instance(
        &self,
        request: &StartUHostInstanceRequest,
    ) -> Result<StartUHostInstanceResponse, CallError> {
        self.0.send(request).await
    }

    /// 停止一台处于运行状态的UHost实例，必须给出数据中心和UHostID。
    ///
    /// Calls `StopUHostInstance`.
    pub async fn stop_uhost_instance(
        &self,
        request: &StopUHostInstanceRequest,
    ) -> Result<StopUHostInstanceResponse, CallError> {
        self.0.send(request).await
    }

    /// 删除用户自己制作的一个镜像
    ///
    /// Calls `TerminateCustomImage`.
    pub async fn terminate_custom_image(
        &self,
        request: &TerminateCustomImageRequest,
    ) -> Result<TerminateCustomImageResponse, CallError> {
        self.0.send(request).await
    }
}

impl<T: wire::Transport + 'static> Service for Client<T> {
    async fn copy_custom_image(
        &self,
        _: &wire::Caller,
        request: CopyCustomImageRequest,
    ) -> Result<CopyCustomImageResponse, Error> {
        Ok(Self::copy_custom_image(self, &request).await?)
    }

    async fn create_custom_image(
        &self,
        _: &wire::Caller,
        request: CreateCustomImageRequest,
    ) -> Result<CreateCustomImageResponse, Error> {
        Ok(Self::create_custom_image(self, &request).await?)
    }

    async fn describe_image(
        &self,
        _: &wire::Caller,
        request: DescribeImageRequest,
    ) -> Result<DescribeImageResponse, Error> {
        Ok(Self::describe_image(self, &request).await?)
    }

    async fn describe_uhost_instance(
        &self,
        _: &wire::Caller,
        request: DescribeUHostInstanceRequest,
    ) -> Result<DescribeUHostInstanceResponse, Error> {
        Ok(Self::describe_uhost_instance(self, &request).await?)
    }

    async fn get_project_list(
        &self,
        _: &wire::Caller,
        request: GetProjectListRequest,
    ) -> Result<GetProjectListResponse, Error> {
        Ok(Self::get_project_list(self, &request).await?)
    }

    async fn get_region(
        &self,
        _: &wire::Caller,
        request: GetRegionRequest,
    ) -> Result<GetRegionResponse, Error> {
        Ok(Self::get_region(self, &request).await?)
    }

    async fn start_uhost_instance(
        &self,
        _: &wire::Caller,
        request: StartUHostInstanceRequest,
    ) -> Result<StartUHostInstanceResponse, Error> {
        Ok(Self::start_uhost_instance(self, &request).await?)
    }

    async fn stop_uhost_instance(
        &self,
        _: &wire::Caller,
        request: StopUHostInstanceRequest,
    ) -> Result<StopUHostInstanceResponse, Error> {
        Ok(Self::stop_uhost_instance(self, &request).await?)
    }

    async fn terminate_custom_image(
        &self,
        _: &wire::Caller,
        request: TerminateCustomImageRequest,
    ) -> Result<TerminateCustomImageResponse, Error> {
        Ok(Self::terminate_custom_image(self, &request).await?)
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
