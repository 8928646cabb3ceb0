//! The documented operations, a module for each page.

pub mod copy_custom_image;
pub mod create_custom_image;
pub mod describe_image;
pub mod describe_uhost_instance;
pub mod get_project_list;
pub mod get_region;
pub mod start_uhost_instance;
pub mod stop_uhost_instance;
pub mod terminate_custom_image;

pub use copy_custom_image::{CopyCustomImageRequest, CopyCustomImageResponse};
pub use create_custom_image::{CreateCustomImageRequest, CreateCustomImageResponse};
pub use describe_image::{DescribeImageRequest, DescribeImageResponse};
pub use describe_uhost_instance::{
    DescribeUHostInstanceRequest, DescribeUHostInstanceResponse,
};
pub use get_project_list::{GetProjectListRequest, GetProjectListResponse};
pub use get_region::{GetRegionRequest, GetRegionResponse};
pub use start_uhost_instance::{StartUHostInstanceRequest, StartUHostInstanceResponse};
pub use stop_uhost_instance::{StopUHostInstanceRequest, StopUHostInstanceResponse};
pub use terminate_custom_image::{
    TerminateCustomImageRequest, TerminateCustomImageResponse,
};
