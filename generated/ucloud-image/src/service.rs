//! The service that the pages describe: implement it, and an endpoint calls it.

use std::future::Future;
use std::sync::Arc;

use super::documented;
use super::error::Error;
use super::operations::{
    CopyCustomImageRequest, CopyCustomImageResponse, CreateCustomImageRequest,
    CreateCustomImageResponse, DescribeImageRequest, DescribeImageResponse,
    DescribeUHostInstanceRequest, DescribeUHostInstanceResponse, GetProjectListRequest,
    GetProjectListResponse, GetRegionRequest, GetRegionResponse,
    StartUHostInstanceRequest, StartUHostInstanceResponse, StopUHostInstanceRequest,
    StopUHostInstanceResponse, TerminateCustomImageRequest, TerminateCustomImageResponse,
};

/// The documented operations. A request that reaches a method has passed [`Service::admit`].
pub trait Service: Send + Sync + 'static {
    /// 把一个自制镜像复制到目标项目，支持跨地域复制和批量复制
    ///
    /// `CopyCustomImage` (复制自制镜像), `pages/copy_custom_image.md:1`.
    fn copy_custom_image(
        &self,
        caller: &wire::Caller,
        request: CopyCustomImageRequest,
    ) -> impl Future<Output = Result<CopyCustomImageResponse, Error>> + Send;

    /// 以指定的UHost实例为来源，制作一个自定义镜像。
    ///
    /// `CreateCustomImage` (创建自制镜像), `pages/create_custom_image.md:1`.
    fn create_custom_image(
        &self,
        caller: &wire::Caller,
        request: CreateCustomImageRequest,
    ) -> impl Future<Output = Result<CreateCustomImageResponse, Error>> + Send;

    /// 查询指定地域下的镜像列表，可以按操作系统类型、镜像Id等条件过滤。
    ///
    /// `DescribeImage` (获取镜像列表), `pages/describe_image.md:1`.
    fn describe_image(
        &self,
        caller: &wire::Caller,
        request: DescribeImageRequest,
    ) -> impl Future<Output = Result<DescribeImageResponse, Error>> + Send;

    /// 查询一台主机或主机列表的信息，可以用数据中心、主机ID等参数过滤。
    ///
    /// `DescribeUHostInstance` (获取主机信息), `pages/describe_uhost_instance.md:1`.
    fn describe_uhost_instance(
        &self,
        caller: &wire::Caller,
        request: DescribeUHostInstanceRequest,
    ) -> impl Future<Output = Result<DescribeUHostInstanceResponse, Error>> + Send;

    /// 查询当前帐号拥有的项目列表
    ///
    /// `GetProjectList` (获取帐号下的项目列表), `pages/get_project_list.md:1`.
    fn get_project_list(
        &self,
        caller: &wire::Caller,
        request: GetProjectListRequest,
    ) -> impl Future<Output = Result<GetProjectListResponse, Error>> + Send;

    /// 查询用户在每个数据中心的权限等信息
    ///
    /// `GetRegion` (获取地域和可用区列表), `pages/get_region.md:1`.
    fn get_region(
        &self,
        caller: &wire::Caller,
        request: GetRegionRequest,
    ) -> impl Future<Output = Result<GetRegionResponse, Error>> + Send;

    /// 启动一台处于关闭状态的UHost实例，必须给出数据中心和UHostID这两个参数。
    ///
    /// `StartUHostInstance` (启动主机), `pages/start_uhost_instance.md:1`.
    fn start_uhost_instance(
        &self,
        caller: &wire::Caller,
        request: StartUHostInstanceRequest,
    ) -> impl Future<Output = Result<StartUHostInstanceResponse, Error>> + Send;

    /// 停止一台处于运行状态的UHost实例，必须给出数据中心和UHostID。
    ///
    /// `StopUHostInstance` (关闭主机), `pages/stop_uhost_instance.md:1`.
    fn stop_uhost_instance(
        &self,
        caller: &wire::Caller,
        request: StopUHostInstanceRequest,
    ) -> impl Future<Output = Result<StopUHostInstanceResponse, Error>> + Send;

    /// 删除用户自己制作的一个镜像
    ///
    /// `TerminateCustomImage` (删除自制镜像), `pages/terminate_custom_image.md:1`.
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
                | "DescribeUHostInstance"
                | "GetProjectList"
                | "GetRegion"
                | "StartUHostInstance"
                | "StopUHostInstance"
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
            "DescribeUHostInstance" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.describe_uhost_instance(caller, request).await)
            }
            "GetProjectList" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.get_project_list(caller, request).await)
            }
            "GetRegion" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.get_region(caller, request).await)
            }
            "StartUHostInstance" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.start_uhost_instance(caller, request).await)
            }
            "StopUHostInstance" => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.stop_uhost_instance(caller, request).await)
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
